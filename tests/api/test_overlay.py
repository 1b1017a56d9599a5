"""JAGA_OVERLAY: an office's folder is laid over the shared rules, watched, and never half in force."""

from __future__ import annotations

import json
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from server import create_app
from server.engine import load_bundle
from server.overlay import Overlay, Shelf
from tests.api.conftest import FILE, GROUP
from tests.api.process import start
from tests.conformance.vectors import RULES


def named(client, text):
    """Whom a text names, and the digest of the rules that say so."""
    told = client.post("/v1/score", json={"contexts": [{"text": text}]}).json
    return [item["id"] for item in told["verdicts"][0]["affiliations"]], told["bundle"]["digest"]


def until(ask, wanted):
    """Ask until the answer is as wanted; return the last answer."""
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline and not wanted(ask()):
        time.sleep(0.05)
    return ask()


@pytest.fixture
def client(folder):
    return create_app({"JAGA_RULES_DIR": RULES, "JAGA_OVERLAY": folder, "JAGA_RELOAD_SECONDS": 0.01}).test_client()


def test_what_the_folder_adds_is_in_force_from_the_start(client):
    assert named(client, "Sahabat Zebrakuning")[0] == ["relawan-zebrakuning"]
    assert client.get("/readyz").json["refused"] == ""


def test_a_draft_is_tried_beside_the_folder(client):
    draft = {
        "files": {"entities/volunteer-groups-b.toml": GROUP.format("zebrabiru")},
        "contexts": [{"text": "Sahabat Zebrakuning dan Sahabat Zebrabiru"}],
    }
    after = client.post("/v1/rules/try", json=draft).json["verdicts"][0]["after"]
    assert [item["id"] for item in after["affiliations"]] == ["relawan-zebrabiru", "relawan-zebrakuning"]


def test_a_change_is_taken_without_a_restart(client, folder):
    (folder / FILE).write_text(GROUP.format("zebrabiru"), encoding="utf-8")
    assert until(lambda: named(client, "Sahabat Zebrabiru")[0], bool) == ["relawan-zebrabiru"]
    assert named(client, "Sahabat Zebrakuning")[0] == []


def test_a_file_saved_under_another_name_is_refused_until_it_bears_its_own(client, folder):
    before = named(client, "Sahabat Zebrakuning")
    (folder / FILE).rename(folder / f"{FILE}.txt")
    told = until(lambda: client.get("/readyz").json["refused"], bool)
    assert told == (
        f"overlay: {FILE}.txt: is not read under this name; rename it to volunteer-groups-kantor.toml, or delete it"
    )
    explained = client.post("/v1/playground/explain", json={"context": {"text": "Halo"}}).json
    assert explained["refused_id"].startswith(f"{FILE}.txt: tidak dibaca dengan nama ini; ")
    assert named(client, "Sahabat Zebrakuning") == before
    (folder / f"{FILE}.txt").rename(folder / FILE)
    assert until(lambda: client.get("/readyz").json["refused"], lambda told: not told) == ""


def test_a_list_whose_contest_is_gone_is_refused(client, folder):
    before = named(client, "Sahabat Zebrakuning")
    (folder / "contests").mkdir()
    columns = "level,area,number,head,deputy,head_aliases,deputy_aliases,pair_aliases,common,slogans,source,date"
    (folder / "contests" / "kami.csv").write_text(f"{columns}\n", encoding="utf-8")
    told = until(lambda: client.get("/readyz").json["refused"], bool)
    assert told.startswith("overlay: contests/kami.csv: belongs to no contest; ")
    assert named(client, "Sahabat Zebrakuning") == before


def test_a_faulty_change_is_refused_with_its_reason_and_the_last_good_rules_stay(client, folder, caplog):
    before = named(client, "Sahabat Zebrakuning")
    (folder / "contests").mkdir()
    (folder / "contests" / "kami.csv").write_text("level,area\nregent\n", encoding="utf-8")
    told = until(lambda: client.get("/readyz").json["refused"], bool)
    assert told.startswith("overlay: contests/kami.csv: row 1: the column number is missing; ")
    assert f"rules refused: {told}" in caplog.text
    explained = client.post("/v1/playground/explain", json={"context": {"text": "Halo"}}).json
    assert explained["refused"] == told
    assert explained["refused_id"] == "contests/kami.csv: baris 1: kolom number tidak ada; tulis di baris pertama"
    assert named(client, "Sahabat Zebrakuning") == before
    (folder / "contests" / "kami.csv").unlink()
    assert until(lambda: client.get("/readyz").json["refused"], lambda told: not told) == ""


