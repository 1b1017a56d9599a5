"""From a context to a verdict, one step after the other (SPEC 0)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from .accounts import AccountList, account_hits, build_account_lists
from .bundle import Bundle
from .evidence import Findings, add_accounts, add_mentions, add_signals, add_weights, nearly_fired
from .fields import Field, Reader, read_fields
from .fold import build_fold_table
from .mentions import build_mention_index, find_domain, resolve_confusables
from .signals import SignalIndex, build_signal_index
from .tokenize import build_lexicon
from .weigh import Scale, build_scale, level_of, limit, score_of, stance_of


@dataclass(frozen=True, slots=True, repr=False)
class Engine:
    """A bundle with its indexes, ready to score."""

    version: int
    digest: str
    reader: Reader
    signals: SignalIndex
    accounts: tuple[AccountList, ...]
    scale: Scale


def build_engine(bundle: Bundle) -> Engine:
    """Build every index of a loaded bundle; raise BundleError where a pattern cannot be compiled."""
    data = bundle.data
    mentions = build_mention_index(data)
    alias_words = {word for text in mentions.aliases for word in text.split(" ") if word[0] not in "@#"}
    scale = build_scale(data["scoring"], data["slots"])
    signals = build_signal_index(data)
    reader = Reader(
        table=build_fold_table(data["fold"]),
        lexicon=build_lexicon(data, frozenset(alias_words.union(data["words"]))),
        mentions=mentions,
        stirring=signals.opening_words.union(mentions.anchors),
        characters=scale.characters,
        tokens=scale.tokens,
    )
    return Engine(bundle.version, bundle.digest, reader, signals, build_account_lists(data), scale)


def canonical_json(value: object) -> bytes:
    """Return the one ASCII byte sequence that both engines write for a value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def score(engine: Engine, context: dict[str, Any], date: str, explain: bool = True) -> dict[str, Any]:
    """Return the verdict on one context as it goes on the wire.

    ``date`` (YYYY-MM-DD) is used where the context has none of its own. Scores are about a post, never about a person.
    """
    reader, index, scale = engine.reader, engine.signals, engine.scale
    day = context.get("date") or date
    fields, partial = read_fields(reader, context)
    url = (context.get("link") or {}).get("url")
    domain = find_domain(reader.mentions, url) if url else -1
    accounts, late = account_hits(index, engine.accounts, context, day)
    partial = partial or late
    loud = domain >= 0 or accounts
    if not loud and _is_silent(index, fields):
        return _silence(partial, explain)
    dropped = resolve_confusables(reader.mentions, fields)
    if dropped and not loud and _is_silent(index, fields):
        return _silence(partial, explain)
    findings = Findings(explain)
    add_mentions(reader, index, scale, fields, domain, day, findings)
    add_accounts(index, scale, accounts, findings)
    add_signals(reader, index, scale, fields, findings)
    add_weights(reader, index, scale, fields, findings)
    points = limit(scale, findings.evidence, findings.points, findings.neutral_source, findings.draft_takes_side)
    return _verdict(engine, points, partial, findings)


def _is_silent(index: SignalIndex, fields: list[Field]) -> bool:
    """Say whether nothing can count: no mention, and no word that a free phrase needs (SPEC 0.5)."""
    for field in fields:
        if field.mentions or not (field.still or index.opening_words.isdisjoint(field.tokens.words)):
            return False
    return True


def _silence(partial: bool, explain: bool) -> dict[str, Any]:
    """Return the verdict on a context in which nothing can count (SPEC 0.5)."""
    verdict: dict[str, Any] = {
        "level": "none",
        "score": 0,
        "points": 0,
        "stance": "neutral",
        "partial": partial,
        "affiliations": [],
    }
    if explain:
        verdict["evidence"], verdict["nearly"] = [], []
    return verdict


def _verdict(engine: Engine, points: int, partial: bool, findings: Findings) -> dict[str, Any]:
    entities = engine.reader.mentions.entities
    level = level_of(engine.scale, points)
    verdict: dict[str, Any] = {
        "level": level,
        "score": score_of(engine.scale, points),
        "points": points,
        "stance": stance_of(level, findings.sides["support"], findings.sides["oppose"]),
        "partial": partial,
        "affiliations": [
            {"id": entity.id, "kind": entity.kind, "name": entity.name}
            for entity in [entities[number] for number in sorted(findings.affiliated)]
        ],
    }
    if findings.explain:
        verdict["evidence"] = findings.evidence
        verdict["nearly"] = nearly_fired(engine.signals, findings)
    return verdict
