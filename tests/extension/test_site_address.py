"""What people type or paste becomes the one host that is guarded, or a reason why not."""

from __future__ import annotations

import pytest

from .conftest import Call


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("forum.contoh.id", "forum.contoh.id"),
        ("  Forum.Contoh.ID/ ", "forum.contoh.id"),
        ("https://forum.contoh.id/topik/12?halaman=2#akhir", "forum.contoh.id"),
        ("forum.contoh.id:8443", "forum.contoh.id"),
        ("www.contoh.id", "www.contoh.id"),
        ("https://portal/", "portal"),
        ("192.168.1.5", "192.168.1.5"),
        ("café.example", "xn--caf-dma.example"),
    ],
)
def test_an_address_is_read_as_its_host(call: Call, typed: str, host: str) -> None:
    site = call("lib/site-address.js", "parseSite", typed)
    assert site == {"ok": True, "host": host, "origins": f"https://{host}/*"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("forum warga", "malformed"),
        ("forum_warga.contoh.id", "malformed"),
        ("https://", "malformed"),
        ("about:addons", "malformed"),
        ("chrome://extensions", "scheme"),
        ("ftp://contoh.id", "scheme"),
        ("http://forum.contoh.id", "insecure"),
        ("https://saya:rahasia@contoh.id", "credentials"),
        ("*.contoh.id", "wildcard"),
        ("localhost:8787", "loopback"),
        ("127.0.0.1", "loopback"),
        ("facebook", "short"),
    ],
)
def test_what_is_no_site_has_a_reason(call: Call, typed: str, code: str) -> None:
    assert call("lib/site-address.js", "parseSite", typed) == {"ok": False, "code": code}
