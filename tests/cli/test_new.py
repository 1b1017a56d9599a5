"""``rules new``: what it writes is without problems, and nothing is overwritten."""

from __future__ import annotations

import json
import shlex

import pytest

from server import create_app
from server.engine import build_engine, load_bundle, score
from server.rules import RULES as SHARED
from server.rules import bundle_bytes, lint
from tests.conformance.vectors import RULES


def new(runner, folder, *args, root=RULES):
    return runner.invoke(args=["rules", "new", *args, "--overlay", str(folder), "--root", str(root)])


@pytest.mark.parametrize("kind", ["signal", "party", "contest"])
@pytest.mark.parametrize(
    "name",
    ["ajakan-kopdar", "pilwalkot-teluk-2030", "partai-sinar-mutiara", "a-1", "2030", "partai-coblos", "partai-a-b"],
)
def test_whatever_the_id_the_skeleton_is_sound(runner, tmp_path, kind, name):
    result = new(runner, tmp_path, kind, name)
    assert result.exit_code == 0, result.output
    assert lint(RULES, [tmp_path]) == []


def test_a_signal_has_examples_that_do_as_it_says(runner, tmp_path):
    new(runner, tmp_path, "signal", "ajakan-kopdar", root=SHARED)
    result = runner.invoke(args=["rules", "test", "--overlay", str(tmp_path)])
    assert (result.exit_code, "all as their rules say" in result.output) == (0, True)


@pytest.fixture
def contest(runner, tmp_path):
    """The skeleton of a contest, and what the command answered."""
    return json.loads(
        new(runner, tmp_path, "contest", "pilbup-teluk-melati-2030", "--voting", "2030-11-27", "--json").output
    )


def test_the_next_steps_name_a_text_that_hits_and_one_that_misses(runner, contest):
    explained = [runner.invoke(args=shlex.split(step)) for step in contest["next"][1:]]
    assert ["<candidate>" in result.output for result in explained] == [True, False]


def test_the_stages_follow_the_voting_day(contest, tmp_path):
    text = (tmp_path / "contests" / "pilbup-teluk-melati-2030.toml").read_text(encoding="utf-8")
    assert 'kind = "campaign"\nfrom = "2030-09-25"\nto = "2030-11-23"' in text
    assert 'kind = "voting"\nfrom = "2030-11-27"\nto = "2030-11-27"' in text
    assert contest["files"] == [
        str(tmp_path / "contests" / f"pilbup-teluk-melati-2030.{end}") for end in ("toml", "csv")
    ]


def test_a_party_is_found_by_its_name(runner, tmp_path):
    new(runner, tmp_path, "party", "partai-sinar-mutiara")
    engine = build_engine(load_bundle(bundle_bytes(RULES, (tmp_path,))))
    (found,) = score(engine, {"text": "Rapat Partai Sinar Mutiara"}, "2026-11-22")["affiliations"]
    assert found == {"id": "partai-sinar-mutiara", "kind": "party", "name": "Partai Sinar Mutiara"}


def test_a_file_that_is_there_is_left_alone(runner, tmp_path):
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "ajakan-kopdar.toml").write_text("milik saya", encoding="utf-8")
    result = new(runner, tmp_path, "signal", "ajakan-kopdar")
    assert (result.exit_code, "sudah ada" in result.output) == (2, True)
    assert (tmp_path / "signals" / "ajakan-kopdar.toml").read_text(encoding="utf-8") == "milik saya"


@pytest.mark.parametrize("name", ["partai-uji", "partai-baru"])
def test_a_party_of_one_everyday_word_stands_beside_the_shared_rules(runner, tmp_path, name):
    assert new(runner, tmp_path, "party", name, root=SHARED).exit_code == 0


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("signal", "ajakan", "signals/ajakan.toml: sudah ada di aturan bersama; beri berkas Anda nama lain"),
        ("contest", "pilgub", "contests/pilgub.csv: sudah ada di aturan bersama; beri berkas Anda nama lain"),
        ("party", "partai-jambu-raya", "satu sebutan hanya untuk satu partai"),
    ],
)
def test_what_could_not_be_used_is_told_and_not_written(runner, tmp_path, kind, name, told):
    result = new(runner, tmp_path, kind, name)
    assert (result.exit_code, result.output.splitlines()[0]) == (
        1, "Tidak ada yang ditulis; pakai ID lain, sebab (nothing is written; use another id):"
    )  # fmt: skip
    assert told in result.output
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_used_is_told_as_json(runner, tmp_path):
    result = new(runner, tmp_path, "contest", "pilgub", "--json")
    told = json.loads(result.output)
    assert (result.exit_code, told["ok"], told["files"], told["next"]) == (1, False, [], [])
    assert {problem["file"] for problem in told["problems"]} == {"contests/pilgub.csv", "contests/pilgub.toml"}


def test_what_was_wrong_before_is_not_laid_to_the_new_file(runner, tmp_path):
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "lama.toml").write_text("id = ", encoding="utf-8")
    assert new(runner, tmp_path, "signal", "ajakan-kopdar").exit_code == 0


@pytest.mark.parametrize("name", ["Ajakan Kopdar", "../keluar", "a_b", "", "-a", "x" * 61])
def test_an_id_that_is_none_is_refused(runner, tmp_path, name):
    assert new(runner, tmp_path, "signal", "--", name).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_it_asks_for_one(runner):
    result = runner.invoke(args=["rules", "new", "signal", "ajakan-kopdar"])
    assert (result.exit_code, "--overlay" in result.output) == (2, True)


def test_the_folder_of_the_server_is_the_default(tmp_path):
    runner = create_app({"JAGA_OVERLAY": tmp_path}).test_cli_runner()
    assert runner.invoke(args=["rules", "new", "signal", "ajakan-kopdar", "--root", str(RULES)]).exit_code == 0
    assert (tmp_path / "signals" / "ajakan-kopdar.toml").is_file()
