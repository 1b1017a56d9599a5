"""docs/sites.md says what the tests do: it is read off them, without a browser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tools.rehearsal import Note
from tools.site_matrix import questions, read_sites
from tools.site_page import Site, draw, uncertainties


def test_the_page_is_up_to_date(repository: Path) -> None:
    check = subprocess.run(
        [sys.executable, "-m", "tools.site_matrix", "--check"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (check.returncode, check.stderr) == (0, "")


def test_every_adapter_has_its_table_and_no_question_is_without_a_place(repository: Path) -> None:
    page = (repository / "docs" / "sites.md").read_text(encoding="utf-8")
    adapters = (repository / "shared_rules" / "sites").glob("*.toml")
    titles = [re.search(r'^title = "(.+)"$', one.read_text(encoding="utf-8"), re.MULTILINE) for one in adapters]
    assert [title[1] for title in titles if title and f"\n## {title[1]}\n" not in page] == []
    assert "## Not placed" not in page


def test_no_rule_knows_an_act_that_its_site_is_not_said_to_offer() -> None:
    assert {site.id: site.acts - site.offered for site in read_sites().values() if site.acts - site.offered} == {}


def test_what_a_site_offers_and_no_rule_knows_is_crossed() -> None:
    adapter = {
        "id": "sana",
        "title": "Sana",
        "hosts": ["sana.example"],
        "source": "a page",
        "date": "2026-11-22",
        "controls": [{"act": "like"}],
    }
    page = draw({"sana": Site.of(adapter, "", ["like", "vote_poll"])}, Counter(), [])
    assert "| vote_poll | ✗ | ✗ | ✗ | – | – |" in page
    assert "| Sana |  | – | – | – | – | – | – | – | – | – | – | – | ✗ |" in page


@pytest.mark.parametrize(
    ("hand", "way"),
    [
        (Note("click", ("#a .like",)), "mouse"),
        (Note("tap", ("#a .like",)), "finger"),
        (Note("hold", ("#a .like",)), "finger"),
        (Note("dblclick", ("#a .photo",)), "double press"),
        (Note("press", ("Enter",)), "keyboard"),
        (Note("press", ("Control+Enter",)), "keyboard"),
        (Note("press", ("l",)), "shortcut"),
    ],
)
def test_a_question_belongs_to_the_last_input_before_it(hand: Note, way: str) -> None:
    notes = [Note("goto", ("https://x.com/home",)), Note("click", ("#menu",)), hand, Note("ask", ())]
    found = [(question.host, question.input) for question in questions(notes)]
    assert found == [("x.com", way)]


def test_in_a_frame_the_site_is_the_frames() -> None:
    notes = [
        Note("goto", ("https://kabar.example/?frame=disqus&of=neutral",)),
        Note("click", (".send",)),
        Note("ask", ()),
    ]
    assert [question.host for question in questions(notes)] == ["disqus"]


def test_pressing_in_our_dialog_is_no_second_question() -> None:
    notes = [Note("click", ("#a .like",)), Note("ask", ()), Note("prompt_click", ("Lanjutkan",)), Note("ask", ())]
    assert len(list(questions(notes))) == 1


def test_what_the_page_did_after_the_answer_is_known() -> None:
    notes = [
        Note("click", (".menu",)),
        Note("ask", ()),
        Note("prompt_click", ("Lanjutkan",)),
        Note("wait_acts", ("boost-1",)),
    ]
    assert [question.results for question in questions(notes)] == [("boost-1",)]


def test_uncertainties_are_the_sentences_that_speak_of_what_was_not_seen() -> None:
    rules = """# A site. Its names have held for years.
id = "site"

# Polls have a footer. Expected, not seen.
[[controls]]
act = "vote_poll"

# Copying the address is nobody's business.
[[controls]]
act = "share"
"""
    assert uncertainties(rules) == "(vote_poll) Polls have a footer. Expected, not seen."


def test_an_act_that_a_site_knows_by_a_letter_only_is_no_hole_for_a_hand() -> None:
    adapter = {"id": "site", "title": "Site", "hosts": [], "source": "a page", "date": "2026-11-22"}
    site = Site.of(adapter | {"shortcuts": [{"key": "r", "act": "reply"}]}, "")
    assert "| reply | – | – | – |  | – |" in draw({"site": site}, Counter(), [])
