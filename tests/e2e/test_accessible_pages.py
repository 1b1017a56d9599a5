"""Our own pages by the rules of WCAG 2.2 AA: both languages, every look, as installed and in use."""

from __future__ import annotations

import datetime

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.own_pages import NOTE
from tests.e2e.screens import LOOKS, NARROW, faults, faults_in_every_look
from tests.e2e.servers import Served
from tests.e2e.steps import see
from tests.e2e.workshop import CALL, HEADINGS, drop, fill_election, open_case, wait_for

pytestmark = pytest.mark.matrix(site="")

# One of its examples fails. Short: axe can't judge a line that the editor's edge cuts.
RULE = """id = "kopdar"
title = { id = "Kopdar", en = "Meet-up" }
status = "stable"
stance = "support"
points = 40
fields = ["text"]
phrases = ["kopdar <contestant>"]
hits = ["Kopdar Damar-Sekar", "Rapat Damar-Sekar"]
misses = ["Kopdar sepeda", "Selamat pagi"]
source = "rekaan"
date = "2026-11-22"
"""


@pytest.fixture(params=["id", "en"])
def language(fresh: Driver, request: pytest.FixtureRequest) -> str:
    """The language that the person chose."""
    chosen: str = request.param
    fresh.background({"type": "set-settings", "patch": {"language": chosen}})
    return chosen


def open_page(browser: Driver, path: str, ready: str) -> None:
    """Open a page of the extension and wait for what tells that it is filled."""
    browser.goto(browser.ext_url(path))
    until(lambda: browser.js(f"return !!({ready});"), f"{path} to be filled")


def use(browser: Driver) -> None:
    """As after a week in which nearly every question was answered Lanjutkan."""
    now = datetime.datetime.now().astimezone()
    days = [(now - datetime.timedelta(days=back)).date().isoformat() for back in range(7)]
    browser.background({"type": "set-settings", "patch": {"sitesOff": ["tiktok"], "sensitivity": "high"}})
    browser.extension_js(
        "await api.storage.local.set({ counts: { days: args[0], settled: '' }, accounts: [args[1]] });",
        {day: {"marked": 12, "asked": 8, "cancelled": 0, "continued": 8} for day in days},
        {"site": "facebook", "account": "Relawan Damar-Sekar", "until": round(now.timestamp() + 86_400) * 1000},
    )


@pytest.mark.usefixtures("language")
def test_the_welcome_page(fresh: Driver) -> None:
    open_page(fresh, "welcome/welcome.html", "document.querySelector('#sites').textContent")
    see(fresh, "#example", "campaign")
    assert faults_in_every_look(fresh) == {}


@pytest.mark.usefixtures("language")
def test_the_options_as_installed(fresh: Driver) -> None:
    open_page(fresh, "options/options.html", "document.querySelector('#rules').textContent")
    assert faults_in_every_look(fresh) == {}


@pytest.mark.usefixtures("language")
def test_the_options_in_use_with_everything_open(fresh: Driver) -> None:
    use(fresh)
    filled = "!document.querySelector('#advice').hidden && document.querySelector('#accounts li')"
    open_page(fresh, "options/options.html", filled)
    fresh.js(
        """document.querySelector('#site').value = 'forum';
        document.querySelector('#add-site button').click();
        document.querySelector('#delete').click();"""
    )
    until(lambda: fresh.js("return document.querySelector('#site-result').textContent;"), "the site to be refused")
    assert faults_in_every_look(fresh) == {}


@pytest.mark.usefixtures("language")
def test_the_rules(fresh: Driver) -> None:
    open_page(fresh, "guide/guide.html?date=2024-10-20", "document.querySelectorAll('[data-kind]').length")
    fresh.js("document.querySelectorAll('details').forEach((one) => { one.open = true; });")
    assert faults_in_every_look(fresh) == {}


@pytest.mark.usefixtures("language")
def test_the_note_on_a_wrong_mark(fresh: Driver) -> None:
    open_page(fresh, "report/report.html", "!document.querySelector('#gone').hidden")
    gone = faults_in_every_look(fresh)
    fresh.goto("about:blank")
    fresh.background({"type": "open-report", "report": NOTE})
    with fresh.in_tab("report/report.html"):
        until(lambda: fresh.js("return document.querySelector('#form')?.hidden === false;"), "the form to be filled")
        assert (gone, faults_in_every_look(fresh)) == ({}, {})


@pytest.mark.usefixtures("language")
def test_the_popup_on_a_page_with_a_campaign_and_paused(fresh: Driver, lab_server: Served) -> None:
    fresh.goto(f"{lab_server.url}/demo/lab")
    see(fresh, "#click-strong", "campaign")
    with fresh.popup():
        until(lambda: fresh.js("return document.querySelector('#facts')?.hidden === false;"), "the popup to tell")
        running = faults_in_every_look(fresh)
        fresh.click("[data-pause='15m']")
        until(lambda: not fresh.js("return document.querySelector('#paused').hidden;"), "the pause")
        assert (running, faults_in_every_look(fresh)) == ({}, {})


@pytest.mark.usefixtures("language")
def test_the_popup_on_a_page_that_is_not_guarded(fresh: Driver) -> None:
    fresh.goto("https://forum-warga.example/")
    with fresh.popup():
        until(lambda: fresh.js("return document.querySelector('#verdict').textContent;"), "the popup to be filled")
        assert faults_in_every_look(fresh) == {}


@pytest.mark.parametrize("path", ["/", "/demo"])
def test_the_servers_pages(fresh: Driver, product: Served, path: str) -> None:
    fresh.goto(product.url + path)
    if path == "/demo":
        until(lambda: fresh.js("return !!document.querySelector('jaga-jempol-mark');"), "the marks")
        fresh.js("document.querySelector('[data-act=comment]').click();")
    assert faults_in_every_look(fresh) == {}


def test_the_workshop_with_a_post_a_rule_texts_and_candidates(fresh: Driver, product: Served) -> None:
    open_case(fresh, product.url, {"context": {"text": CALL}, "rule": {"path": "signals/kopdar.toml", "text": RULE}})
    wait_for(fresh, "#rule-status", "1 dari 4")
    wait_for(fresh, "#effect", "Terindikasi memihak")
    drop(fresh, "#texts-drop", "teks.txt", "Kopdar relawan Damar-Sekar\nSelamat pagi\n")
    wait_for(fresh, "#texts-summary", "dari 2")
    drop(fresh, "#sheet-drop", "calon.csv", f"{HEADINGS}\n2;RATNANINGTYAS PRABANGSA, S.E.;WULANDARI\n")
    wait_for(fresh, "#sheet-status", "terbaca")
    fresh.js("document.querySelectorAll('details').forEach((part) => { part.open = true; });")
    found = faults_in_every_look(fresh, looks=LOOKS | NARROW)
    fill_election(fresh)
    fresh.click("#sheet-form [type=submit]")
    wait_for(fresh, "#sheet-status", "siap: 1")
    ready = faults_in_every_look(fresh, looks=LOOKS | NARROW)
    fresh.click("#language")
    wait_for(fresh, ".preview", "which many may bear")
    fresh.look(still=True)
    english = faults(fresh)
    fresh.look()
    assert (found, ready, english) == ({}, {}, [])
