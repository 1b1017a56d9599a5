"""What is wrong in a law file is told in one line: the file, the place, what to do."""

from __future__ import annotations

import pytest

from server.rules import compile_rules

from .conftest import Workshop

WORDS = """
from = "2022-09-22"
leave_out = []
source = "uji"
date = "2026-11-22"
notes.advice = { id = "Bantuan.", en = "Help." }
notes.none = { id = "Tidak ada.", en = "None." }
notes.several = { id = "Beberapa.", en = "Several." }
sets.tombol = ["like"]
act = [{ id = "like", title = { id = "Menyukai", en = "Like" }, button = true }]
employment = [{ id = "pns", title = { id = "PNS", en = "Civil servant" } }]
"""
STAGE = '\n[[stage]]\nid = "{0}"\ntitle = {{ id = "{0}", en = "{0}" }}\n'
STAGES = ("none", "before-nomination", "counting", "nominated", "campaign", "quiet", "voting")
INSTRUMENTS = '[[instrument]]\nid = "uu"\nname = { id = "UU", en = "Law" }\nsource = "uji"\ndate = "2026-11-22"\n'
RULE = """
kind = "{kind}"

[[rule]]
id = "{id}"
acts = ["@tombol"]
text = {{ id = "{text}", en = "It can be asked about." }}
{more}
source = "uji"
date = "2026-11-22"
sure = "seen"
"""
LAW = 'law = [["uu", "Pasal 1", "article 1"]]'
RANGE = 'range = ["medium", "heavy"]'
SEEN = f'{RANGE}\nsource = "uji"\ndate = "2026-11-22"\nsure = "seen"'
DISPUTED = SEEN.replace('"medium", ', "").replace("seen", "disputed")
WHERE = "the words are in law/words.toml"
TWIN = '{ id = "pns", title = { id = "PNS", en = "Civil servant" } }'
TEXT = "Dapat ditanyakan."
FILE = "law/sanctions.toml"


@pytest.fixture
def chamber(workshop: Workshop) -> Workshop:
    """The rules of the vectors with a small law that has no fault."""
    workshop.write("law/words.toml", WORDS + "".join(map(STAGE.format, STAGES)))
    workshop.write("law/instruments.toml", INSTRUMENTS)
    workshop.write("law/forbidden.toml", RULE.format(kind="forbidden", id="larangan", text=TEXT, more=LAW))
    workshop.write("law/ask.toml", RULE.format(kind="ask", id="tanya", text=TEXT, more=""))
    workshop.write(FILE, RULE.format(kind="sanctions", id="sanksi", text=TEXT, more=f"{LAW}\n{RANGE}"))
    return workshop


def test_a_small_law_is_fine(chamber: Workshop) -> None:
    assert chamber.problems() == []
    assert list(compile_rules(chamber.root)["law"]["rules"]["sanctions"][0]["act"]) == ["like"]


