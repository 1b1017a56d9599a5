"""Writes docs/sites.md: which act is asked about on which site, with which input, in which browser, read off the tests.

    python -m tools.site_matrix            write the page
    python -m tools.site_matrix --check    say whether it is up to date

No browser is started: pytest collects the tests of tests/e2e, and each is gone through with a driver that only takes
notes (tools/rehearsal.py). tests/README.md says how a test gets into the page.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tools.rehearsal import Note, rehearse
from tools.site_page import ACTS, GENERIC, INPUTS, Cell, Site, draw

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "sites.md"
OFFERS = ROOT / "tools" / "site_offers.toml"

# The words by which pages and tests speak of an act.
SPOKEN = {
    "vote_poll": r"vot(e|ing)|poll|choice|choos",
    "quote": r"quot",
    "repost": r"repost|retweet|boost|reblog",
    "share": r"share|sharing|forward|handed_on|to_whom|pass(es)?_(a|it)_",
    "subscribe": r"subscri",
    "join": r"join|invitation",
    "follow": r"follow|connect",
    "reply": r"repl|answer",
    "comment": r"comment|komentar",
    "react": r"react",
    "like": r"(?<!dis)lik(e|ing)|suka|favou?rit|vote-up|recommend",
    "rsvp": r"rsvp|going|attend",
    "post": r"^post(-[-\w]+)?$|ones_own|new_post|campaigning_message|supporters_group",
}
# What holds for every site is tested on pages that are no site's, and stands in no table.
LABORATORY = {"lab", "lab_server", "welcome"}
# Methods of the driver that a person's hand makes; what else it does prepares or looks.
HANDS = {"click": "mouse", "rightclick": "mouse", "dblclick": "double press", "tap": "finger", "hold": "finger"}
# What says that a question is open.
ASKING = frozenset({"ask", "assert_held", "wait_prompt", "prompt_click", "go_on", "step_back"})
SHORTCUT = re.compile(r"[a-z0-9+]|Shift\+[A-Za-z]")


@dataclass(frozen=True)
class Question:
    """One question of ours in a test: after which input to which control, and what the page did then.

    `host` is where it was; or what the address calls the frame in which it was, `?frame=disqus`.
    """

    host: str
    input: str
    control: str
    results: tuple[str, ...]


class _Collector:
    """Takes what pytest collects."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.items = [item for item in session.items if isinstance(item, pytest.Function)]


def collect() -> list[pytest.Function]:
    """Every test with a browser in it, one of each browser."""
    collector = _Collector()
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = pytest.main(
            ["--collect-only", "-q", "--every", "-p", "no:cacheprovider", str(ROOT / "tests" / "e2e")],
            plugins=[collector],
        )
    if code != pytest.ExitCode.OK:
        raise SystemExit(said.getvalue())
    return [item for item in collector.items if "browser_name" in item.fixturenames]


def questions(notes: list[Note]) -> Iterator[Question]:
    """The questions in a test, each with what led to it and what came of it."""
    host = focus = ""
    hand = ("", "")
    for index, note in enumerate(notes):
        if note.what == "goto" and note.words:
            address = urlsplit(note.words[0])
            host = parse_qs(address.query).get("frame", [address.hostname or ""])[0]
        elif note.what == "focus":
            focus = " ".join(note.words)
        elif note.what in HANDS:
            hand = (HANDS[note.what], " ".join(note.words))
        elif note.what == "press" and note.words and note.words[-1] not in ("Tab", "Escape"):
            key = note.words[-1]
            hand = ("shortcut" if SHORTCUT.fullmatch(key) else "keyboard", focus)
        elif note.what in ASKING and hand[0]:
            yield Question(host, *hand, _results(notes[index:]))
            hand = ("", "")


def _results(after: list[Note]) -> tuple[str, ...]:
    """What the page had done when the question was answered."""
    for note in after:
        if note.what in HANDS or note.what in ("press", "goto"):
            break
        if note.what in ("wait_acts", "go_on"):
            return note.words
    return ()


def act_of(question: Question, item: pytest.Function, known: frozenset[str]) -> str | None:
    """The act that is meant, of those that a site has.

    Told by what the page did in the end ("like-comment-7" is a like), else by the parameters of the test, else by the
    control (in "#comment-7 .like" what comes last), else by the names of the test and its file.
    """
    patterns = {act: re.compile(rf"(?<!un)(?:{SPOKEN[act]})") for act in ACTS if act in known}
    for said in (*question.results, item.callspec.id, question.control, item.name.partition("[")[0], item.path.stem):
        at = {act: [one.start() for one in pattern.finditer(said.lower())] for act, pattern in patterns.items()}
        found = {act: places for act, places in at.items() if places}
        if found and said == question.control:
            return max(found, key=lambda act: found[act][-1])
        if found:
            return min(found, key=lambda act: found[act][0])
    return None


def place(item: pytest.Function, sites: dict[str, Site]) -> Iterator[Cell | None]:
    """The cells that a test fills; None for a question that nobody can place."""
    params: dict[str, Any] = item.callspec.params
    marker = item.get_closest_marker("matrix")
    said: dict[str, str] = dict(marker.kwargs) if marker else {}
    for question in questions(rehearse(item)):
        site = said["site"] if "site" in said else site_of(question, item, sites)
        if site == "" or (site is None and LABORATORY & set(item.fixturenames)):
            continue
        if site is None:
            yield None
            continue
        act = said.get("act") or act_of(question, item, sites[site].acts)
        if act is None:
            yield None
        else:
            yield Cell(site, act, said.get("input", question.input), params["browser_name"])


def site_of(question: Question, item: pytest.Function, sites: dict[str, Site]) -> str | None:
    """The site of a page: by its address, by a parameter that is a host, else by the test's file."""
    hosts = {host: site.id for site in sites.values() for host in site.hosts}
    given = [value for value in item.callspec.params.values() if isinstance(value, str) and "." in value]
    for host in (question.host, *given):
        if host in hosts:
            return hosts[host]
        if host.endswith(".example"):
            return GENERIC
    for name in (question.host, item.path.stem.removeprefix("test_")):
        for site in sites:
            if re.match(rf"{re.escape(site)}([-_]|$)", name.replace("_", "-")):
                return site
    return None


def read_sites() -> dict[str, Site]:
    """The adapters as they are in the rules, and the general reader at the end."""
    found = {}
    offers: dict[str, list[str]] = tomllib.loads(OFFERS.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "shared_rules" / "sites").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        adapter = tomllib.loads(text)
        if adapter["id"] not in offers:
            raise SystemExit(f"{OFFERS.name} says nothing of {adapter['id']}: add what that site lets people do")
        site = Site.of(adapter, text, offers[adapter["id"]])
        found[site.id] = site
    found[GENERIC] = Site.general(found)
    return found


def build() -> str:
    """The page as it should be."""
    sites = read_sites()
    filled: Counter[Cell] = Counter()
    lost = set()
    for item in collect():
        cells = list(place(item, sites))
        filled.update({cell for cell in cells if cell is not None})
        if None in cells:
            lost.add(f"{item.path.stem}::{item.name.partition('[')[0]}")
    unknown = {cell for cell in filled if cell.act not in ACTS or cell.input not in INPUTS or cell.site not in sites}
    if unknown:
        raise SystemExit(f"a matrix marker names what is not there: {sorted(map(str, unknown))}")
    return draw(sites, filled, sorted(lost))


def main() -> int:
    """Write the page, or with --check compare it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; end with 1 when the page is out of date")
    page = build()
    if not parser.parse_args().check:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/sites.md is out of date: run `make sites`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
