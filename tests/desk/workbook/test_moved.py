"""A block that stands elsewhere than at the last refresh: one fault, or one question."""

import datetime as dt
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.since_refresh.last_state import (
    STATE_SHEET,
    SheetState,
    TypedRow,
    state_of,
    with_state,
)
from tender_desk.workbook.since_refresh.moved import block_since
from tender_desk.workbook.since_refresh.state_changes import changes_since
from tender_rules import national
from tests.desk.workbook.data import Desk, bare_workbook, parsed, told
from tests.desk.workbook.pasting import desk_of_sample
from tests.desk.workbook.unread import open_book

LAYOUT = layout_of(national().declarations)
SAMPLE = Path(__file__).parents[3] / "samples" / "bendung-irigasi" / "paket.json"


@cache
def refreshed() -> bytes:
    """The workbook of a tender with four prices and scores, with what it says as its last state."""
    data = Desk(parsed(json.loads(SAMPLE.read_text("utf-8")))).bytes()
    return with_state(data, state_of(data, LAYOUT))


class Refreshed(Desk):
    """That workbook, in which somebody pastes a block over what stands there."""

    def __init__(self) -> None:
        self.book: Any = open_book(refreshed())

    def paste(self, sheet: str, block: str, cell: str, *, cut: bool = True) -> None:
        """A block from its place to another, its first cell at `cell`."""
        page = self.book[sheet]
        values = [[one.value for one in row] for row in page[block]]
        for one in [one for row in page[block] for one in row if cut]:
            one.value = None
        first = page[cell]
        for down, row in enumerate(values):
            for right, value in enumerate(row):
                page.cell(first.row + down, first.column + right).value = value


@pytest.mark.parametrize(
    ("sheet", "block", "cell", "found"),
    [
        ("Harga p1", "E6:E12", "E5", "E5:E11"),  # the last has no price any more
        ("Harga p1", "D6:E9", "C6", "C6:D9"),
        ("Harga p1", "E6:E9", "F6", "F6:F9"),
        ("HPS", "E5:E9", "F5", "F5:F9"),
        ("HPS", "D6:D12", "D5", "D6:D11"),  # the first two are the same
        ("Peserta", "D5:J7", "E5", "E5:K7"),
        ("Peserta", "F5:J8", "F6", "G6:H9"),
        ("Matriks", "K12:T14", "K11", "K11:T13"),
        ("Matriks", "K12:T14", "L12", "L12:U14"),
        ("Matriks", "K12:K14", "N12", "N12:N14"),  # to the next bidder
    ],
)
def test_what_is_wrong_because_of_a_block_is_one_fault(
    sheet: str, block: str, cell: str, found: str
) -> None:
    """Where it stands and where it belongs; not each cell that lacks something, or is another."""
    desk = Refreshed()
    desk.paste(sheet, block, cell)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{sheet}!{found.partition(':')[0]}", "XLS216")
    assert found in fault.message


@pytest.mark.parametrize(
    ("sheet", "block", "cell", "odd"),
    [
        ("Harga p1", "D6:E9", "C6", "C6"),
        ("Harga p1", "E6:E9", "F6", "F6"),
        ("Peserta", "D5:J7", "E5", "G5"),  # whose business has words, where a time belongs
        ("Matriks", "K12:T14", "L12", "L12"),
    ],
)
def test_a_part_of_some_rows_that_fits_beside_its_place(
    sheet: str, block: str, cell: str, odd: str
) -> None:
    """Before any refresh too, though the rest of these rows is where it belongs."""
    desk = Refreshed()
    del desk.book["Hasil Keadaan"]
    desk.paste(sheet, block, cell)

    assert told(desk.read()) == [(f"{sheet}!{odd}", "XLS171")]


def test_volumes_of_the_document_on_the_rows_of_others_are_its_own_fault() -> None:
    """The price sheets, which are as they were, are asked nothing."""
    desk = Refreshed()
    last = desk.book["HPS"]["D12"].value
    desk.paste("HPS", "D5:D11", "D6")
    desk.book["HPS"]["D5"].value = last

    assert told(desk.read()) == [("HPS!D7", "XLS216")]


