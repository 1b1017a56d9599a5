"""Articles of news sites that the person added: one that the rules know, and one that no rule names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, Network, until
from tests.e2e.fixtures import with_sites
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by, write_answer
from tests.e2e.pages.news_sites import ADDED, KOMPAS
from tests.e2e.pages.posts import STRONG
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    forms,
    go_on,
    mark_level,
    see,
    step_back,
    wait_acts,
    wait_closed,
    wait_forms,
)

THANKS = "Terima kasih liputannya"
BOX = "textarea"
WAYS = ["button", "keys"]
LINKS = ["facebook", "whatsapp", "wa-me", "telegram"]
# The button of the first comment, which takes no side, and of the second, which campaigns; and what sends the answer.
ANSWER_PLAIN, ANSWER_CAMPAIGN = "[data-does=open-reply-c1]", "[data-does=open-reply-c2]"
SEND_ANSWER = "[data-does=reply-c2]"

every_hand = pytest.mark.parametrize("hand", HANDS)


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser whose person added both sites."""
    yield from with_sites(browser_name, network, workspace, KOMPAS, ADDED)


@pytest.fixture(params=[(KOMPAS, "report"), (ADDED, "neutral")], ids=["known", "unknown"])
def article(fresh: Driver, request: pytest.FixtureRequest) -> Driver:
    """An article that takes no side, on either site."""
    host, of = request.param
    fresh.goto(f"https://{host}/?of={of}")
    return fresh


@pytest.fixture
def report(fresh: Driver) -> Driver:
    """A report on a debate, which names parties."""
    fresh.goto(f"https://{KOMPAS}/?of=report")
    return fresh


@pytest.fixture
def appeal(fresh: Driver) -> Driver:
    """An article that calls to vote, on a site that no rule knows."""
    fresh.goto(f"https://{ADDED}/?of=campaign")
    return fresh


@pytest.fixture
def unsigned(fresh: Driver) -> Driver:
    """An article that calls to vote, on the site that the rules know, but signed by another house."""
    fresh.goto(f"https://{KOMPAS}/?of=campaign")
    see(fresh, ".tools", "campaign")
    return fresh


def write(browser: Driver, text: str) -> None:
    browser.click(BOX)
    browser.type(text)


def send(browser: Driver, way: str) -> None:
    if way == "keys":
        browser.press("Control+Enter")
    elif way == "finger":
        browser.tap("#send")
    else:
        browser.click("#send" if way == "button" else "#submit")


def written(browser: Driver) -> str:
    text: str = browser.js("return document.querySelector(args[0]).value;", BOX)
    return text


@pytest.mark.parametrize("way", WAYS)
def test_a_plain_comment_under_an_article_is_sent_once(article: Driver, way: str) -> None:
    write(article, THANKS)
    send(article, way)
    assert_free(article, {"comment": 1})


@pytest.mark.parametrize("way", [*WAYS, "form"])
def test_a_supporting_comment_under_an_article_is_asked_about_and_batal_keeps_it(
    article: Driver, network: Network, way: str
) -> None:
    before = forms(network)
    write(article, STRONG)
    send(article, way)
    assert_held(article, {})
    step_back(article, {})
    assert written(article) == STRONG
    assert forms(network) == before


@pytest.mark.parametrize("way", [*WAYS, "finger"])
def test_lanjutkan_sends_the_comment_once(article: Driver, way: str) -> None:
    write(article, STRONG)
    send(article, way)
    go_on(article, {"comment": 1})
    assert article.js("return document.body.dataset.sent;") == STRONG


@pytest.mark.matrix(act="comment")
@pytest.mark.parametrize("text", [THANKS, STRONG])
def test_a_native_form_is_sent_once(article: Driver, network: Network, text: str) -> None:
    before = forms(network)
    write(article, text)
    send(article, "form")
    if text == STRONG:
        button = article.prompt_button(PROCEED)
        article.click((button.x, button.y))
    until(lambda: article.js("return document.body?.dataset.sent;") == text, "the page that answers")
    wait_forms(network, [*before, f"text={text}"])


@pytest.mark.parametrize("of", ["report", "quote"])
def test_what_a_media_house_reports_is_marked_and_can_be_passed_on(fresh: Driver, of: str) -> None:
    fresh.goto(f"https://{KOMPAS}/?of={of}")
    see(fresh, "html", "mention")
    fresh.click("#share")
    fresh.click("#to-facebook")
    assert_free(fresh, {"open-share": 1, "to-facebook": 1})


@pytest.mark.matrix(act="comment", input="keyboard")
def test_enter_in_a_field_of_one_line_is_asked_about_and_sends_once(report: Driver) -> None:
    report.js(
        """const field = Object.assign(document.createElement('input'), { type: 'text' });
        field.addEventListener('keydown', (event) => event.key === 'Enter' && window.act('comment', event));
        document.querySelector('#comment-widget ul').before(field);
        field.focus();"""
    )
    report.type(STRONG)
    asked_and_done_once(report, partial(report.press, "Enter"), {}, {"comment": 1})


