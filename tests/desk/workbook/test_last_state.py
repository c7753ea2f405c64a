"""The last state of a workbook: kept in it, and held against what is typed now."""

import datetime as dt
import io
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook

from tender_desk.ooxml.guard import open_workbook
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.reading.sheet_cells import title_key
from tender_desk.workbook.since_refresh import last_state as states
from tender_desk.workbook.since_refresh.last_state import (
    SheetState,
    State,
    TypedRow,
    last_state,
    state_of,
    with_state,
)
from tender_desk.workbook.since_refresh.state_changes import SheetChange, changes_since
from tender_rules import national
from tests.desk.workbook.data import HEAD, Desk
from tests.desk.workbook.unread import open_book
from tests.reading import blank_bytes

LAYOUT = layout_of(national().declarations)
PEOPLE = [
    (f"p{number}", f"CV Umpama {number}", f"00.{number}", number * 1000) for number in range(1, 7)
]
TITLES = ("Kode", "Nama peserta", "NPWP", "Harga penawaran (Rp)")


@cache
def small_book() -> bytes:
    """A few sheets of an empty workbook: what a test saves often has to be small."""
    book = load_workbook(io.BytesIO(blank_bytes()))
    for title in book.sheetnames:
        if title not in ("Paket", "Peserta", "Harga p1", "HPS", "Penilaian"):
            del book[title]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class People(Desk):
    """An empty workbook in which six bidders are typed."""

    def __init__(self, data: bytes | None = None) -> None:
        self.book: Any = open_book(data or small_book())
        if data is None:
            self.type(PEOPLE)

    def type(self, rows: list[tuple[Any, ...]], first: int = 1) -> None:
        """Type bidders below each other."""
        for entry, row in enumerate(rows, first):
            self.row("Peserta", dict(zip(TITLES, row, strict=True)), entry)

    def state(self) -> State:
        """What is typed in it now."""
        return state_of(self.bytes(), LAYOUT)


BEFORE = People().state()


def told(desk: People) -> list[tuple[str, int | None]]:
    """The sheets that differ from six bidders just typed, and in how many cells."""
    return [(change.sheet, change.cells) for change in changes_since(BEFORE, desk.state(), LAYOUT)]


def asked(desk: People) -> list[tuple[str, str, tuple[int, ...]]]:
    """Where rows exchanged values: the sheet, the column, the rows."""
    return [
        (change.sheet, one.column, one.rows)
        for change in changes_since(BEFORE, desk.state(), LAYOUT)
        for one in change.exchanged
    ]


def test_it_is_kept_in_the_workbook_and_shown_to_nobody() -> None:
    """And reads back as it was; a second time no byte changes."""
    data = People().bytes()
    state = state_of(data, LAYOUT)
    kept = with_state(data, state)

    assert last_state(open_workbook(data)) is None
    assert last_state(open_workbook(kept)) == state
    assert load_workbook(io.BytesIO(kept))["Hasil Keadaan"].sheet_state == "veryHidden"
    assert state_of(kept, LAYOUT) == state
    assert with_state(kept, state) == kept


def test_it_holds_what_was_typed_as_text() -> None:
    """Judgements in words, times and numbers however a cell shows them; all else as digests."""
    desk = People()
    moment = dt.datetime(2026, 5, 4, 9, 30, 1)  # noqa: DTZ001
    desk.row("Penilaian", {"Tahap": "semua tahap", "Waktu": moment}, 1)
    desk.row("Penilaian", {"Catatan": "  metode _x0041_ 'é' \U0001f600 \n baru ", "Oleh": 1.10}, 2)
    state = last_state(open_workbook(with_state(desk.bytes(), desk.state())))

    assert state is not None
    first, second = state["Penilaian"].rows
    assert (first.number, first.cells["tahap"]) == (HEAD + 1, "semua tahap")
    assert first.cells["waktu"] == "2026-05-04T09:30:01"
    assert second.cells == {"catatan": "metode _x0041_ 'é' \U0001f600 \n baru", "oleh": "1.1"}
    assert state["Peserta"].heads["harga penawaran (rp)"] == "Harga penawaran (Rp)"
    assert PEOPLE[0][1] not in str(state)
    assert "B3" in state["Harga p1"].above


def test_a_damaged_state_is_none() -> None:
    """Somebody showed the sheet and typed in it: there is nothing to hold anything against."""
    desk = People(with_state(People().bytes(), BEFORE))
    sheet = desk.book["Hasil Keadaan"]
    sheet["B1"] = sheet["B1"].value + " "

    assert last_state(open_workbook(desk.bytes())) is None


