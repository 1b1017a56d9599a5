"""Read the rule files of a folder and its overlays, each checked against its JSON Schema."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from .problems import Problem, RuleErrors
from .tables import decode, read_candidates, read_numbers

RULES = Path(__file__).resolve().parents[2] / "shared_rules"
# Which schema belongs to which file; the first pattern that fits.
_SCHEMAS = (
    ("entities/parties*.toml", "parties"),
    ("entities/wings*.toml", "wings"),
    ("entities/volunteer-groups*.toml", "volunteer-groups"),
    ("entities/institutions*.toml", "institutions"),
    ("contests/*.toml", "contest"),
    ("signals/macros.toml", "macros"),
    ("signals/*.toml", "signal"),
    ("sites/*.toml", "site"),
    ("law/words.toml", "law-words"),
    ("law/instruments*.toml", "law-instruments"),
    ("law/*.toml", "law"),
    ("confusables*.toml", "confusables"),
    ("folding.toml", "folding"),
    ("scoring.toml", "scoring"),
)


@dataclass(slots=True)
class Sources:
    """Every parsed file by its path inside the rules folder; ``rows`` holds the CSV files."""

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def matching(self, folder: str) -> list[tuple[str, dict[str, Any]]]:
        """Return ``(path, data)`` of the TOML files whose path starts so, by path."""
        return [(path, data) for path, data in sorted(self.files.items()) if path.startswith(folder)]


def load_sources(root: Path = RULES, overlays: Iterable[Path] = ()) -> Sources:
    """Read a rules folder and its overlays; raise RuleErrors naming every file that is not as it should be.

    Conformance vectors bring rules of their own and are left out. An overlay holds further files in the same layout.
    It adds; it may not replace a shared file.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for number, folder in enumerate((root, *overlays)):
        if not folder.is_dir():
            raise RuleErrors([Problem(str(folder), "", "no such folder; give the folder that holds the rule files")])
        for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.csv"))):
            name = path.relative_to(folder).as_posix()
            if name.startswith("vectors/"):
                continue
            if name in texts:
                problems.append(
                    Problem(name, "", "stands in the shared rules already; give the overlay's file another name")
                )
                continue
            text = decode(name, path.read_bytes())
            if isinstance(text, Problem):
                problems.append(text)
            else:
                texts[name] = text
        if number == 0 and not texts and not problems:
            raise RuleErrors([Problem(str(folder), "", "holds no rule files")])
    return parse_sources(texts, problems)


def parse_sources(texts: dict[str, str], problems: list[Problem] | None = None) -> Sources:
    """Parse and check rule files given as ``{path: text}``."""
    problems = [] if problems is None else problems
    sources = Sources()
    for name, text in texts.items():
        if name.endswith(".csv"):
            read = read_candidates if name.startswith("contests/") else read_numbers
            sources.rows[name] = read(name, text, problems)
        else:
            data = _table(name, text, problems)
            if data is not None:
                sources.files[name] = data
    if problems:
        raise RuleErrors(sorted(problems))
    return sources


def _table(name: str, text: str, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problems.append(Problem(name, "", f"not valid TOML: {error}"))
        return None
    schema = next((schema for pattern, schema in _SCHEMAS if fnmatchcase(name, pattern) and name.count("/") < 2), None)
    if schema is None:
        problems.append(Problem(name, "", "no kind of rule file has this name; see shared_rules/SPEC.md, section 9"))
        return None
    found = sorted(_validator(schema).iter_errors(data), key=lambda error: list(map(str, error.absolute_path)))
    problems.extend(Problem(name, _path(error.absolute_path), _message(schema, error)) for error in found)
    return None if found else data


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((RULES / "schema" / f"{schema}.schema.json").read_text(encoding="utf-8")))


def _message(schema: str, error: ValidationError) -> str:
    if schema == "contest" and error.validator == "required" and error.message.startswith("'active'"):
        return 'has no dates; add a line like active = { from = "2029-01-31", to = "2029-12-31" }'
    return str(error.message)


def _path(parts: Iterable[Any]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.removeprefix(".")
