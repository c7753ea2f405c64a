"""What a record must hold: Perka LKPP 14/2012 halaman III-253, a to i."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_engine.events import Clarification, RankingDecision
from tender_engine.model import (
    Addendum,
    Document,
    DocumentValue,
    Evidence,
    Member,
    Regulation,
    Requirements,
)
from tender_engine.terms import (
    Binding,
    BusinessSize,
    Contract,
    CorrectedBy,
    Part,
    Rounding,
    StageId,
)
from tender_rules.stages.administration import Bond
from tender_rules.stages.opening import Statement
from tests.builders import (
    ADMINISTRASI,
    TEKNIS,
    at,
    bidder,
    demands,
    evaluated,
    failed,
    hps,
    hps_line,
    line,
    priced,
)
from tests.desk.documents.data import given, items, offer, outcomes, rows, said, section, silent

OUTCOMES = outcomes()


def record(name):
    """The record of one of the outcomes."""
    return paper(OUTCOMES[name], BAHP)


def test_it_names_the_tender_its_document_and_the_panel():
    """The announcement, the document with addenda in order, and the decree."""
    document = Document(
        "027/01",
        dt.date(2022, 5, 2),
        (Addendum("2", dt.date(2022, 5, 6), "Jadwal"), Addendum("1", dt.date(2022, 5, 4))),
    )
    made = paper(
        evaluated(given(document=document, funding="APBD", fiscal_year="2022", round=2)), BAHP
    )
    basis = section(made, "Dasar")[0]["items"]
    data = items(section(made, "Data Tender"))

    assert data["Tanggal pengumuman"] == "Senin, 2 Mei 2022"
    assert [v for k, v in basis if k.startswith("Adendum")] == [
        "Nomor 1 tanggal Rabu, 4 Mei 2022",
        "Nomor 2 tanggal Jumat, 6 Mei 2022: Jadwal",
    ]
    assert ["Dokumen Pemilihan", "Nomor 027/01 tanggal Senin, 2 Mei 2022"] in basis
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
    made = paper(evaluated(given(regulation=Regulation(overlays=("pasuruan-2022",)))), BAHP)
    basis = items(section(made, "Dasar"))

    assert basis["Ketentuan"].startswith("Peraturan Presiden Nomor 16 Tahun 2018 sebagaimana")
    assert "Standar Pelayanan Kabupaten Pasuruan 2022" in basis["Standar setempat"]
    assert "Perpres 16/2018" not in basis["Ketentuan lain yang dirujuk"]


def test_it_says_how_a_local_standard_was_read():
    """Butir 4, 7, 10 and 13 of the standard beside Peraturan LKPP 12/2021 and Pasal 51."""
    local = Regulation(overlays=("pasuruan-2022",))
    read = said(section(paper(evaluated(given(regulation=local)), BAHP), "Dasar"))

    assert "butir 4, 7, 10, dan 13 (“pemilihan dinyatakan gagal”) dibaca bersama Peraturan" in read
    assert "LKPP 12/2021 Lampiran II angka 4.2.14 huruf a: apabila tidak ada peserta yang" in read
    assert "pernyataan gagal berlaku setelah masa sanggah berakhir." in read
    assert "“Evaluasi teknis” dua kali; sesuai uraian butir 5 sampai dengan 8, dibaca" in read
    assert "penawaran harga di atas HPS, mengikuti Perpres 16/2018 Pasal 51 ayat (2)." in read
    assert "Pasuruan" not in said(section(record("diusulkan"), "Dasar"))


def test_it_counts_who_registered_and_who_handed_in():
    """Both counts and every name, the members of a KSO with their shares."""
    members = (
        Member("k2", "CV Kedua", share_percent=Decimal(40)),
        Member("k1", "PT Pertama", share_percent=Decimal(60), lead=True),
    )
    facts = {StageId.EVALUASI_ADMINISTRASI: {"bid_validity_days": 60, "kso_agreement": True}}
    kso = bidder("p1", members=members, facts=facts)
    made = paper(evaluated(given(kso, offer("p2"), *silent("p3"))), BAHP)
    blocks = section(made, "Pemasukan")

    assert "mendaftar berjumlah 3; peserta yang menyampaikan dokumen penawaran berjumlah 2" in said(
        blocks
    )
    names = [row[1:] for row in rows(blocks)]
    assert names[0] == [
        "CV p1 Contoh, KSO: PT Pertama (leadfirm, 60%); CV Kedua (40%)",
        "Kamis, 12 Mei 2022 pukul 09.00 WIB",
    ]
    assert names[2] == ["CV p3 Contoh", "tidak menyampaikan dokumen penawaran"]


def test_it_tells_the_deadlines_in_order():
    """Deadline, extension and closing."""
    blocks = section(record("tanpa_penawaran"), "Pemasukan")

    assert [row[2] for row in rows(blocks)[:3]] == [
        "Kamis, 12 Mei 2022 pukul 09.00 WIB",
        "Sabtu, 14 Mei 2022 pukul 09.00 WIB",
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
    made = paper(
        evaluated(given(assessments=failed(TEKNIS, "p2", note="Diminta A; yang ada B"))), BAHP
    )
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


def test_an_extra_line_stands_with_what_the_bidder_calls_it():
    """As a line of the HPS stands with its description; each bidder's own words are its own."""
    named = priced("1105560000", line("L1"), line("L2", "20", "4750000"), extra("Pagar | depan"))
    other = priced("1105560000", line("L1"), line("L2", "20", "4750000"), extra("Papan nama"))
    bids = [offer("p1", price=named), offer("p2", price=other)]
    made = paper(evaluated(given(*bids)), BAHP)
    title = "Jenis pekerjaan di luar Dokumen Pemilihan dikeluarkan"

    assert [row for row in rows(section(made, "Harga")) if row[1] == title] == [
        ["CV p1 Contoh", title, "X1 Pagar | depan"],
        ["CV p2 Contoh", title, "X1 Papan nama"],
    ]
    assert "X1 Pagar \\| depan" in markdown(made)
    sheet = section(paper(evaluated(given(*bids)), WORKING_PAPER), "Lembar Koreksi")
    assert "X1 Papan nama" in [row[0] for row in rows(sheet)]