def test_more_than_is_kept_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet beyond the bound is named and not compared; the others are."""
    monkeypatch.setattr(states, "_MOST", 3_000)
    desk = People()
    for entry in range(1, 150):
        desk.row("HPS", {"Kode": f"L{entry}"}, entry)
    state = desk.state()
    kept = last_state(open_workbook(with_state(desk.bytes(), state)))

    assert [title for title, sheet in state.items() if not sheet.whole] == ["HPS"]
    assert kept == state
    assert SheetChange("HPS", None) in changes_since(state, state, LAYOUT)


def test_nothing_typed_is_no_change() -> None:
    """Nor are looks, or notes of the panel's own."""
    desk = People()
    sheet = desk.book["Peserta"]
    sheet.cell(HEAD, 60, "Catatan kami")
    sheet.cell(HEAD + 1, 60, "tanya")
    sheet.cell(HEAD + 1, 1).number_format = "0.00"
    desk.book.create_sheet("Catatan rapat")["A1"] = 5

    assert told(desk) == []


def test_many_rows_alike_may_be_sorted() -> None:
    """No cell tells one from the other; the whole rows do."""
    rows = [{"a": f"{n % 4}", "b": f"{n // 60}", "c": f"{n % 3}"} for n in range(120)]

    def of(cells: list[dict[str, str]]) -> State:
        return {"X": SheetState(rows=tuple(TypedRow(n, one) for n, one in enumerate(cells, 5)))}

    again = sorted(rows, key=lambda row: (row["c"], row["a"]))
    assert changes_since(of(rows), of(again), LAYOUT) == ()


def test_each_cell_that_differs_is_counted_once() -> None:
    """One typed anew, one more, one gone; a further row with one beside the code that is there."""
    desk = People()
    desk.type([("p7", "CV Baru", None, None)], 7)
    desk.cell("Peserta", "Nama peserta", 2).value = "CV Lain"
    desk.cell("Peserta", "Alamat", 3).value = "Jalan"
    desk.cell("Peserta", "NPWP", 4).value = None
    desk.field("Paket", "Nama paket").value = "Jalan"

    assert told(desk) == [("Paket", 1), ("Peserta", 4)]
    assert asked(desk) == []


@pytest.mark.parametrize(
    ("sheet", "columns", "free"),
    [
        ("Peserta", TITLES[:3], TITLES[3]),  # a price may be put right
        ("Pokja", ("Kode", "Nama", "NIP"), "Kedudukan"),
        ("KSO", ("Kode", "Nama anggota", "NPWP"), "Bagian (%)"),
        ("Kriteria", (), "Uraian"),
    ],
)
def test_what_tells_who_somebody_is_is_asked_of_two(
    sheet: str, columns: tuple[str, ...], free: str
) -> None:
    """Exchanged alone: each would bid or judge as the other. Rows exchanged whole are no change."""
    heads = {title_key(title): title for title in (*columns, free, "Tahap", "Alamat")}

    def of(rows: list[dict[str, str]]) -> State:
        return {sheet: SheetState(heads, tuple(TypedRow(n, one) for n, one in enumerate(rows, 5)))}

    rows = [{key: f"{key} {row}" for key in heads} for row in range(4)]
    for column in (*columns, free):
        key = title_key(column)
        one, two = ({**rows[n], key: rows[3 - n][key]} for n in (0, 3))
        (change,) = changes_since(of(rows), of([one, *rows[1:3], two]), LAYOUT)

        asked = [(each.column, each.rows) for each in change.exchanged]
        assert asked == ([] if column == free else [(column, (5, 8))])
    assert changes_since(of(rows), of(rows[::-1]), LAYOUT) == ()


def test_heads_that_were_exchanged_are_asked_about_as_that() -> None:
    """No row exchanged anything with another."""
    desk = People()
    one, two = (desk.column("Peserta", title) for title in ("Nama peserta", "NPWP"))
    page = desk.book["Peserta"]
    page.cell(HEAD, one).value, page.cell(HEAD, two).value = "NPWP", "Nama peserta *"
    (change,) = changes_since(BEFORE, desk.state(), LAYOUT)

    assert change == SheetChange("Peserta", 12, heads=("NPWP", "Nama peserta"))


