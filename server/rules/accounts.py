"""Compile lists of accounts into filters: a bundle tells whether an account is listed, not which are (SPEC 9.7)."""

from __future__ import annotations

import base64
import math
from collections.abc import Collection
from typing import Any

from server.engine.accounts import normal_account, probe_places

from .load import Sources
from .problems import Problem

# Of so many accounts that are in no list, one is taken for listed: 200 posts a day for 14 years.
STRANGERS = 2**20
_PROBES = round(math.log2(STRANGERS))
_BITS_A_KEY = _PROBES / math.log(2)
# In fewer bits chance alone can set too many.
_BYTES_LEAST = 64


def compile_accounts(sources: Sources, problems: list[Problem]) -> list[dict[str, Any]]:
    """Return the lists as the bundle has them; what is wrong is added to ``problems``."""
    sites = {data["id"] for _, data in sources.matching("sites/")}
    compiled = []
    for file, data in sources.matching("accounts/"):
        table = table_of(data)
        if table not in sources.rows:
            problems.append(Problem(file, "accounts_csv", f"there is no file {table}"))
            continue
        rows = sources.rows[table]
        problems += [
            Problem(table, row["row"], f"there is no site {row['site']!r}; the sites are {', '.join(sorted(sites))}")
            for row in rows
            if row["site"] not in sites
        ]
        if rows:
            keys = [key_of(row["site"], row["account"]) for row in rows]
            compiled.append({"from": data["active"]["from"], "to": data["active"]["to"], **account_filter(keys)})
        else:
            problems.append(Problem(table, "", "holds no account; add a row, or drop the list"))
    problems += _unnamed(sources)
    return compiled


def _unnamed(sources: Sources) -> list[Problem]:
    """Return a problem for every table that no list names: it would count for nothing."""
    named = {table_of(data) for _, data in sources.matching("accounts/")}
    tables = [file for file in sources.rows if file.startswith("accounts/") and file not in named]
    return [
        Problem(file, "", "belongs to no list; name it as accounts_csv in a file accounts/<id>.toml") for file in tables
    ]


def table_of(data: dict[str, Any]) -> str:
    """Return the path of a list's table."""
    return f"accounts/{data['accounts_csv']}"


def count_accounts(sources: Sources) -> int:
    """Return how many accounts all lists have."""
    return sum(len(sources.rows[table_of(data)]) for _, data in sources.matching("accounts/"))


def key_of(site: str, account: str) -> str:
    """Return what a filter knows of an account."""
    return f"{site}:{normal_account(account)}"


def account_filter(keys: Collection[str]) -> dict[str, Any]:
    """Return ``{"probes", "filter"}`` of a filter that holds these keys and one in ``STRANGERS`` others."""
    size = max(_BYTES_LEAST, math.ceil(len(keys) * _BITS_A_KEY / 8))
    bits = bytearray(size)
    for key in keys:
        for place in probe_places(key, _PROBES, 8 * size):
            bits[place >> 3] |= 1 << (place & 7)
    return {"probes": _PROBES, "filter": base64.b64encode(bits).decode()}
