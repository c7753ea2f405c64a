"""The Indonesian of the notices of an evaluation; of all other codes the record has the words."""

__all__ = ["NOTICES"]

# What a notice of an evaluation means, by its code.
NOTICES = {
    "BARIS_TAMBAHAN": "peserta menambah baris yang tidak ada dalam Dokumen Pemilihan",
    "BARIS_TIDAK_DITAWARKAN": "peserta tidak mencantumkan baris dari Dokumen Pemilihan",
    "BIAYA_DI_ATAS_HPS": "biaya penawaran terkoreksi di atas HPS; untuk dinegosiasikan",
    "DAFTAR_HITAM_TIDAK_DIMINTA": "dokumen tidak meminta pemeriksaan Daftar Hitam",
    "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH": "tender dinyatakan gagal sebelum masa sanggah berakhir",
    "HARGA_SATUAN_KOSONG": "ada baris tanpa harga satuan",
    "HARGA_TANPA_PENAWARAN": "ada berkas harga tanpa penawaran yang disampaikan",
    "JAMINAN_PENAWARAN_DI_LUAR_RENTANG": "besaran jaminan penawaran yang diminta di luar rentang"
    " peraturan",
    "JAMINAN_PENAWARAN_TIDAK_DIMINTA": "dokumen tidak meminta jaminan penawaran yang diwajibkan"
    " nilai HPS",
    "JAMINAN_PENAWARAN_TIDAK_DIWAJIBKAN": "dokumen meminta jaminan penawaran yang tidak diwajibkan"
    " nilai HPS",
    "KONFIRMASI_BERBEDA": "konfirmasi menyebut nilai lain dari yang dipakai",
    "KOREKSI_BERBEDA": "total terkoreksi dalam paket berbeda dari hitungan program ini",
    "KUALIFIKASI_USAHA_TIDAK_DIMINTA": "dokumen tidak meminta kualifikasi usaha",
    "PAKET_SEBELUMNYA_TIDAK_DISEBUT": "putaran ulang tidak menyebut paket sebelumnya",
    "NEGOSIASI_LEBIH_TINGGI": "hasil negosiasi lebih tinggi daripada biaya terkoreksi",
    "PEMBUKAAN_HARGA_TERLALU_DINI": "pembukaan harga tercatat sebelum teknis diputuskan",
    "SANGGAH_BELUM_DIJAWAB": "sanggah atas hasil kualifikasi belum dijawab",
    "PENAWARAN_SEBELUM_DAFTAR": "ada penawaran sebelum daftar peserta ditetapkan; tidak dibuka",
    "PEMASUKAN_KURANG_DARI_TIGA": "dokumen kualifikasi yang masuk kurang dari tiga; dievaluasi"
    " seluruhnya",
    "PENILAIAN_SEBELUM_REVERSE_AUCTION": "penilaian sebelum reverse auction tidak menjawab harga"
    " sesudahnya",
    "PENILAIAN_TIDAK_DIPAKAI": "sebuah penilaian dicatat, tetapi belum atau tidak diperlukan",
    "PEMBUKTIAN_TANPA_CATATAN": "tidak ada yang diminta pada pembuktian, kehadiran tidak dicatat",
    "REZIM_BELUM_DIBACA": "peraturan yang berlaku pada tanggal itu belum dibaca seluruhnya",
    "RINCIAN_HPS_BERBEDA": "rincian HPS tidak berjumlah nilai total HPS",
    "RINCIAN_LUMSUM_BERBEDA": "rincian lumsum tidak berjumlah harga lumsum yang ditawarkan",
    "SAMA_DIURUTKAN_NILAI_TEKNIS": "angka yang sama diurutkan menurut nilai teknis tertinggi",
    "SANGGAH_BENAR_SUBSTANSIAL": "sanggah dinyatakan benar dan substansial: tender gagal",
    "TARIF_PPN_BERBEDA": "tarif PPN peserta berbeda dari Dokumen Pemilihan",
    "TINDAKAN_BERBEDA": "tindakan yang dicatat berbeda dari yang dihitung",
    "TOTAL_BERBEDA": "total surat penawaran berbeda dari total daftar harga",
    "UNSUR_TIDAK_DISEBUT": "kriteria teknis tidak menyebut unsurnya",
    "URUTAN_WAKTU": "waktu yang tercatat tidak berurutan",
    "ALASAN_MENGUNDURKAN_DIRI": "apakah alasan pengunduran diri dapat diterima",
    "ANALISIS_BELUM_LENGKAP": "analisis kewajaran harga belum lengkap",
    "ANALISIS_TIDAK_DIPAKAI": "analisis kewajaran harga tidak diperlukan",
    "ANALISIS_HARGA_DIMINTA": "baris yang perlu diminta analisis harga satuannya",
    "CATATAN_TIMPANG_TIDAK_DIPAKAI": "catatan timpang pada harga satuan yang tidak di atas batas",
    "HARGA_SATUAN_TIMPANG": "harga satuan jauh di atas HPS, untuk diklarifikasi",
    "JAMINAN_SANGGAH_BANDING": "jaminan sanggah banding belum diketahui atau kurang",
    "KEWAJARAN_BERBEDA": "penilaian kewajaran harga berbeda dari usulan analisis",
    "KEWAJARAN_TANPA_ANALISIS": "kewajaran harga dinilai tanpa analisis dalam paket",
    "NEGOSIASI_TIDAK_DIPAKAI": "negosiasi dengan penawaran yang telah gugur tidak dipakai",
    "PENGUNDURAN_DIRI_TANPA_SANKSI": "pengunduran diri yang tidak dikenai sanksi",
    "PENGUNDURAN_DIRI_TIDAK_DIPAKAI": "pengunduran diri pada tahap yang tidak dicapai peserta",
    "PREFERENSI_TANPA_BARANG": "tidak ada baris yang ditandai barang, preferensi tidak diberikan",
    "PREFERENSI_TIDAK_BERLAKU": "nilai HPS tidak di atas batas preferensi harga",
    "SAMA_DIURUTKAN_TKDN": "HEA yang sama diurutkan menurut TKDN yang lebih besar",
    "SANGGAH_BANDING": "sanggah banding, akibatnya diputuskan manusia",
    "SANKSI_PENGUNDURAN_DIRI": "sanksi atas pengunduran diri menurut ketentuan; tidak dijalankan",
    "REVERSE_AUCTION_TIDAK_DIPAKAI": "hasil reverse auction dari yang bukan pesertanya",
    "TKDN_BELUM_DIKETAHUI": "TKDN penawaran belum diketahui",
    "TKDN_DINYATAKAN_DUA_KALI": "TKDN dinyatakan per baris dan keseluruhan; yang dipakai per baris",
}
