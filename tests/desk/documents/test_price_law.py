"""What a record tells of preference, low bids, auctions, talks, withdrawals and appeals."""

import re
from decimal import Decimal

import pytest

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, LETTER, WORKING_PAPER, paper
from tender_engine.clarified import (
    AnalysedLine,
    BasePrice,
    Coefficient,
    Component,
    FairnessAnalysis,
    Unbalanced,
)
from tender_engine.seals import Sealed
from tender_engine.terms import Category, ComponentKind, StageId, UnbalancedOutcome
from tender_rules.formulas import formulas_of
from tests.builders import HARGA, asked, bidder, evaluated, hps, hps_line, judged, line, priced
from tests.desk.documents.data import VALID, given, items, offer, rows, said, section, silent, texts
from tests.happenings import agreed, appeal, auction, award, gone, in_vain


def table(blocks, number):
    """The rows of one table among `blocks`, the first being 0."""
    return [block["rows"] for block in blocks if block["kind"] == "tabel"][number]


def computed(record):
    """Each formula of the record by what it computes."""
    return {row[0]: row[1] for row in table(section(record, "Metode Evaluasi"), 1)}


def goods(*bidders, rate="25", **more):
    """Goods with a preference of 25 percent; HPS 1.221.000.000."""
    asks = asked(HARGA, criteria=(), tkdn_preference=Decimal(rate))
    return given(*bidders, asks=asks, category=Category.BARANG, **more)


def preferred():
    """p1 900 million without TKDN that counts; p2 960 million with 40 percent: HEA 864 million.

    960.000.000 x (1 - 0,4 x 0,25) = 960.000.000 - 96.000.000 = 864.000.000; both are over 80
    percent of an HPS of 1.100.000.000, which is 880.000.000.
    """
    low = offer("p1", price=priced("900000000", tkdn_percent=Decimal("24.99")))
    high = offer("p2", price=priced("960000000", tkdn_percent=Decimal(40)))
    return goods(low, high, hps=hps("1100000000", lines=None))


def test_a_preference_is_told_with_tkdn_reduction_and_hea():
    """The order is by HEA, and the contract stays at the price that was bid."""
    record = paper(evaluated(preferred()), BAHP)

    assert table(section(record, "Harga Penawaran"), 1) == [
        ["CV p1 Contoh", "24,99%", "Rp900.000.000,00", "Rp0,00", "Rp900.000.000,00"],
        ["CV p2 Contoh", "40%", "Rp960.000.000,00", "Rp96.000.000,00", "Rp864.000.000,00"],
    ]
    assert [row[:4] for row in rows(section(record, "Urutan"))] == [
        ["1", "CV p2 Contoh", "Hasil Evaluasi Akhir (HEA)", "Rp864.000.000,00"],
        ["2", "CV p1 Contoh", "Hasil Evaluasi Akhir (HEA)", "Rp900.000.000,00"],
    ]
    winner = items(section(record, "Calon Pemenang"))
    assert winner["HEA (hanya untuk urutan)"] == "Rp864.000.000,00"
    assert winner["Harga akhir"].startswith("Rp960.000.000,00")
    assert computed(record)["Preferensi harga"].startswith("HEA = (1 − KP) × harga penawaran")
    assert computed(record)["Urutan peringkat"].startswith("dari HEA terendah ke tertinggi")


def test_the_formula_of_the_hea_has_its_numbers():
    """What explains a place can be worked again with a pocket calculator."""
    made = {f.label: f.text for f in formulas_of(evaluated(preferred()), "p2")}

    assert made == {
        "Hasil Evaluasi Akhir (HEA)": "(1 − 40% × 25%) × Rp960.000.000,00 = Rp864.000.000,00"
    }


def by_line():
    """Two lines: L1 100 x 9.000.000 with TKDN 40, L2 20 x 4.750.000 with TKDN 10."""
    lines = (
        line("L1", tkdn_percent=Decimal(40)),
        line("L2", "20", "4750000", tkdn_percent=Decimal(10)),
    )
    return goods(offer("p1", price=priced("1104450000", *lines)), offer("p2", "1150000000"))


def test_tkdn_by_line_stays_inside_with_what_each_line_costs():
    """L1 with PPN: 900.000.000 x 1,11 = 999.000.000, of which a tenth is 99.900.000."""
    evaluation = evaluated(by_line())
    told = table(section(paper(evaluation, BAHP), "Harga Penawaran"), 1)
    sheet = rows(section(paper(evaluation, WORKING_PAPER), "Penghitungan Preferensi"))

    assert told[0][1:4] == ["per baris", "Rp1.104.450.000,00", "Rp99.900.000,00"]
    assert sheet == [
        ["L1 Pekerjaan L1", "40%", "0,1", "Rp999.000.000,00", "Rp99.900.000,00"],
        ["L2 Pekerjaan L2", "10%", "0", "Rp105.450.000,00", "Rp0,00"],
    ]
    assert "999.000.000" not in texts(evaluation)


