"""The invented posts of Instagram's pages beside its feed, and the names of their controls by language."""

from __future__ import annotations

from tests.e2e.pages.posts import CALL, NEUTRAL

# A comment that takes a side under a post that takes none, and the other way round.
COMMENTS = (
    {"id": "comment-plain", "handle": "wati.contoh", "text": "Mantap, terima kasih."},
    {"id": "comment-call", "handle": "relawan.contoh", "text": CALL},
)
POSTS = {
    "neutral": {"id": "neutral", "handle": "sari.contoh", "text": NEUTRAL, "comments": COMMENTS},
    "campaign": {"id": "campaign", "handle": "dodi.contoh", "text": CALL, "comments": COMMENTS},
    # One comment alone could be taken for the post, and the post for it.
    "single": {"id": "single", "handle": "sari.contoh", "text": NEUTRAL, "comments": COMMENTS[1:]},
}
STORIES = {
    "sari.contoh": {"id": "neutral", "handle": "sari.contoh", "alt": "Photo by Sari Contoh. May be an image of soup."},
    "dodi.contoh": {"id": "campaign", "handle": "dodi.contoh", "alt": f"May be an image of text that says '{CALL}'"},
}
QUICK = ("😂", "😮", "😍", "😢", "👏", "🔥")
# The third language stands for all whose names the rules do not know.
NAMES = {
    "id": {
        "like": "Suka",
        "open-comment": "Komentar",
        "repost": "Posting ulang",
        "open-share": "Bagikan",
        "follow": "Ikuti",
        "reply": "Balas",
        "box": "Tambahkan komentar…",
        "send": "Kirim",
    },
    "jv": {
        "like": "Seneng",
        "open-comment": "Panemu",
        "repost": "Kirim maneh",
        "open-share": "Andum",
        "follow": "Tututi",
        "reply": "Wangsuli",
        "box": "Tulis panemu…",
        "send": "Kirimi",
    },
}
