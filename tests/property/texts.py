"""What Hypothesis writes: words of the rules, names, disguises and anything that Unicode holds."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = [
    "coblos",
    "pilih",
    "dukung",
    "menangkan",
    "tolak",
    "jangan",
    "nomor",
    "2",
    "07",
    "2024",
    "pak",
    "bu",
    "relawan",
    "kampanye",
    "kata",
    "ujar",
    "KPU",
    "Bawaslu",
    "netral",
    "ASN",
    "PKS",
    "PAN",
    "PBB",
    "Gerindra",
    "Golkar",
    "Partai",
    "Buruh",
    "Damar-Sekar",
    "Wirasena",
    "Adipraja",
    "Kartika",
    "Lembayung",
    "#DamarSekar",
    "@pkb_id",
    "Contoh",
    "Terang",
    "Benderang",
    "mantap",
    "presiden",
    "gubernur",
    "makan",
    "kucing",
    "hujan",
    "p1l1h",
    "cobloooos",
    "P.K.S",
    "c",
    "o",
    "b",
    "l",
    "o",
    "s",
    "✌️",
    "👍",
]
ANYTHING = st.text(st.characters(), max_size=60)
PLAUSIBLE = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
TEXTS = st.one_of(PLAUSIBLE, ANYTHING, st.tuples(PLAUSIBLE, ANYTHING, PLAUSIBLE).map("".join))
DATES = st.sampled_from(["2017-02-10", "2019-04-01", "2024-01-20", "2024-10-20", "2026-11-22", "2099-01-01"])


def _some(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=parts)


CONTEXTS = _some(
    text=TEXTS,
    draft=TEXTS,
    author=_some(name=TEXTS, handle=TEXTS),
    container=_some(kind=st.just("group"), name=TEXTS),
    quoted=_some(author=TEXTS, text=TEXTS),
    image_alt=st.lists(TEXTS, max_size=3),
    link=_some(title=TEXTS, url=st.one_of(TEXTS, st.sampled_from(["https://pks.id/a", "http://kpu.go.id"]))),
    date=DATES,
)
