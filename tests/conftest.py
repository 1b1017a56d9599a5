"""Fixtures that every kind of test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner

# Tests are of the sources, whatever lies about compiled; tests/conformance/test_compiled.py compiles them.
os.environ.setdefault("JAGA_COMPILED", "off")

from server import create_app

pytest_plugins = ["tests.e2e.fixtures", "tests.economy", "tests.sharing"]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the whole project."""
    return Path(__file__).parents[1]


@pytest.fixture
def app() -> Flask:
    """The server's application with its default settings."""
    return create_app({"TESTING": True})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client that talks to the application without a network."""
    return app.test_client()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """A runner for the application's commands."""
    return app.test_cli_runner()