def test_of_many_problems_three_are_told_and_the_others_counted_in_both_languages(client, folder):
    (folder / "signals").mkdir()
    for number in range(5):
        (folder / "signals" / f"uji-{number}.toml").write_text("id = ", encoding="utf-8")
    told = until(lambda: client.get("/readyz").json["refused"], lambda told: "uji-0" in told and "uji-2" in told)
    assert told.endswith("; and 2 more")
    explained = client.post("/v1/playground/explain", json={"context": {"text": "Halo"}}).json
    assert explained["refused_id"].endswith("; dan 2 lagi")


def test_a_rule_whose_example_fails_is_refused(client, folder):
    (folder / "signals").mkdir()
    (folder / "signals" / "uji.toml").write_text(
        'id = "uji"\ntitle = { id = "Uji", en = "Test" }\nstatus = "stable"\nstance = "support"\npoints = 10\n'
        'fields = ["text"]\nphrases = ["zebrahijau"]\nhits = ["zebrahijau", "kuning"]\nmisses = ["biru", "putih"]\n'
        'source = "uji"\ndate = "2026-11-22"\n',
        encoding="utf-8",
    )
    assert "hits[1] 'kuning'" in until(lambda: client.get("/readyz").json["refused"], bool)


@pytest.mark.parametrize("spoil", [lambda folder: (folder / FILE).write_text("[", encoding="utf-8"), shutil.rmtree])
def test_a_folder_that_is_faulty_at_the_start_leaves_the_bundle_in_force(folder, spoil):
    spoil(folder)
    client = create_app({"JAGA_RULES_DIR": RULES, "JAGA_OVERLAY": folder}).test_client()
    assert client.get("/readyz").status_code == 200
    assert client.get("/readyz").json["refused"].startswith("overlay: ")
    assert named(client, "Sahabat Zebrakuning")[0] == []


def test_without_any_good_rules_both_reasons_are_told(folder, tmp_path):
    (folder / FILE).write_text("[", encoding="utf-8")
    answer = (
        create_app({"JAGA_RULES_DIR": RULES, "JAGA_OVERLAY": folder, "JAGA_BUNDLE": tmp_path / "tidak.json"})
        .test_client()
        .get("/readyz")
    )
    assert answer.status_code == 503
    assert "not valid TOML" in answer.json["detail"]
    assert "cannot be read" in answer.json["detail"]


def test_rules_that_change_while_they_are_read_are_no_bundle_and_not_the_last_good_one(folder):
    overlay = Overlay(RULES, folder)
    good, _ = overlay.bundle(overlay.fingerprint())
    assert load_bundle(good).digest
    raw, problem = overlay.bundle(("what lay there before",))
    assert (raw, "changed while they were read" in problem) == (good, True)


def test_what_one_made_the_others_take():
    shelf, made = Shelf(), []

    def make(before):
        made.append(threading.get_ident())
        return b"aturan"

    taken = []
    threads = [threading.Thread(target=lambda: taken.append(shelf.take(bytes(32), make))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (taken, len(made)) == ([b"aturan"] * 4, 1)
    assert shelf.take(bytes([1] * 32), lambda before: before + b" lain") == b"aturan lain"


@pytest.fixture
def served(folder, tmp_path):
    """Two workers that look at the folder every second."""
    (tmp_path / "rumah").mkdir()
    settings = {
        "JAGA_RULES_DIR": str(RULES),
        "JAGA_OVERLAY": str(folder),
        "JAGA_RELOAD_SECONDS": "1",
        "JAGA_WORKERS": "2",
    }
    with start(tmp_path / "rumah", tmp_path / "log.txt", **settings) as server:
        yield server


def test_every_worker_takes_a_change_whole_and_keeps_it_when_the_next_is_faulty(served, folder):
    """No answer is ever of anything but the rules before or the rules after.

    Many requests at a time reach both workers, of which each takes the change when it looks.
    """
    seen = []
    both = ("relawan-zebrabiru", "relawan-zebrakuning")

    def ask():
        status, told = served.score(text="Sahabat Zebrakuning, Sahabat Zebrabiru")
        answer = json.loads(told.split("\n\n", 1)[1])
        ids = tuple(item["id"] for item in answer["verdicts"][0]["affiliations"])
        seen.append((status, answer["bundle"]["digest"], ids))
        return ids

    def ask_all():
        with ThreadPoolExecutor(4) as pool:
            return set(pool.map(lambda _: ask(), range(24)))

    def refusals():
        ask()
        return served.log.read_text().count("rules refused: overlay: ")

    (folder / FILE).write_text(GROUP.format("zebrakuning") + GROUP.format("zebrabiru"), encoding="utf-8")
    assert until(ask_all, lambda found: found == {both}) == {both}
    (folder / FILE).write_text("[", encoding="utf-8")
    assert until(refusals, lambda count: count == 2) == 2
    assert ask_all() == {both}
    assert {(status, len(ids)) for status, _, ids in seen} <= {(200, 1), (200, 2)}
    assert len({digest for _, digest, _ in seen}) <= 2
