"""The same person at work and on the campaign trail; programmes of the state and those who claim them."""

from __future__ import annotations

import pytest

from .wording import NO_ELECTION, level


@pytest.mark.parametrize(
    "post",
    [
        "Presiden meresmikan bendungan di Sulawesi",
        "Gubernur meninjau pasar, harga cabai turun",
        "Bupati melantik 40 pejabat baru",
        "Dapur MBG mulai memasak untuk tiga sekolah",
        "Koperasi Merah Putih desa kami sudah berbadan hukum",
        "Sekolah Rakyat menerima siswa baru",
        "Cek Kesehatan Gratis di puskesmas setiap Rabu",
        "Pembangunan IKN berlanjut tahun ini",
        "Jalan tol itu masuk daftar PSN",
        "Bansos cair, warga antre tertib di kantor pos",
        "APBD Perubahan disahkan DPRD",
        "Musrenbang kecamatan membahas irigasi",
        "HUT kabupaten ke-70 dimeriahkan karnaval",
        "Mudik gratis, daftar di Dinas Perhubungan",
        "Pelayanan prima bagi masyarakat, maju terus abdi negara",
    ],
)
def test_government_at_work_is_silent(post: str) -> None:
    assert level(post, weighted=True) == level(post, NO_ELECTION, weighted=True) == "none"


@pytest.mark.parametrize(
    "post",
    [
        "Bupati Damar Panuluh meresmikan pasar ikan",
        "Wakil Bupati Sekar Jatmika menyerahkan bantuan banjir",
        "Damar Panuluh memimpin rapat inflasi bersama OPD",
        "Kunjungan kerja Bupati Panuluh ke Bendungan Contoh",
        "Bupati Panuluh menjelaskan kebijakan APBD kepada dewan",
    ],
)
def test_an_office_holder_at_work_is_no_campaign(post: str) -> None:
    assert level(post) in ("none", "mention")


@pytest.mark.parametrize(
    "post",
    [
        "Coblos Damar-Sekar, Bupati Panuluh sudah terbukti bekerja",
        "Ayo dukung Bupati Damar Panuluh lanjutkan dua periode",
        "Pasar sudah diresmikan Bupati Panuluh, ayo pilih lagi Damar-Sekar",
        "Saya pilih Bupati Damar Panuluh lagi",
        "MBG lancar berkat Damar-Sekar, ayo pilih Damar-Sekar",
    ],
)
def test_the_same_person_campaigning_is(post: str) -> None:
    assert level(post) == "campaign"


@pytest.mark.parametrize(
    ("author", "handle"),
    [
        ("KPU Kabupaten Contoh", "kpu_contoh"),
        ("Bawaslu RI", "bawaslu_ri"),
        ("Pemkab Contoh", "pemkab.contoh"),
        ("Kementerian Pertanian", "kementan"),
        ("Radar Surabaya", "radarsurabaya"),
        ("Suara Merdeka", "suaramerdeka"),
        ("IDN Times", "idntimes"),
        ("Koperasi Desa Merah Putih", "kdmp.contoh"),
    ],
)
def test_a_neutral_source_is_never_a_campaign_by_itself(author: str, handle: str) -> None:
    post = {"author": {"name": author, "handle": handle}, "text": "Ketua tim: pilih Damar-Sekar, menangkan nomor 2"}
    assert level(post) == "mention"


def test_a_supporters_page_is_not_hidden_by_the_place_in_its_name() -> None:
    assert level({"author": {"name": "Tim Pemenangan Kecamatan Contoh"}, "text": "Kopi dulu"}) == "campaign"
