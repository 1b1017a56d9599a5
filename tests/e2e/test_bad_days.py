"""Bad days: rules that are gone, a full disk, damaged data, a restart while asked. The page works, a person is told."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, open_browser, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.own_pages import choose, open_options, text
from tests.e2e.servers import Served
from tests.e2e.steps import acts, ask, assert_free, assert_held, go_on, see, wait_acts

LIKE = "#click-campaign [data-act]"


@pytest.fixture(scope="module")
def folder(browser_name: str, workspace: Path) -> Path:
    """A copy of the extension, for harm to be done to it."""
    return Path(shutil.copytree(EXTENSION, workspace / f"harmed-{browser_name}" / "extension"))


@pytest.fixture(scope="module")
def browser(browser_name: str, folder: Path, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser of its own, as little of it is left whole."""
    driver = open_browser(browser_name, folder, network, workspace)
    yield driver
    driver.close()


@pytest.fixture
def rules(folder: Path) -> Iterator[Path]:
    """The file of the rules, which is whole again afterwards."""
    file = folder / "rules" / "bundle.json"
    whole = file.read_bytes()
    yield file
    file.write_bytes(whole)


def badges(browser: Driver) -> list[str]:
    """What the toolbar button shows on each tab."""
    shown: list[str] = browser.extension_js(
        "return Promise.all((await api.tabs.query({})).map(({ id }) => api.action.getBadgeText({ tabId: id })));"
    )
    return shown


