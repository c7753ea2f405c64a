"""Scores, formulas, envelopes and order: what a record tells of two files and scored methods."""

import pytest
from attrs import evolve

from tender_desk.documents.papers import BAHP, paper
from tender_engine.events import RankingDecision
from tender_engine.terms import Method
from tests.builders import TEKNIS, at, evaluated
from tests.desk.documents.data import items, rows, said, section
from tests.desk.documents.kinds import KINDS, consulted, packages, record
from tests.happenings import price_opening
from tests.procurements import score


def test_means_weights_and_thresholds_stand_by_participant_and_criterion():
    """p3: 40 x 55 / 100 = 22, under its threshold of 60, and 60 x 90 / 100 = 54."""
    found = rows(section(record("sistem_nilai"), "Nilai Teknis"))

    assert [row for row in found if row[0] == "CV p3 Contoh"] == [
        ["CV p3 Contoh", "mutu a", "55,00", "100", "40%", "22,00", "60"],
        ["CV p3 Contoh", "mutu b", "90,00", "100", "60%", "54,00", "–"],
        ["CV p3 Contoh", "76,00", "70", "Gugur"],
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
        ["CV p1 Contoh", "90,00", "54,00", "91,67", "36,67", "90,67"],
        ["CV p2 Contoh", "80,00", "48,00", "100,00", "40,00", "88,00"],
    ]


def test_a_score_that_a_member_has_not_given_leaves_the_mean_open():
    """It is awaited, and no mean of the others is told."""
    given = packages()["sistem_nilai"]
    others = tuple(e for e in given.assessments if (e.participant, e.criterion) != ("p1", "a"))
    one = score(TEKNIS, "p1", "88", "a", by="m1 m2")
    made = paper(evaluated(evolve(given, assessments=(*others, one), events=())), BAHP)
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
        ("sistem_nilai", "Nilai akhir", "90,67"),
        ("kualitas_biaya", "Nilai akhir", "88,67"),
        ("kualitas", "Nilai teknis", "90,00"),
        ("pagu_anggaran", "Nilai teknis", "80,00"),
        ("biaya_terendah", "Biaya penawaran terkoreksi", "Rp1.000.000.000,00"),
        ("pra_lalu_penawaran", "Harga penawaran terkoreksi", "Rp1.100.000.000,00"),
    ],
)
def test_the_order_says_by_what_it_is(name, basis, figure):
    """kualitas_biaya: 80 % of 90 and 20 % of 100 x 1.000 / 1.200. After a list no proof."""
    first = rows(section(record(name), "Urutan Peringkat"))[0]

    assert first[2:4] == [basis, figure]
    assert (len(first) == 5) == (name == "sistem_nilai")


def test_how_a_criterion_is_scored_stands_with_what_is_asked():
    """Its weight, its highest score, its threshold, and the unsur of a consultant's proposal."""
    merit = [row[1] for row in rows(section(record("sistem_nilai"), "Metode"))]
    alone = [row[1] for row in rows(section(record("perorangan"), "Metode"))]

    assert "mutu a (bobot 40%, nilai tertinggi 100, ambang batas 60)" in merit
    assert "Ambang batas nilai total 70" in merit
    assert "mutu tenaga_ahli (unsur tenaga ahli, bobot 60%, nilai tertinggi 100)" in alone


def test_winner_and_reserves_stand_with_their_scores_and_what_was_agreed():
    """p1 agreed to 1.150.000.000; the cost of p2 stays closed. No bond: Pasal 30 ayat (5)."""
    blocks = section(record("kualitas_sepakat"), "Pemenang")
    first, second, *_ = [dict(b["items"]) for b in blocks if b["kind"] == "daftar"]

    assert first["Nilai teknis"] == "90,00"
    assert first["Biaya terkoreksi"].startswith("Rp1.200.000.000,00 (satu miliar dua ratus juta")
    assert first["Hasil negosiasi"] == first["Biaya akhir"]
    assert first["Biaya akhir"].startswith("Rp1.150.000.000,00")
    assert first["Jaminan pelaksanaan"] == (
        "tidak diperlukan, menurut Perpres 16/2018 Pasal 30 ayat (5)"
    )
    assert second == {
        "Nama peserta": "CV p2 Contoh",
        "Nilai teknis": "80,00",
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
    waiting = section(paper(evaluated(tied), BAHP), "Hal yang")
    settled = paper(evaluated(evolve(tied, events=(*tied.events, event, price_opening()))), BAHP)

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
    made = paper(evaluated(tied), BAHP)

    assert "diurutkan dengan keputusan" not in said(section(made, "Urutan"))


def test_the_individual_consultant_is_qualified_and_proven_with_the_bid():
    """Pascakualifikasi: the proof stands in the order."""
    made = record("perorangan")

    assert rows(section(made, "Urutan"))[0][-1] == "Lulus"
    assert items(section(made, "Data Seleksi"))["Metode pemilihan"] == "Seleksi, pascakualifikasi"
    assert Method.KUALITAS is KINDS["perorangan"].package.tender.method
