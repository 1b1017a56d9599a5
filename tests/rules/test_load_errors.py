"""What is wrong in a rule file is told in one line that names the file and the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.rules import RuleErrors, lint, load_sources

from .conftest import Workshop

PARTY = """
[[party]]
id = "kelapa"
name = "Partai Kelapa"
short = "PKL"
scope = "national"
source = "uji"
date = "2026-11-22"
"""


def test_the_rules_as_they_are_have_no_problem(workshop: Workshop) -> None:
    assert workshop.problems() == []


def test_broken_toml_names_the_line(workshop: Workshop) -> None:
    workshop.signal('id = "uji"', 'id = "uji')
    assert workshop.problem().startswith("signals/uji.toml: not valid TOML:")
    assert "line 2" in workshop.problem()


def test_an_unknown_key_is_named(workshop: Workshop) -> None:
    workshop.signal("points = 40", "points = 40\npoint = 3")
    assert workshop.problem().startswith("signals/uji.toml: ")
    assert "'point' was unexpected" in workshop.problem()


def test_a_missing_key_is_named(workshop: Workshop) -> None:
    workshop.signal('source = "uji"\n', "")
    assert workshop.problem() == "signals/uji.toml: 'source' is a required property"


def test_an_entry_of_a_list_is_named_by_its_place(workshop: Workshop) -> None:
    workshop.change("entities/parties.toml", 'id = "laut"', 'id = "Laut"')
    assert workshop.problem().startswith("entities/parties.toml: party[1].id: 'Laut' does not match")


@pytest.mark.parametrize("day", ["22-11-2026", "2026-11-2", "kemarin", "2026/11/22"])
def test_a_day_in_another_shape_is_named(day: str, workshop: Workshop) -> None:
    workshop.signal('date = "2026-11-22"', f'date = "{day}"')
    assert workshop.problem().startswith(f"signals/uji.toml: date: '{day}' does not match")


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_named(day: str, workshop: Workshop) -> None:
    workshop.signal('date = "2026-11-22"', f'date = "{day}"')
    assert workshop.problem() == f"signals/uji.toml: date: {day} is no day of the calendar"


def test_one_hit_is_not_enough(workshop: Workshop) -> None:
    workshop.signal('hits = ["salam bulat", "ayo, salam bulat!"]', 'hits = ["salam bulat"]')
    assert workshop.problem().startswith("signals/uji.toml: hits: ")


def test_points_of_nothing_are_refused(workshop: Workshop) -> None:
    workshop.signal("points = 40", "points = 0")
    assert workshop.problem().startswith("signals/uji.toml: points: ")


def test_an_unknown_field_is_named(workshop: Workshop) -> None:
    workshop.signal('fields = ["text"]', 'fields = ["teks"]')
    assert workshop.problem().startswith("signals/uji.toml: fields[0]: 'teks' is not one of")


def test_a_file_of_no_known_kind_is_named(workshop: Workshop) -> None:
    workshop.write("entities/partai.toml", PARTY)
    assert workshop.problem().startswith("entities/partai.toml: no kind of rule file has this name")


def test_a_file_one_folder_too_deep_is_named(workshop: Workshop) -> None:
    workshop.write("lokal/entities/parties.toml", PARTY)
    assert workshop.problem().startswith("lokal/entities/parties.toml: no kind of rule file has this name")


@pytest.mark.parametrize("example", ["{}", '{ context = { author = "x" } }', '{ context = { teks = "x" } }', "7"])
def test_an_example_that_is_no_context_is_named(example: str, workshop: Workshop) -> None:
    workshop.signal('misses = ["salam", "bulat"]', f'misses = ["salam", {example}]')
    assert workshop.problem().startswith("signals/uji.toml: misses[1]: ")


@pytest.mark.parametrize("title", ["mention-candidate", "neutral-source", "scale-end", "weight", "weights-cap"])
def test_a_title_that_the_engine_shows_must_be_there(title: str, workshop: Workshop) -> None:
    workshop.change("scoring.toml", f'"{title}" =', f'"{title}-x" =')
    assert any(problem.startswith("scoring.toml: titles: ") and title in problem for problem in workshop.problems())


@pytest.mark.parametrize(
    "table", ["[[10, 0], [60, 70]]", "[[-20, 0], [60, 40], [20, 50]]", "[[-20, 0], [20, 40], [20, 50]]"]
)
def test_the_calibration_table_rises_from_the_lowest_points(table: str, workshop: Workshop) -> None:
    workshop.change("scoring.toml", "[[-20, 0], [0, 0], [20, 40], [60, 70], [120, 100]]", table)
    assert workshop.problem() == "scoring.toml: calibration: must rise from [lowest, 0] in pairs of points and percent"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('["00C0", "00FF"]', '["00C0"]'),
        ('["00C0", "00FF"]', '["00c0", "00ff"]'),
        ('"\u0430" =', '"z" ='),
        ('"jaridua"', '"Jari dua"'),
    ],
)
def test_a_line_of_the_fold_table_in_another_shape_is_named(old: str, new: str, workshop: Workshop) -> None:
    workshop.change("folding.toml", old, new)
    assert {problem.split(":")[0] for problem in workshop.problems()} == {"folding.toml"}


def test_a_range_of_the_fold_table_that_ends_before_it_begins_is_told(workshop: Workshop) -> None:
    workshop.change("folding.toml", '["0300", "036F"]', '["036F", "0300"]')
    assert workshop.problem() == "folding.toml: ignore: 036F-0300 ends before it begins"


def test_a_file_that_is_no_utf8_names_the_line(workshop: Workshop) -> None:
    workshop.write("entities/parties-lokal.toml", PARTY.replace("Kelapa", "K\u00e9lapa").encode("latin-1"))
    assert workshop.problem() == (
        "entities/parties-lokal.toml: line 4: not UTF-8 (byte 0xE9, as in Windows-1252); "
        "save it again with the encoding UTF-8 (in a spreadsheet: Save As, type 'CSV UTF-8')"
    )


def test_a_contest_without_dates_is_told_what_to_write(workshop: Workshop) -> None:
    workshop.change("contests/pilbup.toml", 'active = { from = "2024-05-05", to = "2024-12-16" }\n', "")
    assert workshop.problem() == (
        'contests/pilbup.toml: has no dates; add a line like active = { from = "2029-01-31", to = "2029-12-31" }'
    )


def test_a_byte_order_mark_is_no_problem(workshop: Workshop) -> None:
    workshop.write("entities/parties-lokal.toml", b"\xef\xbb\xbf" + PARTY.encode())
    assert workshop.problems() == []


def test_every_broken_file_is_told_at_once(workshop: Workshop) -> None:
    workshop.signal("stance = ", "sikap = ")
    workshop.write("entities/parties-lokal.toml", "party = 1")
    assert [problem.split(":")[0] for problem in workshop.problems()][:1] == ["entities/parties-lokal.toml"]
    assert {problem.split(":")[0] for problem in workshop.problems()} == {
        "entities/parties-lokal.toml",
        "signals/uji.toml",
    }


@pytest.mark.parametrize("name", ["folding.toml", "scoring.toml"])
def test_a_missing_table_is_named(name: str, workshop: Workshop) -> None:
    (workshop.root / name).unlink()
    assert workshop.problem() == f"{name}: is missing"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(lint(tmp_path / "tidak-ada")[0]).endswith("no such folder; give the folder that holds the rule files")


def test_an_empty_folder_is_no_rules_folder(tmp_path: Path) -> None:
    assert [problem.message for problem in lint(tmp_path)] == ["holds no rule files"]


def test_an_overlay_adds_files(workshop: Workshop, tmp_path: Path) -> None:
    overlay = Workshop(tmp_path / "kantor")
    overlay.write("entities/parties-lokal.toml", PARTY)
    assert lint(workshop.root, [overlay.root]) == []
    assert "entities/parties-lokal.toml" in load_sources(workshop.root, [overlay.root]).files


def test_an_overlay_replaces_no_file(workshop: Workshop, tmp_path: Path) -> None:
    overlay = Workshop(tmp_path / "kantor")
    overlay.write("entities/parties.toml", PARTY)
    with pytest.raises(RuleErrors) as refused:
        load_sources(workshop.root, [overlay.root])
    assert str(refused.value) == (
        "entities/parties.toml: stands in the shared rules already; give the overlay's file another name"
    )


def test_vectors_are_no_part_of_the_rules_beside_them(repository: Path) -> None:
    sources = load_sources(repository / "shared_rules")
    assert [name for name in (*sources.files, *sources.rows) if name.startswith("vectors/")] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = " + "[" * 40_000, ": is nested too deeply; no rule needs more than four levels"),
        ("a = " + "[" * 300 + "]" * 300, ": "),
        ('\n[x."a"' + ".b" * 30 + "]", ": line 2: a dotted key is nested too deeply; no rule needs more than four"),
        ("\na = " + "9" * 5_000, ": line 2: holds a number with too many digits; write a shorter one"),
        ("a = 2026-13-40", ": not valid TOML: "),
        ("#" * (4 * 1024 * 1024 + 1), ": is larger than 4 MiB; divide it"),
    ],
    ids=["deep", "deep enough to be read", "dotted", "digits", "day", "large"],
)
def test_a_file_made_to_keep_the_reader_busy_is_told_in_one_line(text: str, told: str, workshop: Workshop) -> None:
    workshop.write("signals/uji.toml", text)
    problems = workshop.problems()
    assert problems[0].startswith(f"signals/uji.toml{told}")
    assert not any("\n" in problem for problem in problems)


def test_a_folder_named_like_a_rule_file_is_told(workshop: Workshop) -> None:
    (workshop.root / "signals" / "uji.toml").mkdir()
    assert workshop.problem() == "signals/uji.toml: cannot be read (Is a directory)"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("contests/kami.toml.txt", "kami.toml"),
        ("contests/kami.TOML", "kami.toml"),
        ("contests/kami.csv.txt", "kami.csv"),
        ("contests/Kami.CSV", "Kami.csv"),
        ("accounts/kami.Csv.TXT", "kami.csv"),
    ],
)
def test_a_file_that_is_not_read_for_its_name_is_told(name: str, right: str, workshop: Workshop) -> None:
    workshop.write(name, "")
    assert workshop.problem() == f"{name}: is not read under this name; rename it to {right}, or delete it"


def test_a_note_beside_the_rules_is_no_problem(workshop: Workshop) -> None:
    workshop.write("contests/catatan.txt", "")
    workshop.write("contests/._kami.toml.txt", "")
    assert workshop.problems() == []


def test_hidden_files_are_no_rules(workshop: Workshop) -> None:
    workshop.write("contests/._pilgub.csv", b"\x00\x05\x16\x07")
    workshop.write("..2026_11_22/signals/uji.toml", "[")
    assert workshop.problems() == []
