"""An app with the shipped rules and a runner of its commands."""

from __future__ import annotations

import shutil

import pytest

from server import create_app


@pytest.fixture(scope="session")
def app():
    return create_app({"TESTING": True})


@pytest.fixture
def runner(app):
    return app.test_cli_runner()


@pytest.fixture
def bundle(app):
    """The shipped bundle: measuring with it is quicker than compiling the sources."""
    return app.config["JAGA_BUNDLE"]


@pytest.fixture
def rules(app, tmp_path):
    """A copy of the rule sources that a test may break."""
    return shutil.copytree(app.config["JAGA_RULES_DIR"], tmp_path / "rules")
