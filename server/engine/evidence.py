"""Collect everything that counts, one entry a contribution (SPEC 3.7, 4.6, 5, 6)."""

from __future__ import annotations

from typing import Final

from .fields import Field, Reader, masked_span, masked_spans, outside_mentions, token_span
from .masking import mask, masked_words
from .mentions import CONTESTANT_SLOTS, INSTITUTION_SLOTS, slot_of
from .signals import SignalIndex, encode, find_signals, find_weights
from .style import HEADLINE, is_headline
from .weigh import Evidence, Scale, correction

_AUTHOR_FIELDS: Final = ("author.name", "author.handle")
_WEIGHED_FIELDS: Final = ("text", "draft")
_STYLED_FIELD: Final = "text"
_MENTIONS_MAX: Final = 20
_NEARLY_MAX: Final = 5


class Findings:
    """The evidence of one context, and what weighing needs to know besides the points."""

    __slots__ = (
        "affiliated", "anchored", "author_slots", "draft_takes_side", "evidence",
        "explain", "fired", "points", "reports", "sides",
    )  # fmt: skip

    def __init__(self, explain: bool) -> None:
        self.explain = explain
        self.evidence: list[Evidence] = []
        self.affiliated: set[int] = set()
        self.points = 0
        self.fired = 0
        self.anchored = 0
        self.sides = {"support": 0, "oppose": 0, "neutral": 0}
        self.reports: dict[str, int] = {}
        self.author_slots = ""
        self.draft_takes_side = False

    def add(self, item: Evidence) -> None:
        """Add one entry and its points."""
        self.evidence.append(item)
        self.points += item["points"]

    @property
    def neutral_source(self) -> bool:
        """Whether an institution posts, and no contestant (SPEC 7.2)."""
        slots = self.author_slots
        return any(slot in slots for slot in INSTITUTION_SLOTS) and not any(slot in slots for slot in CONTESTANT_SLOTS)


def entry(rule: str, name: str, span: tuple[int, int], points: int, why: str) -> Evidence:
    """Return one entry as it goes on the wire."""
    return {"rule": rule, "field": name, "start": span[0], "end": span[1], "points": points, "why": why}


def add_mentions(
    reader: Reader, index: SignalIndex, scale: Scale, fields: list[Field], domain: int, date: str, findings: Findings
) -> None:
    """Mask every field and list each alias once; only the weightiest mention keeps its points (SPEC 3.7)."""
    entities, evidence = reader.mentions.entities, findings.evidence
    seen: set[str] = set()
    best, best_slot = -1, ""
    if domain >= 0 and entities[domain].start <= date <= entities[domain].end:
        best_slot = entities[domain].slot
        if best_slot in CONTESTANT_SLOTS:
            findings.affiliated.add(domain)
            evidence.append(_mention(scale, best_slot, "link.url", "link.url", (0, 0)))
            best = 0
    for part in fields:
        slots: list[tuple[int, int, str]] = []
        for mention in part.mentions:
            alias = mention.alias
            slot, named = slot_of(reader.mentions, alias, date)
            slots.append((mention.start, mention.end, slot))
            if slot == "S" and part.base == "draft":
                findings.draft_takes_side = True
            if slot not in scale.mentions or alias.text in seen or len(seen) == _MENTIONS_MAX:
                continue
            seen.add(alias.text)
            if slot in CONTESTANT_SLOTS:
                findings.affiliated.update(named)
            span = token_span(reader, part, mention.start, mention.end) if findings.explain else (0, 0)
            found = _mention(scale, slot, part.name, part.base, span)
            if best < 0 or found["points"] > evidence[best]["points"]:
                best, best_slot = len(evidence), slot
            evidence.append(found)
        part.masked = mask(encode(index, part.tokens.words), slots)
    if len(evidence) > 1:
        for place, item in enumerate(evidence):
            if place != best:
                item["points"] = 0
    if best >= 0:
        findings.points = evidence[best]["points"]
    if best_slot == "S":
        findings.sides["support"] += findings.points


def _mention(scale: Scale, slot: str, name: str, base: str, span: tuple[int, int]) -> Evidence:
    rule, why, points = scale.mentions[slot]
    return entry(rule, name, span, points[base], why)


