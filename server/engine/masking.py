"""Fields as one character a token, mentions replaced by slots, so that no rule can know who is meant (SPEC 4.1)."""

from __future__ import annotations

from dataclasses import dataclass

Slot = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked field; ``slots`` are the mentions ``(first token, token after, slot)`` in order."""

    text: str
    slots: tuple[Slot, ...] = ()


def mask(chars: str, slots: list[Slot]) -> Masked:
    """Replace the tokens of every mention by its slot."""
    if not slots:
        return Masked(chars)
    pieces: list[str] = []
    at = 0
    for start, end, slot in slots:
        pieces += (chars[at:start], slot)
        at = end
    pieces.append(chars[at:])
    return Masked("".join(pieces), tuple(slots))


def token_range(masked: Masked, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that the masked characters ``start`` to ``end`` stand for."""
    return _tokens_at(masked, start)[0], _tokens_at(masked, end - 1)[1]


def _tokens_at(masked: Masked, place: int) -> tuple[int, int]:
    shift = 0
    for start, end, _ in masked.slots:
        if place <= start - shift:
            if place == start - shift:
                return start, end
            break
        shift += end - start - 1
    return place + shift, place + shift + 1


def masked_words(slot_names: dict[str, str], words: list[str], masked: Masked) -> list[str]:
    """Return the tokens with mentions, numbers and years replaced by slot names (SPEC 6.1)."""
    kept = words
    if masked.slots:
        kept, at = [], 0
        for start, end, _ in masked.slots:
            kept += words[at : start + 1]
            at = end
        kept += words[at:]
    return [slot_names.get(char, word) for char, word in zip(masked.text, kept, strict=True)]
