"""The engine inside a browser: load it in the extension's own page, ask it, compare its answers with Python's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from server.engine import Engine, canonical_json, score
from tests.e2e.drivers import Driver

Question = tuple[dict[str, Any], str, bool]

# Text crosses to the browser as ASCII JSON, so that no protocol between mends a lone surrogate on its way.
_LOAD = """
    const { loadBundle } = await import(api.runtime.getURL("engine/bundle.js"));
    const { buildEngine, canonicalJson, score } = await import(api.runtime.getURL("engine/score.js"));
    const text = args[1] ?? await (await fetch(api.runtime.getURL("rules/bundle.json"))).text();
    const engine = buildEngine(loadBundle(text, "sha256:0"));
    window.rehearsal ??= {};
    window.rehearsal[args[0]] = (questions) =>
        JSON.parse(questions).map(([context, date, explain]) =>
            canonicalJson(explain ? score(engine, context, date) : score(engine, context, date, false)));
"""
_REFUSALS = """
    const { loadBundle } = await import(api.runtime.getURL("engine/bundle.js"));
    const { buildEngine } = await import(api.runtime.getURL("engine/score.js"));
    return args[0].map((text) => {
        try {
            buildEngine(loadBundle(text, "sha256:0"));
            return "";
        } catch (error) {
            return `${error.constructor.name} ${error.message}`;
        }
    });
"""
_ANSWERS = "return window.rehearsal[args[0]](args[1]);"
_DIGEST = """
    const answers = window.rehearsal[args[0]](args[1]).join("\\n");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(answers));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
"""


def as_sent(context: dict[str, Any]) -> dict[str, Any]:
    """A context as it is once it went over a wire: two surrogates in a row are one code point then."""
    sent: dict[str, Any] = json.loads(json.dumps(context))
    return sent


def load(browser: Driver, name: str, bundle: bytes | None = None) -> None:
    """Build an engine in the browser and keep it under `name`; by default with the rules that the extension carries."""
    browser.extension_js(_LOAD, name, bundle.decode() if bundle else None)


def python_answers(engine: Engine, questions: Sequence[Question]) -> list[str]:
    """What Python says, in canonical JSON."""
    return [canonical_json(score(engine, *question)).decode() for question in questions]


def browser_answers(browser: Driver, name: str, questions: Sequence[Question]) -> list[str]:
    """What the browser says, in canonical JSON."""
    answers: list[str] = browser.extension_js(_ANSWERS, name, json.dumps(questions))
    return answers


def browser_refusals(browser: Driver, bundles: Sequence[str]) -> list[str]:
    """The class and message of the error with which the browser refuses each bundle; empty where it takes it."""
    refusals: list[str] = browser.extension_js(_REFUSALS, list(bundles))
    return refusals


def agree(browser: Driver, name: str, questions: Sequence[Question], expected: Sequence[str]) -> bool:
    """Say whether all answers are the expected ones, without sending them back."""
    digest: str = browser.extension_js(_DIGEST, name, json.dumps(questions))
    return digest == hashlib.sha256("\n".join(expected).encode()).hexdigest()


def smallest_difference(
    browser: Driver, name: str, questions: Sequence[Question], expected: Sequence[str]
) -> tuple[Question, str, str] | None:
    """The shortest question that is answered differently, with Python's and the browser's answer."""
    answered = zip(questions, expected, browser_answers(browser, name, questions), strict=True)
    different = [(question, python, told) for question, python, told in answered if python != told]
    return min(different, key=lambda item: len(json.dumps(item[0])), default=None)