def test_rules_without_law_files_have_no_law(workshop: Workshop) -> None:
    assert "law" not in compile_rules(workshop.root)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (FILE, '"@tombol"', '"@jempol"', ".acts: there is no set @jempol; the sets are in law/words.toml"),
        (FILE, '"@tombol"', '"lke"', f".acts: there is no act 'lke'; {WHERE}"),
        (FILE, LAW, f'{LAW}\nstages = ["@tombol"]', ".stages: @tombol is no set of stages"),
        (FILE, LAW, f'{LAW}\nemployments = ["asn"]', f".employments: there is no employment 'asn'; {WHERE}"),
        (FILE, '"uu"', '"pp"', ".law: there is no instrument 'pp'; add it to law/instruments.toml"),
        (FILE, LAW, "", ".law: is missing; say which instrument forbids or sanctions"),
        (FILE, RANGE, "", ".range: belongs to every sanction, and to sanctions only"),
        (FILE, RANGE, 'range = ["heavy", "medium"]', ".range: must rise from the lightest to the heaviest, each once"),
        (FILE, SEEN, DISPUTED, ".range: holds one sanction where sources differ; write both"),
        (FILE, LAW, f'{LAW}\nfrom = "2025-01-01"\nto = "2024-01-01"', ".to: ends before it begins"),
        (FILE, TEXT, "Dapat dinilai melanggar.", ".text.id: accuses; write 'terindikasi' or 'dapat dikenai' ('can')"),
        (FILE, TEXT, "Dikenai sanksi.", ".text.id: promises a sanction; write 'dapat' ('can')"),
        (FILE, TEXT, "Dapat ditanyakan", ".text.id: must be a sentence with a full stop"),
        (FILE, TEXT, "dapat " * 32 + "ditanya.", ".text.id: is longer than 32 words; cut it or make two rules"),
    ],
)  # fmt: skip
def test_a_fault_in_a_rule_is_told(file: str, old: str, new: str, problem: str, chamber: Workshop) -> None:
    chamber.change(file, old, new)
    assert chamber.problem() == f"{file}: rule[0] sanksi{problem}"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("leave_out = []", 'leave_out = ["pilkades"]', "leave_out: there is no contest 'pilkades'; drop it"),
        ('notes.none = { id = "Tidak ada.", en = "None." }\n', "", "notes: the note none is missing"),
        ('["like"]', '["suka"]', "sets.tombol: there is no act, employment or stage 'suka'"),
        ('employment = [{', f"employment = [{TWIN}, {{", "employment: the id pns stands in this file twice"),
        (
            STAGE.format("campaign"),
            "",
            "stage: the stage campaign is missing; contests use it, give it a title and its place",
        ),
    ],
)  # fmt: skip
def test_a_fault_in_the_words_is_told(old: str, new: str, problem: str, chamber: Workshop) -> None:
    chamber.change("law/words.toml", old, new)
    assert f"law/words.toml: {problem}" in chamber.problems()


def test_law_files_without_words_are_told(chamber: Workshop) -> None:
    (chamber.root / "law/words.toml").unlink()
    assert chamber.problem() == (
        "law/words.toml: is missing; the other law files need its acts, employments and stages"
    )


def test_an_id_used_twice_names_the_other_file(chamber: Workshop) -> None:
    chamber.change("law/ask.toml", '"tanya"', '"larangan"')
    assert chamber.problem() == (
        "law/forbidden.toml: rule[0] larangan: the id stands in law/ask.toml already; give it another"
    )


def test_an_instrument_that_no_rule_cites_is_told(chamber: Workshop) -> None:
    chamber.write("law/instruments-kantor.toml", INSTRUMENTS.replace('"uu"', '"se"'))
    assert chamber.problem() == "law/instruments-kantor.toml: instrument[0] se: is cited by no rule; drop it"


def test_a_button_of_which_nothing_is_said_is_told(chamber: Workshop) -> None:
    chamber.change("law/forbidden.toml", LAW, f'{LAW}\nstages = ["@berjalan"]')
    chamber.change("law/words.toml", "sets.tombol", f"sets.berjalan = {list(STAGES[1:])}\nsets.tombol")
    assert chamber.problem() == "law/: like pns none: no rule says what is forbidden or unclear; add one"


def test_a_button_for_which_nobody_can_be_asked_is_told(chamber: Workshop) -> None:
    chamber.change("law/ask.toml", 'sure = "seen"', 'sure = "background"')
    assert chamber.problems() == [
        f"law/: like pns {stage}: no rule says whom to ask; add one" for stage in sorted(STAGES)
    ]


def test_a_misspelt_key_is_told(chamber: Workshop) -> None:
    chamber.change(FILE, "source =", "sumber =")
    assert any("'sumber' was unexpected" in problem for problem in chamber.problems())


def test_an_office_adds_a_rule_of_its_own(chamber: Workshop) -> None:
    chamber.write("law/forbidden-kantor.toml", RULE.format(kind="forbidden", id="kantor", text=TEXT, more=LAW))
    rules = compile_rules(chamber.root)["law"]["rules"]["forbidden"]
    assert [rule["id"] for rule in rules] == ["kantor", "larangan"]
