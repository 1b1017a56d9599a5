"""The playground's routes: a post laid open, rule files handed out, and nobody let in from elsewhere."""

from __future__ import annotations

import hashlib
import json
import re

import jsonschema
import msgspec
import pytest

from server import create_app
from server.config import ROOT
from server.playground import ExplainAnswer, FileAnswer, PlaygroundAnswer

STATIC = ROOT / "server" / "static" / "playground"
WORDS = {language: json.loads((STATIC / "words" / f"{language}.json").read_text("utf-8")) for language in ("id", "en")}
CALL = {"text": "Ayo coblos nomor 2, menangkan Damar-Sekar! 🤟"}
ROUTES = [
    ("GET", "/playground", None),
    ("GET", "/v1/playground", None),
    ("GET", "/v1/playground/file?path=signals/call-to-vote.toml", None),
    ("POST", "/v1/playground/explain", {"context": CALL}),
]


def explain(client, context, **options):
    answer = client.post("/v1/playground/explain", json={"context": context, **options})
    assert answer.status_code == 200
    return msgspec.convert(answer.json, ExplainAnswer)


def test_the_verdict_is_that_of_the_scorer(client, score):
    told = explain(client, CALL, date="2026-11-22")
    assert msgspec.to_builtins(told.verdict) == score(CALL, date="2026-11-22").json["verdicts"][0]


def test_every_entry_of_the_evidence_has_its_kind(client):
    news = "Resmi: KPU menetapkan Damar-Sekar dan Wira-Kartika sebagai peserta"
    told = explain(client, {"text": f"{news}. Ayo coblos nomor 2", "author": {"name": "KPU Kabupaten Contoh"}})
    kinds = dict(zip((item.rule for item in told.verdict.evidence), told.kinds, strict=True))
    assert kinds["mention-candidate"] == "entity"
    assert kinds["number-call"] == "signal"
    assert kinds["neutral-source"] == "limit"
    assert {kind for rule, kind in kinds.items() if rule.startswith("weight:")} == {"weight"}
    assert {
        kinds[item.rule] for item in told.verdict.evidence if item.points < 0 and item.field and ":" not in item.rule
    } <= {"guard"}


def test_tokens_are_folded_and_point_back_at_the_text(client):
    text = "𝗠𝗲𝗻𝗮𝗻𝗴𝗸𝗮𝗻 D4mar-Sekar, no. 2!"
    (field,) = explain(client, {"text": text}).fields
    told = [(token.word, text[token.start : token.end], token.slot) for token in field.tokens]
    assert told[0] == ("menangkan", "𝗠𝗲𝗻𝗮𝗻𝗴𝗸𝗮𝗻", "")
    assert told[-1] == ("2", "2", "<number>")


def test_a_name_is_masked_and_told(client):
    field = explain(client, CALL).fields[0]
    assert [token.word for token in field.tokens if token.slot == "<candidate>"] == ["damar", "sekar"]
    assert [(name.alias, name.counted, name.names) for name in field.mentions] == [
        ("damar sekar", True, ["Damar Panuluh - Sekar Jatmika"])
    ]


def test_an_ambiguous_word_is_told_with_what_would_make_it_count(client):
    (name,) = explain(client, {"text": "masak pakai pan baru"}).fields[0].mentions
    assert not name.counted
    assert name.cues
    near = explain(client, {"text": f"masak pakai pan baru {name.cues[0]}"}).fields[0].mentions
    assert [other.counted for other in near if other.alias == "pan"] == [True]


def test_the_level_is_told_for_every_stretch_of_days(client):
    levels = explain(client, {"text": "Foto Damar-Sekar"}).levels
    assert [(each.from_, each.to, each.level) for each in levels] == [
        ("", "2024-05-04", "none"),
        ("2024-05-05", "2099-12-31", "mention"),
        ("2100-01-01", "", "none"),
    ]


@pytest.mark.parametrize("date", ["2024-05-04", "2024-05-05", "2099-12-31", "2100-01-01"])
def test_the_stretches_say_what_the_verdict_on_the_day_says(client, date):
    told = explain(client, {"text": "Foto Damar-Sekar"}, date=date)
    (held,) = [each for each in told.levels if each.from_ <= date and (not each.to or date <= each.to)]
    assert (held.level, held.points) == (told.verdict.level, told.verdict.points)


def test_a_long_post_has_no_time_line_and_is_answered(client):
    told = explain(client, {"text": "Menangkan Damar-Sekar bersama pan 🤟 " * 500})
    assert told.levels == []
    assert told.verdict.level == "campaign"


def test_the_longest_post_is_answered_in_any_script(client):
    assert explain(client, {"text": "🤟" * 20_000}).verdict.partial


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("$", {}),
        ("$.context.text", {"context": {"text": "a" * 20_001}}),
        ("$.context", {"context": {"text": "a", "nip": "1"}}),
        ("$.date", {"context": {"text": "a"}, "date": "2024-02-30"}),
    ],
)
def test_a_bad_post_is_422_with_its_path(client, path, body):
    answer = client.post("/v1/playground/explain", json=body)
    assert (answer.status_code, answer.json["errors"][0]["path"]) == (422, path)


