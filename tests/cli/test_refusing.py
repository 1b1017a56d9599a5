"""With --json every end of a command is one JSON object on standard output, also where it did nothing."""

from __future__ import annotations

import json

import pytest

CALL = "Ayo coblos nomor 2!"


@pytest.fixture
def spoiled(tmp_path):
    """An office's folder whose one file cannot be read."""
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "salah.toml").write_text("[", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "args",
    [
        ["score", "--json"],
        ["score", "--json", "--tidak-ada"],
        ["score", CALL, "--site", "tidak-ada", "--json"],
        ["rules", "explain", "--json"],
        ["rules", "lint", "--json", "--overlay", "tidak-ada"],
        ["rules", "test", "--json", "--tidak-ada"],
        ["rules", "build", "--json", "--overlay", "docs"],
        ["rules", "new", "signal", "TIDAK BENAR", "--json"],
        ["rules", "import-candidates", "tidak-ada.csv", "--contest", "x", "--json"],
        ["rules", "evaluate", "tidak-ada.jsonl", "--json"],
        ["rules", "diff", "a", "b", "tidak-ada.jsonl", "--json"],
        ["rules", "watch", "--overlay", "tidak-ada", "--json"],
        ["rules", "keygen", "--json"],
        ["rules", "extend", "--out", "x", "--json"],
        ["rules", "sign", "tidak-ada", "--json"],
        ["rules", "verify", "tidak-ada", "--json"],
    ],
)
def test_wrong_use_is_told_as_json_too(runner, args):
    result = runner.invoke(args=args)
    told = json.loads(result.stdout)
    assert (result.exit_code, told["ok"], told["code"]) == (2, False, "usage")
    assert told["message"] in result.stderr


def test_rules_that_cannot_be_used_are_told_as_json_too(runner, spoiled):
    result = runner.invoke(args=["rules", "explain", CALL, "--overlay", str(spoiled), "--json"])
    told = json.loads(result.stdout)
    assert (result.exit_code, told["ok"], told["code"]) == (2, False, "unusable")
    assert "signals/salah.toml" in told["message"]


def test_without_json_nothing_but_the_message_is_told(runner):
    result = runner.invoke(args=["rules", "explain"])
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("command", ["lint", "test", "build"])
def test_what_was_found_is_told_as_json(runner, spoiled, command):
    args = ["rules", command, "--overlay", str(spoiled), "--json"]
    result = runner.invoke(args=[*args, *(["--out", str(spoiled / "b.json")] if command == "build" else [])])
    told = json.loads(result.stdout)
    assert (result.exit_code, told["ok"], told["problems"][0]["file"]) == (1, False, "signals/salah.toml")
