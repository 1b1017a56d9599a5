"""Which column of an office's table holds what: told by its heading, in the words that offices use."""

from __future__ import annotations

import re
from typing import NamedTuple

from .tables import CANDIDATE_COLUMNS, LEVELS, TableRow

# Columns that the lists of election offices have beside those of a candidate list.
EXTRA_COLUMNS = ("pair", "code", "empty_box", "head_plain", "deputy_plain", "head_flags", "deputy_flags")
# The rows in which the headings are looked for: above them stand a title, a date, a logo.
HEADING_ROWS = 15

_OFFICES = {
    "bupati": "regent", "cabup": "regent", "cawabup": "regent", "walikota": "mayor", "cawalkot": "mayor",
    "cawawalkot": "mayor", "gubernur": "governor", "cagub": "governor", "cawagub": "governor",
}  # fmt: skip
_EXACT = {
    "tingkat": "level", "jenis pemilihan": "level", "pemilihan": "level", "jabatan": "level",
    "provinsi": "province", "nama provinsi": "province",
    "daerah": "area", "wilayah": "area", "kabupaten": "area", "kota": "area", "kabupaten kota": "area",
    "kab kota": "area", "nama daerah": "area", "nama wilayah": "area", "nama kabupaten kota": "area",
    "nomor urut": "number", "no urut": "number", "nomor paslon": "number", "no paslon": "number",
    "nomor urut paslon": "number", "nomor urut pasangan calon": "number", "no urut paslon": "number",
    "nomor urut calon": "number", "no urut calon": "number", "nomor urut pasangan": "number",
    "no urut pasangan": "number", "no urut pasangan calon": "number",
    "calon": "head", "nama calon": "head", "nama": "head", "kepala daerah": "head", "calon kepala daerah": "head",
    "nama calon kepala daerah": "head", "ketua": "head",
    "wakil": "deputy", "calon wakil": "deputy", "nama wakil": "deputy", "nama calon wakil": "deputy",
    "wakil kepala daerah": "deputy", "calon wakil kepala daerah": "deputy", "nama calon wakil kepala daerah": "deputy",
    "pasangan": "pair", "paslon": "pair", "pasangan calon": "pair", "nama pasangan calon": "pair",
    "nama paslon": "pair", "nama pasangan": "pair",
    "slogan": "slogans", "tagar": "slogans", "jargon": "slogans", "slogan kampanye": "slogans",
    "nama umum": "common", "sumber": "source", "tanggal": "date", "tgl": "date", "tanggal dilihat": "date",
    "kode": "code", "kolom kosong": "empty_box", "calon bersih": "head_plain", "wakil bersih": "deputy_plain",
    "ambigu calon": "head_flags", "ambigu wakil": "deputy_flags",
}  # fmt: skip
_ALIAS_WORDS = {"panggilan", "alias", "sebutan", "julukan", "akun", "singkatan"}
_PARTY_WORDS = {"partai", "parpol", "pengusung", "pengusul", "koalisi"}
_BESIDE_PARTY = {"nama", "politik", "gabungan", "pendukung", "dan", "atau"}
_PEOPLE = ("head", "deputy", "pair")
_WORD = re.compile("[a-z]+")


class Headings(NamedTuple):
    """The row that names the columns, what each place of a row holds, and the headings that nobody knows.

    ``level`` is the one office that the headings name, ``title_level`` that of the title above them; where they name
    several, as the heading of all of a province's elections does, it is the empty text.
    """

    row: int
    columns: dict[int, str]
    level: str
    title_level: str
    unknown: list[str]


def guess_column(heading: str) -> str:
    """Return the column that a heading means, one of CANDIDATE_COLUMNS or EXTRA_COLUMNS, or the empty text."""
    plain = heading.strip().lower()
    if plain in CANDIDATE_COLUMNS:
        return plain
    words = words_of(plain)
    if (joined := " ".join(words)) in _EXACT:
        return _EXACT[joined]
    deputy = names_deputy(words)
    if _ALIAS_WORDS & set(words):
        pair = {"pasangan", "paslon"} & set(words)
        return "pair_aliases" if pair else "deputy_aliases" if deputy else "head_aliases"
    if deputy and "dan" in words:
        return "pair"
    if _OFFICES.keys() & set(words) and set(words) <= {*_OFFICES, "nama", "calon", "wakil"}:
        return "deputy" if deputy else "head"
    return "parties" if _PARTY_WORDS & set(words) and set(words) <= _PARTY_WORDS | _BESIDE_PARTY else ""


def words_of(text: str) -> list[str]:
    """Return the words of a heading or an office in small letters, ``wali kota`` as one."""
    return _WORD.findall(text.lower().replace("wali kota", "walikota"))


def names_deputy(words: list[str]) -> bool:
    """Say whether the words of a heading or an office name a running mate: ``calon wakil bupati``, ``cawabup``."""
    return "wakil" in words or any(word.startswith("cawa") and word != "cawalkot" for word in words)


def office_level(*texts: str) -> str:
    """Return the level of the one office that texts name (``Calon Wali Kota`` is mayor), or the empty text."""
    words = [word for text in texts for word in words_of(text)]
    named = {_OFFICES[word] for word in words if word in _OFFICES} or set(LEVELS) & set(words)
    return named.pop() if len(named) == 1 else ""


def find_headings(rows: list[TableRow]) -> Headings | None:
    """Return the headings of a table: the row at the top that names the most columns; None where none names a head.

    A plain ``No`` or ``Nomor`` counts as the number of the pair only where no other column is that.
    """
    best: Headings | None = None
    for place_of_row, row in enumerate(rows[:HEADING_ROWS]):
        columns: dict[int, str] = {}
        unknown: list[str] = []
        for place, heading in enumerate(row.cells):
            column = guess_column(heading)
            if column and column not in columns.values():
                columns[place] = column
            elif heading:
                unknown.append(heading)
        if "number" not in columns.values():
            for place, heading in enumerate(row.cells):
                if heading.strip(" .").lower() in ("no", "nomor"):
                    columns[place] = "number"
                    unknown.remove(heading)
                    break
        if {"head", "pair"} & set(columns.values()) and len(columns) > (len(best.columns) if best else 1):
            people = [row.cells[place] for place, column in columns.items() if column in _PEOPLE]
            title = [cell for above in rows[:place_of_row] for cell in above.cells]
            levels = office_level(*people), office_level(*title)
            best = Headings(row.number, dict(sorted(columns.items())), *levels, unknown)
    return best
