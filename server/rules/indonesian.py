"""What the person who writes rules or keeps the list of candidates is told, in Indonesian; the problems are English.

This is the one list: the command line, the workshop and the API all ask here. A test walks every message of the code.
"""

from __future__ import annotations

import re

from .problems import Problem
from .sentences_rules import LAW_SENTENCES, RULE_SENTENCES
from .sentences_tables import TABLE_SENTENCES

_SENTENCES = (*TABLE_SENTENCES, *LAW_SENTENCES, *RULE_SENTENCES)
_PATTERNS = tuple((re.compile(pattern, re.DOTALL), sentence) for pattern, sentence in _SENTENCES)
_SHOWN = 120
_TYPES = {
    "string": "teks di antara tanda kutip", "integer": "bilangan bulat", "number": "bilangan", "array": "daftar [...]",
    "object": "tabel {...}", "boolean": "true atau false", "null": "kosong",
}  # fmt: skip


def in_indonesian(problem: Problem) -> str:
    """Return a problem with its file and place as one Indonesian line, or the empty text where there is none."""
    sentence = sentence_of(problem.message)
    return sentence and ": ".join(part for part in (problem.file, _places(problem.where), sentence) if part)


def sentence_of(message: str) -> str:
    """Return what a message says in Indonesian, or the empty text where nobody wrote it down."""
    for pattern, sentence in _PATTERNS:
        if found := pattern.fullmatch(message):
            return sentence.format(**{key: _part(key, part or "") for key, part in found.groupdict().items()})
    return ""


def _part(key: str, part: str) -> str:
    """Return a part of a message as it stands in the sentence."""
    if key == "types":
        return " atau ".join(_TYPES.get(name, name) for name in re.findall("[a-z]+", part))
    if key == "slots":
        return part.replace(" or ", " atau ")
    if key == "who":
        return part.replace(" and ", " dan ")
    if key == "at":
        return _places(part).replace("column ", "kolom ").replace("end of document", "akhir berkas")
    if key == "why":
        return part
    told = _places(part)
    return told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"


def _places(text: str) -> str:
    return re.sub(r"\b(?:row|line) (?=\d)", "baris ", text)
