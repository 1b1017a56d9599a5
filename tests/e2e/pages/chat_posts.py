"""The invented channels, groups and talks of the messengers' pages."""

from __future__ import annotations

from tests.e2e.pages.posts import CAMPAIGN, NEUTRAL

CALL = "Perindo menang! Coblos Perindo nomor 16 di TPS, ajak tetangga."
LONG = (
    "Selamat pagi semua, mohon dibaca sampai habis karena ini penting bagi kita bersama di lingkungan RT ini. "
    "Besok kita coblos nomor 2!"
)

CHANNEL, SUPPORTERS, GROUP, AUTHORITY, CAMPAIGNERS, FRIEND = "-1001", "-2002", "-3003", "-4004", "-6006", "5005"

# `id` below zero is a group or a channel, as on the sites; `kind` is one of channel, group, person.
CHATS = (
    {
        "id": CHANNEL,
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
        "id": SUPPORTERS,
        "kind": "group",
        "title": "Relawan Menangkan Partai Hanura",
        "posts": ({"id": "21", "author": "Sari Contoh", "text": "Kumpul jam berapa?"},),
    },
    {
        "id": GROUP,
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
            {"id": "36", "author": "Joko Contoh", "text": "Kerja bakti, Minggu pukul 7", "event": True},
            {"id": "37", "author": "Wati Contoh", "text": "Jalan sehat, lalu coblos PKB nomor 1!", "event": True},
            {"id": "35", "author": "Lia Contoh", "text": "Besok ayo coblos"},
        ),
    },
    {
        "id": AUTHORITY,
        "kind": "channel",
        "title": "KPU Kabupaten Contoh",
        "posts": ({"id": "41", "text": CALL},),
    },
    {
        "id": CAMPAIGNERS,
        "kind": "channel",
        "title": "Tim Pemenangan Damar-Sekar",
        "posts": ({"id": "61", "text": "Selamat pagi."},),
    },
    {
        "id": FRIEND,
        "kind": "person",
        "title": "Kawan Contoh",
        "posts": (
            {"id": "51", "text": CAMPAIGN},
            {"id": "52", "text": NEUTRAL},
            {"id": "53", "text": "Undangan grup", "invitation": True},
        ),
    },
)
