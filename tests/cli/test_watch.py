"""``rules watch``: every save is checked, and a good one is built."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from server.config import ROOT
from tests.conformance.vectors import RULES

from .test_rules import BAD_SIGNAL

BAD_SIGNAL = BAD_SIGNAL.replace("points = 10", "points = 10\nalone = true")
GOOD_SIGNAL = BAD_SIGNAL.replace('"kuning saja"', '"zebrakuning lagi"')


@pytest.fixture
def watching(tmp_path):
    """The running command on a folder of its own."""
    (tmp_path / "kantor" / "signals").mkdir(parents=True)
    command = [
        str(Path(sys.executable).parent / "flask"),
        "--app",
        "server",
        "rules",
        "watch",
        "--json",
        "--root",
        str(RULES),
    ]
    command += ["--overlay", str(tmp_path / "kantor"), "--out", str(tmp_path / "bundle.json")]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_each_save_is_told_and_it_ends_well_when_asked(watching, tmp_path):
    first = json.loads(watching.stdout.readline())
    assert (first["ok"], first["changed"]) == (True, [])
    built = (tmp_path / "bundle.json").read_bytes()
    path = tmp_path / "kantor" / "signals" / "salah.toml"
    path.write_text(BAD_SIGNAL, encoding="utf-8")
    told = json.loads(watching.stdout.readline())
    assert (told["ok"], told["changed"]) == (False, ["salah.toml"])
    assert told["problems"][0]["where"] == "hits[1] 'kuning saja'"
    assert (tmp_path / "bundle.json").read_bytes() == built
    path.write_text(GOOD_SIGNAL, encoding="utf-8")
    told = json.loads(watching.stdout.readline())
    assert (told["ok"], told["total"]) == (True, first["total"] + 4)
    assert (tmp_path / "bundle.json").read_bytes() != built
    watching.terminate()
    assert watching.wait(timeout=20) == 0


def test_wrong_use_ends_with_2(runner):
    assert runner.invoke(args=["rules", "watch", "--overlay", "tidak-ada"]).exit_code == 2
