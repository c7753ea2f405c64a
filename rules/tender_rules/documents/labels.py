"""What the terms, values, grounds and codes are called in a record."""

from collections.abc import Mapping

from tender.findings import Source, Verdict
from tender.terms import (
    AssessmentVerdict,
    BusinessSize,
    Category,
    Contract,
    Decider,
    Envelope,
    Method,
    ObjectionDecision,
    PreviousKind,
    ProcedureName,
    ProofScope,
    StageId,
)

__all__ = [
    "AWAITED",
    "EFFECTIVE",
    "FIELDS",
    "FOLLOW_UP",
    "GROUNDS",
    "PARAMS",
    "PASSED",
    "SOURCES",
    "TERMS",
    "VALUES",
]

TERMS: Mapping[str, str] = {
    "bid_validity_days": "masa berlaku penawaran",
    "completion_days": "jangka waktu pelaksanaan",
    "bid_bond": "jaminan penawaran",
    "kso_agreement": "surat perjanjian KSO",
    "blacklist": "Daftar Hitam",
    "business_size": "kualifikasi usaha",
    "attended": "kehadiran pada pembuktian kualifikasi",
    "kewajaran_harga": "kewajaran harga",
    Category.BARANG: "Barang",
    Category.PEKERJAAN_KONSTRUKSI: "Pekerjaan Konstruksi",
    Category.JASA_LAINNYA: "Jasa Lainnya",
    Category.JASA_KONSULTANSI_BADAN_USAHA: "Jasa Konsultansi Badan Usaha",
    Category.JASA_KONSULTANSI_PERORANGAN: "Jasa Konsultansi Perorangan",
    ProcedureName.PASCAKUALIFIKASI: "Pascakualifikasi",
    ProcedureName.PRAKUALIFIKASI: "Prakualifikasi",
    Envelope.SATU_FILE: "Satu file",
    Envelope.DUA_FILE: "Dua file",
    Envelope.DUA_TAHAP: "Dua tahap",
    Method.HARGA_TERENDAH_SISTEM_GUGUR: "Harga Terendah Sistem Gugur",
    Method.HARGA_TERENDAH_AMBANG_BATAS: "Harga Terendah Ambang Batas",
    Method.SISTEM_NILAI: "Sistem Nilai",
    Method.UMUR_EKONOMIS: "Penilaian Biaya Selama Umur Ekonomis",
    Method.KUALITAS_BIAYA: "Kualitas dan Biaya",
    Method.KUALITAS: "Kualitas",
    Method.PAGU_ANGGARAN: "Pagu Anggaran",
    Method.BIAYA_TERENDAH: "Biaya Terendah",
    Contract.HARGA_SATUAN: "Harga Satuan",
    Contract.LUMSUM: "Lumsum",
    Contract.GABUNGAN: "Gabungan Lumsum dan Harga Satuan",
    Contract.TERIMA_JADI: "Terima Jadi (Turnkey)",
    Contract.WAKTU_PENUGASAN: "Waktu Penugasan",
    BusinessSize.MIKRO: "usaha mikro",
    BusinessSize.KECIL: "usaha kecil",
    BusinessSize.MENENGAH: "usaha menengah",
    BusinessSize.BESAR: "usaha besar",
    BusinessSize.KOPERASI: "koperasi",
    Decider.POKJA: "Pokja Pemilihan",
    Decider.PA: "Pengguna Anggaran/Kuasa Pengguna Anggaran",
    ObjectionDecision.BENAR_SUBSTANSIAL: "sanggah benar dan substansial",
    ObjectionDecision.BENAR_TIDAK_SUBSTANSIAL: "sanggah benar, tidak substansial",
    ObjectionDecision.TIDAK_BENAR: "sanggah tidak benar",
    ProofScope.CALON_PEMENANG_DAN_CADANGAN: "calon pemenang dan calon pemenang cadangan",
    ProofScope.SEMUA_LULUS_HARGA: "seluruh peserta yang lulus evaluasi harga",
    Verdict.LULUS: "Lulus",
    Verdict.GUGUR: "Gugur",
    Verdict.BELUM_DINILAI: "Belum dinilai",
    Verdict.TIDAK_DIEVALUASI: "Tidak dievaluasi",
    AssessmentVerdict.MEMENUHI: "Memenuhi",
    AssessmentVerdict.TIDAK_MEMENUHI: "Tidak memenuhi",
    PreviousKind.EVALUASI_ULANG: "evaluasi penawaran ulang",
    PreviousKind.PENAWARAN_ULANG: "penyampaian penawaran ulang",
    PreviousKind.TENDER_ULANG: "Tender ulang",
    PreviousKind.PRAKUALIFIKASI_ULANG: "prakualifikasi ulang",
    "harga_terkoreksi": "Harga penawaran terkoreksi",
}

