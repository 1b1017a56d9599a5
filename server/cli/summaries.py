"""The summaries on standard output: Indonesian first, English in brackets. They quote no post."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import numbers
from .numbers import count, f1, out_of, percent

LEVELS = ("none", "mention", "campaign")
_MOST = 20
_EFFECTS = {"better": "membaik", "worse": "memburuk", "neither": "sama jauh", "unlabelled": "tanpa label"}

Told = dict[str, Any]


def evaluation_text(result: Told, page: Path | None) -> str:
    """Return the figures of an evaluation that matter first."""
    rows, bundle = result["rows"], result["bundle"]
    lines = [
        f"{result['file']}: {count(rows['scored'])} baris dinilai (scored), {count(rows['labelled'])} berlabel "
        f"(labelled), {count(rows['sure'])} di antaranya pasti (sure)",
        f"Aturan (rules) versi {bundle['version']}, {bundle['digest']}",
        *_skipped(result),
    ]
    if rows["labelled"]:
        lines += ["", *_main_figures({"semua (all)": result["all"], "pasti (sure)": result["sure"]})]
        lines += ["", *_classes(result["all"]), "", *_confusion(result["all"]["confusion"]), *_groups(result)]
        lines += ["", *_symmetry(result["symmetry"])]
    else:
        lines += ["", "Tidak ada baris berlabel: ketepatan tidak dapat dihitung. (No row has a label.)"]
    if result["unlabelled"]:
        lines += ["", "Tanpa label: bagian yang memicu dialog (unlabelled: share that gets a dialog)"]
        lines += [f"  {entry['kind']:<16}{out_of(entry['dialogs'])}" for entry in result["unlabelled"]]
    return "\n".join([*lines, *_written(page)])


def diff_text(result: Told, page: Path | None) -> str:
    """Return what changes between two bundles, the rows that get worse first."""
    flips, points = result["flips"], result["points"]
    lines = [f"{result['file']}: {count(result['rows']['scored'])} baris dinilai (scored)"]
    for side, name in (("old", "Lama (old)"), ("new", "Baru (new)")):
        bundle = result["bundles"][side]
        lines.append(f"{name} {bundle['path']}: versi {bundle['version']}, {bundle['digest']}")
    lines += [*_skipped(result), "", f"{count(flips['total'])} baris berganti tingkat (rows change their level)"]
    lines += [
        f"  {before} → {after}: {count(number)}"
        for before, steps in flips["steps"].items()
        for after, number in steps.items()
        if number
    ]
    if result["rows"]["labelled"]:
        lines.append(
            f"  membaik (better) {flips['better']}, memburuk (worse) {flips['worse']}, sama jauh (neither) "
            f"{flips['neither']}; peluang kebetulan (chance) {numbers.chance(flips['chance'])}"
        )
    lines.append(f"Poin naik di {count(points['up'])} baris, turun di {count(points['down'])} (points up, down)")
    if result["rows"]["labelled"]:
        sides = {"lama (old)": result["figures"]["old"]["all"], "baru (new)": result["figures"]["new"]["all"]}
        lines += ["", *_main_figures(sides)]
    return "\n".join([*lines, *_flipped(result["flipped"]), *_rule_changes(result), *_written(page)])


def _skipped(result: Told) -> list[str]:
    skipped = result["skipped"]
    shown = ", ".join(map(str, skipped[:_MOST])) + (", …" if len(skipped) > _MOST else "")
    return [f"{count(len(skipped))} baris rusak dilewati (bad lines passed over): {shown}"] if skipped else []


def _written(page: Path | None) -> list[str]:
    return ["", f"Laporan (report): {page}"] if page else []


def _main_figures(sides: dict[str, Told]) -> list[str]:
    names = {
        "terkait (affiliated) F1": [f1(side["affiliated"]["f1"]) for side in sides.values()],
        "memihak (campaign) F1": [f1(side["campaign"]["f1"]) for side in sides.values()],
        "dialog keliru (false dialogs)": [out_of(side["false_dialogs"]) for side in sides.values()],
    }
    head = f"{'':<31}" + "".join(f"{name:<34}" for name in sides)
    return [
        head.rstrip(),
        *(f"{name:<31}{''.join(f'{cell:<34}' for cell in cells)}".rstrip() for name, cells in names.items()),
    ]


def _classes(figures: Told) -> list[str]:
    lines = [f"{'tingkat (level)':<16}{'presisi (precision)':<24}{'jangkauan (recall)':<24}F1"]
    for level, entry in figures["classes"].items():
        lines.append(f"{level:<16}{percent(entry['precision']):<24}{percent(entry['recall']):<24}{f1(entry['f1'])}")
    return lines


def _confusion(confusion: Told) -> list[str]:
    lines = [f"{'label ↓ putusan →':<18}" + "".join(f"{level:>10}" for level in LEVELS)]
    for label in LEVELS:
        lines.append(f"{label:<18}" + "".join(f"{count(confusion[label][level]):>10}" for level in LEVELS))
    return lines


def _groups(result: Told) -> list[str]:
    """Return a line for every kind, where the rows have kinds."""
    if len(result["kinds"]) < 2:
        return []
    lines = ["", f"{'jenis (kind)':<16}{'baris':>7}  {'terkait F1':<23}{'memihak F1':<23}dialog keliru"]
    for entry in result["kinds"][:_MOST]:
        both = f"{f1(entry['affiliated']['f1']):<23}{f1(entry['campaign']['f1']):<23}"
        lines.append(f"{entry['name']:<16}{count(entry['rows']):>7}  {both}{percent(entry['false_dialogs'])}")
    return lines


def _symmetry(symmetry: Told) -> list[str]:
    tables = [symmetry[group][rate] for group in ("parties", "contestants") for rate in ("false_alarms", "misses")]
    entries = [entry for table in tables for entry in table]
    if not entries:
        return [f"Perbandingan antarnama: belum ada nama dengan {symmetry['enough_rows']} baris (too few rows a name)"]
    apart = [
        f"  {entry['name']}: {rate} {percent(entry)}, yang lain (the rest) {numbers.rate(entry['rest'])}, "
        f"p {numbers.chance(entry['differs'])}"
        for table, rate in zip(tables, ("alarm palsu (false alarms)", "luput (misses)") * 2, strict=True)
        for entry in table
        if entry["apart"]
    ]
    said = "ada yang berbeda dari yang lain (some differ):" if apart else "tidak ada yang berbeda nyata (none differs)"
    return [f"Perbandingan antarnama: {said}", *apart[:_MOST], *_more(apart)]


def _flipped(flipped: list[Told]) -> list[str]:
    if not flipped:
        return []
    lines = ["", "Baris yang berganti tingkat (rows that change their level)"]
    for flip in flipped[:_MOST]:
        name = f" {flip['id']}" if flip["id"] else ""
        label = f", label {flip['label']}" if flip["label"] else ""
        signs = (("+", "gained"), ("−", "lost"), ("±", "changed"))
        rules = " ".join(f"{sign}{rule}" for sign, key in signs for rule in flip[key])
        step = f"{flip['from']} → {flip['to']} ({flip['points']['old']} → {flip['points']['new']})"
        lines.append(f"  {flip['line']}{name}: {step}{label}: {_EFFECTS[flip['effect']]} {rules}".rstrip())
    return [*lines, *_more(flipped)]


def _rule_changes(result: Told) -> list[str]:
    lines: list[str] = []
    if result["rules"]:
        lines += ["", f"{'aturan (rule)':<34}{'tambah':>8}{'hilang':>8}{'poin lama':>12}{'poin baru':>12}"]
        for entry in result["rules"][:_MOST]:
            hits = f"{count(entry['gained']):>8}{count(entry['lost']):>8}"
            points = f"{count(entry['points']['old']):>12}{count(entry['points']['new']):>12}"
            lines.append(f"{entry['rule']:<34}{hits}{points}")
        lines += _more(result["rules"])
    if result["experimental"]:
        lines += ["", "Aturan percobaan, tanpa bobot (experimental, weigh nothing): kena, menurut label"]
        for entry in result["experimental"]:
            labels = ", ".join(f"{label} {number}" for label, number in entry["labels"].items())
            lines.append(f"  {entry['rule']}: {count(entry['hits'])} ({labels})")
    return lines


def _more(entries: list[Any]) -> list[str]:
    return [f"  … {count(len(entries) - _MOST)} lagi (more)"] if len(entries) > _MOST else []
