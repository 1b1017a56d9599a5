"""Cut a folded text into tokens and undo disguises (SPEC 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

_TOKEN: Final = re.compile("[@#]?[a-z0-9]+")
_DIGIT: Final = re.compile("[0-9]")
_LETTERS, _DIGITS = b"abcdefghijklmnopqrstuvwxyz", b"0123456789"
# A text without signs is cut by bytes, several times faster than by the pattern; the shape of a text tells which
# disguises to look for.
_SPACED: Final = bytes(code if code in _LETTERS + _DIGITS else 32 for code in range(256))
_SIGNED: Final = bytes(code if code in _LETTERS + _DIGITS + b"@#" else 32 for code in range(256))
_SHAPE: Final = bytes(
    97 if code in _LETTERS else 48 if code in _DIGITS else code if code in b"@#" else 32 for code in range(256)
)
_LONE: Final = re.compile(rb"[@#](?![a-z0-9])")
_AT, _HASH = b"@#"
_STRETCH: Final = re.compile(r"([a-z])\1\1")
_STRETCHED: Final = re.compile(r"([a-z])\1\1+")
_DIGIT_LETTERS: Final = (str.maketrans("0123456789", "oizeasgtbg"), str.maketrans("0123456789", "olzeasgtbg"))
_SPELLED_MAX: Final = 8
_BAR: Final = "|"
_TAG_MIN, _TAG_MAX = 4, 60

Origin = tuple[int, int]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words an engine knows, for undoing disguises and splitting tags.

    ``parts`` are the words that a tag is cut into; ``lengths`` has those they come in, longest first, by three letters.
    """

    known: frozenset[str]
    acronyms: frozenset[str]
    parts: frozenset[str]
    lengths: dict[str, tuple[int, ...]]


# What is made for every post is written out, here and elsewhere: of a dataclass the constructor stays uncompiled.
class Tokens:
    """Tokens of one field; ``origins[i]`` is the first and last raw token that token ``i`` came from.

    ``cut`` is the text they were cut from, with a space for whatever is in no token and one more before every sign.
    """

    __slots__ = ("cut", "origins", "words")

    def __init__(self, words: list[str], origins: list[Origin] | None, cut: bytes) -> None:
        self.words = words
        self.origins = origins
        self.cut = cut


def build_lexicon(bundle: dict[str, Any], known: frozenset[str]) -> Lexicon:
    """Index the lengths of the words that tags are cut into by their first three letters (SPEC 2.6)."""
    whole = {*bundle["words"], *bundle["segments"], *(alias[0] for alias in bundle["aliases"])}
    parts = frozenset(
        word
        for word in known.union(bundle["segments"])
        if word.isalpha() and (len(word) > 3 or (len(word) == 3 and word in whole))
    )
    heads: dict[str, set[int]] = {}
    for word in parts:
        heads.setdefault(word[:3], set()).add(len(word))
    lengths = {head: tuple(sorted(found, reverse=True)) for head, found in heads.items()}
    return Lexicon(known, frozenset(bundle["acronyms"]), parts, lengths)


def tokenize(lexicon: Lexicon, folded: str) -> Tokens:
    """Return the tokens of a folded text, disguises undone and the parts of every tag behind it."""
    raw = folded.encode()
    shape = raw.translate(_SHAPE)
    signed = b"@" in shape or b"#" in shape
    cut = _cut_at_signs(raw) if signed else raw.translate(_SPACED)
    words = cut.decode().split()
    origins: list[Origin] | None = None
    if (signed or b" a " in shape) and len([1 for word in words if len(word) == 1]) > 2:
        words, origins = _join_spelled(lexicon, words)
    if _repeats_thrice(raw):
        for letter in set(_STRETCH.findall(folded)):
            words = [_plain_word(lexicon, word) if letter * 3 in word else word for word in words]
    if b"0" in shape and (b"a0" in shape or b"0a" in shape):
        words = [word if word.isalpha() else _plain_word(lexicon, word) for word in words]
    if b"#" in shape:
        words, origins = _expand_tags(lexicon, words, origins)
    return Tokens(words, origins, cut)


