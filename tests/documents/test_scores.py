"""Scores, formulas, envelopes and order: what a record tells of two files and scored methods."""

import pytest
from attrs import evolve

from tender.events import Confirmation, RankingDecision
from tender.model import HpsLine
from tender.terms import Contract, Method
from tender_rules.documents.bahp import minutes
from tests.builders import (
    TEKNIS,
    at,
    evaluated,
    hps,
    hps_line,
    price_opening,
    score,
)
from tests.documents.data import items, rows, said, section
from tests.documents.kinds import consulted, evaluations, packages

KINDS = evaluations()


def record(name):
    """The record of one of the packages."""
    return minutes(KINDS[name])


def formulas(name):
    """Each computation of a record with its formula and provision."""
    return {row[0]: row[1:] for row in rows(section(record(name), "Metode"))}


def closed(name):
    """What the section of prices says beside its tables."""
    return said(section(record(name), "Harga" if "SEL" not in record(name).title else "Biaya"))


def test_means_weights_and_thresholds_stand_by_participant_and_criterion():
    """p3: 40 x 55 / 100 = 22, under its threshold of 60, and 60 x 90 / 100 = 54."""
    found = rows(section(record("sistem_nilai"), "Nilai Teknis"))

    assert [row for row in found if row[0] == "CV p3 Contoh"] == [
        ["CV p3 Contoh", "mutu a", "55", "100", "40%", "22", "60"],
        ["CV p3 Contoh", "mutu b", "90", "100", "60%", "54", "–"],
        ["CV p3 Contoh", "76", "70", "Gugur"],
    ]


def test_both_scores_stand_under_their_weights_and_make_the_sum():
    """p1: 60 % of 90 and 40 % of 100 x 1.100 / 1.200 = 91,66..; p2, the lower: 100."""
    blocks = section(record("sistem_nilai"), "Nilai Teknis, Nilai Harga, dan Nilai Akhir")
    last = [block for block in blocks if block["kind"] == "tabel"][-1]

    assert last["headers"][1:] == [
        "Nilai teknis",
        "Nilai teknis × 60%",
        "Nilai harga",
        "Nilai harga × 40%",
        "Nilai akhir",
    ]
    assert last["rows"] == [
        ["CV p1 Contoh", "90", "54", "91,6666666667", "36,6666666667", "90,6666666667"],
        ["CV p2 Contoh", "80", "48", "100", "40", "88"],
    ]


def test_a_score_that_a_member_has_not_given_leaves_the_mean_open():
    """It is awaited, and no mean of the others is told."""
    given = packages()["sistem_nilai"]
    others = tuple(e for e in given.assessments if (e.participant, e.criterion) != ("p1", "a"))
    one = score(TEKNIS, "p1", "88", "a", by="m1 m2")
    made = minutes(evaluated(evolve(given, assessments=(*others, one), events=())))
    found = rows(section(made, "Nilai Teknis"))

    assert found[0] == [
        "CV p1 Contoh",
        "mutu a",
        "belum lengkap",
        "100",
        "40%",
        "belum lengkap",
        "60",
    ]
    assert ["CV p1 Contoh", "belum lengkap", "70", "Belum dinilai"] in found
    awaited = rows(section(made, "Hal yang"))
    assert awaited[0][2:] == ["nilai dari anggota Pokja Pemilihan: mutu a", "Anggota 3"]


def test_a_record_without_scores_has_no_section_of_them():
    """Sistem gugur, and a prakualifikasi of a Tender."""
    for name in ("dua_tahap", "daftar", "umur_ekonomis"):
        assert not [s for s in record(name).sections if s.title.startswith("Nilai")]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sistem_nilai", "Dokumen penawaran harga tidak dibuka: CV p3 Contoh."),
        ("dua_tahap", "Dokumen penawaran harga tidak dibuka: CV p2 Contoh."),
        ("kualitas", "Dokumen penawaran biaya tidak dibuka: CV p2 Contoh, CV p3 Contoh."),
        ("kualitas_gagal_pertama", "Dokumen penawaran biaya tidak dibuka: CV p3 Contoh."),
        ("pra_lalu_penawaran", "Dokumen penawaran harga tidak dibuka: CV p3 Contoh."),
    ],
)
def test_whose_envelope_stays_closed_is_said(name, words):
    """Who fell before, and in the method Kualitas whoever is not first."""
    assert words in closed(name)


