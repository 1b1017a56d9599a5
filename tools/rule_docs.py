"""Write docs/kriteria.md and docs/formats.md off the rules and their schemas: `python -m tools.rule_docs`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server.engine import Engine, build_engine, load_bundle, score
from server.rules import BUNDLE, RULES, load_sources
from server.rules.examples import example_contexts
from server.rules.load import SCHEMAS
from server.rules.quoting import fields_of

DOCS = RULES.parent / "docs"
_SHOWN = 2
_STANCES = {"support": "mendukung", "oppose": "menolak", "neutral": "tidak memihak"}
_FIELDS = {
    "text": "teks", "draft": "tulisan Anda", "image_alt": "keterangan gambar", "quoted.text": "kiriman yang dikutip",
    "quoted.author": "penulis yang dikutip", "link.title": "judul tautan", "link.url": "alamat tautan",
    "author.name": "nama penulis", "author.handle": "akun penulis", "container.name": "nama grup atau halaman",
}  # fmt: skip
_TEXTS = {"id", "en"}

_CRITERIA = """# Kriteria setiap tanda

*In English:* what each signal looks for, its points, where it looks, and posts on which it fires and does not.
Written by `python -m tools.rule_docs` from `shared_rules/signals`, so it is what runs. No signal can know who is
meant: names become `<candidate>` or `<party>` before any of them looks ([SPEC 4.1](../shared_rules/SPEC.md)).

Satu unggahan dinilai dengan menjumlahkan poin tanda-tanda yang kena. Nama diganti dahulu menjadi `<candidate>` atau
`<party>`, sehingga tidak satu pun tanda tahu siapa yang dimaksud: kata yang sama berbobot sama untuk semua. *Penahan*
mengurangi poin: berita, penjelasan KPU, ajakan netral. Cara membaca hasilnya ada di
[Kenapa unggahan ini ditandai?](kenapa-ditandai.md)
"""

_FORMATS = """# Isi setiap berkas aturan

*In English:* every field of every rule file, written by `python -m tools.rule_docs` from `shared_rules/schema`.

Halaman ini memuat setiap isian dari setiap berkas aturan, seperti yang diperiksa `rules lint`. Penjelasan singkatnya
dalam bahasa Inggris; caranya, dalam bahasa Indonesia, ada di [Menulis aturan](menulis-aturan.md) dan
[Pemilihan dan calon](contests.md), yang juga memuat kolom daftar calon (`.csv`). Isian bertanda `*` wajib ada.
"""


def criteria(rules: Path = RULES) -> str:
    """Return docs/kriteria.md: every signal with its points and examples, those that weigh most first."""
    engine = build_engine(load_bundle(BUNDLE.read_bytes()))
    signals = [data for _, data in load_sources(rules).matching("signals/") if "id" in data]
    raising = sorted((data for data in signals if data["points"] > 0), key=lambda data: (-data["points"], data["id"]))
    guards = sorted((data for data in signals if data["points"] < 0), key=lambda data: (data["points"], data["id"]))
    parts = [_CRITERIA]
    for heading, listed in (
        ("Yang menambah poin (signals)", raising),
        ("Penahan, yang mengurangi poin (guards)", guards),
    ):
        parts.append(f"## {heading}\n")
        parts += [_criterion(engine, data) for data in listed]
    return "\n".join(parts)


def _criterion(engine: Engine, data: dict[str, Any]) -> str:
    looks = ", ".join(_FIELDS[name] for name in data["fields"])
    trial = "" if data["status"] == "stable" else " Percobaan: belum berbobot."
    lines = [
        f"### {data['title']['id']} (`{data['id']}`)\n",
        f"*{data['title']['en']}.* {data['points']:+d} poin, {_STANCES[data['stance']]}. Dilihat di: {looks}.{trial}\n",
        *(f"- terdaftar dalam contoh ini: {account}" for account in data.get("examples_accounts", ())),
        *(f"- kena: {text}" for text in _examples(engine, data, "hits")),
        *(f"- tidak: {text}" for text in _examples(engine, data, "misses")),
        f"- sumber: {data['source']}, {data['date']}\n",
    ]
    return "\n".join(lines)


def _examples(engine: Engine, data: dict[str, Any], kind: str) -> list[str]:
    """Return some examples of a rule; those that name nobody but invented people first, so that none is singled out."""
    told: list[tuple[bool, str]] = []
    for context, date in example_contexts(data, kind):
        named = score(engine, context, date)["affiliations"]
        real = any(not entity["id"].startswith("contoh/") for entity in named)
        words = [f"“{' '.join(text.split())}”" + ("" if name == "text" else f" ({_place(name)})")
                 for name, text in fields_of(context)]  # fmt: skip
        told.append((real, ", ".join(words).replace("<", "&lt;")))
    return [text for _, text in sorted(told, key=lambda item: item[0])[:_SHOWN]]


def _place(name: str) -> str:
    return _FIELDS.get(name, "") or _FIELDS["image_alt"]


def formats() -> str:
    """Return docs/formats.md: every field of every rule file with its meaning."""
    parts = [_FORMATS]
    for name, files in _schema_files().items():
        schema = json.loads((RULES / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
        rows = [f"| `{path}`{'*' if needed else ''} | {_what(part)} | {part.get('description', '')} |"
                for path, part, needed in fields(schema)]  # fmt: skip
        where = ", ".join(f"`{file}`" for file in files)
        parts.append(
            f"## {schema['title']}: {where}\n\n| isian | jenis | arti |\n|---|---|---|\n" + "\n".join(rows) + "\n"
        )
    return "\n".join(parts)


def _schema_files() -> dict[str, list[str]]:
    files: dict[str, list[str]] = {}
    for pattern, name in SCHEMAS:
        files.setdefault(name, []).append(pattern)
    return files


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield ``(path, schema, required)`` of every field of a rule file; ``.id`` and ``.en`` of a text are one field.

    A context of a hit or miss is described with the API and not entered.
    """
    seen: set[str] = set()
    for path, part, needed in _walk(schema, "", schema.get("$defs", {})):
        last = path.rpartition(".")[2]
        if path not in seen and not (last in _TEXTS and "description" not in part):
            seen.add(path)
            yield path, part, needed


def _walk(part: dict[str, Any], path: str, defs: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    part = _resolved(part, defs)
    for name, inner in part.get("properties", {}).items():
        here = f"{path}.{name}".removeprefix(".")
        whole = _resolved(inner, defs)
        yield here, whole, name in part.get("required", ())
        if name != "context":
            yield from _walk(whole, here, defs)
    for inner in (part.get("items"), part.get("additionalProperties"), *part.get("anyOf", ()), *part.get("oneOf", ())):
        if isinstance(inner, dict):
            yield from _walk(inner, path, defs)


def _resolved(part: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in part:
        return part
    return {
        **_resolved(defs[part["$ref"].rpartition("/")[2]], defs),
        **{key: part[key] for key in part if key != "$ref"},
    }


def _what(part: dict[str, Any]) -> str:
    """Return what may stand in a field, in a few words."""
    if "enum" in part:
        return ", ".join(f"`{value}`" for value in part["enum"])
    kinds = {"string": "teks", "integer": "bilangan bulat", "boolean": "`true` atau `false`", "object": "tabel"}
    if part.get("type") == "array":
        inner = part.get("items")
        allowed = f": {_what(inner)}" if isinstance(inner, dict) and "enum" in inner else ""
        return f"daftar{allowed}"
    return kinds.get(part.get("type", ""), "teks atau daftar")


def main() -> None:
    """Write both pages."""
    for name, text in (("kriteria.md", criteria()), ("formats.md", formats())):
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