def test_lines_of_the_document_that_all_prices_have_otherwise_are_its_own_fault() -> None:
    """Also where no state tells what stood there, and one has a volume of its own beside that."""
    desk = Refreshed()
    del desk.book["Hasil Keadaan"]
    page = desk.book["HPS"]
    volumes = [page.cell(row, 4).value for row in range(5, 13)]
    for row, volume in zip(range(5, 13), [*volumes[1:], volumes[0]], strict=True):
        page.cell(row, 4).value = volume
    assert told(desk.read()) == [("HPS!A6", "XLS223")]

    for who in ("p1", "p3", "p4"):
        desk.book[f"Harga {who}"]["J3"] = "ya"
    assert told(desk.read()) == [("Harga p2!D6", "XLS104")]


@pytest.mark.parametrize("cell", ["E5", "E7"])
def test_a_block_after_which_all_can_be_read_is_asked_about(cell: str) -> None:
    """Prices pasted a row off over those that were there: one is lost, one stands twice."""
    desk = Refreshed()
    desk.paste("Harga p1", "E6:E11", cell, cut=False)
    data = desk.bytes()
    (change,) = changes_since(state_of(refreshed(), LAYOUT), state_of(data, LAYOUT), LAYOUT)

    assert told(desk.read()) == []
    rows = tuple(range(int(cell[1:]), int(cell[1:]) + 6))
    assert [(one.column, one.rows) for one in change.moved] == [("Harga Satuan", rows)]
    assert change.exchanged == ()


def test_questions_that_were_exchanged_without_their_answers_are_one_fault() -> None:
    """Rows that were exchanged whole say what they said."""
    desk = Refreshed()
    for block in ("B12:C12", "B12:T12"):
        desk.paste("Matriks", block, "B20")
        desk.paste("Matriks", block.replace("12", "14"), "B12")
        desk.paste("Matriks", block.replace("12", "20"), "B14")
        if block == "B12:C12":
            (fault,) = desk.read().diagnose()
            assert (fault.cell, fault.code) == ("Matriks!B12", "XLS230")
            assert "B12, B14" in fault.message
            desk = Refreshed()
    assert told(desk.read()) == []


@pytest.mark.parametrize("part", [("K", "N"), ("KLM", "NOP")])
def test_heads_that_were_exchanged_are_one_fault(part: tuple[str, str]) -> None:
    """No block is to be moved: the heads go back. With all below them they may stand anywhere."""
    desk = Refreshed()
    page = desk.book["Matriks"]
    for one, other in zip(*part, strict=True):
        one, other = page[f"{one}4"], page[f"{other}4"]
        one.value, other.value = other.value, one.value
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Matriks!K4", "XLS229")
    assert "(K4, N4" in fault.message


def test_cells_that_were_merged_are_told_as_that() -> None:
    """What a merged range has swallowed is gone, and each cell that has none as well."""
    desk = Refreshed()
    desk.book["Matriks"].merge_cells("K12:K14")

    assert told(desk.read()) == [("Matriks!K12", "XLS108")]


def test_prices_of_another_bidder_are_asked_about() -> None:
    """The codes of two price sheets were exchanged: each line reads, as somebody else's."""
    desk = Refreshed()
    one, other = desk.book["Harga p1"], desk.book["Harga p2"]
    one["B3"], other["B3"] = "p2", "p1"
    data = desk.bytes()
    changes = changes_since(state_of(refreshed(), LAYOUT), state_of(data, LAYOUT), LAYOUT)

    assert [(one.sheet, one.changed_hands) for one in changes] == [
        ("Harga p1", True),
        ("Harga p2", True),
    ]
    one["B3"], other["B3"] = "p1", "p2"
    one["E5"] = 1
    (change,) = changes_since(state_of(refreshed(), LAYOUT), state_of(desk.bytes(), LAYOUT), LAYOUT)
    assert not change.changed_hands


def test_a_code_that_was_changed_is_named_in_every_cell_that_has_it() -> None:
    """Of a matrix these are its heads, and not the answers below them."""
    desk = Refreshed()
    desk.cell("Peserta", "Kode", 2).value = "p9"
    (fault,) = desk.read().diagnose()

    assert fault.code == "XLS194"
    assert "di 8 sel: Harga p2 B3; Matriks N4, O4, P4; " in fault.message


