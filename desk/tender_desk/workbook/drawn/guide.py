"""The first sheet of the workbook: what it is for and how it is filled, in Indonesian."""

from tender_desk.workbook.drawn.styles import INPUT, NOTE, TITLE

__all__ = ["GUIDE"]

# A style, and the texts of a row.
GUIDE: tuple[tuple[str, ...], ...] = (
    (TITLE, "Buku kerja evaluasi tender"),
    (
        NOTE,
        (
            "Isi lembar-lembar ini dari kiri ke kanan, lalu jalankan: tender check, tender"
            " evaluate, tender bahp."
        ),
    ),
    (NOTE, ""),
    (INPUT, "1. Paket", "Sekitar dua belas isian pokok. Yang bertanda * wajib."),
    (
        INPUT,
        "SPSE",
        "Tabel pengumuman dari halaman tender SPSE, ditempel; isiannya di Paket lalu boleh kosong.",
    ),
    (INPUT, "2. Pokja", "Anggota Pokja Pemilihan; kodenya dipakai di lembar Penilaian."),
    (INPUT, "3. HPS", "Rincian HPS, harga satuan tanpa PPN. Rahasia: tidak masuk berita acara."),
    (
        INPUT,
        "4. Persyaratan, Kriteria",
        (
            "Yang diminta Dokumen Pemilihan beserta klausulnya. Dapat diambil dari tender terakhir:"
            " tender init FOLDER --workbook --from PAKET-LAMA."
        ),
    ),
    (
        INPUT,
        "5. Peserta",
        (
            "Satu baris satu peserta: waktu pemasukan, harga penawaran, dan yang diperiksa. Kosong"
            " berarti belum diketahui."
        ),
    ),
    (
        INPUT,
        "6. Harga ...",
        (
            "Satu lembar satu peserta, rincian seperti pada SPSE, ditulis apa adanya: mesin yang"
            " mengoreksi. tender worksheet menyiapkan lembar ini untuk setiap peserta."
        ),
    ),
    (
        INPUT,
        "7. Penilaian",
        (
            "Satu baris menyatakan bahwa selebihnya memenuhi: tahap 'semua tahap', putusan"
            " 'memenuhi', kode anggota yang menilai, dan waktunya. Pembuktian kualifikasi dan tahap"
            " tanpa kriteria, dinilai pada barisnya sendiri."
        ),
    ),
    (
        INPUT,
        "8. Pengecualian",
        (
            "Yang tidak memenuhi, satu baris satu hal, beserta catatannya. Baris yang lebih khusus"
            " mengalahkan penilaian umum."
        ),
    ),
    (
        INPUT,
        "Matriks",
        (
            "Cara lain menulis 7 dan 8: peserta ke samping, kriteria ke bawah, satu sel satu"
            " penilaian. Yang memutuskan dan waktunya cukup di atas tabel. Satu sel mengalahkan"
            " baris tahap (kriteria kosong), dan keduanya kolom Semua. Yang sudah diperbarui tidak"
            " dihapus: putusan baru ditulis dengan waktunya sendiri. Lembar penilai sendiri:"
            " Matriks m1."
        ),
    ),
    (
        INPUT,
        "9. Peristiwa",
        "Batas pemasukan, penutupan, klarifikasi, penetapan, pengumuman, sanggah.",
    ),
    (
        INPUT,
        "10. Surat, Kantor",
        "Nomor, tanggal, tempat, dan yang hadir; kebiasaan kantor: pola nomor, tembusan.",
    ),
    (
        INPUT,
        "11. Konfirmasi",
        (
            "Ditulis oleh tender worksheet: ketentuan yang harus ditegaskan. Jawab 'ya' atau nilai"
            " menurut Dokumen Pemilihan, beserta klausulnya."
        ),
    ),
    (
        INPUT,
        "Lembar kelabu",
        (
            "KSO, Pengurus, Pemilik, Adendum, Analisa Harga, Pengalaman, dan seterusnya: hanya bila"
            " perlu."
        ),
    ),
    (NOTE, ""),
    (INPUT, "Angka", "Ditulis sebagai angka Excel, atau sebagai teks: 1.234.567,89."),
    (
        INPUT,
        "Tanggal dan waktu",
        "Mis. 6/5/2026 10:00 atau 6 Mei 2026 10:00; zonanya di lembar Paket.",
    ),
    (INPUT, "NPWP dan NIP", "Sel berformat Teks, agar tidak dipotong Excel."),
    (INPUT, "Bukti", "Satu baris satu berkas, halamannya di belakang tanda |: ba.pdf | 14."),
    (
        INPUT,
        "Beberapa kode",
        "Dipisahkan dengan titik koma: m1; m2; m3. Tanda - berarti tidak ada.",
    ),
    (
        INPUT,
        "Lembar dan kolom sendiri",
        "Boleh ditambah bila namanya diawali 'Catatan'; tidak dibaca dan tidak diubah.",
    ),
)
