"""Account patterns and lists of accounts; a list is a filter that answers yes or no and cannot be read (SPEC 5)."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .signals import SignalIndex, find_accounts

ACCOUNT_FIELD = "author.handle"
_FIELDS = (("author", "handle", ACCOUNT_FIELD), ("link", "url", "link.url"))
_ACCOUNT_MAX = 300
_WORD = 0xFFFFFFFF
_SEEDS = (1, 2)


@dataclass(frozen=True, slots=True)
class AccountList:
    """A Bloom filter of accounts and the days, both included, on which it holds."""

    start: str
    end: str
    probes: int
    bits: bytes


def build_account_lists(bundle: dict[str, Any]) -> tuple[AccountList, ...]:
    """Return the lists of a checked bundle."""
    return tuple(
        AccountList(entry["from"], entry["to"], entry["probes"], base64.b64decode(entry["filter"]))
        for entry in bundle.get("accounts", ())
    )


def normal_account(value: str | None) -> str:
    """Return an account name or address as it is compared, empty where it is not (SPEC 5.1)."""
    if not value or not value.isascii() or len(value) > _ACCOUNT_MAX or "\n" in value:
        return ""
    return value.lower().removeprefix("@")


def account_hits(
    index: SignalIndex, lists: tuple[AccountList, ...], context: dict[str, Any], date: str
) -> tuple[list[tuple[int, str]], bool]:
    """Return ``(signal, field)`` of what fits an account, each signal once, and whether a pattern took too long."""
    if "author" not in context and "link" not in context:
        return [], False
    hits: dict[int, str] = {}
    late = False
    for outer, inner, name in _FIELDS:
        value = normal_account((context.get(outer) or {}).get(inner))
        if not value:
            continue
        if lists and name == ACCOUNT_FIELD and is_listed(lists, context.get("site"), value, date):
            hits[index.listed] = name
        found, slow = find_accounts(index, name, value)
        for signal in found:
            hits.setdefault(signal, name)
        late = late or slow
    return list(hits.items()), late


def is_listed(lists: tuple[AccountList, ...], site: str | None, account: str, date: str) -> bool:
    """Say whether a list that holds on a day has an account of a site (SPEC 5.3)."""
    key = f"{site or ''}:{account}"
    if not site or not key.isascii():
        return False
    return any(known.start <= date <= known.end and _holds(known, key) for known in lists)


def _holds(known: AccountList, key: str) -> bool:
    bits = known.bits
    return all(bits[place >> 3] >> (place & 7) & 1 for place in probe_places(key, known.probes, 8 * len(bits)))


def probe_places(key: str, probes: int, size: int) -> Iterator[int]:
    """Yield the places of a key in a filter of so many bits (SPEC 5.4)."""
    raw = key.encode()
    at, step = murmur3(raw, _SEEDS[0]), murmur3(raw, _SEEDS[1]) | 1
    for _ in range(probes):
        yield _mixed(at) % size
        at = at + step & _WORD


def murmur3(raw: bytes, seed: int) -> int:
    """Return MurmurHash3 x86_32 of some bytes, as Austin Appleby published it."""
    value = seed
    whole = len(raw) & ~3
    for at in range(0, whole, 4):
        value ^= _scrambled(int.from_bytes(raw[at : at + 4], "little"))
        value = (_turned(value, 13) * 5 + 0xE6546B64) & _WORD
    if whole < len(raw):
        value ^= _scrambled(int.from_bytes(raw[whole:], "little"))
    return _mixed(value ^ len(raw))


def _scrambled(block: int) -> int:
    return _turned(block * 0xCC9E2D51 & _WORD, 15) * 0x1B873593 & _WORD


def _turned(value: int, by: int) -> int:
    return (value << by | value >> 32 - by) & _WORD


def _mixed(value: int) -> int:
    """Return the hash's final mix: every bit of the value tells on every bit of the answer."""
    value = (value ^ value >> 16) * 0x85EBCA6B & _WORD
    value = (value ^ value >> 13) * 0xC2B2AE35 & _WORD
    return value ^ value >> 16
