"""Facts that stand on sheets of their own: where each that is awaited is written."""

import datetime as dt

from tender_desk.documents.view import View
from tender_desk.worksheet_book.awaited import awaited_sheet
from tender_engine.model import Member
from tender_rules import national
from tender_rules.stages.experience import Experience
from tender_rules.stages.papers import PaperDay, WantedPaper
from tender_rules.stages.skp import PackagesRun
from tests.builders import ADMINISTRASI, KUALIFIKASI, asked, bidder, evaluated, known, package
from tests.happenings import deadline

_JOB = "Pengalaman: Peserta 'p1', Anggota KSO, Pekerjaan, Tanggal selesai, Nilai (Rp)"
_PAPER = "Surat Izin: Peserta 'p1', Anggota KSO, Kode, Nomor, Berlaku sampai"


def places(asks, who=None, events=None):
    """What is awaited at a stage, with where it is written."""
    events = [deadline()] if events is None else events
    made = evaluated(package(who or bidder(), asks=asks, events=events))
    rows = awaited_sheet(View.of(made, internal=True), national().declarations).rows
    # What else keeps the minutes a draft is of no stage: values of the law, confirmed on one sheet.
    others = {row[-1] for row in rows if not row[0]}
    assert others <= {"Konfirmasi: Jawaban, Klausul"}
    return [(row[0], row[-1].split("\n")) for row in rows if row[0]]


def test_jobs_are_written_on_their_sheet_and_the_founding_beside_the_bidder():
    """Of a KSO beside each member as well."""
    asks = asked(KUALIFIKASI, experience=Experience(1, 4))
    kso = bidder(
        members=(Member("a", "CV a", lead=True), Member("b", "CV b")),
        facts={ADMINISTRASI: {"kso_agreement": True}},
    )

    assert places(asks) == [("Evaluasi kualifikasi", ["Peserta: Tanggal pendirian", _JOB])]
    assert places(asks, kso) == [
        ("Evaluasi kualifikasi", ["Peserta: Tanggal pendirian", "KSO: Tanggal pendirian", _JOB])
    ]


def test_of_whom_all_is_known_but_the_size_the_size_is_written():
    """And of a KSO the founding as well, where the other member lacks that."""
    young = {KUALIFIKASI: known(experience=(), founded_on=dt.date(2021, 1, 1))}
    old = {KUALIFIKASI: known(experience=())}
    run = bidder(facts={KUALIFIKASI: {"skp": PackagesRun(4)}})
    asks = asked(KUALIFIKASI, experience=Experience(1, 4))
    kso = bidder(
        members=(Member("a", "CV a", lead=True, facts=young), Member("b", "CV b", facts=old)),
        facts={ADMINISTRASI: {"kso_agreement": True}},
    )
    size = "Kualifikasi usaha"
    alone = bidder(facts={KUALIFIKASI: {"experience": (), "founded_on": dt.date(2021, 1, 1)}})

    assert places(asks, alone) == [("Evaluasi kualifikasi", [f"Peserta: {size}"])]
    assert places(asked(KUALIFIKASI, skp=True), run) == [
        ("Evaluasi kualifikasi", [f"Peserta: {size}"])
    ]
    ((_, both),) = places(asks, kso)
    assert f"KSO: {size}, Tanggal pendirian" in both
    assert _JOB not in both


def test_a_paper_is_written_on_its_sheet_at_whatever_stage_it_is_awaited():
    """It is known of the qualification, and decided there or at the proof."""
    for day, stage in (
        (PaperDay.BATAS_PEMASUKAN, "Evaluasi kualifikasi"),
        (PaperDay.PEMBUKTIAN, "Pembuktian kualifikasi"),
    ):
        asks = asked(KUALIFIKASI, papers=(WantedPaper("sbu", "SBU", day),))
        assert places(asks) == [(stage, [_PAPER])]


def test_a_deadline_is_written_as_an_event():
    """Where days count back from it and nobody has recorded it."""
    asks = asked(KUALIFIKASI, experience=Experience(1, 4))
    ((_, where),) = places(asks, events=[])

    assert where == ["Peristiwa: Jenis 'batas pemasukan', Waktu, Tentang, Sampai"]
