"""Read people's names off election offices' lists: capitals and titles go, nicknames stand by themselves."""

from __future__ import annotations

import re

_RANK = (
    r"(?:(?:JENDERAL|LETNAN|MAYOR|BRIGADIR|KAPTEN|KOLONEL|LAKSAMANA|MARSEKAL|KOMISARIS|AJUN|INSPEKTUR|PEMBANTU|SERSAN"
    r"|KOPRAL)(?:\s(?:JENDERAL|KOLONEL|KOMISARIS|INSPEKTUR|LETNAN|BESAR|MADYA|MUDA|PERTAMA|SATU|DUA|MAYOR|KEPALA))*"
    r"|LETJEN|MAYJEN|BRIGJEN|KOL|LETKOL|MAY(?=\.)|KAPT|LETTU|LETDA|PELTU|PELDA|SERMA|SERKA|SERTU|SERDA|LAKSDYA|LAKSDA|LAKSMA"
    r"|MARSDYA|MARSDA|MARSMA|KOMJEN|IRJEN|KOMBES|AKBP|KOMPOL|AKP|IPTU|IPDA|AIPTU|AIPDA|BRIPKA|BRIPTU|BRIPDA)"
    r"(?:[.\s]+(?:TNI(?:[-\s]A[DLU])?|POL|POLISI|PURN|INF|KAV|ARM|ARH|ART|CZI|CHB|CKM|CPL|CPM|CBA|CAJ|CKU|CHK|MAR|PNB|NAV"
    r"|TEK|LEK|KAL|PAS|ADM|KES|SUS|LAUT)\b)*"
)
_TITLE = (
    rf"(?:{_RANK}|DRS?|DRA|DRG|DRH|IR|H|HJ|HI|K\.\s?H|KH|PROF|UST|USTADZ|USTAZ|TGK|TGH|PNT|PDT|APT|NS|NERS|ARS|GRA"
    r"|PURN|TUAN GURU|LL|G)(?:\.\s*|\s+)"
)
_TITLES = re.compile(rf"^(?:{_TITLE})+(?=\S{{2}})", re.IGNORECASE)
# Degrees behind a name without a comma. What may be initials as well (MS, MA, MP) stays, and is told.
_DOTTED = (
    r"(?:S|M|A|D|SP|PH|LL|DIPL)\.(?:[A-Z]{1,5}\.)*[A-Z]{1,5}\.?"
    r"|[SM]\.\s(?:H|E|T|SI|PD|SOS|AG|KOM|KES|IP|AP|HUM|KN)\b\.?"
)
_PLAIN = (
    r"SE|SH|ST|SP[dD]I?|S[sS][oO][sS]|S[aA][gG]|SIP|SKM|S[kK][oO][mM]|S[sS][iI]|SHI|SEI|SHut|SPt|STP|SST|SSTP|MM|MH"
    r"|MT|M[sS][iI]|MP[dD]I?|MAP|M[aA][gG]|M[kK][eE][sS]|MBA|M[sS][cC]|M[hH][uU][mM]|M[kK][oO][mM]|MI[kK][oO][mM]"
    r"|P[hH]D|AM[dD]|L[cC]"
)
_DEGREES = re.compile(rf"(?<=\w\w)\.?(?:\s+(?:(?i:{_DOTTED})|(?:{_PLAIN})\.?)){{1,9}}$")
_NICKNAME = re.compile(r"\(([^()]{3,})\)|(?<=[A-Z]{4} )ALIAS\s+(.+?)(?:,|$)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBERING = re.compile(r"^\s*(?:\(\d+\)|\d+[.)])\s*")
_GLUED = re.compile(r"\.(?=[^\W\d_]{3})")
# Initials at the start (A.A. Gde) are fine; any other dot inside a word is a title's.
_UNTIDY = re.compile(
    r"[()\[\]{}*/\d]|(?<!^[A-Z])(?<!^[A-Z]\.[A-Z])\.(?=\w)"
    rf"|\s(?:{_PLAIN}|MA|MS|ME|MP|BA|SP|MSP|MEng|SpOG|SpPD)\.?$|^\S*(?:Ir|Drs?|Dra|Prof|Hj?)\.$"
)
_LOWER = {"bin", "binti", "br"}
_RANKS = {"dt", "dg", "hi", "mhd"}
_WORDS_OF_TWO = {"al", "el", "la", "wa", "ua", "do", "da", "de", "di", "ud", "tu"}
_NO_NICKNAME = re.compile(
    r"(?i)purn.*|h\.?c|hons|acc|han|pd|k|p|c|l|petahana|inkumben|incumbent|almh?|almarhumah?|laki[- ]laki|perempuan"
    r"|pria|wanita|independen|perseorangan"
)


def proper_case(name: str) -> str:
    """Return a name in capitals as people write it: initials stay large, particles small."""
    return " ".join(_proper_word(word, first=place == 0) for place, word in enumerate(name.split()))


def _proper_word(word: str, first: bool) -> str:
    plain = word.strip(".").lower()
    if plain in _LOWER and not first:
        return plain
    if plain in _RANKS:
        return plain.title() + "."
    initials = len(plain) == 1 or not re.search("[aeiouy]", plain)
    if "." in word.strip(".") or initials or (len(plain) == 2 and not first and plain not in _WORDS_OF_TWO):
        return word.upper() if len(plain) < 4 else word.title()
    written = word.rstrip(".") if len(plain) > 3 else word
    return re.sub("(?:^|(?<=[-.]))'?[a-z]", lambda start: start.group().upper(), written.lower())


def plain_name(written: str, cleaned: str) -> tuple[str, list[str]]:
    """Return a person's name in proper case without titles, and the nicknames that stand beside it on the list."""
    nicknames = [" ".join((found[0] or found[1]).split()) for found in _NICKNAME.findall(written)]
    name = _BRACKETS.sub(" ", _NICKNAME.sub("", _NUMBERING.sub("", cleaned or written).split(",", 1)[0]))
    name = " ".join(name.replace("’", "'").strip(" ,*").split())
    name = _DEGREES.sub("", _GLUED.sub(". ", _TITLES.sub("", name)))
    kept = [nickname for nickname in nicknames if not _NO_NICKNAME.fullmatch(nickname.strip("."))]
    return proper_case(name), [proper_case(nickname) for nickname in kept]


def is_untidy(name: str) -> bool:
    """Say whether a plain name may still hold a title or a mark, with which nobody would write it in a post."""
    return _UNTIDY.search(name) is not None
