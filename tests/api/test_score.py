"""POST /v1/score: what a client gets for posts that are well formed."""

from __future__ import annotations

import msgspec
import pytest

from server.answers import ScoreAnswer
from server.contexts import BATCH_MAX, TEXT_MAX
from server.rulebook import today

CALL = {"text": "Ayo coblos nomor 2, Damar-Sekar!"}
CHAT = {"text": "Selamat pagi, jangan lupa sarapan."}
FULL = {
    "site": "facebook",
    "surface": "post",
    "act": "like",
    "author": {"name": "Warga", "handle": "@warga"},
    "container": {"kind": "group", "name": "Relawan Damar-Sekar"},
    "text": "Menang!",
    "quoted": {"author": "Tetangga", "text": "Coblos nomor 2"},
    "image_alt": ["Mungkin gambar 2 orang"],
    "link": {"title": "Berita", "url": "https://contoh.example/a"},
    "draft": "Setuju, coblos nomor 2",
    "date": "2024-10-20",
}


def test_a_call_to_vote_for_a_pair_is_campaign(score):
    verdict = score(CALL).json["verdicts"][0]
    assert verdict["level"] == "campaign"
    assert verdict["stance"] == "support"
    assert "contoh/2" in [affiliation["id"] for affiliation in verdict["affiliations"]]


def test_everyday_talk_is_none(score):
    assert score(CHAT).json["verdicts"][0]["level"] == "none"


def test_verdicts_come_in_the_order_of_the_contexts(score):
    levels = [verdict["level"] for verdict in score(CHAT, CALL, CHAT, CALL).json["verdicts"]]
    assert levels == ["none", "campaign", "none", "campaign"]


def test_every_key_of_a_context_is_taken_and_the_answer_has_the_documented_shape(score):
    answer = msgspec.convert(score(FULL, date="2024-10-21", explain=True, threshold=0.5).json, ScoreAnswer)
    assert answer.verdicts[0].level == "campaign"


def test_the_answer_says_which_rules_judged(score, client):
    rules = client.get("/v1/rules").json
    assert score(CHAT).json["bundle"] == {"version": rules["version"], "digest": rules["digest"]}


def test_evidence_adds_up_to_the_points_and_its_spans_are_code_points(score):
    text = "🙏🙏 coblos nomor 2"
    verdict = score({"text": text}).json["verdicts"][0]
    assert sum(item["points"] for item in verdict["evidence"]) == verdict["points"]
    assert "coblos nomor 2" in [text[item["start"] : item["end"]] for item in verdict["evidence"]]


def test_without_explain_the_verdict_is_the_same_and_the_reasons_are_left_out(score):
    short = score(CALL, explain=False).json["verdicts"][0]
    full = score(CALL).json["verdicts"][0]
    assert short == {key: part for key, part in full.items() if key not in ("evidence", "nearly")}


@pytest.mark.parametrize(("threshold", "flagged"), [(0, True), (0.5, True), (1, False)])
def test_threshold_adds_whether_the_score_reaches_it(score, threshold, flagged):
    assert score(CALL, threshold=threshold).json["verdicts"][0]["flagged"] is flagged


def test_without_threshold_nothing_is_flagged(score):
    assert "flagged" not in score(CALL).json["verdicts"][0]


def test_the_date_decides_whether_a_contest_is_on(score):
    post = {"text": "Wirasena Adipraja makan siang di pasar"}
    assert score(post, date="2024-10-20").json["verdicts"][0]["level"] == "mention"
    assert score(post, date="2020-01-01").json["verdicts"][0]["level"] == "none"


def test_the_date_of_a_context_goes_before_the_date_of_the_request(score):
    post = {"text": "Wirasena Adipraja makan siang di pasar", "date": "2024-10-20"}
    assert score(post, date="2020-01-01").json["verdicts"][0]["level"] == "mention"


def test_today_is_the_day_where_no_date_is_given(score):
    assert score(CALL).json == score(CALL, date=today()).json


def test_fifty_contexts_are_taken(score):
    assert len(score(*[CHAT] * BATCH_MAX).json["verdicts"]) == BATCH_MAX


def test_an_empty_text_is_a_post_without_words(score):
    assert score({"text": ""}).json["verdicts"][0]["points"] == 0


def test_a_text_of_more_words_than_the_budget_is_said_to_be_judged_in_part(score):
    verdict = score({"text": "ya " * (TEXT_MAX // 3)}).json["verdicts"][0]
    assert verdict["partial"] is True


def test_control_characters_and_unassigned_code_points_are_judged(score):
    assert score({"text": "coblos\0 nomor\x1b 2 \U000e0001\uffff"}).status_code == 200


def test_of_a_key_given_twice_the_last_counts_as_in_javascript(client):
    body = '{"contexts": [{"text": "coblos nomor 2", "text": "selamat pagi"}]}'
    answer = client.post("/v1/score", data=body, content_type="application/json")
    assert answer.json["verdicts"][0]["level"] == "none"


def test_the_answer_is_json_that_no_cache_keeps(score):
    answer = score(CHAT)
    assert answer.mimetype == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"
