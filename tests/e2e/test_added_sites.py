"""A person adds a site of their own: asked for at the press, guarded at once and from then on, given back calmly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, opened, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.own_pages import enter_site, open_options, text
from tests.e2e.pages.text_sites import ADDABLE
from tests.e2e.steps import assert_free, assert_held, assert_unasked, mark_level, see

CAMPAIGNING = '[data-id="112"]'
FAVOURITE = f"{CAMPAIGNING} [data-does=favourite]"
ON_X = '[data-id="102"]'
X = "https://x.com/*"


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser that allows each of the sites once: what was given back, Chromium gives again to a person only."""
    allowed = tuple(f"https://{host}/*" for host in ADDABLE)
    with opened(browser_name, EXTENSION, network, workspace, allowed) as driver:
        driver.background({"type": "set-settings", "patch": {"language": "id"}})
        yield driver


@pytest.fixture
def options(browser: Driver) -> Driver:
    open_options(browser)
    return browser


def open_added(browser: Driver, host: str) -> Driver:
    """A page of a site that was added, guarded."""
    open_options(browser)
    enter_site(browser, host)
    until(lambda: text(browser, "site-result") == f"{host} sekarang dijaga.", "the site to be added")
    browser.goto(f"https://{host}/")
    see(browser, CAMPAIGNING, "campaign")
    return browser


def added(browser: Driver) -> list[str]:
    """The sites that the person's settings hold."""
    hosts: list[str] = browser.background({"type": "get-settings"})["settings"]["sitesAdded"]
    return hosts


def registered(browser: Driver) -> list[str]:
    patterns: list[str] = browser.extension_js(
        "return (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches);"
    )
    return patterns


def allowed(browser: Driver, host: str) -> bool:
    held: bool = browser.extension_js("return api.permissions.contains({ origins: [args[0]] });", f"https://{host}/*")
    return held


def guarded(browser: Driver) -> bool:
    """Whether our scripts are at work in the page."""
    answers: list[bool] = browser.extension_js(
        """const tabs = await api.tabs.query({});
        return Promise.all(tabs.map(({ id }) => api.tabs.sendMessage(id, { type: 'page-state' })
            .then((state) => state?.guarded === true, () => false)));"""
    )
    return any(answers)


def assert_calm(browser: Driver) -> None:
    """Nothing is marked and nothing asked; the page works."""
    until(lambda: not guarded(browser), "the page to be left alone")
    assert mark_level(browser, CAMPAIGNING) is None
    browser.click(FAVOURITE)
    assert_free(browser, {"favourite-112": 1})


def test_the_popup_offers_an_unguarded_page_which_is_guarded_at_once_and_after_every_load(browser: Driver) -> None:
    site = ADDABLE[0]
    browser.goto(f"https://{site}/")
    assert_calm(browser)
    with browser.popup():
        until(lambda: site in text(browser, "unguarded-what"), "the offer")
        browser.click("#guard")
        until(lambda: text(browser, "reader") == "pembaca umum", "the general reader to be named")
        assert text(browser, "guard") == ""
    see(browser, CAMPAIGNING, "campaign")
    browser.goto(f"https://{site}/")
    see(browser, CAMPAIGNING, "campaign")
    browser.click(FAVOURITE)
    assert_held(browser, {})


def test_a_site_typed_on_the_options_page_is_guarded(options: Driver) -> None:
    open_added(options, ADDABLE[1])
    options.click(FAVOURITE)
    assert_held(options, {})


def test_a_site_taken_out_of_the_list_is_given_back_and_its_open_page_left_alone(browser: Driver) -> None:
    site = ADDABLE[2]
    open_added(browser, site)
    browser.background({"type": "remove-site", "host": site})
    assert_calm(browser)
    until(lambda: not allowed(browser, site), "the permission to be given back")
    assert f"https://{site}/*" not in registered(browser)
    browser.goto(f"https://{site}/")
    assert_calm(browser)


