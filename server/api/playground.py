"""The rule writer's playground: a page on which a post is laid open and draft rules are tried. Nothing is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Blueprint, Response, current_app, render_template, request
from msgspec import UNSET
from msgspec.json import Decoder

from ..contexts import RULE_FILE_MAX, to_plain
from ..engine.bundle import load_bundle
from ..errors import ApiError, FieldError
from ..limits import charge
from ..playground import CandidatesRequest, Election, ExplainRequest
from ..rulebook import Rules, current_rulebook, current_rules, today
from ..rules import About, dissect, make_overlay
from ..security import check_playground
from ..words import page_words
from .rules import TRIAL_COST
from .wire import WORKSHOP_BODY, answer, read_json

bp = Blueprint("playground", __name__)
bp.before_request(check_playground)

_OPEN = "9999-12-31"
_EXPLAIN, _CANDIDATES = Decoder(ExplainRequest), Decoder(CandidatesRequest)


@bp.get("/playground")
def page() -> str:
    """Show the workshop."""
    sites = sorted(Path(name).stem for name in _rule_files() if name.startswith("sites/"))
    return render_template("playground.html", words=page_words("id"), sites=sites)


@bp.get("/v1/playground")
def begin() -> Response:
    """Tell what the page needs to begin: day, thresholds, titles of the rules, calendar and rule files."""
    rules = current_rules()
    data = load_bundle(rules.raw).data
    titles = {rule["id"]: {"id": rule["why"], "en": rule["why_en"]} for rule in data["signals"]}
    return answer(
        {
            "bundle": rules.identity,
            "today": today(),
            "thresholds": data["scoring"]["thresholds"],
            "titles": {**titles, **data["scoring"]["titles"]},
            "calendar": _calendar(rules),
            "files": sorted(_rule_files()),
            "own": sorted(_own_files()),
        }
    )


@bp.get("/v1/playground/file")
def show_file() -> Response:
    """Hand out one rule file; only what `files` and `own` of `/v1/playground` list can be asked for."""
    path = request.args.get("path", "")
    files = _own_files() if request.args.get("folder") == "own" else _rule_files()
    if path not in files:
        message = "No such rule file; the paths are in `files` and `own` of /v1/playground."
        raise ApiError("not-found", f"$.path: {message}", [FieldError("$.path", message)])
    return answer({"path": path, "text": files[path].read_text(encoding="utf-8-sig", errors="replace")})


@bp.post("/v1/playground/explain")
def explain() -> Response:
    """Judge one post and lay open why: tokens, names, kinds of evidence, and its level on other days."""
    rules = current_rules()
    wanted = read_json(_EXPLAIN, WORKSHOP_BODY)
    date = today() if wanted.date is UNSET else wanted.date.isoformat()
    laid_open = dissect(rules.engine, to_plain(wanted.context), date)
    book = current_rulebook()
    refused = {"refused": book.problem, "refused_id": book.problem_id}
    return answer({"bundle": rules.identity, **refused, "date": date, **laid_open})


@bp.post("/v1/playground/candidates")
def candidates() -> Response:
    """Turn a table of local candidates into an overlay, with every row and column that is wrong. Keeps nothing."""
    current_rules()
    wanted = read_json(_CANDIDATES, WORKSHOP_BODY)
    given = {} if wanted.columns is UNSET else wanted.columns
    columns = {str(column): place for column, place in given.items()}
    about = None if wanted.about is UNSET else _about(wanted.about)
    charge(TRIAL_COST)
    root, office = current_app.config["JAGA_RULES_DIR"], current_rulebook().office
    return answer(make_overlay(wanted.name, wanted.data, columns, about, root, office))


def _about(told: Election) -> About:
    def plain(text: str) -> str:
        return " ".join("".join(char if char.isprintable() else " " for char in text).split())

    days = (told.from_.isoformat(), told.to.isoformat())
    seen = told.date.isoformat()
    return About(plain(told.title), told.level, plain(told.area), plain(told.province), *days, plain(told.source), seen)


def _rule_files() -> dict[str, Path]:
    root: Path = current_app.config["JAGA_RULES_DIR"]
    paths = [path for pattern in ("*/*.toml", "*.toml", "contests/*.csv") for path in root.glob(pattern)]
    named = {path.relative_to(root).as_posix(): path for path in paths if path.stat().st_size <= RULE_FILE_MAX}
    return {name: path for name, path in named.items() if not name.startswith("vectors/")}


def _own_files() -> dict[str, Path]:
    """Return the files of the office's folder, lists of accounts left out: nobody is to read those off a server."""
    overlay = current_rulebook().overlay
    named = overlay.files() if overlay else {}
    lists = [name for name in named if name.startswith("accounts/") and name.endswith(".csv")]
    return {name: path for name, path in named.items() if name not in lists and _fits(path)}


def _fits(path: Path) -> bool:
    """Say whether a file is small enough to be edited on the page; one that was just deleted is not."""
    try:
        return path.stat().st_size <= RULE_FILE_MAX
    except OSError:
        return False


def _calendar(rules: Rules) -> list[dict[str, Any]]:
    """Return the contests of the bundle's calendar, those held everywhere first."""
    if rules.law is None:
        return []
    titles = dict(rules.law["stages"])
    parts = [
        {
            "title": part["title"],
            "areas": part["areas"],
            "stages": [
                {"kind": kind, "title": titles[kind], "from": start, "to": "" if end == _OPEN else end}
                for kind, start, end, _ in part["stages"]
            ],
        }
        for part in rules.law["calendar"]
    ]
    return sorted(parts, key=lambda part: (part["areas"] != ["Indonesia"], part["stages"][0]["from"]))