class Renaming(Refreshed):
    """That workbook, in which somebody changes a code."""

    def rename(self, code: str, *, but: str = "") -> None:
        """On every sheet that has it, or all but one; another takes its place."""
        whole = re.compile(rf"(?<![\w.-]){re.escape(code)}(?![\w.-])")
        pages = (page for page in self.book.worksheets if page.title not in (but, STATE_SHEET))
        for cell in (cell for page in pages for row in page.iter_rows() for cell in row):
            if isinstance(cell.value, str):
                cell.value = whole.sub("baru.1", cell.value)


@pytest.mark.parametrize(
    ("code", "own", "named"),
    [
        ("m1", "Pokja", ("Matriks!B3", "XLS194")),
        ("p1", "Peserta", ("Harga p1!B3", "XLS194")),
        ("tek.personel", "Kriteria", ("Matriks!B14", "PKT052")),
    ],
)
def test_a_code_that_was_renamed_is_one_fault_or_none(
    code: str, own: str, named: tuple[str, str]
) -> None:
    """Where it is another everywhere nothing is judged anew, and all is held as it was."""
    desk = Renaming()
    desk.rename(code, but=own)
    assert told(desk.read()) == [named]

    desk = Renaming()
    desk.rename(code)
    desk.book["Matriks"]["K14"] = 99
    assert told(desk.read()) == [("Matriks!K14", "XLS202")]


def test_a_bidder_with_another_code_is_judged_no_other_way_once_prices_are_open() -> None:
    """A new row on what was answered under the old one."""
    desk = Renaming()
    desk.rename("p1")
    about = {"Peserta": "baru.1", "Tahap": "evaluasi teknis", "Kriteria": "tek.personel"}
    when = desk.book["Matriks"]["D3"].value - dt.timedelta(hours=1)
    desk.row("Pengecualian", {**about, "Nilai": 95, "Oleh": "m1", "Waktu": when}, 2)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Pengecualian!A6", "XLS228")
    assert "sudah dijawab: 90." in fault.message


def test_what_stood_beside_a_code_that_is_gone_is_not_told_beside_its_block() -> None:
    """Once the block is back, the code is."""
    desk = Renaming()
    desk.rename("tek.personel", but="Matriks")
    desk.paste("Matriks", "K12:T14", "K11")

    assert told(desk.read()) == [("Matriks!K11", "XLS216")]


def sheet(*rows: tuple[int, str]) -> SheetState:
    """Rows by their numbers, a letter a column."""
    heads = {key: key for key in "abcd"}
    typed = (
        TypedRow(n, {k: v for k, v in zip("abcd", said, strict=True) if v != "-"})
        for n, said in rows
    )
    return SheetState(heads, tuple(typed))


THEN = sheet((5, "1kpx"), (6, "2lqx"), (7, "3mrx"), (8, "4nsx"))


@pytest.mark.parametrize(
    "now",
    [
        THEN,
        sheet((6, "1kpx"), (7, "2lqx"), (8, "3mrx"), (9, "4nsx")),  # a row was inserted
        sheet((5, "4nsx"), (6, "3mrx"), (7, "2lqx"), (8, "1kpx")),  # whole rows were sorted
        sheet((5, "1kqx"), (6, "2lrx"), (7, "3mrx"), (8, "4nsx")),  # two are no block
        sheet((5, "1kpx"), (6, "2lpx"), (7, "3mpx"), (8, "4npx")),  # one value was filled down
    ],
)
def test_what_is_no_block(now: SheetState) -> None:
    """Whole rows that moved, and values that only look as those of a neighbour."""
    assert block_since(THEN, now, "abcd") is None


def test_a_block_of_a_column() -> None:
    """By its rows, and by how far it is off; of two columns whose rows it is too."""
    higher = sheet((5, "1kqx"), (6, "2lrx"), (7, "3msx"), (8, "4n-x"))
    beside = sheet((5, "1-kp"), (6, "2-lq"), (7, "3mrx"), (8, "4nsx"))
    up, right = (block_since(THEN, now, "abcd") for now in (higher, beside))

    assert up is not None
    assert (up.cells, up.down) == (((5, "c"), (6, "c"), (7, "c")), -1)
    assert right is not None
    assert right.columns == {"c": "b", "d": "c"}


TYPED = Path(__file__).parents[2] / "typed" / "alat-kesehatan.json"


