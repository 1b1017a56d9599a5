"""Mastodon's markup twice: on the server that the rules know, and on an added one, read by roles and names alone."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import CANCEL, Driver, until
from tests.e2e.mastodon import (
    CAMPAIGNING,
    PLAIN,
    browser,  # noqa: F401
    control,
    fresh,  # noqa: F401
    mastodon,  # noqa: F401
    post,
)
from tests.e2e.pages.text_sites import ELSEWHERE, MASTODON
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    go_on,
    mark_level,
    see,
    step_back,
    trust_account,
    wait_acts,
    wait_closed,
)

QUOTING, CAMPAIGN_POLL, PLAIN_POLL = "113", "114", "115"
BOOSTED, CAMPAIGN_BOOSTED = "116", "117"


def profile(browser: Driver, host: str, account: str) -> Driver:
    browser.goto(f"https://{host}/?profile={account}")
    return browser


@pytest.mark.parametrize("does", ["favourite", "boost", "bookmark", "more"])
def test_acts_on_a_neutral_post_work_as_if_we_were_not_there(mastodon: Driver, does: str) -> None:
    mastodon.click(control(PLAIN, does))
    assert_free(mastodon, {f"{does}-{PLAIN}": 1})


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("host", [MASTODON, ELSEWHERE])
@pytest.mark.parametrize("does", ["favourite", "boost"])
def test_a_campaign_post_asks_and_lanjutkan_acts_once(fresh: Driver, host: str, language: str, does: str) -> None:
    fresh.goto(f"https://{host}/?lang={language}")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control(CAMPAIGNING, does))
    assert_held(fresh, {})
    go_on(fresh, {f"{does}-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("does", ["favourite", "boost", "reply"])
def test_batal_leaves_the_page_as_it_was(mastodon: Driver, does: str) -> None:
    see(mastodon, post(CAMPAIGNING), "campaign")
    mastodon.click(control(CAMPAIGNING, does))
    ask(mastodon)
    step_back(mastodon, {})


@pytest.mark.parametrize("does", ["bookmark", "more"])
def test_other_buttons_of_a_campaign_post_are_free(mastodon: Driver, does: str) -> None:
    see(mastodon, post(CAMPAIGNING), "campaign")
    mastodon.click(control(CAMPAIGNING, does))
    assert_free(mastodon, {f"{does}-{CAMPAIGNING}": 1})


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_asks_as_the_mouse_does(mastodon: Driver, key: str) -> None:
    see(mastodon, post(CAMPAIGNING), "campaign")
    mastodon.focus(control(CAMPAIGNING, "favourite"))
    mastodon.press(key)
    assert_held(mastodon, {})
    go_on(mastodon, {f"favourite-{CAMPAIGNING}": 1})


def test_a_finger_asks_as_the_mouse_does(mastodon: Driver) -> None:
    see(mastodon, post(CAMPAIGNING), "campaign")
    mastodon.tap(control(CAMPAIGNING, "favourite"))
    assert_held(mastodon, {})
    go_on(mastodon, {f"favourite-{CAMPAIGNING}": 1})


def test_a_campaign_in_the_quoted_post_is_found(mastodon: Driver) -> None:
    see(mastodon, post(QUOTING), "campaign")
    mastodon.click(control(QUOTING, "favourite"))
    assert_held(mastodon, {})


def test_a_neutral_post_boosted_by_somebody_else_stays_neutral(mastodon: Driver) -> None:
    mastodon.click(control(BOOSTED, "favourite"))
    assert_free(mastodon, {f"favourite-{BOOSTED}": 1})


@pytest.mark.parametrize(("host", "site"), [(MASTODON, "mastodon"), (ELSEWHERE, ELSEWHERE)])
def test_the_author_of_a_boosted_post_is_who_wrote_it(fresh: Driver, host: str, site: str) -> None:
    trust_account(fresh, site, "joko")
    fresh.goto(f"https://{host}/")
    see(fresh, post(CAMPAIGN_BOOSTED), "campaign")
    fresh.click(control(CAMPAIGN_BOOSTED, "favourite"))
    assert_free(fresh, {f"favourite-{CAMPAIGN_BOOSTED}": 1})


@pytest.mark.parametrize("does", ["favourite", "boost"])
def test_taking_back_is_free(mastodon: Driver, does: str) -> None:
    see(mastodon, post(CAMPAIGNING), "campaign")
    mastodon.js("document.querySelector(args[0]).setAttribute('aria-pressed', 'true');", control(CAMPAIGNING, does))
    mastodon.click(control(CAMPAIGNING, does))
    assert_free(mastodon, {f"un{does}-{CAMPAIGNING}": 1})


@pytest.mark.parametrize(("letter", "does"), [("f", "favourite"), ("b", "boost"), ("r", "open-reply")])
def test_a_letter_asks_as_the_mouse_does(mastodon: Driver, letter: str, does: str) -> None:
    see(mastodon, post(CAMPAIGNING), "campaign")
    mastodon.focus(post(CAMPAIGNING))
    mastodon.press(letter)
    assert_held(mastodon, {})
    go_on(mastodon, {f"{does}-{CAMPAIGNING}": 1})


def test_a_letter_on_a_neutral_post_is_free(mastodon: Driver) -> None:
    mastodon.focus(post(PLAIN))
    mastodon.press("f")
    assert_free(mastodon, {f"favourite-{PLAIN}": 1})


def test_a_post_on_its_own_page_is_asked_about_and_the_answer_below_it_is_not(mastodon: Driver) -> None:
    mastodon.click(f"{post(CAMPAIGNING)} .status__relative-time")
    see(mastodon, ".detailed-status__wrapper", "campaign")
    mastodon.click(control(CAMPAIGNING, "favourite"))
    ask(mastodon)
    mastodon.prompt_click(CANCEL)
    wait_closed(mastodon)
    mastodon.click(control("answer", "favourite"))
    wait_acts(mastodon, {"favourite-answer": 1})
    assert mark_level(mastodon, post("answer")) is None


def test_voting_in_a_poll_of_a_campaign_post_is_asked_about_and_looking_at_it_is_free(mastodon: Driver) -> None:
    see(mastodon, post(CAMPAIGN_POLL), "campaign")
    mastodon.click(f"{post(CAMPAIGN_POLL)} input")
    mastodon.click(control(CAMPAIGN_POLL, "results"))
    wait_acts(mastodon, {f"results-{CAMPAIGN_POLL}": 1})
    mastodon.click(control(CAMPAIGN_POLL, "vote"))
    assert_held(mastodon, {f"results-{CAMPAIGN_POLL}": 1})
    go_on(mastodon, {f"results-{CAMPAIGN_POLL}": 1, f"vote-{CAMPAIGN_POLL}": 1})


def test_voting_for_a_meal_is_free(mastodon: Driver) -> None:
    mastodon.click(control(PLAIN_POLL, "vote"))
    assert_free(mastodon, {f"vote-{PLAIN_POLL}": 1})


@pytest.mark.parametrize("host", [MASTODON, ELSEWHERE])
def test_following_who_campaigns_is_asked_about_in_a_list_and_on_the_profile(fresh: Driver, host: str) -> None:
    fresh.goto(f"https://{host}/")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control("budi", "follow"))
    assert_held(fresh, {})
    fresh.prompt_click(CANCEL)
    wait_closed(fresh)
    profile(fresh, host, "budi")
    see(fresh, post(CAMPAIGNING), "campaign")
    fresh.click(control("budi", "follow"))
    assert_held(fresh, {})
    go_on(fresh, {"follow-budi": 1})


@pytest.mark.parametrize("host", [MASTODON, ELSEWHERE])
def test_following_a_cook_and_unfollowing_anybody_is_free(fresh: Driver, host: str) -> None:
    fresh.goto(f"https://{host}/")
    fresh.click(control("dapur", "follow"))
    fresh.js("document.querySelector(args[0]).textContent = 'Berhenti mengikuti';", control("budi", "follow"))
    fresh.click(control("budi", "follow"))
    assert_free(fresh, {"follow-dapur": 1, "unfollow-budi": 1})


@pytest.mark.parametrize(("host", "reader"), [(MASTODON, "adapter"), (ELSEWHERE, "generic")])
def test_the_popup_is_told_which_reader_is_at_work(fresh: Driver, host: str, reader: str) -> None:
    fresh.goto(f"https://{host}/")
    see(fresh, post(CAMPAIGNING), "campaign")
    state = until(
        lambda: fresh.extension_js(
            """const tabs = await api.tabs.query({});
            const answers = await Promise.all(tabs.map(({ id }) =>
                api.tabs.sendMessage(id, { type: 'page-state' }).catch(() => null)));
            return answers.find((answer) => answer?.posts > 0) ?? null;"""
        ),
        "the page to answer",
    )
    assert state["reader"] == reader
    assert state["controls"] > 0
