"""Check the law files: names that exist, sources, kind wording, and no gap for any button (SPEC 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from .load import Sources
from .problems import Problem

WORDS = "law/words.toml"
RANGE = ("code-of-ethics", "warning", "medium", "heavy", "contract-end", "dismissal", "own-rules", "criminal")
_CONDITIONS = {"acts": "act", "employments": "employment", "stages": "stage"}
_NOTES = ("advice", "none", "several")
_TEXT_WORDS = 32
_ACCUSING = re.compile(r"langgar|bersalah|\bviolat|\bguilty|\boffend", re.IGNORECASE)
_POSSIBLE = {"id": re.compile(r"\bdapat\b", re.IGNORECASE), "en": re.compile(r"\bcan\b", re.IGNORECASE)}

Place = tuple[str, str, dict[str, Any]]


def resolve(names: Iterable[str], sets: dict[str, list[str]]) -> list[str]:
    """Return names with every ``@set`` replaced by its members, each once, sorted."""
    return sorted({member for name in names for member in (sets[name[1:]] if name.startswith("@") else [name])})


def check_law(sources: Sources) -> list[Problem]:
    """Return the problems of the law files; a bundle is compiled from them only where there are none."""
    words = sources.files.get(WORDS)
    if words is None:
        return [Problem(WORDS, "", "is missing; the other law files need its acts, employments and stages")]
    rules = [
        (file, f"rule[{number}] {rule['id']}", data["kind"], rule)
        for file, data in sources.matching("law/")
        for number, rule in enumerate(data.get("rule", ()))
    ]
    places = [(file, where, rule) for file, where, _, rule in rules]
    problems = [*_check_words(sources, words), *_check_ids(places), *_check_instruments(sources, places)]
    for file, where, kind, rule in rules:
        problems += [Problem(file, f"{where}{key}", message) for key, message in _check_rule(kind, rule, words)]
    return problems or [*_gaps([(kind, rule) for _, _, kind, rule in rules], words)]


def _check_words(sources: Sources, words: dict[str, Any]) -> Iterator[Problem]:
    known = {data["id"] for _, data in sources.matching("contests/")}
    for name in words["leave_out"]:
        if name not in known:
            yield Problem(WORDS, "leave_out", f"there is no contest {name!r}; drop it")
    seen: set[str] = set()
    for key in _CONDITIONS.values():
        for word in words[key]:
            if word["id"] in seen:
                yield Problem(WORDS, key, f"the id {word['id']} stands in this file twice")
            seen.add(word["id"])
    stages = [word["id"] for word in words["stage"]]
    used = {
        stage["kind"]
        for _, data in sources.matching("contests/")
        for part in (data, *data.get("local", ()))
        for stage in part.get("stage", ())
    }
    for name in sorted({"none", *used} - {"closed", *stages}):
        yield Problem(WORDS, "stage", f"the stage {name} is missing; contests use it, give it a title and its place")
    for name in _NOTES:
        if name not in words["notes"]:
            yield Problem(WORDS, "notes", f"the note {name} is missing")
    for set_name, names in words["sets"].items():
        for name in names:
            if name not in seen:
                yield Problem(WORDS, f"sets.{set_name}", f"there is no act, employment or stage {name!r}")


def _check_ids(rules: list[Place]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for file, where, rule in rules:
        if rule["id"] in seen:
            yield Problem(file, where, f"the id stands in {seen[rule['id']]} already; give it another")
        seen[rule["id"]] = file


def _check_instruments(sources: Sources, rules: list[Place]) -> Iterator[Problem]:
    known: dict[str, tuple[str, int]] = {}
    for file, data in sources.matching("law/instruments"):
        for number, entry in enumerate(data["instrument"]):
            if entry["id"] in known:
                yield Problem(file, f"instrument[{number}]", f"the id {entry['id']} stands here twice")
            known[entry["id"]] = (file, number)
    cited = set()
    for file, where, rule in rules:
        for name, _, _ in rule.get("law", ()):
            cited.add(name)
            if name not in known:
                yield Problem(file, f"{where}.law", f"there is no instrument {name!r}; add it to law/instruments.toml")
    for name in sorted(known.keys() - cited):
        file, number = known[name]
        yield Problem(file, f"instrument[{number}] {name}", "is cited by no rule; drop it")


def _check_rule(kind: str, rule: dict[str, Any], words: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong in one rule: the key, and what to do."""
    for key, word in _CONDITIONS.items():
        ids = {entry["id"] for entry in words[word]}
        for name in rule.get(key, ()):
            if name.startswith("@"):
                members = words["sets"].get(name[1:])
                if members is None:
                    yield f".{key}", f"there is no set {name}; the sets are in {WORDS}"
                elif not ids.issuperset(members):
                    yield f".{key}", f"{name} is no set of {key}"
            elif name not in ids:
                yield f".{key}", f"there is no {word} {name!r}; the words are in {WORDS}"
    if kind in ("forbidden", "sanctions") and not rule.get("law"):
        yield ".law", "is missing; say which instrument forbids or sanctions"
    if (kind == "sanctions") != ("range" in rule):
        yield ".range", "belongs to every sanction, and to sanctions only"
    steps = [RANGE.index(step) for step in rule.get("range", ())]
    if steps != sorted(set(steps)):
        yield ".range", "must rise from the lightest to the heaviest, each once"
    if rule["sure"] == "disputed" and len(steps) == 1:
        yield ".range", "holds one sanction where sources differ; write both"
    if rule.get("from", "") > rule.get("to", "9999-99-99"):
        yield ".to", "ends before it begins"
    for language, text in rule["text"].items():
        where = f".text.{language}"
        if _ACCUSING.search(text):
            yield where, "accuses; write 'terindikasi' or 'dapat dikenai' ('can')"
        if kind == "sanctions" and not _POSSIBLE[language].search(text):
            yield where, "promises a sanction; write 'dapat' ('can')"
        if len(text.split()) > _TEXT_WORDS:
            yield where, f"is longer than {_TEXT_WORDS} words; cut it or make two rules"
        if not text.endswith("."):
            yield where, "must be a sentence with a full stop"


def _gaps(rules: list[tuple[str, dict[str, Any]]], words: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each button of which nothing would be said to some employment in some stage."""

    def members(rule: dict[str, Any], key: str) -> list[str]:
        return resolve(rule.get(key, [word["id"] for word in words[_CONDITIONS[key]]]), words["sets"])

    told: dict[bool, set[tuple[str, ...]]] = {True: set(), False: set()}
    for kind, rule in rules:
        certain = rule["sure"] != "background" and "to" not in rule and "elections" not in rule
        if certain and kind in ("forbidden", "unclear", "ask"):
            told[kind == "ask"] |= set(product(*(members(rule, key) for key in _CONDITIONS)))
    buttons = [act["id"] for act in words["act"] if act.get("button")]
    others = ([word["id"] for word in words[key]] for key in ("employment", "stage"))
    for each in product(buttons, *others):
        for ask, done in told.items():
            if each not in done:
                kinds = "whom to ask" if ask else "what is forbidden or unclear"
                yield Problem("law/", " ".join(each), f"no rule says {kinds}; add one")
