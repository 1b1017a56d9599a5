"""The invented channels, groups and talks of the messengers' pages."""

from __future__ import annotations

from tests.e2e.pages.posts import CAMPAIGN, NEUTRAL

CALL = "Perindo menang! Coblos Perindo nomor 16 di TPS, ajak tetangga."
LONG = (
    "Selamat pagi semua, mohon dibaca sampai habis karena ini penting bagi kita bersama di lingkungan RT ini. "
    "Besok kita coblos nomor 2, menangkan Damar-Sekar!"
)

# `id` below zero is a group or a channel, as on the sites; `kind` is one of channel, group, person.
CHATS = (
    {
        "id": "-1001",
        "kind": "channel",
        "title": "Dapur Contoh",
        "posts": (
            {"id": "11", "text": NEUTRAL},
            {"id": "12", "text": CAMPAIGN, "link": "https://contoh.example/ajakan"},
            {"id": "13", "text": "Masak apa besok?", "choices": ("Lodeh", "Rawon")},
            {"id": "14", "text": "", "question": CALL, "choices": ("Siap", "Belum")},
        ),
    },
    {
        "id": "-2002",
        "kind": "group",
        "title": "Relawan Menangkan Partai Hanura",
        "posts": ({"id": "21", "author": "Sari Contoh", "text": "Kumpul jam berapa?"},),
    },
    {
        "id": "-3003",
        "kind": "group",
        "title": "Warga RT 5 Contoh",
        "posts": (
            {"id": "31", "author": "Sari Contoh", "text": NEUTRAL},
            {"id": "32", "author": "Dodi Contoh", "text": CALL},
            {"id": "33", "author": "Rina Contoh", "text": LONG},
            {
                "id": "34",
                "author": "Tono Contoh",
                "text": "Setuju.",
                "quoted": {"author": "Dodi Contoh", "text": CALL},
            },
            {"id": "35", "author": "Lia Contoh", "text": "Besok ayo coblos"},
        ),
    },
    {
        "id": "-4004",
        "kind": "channel",
        "title": "KPU Kabupaten Contoh",
        "posts": ({"id": "41", "text": CALL},),
    },
    {
        "id": "5005",
        "kind": "person",
        "title": "Kawan Contoh",
        "posts": ({"id": "51", "text": CAMPAIGN}, {"id": "52", "text": NEUTRAL}),
    },
)
