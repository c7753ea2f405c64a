"""The working paper: proof sheet, order, votes, values and where they come from."""

import datetime as dt

from attrs import evolve

from tender_desk.documents.papers import WORKING_PAPER, paper
from tender_engine.events import Announcement, RankingDecision
from tender_engine.terms import Subject
from tests.builders import ADMINISTRASI, TEKNIS, at, bidder, evaluated, judged, package
from tests.desk.documents.data import given, items, offer, outcomes, rows, section
from tests.desk.documents.kinds import KINDS, packages
from tests.happenings import award, deadline
from tests.procurements import score

OUTCOMES = outcomes()


def test_the_proof_sheet_shows_every_changed_cell_and_its_effect():
    """examples/a-satu-file, p2: volume 90 to 100 is + 105.450.000 with PPN."""
    sheet = section(paper(OUTCOMES["diusulkan"], WORKING_PAPER), "Lembar Koreksi")

    assert rows(sheet) == [
        [
            "L1 Pekerjaan L1",
            "volume",
            "90",
            "100",
            "correction.volume (Volume disamakan dengan Dokumen Pemilihan)",
            "+Rp105.450.000,00",
        ]
    ]
    assert items(sheet)["Total terkoreksi"] == "Rp1.154.400.000,00"


def test_it_shows_how_the_order_by_price_moved():
    """Stated, p2 comes first; corrected, p1 does."""
    moved = rows(section(paper(OUTCOMES["diusulkan"], WORKING_PAPER), "Pergeseran"))

    assert [(row[0], row[2], row[4], row[5]) for row in moved] == [
        ("CV p2 Contoh", "1", "2", "turun 1"),
        ("CV p1 Contoh", "2", "1", "naik 1"),
        ("CV p3 Contoh", "3", "3", "–"),
    ]


def test_the_calendar_says_until_when_how_counted_and_on_what():
    """Announced Friday 20 May 2022; the bid is valid 60 days from 12 May, and no text says so."""
    facts = {ADMINISTRASI: {"bid_validity_days": 60}}
    events = [deadline(), award(), Announcement(at(20, 10), Subject.PEMILIHAN)]
    made = evaluated(package(bidder(facts=facts), events=events))
    found = rows(section(paper(made, WORKING_PAPER), "Kalender"))

    assert [row[:6] for row in found] == [
        [
            "masa berlaku penawaran",
            "CV p1 Contoh",
            "Kamis, 12 Mei 2022 pukul 09.00 WIB",
            "Senin, 11 Juli 2022 pukul 16.00 WIB",
            "hari kalender",
            "berjalan",
        ],
        [
            "masa sanggah, hasil pemilihan",
            "–",
            "Jumat, 20 Mei 2022 pukul 10.00 WIB",
            "Rabu, 25 Mei 2022 pukul 16.00 WIB",
            "hari kalender",
            "berjalan",
        ],
    ]
    assert found[0][6].endswith("(awal masa berlaku penawaran) (belum terverifikasi)")
    assert found[1][6] == "Model Dokumen Pemilihan IKP 34.4 (sumber sekunder)"
    bare = paper(evaluated(package()), WORKING_PAPER)
    assert "Kalender" not in [part.title for part in bare.sections]


def test_every_value_used_stands_with_its_source():
    """How well each text was read, and who set the value."""
    evaluation = OUTCOMES["tiga_terendah"]
    found = rows(section(paper(evaluation, WORKING_PAPER), "Nilai Ketentuan"))

    assert [row[0] for row in found] == [used.param for used in evaluation.values]
    marks = {row[0]: row[5:] for row in found}
    assert marks["pool.refill"] == ["belum terverifikasi", "nasional"]
    assert marks["proof.scope"] == ["sumber sekunder", "nasional"]


def test_a_text_that_was_read_is_marked_so():
    """Before the first amendment the Perpres was read in its own words."""
    old = evaluated(given(announced_on=dt.date(2020, 5, 2)))
    found = rows(section(paper(old, WORKING_PAPER), "Nilai Ketentuan"))

    assert {row[0]: row[5] for row in found}["price.ceiling_share"] == "teks dibaca"


