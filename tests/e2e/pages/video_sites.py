"""The routes of the video sites: one application a site, whatever page of it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from tests.e2e.pages.video_posts import TIKTOK, YOUTUBE

HOSTS = ("www.youtube.com", "m.youtube.com", "www.tiktok.com", "m.tiktok.com")

# YouTube lets no string become markup.
TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types 'none'"

pages = Blueprint("video_sites", __name__)


def host() -> str:
    """The host name that was asked for."""
    return request.host.partition(":")[0]


def one(items: Iterable[dict[str, Any]], key: str, value: str) -> dict[str, Any]:
    """The item with this value, or 404."""
    return next((item for item in items if item[key] == value), None) or abort(404)


def youtube(page: str, item: dict[str, Any] | None = None) -> Response:
    """YouTube's application at one of its pages."""
    template = "youtube.html" if host() == "www.youtube.com" else "youtube-mobile.html"
    answer = Response(render_template(template, site=YOUTUBE, page=page, item=item))
    answer.headers["Content-Security-Policy"] = TRUSTED_TYPES
    return answer


def tiktok(page: str, item: dict[str, Any] | None = None) -> Response:
    """TikTok's application at one of its pages."""
    return Response(render_template("tiktok.html", site=TIKTOK, page=page, item=item))


def home() -> Response:
    """The page under `/`."""
    return tiktok("feed") if host().endswith("tiktok.com") else youtube("home")


@pages.get("/watch")
def watch() -> Response:
    return youtube("watch", one(YOUTUBE["videos"], "id", request.args["v"]))


@pages.get("/shorts/<name>")
def shorts(name: str) -> Response:
    return youtube("shorts", one(YOUTUBE["shorts"], "id", name))


@pages.get("/post/<name>")
def post(name: str) -> Response:
    return youtube("post", one(YOUTUBE["posts"], "id", name))


@pages.get("/live_chat")
def chat() -> Response:
    return Response(
        render_template("youtube-chat.html", posts=YOUTUBE["posts"]),
        headers={"Content-Security-Policy": TRUSTED_TYPES},
    )


@pages.get("/channel/<name>")
def channel(name: str) -> Response:
    return youtube("channel", one(YOUTUBE["channels"], "id", name))


@pages.get("/@<name>")
def profile(name: str) -> Response:
    return tiktok("profile", one(TIKTOK["profiles"], "id", name))


@pages.get("/tiktokstudio/upload")
def upload() -> Response:
    return tiktok("upload")
