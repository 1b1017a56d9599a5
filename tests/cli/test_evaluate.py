"""``rules evaluate``: figures for people, JSON for machines, and a report that opens anywhere."""

from __future__ import annotations

import importlib.util
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from server.engine import canonical_json
from server.rules import compile_rules

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "posts.jsonl"
POSTS = [json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
MISJUDGED = "Sepuluh jari saya untuk Sekar. Kalian tahu maksudnya."


class Page(HTMLParser):
    """What a page loads from elsewhere, its ids, and its pictures without words."""

    def __init__(self, text):
        super().__init__()
        self.loaded, self.ids, self.silent = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note what matters of a tag."""
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        if tag in ("script", "link", "img", "iframe") or any(name.startswith("on") for name in found):
            self.loaded.append(tag)
        if found.get("role") == "img" and not found.get("aria-label"):
            self.silent.append(tag)


@pytest.fixture
def run_plain(runner):
    """Run the command as it is and return its result."""
    return lambda *args: runner.invoke(args=["rules", "evaluate", *map(str, args)])


@pytest.fixture
def run(run_plain, bundle):
    """Run the command with the shipped bundle and return its result."""
    return lambda *args: run_plain(*args, "--bundle", bundle)


@pytest.fixture
def report(run, tmp_path):
    """Run the command and return the text of its report."""

    def written(*args):
        result = run(*args, "--html", tmp_path / "laporan.html")
        assert result.exit_code == 0, result.output
        return (tmp_path / "laporan.html").read_text(encoding="utf-8")

    return written


@pytest.fixture
def many(tmp_path):
    """So many posts about three pairs that they can be compared."""
    texts = [f"Ayo coblos {name}!" for name in ("Wirasena-Kartika", "Damar-Sekar", "Togar-Mayang")]
    rows = [{"text": text, "label": label, "date": "2024-10-20"} for text in texts for label in ("campaign", "mention")]
    path = tmp_path / "banyak.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows * 25), encoding="utf-8")
    return path


def test_the_summary_tells_the_figures_and_quotes_no_post(run):
    result = run(EXAMPLE)
    assert result.exit_code == 0
    for told in ("40 baris dinilai", "37 berlabel", "memihak (campaign) F1", "dialog keliru (false dialogs)"):
        assert told in result.output
    assert [post["text"] for post in POSTS if post.get("text") and post["text"] in result.output] == []


def test_json_counts_every_row_and_quotes_no_post(run):
    result = run(EXAMPLE, "--json")
    told = json.loads(result.output)
    assert told["rows"]["scored"] == len(POSTS)
    assert sum(sum(row.values()) for row in told["all"]["confusion"].values()) == told["rows"]["labelled"] == 37
    assert {entry["name"] for entry in told["kinds"]} == {post["kind"] for post in POSTS if "label" in post}
    assert MISJUDGED not in result.output


def test_the_report_needs_no_network_and_no_script(report):
    text = report(EXAMPLE)
    assert Page(text).loaded == []
    assert "default-src 'none'" in text
    assert not re.search(r"url\((?!#)|@import", text)


def test_every_plot_has_words_and_no_id_stands_twice(report, many):
    page = Page(report(many))
    assert page.silent == []
    assert sorted(page.ids) == sorted(set(page.ids))


def test_the_report_compares_the_candidates(report, many):
    text = report(many)
    for name in ("Wirasena Adipraja", "Damar Panuluh", "Togar Simarlundu"):
        assert name in text
    assert "Grafik: luput menurut nama" in text


def test_the_report_quotes_the_mistakes_and_warns_at_its_head(report):
    text = report(EXAMPLE)
    assert MISJUDGED in text
    assert text.index("Laporan ini memuat kiriman orang lain") < text.index(MISJUDGED)


def test_the_report_quotes_nothing_where_asked(report):
    text = report(EXAMPLE, "--no-texts")
    assert [post["text"] for post in POSTS if post.get("text") and post["text"] in text] == []
    assert "Laporan ini tidak memuat isi kiriman" in text


def test_a_post_cannot_write_into_the_report(report, tmp_path):
    path = tmp_path / "jahat.jsonl"
    path.write_text('{"text": "<script>1</script>", "label": "campaign", "kind": "<b>"}', encoding="utf-8")
    assert "<script>" not in report(path)


def test_the_same_rows_give_the_same_report(report):
    assert report(EXAMPLE, "--jobs", 1) == report(EXAMPLE, "--jobs", 2)


def test_rows_without_labels_are_counted_by_dialogs_alone(run, report, tmp_path):
    path = tmp_path / "tanpa.jsonl"
    path.write_text('{"text": "Ayo coblos Damar-Sekar!", "kind": "grup"}', encoding="utf-8")
    result = run(path)
    assert result.exit_code == 0
    assert "Tidak ada baris berlabel" in result.output
    assert "1 / 1 = 100,0%" in result.output
    assert "Tidak ada baris berlabel" in report(path)


def test_a_bad_line_ends_with_2_and_is_named_in_one_line(run, tmp_path):
    path = tmp_path / "rusak.jsonl"
    path.write_text('{"text": "a"}\n' * 16 + "x\n", encoding="utf-8")
    result = run(path)
    assert result.exit_code == 2
    assert result.output.startswith(f"Error: {path}:17: not JSON")
    assert result.output.count("\n") == 1


def test_bad_lines_can_be_passed_over_and_are_counted(run, tmp_path):
    path = tmp_path / "rusak.jsonl"
    path.write_text('{"text": "a"}\nx\n', encoding="utf-8")
    result = run(path, "--skip-bad")
    assert result.exit_code == 0
    assert "1 baris rusak dilewati (bad lines passed over): 2" in result.output


def test_draft_rules_can_be_measured_before_their_examples_hold(run_plain, rules):
    signal = (rules / "signals" / "praise.toml").read_text(encoding="utf-8")
    broken = re.sub(r"(?s)hits = \[.*?\]", 'hits = ["tidak kena", "tidak kena pula"]', signal)
    (rules / "signals" / "praise.toml").write_text(broken, encoding="utf-8")
    assert run_plain(EXAMPLE, "--root", rules).exit_code == 0


def test_a_bundle_is_measured_like_the_rules_it_was_built_of(run_plain, tmp_path):
    built = tmp_path / "bundle.json"
    built.write_bytes(canonical_json(compile_rules()) + b"\n")
    assert run_plain(EXAMPLE, "--json", "--bundle", built).output == run_plain(EXAMPLE, "--json").output


def test_an_overlay_is_measured_with_the_shared_rules(run_plain, tmp_path):
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "sepuluh.toml").write_text(
        'id = "sepuluh"\ntitle = { id = "Sepuluh jari", en = "Ten fingers" }\nstatus = "stable"\nstance = "support"\n'
        'points = 90\nalone = true\nfields = ["text"]\nphrases = ["sepuluh jari"]\n'
        'hits = ["sepuluh jari", "sepuluh jari!"]\nmisses = ["jari", "sepuluh"]\nsource = "uji"\ndate = "2026-11-22"\n',
        encoding="utf-8",
    )
    told = json.loads(run_plain(EXAMPLE, "--json", "--overlay", tmp_path).output)
    assert [entry["hits"] for entry in told["rules"] if entry["rule"] == "sepuluh"] == [1]


def test_rules_that_do_not_compile_end_with_2(run_plain, rules):
    (rules / "signals" / "salah.toml").write_text("id = ", encoding="utf-8")
    result = run_plain(EXAMPLE, "--root", rules)
    assert result.exit_code == 2
    assert "signals/salah.toml" in result.output


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["tidak-ada.jsonl"],
        [EXAMPLE, "--jobs", 0],
        [EXAMPLE, "--date", "besok"],
        [EXAMPLE, "--bundle", EXAMPLE],
        [EXAMPLE, "--bundle", ROOT / "shared_rules/bundle.json", "--root", ROOT / "shared_rules"],
        [
            EXAMPLE,
            "--bundle",
            ROOT / "shared_rules/bundle.json",
            "--html",
            EXAMPLE / "di-dalam-berkas" / "laporan.html",
        ],
    ],
)
def test_wrong_use_ends_with_2(run_plain, args):
    assert run_plain(*args).exit_code == 2


def test_a_fault_in_an_office_s_folder_is_told_with_its_file_and_line(run_plain, tmp_path):
    (tmp_path / "contests").mkdir()
    (tmp_path / "contests" / "kami.toml").write_text('\nid = "kami', encoding="utf-8")
    result = run_plain(EXAMPLE, "--overlay", tmp_path)
    assert (result.exit_code, result.output.splitlines()[:2]) == (
        2,
        [
            "Error: aturan tidak dapat dipakai; betulkan dahulu (the rules cannot be used):",
            "contests/kami.toml: bukan TOML yang benar, akhir berkas: tanda kutip penutup tidak ada",
        ],
    )


def test_a_missing_library_is_named_with_what_to_run(run, monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "scipy" else found(name))
    result = run(EXAMPLE)
    assert result.exit_code == 2
    assert "memerlukan pustaka scipy" in result.output
    assert "-m pip install -r requirements-report.txt" in result.output


@pytest.mark.parametrize("command", ["evaluate", "diff"])
def test_every_option_is_documented(app, command):
    docs = (ROOT / "docs" / "evaluate.md").read_text(encoding="utf-8")
    options = {option for param in app.cli.commands["rules"].commands[command].params for option in param.opts}
    assert [option for option in options if option.startswith("--") and f"`{option}" not in docs] == []


def test_every_key_of_the_json_is_documented(run, runner, bundle):
    docs = (ROOT / "docs" / "evaluate.md").read_text(encoding="utf-8")
    changes = runner.invoke(args=["rules", "diff", str(bundle), str(bundle), str(EXAMPLE), "--json"])
    keys = {*json.loads(run(EXAMPLE, "--json").output), *json.loads(changes.output)}
    assert [key for key in sorted(keys) if f"`{key}`" not in docs] == []
