"""Minutes of a failure: the ground on its day, who declares it, the facts, and what follows."""

import pytest
from attrs import evolve

from tender_desk.documents.failure_minutes import FAILED
from tender_desk.documents.papers import BAHP, CANCELLATION, paper
from tender_desk.documents.report_to_ppk import REPORT
from tender_engine.events import Announcement, Cancellation, FailureAct
from tender_engine.model import Evidence
from tender_engine.terms import Canceller, Decider
from tender_rules import national
from tests.builders import at, evaluated
from tests.desk.documents.data import (
    GROUND,
    MINUTES,
    annex,
    due,
    given,
    items,
    outcomes,
    rows,
    said,
    section,
    words,
)
from tests.desk.documents.ended import ENDED, FELL, RIGHT
from tests.desk.documents.kinds import KINDS

OUTCOMES = outcomes()
CALLED_OFF = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
STATED = "Pernyataan Tender Gagal"


def declared(letter, by=Decider.POKJA, **more):
    """A tender that people declared a failure on that letter of Pasal 51(2)."""
    act = FailureAct(at(20), "pemilihan", by, f"{GROUND}{letter}", **more)
    return evaluated(given(events=[act]))


def test_it_tells_the_ground_who_declares_it_and_what_follows():
    """Nobody passed the technical evaluation, which is letter c."""
    made = paper(OUTCOMES["gugur_teknis_dinyatakan"], FAILED)
    told = items(section(made, STATED))

    assert made.title == "BERITA ACARA TENDER GAGAL"
    assert made.date == "Jumat tanggal 20 Mei 2022"
    assert "tidak ada peserta yang lulus evaluasi penawaran" in said(section(made, STATED))
    assert "Pasal 51 ayat (2) huruf c" in told["Dasar"]
    assert told["Dinyatakan oleh"] == "Pokja Pemilihan"
    assert told["Tindak lanjut"] == "Tender ulang"


def test_figures_that_show_the_ground_are_its_facts():
    """Who fell at the technical evaluation, and why; after one without bids there are none."""
    made = paper(OUTCOMES["gugur_teknis_dinyatakan"], FAILED)
    fell = [row for row in rows(section(made, "Fakta")) if row[1] == "Gugur"]

    assert [row[0] for row in fell] == [f"CV p{n} Contoh" for n in (1, 2, 3)]
    empty = paper(OUTCOMES["tanpa_penawaran"], FAILED)
    assert "Fakta yang Mendasari" not in [part.title for part in empty.sections]


def test_what_people_found_rests_on_their_proof():
    """Nobody's verdict hints at who was behind it."""
    proof = (Evidence("laporan.pdf", "3"),)
    made = paper(declared("e", evidence=proof), FAILED)

    assert items(section(made, "Fakta"))["Bukti"] == "laporan.pdf halaman 3"
    assert not rows(section(made, "Fakta"))
    assert "Fakta yang Mendasari" not in [p.title for p in paper(declared("e"), FAILED).sections]


@pytest.mark.parametrize(
    ("letter", "by", "headers"),
    [
        ("e", Decider.POKJA, ["Nama", "Jabatan dalam Pokja", "NIP"]),
        ("i", Decider.PA, ["Nama", "Jabatan", "NIP"]),
    ],
)
def test_who_declares_it_signs_it(letter, by, headers):
    """KKN of the Pokja itself is declared by the PA or KPA."""
    lines = section(paper(declared(letter, by), FAILED), "Penutup")[-1]

    assert lines["headers"] == headers
    assert (lines["lines"][0]["role"] == "Pengguna Anggaran/Kuasa Pengguna Anggaran") is (
        by is Decider.PA
    )


def test_it_is_a_draft_until_somebody_declares_it():
    """No day of its own then."""
    made = paper(OUTCOMES["gugur_teknis"], FAILED)

    assert made.title == "KONSEP BERITA ACARA TENDER GAGAL"
    assert "Belum ada pernyataan Tender gagal" in said(annex(made))
    assert set(made.time) == {"."}
    assert "memenuhi keadaan untuk dinyatakan gagal" in said(section(made, STATED))


def test_an_objection_that_was_right_stands_among_what_was_done():
    """Though the minutes of the award are older than it."""
    act = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
    made = paper(evaluated(given(assessments=[FELL], events=[*ENDED, RIGHT, act])), FAILED)
    told = [row[1] for row in rows(section(made, "Tindakan"))]

    assert not made.draft
    assert "Sanggah dari CV p2 Contoh" in told
    assert told[-1].startswith("Pernyataan Tender gagal oleh Pokja Pemilihan")
    assert "Pasal 51 ayat (2) huruf a" in items(section(made, STATED))["Dasar"]
    assert items(section(made, STATED))["Tindak lanjut"] == "Evaluasi penawaran ulang"


def test_the_number_of_minutes_that_were_undone_stands_over_no_failure():
    """Those of the award of the 23rd; minutes after the answer of the 31st are its own."""
    act = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
    own = evolve(MINUTES, at=at(31, 11), number="027/10/BAG/2022")
    old, new = (
        paper(
            evaluated(given(assessments=[FELL], events=[*ENDED, RIGHT, act, *more])),
            BAHP,
            under=national(),
        )
        for more in ((), (own,))
    )

    assert [made.number for made in (old, new)] == [MINUTES.number] * 2
    assert (old.draft, new.draft) == (False, False)


def test_minutes_after_the_failure_number_those_of_it():
    """Those of the award keep their own; without them the day is that of the act."""
    act = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
    own = evolve(MINUTES, at=at(31, 11), number="027/10/BAG/2022")
    ended = [*ENDED, RIGHT, act]
    without, made = (
        evaluated(given(assessments=[FELL], events=[*ended, *more])) for more in ((), (own,))
    )
    failed, bare = paper(made, FAILED), paper(without, FAILED)

    assert (failed.draft, failed.number, failed.place) == (False, "027/10/BAG/2022", own.place)
    assert (failed.date, failed.time) == ("Selasa tanggal 31 Mei 2022", "11.00 WIB")
    assert (set(bare.number), bare.time) == ({"."}, "10.00 WIB")
    assert "Berita Acara Tender Gagal Nomor 027/10/BAG/2022" in paper(made, REPORT).opening[0].text


def test_what_came_after_the_failure_stands_not_among_what_was_done():
    """Its announcement is later than the day that the minutes bear."""
    act = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
    events = [*ENDED, RIGHT, act, Announcement(at(31, 11), "pemilihan")]
    made = paper(evaluated(given(assessments=[FELL], events=events)), FAILED)
    told = [row[1] for row in rows(section(made, "Tindakan"))]

    assert told.count("Pengumuman hasil pemilihan") == 1
    assert told[-1].startswith("Pernyataan Tender gagal")


def test_a_prakualifikasi_fails_and_a_seleksi_too():
    """By their names; the ground of the qualification is of 51(1)."""
    pra = paper(KINDS["pra_kurang"], FAILED)
    seleksi = paper(KINDS["pagu_terlampaui"], FAILED)

    assert pra.title == "KONSEP BERITA ACARA PRAKUALIFIKASI GAGAL"
    assert "Pasal 51 ayat (1) huruf b" in " ".join(words(pra))
    assert seleksi.title == "KONSEP BERITA ACARA SELEKSI GAGAL"


def test_what_did_not_fail_or_was_called_off_has_none():
    """And what was called off has its own, once."""
    off = evaluated(given(events=[CALLED_OFF]))

    for evaluation in (OUTCOMES["ditetapkan"], off):
        assert due(evaluation, FAILED).reason is not None
    assert due(off, CANCELLATION).reason is None
