"""The shapes that the server answers with, for the description of the API and the tests that hold both together."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

Points = Annotated[int, Meta(description="Integer points; the evidence adds up to the verdict's points exactly.")]


class BundleIdentity(Struct, forbid_unknown_fields=True):
    """Which rules judged."""

    version: int
    digest: Annotated[str, Meta(pattern=r"^sha256:[0-9a-f]{64}\Z")]


class Affiliation(Struct, forbid_unknown_fields=True):
    """A party, candidate, pair, team or group that the post names."""

    id: str
    kind: str
    name: str


class Evidence(Struct, forbid_unknown_fields=True):
    """One contribution to the points; ``start`` and ``end`` are code points of the field's text."""

    rule: str
    field: str
    start: int
    end: int
    points: Points
    why: str


class Nearly(Struct, forbid_unknown_fields=True):
    """A rule that nearly fired."""

    rule: str
    why: str


class Verdict(Struct, forbid_unknown_fields=True):
    """What the rules say of one post; ``evidence`` and ``nearly`` with ``explain``, ``flagged`` with ``threshold``."""

    level: Literal["none", "mention", "campaign"]
    score: Annotated[float, Meta(ge=0, le=1)]
    points: Points
    stance: Literal["support", "oppose", "neutral"]
    partial: Annotated[bool, Meta(description="The budget ran out; what was found so far counts.")]
    affiliations: list[Affiliation]
    evidence: list[Evidence] | UnsetType = UNSET
    nearly: list[Nearly] | UnsetType = UNSET
    flagged: bool | UnsetType = UNSET


class ScoreAnswer(Struct, forbid_unknown_fields=True):
    """Verdicts in the order of the contexts."""

    bundle: BundleIdentity
    verdicts: list[Verdict]


class SignedRules(Struct, forbid_unknown_fields=True):
    """The signed file that this server hands out to extensions; it says nothing of who signed it."""

    version: int
    digest: Annotated[str, Meta(pattern=r"^sha256:[0-9a-f]{64}\Z", description="Of the bundle inside.")]
    issued: str
    expires: str
    expired: bool
    in_force: Annotated[bool, Meta(description="The bundle inside is the one that judges here.")]


class RulesAnswer(Struct, forbid_unknown_fields=True):
    """The rules in force: contract of the bundle's shape, version, digest of its bytes, and counts by section."""

    contract: int
    version: int
    digest: str
    counts: dict[str, int]
    signed: SignedRules | None


class RuleProblem(Struct, forbid_unknown_fields=True):
    """What is wrong in a rule file, and where; ``line`` counts from 1, 0 where it is about no single line.

    ``message_id`` says in Indonesian what ``message`` says.
    """

    file: str
    where: str
    message: str
    message_id: str
    line: int


class RanExample(Struct, forbid_unknown_fields=True):
    """A hit or miss of the draft: whether it did what its rule says, and the rules that fired."""

    file: str
    kind: Literal["hits", "misses"]
    number: int
    shown: str
    well: bool
    fired: list[str]


class Examples(Struct, forbid_unknown_fields=True):
    """How many hits and misses of the draft ran and failed, and each of them."""

    total: int
    failed: int
    ran: list[RanExample]


class Change(Struct, forbid_unknown_fields=True):
    """The verdict under the rules in force and with the draft; ``after`` is null where the draft does not compile."""

    before: Verdict
    after: Verdict | None


class TryAnswer(Struct, forbid_unknown_fields=True):
    """What a draft would change; ``examples`` is null where the draft does not compile.

    ``problems`` is whatever would make an office's folder with the draft be refused. ``replaces`` names the drafts that
    stand in place of a shared file: they are for trial only, as no folder may hold them. ``folder`` says what else is
    wrong in the office's folder as it lies there; the drafts are tried beside its files as they last were in force.
    """

    bundle: BundleIdentity
    problems: list[RuleProblem]
    replaces: list[str]
    folder: list[RuleProblem]
    examples: Examples | None
    verdicts: list[Change]


class Named(Struct, forbid_unknown_fields=True):
    """A word of the API and how it reads."""

    id: str
    title: str


class Voting(Struct, forbid_unknown_fields=True):
    """A contest that votes on a day."""

    id: str
    title: str
    areas: list[str]


class NextVoting(Struct, forbid_unknown_fields=True):
    """The next voting day that is set, today included."""

    date: str
    days: int
    contests: list[Voting]


class RunningContest(Struct, forbid_unknown_fields=True):
    """A contest and its stage on the day; ``decides`` where no other's stage is stricter."""

    id: str
    title: str
    areas: list[str]
    stage: Named
    from_: str = field(name="from")
    to: str
    source: str
    decides: bool


class Citation(Struct, forbid_unknown_fields=True):
    """Where a rule stands; ``article`` is empty where it is not known."""

    instrument: str
    name: str
    short: str
    article: str


class LawRule(Struct, forbid_unknown_fields=True):
    """One rule in plain words, where it stands, who told us and when; ``range`` with sanctions, lightest first."""

    id: str
    text: str
    law: list[Citation]
    source: str
    date: str
    sure: Annotated[
        Literal["seen", "disputed", "inferred"],
        Meta(description="Seen in the source; sources differ; our reading."),
    ]
    range: list[str] | UnsetType = UNSET


class Instrument(Struct, forbid_unknown_fields=True):
    """A law, regulation or letter that the answer cites; ``full`` has its numbers where the name does not."""

    id: str
    name: str
    full: str


class GuidanceAnswer(Struct, forbid_unknown_fields=True):
    """What the law says of an act, or of all where ``act`` is null, for an employment on a day."""

    bundle: BundleIdentity
    date: str
    language: Literal["id", "en"]
    act: Named | None
    employment: Named
    stage: Named
    contests: list[RunningContest]
    next_voting: NextVoting | None
    forbidden: list[LawRule]
    sanctions: list[LawRule]
    allowed: list[LawRule]
    unclear: list[LawRule]
    ask: list[LawRule]
    chain: list[LawRule]
    instruments: list[Instrument]
    notes: list[str]


class AliveAnswer(Struct, forbid_unknown_fields=True):
    """The process answers."""

    service: str
    status: str


class ReadyAnswer(Struct, forbid_unknown_fields=True):
    """A checked and self-tested bundle is in force; ``refused`` says why a newer file is not, or is empty.

    ``signed`` is the signed file that is handed out, ``signed_refused`` why none or a newer one is not.
    """

    service: str
    status: str
    bundle: BundleIdentity
    refused: str
    signed: SignedRules | None
    signed_refused: str
