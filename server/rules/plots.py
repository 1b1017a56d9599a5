"""Plots as SVG that takes its colours and letters from the page around it. Needs requirements-report.txt."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

# Each is replaced by the page's own colour, so that a plot is light or dark with the page.
_INK, _SOFT, _LINE, _VIOLET = "#221e2c", "#5f5a6b", "#dedae5", "#5b3fa8"
_PAGE = {_INK: "var(--ink)", _SOFT: "var(--ink-soft)", _LINE: "var(--line)", _VIOLET: "var(--violet)"}
# Narrow enough for a telephone.
_WIDTH = 3.3
MOST_NAMES = 30
_STYLE: Any = {
    "svg.fonttype": "none",
    "font.size": 9,
    "text.color": _INK,
    "axes.edgecolor": _LINE,
    "axes.labelcolor": _SOFT,
    "xtick.color": _SOFT,
    "ytick.color": _SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
}

Table = Sequence[dict[str, Any]]


def evaluation_plots(result: dict[str, Any]) -> dict[str, str]:
    """Return the plots of an evaluation by name: ``calibration``, and ``GROUP.RATE`` for every rate somebody has."""
    plots = {"calibration": calibration_plot(result["calibration"])} if result["all"]["rows"] else {}
    for group in ("parties", "contestants"):
        for rate, label in (("false_alarms", "alarm palsu (false alarms)"), ("misses", "luput (misses)")):
            if table := result["symmetry"][group][rate]:
                plots[f"{group}.{rate}"] = rates_plot(table[:MOST_NAMES], label, f"{group}.{rate}")
    return plots


def calibration_plot(bins: Table) -> str:
    """Return the share that is campaign against the mean score of every bin that holds rows."""
    held = [entry for entry in bins if entry["of"]]
    with rc_context({**_STYLE, "svg.hashsalt": "calibration"}):
        figure, axes = _figure(_WIDTH)
        axes.plot([0, 1], [0, 1], color=_SOFT, linewidth=1, linestyle=(0, (4, 4)))
        axes.errorbar(
            [entry["mean_score"] for entry in held],
            [entry["value"] for entry in held],
            yerr=_whiskers(held),
            fmt="o-",
            color=_VIOLET,
            linewidth=1.5,
            markersize=4,
            capsize=3,
        )
        axes.set(xlim=(-0.03, 1.03), ylim=(-0.03, 1.03), aspect="equal")
        axes.set(xlabel="skor (score)", ylabel="berlabel campaign (labelled campaign)")
        axes.xaxis.set_major_formatter(lambda score, _: f"{score:.1f}".replace(".", ","))
        axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        return _svg(figure)


def rates_plot(table: Table, label: str, salt: str) -> str:
    """Return one line for every name: its rate with the interval, and across all the rate of everybody together.

    ``salt`` makes the ids in this plot differ from those in the other plots of a page.
    """
    places = range(len(table))
    with rc_context({**_STYLE, "svg.hashsalt": salt}):
        figure, axes = _figure(0.6 + 0.36 * len(table))
        together = sum(entry["hits"] for entry in table) / sum(entry["of"] for entry in table)
        axes.axvline(together, color=_SOFT, linewidth=1, linestyle=(0, (4, 4)))
        values = [entry["value"] for entry in table]
        axes.errorbar(values, places, xerr=_whiskers(table), fmt="o", color=_VIOLET, markersize=4, capsize=3)
        for place, entry in zip(places, table, strict=True):
            axes.annotate(entry["name"], (0, place), xytext=(2, 5), textcoords="offset points", va="bottom", fontsize=8)
        highest = max(entry["high"] for entry in table)
        axes.set(xlim=(-0.02 * highest, 1.02 * highest), ylim=(len(table) - 0.5, -0.8), yticks=[], xlabel=label)
        axes.spines.left.set_visible(False)
        axes.xaxis.set_major_locator(MaxNLocator(5))
        axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        return _svg(figure)


def _figure(height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    return figure, figure.add_subplot()


def _whiskers(table: Table) -> list[list[float]]:
    """Return how far each interval reaches below and above its value; rounding must not make that negative."""
    below = [max(0.0, entry["value"] - entry["low"]) for entry in table]
    return [below, [max(0.0, entry["high"] - entry["value"]) for entry in table]]


def _svg(figure: Figure) -> str:
    """Return the bare element: without a prologue, a date or names of groups."""
    file = io.StringIO()
    keys = ("Creator", "Date", "Format", "Type")
    figure.savefig(file, format="svg", transparent=True, metadata=dict.fromkeys(keys))
    text = file.getvalue()
    text = re.sub(r'<g id="[^"]*"', "<g", text[text.index("<svg") :])
    return re.sub("|".join(_PAGE), lambda match: _PAGE[match.group()], text)
