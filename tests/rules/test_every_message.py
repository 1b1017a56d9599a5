"""Whatever the checks can say is said in Indonesian: every message in the code, every keyword of the schemas."""

from __future__ import annotations

import ast
import importlib
import itertools
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from server.config import ROOT
from server.rules import RuleErrors, parse_sources
from server.rules.indonesian import sentence_of
from server.rules.load import SCHEMAS

MODULES = sorted(path.stem for path in (ROOT / "server/rules").glob("[a-z]*.py"))
# What is put together of parts: by the part as the code writes it, what it may be.
ROW = ["row 3"]
PARTS = {
    "why": ["is an everyday word", "is part of the names of 3 candidates"],
    "entry.remedy": ["write it into the column common as well", "add it with its cues to a confusables file"],
    "remedy": ["an alias belongs to one pair, keep it there or here"],
    "tables.remedy": ["put quotes around a cell that holds a comma"],
    "known": ["the columns are level, area"],
    "what": ["64 columns", "2000 characters in a cell"],
    "examples.what": ["did not fire", "fired too"],
    "_cause(sources, file)": ["", "; an alias or a phrase of the office's own files is too common, make it narrower"],
    "cell": ["the cell A2 holds the error #REF!"],
    "kinds": ["whom to ask", "what is forbidden or unclear"],
    "word": ["act", "employment", "stage"],
    "key": ["ignore", "decompose"],
    "lint_law.key": ["acts"],
    "header[1]": ["points", "per_million"],
    "' or '.join(slots)": ["<party> or <contestant>"],
    "so_short": ["has but one word of its own", "is one word"],
    "near": ["the area, the election or the partner", "the area, the office or the election"],
    "column": ["D"], "person": ["Surya2"], "slogan": ["Maju, Mekar"],
    "elsewhere": ["level 'mayor' in the table is not 'regent', that of the election; correct the row, or"],
    "row['row']": ROW, "other['row']": ROW, "rows[key]['row']": ROW,
    "row['number']": ["2"], "len(loose)": ["7"], "len(values)": ["3"], "width": ["4"],
    "_FILE_MAX >> 20": ["4"], "FILE_MAX >> 20": ["5"],
}  # fmt: skip
# Of these functions every text that they return or collect is a message.
TELLING = {
    "_account_error", "_header_error", "_width_error", "formula_in", "row_error", "_bomb", "check_fold", "_weak_names",
    "_address_in", "_why_left_out", "_check_rule",
}  # fmt: skip


