"""The health check of the image: asks wherever the server listens, and fails where its rules cannot be used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from server.config import ROOT
from tests.api.process import free_port, start

SCRIPT = ROOT / "deploy" / "docker" / "healthcheck.py"


def checked(**settings):
    """Return how the health check ends with these settings."""
    return subprocess.run([sys.executable, SCRIPT], env=settings, capture_output=True, check=False).returncode


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    """Start a server that listens in four ways; return them by name as JAGA_BIND has them."""
    folder = tmp_path_factory.mktemp("served")
    ports = {name: free_port() for name in ("this machine", "every network", "IPv6")}
    ways = {
        "this machine": f"127.0.0.1:{ports['this machine']}",
        "every network": f"0.0.0.0:{ports['every network']}",
        "IPv6": f"[::1]:{ports['IPv6']}",
        "a socket": f"unix:{folder}/jaga.sock",
    }
    bind = ",".join(ways.values())
    with start(
        folder, folder / "log.txt", ports["this machine"], JAGA_BIND=bind, JAGA_ALLOWED_HOSTS="localhost,127.0.0.1"
    ):
        yield ways | {"several": f"{ways['a socket']}, {ways['this machine']}"}


@pytest.mark.parametrize("way", ["this machine", "every network", "IPv6", "a socket", "several"])
def test_it_asks_wherever_the_server_listens(ways, way):
    assert checked(JAGA_BIND=ways[way], JAGA_ALLOWED_HOSTS="localhost") == 0


def test_it_fails_by_a_name_that_the_server_does_not_answer_to(ways):
    assert checked(JAGA_BIND=ways["a socket"], JAGA_ALLOWED_HOSTS="lain.example.go.id") == 1


@pytest.mark.parametrize("way", ["127.0.0.1:1", "unix:/tidak/ada.sock"])
def test_it_fails_where_nobody_listens(way):
    assert checked(JAGA_BIND=way) == 1


def test_it_fails_while_there_are_no_usable_rules(tmp_path):
    (tmp_path / "bundle.json").write_text("{", encoding="utf-8")
    with start(tmp_path, tmp_path / "log.txt", JAGA_BUNDLE=str(tmp_path / "bundle.json")) as served:
        assert checked(JAGA_BIND=f"127.0.0.1:{served.port}") == 1
