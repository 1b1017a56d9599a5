"""An app with the shipped rules, its client, and a helper that posts JSON."""

from __future__ import annotations

import pytest

from server import create_app

GROUP = '[[group]]\nid = "relawan-{0}"\nname = "Sahabat {0}"\nsource = "uji"\ndate = "2026-11-22"\n'
FILE = "entities/volunteer-groups-kantor.toml"


@pytest.fixture(scope="session")
def app():
    return create_app({"TESTING": True})


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def runner(app):
    return app.test_cli_runner()


@pytest.fixture
def folder(tmp_path):
    """An office's folder with one volunteers' group of its own."""
    (tmp_path / "kantor" / "entities").mkdir(parents=True)
    (tmp_path / "kantor" / FILE).write_text(GROUP.format("zebrakuning"), encoding="utf-8")
    return tmp_path / "kantor"


@pytest.fixture
def score(client):
    """Post contexts to /v1/score and return the response."""

    def post(*contexts, **options):
        return client.post("/v1/score", json={"contexts": list(contexts), **options})

    return post
