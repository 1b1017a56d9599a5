"""Pairs that an office's table writes over two rows: the candidate, and the running mate below."""

from __future__ import annotations

from .columns import names_deputy, words_of

Line = tuple[int, dict[str, str]]

# What belongs to the pair may stand in either of its rows.
_OF_PAIR = ("pair_aliases", "slogans", "parties", "common")
_OF_PERSON = ("", "_aliases", "_plain", "_flags")


def is_mate(read: dict[str, str]) -> bool:
    """Say whether a row itself calls its person a running mate; ``Bupati dan Wakil Bupati`` names the pair's office."""
    words = words_of(read.get("level", ""))
    return names_deputy(words) and "dan" not in words


def joined_pairs(lines: list[Line]) -> list[Line]:
    """Return the numbered rows of a table without deputies with every pair in one row, or as they are.

    They are joined only where the whole table is so: by turns a candidate and a running mate, told apart by the office
    in the row, or by the number that stands in the first row of a pair alone. One row that does not fit joins none.
    """
    people = [line for line in lines if any(letter.isalpha() for letter in line[1].get("head", ""))]
    firsts, mates = people[::2], people[1::2]
    pairs = [(first, mate) for (_, first), (_, mate) in zip(firsts, mates, strict=False)]
    if not pairs or len(firsts) != len(mates) or not (_by_office(pairs) or _by_number(pairs)):
        return lines
    mate_of = {number: mate for (number, _), (_, mate) in zip(firsts, mates, strict=True)}
    gone = {number for number, _ in mates}
    return [
        (number, _joined(read, mate_of[number]) if number in mate_of else read)
        for number, read in lines
        if number not in gone
    ]


def _by_office(pairs: list[tuple[dict[str, str], dict[str, str]]]) -> bool:
    return all(not is_mate(first) and is_mate(mate) and _agree(first, mate) for first, mate in pairs)


def _by_number(pairs: list[tuple[dict[str, str], dict[str, str]]]) -> bool:
    return all(
        bool(first.get("number")) and not mate.get("number") and not is_mate(first) and _agree(first, mate)
        for first, mate in pairs
    )


def _agree(first: dict[str, str], mate: dict[str, str]) -> bool:
    return mate.get("number", "") in ("", first.get("number", "")) and mate.get("area") == first.get("area")


def _joined(first: dict[str, str], mate: dict[str, str]) -> dict[str, str]:
    person = {f"deputy{part}": mate.get(f"head{part}", "") for part in _OF_PERSON}
    both = {
        column: "; ".join(dict.fromkeys(filter(None, (first.get(column), mate.get(column))))) for column in _OF_PAIR
    }
    return first | {column: cell for column, cell in (person | both).items() if cell}