def test_what_is_not_opened_yet_is_told_apart_from_what_never_is():
    """p3 fell at its criterion; the others wait for the opening."""
    assert closed("sistem_nilai_tersegel") == (
        "Belum ada dokumen penawaran harga yang dibuka. "
        "Dokumen penawaran harga tidak dibuka: CV p3 Contoh. "
        "Dokumen penawaran harga belum dibuka: CV p1 Contoh, CV p2 Contoh."
    )


@pytest.mark.parametrize("name", ["sistem_nilai", "pra_lalu_penawaran"])
def test_only_opened_prices_have_a_row(name):
    """p3 fell at the technical stage."""
    first = next(b for b in section(record(name), "Harga") if b["kind"] == "tabel")

    assert [row[0] for row in first["rows"]] == ["CV p1 Contoh", "CV p2 Contoh"]


def test_every_opening_of_prices_stands_with_its_time():
    """In the method Kualitas one opening a bidder."""
    found = rows(section(record("kualitas_gagal_pertama"), "Pemasukan"))

    assert [row[1] for row in found if row[0] == "Pembukaan dokumen penawaran biaya"] == [
        "Rabu, 18 Mei 2022 pukul 09.00 WIB",
        "Jumat, 27 Mei 2022 pukul 09.00 WIB",
    ]


def test_two_stages_tell_both_offers_and_the_equalization():
    """The revised offer has a column, a deadline and a stage of its own."""
    made = record("dua_tahap")
    blocks = section(made, "Pemasukan")
    table = [block for block in blocks if block["kind"] == "tabel"][-1]

    assert table["headers"][-1] == "Penyampaian penawaran tahap kedua"
    assert table["rows"][0][-1] == "Minggu, 15 Mei 2022 pukul 09.00 WIB"
    assert "Batas akhir pemasukan dokumen penawaran tahap kedua" in [row[0] for row in rows(blocks)]
    elements = [row[:2] for row in rows(section(made, "Metode"))]
    assert ["Penyetaraan teknis", "Penyetaraan teknis"] in elements


def test_the_costs_of_a_life_stand_with_their_sum():
    """p1: 1.200 + 10 + 10 - 100 million; p2: 1.100 + 30 + 10 - 5. The dearer one comes first."""
    found = rows(section(record("umur_ekonomis"), "Harga"))
    order = rows(section(record("umur_ekonomis"), "Urutan"))

    assert [row[-1] for row in found if len(row) == 6] == [
        "Rp1.120.000.000,00",
        "Rp1.135.000.000,00",
    ]
    assert [row[1:4] for row in order] == [
        ["CV p1 Contoh", "Biaya selama umur ekonomis", "Rp1.120.000.000,00"],
        ["CV p2 Contoh", "Biaya selama umur ekonomis", "Rp1.135.000.000,00"],
    ]


@pytest.mark.parametrize(
    ("name", "basis", "figure"),
    [
        ("sistem_nilai", "Nilai akhir", "90,6666666667"),
        ("kualitas_biaya", "Nilai akhir", "88,6666666667"),
        ("kualitas", "Nilai teknis", "90"),
        ("pagu_anggaran", "Nilai teknis", "80"),
        ("biaya_terendah", "Biaya penawaran terkoreksi", "Rp1.000.000.000,00"),
        ("pra_lalu_penawaran", "Harga penawaran terkoreksi", "Rp1.100.000.000,00"),
    ],
)
def test_the_order_says_by_what_it_is(name, basis, figure):
    """kualitas_biaya: 80 % of 90 and 20 % of 100 x 1.000 / 1.200. After a list no proof."""
    first = rows(section(record(name), "Urutan Peringkat"))[0]

    assert first[2:4] == [basis, figure]
    assert (len(first) == 5) == (name == "sistem_nilai")


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("sistem_nilai", "Pasal 39 ayat (2)"),
        ("umur_ekonomis", "Pasal 39 ayat (3)"),
        ("dua_tahap", "Pasal 39 ayat (4)"),
        ("kualitas_biaya", "Pasal 42 ayat (2)"),
        ("kualitas", "Pasal 42 ayat (3)"),
        ("pagu_anggaran", "Pasal 42 ayat (4)"),
        ("biaya_terendah", "Pasal 42 ayat (5)"),
    ],
)
def test_each_method_names_its_provision(name, article):
    """Perpres 16/2018 Pasal 39 for Tender and Pasal 42 for Seleksi."""
    assert formulas(name)["Urutan peringkat"][1].startswith(f"Perpres 16/2018 {article}")


