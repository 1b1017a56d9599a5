"""The start page and the demo feed."""

from __future__ import annotations

from flask import Blueprint, render_template

from ..demo import POSTS, Account, DemoPost
from ..rulebook import current_rulebook

bp = Blueprint("pages", __name__)

_ACTS = (
    ("like", "Suka"),
    ("comment", "Komentar"),
    ("share", "Bagikan"),
    ("repost", "Bagikan ulang"),
    ("follow", "Ikuti"),
    ("join", "Gabung"),
    ("post", "Unggahan"),
    ("undo", "Batal"),
)
_BLANK = DemoPost(id="", level="none", about="", author=Account("Anda", "@anda.demo"))


@bp.get("/")
def start() -> str:
    """Say what this is, whether it is ready, and how to try it."""
    return render_template("start.html", rulebook=current_rulebook())


@bp.get("/demo")
def demo() -> str:
    """Show a feed on which the installed extension can be tried."""
    return render_template("demo.html", posts=POSTS, acts=_ACTS, blank=_BLANK)


@bp.get("/demo/likes")
def demo_likes() -> str:
    """Show the posts as the list of what a person liked before the extension was there."""
    return render_template("demo_likes.html", posts=POSTS, acts=_ACTS)
