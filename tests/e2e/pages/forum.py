"""A forum that no rule names: a page of an open-source application as it is, its own script included."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, redirect

HOST = "forum-warga.example"
TOPIC = "/topic/1/kabar-kampung-minggu-ini/"
pages = Blueprint("forum", __name__)


@pages.get(TOPIC)
def topic() -> Response:
    """A topic with three comments, as a member sees it who may answer."""
    page = current_app.send_static_file("spirit/topic.html")
    page.headers["Cache-Control"] = "no-store"
    return page


@pages.post("/comment/like/<int:comment>/create/")
def like(comment: int) -> Response:
    """Like a comment; the answer tells where the like is taken back."""
    return jsonify(url_delete=f"/comment/like/{comment}/delete/")


@pages.post("/comment/like/<int:comment>/delete/")
def unlike(comment: int) -> Response:
    """Take the like back."""
    return jsonify(url_create=f"/comment/like/{comment}/create/")


@pages.post("/comment/bookmark/1/create/")
def bookmark() -> Response:
    """Remember how far somebody has read."""
    return jsonify()


@pages.get("/topic/notification/ajax/")
def notifications() -> Response:
    """Nothing new."""
    return jsonify(n=[])


@pages.post("/comment/1/publish/")
def publish() -> Response:
    """Publish a comment and show the topic again."""
    return redirect(TOPIC)  # type: ignore[return-value]
