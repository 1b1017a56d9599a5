"""A second application that nobody described, of another build: boxes without roles, answers in posts, menus, emoji."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network
from tests.e2e.fixtures import with_sites
from tests.e2e.hands import HANDS, asked_and_done_once, assert_asks_and_acts_once, press_by, write_answer
from tests.e2e.pages.posts import CALL, CAMPAIGN, SUPPORT
from tests.e2e.pages.square import HOST, PATH
from tests.e2e.steps import assert_free, assert_held, assert_unasked, mark_level, see, wait_acts

MORE = ["share", "repost", "quote"]
BOX = ".new textarea"

every_hand = pytest.mark.parametrize("hand", HANDS)


def control(of: str, does: str) -> str:
    """The control of a post, or of an answer, itself."""
    return f"[data-id={of}] > div > [data-does={does}]"


def in_layer(does: str) -> str:
    return f".teleported [data-does={does}]"


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser whose person added the square."""
    yield from with_sites(browser_name, network, workspace, HOST)


@pytest.fixture
def square(fresh: Driver) -> Driver:
    """The square, read."""
    fresh.goto(f"https://{HOST}{PATH}")
    see(fresh, "[data-id=call]", "campaign")
    see(fresh, "[data-id=campaign]", "campaign")
    return fresh


def test_a_post_is_not_judged_by_the_answers_in_it_nor_an_answer_by_its_post(square: Driver) -> None:
    marks = (
        "return [...document.querySelectorAll('jaga-jempol-mark')].map((one) => one.closest('[data-id]').dataset.id);"
    )
    assert sorted(square.js(marks)) == ["call", "campaign"]
    assert mark_level(square, "[data-id=thanks]") is None


@every_hand
def test_a_reaction_in_a_menu_is_asked_about_before_it_reaches_the_page(square: Driver, hand: str) -> None:
    opener = control("campaign", "open-react")
    asked_and_done_once(square, lambda: press_by(square, hand, opener), {}, {})
    press_by(square, hand, in_layer("react"))
    assert_free(square, {"react-campaign": 1})


@pytest.mark.parametrize(("does", "hand"), list(zip(MORE, HANDS, strict=True)))
def test_the_dialog_of_a_campaign_post_opens_freely_and_what_passes_it_on_asks(
    square: Driver, does: str, hand: str
) -> None:
    press_by(square, hand, control("campaign", "more"))
    assert_unasked(square)
    assert_asks_and_acts_once(square, hand, in_layer(does), f"{does}-campaign")


@pytest.mark.parametrize(("does", "hand"), list(zip(MORE, HANDS, strict=True)))
def test_what_passes_a_campaign_post_on_asks_in_a_box_that_no_role_tells(square: Driver, does: str, hand: str) -> None:
    press_by(square, hand, control("campaign", "bare"))
    assert_unasked(square)
    assert_asks_and_acts_once(square, hand, in_layer(does), f"{does}-campaign")


@every_hand
@pytest.mark.parametrize("box", ["more", "bare"])
def test_a_like_offered_in_a_box_of_a_campaign_post_is_judged_by_that_post(square: Driver, box: str, hand: str) -> None:
    press_by(square, hand, control("campaign", box))
    assert_unasked(square)
    assert_asks_and_acts_once(square, hand, in_layer("like"), "like-campaign")


def test_in_a_box_without_a_role_the_post_pressed_last_is_meant_and_none_once_something_else_is(square: Driver) -> None:
    square.click(control("campaign", "bare"))
    square.click(control("plain", "bare"))
    square.click(in_layer("share"))
    wait_acts(square, {"share-plain": 1})
    square.click(control("campaign", "bare"))
    square.click("h1")
    square.js("window.drawElsewhere();")
    square.click(in_layer("share"))
    assert_free(square, {"share-plain": 1, "share-page": 1})


@every_hand
def test_the_emoji_below_a_campaigning_answer_asks_and_counts_once(square: Driver, hand: str) -> None:
    assert_asks_and_acts_once(square, hand, control("call", "like"), "like-call")


@pytest.mark.parametrize("hand", ["mouse", "finger"])
def test_a_choice_in_the_poll_of_a_campaign_post_asks_and_votes_once(square: Driver, hand: str) -> None:
    assert_asks_and_acts_once(square, hand, "[data-id=campaign] [data-does=vote]", "vote-campaign")


@pytest.mark.parametrize(
    ("does", "hand"), [("follow", "mouse"), ("follow", "finger"), ("open-reply", "mouse"), ("open-reply", "keyboard")]
)
def test_following_and_answering_who_campaigns_asks(square: Driver, does: str, hand: str) -> None:
    assert_asks_and_acts_once(square, hand, control("campaign", does), f"{does}-campaign")


def test_a_post_that_comes_under_the_mouse_is_asked_about_at_the_very_press(square: Driver) -> None:
    """A control is pressed twice, and between the two another post is drawn in its place that nobody has read yet."""
    square.js(
        """const [coming, pressed] = args.map((selector) => document.querySelector(selector));
        const post = coming.parentElement;
        coming.remove();
        pressed.addEventListener('click', () => {
            const { left, top } = pressed.getBoundingClientRect();
            post.append(coming);
            const follow = coming.querySelector('[data-does=follow]');
            Object.assign(follow.style, { position: 'fixed', left: `${left}px`, top: `${top}px`, zIndex: 9 });
        }, { once: true });""",
        "[data-id=campaign]",
        control("thanks", "like"),
    )
    square.dblclick(control("thanks", "like"))
    assert_held(square, {"like-thanks": 1})


