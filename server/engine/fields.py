"""The texts of a context as fields: read in order, folded, cut, with their mentions and places (SPEC 0.3, 0.4, 1.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from .fold import FoldTable, fold, original_offsets
from .masking import Masked, token_range
from .mentions import Mention, MentionIndex, find_mentions
from .tokenize import Lexicon, Span, Tokens, find_span, token_spans, tokenize, tokenize_handle

_NESTED: Final = (
    ("quoted", (("text", "quoted.text"), ("author", "quoted.author"))),
    ("link", (("title", "link.title"),)),
    ("author", (("name", "author.name"), ("handle", "author.handle"))),
    ("container", (("name", "container.name"),)),
)
_OUTER: Final = frozenset(outer for outer, _ in _NESTED)
_UNMASKED: Final = Masked("")


class Field:
    """One text of a context on its way through the steps; ``base`` is its kind, as rules name it.

    A ``still`` field has no word that could begin a mention or that a free phrase needs.
    """

    __slots__ = ("base", "masked", "mentions", "name", "offsets", "spans", "still", "text", "tokens")

    def __init__(self, name: str, base: str, text: str, tokens: Tokens, mentions: list[Mention], still: bool) -> None:
        self.name = name
        self.base = base
        self.text = text
        self.tokens = tokens
        self.mentions = mentions
        self.still = still
        self.masked = _UNMASKED
        self.spans: list[Span] | None = None
        self.offsets: list[int] | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a field needs, and its limits."""

    table: FoldTable
    lexicon: Lexicon
    mentions: MentionIndex
    stirring: frozenset[str]
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
            tokens, partial = Tokens(tokens.words[:left], tokens.origins, tokens.cut), True
        left -= len(tokens.words)
        still = reader.stirring.isdisjoint(tokens.words)
        mentions = [] if still else find_mentions(reader.mentions, tokens.words)
        fields.append(Field(name, base, text, tokens, mentions, still))
    return fields, partial


def _texts(context: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return ``(name, base, text)`` in the order of SPEC 0.3."""
    texts: list[tuple[str, str, str]] = []
    for name in ("text", "draft"):
        if text := context.get(name):
            texts.append((name, name, text))
    if not _OUTER.isdisjoint(context):
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
    _lay_out(reader, field)
    pieces: list[str] = []
    at = 0
    for mention in field.mentions:
        start, end = token_span(reader, field, mention.start, mention.end)
        pieces.append(field.text[at:start])
        at = max(at, end)
    return " ".join((*pieces, field.text[at:]))


def masked_span(reader: Reader, field: Field, start: int, end: int) -> Span:
    """Return the original code points of masked tokens ``start`` to ``end``."""
    return token_span(reader, field, *token_range(field.masked, start, end))


def token_span(reader: Reader, field: Field, start: int, end: int) -> Span:
    """Return the original code points of tokens ``start`` to ``end`` (SPEC 1.5)."""
    first, last, origins = start, end - 1, field.tokens.origins
    if origins is not None:
        first, last = sorted((origins[first][0], origins[last][1]))
    if field.spans is None:
        low, high = find_span(field.tokens, first, last)
    else:
        low, high = field.spans[first][0], field.spans[last][1]
    return _original(reader, field, low, high)


def masked_spans(reader: Reader, field: Field) -> list[Span]:
    """Return the original code points of every masked token of a field whose tokens stand in the order of the text."""
    spans = _lay_out(reader, field)
    if field.tokens.origins is not None:
        spans = [(spans[first][0], spans[last][1]) for first, last in field.tokens.origins]
    merged: list[Span] = []
    at = 0
    for start, end, _ in field.masked.slots:
        merged += spans[at:start]
        merged.append((spans[start][0], spans[end - 1][1]))
        at = end
    merged += spans[at:]
    return merged if field.text.isascii() else [_original(reader, field, low, high) for low, high in merged]


def _lay_out(reader: Reader, field: Field) -> list[Span]:
    """Work out every token's place at once, where many are asked for: one by one takes the square of the length."""
    if field.spans is None:
        field.spans = token_spans(field.tokens)
    if field.offsets is None and not field.text.isascii():
        field.offsets = original_offsets(reader.table, field.text)
    return field.spans


def _original(reader: Reader, field: Field, low: int, high: int) -> Span:
    """Return the way back from the folded text; before the first character beyond ASCII both are the same."""
    if field.offsets is None:
        text = field.text
        if text.isascii() or text[:high].isascii():
            return low, high
        field.offsets = original_offsets(reader.table, text)
    return field.offsets[low], field.offsets[high - 1] + 1