def test_a_plain_comment_under_a_report_that_quotes_a_campaign_is_free(fresh: Driver) -> None:
    fresh.goto(f"https://{KOMPAS}/?of=quote")
    see(fresh, "html", "mention")
    write(fresh, THANKS)
    send(fresh, "button")
    assert_free(fresh, {"comment": 1})


@every_hand
def test_a_like_goes_to_the_comment(report: Driver, hand: str) -> None:
    see(report, "#c2", "campaign")
    press_by(report, hand, "#c2 [data-does=like-c2]")
    ask(report)
    report.prompt_click(CANCEL)
    wait_closed(report)
    press_by(report, hand, "#c1 [data-does=like-c1]")
    wait_acts(report, {"like-c1": 1})


def test_opening_the_box_of_an_answer_is_free(report: Driver) -> None:
    see(report, "#c2", "campaign")
    report.click("[data-does=open-reply-c2]")
    assert_free(report, {"open-reply-c2": 1})


@every_hand
def test_answering_under_a_campaigning_article_is_asked_about_before_a_word_is_written(
    unsigned: Driver, hand: str
) -> None:
    assert_asks_and_acts_once(unsigned, hand, ANSWER_PLAIN, "open-reply-c1")


@every_hand
def test_a_plain_answer_to_a_campaigning_comment_is_sent_once(report: Driver, hand: str) -> None:
    see(report, "#c2", "campaign")
    write_answer(report, hand, ANSWER_CAMPAIGN, "open-reply-c2", THANKS)
    press_by(report, hand, SEND_ANSWER)
    assert_free(report, {"open-reply-c2": 1, "reply-c2": 1})


@every_hand
def test_a_supporting_answer_is_asked_about_and_sent_once(report: Driver, hand: str) -> None:
    write_answer(report, hand, ANSWER_CAMPAIGN, "open-reply-c2", STRONG)
    asked_and_done_once(report, partial(press_by, report, hand, SEND_ANSWER), {"open-reply-c2": 1}, {"reply-c2": 1})
    assert report.js("return document.body.dataset.sent;") == STRONG


@every_hand
def test_sharing_a_campaigning_article_on_kompas_asks_and_opens_the_menu_once(unsigned: Driver, hand: str) -> None:
    assert_asks_and_acts_once(unsigned, hand, "#share", "open-share")


@pytest.mark.parametrize(
    ("to", "hand"),
    [("facebook", "mouse"), ("whatsapp", "finger"), ("wa-me", "keyboard"), ("telegram", "mouse")],
)
def test_each_address_that_passes_a_kompas_article_on_asks_and_leads_there_once(
    unsigned: Driver, to: str, hand: str
) -> None:
    unfold(unsigned)
    assert_asks_and_acts_once(unsigned, hand, f"#to-{to}", f"to-{to}")


@every_hand
def test_a_recipe_on_kompas_is_shared_once(fresh: Driver, hand: str) -> None:
    fresh.goto(f"https://{KOMPAS}/?of=neutral")
    see(fresh, "#c2", "campaign")
    press_by(fresh, hand, "#share")
    press_by(fresh, hand, "#to-whatsapp")
    assert_free(fresh, {"open-share": 1, "to-whatsapp": 1})


@pytest.mark.parametrize("gesture", ["click", "tap"])
def test_sharing_an_article_that_campaigns_is_asked_about_once(appeal: Driver, gesture: str) -> None:
    see(appeal, "html", "campaign")
    getattr(appeal, gesture)("#share")
    assert_held(appeal, {})
    go_on(appeal, {"open-share": 1})
    appeal.click("#to-telegram")
    assert_free(appeal, {"open-share": 1, "to-telegram": 1})


@pytest.mark.parametrize("to", LINKS)
def test_each_way_to_pass_a_campaigning_article_on_is_asked_about(appeal: Driver, to: str) -> None:
    see(appeal, "html", "campaign")
    unfold(appeal)
    appeal.click(f"#to-{to}")
    assert_held(appeal, {})
    go_on(appeal, {f"to-{to}": 1})


def test_enter_on_a_link_that_passes_it_on_is_asked_about(appeal: Driver) -> None:
    see(appeal, "html", "campaign")
    unfold(appeal)
    appeal.focus("#to-whatsapp")
    appeal.press("Enter")
    assert_held(appeal, {})


def unfold(browser: Driver) -> None:
    """The menu, as if the site had it open from the start."""
    browser.js(
        "document.getElementById('layers').replaceChildren(document.getElementById('menu').content.cloneNode(true));"
    )


@pytest.mark.parametrize("does", ["to-x", "copy"])
def test_what_leads_to_the_box_of_x_and_copying_the_address_are_free(appeal: Driver, does: str) -> None:
    see(appeal, "html", "campaign")
    unfold(appeal)
    appeal.click(f"[data-does={does}]")
    assert_free(appeal, {does: 1})


def test_an_article_without_contestants_bears_no_mark(fresh: Driver) -> None:
    fresh.goto(f"https://{KOMPAS}/?of=neutral")
    see(fresh, "#c2", "campaign")
    assert mark_level(fresh, ".tools") is None
