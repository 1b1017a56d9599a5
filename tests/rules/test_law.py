"""What guidance says: every act that officials warn of in the news has its rule, for every employment and stage."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from server.contexts import Act
from server.engine import build_engine, canonical_json, load_bundle, score
from server.rules import RULES, compile_rules, guidance, lint

BEFORE, CAMPAIGN, AFTER, NOW = "2024-08-08", "2024-10-20", "2024-12-01", "2026-11-22"
KINDS = ("forbidden", "sanctions", "allowed", "unclear", "ask", "chain")


@pytest.fixture(scope="module")
def bundle() -> dict[str, Any]:
    """The bundle of the real rules."""
    return compile_rules()


@pytest.fixture(scope="module")
def law(bundle: dict[str, Any]) -> dict[str, Any]:
    """The law of the real rules."""
    section: dict[str, Any] = bundle["law"]
    return section


def ask(law: dict[str, Any], act: str, employment: str, date: str, **narrow: str) -> dict[str, Any]:
    """An answer that must be there."""
    answer = guidance(law, date, employment, act, **narrow)
    assert answer is not None
    return answer


def ids(answer: dict[str, Any], kind: str) -> list[str]:
    """The rules that an answer tells of a kind."""
    return [rule["id"] for rule in answer[kind]]


SOCIAL = ("like", "comment", "share", "post", "follow", "join")


@pytest.mark.parametrize("act", SOCIAL)
@pytest.mark.parametrize("employment", ["pns", "pppk"])
@pytest.mark.parametrize(
    ("date", "rule", "article"),
    [(BEFORE, "social-before", "Lampiran A nomor 4"), (CAMPAIGN, "social-after", "Lampiran B nomor 6")],
)
def test_the_thumb_s_acts_are_ethics_before_candidates_are_named_and_discipline_after(
    act: str, employment: str, date: str, rule: str, article: str, law: dict[str, Any]
) -> None:
    answer = ask(law, act, employment, date)
    told = next(each for each in answer["forbidden"] if each["id"] == rule)
    assert told["law"][0] == {
        "instrument": "skb-2022",
        "name": "SKB Netralitas ASN 22 September 2022",
        "short": "SKB 2022",
        "article": article,
    }


@pytest.mark.parametrize(
    ("act", "employment", "date", "steps"),
    [
        ("like", "pns", BEFORE, ["code-of-ethics"]),
        ("like", "pppk", BEFORE, ["code-of-ethics"]),
        ("like", "pns", CAMPAIGN, ["heavy"]),
        ("like", "pppk", CAMPAIGN, ["medium", "heavy", "contract-end"]),
        ("like", "pns", AFTER, ["heavy"]),
        ("like", "pns", NOW, ["code-of-ethics", "medium", "heavy"]),
        ("like", "non-asn", CAMPAIGN, ["warning", "contract-end"]),
        ("appeal", "pns", CAMPAIGN, ["medium", "heavy"]),
        ("campaign-team", "pns", BEFORE, ["medium", "heavy"]),
        ("party-attributes", "pns", CAMPAIGN, ["medium"]),
        ("mobilise", "pns", CAMPAIGN, ["heavy"]),
        ("party-member", "pns", NOW, ["dismissal"]),
        ("party-member", "pppk", NOW, ["dismissal"]),
        ("attend", "perangkat-desa", CAMPAIGN, ["own-rules"]),
    ],
)
def test_the_range_of_sanctions_fits_act_employment_and_stage(
    act: str, employment: str, date: str, steps: list[str], law: dict[str, Any]
) -> None:
    assert ask(law, act, employment, date)["sanctions"][0]["range"] == steps


def test_where_sources_differ_both_sanctions_are_told(law: dict[str, Any]) -> None:
    told = ask(law, "appeal", "pns", CAMPAIGN)["sanctions"][0]
    assert (told["sure"], "sedang atau berat" in told["text"]) == ("disputed", True)


# Act, employment, a day of the article, and the rule that answers it.
ARTICLES = {
    "Mesuji": [
        *[(act, "pns", BEFORE, "social-before") for act in SOCIAL],
        *[(act, "pppk", BEFORE, "social-before") for act in SOCIAL],
        *[(act, "non-asn", BEFORE, "non-asn-online") for act in SOCIAL],
        ("post", "pns", BEFORE, "promote-before"),
        ("photo", "pns", BEFORE, "photo-before"),
        ("attend", "pns", BEFORE, "attend-before"),
        ("banner", "pns", BEFORE, "banner-before"),
        ("attend", "non-asn", BEFORE, "non-asn-offline"),
        ("banner", "non-asn", BEFORE, "non-asn-offline"),
    ],
    "Sleman": [
        *[(act, "pns", "2023-11-28", "social-after") for act in ("post", "share", "comment", "like")],
        ("photo", "pns", "2023-11-28", "photo-after"),
        ("photo", "pppk", "2023-11-28", "photo-after"),
        ("like", "pppk", "2023-11-28", "social-after"),
        ("like", "non-asn", "2023-11-28", "non-asn-neutral"),
    ],
    "Lebong": [
        ("photo", "pns", "2023-10-03", "photo-before"),
        ("like", "pns", "2023-10-03", "social-before"),
        ("comment", "pns", "2023-10-03", "social-before"),
        ("share", "pns", "2023-10-03", "social-before"),
        ("photo", "non-asn", "2023-10-03", "non-asn-offline"),
        ("campaign-team", "pns", "2023-10-03", "campaign-team"),
        ("like", "non-asn", "2023-10-03", "non-asn-online"),
    ],
    "Pangkalpinang": [
        ("family", "pns", "2024-02-02", "attributes"),
        ("family", "pns", "2024-02-02", "appeal"),
        ("party-attributes", "pns", "2024-02-02", "attributes"),
        ("appeal", "pns", "2024-02-02", "appeal"),
        ("family", "non-asn", "2024-02-02", "non-asn-offline"),
        ("party-attributes", "non-asn", "2024-02-02", "non-asn-offline"),
    ],
    "Bengkulu Selatan": [
        ("party-member", "pns", "2024-08-10", "party-member"),
        ("party-member", "pppk", "2024-08-10", "party-member"),
        ("post", "pns", "2024-08-10", "promote-before"),
        ("appeal", "pns", "2024-08-10", "appeal"),
        ("comment", "pns", "2024-09-22", "social-after"),
        ("like", "pns", "2024-09-22", "social-after"),
        *[(act, "pns", day, "neutral-always") for act in SOCIAL for day in (BEFORE, CAMPAIGN, AFTER, NOW)],
        *[(act, "pppk", day, "neutral-always") for act in SOCIAL for day in (BEFORE, CAMPAIGN, AFTER, NOW)],
    ],
}


@pytest.mark.parametrize(("act", "employment", "date", "rule"), [case for cases in ARTICLES.values() for case in cases])
def test_every_act_that_officials_name_in_the_news_has_its_rule(
    act: str, employment: str, date: str, rule: str, law: dict[str, Any]
) -> None:
    assert rule in ids(ask(law, act, employment, date), "forbidden")


def test_the_heaviest_discipline_is_told_up_to_dismissal(law: dict[str, Any]) -> None:
    heavy = ask(law, "like", "pns", "2024-02-02")["sanctions"][0]["text"]
    assert heavy.startswith("Dapat dikenai")
    assert "diberhentikan dengan hormat tidak atas permintaan sendiri" in heavy


def test_even_a_joke_can_look_like_support(law: dict[str, Any]) -> None:
    assert "only-joking" in ids(ask(law, "photo", "pns", "2023-10-03"), "unclear")


def test_the_joint_decree_is_named_with_its_five_numbers(law: dict[str, Any]) -> None:
    decree = next(each for each in ask(law, "like", "pns", "2023-11-28")["instruments"] if each["id"] == "skb-2022")
    assert decree["full"].split(", ") == [
        "MenPAN-RB 2/2022",
        "Mendagri 800-5474/2022",
        "BKN 246/2022",
        "KASN 30/2022",
        "Bawaslu 1447.1/PM.01/K.1/09/2022",
    ]


@pytest.mark.parametrize(("date", "rules"), [("2024-08-23", ["kasn"]), ("2024-08-24", ["report", "verify", "decide"])])
def test_reports_went_to_kasn_first_and_to_bkn_since(date: str, rules: list[str], law: dict[str, Any]) -> None:
    assert ids(ask(law, "like", "pns", date), "chain") == rules


@pytest.mark.parametrize(
    ("act", "employment", "rule"),
    [
        ("post", "pns", "own-vote"),
        ("appeal", "non-asn", "go-and-vote"),
        ("share", "tni", "official-information"),
        ("attend", "pppk", "listen"),
        ("spouse", "pns", "spouse-present"),
        ("family", "non-asn", "family-help"),
        ("photo", "pns", "closed-fist"),
        ("like", "polri", "undo"),
    ],
)
def test_what_is_allowed_is_said_as_well(act: str, employment: str, rule: str, law: dict[str, Any]) -> None:
    assert rule in ids(ask(law, act, employment, CAMPAIGN), "allowed")


def test_a_spouse_who_stands_is_no_leave_to_like(law: dict[str, Any]) -> None:
    assert "spouse-online" in ids(ask(law, "like", "pns", CAMPAIGN), "forbidden")


@pytest.mark.parametrize(
    ("date", "act", "article"),
    [("2024-01-05", "campaign-team", "Pasal 494"), (CAMPAIGN, "decision", "Pasal 188")],
)
def test_criminal_law_is_that_of_the_election_that_runs(date: str, act: str, article: str, law: dict[str, Any]) -> None:
    told = [each for each in ask(law, act, "pns", date)["sanctions"] if each["range"] == ["criminal"]]
    assert [each["law"][0]["article"] for each in told] == [article]


def test_a_like_is_never_threatened_with_criminal_law(law: dict[str, Any]) -> None:
    threats = [
        rule
        for employment, _ in law["employments"]
        for day in (BEFORE, CAMPAIGN, AFTER, "2024-01-05")
        for rule in ask(law, "like", employment, day)["sanctions"]
        if "criminal" in rule["range"]
    ]
    assert threats == []


def test_the_acts_of_the_api_are_the_buttons_of_the_law(law: dict[str, Any]) -> None:
    assert [act for act, _, button in law["acts"] if button] == list(get_args(Act))


def every_rule(law: dict[str, Any]) -> list[dict[str, Any]]:
    """All rules of all kinds."""
    return [rule for kind in KINDS for rule in law["rules"][kind]]


def test_what_is_background_reaches_no_bundle(law: dict[str, Any]) -> None:
    kept = tomllib.loads((RULES / "law" / "background.toml").read_text(encoding="utf-8"))["rule"]
    assert kept
    assert {rule["id"] for rule in kept} & {rule["id"] for rule in every_rule(law)} == set()
    assert {rule["sure"] for rule in every_rule(law)} == {"seen", "disputed", "inferred"}


def test_no_stage_of_the_calendar_rests_on_unverified_days(law: dict[str, Any]) -> None:
    assert [text for text in law["sources"] if "background" in text or "latar belakang" in text] == []


def test_tentative_and_invented_contests_are_in_no_calendar(law: dict[str, Any]) -> None:
    contests = {part["contest"] for part in law["calendar"]}
    assert {"pilkada-2024", "pemilu-2024", "pilkada-ulang-2025"} <= contests
    assert contests & {"contoh", "pemilu-2029", "pilkada-2031"} == set()


def test_tentative_contests_are_expected_without_days(law: dict[str, Any]) -> None:
    assert [each["title"]["id"][-4:] for each in law["expected"]] == ["2029", "2031"]
    assert {frozenset(each) for each in law["expected"]} == {frozenset({"title", "source", "date"})}


def test_every_rule_has_its_source_day_and_both_languages(law: dict[str, Any]) -> None:
    for rule in every_rule(law):
        assert rule["source"]
        assert rule["date"]
        assert rule["text"]["id"] != rule["text"]["en"]


def test_the_rules_name_no_candidate_and_no_party(bundle: dict[str, Any], law: dict[str, Any]) -> None:
    engine = build_engine(load_bundle(canonical_json(bundle)))
    texts = [rule["text"][language] for rule in every_rule(law) for language in ("id", "en")]
    named = {text: score(engine, {"text": text}, CAMPAIGN)["affiliations"] for text in texts}
    assert {text: who for text, who in named.items() if who} == {}


def test_sharing_a_rule_is_no_campaign(bundle: dict[str, Any], law: dict[str, Any]) -> None:
    engine = build_engine(load_bundle(canonical_json(bundle)))
    texts = [rule["text"]["id"] for rule in every_rule(law)]
    assert [text for text in texts if score(engine, {"text": text}, CAMPAIGN)["level"] == "campaign"] == []


def test_the_guide_s_own_files_build(tmp_path: Path, repository: Path) -> None:
    text = (repository / "docs" / "guidance.md").read_text(encoding="utf-8")
    files = re.findall(r"^\*\*`(law/[a-z-]+\.toml)`\*\*\n\n```toml\n(.*?)```", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "law").mkdir()
    for name, content in files:
        (tmp_path / name).write_text(content, encoding="utf-8")
    law = compile_rules(overlays=[tmp_path])["law"]
    assert lint(overlays=[tmp_path]) == []
    assert "kantor-grup-dinas" in ids(ask(law, "join", "non-asn", CAMPAIGN), "forbidden")


def test_the_guide_names_every_word_of_the_law(law: dict[str, Any], repository: Path) -> None:
    text = (repository / "docs" / "guidance.md").read_text(encoding="utf-8")
    words = [name for key in ("acts", "employments", "stages") for name, *_ in law[key]]
    assert [name for name in (*words, *KINDS) if f"`{name}`" not in text] == []
