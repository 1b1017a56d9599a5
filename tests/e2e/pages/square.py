"""A village square that no rule names, built as many applications are: no articles, roles and names only.

Everything is drawn by a script. Posts and the answers in them are plain boxes; reactions are chosen in a menu or are
emoji; what passes a post on stands in a dialog. Both are drawn at the end of the page.
"""

from __future__ import annotations

from flask import Blueprint, render_template

from tests.e2e.pages.posts import CALL, CAMPAIGN, NEUTRAL

HOST, PATH = "rembug.example", "/alun-alun"
POSTS = (
    {
        "id": "plain",
        "name": "Sari Contoh",
        "text": NEUTRAL,
        "choices": ("Lodeh", "Rawon"),
        "answers": (
            {"id": "thanks", "name": "Wati Contoh", "text": "Terima kasih resepnya."},
            {"id": "call", "name": "Joko Contoh", "text": CALL},
        ),
    },
    {
        "id": "campaign",
        "name": "Dodi Contoh",
        "text": CAMPAIGN,
        "choices": ("Siap", "Belum"),
        "answers": ({"id": "when", "name": "Tono Contoh", "text": "Jam berapa mulai?"},),
    },
)
pages = Blueprint("square", __name__)


@pages.get(PATH)
def square() -> str:
    """Posts with the answers to them."""
    return render_template("square.html", posts=POSTS)
