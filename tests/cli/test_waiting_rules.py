"""Commands that ask nothing of the rules in force do not wait until an office's folder is built into them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from server.config import ROOT

FLASK = Path(sys.executable).with_name("flask")
REFUSED = "rules refused: overlay: signals/salah.toml"


@pytest.fixture
def run(tmp_path):
    """Run a command where the folder that is set for the server is faulty, so that building it is heard."""
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "salah.toml").write_text("[", encoding="utf-8")

    def command(*args: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"JAGA_OVERLAY": str(tmp_path)}
        called = [str(FLASK), "--app", "server", *args]
        return subprocess.run(called, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    return command


def test_a_command_that_reads_files_of_its_own_builds_no_folder(run, tmp_path):
    result = run("rules", "keygen", "--out", str(tmp_path / "kantor.key"))
    assert (result.returncode, result.stderr) == (0, "")


def test_a_command_that_judges_by_the_rules_in_force_builds_it(run):
    result = run("score", "Ayo coblos nomor 2!")
    assert (result.returncode, REFUSED in result.stderr) == (0, True)
