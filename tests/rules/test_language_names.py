"""Names with two readings: the political one counts, the everyday one is silent."""

from __future__ import annotations

import pytest

from .wording import PRESIDENTIAL_CAMPAIGN, REGIONAL_CAMPAIGN, level, named

POLITICAL = (
    ("pbb", "Ketua DPC PBB Contoh mendaftarkan caleg ke KPU"),
    ("pbb", "Yusril dulu lama memimpin PBB"),
    ("pkb", "DPW PKB menggelar rapat bersama Cak Imin"),
    ("pkb", "Fraksi PKB menolak usulan itu"),
    ("pks", "Presiden PKS Syaikhu tiba di Majelis Syura"),
    ("pks", "Kader PKS membuka dapur umum"),
    ("ppp", "Muktamar PPP memilih Mardiono"),
    ("ppp", "DPC PPP berlambang Ka'bah rapat di pendopo"),
    ("pan", "Zulhas memimpin rapat DPW PAN"),
    ("pan", "Fraksi PAN DPRD menyampaikan pandangan"),
    ("psi", "Kaesang menyapa bro dan sis PSI"),
    ("psi", "PSI mendaftarkan caleg di dapil tiga"),
    ("pkn", "Pimnas PKN dan Anas mengumpulkan kader partai"),
    ("pna", "Partai PNA dipimpin Irwandi"),
    ("pa", "Mualem memimpin partai PA"),
    ("pda", "Partai PDA mengusung caleg dprk"),
    ("nasdem", "Restorasi, kata Surya Paloh di markas NasDem"),
    ("garuda", "Partai Garuda menyerahkan daftar caleg"),
    ("garuda", "Ridha Sabana memimpin Garuda"),
    ("gelora", "Anis Matta memimpin Gelora, kata pengurus"),
    ("gelora", "Caleg Gelora nomor 7 berkunjung"),
    ("demokrat", "AHY memimpin rapat Demokrat di Cikeas"),
    ("demokrat", "Partai Demokrat menunjuk ketua DPC"),
    ("buruh", "Partai Buruh dan Said Iqbal mendaftar ke KPU"),
    ("ummat", "Amien Rais mendirikan Partai Ummat"),
    ("berkarya", "Partai Berkarya dipimpin Tommy"),
    ("pilkada-2024/jawa-tengah/2", "Ahmad Luthfi dan Gus Yasin di Pilgub Jateng"),
    ("pdip", "Kandang banteng moncong putih ramai"),
    ("tidar", "TIDAR sayap Gerindra, Tunas Indonesia Raya"),
    ("pilkada-2024/dki-jakarta/1", "RK dan Suswono di Pilgub Jakarta"),
    ("pilkada-2024/jawa-barat/4", "KDM dan Erwan, paslon di Jabar"),
    ("perindo", "Perindo membuka dapur umum"),
    ("hanura", "Hanura rapat di Palu"),
)
POLITICAL_IN_THE_PRESIDENTIAL_CAMPAIGN = (
    ("pilpres-2024/3", "Pak Ganjar dan Mahfud tiba di Semarang, nomor 03"),
    ("pilpres-2024/1", "AMIN aja dulu, nomor 1 Anies Muhaimin"),
    ("pilpres-2024/1", "Timnas AMIN dan Anies di Surabaya"),
    ("pilpres-2024/1/1", "Abah Anies Baswedan tiba di Bandung"),
    ("pilpres-2024/2", "KIM dan Prabowo Gibran, Koalisi Indonesia Maju"),
    ("pilpres-2024/2", "TKD Prabowo di Jabar mengatur kampanye"),
    ("pilpres-2024/2", "TKN Prabowo Gibran rapat pemenangan"),
    ("pilpres-2024/3", "TPN Ganjar Mahfud mengatur kampanye"),
    ("pilpres-2024/1/2", "Cak Imin berkunjung ke pesantren"),
)
EVERYDAY = (
    "Dewan Keamanan PBB bersidang soal Gaza di New York",
    "Sekjen PBB mengirim utusan, resolusi baru disiapkan",
    "Jatuh tempo bayar PBB akhir bulan, cek NJOP di Bapenda",
    "SPPT PBB sudah dibagikan perangkat desa, denda menanti yang telat",
    "Bayar PBB-P2 kini bisa lewat kantor pos",
    "Pemutihan PKB di Samsat sampai Desember, bawa STNK",
    "Opsen PKB dan BBNKB berlaku mulai Januari",
    "Serikat pekerja dan perusahaan meneken PKB baru secara bipartit",
    "Guru mengikuti modul PKB, Pengembangan Keprofesian Berkelanjutan",
    "Penyuluh KB dan PKB mendampingi akseptor di desa",
    "Uji KIR dan bayar PKB sekalian di dinas",
    "PKS itu mengolah TBS menjadi CPO, kapasitas 45 ton per jam",
    "Limbah cair PKS dibuang ke kolam, pabrik sawit diperiksa",
    "Penandatanganan PKS dan MoU dengan rumah sakit, disertai addendum",
    "Draf PKS, perjanjian kerja sama sewa lahan, sudah diparaf",
    "Skema PPP atau KPBU dipakai untuk jalan tol, public private partnership",
    "PDB per kapita menurut PPP, paritas daya beli",
    "Pendaftaran PPPK guru dibuka besok",
    "Router disetel dengan protokol PPP point to point",
    "Goreng telur di pan teflon anti lengket",
    "Cerita Peter Pan dibacakan di perpustakaan",
    "Kejuaraan pan-Asia digelar di Seoul",
    "Kamera pan and tilt untuk ruang rapat",
    "Tekanan ban depan 33 psi, belakang 36 psi",
    "Kompresor 120 psi cukup untuk bengkel",
    "Laporan PSI, Pusat Studi Iklim kampus kami",
    "Tugas PKN kelas 5 halaman 20 dikumpulkan ke guru",
    "Peserta PKN Tingkat II di LAN, Pelatihan Kepemimpinan Nasional angkatan 12",
    "Mahasiswa PKN STAN wisuda hari ini",
    "Data PNA balita posyandu",
    "Putusan PA soal cerai sudah inkrah, Pengadilan Agama memberi akta",
    "Konsultasi dengan dosen PA tentang KRS",
    "Iya pa, besok saya antar berkasnya",
    "PDA lama saya, palm, masih menyala",
    "Anak2 pda kemana ya sore ini",
    "Waktunya pas sekali, PAS semester ganjil dimulai Senin",
    "Tiket Garuda ke Medan naik",
    "Timnas Garuda menang di Senayan",
    "Garuda Pancasila lambang negara kita",
    "Patung Garuda Wisnu Kencana ramai pengunjung",
    "Danrem Garuda Emas meninjau latihan",
    "Kacang Garuda Garudafood enak",
    "Konser di Gelora Bung Karno malam ini",
    "Stadion Gelora Sriwijaya dipugar",
    "Gelora semangat pemuda di lapangan",
    "Demokrat memilih Harris, Biden mundur, Kongres Amerika terbelah",
    "Demokrat Bebas FDP keluar dari koalisi Jerman",
    "Ia seorang demokrat sejati dalam keluarga",
    "Hari Buruh, serikat menuntut UMK naik",
    "Demo buruh pabrik menolak PHK",
    "Umat Islam memadati masjid untuk tarawih",
    "Mahasiswa UMMAT Universitas Muhammadiyah Mataram wisuda",
    "Terus berkarya untuk negeri",
    "Pelayanan prima di kantor kelurahan",
    "Pelita Air membuka rute baru",
    "Masyumi ikut Pemilu 1955 bersama PNI",
    "Luthfi dan Andika main bola sore ini",
    "Dharma Wanita Persatuan menggelar bakti sosial",
    "Surya bersinar, Bobby dan Rudy pergi memancing",
    "Tina muda belajar menjahit",
    "Kang Asep, Teh Nita, Bang Jali dan Mas Eko rapat RT",
    "Rumah di jalan Mawar nomor 3 RT 02 RW 01",
    "Telepon 0218 nomor 1 untuk layanan",
    "Nomor 1 di dunia soal bulu tangkis, nomor punggung 8",
    "KPU menyiapkan simulasi coblos di balai desa",
    "Tusuk sate dengan lidi, coblos adonan dengan garpu",
    "Terapi tusuk jarum di klinik",
    "Lapangan Banteng ditata ulang, patung banteng dipugar",
    "Matador dan banteng di Spanyol, minum Red Bull",
    "Pohon beringin tumbang di Pasar Beringin",
    "Panel surya dari cahaya matahari, belanja di Matahari",
    "Gajah Lampung dan Gajah Mungkur, Gajah Mada patih Majapahit",
    "Air mawar dan kebun mawar",
    "Bulan bintang di menara masjid, bintang mercy mobil tua",
    "Kaos kuning, merah, biru, hijau, oranye, kotak-kotak",
    "APBD Perubahan dibahas, RPJMD dilanjutkan, menyala abangku",
    "Maju sejahtera bersatu, perubahan iklim nyata, lanjutkan membaca",
    "Relawan PMI, SAR dan BPBD menuju lokasi banjir",
    "Relawan dapur MBG memasak sejak subuh",
    "Kampanye imunisasi, kampanye antinarkoba, kampanye brand sepatu",
    "Calon pengantin dan calon siswa, paslon kompak foto prewed",
    "Suara knalpot, putaran terakhir balap, tim sukses pernikahan",
    "Rapat BMI, Bank Muamalat Indonesia; indeks massa tubuh BMI ideal",
    "Ziarah ke TMP Kalibata, taman makam pahlawan",
    "Taruna Akmil di lembah Tidar, gunung Tidar Magelang",
    "Untidar, Universitas Tidar, wisuda",
    "Ksatria dan satria berkuda",
    "Jemput di SBY, Surabaya, jam tiga",
    "Kolom JK diisi jenis kelamin, RK ruang kerja",
    "Beli tanah di BTP Makassar, Bumi Tamalanrea Permai",
    "Sahabat Bawaslu dan Teman Pemilih dikukuhkan, Relawan Demokrasi dilatih",
    "Molen pisang hangat, gorengan molen",
    "Suara emas finalis Sherly, kue dari Sarbin",
)
EVERYDAY_IN_THE_PRESIDENTIAL_CAMPAIGN = (
    "Pencuri itu diganjar hukuman dua tahun",
    "ASN pelanggar netralitas diganjar sanksi berat",
    "Atlet itu diganjar penghargaan, ganjaran yang pantas",
    "Ganjar hadiah untuk juara kelas",
    "Semoga lekas sembuh, amin ya rabb",
    "Aamiin ya Allah, semoga lancar",
    "KH Ma'ruf Amin menghadiri pengajian",
    "Pak Amin penjual bakso depan UIN tutup",
    "Idi Amin pernah memerintah Uganda",
    "Burung anis merah itu gacor",
    "Bunga lawang dan adas, star anise, untuk kuah",
    "Bu Anis guru matematika cuti",
    "Kim Jong Un dan drama Korea Kim Soo Hyun",
    "KIM desa, Kelompok Informasi Masyarakat, dibina Diskominfo",
    "Kartu Izin Masuk KIM harus dikenakan",
    "Transfer ke daerah TKD naik, anggaran dana desa",
    "TKD CPNS, tes kompetensi dasar, besok",
    "Juara taekwondo TKD junior",
    "TKN Pembina, taman kanak-kanak negeri, menerima murid",
    "TPN guru belajar, Temu Pendidik Nusantara",
    "Sertifikat tanah dari BPN, program PTSL di kantor pertanahan",
    "Kantor BPN buka Sabtu",
)


