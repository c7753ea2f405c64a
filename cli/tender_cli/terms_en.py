"""The English of the terms of the law and the codes of an evaluation, by group and code.

Terms keep their Indonesian names where English has none. The reasons of an evaluation are sentences
of the record and stay Indonesian.
"""

__all__ = ["TERMS"]

# The English of what the record has Indonesian words for, by group and code.
TERMS = {
    "basis": {
        "harga_terkoreksi": "corrected price",
        "nilai_akhir": "combined score",
        "nilai_teknis": "technical score",
        "biaya_umur_ekonomis": "cost of its economic life",
        "hea": "final evaluation result (HEA)",
        "harga_reverse_auction": "price after the reverse auction",
    },
    "criterion": {
        "attended": "attendance at the proof (pembuktian kualifikasi)",
        "bid_bond": "bid bond (jaminan penawaran)",
        "bid_validity_days": "validity of the bid",
        "blacklist": "Daftar Hitam",
        "business_size": "size of the business",
        "completion_days": "time for the work",
        "kewajaran_harga": "reasonableness of the price (kewajaran harga)",
        "kso_agreement": "KSO agreement",
        "reverse_auction": "reverse auction",
        "tkdn": "domestic content (TKDN)",
    },
    "effective": {
        "segera": "at once",
        "setelah_masa_sanggah": "after the objection period (masa sanggah)",
    },
    "field": {
        "quantity": "quantity",
        "person_months": "person-months",
        "amount": "amount",
        "unit_price": "unit price",
        "vat_percent": "PPN rate (%)",
        "stated_total": "stated total",
        "corrected_total": "corrected total",
    },
    "ground": {
        "perpres-16-2018:51(2)a": "there is an error in the evaluation",
        "perpres-16-2018:51(2)b": "no participant handed in a bid after the extension",
        "perpres-16-2018:51(2)c": "no participant passes the evaluation of bids",
        "perpres-16-2018:51(2)d": "the document is wrong, or against the regulation",
        "perpres-16-2018:51(2)e": "all participants are involved in KKN",
        "perpres-16-2018:51(2)f": "all participants are involved in unfair competition",
        "perpres-16-2018:51(2)g": "all bid prices are above the HPS",
        "perpres-16-2018:51(2)h": "the negotiation of a Seleksi reached no agreement",
        "perpres-16-2018:51(2)i": "the Pokja or the PPK is involved in KKN",
        "lkpp-12-2021:4.2.14.a.c": "all costs of a Seleksi by Pagu Anggaran are above the Pagu"
        " Anggaran",
        "lkpp-12-2021:4.2.14.a.i": "the Pokja did not follow the document's procedure",
        "lkpp-12-2021:4.2.14.a.k": "the PA/KPA agrees with the PPK's refusal of the result",
        "lkpp-12-2021:4.2.14.a.l": "the PA/KPA refuses to determine the winner",
        "perpres-16-2018:51(1)a": "no participant handed in a qualification after the extension",
        "perpres-16-2018:51(1)b": "fewer than three participants pass the prakualifikasi",
        "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi": "the evaluation of qualifications departs from"
        " its document, or has an error",
        "lkpp-12-2021:4.1.1.j:gangguan_spse": "SPSE was disturbed",
        "lkpp-12-2021:4.1.1.j:kesalahan_dokumen": "the Pokja's qualification document is wrong",
        "lkpp-12-2021:4.1.1.j:persekongkolan": "there are signs of collusion (persekongkolan)",
        "lkpp-12-2021:4.1.1.j:diskriminatif": "a requirement discriminates",
        "lkpp-12-2021:4.1.1.j:kecurangan_pengumuman": "the announcement was dishonest",
    },
    "needs": {
        "fakta": "a fact with its evidence",
        "penilaian": "judgement by members of the Pokja",
        "nilai": "scores by members of the Pokja",
        "pembukaan_harga": "the record of the opening of prices (pembukaan harga)",
        "harga": "the price",
        "rincian_harga": "the lines of the price",
        "tarif_ppn_lumsum": "the PPN rate of the lumsum part",
        "perpanjangan": "the record of an extension (perpanjangan)",
        "penutupan": "the record of the closing (penutupan)",
        "keputusan_peringkat": "the Pokja's decision on the order of equal bids (keputusan"
        " peringkat)",
        "biaya_umur_ekonomis": "the costs of operation and maintenance, and what remains",
        "negosiasi": "the record of the negotiation (negosiasi)",
        "negosiasi_lanjutan": "further negotiation: what was agreed is above its bound",
        "tkdn": "the domestic content (TKDN) of the bid",
        "hasil_reverse_auction": "what the reverse auction came to",
    },
    "needs_of_list": {
        "perpanjangan": "the record of an extension for qualifications (perpanjangan)",
        "penutupan": "the record of the closing for qualifications (penutupan)",
        "keputusan_peringkat": "the Pokja's decision on equal qualification scores (keputusan"
        " peringkat)",
    },
    "next": {
        "tender_ulang": "a new tender (tender ulang)",
        "evaluasi_penawaran_ulang": "a new evaluation (evaluasi penawaran ulang)",
        "penyampaian_penawaran_ulang": "new bids (penyampaian penawaran ulang)",
        "penunjukan_langsung": "direct appointment (penunjukan langsung), if the PA/KPA agrees",
        "menurut_penyebab": "according to the cause",
        "negosiasi": "clarification and negotiation with the one bidder",
        "reverse_auction": "a reverse auction between the two, if the Pokja decides to hold one",
        "prakualifikasi_ulang": "a new prakualifikasi (prakualifikasi ulang)",
        "evaluasi_kualifikasi_ulang": "a new evaluation and proof of qualifications (evaluasi"
        " kualifikasi ulang)",
        "penyampaian_kualifikasi_ulang": "new qualifications (penyampaian kualifikasi ulang)",
        "cari_penyebab": "announced and reported, and the cause looked for",
    },
    "next_of_list": {"penunjukan_langsung": "direct appointment (Penunjukan Langsung)"},
    "next_of_seleksi": {
        "negosiasi": "clarification and negotiation with the proposed winner, after the objection"
        " period (masa sanggah)",
        "tender_ulang": "a new Seleksi (Seleksi ulang)",
    },
    "notice": {
        "BARIS_TAMBAHAN": "the bidder added lines that the tender document does not have",
        "BARIS_TIDAK_DITAWARKAN": "the bidder left out lines of the tender document",
        "BIAYA_DI_ATAS_HPS": "the corrected cost is above the HPS and has to be negotiated",
        "DAFTAR_HITAM_TIDAK_DIMINTA": "the document does not ask for the blacklist (Daftar Hitam)"
        " check",
        "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH": "the failure was declared before the objection period"
        " (masa sanggah) ended",
        "HARGA_SATUAN_KOSONG": "lines without a unit price",
        "HARGA_TANPA_PENAWARAN": "a price file without a handed-in bid",
        "JAMINAN_PENAWARAN_DI_LUAR_RENTANG": "the bid bond asked for lies outside the range of the"
        " regulation",
        "JAMINAN_PENAWARAN_TIDAK_DIMINTA": "the document asks for no bid bond although the HPS"
        " calls for one",
        "JAMINAN_PENAWARAN_TIDAK_DIWAJIBKAN": "the document asks for a bid bond that the HPS does"
        " not call for",
        "KONFIRMASI_BERBEDA": "a confirmation names another value than the one used",
        "KOREKSI_BERBEDA": "the corrected total in the package differs from the one computed here",
        "KUALIFIKASI_USAHA_TIDAK_DIMINTA": "the document does not ask for a size of business",
        "PAKET_SEBELUMNYA_TIDAK_DISEBUT": "a later round does not name the package before it",
        "NEGOSIASI_LEBIH_TINGGI": "what was agreed is more than the corrected bid",
        "PEMBUKAAN_HARGA_TERLALU_DINI": "an opening is recorded before technical was decided",
        "SANGGAH_BELUM_DIJAWAB": "an objection to the list has no answer yet",
        "PENAWARAN_SEBELUM_DAFTAR": "a bid came before the list was determined; it stays closed",
        "PEMASUKAN_KURANG_DARI_TIGA": "fewer than three qualifications came in; all are evaluated",
        "PENILAIAN_SEBELUM_REVERSE_AUCTION": "a judgement before the reverse auction is not on the"
        " price after it",
        "PENILAIAN_TIDAK_DIPAKAI": "a recorded judgement was not needed, or not yet",
        "PEMBUKTIAN_TANPA_CATATAN": "nothing was asked at the proof and no attendance recorded",
        "REZIM_BELUM_DIBACA": "the regulation in force on that day has not been read in full",
        "RINCIAN_HPS_BERBEDA": "the lines of the HPS do not add up to its total",
        "RINCIAN_LUMSUM_BERBEDA": "the lumsum breakdown does not add up to the lumsum price"
        " offered",
        "SAMA_DIURUTKAN_NILAI_TEKNIS": "equal figures are ordered by the better technical score",
        "SANGGAH_BENAR_SUBSTANSIAL": "an objection (sanggah) was found right and substantial: the"
        " tender fails",
        "TARIF_PPN_BERBEDA": "the bidder's PPN rate differs from the tender document's",
        "TINDAKAN_BERBEDA": "a recorded act differs from what was computed",
        "TOTAL_BERBEDA": "the total of the bid letter differs from that of the price schedule",
        "UNSUR_TIDAK_DISEBUT": "the technical criteria do not name their unsur",
        "URUTAN_WAKTU": "the recorded times do not follow each other",
        "ALASAN_MENGUNDURKAN_DIRI": "whether the reason for withdrawing is accepted",
        "ANALISIS_BELUM_LENGKAP": "the analysis of a low price is not complete",
        "ANALISIS_TIDAK_DIPAKAI": "an analysis of a price that is not low",
        "ANALISIS_HARGA_DIMINTA": "lines whose unit price analysis has to be asked for",
        "CATATAN_TIMPANG_TIDAK_DIPAKAI": "a note on a unit price that is not above the line",
        "HARGA_SATUAN_TIMPANG": "unit prices far above the HPS, to be clarified",
        "JAMINAN_SANGGAH_BANDING": "the appeal bond (sanggah banding) is unknown or too low",
        "KEWAJARAN_BERBEDA": "the Pokja judged the price otherwise than its analysis proposes",
        "KEWAJARAN_TANPA_ANALISIS": "the price was judged without an analysis in the package",
        "NEGOSIASI_TIDAK_DIPAKAI": "talks with a bid that has fallen bring it no further",
        "PENGUNDURAN_DIRI_TANPA_SANKSI": "a withdrawal for which there is no sanction",
        "PENGUNDURAN_DIRI_TIDAK_DIPAKAI": "a withdrawal at a stage that the bidder never came to",
        "PREFERENSI_TANPA_BARANG": "no line is marked as goods, so no preference is given",
        "PREFERENSI_TIDAK_BERLAKU": "the HPS is not above the line for a price preference",
        "SAMA_DIURUTKAN_TKDN": "equal HEA are ordered by the higher TKDN",
        "SANGGAH_BANDING": "an appeal (sanggah banding) that people decide on",
        "SANKSI_PENGUNDURAN_DIRI": "the sanction of a withdrawal; it is not executed here",
        "REVERSE_AUCTION_TIDAK_DIPAKAI": "an auction's price of who was not in it",
        "TKDN_BELUM_DIKETAHUI": "the domestic content (TKDN) of the bid is not known",
        "TKDN_DINYATAKAN_DUA_KALI": "TKDN is stated by line and for the whole; the lines are taken",
    },
    "set_by": {"nasional": "national", "dokumen": "the document"},
    "who": {"pokja": "the Pokja", "pa": "the PA/KPA"},
}
