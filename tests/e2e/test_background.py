"""The background sleeps, wakes and answers; what it does not know it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.servers import Served
from tests.e2e.steps import (
    assert_free,
    assert_held,
    go_on,
    noted,
    see,
    wait_closed,
)

CAMPAIGN = {"text": "Ayo coblos nomor 2! Menangkan pasangan Damar-Sekar."}


def test_an_act_after_the_background_was_stopped_is_still_asked_about(lab: Driver) -> None:
    lab.stop_background()
    lab.js("document.getElementById('click-campaign').scrollIntoView();")
    see(lab, "#click-campaign", "campaign")
    lab.stop_background()
    lab.click("#click-campaign [data-act]")
    assert_held(lab, {})
    lab.stop_background()
    go_on(lab, {"click-campaign": 1})


def test_a_post_whose_question_got_no_answer_is_asked_about_again(lab: Driver, lab_server: Served) -> None:
    lab.goto("about:blank")
    with refused_scores(lab, 2):
        lab.goto(f"{lab_server.url}/demo/lab")
        see(lab, "#click-campaign", "campaign")


def test_what_was_let_through_for_want_of_a_verdict_is_asked_about_once_there_is_one(
    lab: Driver, lab_server: Served
) -> None:
    like = "#trusted-campaign [data-act]"
    with refused_scores(lab, 1000):
        until(lambda: lets_through(lab, f"{lab_server.url}/demo/lab", like), "a press to come before its verdict")
    see(lab, "#trusted-campaign", "campaign")
    lab.click(like)
    assert_held(lab, {})


def lets_through(browser: Driver, address: str, like: str) -> bool:
    """Press on a page just opened; False where the background's verdict came before its stand-in's refusal."""
    browser.goto("about:blank")
    browser.goto(address)
    browser.js("document.querySelector(args[0]).scrollIntoView();", like)
    browser.click(like)
    until(lambda: noted(browser) or browser.prompt(), "our note or our dialog")
    if noted(browser):
        return True
    browser.press("Escape")
    wait_closed(browser)
    return False


@contextmanager
def refused_scores(browser: Driver, times: int) -> Iterator[None]:
    """Answer the next so many questions for verdicts in the background's stead: not at all well."""
    browser.extension_js(
        """const told = document.documentElement.dataset;
        if (told.refuse === undefined) api.runtime.onMessage.addListener((message, sender, reply) => {
            if (message.type !== 'score' || Number(told.refuse) === 0) return;
            told.refuse = Number(told.refuse) - 1;
            reply({ ok: false, error: 'no answer' });
        });
        told.refuse = args[0];""",
        times,
    )
    try:
        yield
    finally:
        browser.extension_js("document.documentElement.dataset.refuse = 0;")


def test_an_answer_outlives_the_background(lab: Driver, lab_server: Served) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click("#click-campaign [data-act]")
    go_on(lab, {"click-campaign": 1})
    until(lambda: lab.background({"type": "export-data"})["data"]["session"].get("posts"), "the answer to be kept")
    lab.stop_background()
    lab.goto(f"{lab_server.url}/demo/lab")
    see(lab, "#click-campaign", "campaign")
    lab.click("#click-campaign [data-act]")
    assert_free(lab, {"click-campaign": 1})


def test_it_scores_on_the_device(browser: Driver) -> None:
    answer = browser.background({"type": "score", "contexts": [CAMPAIGN, {"text": "Resep sayur lodeh"}]})
    assert answer["by"] == "device"
    assert [verdict["level"] for verdict in answer["verdicts"]] == ["campaign", "none"]


@pytest.mark.parametrize(
    "message",
    [
        {"type": "no-such-message"},
        {},
        {"type": "score"},
        {"type": "score", "contexts": []},
        {"type": "score", "contexts": [CAMPAIGN] * 51},
        {"type": "score", "contexts": [{"text": "a", "account": "me"}]},
        {"type": "set-settings", "patch": {"report": True}},
        {"type": "set-settings", "patch": {"sitesAdded": ["forum.contoh.id"]}},
        {"type": "add-site", "host": "*"},
    ],
    ids=[
        "unknown",
        "empty",
        "no contexts",
        "none",
        "too many",
        "stranger's field",
        "unknown setting",
        "site without permission",
        "no site",
    ],
)
def test_a_message_it_does_not_know_is_refused(browser: Driver, message: dict[str, Any]) -> None:
    answer = browser.background(message)
    assert answer["ok"] is False
    assert answer["error"]


def test_a_pause_holds_for_every_site_until_it_is_ended(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.background({"type": "pause", "for": "15m"})
    lab.click("#click-campaign [data-act]")
    assert_free(lab, {"click-campaign": 1})
    lab.background({"type": "resume"})
    see(lab, "#inline-campaign", "campaign")
    lab.click("#inline-campaign [data-act]")
    assert_held(lab, {"click-campaign": 1})
