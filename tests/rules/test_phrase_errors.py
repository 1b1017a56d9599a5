"""The phrase language: what it takes, and what it says where it does not."""

from __future__ import annotations

import pytest

from .conftest import Workshop


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("salam BULAT", "'BULAT' is no word, word*, {macro} or slot of the language"),
        ("salam bul\u00e1t", "'bul\u00e1t' is no word, word*, {macro} or slot of the language"),
        ("salam <partai>", "'<partai>' is no word, word*, {macro} or slot of the language"),
        ("salam bulat.", "'bulat.' is no word, word*, {macro} or slot of the language"),
        ("salam|", "'' is no word, word*, {macro} or slot of the language"),
        ("salam <year>?", "'<year>?' is no word, word*, {macro} or slot of the language"),
        ("salam* <year>", "is only held by a number or year; add a word or a name that must be present"),
        ("salam (bulat){1}", "'(bulat){1}' is no word, word*, {macro} or slot of the language"),
        ("salam bulat*{1,2}", "'bulat*{1,2}' is no word, word*, {macro} or slot of the language"),
        ("salam bul*", "prefix bul* needs at least 4 letters"),
        ("salam ...9 bulat", "gap ...9 is over 8 tokens"),
        ("salam (bulat){0,6}", "repeats {0,6}; use 0 to 5, the smaller first"),
        ("salam (bulat){3,1}", "repeats {3,1}; use 0 to 5, the smaller first"),
        ("salam (bulat){0,0}", "repeats {0,0}; use 0 to 5, the smaller first"),
        ("...3 salam", "begins or ends with a gap; drop it"),
        ("salam ...3", "begins or ends with a gap; drop it"),
        ("salam ^ bulat", "has ^ or $ in the middle"),
        ("salam $ bulat", "has ^ or $ in the middle"),
        ("(salam)?", "has no word or slot that must be present; make one part neither optional nor a prefix"),
        ("salam* (bulat)?", "has no word or slot that must be present; make one part neither optional nor a prefix"),
        ("^ $", "has no word or slot that must be present; make one part neither optional nor a prefix"),
        ("   ", "is empty"),
        ("salam {lonjong}", "macro {lonjong} is not in signals/macros.toml"),
        ("salam 2", "names the number 2; write <number> or <year>, so that no side's number weighs more"),
        ("salam 02", "names the number 02; write <number> or <year>, so that no side's number weighs more"),
        ("salam 2029", "names the number 2029; write <number> or <year>, so that no side's number weighs more"),
        ("a (b)? (c)? (d)? (e)? (f)? ...1 (g)? h", "has 7 optional parts and gaps; 6 are allowed, write two phrases"),
    ],
)  # fmt: skip
def test_a_phrase_outside_the_language_is_told(phrase: str, told: str, workshop: Workshop) -> None:
    workshop.signal("salam bulat", phrase)
    assert workshop.problem() == f"signals/uji.toml: phrases[0] {phrase!r}: {told}"


@pytest.mark.parametrize(
    "phrase",
    [
        "salam bulat", "salam|halo bulat|lonjong", "salam bula*", "salam (bulat)?", "salam (bulat|lonjong){0,5}",
        "salam (bulat|lonjong)", "salam <anyone> <institution>",
        "salam ...8 bulat", "^ salam $", "{vote} <number>|bulat", "<party>|partai salam", "#salam",
        "@salam <contestant>", "salam <candidate> <figure> <person> <group>",
        "salam <slogan> <year> <election-body> <media> <government>",
    ],
)  # fmt: skip
def test_every_part_of_the_language_compiles(phrase: str, workshop: Workshop) -> None:
    workshop.signal("salam bulat", phrase)
    assert workshop.problems() == []


def test_a_number_inside_a_macro_is_refused_as_well(workshop: Workshop) -> None:
    workshop.change("signals/macros.toml", '["coblos", "tusuk"]', '["coblos", "2"]')
    assert workshop.problem().startswith("signals/ajakan.toml: phrases[0]")
    assert "names the number 2" in workshop.problem()


def test_every_broken_phrase_of_a_file_is_told(workshop: Workshop) -> None:
    workshop.signal('["salam bulat"]', '["salam bul*", "bulat", "...1 x"]')
    assert [problem.split("]")[0] for problem in workshop.problems()] == [
        "signals/uji.toml: phrases[0",
        "signals/uji.toml: phrases[2",
    ]
