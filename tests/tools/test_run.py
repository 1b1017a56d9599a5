"""`make run`: one command from a clone to a page in the browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def running(repository: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The server's address, and the file that holds what the command printed."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    output = tmp_path / "output.txt"
    with output.open("wb") as file:
        process = subprocess.Popen(
            ["make", "run", f"PORT={port}"], cwd=repository, stdout=file, stderr=file, start_new_session=True
        )
    try:
        yield f"http://127.0.0.1:{port}", output
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def test_it_serves_the_demo_and_says_what_to_do_next(running: tuple[str, Path]) -> None:
    url, output = running
    assert "Linimasa demo" in fetch(f"{url}/demo", output)
    said = output.read_text()
    assert f"{url}/demo" in said
    assert "chrome://extensions" in said
    assert "about:debugging" in said


def fetch(url: str, output: Path) -> str:
    """The page at `url`, as soon as the server listens."""
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310
                page: str = answer.read().decode()
                return page
        except (urllib.error.URLError, ConnectionError):
            assert time.monotonic() < end, output.read_text()
            time.sleep(0.1)