def test_a_permission_withdrawn_in_the_browser_leaves_the_page_alone_and_is_said_and_asked_again(
    browser: Driver,
) -> None:
    site = ADDABLE[3]
    open_added(browser, site)
    browser.withdraw(f"https://{site}/*")
    assert_calm(browser)
    until(lambda: f"https://{site}/*" not in registered(browser), "the registration to end")
    with browser.popup():
        until(lambda: site in text(browser, "unguarded-what"), "the offer")
        browser.goto(browser.ext_url("options/options.html"))
        until(lambda: f"{site}: izinnya dicabut di peramban" in text(browser, "added"), "the list to say so")
        assert "Izinkan lagi" in text(browser, "added")


def test_after_an_update_added_sites_are_guarded_again(browser: Driver) -> None:
    site = ADDABLE[4]
    open_added(browser, site)
    browser.extension_js("await api.scripting.unregisterContentScripts();")
    browser.update_extension()
    until(lambda: f"https://{site}/*" in registered(browser), "the registration to be made again")
    browser.goto(f"https://{site}/")
    see(browser, CAMPAIGNING, "campaign")


def test_a_site_wished_for_in_a_popup_that_closed_meanwhile_is_added_when_the_browser_allows_it(
    browser: Driver,
) -> None:
    site = ADDABLE[5]
    open_added(browser, site)
    browser.extension_js(
        """await api.storage.local.set({ settings: { language: 'id', sitesAdded: [] } });
        await api.storage.session.set({ wantedSite: { host: args[0], at: Date.now() } });""",
        site,
    )
    withdraw_and_allow_x(browser)
    until(lambda: added(browser) == [site], "the site to be added")
    assert registered(browser) == [f"https://{site}/*"]


def test_a_listed_site_without_its_permission_is_left_alone_until_the_popup_has_it_again(browser: Driver) -> None:
    browser.goto("https://x.com/home")
    see(browser, ON_X, "campaign")
    browser.withdraw(X)
    until(lambda: not guarded(browser), "the page to be left alone")
    assert mark_level(browser, ON_X) is None
    browser.click(f"{ON_X} [data-testid=like]")
    until(lambda: browser.js("return Object.keys(window.acts).length;"), "the page to act")
    assert_unasked(browser)
    with browser.popup():
        until(lambda: "Peramban belum mengizinkan situs ini" in text(browser, "verdict"), "the popup to say so")
        assert text(browser, "missing") == "x.com"
        assert text(browser, "guard") == ""
        browser.press_and_allow("#grant", X)
        until(lambda: text(browser, "permission") == "", "the question to go")
    see(browser, ON_X, "campaign")


def withdraw_and_allow_x(browser: Driver) -> None:
    browser.withdraw(X)
    with browser.popup():
        until(lambda: text(browser, "missing") == "x.com", "the popup to ask")
        browser.press_and_allow("#grant", X)


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("", "site_empty"),
        ("forum warga", "site_malformed"),
        ("http://forum.example", "site_insecure"),
        ("*.example", "site_wildcard"),
        ("facebook", "site_short"),
        ("www.facebook.com", "site_listed"),
        ("127.0.0.1:8080", "site_loopback"),
    ],
)
def test_what_is_no_site_is_told_in_words(options: Driver, typed: str, result: str) -> None:
    before = added(options)
    enter_site(options, typed)
    until(lambda: options.js("return document.getElementById('site-result').dataset.result;") == result, result)
    assert text(options, "site-result") not in ("", result)
    assert added(options) == before


def test_a_site_that_the_browser_refuses_is_not_added_and_told_so(options: Driver) -> None:
    before = added(options)
    # The browser's own question can't be answered by a test in Chromium.
    options.js("(globalThis.browser ?? chrome).permissions.request = async () => false;")
    enter_site(options, "lain.example")
    until(lambda: "belum diberi izin untuk lain.example" in text(options, "site-result"), "the page to say so")
    assert added(options) == before


def test_deleting_everything_gives_every_added_site_back(browser: Driver) -> None:
    """The last one here, because nothing can be added after it in Chromium."""
    open_added(browser, ADDABLE[1])
    browser.background({"type": "delete-data"})
    assert_calm(browser)
    until(lambda: not any(allowed(browser, host) for host in ADDABLE), "every permission to be given back")
    assert registered(browser) == []
