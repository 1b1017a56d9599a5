"""A mark stands by the words that it was given for, and goes with them."""

from __future__ import annotations

import pytest

from tests.e2e.drivers import Driver, until
from tests.e2e.steps import assert_free, mark_level, see

POST = "#click-campaign"
TAKEN = {"element": "remove();", "words": "firstChild.remove();"}


@pytest.mark.parametrize("taken", TAKEN.values(), ids=TAKEN)
def test_a_post_that_only_lost_its_words_loses_its_mark(lab: Driver, taken: str) -> None:
    see(lab, POST, "campaign")
    lab.js(f"document.querySelector(`${{args[0]}} [data-part=text]`).{taken}", POST)
    until(lambda: mark_level(lab, POST) is None, "the mark to go with the words")
    lab.click(f"{POST} [data-act]")
    assert_free(lab, {"click-campaign": 1})


def test_a_post_that_lost_a_part_of_its_words_keeps_its_mark(lab: Driver) -> None:
    see(lab, POST, "campaign")
    lab.js(
        """const text = document.querySelector(`${args[0]} [data-part=text]`);
        text.append('. Terima kasih.');
        setTimeout(() => text.lastChild.remove(), 100);
        setTimeout(() => { document.title = 'sudah'; }, 600);""",
        POST,
    )
    until(lambda: lab.js("return document.title;") == "sudah", "the words to come and go")
    see(lab, POST, "campaign")
