"""``rules keygen``, ``extend``, ``sign`` and ``verify``: from an office's list to a file that devices take."""

from __future__ import annotations

import importlib.util
import json
import re
import stat

import pytest

from server.rules.signed import read_signed
from tests.rules.test_contests_doc import FILE
from tests.signed_files import BODY, KEY, NOW, SECOND, public, signed

ACCOUNTS = """
id = "akun"
title = { id = "Akun resmi", en = "Official accounts" }
active = { from = "2030-09-25", to = "2030-11-26" }
accounts_csv = "akun.csv"
source = "rekaan"
date = "2026-11-22"
"""


def run(runner, *args, **given):
    return runner.invoke(args=["rules", *map(str, args)], **given)


def told(result):
    return json.loads(result.output)


@pytest.fixture
def key(runner, tmp_path):
    """A private key; the public one lies beside it."""
    path = tmp_path / "kantor.key"
    assert run(runner, "keygen", "--out", path).exit_code == 0
    return path


@pytest.fixture
def pub(key):
    return key.with_name("kantor.key.pub")


@pytest.fixture
def file(runner, tmp_path, key, bundle):
    """The shipped bundle, signed."""
    path = tmp_path / "aturan"
    assert run(runner, "sign", bundle, "--key", key, "--out", path).exit_code == 0
    return path


@pytest.fixture
def office(repository, tmp_path):
    """The overlay that docs/contests.md shows."""
    page = (repository / "docs" / "contests.md").read_text(encoding="utf-8")
    for name, text in FILE.findall(page):
        path = tmp_path / "kantor" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "kantor"


def test_only_its_owner_may_read_a_private_key(key, pub):
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert re.fullmatch(r"ed25519:[A-Za-z0-9+/]{43}=\n", pub.read_text(encoding="utf-8"))


@pytest.mark.parametrize("taken", ["kantor.key", "kantor.key.pub"])
def test_a_key_is_never_overwritten(runner, tmp_path, taken):
    (tmp_path / taken).write_text("lama", encoding="utf-8")
    result = run(runner, "keygen", "--out", tmp_path / "kantor.key")
    assert (result.exit_code, (tmp_path / taken).read_text(encoding="utf-8")) == (2, "lama")
    assert "is there already" in result.output


def test_what_was_signed_is_verified(runner, file, pub, bundle):
    result = run(runner, "verify", file, "--key", pub, "--json")
    assert result.exit_code == 0
    assert told(result)["bytes"] == bundle.stat().st_size
    assert read_signed(file.read_bytes()).body == bundle.read_bytes()


def test_a_file_lasts_ninety_days_unless_told_otherwise(runner, tmp_path, key, bundle, file):
    run(runner, "sign", bundle, "--key", key, "--out", tmp_path / "lain", "--days", 7)
    lasts = [read_signed(path.read_bytes()).header for path in (file, tmp_path / "lain")]
    assert [(header.expires - header.issued).days for header in lasts] == [90, 7]


def test_two_keys_sign_one_file_and_either_is_enough(runner, tmp_path, key, pub, bundle):
    other = tmp_path / "kedua.key"
    run(runner, "keygen", "--out", other)
    run(runner, "sign", bundle, "--key", key, "--key", other, "--out", tmp_path / "aturan")
    for public_key in (pub, tmp_path / "kedua.key.pub"):
        assert run(runner, "verify", tmp_path / "aturan", "--key", public_key).exit_code == 0


def test_a_locked_key_signs_with_its_password_only(runner, tmp_path, bundle):
    key = tmp_path / "terkunci.key"
    assert run(runner, "keygen", "--out", key, "--password", input="rahasia\nrahasia\n").exit_code == 0
    sign = ("sign", bundle, "--key", key, "--out", tmp_path / "aturan")
    assert run(runner, *sign, input="salah\n").exit_code == 2
    assert run(runner, *sign, input="rahasia\n").exit_code == 0


