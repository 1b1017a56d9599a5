"""What the signing commands tell people: Indonesian first, English in brackets."""

from __future__ import annotations

from ..rules.signed import SignedFile

_SHOWN = 20
# Why a bundle or a signed file is refused; the message below says exactly what was found.
REFUSALS = {
    "format": "bukan berkas aturan bertanda tangan, atau rusak; ambil lagi berkasnya",
    "contract": "berkas ini untuk rilis lain; pakai rilis yang sama",
    "too-large": "berkasnya terlalu besar; tidak satu peramban pun menerimanya",
    "truncated": "berkasnya terpotong, atau ditambahi; ambil lagi",
    "digest": "isinya berubah sesudah ditandatangani; ambil lagi",
    "future": "hari tanda tangannya belum tiba; periksa jam komputer",
    "expired": "masa berlakunya sudah lewat; minta berkas yang baru",
    "key": "tidak ditandatangani dengan kunci yang dipercaya; periksa kuncinya",
    "signature": "tanda tangannya tidak cocok dengan berkas ini; ambil lagi",
    "mismatch": "versi di dalam bundle lain dari yang ditandatangani; tandatangani lagi",
    "changes": "kunci kantor hanya boleh menambah, dan berkas ini mengubah aturan bersama; buat dengan 'rules extend'",
    "bundle": "bundle tidak dapat dipakai; buat lagi dengan 'rules build' atau 'rules extend'",
}


def refusal(code: str, message: str) -> str:
    """Return why something was refused; the problems of rule files are told in both languages already."""
    return f"{REFUSALS[code]}\n    ({message})" if code in REFUSALS else message


def few(places: list[str]) -> str:
    """Return the names of places, the first of many."""
    more = f" dan {len(places) - _SHOWN} lagi (more)" if len(places) > _SHOWN else ""
    return ", ".join(places[:_SHOWN]) + more


def sentence(file: SignedFile, signers: list[str]) -> str:
    """Return which bundle a file holds, how long it may be used, and whose signatures count."""
    header = file.header
    return (
        f"versi {header.version}, {header.digest}, berlaku sampai (until) {header.expires:%Y-%m-%d}, "
        f"tanda tangan (signed by) {', '.join(signers)}"
    )
