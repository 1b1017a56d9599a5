"""A draft is tried on texts: verdicts before and after, its own examples run, nothing changed."""

from __future__ import annotations

from typing import Any

import pytest

from server.engine import Engine, build_engine, load_bundle
from server.rules import bundle_bytes, try_rules

from .conftest import SIGNAL, Workshop

DAY = "2024-10-20"


@pytest.fixture
def engine(workshop: Workshop) -> Engine:
    """The engine before the draft."""
    return build_engine(load_bundle(bundle_bytes(workshop.root)))


def tried(engine: Engine, workshop: Workshop, files: dict[str, str], *texts: str) -> dict[str, Any]:
    """The answer for drafts and texts."""
    return try_rules(engine, files, [{"text": text} for text in texts], DAY, workshop.root)


def test_a_new_rule_shows_verdicts_before_and_after(engine: Engine, workshop: Workshop) -> None:
    answer = tried(engine, workshop, {"signals/uji.toml": SIGNAL}, "salam bulat", "pagi")
    assert [(pair["before"]["points"], pair["after"]["points"]) for pair in answer["verdicts"]] == [(0, 40), (0, 0)]


def test_its_examples_are_run_and_only_its_own(engine: Engine, workshop: Workshop) -> None:
    answer = tried(engine, workshop, {"signals/uji.toml": SIGNAL})
    assert (answer["problems"], answer["examples"]["total"], answer["examples"]["failed"]) == ([], 4, 0)
    assert {ran["file"] for ran in answer["examples"]["ran"]} == {"signals/uji.toml"}


def test_a_wrong_example_is_a_problem_and_the_verdicts_are_there(engine: Engine, workshop: Workshop) -> None:
    draft = SIGNAL.replace('misses = ["salam"', 'misses = ["wah, salam bulat"')
    answer = tried(engine, workshop, {"signals/uji.toml": draft}, "salam bulat")
    assert answer["problems"] == [
        {
            "file": "signals/uji.toml",
            "where": "misses[0] 'wah, salam bulat'",
            "message": "fired uji; fired too: uji",
            "message_id": "aturan uji ikut kena, padahal tidak boleh",
            "line": draft.splitlines().index(next(line for line in draft.splitlines() if "misses" in line)) + 1,
        }
    ]
    assert [
        (ran["kind"], ran["number"], ran["shown"], ran["fired"]) for ran in answer["examples"]["ran"] if not ran["well"]
    ] == [("misses", 0, "wah, salam bulat", ["uji"])]
    assert answer["verdicts"][0]["after"]["points"] == 40


def test_a_draft_replaces_the_shared_file_of_its_name(engine: Engine, workshop: Workshop) -> None:
    text = (workshop.root / "signals/ajakan.toml").read_text(encoding="utf-8").replace("points = 45", "points = 5")
    answer = tried(engine, workshop, {"signals/ajakan.toml": text}, "PJR: coblos 2")
    assert (answer["verdicts"][0]["before"]["points"], answer["verdicts"][0]["after"]["points"]) == (75, 35)


def test_a_draft_entity_is_found(engine: Engine, workshop: Workshop) -> None:
    group = '[[group]]\nid = "baru"\nname = "Laskar Nangka"\nsource = "uji"\ndate = "2026-11-22"\n'
    answer = tried(engine, workshop, {"entities/volunteer-groups-lokal.toml": group}, "Laskar Nangka")
    assert [entity["id"] for entity in answer["verdicts"][0]["after"]["affiliations"]] == ["baru"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("salam bulat", "salam {bulat}"), ('id = "uji"', "id = uji"), ("points = 40", "points = 4000")],
)
def test_a_draft_that_does_not_compile_has_problems_and_no_verdict_after(
    old: str, new: str, engine: Engine, workshop: Workshop
) -> None:
    answer = tried(engine, workshop, {"signals/uji.toml": SIGNAL.replace(old, new, 1)}, "salam bulat")
    assert [problem["file"] for problem in answer["problems"]] == ["signals/uji.toml"]
    assert (answer["examples"], answer["verdicts"][0]["after"]) == (None, None)
    assert answer["verdicts"][0]["before"]["level"] == "none"


@pytest.mark.parametrize("pattern", ["^(a", "^[z-a]$", "^a{3,1}$", "^(?:a{1,99}){1,99}(?:a{1,99}){1,99}b$", "*"])
def test_a_pattern_that_must_not_run_is_told_and_not_run(pattern: str, engine: Engine, workshop: Workshop) -> None:
    draft = SIGNAL.replace(
        'fields = ["text"]\nphrases = ["salam bulat"]', f'fields = ["author.handle"]\nregexes = ["{pattern}"]'
    )
    answer = tried(engine, workshop, {"signals/uji.toml": draft}, "salam bulat")
    assert [problem["where"] for problem in answer["problems"]] == ["regexes[0]"]
    assert answer["verdicts"][0]["after"] is None


def test_trying_changes_no_file(engine: Engine, workshop: Workshop) -> None:
    before = {path: path.read_bytes() for path in workshop.root.rglob("*.*")}
    tried(
        engine,
        workshop,
        {"signals/uji.toml": SIGNAL, "signals/ajakan.toml": SIGNAL.replace("uji", "ajakan")},
        "salam bulat",
    )
    assert {path: path.read_bytes() for path in workshop.root.rglob("*.*")} == before
