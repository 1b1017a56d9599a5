"""A verdict in words, for the terminal."""

from __future__ import annotations

from typing import Any

from ..engine.weigh import Scale
from ..rules.quoting import words_at
from .numbers import decimal

_LEVELS = {
    "none": "tidak ada kaitan dengan calon atau partai",
    "mention": "menyebut calon atau partai, tanpa memihak",
    "campaign": "terindikasi memihak calon atau partai",
}
_STANCES = {"support": "mendukung", "oppose": "menolak", "neutral": "netral"}


def verdict_lines(context: dict[str, Any], verdict: dict[str, Any], scale: Scale | None = None) -> list[str]:
    """Return level, score, whom it concerns, the evidence with its words, and what nearly fired.

    With a ``scale`` the evidence shows its places and its sum beside the thresholds.
    """
    score = decimal(verdict["score"], 2)
    lines = [
        f"Tingkat  {verdict['level']}: {_LEVELS[verdict['level']]}",
        f"Skor     {score} ({verdict['points']} poin), sikap {_STANCES[verdict['stance']]}",
    ]
    if verdict["partial"]:
        lines.append("Catatan  kiriman terlalu panjang; baru sebagian yang dinilai")
    if verdict["affiliations"]:
        lines.append(f"Terkait  {'; '.join(item['name'] for item in verdict['affiliations'])}")
    if verdict["evidence"]:
        lines.append("Bukti")
        lines += [_evidence_line(context, item, places=scale is not None) for item in verdict["evidence"]]
    if scale:
        limits = f"menyebut mulai {scale.mention} (mention), memihak mulai {scale.campaign} (campaign)"
        lines += ["  -----", f"  {verdict['points']:+5d}  poin (points); {limits}"]
    if verdict["nearly"]:
        lines.append("Nyaris")
        lines += [f"        {item['why']} ({item['rule']})" for item in verdict["nearly"]]
    return lines


def _evidence_line(context: dict[str, Any], item: dict[str, Any], places: bool) -> str:
    words = words_at(context, item)
    quote = f" “{words}”" if words else ""
    where = f" {item['start']}–{item['end']}" if places and words else ""
    place = f"{item['field']}{where}; " if item["field"] else ""
    return f"  {item['points']:+5d}  {item['why']}{quote} [{place}{item['rule']}]"