def test_the_page_can_begin(client):
    begun = msgspec.convert(client.get("/v1/playground").json, PlaygroundAnswer)
    assert begun.thresholds == {"mention": 10, "campaign": 60}
    assert begun.titles["call-to-vote"].en == "Call to vote"
    assert "signals/call-to-vote.toml" in begun.files
    assert {stage.kind for contest in begun.calendar for stage in contest.stages} >= {"campaign", "quiet", "voting"}


def test_a_listed_file_is_handed_out_as_it_lies_there(client):
    told = msgspec.convert(client.get("/v1/playground/file?path=signals/call-to-vote.toml").json, FileAnswer)
    assert told.text == (ROOT / "shared_rules/signals/call-to-vote.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "path", ["", "../README.md", "/etc/passwd", "signals/../../README.md", "schema/signal.schema.json", "SPEC.md"]
)
def test_no_other_file_can_be_asked_for(client, path):
    assert client.get("/v1/playground/file", query_string={"path": path}).status_code == 404


@pytest.mark.parametrize(("method", "path", "body"), ROUTES)
def test_only_this_machine_is_answered_unless_the_settings_say_otherwise(method, path, body):
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    told = [
        create_app({"JAGA_PLAYGROUND": mode}).test_client().open(path, method=method, json=body, environ_base=peer)
        for mode, peer in (("local", {}), ("local", elsewhere), ("on", elsewhere), ("off", {}))
    ]
    assert [answer.status_code for answer in told] == [200, 403, 200, 404]


@pytest.mark.parametrize(("method", "path", "body"), ROUTES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://jahat.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"X-Forwarded-For": "10.0.0.9"},
    ],
)
def test_no_foreign_page_and_no_proxy_reaches_a_route(client, method, path, body, headers):
    assert client.open(path, method=method, json=body, headers=headers).status_code == 403


@pytest.mark.parametrize(("method", "path", "body"), ROUTES)
def test_a_rebound_name_is_refused(client, method, path, body):
    assert client.open(path, method=method, json=body, headers={"Host": "jahat.example"}).status_code == 421


def test_the_answers_fit_the_description(client):
    described = client.get("/openapi.json").json
    for name, answer in (
        ("PlaygroundAnswer", client.get("/v1/playground")),
        ("ExplainAnswer", client.post("/v1/playground/explain", json={"context": CALL})),
    ):
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        jsonschema.validate(answer.json, schema)


def test_the_policy_of_the_page_lets_in_nothing_inline(client):
    policy = client.get("/playground").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'; style-src 'self'" in policy


def test_the_link_to_the_page_goes_where_the_page_goes():
    assert "Bengkel" not in create_app({"JAGA_PLAYGROUND": "off"}).test_client().get("/").text


def test_both_languages_have_the_same_words():
    blanks = {
        language: {key: set(re.findall(r"\{[a-z]+\}", text)) for key, text in words.items()}
        for language, words in WORDS.items()
    }
    assert blanks["id"] == blanks["en"]
    assert all(text.strip() for words in WORDS.values() for text in words.values())


def test_every_word_that_page_and_scripts_use_is_there(client):
    page = client.get("/playground").text
    scripts = " ".join(path.read_text("utf-8") for path in STATIC.glob("*.js"))
    used = set(re.findall(r'data-word(?:-label)?="([^"]+)"', page))
    used |= set(re.findall(r"\bt\('([a-z0-9.-]+)'", scripts))
    assert used - WORDS["id"].keys() == set()


def test_no_word_is_there_for_nothing():
    scripts = " ".join(path.read_text("utf-8") for path in STATIC.glob("*.js"))
    pages = [(ROOT / "server" / "templates" / name).read_text("utf-8") for name in ("base.html", "playground.html")]
    told = " ".join((scripts, *pages))
    families = set(re.findall(r"`([a-z-]+-)\$\{", scripts)) | {"container-", "office-", "example-"}
    assert [word for word in WORDS["id"] if word not in told and not word.startswith(tuple(families))] == []


def test_no_word_of_the_page_accuses():
    assert re.findall(r"(?i)melanggar|pelanggar|violat|guilty", " ".join(str(words) for words in WORDS.values())) == []


def test_the_editor_is_built_from_its_sources():
    sources = ROOT / "tools" / "playground-editor"
    digest = hashlib.sha256()
    for name in ("build.mjs", "package-lock.json", "src/editor.js"):
        digest.update((sources / name).read_bytes())
    built = (STATIC / "vendor" / "editor.js").read_text("utf-8")
    assert built.startswith(f"/* sources {digest.hexdigest()}; licences in LICENSES.txt */")


def test_what_the_editor_is_made_of_is_named_with_its_licence():
    wanted = json.loads((ROOT / "tools" / "playground-editor" / "package.json").read_text("utf-8"))["devDependencies"]
    told = (STATIC / "vendor" / "LICENSES.txt").read_text("utf-8")
    assert [
        f"{name} {version}" for name, version in wanted.items() if name != "esbuild" and f"{name} {version}" not in told
    ] == []
