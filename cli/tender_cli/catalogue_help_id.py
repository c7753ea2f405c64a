"""What commands and options are for, in Indonesian, by key; and what click says by itself."""

__all__ = ["CLICK", "HELP", "PLACEHOLDERS"]

HELP = {
    "commands": "Perintah",
    "exit_codes": "Kode keluar",
    "exit.0": "selesai; evaluasi selesai apa pun hasilnya",
    "exit.1": "data tidak sah, atau pemeriksaan jejak gagal",
    "exit.2": "salah pakai, atau berkas tidak ada",
    "exit.3": "evaluasi menunggu penilaian atau masukan",
    "exit.4": "kesalahan program ini",
    "tender.help": "Mengevaluasi tender pemerintah: mengoreksi, menilai, mengurutkan,"
    " menjelaskan, mencatat, dan memutar ulang. PAKET adalah berkas, folder berisi paket.json"
    " atau paket.xlsx, atau - untuk masukan standar."
    " Bahasa: --lang id|en di mana pun, atau TENDER_LANG.",
    "init.short": "Membuat contoh paket, atau buku kerja untuk diisi.",
    "check.short": "Memeriksa paket dan menyebut semua kesalahannya.",
    "status.short": "Menyebut sejauh mana setiap tender dalam sebuah folder.",
    "evaluate.short": "Mengevaluasi paket; hasil untuk dibaca atau JSON.",
    "bahp.short": "Menulis BAHP, berita acara lain, dan surat.",
    "reasons.short": "Menulis alasan siap salin ke SPSE.",
    "report.short": "Membuat laporan HTML untuk layar dan cetak.",
    "worksheet.short": "Memperbarui buku kerja dengan hasil mesin di samping isian.",
    "explain.short": "Menjelaskan hasil peserta, aturan, atau kode.",
    "similar.short": "Menyebut apa yang sama antara peserta, juga antartender.",
    "compare.short": "Membandingkan dua evaluasi: apa yang berbeda, dan mengapa.",
    "whatif.short": "Menyebut angka, suara, atau peserta yang akan mengubah hasil.",
    "batch.short": "Mengevaluasi banyak tender sekaligus, satu baris setiap tender.",
    "ulang.short": "Menulis paket evaluasi, penawaran, tender, atau prakualifikasi ulang.",
    "import.short": "Membaca tabel SPSE atau rilis OCDS: membandingkan atau mengisi paket.",
    "export.short": "Menulis yang bersifat publik sebagai rilis OCDS.",
    "workflow.short": "Menggambar alur dan jalan yang ditempuh tender.",
    "rules.short": "Menampilkan nilai dan aturan yang berlaku.",
    "verify.short": "Memeriksa jejak yang tercatat dan memutar ulangnya.",
    "serve.short": "Menjawab program lain, satu baris JSON setiap permintaan.",
    "init.help": "Membuat FOLDER berisi contoh paket yang terisi dan sah, beserta"
    " penjelasannya. Folder yang sudah berisi tidak disentuh.",
    "check.help": "Membaca PAKET dan menyebut semua kesalahan bersama tempat dan"
    " petunjuknya. Tidak menulis apa pun.",
    "similar.help": "Menyebut fakta yang sama antara para peserta PAKET: nomor, nama,"
    " berkas, dan harga yang sudah dibuka, beserta seberapa jarang. Bukan putusan, dan bukan bagian"
    " dokumen mana pun; orang yang menyimpulkan. Dari beberapa PAKET, atau folder berisi banyak"
    " tender"
    " seperti pada tender status, disebut pula siapa terhubung dengan siapa antartender, siapa"
    " sering"
    " bertemu, apa yang ditawarkan dalam paket bersamaan, dan penanda risiko. Harga hanya"
    " dibandingkan"
    " di dalam satu tender.",
    "status.help": "Menyebut tahap, yang ditunggu dan dari siapa, keraguan isian, apa yang membuat"
    " BAHP masih KONSEP, dan hari berikutnya: satu baris setiap tender di FOLDER dan folder di"
    " dalamnya, atau uraian bila hanya ada satu tender. Folder berisi paket.json atau paket.xlsx"
    " adalah satu tender. Yang tersembunyi, cadangan, dan jejak dilewati; tender yang salah tetap"
    " disebut barisnya. Tanpa FOLDER, folder ini.",
    "evaluate.help": "Mengevaluasi PAKET menurut ketentuan yang berlaku pada tanggal"
    " pengumumannya. Tidak menulis apa pun kecuali diminta dengan --record.",
    "bahp.help": "Menulis Berita Acara Hasil Pemilihan dari PAKET; dari Seleksi Berita"
    " Acara Hasil Seleksi, dari prakualifikasi Berita Acara Hasil Prakualifikasi. Selama"
    " tindakan Pokja Pemilihan belum ada dalam paket, berita acara bertanda KONSEP."
    " --document memilih berita acara lain atau surat kepada satu peserta; --format docx atau pdf"
    " menulis dokumen Word atau PDF. --all FOLDER menulis semua dokumen yang sudah dapat ditulis,"
    " bernomor urut, dalam Word dan PDF, ke folder baru FOLDER; sebelum hasilnya diumumkan ke"
    " FOLDER/dalam bertanda RAHASIA, dan menyebut apa yang ditunggu dokumen lainnya.",
    "reasons.help": "Menulis alasan lulus atau gugur setiap peserta dari PAKET pada setiap"
    " tahap yang ditanyakan SPSE (A, K, T, H, B), satu paragraf setiap alasan, siap disalin.",
    "worksheet.help": "Memperbarui buku kerja di PAKET: lembar Hasil dan kolom Mesin memuat sel"
    " terkoreksi, putusan, peringkat, dan yang ditunggu; yang Anda isi tidak diubah. Isi berkas"
    " sebelumnya disimpan di folder cadangan. Dengan --output hasilnya ditulis ke berkas baru;"
    " untuk paket JSON selalu demikian.",
    "whatif.help": "Menyebut apa yang akan mengubah hasil PAKET bila satu angka,"
    " satu suara, satu peserta, atau satu bacaan ketentuan lain: batasnya"
    " dengan tepat, dan hasil di kedua sisinya. Tindakan atas hasil (penetapan"
    " dan sesudahnya) dikesampingkan; harga yang belum dibuka tidak dibaca."
    " Bersifat internal: tidak masuk BAHP, surat, atau laporan untuk umum."
    " Tidak menulis apa pun.",
    "batch.help": "Mengevaluasi setiap tender dari semua SUMBER dan menulis satu baris setiap"
    " tender, menurut urutannya: asal, nomor, dan hasil evaluasi lengkap, atau kesalahannya."
    " SUMBER adalah paket, buku kerja, folder seperti pada tender status, berkas .jsonl"
    " atau .gz dengan satu paket setiap baris, atau - untuk masukan standar seperti itu."
    " Paket yang salah tidak menghentikan yang lain. Harga yang belum dibuka tidak ada"
    " dalam baris mana pun; selebihnya bersifat internal. Dengan --output, pekerjaan"
    " yang terputus dilanjutkan dengan --resume.",
    "report.help": "Membuat laporan evaluasi dari PAKET sebagai satu berkas HTML tanpa"
    " skrip dan tanpa jaringan: alur, harga terhadap HPS, koreksi, dan setiap peserta pada setiap"
    " tahapan. Tanpa --public laporan memuat juga hal yang tidak untuk umum.",
    "explain.help": "Menjelaskan hasil seorang peserta dengan rumus dan angkanya (PAKET PESERTA),"
    " sebuah aturan, nilai, atau pemeriksaan (mis. price.ceiling, bid_bond), dasar"
    " gagal, halaman (mis. sanggah), atau kode sebuah kesalahan atau catatan (mis. PKT013).",
    "compare.help": "Menyebut setiap putusan, harga, dan peringkat yang berbeda antara dua"
    " evaluasi, beserta nilai ketentuan dan isi paket yang membedakannya. A dan B adalah dua"
    " paket; tanpa B, paket A dibandingkan dengan dirinya sendiri seandainya diumumkan pada --at"
    " atau di bawah standar lokal --overlay. Harga yang tidak dibuka tidak disebut. Kode keluar 0"
    " juga bila ada yang berbeda.",
    "ulang.help": "Menulis paket BARU yang mengulang paket LAMA, dengan yang diambil alih darinya."
    " evaluasi: penawaran yang sama, dengan semua penilaian kecuali yang disebut --anew."
    " penawaran: peserta yang terdaftar, sesudah prakualifikasi beserta kualifikasinya. tender dan"
    " prakualifikasi: yang diminta Dokumen Pemilihan, pada putaran berikutnya, diumumkan pada"
    " --announced. BARU adalah folder, paket.json, atau buku kerja .xlsx; tanpa akhiran"
    " bentuknya seperti LAMA. Alasannya diambil dari jawaban sanggah atau pernyataan gagal"
    " pada LAMA, yang tidak diubah; simpan seperti adanya, karena BARU menyebut nilai"
    " hash-nya.",
    "import.help": "Membaca apa yang ditampilkan atau diterbitkan sistem lain. Lihat tender import"
    " spse --help dan tender import ocds --help.",
    "import.ocds.short": "Rilis OCDS 1.1: tender, peserta, nilai penawaran, penetapan.",
    "import.ocds.help": "Menulis paket dari satu rilis OCDS 1.1 di BERKAS, atau - untuk masukan"
    " standar, sejauh isi rilis itu. Tidak ada yang dikarang: yang belum ada dalam paket dan yang"
    " tidak diambil dari rilis disebut satu per satu.",
    "export.help": "Menulis apa yang dapat dibaca sistem lain. Lihat tender export ocds --help.",
    "export.ocds.short": "Paket rilis OCDS 1.1, satu rilis setiap tender.",
    "export.ocds.help": "Menulis paket rilis OCDS 1.1 dari setiap tender di PAKET: berkas, folder,"
    " atau folder berisi banyak tender. Hanya yang bersifat publik: sebelum hasilnya diumumkan"
    " hanya pengumuman dan dokumennya, sesudah itu juga penawaran, putusan beserta alasan dan"
    " dasar hukumnya, dan penetapan. Harga satuan HPS, harga yang belum dibuka, dan pendapat"
    " anggota tidak pernah termuat. docs/ocds.md menyebut apa menjadi apa.",
    "spse.short": "Tabel SPSE: peserta, hasil evaluasi, rincian harga.",
    "spse.help": "Membandingkan tabel SPSE dengan evaluasi PAKET: penawaran, harga"
    " terkoreksi, negosiasi, tanda A K T H B, dan pemenang; setiap selisih dijelaskan baris"
    " demi baris. BERKAS adalah halaman SPSE yang disimpan sebagai HTML, tabel yang disalin ke"
    " berkas teks, atau - untuk masukan standar. Dengan --fill, yang belum ada dalam paket"
    " diisi ke paket BARU; yang sudah ada tidak diubah. Bila PAKET buku kerja dan BARU"
    " berakhiran .xlsx, BARU adalah buku kerja itu juga, dengan sel kosong yang terisi.",
    "workflow.help": "Menggambar alur sebuah prosedur. Dengan PAKET, jalan yang"
    " ditempuh tendernya ditandai.",
    "rules.help": "Menampilkan nilai dan aturan yang berlaku hari ini atau pada --at, dengan pasal"
    " dan keadaan bacaannya. Dengan NAMA: satu nilai atau aturan dengan seluruh entrinya. Dengan"
    " diff DARI SAMPAI: apa yang berubah dari tanggal yang satu ke tanggal yang lain.",
    "verify.help": "Memeriksa jejak yang tercatat: rantai, paket, akar pada kertas, dan putar"
    " ulang setiap putaran. PAKET adalah folder paket, folder jejak, atau jejak.jsonl.",
    "serve.help": "Menjawab permintaan program lain, dalam bahasa apa pun, sampai masukan baku"
    " berakhir: setiap baris satu objek JSON dengan id, op (check, evaluate, bahp, explain,"
    " compare, reasons, whatif, similar, rules, schema), dan biasanya package; setiap jawaban satu"
    " baris, menurut urutan, dengan result atau error. Tidak ada yang disimpan antara permintaan,"
    " dan tidak ada yang ditulis. Jawabannya bagi yang di dalam: audience menyebut untuk siapa"
    " setiap jawaban. Lihat docs/serve.md.",
    "option.stdio": "Permintaan pada masukan baku, jawaban pada keluaran baku.",
    "option.timeout": "Hentikan permintaan yang lebih lama dari sekian DETIK; yang berikutnya"
    " tetap dijawab.",
    "option.after-award": "Menggambar apa yang terjadi setelah penetapan, pengumuman, dan sanggah;"
    " dengan PAKET beserta keadaannya.",
    "option.lang": "Bahasa: id (Indonesia) atau en (Inggris).",
    "option.json": "Cetak satu objek JSON saja ke keluaran standar.",
    "option.record": "Catat ke jejak; tanpa FOLDER di folder jejak di sebelah paket.",
    "option.shared": "Dengan --record: hak baca berkas baru mengikuti umask; tanpa ini hanya Anda.",
    "option.format": "Bentuk keluaran.",
    "option.internal": "Kertas kerja: semua hal, termasuk yang tidak untuk umum.",
    "option.workbook": "Buku kerja Excel kosong untuk diisi.",
    "option.from": "Ambil persyaratan, kriteria, dan anggota Pokja dari tender ini; atau dari"
    " daftar periksa: berkas .xlsx dengan lembar Persyaratan dan Kriteria, atau yang disertakan:"
    " konstruksi, barang, konsultansi.",
    "option.public": "Tanpa hal yang tidak untuk umum.",
    "option.output": "Tulis ke berkas baru ini; akhirannya menentukan bentuknya.",
    "option.at_time": "Waktu pada hasil dan nama cadangan, sebagai ganti jam komputer.",
    "option.document": "Dokumen yang ditulis:",
    "option.participant": "Hanya tentang peserta ini; wajib untuk surat.",
    "option.all": "Tulis semua yang sudah dapat ditulis ke folder ini; yang sudah ada tetap.",
    "option.draft": "Bersama --all: juga yang masih KONSEP.",
    "option.kop": "Kop surat kantor (.docx) sebagai alas dokumen Word atau PDF.",
    "option.previous": "Periksa terhadap paket LAMA yang diulang oleh paket ini.",
    "option.anew": "Nilai ulang tahap ini, atau peserta ini pada tahap ini; boleh berulang.",
    "option.announced": "Tanggal pengumuman tender atau prakualifikasi ulang.",
    "option.reason": "Alasan pengulangan, bila LAMA tidak mencatatnya.",
    "option.set": "Hasil bila ini bernilai lain: isi kolom Yang diubah pada layar, atau tempatnya"
    " dalam paket (tender.hps.total=1000000).",
    "option.today": "Keadaan hari pada layar dan KONSEP menurut tanggal ini.",
    "option.at": "Ketentuan yang berlaku pada tanggal ini.",
    "option.overlay": "Tambahkan standar lokal ini.",
    "option.anchor": "Akar yang tercetak pada BAHP, atau 16 angka di kaki halamannya.",
    "option.publisher": "Nama instansi yang menerbitkan.",
    "option.ocid-prefix": "Awalan ocid yang terdaftar, misalnya ocds-213czf.",
    "option.published": "Hari terbit; tanpa ini hari terakhir yang termuat.",
    "option.uri": "URI paket rilis; tanpa ini urn:ocds:OCID:AKAR.",
    "option.extension": "Alamat extension.json milik program ini di laman penerbit.",
    "option.with-identifiers": "Sertakan NPWP: hanya untuk keperluan dalam, tidak untuk umum.",
    "option.ocid": "Rilis tender ini, bila berkas memuat beberapa tender.",
    "option.workers": "Jumlah proses; tanpa ini sebanyak prosesor, 0 dalam proses ini juga.",
    "option.summary": "Ringkas: keadaan, hasil, pemenang, harga akhir, yang ditunggu, catatan.",
    "option.root": "Bersama --summary: juga akar jejak.",
    "option.resume": "Lanjutkan BERKAS dari baris terakhirnya yang utuh.",
    "option.scheduler": "Kerjakan pada penjadwal dask di alamat ini, atau yang dibuat di sini.",
    "option.compare": "Bandingkan setiap baris dengan tabel CSV hasil yang diumumkan.",
    "option.fail-on": "Kode keluar 1 bila ada yang ditolak, berbeda, atau tanpa_pasangan (keduanya"
    " bersama --compare), 3 bila menunggu; boleh berulang.",
    "option.fill": "Tulis paket BARU, atau PAKET itu sendiri (buku kerja), dengan isi SPSE.",
}

