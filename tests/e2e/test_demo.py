"""The product's own demo page, served by the product's own server: the first thing a newcomer tries."""

from __future__ import annotations

import time

import pytest

from server.demo import read_posts
from tests.e2e.drivers import CANCEL, PROCEED, Driver, until
from tests.e2e.servers import Served
from tests.e2e.steps import mark_level, see, wait_closed

POSTS = read_posts()
CAMPAIGN = next(post.id for post in POSTS if post.level == "campaign")
NEUTRAL = next(post.id for post in POSTS if post.level == "none")
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
