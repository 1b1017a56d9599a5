"""What compiles but would be wrong, slow or unfair is told as well."""

from __future__ import annotations

import pytest

from .conftest import Workshop

PARTY = """
[[party]]
id = "kelapa"
name = "Partai Kelapa Muda"
short = "PKM"
scope = "national"
source = "uji"
date = "2026-11-22"
"""
CONFUSABLE = '\n[[confusable]]\nalias = "{alias}"\ncues = ["{cue}"]\nsource = "uji"\ndate = "2026-11-22"\n'
PARTIES = "entities/parties-lokal.toml"
PATTERN = 'fields = ["author.handle"]\nregexes = ["{}"]'


def test_an_id_used_twice_names_both_places(workshop: Workshop) -> None:
    workshop.write(PARTIES, PARTY.replace('"kelapa"', '"laut"'))
    assert (
        workshop.problem()
        == "entities/parties.toml: party[1] laut: the id laut stands in " + f"{PARTIES}, party[0] laut already"
    )


def test_a_signal_id_used_twice_names_the_other_file(workshop: Workshop) -> None:
    workshop.signal('id = "uji"', 'id = "ajakan"')
    assert workshop.problem() == "signals/uji.toml: id: ajakan is the id of signals/ajakan.toml already"


def test_a_signal_is_named_like_its_file(workshop: Workshop) -> None:
    workshop.signal('id = "uji"', 'id = "coba-coba"')
    assert workshop.problem() == "signals/uji.toml: id: coba-coba and the file's name differ; give both the same name"


def test_an_alias_of_two_parties_names_both(workshop: Workshop) -> None:
    workshop.write(PARTIES, PARTY.replace('short = "PKM"', 'short = "PJR"'))
    assert workshop.problem() == "entities/: pjr: names jambu and kelapa; an alias belongs to one of them"


@pytest.mark.parametrize("short", ["PK", "Coblos"])
def test_a_short_or_ordinary_alias_needs_an_entry_in_confusables(short: str, workshop: Workshop) -> None:
    workshop.write(PARTIES, PARTY.replace('"PKM"', f'"{short}"'))
    assert workshop.problem() == (
        f"{PARTIES}: party[0] kelapa: the alias {short.lower()!r} is a short or ordinary word; "
        "add it with its cues to a confusables file"
    )


def test_with_such_an_entry_it_is_fine(workshop: Workshop) -> None:
    workshop.write(PARTIES, PARTY.replace('"PKM"', '"Coblos"'))
    workshop.write("confusables-lokal.toml", CONFUSABLE.format(alias="Coblos", cue="partai"))
    assert workshop.problems() == []


def test_an_alias_that_is_only_a_number_is_refused(workshop: Workshop) -> None:
    workshop.write(PARTIES, PARTY.replace('"PKM"', '"24"'))
    assert workshop.problem() == f"{PARTIES}: party[0] kelapa: the alias '24' is only a number; drop it"


def test_a_name_without_a_letter_is_refused(workshop: Workshop) -> None:
    workshop.write(PARTIES, PARTY.replace('"PKM"', '"\u2605\u2605"'))
    assert (
        workshop.problem()
        == f"{PARTIES}: party[0] kelapa: the name '\u2605\u2605' has no letter or digit left after folding"
    )


def test_a_host_of_two_parties_is_refused(workshop: Workshop) -> None:
    workshop.write(PARTIES, PARTY + 'domains = ["laut.example"]\n')
    assert "the domain laut.example belongs to kelapa already" in workshop.problem()


def test_a_confusable_of_nobody_is_told(workshop: Workshop) -> None:
    workshop.write("confusables-lokal.toml", CONFUSABLE.format(alias="Kelapa", cue="partai"))
    assert workshop.problem() == (
        "confusables-lokal.toml: confusable[0] Kelapa: "
        "is no alias or slogan of any entity; add it there or drop this entry"
    )


def test_a_confusable_that_stands_twice_is_told(workshop: Workshop) -> None:
    workshop.write("confusables-lokal.toml", CONFUSABLE.format(alias="pal", cue="partai"))
    assert workshop.problem().endswith("stands here twice; join the two entries")


def test_an_unknown_cue_group_is_told(workshop: Workshop) -> None:
    workshop.change("confusables.toml", '"@election"', '"@pemilu"')
    assert workshop.problem() == "confusables.toml: confusable[0] PAL.cues: there is no cue group @pemilu"


def test_a_cue_group_of_another_file_is_known(workshop: Workshop) -> None:
    workshop.write("confusables-lokal.toml", CONFUSABLE.format(alias="Arwana", cue="@election"))
    assert workshop.problems() == []


