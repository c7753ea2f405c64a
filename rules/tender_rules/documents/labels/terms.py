"""The terms of the regulation, stages, cells and what is awaited, as a record spells them."""

from collections.abc import Mapping

from tender.findings import Source, Verdict
from tender.terms import (
    AssessmentVerdict,
    BusinessSize,
    Category,
    ComponentKind,
    Contract,
    Decider,
    Doubt,
    Envelope,
    Method,
    NegotiationOutcome,
    ObjectionDecision,
    PreviousKind,
    ProcedureName,
    ProofScope,
    StageId,
    UnbalancedOutcome,
    Unsur,
)

__all__ = [
    "AWAITED",
    "AWAITED_FOR_LIST",
    "FIELDS",
    "PASSED",
    "SCORES",
    "SOURCES",
    "TERMS",
    "TIED",
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
    Doubt.HARGA_BERLIPAT: "harga satuan berlipat sepuluh dari HPS",
    Doubt.TOTAL_JAUH: "total terkoreksi jauh dari harga penawaran",
    Doubt.VOLUME_BERBEDA: "volume atau uraian berbeda dari Dokumen Pemilihan",
    Doubt.BARIS_NOL: "harga satuan nol",
    Doubt.PENAWARAN_KOSONG: "seluruh harga satuan kosong atau nol",
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
    "penyetaraan": "penyetaraan teknis",
    Unsur.PENGALAMAN: "unsur pengalaman",
    Unsur.PROPOSAL_TEKNIS: "unsur proposal teknis",
    Unsur.TENAGA_AHLI: "unsur tenaga ahli",
    NegotiationOutcome.SEPAKAT: "Tercapai kesepakatan",
    NegotiationOutcome.GAGAL: "Tidak tercapai kesepakatan",
    "harga_terkoreksi": "Harga penawaran terkoreksi",
    "nilai_akhir": "Nilai akhir",
    "nilai_teknis": "Nilai teknis",
    "biaya_umur_ekonomis": "Biaya selama umur ekonomis",
    "hea": "Hasil Evaluasi Akhir (HEA)",
    "harga_reverse_auction": "Harga hasil reverse auction",
    "tkdn": "TKDN",
    "reverse_auction": "reverse auction",
    ComponentKind.UPAH: "upah",
    ComponentKind.BAHAN: "bahan",
    ComponentKind.ALAT: "alat",
    UnbalancedOutcome.TIMPANG: "timpang",
    UnbalancedOutcome.TIDAK_TIMPANG: "tidak timpang",
}

# What passing is called where nobody is judged.
PASSED: Mapping[StageId, str] = {
    StageId.PEMASUKAN_KUALIFIKASI: "Menyampaikan dokumen kualifikasi",
    StageId.PEMBUKAAN: "Dibuka",
    StageId.PEMBUKAAN_HARGA: "Dibuka",
    StageId.KOREKSI_ARITMATIK: "Diteruskan",
    StageId.PENAWARAN_DIEVALUASI: "Dievaluasi",
    StageId.PENETAPAN_HASIL_KUALIFIKASI: "Masuk daftar",
    StageId.NEGOSIASI: "Mencapai kesepakatan",
}

SOURCES: Mapping[Source, str] = {
    Source.TEXT: "teks dibaca",
    Source.SECONDARY: "sumber sekunder",
    Source.UNVERIFIED: "belum terverifikasi",
    Source.SETTING: "setelan",
}

AWAITED: Mapping[str, str] = {
    "fakta": "keterangan/bukti pemenuhan",
    "penilaian": "penilaian anggota Pokja Pemilihan",
    "penilaian_tahap": "penilaian anggota Pokja Pemilihan atas tahap ini secara keseluruhan",
    "catatan_pembuktian": "catatan pembuktian kualifikasi: kehadiran dan penilaiannya",
    "nilai": "nilai dari anggota Pokja Pemilihan",
    "pembukaan_harga": "pencatatan pembukaan dokumen penawaran harga",
    "harga": "harga penawaran",
    "rincian_harga": "rincian harga penawaran",
    "tarif_ppn_lumsum": "tarif PPN bagian lumsum",
    "biaya_umur_ekonomis": "biaya operasional, biaya pemeliharaan, dan nilai sisa",
    "negosiasi": "pencatatan hasil klarifikasi dan negosiasi",
    "negosiasi_lanjutan": "lanjutan negosiasi, karena hasilnya di atas batasnya",
    "tkdn": "TKDN penawaran",
    "hasil_reverse_auction": "hasil reverse auction",
    "perpanjangan": "pencatatan perpanjangan batas akhir pemasukan dokumen penawaran",
    "penutupan": "pencatatan penutupan pemasukan dokumen penawaran",
    "keputusan_peringkat": "keputusan Pokja Pemilihan atas urutan penawaran yang sama harganya",
    "konfirmasi_isian": "konfirmasi bahwa isian benar tertulis demikian",
}

# The same codes where a record speaks of the qualification.
AWAITED_FOR_LIST: Mapping[str, str] = {
    "perpanjangan": "pencatatan perpanjangan batas akhir pemasukan dokumen kualifikasi",
    "penutupan": "pencatatan penutupan pemasukan dokumen kualifikasi",
    "keputusan_peringkat": (
        "keputusan Pokja Pemilihan atas urutan peserta yang sama nilai kualifikasinya"
    ),
}

# The score that a panel gives at a stage.
SCORES: Mapping[StageId, str] = {
    StageId.EVALUASI_KUALIFIKASI: "nilai kualifikasi",
    StageId.EVALUASI_TEKNIS: "nilai teknis",
}

# What tied bids have in common, by what they are ranked by.
TIED: Mapping[str, str] = {
    "harga_terkoreksi": "harga",
    "nilai_akhir": "nilai akhir",
    "nilai_teknis": "nilai teknis",
    "biaya_umur_ekonomis": "biaya selama umur ekonomis",
    "hea": "HEA",
    "harga_reverse_auction": "harga",
}

# The cells that a correction changes.
FIELDS: Mapping[str, str] = {
    "quantity": "volume",
    "person_months": "orang-bulan",
    "amount": "jumlah harga",
    "unit_price": "harga satuan",
    "vat_percent": "tarif PPN (%)",
    "stated_total": "total penawaran",
    "corrected_total": "total terkoreksi",
}
