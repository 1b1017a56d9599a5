"""The real application with another engine's scorer: the same stack, so that only the engines differ."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any

from flask import Flask

import server.api.score
from server import create_app

from .gazetteer import DAY
from .peer_engines import ENGINES
from .trivial import VERDICT


def create_peer_app() -> Flask:
    """Return the application that asks the engine BENCH_PEER, built from the folder BENCH_FOLDER."""
    warnings.simplefilter("ignore")
    find = ENGINES[os.environ["BENCH_PEER"]](Path(os.environ["BENCH_FOLDER"]), DAY)

    def score(_: object, context: dict[str, Any], *__: object) -> dict[str, Any]:
        return VERDICT | {"level": "mention" if find(context) else "none"}

    vars(server.api.score)["score"] = score
    return create_app()
