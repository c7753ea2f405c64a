"""Minutes of an opening: who handed in, which file could be opened, and the prices it opens."""

import datetime as dt

import pytest
from attrs import evolve

from tender_desk.documents.as_json import bahp_dict
from tender_desk.documents.opening import OPENED_BIDS, OPENED_PRICES, OPENED_QUALIFICATIONS
from tender_desk.documents.papers import paper
from tender_engine.events import Announcement, Cancellation, Closing, Deadline, Letter
from tender_engine.terms import Canceller, Phase, StageId
from tender_rules.stages.opening import Statement
from tests.builders import TEKNIS, at, evaluated, failed
from tests.desk.documents.data import (
    EXTENDED,
    annex,
    due,
    given,
    offer,
    rows,
    said,
    section,
    silent,
    three,
    words,
)
from tests.desk.documents.kinds import KINDS, merit, packages
from tests.happenings import price_opening

OVER = (Deadline(at(2), Phase.PENAWARAN, at(13)), Closing(at(13), Phase.PENAWARAN))
OPENED = "Pembukaan Dokumen Penawaran"
STATED = Statement("045/LPSE/2022", dt.date(2022, 5, 14))


def bids(*events, people=(), **more):
    """Minutes of the opening of the small tender, whose deadline is over."""
    return paper(evaluated(given(*people, events=[*OVER, *events], **more)), OPENED_BIDS)


def damaged(**facts):
    """p2 with a file that cannot be opened, as far as this is recorded."""
    return offer("p2", "1000000000", facts={StageId.PEMBUKAAN: facts})


def test_one_file_opens_the_prices_as_they_are_stated():
    """p1 and p2 as written, before what is corrected in them; all within the deadline."""
    made = bids()

    assert (made.draft, made.title) == (False, "BERITA ACARA PEMBUKAAN DOKUMEN PENAWARAN")
    assert rows(section(made, OPENED)) == [
        ["1", "CV p1 Contoh", "Rp1.104.450.000,00"],
        ["2", "CV p2 Contoh", "Rp1.048.950.000,00"],
        ["3", "CV p3 Contoh", "Rp1.198.800.000,00"],
    ]
    assert "sebelum koreksi aritmatik" in said(section(made, OPENED))
    assert "1.154.400.000" not in " ".join(words(made))  # what p2 was corrected to
    assert len(rows(section(made, "Penutup"))) == 0
    assert len(section(made, "Penutup")[1]["lines"]) == 3


def test_deadlines_their_extension_and_who_stayed_away_are_told():
    """The extension of Thursday 12 May; p2 registered and handed in nothing."""
    made = paper(evaluated(given(offer("p1"), *silent("p2"), events=EXTENDED)), OPENED_BIDS)
    told = rows(section(made, "Pemasukan Dokumen"))

    assert told[1] == [
        "Perpanjangan batas akhir pemasukan dokumen penawaran",
        "Kamis, 12 Mei 2022 pukul 09.00 WIB",
        "Sabtu, 14 Mei 2022 pukul 09.00 WIB",
    ]
    assert told[-1] == ["2", "CV p2 Contoh", "tidak menyampaikan dokumen penawaran"]
    assert "berjumlah 2; peserta yang menyampaikan dokumen penawaran berjumlah 1" in said(
        section(made, "Pemasukan Dokumen")
    )


def test_a_file_that_lpse_states_unreadable_is_told_with_the_statement_and_no_price():
    """The number and day of the statement and its provision; without one they are a draft."""
    people = (offer("p1"), damaged(readable=False, lpse_statement=STATED))
    made = bids(people=people)
    (_, fallen) = rows(section(made, OPENED))
    waiting = bids(people=(offer("p1"), damaged(readable=False)))

    assert fallen[0] == "CV p2 Contoh"
    assert "LPSE nomor 045/LPSE/2022 tanggal 14 Mei 2022" in fallen[2]
    assert "angka 4.2.6" in fallen[3]
    assert not made.draft
    assert waiting.draft
    assert "Pernyataan LPSE atas berkas CV p2 Contoh belum dicatat" in said(annex(waiting))
    for record in (made, waiting):
        assert "1.000.000.000" not in " ".join(words(record))


