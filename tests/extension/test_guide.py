"""The page "Aturan" tells what guidance says, for whom and when one asks, in both languages, and prints on one page."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest

from server.rules import guidance
from tests.e2e.drivers import Driver, until

LAW: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "shared_rules" / "bundle.json").read_text(encoding="utf-8")
)["law"]
CAMPAIGN = "2024-10-20"
OUTSIDE = "2026-11-22"
A4 = (210, 297)
# Points in a millimetre.
POINT = 72 / 25.4
KINDS = ("forbidden", "sanctions", "unclear", "allowed", "ask", "chain")

READ = """
    const textOf = (item, selector) => item.querySelector(selector).textContent;
    const list = (kind) => [...document.querySelectorAll(`[data-kind=${kind}] li`)]
        .map((item) => ({ id: item.dataset.rule, text: textOf(item, 'p'), small: textOf(item, 'small') }));
    return Object.fromEntries(args[0].map((kind) => [kind, list(kind)]));
"""
# Of the words on the sheet; the numbers of the sources stand above the line.
SMALLEST = """
    const words = [...document.querySelectorAll('#summary :not(sup)')];
    return Math.min(...words.map((one) => parseFloat(getComputedStyle(one).fontSize)));
"""
EIGHT_POINTS = 8 / 72 * 96 - 0.01
CHOOSE = """
    for (const [id, value] of Object.entries(args[0])) document.getElementById(id).value = value;
    document.getElementById('choose').dispatchEvent(new Event('change', { bubbles: true }));
"""


@pytest.fixture
def guide(fresh: Driver) -> Driver:
    """The page on a day of a campaign."""
    return open_guide(fresh, date=CAMPAIGN)


def open_guide(browser: Driver, settings: dict[str, str] | None = None, **query: str) -> Driver:
    """Open the page for a person with these settings, and wait until it tells something."""
    assert browser.background({"type": "set-settings", "patch": settings or {}})["ok"]
    address = "&".join(f"{key}={value}" for key, value in query.items())
    browser.goto(browser.ext_url(f"guide/guide.html?{address}"))
    until(lambda: browser.js("return document.querySelectorAll('[data-kind]').length;"), "the rules to be shown")
    return browser


def shown(browser: Driver) -> dict[str, list[dict[str, str]]]:
    rules: dict[str, list[dict[str, str]]] = browser.js(READ, KINDS)
    return rules


def text(browser: Driver, selector: str) -> str:
    read: str = browser.js("return document.querySelector(args[0]).textContent;", selector)
    return read


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_tells_what_guidance_says_of_every_choice(fresh: Driver, language: str) -> None:
    open_guide(fresh, {"language": language}, date=OUTSIDE)
    for employment, act, stage in (
        ("pns", "like", "none"),
        ("pns", "appeal", "campaign"),
        ("pppk", "comment", "before-nomination"),
        ("non-asn", "photo", "quiet"),
        ("perangkat-desa", "banner", "campaign"),
        ("polri", "share", "voting"),
        ("tni", "like", "counting"),
    ):
        fresh.js(CHOOSE, {"employment": employment, "act": act, "stage": stage})
        told = guidance(LAW, OUTSIDE, employment, act, language=language, stage="" if stage == "none" else stage)
        assert told is not None
        page = shown(fresh)
        for kind in KINDS:
            assert [rule["id"] for rule in page[kind]] == [rule["id"] for rule in told[kind]], (employment, act, stage)
            for rule, expected in zip(page[kind], told[kind], strict=True):
                assert rule["text"].endswith(expected["text"])
                assert expected["source"] in rule["small"]
                assert all(each["article"] in rule["small"] for each in expected["law"])
        assert re.search(r"(dilihat|seen) \d+ \w+ \d{4}", page["ask"][0]["small"])


def test_todays_stage_and_the_persons_employment_and_act_are_chosen(fresh: Driver) -> None:
    open_guide(fresh, {"employment": "pppk"}, date=CAMPAIGN, act="share")
    chosen = fresh.js("return ['employment', 'act', 'stage'].map((id) => document.getElementById(id).value);")
    assert chosen == ["pppk", "share", "campaign"]


def test_at_todays_stage_only_the_law_of_the_running_election_is_told(guide: Driver) -> None:
    told = guidance(LAW, CAMPAIGN, "pns", "like")
    assert told is not None
    assert [rule["id"] for rule in shown(guide)["forbidden"]] == [rule["id"] for rule in told["forbidden"]]
    assert "partial-activity" not in [rule["id"] for rule in told["forbidden"]]


def test_where_sources_differ_both_sanctions_are_named(guide: Driver) -> None:
    guide.js(CHOOSE, {"act": "appeal"})
    [sanction] = shown(guide)["sanctions"]
    assert sanction["text"].startswith("Disiplin sedang atau disiplin berat.")
    assert sanction["small"].endswith("Sumber berbeda")


def test_it_counts_the_days_until_the_vote(guide: Driver) -> None:
    assert "38 hari lagi pemungutan suara, 27 November 2024" in text(guide, "#today")


@pytest.mark.parametrize(
    ("language", "date", "said"),
    [
        ("id", "2024-11-26", "Masa tenang. Besok pemungutan suara: Pemilihan Kepala Daerah 2024."),
        ("en", "2024-11-26", "Tomorrow is voting day: "),
        ("id", "2024-11-27", "Hari ini pemungutan suara: Pemilihan Kepala Daerah 2024."),
    ],
)
def test_the_vote_of_today_and_of_tomorrow_is_said_in_a_word(
    fresh: Driver, language: str, date: str, said: str
) -> None:
    open_guide(fresh, {"language": language}, date=date)
    assert said in text(fresh, "#today")


def test_the_running_stage_is_marked_in_the_calendar(guide: Driver) -> None:
    assert text(guide, "[aria-current=date]").startswith("Masa kampanye25 September 2024")


def test_what_is_tentative_is_said_to_be_expected_and_has_no_days(guide: Driver) -> None:
    articles = guide.js("return [...document.querySelectorAll('.contest')].map(({ innerText }) => innerText);")
    expected = [article for article in articles if "2029" in article]
    assert len(expected) == 1
    assert "Perkiraan: harinya belum ditetapkan." in expected[0]


def test_the_calendar_is_that_of_the_persons_region(fresh: Driver) -> None:
    open_guide(fresh, {"region": "Kab. Bangka"}, date="2025-08-20")
    assert text(fresh, "#region") == "Daerah: Kab. Bangka."
    assert "7 hari lagi pemungutan suara, 27 Agustus 2025" in text(fresh, "#today")
    calendar = text(fresh, "#calendar")
    assert "Kab. Bangka, Kota Pangkalpinang" in calendar
    assert "Papua" not in calendar


def test_everything_has_a_name_for_those_who_listen_to_the_screen(guide: Driver) -> None:
    names = guide.js(
        """const titled = (element) => document.getElementById(element.getAttribute('aria-labelledby') ?? '');
        const named = (element) => element.labels?.[0]?.firstElementChild.textContent
            ?? titled(element)?.textContent ?? element.textContent;
        return [...document.querySelectorAll('select, section, button, a, summary')].map((one) => named(one).trim());"""
    )
    assert names[:3] == ["Saya", "Perbuatan", "Masa"]
    assert "" not in names
    assert guide.js("return document.title;") == "Aturan netralitas · Jaga Jempol"


def test_the_choices_are_reached_and_changed_by_keyboard(guide: Driver) -> None:
    guide.focus("#employment")
    guide.press("Tab")
    assert guide.js("return document.activeElement.id;") == "act"
    guide.type("Memb")
    until(lambda: guide.js("return document.getElementById('act').value;") != "like", "another act to be chosen")
    until(lambda: "Menyukai" not in text(guide, "#about"), "the page to follow")


def test_in_english_every_word_of_ours_is_english(fresh: Driver) -> None:
    open_guide(fresh, {"language": "en", "employment": "pns"}, date=CAMPAIGN)
    assert fresh.js("return document.documentElement.lang;") == "en"
    headings = fresh.js("return [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent);")
    assert headings == [
        "Not allowed", "Possible sanctions", "Not clear", "Still allowed", "Ask first", "After a report",
        "Election calendar",
    ]  # fmt: skip
    assert "38 days until the vote of 27 November 2024" in text(fresh, "#today")


def pages_of(pdf: bytes) -> list[tuple[int, int]]:
    """The pages of a PDF by their width and height in millimetres, also where its objects are compressed."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    unpacked = b"".join(zlib.decompressobj().decompress(stream) for stream in streams if stream[:1] == b"\x78")
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf + unpacked)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf + unpacked))
    # Pages of one size may share one box.
    return [(round(float(width) / POINT), round(float(height) / POINT)) for width, height in (boxes * pages)[:pages]]