def test_the_formulas_are_those_of_the_method():
    """Weights and thresholds of the document, the lowest price, and what a Seleksi has not."""
    merit, cost = formulas("sistem_nilai"), formulas("kualitas_biaya")

    assert merit["Nilai akhir"][0].startswith("60% × nilai teknis + 40% × nilai harga")
    assert cost["Nilai akhir"][0].startswith("80% × nilai teknis + 20% × nilai biaya")
    assert cost["Nilai biaya"][0].startswith("100 × biaya penawaran terkoreksi terendah di antara")
    assert cost["Nilai biaya"][1] == "Peraturan LKPP 9/2018 Lampiran angka 3.6.2"
    assert merit["Ambang batas nilai teknis"][0] == (
        "nilai teknis paling sedikit 70 dan rata-rata nilai setiap kriteria paling sedikit ambang "
        "batas kriteria itu"
    )
    assert formulas("pagu_anggaran")["Batas Pagu Anggaran"][0].endswith("Rp1.150.000.000,00")
    assert "Jaminan pelaksanaan" in merit
    assert not {"Jaminan pelaksanaan", "Batas tertinggi penawaran"} & cost.keys()
    assert cost["Batas hasil negosiasi"][0].endswith("Rp1.221.000.000,00")
    assert "Penawaran yang dievaluasi" not in merit


def test_a_formula_without_a_text_cites_the_document_once_it_is_confirmed():
    """A final record cites the tender's own clause."""
    param = "scores.price_formula_sistem_nilai"
    event = Confirmation(at(19), param, "terendah_dibagi_penawaran", "IKP 29.14")
    given = packages()["sistem_nilai"]
    told = minutes(evaluated(evolve(given, events=(*given.events, event))))
    found = {row[0]: row[2] for row in rows(section(told, "Metode")) if len(row) == 3}

    assert formulas("sistem_nilai")["Nilai harga"][1].startswith("teks ketentuan belum dibaca")
    assert found["Nilai harga"] == "Dokumen Pemilihan IKP 29.14"


def test_how_a_criterion_is_scored_stands_with_what_is_asked():
    """Its weight, its highest score, its threshold, and the unsur of a consultant's proposal."""
    merit = [row[1] for row in rows(section(record("sistem_nilai"), "Metode"))]
    alone = [row[1] for row in rows(section(record("perorangan"), "Metode"))]

    assert "mutu a (bobot 40%, nilai tertinggi 100, ambang batas 60)" in merit
    assert "Ambang batas nilai total 70" in merit
    assert "mutu tenaga_ahli (unsur tenaga ahli, bobot 60%, nilai tertinggi 100)" in alone


def test_months_are_a_second_quantity_where_time_is_paid():
    """Waktu penugasan: volume times orang-bulan."""
    given = packages()["kualitas_biaya"]
    line = evolve(hps_line(), person_months=given.tender.hps.lines[1].quantity)
    terms = {"contract": Contract.WAKTU_PENUGASAN, "hps": hps(lines=(line,))}
    made = minutes(evaluated(evolve(given, tender=evolve(given.tender, **terms))), internal=True)
    found = {row[0]: row[1] for row in rows(section(made, "Metode"))}

    assert isinstance(line, HpsLine)
    assert (
        "(volume × orang-bulan menurut Dokumen Pemilihan × harga satuan penawaran)"
        in found["Koreksi aritmatik"]
    )
    assert rows(section(made, "Rincian Harga Satuan"))[0][1] == "100 m × 20"


