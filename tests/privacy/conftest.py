"""A real gunicorn whose home, working and temporary folder is empty at the start, so that any trace is found."""

from __future__ import annotations

import pytest

from tests.api.process import start


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with start(tmp_path_factory.mktemp("served"), tmp_path_factory.mktemp("log") / "log.txt") as server:
        yield server
