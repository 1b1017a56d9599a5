"""Engines in processes of their own: ours, the obvious design, Presidio and spaCy, all over the same names and phrases.

Each is built from its own file of a folder (handout.py) and returns whether a post names somebody, once it has done all
that it has to do: names, phrases, reasons. What only one of them needs is imported there: each pays for its own.
"""

# ruff: noqa: PLC0415
from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

Context = dict[str, Any]
Engine = Callable[[Context], bool]


def build_ours(folder: Path, date: str) -> Engine:
    """Our engine, which reads the bundle that the compiler made."""
    import server.engine.bundle
    from server.engine import build_engine, load_bundle, score

    raw = (folder / "bundle.json").read_bytes()
    # The product refuses a bundle so large that nobody would want to fetch it; here that limit is not what is asked.
    vars(server.engine.bundle)["SIZE_MAX"] = max(len(raw), server.engine.bundle.SIZE_MAX)
    engine = build_engine(load_bundle(raw))
    return lambda context: bool(score(engine, context, date)["affiliations"])


def build_obvious(folder: Path, _: str) -> Engine:
    """A named list of `regex` and a loop over the phrases (rival.py)."""
    from .rival import build_rival, score_rival

    rules = _read(folder / "obvious.json")
    rival = build_rival(rules["names"], rules["masked"], rules["points"])

    def find(context: Context) -> bool:
        try:
            return bool(score_rival(rival, context["text"])["names"])
        except TimeoutError:
            # Its own limit, which a busy machine or very many names make it reach: such a post stays without verdict.
            return False

    return find


def build_presidio(folder: Path, _: str) -> Engine:
    """Presidio's analyzer: a deny list of the names, one recogniser for each class of phrases, no language model."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    rules = _read(folder / "presidio.json")
    recognizers = [PatternRecognizer("NAME", name="names", deny_list=rules["names"], supported_language="id")]
    for kind, sources in rules["patterns"].items():
        patterns = [Pattern(f"{kind} {number}", source, 0.5) for number, source in enumerate(sources)]
        entity = kind.upper()
        recognizers.append(PatternRecognizer(entity, name=kind, patterns=patterns, supported_language="id"))
    nlp = SpacyNlpEngine(models=[{"lang_code": "id", "model_name": "blank"}])
    nlp.nlp = {"id": spacy.blank("id")}
    registry = RecognizerRegistry(recognizers=recognizers, supported_languages=["id"])
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["id"])
    return lambda context: any(
        found.entity_type == "NAME" for found in analyzer.analyze(_plain(context["text"]), language="id")
    )


def build_spacy(folder: Path, _: str) -> Engine:
    """A blank Indonesian pipeline with an entity ruler of the names, then a matcher of the phrases."""
    import spacy
    from spacy.matcher import Matcher

    rules = _read(folder / "spacy.json")
    nlp = spacy.blank("id")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "NAME", "pattern": name} for name in rules["names"]])
    matcher = Matcher(nlp.vocab)
    for number, ways in enumerate(rules["patterns"]):
        matcher.add(str(number), ways)

    def find(context: Context) -> bool:
        doc = nlp(_plain(context["text"]))
        matcher(doc)
        return bool(doc.ents)

    return find


ENGINES: dict[str, Callable[[Path, str], Engine]] = {
    "ours": build_ours,
    "obvious": build_obvious,
    "presidio": build_presidio,
    "spacy": build_spacy,
}


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def _plain(text: str) -> str:
    """As the obvious design: the normalised text without case, so that no engine has to ignore it."""
    return unicodedata.normalize("NFKC", text).casefold()
