"""A real gunicorn for tests: our configuration, one worker, a free port, a folder of its own."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from server.config import ROOT


@dataclass
class Gunicorn:
    """A running server: its port, its log so far, its folder, and its process."""

    port: int
    log: Path
    folder: Path
    process: subprocess.Popen[bytes]

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def request(self, method, path, body=None, headers=None):
        """Return ``(status, headers and body as one text)`` of a request."""
        with closing(self.connect()) as connection:
            connection.request(method, path, body, {"Content-Type": "application/json"} | (headers or {}))
            answer = connection.getresponse()
            return answer.status, f"{answer.headers}{answer.read().decode()}"

    def score(self, **context):
        return self.request("POST", "/v1/score", json.dumps({"contexts": [context]}))

    def raw(self, data):
        """Send bytes as they are; return the beginning of what comes back."""
        with closing(socket.create_connection(("127.0.0.1", self.port), timeout=10)) as connection:
            connection.sendall(data)
            return connection.recv(4096)

    def kill(self):
        """End all its processes at once, as a crash of the machine would."""
        parent = psutil.Process(self.process.pid)
        for process in (parent, *parent.children()):
            process.kill()
        self.process.wait(timeout=10)

    def open_files(self):
        """Return the paths of the files that the server's processes hold open for writing."""
        parent = psutil.Process(self.process.pid)
        files = [file for process in (parent, *parent.children()) for file in process.open_files()]
        return {file.path for file in files if file.mode != "r"}


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def start(folder: Path, log: Path, port: int = 0, **settings: str) -> Iterator[Gunicorn]:
    """Start gunicorn in a folder that is its home, working and temporary folder, and wait until it answers."""
    kept = {name: value for name, value in os.environ.items() if name == "PATH" or name.startswith("JAGA_")}
    port = port or free_port()
    environ = kept | {"HOME": str(folder), "TMPDIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    environ |= {"JAGA_BIND": f"127.0.0.1:{port}", "JAGA_WORKERS": "1"} | settings
    command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "server" / "gunicorn.conf.py")]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=environ, stdout=out, stderr=out)
    served = Gunicorn(port, log, folder, process)
    try:
        _wait_until_it_answers(served)
        yield served
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait_until_it_answers(served: Gunicorn) -> None:
    deadline = time.monotonic() + 30
    while served.process.poll() is None and time.monotonic() < deadline:
        try:
            served.request("GET", "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(served.log.read_text())