def test_verify_says_exactly_what_is_wrong(runner, tmp_path, file, pub):
    raw = file.read_bytes()
    stranger = public(SECOND).text
    for path, given, code in (
        (raw[:-1], pub, "truncated"),
        (raw[:-2] + b" \n", pub, "digest"),
        (raw.replace(b'"version":', b'"version":1', 1), pub, "signature"),
        (raw, stranger, "key"),
        (b"{}", pub, "format"),
    ):
        spoiled = tmp_path / "rusak"
        spoiled.write_bytes(path)
        result = run(runner, "verify", spoiled, "--key", given, "--json")
        assert (result.exit_code, told(result)["code"]) == (1, code)


def test_verify_refuses_what_the_engine_cannot_use(runner, tmp_path):
    for raw, code in ((signed(b"{}", SECOND, version=1), "bundle"), (signed(BODY, SECOND, version=8), "mismatch")):
        path = tmp_path / "aturan"
        path.write_bytes(raw)
        result = run(runner, "verify", path, "--key", public(SECOND).text, "--json")
        assert (result.exit_code, told(result)["code"]) == (1, code)


def test_the_extension_itself_trusts_no_key_yet(runner, file):
    result = run(runner, "verify", file, "--json")
    assert (result.exit_code, told(result)["code"]) == (1, "key")


def test_an_office_adds_its_list_and_signs_it(runner, tmp_path, office, key, pub):
    (office / "accounts").mkdir()
    (office / "accounts" / "akun.toml").write_text(ACCOUNTS, encoding="utf-8")
    (office / "accounts" / "akun.csv").write_text("site,account\nx,@melati\nx,mawar\n", encoding="utf-8")
    made = run(runner, "extend", "--overlay", office, "--out", tmp_path / "bundle.json", "--json")
    assert made.exit_code == 0, made.output
    bundle = json.loads((tmp_path / "bundle.json").read_bytes())
    assert ([entry["to"] for entry in bundle["accounts"]], bundle["counts"]["accounts"]) == (["2030-11-26"], 2)
    assert told(made)["added"] > 10
    assert "aliases.berani" in told(made)["left_out"]
    run(runner, "sign", tmp_path / "bundle.json", "--key", key, "--out", tmp_path / "aturan")
    assert run(runner, "verify", tmp_path / "aturan", "--office-key", pub).exit_code == 0


def test_a_bundle_compiled_with_an_overlay_may_change_more_than_an_office_may(runner, tmp_path, office, key, pub):
    run(runner, "build", "--overlay", office, "--out", tmp_path / "bundle.json")
    run(runner, "sign", tmp_path / "bundle.json", "--key", key, "--out", tmp_path / "aturan")
    assert run(runner, "verify", tmp_path / "aturan", "--key", pub).exit_code == 0
    result = run(runner, "verify", tmp_path / "aturan", "--office-key", pub, "--json")
    assert (result.exit_code, told(result)["code"]) == (1, "changes")
    assert "aliases.berani" in told(result)["message"]


def test_a_bundle_that_cannot_be_used_is_not_signed(runner, tmp_path, key):
    (tmp_path / "bundle.json").write_text("{}", encoding="utf-8")
    result = run(runner, "sign", tmp_path / "bundle.json", "--key", key, "--out", tmp_path / "aturan", "--json")
    assert (result.exit_code, told(result)["code"]) == (1, "bundle")
    assert not (tmp_path / "aturan").exists()


@pytest.mark.parametrize(
    "args",
    [
        ["keygen"],
        ["sign", "tidak-ada", "--key", "tidak-ada", "--out", "aturan"],
        ["verify", "tidak-ada"],
        ["extend", "--out", "bundle.json"],
    ],
)
def test_wrong_use_ends_with_2(runner, args):
    assert run(runner, *args).exit_code == 2


