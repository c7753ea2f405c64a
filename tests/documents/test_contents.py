"""What a record must hold: Perka LKPP 14/2012 halaman III-253, a to i."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender.events import Clarification, RankingDecision
from tender.model import (
    Addendum,
    Document,
    DocumentValue,
    Member,
    PokjaMember,
    Regulation,
    Requirements,
)
from tender.terms import BusinessSize, Contract, Rounding, StageId
from tender_rules.documents import labels
from tender_rules.documents.bahp import minutes
from tests.builders import (
    TEKNIS,
    at,
    bidder,
    evaluated,
    failed,
    hps,
    hps_line,
)
from tests.documents.data import (
    GROUND,
    given,
    items,
    offer,
    outcomes,
    rows,
    said,
    section,
    silent,
)

OUTCOMES = outcomes()
FAILED = {
    "tanpa_penawaran": ("b", "sejak dinyatakan", "Tender ulang"),
    "gugur_administrasi": ("c", "setelah masa sanggah berakhir", "Tender ulang"),
    "gugur_kualifikasi": ("c", "setelah masa sanggah berakhir", "Tender ulang"),
    "gugur_teknis": ("c", "setelah masa sanggah berakhir", "Tender ulang"),
    "gugur_teknis_dinyatakan": ("c", "setelah masa sanggah berakhir", "Tender ulang"),
    "gugur_pembuktian": ("c", "setelah masa sanggah berakhir", "Tender ulang"),
    "di_atas_hps": ("g", "sejak dinyatakan", "Tender ulang"),
    "kkn": ("e", "sejak dinyatakan", "Tender ulang"),
    "tender_ulang_gagal": ("b", "sejak dinyatakan", "Penunjukan Langsung"),
}


def record(name):
    """The record of one of the outcomes."""
    return minutes(OUTCOMES[name])


def test_it_names_the_tender_its_document_and_the_panel():
    """The announcement, the document with addenda in order, and the decree."""
    document = Document(
        "027/01",
        dt.date(2022, 5, 2),
        (Addendum("2", dt.date(2022, 5, 6), "Jadwal"), Addendum("1", dt.date(2022, 5, 4))),
    )
    made = minutes(evaluated(given(document=document, funding="APBD", fiscal_year=2022, round=2)))
    basis = section(made, "Dasar")[0]["items"]
    data = items(section(made, "Data Tender"))

    assert [v for k, v in basis if k.startswith("Adendum")] == [
        "Nomor 1 tanggal 4 Mei 2022",
        "Nomor 2 tanggal 6 Mei 2022: Jadwal",
    ]
    assert ["Dokumen Pemilihan", "Nomor 027/01 tanggal 2 Mei 2022"] in basis
    assert ["Surat keputusan Pokja Pemilihan", "SK 01/2022"] in basis
    assert data["Nilai Pagu Anggaran"].startswith("Rp1.250.000.000,00 (satu miliar dua ratus")
    assert data["Nilai total HPS (termasuk PPN)"] == (
        "Rp1.221.000.000,00 (satu miliar dua ratus dua puluh satu juta rupiah)"
    )
    assert (data["Sumber dana"], data["Tahun anggaran"], data["Tender ke-"]) == (
        "APBD",
        "2022",
        "2",
    )
    assert data["Metode evaluasi"] == "Harga Terendah Sistem Gugur"


def test_it_names_the_law_and_the_overlay():
    """The profile used is stated in every output."""
    made = minutes(evaluated(given(regulation=Regulation(overlays=("pasuruan-2022",)))))
    basis = items(section(made, "Dasar"))

    assert basis["Ketentuan"].startswith("Peraturan Presiden Nomor 16 Tahun 2018 sebagaimana")
    assert "Standar Pelayanan Kabupaten Pasuruan 2022" in basis["Standar setempat"]
    assert "Perpres 16/2018" not in basis["Ketentuan lain yang dirujuk"]


def test_it_counts_who_registered_and_who_handed_in():
    """Both counts and every name, the members of a KSO with their shares."""
    members = (
        Member("k2", "CV Kedua", share_percent=Decimal(40)),
        Member("k1", "PT Pertama", share_percent=Decimal(60), lead=True),
    )
    facts = {StageId.EVALUASI_ADMINISTRASI: {"bid_validity_days": 60, "kso_agreement": True}}
    kso = bidder("p1", members=members, facts=facts)
    made = minutes(evaluated(given(kso, offer("p2"), *silent("p3"))))
    blocks = section(made, "Pemasukan")

    assert "mendaftar berjumlah 3; peserta yang menyampaikan dokumen penawaran berjumlah 2" in said(
        blocks
    )
    names = [row[1:] for row in rows(blocks)]
    assert names[0] == [
        "CV p1 Contoh, KSO: PT Pertama (leadfirm, 60%); CV Kedua (40%)",
        "12 Mei 2022 pukul 09.00 WIB",
    ]
    assert names[2] == ["CV p3 Contoh", "tidak menyampaikan dokumen penawaran"]


def test_it_tells_the_deadlines_in_order():
    """Deadline, extension and closing."""
    blocks = section(record("tanpa_penawaran"), "Pemasukan")

    assert [row[2] for row in rows(blocks)[:3]] == [
        "12 Mei 2022 pukul 09.00 WIB",
        "14 Mei 2022 pukul 09.00 WIB",
        "–",
    ]


def test_prices_stand_as_bid_corrected_and_final():
    """examples/a-satu-file: (100 x 9.500.000 + 20 x 4.500.000) x 1,11 = 1.154.400.000 for p2."""
    found = {row[0]: row[1:] for row in rows(section(record("diusulkan"), "Harga")) if len(row) > 3}

    assert found["CV p2 Contoh"] == [
        "Rp1.048.950.000,00",
        "Rp1.154.400.000,00",
        "Rp1.154.400.000,00",
        "94,5455%",
    ]
    assert found["CV p1 Contoh"][:2] == ["Rp1.104.450.000,00"] * 2


def test_corrections_are_told_by_rule_and_line_only():
    """Which provision, on which line; the amounts would give unit prices away."""
    blocks = section(record("diusulkan"), "Harga")

    assert [
        "CV p2 Contoh",
        "Volume disamakan dengan Dokumen Pemilihan",
        "L1 Pekerjaan L1",
    ] in rows(blocks)
    assert "Tidak dikoreksi: CV p1 Contoh, CV p3 Contoh." in said(blocks)


def test_it_says_what_was_evaluated_by_which_clause_and_formula():
    """Unsur with the document's clause; formulas with the law's values."""
    found = rows(section(record("diusulkan"), "Metode"))

    assert [
        "Evaluasi administrasi",
        "Masa berlaku penawaran paling kurang 60 hari",
        "Dokumen Pemilihan LDP huruf B",
    ] in found
    assert ["Evaluasi teknis", "Peralatan utama", "Dokumen Pemilihan LDP huruf F.2"] in found
    formulas = {row[0]: row[1:] for row in found}
    # 100 percent of 1.221.000.000, and 80 percent of it.
    assert "Rp1.221.000.000,00" in formulas["Batas tertinggi penawaran"][0]
    assert "Rp976.800.000,00" in formulas["Evaluasi kewajaran harga"][0]
    assert "5% × nilai kontrak" in formulas["Jaminan pelaksanaan"][0]
    assert formulas["Penawaran yang dievaluasi"][0] == "seluruh penawaran yang masuk"
    assert "volume menurut Dokumen Pemilihan × harga satuan" in formulas["Koreksi aritmatik"][0]


def test_each_stage_is_counted_and_each_fall_has_its_reason_citation_and_clause():
    """Jumlah peserta lulus dan tidak lulus pada setiap tahapan."""
    made = minutes(evaluated(given(assessments=failed(TEKNIS, "p2", note="Diminta A; yang ada B"))))
    found = rows(section(made, "Hasil Evaluasi"))

    assert ["Evaluasi teknis", "3", "2", "1", "0", "0"] in found
    assert ["Evaluasi harga", "2", "2", "0", "0", "0"] in found
    assert [
        "CV p2 Contoh",
        "Gugur",
        "Tidak memenuhi Peralatan utama (LDP huruf F.2): Diminta A; yang ada B.",
        "Dokumen Pemilihan LDP huruf F.2; Perpres 16/2018 Pasal 39 ayat (4)",
    ] in found


def test_who_is_lawfully_left_alone_has_reason_and_basis():
    """Outside the lowest: tidak dievaluasi, by the document's clause."""
    found = rows(section(record("tiga_terendah"), "Hasil Evaluasi"))

    assert ["Penawaran yang dievaluasi", "1", "1", "0", "0", "2"] in found
    assert [
        "CV p2 Contoh",
        "Tidak dievaluasi",
        "Tidak termasuk 1 penawaran terendah setelah koreksi aritmatik.",
        "Dokumen Pemilihan LDP huruf E",
    ] in found


