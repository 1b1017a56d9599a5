"""The workshop approves what the office's folder will take, and nothing else; it opens the folder's own files."""

from __future__ import annotations

import base64
import shutil

import msgspec
import pytest

from server import create_app
from server.answers import TryAnswer
from server.rules import RuleErrors, bundle_bytes
from tests.api.conftest import FILE, GROUP
from tests.conformance.vectors import RULES
from tests.rules.conftest import SIGNAL

PARTY = (
    '[[party]]\nid = "partai-baru"\nname = "Partai Baru"\nshort = "{0}"\nscope = "national"\nsource = "uji"\n'
    'date = "2026-11-22"\n'
)
RULE = "signals/uji.toml"
PHRASE = 'phrases = ["salam bulat"]'


@pytest.fixture
def client(folder):
    return create_app({"JAGA_RULES_DIR": RULES, "JAGA_OVERLAY": folder, "JAGA_RELOAD_SECONDS": 0}).test_client()


def tried(client, files, *texts):
    body = {"files": files, "contexts": [{"text": text} for text in texts], "date": "2024-10-20"}
    return msgspec.convert(client.post("/v1/rules/try", json=body).json, TryAnswer)


def named(answer):
    return [affiliation.id for affiliation in answer.verdicts[0].after.affiliations]


def refused_by(folder, files):
    """Why a folder with these files is refused."""
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleErrors) as refused:
        bundle_bytes(RULES, (folder,))
    return [(problem.file, problem.where, problem.message) for problem in refused.value.problems]


def test_a_shared_file_is_tried_and_called_a_trial_only(client):
    text = (RULES / "signals/ajakan.toml").read_text("utf-8").replace("points = 45", "points = 5")
    answer = tried(client, {"signals/ajakan.toml": text, RULE: SIGNAL}, "PJR: coblos 2")
    assert (answer.replaces, answer.problems) == (["signals/ajakan.toml"], [])
    assert answer.verdicts[0].before.points - answer.verdicts[0].after.points == 40


def test_a_broken_shared_file_is_called_a_trial_only_as_well(client):
    assert tried(client, {"signals/ajakan.toml": "["}).replaces == ["signals/ajakan.toml"]


@pytest.mark.parametrize(
    "files",
    [
        {RULE: SIGNAL.replace("salam bulat", "salam pjr")},
        {RULE: SIGNAL.replace("salam bulat", "partai jambu raya")},
        {"entities/parties-b.toml": PARTY.format("PJR")},
        {"entities/parties-b.toml": PARTY.format("Coblos")},
        {"entities/volunteer-groups-b.toml": GROUP.format("zebrakuning")},
        {"entities/volunteer-groups-b.toml": GROUP.format("zebra").replace("Sahabat zebra", "Jadwal Pilbup")},
        {"sites/papan-kita.toml": (RULES / "sites/papan.toml").read_text("utf-8")},
    ],
    ids=["name", "long-name", "two-parties", "everyday", "id-of-the-folder", "shared-example", "site"],
)  # fmt: skip
def test_what_the_folder_refuses_the_workshop_refuses_for_the_same_reasons(client, folder, files):
    answer = tried(client, files, "Halo")
    reasons = [(problem.file, problem.where, problem.message) for problem in answer.problems]
    assert sorted(reasons) == sorted(refused_by(folder, files))
    assert answer.replaces == []


def test_a_phrase_with_a_name_is_told_at_its_line_with_the_slot_to_write(client):
    (problem,) = tried(client, {RULE: SIGNAL.replace(PHRASE, 'phrases = ["halo", "salam pjr"]')}).problems
    assert (problem.file, problem.where, problem.line) == (RULE, "phrases[1] 'salam pjr'", 9)
    assert (
        problem.message == "holds the name 'pjr', and rules know no names; write <party> or <contestant> in its place"
    )


def test_a_name_in_the_trial_of_a_shared_file_is_told_there_and_not_elsewhere(client):
    text = (RULES / "signals/ajakan.toml").read_text("utf-8")
    text = text.replace("phrases = [", 'phrases = ["salam pjr", ', 1)
    assert {problem.file for problem in tried(client, {"signals/ajakan.toml": text}).problems} == {
        "signals/ajakan.toml"
    }


def test_a_rule_that_finds_an_everyday_sentence_is_refused_as_the_server_would(client):
    everyday = SIGNAL.replace("salam bulat", "jangan lupa sarapan").replace('"salam", "bulat"', '"jangan", "lupa"')
    (problem,) = tried(client, {RULE: everyday}, "Halo").problems
    assert "an everyday sentence gets points" in problem.message


