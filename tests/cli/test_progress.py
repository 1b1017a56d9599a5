"""Long work shows on a terminal how far it is, and nowhere else; it uses every core."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from server.config import ROOT
from server.many import all_cores

FLASK = Path(sys.executable).with_name("flask")
LONG, SHORT = 5_000, 4_999


@pytest.fixture
def measure(tmp_path, bundle):
    """Measure so many posts; what standard error shows where it is a terminal or a file, and standard output."""

    def called(rows: int, terminal: bool) -> tuple[str, str]:
        posts = tmp_path / "unggahan.jsonl"
        posts.write_text('{"text": "Selamat pagi"}\n' * rows, encoding="utf-8")
        args = [
            FLASK,
            "--app",
            "server",
            "rules",
            "evaluate",
            posts,
            "--bundle",
            bundle,
            "--json",
            "--date",
            "2024-10-20",
        ]
        ours, theirs = pty.openpty() if terminal else os.pipe()
        with subprocess.Popen(args, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, text=True) as process:
            os.close(theirs)
            shown = _everything(ours)
            told = process.stdout.read()
        return shown, told

    return called


def _everything(descriptor: int) -> str:
    """What is written until nobody holds the other end any more; a terminal then says so by an error."""
    parts = []
    try:
        while part := os.read(descriptor, 4096):
            parts.append(part)
    except OSError:
        pass
    os.close(descriptor)
    return b"".join(parts).decode()


def test_a_long_measurement_shows_its_way_on_a_terminal(measure):
    shown, told = measure(LONG, terminal=True)
    assert ("Menilai (scoring)" in shown, "100%" in shown) == (True, True)
    assert json.loads(told)["rows"]["scored"] == LONG


@pytest.mark.parametrize(("rows", "terminal"), [(LONG, False), (SHORT, True)])
def test_without_a_terminal_and_for_short_work_nothing_is_shown(measure, rows, terminal):
    shown, told = measure(rows, terminal)
    assert shown == ""
    assert json.loads(told)["rows"]["scored"] == rows


def test_every_core_that_may_be_used_is_used():
    assert all_cores() == len(psutil.Process().cpu_affinity())