def test_no_bid_opens_nothing():
    """After the extension that ended; before that they wait."""
    made = paper(evaluated(given(*silent("p1"), events=EXTENDED)), OPENED_BIDS)
    early = evaluated(given(*silent("p1"), events=EXTENDED[:1]))

    assert said(section(made, OPENED)) == "Tidak ada dokumen penawaran yang dibuka."
    assert due(early, OPENED_BIDS).waits


@pytest.mark.parametrize(("hour", "ready"), [(8, False), (9, True)])
def test_they_wait_for_the_end_of_handing_in(hour, ready):
    """By the last that is recorded: nine o'clock of the 15th is the deadline."""
    last = Letter(at(15, hour), "pembukaan", "1", dt.date(2022, 5, 15))
    until = Deadline(at(2), Phase.PENAWARAN, at(15))
    made = evaluated(given(*three(), general=(), events=[until, last]))

    assert (due(made, OPENED_BIDS).reason is None) is ready


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ([], "Batas akhir pemasukan dokumen penawaran belum dicatat."),
        (
            [OVER[0], Closing(at(12), Phase.PENAWARAN)],
            "Penutupan pemasukan dokumen penawaran tercatat sebelum batas akhirnya.",
        ),
    ],
)
def test_a_deadline_that_is_missing_or_was_not_awaited_keeps_them_a_draft(events, reason):
    """The closing at the deadline itself is in time."""
    made = paper(evaluated(given(events=events)), OPENED_BIDS)

    assert made.draft
    assert reason in said(annex(made))


def test_a_price_that_nobody_typed_or_may_be_a_slip_keeps_them_a_draft():
    """As the panel signs what was read out; p2 was looked at unless nobody says so."""
    without = bids(people=(offer("p1"), offer("p2", price=None)))
    doubted = paper(evaluated(given(*three(), events=OVER)), OPENED_BIDS)

    assert "Harga penawaran CV p2 Contoh belum dicatat." in said(annex(without))
    assert "pengetikannya belum dikonfirmasi" in said(annex(doubted))


def test_day_and_number_come_from_a_letter_event():
    """No act says when bids were opened: that is not the closing."""
    typed = Letter(at(13), "pembukaan", "027/3/BAP/2022", dt.date(2022, 5, 13), place="Pasuruan")
    blank, made = bids(), bids(typed)

    assert set(blank.number + blank.place + blank.time) == {"."}
    assert (made.number, made.place, made.date) == (
        "027/3/BAP/2022",
        "Pasuruan",
        "Jumat tanggal 13 Mei 2022",
    )


def test_two_files_open_no_price_with_the_bids():
    """And say so; when prices are opened has minutes of its own, with who passed until then."""
    first = paper(KINDS["sistem_nilai"], OPENED_BIDS)
    second = paper(KINDS["sistem_nilai"], OPENED_PRICES)

    assert "Dokumen penawaran harga tidak dibuka pada pembukaan ini." in said(
        section(first, OPENED)
    )
    assert "Rp1.2" not in said(section(first, OPENED))
    assert not rows(section(first, OPENED))
    assert (second.date, second.time) == ("Rabu tanggal 18 Mei 2022", "09.00 WIB")
    assert rows(section(second, OPENED)) == [
        ["Pembukaan dokumen penawaran harga", "Rabu, 18 Mei 2022 pukul 09.00 WIB", "–"],
        ["1", "CV p1 Contoh", "Rp1.200.000.000,00"],
        ["2", "CV p2 Contoh", "Rp1.100.000.000,00"],
    ]
    assert "tidak dibuka: CV p3 Contoh" in said(section(second, OPENED))
    assert not second.draft


def test_minutes_of_prices_wait_for_their_opening_and_are_of_no_single_file():
    """And are a draft while somebody's price is still to be opened or typed."""
    assert due(KINDS["sistem_nilai_tersegel"], OPENED_PRICES).waits
    single = due(evaluated(given()), OPENED_PRICES)
    assert (single.reason is None, single.waits) == (False, False)
    sealed = merit(price_opening())
    untyped = evolve(sealed.participants[0], price=None)
    waiting = evolve(sealed, participants=(untyped, *sealed.participants[1:]))
    assert paper(evaluated(waiting), OPENED_PRICES).draft


