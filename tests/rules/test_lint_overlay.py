"""An overlay adds: it takes nothing from the shared rules, and its rules cannot know who is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.rules import lint

from .conftest import SIGNAL, Workshop


@pytest.fixture
def office(tmp_path: Path) -> Workshop:
    """An office's folder."""
    return Workshop(tmp_path / "kantor")


def told(workshop: Workshop, office: Workshop) -> list[str]:
    return [str(problem) for problem in lint(workshop.root, [office.root])]


def test_a_rule_of_its_own_is_fine(workshop: Workshop, office: Workshop) -> None:
    office.write("signals/uji.toml", SIGNAL)
    assert told(workshop, office) == []


def test_a_shared_site_cannot_be_replaced(repository: Path, office: Workshop) -> None:
    office.write("sites/kami.toml", (repository / "shared_rules/sites/x.toml").read_bytes())
    assert [str(problem) for problem in lint(overlays=[office.root])] == [
        "sites/kami.toml: id: is a shared site already, and an overlay replaces none; give the site another id"
    ]


def test_a_shared_cue_group_cannot_be_replaced(office: Workshop) -> None:
    office.write("confusables-kami.toml", '[groups]\nregent-election = ["arisan"]\n')
    assert [str(problem) for problem in lint(overlays=[office.root])] == [
        "confusables-kami.toml: groups.regent-election: is a shared group already; give yours another name"
    ]


def test_a_shared_name_cannot_be_made_to_count_less(office: Workshop) -> None:
    entry = '[[confusable]]\nalias = "Partai Golkar"\ncues = ["arisan"]\nsource = "uji"\ndate = "2026-11-22"\n'
    office.write("confusables-kami.toml", entry)
    assert [str(problem) for problem in lint(overlays=[office.root])] == [
        "confusables-kami.toml: confusable[0] Partai Golkar: is a shared name, which would count less; drop this"
    ]


def test_a_rule_that_names_somebody_is_told(office: Workshop) -> None:
    office.write("signals/uji.toml", SIGNAL.replace("salam bulat", "salam gelora"))
    assert [str(problem) for problem in lint(overlays=[office.root])] == [
        "signals/uji.toml: phrases[0] 'salam gelora': holds the name 'gelora', and rules know no names; "
        "write <party> or <contestant> in its place"
    ]


def test_an_account_pattern_that_names_somebody_is_told(office: Workshop) -> None:
    pattern = SIGNAL.replace('fields = ["text"]', 'fields = ["author.handle"]').replace(
        'phrases = ["salam bulat"]', 'regexes = ["^pkb[a-z._]{0,9}$"]'
    )
    office.write("signals/uji.toml", pattern)
    assert [str(problem).split(" fits")[0] for problem in lint(overlays=[office.root])] == [
        "signals/uji.toml: regexes[0]:"
    ]


def problem_of(phrase: str, workshop: Workshop, office: Workshop) -> list[str]:
    office.write("signals/uji.toml", SIGNAL.replace('phrases = ["salam bulat"]', f'phrases = ["{phrase}"]'))
    return [line.removeprefix("signals/uji.toml: ") for line in told(workshop, office)]


@pytest.mark.parametrize(
    ("phrase", "name", "slots"),
    [
        ("salam pjr", "pjr", "<party> or <contestant>"),
        ("salam (pjr)?", "pjr", "<party> or <contestant>"),
        ("halo|dukung halo|pjr", "pjr", "<party> or <contestant>"),
        ("salam partai jambu raya", "partai jambu raya", "<party> or <contestant>"),
    ],
)
def test_a_name_in_a_phrase_is_told_where_it_stands_and_nowhere_else(
    phrase: str, name: str, slots: str, workshop: Workshop, office: Workshop
) -> None:
    assert problem_of(phrase, workshop, office) == [
        f"phrases[0] {phrase!r}: holds the name {name!r}, and rules know no names; write {slots} in its place"
    ]


def test_an_everyday_word_that_the_office_s_own_group_is_called_by_is_a_fault_of_the_group(
    workshop: Workshop, office: Workshop
) -> None:
    office.write(
        "entities/volunteer-groups-kami.toml",
        '[[group]]\nid = "kami"\nname = "Coblos"\nsource = "uji"\ndate = "2026-11-22"\n',
    )
    assert problem_of("coblos ...1 <party>", workshop, office) == [
        "entities/volunteer-groups-kami.toml: group[0] kami: the alias 'coblos' is a short or ordinary word; "
        "add it with its cues to a confusables file"
    ]