def test_winner_and_reserves_stand_with_their_scores_and_what_was_agreed():
    """p1 agreed to 1.150.000.000; the cost of p2 stays closed. No bond: Pasal 30 ayat (5)."""
    blocks = section(record("kualitas_sepakat"), "Pemenang")
    first, second, *_ = [dict(b["items"]) for b in blocks if b["kind"] == "daftar"]

    assert first["Nilai teknis"] == "90"
    assert first["Biaya terkoreksi"].startswith("Rp1.200.000.000,00 (satu miliar dua ratus juta")
    assert first["Hasil negosiasi"] == first["Biaya akhir"]
    assert first["Biaya akhir"].startswith("Rp1.150.000.000,00")
    assert first["Jaminan pelaksanaan"] == (
        "tidak diperlukan, menurut Perpres 16/2018 Pasal 30 ayat (5)"
    )
    assert second == {
        "Nama peserta": "CV p2 Contoh",
        "Nilai teknis": "80",
        "Biaya penawaran": "tidak dibuka",
    }


def test_talks_stand_in_the_record_one_after_the_other():
    """They fail with p1 and come to a price with p2."""
    blocks = section(record("kualitas_gagal_pertama"), "Klarifikasi dan Negosiasi")

    assert [row[1:] for row in rows(blocks)] == [
        ["CV p1 Contoh", "Tidak tercapai kesepakatan", "Rp1.200.000.000,00", "–"],
        ["CV p2 Contoh", "Tercapai kesepakatan", "Rp1.100.000.000,00", "Rp1.050.000.000,00"],
    ]
    assert "Negosiasi dengan CV p1 Contoh tidak mencapai kesepakatan" in said(blocks)


def test_talks_that_are_due_are_announced_and_a_tender_has_none():
    """After the masa sanggah (Pasal 50 ayat (3))."""
    due = "Setelah masa sanggah selesai, dilakukan klarifikasi dan negosiasi terhadap penawaran"

    assert "setelah masa sanggah selesai" in said(
        section(record("kualitas"), "Klarifikasi dan Negosiasi")
    )
    assert due in said(section(record("kualitas"), "Calon Pemenang"))
    assert due not in said(section(record("kualitas_sepakat"), "Pemenang"))
    assert not [s for s in record("sistem_nilai").sections if "Negosiasi" in s.title]


def test_equal_technical_scores_are_settled_as_such():
    """Not prices: they are closed."""
    tied = consulted(scores={"p1": 80, "p2": 80, "p3": 65})
    event = RankingDecision(at(17), ("m1", "m2"), ("p2", "p1"), "pengalaman sejenis")
    waiting = section(minutes(evaluated(tied)), "Hal yang")
    settled = minutes(evaluated(evolve(tied, events=(*tied.events, event, price_opening()))))

    assert rows(waiting)[0][2] == (
        "keputusan Pokja Pemilihan atas urutan penawaran yang sama nilai teknisnya"
    )
    assert "Penawaran dengan nilai teknis yang sama diurutkan dengan keputusan" in said(
        section(settled, "Urutan")
    )


def test_a_decision_on_the_list_is_no_matter_of_the_bids():
    """Two had equal qualification scores; their bids differ."""
    given = packages()["kualitas"]
    scores = tuple(
        evolve(e, score=e.score - 5) if (e.participant, str(e.score)) == ("p1", "80") else e
        for e in given.assessments
    )
    event = RankingDecision(at(8), ("m1", "m2"), ("p2", "p1"), "pengalaman sejenis")
    tied = evolve(given, assessments=scores, events=(*given.events, event))
    made = minutes(evaluated(tied))

    assert "diurutkan dengan keputusan" not in said(section(made, "Urutan"))


def test_the_individual_consultant_is_qualified_and_proven_with_the_bid():
    """Pascakualifikasi: the proof stands in the order."""
    made = record("perorangan")

    assert rows(section(made, "Urutan"))[0][-1] == "Lulus"
    assert items(section(made, "Data Seleksi"))["Metode pemilihan"] == "Seleksi, pascakualifikasi"
    assert Method.KUALITAS is KINDS["perorangan"].package.tender.method
