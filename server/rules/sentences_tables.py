"""What is told of tables and names, in Indonesian: patterns of whole messages, and the sentence for each.

A group of the pattern may stand in the sentence. ``indonesian`` puts this list and that of rule files together.
"""

from __future__ import annotations

_SAVE_UTF8 = "simpan lagi sebagai CSV UTF-8 (Simpan Sebagai), atau sebagai .xlsx"
_SAVE_AGAIN = "simpan lagi sebagai .xlsx atau CSV UTF-8"
_INTO_COMMON = "tulis juga di kolom common; lalu ia dihitung hanya di dekat daerahnya atau kata pemilihan"
_COUNTED_NEAR = "ditulis juga di kolom common, jadi dihitung hanya di dekat daerah atau kata pemilihan"
_ALIAS = r"the alias (?P<name>'.*'|\".*\") "
_INTO_CUES = "tulis di berkas confusables dengan kata penandanya, atau hapus"

TABLE_SENTENCES = (
    # Files and workbooks
    (r"is larger than (?P<size>\d+) MiB; .*", "lebih dari {size} MiB; sisakan yang perlu saja"),
    (r"is an old \.xls file.*", f"berkas .xls lama, atau terkunci kata sandi; {_SAVE_AGAIN}"),
    (r"is no workbook that can be read .*", f"tidak dapat dibaca sebagai buku kerja; {_SAVE_AGAIN}"),
    (r"holds no sheet with anything in it", "tidak ada lembar yang berisi"),
    (r"the cell (?P<cell>\w+) holds the error (?P<error>\S+); .*", "sel {cell} berisi galat {error}; ketik isinya"),
    (r"(unpacks to more|holds too many cells).*", "isinya terlalu banyak; salin tabelnya saja ke buku kerja baru"),
    (r"only (?P<most>\d+) rows are read.*", "hanya {most} baris yang dibaca; bagi daftarnya"),
    (r"has more than (?P<most>\d+) columns.*", "lebih dari {most} kolom; sisakan kolom calon saja"),
    (r"has more than (?P<most>\d+) characters.*", "ada sel dengan lebih dari {most} huruf; sisakan daftar calon saja"),
    (r"is UTF-16 .*", f"tersimpan sebagai Teks Unicode; {_SAVE_UTF8}"),
    (r"not UTF-8 .*", f"bukan UTF-8; {_SAVE_UTF8}"),
    # Columns and cells
    (r"there is no column (?P<name>'.*?'|\".*?\"); the columns are (?P<known>.*)",
     "tidak ada kolom bernama {name}; yang ada: {known}"),
    (r"the column (?P<name>\w+) is missing; .*", "kolom {name} tidak ada; tulis di baris pertama"),
    (r"the column (?P<name>\w+) stands there twice.*", "kolom {name} ada dua; sisakan satu"),
    (r"the column (?P<name>\w+) is empty; .*", "kolom {name} kosong; isilah"),
    (r"the column (?P<name>\w+) begins with (?P<sign>'.{1,2}'), .*",
     "kolom {name} berawal {sign}, yang dibaca lembar kerja sebagai rumus; hapus tandanya"),
    (r"has (?P<cells>\d+) cells where the first row has (?P<width>\d+); .*",
     "ada {cells} sel, baris pertama {width}; beri tanda kutip pada sel yang memuat pemisah kolom"),
    (r"is no row of a table .*", "bukan baris tabel; ketik ulang"),
    (r"level must be one of .*, not (?P<given>'.*'|\".*\")",
     "jabatan (level) {given} tidak dikenal: governor, regent, atau mayor"),
    (r"date must be a day YYYY-MM-DD, not (?P<given>'.*'|\".*\"); .*",
     "tanggal {given} harus TAHUN-BULAN-HARI; ubah format kolomnya menjadi Teks, lalu tulis begitu"),
    (r"number must be a whole number, not (?P<given>'.*'|\".*\")", "nomor urut {given} harus bilangan bulat"),
    (r"(?P<day>\S+) is no day of the calendar", "{day} tidak ada di kalender"),
    # Lists of accounts
    (r"there is no site (?P<name>'.*?'|\".*?\"); the sites are (?P<known>.*)",
     "tidak ada situs {name}; yang ada: {known}"),
    (r"repeats row (?P<row>\d+); delete one of them", "sama dengan baris {row}; hapus salah satunya"),
    (r"(?P<name>'.*'|\".*\") is a number that the spreadsheet rounded; .*",
     "{name} angka yang sudah dibulatkan lembar kerja; ubah format kolomnya menjadi Teks, lalu tulis lagi"),
    (r"(?P<name>'.*'|\".*\") is no account name; .*",
     "{name} bukan nama akun; tulis namanya saja, misalnya @contoh, bukan alamatnya"),
    (r"there is no file (?P<name>\S+)", "tidak ada berkas {name}"),
    (r"holds no account; .*", "tidak memuat satu akun pun; tambahkan baris, atau hapus daftarnya"),
    (r"belongs to no list; .*",
     "tidak dipakai daftar mana pun; sebutkan sebagai accounts_csv di berkas accounts/<id>.toml"),
    # An office's table
    (r"no heading names the candidates; .*",
     "tidak ada judul kolom untuk calon; beri judul Calon, atau Calon Bupati dan Wakil Bupati"),
    (r"the table has no column (?P<name>\w+); .*",
     "tabel tidak punya kolom {name}; isi untuk semua baris dengan --{name}"),
    (r"has no row with a candidate; .*", "tidak ada baris berisi calon; periksa apakah tabelnya benar"),
    (r"level (?P<own>'\w+') in the table is not (?P<given>'\w+'), that of the election; .*",
     "jabatan (level) di tabel {own}, pemilihannya {given}; betulkan barisnya, atau masukkan ke pemilihannya sendiri"),
    (r"what stands in column (?P<name>\w+) has no heading; .*",
     "isi di kolom {name} tidak berjudul; beri judul, misalnya Calon Wakil Bupati, "
     "atau beri tanda kutip pada sel yang memuat koma"),
    (r"(?P<name>'.*'|\".*\") may still hold a title or a mark; .*",
     "{name} mungkin masih memuat gelar atau tanda; tulis namanya saja, supaya dikenali di unggahan"),
    (r"has no deputy; .*", "tanpa wakil; isi namanya kalau ada"),
    (r"there is no party (?P<name>'.*'|\".*\"); .*", "tidak ada partai {name}; tulis singkatannya, misalnya PKB"),
    (r"repeats row (?P<row>\d+); left out", "sama dengan baris {row}; dilewati"),
    (r"number (?P<number>\S+) of (?P<area>.*) is taken by row (?P<row>\d+); .*",
     "nomor {number} di {area} sudah dipakai baris {row}; betulkan salah satunya"),
    # Names
    (r"(?P<name>'.*'|\".*\") is an everyday word; it was written into common.*",
     f"{{name}} juga kata sehari-hari; {_COUNTED_NEAR}"),
    (r"(?P<name>'.*'|\".*\") is part of the names of (?P<many>\d+) candidates; it was written into common.*",
     f"{{name}} bagian nama {{many}} calon; {_COUNTED_NEAR}"),
    (r"(?P<name>'.*'|\".*\") is one word, .* the office or the election",
     "{name} hanya satu kata, mungkin nama banyak orang; dihitung hanya di dekat daerah, jabatan, atau kata pemilihan"),
    (r"(?P<name>'.*'|\".*\") has but one word of its own, .* the office or the election",
     "{name}: selain singkatan atau sapaan, namanya hanya satu kata, mungkin nama banyak orang; "
     "dihitung hanya di dekat daerah, jabatan, atau kata pemilihan"),
    (r"(?P<name>'.*'|\".*\") is one word, .*",
     "{name} hanya satu kata, mungkin nama banyak orang; dihitung hanya di dekat daerah, pemilihan, atau pasangan"),
    (r"(?P<name>'.*'|\".*\") has but one word of its own, .*",
     "{name}: selain singkatan atau sapaan, namanya hanya satu kata, mungkin nama banyak orang; "
     "dihitung hanya di dekat daerah, pemilihan, atau pasangan"),
    (r"(?P<name>'.*'|\".*\") is made of common words; .*",
     "{name} nama yang umum; dihitung hanya di dekat daerah, jabatan, atau kata pemilihan"),
    (_ALIAS + "is an everyday word; write .*", f"sebutan {{name}} juga kata sehari-hari; {_INTO_COMMON}"),
    (_ALIAS + "is an everyday word; add .*", f"sebutan {{name}} juga kata sehari-hari; {_INTO_CUES}"),
    (_ALIAS + r"is part of the names of (?P<many>\d+) candidates; write .*",
     f"sebutan {{name}} bagian nama {{many}} calon; {_INTO_COMMON}"),
    (_ALIAS + r"is part of the names of (?P<many>\d+) candidates; add .*",
     f"sebutan {{name}} bagian nama {{many}} calon; {_INTO_CUES}"),
    (_ALIAS + "is a short or ordinary word; .*", f"sebutan {{name}} terlalu pendek atau kata biasa; {_INTO_CUES}"),
    (_ALIAS + "is only a number; .*", "sebutan {name} hanya angka; hapus"),
    (r"the name (?P<name>'.*'|\".*\") has no letter or digit left after folding",
     "nama {name} tidak memuat huruf atau angka; tulis namanya dengan huruf biasa"),
    (r"names (?P<who>.*); an alias belongs to one of them", "dipakai {who}; satu sebutan hanya untuk satu partai"),
    (_ALIAS + "stands in (?P<where>.*) already, for another area; add .*",
     f"sebutan {{name}} sudah ada di {{where}} untuk daerah lain; {_INTO_CUES}"),
    (_ALIAS + "stands in (?P<where>.*) already, for another area; .*",
     f"sebutan {{name}} sudah ada di {{where}} untuk daerah lain; {_INTO_COMMON}, di keduanya"),
    (_ALIAS + "stands in (?P<where>.*) already; .*",
     "sebutan {name} sudah ada di {where}; satu sebutan hanya untuk satu pasangan"),
    (r"the column common lists (?P<name>'.*'|\".*\"), .*", "kolom common memuat {name}, yang bukan nama di baris ini"),
    (r"no candidate list of this contest has the area (?P<name>'.*'|\".*\"); .*",
     "tidak ada daftar calon pemilihan ini untuk daerah {name}; tulis seperti di daftarnya"),
    (r"holds no table: .*", "tidak berisi tabel: perlu satu baris judul kolom dan satu baris untuk setiap pasangan"),
    (r"holds no pair; .*", "tidak ada pasangan di dalamnya; pilih kolom yang memuat calon"),
    (r"has no row with a candidate.*", "tidak ada baris berisi calon; periksa apakah tabelnya benar"),
    (r"only contests/\*\.csv, .*",
     "tabel .csv ini tidak dikenal; daftar calon ada di map contests, daftar akun di map accounts"),
    (r"(?P<name>points|per_million) must be a whole number, not (?P<given>'.*'|\".*\")",
     "kolom {name} harus bilangan bulat, bukan {given}"),
    (r"(?P<name>'.*'|\".*\") stands here twice", "{name} ada dua kali; sisakan satu"),
    (r"(?P<name>'.*'|\".*\") is not one or two masked tokens", "{name} harus satu atau dua kata huruf kecil"),
)  # fmt: skip