def test_the_folder_s_own_files_are_listed_and_opened(client, folder):
    assert client.get("/v1/playground").json["own"] == [FILE]
    opened = client.get("/v1/playground/file", query_string={"path": FILE, "folder": "own"})
    assert opened.json == {"path": FILE, "text": (folder / FILE).read_text("utf-8")}


def test_a_broken_file_of_the_folder_is_opened_to_be_mended(client, folder):
    (folder / FILE).write_bytes(b'[[group]]\nid = "\xe9')
    opened = client.get("/v1/playground/file", query_string={"path": FILE, "folder": "own"})
    assert opened.json["text"] == '[[group]]\nid = "\ufffd'


@pytest.mark.parametrize("path", ["accounts/daftar.csv", "catatan.txt", "../kantor/" + FILE, ".rahasia.toml", ""])
def test_no_list_of_accounts_and_nothing_else_of_the_folder_is_handed_out(client, folder, path):
    (folder / "accounts").mkdir()
    for name in ("accounts/daftar.csv", "catatan.txt", ".rahasia.toml"):
        (folder / name).write_text("site,account\nx,budi\n", encoding="utf-8")
    assert client.get("/v1/playground/file", query_string={"path": path, "folder": "own"}).status_code == 404
    assert client.get("/v1/playground").json["own"] == [FILE]


def test_without_a_folder_there_are_no_files_of_ones_own():
    client = create_app({"JAGA_RULES_DIR": RULES}).test_client()
    assert client.get("/v1/playground").json["own"] == []


@pytest.fixture
def spoilt(client, folder):
    """The client after the folder was good and somebody broke another file of it."""
    (folder / "entities" / "wings-kantor.toml").write_text("[[", encoding="utf-8")
    client.application.extensions["rulebook"].load()
    return client


def test_a_fault_of_the_folder_is_not_taken_for_the_draft_s(spoilt):
    answer = tried(spoilt, {RULE: SIGNAL}, "salam bulat, Sahabat Zebrakuning")
    assert [problem.file for problem in answer.folder] == ["entities/wings-kantor.toml"]
    assert answer.problems == []
    assert named(answer) == ["relawan-zebrakuning"]


def test_the_broken_file_itself_is_judged_as_it_is_written(spoilt):
    answer = tried(spoilt, {"entities/wings-kantor.toml": "["}, "Halo")
    assert (answer.folder, [problem.file for problem in answer.problems]) == ([], ["entities/wings-kantor.toml"])


def test_a_folder_that_was_broken_from_the_start_leaves_the_shared_rules(folder):
    (folder / FILE).write_text("[[", encoding="utf-8")
    client = create_app({"JAGA_RULES_DIR": RULES, "JAGA_OVERLAY": folder}).test_client()
    answer = tried(client, {RULE: SIGNAL}, "salam bulat")
    assert ([problem.file for problem in answer.folder], answer.problems) == ([FILE], [])
    assert answer.verdicts[0].after.points == 40


def test_a_folder_that_is_gone_keeps_what_was_good(client, folder):
    shutil.rmtree(folder)
    client.application.extensions["rulebook"].load()
    assert named(tried(client, {RULE: SIGNAL}, "Sahabat Zebrakuning")) == ["relawan-zebrakuning"]


def listed(client, title):
    about = {"title": title, "level": "regent", "area": "Kab. Teluk", "from": "2030-05-01", "to": "2030-12-20"}
    table = base64.b64encode(b"No;Calon;Wakil\n1;Ratnaningtyas Prabangsa;Yudhawira Alamsyahrul\n").decode()
    body = {"name": "a.csv", "data": table, "about": {**about, "source": "uji", "date": "2026-11-22"}}
    return client.post("/v1/playground/candidates", json=body).json


def test_a_list_of_candidates_gets_no_name_of_a_shared_file(client):
    assert list(listed(client, "Pilbup")["files"]) == ["contests/pilbup-kantor.toml", "contests/pilbup-kantor.csv"]


def test_a_list_of_candidates_is_checked_beside_the_folder(client, folder):
    (folder / "signals").mkdir()
    (folder / RULE).write_text(SIGNAL.replace("salam bulat", "salam ratnaningtyas prabangsa"), encoding="utf-8")
    client.application.extensions["rulebook"].load()
    (problem,) = listed(client, "Pemilihan Teluk")["problems"]
    assert problem["message"].startswith("signals/uji.toml: phrases[0] 'salam ratnaningtyas prabangsa': holds the name")
