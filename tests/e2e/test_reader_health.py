"""The popup says how well the page is read: which reader, how many posts and controls, and when that looks outdated."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.drivers import CANCEL, Driver, until
from tests.e2e.own_pages import text
from tests.e2e.pages.text_sites import MASTODON
from tests.e2e.steps import assert_held, see

CAMPAIGNING = '[data-id="112"]'


def rebuilt(browser: Driver, posts: str) -> Driver:
    """Mastodon after its makers gave everything other names: its own adapter finds nothing any more."""
    browser.goto(f"https://{MASTODON}/?rebuilt={posts}")
    return browser


def in_popup(browser: Driver, name: str) -> str:
    """What the popup says there when it is opened now."""
    with browser.popup():
        until(lambda: text(browser, "verdict"), "the popup to be filled")
        return text(browser, name)


def test_the_reader_of_a_known_site_is_named_with_what_it_found(fresh: Driver) -> None:
    fresh.goto(f"https://{MASTODON}/")
    see(fresh, CAMPAIGNING, "campaign")
    with fresh.popup():
        until(lambda: text(fresh, "reader") == "khusus Mastodon", "the reader to be named")
        assert int(text(fresh, "posts")) > 0
        assert int(text(fresh, "controls")) > 0
        assert text(fresh, "stale") == ""


@pytest.mark.matrix(site="generic")
@pytest.mark.parametrize("posts", ["article", "div"])
def test_where_a_rebuilt_site_shows_posts_by_role_or_control_the_general_reader_takes_over_and_the_popup_says_so(
    fresh: Driver, posts: str
) -> None:
    rebuilt(fresh, posts)
    until(lambda: in_popup(fresh, "reader") == "pembaca umum", "the general reader to be named", 40)
    assert "Mastodon tidak menemukan apa-apa dan mungkin sudah usang" in in_popup(fresh, "stale")
    see(fresh, CAMPAIGNING, "campaign")
    fresh.click(f"{CAMPAIGNING} [data-does=favourite]")
    assert_held(fresh, {})


def show_instead(browser: Driver, address: str) -> None:
    """Put the body of another page in the place of this one's, as single pages do."""
    browser.ajs(
        """const page = new DOMParser().parseFromString(await (await fetch(args[0])).text(), 'text/html');
        const scripts = [...document.scripts];
        document.body.replaceChildren(...page.body.children);
        document.body.append(...scripts);""",
        address,
    )


@pytest.mark.matrix(site="generic", act="like")
def test_the_general_reader_comes_and_goes_as_the_page_changes(fresh: Driver) -> None:
    fresh.goto(f"https://{MASTODON}/")
    see(fresh, CAMPAIGNING, "campaign")
    for address, reader in (("/?rebuilt=article", "pembaca umum"), ("/", "khusus Mastodon")):
        show_instead(fresh, address)
        until(lambda wanted=reader: in_popup(fresh, "reader") == wanted, f"{reader} to be named", 40)  # type: ignore[misc]
        see(fresh, CAMPAIGNING, "campaign")
        fresh.click(f"{CAMPAIGNING} [data-does=favourite]")
        assert_held(fresh, {})
        fresh.prompt_click(CANCEL)


def test_a_rebuilt_site_that_nobody_can_read_may_be_outdated_and_an_empty_page_of_it_not(fresh: Driver) -> None:
    rebuilt(fresh, "mute")
    until(lambda: "cara membaca Mastodon mungkin sudah usang" in in_popup(fresh, "stale"), "the popup to say so")
    assert in_popup(fresh, "verdict") == "Belum ada unggahan yang dapat dibaca di halaman ini."
    fresh.js("document.body.replaceChildren();")
    assert in_popup(fresh, "stale") == ""


def test_nothing_of_what_the_popup_says_is_kept(fresh: Driver) -> None:
    fresh.goto(f"https://{MASTODON}/")
    see(fresh, CAMPAIGNING, "campaign")
    fresh.background({"type": "set-settings", "patch": {"counting": False}})
    before = stored(fresh)
    assert in_popup(fresh, "reader") == "khusus Mastodon"
    assert stored(fresh) == before


def stored(browser: Driver) -> list[dict[str, Any]]:
    areas: list[dict[str, Any]] = browser.extension_js(
        "return [await api.storage.local.get(), await api.storage.session.get()];"
    )
    return areas
