"""The shapes that the rule writer's playground sends and gets; see api/playground.py."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from .answers import BundleIdentity, Verdict
from .contexts import Context, Date

SHEET_MAX = 1024 * 1024

Kind = Literal["entity", "signal", "guard", "weight", "limit"]


class ExplainRequest(Struct, forbid_unknown_fields=True):
    """One post to lay open."""

    context: Context
    date: Date | UnsetType = UNSET


class Token(Struct, forbid_unknown_fields=True):
    """A folded token, the code points it stands for, and its slot where a name or number was masked."""

    word: str
    start: int
    end: int
    slot: str


class FoundName(Struct, forbid_unknown_fields=True):
    """A name in a text; where it does not count, ``cues`` are some of the words near which it would."""

    alias: str
    start: int
    end: int
    counted: bool
    slot: str
    names: list[str]
    cues: list[str]


class SeenField(Struct, forbid_unknown_fields=True):
    """One text of the post as the engine read it."""

    name: str
    tokens: list[Token]
    mentions: list[FoundName]


class Stretch(Struct, forbid_unknown_fields=True):
    """Days on which the verdict stays the same; ``from`` and ``to`` are empty where it holds for ever."""

    from_: str = field(name="from")
    to: str
    level: Literal["none", "mention", "campaign"]
    points: int


class ExplainAnswer(Struct, forbid_unknown_fields=True):
    """A verdict laid open; ``kinds`` stand in the order of its evidence, ``levels`` is empty for very long posts.

    ``refused`` says why newer rules, or those of the office's folder, are not in force; else it is empty.
    ``refused_id`` says the same in Indonesian where the office's folder is at fault.
    """

    bundle: BundleIdentity
    refused: str
    refused_id: str
    date: str
    verdict: Verdict
    kinds: list[Kind]
    fields: list[SeenField]
    levels: list[Stretch]


class Titled(Struct, forbid_unknown_fields=True):
    """How something is called in both languages."""

    id: str
    en: str


class PlannedStage(Struct, forbid_unknown_fields=True):
    """A stage of a contest; ``to`` is empty where its end is not set."""

    kind: str
    title: Titled
    from_: str = field(name="from")
    to: str


class PlannedContest(Struct, forbid_unknown_fields=True):
    """A contest and its stages, everywhere or in the areas named."""

    title: Titled
    areas: list[str]
    stages: list[PlannedStage]


class PlaygroundAnswer(Struct, forbid_unknown_fields=True):
    """What the page needs to begin: the day, thresholds, titles of the rules, the calendar and the rule files.

    ``files`` are the shared ones, ``own`` those that lie in the office's folder.
    """

    bundle: BundleIdentity
    today: str
    thresholds: dict[str, int]
    titles: dict[str, Titled]
    calendar: list[PlannedContest]
    files: list[str]
    own: list[str]


class FileQuery(Struct, forbid_unknown_fields=True):
    """What `/v1/playground/file` takes in its address."""

    path: Annotated[str, Meta(description="A path from `files` or `own` of `/v1/playground`.")]
    folder: Annotated[Literal["shared", "own"], Meta(description="Where it lies; the shared rules by default.")] = (
        "shared"
    )


class FileAnswer(Struct, forbid_unknown_fields=True):
    """A rule file as it lies on the disk."""

    path: str
    text: str


_BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
Short = Annotated[str, Meta(max_length=200)]
# Those of a candidate list, and those that election offices' lists have beside them.
Column = Annotated[str, Meta(pattern=r"^[a-z_]{1,30}\Z")]


class Election(Struct, forbid_unknown_fields=True):
    """What a table of candidates does not say itself; ``from`` and ``to`` bound the days on which they run."""

    title: Annotated[str, Meta(min_length=1, max_length=200)]
    level: Literal["governor", "regent", "mayor"]
    from_: Date = field(name="from")
    to: Date
    source: Annotated[str, Meta(min_length=1, max_length=200)]
    date: Date
    area: Short = ""
    province: Short = ""


class CandidatesRequest(Struct, forbid_unknown_fields=True):
    """A CSV or XLSX file in base64; ``columns`` says which column holds what, by its place from 0."""

    name: Short
    data: Annotated[bytes, Meta(max_length=SHEET_MAX, extra_json_schema={"pattern": _BASE64})]
    columns: dict[Column, Annotated[int, Meta(ge=0, le=63)]] | UnsetType = UNSET
    about: Election | UnsetType = UNSET


class SheetProblem(Struct, forbid_unknown_fields=True):
    """What is wrong in a table: row and column of the file, 0 and empty where it is about the whole.

    ``message_id`` says in Indonesian what ``message`` says.
    """

    row: int
    column: str
    message: str
    message_id: str


class PairNames(Struct, forbid_unknown_fields=True):
    """The names of a pair that count by themselves, and those that count near a cue only; folded."""

    row: int
    certain: list[str]
    near: list[str]


class CandidatesAnswer(Struct, forbid_unknown_fields=True):
    """The table as read, and once ``about`` is given the overlay's files by path, its pairs, and what is wrong."""

    header: list[str]
    sample: list[list[str]]
    columns: dict[str, int]
    rows: list[dict[str, str | int]]
    names: list[PairNames]
    problems: list[SheetProblem]
    advice: list[SheetProblem]
    files: dict[str, str]
