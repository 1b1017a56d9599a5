"""Judge the wording: phrase signals over masked tokens, account patterns and learned weights (SPEC 4 to 6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, Final, NamedTuple

import regex

from .bundle import BundleError
from .masking import NUMBER, YEAR
from .mentions import MENTION_SLOTS
from .weigh import scaled

UNKNOWN: Final = "x"
FIRST_WORD: Final = 0x100
_REGEX_SECONDS: Final = 0.05
_PREFIX_HEAD: Final = 4
_SLOT_BITS: Final = {slot: 1 << place for place, slot in enumerate((*MENTION_SLOTS, NUMBER, YEAR))}
_SLOTS: Final = frozenset(_SLOT_BITS)
_ALWAYS: Final = 1 << len(_SLOT_BITS)

Search = Callable[[str], re.Match[str] | None]
Hit = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule about what is said; ``report`` for one that tells what others say.

    ``points`` are those of every kind of field it reads, scaled (SPEC 4.6); negative ones make it a guard.
    """

    id: str
    why: str
    stance: str
    points: dict[str, int]
    report: bool


@dataclass(frozen=True, slots=True)
class AccountPattern:
    """A regular expression of a signal for handles and addresses."""

    signal: int
    pattern: Any


@dataclass(slots=True)
class Anchor:
    """The signals whose phrases stand or fall with a character, and the phrases by the slots one of which they need.

    Sets are bits of one number: a signal's bit is that of its place, a slot's is in ``_SLOT_BITS``.
    """

    signals: int = 0
    phrases: dict[int, list[tuple[int, Search]]] = field(default_factory=dict)

    def add(self, signal: int, search: Search, need: str) -> None:
        """Let one more phrase of a signal be tried here."""
        self.signals |= 1 << signal
        bits = sum(_SLOT_BITS[slot] for slot in need) or _ALWAYS
        self.phrases.setdefault(bits, []).append((signal, search))


class Learned(NamedTuple):
    """What is learned of a word, and of the pairs it begins by their second word: rule and points (SPEC 6.1)."""

    weight: tuple[str, int] | None
    pairs: dict[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class SignalIndex:
    """Signals by anchor, and the characters that stand for words in masked texts.

    ``listed`` is the signal for accounts of a list, -1 where there is none.
    """

    signals: tuple[Signal, ...]
    raising: int
    by_anchor: dict[str, dict[str, Anchor]]
    opening_words: frozenset[str]
    accounts: tuple[AccountPattern, ...]
    chars: dict[str, str]
    prefixes: dict[str, tuple[tuple[str, str], ...]]
    slot_names: dict[str, str]
    weights: dict[str, Learned]
    listed: int


def build_signal_index(bundle: dict[str, Any]) -> SignalIndex:
    """Compile the bundle's phrases and index them by their anchors (SPEC 4.4)."""
    chars, prefixes = _alphabet(bundle)
    signals: list[Signal] = []
    accounts: list[AccountPattern] = []
    by_anchor: dict[str, dict[str, Anchor]] = {}
    opening_words: set[str] = set()
    for number, rule in enumerate(bundle["signals"]):
        points = {name: scaled(rule["points"], bundle["scoring"]["fields"][name]) for name in rule["fields"]}
        signals.append(Signal(rule["id"], rule["why"], rule["stance"], points, rule["report"]))
        for source, anchor_words, anchor_slots, need in rule["phrases"]:
            search = _compiled(re.compile, source, number).search
            for name in rule["fields"]:
                field_index = by_anchor.setdefault(name, {})
                for char in [*(chars[word] for word in anchor_words), *anchor_slots]:
                    field_index.setdefault(char, Anchor()).add(number, search, need)
            if rule["alone"] and not (need and set(need) <= set(MENTION_SLOTS)):
                opening_words.update(anchor_words)
        for source in rule["regexes"]:
            accounts.append(AccountPattern(number, _compiled(regex.compile, source, number)))
    return SignalIndex(
        signals=tuple(signals),
        raising=sum(1 << number for number, rule in enumerate(bundle["signals"]) if rule["points"] > 0),
        by_anchor=by_anchor,
        opening_words=frozenset(opening_words),
        accounts=tuple(accounts),
        chars=chars,
        prefixes=prefixes,
        slot_names=dict(bundle["slots"]),
        weights=_learned(bundle["weights"]),
        listed=next((number for number, rule in enumerate(bundle["signals"]) if rule.get("listed")), -1),
    )


def _learned(weights: dict[str, int]) -> dict[str, Learned]:
    """Return the weights by their first word."""
    learned: dict[str, Learned] = {}
    for ngram, points in weights.items():
        first, space, second = ngram.partition(" ")
        known, weight = learned.get(first, Learned(None, {})), (f"weight:{ngram}", points)
        if space:
            known.pairs[second] = weight
        learned[first] = known if space else Learned(weight, known.pairs)
    return learned


def _compiled(compiler: Callable[[str], Any], source: str, number: int) -> Any:
    try:
        return compiler(source)
    except (re.error, regex.error) as error:
        raise BundleError(f"bundle.signals[{number}]: not a pattern ({error}); build the bundle again") from error


def _alphabet(bundle: dict[str, Any]) -> tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]:
    """Give every pattern word and prefix its character, and numbers and years theirs (SPEC 4.2)."""
    chars = {str(year): YEAR for year in range(1900, 2100)}
    for number in range(100):
        chars[str(number)] = chars[f"{number:02}"] = NUMBER
    words = bundle["words"]
    chars.update((word, chr(FIRST_WORD + place)) for place, word in enumerate(words))
    heads: dict[str, list[tuple[str, str]]] = {}
    for place, prefix in enumerate(bundle["prefixes"]):
        heads.setdefault(prefix[:_PREFIX_HEAD], []).append((prefix, chr(FIRST_WORD + len(words) + place)))
    return chars, {head: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for head, found in heads.items()}


