"""The product's own demo page, served by the product's own server: the first thing a newcomer tries."""

from __future__ import annotations

import time

import pytest

from server.demo import POSTS, DemoPost
from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.hands import HANDS, press_by
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.servers import Served
from tests.e2e.steps import assert_unasked, mark_level, see, wait_closed

CAMPAIGN = next(post.id for post in POSTS if post.level == "campaign")
NEUTRAL = next(post.id for post in POSTS if post.level == "none")
OWN = 'form[data-composer="post"]'
# A post counts as seen once a frame was drawn with it in view.
FRAME_SECONDS = 0.05


@pytest.fixture
def demo(fresh: Driver, product: Served) -> Driver:
    fresh.goto(f"{product.url}/demo")
    return fresh


def article(post: str) -> str:
    return f'[data-post-id="{post}"]'


def like(post: str) -> str:
    return f'{article(post)} button[data-act="like"]'


def offering(act: str, level: str) -> str:
    """The first post of a level that has this control: what stands in a group is joined, and else somebody followed."""

    def has(post: DemoPost) -> bool:
        grouped = post.container is not None and post.container.kind == "group"
        return {"join": grouped, "follow": not grouped}.get(act, True)

    return next(post.id for post in POSTS if post.level == level and has(post))


def control(post: str, act: str) -> str:
    return f'{article(post)} button[data-act="{act}"]'


def reached(browser: Driver) -> dict[str, int]:
    """What reached the page: the acts on its board, and the boxes that stand open to write a comment in."""
    counted: dict[str, int] = browser.js(
        """const boxes = document.querySelectorAll('#feed form:not([hidden])').length;
        const lines = [...document.querySelectorAll('#acts li')].map(({ dataset }) => [dataset.act, +dataset.count]);
        return Object.fromEntries([...lines, ['box', boxes]].filter(([, count]) => count > 0));"""
    )
    return counted


def assert_reached(browser: Driver, expected: dict[str, int]) -> None:
    """Wait until exactly this reached the page, and see that nothing follows."""
    until(lambda: reached(browser) == expected, f"the page to have done {expected}, not {reached(browser)}")
    browser.ajs("await new Promise((done) => setTimeout(done, 50));")
    assert reached(browser) == expected


def cancel(browser: Driver) -> None:
    """See the question, with nothing behind it done, and answer Batal."""
    browser.wait_prompt()
    assert_reached(browser, {})
    browser.prompt_click(CANCEL)
    wait_closed(browser)
    assert_reached(browser, {})


def pressed(browser: Driver, post: str) -> bool:
    answer: bool = browser.js("return document.querySelector(args[0]).ariaPressed === 'true';", like(post))
    return answer


def test_a_neutral_post_is_liked_at_once(demo: Driver) -> None:
    demo.click(like(NEUTRAL))
    until(lambda: pressed(demo, NEUTRAL), "the neutral post to be liked")
    assert demo.prompt() is None


def test_a_campaign_post_is_liked_after_lanjutkan(demo: Driver) -> None:
    see(demo, article(CAMPAIGN), "campaign")
    demo.click(like(CAMPAIGN))
    demo.wait_prompt()
    assert not pressed(demo, CAMPAIGN)
    demo.prompt_click(PROCEED)
    until(lambda: pressed(demo, CAMPAIGN), "the campaign post to be liked")


def test_a_campaign_post_is_not_liked_after_batal(demo: Driver) -> None:
    see(demo, article(CAMPAIGN), "campaign")
    demo.click(like(CAMPAIGN))
    demo.prompt_click(CANCEL)
    wait_closed(demo)
    assert not pressed(demo, CAMPAIGN)


