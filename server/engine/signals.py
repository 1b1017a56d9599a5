"""Judge the wording: phrase signals over masked tokens, account patterns and learned weights (SPEC 4 to 6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

import regex

from .bundle import BundleError
from .masking import NUMBER, YEAR
from .mentions import MENTION_SLOTS

UNKNOWN = "x"
FIRST_WORD = 0x100
_REGEX_SECONDS = 0.05
_PREFIX_HEAD = 4


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule about what is said; negative points make it a guard, ``report`` one that tells what others say."""

    id: str
    why: str
    stance: str
    points: int
    report: bool
    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One compiled token sequence of a signal; ``need`` lists slots of which one must be present."""

    signal: int
    search: Callable[[str], re.Match[str] | None]
    need: frozenset[str]


@dataclass(frozen=True, slots=True)
class AccountPattern:
    """A regular expression of a signal for handles and addresses."""

    signal: int
    pattern: Any


@dataclass(slots=True)
class Anchor:
    """The phrases to try where a character stands, and the signals they belong to."""

    phrases: tuple[Phrase, ...] = ()
    signals: frozenset[int] = frozenset()

    def add(self, phrase: Phrase) -> None:
        """Let one more phrase be tried here."""
        self.phrases += (phrase,)
        self.signals |= {phrase.signal}


class Hit(NamedTuple):
    """A signal that fired in tokens ``start`` to ``end`` of the masked field."""

    signal: int
    start: int
    end: int


class Learned(NamedTuple):
    """The learned points of a word, and of the pairs it begins by their second word (SPEC 6.1)."""

    points: int | None
    pairs: dict[str, int]


@dataclass(frozen=True, slots=True)
class SignalIndex:
    """Signals by anchor, and the characters that stand for words in masked texts."""

    signals: tuple[Signal, ...]
    raising: frozenset[int]
    by_anchor: dict[str, dict[str, Anchor]]
    opening_words: frozenset[str]
    accounts: tuple[AccountPattern, ...]
    chars: dict[str, str]
    prefixes: dict[str, tuple[tuple[str, str], ...]]
    slot_names: dict[str, str]
    mention_rules: dict[str, str]
    weights: dict[str, Learned]


def build_signal_index(bundle: dict[str, Any]) -> SignalIndex:
    """Compile the bundle's phrases and index them by their anchors (SPEC 4.4)."""
    chars, prefixes = _alphabet(bundle)
    signals: list[Signal] = []
    accounts: list[AccountPattern] = []
    by_anchor: dict[str, dict[str, Anchor]] = {}
    opening_words: set[str] = set()
    for number, rule in enumerate(bundle["signals"]):
        told = (rule["id"], rule["why"], rule["stance"], rule["points"], rule["report"])
        signals.append(Signal(*told, frozenset(rule["fields"])))
        for source, anchor_words, anchor_slots, need in rule["phrases"]:
            phrase = Phrase(number, _compiled(re.compile, source, number).search, frozenset(need))
            for name in rule["fields"]:
                field_index = by_anchor.setdefault(name, {})
                for char in [*(chars[word] for word in anchor_words), *anchor_slots]:
                    field_index.setdefault(char, Anchor()).add(phrase)
            if rule["alone"] and not (need and set(need) <= set(MENTION_SLOTS)):
                opening_words.update(anchor_words)
        for source in rule["regexes"]:
            accounts.append(AccountPattern(number, _compiled(regex.compile, source, number)))
    return SignalIndex(
        signals=tuple(signals),
        raising=frozenset(number for number, signal in enumerate(signals) if signal.points > 0),
        by_anchor=by_anchor,
        opening_words=frozenset(opening_words),
        accounts=tuple(accounts),
        chars=chars,
        prefixes=prefixes,
        slot_names=dict(bundle["slots"]),
        mention_rules={slot: f"mention-{name[1:-1]}" for slot, name in bundle["slots"].items()},
        weights=_learned(bundle["weights"]),
    )


def _learned(weights: dict[str, int]) -> dict[str, Learned]:
    """Return the weights by their first word."""
    learned: dict[str, Learned] = {}
    for ngram, points in weights.items():
        first, space, second = ngram.partition(" ")
        known = learned.get(first, Learned(None, {}))
        if space:
            known.pairs[second] = points
        learned[first] = known if space else Learned(points, known.pairs)
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


def find_signals(index: SignalIndex, name: str, text: str, anchored: set[int] | None = None) -> list[Hit]:
    """Return the first hit of every signal in one masked field (SPEC 4.4).

    A phrase is tried only where its anchor stands. The signals whose anchors stand there, whether they fire or not, are
    added to ``anchored`` (SPEC 4.7).
    """
    by_anchor = index.by_anchor.get(name)
    if by_anchor is None:
        return []
    present = set(text)
    hits: list[tuple[int, int, int]] = []
    for char in present:
        anchor = by_anchor.get(char)
        if anchor is None:
            continue
        if anchored is not None:
            anchored |= anchor.signals
        for phrase in anchor.phrases:
            if phrase.need and phrase.need.isdisjoint(present):
                continue
            match = phrase.search(text)
            if match is not None:
                start, end = match.span()
                hits.append((phrase.signal, start, -end))
    if len(hits) > 1:
        hits.sort()
    return [
        Hit(signal, start, -end) for at, (signal, start, end) in enumerate(hits) if at == 0 or signal != hits[at - 1][0]
    ]


def find_accounts(index: SignalIndex, name: str, value: str) -> tuple[list[int], bool]:
    """Return the signals whose account patterns match, and whether one ran out of time (SPEC 5)."""
    found: list[int] = []
    for account in index.accounts:
        if name in index.signals[account.signal].fields and account.signal not in found:
            try:
                if account.pattern.search(value, timeout=_REGEX_SECONDS):
                    found.append(account.signal)
            except TimeoutError:
                return found, True
    return found, False


def find_weights(index: SignalIndex, words: list[str]) -> list[tuple[str, int, int, int]]:
    """Return ``(ngram, points, start, end)`` of every learned one- and two-word weight, once each (SPEC 6.2)."""
    learned = index.weights
    found: dict[str, tuple[str, int, int, int]] = {}
    pairs: dict[str, int] | None = None
    for at, word in enumerate(words):
        known = learned.get(word)
        if known is not None and known.points is not None and word not in found:
            found[word] = (word, known.points, at, at + 1)
        if pairs and word in pairs:
            pair = f"{words[at - 1]} {word}"
            if pair not in found:
                found[pair] = (pair, pairs[word], at - 1, at + 1)
        pairs = known and known.pairs
    return list(found.values())
