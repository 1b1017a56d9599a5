"""Compile rule sources into the one bundle that both engines read (SPEC 8)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from server.engine.bundle import CONTRACT
from server.engine.fold import FoldTable, build_fold_table
from server.engine.signals import FIRST_WORD

from .accounts import compile_accounts, count_accounts
from .folding import check_fold, compile_fold
from .gazetteer import Gazetteer, collect, ranked
from .law import compile_law
from .load import RULES, Sources, load_sources
from .names import anchor_places, tokens_of
from .phrases import NUMERALS, SLOTS, Element, PhraseError, compile_phrase, parse_phrase, phrase_words
from .problems import Problem, RuleErrors

_WORDS_MAX = 0xD800 - FIRST_WORD
_ACRONYM_MAX = 8


def compile_rules(root: Path = RULES, overlays: Iterable[Path] = ()) -> dict[str, Any]:
    """Return the bundle of a rules folder; raise RuleErrors with every problem found."""
    return compile_sources(load_sources(root, overlays))


def compile_sources(sources: Sources) -> dict[str, Any]:
    """Return the bundle of parsed sources; raise RuleErrors with every problem found."""
    problems: list[Problem] = []
    for required in ("folding.toml", "scoring.toml"):
        if required not in sources.files:
            raise RuleErrors([Problem(required, "", "is missing")])
    problems += [Problem("folding.toml", "", text) for text in check_fold(sources.files["folding.toml"])]
    problems += _check_scale(sources.files["scoring.toml"])
    if problems:
        raise RuleErrors(sorted(problems))
    fold = compile_fold(sources.files["folding.toml"])
    table = build_fold_table(fold)
    names = collect(sources, table)
    problems += names.problems
    confusables, confusable_of = _confusables(sources, table, names, problems)
    frequency = {row["word"]: int(row["per_million"]) for row in sources.rows.get("frequency.csv", ())}
    entities, aliases = _aliases(names, confusable_of, frequency)
    parsed = _parse_signals(sources, problems)
    law = compile_law(sources, problems)
    accounts = compile_accounts(sources, problems)
    if problems:
        raise RuleErrors(sorted(problems))
    words, prefixes = _vocabulary(parsed)
    signals = _signals(parsed, words, prefixes, frequency)
    scoring = sources.files["scoring.toml"]
    return {
        "contract": CONTRACT,
        "version": scoring["version"],
        "fold": fold,
        "slots": {char: f"<{name}>" for name, char in SLOTS.items()},
        "words": words,
        "prefixes": prefixes,
        "segments": _segments(sources),
        "acronyms": _acronyms(names),
        "entities": entities,
        "aliases": aliases,
        "domains": sorted([host, _number(entities, entity)] for host, entity in names.domains.items()),
        "confusables": confusables,
        "signals": signals,
        "weights": {row["ngram"]: int(row["points"]) for row in sources.rows.get("weights.csv", ())},
        "scoring": _scoring(scoring),
        "sites": {data["id"]: data for _, data in sources.matching("sites/")},
        "counts": _counts(sources, entities, aliases, signals),
        **({"law": law} if law else {}),
        **({"accounts": accounts} if accounts else {}),
    }


def _check_scale(scoring: dict[str, Any]) -> list[Problem]:
    points = [points for points, _ in scoring["calibration"]]
    percents = [percent for _, percent in scoring["calibration"]]
    rising = points == sorted(set(points)) and percents == sorted(percents)
    if not rising or points[0] > scoring["points"]["lowest"] or percents[0] != 0:
        return [Problem("scoring.toml", "calibration", "must rise from [lowest, 0] in pairs of points and percent")]
    return []


def _scoring(source: dict[str, Any]) -> dict[str, Any]:
    slot_of = dict(SLOTS.items())
    return {
        "mentions": {slot_of[name]: points for name, points in source["mentions"].items()},
        "fields": source["fields"],
        "thresholds": source["thresholds"],
        "points": source["points"],
        "limits": source["limits"],
        "calibration": source["calibration"],
        "cue_window": source["cue_window"],
        "veto_window": source["veto_window"],
        "small_words": sorted(source["small_words"]),
        "whys": {rule: title["id"] for rule, title in source["titles"].items()},
        "titles": source["titles"],
    }


def _confusables(
    sources: Sources, table: FoldTable, names: Gazetteer, problems: list[Problem]
) -> tuple[list[dict[str, list[str]]], dict[str, int]]:
    """Return the compiled cue lists and which alias uses which."""
    groups: dict[str, list[str]] = {}
    for _, data in sources.matching("confusables"):
        groups.update(data.get("groups", {}))
    compiled: list[dict[str, list[str]]] = []
    numbers: dict[str, int] = {}
    for file, data in sources.matching("confusables"):
        for at, entry in enumerate(data.get("confusable", ())):
            place = f"confusable[{at}] {entry['alias']}"
            alias = tokens_of(table, entry["alias"])
            if alias not in names.names and alias not in names.slogans:
                problems.append(
                    Problem(file, place, "is no alias or slogan of any entity; add it there or drop this entry")
                )
            if alias in numbers:
                problems.append(Problem(file, place, "stands here twice; join the two entries"))
            numbers[alias] = len(compiled)
            lists: dict[str, list[str]] = {}
            for key in ("cues", "vetoes"):
                texts: list[str] = []
                for cue in entry.get(key, ()):
                    if cue.startswith("@") and cue[1:] not in groups:
                        problems.append(Problem(file, f"{place}.{key}", f"there is no cue group {cue}"))
                    texts += groups.get(cue[1:], []) if cue.startswith("@") else [cue]
                lists[key] = sorted({tokens_of(table, text) for text in texts} - {""})
            compiled.append(lists)
    shared: dict[frozenset[str], int] = {}
    for alias, near in sorted(names.near.items()):
        if alias in numbers:
            compiled[numbers[alias]]["cues"] = sorted(near.union(compiled[numbers[alias]]["cues"]))
            continue
        if near not in shared:
            shared[near] = len(compiled)
            compiled.append({"cues": sorted(near), "vetoes": []})
        numbers[alias] = shared[near]
    return compiled, numbers


def _aliases(
    names: Gazetteer, confusable_of: dict[str, int], frequency: dict[str, int]
) -> tuple[list[list[Any]], list[list[Any]]]:
    entries = ranked(names.entries)
    number = {entry.id: place for place, entry in enumerate(entries)}
    entities = [
        [entry.id, entry.kind, entry.name, entry.slot, entry.start, entry.end, entry.resting] for entry in entries
    ]
    texts = sorted(names.names.keys() | names.slogans.keys())
    anchors = anchor_places(texts, frequency)
    aliases = []
    for text in texts:
        # A name that is a slogan as well stays a name: naming somebody must not weigh as taking a side.
        slogan = text not in names.names
        members = sorted(number[entity] for entity in (names.slogans if slogan else names.names)[text])
        aliases.append([text, members, confusable_of.get(text, -1), int(slogan), anchors[text]])
    return entities, aliases


def _number(entities: list[list[Any]], entity: str) -> int:
    return next(place for place, entry in enumerate(entities) if entry[0] == entity)


Parsed = tuple[dict[str, Any], list[list[Element]]]


def _parse_signals(sources: Sources, problems: list[Problem]) -> list[Parsed]:
    macros: dict[str, list[str]] = {}
    parsed: list[Parsed] = []
    ids: dict[str, str] = {}
    for _, data in sources.matching("signals/"):
        if "macros" in data:
            macros.update(data["macros"])
    for file, data in sources.matching("signals/"):
        if "macros" in data:
            continue
        if data["id"] in ids:
            problems.append(Problem(file, "id", f"{data['id']} is the id of {ids[data['id']]} already"))
        ids[data["id"]] = file
        phrases = []
        for number, text in enumerate(data.get("phrases", ())):
            try:
                phrases.append(parse_phrase(text, macros))
            except PhraseError as error:
                problems.append(Problem(file, f"phrases[{number}] {text!r}", str(error)))
        parsed.append((data, phrases))
    problems += _check_listed(sources, [data for data, _ in parsed], ids)
    return sorted(parsed, key=lambda item: item[0]["id"])


def _check_listed(sources: Sources, signals: list[dict[str, Any]], files: dict[str, str]) -> list[Problem]:
    """Return what is wrong with the signal for listed accounts: there is one at most, and one where there are lists."""
    marked = [data["id"] for data in signals if data.get("listed")]
    problems = [
        Problem(files[name], "listed", f"{files[marked[0]]} is the signal for listed accounts already; drop the line")
        for name in marked[1:]
    ]
    if not marked:
        message = "no signal has the line listed = true, so the list would count for nothing"
        problems += [Problem(file, "", message) for file, _ in sources.matching("accounts/")]
    return problems


def _vocabulary(parsed: list[Parsed]) -> tuple[list[str], list[str]]:
    words, prefixes = set(NUMERALS), set()
    for _, phrases in parsed:
        for elements in phrases:
            more_words, more_prefixes = phrase_words(elements)
            words |= more_words
            prefixes |= more_prefixes
    if len(words) + len(prefixes) > _WORDS_MAX:
        raise RuleErrors([Problem("signals/", "", f"use more than {_WORDS_MAX} words")])
    return sorted(words), sorted(prefixes)


def _signals(
    parsed: list[Parsed], words: list[str], prefixes: list[str], frequency: dict[str, int]
) -> list[dict[str, Any]]:
    chars = {word: chr(FIRST_WORD + place) for place, word in enumerate(words)}
    prefix_chars = {prefix: chr(FIRST_WORD + len(words) + place) for place, prefix in enumerate(prefixes)}
    return [
        {
            "id": data["id"],
            "why": data["title"]["id"],
            "why_en": data["title"]["en"],
            "stance": data["stance"],
            "alone": data.get("alone", False),
            "report": data.get("report", False),
            "points": data["points"] if data["status"] == "stable" else 0,
            "fields": sorted(data["fields"]),
            "phrases": [compile_phrase(elements, chars, prefix_chars, frequency) for elements in phrases],
            "regexes": data.get("regexes", []),
            **({"listed": True} if data.get("listed") else {}),
        }
        for data, phrases in parsed
    ]


def _segments(sources: Sources) -> list[str]:
    return sorted(set(sources.files.get("signals/macros.toml", {}).get("tag_words", [])))


def _acronyms(names: Gazetteer) -> list[str]:
    """Return the one-word names short enough to be spelled letter by letter."""
    parties = {entry.id for entry in names.entries if entry.slot == "P"}
    return sorted(
        text
        for text, members in names.names.items()
        if 3 <= len(text) <= _ACRONYM_MAX and text.isascii() and text.isalpha() and members & parties
    )


def _counts(
    sources: Sources, entities: list[list[Any]], aliases: list[list[Any]], signals: list[dict[str, Any]]
) -> dict[str, int]:
    kinds = [entity[1] for entity in entities]
    return {
        "parties": kinds.count("party"),
        "contests": len(sources.matching("contests/")),
        "pairs": kinds.count("pair"),
        "entities": len(entities),
        "aliases": len(aliases),
        "signals": len(signals),
        "accounts": count_accounts(sources),
        "sites": len(sources.matching("sites/")),
    }
