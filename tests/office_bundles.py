"""Office bundles over a small shared one: what may be added, and every way to do more than that."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from server.engine import Engine, build_engine, canonical_json, load_bundle
from server.rules.accounts import account_filter
from tests.conformance import vectors

Bundle = dict[str, Any]

DAY = "2026-11-22"
LAW: Bundle = {
    "from": "2022-09-22",
    "rules": {"forbidden": [{"id": "suka", "text": {"id": "Tidak menyukai", "en": "No likes"}}]},
    "areas": {"Jambu": ["Kab. Arum", "Kota Cendana"]},
    "calendar": [
        {"contest": "pilbup", "areas": ["Kab. Arum"], "stages": [["campaign", "2024-09-25", "2024-11-23", 0]]},
    ],
    "sources": ["KPU"],
}
BASE: Bundle = json.loads(vectors.BUNDLE.read_bytes()) | {"law": LAW}
ENGINE: Engine = build_engine(load_bundle(canonical_json(BASE)))

# The pair that an office adds, under a name that nobody else bears.
NEW = ["kantor/1", "pair", "Damar-Sekar", "C", "2026-09-01", "2027-03-01", "F"]
ACCOUNTS = {"from": "2024-01-01", "to": "2027-03-01", **account_filter(["warta:damar.sekar"])}
PARTY, OVER = "jambu", "arwana"


def number_of(bundle: Bundle, entity: str) -> int:
    return next(place for place, entry in enumerate(bundle["entities"]) if entry[0] == entity)


def add(bundle: Bundle, *names: str, entity: list[str] | None = None, cues: list[str] | None = None) -> None:
    """Add the office's pair (or another entity) under these names; with cues they are ambiguous."""
    bundle["entities"].append(entity or NEW)
    near = -1
    if cues is not None:
        near = len(bundle["confusables"])
        bundle["confusables"].append({"cues": cues, "vetoes": []})
    bundle["aliases"] += [[name, [len(bundle["entities"]) - 1], near, 0, 0] for name in names]


def alias(bundle: Bundle, text: str) -> list[Any]:
    return next(entry for entry in bundle["aliases"] if entry[0] == text)


def with_new(change: Callable[[Bundle], Any]) -> Callable[[Bundle], Any]:
    """A change of a bundle to which the office's pair was added as it may be."""

    def changed(bundle: Bundle) -> None:
        add(bundle, "damar sekar")
        change(bundle)

    return changed


def move_party(bundle: Bundle) -> None:
    """One name of a party stands for another party."""
    alias(bundle, "pjr")[1] = [number_of(bundle, "laut")]


def move_calendar(bundle: Bundle) -> None:
    bundle["law"]["calendar"][0]["stages"][0][2] = "2024-10-01"


def add_contest(bundle: Bundle) -> None:
    bundle["law"]["sources"].append("KPU Kabupaten")
    stages = [["campaign", "2026-10-01", "2026-12-01", 1]]
    bundle["law"]["calendar"].append({"contest": "kantor", "areas": ["Kab. Melati"], "stages": stages})
    bundle["law"]["areas"]["Jambu"].append("Kab. Melati")


