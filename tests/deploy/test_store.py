"""The store of an office that followed the guide: in use, and with nothing of it on the disk."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
import redis

from server.config import ROOT
from tests.api.process import free_port
from tests.deploy.services import configured_store

GUIDE = (ROOT / "docs" / "hosting.md").read_text("utf-8")


@pytest.fixture
def kept(tmp_path):
    """Return when a store writes to disk, by the lines of its configuration."""

    def read(*lines):
        configuration, port = tmp_path / "store.conf", free_port()
        configuration.write_text("\n".join(lines), "utf-8")
        with (
            configured_store(configuration, port, tmp_path),
            closing(redis.Redis(port=port, decode_responses=True)) as client,
        ):
            return [client.config_get(name)[name] for name in ("save", "appendonly")]

    return read


def test_left_alone_it_would_write_to_disk(kept):
    assert kept("appendonly no")[0]


def test_with_the_guides_line_it_writes_nothing(kept):
    [added] = re.findall(r"echo '(.*)' \| sudo tee -a /etc/redis/redis.conf", GUIDE)
    assert kept("save 3600 1 300 100", "appendonly no", added) == ["", "no"]


def test_the_settings_that_the_guide_copies_use_it():
    assert "redis-server" in GUIDE
    lines = (ROOT / "deploy" / "systemd" / "jaga-jempol.env").read_text("utf-8").splitlines()
    assert "JAGA_LIMIT_STORAGE=valkey://127.0.0.1:6379/0" in lines
