"""Nobody is judged by who is meant: every party and every candidate of a contest weighs the same."""

from __future__ import annotations

from typing import Any

import pytest

from server.engine import Engine, score
from server.rules import load_sources

SENTENCES = (
    "Selamat ulang tahun {}",
    "Coblos {} di TPS besok",
    "Ayo dukung {} untuk perubahan",
    "Saya pilih {} karena jujur",
    "Jangan pilih {} lagi",
    "{} menang, rakyat senang",
    "KPU menetapkan {} sebagai peserta pemilu",
    "Relawan {} kumpul di posko sore ini",
    "Kata {}, debat berjalan lancar",
    "Tolak {}, pembohong semua",
    "Hidup {}! Lanjutkan",
    "Katanya {} mau kampanye akbar hari Minggu",
    "Warga Pesisir Sambut Meriah Kedatangan {}",
)


def judged(engine: Engine, context: dict[str, Any], date: str) -> tuple[Any, ...]:
    """The part of a verdict that must not depend on who is meant."""
    verdict = score(engine, context, date)
    entries = [(entry["rule"], entry["field"], entry["points"]) for entry in verdict["evidence"]]
    return verdict["level"], verdict["points"], verdict["score"], verdict["stance"], entries


def everywhere(sentence: str, name: str) -> dict[str, Any]:
    """A sentence in every field that people write."""
    said = sentence.format(name)
    return {
        "text": said,
        "draft": said,
        "quoted": {"text": said, "author": name},
        "link": {"title": said},
        "image_alt": [said],
        "author": {"name": name},
        "container": {"name": said},
    }


PARTIES = [party["name"] for _, data in load_sources().matching("entities/parties") for party in data["party"]]
CONTESTS = {
    data["id"]: ([[member["name"] for member in pair.get("member", ())] for pair in data["pair"]], data["active"]["to"])
    for _, data in load_sources().matching("contests/")
    if "pair" in data
}


def test_there_is_somebody_to_compare() -> None:
    assert len(PARTIES) >= 24
    assert {"contoh", "pilpres-2024", "pilpres-2019"} <= set(CONTESTS)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_weighs_the_same_for_every_party(sentence: str, engine: Engine) -> None:
    verdicts = {name: judged(engine, {"text": sentence.format(name)}, "2024-01-20") for name in PARTIES}
    assert {name: verdict for name, verdict in verdicts.items() if verdict != verdicts[PARTIES[0]]} == {}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_so_it_does_in_every_field(sentence: str, engine: Engine) -> None:
    verdicts = {name: judged(engine, everywhere(sentence, name), "2024-01-20") for name in PARTIES}
    assert {name: verdict for name, verdict in verdicts.items() if verdict != verdicts[PARTIES[0]]} == {}


@pytest.mark.parametrize("contest", CONTESTS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_weighs_the_same_for_every_candidate_of_a_contest(
    sentence: str, contest: str, engine: Engine
) -> None:
    pairs, day = CONTESTS[contest]
    names = [name for pair in pairs for name in pair]
    verdicts = {name: judged(engine, {"text": sentence.format(name)}, day) for name in names}
    assert {name: verdict for name, verdict in verdicts.items() if verdict != verdicts[names[0]]} == {}


@pytest.mark.parametrize("contest", CONTESTS)
@pytest.mark.parametrize(
    "sentence", ["Coblos nomor {} ya", "Salam {} jari, menang", "Pilih paslon nomor urut {}", "0{} di hati"]
)
def test_a_sentence_weighs_the_same_for_every_number(sentence: str, contest: str, engine: Engine) -> None:
    _, day = CONTESTS[contest]
    verdicts = {number: judged(engine, {"text": sentence.format(number)}, day) for number in range(1, 10)}
    assert {number: verdict for number, verdict in verdicts.items() if verdict != verdicts[1]} == {}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_party_weighs_the_same_on_every_day(sentence: str, engine: Engine) -> None:
    days = ("2017-01-01", "2019-04-01", "2024-02-14", "2024-11-27", "2031-05-05")
    assert len({str(judged(engine, {"text": sentence.format(PARTIES[0])}, day)) for day in days}) == 1


LISTED = [
    (row["head"], row["deputy"])
    for file, rows in sorted(load_sources().rows.items())
    if file.startswith("contests/pilkada-2024")
    for row in rows
    if row["deputy"]
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_weighs_the_same_for_every_listed_pair_named_in_full(sentence: str, engine: Engine) -> None:
    start = sentence.index("{")
    known = {}
    for head, deputy in LISTED:
        verdict = score(engine, {"text": sentence.format(f"{head} dan {deputy}")}, "2024-10-20")
        spans = {(entry["start"], entry["end"]) for entry in verdict["evidence"] if "mention" in entry["rule"]}
        second = start + len(head) + len(" dan ")
        if spans == {(start, start + len(head)), (second, second + len(deputy))}:
            known[head, deputy] = (verdict["level"], verdict["points"], verdict["score"], verdict["stance"])
    assert len(known) > 900
    assert set(known.values()) == {next(iter(known.values()))}
