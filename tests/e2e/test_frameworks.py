"""Pages written with true frameworks and editors: each listens, keeps state and writes into the page in its own way."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.pages.frameworks import FRAMEWORKS
from tests.e2e.pages.posts import CAMPAIGN, NEUTRAL, SUPPORT
from tests.e2e.servers import Served
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    assert_still,
    go_on,
    leaks,
    mark_level,
    see,
    step_back,
    wait_acts,
    wait_closed,
    wait_note,
)

# Those that render the controls; the other two are editors alone.
RENDERERS = ["react", "preact", "lit", "draft"]
EDITORS = sorted(FRAMEWORKS)
WAYS = ["key", "button"]
# "like" is done by a click, "share" as soon as the pointer goes down.
CONTROLS = ["like", "share"]
THANKS = "Terima kasih resepnya"

HERE = Path(__file__).parent


def field(post: str) -> str:
    return f"#{post} :is(textarea, [contenteditable])"


def control(post: str, act: str) -> str:
    return f"#{post} [data-act={act}]"


def focus_control(browser: Driver, post: str) -> None:
    """Lit's button is inside its component."""
    browser.js(
        "const host = document.querySelector(args[0]); (host.shadowRoot?.querySelector('button') ?? host).focus();",
        control(post, "like"),
    )


def written(browser: Driver, post: str) -> str:
    text: str = browser.js(
        "const box = document.querySelector(args[0]); return (box.value ?? box.textContent).trim();", field(post)
    )
    return text


def write(browser: Driver, post: str, text: str) -> None:
    browser.focus(field(post))
    browser.type(text)
    until(lambda: written(browser, post) == text, "the editor to show the text")


def send(browser: Driver, post: str, way: str) -> None:
    if way == "key":
        browser.press("Enter")
    else:
        browser.click(f"#{post} form button")


@pytest.fixture
def page(fresh: Driver, lab_server: Served, framework: str) -> Driver:
    """The framework's page, when it has rendered."""
    fresh.goto(f"{lab_server.url}/demo/frameworks/{framework}")
    until(lambda: fresh.js("return !!document.querySelector('#campaign');"), "the framework to render")
    return fresh


@pytest.mark.parametrize("act", CONTROLS)
@pytest.mark.parametrize("framework", RENDERERS)
def test_a_neutral_post_is_acted_on_once_and_nobody_is_asked(page: Driver, act: str) -> None:
    page.click(control("neutral", act))
    assert_free(page, {f"{act}-neutral": 1})


@pytest.mark.parametrize("act", CONTROLS)
@pytest.mark.parametrize("framework", RENDERERS)
def test_a_campaign_post_asks_first_and_then_acts_once(page: Driver, act: str) -> None:
    see(page, "#campaign", "campaign")
    page.click(control("campaign", act))
    assert_held(page, {})
    step_back(page, {})
    page.click(control("campaign", act))
    go_on(page, {f"{act}-campaign": 1})
    assert leaks(page) == []


@pytest.mark.parametrize("framework", RENDERERS)
def test_a_key_does_what_a_click_does(page: Driver) -> None:
    focus_control(page, "neutral")
    page.press("Enter")
    wait_acts(page, {"like-neutral": 1})
    see(page, "#campaign", "campaign")
    focus_control(page, "campaign")
    page.press("Enter")
    assert_held(page, {"like-neutral": 1})
    go_on(page, {"like-neutral": 1, "like-campaign": 1})


@pytest.mark.parametrize("framework", RENDERERS)
def test_a_handler_that_wants_a_trusted_click_gets_the_next_real_one(page: Driver) -> None:
    see(page, "#campaign", "campaign")
    page.click(control("campaign", "repost"))
    page.prompt_click(PROCEED)
    wait_note(page)
    assert_still(page, {})
    page.click(control("campaign", "repost"))
    assert_free(page, {"repost-campaign": 1})


@pytest.mark.parametrize("framework", RENDERERS)
def test_nodes_that_are_used_again_are_judged_by_what_they_show(page: Driver) -> None:
    see(page, "#campaign", "campaign")
    page.js("recycle([{ id: 'first', text: args[0] }, { id: 'second', text: args[1] }]);", CAMPAIGN, NEUTRAL)
    see(page, "#first", "campaign")
    until(lambda: mark_level(page, "#second") is None, "the mark to go with its post")
    page.click(control("second", "like"))
    wait_acts(page, {"like-second": 1})
    page.click(control("first", "like"))
    ask(page)
    page.js("recycle([{ id: 'third', text: args[0] }]);", NEUTRAL)
    page.prompt_click(PROCEED)
    wait_closed(page)
    assert_still(page, {"like-second": 1})


def test_a_page_that_the_server_wrote_is_taken_over_without_a_difference(fresh: Driver, lab_server: Served) -> None:
    fresh.goto(f"{lab_server.url}/demo/frameworks/react?served")
    see(fresh, "#campaign", "campaign")
    fresh.click(control("neutral", "like"))
    wait_acts(fresh, {"like-neutral": 1})
    fresh.click(control("campaign", "like"))
    go_on(fresh, {"like-neutral": 1, "like-campaign": 1})


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("framework", EDITORS)
def test_a_plain_comment_is_sent_once(page: Driver, way: str) -> None:
    write(page, "neutral", THANKS)
    send(page, "neutral", way)
    assert_free(page, {"send-neutral": 1})
    assert page.js("return document.body.dataset.sent;") == THANKS


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("framework", EDITORS)
def test_a_supporting_comment_is_asked_about_kept_and_then_sent_once_and_whole(page: Driver, way: str) -> None:
    write(page, "neutral", SUPPORT)
    send(page, "neutral", way)
    assert_held(page, {})
    step_back(page, {})
    assert written(page, "neutral") == SUPPORT
    send(page, "neutral", way)
    go_on(page, {"send-neutral": 1})
    assert page.js("return document.body.dataset.sent;") == SUPPORT


@pytest.mark.parametrize("framework", EDITORS)
def test_the_editor_takes_text_again_after_batal(page: Driver) -> None:
    write(page, "neutral", SUPPORT)
    page.press("Enter")
    page.prompt_click(CANCEL)
    wait_closed(page)
    page.type(" Ya")
    until(lambda: written(page, "neutral") == f"{SUPPORT} Ya", "the text to go on where it was left")


@pytest.mark.parametrize("framework", EDITORS)
def test_the_first_letter_under_a_campaign_post_asks_and_the_text_goes_on_after_lanjutkan(page: Driver) -> None:
    see(page, "#campaign", "campaign")
    page.focus(field("campaign"))
    page.type(THANKS[0])
    assert_held(page, {})
    assert written(page, "campaign") == THANKS[0]
    page.prompt_click(PROCEED)
    wait_closed(page)
    page.type(THANKS[1:])
    until(lambda: written(page, "campaign") == THANKS, "the text to go on where it was left")
    page.press("Enter")
    assert_free(page, {"send-campaign": 1})
    assert page.js("return document.body.dataset.sent;") == THANKS


@pytest.mark.parametrize("framework", EDITORS)
def test_the_built_page_is_of_the_sources_beside_it(framework: str) -> None:
    sources = HERE / "frameworks"
    digest = hashlib.sha256()
    for path in [sources / "build.mjs", sources / "package-lock.json", *sorted((sources / "src").iterdir())]:
        digest.update(path.read_bytes())
    built = (HERE / f"pages/static/frameworks/{framework}.js").read_text(encoding="utf-8")
    assert built.startswith(f"/* sources {digest.hexdigest()}; licences in LICENSES.txt */")