def test_a_key_that_is_none_is_named(runner, tmp_path, file, bundle):
    assert "is no public key" in run(runner, "verify", file, "--key", "kunci").output
    signing = run(runner, "sign", bundle, "--key", file, "--out", tmp_path / "lain")
    assert (signing.exit_code, "is no private key" in signing.output) == (2, True)


def test_a_secret_key_in_the_place_of_the_public_one_is_told_and_not_shown(runner, tmp_path, file, key):
    locked = tmp_path / "terkunci.key"
    run(runner, "keygen", "--out", locked, "--password", input="rahasia\nrahasia\n")
    for path in (key, locked):
        secret = path.read_text(encoding="utf-8")
        for given in (path, secret, "\n".join(secret.splitlines()[1:-1])):
            result = run(runner, "verify", file, "--key", given)
            assert result.exit_code == 2
            assert not any(line[:20] in result.output for line in secret.splitlines()[1:-1])
        told = run(runner, "verify", file, "--key", path).output
        assert f"{path}: ini kunci rahasia; berikan berkas .pub-nya" in told


def test_what_is_signed_is_not_written_over_what_it_is_made_of(runner, bundle, key, pub, tmp_path):
    (tmp_path / "b.json").write_bytes(bundle.read_bytes())
    (tmp_path / "tautan").symlink_to(key)
    for out in (key, tmp_path / "b.json", tmp_path / "tautan"):
        before = out.read_bytes()
        result = run(runner, "sign", tmp_path / "b.json", "--key", key, "--out", out)
        assert (result.exit_code, out.read_bytes() == before) == (2, True)
        assert f"{out}: dibaca oleh perintah ini dan tidak ditimpa" in result.output


def test_an_extended_bundle_is_not_written_over_what_it_is_made_of(runner, office, bundle, tmp_path):
    (tmp_path / "b.json").write_bytes(bundle.read_bytes())
    for out in (tmp_path / "b.json", *office.glob("contests/*")):
        before = out.read_bytes()
        result = run(runner, "extend", "--overlay", office, "--base", tmp_path / "b.json", "--out", out)
        assert (result.exit_code, out.read_bytes() == before) == (2, True)


def test_a_fault_in_the_overlay_is_told_as_lint_tells_it(runner, office, tmp_path):
    (office / "contests" / "kami.toml").write_text('id = "kami', encoding="utf-8")
    result = run(runner, "extend", "--overlay", office, "--out", tmp_path / "b.json")
    assert (result.exit_code, "contests/kami.toml: bukan TOML yang benar, " in result.output) == (1, True)


def test_no_command_writes_over_a_secret_key(runner, office, bundle, key, tmp_path):
    other, before = tmp_path / "kedua.key", key.read_bytes()
    run(runner, "keygen", "--out", other)
    for command in (
        ("sign", bundle, "--key", other),
        ("extend", "--overlay", office),
        ("build", "--overlay", office),
    ):
        result = run(runner, *command, "--out", key)
        assert (result.exit_code, "berisi kunci rahasia dan tidak ditimpa" in result.output) == (2, True)
    assert key.read_bytes() == before


@pytest.mark.parametrize("length", [252, 256])
def test_a_key_with_a_name_too_long_leaves_nothing_behind(runner, tmp_path, length):
    result = run(runner, "keygen", "--out", tmp_path / ("k" * length))
    assert (result.exit_code, "tidak dapat ditulis (File name too long)" in result.output) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_without_its_library_it_says_what_to_install(runner, tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    result = run(runner, "keygen", "--out", tmp_path / "kantor.key")
    assert result.exit_code == 2
    assert "requirements-signing.txt" in result.output


def test_a_file_that_ran_out_is_named_with_its_day(runner, tmp_path):
    path = tmp_path / "aturan"
    path.write_bytes(signed(issued=NOW.replace(year=2025), days=1))
    result = run(runner, "verify", path, "--key", public(KEY).text)
    assert (result.exit_code, "2025-11-23" in result.output) == (1, True)