def extra(description):
    """A line that the document does not have."""
    return line("X1", "1", "1000000", extra=True, description=description)


@pytest.mark.parametrize("contract", [Contract.LUMSUM, Contract.PUTAR_KUNCI])
def test_a_lumsum_price_that_nothing_changed_is_not_corrected(contract):
    """Only a bid with a changed cell stands in the table: p2 by the volume of its breakdown."""
    blocks = section(paper(evaluated(given(contract=contract)), BAHP), "Harga")

    corrected = [row for row in rows(blocks) if len(row) == 3]
    assert corrected == [
        ["CV p2 Contoh", "Lumsum: total yang ditawarkan mengikat", "L1 Pekerjaan L1"]
    ]
    assert "Tidak dikoreksi: CV p1 Contoh, CV p3 Contoh." in said(blocks)


def test_where_nothing_is_corrected_the_bids_are_named():
    """And whose price is not known yet stands apart from them."""
    blocks = section(paper(evaluated(given(offer("p1"), offer("p2", price=None))), BAHP), "Harga")

    assert not [row for row in rows(blocks) if len(row) == 3]
    assert "Tidak dikoreksi: CV p1 Contoh." in said(blocks)
    assert "Koreksi aritmatik belum dapat diselesaikan: CV p2 Contoh." in said(blocks)


def test_two_totals_that_differ_are_told_though_nothing_is_corrected():
    """The total of the letter binds where the document says so; that is no correction."""
    two = priced("1100000000", line(), line("L2", "20", "4750000"), schedule_total=Decimal(9))
    asks = {StageId.KOREKSI_ARITMATIK: Requirements(binding=Binding.SURAT_PENAWARAN)}
    tender = given(offer("p1", price=two), contract=Contract.LUMSUM, asks=asks)
    blocks = section(paper(evaluated(tender), BAHP), "Harga")

    assert "Tidak dikoreksi: CV p1 Contoh." in said(blocks)
    told = "Dua total yang dinyatakan berbeda. Total pada surat penawaran yang mengikat."
    assert f"CV p1 Contoh: {told}" in said(blocks)


def test_the_rates_of_lines_are_told_beside_the_general_one():
    """Each rate once, in order; a line that repeats the general rate has none of its own."""
    rates = [Decimal(12), Decimal(0), Decimal(11), Decimal(0), None]
    lines = tuple(hps_line(f"L{n}", vat_percent=rate) for n, rate in enumerate(rates, 1))
    made = paper(evaluated(given(offer("p1"), hps=hps(lines=lines))), BAHP)

    assert items(section(made, "Data Tender"))["Tarif PPN"] == (
        "11%, kecuali baris dengan tarif tersendiri (0%, 12%)"
    )
    assert items(section(record("diusulkan"), "Data Tender"))["Tarif PPN"] == "11%"


