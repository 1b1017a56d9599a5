"""The Jaga Jempol server: scores posts on request and stores nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .compiled import compiled_folders

if TYPE_CHECKING:
    from flask import Flask

__path__[:0] = compiled_folders()


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Wire an app from the environment; ``config`` overrides it (tests). Raises ConfigError naming a bad variable."""
    # Imported here, so that the engine and the rules below this package can be used without Flask.
    from flask import Flask  # noqa: PLC0415

    from . import api, cli, errors, limits, metrics, rulebook, security, signed_rules  # noqa: PLC0415
    from .config import read_settings  # noqa: PLC0415

    app = Flask(__name__)
    app.config.from_mapping(config or {})
    app.config.update(read_settings(overrides=config))
    app.config["MAX_CONTENT_LENGTH"] = app.config["JAGA_MAX_BODY"]
    errors.init_errors(app)
    metrics.init_metrics(app)
    security.init_security(app)
    limits.init_limits(app)
    rulebook.init_rulebook(app)
    signed_rules.init_signed_rules(app)
    api.init_api(app)
    cli.init_cli(app)
    return app