def encode(index: SignalIndex, words: list[str]) -> str:
    """Return one character a word (SPEC 4.2)."""
    known, heads = index.chars.get, index.prefixes
    if not heads:
        return "".join(map(known, words, repeat(UNKNOWN)))
    return "".join(
        [known(word) or (_prefix_char(heads, word) if word[:_PREFIX_HEAD] in heads else UNKNOWN) for word in words]
    )


def _prefix_char(heads: dict[str, tuple[tuple[str, str], ...]], word: str) -> str:
    for prefix, char in heads[word[:_PREFIX_HEAD]]:
        if word.startswith(prefix):
            return char
    return UNKNOWN


def find_signals(index: SignalIndex, name: str, text: str) -> tuple[list[Hit], int]:
    """Return ``(signal, start, end)`` of the first hit of every signal in one masked field, by signal (SPEC 4.4).

    A phrase is tried only where its anchor stands. The second value has the bits of the signals whose anchors stand
    there, whether they fire or not (SPEC 4.7).
    """
    by_anchor = index.by_anchor.get(name)
    if by_anchor is None:
        return [], 0
    present = set(text)
    have = _ALWAYS
    for slot in present & _SLOTS:
        have |= _SLOT_BITS[slot]
    anchored = 0
    hits: list[Hit] = []
    for char in present:
        anchor = by_anchor.get(char)
        if anchor is None:
            continue
        anchored |= anchor.signals
        for need, phrases in anchor.phrases.items():
            if need & have:
                for signal, search in phrases:
                    match = search(text)
                    if match is not None:
                        start, end = match.span()
                        hits.append((signal, start, -end))
    if len(hits) > 1:
        hits.sort()
    first = [hit for at, hit in enumerate(hits) if at == 0 or hit[0] != hits[at - 1][0]]
    return [(signal, start, -end) for signal, start, end in first], anchored


def find_accounts(index: SignalIndex, name: str, value: str) -> tuple[list[int], bool]:
    """Return the signals whose account patterns match, and whether one ran out of time (SPEC 5)."""
    found: list[int] = []
    for account in index.accounts:
        if name in index.signals[account.signal].points and account.signal not in found:
            try:
                if account.pattern.search(value, timeout=_REGEX_SECONDS):
                    found.append(account.signal)
            except TimeoutError:
                return found, True
    return found, False


def find_weights(index: SignalIndex, words: list[str]) -> dict[str, tuple[int, int, int]]:
    """Return ``(points, start, end)`` of every learned one- and two-word weight by its rule, once each (SPEC 6.2)."""
    learned = index.weights
    found: dict[str, tuple[int, int, int]] = {}
    pairs: dict[str, tuple[str, int]] | None = None
    for at, word in enumerate(words):
        known = learned.get(word)
        if known is not None and known.weight is not None:
            rule, points = known.weight
            if rule not in found:
                found[rule] = points, at, at + 1
        if pairs and word in pairs:
            rule, points = pairs[word]
            if rule not in found:
                found[rule] = points, at - 1, at + 1
        pairs = known and known.pairs
    return found