def test_clarifications_are_told_in_order_of_time():
    """Date, bidder, question, answer and where it can be looked up."""
    evidence = (Evidence("BAKlarifikasi.pdf", "2"), Evidence("foto.jpg"))
    asked = [
        Clarification(at(18), "p2", TEKNIS, "Kedua?", "Ya"),
        Clarification(at(17), "p1", TEKNIS, "Pertama?", "Tidak", evidence),
    ]
    found = rows(section(paper(evaluated(given(events=asked)), BAHP), "Klarifikasi"))
    looked_up = "BAKlarifikasi.pdf halaman 2; foto.jpg"

    assert found == [
        [
            "Selasa, 17 Mei 2022",
            "CV p1 Contoh",
            "Evaluasi teknis",
            "Pertama?",
            "Tidak",
            looked_up,
        ],
        ["Rabu, 18 Mei 2022", "CV p2 Contoh", "Evaluasi teknis", "Kedua?", "Ya", "–"],
    ]


def test_until_when_the_bid_bond_must_hold_stands_with_its_day():
    """1 July 2022 was a Friday."""
    asks = {ADMINISTRASI: demands(bid_bond=Bond(Decimal(1000), dt.date(2022, 7, 1)))}
    found = rows(section(paper(evaluated(given(asks=asks)), BAHP), "Metode"))

    words = "Jaminan penawaran paling sedikit Rp1.000,00, berlaku paling kurang sampai Jumat, "
    assert f"{words}1 Juli 2022" in [row[1] for row in found]


def test_the_order_says_what_it_is_by_and_how_a_tie_was_settled():
    """Equal prices are settled by the Pokja, whose reason stands in the record."""
    tie = [offer("p1"), offer("p2")]
    decision = RankingDecision(at(19), ("m1", "m2"), ("p2", "p1"), "kemampuan teknis")
    blocks = section(paper(evaluated(given(*tie, events=[decision])), BAHP), "Urutan")

    assert [row[:2] for row in rows(blocks)] == [["1", "CV p2 Contoh"], ["2", "CV p1 Contoh"]]
    assert said(blocks).endswith(
        "Pokja Pemilihan pada Kamis, 19 Mei 2022 pukul 09.00 WIB: CV p2 Contoh, CV p1 Contoh. "
        "Alasan: kemampuan teknis."
    )
    assert "Anggota" not in said(blocks)


def test_of_two_decisions_on_one_tie_only_the_last_is_told():
    """The one before it decided nothing."""
    tie = [offer("p1"), offer("p2")]
    decisions = [
        RankingDecision(at(19), ("m1", "m2"), ("p2", "p1"), "keliru."),
        RankingDecision(at(20), ("m1", "m2"), ("p1", "p2"), "kemampuan teknis."),
    ]
    blocks = section(paper(evaluated(given(*tie, events=decisions)), BAHP), "Urutan")

    assert "Alasan: kemampuan teknis." in said(blocks)
    assert "kemampuan teknis.." not in said(blocks)
    assert "keliru" not in said(blocks)


@pytest.mark.parametrize(
    ("rate", "variant", "formula"),
    [
        (None, None, "PPN menurut tarif Dokumen Pemilihan, yaitu 11%; "),
        (
            Decimal(0),
            None,
            "Dokumen Pemilihan, yaitu 11%, kecuali baris dengan tarif tersendiri (0%); ",
        ),
        (None, "penawaran", "PPN menurut tarif penawaran"),
    ],
)
def test_the_formula_says_whose_vat_rate_is_taken(rate, variant, formula):
    """By the document, by its lines, or by the bid where the document chose that reading."""
    own = [DocumentValue("correction.vat_rate", variant, "IKP 29", "pilihan")] if variant else []
    owner = hps(lines=(hps_line(vat_percent=rate), hps_line("L2", "20", "5000000")))
    tender = given(offer("p1"), hps=owner, regulation=Regulation(values=tuple(own)))
    found = rows(section(paper(evaluated(tender), BAHP), "Metode"))

    assert formula in {row[0]: row[1] for row in found}["Koreksi aritmatik"]


