"""The scripts behind `make`: they set a machine up, or say in words what is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import browsers, make_venv, services


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for browser in browsers.BROWSERS:
        monkeypatch.delenv(browser.variable, raising=False)


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize("browser", browsers.BROWSERS, ids=lambda browser: browser.name)
def test_a_missing_browser_is_an_error_with_instructions(browser: browsers.Browser) -> None:
    with pytest.raises(browsers.ProgramMissingError, match="apt-get install chromium firefox-esr"):
        browsers.require(browser)


@pytest.mark.usefixtures("nothing_installed")
def test_a_browser_named_in_the_environment_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    binary = browser_that_says(tmp_path, "Chromium 156.0.1")
    monkeypatch.setenv("CHROMIUM", str(binary))
    assert browsers.check(browsers.CHROMIUM) == "Chromium 156.0.1"


@pytest.mark.usefixtures("nothing_installed")
def test_a_browser_older_than_the_manifest_allows_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FIREFOX", str(browser_that_says(tmp_path, "Mozilla Firefox 115.3.0esr")))
    with pytest.raises(browsers.ProgramMissingError, match="older than Firefox 140"):
        browsers.check(browsers.FIREFOX)


@pytest.mark.parametrize("service", services.SERVICES, ids=lambda service: service.name)
def test_a_missing_server_is_an_error_with_instructions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, service: browsers.Program
) -> None:
    monkeypatch.setenv(service.variable, str(tmp_path / "missing"))
    with pytest.raises(browsers.ProgramMissingError, match="apt-get install nginx redis-server"):
        browsers.require(service)


def browser_that_says(folder: Path, version: str) -> Path:
    binary = folder / "browser"
    binary.write_text(f"#!/bin/sh\necho '{version}'\n")
    binary.chmod(0o755)
    return binary


def test_the_oldest_browsers_are_those_of_the_manifest(repository: Path) -> None:
    manifest = (repository / "extension" / "manifest.json").read_text(encoding="utf-8")
    assert f'"minimum_chrome_version": "{browsers.CHROMIUM.minimum}"' in manifest
    assert f'"strict_min_version": "{browsers.FIREFOX.minimum}.0"' in manifest


def test_find_python_prints_one_that_is_new_enough(repository: Path) -> None:
    found = subprocess.run([repository / "tools" / "find-python"], capture_output=True, text=True, check=True)
    version = subprocess.run([found.stdout.strip(), "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("Python 3.")


def test_find_python_says_what_to_do_when_there_is_none(repository: Path) -> None:
    found = subprocess.run(
        [repository / "tools" / "find-python"],
        env={"PYTHON": "/bin/false", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 1
    assert "Python 3.11 or newer was not found" in found.stderr


def test_an_environment_that_works_is_kept() -> None:
    assert make_venv.main(Path(sys.prefix)) == 0


def test_a_python_without_ensurepip_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_venv.importlib.util, "find_spec", lambda name: None)
    assert make_venv.main(tmp_path / "venv") == 1
    assert "-venv" in capsys.readouterr().err


def test_make_alone_explains_itself(repository: Path) -> None:
    said = subprocess.run(["make"], cwd=repository, capture_output=True, text=True, check=True).stdout
    targets = {line.split()[0] for line in said.splitlines() if line.startswith("  ")}
    assert {"help", "run", "test", "lint", "rules", "bench", "package"} <= targets
