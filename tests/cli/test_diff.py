"""``rules diff``: what other rules would change, exit code 1 where a level does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.engine import canonical_json
from server.rules import RULES

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "posts.jsonl"
CALL = "Ayo coblos nomor 2, Damar-Sekar, demi Kabupaten Contoh!"


@pytest.fixture
def run(runner):
    """Run the command and return its result."""
    return lambda *args: runner.invoke(args=["rules", "diff", *map(str, args)])


@pytest.fixture
def strict(bundle, tmp_path):
    """A bundle for which nothing is campaign."""
    data = json.loads(bundle.read_bytes())
    data["scoring"]["thresholds"]["campaign"] = 1000
    path = tmp_path / "ketat.json"
    path.write_bytes(canonical_json(data))
    return path


def test_the_same_rules_change_nothing_and_end_with_0(run, bundle):
    result = run(bundle, bundle, EXAMPLE)
    assert result.exit_code == 0
    assert "0 baris berganti tingkat" in result.output


def test_changed_levels_end_with_1_and_every_row_is_named(run, bundle, strict):
    result = run(bundle, strict, EXAMPLE)
    assert result.exit_code == 1
    assert "campaign → mention" in result.output
    assert "contoh-1: campaign → mention" in result.output
    assert "memburuk" in result.output


def test_json_has_the_flips_and_the_figures_of_both_sides(run, bundle, strict):
    told = json.loads(run(bundle, strict, EXAMPLE, "--json").output)
    assert told["flips"]["total"] == len(told["flipped"]) > 0
    assert {(flip["from"], flip["to"]) for flip in told["flipped"]} == {("campaign", "mention")}
    sides = [told["figures"][side]["all"]["campaign"]["recall"]["value"] for side in ("old", "new")]
    assert sides[0] > sides[1]


def test_an_experimental_rule_of_a_folder_tells_what_it_would_hit(run, bundle, rules):
    path = rules / "signals" / "call-to-vote.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('status = "stable"', 'status = "experimental"'), encoding="utf-8")
    assert "Aturan percobaan, tanpa bobot (experimental, weigh nothing)" in run(bundle, rules, EXAMPLE).output
    told = json.loads(run(bundle, rules, EXAMPLE, "--json").output)["experimental"]
    assert [1 in entry["lines"] for entry in told if entry["rule"] == "call-to-vote"] == [True]


def test_the_report_quotes_the_rows_that_flip_and_nothing_where_asked(run, bundle, strict, tmp_path):
    pages = []
    for number, args in enumerate(([], ["--no-texts"])):
        run(bundle, strict, EXAMPLE, "--html", tmp_path / f"{number}.html", *args)
        pages.append((tmp_path / f"{number}.html").read_text(encoding="utf-8"))
    assert [CALL in page for page in pages] == [True, False]
    assert "<script" not in pages[0]


@pytest.mark.parametrize(
    "args",
    [
        [],
        [RULES, "tidak-ada", EXAMPLE],
        [RULES, EXAMPLE, EXAMPLE],
        [RULES, RULES, "tidak-ada"],
        [RULES, ROOT / "docs", EXAMPLE],
    ],
)
def test_what_cannot_be_used_ends_with_2(run, args):
    assert run(*args).exit_code == 2
