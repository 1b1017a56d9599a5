"""An app with the shipped rules, its client, and a helper that posts JSON."""

from __future__ import annotations

import pytest

from server import create_app


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
def score(client):
    """Post contexts to /v1/score and return the response."""

    def post(*contexts, **options):
        return client.post("/v1/score", json={"contexts": list(contexts), **options})

    return post
