"""Every value of the law that a record may print: what it is, and what its words mean."""

from collections.abc import Mapping

from tender.terms import ProofScope
from tender_rules.documents.labels.terms import TERMS

__all__ = ["PARAMS", "VALUES"]

# Each value of the law, and whether it is a share, a percentage, an amount in rupiah, a number or
# a term.
PARAMS: Mapping[str, tuple[str, str]] = {
    "award.next_for_one_bid": ("Tindak lanjut apabila hanya satu penawaran masuk", "kata"),
    "award.pokja_up_to": ("Batas Pagu Anggaran penetapan oleh Pokja Pemilihan", "rupiah"),
    "award.pokja_up_to_consultancy": (
        "Batas Pagu Anggaran penetapan pemenang Seleksi oleh Pokja Pemilihan",
        "rupiah",
    ),
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
    "correction.waktu_penugasan": ("Koreksi aritmatik kontrak waktu penugasan", "kata"),
    "failure.follow_up_round": ("Tender ulang yang kegagalannya ditindaklanjuti lain", "angka"),
    "failure.none_passes_effective": ("Saat Tender gagal dinyatakan bila tidak ada lulus", "kata"),
    "kso.members": ("Pemenuhan syarat oleh anggota KSO", "kata"),
    "minutes.least_signatures_share": ("Penandatangan berita acara paling kurang", "bagian"),
    "negotiation.ceiling": ("Batas tertinggi hasil negosiasi Seleksi", "kata"),
    "negotiation.held_with": ("Peserta yang dinegosiasi dalam Seleksi", "kata"),
    "opening.least_bids": ("Jumlah penawaran paling sedikit", "angka"),
    "pokja.least_members": ("Jumlah anggota Pokja Pemilihan paling sedikit", "angka"),
    "pool.refill": ("Pengisian penawar terendah yang dievaluasi", "kata"),
    "price.ceiling_share": ("Batas tertinggi penawaran terhadap nilai total HPS", "bagian"),
    "price.fairness_below_share": ("Batas evaluasi kewajaran harga terhadap HPS", "bagian"),
    "proof.scope": ("Peserta yang diundang pembuktian kualifikasi", "kata"),
    "qualification.direct_appointment_at": (
        "Jumlah lulus prakualifikasi ulang untuk Penunjukan Langsung",
        "angka",
    ),
    "qualification.extension_below": (
        "Jumlah pemasukan kualifikasi di bawahnya diberi perpanjangan",
        "angka",
    ),
    "qualification.extension_below_repeat": (
        "Jumlah pemasukan prakualifikasi ulang di bawahnya diberi perpanjangan",
        "angka",
    ),
    "qualification.later_repeat": ("Prakualifikasi ulang sesudah prakualifikasi ulang", "kata"),
    "qualification.least_passing": ("Jumlah peserta lulus prakualifikasi paling sedikit", "angka"),
    "qualification.least_passing_repeat": (
        "Jumlah peserta lulus prakualifikasi ulang untuk dilanjutkan",
        "angka",
    ),
    "qualification.least_submitted": ("Jumlah dokumen kualifikasi paling sedikit", "angka"),
    "qualification.none_again": ("Tindak lanjut prakualifikasi ulang tanpa yang lulus", "kata"),
    "qualification.repeat_from_round": ("Putaran yang merupakan prakualifikasi ulang", "angka"),
    "qualification.shortlist_most": ("Jumlah peserta daftar pendek paling banyak", "angka"),
    "qualification.shortlist_order": ("Pengurutan daftar pendek", "kata"),
    "ranking.equal_price": ("Urutan penawaran dengan harga sama", "kata"),
    "ranking.equal_score": ("Urutan penawaran dengan nilai akhir sama", "kata"),
    "scores.lowest_among": ("Pembanding harga terendah dalam nilai harga", "kata"),
    "scores.price_formula": ("Rumus nilai biaya", "kata"),
    "scores.price_formula_sistem_nilai": ("Rumus nilai harga pada Sistem Nilai", "kata"),
    "umur_ekonomis.discounting": ("Nilai kini biaya selama umur ekonomis", "kata"),
    "unsealing.in_turn": ("Pembukaan penawaran biaya pada metode Kualitas", "kata"),
    "unsealing.whose": ("Peserta yang dokumen penawaran harganya dibuka", "kata"),
    "weights.kualitas_biaya_technical_least": (
        "Bobot teknis Kualitas dan Biaya paling rendah",
        "persen",
    ),
    "weights.kualitas_biaya_technical_most": (
        "Bobot teknis Kualitas dan Biaya paling tinggi",
        "persen",
    ),
    "weights.sistem_nilai_technical_least": ("Bobot teknis Sistem Nilai paling rendah", "persen"),
    "weights.sistem_nilai_technical_most": ("Bobot teknis Sistem Nilai paling tinggi", "persen"),
    "weights.unsur_pengalaman_least": ("Bobot unsur pengalaman paling rendah", "persen"),
    "weights.unsur_pengalaman_most": ("Bobot unsur pengalaman paling tinggi", "persen"),
    "weights.unsur_proposal_teknis_least": ("Bobot unsur proposal teknis paling rendah", "persen"),
    "weights.unsur_proposal_teknis_most": ("Bobot unsur proposal teknis paling tinggi", "persen"),
    "weights.unsur_tenaga_ahli_least": ("Bobot unsur tenaga ahli paling rendah", "persen"),
    "weights.unsur_tenaga_ahli_most": ("Bobot unsur tenaga ahli paling tinggi", "persen"),
}

VALUES: Mapping[str, str] = {
    "dokumen": "menurut Dokumen Pemilihan",
    "penawaran": "menurut penawaran",
    "dihapus": "dikeluarkan dari jumlah",
    "lumsum": "diperlakukan seperti lumsum",
    "surat_penawaran": "total pada surat penawaran",
    "daftar_kuantitas": "jumlah pada daftar kuantitas dan harga",
    "harga_satuan": "diperlakukan seperti harga satuan, dengan orang-bulan sebagai volume kedua",
    "hps": "nilai total HPS",
    "pemenang_dan_cadangan": "pemenang, lalu pemenang cadangan",
    "seperti_ulang_pertama": "mengikuti ketentuan prakualifikasi ulang pertama",
    "cari_penyebab": "diumumkan, dilaporkan, dan dicari penyebabnya",
    "nilai_terbaik": "diambil yang nilai kualifikasinya terbaik",
    "nilai_teknis": "didahulukan yang nilai teknisnya lebih tinggi",
    "lulus_evaluasi_harga": "harga terendah di antara penawaran yang lulus evaluasi harga",
    "terendah_dibagi_penawaran": "harga terendah dibagi harga penawaran, dikali 100",
    "tanpa_diskonto": "dijumlahkan tanpa diskonto",
    "peringkat_pertama": "hanya peringkat pertama; berikutnya bila negosiasi gagal",
    "lulus_teknis": "hanya peserta yang lulus evaluasi teknis",
    "negosiasi": "klarifikasi dan negosiasi teknis dan harga",
    "isi_ulang": "diisi penawar terendah berikutnya",
    "setiap_anggota": "dinilai pada setiap anggota",
    "setelah_masa_sanggah": "setelah masa sanggah berakhir",
    ProofScope.CALON_PEMENANG_DAN_CADANGAN: TERMS[ProofScope.CALON_PEMENANG_DAN_CADANGAN],
    ProofScope.SEMUA_LULUS_HARGA: TERMS[ProofScope.SEMUA_LULUS_HARGA],
}