def _repeats_thrice(raw: bytes) -> bool:
    """Say whether one character stands three times in a row: as one number, in a third of a pattern's time."""
    number = int.from_bytes(raw)
    return b"\0\0" in (number ^ number >> 8).to_bytes(len(raw))


def _cut_at_signs(raw: bytes) -> bytes:
    """Cut a text with signs: one begins a token where a letter or digit follows it, else it is in no token."""
    return _LONE.sub(b" ", raw.translate(_SIGNED)).replace(b"@", b" @").replace(b"#", b" #")


def tokenize_handle(lexicon: Lexicon, folded: str) -> Tokens:
    """Return the tokens of an account name as it stands in a text, then all its pieces in plain words (SPEC 2.7)."""
    raw = _TOKEN.findall(folded if folded[:1] == "@" else f"@{folded}")
    cut = _cut_at_signs(folded.encode())
    if not raw:
        return Tokens([], None, cut)
    words = [*raw, _BAR]
    origins = [(at, at) for at in (*range(len(raw)), len(raw) - 1)]
    for at, word in enumerate(raw):
        plain = word.lstrip("@#")
        parts = _split_tag(lexicon, plain) or [_plain_word(lexicon, plain)]
        words += parts
        origins += [(at, at)] * len(parts)
    return Tokens(words, origins, cut)


def token_spans(tokens: Tokens) -> list[Span]:
    """Return the half-open folded span of every raw token."""
    cut = tokens.cut
    signed = b"@" in cut or b"#" in cut
    spans: list[Span] = []
    at = 0
    for piece in cut.split(b" "):
        if piece:
            if signed and (piece[0] == _AT or piece[0] == _HASH):
                at -= 1
            spans.append((at, at + len(piece)))
        at += len(piece) + 1
    return spans


def find_span(tokens: Tokens, first: int, last: int) -> Span:
    """Return the half-open folded span from raw token ``first`` to ``last``; for a few it is quicker than all."""
    cut = tokens.cut
    rest = cut.split(None, first)[first]
    low = len(cut) - len(rest)
    if last > first:
        rest = rest.split(None, last - first)[-1]
    high = len(cut) - len(rest) + len(rest.partition(b" ")[0])
    if b"@" in cut or b"#" in cut:
        return low - _signs(cut, low + 1), high - _signs(cut, high)
    return low, high


def _signs(cut: bytes, end: int) -> int:
    """Return how many signs, each with a space of its own, stand before ``end``."""
    return cut.count(b"@", 0, end) + cut.count(b"#", 0, end)


def _join_spelled(lexicon: Lexicon, raw: list[str]) -> tuple[list[str], list[Origin] | None]:
    """Join acronyms that are spelled in single letters (SPEC 2.3)."""
    words: list[str] = []
    origins: list[Origin] = []
    at = 0
    while at < len(raw):
        end = _spelled(lexicon, raw, at) or at + 1
        words.append("".join(raw[at:end]))
        origins.append((at, end - 1))
        at = end
    return (words, origins) if len(words) < len(raw) else (raw, None)


def _plain_word(lexicon: Lexicon, word: str) -> str:
    """Undo stretched letters and digits used as letters; tags and handles stay (SPEC 2.4, 2.5)."""
    if word.isalpha():
        return _unstretch(lexicon, word) if _STRETCH.search(word) else word
    return word if word.isdigit() or word[0] in "@#" else _unleet(lexicon, word)