@pytest.mark.parametrize(
    ("contract", "formula"),
    [
        (Contract.HARGA_SATUAN, "volume menurut Dokumen Pemilihan × harga satuan penawaran"),
        (Contract.GABUNGAN, "bagian lumsum sebagaimana ditawarkan"),
        (Contract.LUMSUM, "tanpa mengubah total"),
        (Contract.PUTAR_KUNCI, "tanpa mengubah total"),
    ],
)
def test_the_formula_of_the_correction_follows_the_contract(contract, formula):
    """Products are computed where unit prices bind; a lumsum total is left alone."""
    part = Part.LUMSUM if contract is Contract.GABUNGAN else None
    terms = {"contract": contract, "hps": hps(lines=(hps_line(part=part),))}
    found = rows(section(paper(evaluated(given(offer("p1"), **terms)), BAHP), "Metode"))
    said_of_correction = {row[0]: row[1] for row in found}["Koreksi aritmatik"]

    assert formula in said_of_correction
    assert said_of_correction.endswith("tanpa pembulatan")


def test_rounding_is_told_where_the_document_asks_it():
    """None by default."""
    asks = {StageId.KOREKSI_ARITMATIK: Requirements(rounding=Rounding.RUPIAH)}
    found = rows(section(paper(evaluated(given(asks=asks)), BAHP), "Metode"))

    assert any("dibulatkan ke rupiah terdekat" in row[1] for row in found)


def test_the_sizes_of_business_stand_from_small_to_large():
    """Whatever their order in the package."""
    sizes = (BusinessSize.KOPERASI, BusinessSize.KECIL, BusinessSize.MIKRO)
    asks = {StageId.EVALUASI_KUALIFIKASI: demands(business_size=sizes)}
    found = rows(section(paper(evaluated(given(asks=asks)), BAHP), "Metode"))

    assert "Kualifikasi usaha: usaha mikro, usaha kecil, koperasi" in [row[1] for row in found]


@pytest.mark.parametrize(
    ("contract", "day", "basis"),
    [
        (Contract.LUMSUM, "2022-05-02", "; Perpres 16/2018 Pasal 27"),
        (Contract.HARGA_SATUAN, "2022-05-02", ""),
        # The guide in which its formula was read ended with 2018, whether or not it changed a bid.
        (Contract.HARGA_SATUAN, "2018-12-31", "; Perka LKPP 14/2012"),
        (Contract.HARGA_SATUAN, "2019-01-01", ""),
    ],
)
def test_what_the_correction_rests_on_is_named_as_it_can_be_looked_up(contract, day, basis):
    """A regulation with its article, and the tender's document by its number."""
    made = given(contract=contract, announced_on=dt.date.fromisoformat(day))
    found = rows(section(paper(evaluated(made), BAHP), "Metode"))
    by_name = {row[0]: row[2] for row in found}

    assert by_name["Koreksi aritmatik"] == f"Dokumen Pemilihan Nomor 027/01{basis}"
    assert by_name["Penawaran yang dievaluasi"] == "Dokumen Pemilihan Nomor 027/01"


def test_a_total_that_spse_has_otherwise_is_told_with_one_name():
    """The sentence stands after the name of the bidder."""
    two = priced("1100000000", line(), line("L2", "20", "4750000"), corrected_total=Decimal(9),
                 corrected_by=CorrectedBy.SPSE)  # fmt: skip
    told = said(section(paper(evaluated(given(offer("p1", price=two))), BAHP), "Keterangan"))

    assert "CV p1 Contoh: Total terkoreksi berbeda: menurut SPSE Rp9,00" in told


@pytest.mark.parametrize(("last", "formulas"), [(False, False), (True, True)])
def test_a_record_of_files_that_nobody_could_open_has_no_formulas(last, formulas):
    """Nothing was computed; one file that opened is enough for all of them."""
    stated = Statement("027/LPSE", dt.date(2022, 5, 13))
    bids = [
        bidder(name, facts={StageId.PEMBUKAAN: {"readable": readable, "lpse_statement": stated}})
        for name, readable in (("p1", False), ("p2", last))
    ]
    made = paper(evaluated(given(*bids)), BAHP)
    title = next(part.title for part in made.sections if part.title.startswith("Metode"))

    assert title.endswith("dan Rumus") is formulas
    assert ("harga terkoreksi = " in str(made.sections)) is formulas
    assert ("Rumus yang dipergunakan" in str(made.sections)) is formulas


def test_a_draft_speaks_of_no_marks_that_it_does_not_have():
    """Of the text of 30 April 2025 it says that most was not read, and that is all."""
    made = paper(evaluated(given(announced_on=dt.date(2025, 4, 30))), BAHP)

    assert "aturan pelaksanaannya belum dibaca; nilai yang dipakai" in str(made.annex)
    assert "ditandai" not in str(made.annex)
