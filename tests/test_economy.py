"""What is left out by default is run by the other browser."""

from __future__ import annotations

from tests.economy import left_to_the_other

BROWSERS = ("chromium", "firefox")
HANDS = [f"tests/e2e/test_a.py::test_like[{browser}-{hand}]" for browser in BROWSERS for hand in "abc"]
ALONE = [f"tests/e2e/test_a.py::test_page[{browser}]" for browser in BROWSERS]


def test_each_variant_runs_in_one_browser_and_the_test_in_both() -> None:
    kept = [nodeid for nodeid in HANDS if nodeid not in left_to_the_other(HANDS)]
    assert [nodeid.partition("[")[2] for nodeid in kept] == [
        "chromium-a]",
        "chromium-c]",
        "firefox-b]",
    ]


def test_a_test_without_variants_runs_in_both() -> None:
    assert left_to_the_other(ALONE) == []


def test_the_tests_of_one_site_s_pages_take_turns_though_none_has_variants() -> None:
    tests = [f"tests/e2e/test_tiktok_hands.py::test_{name}[{browser}]" for name in "ab" for browser in BROWSERS]
    assert left_to_the_other(tests) == [tests[1], tests[2]]


def test_what_one_browser_alone_can_do_stays() -> None:
    only = ["tests/e2e/test_a.py::test_like[firefox-a]", "tests/e2e/test_a.py::test_like[firefox-b]"]
    assert left_to_the_other(only) == []


def test_a_test_without_a_browser_stays() -> None:
    assert (
        left_to_the_other(["tests/rules/test_b.py::test_word[chromium]", "tests/rules/test_b.py::test_word[a-b]"]) == []
    )
