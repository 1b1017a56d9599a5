"""What is collected from the sources: entities, and the names, slogans and hosts that point at them (SPEC 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from server.engine.fold import FoldTable

from .names import handle_tokens, tokens_of
from .problems import Problem

ALWAYS = ("0000-00-00", "9999-99-99")


@dataclass(slots=True)
class Entry:
    """One entity while it is collected; ``place`` is where it stands in the sources."""

    id: str
    kind: str
    name: str
    slot: str
    start: str
    end: str
    resting: str
    place: tuple[str, str]


@dataclass(slots=True)
class Gazetteer:
    """Entities, and the aliases, slogans and hosts that point at them; ``near`` holds the cues of ambiguous aliases."""

    table: FoldTable
    entries: list[Entry] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=dict)
    slogans: dict[str, set[str]] = field(default_factory=dict)
    domains: dict[str, str] = field(default_factory=dict)
    near: dict[str, frozenset[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, entry: Entry, data: dict[str, Any], *names: str) -> None:
        """Add an entity with its names, handles, tags, slogans and hosts."""
        self.entries.append(entry)
        for name in (entry.name, *names, *data.get("aliases", ())):
            self.name(entry, name, tokens_of)
        for tag in data.get("hashtags", ()):
            self.name(entry, tag, tokens_of)
        for handle in data.get("handles", ()):
            self.name(entry, handle, handle_tokens)
        self.slogan(entry, data.get("slogans", ()))
        for host in data.get("domains", ()):
            if self.domains.setdefault(host.lower(), entry.id) != entry.id:
                self.problems.append(
                    Problem(*entry.place, f"the domain {host} belongs to {self.domains[host]} already")
                )

    def name(self, entry: Entry, name: str, read: Callable[[FoldTable, str], str]) -> None:
        """Let a name point at an entity."""
        self._point(self.names, entry, name, read)

    def slogan(self, entry: Entry, slogans: Iterable[str]) -> None:
        """Let slogans take an entity's side."""
        for slogan in slogans:
            self._point(self.slogans, entry, slogan, tokens_of)

    def _point(
        self, index: dict[str, set[str]], entry: Entry, text: str, read: Callable[[FoldTable, str], str]
    ) -> None:
        tokens = read(self.table, text)
        if tokens:
            index.setdefault(tokens, set()).add(entry.id)
        else:
            self.problems.append(Problem(*entry.place, f"the name {text!r} has no letter or digit left after folding"))