def test_a_second_stage_is_opened_with_its_prices():
    """Its own deadline and who handed in again; the first tells that prices come then."""
    first, second = (paper(KINDS["dua_tahap"], kind) for kind in (OPENED_BIDS, OPENED_PRICES))

    assert "disampaikan pada tahap kedua" in said(section(first, OPENED))
    assert "tahap kedua" not in said(section(first, "Pemasukan"))
    told = section(second, OPENED)
    assert rows(told)[0][0] == "Batas akhir pemasukan dokumen penawaran tahap kedua"
    assert ["1", "CV p1 Contoh", "Minggu, 15 Mei 2022 pukul 09.00 WIB"] in rows(told)


def test_a_seleksi_opens_biaya():
    """Its name too; only rank one is opened by quality."""
    made = paper(KINDS["kualitas"], OPENED_PRICES)

    assert made.title == "BERITA ACARA PEMBUKAAN DOKUMEN PENAWARAN BIAYA"
    assert "Harga" not in " ".join(words(made))
    assert [row[1] for row in rows(section(made, OPENED)) if row[0] == "1"] == ["CV p1 Contoh"]
    assert "1.100.000.000" not in " ".join(words(made))


def test_qualifications_are_opened_before_bids_and_have_minutes_of_their_own():
    """They tell of nothing later, whatever the bids have come to since."""
    before, later = (
        paper(KINDS[name], OPENED_QUALIFICATIONS) for name in ("daftar", "pra_lalu_penawaran")
    )

    assert before.title == "BERITA ACARA PEMBUKAAN DOKUMEN KUALIFIKASI"
    assert due(KINDS["daftar"], OPENED_BIDS).waits
    assert not later.draft
    assert [row[1] for row in rows(section(later, "Pemasukan"))[-4:]] == [
        f"CV p{n} Contoh" for n in (1, 2, 3, 4)
    ]
    assert "penawaran" not in said(section(later, "Pemasukan"))
    assert "Daftar Peserta" not in said(section(later, "Pemasukan"))
    without = due(evaluated(given()), OPENED_QUALIFICATIONS)
    assert (without.reason is None, without.waits) == (False, False)
    assert (
        due(evaluated(evolve(packages()["daftar"], events=())), OPENED_QUALIFICATIONS).reason
        is None
    )


def test_after_a_list_who_may_bid_is_told_and_nobody_else():
    """p4 was not on it."""
    made = paper(KINDS["pra_lalu_penawaran"], OPENED_BIDS)

    assert "masuk Daftar Peserta Tender berjumlah 3" in said(section(made, "Pemasukan"))
    assert "CV p4 Contoh" not in " ".join(words(made))


def test_they_name_nobody_who_fell_later_as_fallen():
    """At the opening nobody falls."""
    made = bids(assessments=failed(TEKNIS, "p1"))

    assert "gugur" not in " ".join(words(made)).replace("Sistem Gugur", "").casefold()


def test_of_what_was_called_off_since_they_say_so():
    """In one sentence, and tell the opening all the same."""
    ended = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
    made = bids(ended)

    assert "Tender ini dibatalkan oleh Pejabat Pembuat Komitmen" in said(section(made, "Data"))
    assert len(rows(section(made, OPENED))) == 3
    assert "belum" not in str(bahp_dict(made)["annex"])


@pytest.mark.parametrize(("hour", "called_for"), [(8, False), (9, True)])
def test_what_was_called_off_before_the_deadline_was_never_opened(hour, called_for):
    """Whatever is recorded afterwards; at the deadline itself it was."""
    ended = Cancellation(at(13, hour), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
    later = Announcement(at(14), "pemilihan")
    made = evaluated(given(*three(), general=(), events=[OVER[0], ended, later]))

    assert (due(made, OPENED_BIDS).reason is None) is called_for
    assert not due(made, OPENED_BIDS).waits
