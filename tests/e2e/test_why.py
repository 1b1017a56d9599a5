"""What "Kenapa?" opens: the words in question, the law with its sources, and the way to the page of rules."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from server.rules import guidance
from tests.e2e.drivers import GUIDE, PROCEED, WHY, Driver, Prompt, until
from tests.e2e.steps import ask, assert_still, go_on, leaks, see, wait_closed, write_anyway

SUPPORT = "Ayo coblos nomor 2, menangkan Damar-Sekar!"
LAW: dict[str, Any] = json.loads((Path(__file__).parents[2] / "shared_rules/bundle.json").read_text(encoding="utf-8"))[
    "law"
]


# Those whom the joint decree does not bind, and what is said of their own rules.
OWN_RULES = {
    "perangkat-desa": {"village-campaign", "village-buttons"},
    "tni": {"soldiers"},
    "polri": {"police", "police-online"},
}


def press(lab: Driver, **settings: str) -> Prompt:
    """Press a control under a campaign post, as a person with these settings."""
    assert lab.background({"type": "set-settings", "patch": settings})["ok"]
    see(lab, "#click-strong", "campaign")
    lab.click("#click-strong [data-act]")
    return ask(lab)


def open_why(lab: Driver, label: str = WHY, source: str = "Sumber: ") -> Prompt:
    """Press "Kenapa?" and wait for the law, which comes from the background."""
    lab.prompt_click(label)
    until(lambda: source in lab.wait_prompt().text, "the law to come")
    return lab.wait_prompt()


def told_of_a_like(employment: str, language: str = "id") -> list[dict[str, Any]]:
    """The rules that the dialog tells of a like today: what is forbidden or unclear, all sanctions, whom to ask."""
    return told_of("like", employment, language)


def told_of(act: str, employment: str, language: str = "id") -> list[dict[str, Any]]:
    """The rules that the dialog tells of an act today."""
    today = datetime.datetime.now().astimezone().date().isoformat()
    told = guidance(LAW, today, employment, act, language=language)
    assert told is not None
    return [*(told["forbidden"] or told["unclear"])[:1], *told["sanctions"], *told["ask"][:1]]


def test_it_opens_by_key_and_marks_the_words_in_question(lab: Driver) -> None:
    assert press(lab, employment="pns").marked == []
    lab.settle()
    lab.press("Shift+Tab")
    assert lab.wait_prompt().focused == WHY
    lab.press("Enter")
    until(lambda: lab.wait_prompt().marked, "the words to be marked")
    assert lab.wait_prompt().marked == ["Ayo coblos nomor 2! Menangkan pasangan Damar-Sekar"]
    assert_still(lab, {})
    assert leaks(lab) == []


def test_of_a_long_text_it_quotes_what_stands_around_the_words(lab: Driver) -> None:
    around = "\N{SUNFLOWER} Selamat pagi, kerja bakti dimulai pukul tujuh di balai warga. " * 3
    text = f"{around}Coblos nomor 2 ya. {around}"
    lab.js("document.querySelector('#click-strong [data-part=text]').textContent = args[0];", text)
    press(lab)
    lab.prompt_click(WHY)
    shown = lab.wait_prompt()
    assert shown.marked == ["Coblos nomor 2"]
    assert "… pukul tujuh di balai warga. Coblos nomor 2 ya. " in shown.text.replace("\n", " ")
    assert around not in shown.text


@pytest.mark.parametrize("employment", dict(LAW["employments"]))
def test_it_tells_the_law_for_the_employment_with_source_and_day(lab: Driver, employment: str) -> None:
    press(lab, employment=employment)
    shown = open_why(lab).text
    expected = told_of_a_like(employment)
    assert len(expected) > 1
    assert [rule["id"] for rule in expected if rule["text"] not in shown or rule["source"] not in shown] == []
    assert len(re.findall(r", dilihat \d+ \w+ \d{4}", shown)) == len(expected)
    assert dict(LAW["employments"])[employment]["id"] in shown
    assert ("Sanksinya belum kami temukan" in shown) == (employment in OWN_RULES)


@pytest.mark.parametrize("act", ["like", "follow", "share"])
@pytest.mark.parametrize("employment", ["perangkat-desa", "tni", "polri"])
def test_whoever_is_bound_by_rules_of_their_own_reads_of_those_first(act: str, employment: str) -> None:
    assert told_of(act, employment)[0]["id"] in OWN_RULES[employment]


def test_without_an_employment_it_gives_an_example_and_says_so(lab: Driver) -> None:
    press(lab, employment="")
    assert "Contoh: PNS dan CPNS" in open_why(lab).text


def test_in_english_it_is_english(lab: Driver) -> None:
    assert lab.background({"type": "set-settings", "patch": {"language": "en", "employment": "pns"}})["ok"]
    see(lab, "#click-strong", "campaign")
    lab.click("#click-strong [data-act]")
    ask(lab)
    shown = open_why(lab, "Why?", "Source: ").text
    assert [rule["id"] for rule in told_of_a_like("pns", "en") if rule["text"] not in shown] == []
    assert "Possible sanction: " in shown


def own_pages(lab: Driver) -> list[str]:
    """The addresses of the extension's open tabs."""
    pages: list[str] = lab.extension_js(
        "return api.extension.getViews({ type: 'tab' }).map(({ location }) => location.href);"
    )
    return pages