def test_clarifications_are_told_in_order_of_time():
    """Date, bidder, question and answer."""
    asked = [
        Clarification(at(18), "p2", TEKNIS, "Kedua?", "Ya"),
        Clarification(at(17), "p1", TEKNIS, "Pertama?", "Tidak"),
    ]
    found = rows(section(minutes(evaluated(given(events=asked))), "Klarifikasi"))

    assert found == [
        ["17 Mei 2022", "CV p1 Contoh", "Evaluasi teknis", "Pertama?", "Tidak"],
        ["18 Mei 2022", "CV p2 Contoh", "Evaluasi teknis", "Kedua?", "Ya"],
    ]


def test_the_order_says_what_it_is_by_and_how_a_tie_was_settled():
    """Equal prices are settled by the Pokja, whose reason stands in the record."""
    tie = [offer("p1"), offer("p2")]
    decision = RankingDecision(at(19), ("m1", "m2"), ("p2", "p1"), "kemampuan teknis")
    blocks = section(minutes(evaluated(given(*tie, events=[decision]))), "Urutan")

    assert [row[:2] for row in rows(blocks)] == [["1", "CV p2 Contoh"], ["2", "CV p1 Contoh"]]
    assert "CV p2 Contoh, CV p1 Contoh. Alasan: kemampuan teknis" in said(blocks)