@cache
def scored() -> bytes:
    """The workbook of a tender with three scorers, before any refresh."""
    return bare_workbook(parsed(json.loads(TYPED.read_text("utf-8"))))


class Scored(Refreshed):
    """That workbook, in which the first scorer's matrix has H5:K7 scored, and the bids four lines.

    It keeps nothing of any time before.
    """

    def __init__(self) -> None:
        self.book: Any = open_book(scored())


@pytest.mark.parametrize(
    ("sheet", "block", "cell", "code", "found"),
    [
        ("Matriks m1", "H5:K7", "H4", "XLS233", "H4:K6"),
        ("Matriks m1", "H5:K7", "H6", "XLS216", "H6:K8"),
        ("Matriks m1", "I5:I7", "I6", "XLS216", "I6:I8"),
        ("Matriks m1", "H5:K7", "E5", "XLS216", "E5:H7"),
        ("Matriks m1", "H5:K7", "I5", "XLS171", "L5, L6, L7"),
        ("Harga p1", "D5:G8", "D3", "XLS233", "D3:G6"),
        ("Harga p1", "A5:A8", "A4", "XLS233", "A4:A7"),
        ("HPS", "A5:E8", "A4", "XLS233", "A4:E7"),
    ],
)
def test_a_block_off_its_place_before_any_refresh_is_one_fault(
    sheet: str, block: str, cell: str, code: str, found: str
) -> None:
    """Over heads, over what the engine shows beside the scores, below the last question."""
    desk = Scored()
    desk.paste(sheet, block, cell)
    (fault,) = desk.read().diagnose()

    assert (fault.code, found in fault.message) == (code, True)
    if code != "XLS171":
        assert f"semestinya mulai di {block.partition(':')[0]}." in fault.message


@pytest.mark.parametrize("cell", ["K11", "K15"])
def test_scores_beside_questions_that_have_none_are_one_fault(cell: str) -> None:
    """It is not each of them that is told to be no verdict."""
    desk = Refreshed()
    del desk.book["Hasil Keadaan"]
    desk.paste("Matriks", "K12:T14", cell)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"Matriks!{cell}", "XLS216")
    assert "semestinya mulai di K12." in fault.message


@pytest.mark.parametrize("rows", [(7,), (8, 9)])
def test_a_highest_score_that_cannot_be_read_is_told_at_its_cell_alone(rows: Sequence[int]) -> None:
    """Not that the criterion lacks it, nor that scores stand beside questions without any."""
    desk = Scored()
    for row in rows:
        desk.book["Kriteria"].cell(row, 6).value = "banyak"

    assert told(desk.read()) == [(f"Kriteria!F{row}", "XLS030") for row in rows]


def test_scores_of_what_is_scored_in_part_are_no_block() -> None:
    """What a criterion lacks is told; its scores, and those above, stay where they are."""
    seleksi = SAMPLE.parents[1] / "pengawasan-rumah-sakit" / SAMPLE.name
    desk = Desk(parsed(json.loads(seleksi.read_text("utf-8"))))
    desk.book["Kriteria"]["F15"] = None

    assert told(desk.read()) == [("Kriteria!A15", "PKT038")]


def test_one_score_where_a_verdict_belongs_is_told_as_that() -> None:
    """It is no block; nor are scores that no question lacks."""
    desk = Refreshed()
    del desk.book["Hasil Keadaan"]
    desk.book["Matriks"]["K11"] = 80
    desk.book["Matriks"]["N11"] = 75

    assert told(desk.read()) == [("Matriks!K11", "PKT057"), ("Matriks!N11", "PKT057")]


def test_what_the_engine_shows_of_another_document_is_no_block() -> None:
    """Thresholds that were changed since, and a last bidder of whom nothing is scored."""
    desk = Scored()
    for row in (5, 6, 7):
        desk.book["Matriks m1"].cell(row, 7).value = None
        desk.book["Matriks m1"].cell(row, 11).value = None
    assert told(desk.read()) == []


@cache
def tentative(*, refreshed: bool) -> bytes:
    """The workbook of a tender with two thresholds and three scorers, none of whom scored p4."""
    desk = desk_of_sample("keamanan-jaringan")
    for member in ("m1", "m2", "m3"):
        for row in (5, 6, 7):
            desk.book[f"Matriks {member}"].cell(row, 11).value = None
    data = desk.bytes()
    return with_state(data, state_of(data, LAYOUT)) if refreshed else data


