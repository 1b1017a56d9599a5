"""``flask --app server rules``: exit code 0 where all is well, 1 with every problem named, 2 for wrong use."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from server import create_app
from server.engine import load_bundle
from tests.conformance.vectors import RULES

BAD_SIGNAL = """
id = "salah"
title = { id = "Salah", en = "Wrong" }
status = "stable"
stance = "support"
points = 10
fields = ["text"]
phrases = ["zebrakuning"]
hits = ["zebrakuning", "kuning saja"]
misses = ["hijau", "biru"]
source = "uji"
date = "2026-11-22"
"""


def run(runner, *args):
    return runner.invoke(args=["rules", *args])


def test_the_shipped_rules_are_without_problems(runner):
    result = run(runner, "lint")
    assert (result.exit_code, result.output) == (0, "Tidak ada masalah. (No problems.)\n")


@pytest.mark.parametrize("command", ["lint", "test"])
def test_a_number_of_too_many_digits_is_told(runner, tmp_path, command):
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "salah.toml").write_text(f"points = {'9' * 5_000}", encoding="utf-8")
    result = run(runner, command, "--root", str(RULES), "--overlay", str(tmp_path))
    assert result.exit_code == 1
    assert "signals/salah.toml: baris 1: memuat angka yang terlalu panjang" in result.output


def test_the_shipped_examples_all_do_as_their_rules_say(runner):
    result = run(runner, "test")
    assert result.exit_code == 0
    assert "all as their rules say" in result.output


def test_the_shipped_bundle_is_what_the_rules_build(runner):
    assert run(runner, "build", "--check").exit_code == 0


def test_build_writes_a_bundle_that_loads_and_says_its_digest(runner, rules, tmp_path):
    target = tmp_path / "keluar" / "bundle.json"
    result = run(runner, "build", "--root", str(rules), "--out", str(target))
    assert result.exit_code == 0
    assert load_bundle(target.read_bytes()).digest in result.output
    assert list(target.parent.iterdir()) == [target]


def test_build_check_writes_nothing_and_names_a_stale_target(runner, rules, tmp_path):
    target = tmp_path / "bundle.json"
    target.write_text("lama", encoding="utf-8")
    result = run(runner, "build", "--check", "--root", str(rules), "--out", str(target))
    assert result.exit_code == 1
    assert "is not what the rules build" in result.output
    assert target.read_text(encoding="utf-8") == "lama"


@pytest.mark.parametrize("command", ["lint", "test", "build"])
def test_a_file_that_is_not_toml_is_named_with_its_line(runner, rules, tmp_path, command):
    (rules / "signals" / "salah.toml").write_text('id = "salah"\ntitle = = 1\n', encoding="utf-8")
    out = ["--out", str(tmp_path / "bundle.json")] if command == "build" else []
    result = run(runner, command, "--root", str(rules), *out)
    assert result.exit_code == 1
    assert "signals/salah.toml: " in result.output
    assert "line 2" in result.output
    assert not (tmp_path / "bundle.json").exists()


def test_an_example_that_fails_is_named_and_stops_the_build(runner, rules, tmp_path):
    (rules / "signals" / "salah.toml").write_text(BAD_SIGNAL, encoding="utf-8")
    tested = run(runner, "test", "--root", str(rules))
    built = run(runner, "build", "--root", str(rules), "--out", str(tmp_path / "bundle.json"))
    assert (tested.exit_code, built.exit_code) == (1, 1)
    assert "signals/salah.toml: baris 9, hits[1] 'kuning saja': aturan salah tidak kena" in tested.output
    assert not (tmp_path / "bundle.json").exists()


def test_an_overlay_is_checked_with_the_shared_rules(runner, tmp_path):
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "salah.toml").write_text(BAD_SIGNAL, encoding="utf-8")
    assert "signals/salah.toml" in run(runner, "test", "--overlay", str(tmp_path)).output


def test_an_overlay_needs_a_place_of_its_own_for_its_bundle(runner, tmp_path):
    result = run(runner, "build", "--overlay", str(tmp_path))
    assert result.exit_code == 2
    assert "--out" in result.output


def test_json_tells_the_same_to_machines(runner, rules):
    (rules / "signals" / "salah.toml").write_text("id = ", encoding="utf-8")
    told = json.loads(run(runner, "lint", "--json", "--root", str(rules)).output)
    assert told["ok"] is False
    assert told["problems"][0]["file"] == "signals/salah.toml"
    assert json.loads(run(runner, "test", "--json").output)["total"] > 100


@pytest.mark.parametrize("args", [[], ["tidak-ada"], ["lint", "--root", "tidak-ada"], ["build", "--out"]])
def test_wrong_use_ends_with_2(runner, args):
    assert run(runner, *args).exit_code == 2


def test_a_target_that_cannot_be_written_is_named(runner, rules, tmp_path):
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    result = run(runner, "build", "--root", str(rules), "--out", str(tmp_path / "berkas" / "bundle.json"))
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_a_disk_that_fills_up_keeps_the_old_bundle_and_nothing_else(tmp_path):
    target = tmp_path / "bundle.json"
    target.write_text("yang lama", encoding="utf-8")
    full = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9_999, 9_999)); from flask.cli import main; main()"
    )
    arguments = ["--app", "server", "rules", "build", "--out", str(target)]
    found = subprocess.run([sys.executable, "-B", "-c", full, *arguments], check=False, capture_output=True, text=True)
    assert (found.returncode, "tidak dapat ditulis (File too large)" in found.stderr) == (2, True)
    assert target.read_text(encoding="utf-8") == "yang lama"
    assert list(tmp_path.iterdir()) == [target]


def test_the_commands_work_without_a_bundle(tmp_path):
    runner = create_app({"JAGA_BUNDLE": tmp_path / "tidak.json"}).test_cli_runner()
    assert run(runner, "build", "--out", str(tmp_path / "bundle.json")).exit_code == 0


def test_a_name_in_a_phrase_is_told_with_its_file_line_and_slot(runner, tmp_path):
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "salah.toml").write_text(BAD_SIGNAL.replace('"zebrakuning"]', '"coblos pjr"]', 1))
    args = ["lint", "--root", str(RULES), "--overlay", str(tmp_path)]
    indonesian, english = run(runner, *args).output.splitlines()[:2]
    assert indonesian == (
        "signals/salah.toml: baris 8, phrases[0] 'coblos pjr': memuat nama 'pjr'; aturan tidak boleh tahu siapa yang "
        "dimaksud, jadi tulis <party> atau <contestant> sebagai gantinya"
    )
    assert english.startswith("    (line 8, phrases[0] 'coblos pjr': holds the name 'pjr', and rules know no names; ")
    (told,) = json.loads(run(runner, *args, "--json").output)["problems"]
    assert (told["file"], told["line"], told["message_id"][:11]) == ("signals/salah.toml", 8, "memuat nama")