# Changes by what they do, with the places that are told; none where the bundle is taken.
CHANGES: dict[str, tuple[Callable[[Bundle], Any], list[str]]] = {
    "nothing": (lambda bundle: None, []),
    "a pair": (lambda bundle: add(bundle, "damar sekar", "damar dan sekar", "@damarsekar", "#damarsekar"), []),
    "a pair with cues": (lambda bundle: add(bundle, "damar sekar", cues=["pilbup"]), []),
    "a group": (
        lambda bundle: add(bundle, "sahabat sekar", entity=["kantor/g", "group", "Sahabat Sekar", "G", *NEW[4:]]),
        [],
    ),
    "a host": (with_new(lambda bundle: bundle["domains"].append(["damar.example", len(bundle["entities"]) - 1])), []),
    "a contest": (add_contest, []),
    "a list of accounts": (lambda bundle: bundle["accounts"].insert(1, ACCOUNTS), []),
    "a list of accounts taken away": (lambda bundle: bundle["accounts"].pop(1), ["accounts[1]"]),
    "a list of accounts for other days": (
        lambda bundle: bundle["accounts"][0].update(to="2029-01-02"),
        ["accounts[0]"],
    ),
    "another list of accounts": (lambda bundle: bundle.update(accounts=[ACCOUNTS]), ["accounts[0]", "accounts[1]"]),
    "no accounts": (lambda bundle: bundle.pop("accounts"), ["accounts[0]", "accounts[1]"]),
    "a name over one whose contest is over": (lambda bundle: add(bundle, f"{OVER} kelana putra"), []),
    "points of a signal": (lambda bundle: bundle["signals"][0].update(points=0), ["signals.ajakan"]),
    "a signal removed": (lambda bundle: bundle["signals"].pop(0), ["signals.ajakan"]),
    "a signal added": (lambda bundle: bundle["signals"].append(bundle["signals"][0] | {"id": "baru"}), ["signals"]),
    "a signal's words": (lambda bundle: bundle["words"].append("zzz"), ["words"]),
    "a learned weight": (lambda bundle: bundle["weights"].update(baru=-50), ["weights"]),
    "a threshold": (lambda bundle: bundle["scoring"]["thresholds"].update(campaign=500), ["scoring"]),
    "folding": (lambda bundle: bundle["fold"]["map"].clear(), ["fold"]),
    "a site": (lambda bundle: bundle["sites"].update(contoh={}), ["sites"]),
    "an unknown section": (lambda bundle: bundle.update(report="https://contoh.id"), ["report"]),
    "the version": (lambda bundle: bundle.update(version=99), ["version"]),
    "a party renamed": (
        lambda bundle: bundle["entities"][number_of(bundle, PARTY)].__setitem__(2, "Lain"),
        [f"entities.{PARTY}"],
    ),
    "a party as a figure": (
        lambda bundle: bundle["entities"][number_of(bundle, PARTY)].__setitem__(3, "F"),
        [f"entities.{PARTY}"],
    ),
    "a party's dates": (
        lambda bundle: bundle["entities"][number_of(bundle, PARTY)].__setitem__(5, "2020-01-01"),
        [f"entities.{PARTY}"],
    ),
    "a party added": (
        lambda bundle: add(bundle, "partai baru", entity=["baru", "party", "Baru", "P", *NEW[4:6], "P"]),
        ["entities.baru"],
    ),
    "a neutral voice added": (
        lambda bundle: add(bundle, "kabar sekar", entity=["kabar", "media", "Kabar", "M", *NEW[4:6], "M"]),
        ["entities.kabar"],
    ),
    "a pair that rests as media": (
        lambda bundle: add(bundle, "damar sekar", entity=[*NEW[:6], "M"]),
        ["entities.kantor/1"],
    ),
    "an entity twice": (
        lambda bundle: (add(bundle, "damar sekar"), bundle["entities"].append(NEW)),
        ["entities.kantor/1"],
    ),
    "a party moved": (move_party, ["aliases.pjr"]),
    "a name taken away": (lambda bundle: bundle["aliases"].remove(alias(bundle, OVER)), [f"aliases.{OVER}"]),
    "a name made ambiguous": (lambda bundle: alias(bundle, OVER).__setitem__(2, 0), [f"aliases.{OVER}"]),
    "a slogan made a name": (lambda bundle: alias(bundle, "#jambumenang").__setitem__(3, 0), ["aliases.#jambumenang"]),
    "a cue taken away": (lambda bundle: bundle["confusables"][0]["cues"].clear(), ["aliases.pal"]),
    "a name twice": (lambda bundle: bundle["aliases"].append(alias(bundle, OVER)), ["aliases"]),
    "a name more for a party": (
        lambda bundle: bundle["aliases"].append(["warung", [number_of(bundle, PARTY)], -1, 0, 0]),
        ["aliases.warung"],
    ),
    "a name that holds a party's": (lambda bundle: add(bundle, "pilih pjr"), ["aliases.pilih pjr"]),
    "a name in a party's way": (lambda bundle: add(bundle, "ayo partai"), ["aliases.ayo partai"]),
    "an ambiguous name over another": (
        lambda bundle: add(bundle, f"pak {OVER}", cues=["tidak ada"]),
        [f"aliases.pak {OVER}"],
    ),
    "a name over one whose contest runs": (
        lambda bundle: add(bundle, "bu bintari lestri"),
        ["aliases.bu bintari lestri"],
    ),
    "a word that hides a party in a tag": (lambda bundle: add(bundle, "pilihpjr"), ["aliases.pilihpjr"]),
    "a word that keeps a disguise": (lambda bundle: add(bundle, "w4stu"), ["aliases.w4stu"]),
    "a host moved": (
        with_new(lambda bundle: bundle["domains"][0].__setitem__(1, len(bundle["entities"]) - 1)),
        ["domains.jambu.example"],
    ),
    "a host below a party's": (
        with_new(lambda bundle: bundle["domains"].append(["arum.jambu.example", len(bundle["entities"]) - 1])),
        ["domains.arum.jambu.example"],
    ),
    "a host more for a party": (
        lambda bundle: bundle["domains"].append(["warung.example", number_of(bundle, PARTY)]),
        ["domains.warung.example"],
    ),
    "the law's rules": (lambda bundle: bundle["law"]["rules"]["forbidden"].clear(), ["law.rules"]),
    "the law's calendar": (move_calendar, ["law.calendar"]),
    "an area moved": (
        lambda bundle: bundle["law"].update(areas={"Jambu": ["Kab. Arum"], "Laut": ["Kota Cendana"]}),
        ["law.areas"],
    ),
    "no law": (lambda bundle: bundle.pop("law"), ["law.from", "law.rules", "law"]),
}


def changed(name: str) -> Bundle:
    """The shared bundle with one change."""
    bundle = copy.deepcopy(BASE)
    CHANGES[name][0](bundle)
    return bundle
