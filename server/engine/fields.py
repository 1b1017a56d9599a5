"""The texts of a context as fields: read in order, folded, cut, with their mentions and places (SPEC 0.3, 0.4, 1.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .fold import FoldTable, fold, original_offsets
from .masking import Masked, token_range
from .mentions import Mention, MentionIndex, find_mentions
from .tokenize import Lexicon, Span, Tokens, token_spans, tokenize, tokenize_handle

_NESTED = (
    ("quoted", (("text", "quoted.text"), ("author", "quoted.author"))),
    ("link", (("title", "link.title"),)),
    ("author", (("name", "author.name"), ("handle", "author.handle"))),
    ("container", (("name", "container.name"),)),
)
_UNMASKED = Masked("")


@dataclass(slots=True)
class Field:
    """One text of a context on its way through the steps; ``base`` is its kind, as rules name it."""

    name: str
    base: str
    text: str
    folded: str
    tokens: Tokens
    mentions: list[Mention]
    masked: Masked
    places: tuple[list[Span], list[int] | None] | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a field needs, and its limits."""

    table: FoldTable
    lexicon: Lexicon
    mentions: MentionIndex
    characters: int
    tokens: int


def read_fields(reader: Reader, context: dict[str, Any]) -> tuple[list[Field], bool]:
    """Return the fields of a context, and whether something was cut off."""
    left, partial = reader.tokens, False
    fields: list[Field] = []
    for name, base, whole in _texts(context):
        text = whole[: reader.characters]
        partial = partial or len(text) < len(whole)
        folded = fold(reader.table, text)
        tokens = (tokenize_handle if base == "author.handle" else tokenize)(reader.lexicon, folded)
        if len(tokens.words) > left:
            tokens, partial = Tokens(tokens.words[:left], tokens.origins), True
        left -= len(tokens.words)
        mentions = find_mentions(reader.mentions, tokens.words)
        fields.append(Field(name, base, text, folded, tokens, mentions, _UNMASKED))
    return fields, partial


def _texts(context: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return ``(name, base, text)`` in the order of SPEC 0.3."""
    texts: list[tuple[str, str, str]] = []
    for name in ("text", "draft"):
        if text := context.get(name):
            texts.append((name, name, text))
    for outer, inners in _NESTED:
        if part := context.get(outer):
            for inner, name in inners:
                if text := part.get(inner):
                    texts.append((name, name, text))
    if alts := context.get("image_alt"):
        texts.extend((f"image_alt.{place}", "image_alt", alt) for place, alt in enumerate(alts) if alt)
    return texts


def outside_mentions(reader: Reader, field: Field) -> str:
    """Return the original text with a space for every mention."""
    pieces: list[str] = []
    at = 0
    for mention in field.mentions:
        start, end = token_span(reader, field, mention.start, mention.end)
        pieces.append(field.text[at:start])
        at = max(at, end)
    return " ".join((*pieces, field.text[at:]))


def masked_span(reader: Reader, field: Field, start: int, end: int) -> tuple[int, int]:
    """Return the original code points of masked tokens ``start`` to ``end``."""
    return token_span(reader, field, *token_range(field.masked, start, end))


def token_span(reader: Reader, field: Field, start: int, end: int) -> tuple[int, int]:
    """Return the original code points of tokens ``start`` to ``end`` (SPEC 1.5)."""
    if field.places is None:
        field.places = token_spans(field.folded), original_offsets(reader.table, field.text)
    spans, offsets = field.places
    first, last, origins = start, end - 1, field.tokens.origins
    if origins is not None:
        first, last = sorted((origins[first][0], origins[last][1]))
    low, high = spans[first][0], spans[last][1]
    return (low, high) if offsets is None else (offsets[low], offsets[high - 1] + 1)
