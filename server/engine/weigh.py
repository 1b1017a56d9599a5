"""Turn evidence into points, a level, a stance and a score: integers throughout (SPEC 7)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

Evidence = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """The bundle's ``scoring`` section.

    ``mentions`` has the rule of a slot, why it counts, and its scaled points by the kind of the field.
    """

    mentions: dict[str, tuple[str, str, dict[str, int]]]
    mention: int
    campaign: int
    lowest: int
    highest: int
    weights_cap: int
    scores: tuple[int | float, ...]
    tokens: int
    characters: int
    small_words: frozenset[str]
    whys: dict[str, str]


def build_scale(scoring: dict[str, Any], slots: dict[str, str]) -> Scale:
    """Read the ``scoring`` section of a bundle; ``slots`` has the names of the slots."""
    return Scale(
        mentions={slot: _mention(scoring, slots[slot], points) for slot, points in scoring["mentions"].items()},
        mention=scoring["thresholds"]["mention"],
        campaign=scoring["thresholds"]["campaign"],
        lowest=scoring["points"]["lowest"],
        highest=scoring["points"]["highest"],
        weights_cap=scoring["points"]["weights_cap"],
        scores=_scores(scoring["calibration"], scoring["points"]["lowest"], scoring["points"]["highest"]),
        tokens=scoring["limits"]["tokens"],
        characters=scoring["limits"]["characters"],
        small_words=frozenset(scoring["small_words"]),
        whys=dict(scoring["whys"]),
    )


def _mention(scoring: dict[str, Any], name: str, points: int) -> tuple[str, str, dict[str, int]]:
    rule = f"mention-{name[1:-1]}"
    by_field = {base: scaled(points, percent) for base, percent in scoring["fields"].items()}
    return rule, scoring["whys"][rule], by_field


def scaled(points: int, percent: int) -> int:
    """Return ``percent`` of ``points``, cut towards zero."""
    return points * percent // 100 if points >= 0 else -(-points * percent // 100)


def correction(scale: Scale, rule: str, points: int) -> Evidence:
    """Return the entry that keeps points and evidence equal where a limit applies (SPEC 7.3)."""
    return {"rule": rule, "field": "", "start": 0, "end": 0, "points": points, "why": scale.whys[rule]}


def limit(scale: Scale, evidence: list[Evidence], total: int, neutral_source: bool, takes_side_in_draft: bool) -> int:
    """Append the corrections for neutral sources and for the ends of the scale; return the points (SPEC 7.2, 7.3).

    ``total`` is the sum of the points of the evidence.
    """
    if neutral_source and not takes_side_in_draft and total >= scale.campaign:
        evidence.append(correction(scale, "neutral-source", scale.campaign - 1 - total))
        total = scale.campaign - 1
    bounded = max(scale.lowest, min(scale.highest, total))
    if bounded != total:
        evidence.append(correction(scale, "scale-end", bounded - total))
    return bounded


def level_of(scale: Scale, points: int) -> str:
    """Return the level of so many points."""
    if points >= scale.campaign:
        return "campaign"
    return "mention" if points >= scale.mention else "none"


def score_of(scale: Scale, points: int) -> int | float:
    """Return the calibrated score in [0, 1] with two decimals (SPEC 7.5)."""
    return scale.scores[max(scale.lowest, min(scale.highest, points)) - scale.lowest]


def _scores(calibration: list[list[int]], lowest: int, highest: int) -> tuple[int | float, ...]:
    """Return the score of every number of points from the lowest to the highest, in straight lines between the rows."""
    at = [points for points, _ in calibration]
    scores: list[int | float] = []
    for points in range(lowest, highest + 1):
        above = bisect_right(at, points)
        low, percent = calibration[max(0, above - 1)]
        if 0 < above < len(calibration):
            high, next_percent = calibration[above]
            percent += (next_percent - percent) * (points - low) // (high - low)
        scores.append(percent / 100 if percent % 100 else percent // 100)
    return tuple(scores)


def stance_of(level: str, support: int, oppose: int) -> str:
    """Return which side the fired signals take; only a campaign verdict has one (SPEC 7.6)."""
    if level != "campaign" or support == oppose == 0:
        return "neutral"
    return "oppose" if oppose > support else "support"
