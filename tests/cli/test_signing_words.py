"""What the signing commands tell people: Indonesian first, English in brackets."""

from __future__ import annotations

import re

import pytest

from server.cli.signing_words import REFUSALS, refusal
from tests.signed_files import KEY, public, signed


def run(runner, *args, **given):
    return runner.invoke(args=["rules", *map(str, args)], **given).output


@pytest.fixture
def key(runner, tmp_path):
    """A private key; the public one lies beside it."""
    path = tmp_path / "kantor.key"
    run(runner, "keygen", "--out", path)
    return path


def test_a_new_pair_of_keys_is_told(runner, tmp_path):
    told = run(runner, "keygen", "--out", tmp_path / "baru.key").splitlines()
    assert told[0] == f"Kunci rahasia (private key): {tmp_path / 'baru.key'}"
    assert re.fullmatch(r"Kunci publik \(public key\) \w+: ed25519:\S+", told[1])


def test_the_password_is_asked_for(runner, tmp_path):
    told = run(runner, "keygen", "--out", tmp_path / "a.key", "--password", input="rahasia\nrahasia\n")
    assert told.startswith("Kata sandi (password)")


def test_what_was_signed_and_verified_is_told(runner, tmp_path, key, bundle):
    file = tmp_path / "aturan"
    facts = r": versi \d+, sha256:\w{64}, berlaku sampai \(until\) \d{4}-\d\d-\d\d, tanda tangan \(signed by\) \w+\n"
    wrote = run(runner, "sign", bundle, "--key", key, "--out", file)
    assert re.fullmatch(rf"Ditulis \(wrote\) {re.escape(str(file))}{facts}", wrote)
    assert re.fullmatch(rf"Baik \(good\){facts}", run(runner, "verify", file, "--key", f"{key}.pub"))


def test_a_refusal_is_told_with_what_was_found_below(runner, tmp_path, bundle):
    (tmp_path / "aturan").write_bytes(b"{}")
    told = run(runner, "verify", tmp_path / "aturan", "--key", public(KEY).text).splitlines()
    assert told[0] == "bukan berkas aturan bertanda tangan, atau rusak; ambil lagi berkasnya"
    assert told[1].startswith("    (line 1: ")


def test_a_file_that_ran_out_is_told_with_what_to_do(runner, tmp_path):
    (tmp_path / "aturan").write_bytes(signed(days=1))
    told = run(runner, "verify", tmp_path / "aturan", "--key", public(KEY).text)
    assert "masa berlakunya sudah lewat; minta berkas yang baru" in told


def test_every_reason_of_the_code_has_its_words(repository):
    files = ("server/rules/signed.py", "server/rules/signing.py", "server/cli/signing.py")
    source = "\n".join((repository / name).read_text(encoding="utf-8") for name in files)
    codes = set(re.findall(r'(?:SignedFileError|_ill)\(\s*"([a-z-]+)"', source))
    # Problems of rule files are told by themselves.
    assert codes - {"rules"} == REFUSALS.keys()


def test_problems_of_rule_files_are_told_as_they_are():
    assert refusal("rules", "contests/kami.toml: bukan TOML") == "contests/kami.toml: bukan TOML"