# What passing is called where nobody is judged.
PASSED: Mapping[StageId, str] = {
    StageId.PEMBUKAAN: "Dibuka",
    StageId.KOREKSI_ARITMATIK: "Diteruskan",
    StageId.PENAWARAN_DIEVALUASI: "Dievaluasi",
}

SOURCES: Mapping[Source, str] = {
    Source.TEXT: "teks dibaca",
    Source.SECONDARY: "sumber sekunder",
    Source.UNVERIFIED: "belum terverifikasi",
}

# Each value of the law, and whether it is a share, an amount in rupiah, a number or a term.
PARAMS: Mapping[str, tuple[str, str]] = {
    "award.next_for_one_bid": ("Tindak lanjut apabila hanya satu penawaran masuk", "kata"),
    "award.pokja_up_to": ("Batas Pagu Anggaran penetapan oleh Pokja Pemilihan", "rupiah"),
    "award.reserves_most": ("Jumlah pemenang cadangan paling banyak", "angka"),
    "bond.bid_above": ("Nilai HPS yang mewajibkan jaminan penawaran", "rupiah"),
    "bond.bid_least_share": ("Nilai jaminan penawaran paling sedikit", "bagian"),
    "bond.bid_most_share": ("Nilai jaminan penawaran paling banyak", "bagian"),
    "bond.performance_above": ("Nilai kontrak yang mewajibkan jaminan pelaksanaan", "rupiah"),
    "bond.performance_from_share": ("Batas dasar penghitungan jaminan pelaksanaan", "bagian"),
    "bond.performance_share": ("Besaran jaminan pelaksanaan", "bagian"),
    "correction.binding_total": ("Total yang mengikat apabila dua total berbeda", "kata"),
    "correction.extra_item": ("Jenis pekerjaan di luar Dokumen Pemilihan", "kata"),
    "correction.terima_jadi": ("Koreksi aritmatik kontrak terima jadi", "kata"),
    "correction.vat_rate": ("Tarif PPN baris terkoreksi", "kata"),
    "failure.follow_up_round": ("Tender ulang yang kegagalannya ditindaklanjuti lain", "angka"),
    "failure.none_passes_effective": ("Saat Tender gagal dinyatakan bila tidak ada lulus", "kata"),
    "kso.members": ("Pemenuhan syarat oleh anggota KSO", "kata"),
    "minutes.least_signatures_share": ("Penandatangan berita acara paling kurang", "bagian"),
    "opening.least_bids": ("Jumlah penawaran paling sedikit", "angka"),
    "pokja.least_members": ("Jumlah anggota Pokja Pemilihan paling sedikit", "angka"),
    "pool.refill": ("Pengisian penawar terendah yang dievaluasi", "kata"),
    "price.ceiling_share": ("Batas tertinggi penawaran terhadap nilai total HPS", "bagian"),
    "price.fairness_below_share": ("Batas evaluasi kewajaran harga terhadap HPS", "bagian"),
    "proof.scope": ("Peserta yang diundang pembuktian kualifikasi", "kata"),
}

VALUES: Mapping[str, str] = {
    "dokumen": "menurut Dokumen Pemilihan",
    "penawaran": "menurut penawaran",
    "dihapus": "dikeluarkan dari jumlah",
    "lumsum": "diperlakukan seperti lumsum",
    "surat_penawaran": "total pada surat penawaran",
    "daftar_kuantitas": "jumlah pada daftar kuantitas dan harga",
    "negosiasi": "klarifikasi dan negosiasi teknis dan harga",
    "isi_ulang": "diisi penawar terendah berikutnya",
    "setiap_anggota": "dinilai pada setiap anggota",
    "setelah_masa_sanggah": "setelah masa sanggah berakhir",
    ProofScope.CALON_PEMENANG_DAN_CADANGAN: TERMS[ProofScope.CALON_PEMENANG_DAN_CADANGAN],
    ProofScope.SEMUA_LULUS_HARGA: TERMS[ProofScope.SEMUA_LULUS_HARGA],
}

