"""The working paper: proof sheet, order, votes, values and where they come from."""

import datetime as dt

from tender.events import RankingDecision
from tender_rules.documents.bahp import minutes
from tests.builders import (
    TEKNIS,
    at,
    evaluated,
    judged,
)
from tests.documents.data import (
    given,
    items,
    offer,
    outcomes,
    rows,
    section,
)

OUTCOMES = outcomes()


def test_the_proof_sheet_shows_every_changed_cell_and_its_effect():
    """examples/a-satu-file, p2: volume 90 to 100 is + 105.450.000 with PPN."""
    sheet = section(minutes(OUTCOMES["diusulkan"], internal=True), "Lembar Koreksi")

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
    moved = rows(section(minutes(OUTCOMES["diusulkan"], internal=True), "Pergeseran"))

    assert [(row[0], row[2], row[4], row[5]) for row in moved] == [
        ("CV p2 Contoh", "1", "2", "turun 1"),
        ("CV p1 Contoh", "2", "1", "naik 1"),
        ("CV p3 Contoh", "3", "3", "–"),
    ]


def test_every_value_used_stands_with_its_source():
    """How well each text was read, and who set the value."""
    evaluation = OUTCOMES["tiga_terendah"]
    found = rows(section(minutes(evaluation, internal=True), "Nilai Ketentuan"))

    assert [row[0] for row in found] == [used.param for used in evaluation.values]
    marks = {row[0]: row[5:] for row in found}
    assert marks["pool.refill"] == ["belum terverifikasi", "nasional"]
    assert marks["proof.scope"] == ["sumber sekunder", "nasional"]


def test_a_text_that_was_read_is_marked_so():
    """Before the first amendment the Perpres was read in its own words."""
    old = evaluated(given(announced_on=dt.date(2020, 5, 2)))
    found = rows(section(minutes(old, internal=True), "Nilai Ketentuan"))

    assert {row[0]: row[5] for row in found}["price.ceiling_share"] == "teks dibaca"


def test_a_joint_judgement_is_one_row_and_dissent_is_marked():
    """Two who agree stand together; the third differs."""
    votes = [
        judged(TEKNIS, "tidak_memenuhi", "p1", "alat", by="m1 m3", note="Tidak ada bukti"),
        judged(TEKNIS, "memenuhi", "p1", "alat", by="m2"),
    ]
    made = minutes(evaluated(given(offer("p1"), assessments=votes)), internal=True)
    found = [row for row in rows(section(made, "Penilaian Anggota")) if row[0] == "Evaluasi teknis"]

    assert [(row[3], row[4], row[7]) for row in found] == [
        ("Tidak memenuhi", "berlaku", "Anggota 1, Anggota 3"),
        ("Memenuhi", "pendapat berbeda", "Anggota 2"),
    ]


def test_a_decision_on_the_order_stands_with_its_day_and_the_members():
    """19 May 2022 was a Thursday."""
    decision = RankingDecision(at(19), ("m1", "m2"), ("p2", "p1"), "kemampuan teknis")
    tie = given(offer("p1"), offer("p2"), events=[decision])
    blocks = section(minutes(evaluated(tie), internal=True), "Penilaian Anggota")

    assert blocks[-1]["text"] == (
        "Keputusan peringkat pada Kamis, 19 Mei 2022 pukul 09.00 WIB oleh Anggota 1, Anggota 2."
    )


def test_the_identity_of_the_computation_is_told():
    """Digests of package and rulebook."""
    evaluation = OUTCOMES["diusulkan"]
    found = items(section(minutes(evaluation, internal=True), "Identitas"))

    assert found["Nilai hash himpunan aturan"] == evaluation.rulebook_digest
    assert found["Nilai hash paket"].startswith("sha256:")
    assert found["Versi mesin"]
