"""Intervals and tests, held against figures worked out by hand."""

from __future__ import annotations

import pytest

from server.rules.statistics import differences, f1, share, sign_test


def test_a_share_has_its_wilson_interval():
    told = share(0, 10)
    # z² / (n + z²) for no hit at all.
    assert (told["value"], told["low"], told["high"]) == (0, 0, pytest.approx(3.8415 / 13.8415, abs=1e-4))


def test_a_share_of_nothing_has_no_value():
    assert share(0, 0) == {"value": None, "low": None, "high": None, "hits": 0, "of": 0}


def test_f1_is_the_harmonic_mean_of_precision_and_recall():
    precision, recall = 30 / 40, 30 / 50
    assert f1(30, 10, 20)["value"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_f1_lies_inside_its_interval_and_the_interval_narrows_with_more_rows():
    few, many = f1(30, 10, 20), f1(3000, 1000, 2000)
    assert few["low"] < few["value"] < few["high"]
    assert many["high"] - many["low"] < (few["high"] - few["low"]) / 5


def test_f1_is_the_same_every_time():
    assert f1(30, 10, 20) == f1(30, 10, 20)


def test_f1_of_nothing_has_no_value():
    assert f1(0, 0, 0)["value"] is None


def test_one_who_differs_from_the_rest_stands_out():
    chances = differences([(5, 100), (6, 100), (40, 100), (4, 100)])
    assert chances[2] < 0.001
    assert chances[2] == min(chances)


def test_equal_rates_do_not_differ():
    assert differences([(5, 100), (5, 100), (5, 100)]) == [1, 1, 1]


def test_the_chance_is_fishers_times_the_number_of_tests():
    # 1 of 4 and 3 of 4: 34 of the 70 ways to fill the table are as uneven; two names are two tests.
    assert differences([(1, 4), (3, 4)]) == pytest.approx([2 * 34 / 70] * 2)


def test_more_names_make_a_difference_harder_to_claim():
    alone = differences([(12, 50), (4, 50)])
    among_many = differences([(12, 50), (4, 50), *[(8, 50)] * 10])
    assert among_many[0] > alone[0]


def test_nobody_and_one_alone_can_be_compared_with_nobody():
    assert differences([]) == []
    assert differences([(3, 20)]) == [1]


def test_an_uneven_split_of_changes_is_no_chance():
    assert sign_test(20, 2) < 0.001
    assert sign_test(0, 0) == 1