def test_every_post_shows_the_level_it_was_written_for(demo: Driver) -> None:
    for post in POSTS:
        demo.js("document.querySelector(args[0]).scrollIntoView({ block: 'center' });", article(post.id))
        time.sleep(FRAME_SECONDS)
    expected = {post.id: None if post.level == "none" else post.level for post in POSTS}
    until(
        lambda: {post.id: mark_level(demo, article(post.id)) for post in POSTS} == expected,
        "every post to show its level",
    )


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("act", ["like", "share", "repost", "follow", "join", "comment"])
def test_a_press_asks_batal_does_nothing_and_lanjutkan_acts_once(demo: Driver, act: str, hand: str) -> None:
    post = offering(act, "campaign")
    see(demo, article(post), "campaign")
    press_by(demo, hand, control(post, act))
    cancel(demo)
    press_by(demo, hand, control(post, act))
    demo.prompt_click(PROCEED)
    assert_reached(demo, {"box" if act == "comment" else act: 1})


@pytest.mark.parametrize(
    ("letter", "act", "done"), [("l", "like", "like"), ("r", "reply", "box"), ("t", "repost", "repost")]
)
def test_a_letter_asks_batal_does_nothing_and_lanjutkan_acts_once(
    demo: Driver, letter: str, act: str, done: str
) -> None:
    see(demo, article(CAMPAIGN), "campaign")
    demo.focus(article(CAMPAIGN))
    demo.press(letter)
    cancel(demo)
    demo.focus(article(CAMPAIGN))
    demo.press(letter)
    demo.prompt_click(PROCEED)
    assert_reached(demo, {done: 1})


@pytest.mark.matrix(act="like")
def test_a_double_press_asks_batal_does_nothing_and_lanjutkan_likes_once(demo: Driver) -> None:
    text = f'{article(CAMPAIGN)} [data-part="text"]'
    see(demo, article(CAMPAIGN), "campaign")
    demo.dblclick(text)
    cancel(demo)
    demo.dblclick(text)
    demo.prompt_click(PROCEED)
    assert_reached(demo, {"like": 1})


@pytest.mark.matrix(act="like")
def test_after_batal_the_next_press_is_a_first_one_again(demo: Driver) -> None:
    text = f'{article(CAMPAIGN)} [data-part="text"]'
    see(demo, article(CAMPAIGN), "campaign")
    demo.dblclick(text)
    cancel(demo)
    demo.click(text)
    assert_reached(demo, {})
    assert_unasked(demo)


@pytest.mark.parametrize("hand", HANDS)
def test_a_campaigning_post_of_ones_own_is_kept_by_batal_and_sent_once_by_lanjutkan(demo: Driver, hand: str) -> None:
    see(demo, article(CAMPAIGN), "campaign")
    demo.focus(f"{OWN} textarea")
    demo.type(SUPPORT)
    press_by(demo, hand, f"{OWN} button")
    cancel(demo)
    press_by(demo, hand, f"{OWN} button")
    demo.prompt_click(PROCEED)
    assert_reached(demo, {"post": 1})
    assert demo.js("return document.querySelector('#feed [data-part=text]').textContent;") == SUPPORT


@pytest.mark.parametrize("act", ["share", "repost", "follow", "join", "comment"])
def test_on_a_neutral_post_a_press_acts_once(demo: Driver, act: str) -> None:
    demo.click(control(offering(act, "none"), act))
    assert_reached(demo, {"box" if act == "comment" else act: 1})
    assert_unasked(demo)


@pytest.mark.parametrize("act", ["like", "repost", "follow", "join"])
def test_taking_back_is_free(demo: Driver, act: str) -> None:
    post = offering(act, "campaign")
    see(demo, article(post), "campaign")
    demo.js("document.querySelector(args[0]).ariaPressed = 'true';", control(post, act))
    demo.click(control(post, act))
    assert_reached(demo, {"undo": 1})
    assert_unasked(demo)


def test_a_plain_post_of_ones_own_is_sent_at_once(demo: Driver) -> None:
    demo.focus(f"{OWN} textarea")
    demo.type("Selamat pagi semuanya")
    demo.press("Control+Enter")
    assert_reached(demo, {"post": 1})
    assert_unasked(demo)