@pytest.mark.parametrize(("employment", "date"), [("pns", CAMPAIGN), ("tni", OUTSIDE)])
def test_the_summary_prints_everything_on_one_page_of_a4_in_eight_points_or_more(
    fresh: Driver, employment: str, date: str
) -> None:
    open_guide(fresh, {"language": "id", "employment": employment}, date=date)
    told = guidance(LAW, date, employment)
    assert told is not None
    sheet = text(fresh, "#summary").lower()
    for rule in (rule for kind in ("forbidden", "sanctions", "allowed", "ask", "chain") for rule in told[kind]):
        parts = [rule["text"].removeprefix("Tidak boleh "), *rule["source"].split("; ")]
        assert [part for part in parts if part.lower() not in sheet] == []
    assert fresh.js(SMALLEST) >= EIGHT_POINTS
    assert pages_of(fresh.pdf()) == [A4]


def test_too_much_for_one_page_leaves_what_follows_a_report_off_and_stays_readable(fresh: Driver) -> None:
    open_guide(fresh, {"language": "id", "employment": "pns"}, date=OUTSIDE)
    fresh.js(CHOOSE, {"stage": "campaign"})
    until(lambda: "Masa kampanye" in text(fresh, "#summary"), "the page to follow")
    assert "Bila ada laporan" not in text(fresh, "#summary")
    assert fresh.js(SMALLEST) >= EIGHT_POINTS
    assert pages_of(fresh.pdf()) == [A4]


def test_a_region_that_the_rules_do_not_know_counts_as_none(fresh: Driver) -> None:
    fresh.extension_js("await api.storage.local.set({ settings: { region: 'Kab. Tidak Ada', employment: 'pns' } });")
    answer = fresh.background({"type": "get-law"})
    assert (answer["region"], answer["employment"]) == ("", "pns")


def test_the_region_is_chosen_in_the_options(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("options/options.html"))
    until(
        lambda: fresh.js("return document.querySelectorAll('#region option').length > 500;"), "the regions to be listed"
    )
    fresh.js(
        """const region = document.getElementById('region');
        region.value = 'Kab. Sleman';
        region.dispatchEvent(new Event('change', { bubbles: true }));"""
    )
    until(lambda: fresh.background({"type": "get-law"})["region"] == "Kab. Sleman", "the region to be kept")
