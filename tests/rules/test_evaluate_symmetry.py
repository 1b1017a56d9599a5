"""Who is judged how: rates by the name in a post, and whom the report calls different."""

from __future__ import annotations

from server.rules.outcomes import Outcome, Row
from server.rules.symmetry import ENOUGH_ROWS, symmetry

ENTITIES = {
    "melati": ("party", "Partai Melati"),
    "kenanga": ("party", "Partai Kenanga"),
    "mawar": ("party", "Partai Mawar"),
    "kota/1": ("pair", "Ani - Budi"),
    "kota/1/1": ("candidate", "Ani"),
    "relawan": ("group", "Relawan Ani"),
}


def posts(names, label, level, times):
    """The same made-up post several times."""
    row = Row(1, {"text": "rekaan"}, "2024-10-20", label)
    return [(row, Outcome(level, 0.5, 50, False, tuple(names), {}))] * times


def rates(table):
    return {entry["id"]: (entry["hits"], entry["of"]) for entry in table}


def test_false_alarms_are_counted_among_posts_that_take_no_side():
    judged = posts(["melati"], "mention", "campaign", 3) + posts(["melati"], "none", "none", 27)
    told = symmetry([*judged, *posts(["melati"], "campaign", "campaign", 40)], ENTITIES)
    assert rates(told["parties"]["false_alarms"]) == {"melati": (3, 30)}


def test_misses_are_counted_among_posts_that_take_a_side():
    judged = posts(["kota/1"], "campaign", "mention", 5) + posts(["kota/1"], "campaign", "campaign", 20)
    assert rates(symmetry(judged, ENTITIES)["contestants"]["misses"]) == {"kota/1": (5, 25)}


def test_a_post_with_several_names_counts_for_each():
    told = symmetry(posts(["melati", "kota/1/1"], "none", "campaign", ENOUGH_ROWS), ENTITIES)
    assert rates(told["parties"]["false_alarms"]) == {"melati": (ENOUGH_ROWS, ENOUGH_ROWS)}
    assert rates(told["contestants"]["false_alarms"]) == {"kota/1/1": (ENOUGH_ROWS, ENOUGH_ROWS)}


def test_a_name_with_few_rows_is_counted_but_not_shown():
    told = symmetry(posts(["melati"], "none", "none", ENOUGH_ROWS - 1), ENTITIES)["parties"]
    assert (told["false_alarms"], told["too_few"]) == ([], 1)


def false_alarms(**wrong):
    """The table of false alarms where every name has fifty posts, so many of them judged wrongly."""
    judged = []
    for name, times in wrong.items():
        judged += posts([name], "none", "campaign", times) + posts([name], "none", "none", 50 - times)
    return {entry["id"]: entry for entry in symmetry(judged, ENTITIES)["parties"]["false_alarms"]}


def test_who_is_judged_otherwise_stands_apart_from_the_rest():
    mawar = false_alarms(melati=2, kenanga=3, mawar=30)["mawar"]
    assert mawar["apart"]
    assert (mawar["value"], mawar["rest"]) == (0.6, 0.05)


def test_nobody_stands_apart_by_a_row_or_two():
    assert not any(entry["apart"] for entry in false_alarms(melati=4, kenanga=3, mawar=6).values())


def test_misses_without_a_name_are_told_apart():
    judged = posts([], "campaign", "none", 4) + posts([], "campaign", "campaign", 6) + posts([], "none", "none", 9)
    told = symmetry(judged, ENTITIES)["unnamed"]["misses"]
    assert (told["hits"], told["of"]) == (4, 10)


def test_rows_without_a_label_and_other_kinds_of_names_do_not_count():
    judged = posts(["melati"], None, "campaign", 50) + posts(["relawan"], "none", "none", 50)
    told = symmetry(judged, ENTITIES)
    assert told["parties"]["too_few"] == told["contestants"]["too_few"] == 0