def analysed(**more):
    """One line, volume 1.000 at 690.000; wages 100.000, material, equipment 100.000; 5 % overhead.

    The material was offered at 400.000 and is 430.000 on the market: (100.000 + 430.000 + 100.000)
    x 1,05 x 1.000 = 661.500.000.
    """
    known = BasePrice(Decimal(100000), True)
    parts = (
        Component(
            "c", ComponentKind.ALAT, "Ekskavator", "jam", Coefficient(Decimal(1), True), known
        ),
        Component("b", ComponentKind.UPAH, "Pekerja", "OH", Coefficient(Decimal(1), True), known),
        Component(
            "a",
            ComponentKind.BAHAN,
            "Batu belah",
            "m3",
            Coefficient(Decimal("0.9"), False, Decimal(1)),
            BasePrice(Decimal(400000), False, Decimal(430000)),
        ),
    )
    found = AnalysedLine("L1", parts, Decimal(5), Decimal(10))
    facts = VALID | {HARGA: {"kewajaran_harga": Sealed(FairnessAnalysis((found,)))}}
    low = bidder("p1", price=priced("765900000", line("L1", "1000", "690000")), facts=facts)
    return given(low, hps=hps("999000000", lines=(hps_line("L1", "1000", "900000"),)), **more)


FAIR = judged(HARGA, "memenuhi", "p1", "kewajaran_harga", note="Harga batu terbukti di pasar")


def test_a_low_bid_that_was_found_fair_is_told_with_the_reason():
    """A reader who sees 76 percent asks how it could pass."""
    record = paper(evaluated(analysed(assessments=[FAIR])), BAHP)
    stages = section(record, "Hasil Evaluasi")

    assert ["CV p1 Contoh", "Harga batu terbukti di pasar."] in [row[:2] for row in rows(stages)]
    assert "dinilai wajar oleh Pokja Pemilihan" in said(stages)


def test_the_worksheet_goes_from_wages_to_equipment_and_says_whose_each_value_is():
    """What was offered stands beside what clarification settled."""
    made = paper(evaluated(analysed(assessments=[FAIR])), WORKING_PAPER)
    sheet = section(made, "Kertas Kerja Evaluasi Kewajaran")

    assert [(row[1], row[3], row[5], row[6]) for row in table(sheet, 0)] == [
        ("upah: Pekerja (OH)", "1 (penawaran)", "Rp100.000,00 (penawaran)", "Rp100.000,00"),
        ("bahan: Batu belah (m3)", "1 (disepakati)", "Rp430.000,00 (pasar)", "Rp430.000,00"),
        ("alat: Ekskavator (jam)", "1 (penawaran)", "Rp100.000,00 (penawaran)", "Rp100.000,00"),
    ]
    assert table(sheet, 1) == [
        ["L1 Pekerjaan L1", "1.000 m", "Rp690.000,00", "5%", "10%", "Rp661.500,00",
         "Rp661.500.000,00"],
    ]  # fmt: skip
    assert items(sheet) == {
        "Baris yang tidak dianalisis": "Rp0,00",
        "Jumlah hasil klarifikasi": "Rp661.500.000,00",
        "Harga penawaran tanpa PPN": "Rp690.000.000,00",
        "Usulan": "wajar",
    }


def test_the_analysis_stays_inside():
    """Unit prices, coefficients and that there was an analysis at all: in no public record."""
    public = texts(evaluated(analysed(assessments=[FAIR])))

    for inside in ("Batu belah", "430.000", "661.500", "Analisis kewajaran", "690.000,00"):
        assert inside not in public


def high(outcome=None):
    """L1 offered at 11.000.001, which is above 110 percent of 10.000.000; L2 at its estimate."""
    noted = Unbalanced("L1", UnbalancedOutcome(outcome), "satu pemasok") if outcome else None
    facts = VALID | ({HARGA: {"timpang": Sealed((noted,))}} if noted else {})
    price = priced("1100000111", line("L1", "100", "11000001"), line("L2", "20", "5000000"))
    return given(bidder("p1", price=price, facts=facts), hps=hps("1400000000"))


@pytest.mark.parametrize("outcome", [None, "timpang", "tidak_timpang"])
def test_nothing_of_an_unbalanced_price_is_public(outcome):
    """Neither the line, nor the share, nor the word, nor the text behind it."""
    public = re.sub("sha256:[0-9a-f]+", "", texts(evaluated(high(outcome))))

    for inside in ("timpang", "110", "11.000.001", "54/2010", "satu pemasok"):
        assert inside not in public.replace("1.100.000.111", "").replace("Rp1.110", "")


