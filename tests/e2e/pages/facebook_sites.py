"""Facebook beside its feed: Pages, events, groups, reels, stories, plug-ins, and the page that other sites share by."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from tests.e2e.pages.news_posts import ACCOUNTS, ARTICLES, COMMENTS, EVENTS

pages = Blueprint("facebook_sites", __name__)


@pages.get("/v20.0/plugins/<name>.php")
def facebook_plugin(name: str) -> str:
    return render_template("facebook-plugin.html", name=name, account=ACCOUNTS[request.args["of"]], comments=COMMENTS)


@pages.get("/sharer/sharer.php")
def facebook_sharer() -> str:
    return render_template("facebook-sharer.html", article=ARTICLES[request.args["of"]], address=request.args["u"])


@pages.get("/events/<of>/")
def facebook_event(of: str) -> str:
    return render_template("facebook-head.html", kind="events", of=of, name=EVENTS[of], does="rsvp", label="Tertarik")


@pages.get("/groups/<of>/")
def facebook_group(of: str) -> str:
    name = ACCOUNTS[of]["name"]
    return render_template("facebook-head.html", kind="groups", of=of, name=name, does="join", label="Gabung")


@pages.get("/a/like.php")
def liked() -> str:
    return render_template("sent.html", text=request.args["of"])


@pages.get("/pages/<of>/")
def facebook_page(of: str) -> str:
    """A Page with one post, which takes a side where the Page takes none, and none where it does."""
    post = {"id": of, **ACCOUNTS["neutral" if of == "campaign" else "campaign"]}
    return render_template("facebook-page.html", page={"id": of, "name": ACCOUNTS[of]["name"]}, post=post)


@pages.get("/reel/1/")
def facebook_reels() -> str:
    return render_template("facebook-reels.html", reels=ACCOUNTS)


@pages.get("/stories/<of>/1/")
def facebook_story(of: str) -> str:
    return render_template("facebook-story.html", of=of, story=ACCOUNTS[of])