def filled(node: ast.expr, module: ModuleType) -> Iterator[str]:
    """The messages that a text of the code can become."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from filled(node.body, module)
        yield from filled(node.orelse, module)
    elif isinstance(node, ast.JoinedStr):
        parts = [[part.value] if isinstance(part, ast.Constant) else sample(part, module) for part in node.values]
        yield from map("".join, itertools.product(*parts))
    elif isinstance(node, ast.Name) and isinstance(getattr(module, node.id, None), str):
        yield getattr(module, node.id)


def sample(part: Any, module: ModuleType) -> list[str]:
    written = ast.unparse(part.value)
    if isinstance(part.value, ast.Name) and isinstance(getattr(module, written, None), (str, int)):
        return [str(getattr(module, written))]
    own = f"{module.__name__.rpartition('.')[2]}.{written}"
    told = PARTS.get(own) or PARTS.get(written) or ["X1"]
    return [f"'{text}'" for text in told] if part.conversion == ord("r") else told


def texts_of(call: ast.Call) -> list[ast.expr]:
    name = ast.unparse(call.func)
    return {"Problem": call.args[-1:], "PhraseError": call.args[:1], "BundleError": call.args[:1]}.get(name, [])


def messages(name: str) -> Iterator[str]:
    """Every message that a module can tell."""
    module = importlib.import_module(f"server.rules.{name}")
    source = (ROOT / "server/rules" / f"{name}.py").read_text("utf-8")
    for function in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        assigned: dict[str, list[ast.expr]] = {}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                assigned.setdefault(node.targets[0].id, []).append(node.value)
        wanted = [text for node in ast.walk(function) if isinstance(node, ast.Call) for text in texts_of(node)]
        if function.name in TELLING:
            wanted += told_by(function)
        for text in wanted:
            if isinstance(text, ast.Name) and text.id in assigned:
                for value in assigned[text.id]:
                    yield from (told for told in filled(value, module) if told)
            else:
                yield from (told for told in filled(text, module) if told)


def told_by(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield node.value.elts[-1]
        elif isinstance(node, ast.ListComp):
            yield node.elt
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "advice.append":
            yield node.args[0]


ALL = [(name, message) for name in MODULES for message in dict.fromkeys(messages(name))]


def test_the_walk_finds_the_messages() -> None:
    assert len(ALL) > 110
    assert {"lint", "lint_law", "lint_names", "lint_overlay", "phrases", "tables"} <= dict(ALL).keys()


@pytest.mark.parametrize(("name", "message"), ALL)
def test_every_message_of_the_code_is_told_in_indonesian(name: str, message: str) -> None:
    assert sentence_of(message) != "", f"server/rules/{name}.py says this in English only"


BROKEN: dict[str, list[tuple[dict[str, Any], Any]]] = {
    "type": [({"type": kind}, object()) for kind in ("string", "integer", "array", "object", "boolean", "number")],
    "minLength": [({"minLength": 1}, ""), ({"minLength": 2}, "a")],
    "pattern": [({"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, "kemarin"), ({"pattern": "^a$"}, "it's")],
    "additionalProperties": [
        ({"additionalProperties": False}, {"point": 1}),
        ({"additionalProperties": False}, {"point": 1, "poin": 2}),
    ],
    "required": [({"required": ["id"]}, {})],
    "minItems": [({"minItems": 1}, []), ({"minItems": 2}, ["a\nb"])],
    "maxItems": [({"maxItems": 1}, [1, 2])],
    "minimum": [({"minimum": 1}, 0)],
    "maximum": [({"maximum": 1}, 2)],
    "enum": [({"enum": ["text", "draft"]}, "teks")],
    "const": [({"const": True}, False)],
    "uniqueItems": [({"uniqueItems": True}, [1, 1])],
    "anyOf": [({"anyOf": [{"type": "string"}]}, 7)],
    "minProperties": [({"minProperties": 1}, {}), ({"minProperties": 2}, {"a": 1})],
    "propertyNames": [({"propertyNames": {"pattern": "^[a-z]+$"}}, {"A": 1})],
    "not": [({"not": {"const": 0}}, 0)],
    "dependentRequired": [({"dependentRequired": {"listed": ["examples"]}}, {"listed": True})],
    "items": [({"prefixItems": [{}], "items": False}, [1, 2])],
}
SILENT = {
    "$schema", "$ref", "$defs", "title", "description", "properties", "items", "prefixItems", "format", "$id",
}  # fmt: skip


def keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            named = key in ("properties", "$defs")
            if key not in ("enum", "const", "required", "dependentRequired"):
                for part in value.values() if named else [value]:
                    yield from keywords(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keywords(part)


def test_every_keyword_of_the_schemas_is_walked() -> None:
    folder = ROOT / "shared_rules/schema"
    schemas = [json.loads((folder / f"{name}.schema.json").read_text("utf-8")) for _, name in SCHEMAS]
    assert {key for schema in schemas for key in keywords(schema)} - BROKEN.keys() - SILENT == set()


@pytest.mark.parametrize(
    ("schema", "value"), [pytest.param(*case, id=key) for key, cases in BROKEN.items() for case in cases]
)
def test_what_a_schema_refuses_is_told_in_indonesian(schema: dict[str, Any], value: Any) -> None:
    found = [str(error.message) for error in Draft202012Validator(schema).iter_errors(value)]
    assert found != []
    assert [message for message in found if not sentence_of(message)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a = "b\nc = 1', "baris 1, kolom 7: tanda kutip"),
        ('a = "b', "akhir berkas: tanda kutip"),
        ("a = b", "baris 1, kolom 5: nilainya belum benar"),
        ("a b", "sesudah nama isian harus ada tanda sama dengan"),
        ("a = 1 b", "ada sisa tulisan"),
        ("a = 1\na = 2", "isian ini ditulis dua kali"),
        ("[a", "kurung penutup"),
        ("a = [1", "kurung penutup"),
        ("= 1", "bukan nama isian"),
        ("a = 2024-02-30", "tanggalnya belum benar"),
        ('a = "\\q"', "garis miring terbalik"),
    ],
)
def test_a_fault_of_writing_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(RuleErrors) as refused:
        parse_sources({"signals/uji.toml": text})
    assert told in sentence_of(refused.value.problems[0].message)


def test_whatever_the_library_says_of_toml_has_a_sentence() -> None:
    source = Path(tomllib._parser.__file__).read_text("utf-8")  # type: ignore[attr-defined]
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and len(node.args) == 3]
    said = [text for call in calls if ast.unparse(call.func) == "suffixed_err" for text in filled(call.args[2], ast)]
    assert len(said) > 15
    assert [text for text in said if not sentence_of(f"not valid TOML: {text} (at line 1, column 2)")] == []


def test_a_message_that_nobody_wrote_down_would_be_noticed() -> None:
    assert sentence_of("is wrong in a way that nobody thought of") == ""
