"""nginx with our configuration and a store that speaks Redis' protocol, each in a folder of its own."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from server.config import ROOT
from tests.e2e.certificates import Certificates
from tools.browsers import require
from tools.services import NGINX, VALKEY

CONFIGURATION = ROOT / "deploy" / "nginx"
NAME = "jaga.kantor.example.go.id"


@contextmanager
def store(port: int, folder: Path) -> Iterator[None]:
    """Run Valkey or Redis without persistence until the block ends."""
    command = [require(VALKEY), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    with _running([*command, "--save", "", "--appendonly", "no"], port, folder / "store.log"):
        yield


@contextmanager
def configured_store(configuration: Path, port: int, folder: Path) -> Iterator[None]:
    """Run Valkey or Redis by a configuration of its own until the block ends."""
    call = [require(VALKEY), configuration, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    with _running(call, port, folder / "store.log"):
        yield


@contextmanager
def nginx(port: int, copies: Sequence[int], certificates: Certificates, folder: Path) -> Iterator[Path]:
    """Run nginx with the shipped configuration, its ports and paths replaced; yield the file of what it says."""
    said = folder / "nginx.log"
    configuration = write_configuration(port, copies, certificates, folder)
    with _running([*command(configuration, folder), "-g", "daemon off;"], port, said):
        yield said


def command(configuration: Path, folder: Path) -> list[str | Path]:
    """Return how nginx is called with a configuration, and nothing of the system's own."""
    return [require(NGINX), "-p", folder, "-e", "stderr", "-c", configuration]


def write_configuration(port: int, copies: Sequence[int], certificates: Certificates, folder: Path) -> Path:
    """Return the file of a whole configuration around the shipped one, for a machine that is not ours to change."""
    shipped = (CONFIGURATION / "jaga-jempol.conf").read_text("utf-8")
    shipped = re.sub(r" +listen \[::\].*\n", "", shipped)
    shipped = shipped.replace("listen 443 ", f"listen 127.0.0.1:{port} ").replace(
        "listen 80;", "listen unix:http.sock;"
    )
    shipped = shipped.replace("/etc/nginx/tls/jaga-jempol.crt", str(certificates.certificate))
    shipped = shipped.replace("/etc/nginx/tls/jaga-jempol.key", str(certificates.key))
    shipped = shipped.replace("/etc/nginx/jaga-jempol-proxy.inc", str(CONFIGURATION / "jaga-jempol-proxy.inc"))
    upstream = (CONFIGURATION / "jaga-jempol-upstream.conf").read_text("utf-8")
    for shipped_port, copy in zip(("8787", "8788"), copies, strict=True):
        upstream = upstream.replace(f"127.0.0.1:{shipped_port}", f"127.0.0.1:{copy}")
    temporary = "".join(
        f"{kind}_temp_path {folder / kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = (
        f"pid {folder / 'nginx.pid'};\nworker_processes 1;\nevents {{}}\nhttp {{\n{temporary}{upstream}{shipped}}}\n"
    )
    configuration = folder / "nginx.conf"
    configuration.write_text(whole, "utf-8")
    return configuration


@contextmanager
def _running(call: Sequence[str | Path], port: int, said: Path) -> Iterator[None]:
    with said.open("wb") as out:
        process = subprocess.Popen(call, stdout=out, stderr=out, cwd=said.parent)
    try:
        _wait_until_it_listens(port, process, said)
        yield
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait_until_it_listens(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(said.read_text())
