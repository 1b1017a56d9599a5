"""Marks, questions and answers are counted as numbers, and shown to the person alone."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest

from tests.e2e.drivers import CANCEL, Driver, until
from tests.e2e.steps import ask, go_on, see, wait_closed

NOTHING = {"marked": 0, "asked": 0, "cancelled": 0, "continued": 0}


def today(browser: Driver) -> dict[str, int]:
    """What was counted since the counts were empty."""
    days = browser.background({"type": "get-counts"})["days"]
    return {key: days[0][key] for key in NOTHING} if days else NOTHING


def counted(browser: Driver, **numbers: int) -> bool:
    """Whether these numbers were counted."""
    return today(browser).items() >= numbers.items()


def press(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click("#click-campaign [data-act]")
    ask(lab)


def test_batal_and_lanjutkan_are_counted(lab: Driver) -> None:
    press(lab)
    until(lambda: counted(lab, asked=1, cancelled=0, continued=0), "the question to be counted")
    lab.prompt_click(CANCEL)
    wait_closed(lab)
    until(lambda: counted(lab, asked=1, cancelled=1, continued=0), "Batal to be counted")
    press(lab)
    go_on(lab, {"click-campaign": 1})
    until(lambda: counted(lab, asked=2, cancelled=1, continued=1), "Lanjutkan to be counted")


def test_a_post_is_counted_as_marked_once(lab: Driver) -> None:
    see(lab, "#click-campaign", "campaign")
    until(lambda: today(lab)["marked"] > 0, "the mark to be counted")
    lab.js("document.querySelector('#click-campaign').scrollIntoView({ block: 'end' });")
    marked = lab.js("return document.querySelectorAll('jaga-jempol-mark').length;")
    until(lambda: today(lab)["marked"] >= marked, "all marks to be counted")
    before = today(lab)["marked"]
    lab.background({"type": "set-settings", "patch": {"employment": "pns"}})
    see(lab, "#click-campaign", "campaign")
    press(lab)
    until(lambda: counted(lab, asked=1), "what came later to be counted")
    assert today(lab)["marked"] == before


def test_switched_off_in_the_options_it_counts_nothing(lab: Driver, lab_server: Any) -> None:
    lab.goto(lab.ext_url("options/options.html"))
    until(lambda: lab.js("return document.querySelector('#rules').textContent;"), "the options to be filled")
    lab.background({"type": "delete-counts"})
    lab.click("#counting")
    until(lambda: not lab.background({"type": "get-settings"})["settings"]["counting"], "the choice to be kept")
    lab.goto(f"{lab_server.url}/demo/lab")
    press(lab)
    lab.prompt_click(CANCEL)
    wait_closed(lab)
    assert today(lab) == NOTHING


@pytest.fixture
def worn(fresh: Driver) -> Driver:
    """The options of a careful person who went on forty times in two days."""
    days = [datetime.datetime.now().astimezone().date() - datetime.timedelta(days=back) for back in (0, 1)]
    fresh.background({"type": "set-settings", "patch": {"sensitivity": "high"}})
    fresh.extension_js(
        "await api.storage.local.set({ counts: { days: args[0], settled: '' } });",
        {
            days[0].isoformat(): {"marked": 50, "asked": 10, "cancelled": 0, "continued": 10},
            days[1].isoformat(): {"marked": 100, "asked": 32, "cancelled": 1, "continued": 30},
        },
    )
    fresh.goto(fresh.ext_url("options/options.html"))
    until(lambda: fresh.js("return document.querySelector('#rules').textContent;"), "the options to be filled")
    return fresh


def hidden(browser: Driver, selector: str) -> bool:
    answer: bool = browser.js("return document.querySelector(args[0]).hidden;", selector)
    return answer


def test_the_chart_is_a_table_that_can_be_read_aloud(worn: Driver) -> None:
    table = worn.js(
        """const table = document.querySelector('#counts-chart table');
        const read = (row) => [...row.cells].map(({ textContent }) => textContent);
        return {
            caption: table.caption.textContent,
            heads: [...table.tHead.rows[0].cells].map(({ textContent, scope }) => [textContent, scope]),
            rows: [...table.tBodies[0].rows].map((row) => read(row).slice(1)),
            days: [...table.tBodies[0].rows].map((row) => row.cells[0].scope),
        };"""
    )
    assert table == {
        "caption": "Peringatan per hari, yang terbaru di atas",
        "heads": [[name, "col"] for name in ("Hari", "Ditandai", "Ditanya", "Batal", "Lanjut")],
        "rows": [["50", "10", "0", "10"], ["100", "32", "1", "30"]],
        "days": ["row", "row"],
    }


def test_in_english_too_the_day_stands_before_the_month(worn: Driver) -> None:
    worn.background({"type": "set-settings", "patch": {"language": "en"}})
    worn.goto(worn.ext_url("options/options.html"))
    first = "return document.querySelector('#counts-rows th')?.textContent ?? '';"
    assert re.fullmatch(r"\d+ [A-Z][a-z]+", until(lambda: worn.js(first), "the chart to be shown"))


def test_the_bars_are_as_long_as_their_numbers(worn: Driver) -> None:
    shares = worn.js(
        """return [...document.querySelectorAll('#counts-rows .bar')].map((bar) => {
            const { paddingLeft, paddingRight } = getComputedStyle(bar.parentElement);
            const room = bar.parentElement.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
            return Math.round(bar.getBoundingClientRect().width / room * 100);
        });"""
    )
    assert shares == pytest.approx([50, 31, 0, 31, 100, 100, 3, 94], abs=1)


def test_options_and_popup_suggest_the_calmer_choice_until_it_is_taken(worn: Driver) -> None:
    assert not hidden(worn, "#advice")
    assert "“Biasa”" in worn.js("return document.querySelector('#advice-text').textContent;")
    worn.goto(worn.ext_url("popup/popup.html"))
    until(lambda: not hidden(worn, "#advice"), "the popup to say so too")
    worn.goto(worn.ext_url("options/options.html"))
    until(lambda: not hidden(worn, "#advice"), "the advice to be shown")
    worn.click("#advice-take")
    until(lambda: hidden(worn, "#advice"), "the advice to go")
    assert worn.background({"type": "get-settings"})["settings"]["sensitivity"] == "normal"


def test_who_leaves_it_as_it_is_is_not_told_again(worn: Driver) -> None:
    worn.click("#advice-keep")
    until(lambda: hidden(worn, "#advice"), "the advice to go")
    assert worn.background({"type": "get-settings"})["advice"] is None
    assert worn.background({"type": "get-settings"})["settings"]["sensitivity"] == "high"


def test_the_counts_are_deleted_in_the_options(worn: Driver) -> None:
    worn.click("#counts-delete")
    until(lambda: hidden(worn, "#counts-chart"), "the chart to go")
    assert worn.extension_js("return Object.keys(await api.storage.local.get());") == ["settings"]
