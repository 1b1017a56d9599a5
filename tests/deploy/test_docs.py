"""What the guides for offices say of settings, sizes and cores is so, and every link in them leads somewhere."""

from __future__ import annotations

import gzip
import math
import re

import pytest

from server.config import ROOT, SETTINGS
from server.engine.bundle import SIZE_MAX

DOCS = ROOT / "docs"
BUNDLE = ROOT / "shared_rules" / "bundle.json"
SIGNED = (DOCS / "signed-rules.md").read_text("utf-8")
SUBSCRIPTION = (ROOT / "extension" / "background" / "subscription.js").read_text("utf-8")
SCALE = (DOCS / "scale.md").read_text("utf-8")
GUIDES = [DOCS / f"{name}.md" for name in ("hosting", "scale", "threat-model", "dpia-template", "configuration")]
GUIDES += [ROOT / "PRIVACY.md", ROOT / "SECURITY.md", ROOT / "deploy" / "policies" / "README.md"]


def number(text):
    return float(text.replace(",", ""))


def whole_number(product):
    """Return the value of whole numbers multiplied, as JavaScript writes them."""
    return math.prod(int(part) for part in product.replace(" ", "").split("*"))


def cell(label, column=1):
    """Return the number that a cell begins with, of the row of docs/scale.md that begins with a label."""
    before = rf"^\| {re.escape(label)} \|" + r"[^|\n]*\|" * (column - 1)
    return number(re.search(rf"{before} ([\d.,]+)", SCALE, re.MULTILINE)[1])


def test_the_guide_names_settings_that_exist_with_their_defaults():
    rows = re.findall(r"^\| `(JAGA_\w+)` \| (.*?) \|", (DOCS / "hosting.md").read_text("utf-8"), re.MULTILINE)
    defaults = {name: SETTINGS[name].default for name, _ in rows}
    assert len(rows) >= 6
    assert dict(rows) == {name: f"`{default}`" if default else "tidak ada" for name, default in defaults.items()}


@pytest.mark.parametrize("people", ["20", "2,000", "50,000", "4,000,000"])
def test_the_cores_follow_from_what_was_measured_and_assumed(people):
    row = re.search(rf"^\| {people} \| ([\d.,]+) \| ([\d.,]+) \| ([\d.,]+) \|", SCALE, re.MULTILINE)
    full = cell("how full a core may be") / 100
    day, hour = (
        cell("posts that come into view, a person a day"),
        cell("share of a day's posts in its busiest hour") / 100,
    )
    rate = number(people) * day * hour / 3600
    alone = rate * cell("copy") / 1000 / full
    by_ten = rate / 10 * cell("copy", 2) / 1000 / full
    assert [number(each) for each in row.groups()] == [
        pytest.approx(rate, rel=0.02, abs=0.05),
        pytest.approx(alone, abs=0.05),
        pytest.approx(by_ten, abs=0.05),
    ]


def test_the_sizes_of_the_rules_are_those_of_today():
    raw = BUNDLE.read_bytes()
    assert cell("bundle of rules") == pytest.approx(len(raw), rel=0.05)
    packed = cell("the same as it is handed out signed, gzip")
    assert packed == pytest.approx(len(gzip.compress(raw, 9)), rel=0.05)


def test_what_travelling_rules_cost_follows_from_how_devices_ask():
    period, spread = (
        whole_number(re.search(rf"^const {name} = (.+);$", SUBSCRIPTION, re.MULTILINE)[1]) / 1000
        for name in ("PERIOD", "START_SPREAD")
    )
    people, bits = 4_000_000, 8 * cell("the same as it is handed out signed, gzip")
    told = [
        cell("unchanged rules, the whole day: 4 requests a device, answered 304 without a body"),
        cell("unchanged rules, should all start in the same minute: spread over 600 s"),
        cell("new rules, 237 KB each, taken within six hours: 948 GB") * 1e6,
        cell("new rules, should all start in the same minute: 948 GB in 600 s") * 1e9,
    ]
    assert told == [
        pytest.approx(people / period, rel=0.01),
        pytest.approx(people / spread, rel=0.01),
        pytest.approx(people * bits / period, rel=0.01),
        pytest.approx(people * bits / spread, rel=0.01),
    ]


def test_what_lists_of_accounts_take_is_told_for_the_rules_of_today():
    rows = re.findall(r"^\| [\d,]+ \(.*\) \| ([\d,]+) \| [\d,]+ \| ([\d.]+) MB(: refused)? \|", SIGNED, re.MULTILINE)
    whole = [len(BUNDLE.read_bytes()) + number(added) for added, _, _ in rows]
    assert len(rows) == 4
    assert [number(told) * 1e6 for _, told, _ in rows] == [pytest.approx(size, rel=0.01) for size in whole]
    assert [bool(refused) for _, _, refused in rows] == [size > SIZE_MAX for size in whole]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_a_guide_names_files_that_are_there(path):
    named = re.findall(r"`((?:deploy|tests|server|docs)/[\w./@-]+)`", path.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["hosting.md", "dpia-template.md"])
def test_what_offices_read_is_in_indonesian_first_and_in_english_too(name):
    text = (DOCS / name).read_text("utf-8")
    assert 0 < text.index("kantor") < text.index("## In English")
