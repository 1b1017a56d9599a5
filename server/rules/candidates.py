"""Turn an office's table of pairs into a candidate list: columns guessed, titles gone, doubtful names marked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from server.engine.fold import FoldTable, build_fold_table

from .areas import area_name, own_level, without_kind
from .claims import cells
from .columns import Headings, find_headings
from .doubtful_names import ALIAS_COLUMNS, mark_ambiguous
from .folding import compile_fold
from .load import Sources
from .names import tokens_of
from .person_names import is_untidy, plain_name
from .problems import Problem
from .spreadsheets import read_spreadsheet
from .tables import CANDIDATE_COLUMNS, Row, TableRow, formula_in, row_error
from .two_rows import Line, is_mate, joined_pairs

# What may hold for every row of a table without standing in it.
_FOR_ALL = ("area", "source", "date")
_WITH_DEPUTY = {"deputy", "pair"}
_OF_AREA = ("level", "province", "area", "code")
_NOTHING = re.compile(r"[-–—.]*|n/?a|nihil|tidak ada|kosong|#", re.IGNORECASE)
_PAIR = re.compile(r"\s+[-–—/&]\s+|\s*\n\s*|\s+dan\s+", re.IGNORECASE)
_LIST = re.compile(r"\s*[;\n]\s*")
# No nickname and no account has a comma in it; a slogan may.
_NAMES = re.compile(r"\s*[;,\n]\s*")
_ADDRESS = re.compile(r"://|\bwww\.|\.(?:com|net|id)/", re.IGNORECASE)
# What numbers the columns: (1), (2), (3).
_NUMBERS = re.compile(r"[0-9(). ]*")
_PARTIES = re.compile(r"\s*[;,+&\n]\s*")
_LETTERS = 26
_BESIDE = "write a running mate beside the candidate, in a column Calon Wakil Bupati"
# What the office's own flags call common wherever it stands; the rest the compiler sees by itself.
_COMMON_FLAGS = {"banyak_di_dct", "semua_kata_umum"}


@dataclass(slots=True)
class Imported:
    """What an office's table gave.

    ``rows`` holds the pairs by CANDIDATE_COLUMNS, ``row`` saying where each stood; ``headings`` the heading taken for
    each column; ``unknown`` the headings that were passed over. ``problems`` must be mended in the table; ``advice``
    says what was decided and is worth a look.
    """

    rows: list[Row] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)


def import_candidates(name: str, raw: bytes, sources: Sources, **given: str) -> Imported:
    """Read a CSV or XLSX file of pairs; ``sources`` are the rules that it is to stand beside.

    ``given`` fills the columns level, province, area, source and date where the table leaves them empty. Titles and
    capitals go, parties become ids, empty boxes and repeated rows are left out, doubtful nicknames become ``common``.
    """
    found = Imported()
    table = read_spreadsheet(name, raw, found.problems, found.advice)
    headings = find_headings(table)
    if headings is None:
        if table:
            message = "no heading names the candidates; call their column Calon, or Calon Bupati and Wakil Bupati"
            found.problems.append(Problem(name, f"row {table[0].number}", message))
        return found
    at_head = next(row for row in table if row.number == headings.row)
    found.headings = {column: at_head.cells[place] for place, column in headings.columns.items()}
    found.unknown = headings.unknown
    if lacking := [column for column in _FOR_ALL if column not in found.headings and not given.get(column)]:
        message = f"the table has no column {lacking[0]}; give it for every row with --{lacking[0]}"
        found.problems.append(Problem(name, f"row {headings.row}", message))
        return found
    fold = build_fold_table(compile_fold(sources.files["folding.toml"]))
    parties = _party_ids(sources, fold)
    if "area" in found.headings:
        given["area"] = ""
    lines = _lines(name, table, at_head, headings, found)
    if not _WITH_DEPUTY & found.headings.keys():
        lines = _without_deputies(name, lines, headings.row, found)
    for number, read in lines:
        _take(found, Problem(name, f"row {number}", ""), read, headings, parties, fold, given)
    _drop_repeated(name, found)
    found.advice += mark_ambiguous(name, found.rows, sources, fold)
    return found


def _lines(name: str, table: list[TableRow], at_head: TableRow, headings: Headings, found: Imported) -> list[Line]:
    """Return what stands below the headings by its columns, or say what stands under none."""
    lines: list[Line] = []
    above = dict.fromkeys(_OF_AREA, "")
    for number, values in table:
        if number <= headings.row:
            continue
        if column := _without_heading(values, at_head.cells):
            remedy = "write one above it, as Calon Wakil Bupati, or put quotes around a cell with a comma or semicolon"
            message = f"what stands in column {column} has no heading; {remedy}"
            found.problems.append(Problem(name, f"row {number}", message))
            continue
        read = {column: values[place] for place, column in headings.columns.items() if place < len(values)}
        read = {column: "" if _NOTHING.fullmatch(cell) else cell for column, cell in read.items()}
        if "area" in found.headings:
            # Of merged cells only the first holds the area; the contest's own is for tables without the column.
            if not read.get("area"):
                read |= {column: above[column] for column in _OF_AREA if not read.get(column)}
            above = {column: read.get(column, "") for column in _OF_AREA}
        lines.append((number, read))
    return lines


def _without_deputies(name: str, lines: list[Line], heading_row: int, found: Imported) -> list[Line]:
    """Return the rows of a table without a column of deputies, its pairs in one row each where they stood in two."""
    joined = joined_pairs(lines)
    if joined != lines:
        message = "every pair stands in two rows; the second was read as the running mate"
        found.advice.append(Problem(name, f"row {heading_row}", message))
        return joined
    mates = [number for number, read in lines if is_mate(read)]
    message = f"holds a running mate in a row of its own; {_BESIDE}"
    found.problems += [Problem(name, f"row {number}", message) for number in mates]
    if lines and not mates:
        message = "no heading names the running mates; call their column Calon Wakil Bupati, where the pairs have them"
        found.advice.append(Problem(name, f"row {heading_row}", message))
    return [line for line in lines if line[0] not in mates]


def candidates_csv(rows: Iterable[Row]) -> str:
    """Return rows as a candidate list that a spreadsheet opens without running any cell of it."""
    file = io.StringIO()
    writer = csv.DictWriter(file, CANDIDATE_COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        # A cell of account names would begin with @; an empty entry before it means nothing to the compiler.
        writer.writerow({key: f";{cell}" if cell.startswith("@") else cell for key, cell in row.items()})
    return file.getvalue()


def _party_ids(sources: Sources, fold: FoldTable) -> dict[str, str]:
    """Return the ids of parties by every folded name of theirs."""
    ids: dict[str, str] = {}
    for _, data in sources.matching("entities/"):
        for party in data.get("party", ()):
            for written in (party["id"], party["name"], party["short"], *party.get("aliases", ())):
                ids.setdefault(tokens_of(fold, written), party["id"])
    return ids


def _without_heading(values: list[str], head: list[str]) -> str:
    """Return the letter of the first column that holds something under no heading, or the empty text.

    Such a column is a running mate under a merged heading, or what a comma without quotes pushed to the right.
    """
    for place, cell in enumerate(values):
        if not _NOTHING.fullmatch(cell) and not (place < len(head) and head[place]):
            first, last = divmod(place, _LETTERS)
            return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
    return ""


def _take(
    found: Imported,
    place: Problem,
    read: dict[str, str],
    headings: Headings,
    parties: dict[str, str],
    fold: FoldTable,
    given: dict[str, str],
) -> None:
    """Add one row of the table, or say what is wrong with it."""
    if read.get("pair"):
        people = _PAIR.split(read["pair"], maxsplit=1)
        if len(people) == 1:
            people = re.split(r"\s*/\s*", read["pair"], maxsplit=1)
        read |= {"head": people[0], "deputy": people[1] if len(people) > 1 else ""}
    head = read.get("head", "")
    if not any(read.values()) or read.get("empty_box") == "1" or re.search("(?i)kotak kosong|kolom kosong", head):
        return
    if why := _why_left_out(read):
        found.advice.append(Problem(place.file, place.where, why))
        return
    if wrong := formula_in(read) or _address_in(read):
        found.problems.append(Problem(place.file, place.where, wrong))
        return
    row = dict.fromkeys(CANDIDATE_COLUMNS, "") | {key: cell for key, cell in given.items() if cell}
    row |= {column: cell for column, cell in read.items() if cell and column in CANDIDATE_COLUMNS}
    own = own_level(read) or headings.level
    if own and given.get("level") not in ("", None, own):
        elsewhere = f"level {own!r} in the table is not {given['level']!r}, that of the election; correct the row, or"
        message = f"{elsewhere} import it into a contest of that level"
        found.problems.append(Problem(place.file, place.where, message))
        return
    row["level"] = own or row["level"] or headings.title_level
    row["area"] = area_name(row["level"], row["area"])
    row["province"] = without_kind(row["province"])
    row["number"] = (re.findall(r"[0-9]+", row["number"])[:1] or [row["number"]])[0].lstrip("0") or row["number"]
    for role in ("head", "deputy"):
        _person(row, role, read)
    for column in (*ALIAS_COLUMNS, "slogans", "common"):
        divided = (_LIST if column == "slogans" else _NAMES).split(row[column])
        row[column] = ";".join(dict.fromkeys(filter(None, divided)))
    row["parties"], unknown = _parties(row["parties"], parties, fold)
    if not row["number"] and not _WITH_DEPUTY & found.headings.keys():
        message = f"the column number is empty; fill it in, or {_BESIDE}"
        found.problems.append(Problem(place.file, place.where, message))
        return
    wrong = row_error(row) or (f"there is no party {unknown[0]!r}; write its short name, as PKB" if unknown else "")
    if wrong:
        found.problems.append(Problem(place.file, place.where, wrong))
        return
    if not row["deputy"] and _WITH_DEPUTY & found.headings.keys():
        message = "has no deputy; write the name where there is one"
        found.advice.append(Problem(place.file, place.where, message))
    for slogan in (slogan for slogan in cells(row["slogans"]) if "," in slogan):
        message = f"{slogan!r} is read as one slogan; divide several with a semicolon"
        found.advice.append(Problem(place.file, place.where, message))
    for person in filter(is_untidy, (row["head"], row["deputy"])):
        message = f"{person!r} may still hold a title or a mark; write the plain name, or else no post will match it"
        found.advice.append(Problem(place.file, place.where, message))
    found.rows.append(row | {"row": place.where})


def _why_left_out(read: dict[str, str]) -> str:
    """Return why a row is no pair, as the numbers of the columns and what is signed below a table, or nothing."""
    named = read.get("head") or read.get("deputy")
    if named and all(_NUMBERS.fullmatch(cell) for cell in read.values()):
        return "holds numbers only; left out"
    return "" if named or read.get("number", "").strip(" .").isdecimal() else "names nobody; left out"


def _address_in(read: dict[str, str]) -> str:
    """Return what is wrong with a row that has the address of an account in place of its name, or the empty text."""
    for column in ALIAS_COLUMNS:
        if _ADDRESS.search(read.get(column, "")):
            return f"the column {column} holds an address; write the name of the account alone, such as @contoh"
    return ""


def _person(row: Row, role: str, read: dict[str, str]) -> None:
    """Write a person's plain name and nicknames, and what the office's flags call common."""
    if not row[role]:
        return
    name, nicknames = plain_name(row[role], read.get(f"{role}_plain", ""))
    row[role] = name
    row[f"{role}_aliases"] = ";".join([*cells(row[f"{role}_aliases"]), *nicknames])
    if _COMMON_FLAGS & set(read.get(f"{role}_flags", "").split("|")):
        row["common"] = ";".join([*cells(row["common"]), name])


def _parties(written: str, ids: dict[str, str], fold: FoldTable) -> tuple[str, list[str]]:
    """Return the ids of the parties in a cell, and those that nobody knows."""
    names = [name for name in _PARTIES.split(written) if name]
    known = [ids.get(tokens_of(fold, name)) or ids.get(tokens_of(fold, name).removeprefix("partai ")) for name in names]
    unknown = [name for name, found in zip(names, known, strict=True) if not found]
    return ";".join(dict.fromkeys(found for found in known if found)), unknown


def _drop_repeated(name: str, found: Imported) -> None:
    """Keep the first of equal rows; two different pairs with one number in one area are a problem."""
    remedy = "correct one of the numbers"
    if not _WITH_DEPUTY & found.headings.keys():
        remedy = f"{remedy}, or {_BESIDE}"
    first: dict[tuple[str, str], Row] = {}
    kept: list[Row] = []
    for row in found.rows:
        other = first.setdefault((row["area"], row["number"]), row)
        if other is row:
            kept.append(row)
        elif (row["head"], row["deputy"]) == (other["head"], other["deputy"]):
            found.advice.append(Problem(name, row["row"], f"repeats {other['row']}; left out"))
        else:
            message = f"number {row['number']} of {row['area']} is taken by {other['row']}; {remedy}"
            found.problems.append(Problem(name, row["row"], message))
    found.rows = kept
