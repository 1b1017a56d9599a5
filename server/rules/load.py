"""Read the rule files of a folder and its overlays, each checked against its JSON Schema."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from .problems import Problem, RuleErrors
from .tables import decode, read_accounts, read_candidates, read_numbers

RULES = Path(__file__).resolve().parents[2] / "shared_rules"
_FILE_MAX = 4 * 1024 * 1024
_TOO_DEEP = "is nested too deeply; no rule needs more than four levels"
# 20,000 parts in one key took four seconds.
_DEEP_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){20}""")
_MEANT = re.compile(r"(.+)(\.(?:toml|csv))(?:\.txt)?", re.IGNORECASE)
# Python reads no whole number of more digits.
_LONG_NUMBER = re.compile(rf"(?<![0-9_])[0-9][0-9_]{{{sys.get_int_max_str_digits()},}}")
# Which schema belongs to which file; the first pattern that fits.
SCHEMAS = (
    ("entities/parties*.toml", "parties"),
    ("entities/wings*.toml", "wings"),
    ("entities/volunteer-groups*.toml", "volunteer-groups"),
    ("entities/institutions*.toml", "institutions"),
    ("contests/*.toml", "contest"),
    ("accounts/*.toml", "accounts"),
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

_READERS = {"contests": read_candidates, "accounts": read_accounts}


@dataclass(slots=True)
class Sources:
    """Every parsed file by its path inside the rules folder; ``rows`` holds CSV files, ``overlaid`` overlays' paths.

    ``replaced`` are the shared files, as they were, in whose place a draft is tried.
    """

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    overlaid: frozenset[str] = frozenset()
    replaced: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def own(self) -> frozenset[str]:
        """Return the paths of files that are not the shared ones as they lie there."""
        return self.overlaid | self.replaced.keys()

    def shared(self) -> Sources:
        """Return the shared files alone, as they lie there."""
        return Sources(
            {name: data for name, data in self.files.items() if name not in self.own} | self.replaced,
            {name: rows for name, rows in self.rows.items() if name not in self.own},
        )

    def matching(self, folder: str) -> list[tuple[str, dict[str, Any]]]:
        """Return ``(path, data)`` of the TOML files whose path starts so, by path."""
        return [(path, data) for path, data in sorted(self.files.items()) if path.startswith(folder)]


def load_sources(root: Path = RULES, overlays: Iterable[Path] = ()) -> Sources:
    """Read a rules folder and its overlays; raise RuleErrors naming every file that is not as it should be.

    Conformance vectors bring rules of their own and are left out. An overlay holds further files in the same layout.
    It adds; it may not replace a shared file.
    """
    texts: dict[str, str] = {}
    overlaid: set[str] = set()
    problems: list[Problem] = []
    for number, folder in enumerate((root, *overlays)):
        if not folder.is_dir():
            raise RuleErrors([Problem(str(folder), "", "no such folder; give the folder that holds the rule files")])
        for path in rule_files(folder):
            name = path.relative_to(folder).as_posix()
            if name.startswith("vectors/"):
                continue
            if name in texts:
                problems.append(
                    Problem(name, "", "stands in the shared rules already; give the overlay's file another name")
                )
                continue
            text = _text_of(name, path)
            if isinstance(text, Problem):
                problems.append(text)
            else:
                texts[name] = text
                overlaid |= {name} if number else set()
        problems += [
            Problem(
                path.relative_to(folder).as_posix(),
                "",
                f"is not read under this name; rename it to {right_name(path)}, or delete it",
            )
            for path in misnamed_files(folder)
        ]
        if number == 0 and not texts and not problems:
            raise RuleErrors([Problem(str(folder), "", "holds no rule files")])
    sources = parse_sources(texts, problems)
    sources.overlaid = frozenset(overlaid)
    return sources


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder, sorted; what is hidden (``._calon.csv`` of a network share) is none."""
    return [path for path in meant_files(folder) if path.name == right_name(path)]


def misnamed_files(folder: Path) -> list[Path]:
    """Return what is meant for a rule file but ends in .toml.txt, as Notepad saves it, in .CSV and the like, sorted."""
    return [path for path in meant_files(folder) if path.name != right_name(path)]


def meant_files(folder: Path) -> list[Path]:
    """Return what a folder has of rule files, whether rightly named or not, sorted."""
    found = (path for path in folder.rglob("*") if _MEANT.fullmatch(path.name))
    return sorted(path for path in found if not any(part[0] == "." for part in path.relative_to(folder).parts))


def right_name(path: Path) -> str:
    """Return the name by which a file is read as a rule file; its own where it is not meant for one."""
    meant = _MEANT.fullmatch(path.name)
    return f"{meant[1]}{meant[2].lower()}" if meant else path.name


def _text_of(name: str, path: Path) -> str | Problem:
    try:
        if path.stat().st_size > _FILE_MAX:
            return Problem(name, "", f"is larger than {_FILE_MAX >> 20} MiB; divide it")
        return decode(name, path.read_bytes())
    except OSError as error:
        return Problem(name, "", f"cannot be read ({error.strerror})")


def parse_sources(texts: dict[str, str], problems: list[Problem] | None = None) -> Sources:
    """Parse and check rule files given as ``{path: text}``."""
    problems = [] if problems is None else problems
    sources = Sources()
    for name, text in texts.items():
        if name.endswith(".csv"):
            read = _READERS.get(name.partition("/")[0], read_numbers)
            sources.rows[name] = read(name, text, problems)
        else:
            data = _table(name, text, problems)
            if data is not None:
                sources.files[name] = data
    if problems:
        raise RuleErrors(sorted(problems))
    return sources


def _table(name: str, text: str, problems: list[Problem]) -> dict[str, Any] | None:
    data = _toml(name, text)
    if isinstance(data, Problem):
        problems.append(data)
        return None
    schema = next((schema for pattern, schema in SCHEMAS if fnmatchcase(name, pattern) and name.count("/") < 2), None)
    if schema is None:
        problems.append(Problem(name, "", "no kind of rule file has this name; see shared_rules/SPEC.md, section 9"))
        return None
    try:
        found = sorted(_validator(schema).iter_errors(data), key=lambda error: list(map(str, error.absolute_path)))
    except RecursionError:
        problems.append(Problem(name, "", _TOO_DEEP))
        return None
    problems.extend(Problem(name, _path(error.absolute_path), _message(schema, error)) for error in found)
    return None if found else data


def _toml(name: str, text: str) -> dict[str, Any] | Problem:
    if deep := deep_key(text):
        return Problem(name, f"line {deep}", "a dotted key is nested too deeply; no rule needs more than four")
    try:
        return tomllib.loads(text)
    except RecursionError:
        return Problem(name, "", _TOO_DEEP)
    except tomllib.TOMLDecodeError as error:
        return Problem(name, "", f"not valid TOML: {error}")
    except ValueError:
        found = _LONG_NUMBER.search(text)
        where = f"line {_line(text, found.start())}" if found else ""
        return Problem(name, where, "holds a number with too many digits; write a shorter one")


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def deep_key(text: str) -> int:
    """Return the line of a dotted key of twenty parts or more, or 0: such keys cost the TOML reader quadratic time."""
    found = _DEEP_KEY.search(text)
    return _line(text, found.start()) if found else 0


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((RULES / "schema" / f"{schema}.schema.json").read_text(encoding="utf-8")))


def _message(schema: str, error: ValidationError) -> str:
    if schema == "contest" and error.validator == "required" and error.message.startswith("'active'"):
        return 'has no dates; add a line like active = { from = "2029-01-31", to = "2029-12-31" }'
    if schema == "signal" and error.validator == "anyOf" and not error.absolute_path:
        return "has neither phrases nor regexes; add what is to be looked for"
    return str(error.message)


def _path(parts: Iterable[Any]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.removeprefix(".")
