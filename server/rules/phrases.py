"""The phrase language: parse a token sequence and compile it for the engines (SPEC 4.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

SLOTS = {
    "party": "P",
    "candidate": "C",
    "figure": "F",
    "group": "G",
    "slogan": "S",
    "election-body": "E",
    "media": "M",
    "government": "O",
    "number": "N",
    "year": "Y",
}
SLOT_CLASSES = {
    **{f"<{name}>": char for name, char in SLOTS.items()},
    "<contestant>": "PCGS",
    "<person>": "CF",
    "<anyone>": "PCGSF",
    "<institution>": "EMO",
}
NUMERALS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
GAP_MAX, REPEAT_MAX, LOOSE_MAX = 8, 5, 6

_GAP = re.compile(r"\.\.\.([0-9]+)")
_GROUP = re.compile(r"\(([^()]+)\)(\?|\{([0-9]+),([0-9]+)\}|)")
_WORD = re.compile(r"[@#]?[a-z0-9]+")
_MACRO = re.compile(r"\{([a-z-]+)\}")
_ANY = r"[\s\S]"


class PhraseError(ValueError):
    """A phrase that the language does not allow; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a phrase: words, prefixes and slots, how often, or a gap or an edge of the field."""

    words: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    slots: str = ""
    least: int = 1
    most: int = 1
    edge: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether any token may stand here."""
        return not (self.words or self.prefixes or self.slots or self.edge)


def parse_phrase(text: str, macros: dict[str, list[str]]) -> list[Element]:
    """Parse one phrase; raise PhraseError where it is not in the language."""
    elements = [_element(part, macros) for part in text.split()]
    if not elements:
        raise PhraseError("is empty")
    loose = [element for element in elements if element.most > element.least]
    if len(loose) > LOOSE_MAX:
        raise PhraseError(f"has {len(loose)} optional parts and gaps; {LOOSE_MAX} are allowed, write two phrases")
    if any(element.edge for element in elements[1:-1]):
        raise PhraseError("has ^ or $ in the middle")
    if elements[0].is_gap or elements[-1].is_gap:
        raise PhraseError("begins or ends with a gap; drop it")
    anchor = _anchor(elements, {})
    if anchor.slots and not anchor.words - set(NUMERALS) and set(anchor.slots) <= set("NY"):
        raise PhraseError("is only held by a number or year; add a word or a name that must be present")
    return elements


def _element(part: str, macros: dict[str, list[str]]) -> Element:
    if part in ("^", "$"):
        return Element(edge=part)
    gap = _GAP.fullmatch(part)
    if gap:
        if int(gap[1]) > GAP_MAX:
            raise PhraseError(f"gap {part} is over {GAP_MAX} tokens")
        return Element(least=0, most=int(gap[1]))
    group = _GROUP.fullmatch(part)
    least, most = 1, 1
    if group:
        part = group[1]
        least, most = {"": (1, 1), "?": (0, 1)}.get(group[2]) or (int(group[3]), int(group[4]))
        if not least <= most <= REPEAT_MAX or most == 0:
            raise PhraseError(f"repeats {{{least},{most}}}; use 0 to {REPEAT_MAX}, the smaller first")
    words: set[str] = set()
    prefixes: set[str] = set()
    slots = ""
    for choice in _choices(part, macros):
        if choice in SLOT_CLASSES:
            slots += SLOT_CLASSES[choice]
            if choice == "<number>":
                words.update(NUMERALS)
        elif choice.endswith("*") and _WORD.fullmatch(choice[:-1]):
            if len(choice) < 5:
                raise PhraseError(f"prefix {choice} needs at least 4 letters")
            prefixes.add(choice[:-1])
        elif re.fullmatch("[0-9]{1,2}|(19|20)[0-9]{2}", choice):
            raise PhraseError(
                f"names the number {choice}; write <number> or <year>, so that no side's number weighs more"
            )
        elif _WORD.fullmatch(choice):
            words.add(choice)
        else:
            raise PhraseError(f"{choice!r} is no word, word*, {{macro}} or slot of the language")
    return Element(frozenset(words), frozenset(prefixes), "".join(sorted(set(slots))), least, most)


def _choices(part: str, macros: dict[str, list[str]]) -> list[str]:
    choices: list[str] = []
    for choice in part.split("|"):
        macro = _MACRO.fullmatch(choice)
        if macro is None:
            choices.append(choice)
        elif macro[1] in macros:
            choices.extend(macros[macro[1]])
        else:
            raise PhraseError(f"macro {choice} is not in signals/macros.toml")
    return choices


def _anchor(elements: list[Element], frequency: dict[str, int]) -> Element:
    """Return the element that must be present and is the rarest (SPEC 4.4)."""
    firm = [element for element in elements if element.least > 0 and not element.prefixes and not element.edge]
    worded = [element for element in firm if element.words and not element.slots]
    if worded:
        return min(
            worded, key=lambda element: (sum(frequency.get(word, 0) for word in element.words), len(element.words))
        )
    if not firm:
        raise PhraseError("has no word or slot that must be present; make one part neither optional nor a prefix")
    return max(firm, key=lambda element: (_names(element), not element.words, -len(element.slots)))


def _names(element: Element) -> bool:
    """Whether somebody must be named here."""
    return bool(element.slots) and not element.words and not set(element.slots) & set("NY")


def phrase_words(elements: list[Element]) -> tuple[set[str], set[str]]:
    """Return the words and the prefixes that a phrase uses."""
    return (
        {word for element in elements for word in element.words},
        {prefix for element in elements for prefix in element.prefixes},
    )


def compile_phrase(
    elements: list[Element], chars: dict[str, str], prefix_chars: dict[str, str], frequency: dict[str, int]
) -> list[object]:
    """Return ``[pattern, anchor words, anchor slots, needed slots]`` over one character a token.

    ``chars`` and ``prefix_chars`` give the character of every word and prefix of the vocabulary, ``frequency`` how
    often a word occurs in a million.
    """
    anchor = _anchor(elements, frequency)
    need = next(
        (element.slots for element in elements if element.least > 0 and element.slots and not element.words
         and not element.prefixes),
        "",
    )  # fmt: skip
    source = "".join(_source(element, chars, prefix_chars) for element in elements)
    return [source, sorted(anchor.words), anchor.slots, need]


def _source(element: Element, chars: dict[str, str], prefix_chars: dict[str, str]) -> str:
    if element.edge:
        return element.edge if element.edge == "^" else "(?![\\s\\S])"
    if element.is_gap:
        return f"{_ANY}{{0,{element.most}}}?"
    letters = set(element.slots)
    letters.update(chars[word] for word in element.words)
    for prefix in element.prefixes:
        letters.update(char for other, char in prefix_chars.items() if other.startswith(prefix))
        letters.update(char for word, char in chars.items() if word.startswith(prefix))
    one = "".join(sorted(letters))
    text = one if len(one) == 1 else f"[{one}]"
    if (element.least, element.most) == (1, 1):
        return text
    return f"{text}?" if (element.least, element.most) == (0, 1) else f"{text}{{{element.least},{element.most}}}"
