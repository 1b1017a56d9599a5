"""The shapes that clients send, and how a request body becomes plain values or a problem with the field's path."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.json import Decoder

from .errors import ApiError, FieldError

TEXT_MAX = 20_000
BATCH_MAX = 50
TRY_MAX = 500

Act = Literal[
    "like",
    "react",
    "share",
    "repost",
    "quote",
    "comment",
    "reply",
    "follow",
    "subscribe",
    "join",
    "post",
    "rsvp",
    "vote_poll",
]
Word = Annotated[
    str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,62}\Z", description="Lower-case ASCII word, at most 63 characters.")
]
Name = Annotated[str, Meta(max_length=500)]
Text = Annotated[str, Meta(max_length=TEXT_MAX)]
Date = Annotated[
    datetime.date, Meta(description="YYYY-MM-DD; the day the post is seen, which decides the stage of a contest.")
]


class Author(Struct, forbid_unknown_fields=True):
    """Who wrote the post, as the site shows it."""

    name: Name | UnsetType = UNSET
    handle: Annotated[str, Meta(max_length=200)] | UnsetType = UNSET


class Container(Struct, forbid_unknown_fields=True):
    """The page, group or channel that holds the post."""

    kind: Word | UnsetType = UNSET
    name: Name | UnsetType = UNSET


class Quoted(Struct, forbid_unknown_fields=True):
    """The post that is shared or quoted inside."""

    author: Name | UnsetType = UNSET
    text: Text | UnsetType = UNSET


class Link(Struct, forbid_unknown_fields=True):
    """The link card."""

    title: Annotated[str, Meta(max_length=2_000)] | UnsetType = UNSET
    url: Annotated[str, Meta(max_length=4_000)] | UnsetType = UNSET


class Context(Struct, forbid_unknown_fields=True):
    """What is known of one post; every key but ``text`` may be left out. No key tells of the person who reads it."""

    text: Text
    site: Word | UnsetType = UNSET
    surface: Word | UnsetType = UNSET
    act: Act | UnsetType = UNSET
    author: Author | UnsetType = UNSET
    container: Container | UnsetType = UNSET
    quoted: Quoted | UnsetType = UNSET
    image_alt: Annotated[list[Annotated[str, Meta(max_length=5_000)]], Meta(max_length=20)] | UnsetType = UNSET
    link: Link | UnsetType = UNSET
    draft: Text | UnsetType = UNSET
    date: Date | UnsetType = UNSET


class ScoreRequest(Struct, forbid_unknown_fields=True):
    """One to fifty posts to judge."""

    contexts: Annotated[list[Context], Meta(min_length=1, max_length=BATCH_MAX)]
    date: Date | UnsetType = UNSET
    explain: bool = True
    threshold: Annotated[float, Meta(ge=0, le=1)] | UnsetType = UNSET


RULE_FILE_MAX = 50_000
RuleFile = Annotated[str, Meta(max_length=RULE_FILE_MAX)]
RuleFileName = Annotated[str, Meta(pattern=r"^(?:[a-z0-9-]{1,40}/)?[a-z0-9-]{1,60}\.(?:toml|csv)\Z")]


class TryRequest(Struct, forbid_unknown_fields=True):
    """Draft rule files, and posts on which to try them.

    ``signal`` is the text of one signal file; ``files`` are overlay files by their path in the rules folder. A draft
    is judged as a file of an office's folder; one that bears the name of a shared file is tried in its place. At least
    one of the two is needed.
    """

    signal: Annotated[RuleFile, Meta(min_length=1)] | UnsetType = UNSET
    files: Annotated[dict[RuleFileName, RuleFile], Meta(min_length=1, max_length=20)] | UnsetType = UNSET
    contexts: Annotated[list[Context], Meta(max_length=TRY_MAX)] = []
    date: Date | UnsetType = UNSET


class GuidanceQuery(Struct, forbid_unknown_fields=True):
    """What `/v1/guidance` takes in its address; every key may be left out."""

    act: Annotated[str, Meta(description="An act; without it the summary of all acts.")] | UnsetType = UNSET
    employment: Annotated[str, Meta(description="Default pns.")] | UnsetType = UNSET
    date: (
        Annotated[
            str,
            Meta(
                description="YYYY-MM-DD; default today in Western Indonesian Time.",
                extra_json_schema={"format": "date"},
            ),
        ]
        | UnsetType
    ) = UNSET
    contest: Annotated[str, Meta(description="Looks at one contest of the calendar only.")] | UnsetType = UNSET
    area: Annotated[str, Meta(description="Looks at one province, regency or city only.")] | UnsetType = UNSET
    stage: Annotated[str, Meta(description="Answers as if this stage held; default that of the day.")] | UnsetType = (
        UNSET
    )
    language: Annotated[str, Meta(description="id or en; default id.")] | UnsetType = UNSET


_PATH = re.compile(r" - at (?:`key` in )?`(\$[^`]*)`\Z")
# Messages of msgspec that can be passed on because they hold nothing of what was sent.
_SAFE = re.compile(
    r"Expected `[a-z |.]+`(?: of length)? ?(?:[<>]=? ?-?[0-9.]+)?(?:, got `[a-z]+`)?"
    r"|Object missing required field `[a-z_]+`"
    r"|Expected `str` matching regex '.+'"
    r"|Number out of range"
)
# A backslash that is escaped, and two halves that belong together.
_WHOLE = re.compile(rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
# A first half at which the body was cut off may have had its second.
_LONE_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}(?!(?:\\(?:u.{0,3})?)?\Z)", re.DOTALL)

Shape = TypeVar("Shape", bound=Struct)


def decode(raw: bytes, decoder: Decoder[Shape]) -> Shape:
    """Parse and check a body; raise ApiError (400 not JSON, 422 bad field) with a path and without the value sent.

    A decoder is made when the module that needs it is loaded: of two threads that look into a shape for the first time
    at once msgspec (0.22) lets one read what the other has half written, and the process dies.

    Of a key that is given twice the last counts, as in the browsers' ``JSON.parse``.
    """
    try:
        value: Shape = decoder.decode(raw)
    except msgspec.ValidationError as error:
        raise _bad_field(str(error)) from None
    except UnicodeDecodeError:
        raise ApiError("not-json", "The body is not UTF-8.") from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise ApiError("not-json", _why_not_json(raw, str(error))) from None
    return value


def to_plain(value: Struct) -> dict[str, Any]:
    """Return a shape as plain dicts and lists, dates as text, keys that were left out left out."""
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return plain


def _why_not_json(raw: bytes, message: str) -> str:
    if not raw.strip():
        return "The body is empty; send a JSON object."
    if _LONE_SURROGATE.search(_WHOLE.sub(b" ", raw)):
        return "A string holds half of a surrogate pair; send well-formed Unicode (String.prototype.toWellFormed)."
    place = re.search(r"\(byte [0-9]+\)", message)
    return f"The body is not JSON{f': unexpected character {place.group()}' if place else '; it ends too early'}."


def _bad_field(message: str) -> ApiError:
    path = _PATH.search(message)
    where = path.group(1) if path else "$"
    what = message[: path.start()] if path else message
    if what.startswith("Object contains unknown field"):
        what = "Unknown key; remove it. The keys are listed in /openapi.json"
    elif what.startswith("Invalid enum value"):
        what = (
            f"Must be one of {', '.join(get_args(Act))}" if where.endswith(".act") else "Not one of the allowed words"
        )
    elif what.startswith("Invalid RFC3339 encoded date"):
        what = "Must be a date that exists, written YYYY-MM-DD"
    elif not _SAFE.fullmatch(what):
        what = "Not valid here; see /openapi.json"
    return ApiError("bad-field", f"{where}: {what}.", errors=[FieldError(where, f"{what}.")])
