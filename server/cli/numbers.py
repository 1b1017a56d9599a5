"""Numbers as Indonesian readers write them, with their intervals."""

from __future__ import annotations

from typing import Any

Measure = dict[str, Any]
NOTHING = "–"


def count(number: int) -> str:
    """Return 1438 as ``1.438``."""
    return f"{number:,}".replace(",", ".")


def decimal(value: float, digits: int = 3) -> str:
    """Return 0.859 as ``0,859``."""
    return f"{value:.{digits}f}".replace(".", ",")


def f1(measure: Measure) -> str:
    """Return an F1 with its interval, ``0,859 [0,846–0,872]``."""
    if measure["value"] is None:
        return NOTHING
    return f"{decimal(measure['value'])} [{decimal(measure['low'])}–{decimal(measure['high'])}]"


def rate(value: float | None) -> str:
    """Return a share without an interval, ``3,0%``."""
    return NOTHING if value is None else f"{decimal(100 * value, 1)}%"


def percent(measure: Measure | None) -> str:
    """Return a share with its interval, ``3,0% [2,2–4,0]``."""
    if measure is None or measure["value"] is None:
        return NOTHING
    value, low, high = (decimal(100 * measure[key], 1) for key in ("value", "low", "high"))
    return f"{value}% [{low}–{high}]"


def out_of(measure: Measure) -> str:
    """Return a share with its counts, ``43 / 1.438 = 3,0% [2,2–4,0]``."""
    return f"{count(measure['hits'])} / {count(measure['of'])} = {percent(measure)}"


def signed(number: int) -> str:
    """Return a number with its sign, 0 without."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def chance(value: float) -> str:
    """Return a probability, ``< 0,001`` where it is smaller."""
    return "< 0,001" if value < 0.001 else decimal(value)
