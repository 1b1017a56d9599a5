"""Turn written names into token sequences (SPEC 3.1)."""

from __future__ import annotations

import re
import unicodedata

from server.engine.fold import FoldTable, fold

_TOKEN = re.compile("[@#]?[a-z0-9]+")
# What stands before a name and nobody is called by: faith names that thousands bear, rank, order of birth, titles.
_BEFORE = """
muhammad mohammad mohamad muhamad mochamad mochammad mokhamad mokhammad muchamad muchammad moh moch muh mohd md
abd abdul ahmad achmad akhmad andi la wa ode laode waode ni made wayan nyoman ketut gede putu kadek komang nengah
luh gusti ngurah ida bagus dewa cokorda ayu siti sitti sri nur raden rd rr tb tubagus tengku teuku tgk tgh cut said
syed sayid sayed habib gus kh ust ustadz dt datuk haji hj hi lalu baiq tuan guru dg daeng masagus kgs kms mgs syech
syekh umbu abu al el bin binti ibnu dr drs dra drg ir rp hm mz sw
"""
_BEFORE_NAMES = frozenset(_BEFORE.split())
_CALL_NAME_LEAST = 3


def tokens_of(table: FoldTable, text: str) -> str:
    """Return the folded tokens of a name, joined by single spaces."""
    return " ".join(_TOKEN.findall(fold(table, text)))


def handle_tokens(table: FoldTable, handle: str) -> str:
    """Return the tokens of an account name as they stand in a text, with the leading @."""
    return tokens_of(table, "@" + handle.removeprefix("@"))


def pair_variants(name: str) -> list[str]:
    """Return the ways a pair's short name is written: ``A-B`` is also ``A dan B``."""
    parts = [part.strip() for part in re.split("[-–—]|&| dan ", name) if part.strip()]
    return [" ".join(parts), " dan ".join(parts)] if len(parts) == 2 else [name]


def call_name(name: str) -> str:
    """Return the part of a folded name that a person is called by, or nothing: ``m salim fakhry`` gives ``salim``."""
    return next((word for word in name.split() if len(word) >= _CALL_NAME_LEAST and word not in _BEFORE_NAMES), "")


def without_initials(name: str) -> str:
    """Return a folded name without its single letters: ``m salim a fakhry`` gives ``salim fakhry``."""
    return " ".join(word for word in name.split() if len(word) > 1)


def is_single_word(name: str) -> bool:
    """Say whether a folded name has one word only, initials and what stands before names left out."""
    return sum(len(word) > 1 and word not in _BEFORE_NAMES for word in name.split()) < 2


def short_names(name: str) -> list[str]:
    """Return shorter forms of a folded name: without what stands before it, and its first two words."""
    words = without_initials(name).split()
    start = next((at for at, word in enumerate(words) if word not in _BEFORE_NAMES), len(words))
    rest = words[start:]
    forms = [" ".join(rest), " ".join(rest[:2])] if len(rest) >= 2 else []
    return [form for form in dict.fromkeys(forms) if form != " ".join(words) and form.split()[1] not in _BEFORE_NAMES]


def slug(text: str) -> str:
    """Return an ASCII kebab-case id for a name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def anchor_places(texts: list[str], frequency: dict[str, int]) -> dict[str, int]:
    """Return for every alias the place of its anchor: its rarest word (SPEC 3.2).

    ``frequency`` says how often a word occurs in a million words; words that are not in it are rare, and of those the
    one that the fewest aliases share is taken.
    """
    uses: dict[str, int] = {}
    for text in texts:
        for word in set(text.split(" ")):
            uses[word] = uses.get(word, 0) + 1
    places: dict[str, int] = {}
    for text in texts:
        words = text.split(" ")
        places[text] = min(
            range(len(words)), key=lambda at: (frequency.get(words[at], 0), uses[words[at]], -len(words[at]), at)
        )
    return places