def _expand_tags(
    lexicon: Lexicon, raw: list[str], before: list[Origin] | None
) -> tuple[list[str], list[Origin] | None]:
    """Put the parts of every tag behind it (SPEC 2.6)."""
    words: list[str] = []
    origins: list[Origin] = []
    own = list(zip(range(len(raw)), range(len(raw)), strict=True)) if before is None else before
    done = 0
    for at in [at for at, word in enumerate(raw) if word[0] == "#"]:
        parts = _split_tag(lexicon, raw[at][1:])
        if parts:
            words += raw[done : at + 1]
            words += parts
            origins += own[done : at + 1]
            origins += [own[at]] * len(parts)
            done = at + 1
    return (words + raw[done:], origins + own[done:]) if done else (raw, before)


def _spelled(lexicon: Lexicon, raw: list[str], start: int) -> int:
    """Return the end of the longest acronym spelled from ``start`` in single letters, or 0 (SPEC 2.3)."""
    end = start
    while end < len(raw) and end - start < _SPELLED_MAX and len(raw[end]) == 1 and raw[end].isalpha():
        end += 1
    while end - start > 2:
        if "".join(raw[start:end]) in lexicon.acronyms:
            return end
        end -= 1
    return 0


def _unleet(lexicon: Lexicon, word: str) -> str:
    """Read digits as letters where that gives a known word (SPEC 2.4)."""
    if len(word) > 3 and word not in lexicon.known:
        for letters in _DIGIT_LETTERS:
            plain = word.translate(letters)
            if plain in lexicon.known:
                return plain
            if _STRETCH.search(plain):
                plain = _unstretch(lexicon, plain)
                if plain in lexicon.known:
                    return plain
    return word


def _unstretch(lexicon: Lexicon, word: str) -> str:
    """Shorten letters written three times or more where that gives a known word (SPEC 2.5)."""
    if word in lexicon.known:
        return word
    for repeat in (r"\1", r"\1\1"):
        plain = _STRETCHED.sub(repeat, word)
        if plain in lexicon.known:
            return plain
    return word


def _split_tag(lexicon: Lexicon, body: str) -> list[str]:
    """Cut the body of a tag or piece of a handle into known words; empty where it is not mostly known (SPEC 2.6)."""
    if not _TAG_MIN <= len(body) <= _TAG_MAX:
        return []
    parts, unknown = _segment(lexicon, body)
    if unknown * 3 > len(body) and _DIGIT.search(body):
        plain = "".join(
            char.translate(_DIGIT_LETTERS[0]) if _between_letters(body, at) else char for at, char in enumerate(body)
        )
        if plain != body:
            parts, unknown = _segment(lexicon, plain)
    return parts


def _between_letters(body: str, at: int) -> bool:
    return 0 < at < len(body) - 1 and body[at - 1].isalpha() and body[at + 1].isalpha()


def _segment(lexicon: Lexicon, body: str) -> tuple[list[str], int]:
    """Return the parts of ``body`` with the fewest unknown letters, then the fewest parts, and that count."""
    size = len(body)
    words, lengths = lexicon.parts, lexicon.lengths
    cost = [0] * (size + 1)
    length = [1] * size
    for at in range(size - 1, -1, -1):
        if body[at] <= "9":
            digits = at + 1
            while digits < size and body[digits] <= "9":
                digits += 1
            cost[at] = cost[digits] + 1
            length[at] = digits - at
            continue
        least = cost[at + 1] + 100
        for step in lengths.get(body[at : at + 3], ()):
            end = at + step
            if end <= size and cost[end] + 1 < least and body[at:end] in words:
                least = cost[end] + 1
                length[at] = step
        cost[at] = least
    unknown = cost[0] // 100
    return (_parts(body, length) if unknown * 3 <= size else []), unknown


def _parts(body: str, length: list[int]) -> list[str]:
    parts: list[str] = []
    gap = at = 0
    while at < len(body):
        step = length[at]
        if step > 1 or body[at] <= "9":
            if gap < at:
                parts.append(body[gap:at])
            parts.append(body[at : at + step])
            gap = at + step
        at += step
    if gap < len(body):
        parts.append(body[gap:])
    return parts