def test_a_joint_judgement_is_one_row_and_dissent_is_marked():
    """Two who agree stand together; the third differs."""
    votes = [
        judged(TEKNIS, "tidak_memenuhi", "p1", "alat", by="m1 m3", note="Tidak ada bukti"),
        judged(TEKNIS, "memenuhi", "p1", "alat", by="m2"),
    ]
    made = paper(evaluated(given(offer("p1"), assessments=votes)), WORKING_PAPER)
    found = [row for row in rows(section(made, "Penilaian Anggota")) if row[0] == "Evaluasi teknis"]

    assert [(row[3], row[4], row[7]) for row in found] == [
        ("Tidak memenuhi", "berlaku", "Anggota 1, Anggota 3"),
        ("Memenuhi", "pendapat berbeda", "Anggota 2"),
    ]


def test_a_decision_on_the_order_stands_with_its_day_and_the_members():
    """19 May 2022 was a Thursday."""
    decision = RankingDecision(at(19), ("m1", "m2"), ("p2", "p1"), "kemampuan teknis")
    tie = given(offer("p1"), offer("p2"), events=[decision])
    blocks = section(paper(evaluated(tie), WORKING_PAPER), "Penilaian Anggota")

    assert blocks[-1]["text"] == (
        "Keputusan peringkat pada Kamis, 19 Mei 2022 pukul 09.00 WIB oleh Anggota 1, Anggota 2."
    )


def test_the_identity_of_the_computation_is_told():
    """Digests of package and rulebook."""
    evaluation = OUTCOMES["diusulkan"]
    found = items(section(paper(evaluation, WORKING_PAPER), "Identitas"))

    assert found["Nilai hash himpunan aturan"] == evaluation.basis.digest
    assert found["Nilai hash paket"].startswith("sha256:")
    assert found["Versi mesin"]


def test_scores_stand_by_member_and_their_formulas_by_participant():
    """p1: 40 x 90 / 100 = 36 and 60 x 90 / 100 = 54; 100 x 1.100 / 1.200 = 275/3, exactly."""
    made = paper(KINDS["sistem_nilai"], WORKING_PAPER)
    votes = [row for row in rows(section(made, "Penilaian Anggota")) if row[2] == "mutu a"]
    found = [row[1:] for row in rows(section(made, "Rumus dengan")) if row[0] == "CV p1 Contoh"]

    assert votes[0][:5] == ["Evaluasi teknis", "CV p1 Contoh", "mutu a", "90", "berlaku"]
    assert votes[0][7] == "Anggota 1, Anggota 2, Anggota 3"
    assert found == [
        ["Nilai teknis: mutu a", "40 × (90 + 90 + 90) ÷ 3 ÷ 100 = 36"],
        ["Nilai teknis: mutu b", "60 × (90 + 90 + 90) ÷ 3 ÷ 100 = 54"],
        ["Nilai teknis", "36 + 54 = 90"],
        ["Nilai harga", "100 × Rp1.100.000.000,00 ÷ Rp1.200.000.000,00 = 275/3"],
        ["Nilai akhir", "60% × 90 + 40% × 275/3 = 272/3"],
    ]


def test_a_score_that_was_replaced_stands_beside_the_later_one():
    """Both are kept; the later counts."""
    given = packages()["sistem_nilai"]
    later = score(TEKNIS, "p1", "95", "a", by="m1", when=at(17))
    made = paper(evaluated(evolve(given, assessments=(*given.assessments, later))), WORKING_PAPER)
    votes = [
        row[3:5] + row[7:]
        for row in rows(section(made, "Penilaian Anggota"))
        if row[1:3] == ["CV p1 Contoh", "mutu a"]
    ]

    assert votes == [
        ["90", "digantikan penilaian kemudian", "Anggota 1"],
        ["95", "berlaku", "Anggota 1"],
        ["90", "berlaku", "Anggota 2, Anggota 3"],
    ]


def test_before_bids_there_is_no_sheet_of_prices():
    """And in sistem gugur no formula with numbers."""
    titles = [part.title for part in paper(KINDS["daftar"], WORKING_PAPER).sections]

    assert not {"Lembar Koreksi Aritmatik", "Rincian Harga Satuan"} & set(titles)
    assert "Rumus dengan Angkanya" not in titles


def test_it_tells_the_findings_of_the_qualification_too():
    """The working paper behind the bids keeps all that came before them."""
    blocks = section(paper(KINDS["pra_lalu_penawaran"], WORKING_PAPER), "Temuan")
    stages = [block["text"] for block in blocks if block["kind"] == "subjudul"]

    assert stages[:3] == [
        "Pemasukan dokumen kualifikasi",
        "Evaluasi kualifikasi",
        "Pembuktian kualifikasi",
    ]
