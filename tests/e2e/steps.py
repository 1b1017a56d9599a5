"""The steps that tests are told in: what a person does, and what the page then knows."""

from __future__ import annotations

import time
from urllib.parse import unquote_plus

from tests.e2e.drivers import CANCEL, PROCEED, Driver, Network, Prompt, until

# Long enough for a timer of 0 ms and a frame to run: the wait before saying that something did NOT happen.
QUIET_SECONDS = 0.05


def forget(browser: Driver) -> None:
    """Leave the page and whatever was answered, remembered or set before, but for the language."""
    browser.goto("about:blank")
    answers = browser.extension_js(
        """return [
            await api.runtime.sendMessage({ type: 'delete-data' }),
            await api.runtime.sendMessage({ type: 'set-settings', patch: { language: 'id' } }),
        ];"""
    )
    assert [answer["ok"] for answer in answers] == [True, True]


def forget_answers(browser: Driver) -> None:
    """Leave the page and whatever was answered before; what was set stays, added sites too."""
    browser.goto("about:blank")
    browser.extension_js("await api.storage.session.clear(); await api.storage.local.remove('accounts');")


def reload(browser: Driver) -> None:
    """Load the page anew and wait for it; a script that reloads would be cut off by what it does."""
    browser.goto(browser.js("return location.href;"))


def see(browser: Driver, post: str, level: str) -> None:
    """Bring a post (a selector) into view and wait for its mark, as a person would who looks before acting."""
    bring = """const post = document.querySelector(args[0]);
        post?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return post !== null;"""
    until(lambda: browser.js(bring, post), f"{post} to be on the page")
    until(lambda: mark_level(browser, post) == level, f"{post} to be marked {level}")
    browser.unread = False


def mark_level(browser: Driver, post: str) -> str | None:
    """The level that our mark in a post shows, or None without a mark."""
    level: str | None = browser.js(
        "return document.querySelector(`${args[0]} jaga-jempol-mark`)?.dataset.level ?? null;", post
    )
    return level


def acts(browser: Driver) -> dict[str, int]:
    """What the page itself was made to do so far, and how often."""
    counted: dict[str, int] = browser.js("return window.acts;")
    return counted


def wait_acts(browser: Driver, expected: dict[str, int]) -> None:
    """Wait until the page did exactly this, and see that nothing follows."""
    until(lambda: acts(browser) == expected, f"the page to have done {expected}, not {acts(browser)}")
    assert_still(browser, expected)


def forms(network: Network) -> list[str]:
    """What arrived of native forms at their servers."""
    return [unquote_plus(request.body.decode()) for request in network.sites.received if request.path == "/sent"]


def wait_forms(network: Network, expected: list[str]) -> None:
    """Wait until exactly this arrived, and see that nothing follows."""
    until(lambda: forms(network) == expected, f"the server to have got {expected}, not {forms(network)}")
    time.sleep(QUIET_SECONDS)
    assert forms(network) == expected


def assert_still(browser: Driver, expected: dict[str, int]) -> None:
    """Nothing more than `expected` reached the page, and nothing is on its way.

    The page's own clock runs the wait: on a busy machine it waits as long as whatever else it has to do.
    """
    counted = browser.ajs(
        "await new Promise((done) => setTimeout(done, args[0])); return window.acts;", QUIET_SECONDS * 1000
    )
    assert counted == expected


def assert_unasked(browser: Driver) -> None:
    """Our dialog is not open."""
    assert browser.prompt() is None


def wait_closed(browser: Driver) -> None:
    """Wait until our dialog is gone, its element too: with it the focus goes back to where it was."""
    until(lambda: browser.js("return !document.querySelector('jaga-jempol-prompt');"), "our dialog to go")


def noted(browser: Driver) -> bool:
    """Whether our note stands at the edge of the page."""
    there: bool = browser.js("return !!document.querySelector('jaga-jempol-note');")
    return there


def wait_note(browser: Driver) -> None:
    """Wait for our note at the edge of the page."""
    until(lambda: noted(browser), "our note")


def ask(browser: Driver) -> Prompt:
    """Our dialog, with the page still untouched by it."""
    prompt = browser.wait_prompt()
    assert leaks(browser) == []
    return prompt


def assert_held(browser: Driver, expected: dict[str, int]) -> Prompt:
    """Our dialog is open, and no more than `expected` has reached the page."""
    prompt = ask(browser)
    assert_still(browser, expected)
    return prompt


def go_on(browser: Driver, expected: dict[str, int]) -> None:
    """Answer "Lanjutkan": the page then does what was held, exactly once."""
    browser.prompt_click(PROCEED)
    wait_acts(browser, expected)


def step_back(browser: Driver, expected: dict[str, int]) -> None:
    """Answer "Batal": the dialog goes, and nothing more reaches the page."""
    browser.prompt_click(CANCEL)
    wait_closed(browser)
    assert_still(browser, expected)


def go_back_to(browser: Driver, box: str) -> None:
    """Have the focus in a box (a selector) again, behind what was written in it."""
    browser.focus(box)
    browser.press("End")


def write_anyway(browser: Driver, box: str, text: str) -> None:
    """Begin in a box under a campaign post, be asked at the first letter, say Batal, and write on all the same."""
    browser.focus(box)
    browser.type(text[0])
    ask(browser)
    step_back(browser, acts(browser))
    go_back_to(browser, box)
    browser.type(text[1:])


def assert_free(browser: Driver, expected: dict[str, int]) -> None:
    """The page did exactly this, and nobody was asked."""
    wait_acts(browser, expected)
    assert_unasked(browser)


def leaks(browser: Driver) -> list[str]:
    """The events of our dialog that the page saw."""
    seen: list[str] = browser.js("return window.leaks;")
    return seen


def trust_account(browser: Driver, site: str, account: str) -> None:
    """As if the person had said not to be asked about this account any more: it tells how an account is read."""
    browser.extension_js(
        "await api.storage.local.set({ accounts: [{ site: args[0], account: args[1], until: Date.now() + 60_000 }] });",
        site,
        account,
    )
