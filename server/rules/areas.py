"""Areas as offices write them: of which level a row is, and what its area is called on candidate lists."""

from __future__ import annotations

import re

from .columns import office_level
from .person_names import proper_case

_AREA = re.compile(r"(?:kabupaten|kab|kota|provinsi|prov)\b\.?\s*", re.IGNORECASE)
_PREFIX = {"regent": "Kab. ", "mayor": "Kota ", "governor": ""}
# In the ministry's codes cities are counted from 71 on; by its name a list may take Kotabaru for a city.
_FIRST_CITY = 71


def own_level(read: dict[str, str]) -> str:
    """Return the level that a row itself tells by its code, its office or its area, or the empty text."""
    code = read.get("code", "")[2:]
    if code.isdecimal():
        return "mayor" if int(code) >= _FIRST_CITY else "regent"
    by_area = {"kab": "regent", "kot": "mayor", "pro": "governor"} if _AREA.match(read.get("area", "")) else {}
    return office_level(read.get("level", "")) or by_area.get(read.get("area", "")[:3].lower(), "")


def area_name(level: str, area: str) -> str:
    """Return an area as candidate lists write it: ``TELUK MELATI`` of a regent is ``Kab. Teluk Melati``."""
    plain = without_kind(area)
    return f"{_PREFIX.get(level, '')}{plain}" if plain else ""


def without_kind(area: str) -> str:
    """Return an area's own name in proper case, without what it is: ``PROVINSI JAMBI`` is ``Jambi``."""
    written = proper_case(area) if area.isupper() else area
    return _AREA.sub("", written, count=1) if _AREA.match(written) else written
