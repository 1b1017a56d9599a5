"""Lay open how the engine judged one post: its tokens, the names it saw, and its level on other days."""

from __future__ import annotations

from datetime import date as day
from datetime import timedelta
from typing import Any

from server.engine import Engine, score
from server.engine.fields import Field, masked_spans, token_span
from server.engine.masking import NUMBER, YEAR
from server.engine.mentions import Mention, find_domain, slot_of
from server.engine.signals import encode

from .reading import Part, read_parts, slots

# Scoring a long text once more for every day on which something changes would keep a person waiting who types.
_LEVELS_CHARACTERS = 5_000
_CUES_SHOWN = 12
_FIRST_DAY, _LAST_DAY = "0000-00-00", "9999-99-99"


def dissect(engine: Engine, context: dict[str, Any], date: str) -> dict[str, Any]:
    """Return ``{"verdict", "kinds", "fields", "levels"}`` of a context on a day.

    ``kinds`` says of every entry of the evidence whether it is an ``entity``, ``signal``, ``guard``, ``weight`` or
    ``limit``. ``fields`` has the tokens and names of every text, spans in code points. ``levels`` are the stretches of
    days in which the verdict stays the same, from the first to the last; empty for very long posts.
    """
    verdict = score(engine, context, date)
    parts = read_parts(engine, context)
    on = context.get("date") or date
    return {
        "verdict": verdict,
        "kinds": [kind_of(engine, item) for item in verdict["evidence"]],
        "fields": [_field(engine, part, on) for part in parts],
        "levels": _levels(engine, context, parts),
    }


def kind_of(engine: Engine, item: dict[str, Any]) -> str:
    """Return what an entry of the evidence is."""
    rule = item["rule"]
    if not item["field"]:
        return "limit"
    if rule in {name for name, _, _ in engine.scale.mentions.values()}:
        return "entity"
    if rule.startswith("weight:") or rule == "headline":
        return "weight"
    return "guard" if item["points"] < 0 else "signal"


def _field(engine: Engine, part: Part, date: str) -> dict[str, Any]:
    field, found = part
    kept = {mention.start for mention in field.mentions}
    named = {
        at: engine.signals.slot_names[slot]
        for start, end, slot in slots(engine, field, date)
        for at in range(start, end)
    }
    chars = encode(engine.signals, field.tokens.words)
    tokens = []
    # A post over the budget has places for all its words and tokens only for those that are judged.
    for at, (word, (start, end)) in enumerate(
        zip(field.tokens.words, masked_spans(engine.reader, field), strict=False)
    ):
        slot = named.get(at) or (engine.signals.slot_names[chars[at]] if chars[at] in (NUMBER, YEAR) else "")
        tokens.append({"word": word, "start": start, "end": end, "slot": slot})
    return {
        "name": field.name,
        "tokens": tokens,
        "mentions": [_mention(engine, field, mention, mention.start in kept, date) for mention in found],
    }


def _mention(engine: Engine, field: Field, mention: Mention, counted: bool, date: str) -> dict[str, Any]:
    index = engine.reader.mentions
    start, end = token_span(engine.reader, field, mention.start, mention.end)
    slot, named = slot_of(index, mention.alias, date)
    entities = [index.entities[number] for number in (named or mention.alias.entities)]
    cues: list[str] = []
    if not counted:
        confusable = index.confusables[mention.alias.confusable]
        cues = sorted(confusable.cue_words | {phrase.strip() for phrase in confusable.cue_phrases})[:_CUES_SHOWN]
    return {
        "alias": mention.alias.text,
        "start": start,
        "end": end,
        "counted": counted,
        "slot": engine.signals.slot_names[slot],
        "names": [entity.name for entity in entities],
        "cues": cues,
    }


def _levels(engine: Engine, context: dict[str, Any], parts: list[Part]) -> list[dict[str, Any]]:
    """Score the post on every day on which one of those it names, or a list of accounts, begins or ceases to count."""
    if sum(len(part.field.text) for part in parts) > _LEVELS_CHARACTERS:
        return []
    index = engine.reader.mentions
    named = {number for part in parts for mention in part.found for number in mention.alias.entities}
    url = (context.get("link") or {}).get("url")
    if url and (domain := find_domain(index, url)) >= 0:
        named.add(domain)
    days = {_FIRST_DAY}
    for entity in (index.entities[number] for number in named):
        days |= {entity.start, _day_after(entity.end)}
    if context.get("author", {}).get("handle"):
        days |= {day for known in engine.accounts for day in (known.start, _day_after(known.end))}
    dateless = {key: value for key, value in context.items() if key != "date"}
    stretches: list[dict[str, Any]] = []
    for start in sorted(days - {""}):
        verdict = score(engine, dateless, start, explain=False)
        told = {"level": verdict["level"], "points": verdict["points"]}
        if stretches and told.items() <= stretches[-1].items():
            continue
        if stretches:
            stretches[-1]["to"] = _day_before(start)
        stretches.append({"from": start, "to": _LAST_DAY, **told})
    for stretch in stretches:
        stretch.update({key: "" for key in ("from", "to") if stretch[key] in (_FIRST_DAY, _LAST_DAY)})
    return stretches


def _day_after(date: str) -> str:
    return "" if date >= "9999-12-31" else (day.fromisoformat(date) + timedelta(days=1)).isoformat()


def _day_before(date: str) -> str:
    return (day.fromisoformat(date) - timedelta(days=1)).isoformat()