# A post whose buttons show pictures; what they are is said to assistive technology later, without another node.
DRAW_NAMELESS = """
    const post = document.createElement('div');
    post.dataset.id = 'late';
    post.innerHTML = '<p></p><div><button data-name=Balas>↩</button> <button data-name=Bagikan>⇪</button></div>';
    post.firstChild.textContent = args[0];
    for (const button of post.querySelectorAll('button')) {
        button.addEventListener('click', (event) => window.act(button.dataset.name, event));
    }
    document.querySelector('[role=main] > div:last-child').append(post);
    await new Promise((done) => setTimeout(done, 300));
"""
NAME = "for (const button of document.querySelectorAll('[data-name]')) button.ariaLabel = button.dataset.name;"


@pytest.mark.matrix(act="share")
def test_a_post_whose_buttons_get_their_names_late_is_read(square: Driver) -> None:
    square.ajs(DRAW_NAMELESS, CAMPAIGN)
    square.js(NAME)
    see(square, "[data-id=late]", "campaign")
    assert_asks_and_acts_once(square, "mouse", "[data-name=Bagikan]", "Bagikan")


def test_a_button_that_has_just_got_its_name_is_asked_about(square: Driver) -> None:
    square.ajs(DRAW_NAMELESS, CAMPAIGN)
    square.ajs(f"{NAME} await null; document.querySelector('[data-name=Bagikan]').click();")
    assert_held(square, {})


def linked_times(browser: Driver, **addresses: str) -> None:
    """Let the time of each post lead to an address of its own, as most applications do."""
    browser.js(
        """for (const [post, address] of Object.entries(args[0])) {
            const link = Object.assign(document.createElement('a'), { href: address });
            const time = document.querySelector(`[data-id=${post}] time`);
            time.replaceWith(link);
            link.append(time);
        }""",
        addresses,
    )


@pytest.mark.parametrize(
    "addresses",
    [("#kata-1", "#kata-2"), ("?do=find&c=1", "?do=find&c=2"), ("#", "#")],
    ids=["hash", "query", "nowhere"],
)
def test_lanjutkan_for_one_post_is_none_for_another_of_the_same_page(
    square: Driver, addresses: tuple[str, str]
) -> None:
    linked_times(square, call=addresses[0], campaign=addresses[1])
    assert_asks_and_acts_once(square, "mouse", control("call", "like"), "like-call")
    square.click(control("campaign", "follow"))
    assert_held(square, {"like-call": 1})


def test_a_post_with_a_long_address_is_judged(square: Driver) -> None:
    linked_times(square, thanks=f"?id={'a' * 600}")
    square.js("document.querySelector('[data-id=thanks] > p').textContent = args[0];", CALL)
    see(square, "[data-id=thanks]", "campaign")
    assert_asks_and_acts_once(square, "mouse", control("thanks", "like"), "like-thanks")


def test_lanjutkan_acts_once_though_the_words_of_the_post_go_on_by_themselves(square: Driver) -> None:
    square.js(
        """const count = document.createElement('span');
        document.querySelector(args[0]).append(' Dilihat ', count, ' kali');
        let times = 100;
        setInterval(() => { count.textContent = times++; }, 100);""",
        "[data-id=campaign] > div > p",
    )
    assert_asks_and_acts_once(square, "mouse", control("campaign", "follow"), "follow-campaign")
    square.click(control("campaign", "open-reply"))
    assert_free(square, {"follow-campaign": 1, "open-reply-campaign": 1})


def test_everything_is_free_on_a_plain_post_and_on_a_plain_answer_in_it(square: Driver) -> None:
    square.click(control("campaign", "more"))
    square.click(in_layer("copy"))
    square.click(control("plain", "open-react"))
    square.click(in_layer("react"))
    square.click(control("plain", "more"))
    for does in MORE:
        square.click(in_layer(does))
    square.click("[data-id=plain] [data-does=vote]")
    square.click(control("plain", "follow"))
    square.click(control("thanks", "like"))
    done = ["react", "share", "repost", "quote", "vote", "follow"]
    assert_free(square, {"copy-campaign": 1, "like-thanks": 1} | {f"{does}-plain": 1 for does in done})


def test_an_emoji_that_stays_pressed_is_taken_back_freely(square: Driver) -> None:
    square.js("document.querySelector(args[0]).ariaPressed = 'true';", control("call", "like"))
    square.click(control("call", "like"))
    assert_free(square, {"unlike-call": 1})


@every_hand
def test_a_supporting_answer_to_a_plain_post_asks_and_is_sent_once(square: Driver, hand: str) -> None:
    write_answer(square, hand, control("plain", "open-reply"), "open-reply-plain", SUPPORT)
    send = "[data-id=plain] [data-does=send]"
    asked_and_done_once(square, lambda: press_by(square, hand, send), {"open-reply-plain": 1}, {"reply-plain": 1})
    assert square.js("return document.body.dataset.sent;") == SUPPORT


@every_hand
def test_ones_own_campaigning_news_asks_and_is_sent_once(square: Driver, hand: str) -> None:
    square.focus(BOX)
    square.type(SUPPORT)
    assert_asks_and_acts_once(square, hand, ".new [data-does=publish]", "post")
