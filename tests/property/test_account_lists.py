"""How many strangers a list of accounts takes for its own: fewer than one in a million, whatever its size."""

from __future__ import annotations

import base64
import random
import string

import pytest

from server.engine.accounts import AccountList, build_account_lists, is_listed
from server.rules.accounts import account_filter

DAY = "2024-10-20"
STRANGERS = 200_000


def accounts(count: int, seed: int) -> list[str]:
    """Names as people choose them; those of one seed and of another are different."""
    dice = random.Random(seed)
    letters = string.ascii_lowercase + string.digits + "._"
    return ["".join(dice.choices(letters, k=dice.randrange(4, 20))) + str(seed) for _ in range(count)]


def list_of(members: list[str]) -> AccountList:
    entry = {"from": "2024-01-01", "to": "2024-12-31", **account_filter([f"x:{name}" for name in members])}
    return build_account_lists({"accounts": [entry]})[0]


@pytest.fixture(scope="module")
def strangers() -> list[str]:
    return accounts(STRANGERS, 1)


# With plain double hashing the small list would take 13 strangers of 200,000.
@pytest.mark.parametrize("size", [1, 800, 30_000])
def test_a_list_has_all_of_its_accounts_and_hardly_a_stranger(size: int, strangers: list[str]) -> None:
    members = accounts(size, 2)
    known = list_of(members)
    assert all(is_listed((known,), "x", name, DAY) for name in members)
    assert sum(is_listed((known,), "x", name, DAY) for name in strangers) <= 3


def test_a_list_takes_less_than_five_bytes_an_account() -> None:
    packed = account_filter([f"x:{name}" for name in accounts(30_000, 2)])["filter"]
    assert len(packed) < 5 * 30_000


@pytest.mark.parametrize("size", [17, 800, 30_000])
def test_about_half_of_the_bits_are_set(size: int) -> None:
    raw = base64.b64decode(account_filter([f"x:{name}" for name in accounts(size, 2)])["filter"])
    assert 0.45 < sum(bin(byte).count("1") for byte in raw) / (8 * len(raw)) < 0.55
