"""GET /v1/guidance answers in plain words, each with its source, and refuses what it does not know."""

from __future__ import annotations

import json

import jsonschema
import pytest

from server import create_app
from server.config import ROOT

KINDS = ("forbidden", "sanctions", "allowed", "unclear", "ask", "chain")
LIKE = {"act": "like", "employment": "pns", "date": "2024-10-20"}


@pytest.fixture
def guide(client):
    """Ask with keys and values, and return the response."""

    def get(**query):
        return client.get("/v1/guidance", query_string=query)

    return get


def test_a_like_in_the_campaign_is_answered_with_law_sanction_and_whom_to_ask(guide):
    answer = guide(**LIKE).json
    assert answer["stage"] == {"id": "campaign", "title": "Masa kampanye"}
    assert answer["act"] == {"id": "like", "title": "Menyukai"}
    assert answer["forbidden"][0]["law"][0]["article"] == "Lampiran B nomor 6"
    assert answer["sanctions"][0]["range"] == ["heavy"]
    assert answer["ask"][0]["text"].startswith("Ragu? Tanya bagian kepegawaian")


def test_a_stage_can_be_asked_for_whatever_the_day(guide):
    answer = guide(act="like", date="2026-11-22", stage="campaign").json
    assert answer["stage"]["id"] == "campaign"
    assert answer["sanctions"][0]["range"] == ["heavy"]


def test_every_sentence_has_a_source_a_day_and_a_mark(guide):
    answer = guide(employment="pns", date="2024-10-20").json
    rules = [rule for kind in KINDS for rule in answer[kind]]
    assert len(rules) > 30
    assert [rule["id"] for rule in rules if not (rule["source"] and rule["date"] and rule["sure"])] == []


def test_it_says_which_rules_judged(guide, client):
    assert guide(**LIKE).json["bundle"]["digest"] == client.get("/v1/rules").json["digest"]


def test_without_an_act_it_is_the_whole_page(guide):
    answer = guide(employment="pns", date="2024-10-20").json
    assert answer["act"] is None
    assert {"social-after", "photo-after", "banner-after", "party-member"} <= {
        rule["id"] for rule in answer["forbidden"]
    }


def test_without_an_employment_it_speaks_of_civil_servants(guide):
    assert guide(date="2024-10-20").json["employment"]["id"] == "pns"


def test_without_a_date_it_is_today(guide, monkeypatch):
    monkeypatch.setattr("server.api.guidance.today", lambda: "2024-11-25")
    answer = guide(act="like").json
    assert (answer["date"], answer["stage"]["id"]) == ("2024-11-25", "quiet")


def test_the_next_voting_day_is_counted_down(guide):
    voting = guide(**LIKE).json["next_voting"]
    assert (voting["date"], voting["days"], voting["contests"][0]["id"]) == ("2024-11-27", 38, "pilkada-2024")


def test_a_contest_and_an_area_narrow_the_calendar(guide):
    assert guide(date="2025-03-01").json["stage"]["id"] == "nominated"
    assert guide(date="2025-03-01", area="kab siak").json["contests"][0]["areas"] == [
        "Kab. Bangka Barat", "Kab. Barito Utara", "Kab. Magetan", "Kab. Siak",
    ]  # fmt: skip
    assert guide(date="2025-03-01", area="Kab. Mesuji").json["stage"]["id"] == "none"
    assert guide(date="2024-02-01", contest="pilkada-2024").json["stage"]["id"] == "none"


def test_english_is_complete(guide):
    indonesian, english = (guide(**LIKE, language=language).json for language in ("id", "en"))
    pairs = [(one, other) for kind in KINDS for one, other in zip(indonesian[kind], english[kind], strict=True)]
    assert pairs
    assert [one["id"] for one, other in pairs if one["text"] == other["text"]] == []
    assert english["stage"]["title"] == "Campaign"
    assert english["notes"] == ["This is a help, not legal advice and no finding."]


