"""What a person sees and decides on the options page and in the popup, and when it takes hold."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.own_pages import open_options, text
from tests.e2e.pages.posts import SUPPORT
from tests.e2e.servers import Served
from tests.e2e.steps import (
    ask,
    assert_free,
    assert_held,
    go_on,
    see,
    trust_account,
    wait_closed,
)

# Has no state: a second press is no taking back.
INLINE = "#inline-campaign [data-act]"
WEAK = "Coblos nomor 2 ya."
NAMED = "Ada unggahan yang menyebut peserta pemilu atau partai, tanpa berpihak."
NAMING = "Damar-Sekar hadir di peresmian pasar"


@pytest.fixture
def options(fresh: Driver) -> Driver:
    open_options(fresh)
    return fresh


def column(options: Driver, step: str) -> list[str]:
    """What the table of examples says in the column of a step."""
    cells: list[str] = options.js(
        "return [...document.querySelectorAll(`#examples td[data-step=${args[0]}]`)].map((cell) => cell.innerText);",
        step,
    )
    return cells


def test_each_step_of_sensitivity_is_shown_with_what_it_does(options: Driver) -> None:
    assert column(options, "low") == ["ditanya", "ditanya", "ditandai", "diam", "diam"]
    assert column(options, "normal") == ["ditanya", "ditanya", "ditanya", "ditandai", "diam"]
    assert column(options, "high") == ["ditanya", "ditanya", "ditanya", "ditanya", "diam"]
    posts = options.js("return [...document.querySelectorAll('#examples tbody th')].map((cell) => cell.innerText);")
    assert sum("Damar-Sekar" in post for post in posts) == 3


def test_at_the_calm_step_weaker_signs_are_only_marked_but_ones_own_words_asked_about(
    options: Driver, lab_server: Served
) -> None:
    options.click("#sensitivity [value=low]")
    until(lambda: options.js("return document.getElementById('examples').dataset.chosen;") == "low", "the choice")
    options.goto(f"{lab_server.url}/demo/lab")
    see(options, "#inline-campaign", "campaign")
    options.click(INLINE)
    assert_free(options, {"inline-campaign": 1})
    options.focus("#textarea-neutral textarea")
    options.type(SUPPORT)
    options.press("Enter")
    ask(options)
    options.press("Escape")
    wait_closed(options)
    see(options, "#click-strong", "campaign")
    options.click("#click-strong [data-act]")
    ask(options)


def alone(browser: Driver, server: Served, words: str, level: str) -> None:
    """Open the laboratory with one post on it, which has these words."""
    browser.goto(f"{server.url}/demo/lab")
    browser.js(
        """for (const post of document.querySelectorAll('article.post:not(#inline-campaign)')) post.remove();
        document.querySelector('#inline-campaign [data-part=text]').textContent = args[0];""",
        words,
    )
    see(browser, "#inline-campaign", level)


def said_in_the_popup(browser: Driver) -> str:
    """The sentence about the page, in a popup that is opened now."""
    with browser.popup():
        return until(lambda: text(browser, "verdict"), "the popup to be filled")


@pytest.mark.parametrize(
    ("step", "words", "level", "said"),
    [
        ("low", WEAK, "campaign", "Ada unggahan yang terindikasi kampanye. Sesuai pilihan Anda, itu tidak ditanyakan."),
        ("normal", WEAK, "campaign", "Ada unggahan yang terindikasi kampanye. Anda akan ditanya sebelum bertindak."),
        ("normal", NAMING, "mention", NAMED),
        ("high", NAMING, "mention", f"{NAMED} Anda akan ditanya sebelum bertindak."),
    ],
)
def test_the_popup_promises_a_question_where_one_would_be_asked(
    fresh: Driver, lab_server: Served, step: str, words: str, level: str, said: str
) -> None:
    fresh.background({"type": "set-settings", "patch": {"sensitivity": step}})
    alone(fresh, lab_server, words, level)
    assert said_in_the_popup(fresh) == said


def test_after_lanjutkan_the_popup_promises_no_question(fresh: Driver, lab_server: Served) -> None:
    alone(fresh, lab_server, WEAK, "campaign")
    fresh.click(INLINE)
    go_on(fresh, {"inline-campaign": 1})
    assert said_in_the_popup(fresh).endswith("Sesuai pilihan Anda, itu tidak ditanyakan.")


def test_the_calm_step_is_told_as_it_is_also_where_it_is_advised(options: Driver) -> None:
    assert column(options, "low")[2:4] == ["ditandai", "diam"]
    told = options.js("return document.querySelector('[data-i18n=optionsSensitivityWhat_low]').innerText;")
    assert "tanda kecil bila petunjuknya lemah" in told
    assert "sekadar menyebut peserta dibiarkan" in told
    advice = options.ajs(
        """const api = globalThis.browser ?? chrome;
        const { loadCatalog } = await import(api.runtime.getURL('lib/i18n.js'));
        return (await loadCatalog('id')).optionsAdvice_low;"""
    )
    assert "bertanya hanya bila petunjuknya kuat atau Anda sendiri yang menulis" in advice
    assert "tanpa tanda pada unggahan yang sekadar menyebut peserta" in advice


def test_the_chosen_step_is_the_one_that_stands_out(options: Driver) -> None:
    options.click("#sensitivity [value=high]")
    until(lambda: options.js("return document.getElementById('examples').dataset.chosen;") == "high", "the choice")
    tinted = options.js(
        """const plain = getComputedStyle(document.querySelector('#examples tbody th')).backgroundColor;
        return [...document.querySelectorAll('#examples thead [data-step]')]
            .filter((cell) => getComputedStyle(cell).backgroundColor !== plain).map((cell) => cell.dataset.step);"""
    )
    assert tinted == ["high"]


def test_popup_and_options_say_how_old_the_rules_are(options: Driver) -> None:
    date = options.background({"type": "get-settings"})["rulesDate"]
    year = date[:4]
    assert "Aturan versi" in text(options, "rules")
    assert f"{year}, " in text(options, "rules")
    with options.popup():
        until(lambda: f"{year}, " in text(options, "rules"), "the popup to say so")


def test_sites_are_called_by_their_names_where_they_are_off_and_remembered(fresh: Driver) -> None:
    fresh.background({"type": "set-settings", "patch": {"sitesOff": ["tiktok", "forum-warga.example"]}})
    trust_account(fresh, "facebook", "Relawan Damar-Sekar")
    open_options(fresh)
    assert text(fresh, "sites").split("\n")[::2] == ["TikTok", "forum-warga.example"]
    assert text(fresh, "accounts").startswith("Relawan Damar-Sekar (Facebook), sampai ")


def test_a_paused_site_is_called_by_its_name_in_the_popup(lab: Driver) -> None:
    see(lab, "#click-strong", "campaign")
    with lab.popup():
        until(lambda: text(lab, "rules"), "the popup to be filled")
        lab.click("[data-pause=site]")
        until(lambda: text(lab, "paused-text") == "Tidak menjaga di Linimasa demo.", "the pause to be said")


def test_a_forgotten_account_is_asked_about_again_on_pages_that_are_open(lab: Driver, lab_server: Served) -> None:
    trust_account(lab, "demo", "inline-campaign")
    lab.goto(f"{lab_server.url}/demo/lab")
    see(lab, "#inline-campaign", "campaign")
    lab.click(INLINE)
    assert_free(lab, {"inline-campaign": 1})
    with lab.popup():
        lab.goto(lab.ext_url("options/options.html"))
        until(lambda: "inline-campaign" in text(lab, "accounts"), "the account to be listed")
        lab.click("#accounts button")
        until(lambda: text(lab, "accounts-none"), "the account to be forgotten")
    see(lab, "#inline-campaign", "campaign")
    lab.click(INLINE)
    assert_held(lab, {"inline-campaign": 1})


@pytest.mark.parametrize(
    ("code", "said"),
    [("clock", "tampaknya keliru"), ("old", "lebih dari setahun yang lalu"), ("unreadable", "setelan awal")],
)
def test_each_bad_day_is_said_in_plain_words(options: Driver, code: str, said: str) -> None:
    options.ajs(
        """const api = globalThis.browser ?? chrome;
        const { showNotices } = await import(api.runtime.getURL('lib/notices.js'));
        const { loadCatalog } = await import(api.runtime.getURL('lib/i18n.js'));
        const page = { catalog: await loadCatalog('id'), language: 'id', rulesDate: '2026-11-22' };
        showNotices({ ...page, notices: [{ code: args[0], parts: [] }] }, async () => {});""",
        code,
    )
    assert said in text(options, "notices")
    assert "$" not in text(options, "notices")
