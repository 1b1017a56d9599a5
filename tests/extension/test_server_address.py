"""What people type as a server's address."""

from __future__ import annotations

import pytest

from .conftest import Call

MODULE = "lib/server-address.js"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("skor.kantor.go.id", "https://skor.kantor.go.id"),
        ("  skor.kantor.go.id/ ", "https://skor.kantor.go.id"),
        ("SKOR.Kantor.go.id", "https://skor.kantor.go.id"),
        ("skor.kantor.go.id:8443/v1", "https://skor.kantor.go.id:8443"),
        ("https://kantor.go.id/jempol/v1/score", "https://kantor.go.id/jempol"),
        ("https://kantor.go.id/healthz?x=1#y", "https://kantor.go.id"),
        ("127.0.0.1:8787", "http://127.0.0.1:8787"),
        ("localhost:8787/v1/", "http://localhost:8787"),
        ("https://127.0.0.1:8787", "https://127.0.0.1:8787"),
    ],
)
def test_an_address_becomes_the_base_of_the_service(call: Call, typed: str, url: str) -> None:
    assert call(MODULE, "parseAddress", typed)["url"] == url


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("https://", "malformed"),
        ("ht!tp://%%", "malformed"),
        ("http://[::1]:8787", "malformed"),
        ("ftp://kantor.go.id", "scheme"),
        ("http://skor.kantor.go.id", "insecure"),
        ("http://192.168.1.10:8787", "insecure"),
        ("http://127.0.0.1.contoh.id", "insecure"),
        ("https://budi:rahasia@kantor.go.id", "credentials"),
    ],
)
def test_an_address_that_cannot_be_used_says_why(call: Call, typed: str, code: str) -> None:
    assert call(MODULE, "parseAddress", typed) == {"ok": False, "code": code}


def test_the_permission_asked_for_is_one_host_of_one_scheme(call: Call) -> None:
    assert call(MODULE, "parseAddress", "skor.kantor.go.id:8443/v1")["origins"] == "https://skor.kantor.go.id/*"
