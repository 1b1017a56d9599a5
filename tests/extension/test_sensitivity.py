"""Three steps, each shown with posts that the engine itself judges."""

from __future__ import annotations

from tests.e2e.drivers import Driver


def test_the_examples_show_every_level_and_what_each_step_does_with_it(browser: Driver) -> None:
    told = browser.background({"type": "get-examples"})["examples"]
    assert [
        (one["kind"], one["reactions"]["low"], one["reactions"]["normal"], one["reactions"]["high"]) for one in told
    ] == [
        ("strong", "ask", "ask", "ask"),
        ("strong", "ask", "ask", "ask"),
        ("campaign", "mark", "ask", "ask"),
        ("mention", "nothing", "mark", "ask"),
        ("none", "nothing", "nothing", "nothing"),
    ]


def test_the_levels_are_those_that_a_page_would_be_told(fresh: Driver) -> None:
    told = fresh.background({"type": "get-examples"})["examples"]
    answer = fresh.background({"type": "score", "contexts": [{"text": one["text"]} for one in told]})
    assert [verdict["level"] for verdict in answer["verdicts"]] == [one["level"] for one in told]


def test_what_a_step_shows_is_what_pages_then_do(fresh: Driver) -> None:
    told = fresh.background({"type": "get-examples"})["examples"]
    for step in ("low", "normal", "high"):
        fresh.background({"type": "set-settings", "patch": {"sensitivity": step}})
        levels = fresh.background({"type": "hello", "host": "x.com"})["settings"]["levels"]
        assert [levels[one["kind"]] for one in told] == [one["reactions"][step] for one in told]