def test_the_winner_stands_with_figures_words_and_bond():
    """5 percent of 1.104.450.000 is 55.222.500 (Perpres 16/2018 Pasal 33 ayat (3) huruf a)."""
    winner = section(record("diusulkan"), "Calon Pemenang")
    first = next(dict(block["items"]) for block in winner if block["kind"] == "daftar")

    assert first["Nama peserta"] == "CV p1 Contoh"
    assert first["Harga akhir"] == (
        "Rp1.104.450.000,00 (satu miliar seratus empat juta empat ratus lima puluh ribu rupiah)"
    )
    assert first["Jaminan pelaksanaan"].startswith(
        "Rp55.222.500,00 (lima puluh lima juta dua ratus dua puluh dua ribu lima ratus rupiah)"
    )
    assert [block["text"] for block in winner if block["kind"] == "subjudul"] == [
        "Calon Pemenang",
        "Calon Pemenang Cadangan 1",
        "Calon Pemenang Cadangan 2",
    ]
    assert "Pemenang ditetapkan oleh Pokja Pemilihan" in said(winner)


def test_below_the_threshold_no_bond_is_asked():
    """A contract of Rp200 juta needs none (Pasal 33 ayat (1): above it)."""
    small = given(offer("p1", "200000000"), hps=hps("210000000", lines=None))
    winner = items(section(minutes(evaluated(small)), "Calon Pemenang"))

    assert winner["Jaminan pelaksanaan"].startswith("tidak diperlukan")


def test_above_the_budget_ceiling_the_pa_determines():
    """Pagu above Rp100 miliar."""
    assert "ditetapkan oleh Pengguna Anggaran" in said(section(record("pagu_besar"), "Calon"))


@pytest.mark.parametrize("name", FAILED)
def test_a_failure_states_ground_declarer_time_and_what_follows(name):
    """Pernyataan gagal, and that a repeat is due."""
    letter, effective, follow_up = FAILED[name]
    blocks = section(record(name), "Pernyataan Tender Gagal")
    found = items(blocks)

    assert f"Pasal 51 ayat (2) huruf {letter}" in found["Dasar"]
    assert labels.GROUNDS[f"{GROUND}{letter}"] in said(blocks)
    assert (found["Dinyatakan oleh"], found["Berlaku"]) == ("Pokja Pemilihan", effective)
    assert found["Tindak lanjut"].startswith(follow_up)
    assert f"melakukan {follow_up}" in said(blocks)
    declared = OUTCOMES[name].state == "ditetapkan"
    assert ("memenuhi keadaan untuk dinyatakan gagal" in said(blocks)) is not declared


def test_what_is_awaited_stands_with_whose_word_it_is():
    """Stage, bidder, what, and from whom."""
    assert rows(section(record("menunggu_penilaian"), "Hal yang"))[0] == [
        "Evaluasi teknis",
        "CV p1 Contoh",
        "penilaian anggota Pokja Pemilihan: Peralatan utama",
        "Anggota 1, Anggota 2, Anggota 3",
    ]
    assert rows(section(record("di_bawah_80"), "Hal yang"))[0][2] == (
        "penilaian anggota Pokja Pemilihan: kewajaran harga"
    )
    assert rows(section(record("tanpa_perpanjangan"), "Hal yang"))[0][3] == "Pokja Pemilihan"


def test_the_acts_of_people_stand_in_it():
    """The determination with number, date and names."""
    act = (
        "Penetapan pemenang Nomor BA-1/2022 oleh Pokja Pemilihan; pemenang: CV p1 Contoh; "
        "pemenang cadangan: CV p2 Contoh, CV p3 Contoh"
    )
    found = rows(section(record("ditetapkan"), "Penetapan"))

    assert found == [["20 Mei 2022 pukul 09.00 WIB", act]]


