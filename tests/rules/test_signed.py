"""Signed files: what is taken, and for every other file the one word that says why not."""

from __future__ import annotations

import gzip

import pytest

from server.rules.signed import SignedFileError, check_body, check_time, read_signed
from server.rules.signing import KeyFileError, check_signatures, parse_public
from tests.signed_files import BODY, FILES, KEY, NOW, SECOND, public, signed

TRUSTED = {public(key).id: public(key) for key in (KEY, SECOND)}


def outcome(raw: bytes) -> str:
    """The code with which a file is refused on NOW, or the empty text."""
    try:
        file = read_signed(raw)
        check_signatures(file, TRUSTED)
        check_body(file)
        check_time(file.header, NOW)
    except SignedFileError as error:
        return error.code
    return ""


@pytest.mark.parametrize(("raw", "code"), FILES.values(), ids=FILES)
def test_a_file_is_taken_or_refused_for_its_own_reason(raw: bytes, code: str) -> None:
    assert outcome(raw) == code


def test_the_bundle_comes_out_as_it_went_in() -> None:
    assert read_signed(signed()).body == BODY


def test_packing_and_unpacking_changes_nothing() -> None:
    assert outcome(gzip.decompress(gzip.compress(signed()))) == ""


def test_every_byte_before_the_bundle_is_guarded() -> None:
    raw = signed()
    head = raw.index(b"\n", raw.index(b"\n", raw.index(b"\n") + 1) + 1)
    assert [place for place in range(head) if outcome(raw[:place] + b"~" + raw[place + 1 :]) == ""] == []


def test_a_key_goes_from_text_to_text() -> None:
    key = public(KEY)
    assert parse_public(f" {key.text}\n") == key
    assert len(key.text) == 52


@pytest.mark.parametrize(
    "text",
    ["", "kunci", public(KEY).text[:-1], public(KEY).text.removeprefix("ed25519:"), "ed25519:"],
    ids=["nothing", "a word", "cut short", "no kind", "a kind alone"],
)
def test_what_is_no_key_is_named(text: str) -> None:
    with pytest.raises(KeyFileError, match="is no public key"):
        parse_public(text)