@pytest.mark.parametrize("employment", ["pns", "pppk", "non-asn", "perangkat-desa", "tni", "polri"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_answer_accuses(employment, language, guide):
    for date in ("2024-08-08", "2024-10-20", "2026-11-22"):
        text = guide(employment=employment, date=date, language=language).text.lower()
        assert not any(word in text for word in ("langgar", "bersalah", "violat", "guilty", "offend"))


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("act", "suka", "Must be one of like, react, share"),
        ("employment", "asn", "Must be one of pns, pppk, non-asn, perangkat-desa, tni, polri."),
        ("language", "jv", "Must be one of id, en."),
        ("stage", "closed", "Must be one of none, before-nomination,"),
        ("contest", "pilkada-2031", "Must be one of pemilu-2024, pilkada-2024"),
        ("contest", "contoh", "Must be one of pemilu-2024, pilkada-2024"),
        ("area", "Kab. Siaak", "Unknown area; names like it are Kab. Siak"),
        ("area", "qqqq", "Unknown area; give a province"),
        ("date", "2024-02-30", "Must be a date that exists, written YYYY-MM-DD."),
        ("date", "20241020", "Must be a date that exists, written YYYY-MM-DD."),
        ("date", "2022-09-21", "Must be 2022-09-22 or later"),
        ("act", "", "Empty; give a value or leave the key out."),
    ],
)
def test_an_unknown_value_is_refused_with_the_allowed_words(key, value, told, guide):
    response = guide(**LIKE | {key: value})
    assert response.status_code == 422
    error = response.json["errors"][0]
    assert error["path"] == f"$.{key}"
    assert error["message"].startswith(told)


def test_an_unknown_key_is_refused_with_the_known_ones(guide):
    response = guide(nip="198001012006041001")
    assert response.status_code == 422
    assert "The keys are act, employment, date, contest, area, stage, language." in response.json["detail"]
    assert "1980" not in response.text


def test_a_key_given_twice_is_refused(client):
    response = client.get("/v1/guidance?act=like&act=share")
    assert (response.status_code, response.json["errors"][0]["path"]) == (422, "$.act")


def test_what_was_asked_is_not_repeated_in_an_error(guide):
    assert "kanari-77" not in guide(act="kanari-77").text + guide(area="kanari-77").text


def test_the_answer_fits_its_description(guide, client):
    described = client.get("/openapi.json").json
    schema = {"$ref": "#/components/schemas/GuidanceAnswer", "components": described["components"]}
    for query in (LIKE, {"date": "2026-11-22"}, {"date": "2024-10-20", "employment": "tni", "language": "en"}):
        jsonschema.validate(guide(**query).json, schema)


def test_every_key_is_described(client):
    operation = client.get("/openapi.json").json["paths"]["/v1/guidance"]["get"]
    assert [key["name"] for key in operation["parameters"]] == [
        "act", "employment", "date", "contest", "area", "stage", "language",
    ]  # fmt: skip


def bundle_with(tmp_path, change):
    """A bundle file after one change."""
    data = json.loads((ROOT / "shared_rules" / "bundle.json").read_text(encoding="utf-8"))
    change(data)
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_without_law_in_the_bundle_posts_are_scored_and_guidance_says_why_not(tmp_path):
    path = bundle_with(tmp_path, lambda data: data.pop("law"))
    client = create_app({"TESTING": True, "JAGA_BUNDLE": path}).test_client()
    assert client.get("/readyz").status_code == 200
    response = client.get("/v1/guidance")
    assert (response.status_code, response.json["type"]) == (503, "urn:problem-type:jaga-jempol:no-bundle")
    assert "holds no law" in response.json["detail"]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["law"]["rules"].pop("ask"),
        lambda data: data["law"]["rules"].update(ask=[]),
        lambda data: data["law"].pop("calendar"),
        lambda data: data.update(law=[]),
        lambda data: data["law"]["instruments"].pop("skb-2022"),
    ],
)
def test_a_broken_law_is_refused_when_the_bundle_is_loaded(change, tmp_path):
    client = create_app({"TESTING": True, "JAGA_BUNDLE": bundle_with(tmp_path, change)}).test_client()
    assert client.get("/readyz").status_code == 503
