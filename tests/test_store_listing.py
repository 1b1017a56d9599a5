"""What the stores are told is what the manifest says, and its pictures are there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
MANIFEST = json.loads((ROOT / "extension/manifest.json").read_text(encoding="utf-8"))
LISTING = (ROOT / "docs/store-listing.md").read_text(encoding="utf-8")
PARTS = dict(zip(("head", "id", "en"), re.split(r"^## .*$", LISTING, flags=re.MULTILINE), strict=True))
# The Chrome Web Store takes no more; addons.mozilla.org takes 250.
SUMMARY_LENGTH = 132
STORE = (1280, 800)
# All pictures together are read with every clone.
PICTURES_BYTES = 2_000_000


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_summary_is_the_manifests_and_short_enough(language: str) -> None:
    catalog = json.loads((ROOT / f"extension/_locales/{language}/messages.json").read_text(encoding="utf-8"))
    summary = catalog["extDescription"]["message"]
    assert f"\n{summary}\n" in PARTS[language]
    assert len(summary) <= SUMMARY_LENGTH


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_permission_is_explained_and_no_other(language: str) -> None:
    wanted = MANIFEST["permissions"] + MANIFEST["optional_permissions"] + MANIFEST["optional_host_permissions"]
    assert sorted(re.findall(r"`([^`]+)`", PARTS[language])) == sorted(wanted)


@pytest.mark.parametrize(("language", "word"), [("id", "langgan"), ("en", "subscribe")])
def test_rules_that_come_from_a_server_are_told_wherever_a_reviewer_asks(language: str, word: str) -> None:
    rows = PARTS[language].splitlines()
    asked = [
        row for row in rows if row.startswith(("| `alarms`", "| `https://*/*`", "| Is remote", "| Apakah ada kode"))
    ]
    assert len(asked) == 3
    assert [row for row in asked if word not in row] == []


def test_every_guarded_site_is_named_in_both_languages() -> None:
    names = {"bsky": "Bluesky", "twitter": "X"}
    hosts = {match.split("/")[2].split(".")[-2] for match in MANIFEST["host_permissions"]}
    assert len(hosts) > 10
    for language in ("id", "en"):
        assert [host for host in hosts if names.get(host, host).lower() not in PARTS[language].lower()] == []


def test_the_pictures_for_the_store_are_there_in_its_size() -> None:
    named = [ROOT / "docs" / path for path in re.findall(r"\((pictures/[^)]+)\)", LISTING)]
    assert len(named) == 10
    for path in named:
        with Image.open(path) as picture:
            assert picture.size == STORE


def test_every_picture_that_a_document_shows_is_there() -> None:
    for document in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        shown = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", document.read_text(encoding="utf-8"))
        assert [path for path in shown if not (document.parent / path).is_file()] == []


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "docs/pictures").glob("*.png")) < PICTURES_BYTES
