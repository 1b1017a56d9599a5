"""The invented videos, channels and comments of the video sites' pages."""

from __future__ import annotations

from tests.e2e.pages.posts import CALL, CAMPAIGN, NEUTRAL

YOUTUBE = {
    "videos": (
        {"id": "lodeh", "author": "Dapur Contoh", "handle": "dapurcontoh", "text": NEUTRAL, "description": "Resep."},
        {"id": "ajakan", "author": "Kanal Contoh", "handle": "kanalcontoh", "text": CAMPAIGN, "description": "Tonton."},
        {
            "id": "pasar",
            "author": "Jalan Contoh",
            "handle": "jalancontoh",
            "text": "Suasana pasar pagi, ramai sekali",
            "description": CALL,
        },
    ),
    "shorts": (
        {"id": "short-lodeh", "handle": "dapurcontoh", "text": NEUTRAL},
        {"id": "short-ajakan", "handle": "kanalcontoh", "text": CAMPAIGN},
    ),
    "channels": (
        {"id": "channel-lodeh", "author": "Dapur Contoh", "handle": "dapurcontoh", "text": NEUTRAL},
        {"id": "channel-ajakan", "author": "Kanal Contoh", "handle": "kanalcontoh", "text": CAMPAIGN},
    ),
    "posts": (
        {
            "id": "post-lodeh",
            "author": "Dapur Contoh",
            "handle": "dapurcontoh",
            "text": "Besok masak apa?",
            "choices": ("Lodeh", "Rawon"),
        },
        {
            "id": "post-ajakan",
            "author": "Kanal Contoh",
            "handle": "kanalcontoh",
            "text": CAMPAIGN,
            "choices": ("Siap", "Belum"),
        },
        {
            "id": "post-video",
            "author": "Jalan Contoh",
            "handle": "jalancontoh",
            "text": "Baru saja tayang.",
            "video": {"id": "ajakan-lain", "author": "Warga Contoh", "handle": "wargacontoh", "text": CALL},
        },
    ),
    "comments": (
        {"id": "comment-lodeh", "handle": "saricontoh", "text": "Santannya jangan terlalu encer."},
        {"id": "comment-ajakan", "handle": "dodicontoh", "text": CALL},
    ),
}

TIKTOK = {
    "videos": (
        {"id": "lodeh", "author": "Dapur Contoh", "handle": "dapur.contoh", "text": NEUTRAL},
        {"id": "ajakan", "author": "Kanal Contoh", "handle": "kanal.contoh", "text": CALL},
        {"id": "pasar", "author": "Jalan Contoh", "handle": "jalan.contoh", "text": "Ramai sekali.", "summary": CALL},
        {"id": "hujan", "author": "Cuaca Contoh", "handle": "cuaca.contoh", "text": "Hujan deras di jalan lingkar."},
    ),
    "profiles": (
        {"id": "dapur.contoh", "author": "Dapur Contoh", "text": NEUTRAL},
        {"id": "kanal.contoh", "author": "Kanal Contoh", "text": CALL},
    ),
    "comments": YOUTUBE["comments"],
}
