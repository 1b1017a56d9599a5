"""The page that opens once: its example is guarded as the sites are, and its choices are kept on the device."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.steps import assert_unasked, see, wait_closed

PAGE = "welcome/welcome.html"
X = "https://x.com/*"


@pytest.fixture
def welcome(fresh: Driver) -> Driver:
    fresh.goto(fresh.ext_url(PAGE))
    until(lambda: text(fresh, "#sites"), "the page to be filled")
    return fresh


def text(browser: Driver, selector: str) -> str:
    found: str = browser.js("return document.querySelector(args[0]).textContent;", selector)
    return found


def shown(browser: Driver, selector: str) -> bool:
    seen: bool = browser.js("return document.querySelector(args[0]).checkVisibility();", selector)
    return seen


def liked(browser: Driver) -> bool:
    state: bool = browser.js("return document.querySelector('#like').getAttribute('aria-pressed') === 'true';")
    return state


def test_the_example_loads_what_guards_the_sites(repository: Path) -> None:
    manifest = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    loaded = re.findall(r'src="\.\./(content/[^"]+)"', (EXTENSION / PAGE).read_text(encoding="utf-8"))
    assert loaded == manifest["content_scripts"][0]["js"]


def test_it_promises_in_plain_words_that_nothing_is_sent(welcome: Driver) -> None:
    assert "Tidak ada yang dikirim ke mana pun" in text(welcome, "main")


def test_the_example_is_marked_asked_about_and_left_alone_after_batal(welcome: Driver) -> None:
    see(welcome, "#example", "campaign")
    welcome.click("#like")
    assert "terindikasi" in welcome.wait_prompt().text
    welcome.prompt_click(CANCEL)
    wait_closed(welcome)
    assert not liked(welcome)


def test_lanjutkan_likes_the_example_and_taking_it_back_is_free(welcome: Driver) -> None:
    see(welcome, "#example", "campaign")
    welcome.click("#like")
    welcome.wait_prompt()
    welcome.prompt_click(PROCEED)
    until(lambda: liked(welcome), "the example to be liked")
    welcome.click("#like")
    until(lambda: not liked(welcome), "the like to be taken back")
    assert_unasked(welcome)


@pytest.mark.parametrize(("key", "value"), [("employment", "pppk"), ("region", "Kab. Mesuji")])
def test_what_is_chosen_is_kept_on_the_device(welcome: Driver, key: str, value: str) -> None:
    listed = "return document.querySelector('#region').options.length > 1;"
    until(lambda: welcome.js(listed), "the regions to be listed")
    welcome.js(
        """const select = document.querySelector(`#${args[0]}`);
        select.value = args[1];
        select.dispatchEvent(new Event('change'));""",
        key,
        value,
    )
    until(lambda: text(welcome, "#saved"), "the choice to be kept")
    assert welcome.background({"type": "get-settings"})["settings"][key] == value


def test_its_button_asks_for_the_sites_that_are_missing_and_goes_once_they_are_allowed(fresh: Driver) -> None:
    fresh.withdraw(X)
    try:
        fresh.goto(fresh.ext_url(PAGE))
        until(lambda: "x.com" in text(fresh, "#sites"), "the page to name what is missing")
        fresh.js("(globalThis.browser ?? chrome).permissions.request = async (asked) => { window.asked = asked; };")
        fresh.click("#grant")
        assert until(lambda: fresh.js("return window.asked;"), "the browser to be asked") == {"origins": [X]}
        assert shown(fresh, "#grant")
        fresh.goto(fresh.ext_url(PAGE))
        until(lambda: shown(fresh, "#grant"), "the button to be shown")
    finally:
        fresh.press_and_allow("#grant", X)
    fresh.goto(fresh.ext_url(PAGE))
    until(lambda: "sudah diizinkan" in text(fresh, "#sites"), "the page to say so")
    assert not shown(fresh, "#grant")


def test_it_names_the_sites_that_are_guarded_as_people_call_them(welcome: Driver) -> None:
    said = "Jaga Jempol bekerja di Facebook, Instagram, Threads, TikTok, YouTube, X, LinkedIn, WhatsApp, Telegram, "
    assert text(welcome, "#sites").startswith(said)
    assert text(welcome, "#sites").endswith("Semuanya sudah diizinkan.")


def test_every_control_has_a_name(welcome: Driver) -> None:
    nameless = welcome.js(
        """return [...document.querySelectorAll('button, select, a')]
            .filter((element) => !element.hidden && !(element.getAttribute('aria-label') ?? element.textContent).trim()
                && !document.querySelector(`label[for="${element.id}"]`)).map(({ id }) => id);"""
    )
    assert nameless == []


def test_in_english_the_example_alone_is_told_in_indonesian(fresh: Driver) -> None:
    fresh.background({"type": "set-settings", "patch": {"language": "en"}})
    fresh.goto(fresh.ext_url(PAGE))
    until(lambda: text(fresh, "#like") == "Like", "the page to be filled")
    languages = "return ['#example p', '#like'].map((one) => document.querySelector(one).closest('[lang]').lang);"
    assert fresh.js(languages) == ["id", "en"]


def test_one_post_bears_one_mark(welcome: Driver) -> None:
    see(welcome, "#example", "campaign")
    assert welcome.js("return document.querySelectorAll('jaga-jempol-mark').length;") == 1


def test_what_is_read_of_the_example_holds_no_id_of_the_installation(welcome: Driver) -> None:
    see(welcome, "#example", "campaign")
    [scored, own] = welcome.js(
        """const root = document.querySelector('#example');
        return [JSON.stringify(JagaJempol.watch.shown(root).context), location.hostname];"""
    )
    assert '"text"' in scored
    assert own not in scored
