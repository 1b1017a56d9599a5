"""Votes, numbers and campaigns that are no election."""

from __future__ import annotations

import pytest

from .wording import level


@pytest.mark.parametrize(
    "post",
    [
        "Pilih nomor 2 untuk ketua OSIS kita",
        "Pilketos: coblos nomor urut 2 ya, kak",
        "Calon ketua BEM nomor 1 memaparkan visi misi",
        "Pilkades serentak, coblos sesuai pilihanmu",
        "Coblos nomor 3 di Pilkades Minggu besok",
        "Pemilihan ketua RT 03 Minggu sore, calonnya Pak Budi dan Pak Eko",
        "Musyawarah BPD memilih ketua baru",
        "Pemilihan putri pariwisata, dukung finalis nomor 4",
        "Vote idola kamu di Indonesian Idol malam ini",
        "Voting MVP liga, pilih nomor 10",
        "Polling film terbaik tahun ini, pilih nomor 3",
        "Arisan bulan depan di rumah Bu Tini",
        "Arisan kompleks, pilih nomor 7 dapat giliran awal",
        "Dukung nomor 2 di pemilihan ketua karang taruna",
    ],
)
def test_other_votes_are_silent(post: str) -> None:
    assert level(post, weighted=True) == "none"


@pytest.mark.parametrize(
    "post",
    [
        "Pilih nomor 2 untuk layanan pengaduan, nomor 3 untuk operator",
        "Rumah di jalan Mawar nomor 3 RT 02 RW 01",
        "Nomor 1 di dunia soal bulu tangkis, nomor punggung 8",
        "Pilih kursi nomor 2 dekat jendela",
        "Antrean nomor 3 silakan ke loket",
    ],
)
def test_other_numbers_are_silent(post: str) -> None:
    assert level(post, weighted=True) == "none"


@pytest.mark.parametrize(
    "post",
    [
        "Kampanye imunisasi, kampanye antinarkoba, kampanye brand sepatu",
        "Relawan PMI, SAR dan BPBD menuju lokasi banjir",
        "Relawan dapur MBG memasak sejak subuh",
        "Calon pengantin dan calon siswa, paslon kompak foto prewed",
        "Suara knalpot di putaran terakhir balapan",
        "Jadi tim sukses pernikahan kakak sendiri",
    ],
)
def test_other_campaigns_are_silent(post: str) -> None:
    assert level(post, weighted=True) == "none"


@pytest.mark.parametrize(
    "post",
    ["RT @teman: coblos nomor 2 ya", "Kelas menengah diajak coblos nomor 2", "Warga RW 5, coblos nomor 2!"],
)
def test_words_of_other_votes_do_not_hide_a_call(post: str) -> None:
    assert level(post) == "campaign"
