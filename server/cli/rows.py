"""Read posts to measure with: JSON lines, plain or gzip, each checked; what is wrong is told by file and line."""

from __future__ import annotations

import datetime
import gzip
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from ..contexts import Context, to_plain
from ..rules.outcomes import Row

_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_HINTS = {
    "$.label": "must be none, mention or campaign",
    "$.date": "must be a day that exists, written YYYY-MM-DD",
}
_PATH = re.compile(r" - at `(\$[^`]*)`\Z")

_Name: TypeAlias = Annotated[str, Meta(max_length=200)] | None


class _Post(Struct):
    """One line. Keys beyond these are passed over, so that a collection need not be rewritten."""

    text: str | None = None
    context: Context | None = None
    date: datetime.date | None = None
    label: Literal["none", "mention", "campaign"] | None = None
    kind: _Name = None
    source: _Name = None
    unsure: bool = False
    id: str | int | None = None


class RowsError(ValueError):
    """A file, or a line of it, that cannot be used; the message names both and what to do."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file, and the lines that were passed over because they are bad."""

    rows: list[Row]
    bad_lines: list[int]


def read_rows(path: Path, date: str, limit: int | None = None, skip_bad: bool = False) -> Rows:
    """Return the first ``limit`` rows of a file; ``date`` is for rows without a day of their own.

    Raise RowsError for a file that cannot be read or holds no row, and for the first bad line unless they are skipped.
    """
    rows: list[Row] = []
    bad_lines: list[int] = []
    decoder = msgspec.json.Decoder(_Post)
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        if len(rows) == limit:
            break
        try:
            rows.append(_row(number, decoder.decode(line), date))
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            if not skip_bad:
                raise RowsError(f"{path}:{number}: {_why(error)}") from None
            bad_lines.append(number)
    if not rows:
        raise RowsError(f"{path}: no usable row; give one JSON object a line, each with a text or a context")
    return Rows(rows, bad_lines)


def _lines(path: Path) -> list[bytes]:
    try:
        raw = path.read_bytes()
        if raw.startswith(_GZIP):
            raw = gzip.decompress(raw)
    except (OSError, EOFError, zlib.error) as error:
        raise RowsError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    return raw.removeprefix(_BOM).splitlines()


def _row(number: int, post: _Post, date: str) -> Row:
    if (post.text is None) == (post.context is None):
        raise ValueError("needs a text or a context" if post.text is None else "has a text and a context; keep one")
    if post.context is None and not (post.text or "").strip():
        raise ValueError("the text is empty")
    context = to_plain(post.context) if post.context is not None else {"text": post.text}
    day = post.date.isoformat() if post.date else date
    name = None if post.id is None else str(post.id)
    return Row(number, context, day, post.label, post.kind or None, post.source or None, post.unsure, name)


def _why(error: Exception) -> str:
    """Return one line on what is wrong with a line of the file."""
    message = str(error)
    if isinstance(error, msgspec.ValidationError):
        place = _PATH.search(message)
        where = place.group(1) if place else "$"
        what = _HINTS.get(where) or message[: place.start() if place else None]
        return f"{where.removeprefix('$.')}: {what}" if where != "$" else f"is no JSON object that fits: {what}"
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8; save the file with the encoding UTF-8"
    if isinstance(error, msgspec.DecodeError | RecursionError):
        return f"not JSON ({message}); give one JSON object a line"
    return message
