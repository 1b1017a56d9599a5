"""Mouse, finger and keys of Firefox."""

from __future__ import annotations

from tests.e2e.drivers.firefox_process import FirefoxProcess
from tests.e2e.drivers.hands import LONG_PRESS_MS, Target

# Whatever Marionette presses so soon after a double click, and wherever, it counts as a third click of the same.
CLICKS_MS = 500

KEYS = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
    "Space": " ",
    "Control": "\ue009",
    "Shift": "\ue008",
    "Backspace": "\ue003",
    "End": "\ue010",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
}


COMPOSE = """
    const [text] = arguments;
    const method = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!method.beginInputTransactionForTests(window, () => true)) throw new Error('no input method');
    method.setPendingCompositionString(text);
    method.appendClauseToPendingComposition(text.length, method.ATTR_RAW_CLAUSE);
    method.setCaretInPendingComposition(text.length);
    method.flushPendingComposition();
    method.commitComposition(new KeyboardEvent('', { key: 'Enter', code: 'Enter', keyCode: 13 }));
"""


class FirefoxHands(FirefoxProcess):
    """What a person does with Firefox by hand."""

    def _pointer(self, kind: str, place: tuple[float, float], times: int) -> None:
        sequence = self._marionette.actions.sequence("pointer", kind, {"pointerType": kind})
        sequence.pointer_move(round(place[0]), round(place[1]))
        for _ in range(times):
            sequence.pointer_down()
            sequence.pointer_up()
        if times > 1:
            sequence.pause(CLICKS_MS)
        sequence.perform()

    def click(self, target: Target) -> None:
        self._pointer("mouse", self.place(target), 1)

    def dblclick(self, target: Target) -> None:
        self._pointer("mouse", self.place(target), 2)

    def rightclick(self, target: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        sequence.pointer_move(*map(round, self.place(target))).pointer_down(2).pointer_up(2).perform()

    def hover(self, target: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        sequence.pointer_move(*map(round, self.place(target))).perform()

    def drag(self, start: Target, end: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
        sequence.pointer_move(*map(round, self.place(start))).pointer_down()
        sequence.pointer_move(*map(round, self.place(end))).pointer_up().perform()

    def tap(self, target: Target) -> None:
        self._pointer("touch", self.place(target), 1)

    def swipe(self, target: Target, by: int) -> None:
        x, y = map(round, self.place(target))
        sequence = self._marionette.actions.sequence("pointer", "touch", {"pointerType": "touch"})
        sequence.pointer_move(x, y).pointer_down()
        for part in range(1, 5):
            sequence.pointer_move(x, y - by * part // 4)
        sequence.pointer_up().perform()

    def hold(self, target: Target) -> None:
        sequence = self._marionette.actions.sequence("pointer", "touch", {"pointerType": "touch"})
        sequence.pointer_move(*map(round, self.place(target))).pointer_down().pause(
            LONG_PRESS_MS
        ).pointer_up().perform()

    def press(self, *keys: str) -> None:
        for chord in keys:
            codes = [KEYS.get(key, key) for key in chord.split("+")]
            sequence = self._marionette.actions.sequence("key", "keyboard")
            for code in codes:
                sequence.key_down(code)
            for code in reversed(codes):
                sequence.key_up(code)
            sequence.perform()

    def type(self, text: str) -> None:
        self._marionette.actions.sequence("key", "keyboard").send_keys(text).perform()

    def keep_down(self, key: str, times: int) -> None:
        code = KEYS.get(key, key)
        sequence = self._marionette.actions.sequence("key", "keyboard")
        for _ in range(times):
            sequence.key_down(code)
        sequence.key_up(code).perform()

    def compose(self, text: str) -> None:
        with self._marionette.using_context("chrome"):
            self._marionette.execute_script(COMPOSE, script_args=[text])
