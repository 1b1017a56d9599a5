"""What the guides for offices say of settings, sizes and cores is so, and every link in them leads somewhere."""

from __future__ import annotations

import re

import pytest

from server.config import ROOT, SETTINGS

DOCS = ROOT / "docs"
SCALE = (DOCS / "scale.md").read_text("utf-8")
GUIDES = [DOCS / f"{name}.md" for name in ("hosting", "scale", "threat-model", "dpia-template", "configuration")]
GUIDES += [ROOT / "PRIVACY.md", ROOT / "SECURITY.md", ROOT / "deploy" / "policies" / "README.md"]


def number(text):
    return float(text.replace(",", ""))


def cell(label):
    """Return the first number of the row of docs/scale.md that begins with a label."""
    return number(re.search(rf"^\| {re.escape(label)} \| ([\d.,]+)", SCALE, re.MULTILINE)[1])


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
    alone = rate * cell("copy, 1 context a request") / 1000 / full
    by_ten = rate / 10 * cell("copy, 10 contexts a request") / 1000 / full
    assert [number(each) for each in row.groups()] == [
        pytest.approx(rate, rel=0.02, abs=0.05),
        pytest.approx(alone, abs=0.05),
        pytest.approx(by_ten, abs=0.05),
    ]


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
