"""The start page, the demo feed and the list of old likes: what stands on them, and that the demo is fair and true."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from server.config import ROOT
from server.demo import POSTS

LARGE_PARTIES = {"demokrat", "gerindra", "golkar", "nasdem", "pan", "pdip", "pkb", "pks"}
CONTROLS = {"like": "Suka", "comment": "Komentari", "share": "Bagikan", "repost": "Bagikan ulang"}


class Elements(HTMLParser):
    """Collects ``(tag, attributes)`` of a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def of(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def demo(app):
    return Elements(app.test_client().get("/demo").text)


@pytest.mark.parametrize("path", ["/", "/demo", "/demo/likes", "/playground"])
def test_pages_are_indonesian_first_and_english_second(client, path):
    text = client.get(path).text
    assert '<html lang="id">' in text
    assert text.index('<main id="main"') < text.index('lang="en" class="second"')


@pytest.mark.parametrize("path", ["/", "/demo", "/demo/likes", "/playground"])
def test_pages_hold_no_inline_script_or_style(client, path):
    page = Elements(client.get(path).text)
    assert all(script.get("src", "").startswith("/static/") for script in page.of("script"))
    assert page.of("style") == []
    assert not [name for _, attributes in page.found for name in attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("path", ["/", "/demo", "/demo/likes", "/playground"])
def test_everything_a_page_loads_is_on_this_server(client, path):
    page = Elements(client.get(path).text)
    loaded = [part["src"] for part in (*page.of("script"), *page.of("img"))] + [
        part["href"] for part in page.of("link")
    ]
    assert {client.get(address, buffered=True).status_code for address in loaded} == {200}


def test_the_start_page_shows_a_call_that_works(client):
    text = client.get("/", headers={"Host": "localhost:8787"}).text
    assert "curl http://localhost:8787/v1/score" in text
    assert (
        client.post(
            "/v1/score", data='{"contexts": [{"text": "Ayo coblos nomor 2!"}]}', content_type="application/json"
        ).status_code
        == 200
    )


def test_the_feed_has_thirty_posts_with_ids_of_their_own(demo):
    ids = [part["data-post-id"] for part in demo.of("article") if part["data-post-id"]]
    assert ids == [post.id for post in POSTS]
    assert len(set(ids)) == 30


def test_every_post_can_be_focused_and_has_every_control(demo):
    assert {part["tabindex"] for part in demo.of("article")} == {"0"}
    acts = Counter(part["data-act"] for part in demo.of("button") if "data-act" in part)
    assert {act: acts[act] for act in CONTROLS} == dict.fromkeys(CONTROLS, 31)
    assert acts["follow"] + acts["join"] == 31
    assert {part["aria-pressed"] for part in demo.of("button") if "data-act" in part} == {"false"}


def test_in_the_list_of_old_likes_every_post_is_liked(client):
    buttons = Elements(client.get("/demo/likes").text).of("button")
    assert [part["aria-pressed"] for part in buttons if part.get("data-act") == "like"] == ["true"] * 30


def test_the_controls_carry_their_visible_names(client):
    text = client.get("/demo").text
    for act, name in {**CONTROLS, "follow": "Ikuti", "join": "Gabung"}.items():
        assert re.search(rf'<button type="button" data-act="{act}" aria-pressed="false">{name}</button>', text)


def test_the_board_has_a_line_for_every_act_and_starts_at_nought(demo):
    board = {part["data-act"]: part["data-count"] for part in demo.of("li") if "data-act" in part}
    assert board == dict.fromkeys(["like", "comment", "share", "repost", "follow", "join", "post", "undo"], "0")


def test_every_picture_has_an_alternative_text(demo):
    assert all("alt" in part for part in demo.of("img"))


@pytest.mark.parametrize("post", POSTS, ids=[post.id for post in POSTS])
def test_the_engine_says_of_every_demo_post_what_the_demo_promises(score, post):
    assert score(post.context()).json["verdicts"][0]["level"] == post.level


def test_every_large_party_stands_behind_one_partisan_post_and_in_one_sober_one():
    partisan = Counter(party for post in POSTS if post.level == "campaign" for party in post.parties)
    sober = Counter(party for post in POSTS if post.level == "mention" for party in post.parties)
    assert partisan == dict.fromkeys(LARGE_PARTIES, 1)
    assert {party: sober[party] for party in LARGE_PARTIES} == dict.fromkeys(LARGE_PARTIES, 1)


def test_no_page_uses_the_colours_of_a_party():
    files = [*(ROOT / "server" / "static").rglob("*.css"), *(ROOT / "server" / "static").rglob("*.svg")]
    colours = {
        colour.lower() for file in files for colour in re.findall(r"#[0-9a-fA-F]{3,6}\b", file.read_text("utf-8"))
    }
    assert [colour for colour in colours if not _is_ink_paper_or_violet(colour)] == []


def _is_ink_paper_or_violet(colour):
    """Say whether a colour is nearly grey, or is violet: blue above red above green."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    red, green, blue = (int(digits[place : place + 2], 16) for place in (0, 2, 4))
    return max(red, green, blue) - min(red, green, blue) <= 32 or blue > red > green
