"""Our dialog: what it says, that only the person can answer it, and that the page never learns of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, WHY, Driver, Prompt
from tests.e2e.steps import ask, assert_held, assert_still, go_on, leaks, see, step_back, wait_acts, wait_closed

MOST_WORDS = 30
BUNDLE: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "shared_rules/bundle.json").read_text(encoding="utf-8")
)


@pytest.fixture
def asked(lab: Driver) -> Driver:
    """A campaign post was pressed and the dialog is open."""
    see(lab, "#click-strong", "campaign")
    lab.click("#click-strong [data-act]")
    ask(lab)
    return lab


def words_besides_buttons(prompt: Prompt) -> list[str]:
    text = prompt.text
    for label in prompt.labels:
        text = text.replace(label, " ")
    return text.split()


def test_it_says_what_is_indicated_and_never_that_somebody_broke_a_rule(asked: Driver) -> None:
    prompt = ask(asked)
    assert "terindikasi" in prompt.text
    assert "melanggar" not in prompt.text.lower()


def test_it_is_short(asked: Driver) -> None:
    assert len(words_besides_buttons(ask(asked))) <= MOST_WORDS


def test_it_is_short_whatever_is_asked_and_whoever_is_named_and_shows_where_a_name_goes_on(fresh: Driver) -> None:
    """Asked of the words themselves, which the page that welcomes has as every page."""
    names = sorted({entity[2] for entity in BUNDLE["entities"]}, key=lambda name: (len(name.split()), name))[-60:]
    fresh.goto(fresh.ext_url("welcome/welcome.html"))
    asked: list[dict[str, str]] = fresh.js(
        """return args[0].flatMap((name) => args[1].flatMap((act) => args[2].flatMap((employment) =>
            ['support', 'oppose', 'neutral'].map((stance) => JagaJempol.wording.question({
                act, employment,
                verdict: {
                    level: 'campaign', stance, affiliations: [{ name }], evidence: [{ field: 'draft', points: 60 }],
                },
            })))));""",
        names,
        [act for act, _, button in BUNDLE["law"]["acts"] if button],
        ["", *dict(BUNDLE["law"]["employments"])],
    )
    longest = max(asked, key=lambda parts: len(" ".join(parts.values()).split()))
    assert len(" ".join(longest.values()).split()) <= MOST_WORDS, longest
    assert all(parts["indicated"].endswith("….") for parts in asked)


def test_it_offers_batal_lanjutkan_and_kenapa(asked: Driver) -> None:
    assert {CANCEL, PROCEED, WHY} <= set(ask(asked).labels)


def test_it_has_a_name_for_those_who_listen_to_the_screen(asked: Driver) -> None:
    assert ask(asked).name != ""


def test_kenapa_shows_what_the_rules_found(asked: Driver) -> None:
    before = ask(asked).text
    asked.prompt_click(WHY)
    after = asked.wait_prompt().text
    assert len(after) > len(before)


@pytest.mark.parametrize(
    "attack",
    [
        "host.click()",
        "host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }))",
        "host.dispatchEvent(new Event('close')); host.dispatchEvent(new Event('submit'))",
        "document.activeElement.click()",
        "for (let x = 0; x < innerWidth; x += 20) for (let y = 0; y < innerHeight; y += 20)"
        " document.elementFromPoint(x, y)?.click()",
        "document.querySelector('#click-strong [data-act]').click()",
    ],
)
def test_a_script_of_the_page_cannot_say_lanjutkan(asked: Driver, attack: str) -> None:
    asked.js(f"const host = document.querySelector('jaga-jempol-prompt'); {attack};")
    assert_still(asked, {})
    step_back(asked, {})


def test_a_page_that_removes_the_dialog_gains_nothing(asked: Driver) -> None:
    asked.js("document.querySelector('jaga-jempol-prompt').remove();")
    assert_still(asked, {})
    asked.click("#click-strong [data-act]")
    assert_held(asked, {})


def test_the_page_cannot_look_inside(asked: Driver) -> None:
    assert asked.js("return document.querySelector('jaga-jempol-prompt').shadowRoot;") is None


def test_the_page_sees_none_of_its_events(asked: Driver) -> None:
    asked.press("Tab", "Tab")
    go_on(asked, {"click-strong": 1})
    assert leaks(asked) == []


def test_an_answered_post_is_not_asked_about_again(asked: Driver) -> None:
    go_on(asked, {"click-strong": 1})
    asked.js("document.querySelector('#click-strong [data-act]').setAttribute('aria-pressed', 'false');")
    asked.click("#click-strong [data-act]")
    wait_acts(asked, {"click-strong": 2})


def test_a_cancelled_post_is_asked_about_again(asked: Driver) -> None:
    asked.prompt_click(CANCEL)
    wait_closed(asked)
    asked.click("#click-strong [data-act]")
    assert_held(asked, {})


def test_it_can_be_seen(asked: Driver, tmp_path: Path) -> None:
    shown = tmp_path / "dialog.png"
    asked.shot(shown)
    asked.press("Escape")
    wait_closed(asked)
    gone = tmp_path / "gone.png"
    asked.shot(gone)
    assert shown.read_bytes() != gone.read_bytes()
