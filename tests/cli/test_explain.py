"""``rules explain``: what was read, what counted and what nearly did, in points that sum to the verdict's."""

from __future__ import annotations

import json
import re

import pytest

CALL = "Ayo coblos nomor 2, Damar-Sekar!"


@pytest.fixture
def explain(runner):
    def called(*args):
        return runner.invoke(args=["rules", "explain", *args])

    return called


def test_the_tokens_and_the_slots_in_their_place_are_shown(explain):
    output = explain("AYO 𝗖𝗼𝗯𝗹𝗼𝘀 n0m0r 2, Damar-Sekar!").output
    assert re.search("text +ayo coblos nomor 2 damar sekar\n", output)
    assert re.search("menjadi [(]as[)] +ayo coblos nomor <number> <candidate>\n", output)


def test_the_points_sum_to_the_score_s(explain):
    output = explain(CALL).output
    parts, total = output.split("  -----\n")
    shown = [int(points) for points in re.findall(r"^ +([+-]\d+)  ", parts, re.MULTILINE)]
    assert sum(shown) == int(total.split()[0]) > 0


def test_every_piece_of_evidence_has_its_place(explain):
    assert "“coblos nomor 2” [text 4–18; " in explain(CALL).output


def test_names_that_wait_for_a_cue_are_shown(explain):
    assert "ambiguous names without a cue" in explain("wajan pan goreng saya").output


def test_what_nearly_fired_is_shown(explain):
    assert "Nyaris" in explain(CALL).output


def test_json_holds_the_verdict_of_the_api_and_the_readings(explain, app):
    told = json.loads(explain(CALL, "--draft", "Siap", "--date", "2024-10-20", "--json").output)
    body = {"contexts": [told["context"]], "date": told["date"]}
    answer = app.test_client().post("/v1/score", json=body).json
    assert (told["verdict"], told["bundle"]) == (answer["verdicts"][0], answer["bundle"])
    assert [part["field"] for part in told["fields"]] == ["text", "draft"]
    assert told["fields"][0]["masked"] == ["ayo", "coblos", "nomor", "<number>", "<candidate>"]


def test_an_overlay_judges_as_well(explain, tmp_path):
    (tmp_path / "entities").mkdir()
    group = '[[group]]\nid = "g"\nname = "Laskar Zebrakuning"\nsource = "uji"\ndate = "2026-11-22"\n'
    (tmp_path / "entities" / "volunteer-groups-g.toml").write_text(group, encoding="utf-8")
    assert "Terkait  Laskar Zebrakuning" in explain("Laskar Zebrakuning", "--overlay", str(tmp_path)).output


def test_a_fault_of_writing_is_told_as_lint_tells_it(explain, runner, tmp_path):
    (tmp_path / "contests").mkdir()
    (tmp_path / "contests" / "kami.toml").write_text('id = "kami', encoding="utf-8")
    linted = runner.invoke(args=["rules", "lint", "--overlay", str(tmp_path)]).output.splitlines()[:-1]
    result = explain(CALL, "--overlay", str(tmp_path))
    assert linted[0].startswith("contests/kami.toml: bukan TOML yang benar, ")
    assert (result.exit_code, result.output.splitlines()) == (
        2, ["Error: aturan tidak dapat dipakai; betulkan dahulu (the rules cannot be used):", *linted]
    )  # fmt: skip


def test_a_site_that_the_rules_do_not_know_is_refused(explain, tmp_path):
    for args in (["--site", "Instagram"], ["--site", "Instagram", "--overlay", str(tmp_path)]):
        result = explain(CALL, *args)
        assert (result.exit_code, "--site: tidak ada situs 'Instagram'; yang ada: " in result.output) == (2, True)
    assert explain(CALL, "--site", "instagram").exit_code == 0


def test_rules_that_cannot_be_used_end_with_2(explain, tmp_path):
    (tmp_path / "salah.toml").write_text("", encoding="utf-8")
    result = explain(CALL, "--overlay", str(tmp_path))
    assert (result.exit_code, "no kind of rule file has this name" in result.output) == (2, True)


@pytest.mark.parametrize(("more", "times"), [([], 0), (["--root"], 1)])
def test_the_rules_are_read_once_also_where_a_site_is_given(app, explain, monkeypatch, more, times):
    read: list[int] = []
    loads = json.loads

    def counted(text, **given):
        read.append(len(text))
        return loads(text, **given)

    monkeypatch.setattr(json, "loads", counted)
    where = [*more, app.config["JAGA_RULES_DIR"]] if more else []
    assert explain("Halo", "--site", "instagram", *map(str, where)).exit_code == 0
    assert len([size for size in read if size > 100_000]) == times