def is_named(entity: str, text: str, date: str) -> bool:
    """Whether a text names an entity or a part of it (the member of a pair, its team)."""
    return any(name == entity or name.startswith(f"{entity}/") for name in named(text, date))


@pytest.mark.parametrize(("entity", "post"), POLITICAL)
def test_the_political_reading_counts(entity: str, post: str) -> None:
    assert is_named(entity, post, REGIONAL_CAMPAIGN)


@pytest.mark.parametrize(("entity", "post"), POLITICAL_IN_THE_PRESIDENTIAL_CAMPAIGN)
def test_the_political_reading_counts_while_the_name_stands_for_election(entity: str, post: str) -> None:
    assert is_named(entity, post, PRESIDENTIAL_CAMPAIGN)


@pytest.mark.parametrize("post", EVERYDAY)
def test_the_everyday_reading_names_nobody(post: str) -> None:
    assert named(post) == []
    assert level(post, weighted=True) == "none"


@pytest.mark.parametrize("post", EVERYDAY_IN_THE_PRESIDENTIAL_CAMPAIGN)
def test_the_everyday_reading_names_nobody_in_a_presidential_campaign(post: str) -> None:
    assert named(post, PRESIDENTIAL_CAMPAIGN) == []
    assert level(post, PRESIDENTIAL_CAMPAIGN, weighted=True) == "none"


@pytest.mark.parametrize(
    "post",
    [
        "Partai Buruh Inggris dan Starmer unggul di pemilu London",
        "Partai Demokrat dan Partai Republik berebut Kongres Amerika",
        "Pemilu Malaysia: Anwar Ibrahim memimpin koalisi",
    ],
)
def test_parties_of_other_countries_are_silent(post: str) -> None:
    assert level(post, weighted=True) == "none"