def add_accounts(index: SignalIndex, scale: Scale, accounts: list[tuple[int, str]], findings: Findings) -> None:
    """Add the signals that fit an account (SPEC 5)."""
    for signal, name in accounts:
        rule = index.signals[signal]
        points = rule.points[name]
        findings.fired |= 1 << signal
        findings.add(entry(rule.id, name, (0, 0), points, rule.why))
        findings.sides[rule.stance] += max(0, points)


def add_signals(reader: Reader, index: SignalIndex, scale: Scale, fields: list[Field], findings: Findings) -> None:
    """Add every signal in the first field it hits (SPEC 4.4, 4.6)."""
    for part in fields:
        if part.base in _AUTHOR_FIELDS:
            findings.author_slots += part.masked.text
        hits, anchored = find_signals(index, part.base, part.masked.text)
        findings.anchored |= anchored
        for signal, start, end in hits:
            rule = index.signals[signal]
            points = rule.points[part.base]
            if part.base == "draft" and points > 0 and rule.stance != "neutral":
                findings.draft_takes_side = True
            if findings.fired >> signal & 1:
                continue
            findings.fired |= 1 << signal
            span = masked_span(reader, part, start, end) if findings.explain else (0, 0)
            findings.add(entry(rule.id, part.name, span, points, rule.why))
            findings.sides[rule.stance] += max(0, points)
            if rule.report:
                findings.reports[part.name] = findings.reports.get(part.name, 0) - points


def add_weights(reader: Reader, index: SignalIndex, scale: Scale, fields: list[Field], findings: Findings) -> None:
    """Add the learned weights where the rules reach a mention; give back what reports may not take (SPEC 4.8, 6)."""
    unreported = findings.points + sum(findings.reports.values())
    if index.weights and unreported >= scale.mention:
        _add_learned(reader, index, scale, fields, findings, findings.points + _excess(findings))
    if findings.reports:
        back = max(_excess(findings), min(scale.mention, unreported) - findings.points)
        if findings.draft_takes_side:
            back = sum(findings.reports.values())
        if back:
            findings.add(correction(scale, "report-kept", back))


def _excess(findings: Findings) -> int:
    """Return what reports took beyond what their fields gave: a shared headline says nothing of the words above it."""
    if not findings.reports:
        return 0
    gave: dict[str, int] = {}
    for item in findings.evidence:
        if item["points"] > 0:
            gave[item["field"]] = gave.get(item["field"], 0) + item["points"]
    return sum(max(0, took - gave.get(name, 0)) for name, took in findings.reports.items())


def _add_learned(
    reader: Reader, index: SignalIndex, scale: Scale, fields: list[Field], findings: Findings, before: int
) -> None:
    unlearned = findings.points
    why = scale.whys["weight"]
    for part in fields:
        if part.base not in _WEIGHED_FIELDS:
            continue
        if part.base == _STYLED_FIELD and HEADLINE in index.weights and in_headline_style(reader, scale, part):
            _, points = index.weights[HEADLINE].weight or ("", 0)
            findings.add(entry("headline", part.name, (0, len(part.text)), points, scale.whys["headline"]))
        found = find_weights(index, masked_words(index.slot_names, part.tokens.words, part.masked))
        spans = masked_spans(reader, part) if found and findings.explain else None
        for rule, (points, start, end) in found.items():
            span = (spans[start][0], spans[end - 1][1]) if spans else (0, 0)
            findings.add(entry(rule, part.name, span, points, why))
    total = findings.points - unlearned
    bounded = max(min(0, scale.mention - before), -scale.weights_cap, min(scale.weights_cap, total))
    if bounded != total:
        findings.add(correction(scale, "weights-cap", bounded - total))


def in_headline_style(reader: Reader, scale: Scale, part: Field) -> bool:
    """Say whether a field is written like a headline, names left out: they have capitals anywhere (SPEC 6.3)."""
    small = scale.small_words
    return is_headline(part.text, small) and is_headline(outside_mentions(reader, part), small)


def nearly_fired(index: SignalIndex, findings: Findings) -> list[dict[str, str]]:
    """Return the signals that would have added points and whose anchors stood there (SPEC 4.7)."""
    close = bin(findings.anchored & index.raising & ~findings.fired)[:1:-1]
    nearly: list[dict[str, str]] = []
    at = close.find("1")
    while at >= 0 and len(nearly) < _NEARLY_MAX:
        rule = index.signals[at]
        nearly.append({"rule": rule.id, "why": rule.why})
        at = close.find("1", at + 1)
    return nearly
