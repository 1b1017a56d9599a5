"""Turn evidence into points, a level, a stance and a score: integers throughout (SPEC 7)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

Evidence = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """The bundle's ``scoring`` section."""

    mentions: dict[str, int]
    percent: dict[str, int]
    mention: int
    campaign: int
    lowest: int
    highest: int
    weights_cap: int
    calibrated: tuple[int, ...]
    percents: tuple[int, ...]
    tokens: int
    characters: int
    whys: dict[str, str]


def build_scale(scoring: dict[str, Any]) -> Scale:
    """Read the ``scoring`` section of a bundle."""
    return Scale(
        mentions=dict(scoring["mentions"]),
        percent=dict(scoring["fields"]),
        mention=scoring["thresholds"]["mention"],
        campaign=scoring["thresholds"]["campaign"],
        lowest=scoring["points"]["lowest"],
        highest=scoring["points"]["highest"],
        weights_cap=scoring["points"]["weights_cap"],
        calibrated=tuple(points for points, _ in scoring["calibration"]),
        percents=tuple(percent for _, percent in scoring["calibration"]),
        tokens=scoring["limits"]["tokens"],
        characters=scoring["limits"]["characters"],
        whys=dict(scoring["whys"]),
    )


def scaled(points: int, percent: int) -> int:
    """Return ``percent`` of ``points``, cut towards zero."""
    return points * percent // 100 if points >= 0 else -(-points * percent // 100)


def total_of(evidence: list[Evidence]) -> int:
    """Return the sum of the points."""
    return sum(item["points"] for item in evidence)


def correction(scale: Scale, rule: str, points: int) -> Evidence:
    """Return the entry that keeps points and evidence equal where a limit applies (SPEC 7.3)."""
    return {"rule": rule, "field": "", "start": 0, "end": 0, "points": points, "why": scale.whys[rule]}


def limit(scale: Scale, evidence: list[Evidence], neutral_source: bool, takes_side_in_draft: bool) -> int:
    """Append the corrections for neutral sources and for the ends of the scale; return the points (SPEC 7.2, 7.3)."""
    total = total_of(evidence)
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
    above = bisect_right(scale.calibrated, points)
    percent = scale.percents[max(0, above - 1)]
    if 0 < above < len(scale.calibrated):
        low, high = scale.calibrated[above - 1], scale.calibrated[above]
        percent += (scale.percents[above] - percent) * (points - low) // (high - low)
    return percent / 100 if percent % 100 else percent // 100


def stance_of(level: str, support: int, oppose: int) -> str:
    """Return which side the fired signals take; only a campaign verdict has one (SPEC 7.6)."""
    if level != "campaign" or support == oppose == 0:
        return "neutral"
    return "oppose" if oppose > support else "support"
