"""Signed files for tests, with keys made for each run: good ones, and one for every way to be wrong."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.engine import canonical_json, load_bundle
from server.rules.signed import FIRST_LINE, join_signed
from server.rules.signing import PublicKey, sign_bundle
from tests.conformance import vectors

BODY = vectors.BUNDLE.read_bytes()
NOW = datetime.datetime(2026, 11, 22, 7, 0, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
KEY, SECOND, STRANGER = (Ed25519PrivateKey.generate() for _ in range(3))


def public(key: Ed25519PrivateKey) -> PublicKey:
    """The public key of a private one."""
    return PublicKey(key.public_key().public_bytes_raw())


def signed(
    body: bytes = BODY,
    *keys: Ed25519PrivateKey,
    version: int = 0,
    issued: datetime.datetime = NOW,
    days: int = 90,
) -> bytes:
    """A signed file; by default of the vectors' bundle, by KEY, from NOW on."""
    return sign_bundle(body, version or load_bundle(body).version, keys or (KEY,), issued, days)


def with_header(body: bytes = BODY, line: bytes | None = None, **changes: Any) -> bytes:
    """A file that is well signed, but whose header says something else (or is another line altogether)."""
    header = json.loads(signed(body, version=7).split(b"\n")[1]) | changes
    head = FIRST_LINE + (canonical_json(header) if line is None else line) + b"\n"
    return join_signed(head, {public(KEY).id: KEY.sign(head)}, body)


def with_signatures(line: bytes) -> bytes:
    """A file with another third line."""
    first, header, _, body = signed().split(b"\n", 3)
    return b"\n".join((first, header, line, body))


def forged() -> bytes:
    """A file that names KEY and was signed by another."""
    file = signed(BODY, STRANGER)
    return file.replace(public(STRANGER).id.encode(), public(KEY).id.encode(), 1)


def changed_later() -> bytes:
    """A file whose header was changed after it was signed."""
    return signed().replace(b'"issued":"2026-11-22', b'"issued":"2026-11-21', 1)


def half_forged() -> bytes:
    """A file of two trusted keys, of which one did not sign."""
    first, header, line, body = signed(BODY, KEY, SECOND).split(b"\n", 3)
    signatures = json.loads(line) | {public(SECOND).id: json.loads(line)[public(KEY).id]}
    return b"\n".join((first, header, canonical_json(signatures), body))


LINES = signed().split(b"\n", 3)

# What becomes of each file on NOW with whoever trusts KEY and SECOND: the empty text where it is taken.
FILES: dict[str, tuple[bytes, str]] = {
    "good": (signed(), ""),
    "signed by two": (signed(BODY, KEY, SECOND), ""),
    "second signature of a stranger": (signed(BODY, KEY, STRANGER), ""),
    "issued within the day to come": (signed(issued=NOW + DAY), ""),
    "last second": (signed(issued=NOW - 90 * DAY + datetime.timedelta(seconds=1)), ""),
    "empty": (b"", "format"),
    "a web page": (b"<!doctype html><title>404</title>", "format"),
    "the bundle alone": (BODY, "format"),
    "another format": (signed().replace(b"RULES 1", b"RULES 2", 1), "format"),
    "Windows line ends": (signed().replace(b"\n", b"\r\n"), "format"),
    "cut in the header": (signed()[:60], "format"),
    "cut in the signatures": (b"\n".join(LINES[:3])[:-20], "format"),
    "header with spaces": (with_header(line=json.dumps(json.loads(LINES[1])).encode()), "format"),
    "key twice": (with_header(line=LINES[1].replace(b'{"bytes"', b'{"bytes":1,"bytes"', 1)), "format"),
    "header is a list": (with_header(line=b"[]"), "format"),
    "header too long": (with_header(digest="sha256:" + "0" * 2_000), "format"),
    "unknown key": (with_header(account="budi"), "format"),
    "key missing": (with_header(line=canonical_json({"version": 7})), "format"),
    "version as text": (with_header(version="7"), "format"),
    "version with a point": (with_header(version=7.5), "format"),
    "version as truth": (with_header(version=True), "format"),
    "version nought": (with_header(version=0), "format"),
    "version too large": (with_header(version=2**53), "format"),
    "digest in capitals": (with_header(digest="sha256:" + "A" * 64), "format"),
    "day that is none": (with_header(expires="2027-02-30T07:00:00Z"), "format"),
    "time with a zone": (with_header(expires="2027-02-20T07:00:00+07:00"), "format"),
    "time in parts of a second": (with_header(expires="2027-02-20T07:00:00.5Z"), "format"),
    "ends before it begins": (with_header(expires="2026-11-22T06:59:59Z"), "format"),
    "used for ever": (with_header(expires="2099-01-01T00:00:00Z"), "format"),
    "no signature": (with_signatures(b"{}"), "format"),
    "three signatures": (signed(BODY, KEY, SECOND, STRANGER), "format"),
    "signature too short": (with_signatures(canonical_json({public(KEY).id: "AAAA"})), "format"),
    "signature with loose bits": (with_signatures(canonical_json({public(KEY).id: "A" * 85 + "B=="})), "format"),
    "key by another name": (with_signatures(canonical_json({"kantor": "A" * 86 + "=="})), "format"),
    "a stranger's": (signed(BODY, STRANGER), "key"),
    "forged": (forged(), "signature"),
    "one of two forged": (half_forged(), "signature"),
    "header changed": (changed_later(), "signature"),
    "another contract": (with_header(contract=2), "contract"),
    "larger than allowed": (with_header(bytes=3_000_000), "too-large"),
    "body larger than allowed": (with_header(BODY + b" " * 2_200_000), "too-large"),
    "cut in the bundle": (signed()[:-1], "truncated"),
    "something behind": (signed() + b"\n", "truncated"),
    "one byte changed": (signed()[:-2] + b" \n", "digest"),
    "another bundle's digest": (with_header(digest=f"sha256:{hashlib.sha256(b'').hexdigest()}"), "digest"),
    "issued too far ahead": (signed(issued=NOW + DAY + datetime.timedelta(seconds=1)), "future"),
    "run out": (signed(issued=NOW - 90 * DAY), "expired"),
}
