"""``flask --app server score``: one text, judged and explained in words."""

from __future__ import annotations

import json

from server import create_app

CALL = "Ayo coblos nomor 2, Damar-Sekar!"


def test_the_verdict_is_told_in_indonesian(runner):
    result = runner.invoke(args=["score", CALL])
    assert result.exit_code == 0
    assert "Tingkat  campaign: terindikasi memihak calon atau partai" in result.output
    assert "sikap mendukung" in result.output
    assert "Damar Panuluh - Sekar Jatmika" in result.output


def test_every_piece_of_evidence_quotes_its_words(runner):
    assert "“coblos nomor 2”" in runner.invoke(args=["score", CALL]).output


def test_everyday_talk_has_no_evidence(runner):
    output = runner.invoke(args=["score", "Selamat pagi"]).output
    assert "Tingkat  none" in output
    assert "Bukti" not in output


def test_json_is_what_the_api_answers(runner, app):
    told = json.loads(runner.invoke(args=["score", CALL, "--json", "--date", "2024-10-20"]).output)
    body = {"contexts": [{"text": CALL, "author": {}}], "date": "2024-10-20"}
    assert told == app.test_client().post("/v1/score", json=body).json["verdicts"][0]


def test_the_text_can_come_from_standard_input(runner):
    assert "campaign" in runner.invoke(args=["score", "--file", "-"], input=CALL).output


def test_the_text_can_come_from_a_file(runner, tmp_path):
    (tmp_path / "kiriman.txt").write_text(CALL, encoding="utf-8")
    assert "campaign" in runner.invoke(args=["score", "--file", str(tmp_path / "kiriman.txt")]).output


def test_the_group_the_quoted_post_and_the_draft_count(runner):
    for option, text in (("--group", "Relawan Damar-Sekar"), ("--quoted", CALL), ("--draft", CALL)):
        assert "campaign" in runner.invoke(args=["score", "Selamat pagi", option, text]).output


def test_the_author_and_the_handle_count(runner):
    assert "author.name" in runner.invoke(args=["score", "Selamat pagi", "--author", "Damar Panuluh"]).output
    assert "author.handle" in runner.invoke(args=["score", "Selamat pagi", "--handle", "@damar.panuluh"]).output


def test_the_link_card_and_the_picture_count(runner):
    for option in ("--link-title", "--image-alt"):
        assert "campaign" in runner.invoke(args=["score", "Selamat pagi", option, CALL]).output


def test_a_site_that_the_rules_do_not_know_is_refused(runner):
    result = runner.invoke(args=["score", "Halo", "--site", "Instagram"])
    assert (result.exit_code, "--site: tidak ada situs 'Instagram'; yang ada: " in result.output) == (2, True)
    assert runner.invoke(args=["score", "Halo", "--site", "instagram"]).exit_code == 0


def test_a_long_text_is_said_to_be_judged_in_part(runner):
    assert "baru sebagian yang dinilai" in runner.invoke(args=["score", "ya " * 6000]).output


def test_wrong_use_ends_with_2(runner, tmp_path):
    (tmp_path / "biner").write_bytes(b"\xff\xfe")
    for args in (
        [],
        ["a", "--file", "-"],
        ["a", "--date", "besok"],
        ["--file", str(tmp_path / "biner")],
        ["--file", "tidak-ada"],
    ):
        assert runner.invoke(args=["score", *args]).exit_code == 2


def test_a_broken_bundle_ends_with_2_and_says_why(tmp_path):
    runner = create_app({"JAGA_BUNDLE": tmp_path / "tidak.json"}).test_cli_runner()
    result = runner.invoke(args=["score", "a"])
    assert result.exit_code == 2
    assert "cannot be read" in result.output
