"""Mouse, finger and keys of Chromium."""

from __future__ import annotations

from playwright.sync_api import Error

from tests.e2e.drivers.base import until
from tests.e2e.drivers.chromium_process import ChromiumProcess
from tests.e2e.drivers.hands import LONG_PRESS_MS, Target


class ChromiumHands(ChromiumProcess):
    """What a person does with Chromium by hand."""

    def _at(self, target: Target) -> tuple[float, float]:
        """Where a target is in the window: places in a frame count from the frame's own corner."""
        x, y = self.place(target)
        if self._frame.parent_frame is None:
            return x, y
        left, top = until(self._settled_corner, "the frame to be drawn and at rest")
        return x + left, y + top

    def _settled_corner(self) -> tuple[float, float] | None:
        """The corner of the frame; what one process scrolls into view moves the page of another a little later."""
        boxes = []
        for _ in range(2):
            self._page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            boxes.append(self._frame.frame_element().bounding_box())
        first, last = boxes
        return (last["x"], last["y"]) if first == last and last else None

    def click(self, target: Target) -> None:
        self._page.mouse.click(*self._at(target))

    def dblclick(self, target: Target) -> None:
        self._page.mouse.dblclick(*self.place(target))

    def rightclick(self, target: Target) -> None:
        self._page.mouse.click(*self.place(target), button="right")

    def hover(self, target: Target) -> None:
        self._page.mouse.move(*self.place(target))

    def drag(self, start: Target, end: Target) -> None:
        self._page.mouse.move(*self.place(start))
        self._page.mouse.down()
        self._page.mouse.move(*self.place(end))
        self._page.mouse.up()

    def tap(self, target: Target) -> None:
        self._page.touchscreen.tap(*self._at(target))

    def swipe(self, target: Target, by: int) -> None:
        x, y = self._at(target)
        for type_, left in (
            ("touchStart", by),
            *(("touchMove", by * part // 4) for part in (3, 2, 1, 0)),
            ("touchEnd", 0),
        ):
            points = [] if type_ == "touchEnd" else [{"x": x, "y": y - by + left}]
            self._cdp.send("Input.dispatchTouchEvent", {"type": type_, "touchPoints": points})

    def hold(self, target: Target) -> None:
        x, y = self.place(target)
        self._cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        self._page.wait_for_timeout(LONG_PRESS_MS)
        self._cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def press(self, *keys: str) -> None:
        for key in keys:
            try:
                self._page.keyboard.press(key)
            except Error:
                if not self._page.is_closed():  # It closed the window before it came up again.
                    raise

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def keep_down(self, key: str, times: int) -> None:
        for _ in range(times):
            self._page.keyboard.down(key)
        self._page.keyboard.up(key)

    def compose(self, text: str) -> None:
        self._cdp.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
        key = {"key": "Enter", "code": "Enter"}
        self._cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, **key})
        self._cdp.send("Input.insertText", {"text": text})
        self._cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", "windowsVirtualKeyCode": 13, **key})
