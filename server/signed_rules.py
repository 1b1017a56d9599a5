"""The signed file of rules that this server hands out: read, checked as far as no key is needed, packed once."""

from __future__ import annotations

import datetime
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, current_app

from .engine import BundleError, load_bundle
from .errors import ApiError
from .rulebook import current_rules
from .rules.signed import FILE_MAX, Header, SignedFileError, check_body, read_signed
from .watched import Watched, read_up_to


@dataclass(frozen=True, slots=True)
class Handout:
    """A signed file as it goes out: its bytes as they are and packed, and the digest of the bytes as they are."""

    header: Header
    raw: bytes
    packed: bytes
    digest: str

    def __str__(self) -> str:
        return f"version {self.header.version}, {self.header.digest}, until {self.header.expires:%Y-%m-%d}"


def read_handout(path: Path) -> Handout:
    """Return the file at a path; raise ValueError where it cannot be read or what it holds is not what was signed.

    Whether the signatures are good is for those to check who have the keys: this server has none.
    """
    try:
        raw = read_up_to(path, FILE_MAX)
        file = read_signed(raw)
        check_body(file)
        version = load_bundle(file.body).version
    except OSError as error:
        raise ValueError(f"{path} cannot be read ({error.strerror})") from error
    except (SignedFileError, BundleError) as error:
        raise ValueError(f"{path}: {error}") from error
    if version != file.header.version:
        raise ValueError(f"{path}: version: {version} is in the bundle, {file.header.version} was signed")
    # Without a time inside, so that the same file is packed into the same bytes on every server.
    return Handout(file.header, raw, gzip.compress(raw, 9, mtime=0), hashlib.sha256(raw).hexdigest())


def init_signed_rules(app: Flask) -> None:
    """Load the signed file of an app where one is set; a broken one lets it start and say why."""
    path = app.config["JAGA_SIGNED_RULES"]
    watched = Watched("signed rules", path, read_handout, app.config["JAGA_RELOAD_SECONDS"]) if path else None
    app.extensions["signed_rules"] = watched
    if watched:
        app.before_request(watched.look)


def current_handout() -> Handout:
    """Return the signed file; raise ApiError where none is set (404) or it cannot be used (503)."""
    watched: Watched[Handout] | None = current_app.extensions["signed_rules"]
    if watched is None:
        raise ApiError("no-signed-rules")
    if watched.value is None:
        raise ApiError("bad-signed-rules", f"The file of signed rules cannot be used: {watched.problem}.")
    return watched.value


def describe_handout() -> dict[str, Any] | None:
    """Return what is told of the signed file, or None where none is set or ever was good."""
    watched: Watched[Handout] | None = current_app.extensions["signed_rules"]
    if watched is None or watched.value is None:
        return None
    header = watched.value.header
    return {
        "version": header.version,
        "digest": header.digest,
        "issued": header.issued_text,
        "expires": header.expires_text,
        "expired": header.expires <= datetime.datetime.now(datetime.UTC),
        "in_force": header.digest == current_rules().engine.digest,
    }


def refused_handout() -> str:
    """Return why the file that is set is not handed out as it stands, or an empty text."""
    watched: Watched[Handout] | None = current_app.extensions["signed_rules"]
    return watched.problem if watched else ""
