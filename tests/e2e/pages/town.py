"""A town's community page that no rule names, on a host that no rule knows: every act in plain words."""

from __future__ import annotations

from flask import Blueprint, render_template

from tests.e2e.pages.posts import CAMPAIGN, NEUTRAL

HOST, PATH = "sosial.example", "/kampung"
POSTS = (
    {"id": "neutral", "handle": "sari", "author": "Sari Contoh", "text": NEUTRAL},
    {"id": "campaign", "handle": "dodi", "author": "Dodi Contoh", "text": CAMPAIGN},
)
# What a button does, its name, and its name once that is done.
DOES = (
    ("like", "Suka", "Batal suka"),
    ("react", "Beri tanggapan", "Hapus tanggapan"),
    ("comment", "Komentari", "Komentari"),
    ("reply", "Balas", "Balas"),
    ("repost", "Bagikan ulang", "Batalkan posting ulang"),
    ("quote", "Kutip", "Kutip"),
    ("share", "Bagikan", "Bagikan"),
    ("rsvp", "Hadir", "Hadir"),
    ("vote_poll", "Beri suara", "Beri suara"),
)
PLACES = (
    {"id": "kebun", "name": "Kebun Warga", "about": "Bibit cabai dan pupuk kompos."},
    {"id": "relawan", "name": "Relawan Warga", "about": CAMPAIGN},
)
JOINS = (
    ("follow", "Ikuti", "Berhenti mengikuti"),
    ("subscribe", "Berlangganan", "Berhenti berlangganan"),
    ("join", "Gabung", "Keluar dari grup"),
)
pages = Blueprint("town", __name__)


@pages.get(PATH)
def town() -> str:
    """Posts, and groups that one can follow, subscribe to and join."""
    return render_template("town.html", posts=POSTS, does=DOES, places=PLACES, joins=JOINS)
