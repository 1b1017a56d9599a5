"""The long comparison that `make differential` runs: what it records, and that it stops at a difference."""

from __future__ import annotations

import pytest

from tests.conformance import differential
from tests.e2e.drivers import Driver

CASES = 40


def test_it_records_what_was_compared(browser: Driver, capsys: pytest.CaptureFixture[str]) -> None:
    record = differential.compare({"browser": browser}, CASES, seed=7)
    assert (record["cases"], record["seeds"], record["differences"]) == (CASES, [7, 7], 0)
    assert sum(record["levels"].values()) == CASES
    assert record["verdicts"].startswith("sha256:")
    assert f"{CASES} of {CASES}" in capsys.readouterr().err


def test_a_difference_ends_it_with_the_seed_and_the_smallest_case(
    browser: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(differential, "agree", lambda *_: False)
    monkeypatch.setattr(differential, "smallest_difference", lambda *_: "the smallest case")
    with pytest.raises(differential.DifferError, match=r"(?s)browser differs .* seed 8 .*the smallest case"):
        differential.compare({"browser": browser}, CASES, seed=8)