@pytest.mark.parametrize(
    ("outcome", "cells", "listed"),
    [
        (None, ["belum diklarifikasi", "–"], False),
        ("timpang", ["timpang", "satu pemasok"], True),
        ("tidak_timpang", ["tidak timpang", "satu pemasok"], False),
    ],
)
def test_the_working_paper_lists_them_and_those_for_the_contract(outcome, cells, listed):
    """11.000.001 / 10.000.000 is 110,00001 percent, shown with four decimals."""
    sheet = section(paper(evaluated(high(outcome)), WORKING_PAPER), "Daftar Harga Satuan")

    assert rows(sheet) == [
        ["L1 Pekerjaan L1", "100 m", "Rp10.000.000,00", "Rp11.000.001,00", "110%", *cells]
    ]
    assert ("Dilampirkan pada kontrak" in said(sheet)) is listed


def two(**more):
    """Two bids of 1.100 and 1.150 million under an HPS of 1.221 million."""
    return given(offer("p1", "1100000000"), offer("p2", "1150000000"), **more)


def test_a_decision_not_to_hold_an_auction_is_told():
    """With its reason, and without a table."""
    told = section(paper(evaluated(two(events=[auction(held=False)])), BAHP), "E-reverse Auction")

    assert "memutuskan tidak melaksanakan" in said(told)
    assert said(told).endswith("Alasan: dua penawaran.")


def test_an_auction_is_told_with_what_it_came_to():
    """p2 goes from second to first; shares are of the corrected totals and said to be."""
    record = paper(evaluated(two(events=[auction(p1="1090000000", p2="1080000000")])), BAHP)

    assert rows(section(record, "E-reverse Auction")) == [
        ["CV p1 Contoh", "Rp1.100.000.000,00", "Rp1.090.000.000,00"],
        ["CV p2 Contoh", "Rp1.150.000.000,00", "Rp1.080.000.000,00"],
    ]
    winner = items(section(record, "Calon Pemenang"))
    assert winner["Nama peserta"] == "CV p2 Contoh"
    assert winner["Harga terkoreksi terhadap nilai total HPS"] == "94,1851%"
    assert winner["Harga akhir terhadap nilai total HPS"] == "88,4521%"
    assert computed(record)["Evaluasi kewajaran harga"].startswith(
        "harga hasil reverse auction dinilai apabila kurang dari 80%"
    )
    assert computed(record)["Urutan peringkat"].startswith(
        "dari harga hasil reverse auction terendah ke tertinggi"
    )


def test_two_bids_may_be_auctioned_and_need_not_be():
    """What the law provides next, as a possibility."""
    record = paper(evaluated(two()), BAHP)

    assert "dapat melakukan penawaran harga secara berulang" in said(section(record, "Calon"))


@pytest.mark.parametrize(
    ("talks", "count"),
    [(agreed(total="1000000000", day=18), ["1", "1", "0"]), (in_vain(day=18), ["1", "0", "1"])],
)
def test_talks_of_a_tender_are_a_stage_of_its_record(talks, count):
    """Before the order and the winner, with their outcome."""
    record = paper(evaluated(given(offer("p1"), *silent("p2"), events=[talks])), BAHP)
    counts = {row[0]: row[1:4] for row in rows(section(record, "Hasil Evaluasi"))}

    assert counts["Klarifikasi dan negosiasi"] == count
    held = section(record, "Klarifikasi dan Negosiasi Teknis dan Harga")
    assert rows(held)[0][3] == "Rp1.100.000.000,00"


def test_who_left_when_it_was_to_be_determined_stands_in_the_record():
    """The next moved up, and a reader sees why."""
    left = gone("p1", StageId.PENETAPAN, False, day=19)
    evaluation = evaluated(given(events=[left, award("p2", "p3", day=20)]))
    record = paper(evaluation, BAHP)
    stages = section(record, "Hasil Evaluasi")

    assert [
        "CV p1 Contoh",
        "Mengundurkan diri",
        "Mengundurkan diri dengan alasan yang tidak dapat diterima.",
        "Perpres 16/2018 Pasal 78 ayat (1) huruf d; Perpres 16/2018 Pasal 78 ayat (5) huruf b",
    ] in rows(stages)
    assert "Daftar Hitam 1 tahun" not in texts(evaluation)
    letter = markdown(paper(evaluation, LETTER, "p1"))
    assert "CV p1 Contoh mengundurkan diri pada tahap penetapan pemenang." in letter
    told = rows(section(paper(evaluation, WORKING_PAPER), "Pemberitahuan"))
    assert any("Sanksi Daftar Hitam 1 tahun" in row[2] for row in told)


def test_an_appeal_stands_among_the_acts_with_its_bond():
    """1 percent of 1.221.000.000 is 12.210.000; a sen less is said to fall short."""
    record = paper(evaluated(given(events=[appeal(bond="12209999.99")])), BAHP)

    acts = [row[1] for row in rows(section(record, "Penetapan, Pengumuman"))]
    assert acts == [
        "Pengaduan dari CV p2 Contoh, disampaikan sebagai sanggah banding; jaminan: Rp12.209.999,99"
    ]
    assert "paling sedikit" not in said(section(record, "Keterangan Lain"))
    assert computed(record)["Jaminan sanggah banding"] == (
        "1% × nilai total HPS, yaitu Rp12.210.000,00"
    )
