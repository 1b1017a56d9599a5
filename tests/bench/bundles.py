"""The benchmark's rules compiled by our own compiler, one bundle a gazetteer size."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from server.engine import Engine, build_engine, canonical_json, load_bundle
from server.engine.fold import build_fold_table
from server.rules import BUNDLE, RULES, Sources, bundle_bytes, compile_sources, parse_sources
from server.rules.folding import compile_fold

from .gazetteer import make_gazetteer
from .wording import as_regexes, as_sources, make_rules

# What every bundle is compiled with; by the frequencies the compiler chooses the rarest word of a name or phrase.
_TABLES = ("folding.toml", "scoring.toml", "frequency.csv")


@dataclass(frozen=True)
class Trial:
    """One size: the bundle, the engine over it, and the same rules for the rival."""

    raw: bytes
    engine: Engine
    written: list[str]
    regexes: list[list[str]]
    points: list[int]

    def for_rival(self) -> dict[str, Any]:
        """Return what the rival in the browser is built of."""
        return {"names": rival_names(self.written), "regexes": self.regexes, "points": self.points}


@cache
def compile_trial(aliases: int) -> tuple[bytes, list[str]]:
    """Compile a gazetteer of so many aliases with the 300 phrases; return the bundle and the names as written."""
    tables = parse_sources({name: (RULES / name).read_text(encoding="utf-8") for name in _TABLES})
    table = build_fold_table(compile_fold(tables.files["folding.toml"]))
    gazetteer = make_gazetteer(table, aliases)
    bundle = compile_sources(Sources(tables.files | gazetteer.files | as_sources(make_rules()), tables.rows))
    return canonical_json(bundle) + b"\n", gazetteer.written


@cache
def make_trial(aliases: int) -> Trial:
    """Build the engine over a gazetteer of so many aliases, and keep the same rules for the rival."""
    raw, written = compile_trial(aliases)
    rules = make_rules()
    return Trial(
        raw=raw,
        engine=build_engine(load_bundle(raw)),
        written=written,
        regexes=as_regexes(rules),
        points=[rule.points for rule in rules],
    )


def rival_names(written: list[str]) -> list[str]:
    """Return the names as the rival looks for them: normalised, without case, each once."""
    return sorted({unicodedata.normalize("NFKC", name).casefold() for name in written})


@cache
def shipped_bundle() -> bytes:
    """Return the product's own bundle, compiled if it is not there yet."""
    return BUNDLE.read_bytes() if BUNDLE.exists() else bundle_bytes()


def shipped_engine() -> Engine:
    """Return the engine over the product's own bundle."""
    return build_engine(load_bundle(shipped_bundle()))


def shipped_names() -> list[str]:
    """Return names of the product's own bundle as they stand in it, for posts that carry them."""
    return [alias[0] for alias in json.loads(shipped_bundle())["aliases"]]
