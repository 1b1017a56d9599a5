"""The invented articles, comments and embedded posts of the news pages."""

from __future__ import annotations

from tests.e2e.pages.posts import CAMPAIGN, NEUTRAL

CALL = "Menangkan PPP! Lima alasan coblos PPP di daerah kita."
REPORT = {
    "site": "Kompas.com",
    "title": "Debat Calon Bupati, Partai Golkar dan PAN Hadir",
    "text": (
        "Komisi Pemilihan Umum menggelar debat calon bupati di gedung serbaguna, Minggu. Partai Golkar dan PAN "
        "mengirim perwakilan. Debat berikutnya berlangsung pekan depan."
    ),
}
# What is quoted calls to vote; who quotes it is a media house.
QUOTE = {
    "site": "Kompas.com",
    "title": "Damar-Sekar Ajak Warga Coblos Nomor 2",
    "text": f'"{CAMPAIGN}" kata Damar di lapangan desa, Minggu.',
}
RECIPE = {"site": "Kabar Contoh", "title": "Sayur Lodeh untuk Akhir Pekan", "text": NEUTRAL}
APPEAL = {"site": "Kabar Contoh", "title": "Ayo Coblos PPP Nomor 17", "text": CALL}
ARTICLES = {"report": REPORT, "quote": QUOTE, "neutral": RECIPE, "campaign": APPEAL}

# What others wrote below an article.
COMMENTS = (
    {"id": "c1", "name": "Sari Contoh", "text": "Acaranya tertib."},
    {"id": "c2", "name": "Dodi Contoh", "text": CAMPAIGN},
)

# What stands in the frames, by what the test asks for.
ACCOUNTS = {
    "neutral": {"name": "Dapur Contoh", "handle": "dapur.contoh", "text": NEUTRAL, "about": "Resep rumahan."},
    "campaign": {
        "name": "Relawan Menangkan PPP",
        "handle": "relawan.ppp.contoh",
        "text": CALL,
        "about": "Ajak keluarga ke TPS.",
    },
}

# What one may go to.
EVENTS = {"neutral": "Kelas Memasak Sayur Lodeh", "campaign": "Temu Relawan Menangkan PKB"}
