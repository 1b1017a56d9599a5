"""Fields as one character a token, mentions replaced by slots, so that no rule can know who is meant (SPEC 4.1)."""

from __future__ import annotations

NUMBER, YEAR = "N", "Y"
Slot = tuple[int, int, str]


class Masked:
    """A masked field; ``slots`` are the mentions ``(first token, token after, slot)`` in order."""

    __slots__ = ("slots", "text")

    def __init__(self, text: str, slots: tuple[Slot, ...] = ()) -> None:
        self.text = text
        self.slots = slots


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
    return _token_at(masked.slots, start), _token_at(masked.slots, end)


def _token_at(slots: tuple[Slot, ...], place: int) -> int:
    """Return the first token that a masked character stands for; past the last one, the token after."""
    for start, end, _ in slots:
        if place <= start:
            break
        place += end - start - 1
    return place


def masked_words(slot_names: dict[str, str], words: list[str], masked: Masked) -> list[str]:
    """Return the tokens with mentions, numbers and years replaced by slot names (SPEC 6.1)."""
    kept: list[str] = []
    at = 0
    for start, end, slot in masked.slots:
        kept += words[at:start]
        kept.append(slot_names[slot])
        at = end
    kept += words[at:]
    text = masked.text
    if NUMBER in text or YEAR in text:
        return [slot_names.get(char, word) for char, word in zip(text, kept, strict=True)]
    return kept
