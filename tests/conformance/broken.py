"""Bundles that no engine may take, each with one fault, and odd ones that every engine takes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from server.engine.bundle import SIZE_MAX
from tests.conformance import vectors

Change = Callable[[dict[str, Any]], object]

OBJECTS = ("fold", "slots", "weights", "scoring", "sites", "counts")
LISTS = ("words", "prefixes", "segments", "acronyms", "entities", "aliases", "domains", "confusables", "signals")
NUMBERS = {
    "mentions": "PCGSF",
    "fields": (
        "text", "draft", "image_alt", "quoted.text", "quoted.author",
        "link.title", "link.url", "author.name", "author.handle", "container.name",
    ),
    "thresholds": ("mention", "campaign"),
    "points": ("lowest", "highest", "weights_cap"),
    "limits": ("characters", "tokens"),
}  # fmt: skip
WHYS = (
    "mention-party", "mention-candidate", "mention-group", "mention-slogan", "mention-figure",
    "neutral-source", "report-kept", "scale-end", "headline", "weight", "weights-cap",
)  # fmt: skip
# In place of the table of the vectors, which begins with [-20, 0], their lowest points.
TABLES: dict[str, object] = {
    "no list": {"0": [-20, 0], "1": [60, 70]},
    "null": None,
    "empty": [],
    "one row": [[-20, 0]],
    "a row of three": [[-20, 0], [60, 70, 80]],
    "a row of one": [[-20, 0], [60]],
    "a row that is an object": [[-20, 0], {"0": 60, "1": 70, "length": 2}],
    "a row that is a number": [[-20, 0], 60],
    "a text in its first row": [[-20, "0"], [60, 70]],
    "a text in a later row": [[-20, 0], ["60", 70]],
    "two rows of the same points": [[-20, 0], [60, 70], [60, 80]],
    "a row out of its order": [[-20, 0], [60, 70], [20, 40]],
    "a beginning above the lowest points": [[-19, 0], [60, 70]],
    "a beginning above zero": [[-20, 1], [60, 70]],
}

# What a fault is called begins with the place that its refusal must name.
CHANGES: dict[str, Change] = {
    "contract: another": lambda data: data.update(contract=2),
    "contract: true": lambda data: data.update(contract=True),
    "version: missing": lambda data: data.pop("version"),
    "version: in words": lambda data: data.update(version="satu"),
    "slots: a slot without a name": lambda data: data["slots"].update(P=None),
    "scoring.whys.mention-: a slot that is not there": lambda data: data["slots"].pop("P"),
    "scoring.whys.mention-candidate: reasons are a list": lambda data: data["scoring"].update(whys=[]),
    "aliases[2]: an entity that is not there": lambda data: data["aliases"][2].__setitem__(1, [999]),
    "aliases[2]: an anchor beyond it": lambda data: data["aliases"][2].__setitem__(4, 7),
    "aliases[2]: a confusable that is not there": lambda data: data["aliases"][2].__setitem__(2, 99),
    "domains[0]: a host of nobody": lambda data: data["domains"][0].__setitem__(1, 999),
    "signals[0]: an anchor that is no word": lambda data: data["signals"][0]["phrases"][0][1].append("tidakada"),
    "signals[0].fields: not in the contract": lambda data: data["signals"][0]["fields"].append("biography"),
    "signals[0]: a phrase that is no pattern": lambda data: data["signals"][0]["phrases"][0].__setitem__(0, "("),
    "signals[1]: an account pattern that is none": lambda data: data["signals"][1].update(regexes=["^(a"]),
    "accounts[1]: null": lambda data: data["accounts"].insert(1, None),
    "accounts: an object": lambda data: data.update(accounts={}),
    "accounts: null": lambda data: data.update(accounts=None),
    "accounts[1]: a list": lambda data: data["accounts"].insert(1, []),
    "accounts[1]: begins at no day": lambda data: data["accounts"][1].update({"from": "kemarin"}),
    "accounts[1]: no end": lambda data: data["accounts"][1].pop("to"),
    "accounts[1]: a filter that is no base64": lambda data: data["accounts"][1].update(filter="AAA\n"),
    "accounts[1]: a filter that is cut": lambda data: data["accounts"][1].update(filter="AAAAA"),
    "accounts[1]: a filter without a bit": lambda data: data["accounts"][1].update(filter=""),
    "accounts[1]: a filter of padding": lambda data: data["accounts"][1].update(filter="===="),
    "accounts[1]: no probes": lambda data: data["accounts"][1].update(probes=0),
    "accounts[1]: too many probes": lambda data: data["accounts"][1].update(probes=33),
    "accounts[1]: probes that are true": lambda data: data["accounts"][1].update(probes=True),
    "accounts: no signal for them": lambda data: data["signals"][2].pop("listed"),
    "signals[2].listed: yes": lambda data: data["signals"][2].update(listed="yes"),
    "signals[2].listed: null": lambda data: data["signals"][2].update(listed=None),
    "signals[0].listed: in texts": lambda data: data["signals"][0].update(listed=True),
    "signals[2].listed: two signals": lambda data: data["signals"][1].update(listed=True),
    "scoring.small_words: missing": lambda data: data["scoring"].pop("small_words"),
    "scoring.small_words: a number among texts": lambda data: data["scoring"]["small_words"].append(5),
    "scoring.whys.mention-candidate: reasons are null": lambda data: data["scoring"].update(whys=None),
    "scoring.cue_window: a text": lambda data: data["scoring"].update(cue_window="4"),
    "scoring.points.lowest: a fraction": lambda data: data["scoring"]["points"].update(lowest=-20.5),
    "version: zero": lambda data: data.update(version=0),
    "version: a fraction": lambda data: data.update(version=1.5),
    "signals[3].fields: the last is not in the contract": lambda data: data["signals"][3]["fields"].append("link"),
    "signals[2]: no phrases": lambda data: data["signals"][2].pop("phrases"),
    "scoring.small_words: one text": lambda data: data["scoring"].update(small_words="yang"),
}
CHANGES |= {f"{name}: missing": lambda data, name=name: data.pop(name) for name in (*OBJECTS, *LISTS)}
CHANGES |= {f"{name}: a list": lambda data, name=name: data.update({name: []}) for name in OBJECTS}
CHANGES |= {f"{name}: null": lambda data, name=name: data.update({name: None}) for name in OBJECTS}
CHANGES |= {f"{name}: an object": lambda data, name=name: data.update({name: {}}) for name in LISTS}
CHANGES |= {
    f"{name}: a number among texts": lambda data, name=name: data[name].append(5)
    for name in ("words", "prefixes", "segments", "acronyms")
}
CHANGES |= {
    f"scoring.{name}: missing": lambda data, name=name: data["scoring"].pop(name)
    for name in ("cue_window", "veto_window")
}
CHANGES |= {f"scoring.{name}: missing": lambda data, name=name: data["scoring"].pop(name) for name in NUMBERS}
CHANGES |= {
    f"scoring.{section}.{name}: missing": lambda data, section=section, name=name: data["scoring"][section].pop(name)
    for section, names in NUMBERS.items()
    for name in names
}
CHANGES |= {f"scoring.whys.{rule}: missing": lambda data, rule=rule: data["scoring"]["whys"].pop(rule) for rule in WHYS}
CHANGES |= {
    f"scoring.calibration: {fault}": lambda data, table=table: data["scoring"].update(calibration=table)
    for fault, table in TABLES.items()
}
CHANGES |= {
    f"aliases[2]: part {place} is {value}": lambda data, place=place, value=value: data["aliases"][2].__setitem__(
        place, value
    )
    for place, values in {
        0: (None, 5),
        1: (None, 5, [], [-1], [22], [12, 22], [-1, 12], [None], ["1"], [0.5]),
        2: (None, -2, 2, "0", 0.5),
        4: (None, -1, 1, "0", 0.5),
    }.items()
    for value in values
}
CHANGES |= {
    f"domains[1]: {entry}": lambda data, entry=entry: data["domains"].insert(1, entry)
    for entry in (
        None,
        5,
        ["a.example", -1],
        ["a.example", 22],
        ["a.example", None],
        ["a.example", 0.5],
        ["a.example"],
        [5, 1],
        [None, 1],
    )
}
CHANGES |= {
    f"accounts[1]: {key} is {value}": lambda data, key=key, value=value: data["accounts"][1].update({key: value})
    for key, values in {
        "from": (None, 20240101, "x2024-01-01", "2024-01-01x", "2024-1-01", "2024-01-1"),
        "to": (None, "x2024-12-31", "2024-12-31x"),
        "filter": (None, 5, "!AAA", "AAA!", "A=AA", "AAA"),
        "probes": (None, "1", -1, 1.5),
    }.items()
    for value in values
}

# What cannot be said as a change of the parsed bundle.
TEXTS = {
    "nothing": "",
    "no JSON": '{"contract": 1',
    "a list": "[]",
    "null": "null",
    "a text": '"contract"',
    "a number": "1",
    "more than is allowed": vectors.BUNDLE.read_text(encoding="utf-8").ljust(SIZE_MAX + 1),
}

# What every engine takes, just inside the limits.
ODD: dict[str, Change] = {
    "no law": lambda data: data.pop("law", None),
    "no accounts": lambda data: data.pop("accounts"),
    "lists of accounts that are empty": lambda data: data.update(accounts=[]),
    "signals that say they are not for accounts": lambda data: data["signals"][0].update(listed=False),
    "no signal for accounts, and no list": lambda data: (data.pop("accounts"), data["signals"][2].pop("listed")),
    "one probe": lambda data: data["accounts"][1].update(probes=1),
    "as many probes as are allowed": lambda data: data["accounts"][1].update(probes=32),
    "a filter of one byte": lambda data: data["accounts"][1].update(filter="/w=="),
    "version one": lambda data: data.update(version=1),
    "a table of two rows": lambda data: data["scoring"].update(calibration=[[-20, 0], [60, 70]]),
    "a table that begins below the lowest points": lambda data: data["scoring"].update(
        calibration=[[-21, 0], [60, 70]]
    ),
    "an alias of the first and the last entity": lambda data: data["aliases"][2].__setitem__(1, [0, 21]),
    "an alias with the last confusable": lambda data: data["aliases"][2].__setitem__(2, 1),
    "a domain of the first entity": lambda data: data["domains"].insert(1, ["a.example", 0]),
    "a domain of the last entity": lambda data: data["domains"].insert(1, ["a.example", 21]),
    "no weights": lambda data: data.update(weights={}),
    "single weights only": lambda data: data.update(weights={"mantap": 5}),
    "pairs only": lambda data: data.update(weights={"mantap <candidate>": 10}),
    "a slogan of two entities": lambda data: next(
        alias for alias in data["aliases"] if alias[0] == "contoh rukun"
    ).__setitem__(1, [3, 12]),
    "no small words": lambda data: data["scoring"].update(small_words=[]),
}


# An odd bundle, a context, a day, and the points that it gives there.
ANSWERS: list[tuple[str, dict[str, Any], str, int]] = [
    ("a domain of the first entity", {"link": {"url": "a.example"}}, "2029-05-04", 0),
    ("a domain of the first entity", {"link": {"url": "a.example"}}, "2029-05-05", 30),
    ("a domain of the first entity", {"link": {"url": "a.example"}}, "2029-12-16", 30),
    ("a domain of the first entity", {"link": {"url": "a.example"}}, "2029-12-17", 0),
    ("no accounts", {"site": "warta", "author": {"handle": "rembulan.contoh"}}, "2024-10-20", 0),
    ("a filter of one byte", {"site": "warta", "author": {"handle": "siapa.saja"}}, "2024-10-20", 60),
    ("no weights", {"text": "mantap Arwana"}, "2024-10-20", 30),
    ("single weights only", {"text": "mantap Arwana"}, "2024-10-20", 35),
    ("pairs only", {"text": "mantap Arwana"}, "2024-10-20", 40),
    ("a slogan of two entities", {"text": "contoh rukun"}, "2024-10-20", 70),
    ("a table of two rows", {"text": "PJR"}, "2024-10-20", 30),
]


def place_of(fault: str) -> str:
    """The place that the refusal of a fault names."""
    return "bundle" if fault in TEXTS else f"bundle.{fault.partition(': ')[0]}"


def odd(name: str) -> str:
    """The bundle of the vectors with something unusual that is allowed."""
    return _changed(ODD[name])


def broken(fault: str) -> str:
    """The bundle of the vectors with one fault."""
    return TEXTS[fault] if fault in TEXTS else _changed(CHANGES[fault])


def _changed(change: Change) -> str:
    data: dict[str, Any] = json.loads(vectors.BUNDLE.read_bytes())
    change(data)
    return json.dumps(data)
