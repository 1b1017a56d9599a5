"""What a civil servant may read, like and share in peace stays without a word from us, in and out of a campaign."""

from __future__ import annotations

import pytest

from .wording import NO_ELECTION, PRESIDENTIAL_CAMPAIGN, REGIONAL_CAMPAIGN, level

DAYS = (PRESIDENTIAL_CAMPAIGN, REGIONAL_CAMPAIGN, NO_ELECTION)
VOTER_EDUCATION = (
    "Tahapan Pemilu 2024 sudah masuk masa pencocokan data",
    "Sudah cek DPT online belum? Pastikan namamu terdaftar",
    "Begini tata cara mencoblos yang benar: buka, coblos sekali, lipat",
    "Simulasi pemungutan suara digelar di balai desa",
    "Jadwal rekapitulasi Pilkada tingkat kecamatan diumumkan",
    "Gembira Memilih Langsung, ayo jadi pemilih cerdas",
    "Becik tur Nyenengke, slogan Pilgub tahun itu",
    "Luwih Becik Luwih Nyenengke, mari sukseskan Pilkada",
    "Maskot Pilkada diluncurkan bersama jingle baru",
    "Teman Pemilih, jangan lupa hari pemungutan suara",
    "Relawan Demokrasi dilatih KPU selama tiga hari",
    "KPU Contoh menerima logistik surat suara",
    "Surat suara dianggap sah bila dicoblos sekali pada nomor, nama, atau foto",
    "Pilkada bersih, adil, damai dan bertanggung jawab",
    "Debat publik Pilkada disiarkan malam ini pukul 19.00",
    "KPU mengundi nomor urut semua paslon di hotel",
    "Pendaftaran KPPS dibuka sampai Sabtu",
)
SUPERVISION = (
    "Bersama rakyat awasi Pemilu, bersama Bawaslu tegakkan keadilan",
    "Sahabat Bawaslu berkumpul di kampus",
    "Salam Awas! Laporkan pelanggaran ke Bawaslu terdekat",
    "Tolak politik uang, laporkan kalau ada yang membagi amplop",
    "Panwascam mencopot alat peraga yang melanggar",
)
TURNOUT = (
    "Jangan golput, suaramu menentukan",
    "Gunakan hak pilihmu pada 27 November",
    "Datang ke TPS ya, jangan lupa bawa KTP",
    "Pilih sesuai hati nurani",
    "Pilihan boleh beda, kita tetap tetangga",
    "Satu suara sangat berarti untuk daerah kita",
)
NEUTRALITY = (
    "ASN harus netral di Pilkada",
    "Ikrar netralitas pegawai dibacakan saat apel pagi",
    "Pakta integritas netralitas ditandatangani seluruh kepala dinas",
    "Deklarasi netralitas ASN dan non-ASN di alun-alun",
    "Jaga jempol, jangan like dan komentar di akun paslon",
    "ASN dilarang berpose dua jari di media sosial",
    "Sanksi menanti pegawai yang ikut kampanye",
    "Perangkat desa diminta tidak berpihak dalam Pilkada",
)
PEACE = (
    "Deklarasi kampanye damai diikuti semua paslon",
    "Pilkada badunsanak, beda pilihan tetap bersaudara",
    "Sambut Pemilu dengan riang gembira",
    "Mari rawat persatuan selama Pilkada",
)
NEWS_OF_NOBODY = (
    "KPU tetapkan daftar pemilih tetap Pilkada",
    "MK memutuskan sengketa hasil Pilkada pekan depan",
    "Polisi menangkap pencuri kotak suara",
)
PRIVATE_LIFE = (
    "Kondangan dulu, semoga langgeng kedua mempelai",
    "Aamiin ya rabbal alamin, lekas sembuh ya",
    "Soto nomor 1 di kota ini, dua jempol",
    "Timnas menang, Garuda di dadaku",
    "Dukung terus UMKM lokal",
    "Cantik sekali warna kuning dan merahnya",
    "Mending naik kereta, lebih baik dan tepat waktu",
    "Saya cocok jadi koki, kata tetangga",
    "Fans klub itu panas karena kalah",
    "Sudah ganti presiden berapa kali sejak kita lulus?",
)
HISTORY = (
    "Pemilu 1955 diikuti puluhan partai, PNI dan Masyumi teratas",
    "Orde Baru menyederhanakan partai menjadi PPP, Golkar dan PDI",
    "Soal PPKn kelas 9: sebutkan fungsi partai politik",
    "Menurut kamus, memilih berarti menentukan sesuatu",
    "PKI dibubarkan pada 1966",
)


@pytest.mark.parametrize("date", DAYS)
@pytest.mark.parametrize(
    "post",
    VOTER_EDUCATION + SUPERVISION + TURNOUT + NEUTRALITY + PEACE + NEWS_OF_NOBODY + PRIVATE_LIFE + HISTORY,
)
def test_neutral_words_are_silent(post: str, date: str) -> None:
    assert level(post, date, weighted=True) == "none"


@pytest.mark.parametrize(
    "sign", ["\u270c\ufe0f", "\u261d\ufe0f", "\U0001f44d", "\U0001f91f", "\U0001faf0", "\U0001f919"]
)
def test_a_hand_sign_alone_is_everyday_language(sign: str) -> None:
    assert level(f"Liburan ke pantai {sign}{sign}", weighted=True) == "none"


@pytest.mark.parametrize(
    "post",
    [
        "KPU menetapkan Damar-Sekar dan Wirasena-Kartika sebagai peserta",
        "Damar-Sekar diusung PDIP dan Hanura",
        "Hasil quick count Pilkada Contoh: Togar-Mayang 41 persen",
        "Nomor urut: 1 Wirasena-Kartika, 2 Damar-Sekar, 3 Togar-Mayang",
        "Profil Simarlundu, mantan guru yang jadi peserta Pilkada",
        "Bawaslu memanggil Damar Panuluh sebagai saksi",
    ],
)
def test_news_that_names_a_contestant_takes_no_side(post: str) -> None:
    assert level(post) in ("none", "mention")
