"""Old likes: "Telusuri tanda" leads from mark to mark, and takes nothing back by itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.servers import Served
from tests.e2e.stepping import MARKED, OFFERED, bar, begin, press_next, wait_at_mark, wait_bar
from tests.e2e.steps import assert_unasked, mark_level

FIRST, SECOND, THIRD = (f'[data-post-id="{post}"]' for post in MARKED[:3])
# The page's own controls that the box of the bar touches.
UNDER = """
    const { x, y, width, height } = args[0];
    return [...document.querySelectorAll('button, a[href], textarea')].filter((control) => {
        const box = control.getBoundingClientRect();
        const touches = box.left < x + width && x < box.right && box.top < y + height && y < box.bottom;
        return control.checkVisibility() && touches;
    }).map((control) => control.textContent.trim());
"""


@pytest.fixture
def likes(fresh: Driver, product: Served) -> Driver:
    """The list of old likes, with the first mark set."""
    fresh.goto(f"{product.url}/demo/likes")
    until(lambda: mark_level(fresh, FIRST), "the first mark to be set")
    return fresh


def board(browser: Driver) -> dict[str, int]:
    """The acts that reached the page."""
    counted: dict[str, int] = browser.js(
        """const lines = [...document.querySelectorAll('#acts li')].map(({ dataset }) => [dataset.act, +dataset.count]);
        return Object.fromEntries(lines.filter(([, count]) => count > 0));"""
    )
    return counted


def test_it_leads_from_mark_to_mark_by_mouse_and_keys_and_ends_with_escape(likes: Driver) -> None:
    begin(likes)
    wait_bar(likes, f"1 dari {len(MARKED)}")
    wait_at_mark(likes, FIRST)
    press_next(likes)
    wait_bar(likes, f"2 dari {len(MARKED)}")
    wait_at_mark(likes, SECOND)
    likes.press("ArrowDown")
    wait_bar(likes, f"3 dari {len(MARKED)}")
    wait_at_mark(likes, THIRD)
    likes.press("ArrowUp")
    wait_bar(likes, f"2 dari {len(MARKED)}")
    wait_at_mark(likes, SECOND)
    likes.press("Escape")
    until(lambda: bar(likes) is None, "the bar to go")
    assert board(likes) == {}


def test_a_like_is_taken_back_by_the_person_without_a_question_and_the_next_mark_follows(likes: Driver) -> None:
    begin(likes)
    wait_bar(likes, f"1 dari {len(MARKED)}")
    likes.click(f'{FIRST} [data-act="like"]')
    until(lambda: board(likes) == {"undo": 1}, "the like to be taken back")
    assert_unasked(likes)
    likes.js("document.querySelector(args[0]).remove();", FIRST)
    assert wait_bar(likes, f"Sisa {len(MARKED) - 1} tanda")["focused"] == "next"
    likes.press("ArrowDown")
    wait_bar(likes, f"1 dari {len(MARKED) - 1}")
    wait_at_mark(likes, SECOND)


def test_below_the_last_mark_it_goes_on_with_posts_that_load_later(likes: Driver) -> None:
    likes.js(
        """window.later = [...document.querySelectorAll(`${args[0]} ~ article`)];
        for (const post of window.later) post.remove();""",
        FIRST,
    )
    begin(likes)
    wait_bar(likes, "1 dari 1")
    likes.press("ArrowDown")
    wait_bar(likes, "1 dari 1, terakhir")
    likes.js("document.getElementById('feed').append(...window.later);")
    wait_bar(likes, f"2 dari {len(MARKED)}")
    wait_at_mark(likes, SECOND)


def test_it_stands_over_no_control_of_the_page_and_makes_way_for_one_that_comes(likes: Driver) -> None:
    begin(likes)
    wait_bar(likes, f"1 dari {len(MARKED)}")
    until(lambda: under(likes) == [], "the bar to have a place of its own")
    likes.js(
        """const nav = document.createElement('nav');
        nav.style = 'position:fixed;inset:auto 0 0;display:grid;grid-template-columns:1fr 1fr 1fr;height:80px';
        nav.innerHTML = '<button>Beranda</button><button>Cari</button><button>Profil</button>';
        document.body.append(nav);"""
    )
    until(lambda: under(likes) == [], "the bar to make way")


def under(browser: Driver) -> list[str] | None:
    """The controls under the bar; None while it is hidden."""
    read = bar(browser)
    if read is None or not read["shown"]:
        return None
    touched: list[str] = browser.js(UNDER, read["box"])
    return touched


def test_nothing_of_it_is_stored(likes: Driver) -> None:
    likes.background({"type": "set-settings", "patch": {"counting": False}})
    until(lambda: mark_level(likes, FIRST), "the first mark to be set anew")
    before = stored(likes)
    begin(likes)
    wait_bar(likes, f"1 dari {len(MARKED)}")
    likes.press("ArrowDown")
    wait_bar(likes, f"2 dari {len(MARKED)}")
    assert stored(likes) == before


def stored(browser: Driver) -> list[dict[str, Any]]:
    areas: list[dict[str, Any]] = browser.extension_js(
        "return [await api.storage.local.get(), await api.storage.session.get()];"
    )
    return areas


def test_the_popup_names_the_list_where_the_site_has_one_and_offers_no_steps_without_a_mark(
    fresh: Driver, product: Served
) -> None:
    fresh.goto(f"{product.url}/demo")
    fresh.js("for (const post of document.querySelectorAll('article')) post.remove();")
    with fresh.popup():
        until(lambda: fresh.js(OFFERED), "the list to be offered")
        assert fresh.js("return document.getElementById('likes-open').href;") == f"{product.url}/demo/likes"
        assert not fresh.js("return document.getElementById('steps-start').checkVisibility();")
