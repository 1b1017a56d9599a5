"""What the engines of a comparison are handed: the same names and phrases, each in the form that it reads; posts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.engine import canonical_json
from server.engine.fold import build_fold_table
from server.rules import Sources, compile_sources, load_sources
from server.rules.folding import compile_fold
from server.rules.phrases import Element, parse_phrase

from .bundles import compile_trial, rival_names, shipped_bundle, shipped_names
from .gazetteer import make_gazetteer
from .wording import as_regex, make_rules

# What stands for a name where an engine can't put a word of its own in a name's place first.
_ANY_WORD = r"\w+"


@dataclass(frozen=True)
class Handout:
    """A compiled bundle, and the names and phrases in it: class, points, phrases of each rule."""

    bundle: bytes
    names: list[str]
    rules: list[tuple[str, int, list[list[Element]]]]


def invented(aliases: int) -> Handout:
    """The benchmark's own rules with so many names."""
    raw, written = compile_trial(aliases)
    rules = [
        (rule.id.partition("-")[0], rule.points, [parse_phrase(phrase, {}) for phrase in rule.phrases])
        for rule in make_rules()
    ]
    return Handout(raw, written, rules)


def shipped() -> Handout:
    """The product's own rules, as far as they read the text of a post."""
    return Handout(shipped_bundle(), shipped_names(), _text_rules(load_sources()))


def filled(aliases: int) -> Handout:
    """The product's own rules and the invented candidates of a further contest, so many names in all."""
    own, names = load_sources(), shipped_names()
    table = build_fold_table(compile_fold(own.files["folding.toml"]))
    further = make_gazetteer(table, aliases - len(names))
    files = {name.replace("parties.toml", "parties-bench.toml"): data for name, data in further.files.items()}
    bundle = compile_sources(Sources(own.files | files, own.rows))
    return Handout(canonical_json(bundle) + b"\n", names + further.written, _text_rules(own))


def _text_rules(sources: Sources) -> list[tuple[str, int, list[list[Element]]]]:
    signals = [data for _, data in sources.matching("signals/")]
    macros = {name: words for data in signals for name, words in data.get("macros", {}).items()}
    return [
        (data["stance"], data["points"], [parse_phrase(phrase, macros) for phrase in data["phrases"]])
        for data in signals
        if data.get("phrases") and "text" in data["fields"]
    ]


def hand_out(handout: Handout, contexts: list[dict[str, Any]], folder: Path) -> None:
    """Write what the engines read, each a file of its own, so that none carries another's."""
    phrases = [elements for _, _, rule in handout.rules for elements in rule]
    kinds = [kind for kind, _, rule in handout.rules for _ in rule]
    rules = {
        "names": rival_names(handout.names),
        "points": [points for _, points, _ in handout.rules],
        "masked": [[as_regex(elements) for elements in rule] for _, _, rule in handout.rules],
    }
    folder.mkdir()
    (folder / "bundle.json").write_bytes(handout.bundle)
    for name, data in {
        "obvious": rules,
        "presidio": {
            "names": rules["names"],
            "patterns": {
                kind: [
                    as_regex(elements, _ANY_WORD) for own, elements in zip(kinds, phrases, strict=True) if own == kind
                ]
                for kind in sorted(set(kinds))
            },
        },
        "spacy": {
            "names": rules["names"],
            "patterns": [as_tokens(elements) for elements in phrases if _free(elements)],
        },
        "contexts": contexts,
    }.items():
        (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")


def _free(elements: list[Element]) -> bool:
    """Whether a phrase asks for no edge of the field, which token patterns can't: spaCy is spared those that do."""
    return not any(element.edge for element in elements)


def as_tokens(elements: list[Element]) -> list[list[dict[str, Any]]]:
    """Return a phrase as spaCy's token patterns, one for every way in which its places can be filled."""
    ways: list[list[dict[str, Any]]] = [[]]
    for element in elements:
        choices = _tokens(element)
        ways = [[*way, *choice] for way in ways for choice in choices]
    return ways


def _tokens(element: Element) -> list[list[dict[str, Any]]]:
    """The ways to fill one place: by a word, a number, or a name of several tokens."""
    if element.is_gap:
        return [[{"OP": f"{{0,{element.most}}}"}]]
    often = f"{{{element.least},{element.most}}}"
    again = {} if often == "{1,1}" else {"OP": often}
    ways: list[list[dict[str, Any]]] = []
    if element.words:
        ways.append([{"ORTH": {"IN": sorted(element.words)}, **again}])
    if element.prefixes:
        ways.append([{"ORTH": {"REGEX": f"^(?:{'|'.join(sorted(element.prefixes))})"}, **again}])
    if set(element.slots) & set("NY"):
        ways.append([{"IS_DIGIT": True, **again}])
    if set(element.slots) - set("NY"):
        ways.append([{"ENT_TYPE": "NAME", "OP": "+" if element.least else "*"}])
    return ways