# What stands for something typed in the usage line of a command, word by word; what is the same in
# both languages, such as `OCID`, is not told.
PLACEHOLDERS = {
    "ADDRESS": "ALAMAT",
    "CODE": "KODE",
    "DATE": "TANGGAL",
    "DIR": "FOLDER",
    "FILE": "BERKAS",
    "FROM": "DARI",
    "KIND": "JENIS",
    "NAME": "NAMA",
    "NEW": "BARU",
    "OLD": "LAMA",
    "OUT": "BARU",
    "PARTICIPANT": "PESERTA",
    "PATH": "PAKET",
    "PLACE": "TEMPAT",
    "PREFIX": "AWALAN",
    "PROCEDURE": "PROSEDUR",
    "ROOT": "AKAR",
    "RULE": "ATURAN",
    "SECONDS": "DETIK",
    "SOURCE": "SUMBER",
    "STAGE": "TAHAP",
    "TEXT": "TEKS",
    "TIME": "WAKTU",
    "TO": "SAMPAI",
    "VALUE": "NILAI",
    "YYYY-MM-DD": "TTTT-BB-HH",
}

# Where a text has places, click fills them; the keys are click's own texts.
CLICK = {
    "required": "wajib",
    "Usage:": "Pemakaian:",
    "[OPTIONS]": "[OPSI]",
    "COMMAND [ARGS]...": "PERINTAH [KATA]...",
    "Options": "Opsi",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Error: {message}": "Galat: {message}",
    "Try '{command} {option}' for help.": "Bantuan: '{command} {option}'.",
    "Missing command.": "Perintahnya belum disebut.",
    "No such command {name!r}.": "Tidak ada perintah {name!r}.",
    "No such option {name!r}.": "Tidak ada opsi {name!r}.",
    "Did you mean {possibility}?": "Maksud Anda {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Maksud Anda salah satu dari: {possibilities}?)",
    "Missing argument": "Belum disebut:",
    "Missing option": "Opsi belum disebut:",
    "Missing parameter": "Belum disebut:",
    "Choose from:\n\t{choices}": "Pilih dari:\n\t{choices}",
    "Invalid value: {message}": "Nilai tidak sah: {message}",
    "Invalid value for {param_hint}: {message}": "Nilai tidak sah untuk {param_hint}: {message}",
    "{value} is not in the range {range}.": "{value} di luar batas {range}.",
    "{value!r} is not a valid {number_type}.": "{value!r} bukan bilangan yang dapat dipakai.",
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} bukan salah satu dari {choices}.",
    "{name} {filename!r} is not readable.": "Tidak ada izin untuk membaca {filename!r}.",
    "Option {name!r} requires an argument.": "Opsi {name!r} memerlukan nilai.",
    "Option {name!r} does not take a value.": "Opsi {name!r} tidak memakai nilai.",
    "Got unexpected extra argument ({args})": "Kata berlebih: {args}",
    "Got unexpected extra arguments ({args})": "Kata berlebih: {args}",
    "default: {default}": "bawaan: {default}",
    "env var: {var}": "variabel lingkungan: {var}",
    "Aborted!": "Dihentikan.",
}