@pytest.mark.parametrize("harm", ["missing", "cut off"])
def test_without_rules_the_page_works_nothing_is_asked_and_the_popup_says_why(
    fresh: Driver, lab_server: Served, rules: Path, harm: str
) -> None:
    whole = rules.read_bytes()
    if harm == "missing":
        rules.unlink()
    else:
        rules.write_bytes(whole[: len(whole) // 2])
    fresh.stop_background()
    fresh.goto(f"{lab_server.url}/demo/lab")
    fresh.click(LIKE)
    assert_free(fresh, {"click-campaign": 1})
    until(lambda: "!" in badges(fresh), "the toolbar button to say so")
    with fresh.popup():
        until(lambda: "Berkas aturan hilang atau rusak" in text(fresh, "verdict"), "the popup to say so")
        assert (text(fresh, "facts"), text(fresh, "trouble")) == ("", "")
        fresh.click("[data-pause='15m']")
        until(lambda: "Dijeda" in text(fresh, "paused"), "the pause to hold")
        fresh.click("#resume")
        until(lambda: text(fresh, "pause"), "the pause to end")
    open_options(fresh)
    assert "Berkas aturan hilang atau rusak" in text(fresh, "rules")
    assert (text(fresh, "examples"), text(fresh, "trouble")) == ("", "")
    fresh.goto(fresh.ext_url("guide/guide.html"))
    until(lambda: "Berkas aturan hilang atau rusak" in text(fresh, "trouble"), "the page of the law to say so")
    fresh.goto(fresh.ext_url("welcome/welcome.html"))
    until(lambda: "Berkas aturan hilang atau rusak" in text(fresh, "trouble"), "the page that welcomes to say so")
    rules.write_bytes(whole)
    fresh.goto(f"{lab_server.url}/demo/lab")
    see(fresh, "#click-campaign", "campaign")
    fresh.click(LIKE)
    ask(fresh)


def test_without_rules_the_page_of_the_law_says_so_in_the_persons_language_and_shows_no_empty_form(
    fresh: Driver, rules: Path
) -> None:
    rules.unlink()
    fresh.stop_background()
    for language, title, said in (
        ("en", "Neutrality rules", "The rules file is missing or damaged"),
        ("id", "Aturan netralitas", "Berkas aturan hilang atau rusak"),
    ):
        fresh.background({"type": "set-settings", "patch": {"language": language}})
        fresh.goto(fresh.ext_url("guide/guide.html"))
        until(lambda said=said: text(fresh, "trouble").startswith(said), "the page to say so")  # type: ignore[misc]
        assert fresh.js("return document.querySelector('main').innerText.split('\\n')[0];") == title
        assert (
            fresh.js("return [...document.querySelectorAll('select, main button')].some((it) => it.checkVisibility());")
            is False
        )


def test_a_page_that_was_not_told_of_the_end_of_a_pause_asks_again(lab: Driver, rules: Path) -> None:
    whole = rules.read_bytes()
    see(lab, "#click-campaign", "campaign")
    lab.background({"type": "pause", "for": "15m"})
    lab.click(LIKE)
    wait_acts(lab, {"click-campaign": 1})
    lab.stop_background()
    rules.unlink()
    lab.background({"type": "resume"})
    time.sleep(1)  # The page asks in vain meanwhile.
    rules.write_bytes(whole)
    see(lab, "#inline-campaign", "campaign")
    lab.click("#inline-campaign [data-act]")
    assert_held(lab, {"click-campaign": 1})


def test_lost_data_is_said_on_both_pages_until_it_was_read(fresh: Driver) -> None:
    fresh.extension_js("await api.storage.local.set({ settings: { language: 'id', region: 7, sitesOff: ['x', 5] } });")
    said = "Sebagian data yang tersimpan rusak dan dibuang: daerah, situs yang tidak dijaga."
    fresh.goto(fresh.ext_url("popup/popup.html"))
    until(lambda: said in text(fresh, "notices"), "the popup to say so")
    open_options(fresh)
    assert said in text(fresh, "notices")
    assert "X" in text(fresh, "sites")
    fresh.click("#notices button")
    until(lambda: text(fresh, "notices") == "", "the notice to go")
    fresh.goto(fresh.ext_url("popup/popup.html"))
    until(lambda: text(fresh, "verdict"), "the popup to be filled")
    assert text(fresh, "notices") == ""


def test_settings_of_a_newer_version_are_said_and_a_change_of_the_unknown_is_refused_in_words(fresh: Driver) -> None:
    fresh.extension_js(
        "await api.storage.local.set({ settings: { version: 2, language: 'id', sensitivity: 'lembut' } });"
    )
    open_options(fresh)
    assert "versi lebih baru" in text(fresh, "notices")
    fresh.click("#sensitivity [value=high]")
    until(lambda: "dibiarkan utuh" in text(fresh, "trouble"), "the refusal to be told")


def test_a_browser_restarted_while_it_asked_did_nothing_and_asks_again(lab: Driver, lab_server: Served) -> None:
    see(lab, "#click-campaign", "campaign")
    lab.click(LIKE)
    ask(lab)
    lab.restart()
    assert lab.extension_js("return [await api.storage.local.get('accounts'), await api.storage.session.get()];") == [
        {},
        {},
    ]
    lab.goto(f"{lab_server.url}/demo/lab")
    assert acts(lab) == {}
    see(lab, "#click-campaign", "campaign")
    lab.click(LIKE)
    assert_held(lab, {})
    go_on(lab, {"click-campaign": 1})


def test_a_pause_ends_in_a_browser_that_forgot_its_alarms(lab: Driver) -> None:
    """Firefox forgets them whenever it closes, but may keep those of an extension on trial."""
    lab.background({"type": "pause", "for": "15m"})
    ends = lab.background({"type": "get-settings"})["settings"]["pausedUntil"]
    lab.extension_js("await api.alarms.clear('pause-ends');")
    lab.restart()
    when = "return (await api.alarms.get('pause-ends'))?.scheduledTime;"
    assert until(lambda: lab.extension_js(when), "the end of the pause to be awaited") == ends


def test_a_server_that_could_not_be_switched_on_is_not_passed_over_in_silence(lab: Driver, product: Served) -> None:
    open_options(lab)
    lab.focus("#server-url")
    lab.type(product.url)
    lab.click("#server-on")
    until(lambda: lab.js("return !document.getElementById('consent').hidden;"), "the consent to be asked")
    lab.js("Object.defineProperty((globalThis.browser ?? chrome).permissions, 'request', { value: async () => true });")
    lab.click("#consent-yes")
    until(lambda: text(lab, "trouble"), "the page to say that it is still off")
    lab.settle()
    assert lab.js("return !document.getElementById('trouble').hidden;")
    assert lab.background({"type": "get-settings"})["settings"]["serverMode"]["on"] is False


def test_a_question_of_a_frame_that_a_restart_brings_back_closes_itself(fresh: Driver) -> None:
    before = fresh.windows()
    fresh.extension_js("await api.tabs.create({ url: api.runtime.getURL('prompt/prompt.html#99999.0.gone') });")
    until(lambda: fresh.windows() == before, "the window to go")


def test_without_room_on_the_disk_the_page_asks_and_acts_and_what_was_not_saved_is_said(lab: Driver) -> None:
    """The last one here: nothing is stored in this browser any more."""
    lab.deny_storage()
    lab.stop_background()
    see(lab, "#click-campaign", "campaign")
    lab.click(LIKE)
    ask(lab)
    go_on(lab, {"click-campaign": 1})
    open_options(lab)
    choose(lab, "employment", "pppk")
    until(lambda: "perubahan ini belum tersimpan" in text(lab, "trouble"), "the page to say so")
    assert lab.background({"type": "get-settings"})["settings"]["employment"] == ""
