"""The report to the PPK: the result, a page a stage, a table a bidder, and what came after."""

import datetime as dt
import io

import pytest
from attrs import evolve

from tender_desk.documents.announcements import ANNOUNCED_WINNER
from tender_desk.documents.letters_to_offices import DETERMINATION
from tender_desk.documents.opening import OPENED_BIDS, OPENED_PRICES
from tender_desk.documents.papers import NothingToTellError, paper
from tender_desk.documents.report_to_ppk import REPORT
from tender_engine.events import Letter
from tender_engine.terms import Channel
from tests.builders import at
from tests.desk.documents.data import MINUTES, bahp_items, drawn_tables, due, prose, words
from tests.desk.documents.ended import (
    ANNOUNCED,
    AWARD,
    ENDED,
    ENDS,
    NOTE,
    OBJECTED,
    RIGHT,
    WRONG,
    tender,
)
from tests.desk.documents.kinds import KINDS


def report(name="tidak_benar"):
    """The report of one of the ends."""
    return paper(ENDS[name], REPORT)


def test_it_goes_to_the_ppk_with_the_result():
    """Winner, price and bond; it refers to the minutes by their number."""
    typed = Letter(at(30), "laporan", "L-1", dt.date(2022, 5, 30))
    made = paper(tender(*ENDED, OBJECTED, WRONG, typed), REPORT)

    assert (made.title, made.draft) == ("Laporan Hasil Pemilihan", False)
    assert made.recipient[0] == "Pejabat Pembuat Komitmen"
    assert "Berita Acara Hasil Pemilihan Nomor 027/9/BAHP/2022" in made.opening[0].text
    assert dict(bahp_items(made))["Jaminan pelaksanaan"].startswith("Rp55.222.500,00")


def test_without_a_day_it_is_a_draft():
    """It would tell more with whatever is recorded next."""
    made = report()

    assert made.title == "KONSEP Laporan Hasil Pemilihan"
    assert [reason.id for reason in made.lacks] == [
        "tanggalnya belum dicatat, sehingga yang dimuatnya masih dapat bertambah"
    ]


def test_every_stage_has_a_page_and_every_bidder_a_table():
    """In the order of the stages; whoever fell with the reason and what it rests on."""
    made = report()
    pages = [part.title for part in made.sections if part.fresh]
    tables = [table for table in drawn_tables(made) if table.headers == ("Uraian", "Keterangan")]

    assert pages == [
        "Pembukaan dokumen penawaran",
        "Koreksi aritmatik",
        "Penawaran yang dievaluasi",
        "Evaluasi administrasi",
        "Evaluasi kualifikasi",
        "Evaluasi teknis",
        "Evaluasi harga",
        "Pembuktian kualifikasi",
        "Hasil Setiap Peserta",
        "Penetapan, Pengumuman, dan Sanggah",
    ]
    assert not made.sections[0].fresh
    technical = next(part for part in made.sections if part.title == "Evaluasi teknis")
    counts, (judged,) = technical.blocks[0].items, technical.blocks[1:]
    assert counts[:3] == (("Peserta", "3"), ("Lulus", "2"), ("Gugur", "1"))
    assert [row[:2] for row in judged.rows] == [
        ("CV p1 Contoh", "Lulus"),
        ("CV p2 Contoh", "Gugur"),
        ("CV p3 Contoh", "Lulus"),
    ]
    assert len(tables) == 3
    told = dict(tables[1].rows)
    assert told["Evaluasi teknis"].startswith("Gugur. Tidak memenuhi Peralatan utama")
    assert NOTE in told["Evaluasi teknis"]
    assert "Dasar: Dokumen Pemilihan LDP huruf F.2" in told["Evaluasi teknis"]
    assert told["Harga terkoreksi"].startswith("Rp1.154.400.000,00")
    assert "Evaluasi harga" not in told


def test_what_came_after_the_minutes_is_told():
    """The PPK appoints only once objections are answered."""
    text = " ".join(words(report()))

    for act in ("Pengumuman hasil pemilihan", "Sanggah dari CV p2", "sanggah tidak benar"):
        assert act in text


def test_it_says_where_things_stand():
    """Works: the answer may be appealed against."""
    told = prose(report())

    assert "Keadaan menurut catatan: masa sanggah banding. Yang ditunggu: berakhirnya masa" in told


def test_a_failure_is_reported_with_what_follows():
    """There is no winner to tell of."""
    made = report("gagal")

    assert "tidak ada peserta yang lulus evaluasi penawaran" in prose(made)
    assert "emenang cadangan" not in prose(made)


def test_what_is_but_a_complaint_is_reported_as_one():
    """With the reason; the row of the act alone calls it an objection."""
    late = evolve(OBJECTED, channel=Channel.LUAR)
    told = prose(paper(tender(AWARD, MINUTES, ANNOUNCED, late, WRONG), REPORT))

    assert "CV p2 Contoh: Sanggah diperlakukan sebagai pengaduan: disampaikan di luar SPSE." in told
    assert "pengaduan" not in prose(report())


def test_what_was_called_off_is_reported_as_that_alone():
    """Of an evaluation nothing is left to tell."""
    made = report("dibatalkan")

    assert all("Keterangan" not in table.headers for table in drawn_tables(made))
    assert "dibatalkan" in prose(made)


def test_as_long_as_there_is_no_result_there_is_no_report():
    """A list of who may bid is none."""
    for evaluation in (KINDS["daftar"], KINDS["pra_menunggu"]):
        with pytest.raises(NothingToTellError):
            paper(evaluation, REPORT)


def test_in_word_each_of_these_begins_a_page():
    """A page break stands before its heading and nowhere else."""
    docx = pytest.importorskip("docx")
    from tender_desk.documents.word.word_writer import docx_bytes

    made = report()
    found = docx.Document(io.BytesIO(docx_bytes(made)))
    broken = [
        paragraph.text
        for paragraph in found.paragraphs
        if paragraph.paragraph_format.page_break_before
    ]

    assert broken == [part.heading for part in made.sections if part.fresh]


def test_who_passed_a_prakualifikasi_ulang_alone_is_reported():
    """To be appointed directly; nothing of bids is awaited any more, or called for."""
    alone = KINDS["pra_ulang_satu"]
    told = prose(paper(alone, REPORT))

    assert "dilanjutkan dengan proses Penunjukan Langsung" in told
    assert "Perpres 16/2018 Pasal 51 ayat (6) huruf b" in told
    for kind in (OPENED_BIDS, OPENED_PRICES, DETERMINATION, ANNOUNCED_WINNER):
        found = due(alone, kind)
        assert (found.waits, found.reason is not None) == (False, True), kind.key


def test_who_was_determined_before_it_failed_is_no_winner_any_more():
    """An objection was right: the table of whoever had won ends with the last evaluation."""
    made = paper(tender(*ENDED, RIGHT), REPORT)
    tables = [table for table in drawn_tables(made) if table.headers == ("Uraian", "Keterangan")]

    assert [row[0] for row in tables[0].rows][-1] == "Pembuktian kualifikasi"
    assert "Calon pemenang" not in " ".join(words(made))
