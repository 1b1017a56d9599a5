"""The text of docs/sites.md: what tools/site_matrix.py found, drawn as tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from server.contexts import Act

GENERIC = "generic"
BROWSERS = {"chromium": "C", "firefox": "F"}
INPUTS = ("mouse", "finger", "keyboard", "shortcut", "double press")
ACTS: tuple[str, ...] = get_args(Act)
HEAD = """\
<!-- Written by `make sites` from the tests and the rules. Do not edit: tests/tools/test_site_matrix.py compares it. -->

# Sites

*Halaman ini menunjukkan tindakan apa, di situs mana, yang pertanyaannya sudah diuji; petak yang kosong belum diuji.*

Read off the tests of `tests/e2e`, which run in Chromium (C) and in Firefox (F), on pages of our own that behave like
the sites. A number says how many tests act with this input and then find our question open. **An empty cell is a
hole**: the rules know the act there, and no test asks for it. A dash means that there is nothing to test: the rules
know no letter for this act there, no double press, or nothing but a letter. **A cross is a gap in the rules**: people
can do it there ([what each site offers](../tools/site_offers.toml)), and no rule knows how. What passes freely (neutral
posts, taking back, other buttons) has tests of its own, which are not in these tables; nor are the gestures tested on
the laboratory page (`tests/e2e/pages/static/lab.js`), which hold for every site alike.

The numbers are those of `make test ARGS=--every`. `make test` alone runs each test in both browsers; where it has
variants (an input, a control), they take turns between the two.

Inputs: *mouse*; *finger* (a touch, a long press, two touches); *keyboard* (Enter, Space or Ctrl+Enter on a control or
in a box); *shortcut* (a letter of the site's own); *double press*.

No test runs on the true sites. What their rules were not sure of stands below each table, in the words of
[shared_rules/sites](../shared_rules/sites).
"""
UNSURE = re.compile(
    r"not seen|nobody|expected|general knowledge|believed|as far as is known|not known|no profile was|least stable"
    r"|seen in english",
    re.IGNORECASE,
)
SURE = re.compile(r"nobody's business|nobody sees", re.IGNORECASE)
# Where people can do what no rule knows.
GAP = "✗"
# Sentences of fewer words than this lean on the one before.
SHORT = 5


@dataclass(frozen=True, order=True)
class Cell:
    """One place in the page that a test fills."""

    site: str
    act: str
    input: str
    browser: str


@dataclass(frozen=True)
class Site:
    """What the page tells of a site's rules."""

    id: str
    title: str
    hosts: tuple[str, ...]
    acts: frozenset[str]
    by_hand: frozenset[str]
    shortcuts: frozenset[str]
    doubles: frozenset[str]
    source: str
    unsure: str
    offered: frozenset[str]

    @classmethod
    def of(cls, adapter: dict[str, Any], text: str, offered: Iterable[str] = ()) -> Site:
        """From an adapter, the file that it was read from, comments included, and what the site lets people do."""
        shortcuts = {one["act"] for one in adapter.get("shortcuts", [])}
        doubles = {one["act"] for one in adapter.get("double_clicks", [])}
        composers = adapter.get("composers", [])
        written = {one[key] for one in composers for key in ("act", "act_on_post") if key in one}
        by_hand = {one["act"] for one in adapter.get("controls", [])} | written
        return cls(
            id=adapter["id"],
            title=adapter["title"],
            hosts=tuple(adapter["hosts"]),
            acts=frozenset(by_hand | shortcuts | doubles),
            by_hand=frozenset(by_hand),
            shortcuts=frozenset(shortcuts),
            doubles=frozenset(doubles),
            source=f"{adapter['source']} ({adapter['date']})",
            unsure=uncertainties(text),
            offered=frozenset(offered),
        )

    @classmethod
    def general(cls, others: dict[str, Site]) -> Site:
        """The reader of sites that have no adapter: it knows every act by name."""
        acts = frozenset(act for site in others.values() for act in site.acts)
        return cls(
            id=GENERIC,
            title="Any other site (general reader)",
            hosts=(),
            acts=acts,
            by_hand=acts,
            shortcuts=frozenset({"like", "repost", "reply"}),
            doubles=frozenset(),
            source="roles and accessible names that the sites above have in common, on pages like Mastodon's",
            unsure="Nobody can tell which of its texts is the post where nobody has described the site: all is read.",
            offered=acts,
        )


def uncertainties(text: str) -> str:
    """The sentences of a file's comments that say what was not seen, each with what it stands above."""
    kept = []
    for block in re.finditer(r"((?:^#.*\n)+)(?=((?:.*\n){0,3}))", text, re.MULTILINE):
        words = " ".join(line.lstrip("# ") for line in block[1].splitlines())
        sentences = re.split(r"(?<=\.)\s+", words.strip())
        unsure = [one for one in sentences if UNSURE.search(one) and not SURE.search(one)]
        if any(len(one.split()) < SHORT for one in unsure):
            unsure = sentences  # "Expected, not seen." says nothing without what comes before it.
        about = re.search(r'^(?:act|surface) = "(\w+)"', block[2], re.MULTILINE) if block.start() else None
        if unsure:
            kept.append((f"({about[1]}) " if about else "") + " ".join(unsure))
    return " ".join(kept)


def draw(sites: dict[str, Site], filled: Counter[Cell], lost: list[str]) -> str:
    """The whole page."""
    parts = [HEAD, _overview(sites, filled), *(_section(site, filled) for site in sites.values())]
    if lost:
        names = "\n".join(f"- `{name}`" for name in lost)
        parts.append(f"## Not placed\n\nTests that ask, but whose act nobody could tell:\n\n{names}\n")
    return "\n".join(parts)


def _overview(sites: dict[str, Site], filled: Counter[Cell]) -> str:
    rows = [f"| | {' | '.join(ACTS)} |", f"|---|{'---|' * len(ACTS)}"]
    for site in sites.values():
        counts = Counter[str]()
        for cell, count in filled.items():
            if cell.site == site.id:
                counts[cell.act] += count
        cells = [str(counts[act] or "") if act in site.acts else GAP if act in site.offered else "–" for act in ACTS]
        rows.append(f"| {site.title} | {' | '.join(cells)} |")
    return "## All of them\n\nTests of both browsers together, with any input.\n\n" + "\n".join(rows) + "\n"


def _section(site: Site, filled: Counter[Cell]) -> str:
    rows = [f"| | {' | '.join(INPUTS)} |", f"|---|{'---|' * len(INPUTS)}"]
    for act in ACTS:
        if act in site.acts:
            inputs = [_numbers(site, act, one, filled) for one in INPUTS]
            rows.append(f"| {act} | {' | '.join(inputs)} |")
        elif act in site.offered:
            rows.append(f"| {act} | {GAP} | {GAP} | {GAP} | – | – |")
    hosts = ", ".join(f"`{host}`" for host in site.hosts)
    facts = [f"Hosts: {hosts}"] if hosts else []
    facts += [f"Seen in: {site.source}", f"Unsure: {site.unsure or 'nothing noted.'}"]
    return f"## {site.title}\n\n" + "\n".join(rows) + "\n\n" + "\n".join(f"- {fact}" for fact in facts) + "\n"


def _numbers(site: Site, act: str, one: str, filled: Counter[Cell]) -> str:
    counts = {letter: filled[Cell(site.id, act, one, browser)] for browser, letter in BROWSERS.items()}
    if any(counts.values()):
        return " ".join(f"{letter} {count}" for letter, count in counts.items() if count)
    known = {"shortcut": site.shortcuts, "double press": site.doubles}.get(one, site.by_hand)
    return "" if act in known else "–"