_PERPRES = "perpres-16-2018:51(2)"
_LKPP = "lkpp-12-2021:4.2.14.a."

# In the words of Perpres 16/2018 Pasal 51 ayat (2), then Peraturan LKPP 12/2021 angka 4.2.14.
GROUNDS: Mapping[str, str] = {
    f"{_PERPRES}a": "terdapat kesalahan dalam proses evaluasi",
    f"{_PERPRES}b": "tidak ada peserta yang menyampaikan dokumen penawaran setelah ada pemberian "
    "waktu perpanjangan",
    f"{_PERPRES}c": "tidak ada peserta yang lulus evaluasi penawaran",
    f"{_PERPRES}d": "ditemukan kesalahan dalam Dokumen Pemilihan atau tidak sesuai dengan "
    "ketentuan dalam Peraturan Presiden",
    f"{_PERPRES}e": "seluruh peserta terlibat Korupsi, Kolusi, dan Nepotisme (KKN)",
    f"{_PERPRES}f": "seluruh peserta terlibat persaingan usaha tidak sehat",
    f"{_PERPRES}g": "seluruh penawaran harga di atas HPS",
    f"{_PERPRES}h": "negosiasi biaya pada Seleksi tidak tercapai",
    f"{_PERPRES}i": "KKN melibatkan Pokja Pemilihan/PPK",
    f"{_LKPP}i": "Pokja Pemilihan tidak menjalankan prosedur berdasarkan Dokumen Pemilihan",
    f"{_LKPP}k": "PA/KPA menyetujui penolakan oleh PPK atas hasil pemilihan",
    f"{_LKPP}l": "PA/KPA menolak menetapkan pemenang",
}

EFFECTIVE: Mapping[str, str] = {
    "segera": "sejak dinyatakan",
    "setelah_masa_sanggah": "setelah masa sanggah berakhir",
}

# What follows: its name, and the sentence that it is due.
FOLLOW_UP: Mapping[str, tuple[str, str]] = {
    "tender_ulang": ("Tender ulang", "Pokja Pemilihan segera melakukan Tender ulang."),
    "evaluasi_penawaran_ulang": (
        "Evaluasi penawaran ulang",
        "Pokja Pemilihan segera melakukan evaluasi penawaran ulang.",
    ),
    "penyampaian_penawaran_ulang": (
        "Penyampaian penawaran ulang",
        "Pokja Pemilihan segera melakukan penyampaian penawaran ulang.",
    ),
    "penunjukan_langsung": (
        "Penunjukan Langsung dengan persetujuan PA/KPA",
        (
            "Pokja Pemilihan dengan persetujuan PA/KPA melakukan Penunjukan Langsung, dengan "
            "kriteria kebutuhan tidak dapat ditunda dan tidak cukup waktu untuk melaksanakan "
            "Tender (Perpres 16/2018 Pasal 51 ayat (10)). Tanpa persetujuan itu, atau apabila "
            "salah satu kriteria tidak terpenuhi, Penunjukan Langsung tidak dapat dilakukan."
        ),
    ),
    "menurut_penyebab": (
        "Menurut penyebab kegagalan",
        "Tindak lanjut, termasuk pengulangan pemilihan, ditetapkan menurut penyebab kegagalan.",
    ),
    "negosiasi": (
        "Klarifikasi dan negosiasi teknis dan harga",
        (
            "Karena hanya ada satu penawaran yang masuk, dilakukan klarifikasi dan negosiasi "
            "teknis dan harga dengan peserta tersebut."
        ),
    ),
}

AWAITED: Mapping[str, str] = {
    "fakta": "keterangan/bukti pemenuhan",
    "penilaian": "penilaian anggota Pokja Pemilihan",
    "harga": "harga penawaran",
    "rincian_harga": "rincian harga penawaran",
    "tarif_ppn_lumsum": "tarif PPN bagian lumsum",
    "perpanjangan": "pencatatan perpanjangan batas akhir pemasukan dokumen penawaran",
    "penutupan": "pencatatan penutupan pemasukan dokumen penawaran",
    "keputusan_peringkat": "keputusan Pokja Pemilihan atas urutan penawaran yang sama harganya",
}

# The cells that a correction changes.
FIELDS: Mapping[str, str] = {
    "quantity": "volume",
    "amount": "jumlah harga",
    "unit_price": "harga satuan",
    "vat_percent": "tarif PPN (%)",
    "stated_total": "total penawaran",
    "corrected_total": "total terkoreksi",
}
