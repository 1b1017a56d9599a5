"""A language is added by a folder of texts: it names itself in the options, and what it lacks is Indonesian."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.drivers import Driver, Network, opened, until
from tests.e2e.fixtures import EXTENSION
from tests.e2e.servers import Served
from tests.e2e.steps import ask, see

CODE = "ban"
# Of nobody's language: what is read must come from here.
TEXTS = {
    "localeCode": CODE,
    "localeName": "Basa Karangan",
    "optionsPromise": "Nuka zelo pami.",
    "popupVerdictNone": "Toma rike vusa.",
    "promptActLike": "Miro lasi keba?",
}


@pytest.fixture(scope="module")
def browser(browser_name: str, network: Network, workspace: Path) -> Iterator[Driver]:
    """A browser whose extension has one folder more."""
    copy = Path(shutil.copytree(EXTENSION, workspace / f"extension-{CODE}", dirs_exist_ok=True))
    folder = copy / "_locales" / CODE
    folder.mkdir(exist_ok=True)
    texts = {key: {"message": text} for key, text in TEXTS.items()}
    (folder / "messages.json").write_text(json.dumps(texts), encoding="utf-8")
    with opened(browser_name, copy, network, workspace) as driver:
        yield driver


def text(browser: Driver, selector: str) -> str:
    shown: str = browser.js("return document.querySelector(args[0])?.textContent ?? '';", selector)
    return shown


def test_it_is_on_the_list_under_its_own_name_and_the_page_speaks_it_once_chosen(fresh: Driver) -> None:
    fresh.goto(fresh.ext_url("options/options.html"))
    until(lambda: text(fresh, f"#language [value={CODE}]") == TEXTS["localeName"], "the language to be offered")
    assert fresh.js("return [...document.querySelectorAll('#language option')].map(({ value }) => value);") == [
        "auto",
        "id",
        "en",
        CODE,
    ]
    fresh.js(
        """const select = document.getElementById('language');
        select.value = args[0];
        select.dispatchEvent(new Event('change'));""",
        CODE,
    )
    until(lambda: text(fresh, "[data-i18n=optionsPromise]") == TEXTS["optionsPromise"], "the page to speak it")
    assert fresh.js("return document.documentElement.lang;") == CODE
    assert text(fresh, "[data-i18n=optionsLanguage]") == "Bahasa"


def test_the_question_speaks_it_and_says_in_indonesian_what_it_lacks(fresh: Driver, lab_server: Served) -> None:
    fresh.background({"type": "set-settings", "patch": {"language": CODE}})
    fresh.goto(f"{lab_server.url}/demo/lab")
    see(fresh, "#click-campaign", "campaign")
    fresh.click("#click-campaign [data-act]")
    prompt = ask(fresh)
    assert prompt.name == TEXTS["promptActLike"]
    assert prompt.labels[-2:] == ["Batal", "Lanjutkan"]
    assert "terindikasi" in prompt.text


def test_reasons_and_law_are_told_in_indonesian(fresh: Driver) -> None:
    fresh.background({"type": "set-settings", "patch": {"language": CODE}})
    verdict = fresh.background({"type": "score", "contexts": [{"text": "Ayo coblos nomor 2!"}]})["verdicts"][0]
    assert "Ajakan mencoblos nomor" in {evidence["why"] for evidence in verdict["evidence"]}
    fresh.goto(fresh.ext_url("guide/guide.html"))
    told = until(lambda: text(fresh, "#answer"), "the law to be told")
    assert "undefined" not in told
    assert "sanksi" in told.lower()