def test_the_way_to_the_rules_opens_them_for_this_act_and_does_nothing(lab: Driver) -> None:
    [front] = lab.extension_js("return await api.tabs.query({ active: true, currentWindow: true });")
    press(lab, employment="pns")
    open_why(lab)
    lab.settle()
    lab.press("Tab")
    assert lab.wait_prompt().focused == GUIDE
    lab.press("Enter")
    wait_closed(lab)
    until(lambda: lab.ext_url("guide/guide.html?act=like") in own_pages(lab), "the page of rules to open")
    assert_still(lab, {})
    lab.extension_js(
        """for (const view of api.extension.getViews({ type: 'tab' })) {
            if (!view.location.pathname.startsWith('/guide/')) continue;
            const tab = await (view.browser ?? view.chrome).tabs.getCurrent();
            await api.tabs.remove(tab.id);
        }
        await api.tabs.update(args[0], { active: true });""",
        front["id"],
    )


def test_a_draft_is_shown_with_its_words_marked_before_anything_is_opened(lab: Driver) -> None:
    lab.focus("#textarea-neutral textarea")
    lab.type(SUPPORT)
    lab.press("Enter")
    prompt = ask(lab)
    assert prompt.marked == [SUPPORT.rstrip("!")]
    assert "Tulisan Anda terindikasi mendukung" in prompt.text
    assert_still(lab, {})


@pytest.mark.parametrize("words", ["Terima kasih infonya", "Semangat, Damar-Sekar!"])
def test_of_a_comment_on_a_campaign_post_the_content_is_told_and_not_the_thanks(lab: Driver, words: str) -> None:
    see(lab, "#textarea-campaign", "campaign")
    write_anyway(lab, "#textarea-campaign textarea", words)
    lab.press("Enter")
    assert "Isinya terindikasi mendukung" in ask(lab).text


def test_on_strong_evidence_lanjutkan_waits_a_second(lab: Driver) -> None:
    press(lab)
    button = ask(lab).button(PROCEED)
    assert not button.armed
    lab.settle()
    lab.click((button.x, button.y))
    assert ask(lab).text
    assert_still(lab, {})
    go_on(lab, {"click-strong": 1})


def test_on_weaker_evidence_lanjutkan_answers_at_once(lab: Driver) -> None:
    lab.js("document.querySelector('#click-strong [data-part=text]').textContent = 'Coblos nomor 2 ya.';")
    assert press(lab).button(PROCEED).armed
