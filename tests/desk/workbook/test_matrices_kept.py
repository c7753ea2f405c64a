"""A matrix is held to the last refresh: an old word stays an entry, a new one has its own time."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.since_refresh.last_state import state_of, with_state
from tender_rules import national
from tests.desk.workbook.data import told
from tests.desk.workbook.matrices_by_hand import AT, MINUTE, ROWS, Typed, entry, said
from tests.desk.workbook.unread import open_book

ALL, ADMIN, LETTER, TOOLS, METHOD = ROWS
TEN = entry("evaluasi_administrasi", "p1", "memenuhi", criterion="adm.surat")


def refreshed(desk: Typed, title: str = "Matriks") -> Typed:
    """The workbook with what it says as its last state."""
    data = desk.bytes()
    state = state_of(data, layout_of(national().declarations))
    desk.book = open_book(with_state(data, state))
    desk.sheet = desk.book[title]
    return desk


def judged(value: Any = "memenuhi") -> Typed:
    """A workbook that was refreshed with one cell filled."""
    desk = Typed()
    desk.put(LETTER, "p1", value)
    return refreshed(desk)


def test_what_did_not_change_is_one_entry() -> None:
    """New cells are entries of their own."""
    desk = judged()
    desk.put(LETTER, "p2", "memenuhi")

    assert said(desk) == [TEN, {**TEN, "participant": "p2"}]


def test_a_changed_cell_keeps_its_old_word_as_an_entry() -> None:
    """The new one has its own, later time."""
    desk = judged()
    desk.put(LETTER, "p1", "tidak")
    desk.put(LETTER, "Alasan p1", "Tidak bermeterai")
    desk.put(LETTER, "Waktu p1", AT + MINUTE)
    new = {**TEN, "verdict": "tidak_memenuhi", "note": "Tidak bermeterai"}

    found = said(desk)
    assert TEN in found
    assert {**new, "at": "2022-05-17T10:01:00+07:00"} in found
    assert len(found) == 2


def changed(desk: Typed, value: Any, at: Any = None) -> list[tuple[str, str]]:
    """What is told of the cell with another word."""
    desk.put(LETTER, "p1", value)
    desk.put(LETTER, "Alasan p1", "Tidak bermeterai")
    desk.put(LETTER, "Waktu p1", at)
    return told(desk.read())


def test_without_a_later_time_of_its_own_it_is_a_fault_at_the_cell() -> None:
    """No time, the same one, an earlier one; so is an emptied cell."""
    at_the_cell = [("Matriks!G7", "XLS202")]

    assert changed(judged(), "tidak") == at_the_cell
    assert changed(judged(), "tidak", AT) == [("Matriks!I7", "XLS205")]
    assert changed(judged(), "tidak", AT - MINUTE) == [("Matriks!I7", "XLS205")]
    assert changed(judged(), "tidak", AT + MINUTE) == []
    assert changed(judged(), "memenuhi") == [("Matriks!H7", "XLS202")]  # for another reason


def slipped(where: str, year: int = 2027) -> Typed:
    """A workbook refreshed in 2026 with a time of another year: of a cell, or of all."""
    desk, late = Typed(), AT.replace(year=year)
    desk.put(LETTER, "p1", "memenuhi")
    desk.put(LETTER, "p2", "memenuhi")
    if where == "head":
        desk.sheet["D3"] = late
    else:
        desk.put(LETTER, "Waktu p1", late)
    made = desk.book.create_sheet("Hasil Status")
    made["A3"] = "Dibuat Senin, 30 November 2026 pukul 08.29 UTC dari isian 0123456789abcdef. Dan"
    return refreshed(desk)


def test_a_time_that_had_not_come_is_a_slip_that_is_put_right() -> None:
    """The word was not in force by then; one that was is held, whatever the year is now."""
    other = {**TEN, "participant": "p2"}
    for where in ("cell", "head"):
        desk = slipped(where)
        if where == "head":
            desk.sheet["D3"] = AT
        desk.put(LETTER, "Waktu p1", None)
        assert said(desk) == [TEN, other]

    desk = slipped("cell")
    desk.put(LETTER, "Waktu p1", None)
    desk.put(LETTER, "Waktu p2", AT - MINUTE)
    assert told(desk.read()) == [("Matriks!L7", "XLS205")]
    del desk.book["Hasil Status"]
    assert ("Matriks!I7", "XLS202") in told(desk.read())


@pytest.mark.parametrize("year", [2016, 2062])
@pytest.mark.parametrize(("where", "cell"), [("cell", "I7"), ("head", "D3")])
def test_a_year_that_is_none_of_the_tender_is_told_and_may_be_put_right(
    where: str, cell: str, year: int
) -> None:
    """Once, where it stands, before it is kept; one that was kept once is replaced."""
    desk = slipped(where, year)
    assert told(desk.read()) == [(f"Matriks!{cell}", "XLS224")]

    desk.sheet[cell] = AT if where == "head" else None
    assert said(desk) == [TEN, {**TEN, "participant": "p2"}]


def priced(*, opened: bool) -> Typed:
    """A technical word at the last refresh, and perhaps prices that were opened an hour later."""
    desk = Typed()
    for name in ("jenis", "nilai hash", "alasan"):
        desk.field("Paket", f"Paket sebelumnya: {name}").value = None
    desk.put(METHOD, "p1", "80")
    events = desk.book["Peristiwa"]
    row = next(row_of(desk, "Peristiwa", "pembukaan harga", "Jenis"), events.max_row + 1)
    events.cell(row, desk.column("Peristiwa", "Jenis")).value = "Pembukaan harga"
    time = events.cell(row, desk.column("Peristiwa", "Waktu"))
    time.value = AT + 60 * MINUTE if opened else None
    refreshed(desk)
    desk.book["Peristiwa"][time.coordinate] = AT + 60 * MINUTE
    return desk


def test_a_technical_word_is_not_changed_after_prices_though_it_is_dated_before() -> None:
    """It stood there when the opening was on record already; other words may change."""
    for opened in (True, False):
        desk = priced(opened=opened)
        desk.put(LETTER, "p1", "memenuhi")
        desk.put(METHOD, "p1", "95")
        desk.put(METHOD, "Waktu p1", AT + MINUTE)
        assert (("Matriks!G9", "XLS221") in told(desk.read())) is opened
        desk.put(METHOD, "p1", "80")
        desk.put(METHOD, "Waktu p1", None)
        assert told(desk.read()) == []


def test_a_technical_row_that_is_new_after_prices_is_refused_where_it_was_answered() -> None:
    """Beside a cell or in place of a row; not where nobody answered, nor what only moved."""
    by = {"Oleh": "m1;m2;m3", "Waktu": AT + MINUTE}
    row = {"Tahap": "evaluasi teknis", "Kriteria": "tek.metode", "Nilai": 95, **by}
    for opened in (True, False):
        desk = priced(opened=opened)
        desk.row("Pengecualian", {**row, "Peserta": "p2"}, 1)
        assert told(desk.read()) == []
        desk.row("Pengecualian", {**row, "Peserta": "p1", "Nilai": 80, "Waktu": AT}, 2)
        assert told(desk.read()) == []
        desk.row("Pengecualian", {**row, "Peserta": "p1", "Oleh": "m2"}, 3)
        assert (("Pengecualian!A7", "XLS228") in told(desk.read())) is opened

    desk = priced(opened=True)
    desk.row("Pengecualian", {**row, "Peserta": "p2"}, 1)
    refreshed(desk)
    assert told(desk.read()) == []
    desk.row("Pengecualian", {"Nilai": 96}, 1)
    (fault,) = desk.read().diagnose()
    assert (fault.cell, fault.code) == ("Pengecualian!A5", "XLS228")
    assert "sudah dijawab: 95." in fault.message
    desk.row("Pengecualian", {"Nilai": 95}, 1)
    desk.put(METHOD, "p2", "97", again := desk.matrix("Matriks m1", "m1", AT))
    assert told(desk.read()) == [("Matriks m1!J9", "XLS228")]
    again.title = "Hasil m1"  # nobody's any more
    assert told(desk.read()) == []


def test_what_prices_do_not_close_may_be_judged_by_a_new_row() -> None:
    """Nor does a refresh before the opening, or one whose opening is still to come."""
    by = {"Oleh": "m1;m2;m3", "Waktu": AT + MINUTE}
    desk = priced(opened=True)
    desk.put(LETTER, "p1", "memenuhi")
    refreshed(desk)
    row = {"Peserta": "p1", "Tahap": "evaluasi administrasi", "Kriteria": "adm.surat", **by}
    desk.row("Pengecualian", {**row, "Putusan": "memenuhi"}, 1)
    assert told(desk.read()) == []

    made = desk.book.create_sheet("Hasil Status")
    made["A3"] = "Dibuat Selasa, 17 Mei 2022 pukul 10.05 WIB dari isian 0123456789abcdef. Dan"
    row |= {"Tahap": "evaluasi teknis", "Kriteria": "tek.metode", "Nilai": 95}
    desk.row("Pengecualian", row, 2)
    assert told(desk.read()) == []


def test_a_code_that_looks_like_a_number_is_held_as_it_was_typed() -> None:
    """The criterion 1.10 is not 1.1, and its word is not lost unseen."""
    desk = Typed()
    (number,) = row_of(desk, "Kriteria", "adm.surat")
    code = desk.book["Kriteria"].cell(number, desk.column("Kriteria", "Kode"))
    code.value = desk.sheet["B7"] = "1.10"
    desk.put((LETTER[0], "1.10"), "p1", "memenuhi")
    refreshed(desk)
    desk.put((LETTER[0], "1.10"), "p1", None)
    assert told(desk.read()) == [("Matriks!G7", "XLS204")]


def test_a_reason_that_ends_with_a_full_stop_is_quoted_with_one() -> None:
    """It closes the sentence of the fault as well."""
    desk = judged("tidak")
    desk.put(LETTER, "Alasan p1", "Hanya 20 ton.")
    desk = refreshed(desk)
    desk.put(LETTER, "Alasan p1", "Hanya 10 ton.")
    (fault,) = desk.read().diagnose()

    assert fault.code == "XLS202"
    assert fault.message.endswith("berisi Hanya 20 ton.")


def test_an_emptied_cell_is_told() -> None:
    """Unless a row of the long form has its word."""
    desk = judged()
    desk.put(LETTER, "p1", None)
    assert told(desk.read()) == [("Matriks!G7", "XLS204")]

    row = {"Peserta": "p1", "Tahap": "evaluasi administrasi", "Kriteria": "adm.surat"}
    desk.row("Pengecualian", {**row, "Putusan": "memenuhi", "Oleh": "m1;m2;m3", "Waktu": AT}, 1)
    assert said(desk) == [TEN]


def test_what_is_lost_with_its_column_row_or_sheet_is_told() -> None:
    """Once, where it stood."""
    desk = judged()
    desk.sheet.delete_cols(7, 3)
    assert told(desk.read()) == [("Matriks!A4", "XLS204")]

    desk = judged()
    desk.sheet.delete_rows(7)
    assert told(desk.read()) == [("Matriks!A4", "XLS204")]

    desk = judged()
    del desk.book["Matriks"]
    assert told(desk.read()) == [("Matriks!A1", "XLS204")]


def lost(desk: Typed) -> list[str]:
    """What is told of each fault."""
    return [fault.message for fault in desk.read().diagnose()]


def test_what_is_gone_is_named_with_whom_and_what_it_is_about() -> None:
    """All that went with a row in one fault, with the reasons; of many their number."""
    desk = Typed()
    desk.put(LETTER, "Semua", "memenuhi")
    desk.put(LETTER, "p1", "tidak")
    desk.put(LETTER, "Alasan p1", "Tidak bermeterai")
    refreshed(desk).sheet.delete_rows(7)
    words = "Semua, adm.surat: memenuhi; p1, adm.surat: tidak (Tidak bermeterai)"
    (message,) = lost(desk)
    assert words in message


def test_a_head_renamed_to_nobody_is_told_once() -> None:
    """What stood below it is there still; no head that has its own column is suggested."""
    desk = judged()
    desk.sheet["G4"] = "p9"
    (fault,) = desk.read().diagnose()
    assert fault.code == "XLS022"
    assert "Mungkin" not in fault.hint


def test_what_is_another_is_named() -> None:
    """A reason alone, at its cell; a reason taken away once, as the reason that is required."""
    desk = Typed()
    desk.put(LETTER, "p1", "tidak")
    desk.put(LETTER, "Alasan p1", "Tidak bermeterai")
    refreshed(desk).put(LETTER, "Alasan p1", "Tidak bertanggal")
    assert lost(desk) == ["Alasan p1 pada pembaruan terakhir berisi Tidak bermeterai."]

    desk.put(LETTER, "Alasan p1", None)
    assert told(desk.read()) == [("Matriks!H7", "XLS041")]


def test_the_time_that_stood_there_is_told_as_one_is_typed() -> None:
    """Above the heads: the day of the week, the date, the time and its zone."""
    desk = judged()
    desk.sheet["D3"] = AT + dt.timedelta(days=1)
    (message,) = lost(desk)
    assert "Selasa, 17 Mei 2022 pukul 10.00 WIB" in message


def test_what_is_about_a_criterion_that_is_gone_is_not_held() -> None:
    """Its row in the matrix goes with it; as long as that stands, it asks nothing that there is."""
    desk = judged()
    desk.book["Kriteria"].delete_rows(next(row_of(desk, "Kriteria", "adm.surat")))
    assert told(desk.read()) == [("Matriks!B7", "PKT052")]

    desk.sheet.delete_rows(7)
    assert said(desk) == []


def test_what_a_member_said_who_is_gone_is_not_held() -> None:
    """Nor is the sheet that was its own."""
    desk = Typed("Matriks m2", by="m2")
    desk.put(TOOLS, "p1", "memenuhi")
    refreshed(desk, "Matriks m2")
    del desk.book["Matriks m2"]
    assert told(desk.read()) == [("Matriks m2!A1", "XLS204")]

    desk.book["Pokja"].delete_rows(next(row_of(desk, "Pokja", "m2")))
    assert "XLS204" not in {code for _, code in told(desk.read())}


def row_of(desk: Typed, sheet: str, code: str, title: str = "Kode") -> Iterator[int]:
    """The rows of an entry."""
    column = desk.column(sheet, title)
    return (
        cells[0].row for cells in desk.book[sheet].iter_rows() if cells[column - 1].value == code
    )


def test_moved_and_renamed_it_says_the_same() -> None:
    """Whole rows sorted, columns moved, the sheet called otherwise."""
    desk = judged()
    desk.sheet.insert_rows(6)
    desk.sheet.insert_cols(7)
    desk.sheet.title = "Matriks rapat"

    assert said(desk) == [TEN]


def test_the_head_stays_for_what_relies_on_it() -> None:
    """Another time or another panel there is told there; a cell with its own time needs none."""
    desk = judged()
    desk.sheet["D3"] = AT + dt.timedelta(days=1)
    assert told(desk.read()) == [("Matriks!D3", "XLS203")]

    desk.put(LETTER, "Waktu p1", AT)
    assert said(desk) == [TEN]

    desk.sheet["B3"] = "m1; m2"
    assert told(desk.read()) == [("Matriks!B3", "XLS203")]

    again = desk.matrix("Matriks 2", "m2; m3", AT)  # what m2 says there otherwise follows from it
    desk.put(LETTER, "p1", "tidak", again)
    desk.put(LETTER, "Alasan p1", "Tidak bermeterai", again)
    desk.put(LETTER, "Waktu p1", None)
    assert told(desk.read()) == [("Matriks!B3", "XLS203")]


def test_a_score_is_known_however_it_was_typed() -> None:
    """As a number or as a text, with a decimal part."""
    desk = Typed()
    desk.put(METHOD, "p1", 82.5)
    desk.put(METHOD, "p2", "77,25")
    refreshed(desk)

    assert [one["score"] for one in said(desk)] == ["82.5", "77.25"]
    desk.put(METHOD, "p1", 82.4)
    desk.put(METHOD, "p2", 77.25)
    assert told(desk.read()) == [("Matriks!G9", "XLS202")]
    assert "82,5" in desk.read().diagnose()[0].message
    assert "82.5" in desk.read().diagnose(lang="en")[0].message


def in_row(at: Any) -> Typed:
    """A workbook that was refreshed with one cell filled, whose row has a time."""
    desk = Typed()
    desk.sheet.cell(4, 13).value = "Waktu baris"
    desk.put(LETTER, "p1", "memenuhi")
    desk.put(LETTER, "Waktu baris", at)
    return refreshed(desk)


def test_the_time_of_a_row_stays_for_what_relies_on_it() -> None:
    """As the one above the heads does; a row that had none may get none either."""
    desk = in_row(AT + MINUTE)
    later = {**TEN, "at": "2022-05-17T10:01:00+07:00"}
    assert said(desk) == [later]
    desk.sheet["D3"] = AT + dt.timedelta(days=1)
    assert said(desk) == [later]
    desk.put(LETTER, "Waktu baris", AT + 2 * MINUTE)
    assert told(desk.read()) == [("Matriks!M7", "XLS203")]
    desk.put(LETTER, "Waktu baris", None)
    assert told(desk.read()) == [("Matriks!M7", "XLS203")]

    desk = in_row(None)
    desk.put(LETTER, "Waktu baris", AT + MINUTE)
    assert told(desk.read()) == [("Matriks!M7", "XLS203")]
    desk.put(LETTER, "Waktu p1", AT)
    assert said(desk) == [TEN]

    desk = in_row(AT.replace(year=2016))
    assert told(desk.read()) == [("Matriks!M7", "XLS224")]
    desk.put(LETTER, "Waktu baris", AT)
    assert said(desk) == [TEN]


def test_the_times_of_rows_are_told_once() -> None:
    """They were emptied, or filled down, together."""
    desk = Typed()
    desk.sheet.cell(4, 13).value = "Waktu baris"
    for row, answer in ((LETTER, "memenuhi"), (TOOLS, "memenuhi"), (METHOD, 80)):
        desk.put(row, "p1", answer)
        desk.put(row, "Waktu baris", AT + MINUTE)
    refreshed(desk)
    for row in (LETTER, TOOLS, METHOD):
        desk.put(row, "Waktu baris", None)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Matriks!M7", "XLS203")
    assert "Waktu baris (M7:M9)" in fault.message
    assert fault.message.count("Selasa, 17 Mei 2022 pukul 10.01 WIB") == 1
    (english,) = desk.read().diagnose(lang="en")
    assert "said Tuesday, 17 May 2022 at 10:01 WIB" in english.message
