"""The invented posts of the fixture pages."""

from __future__ import annotations

NEUTRAL = "Resep sayur lodeh untuk akhir pekan: santan encer dulu, labu siam belakangan."
# Clear, but not as clear as what makes "Lanjutkan" wait a second: only the tests of that wait spend it, on STRONG.
CAMPAIGN = "Coblos nomor 2! Jangan lupa ajak keluarga ke TPS."
STRONG = "Ayo coblos nomor 2! Menangkan pasangan Damar-Sekar, ajak keluarga ke TPS."
# Clear enough to be found in a quoted post, a picture or a link, too.
CALL = "Menangkan PKB! Lima alasan coblos PKB di daerah kita."
# A comment that a person writes.
SUPPORT = "Besok kita coblos nomor 2!"
MENTION = "Rapat kerja Partai Golkar dan Partai NasDem berlangsung di gedung serbaguna kemarin."
SAMPLES = {"neutral": NEUTRAL, "campaign": CAMPAIGN, "strong": STRONG}

# Each stands on the laboratory page under a neutral and under a campaign post; what it does is in lab.js.
CASES = (
    "click",
    "inline",
    "delegated",
    "window-capture",
    "pointerdown",
    "mousedown",
    "pointerup",
    "touchend",
    "role-button",
    "keyup",
    "link",
    "checkbox",
    "closed-root",
    "label",
    "keydown",
    "keypress",
    "lines",
    "trusted",
    "form",
    "textarea",
    "editable",
    "follow",
)

FACEBOOK = (
    {"id": "neutral", "author": "Sari Contoh", "handle": "sari.contoh", "text": NEUTRAL, "choices": ("Enak", "Biasa")},
    {
        "id": "campaign",
        "author": "Dodi Contoh",
        "handle": "dodi.contoh",
        "text": CAMPAIGN,
        "choices": ("Siap", "Belum"),
    },
    {
        "id": "group",
        "author": "Rina Contoh",
        "handle": "rina.contoh",
        "group": "Relawan Menangkan Partai Demokrat",
        "text": "Partai Demokrat menang! Coblos nomor 14, jangan lupa ajak tetangga.",
    },
    {
        "id": "shared",
        "author": "Tono Contoh",
        "handle": "tono.contoh",
        "text": "Baca ini dulu.",
        "quoted": {"author": "Lia Contoh", "text": "Dukung penuh PKS! Coblos nomor 8 di TPS, menangkan bersama."},
    },
)

INSTAGRAM = (
    {
        "id": "neutral",
        "handle": "sari.contoh",
        "text": NEUTRAL,
        "alt": "Photo by Sari Contoh. May be an image of soup.",
        "comment": CALL,
    },
    {
        "id": "campaign",
        "handle": "dodi.contoh",
        "text": CAMPAIGN,
        "alt": "Photo by Dodi Contoh.",
        "comment": "Jam berapa mulai?",
    },
    {
        "id": "picture",
        "handle": "rina.contoh",
        "text": "Bagus ya.",
        "alt": "May be an image of 2 people and text that says 'COBLOS NOMOR 3! MENANGKAN TOGAR-MAYANG'",
    },
)

X = (
    {"id": "101", "author": "Sari Contoh", "handle": "sari_contoh", "text": NEUTRAL},
    {
        "id": "102",
        "author": "Dodi Contoh",
        "handle": "dodi_contoh",
        "text": f"{CALL} Tulisannya panjang, lengkap dengan gambar.",
    },
    {
        "id": "103",
        "author": "Rina Contoh",
        "handle": "rina_contoh",
        "text": "Hujan deras di jalan lingkar, hati-hati.",
        "choices": ("Sudah tahu", "Belum"),
    },
    {
        "id": "104",
        "author": "Tono Contoh",
        "handle": "tono_contoh",
        "text": "Menangkan PAN! Lima alasan coblos PAN di daerah kita.",
        "choices": ("Siap", "Belum"),
    },
)
X_ACCOUNTS = (
    {"id": "901", "name": "Dapur Contoh", "handle": "dapur_contoh", "bio": "Resep rumahan setiap hari."},
    {"id": "902", "name": "Warga Contoh", "handle": "warga_contoh", "bio": CAMPAIGN},
)
X_COMMUNITIES = (
    {"id": "701", "name": "Dapur Rumahan Contoh"},
    {"id": "702", "name": "Relawan Menangkan PAN"},
)
