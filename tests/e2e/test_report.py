"""The note "Salah tandai" about a wrong mark: made on the device, in the hands of the person alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.drivers import WHY, WRONG, Driver, until
from tests.e2e.steps import ask, assert_still, see, wait_closed

PAGE = "report/report.html"
POST = "Ayo coblos nomor 2! Menangkan pasangan Damar-Sekar, ajak keluarga ke TPS."


def press_wrong(lab: Driver) -> None:
    """Press a control under a campaign post, open "Kenapa?" and press "Salah tandai"."""
    see(lab, "#click-strong", "campaign")
    lab.click("#click-strong [data-act]")
    ask(lab)
    lab.prompt_click(WHY)
    until(lambda: "Sumber: " in lab.wait_prompt().text, "the law to come")
    lab.settle()
    lab.press("Tab", "Tab")
    until(lambda: lab.wait_prompt().focused == WRONG, "the way to the note to have the focus")
    lab.press("Enter")


@pytest.fixture
def form(lab: Driver) -> Iterator[Driver]:
    """The form, opened from the dialog; the browser works in its tab."""
    press_wrong(lab)
    with lab.in_tab(PAGE):
        until(lambda: not lab.js("return document.querySelector('#form').hidden;"), "the form to be filled")
        yield lab


def whole(browser: Driver) -> dict[str, Any]:
    """The note as the form shows it."""
    shown: dict[str, Any] = json.loads(browser.js("return document.querySelector('#whole').textContent;"))
    return shown


def test_it_opens_from_kenapa_and_does_nothing_to_the_post(lab: Driver) -> None:
    press_wrong(lab)
    wait_closed(lab)
    with lab.in_tab(PAGE):
        until(lambda: lab.js("return document.title;") == "Salah tandai · Jaga Jempol", "the form to open")
    assert_still(lab, {})


def test_the_note_names_rules_site_act_and_level_and_nobody(form: Driver) -> None:
    note = whole(form)
    assert list(note) == ["site", "act", "level", "rules", "evidence", "snippet", "note"]
    assert (note["site"], note["act"], note["level"]) == ("demo", "like", "campaign")
    assert note["rules"] == form.background({"type": "get-settings"})["bundle"]
    points = {entry["rule"]: entry["points"] for entry in note["evidence"]}
    assert points["call-to-vote"] > 0
    assert note["snippet"] == POST
    assert "click-strong" not in json.dumps(note)


def test_an_emptied_snippet_leaves_no_word_of_the_post(form: Driver) -> None:
    form.click("#empty")
    note = whole(form)
    assert note["snippet"] == ""
    left = json.dumps(note).lower()
    assert [word for word in ("ayo", "coblos", "menangkan", "pasangan", "damar", "sekar") if word in left] == []


def test_what_the_person_changes_is_what_is_copied(form: Driver) -> None:
    form.click("#empty")
    form.type("Ini lomba burung")
    form.focus("#note")
    form.type("Bukan pemilu")
    assert (whole(form)["snippet"], whole(form)["note"]) == ("Ini lomba burung", "Bukan pemilu")
    copied = whole(form)
    form.click("#copy")
    until(lambda: form.js("return document.querySelector('#done').textContent;") == "Sudah disalin.", "the copy")
    form.click("#empty")
    form.press("Control+v")
    pasted = form.js("return document.querySelector('#snippet').innerText;")
    assert json.loads(pasted) == copied


def test_it_is_saved_as_a_file(form: Driver) -> None:
    name, text = form.download("#save")
    assert name == "salah-tandai.json"
    assert json.loads(text) == whole(form)


def test_nothing_of_it_is_stored_and_a_reload_has_lost_it(form: Driver) -> None:
    form.focus("#note")
    form.type("kenari7f3a51burung")
    stored = form.extension_js(
        "return JSON.stringify([await api.storage.local.get(), await api.storage.session.get()]);"
    )
    assert POST not in stored
    assert "kenari" not in stored
    form.goto(form.ext_url(PAGE))
    until(lambda: not form.js("return document.querySelector('#gone').hidden;"), "the form to say that it is gone")
    assert form.js("return document.querySelector('#whole').textContent;") == ""


def test_every_field_has_a_name_for_those_who_listen_to_the_screen(form: Driver) -> None:
    names = form.js(
        """return [...document.querySelectorAll('[role=textbox], pre, button')].map((one) => (
            document.getElementById(one.getAttribute('aria-labelledby') ?? '') ?? one).textContent);"""
    )
    assert names == [
        "Potongan unggahan", "Kosongkan", "Mengapa ini keliru? (boleh kosong)", "Seluruh isi catatan", "Salin",
        "Simpan sebagai berkas",
    ]  # fmt: skip


@pytest.mark.matrix(site="")
def test_a_note_about_the_welcome_page_holds_no_id_of_the_installation(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("welcome/welcome.html"))
    see(fresh, "#example", "campaign")
    fresh.click("#like")
    fresh.wait_prompt()
    fresh.prompt_click(WHY)
    until(lambda: "Sumber: " in fresh.wait_prompt().text, "the law to come")
    fresh.settle()
    fresh.press("Tab", "Tab", "Enter")
    with fresh.in_tab(PAGE):
        until(lambda: not fresh.js("return document.querySelector('#form').hidden;"), "the form to be filled")
        note = whole(fresh)
        assert note["site"] == "jaga-jempol"
        assert fresh.js("return location.hostname;") not in json.dumps(note)
    assert fresh.background({"type": "get-counts"})["days"] == []


def test_a_person_who_reads_english_gets_all_of_it_in_english(lab: Driver) -> None:
    assert lab.background({"type": "set-settings", "patch": {"language": "en"}})["ok"]
    lab.goto(lab.ext_url(PAGE))
    until(lambda: lab.js("return document.documentElement.lang;") == "en", "the page to speak English")
    assert lab.js("return document.querySelector('#gone').textContent;").startswith("There is no note here.")


@pytest.mark.parametrize(
    "change",
    [{"account": "@warga"}, {"snippet": 7}, {"level": "none"}, {"evidence": [{"rule": "", "points": 1}]}],
    ids=["a stranger's field", "no text", "nothing marked", "no rule"],
)
def test_a_note_of_another_shape_is_refused(browser: Driver, change: dict[str, Any]) -> None:
    note = {"site": "x", "act": "like", "level": "campaign", "evidence": [], "snippet": ""}
    rules = {"version": 1, "digest": "sha256:" + "0" * 64}
    answer = browser.background({"type": "open-report", "report": {**note, "rules": rules, **change}})
    assert answer["ok"] is False
