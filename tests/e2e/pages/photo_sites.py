"""Instagram's pages beside its feed. `?lang=` asks for another language of the controls."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from tests.e2e.pages.photo_posts import NAMES, POSTS, QUICK, STORIES
from tests.e2e.pages.posts import CALL

pages = Blueprint("photo_sites", __name__)


def names() -> dict[str, str]:
    """The names of the controls in the language that was asked for."""
    return NAMES[request.args.get("lang", "id")]


@pages.get("/p/<name>/")
def post(name: str) -> str:
    return render_template("instagram-post.html", post=POSTS[name], names=names())


@pages.get("/p/<name>/embed/")
def embedded(name: str) -> str:
    return render_template("instagram-embed.html", post=POSTS[name])


@pages.get("/direct/t/1/")
def direct() -> str:
    return render_template("instagram-direct.html", text=CALL)


@pages.get("/reels/")
def reels() -> str:
    return render_template("instagram-reels.html", posts=[POSTS["neutral"], POSTS["campaign"]], names=names())


@pages.get("/stories/<handle>/")
def story(handle: str) -> str:
    """A story, with `?poll=roles` or `?poll=plain` with a question and two answers."""
    poll = request.args.get("poll")
    return render_template("instagram-story.html", story=STORIES[handle], quick=QUICK, names=names(), poll=poll)