class Tentative(Refreshed):
    """That workbook."""

    def __init__(self, *, refreshed: bool) -> None:
        self.book: Any = open_book(tentative(refreshed=refreshed))

    def exchange(self, sheet: str, one: str, other: str) -> None:
        """What stands in two cells."""
        page = self.book[sheet]
        page[one].value, page[other].value = page[other].value, page[one].value


@pytest.mark.parametrize("refreshed", [False, True])
@pytest.mark.parametrize("now", [(None, None), (55, 70)])
def test_thresholds_that_are_others_on_their_sheet_move_no_scores(
    now: tuple[Any, Any], refreshed: bool
) -> None:
    """Lost or changed: the matrices show those that were, and no sheet else is touched."""
    desk = Tentative(refreshed=refreshed)
    page = desk.book["Kriteria"]
    assert [page["G8"].value, page["G9"].value] == [60, 65]
    page["G8"], page["G9"] = now

    assert told(desk.read()) == []


def test_a_criterion_without_its_stage_is_told_as_that() -> None:
    """Not on the matrices as well, which name it."""
    desk = Tentative(refreshed=False)
    desk.book["Kriteria"]["A9"] = None

    assert told(desk.read()) == [("Kriteria!A9", "XLS041")]


@pytest.mark.parametrize(
    ("cell", "value", "fault"),
    [
        ("A7", "p4x", ("KSO!A7", "XLS026")),
        ("A8", "p1", ("Paket berjalan!B11", "XLS026")),
        ("B6", "p1.9", ("Paket berjalan!B7", "XLS026")),
    ],
)
def test_a_row_of_a_kso_that_is_no_more_its_own_is_one_fault(
    cell: str, value: str, fault: tuple[str, str]
) -> None:
    """Neither are its shares told, which have one too few, nor who names its code."""
    desk = desk_of_sample("jembatan-kd-skn")
    desk.book["KSO"][cell] = value

    assert told(desk.read()) == [fault]


@pytest.mark.parametrize("column", ["B", "C"])
def test_criteria_that_were_exchanged_in_part_are_told_on_their_sheet(column: str) -> None:
    """Codes or words alone: the matrices, which are as they were, have them beside others."""
    desk = Tentative(refreshed=True)
    desk.exchange("Kriteria", f"{column}8", f"{column}9")
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Kriteria!B8", "XLS247")
    assert "pada B8:B9 " in fault.message
    desk.book["Matriks m1"]["H5"] = 77
    assert ("Matriks m1!B5", "XLS235") not in told(desk.read())


def test_questions_beside_the_words_of_others_are_one_fault() -> None:
    """Codes that were sorted alone, before any refresh: each score would be another criterion's."""
    desk = Scored()
    desk.paste("Matriks m1", "B5:B6", "B20")
    page = desk.book["Matriks m1"]
    page["B5"], page["B6"] = page["B21"].value, page["B20"].value
    page["B20"] = page["B21"] = None

    assert told(desk.read()) == [("Matriks m1!B5", "XLS235")]


def test_codes_of_lines_that_were_sorted_alone_are_one_fault() -> None:
    """All price sheets have other words and other volumes beside them."""
    desk = Scored()
    page = desk.book["HPS"]
    codes = [page.cell(row, 1).value for row in range(5, 9)]
    for row, code in zip(range(5, 9), reversed(codes), strict=True):
        page.cell(row, 1).value = code
    (fault,) = desk.read().diagnose()

    assert fault.code == "XLS223"
    assert "Jenis Barang/Jasa, Volume" in fault.message


def test_a_time_of_the_first_scorer_that_cannot_be_read_is_told_there_alone() -> None:
    """The others have no time of their own, which lack none."""
    desk = Scored()
    desk.book["Matriks m1"]["D3"] = "kemarin"
    for member in ("m2", "m3"):
        desk.book[f"Matriks {member}"]["D3"] = None

    assert told(desk.read()) == [("Matriks m1!D3", "XLS035")]


def test_a_form_without_its_values_is_one_fault() -> None:
    """Neither the zone of times nor the rate of PPN is asked for elsewhere."""
    desk = Scored()
    desk.book["Paket"].delete_cols(2)

    assert told(desk.read()) == [("Paket!A1", "XLS024")]