@pytest.mark.parametrize(("members", "least"), [(3, 2), (5, 3), (7, 4)])
def test_half_of_the_members_must_sign_at_least(members, least):
    """Paling kurang seperdua: of three two, of five three (Perka LKPP 14/2012 hal. III-253)."""
    blocks = section(minutes(evaluated(given(members=members))), "Penutup")

    assert f"paling kurang oleh {least} dari {members} anggota" in said(blocks)
    assert "Perka LKPP 14/2012" in said(blocks)
    assert len(blocks[-1]["lines"]) == members


def test_the_chair_signs_first_and_every_nip_is_printed():
    """The order of members carries no meaning; roles do."""
    evaluation = OUTCOMES["diusulkan"]
    panel = (
        PokjaMember("m1", "Dewi", "198001", None),
        PokjaMember("m2", "Bagus", "197902", "ketua"),
        PokjaMember("m3", "Siti", None, "sekretaris"),
    )
    pokja = evolve(evaluation.package.pokja, members=panel)
    package = evolve(evaluation.package, pokja=pokja)
    lines = section(minutes(evolve(evaluation, package=package)), "Penutup")[-1]["lines"]

    assert [(line["name"], line["role"]) for line in lines] == [
        ("Bagus", "Ketua"),
        ("Siti", "Sekretaris"),
        ("Dewi", "Anggota"),
    ]
    assert [line["nip"] for line in lines] == ["197902", "." * 20, "198001"]


def test_it_is_secret_until_the_announcement():
    """Rahasia sampai dengan pengumuman pemenang."""
    assert "rahasia sampai dengan pengumuman pemenang" in said(
        section(record("ditetapkan"), "Keterangan")
    )


@pytest.mark.parametrize(
    ("rate", "variant", "formula"),
    [
        (None, None, "PPN menurut tarif Dokumen Pemilihan (11%)"),
        (Decimal(0), None, "PPN menurut tarif setiap baris dalam Dokumen Pemilihan"),
        (None, "penawaran", "PPN menurut tarif penawaran"),
    ],
)
def test_the_formula_says_whose_vat_rate_is_taken(rate, variant, formula):
    """By the document, by its lines, or by the bid where the document chose that reading."""
    own = [DocumentValue("correction.vat_rate", variant, "IKP 29", "pilihan")] if variant else []
    owner = hps(lines=(hps_line(vat_percent=rate), hps_line("L2", "20", "5000000")))
    tender = given(offer("p1"), hps=owner, regulation=Regulation(values=tuple(own)))
    found = rows(section(minutes(evaluated(tender)), "Metode"))

    assert formula in {row[0]: row[1] for row in found}["Koreksi aritmatik"]


@pytest.mark.parametrize(
    ("contract", "formula"),
    [
        (Contract.HARGA_SATUAN, "volume menurut Dokumen Pemilihan × harga satuan penawaran"),
        (Contract.GABUNGAN, "bagian lumsum sebagaimana ditawarkan"),
        (Contract.LUMSUM, "tanpa mengubah total"),
        (Contract.TERIMA_JADI, "tanpa mengubah total"),
    ],
)
def test_the_formula_of_the_correction_follows_the_contract(contract, formula):
    """Products are computed where unit prices bind; a lumsum total is left alone."""
    found = rows(section(minutes(evaluated(given(offer("p1"), contract=contract))), "Metode"))
    said_of_correction = {row[0]: row[1] for row in found}["Koreksi aritmatik"]

    assert formula in said_of_correction
    assert said_of_correction.endswith("tanpa pembulatan")


def test_rounding_is_told_where_the_document_asks_it():
    """None by default."""
    asks = {StageId.KOREKSI_ARITMATIK: Requirements(rounding=Rounding.RUPIAH)}
    found = rows(section(minutes(evaluated(given(asks=asks))), "Metode"))

    assert any("dibulatkan ke rupiah terdekat" in row[1] for row in found)


def test_the_sizes_of_business_stand_from_small_to_large():
    """Whatever their order in the package."""
    sizes = (BusinessSize.KOPERASI, BusinessSize.KECIL, BusinessSize.MIKRO)
    asks = {StageId.EVALUASI_KUALIFIKASI: Requirements(business_size=sizes)}
    found = rows(section(minutes(evaluated(given(asks=asks))), "Metode"))

    assert "Kualifikasi usaha: usaha mikro, usaha kecil, koperasi" in [row[1] for row in found]