def sorted_rows(desk: People) -> None:
    """The rows as a whole, the last first."""
    desk.type(PEOPLE[::-1])


def pushed_down(desk: People) -> None:
    """Two rows are inserted above the first."""
    desk.book["Peserta"].insert_rows(HEAD + 1, 2)


def swapped_columns(desk: People) -> None:
    """Two columns change places with their heads."""
    sheet = desk.book["Peserta"]
    for row in range(HEAD, HEAD + 7):
        one, two = sheet.cell(row, 2), sheet.cell(row, 3)
        one.value, two.value = two.value, one.value


@pytest.mark.parametrize("move", [sorted_rows, pushed_down, swapped_columns])
def test_what_only_moved_is_the_same(move: Any) -> None:
    """Nothing was typed."""
    desk = People()
    move(desk)

    assert told(desk) == []


def test_formulas_of_sorted_rows_are_the_same() -> None:
    """Each computes from its own row, whichever that is."""
    desk = People()
    for entry in range(1, 7):
        desk.cell("Peserta", "Harga penawaran (Rp)", entry).value = f"=A{HEAD + entry}*$B$2"
    before = desk.state()
    for entry, row in enumerate(PEOPLE[::-1], 1):
        desk.row("Peserta", dict(zip(TITLES[:3], row, strict=False)), entry)

    assert changes_since(before, desk.state(), LAYOUT) == ()


@pytest.mark.parametrize("at", range(4))
def test_one_column_sorted_alone_is_asked(at: int) -> None:
    """Whichever it is, the codes too: six rows have the values of each other."""
    desk = People()
    for entry, row in enumerate(PEOPLE[::-1], 1):
        desk.cell("Peserta", TITLES[at], entry).value = row[at]

    assert told(desk) == [("Peserta", 6)]
    assert asked(desk) == [("Peserta", TITLES[at], tuple(range(HEAD + 1, HEAD + 7)))]


@pytest.mark.parametrize(("rows", "expected"), [(2, []), (3, [5, 6, 7])])
def test_two_rows_may_exchange_and_three_are_asked(rows: int, expected: list[int]) -> None:
    """Two prices that were mixed up are a correction; what else was typed hides nothing."""
    desk = People()
    for entry in range(rows):
        value = PEOPLE[(entry + 1) % rows][3]
        desk.cell("Peserta", TITLES[3], entry + 1).value = value
    desk.cell("Peserta", "Alamat", 1).value = "Jalan"

    assert told(desk) == [("Peserta", rows + 1)]
    assert asked(desk) == ([("Peserta", TITLES[3], tuple(expected))] if expected else [])


def test_values_typed_anew_are_no_exchange() -> None:
    """Three verdicts that turned the same way have nobody else's."""
    desk = People()
    for entry in range(1, 4):
        desk.cell("Peserta", "NPWP", entry).value = PEOPLE[5][2]

    assert asked(desk) == []


@pytest.mark.parametrize(("rows", "pulled"), [(3, []), (4, [6, 7, 8])])
def test_a_value_pulled_down_over_others_is_asked(rows: int, pulled: list[int]) -> None:
    """Over three that differed; where they said the same, or nothing, somebody has decided it."""
    desk = People()
    for entry in range(1, 7):
        desk.cell("Peserta", "Alamat", entry).value = "Jalan 1"
    before = desk.state()
    for entry in range(1, rows + 1):
        desk.cell("Peserta", "NPWP", entry).value = PEOPLE[0][2]
        desk.cell("Peserta", "Alamat", entry).value = "Jalan 2"
        desk.cell("Peserta", "Dikoreksi oleh", entry).value = "spse"
    (change,) = changes_since(before, desk.state(), LAYOUT)

    assert [(one.column, [*one.rows]) for one in change.pulled] == (
        [("NPWP", pulled)] * bool(pulled)
    )


def test_a_column_that_was_moved_whole_is_asked() -> None:
    """Nothing is left where it stood; the first of a sheet is what its rows are known by."""
    desk = People()
    for entry in range(1, 7):
        stood = desk.cell("Peserta", "Harga penawaran (Rp)", entry)
        desk.cell("Peserta", "Harga terkoreksi (Rp)", entry).value = stood.value
        stood.value = None
    (change,) = changes_since(BEFORE, desk.state(), LAYOUT)

    (moved,) = change.moved
    assert (moved.column, len(moved.rows)) == ("Harga terkoreksi (Rp)", 6)