def test_an_unknown_party_of_a_pair_is_told(workshop: Workshop) -> None:
    workshop.change("contests/pilbup.toml", 'parties = ["laut"]', 'parties = ["danau"]')
    assert workshop.problem() == "contests/pilbup.toml: pair[1].parties: there is no party danau"


def test_an_unknown_party_of_a_wing_is_told(workshop: Workshop) -> None:
    workshop.change("entities/wings.toml", 'party = "jambu"', 'party = "danau"')
    assert workshop.problem() == "entities/wings.toml: wing[0].party: there is no party danau"


def test_stages_stand_in_the_order_of_their_days(workshop: Workshop) -> None:
    workshop.change("contests/pilbup.toml", 'to = "2024-11-23"', 'to = "2024-12-20"')
    assert workshop.problem() == (
        "contests/pilbup.toml: stage[1]: begins before the stage above it ends; order stages by day"
    )


def test_a_stage_ends_after_it_begins(workshop: Workshop) -> None:
    workshop.change("contests/pilbup.toml", 'to = "2024-11-23"', 'to = "2024-09-01"')
    assert workshop.problem() == "contests/pilbup.toml: stage[0]: ends before it begins"


def test_only_the_last_stage_stays_open(workshop: Workshop) -> None:
    workshop.change("contests/pilbup.toml", 'to = "2024-11-23"\n', "")
    assert workshop.problem() == "contests/pilbup.toml: stage[0].to: is missing; only the last stage may stay open"


def test_a_contest_ends_after_it_begins(workshop: Workshop) -> None:
    workshop.change("contests/pilbup.toml", 'to = "2024-12-16"', 'to = "2024-01-01"')
    assert workshop.problem() == "contests/pilbup.toml: active: ends before it begins"


def test_a_guard_takes_no_side(workshop: Workshop) -> None:
    workshop.signal("points = 40", "points = -40")
    assert workshop.problem() == "signals/uji.toml: stance: a guard takes no side; write neutral"


@pytest.mark.parametrize(
    "pattern",
    [
        "relawan", "^relawan", "relawan$", "^relawan.$", "^relawan.*$", "^rel+$", "^(rel)$", "^(?:a(?:b))$", "^a|b$",
        "^[^a]{2}$", "^a{2,}$", "^a{100}$",
        "^REL$", "^(?=a)a$", "^a(?i)$", "^\\\\w$", "^(?:ab){2,9}$", "^caf\u00e9$", "^(a$",
    ],
)  # fmt: skip
def test_a_pattern_outside_the_dialect_is_told(pattern: str, workshop: Workshop) -> None:
    workshop.signal('fields = ["text"]\nphrases = ["salam bulat"]', PATTERN.format(pattern))
    assert workshop.problem().startswith("signals/uji.toml: regexes[0]: is outside the dialect: ^...$ of letters")


@pytest.mark.parametrize(
    "pattern",
    [
        "^relawan$",
        "^relawan[a-z0-9._-]{0,30}$",
        "^(?:dpc|dpd)[._-]?kelapa$",
        "^kelapa[.]example/[a-z]{2}$",
        "^a?b{1,2}(?:c|d)?$",
    ],
)
def test_a_pattern_of_the_dialect_is_fine(pattern: str, workshop: Workshop) -> None:
    workshop.signal('fields = ["text"]\nphrases = ["salam bulat"]', PATTERN.format(pattern))
    assert workshop.problems() == []


def test_many_open_repeats_are_too_many(workshop: Workshop) -> None:
    workshop.signal('fields = ["text"]\nphrases = ["salam bulat"]', PATTERN.format("^a{1,2}b{1,2}c?d{0,3}$"))
    assert workshop.problem() == "signals/uji.toml: regexes[0]: has more than 3 open repeats; write two patterns"


def test_patterns_are_for_accounts_and_addresses(workshop: Workshop) -> None:
    workshop.signal('phrases = ["salam bulat"]', 'phrases = ["salam bulat"]\nregexes = ["^relawan$"]')
    assert workshop.problem() == "signals/uji.toml: fields: account patterns are for author.handle and link.url only"


def test_ranges_of_the_fold_table_do_not_overlap(workshop: Workshop) -> None:
    workshop.change("folding.toml", '["0300", "036F"]', '["0300", "2000"]')
    assert "folding.toml: ignore: 2000 overlaps 200B" not in workshop.problems()
    workshop.change("folding.toml", '["0300", "2000"]', '["0300", "200C"]')
    assert "folding.toml: ignore: 200C overlaps 200B" in workshop.problems()


def test_a_sign_is_one_code_point(workshop: Workshop) -> None:
    workshop.change("folding.toml", '"\u270c" =', '"\u270c\ufe0f" =')
    assert workshop.problem().endswith("signs: '\u270c\ufe0f' must be one code point")
