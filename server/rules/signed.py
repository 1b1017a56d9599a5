"""Signed rule files: two signed lines, one line of signatures, the bundle's exact bytes (docs/signed-rules.md).

Reading a file needs no library; checking its signatures does (signing.py). Mirrored by
``extension/background/signed-file.js``: the same files get the same codes there.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from server.engine import canonical_json
from server.engine.bundle import CONTRACT, SIZE_MAX

FIRST_LINE = b"JAGA-JEMPOL-RULES 1\n"
LINE_MAX = 1_000
# No file is longer: a bundle, and the lines before it.
FILE_MAX = SIZE_MAX + len(FIRST_LINE) + 2 * LINE_MAX
SIGNATURES_MAX = 2
LIFETIME_MAX = datetime.timedelta(days=366)
# A device whose clock is a little late must not take a fresh file for one from the future.
CLOCK_SLACK = datetime.timedelta(days=1)
SIGNATURE_BYTES = 64

_KEY_ID = re.compile(r"[0-9a-f]{16}")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_HEADER = {"bytes": int, "contract": int, "digest": str, "expires": str, "issued": str, "version": int}
_WHOLE_MAX = 2**53 - 1


class SignedFileError(ValueError):
    """A file that is not taken: ``code`` is the same word in the extension, the message says what was found."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Header:
    """What is signed of a bundle: its version, its size in bytes, its digest, and from when to when it may be used."""

    contract: int
    version: int
    issued: datetime.datetime
    expires: datetime.datetime
    size: int
    digest: str

    @property
    def issued_text(self) -> str:
        """The moment of signing, as the file has it."""
        return _written(self.issued)

    @property
    def expires_text(self) -> str:
        """The moment from which the file may not be used, as the file has it."""
        return _written(self.expires)


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A file taken apart, with nothing checked; ``signed`` are the bytes that the signatures (by key id) stand for."""

    header: Header
    signed: bytes
    signatures: dict[str, bytes]
    body: bytes


def write_signed(body: bytes, version: int, issued: datetime.datetime, expires: datetime.datetime) -> bytes:
    """Return the two lines that are to be signed for a bundle; times are cut to whole seconds of UTC."""
    header = {
        "bytes": len(body),
        "contract": CONTRACT,
        "digest": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "expires": _written(expires),
        "issued": _written(issued),
        "version": version,
    }
    return FIRST_LINE + canonical_json(header) + b"\n"


def join_signed(signed: bytes, signatures: dict[str, bytes], body: bytes) -> bytes:
    """Return the whole file."""
    line = canonical_json({key: base64.b64encode(signature).decode() for key, signature in signatures.items()})
    return signed + line + b"\n" + body


def read_signed(raw: bytes) -> SignedFile:
    """Take a file apart; raise SignedFileError (``format``) naming the line that is not as it should be."""
    if not raw.startswith(FIRST_LINE):
        raise SignedFileError("format", "line 1: is not 'JAGA-JEMPOL-RULES 1'; this is no file of signed rules")
    header, end = _line(raw, len(FIRST_LINE), 2)
    signatures, start = _line(raw, end, 3)
    return SignedFile(_header(header), raw[:end], _signatures(signatures), raw[start:])


def check_body(file: SignedFile) -> None:
    """Check that the bundle is the header's; raise SignedFileError (contract, too-large, truncated, digest)."""
    header = file.header
    if header.contract != CONTRACT:
        raise SignedFileError(
            "contract", f"contract: {header.contract} is not {CONTRACT}; the file is for another release"
        )
    if max(header.size, len(file.body)) > SIZE_MAX:
        raise SignedFileError("too-large", f"bytes: {max(header.size, len(file.body))} is over the limit of {SIZE_MAX}")
    if len(file.body) != header.size:
        raise SignedFileError("truncated", f"bytes: {len(file.body)} are here, {header.size} were signed")
    found = f"sha256:{hashlib.sha256(file.body).hexdigest()}"
    if found != header.digest:
        raise SignedFileError("digest", f"digest: the bundle has {found}, {header.digest} was signed")


def check_time(header: Header, now: datetime.datetime) -> None:
    """Check that the file may be used now; raise SignedFileError (future, expired)."""
    if header.issued > now + CLOCK_SLACK:
        raise SignedFileError("future", f"issued: {header.issued_text} is still to come; check the clock")
    if header.expires <= now:
        raise SignedFileError("expired", f"expires: {header.expires_text} is over; ask for a fresh file")


def _written(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime(_TIME)


def _line(raw: bytes, start: int, number: int) -> tuple[dict[str, Any], int]:
    """Return the record of a line and where the next begins; it must be written in the one canonical way."""
    end = raw.find(b"\n", start, start + LINE_MAX)
    try:
        value = json.loads(raw[start:end]) if end >= 0 else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or canonical_json(value) != raw[start:end]:
        raise SignedFileError("format", f"line {number}: is not one line of canonical JSON")
    return value, end + 1


def _header(given: dict[str, Any]) -> Header:
    if given.keys() != _HEADER.keys() or any(type(given[key]) is not kind for key, kind in _HEADER.items()):
        raise SignedFileError("format", f"line 2: must hold {', '.join(_HEADER)} and nothing else")
    for key in ("bytes", "contract", "version"):
        if not 1 <= given[key] <= _WHOLE_MAX:
            raise SignedFileError("format", f"line 2: {key} must be a whole number from 1")
    if not _DIGEST.fullmatch(given["digest"]):
        raise SignedFileError("format", "line 2: digest must be 'sha256:' and 64 hexadecimal digits")
    issued, expires = _moment(given, "issued"), _moment(given, "expires")
    if not datetime.timedelta(0) < expires - issued <= LIFETIME_MAX:
        raise SignedFileError("format", f"line 2: expires must come after issued, within {LIFETIME_MAX.days} days")
    return Header(given["contract"], given["version"], issued, expires, given["bytes"], given["digest"])


def _moment(given: dict[str, Any], key: str) -> datetime.datetime:
    try:
        moment = datetime.datetime.strptime(given[key], _TIME).replace(tzinfo=datetime.UTC)
    except ValueError:
        moment = None
    if moment is None or _written(moment) != given[key]:
        raise SignedFileError("format", f"line 2: {key} must be a time such as 2026-11-22T07:00:00Z")
    return moment


def _signatures(given: dict[str, Any]) -> dict[str, bytes]:
    signatures = {key: decoded(text, SIGNATURE_BYTES) for key, text in given.items() if _KEY_ID.fullmatch(key)}
    if not 1 <= len(given) <= SIGNATURES_MAX or len(signatures) < len(given) or None in signatures.values():
        raise SignedFileError("format", "line 3: must hold one or two signatures by key id")
    return {key: signature for key, signature in signatures.items() if signature is not None}


def decoded(text: Any, size: int) -> bytes | None:
    """Return the bytes of a base64 text written in the one canonical way, or None where it is not so many bytes."""
    try:
        raw = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except (binascii.Error, ValueError):
        return None
    return raw if len(raw) == size and base64.b64encode(raw).decode() == text else None
