"""What the engine reads in a post before it judges: folded tokens, slots in the place of names, names that wait."""

from __future__ import annotations

from typing import Any, NamedTuple

from server.engine import Engine
from server.engine.fields import Field, read_fields
from server.engine.masking import mask, masked_words
from server.engine.mentions import Mention, resolve_confusables, slot_of
from server.engine.signals import encode


class Part(NamedTuple):
    """A text of a post: ``field`` keeps the mentions that count, ``found`` has those that wait for a cue as well."""

    field: Field
    found: list[Mention]


def read_parts(engine: Engine, context: dict[str, Any]) -> list[Part]:
    """Return every text of a context with its names resolved."""
    fields, _ = read_fields(engine.reader, context)
    found = [list(field.mentions) for field in fields]
    resolve_confusables(engine.reader.mentions, fields)
    return [Part(field, names) for field, names in zip(fields, found, strict=True)]


def slots(engine: Engine, field: Field, date: str) -> list[tuple[int, int, str]]:
    """Return first token, end and slot of every name that counts in a text on a day."""
    index = engine.reader.mentions
    return [(mention.start, mention.end, slot_of(index, mention.alias, date)[0]) for mention in field.mentions]


def readings(engine: Engine, context: dict[str, Any], date: str) -> list[dict[str, Any]]:
    """Return ``{"field", "tokens", "masked", "waiting"}`` of every text of a context on a day.

    ``masked`` are the tokens as rules see them. ``waiting`` are the ambiguous names that stand there without a cue.
    """
    on = context.get("date") or date
    told = []
    for field, found in read_parts(engine, context):
        words = field.tokens.words
        masked = mask(encode(engine.signals, words), slots(engine, field, on))
        counted = {mention.alias.text for mention in field.mentions}
        told.append(
            {
                "field": field.name,
                "tokens": words,
                "masked": masked_words(engine.signals.slot_names, words, masked),
                "waiting": sorted({mention.alias.text for mention in found} - counted),
            }
        )
    return told
