"""What is fuzzed: each target takes any bytes, and must end well or with the one error that it promises."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from server.engine import BundleError, build_engine, load_bundle, score
from server.engine.fields import masked_spans, read_fields
from server.engine.fold import fold, original_offsets
from server.rulebook import rules_of
from server.rules import RuleErrors
from server.rules.trial import compile_drafts

VECTORS = Path(__file__).parents[2] / "shared_rules" / "vectors"
DAY = "2024-10-20"
_PATHS = ("signals/percobaan.toml", "entities/percobaan.toml", "contests/percobaan.toml", "contests/percobaan.csv",
          "accounts/percobaan.toml", "accounts/percobaan.csv",
          "confusables.toml", "scoring.toml", "weights.csv", "folding.toml")  # fmt: skip
_POST = {"text": "Coblos Partai Contoh nomor 2!", "draft": "Pilih", "site": "warta", "author": {"handle": "fajar"}}

engine = build_engine(load_bundle((VECTORS / "bundle.json").read_bytes()))


def folding(data: bytes) -> None:
    """Folding ends where it began, every token has its place, and no text is worth more than the scale."""
    text = data.decode("utf-8", "replace")
    folded = fold(engine.reader.table, text)
    if fold(engine.reader.table, folded) != folded:
        raise AssertionError("folding again changes the text")
    offsets = original_offsets(engine.reader.table, text)
    if len(offsets) != len(folded) or offsets != sorted(offsets):
        raise AssertionError("a folded character has no place in the text")
    (field,), _ = read_fields(engine.reader, {"text": text or "kosong"})
    if any(not 0 <= start < end <= len(field.text) for start, end in masked_spans(engine.reader, field)):
        raise AssertionError("a token lies outside of the text")
    verdict = score(engine, {"text": text, "author": {"handle": text[:200]}, "draft": text[::-1]}, DAY)
    if sum(item["points"] for item in verdict["evidence"]) != verdict["points"]:
        raise AssertionError("the evidence does not add up")


def rules(data: bytes) -> None:
    """A rule file compiles or is refused with its problems named."""
    path = _PATHS[data[0] % len(_PATHS)] if data else _PATHS[0]
    with contextlib.suppress(RuleErrors, BundleError):
        compile_drafts({path: data[1:].decode("utf-8", "replace")}, VECTORS / "rules")


def bundle(data: bytes) -> None:
    """A bundle is used or refused, also one that is right but for a value or two."""
    for raw in (data, _grafted(data)):
        with contextlib.suppress(BundleError):
            score(rules_of(raw).engine, _POST, DAY)


def _grafted(data: bytes) -> bytes:
    """The vectors' bundle with one of its values, which the first bytes choose, replaced by the rest."""
    whole = json.loads((VECTORS / "bundle.json").read_bytes())
    place: Any = whole
    for turn in data[:4]:
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        if not keys:
            break
        key = keys[turn % len(keys)]
        if not isinstance(place[key], (dict, list)) or turn > 200:
            place[key] = _value(data[4:])
            break
        place = place[key]
    return json.dumps(whole).encode()


def _value(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return data.decode("utf-8", "replace")


TARGETS: dict[str, Callable[[bytes], None]] = {"folding": folding, "rules": rules, "bundle": bundle}
SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "folding": lambda: [
        b"Ayo coblos n0m0r 2!! #SahabatContoh @akun p.k.s \xf0\x9d\x97\x96",
        "Mènangkan ｃontoh".encode(),
    ],
    "rules": lambda: [
        bytes([number]) + file.read_bytes()
        for number, suffix in enumerate(_PATHS)
        for file in sorted((VECTORS / "rules").rglob(f"*{Path(suffix).suffix}"))
        if file.parent.name == Path(suffix).parent.name or file.name == suffix
    ],
    "bundle": lambda: [
        (VECTORS / "bundle.json").read_bytes(),
        b"\x05\x01\x02\x03[]",
        b"\xff\x01\x02\x03-1",
        b'\x00\x01\x00\x00"AAAA"',
        b"\x00\x01\x02\x0032",
    ],
}
