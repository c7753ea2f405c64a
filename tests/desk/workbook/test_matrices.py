"""A cell of a matrix is an entry as a row of the long form would be, wherever columns and rows go.

Blank is no entry. What a cell says as a row does is one entry; where they differ both are named.
"""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

from openpyxl import load_workbook

from tests.desk.workbook.data import parsed, told
from tests.desk.workbook.matrices_by_hand import (
    AT,
    HEADS,
    MINUTE,
    ROWS,
    Typed,
    entry,
    said,
)
from tests.engine.formats.data import small_package
from tests.reading import workbook_bytes

ALL, ADMIN, LETTER, TOOLS, METHOD = ROWS
FAILED = "Alat X diminta, alat Y ditawarkan"
Change = Callable[[Any], None]


def fill(desk: Typed, sheet: Any, minutes: int = 0) -> None:
    """Type a cell of every level, a score, a reason, and a time of its own."""
    for row, head, value in (
        (LETTER, "Semua", "memenuhi"),
        (ADMIN, "p1", "memenuhi"),
        (LETTER, "p2", "Memenuhi"),
        (TOOLS, "p1", "tidak"),
        (TOOLS, "Alasan p1", FAILED),
        (TOOLS, "p2", "tidak memenuhi"),
        (TOOLS, "Alasan p2", "Tidak ada alat"),
        (TOOLS, "Waktu p2", AT + (minutes + 1) * MINUTE),
        (METHOD, "p1", 80),
        (METHOD, "p2", "70"),
    ):
        desk.put(row, head, value, sheet)


def filled() -> Typed:
    """A workbook with such a matrix."""
    desk = Typed()
    fill(desk, desk.sheet)
    return desk


def meant(minutes: int = 0) -> list[dict[str, Any]]:
    """What `fill` says, so many minutes after ten."""
    failed, at = "tidak_memenuhi", f"10:{minutes:02}"
    entries = [
        entry("evaluasi_administrasi", "*", "memenuhi", criterion="adm.surat", at=at),
        entry("evaluasi_administrasi", "p1", "memenuhi", at=at),
        entry("evaluasi_administrasi", "p2", "memenuhi", criterion="adm.surat", at=at),
        entry("evaluasi_teknis", "p1", failed, criterion="tek.alat", note=FAILED, at=at),
        entry(
            *("evaluasi_teknis", "p2", failed),
            criterion="tek.alat",
            note="Tidak ada alat",
            at=f"10:{minutes + 1:02}",
        ),
        entry("evaluasi_teknis", "p1", "80", criterion="tek.metode", at=at),
        entry("evaluasi_teknis", "p2", "70", criterion="tek.metode", at=at),
    ]
    return in_order(entries)


def in_order(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries with their keys sorted, in the order of their texts."""
    return sorted(({key: one[key] for key in sorted(one)} for one in entries), key=repr)


def test_a_cell_is_an_entry_of_its_row_and_column() -> None:
    """Of everybody, of a stage as a whole, of a criterion; a blank one is none."""
    assert in_order(said(filled())) == meant()


def test_one_cell_says_it_of_every_stage() -> None:
    """As the row of the long form does: one entry for each stage with criteria."""
    desk = Typed()
    desk.put(ALL, "Semua", "memenuhi")

    assert {(one["stage"], one["participant"], one.get("criterion")) for one in said(desk)} == {
        ("evaluasi_administrasi", "*", None),
        ("evaluasi_teknis", "*", "tek.alat"),
    }


def moved(sheet: Any) -> None:
    """The columns from the last to the first, the two before them in their places."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    for number, row in enumerate(rows, 4):
        for column, value in enumerate([*row[:5], *reversed(row[5:])], 1):
            sheet.cell(number, column).value = value


def without_general_notes(sheet: Any) -> None:
    sheet.delete_cols(5, 2)


def with_rows_between(sheet: Any) -> None:
    sheet.insert_rows(6, 2)
    sheet["B7"] = None


def sorted_rows(sheet: Any) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    for number, row in enumerate(reversed(rows), 5):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def below_a_row(sheet: Any) -> None:
    sheet.insert_rows(2)


def with_own_columns(sheet: Any) -> None:
    sheet.insert_cols(7)
    sheet["G4"], sheet["G6"] = "Catatan ketua", "lihat rapat"
    sheet["O4"], sheet["O6"] = "Mesin: jumlah", "=1+1"


def by_names(sheet: Any) -> None:
    sheet["G4"], sheet["J4"] = "P-1", " P2 "
    sheet["B3"] = "M1; m2, M3"


def renamed(sheet: Any) -> None:
    sheet.title = "Matriks rapat kedua"


MOVES: tuple[Change, ...] = (
    moved,
    without_general_notes,
    with_rows_between,
    sorted_rows,
    below_a_row,
    with_own_columns,
    by_names,
    renamed,
)


def test_columns_and_rows_are_known_by_what_stands_in_them() -> None:
    """Never by their place: a matrix for each change, each at its own time."""
    desk = Typed()
    expected = []
    for number, change in enumerate(MOVES):
        sheet = desk.matrix(f"Matriks {number}", "m1; m2; m3", AT + 2 * number * MINUTE)
        fill(desk, sheet, 2 * number)
        change(sheet)
        expected += meant(2 * number)

    assert in_order(said(desk)) == in_order(expected)


def lost(*columns: int) -> Change:
    def change(sheet: Any) -> None:
        for column in columns:
            sheet.delete_cols(column)

    return change


def typed(cell: str, value: Any) -> Change:
    def change(sheet: Any) -> None:
        sheet[cell] = value

    return change


def typed_twice(sheet: Any) -> None:
    sheet.append(["evaluasi teknis", "tek.alat", None, None, None, None, "memenuhi"])


FAULTS = (
    ("who_decides", typed("B3", None), [("B3", "XLS041")]),
    ("when", typed("D3", None), [("D3", "XLS041")]),
    ("nobody_of_the_panel", typed("B3", "m1; Nobody At All"), [("B3", "XLS193")]),
    ("no_day", typed("D3", "kemarin"), [("D3", "XLS035")]),
    ("no_answer", typed("G8", "mungkin"), [("G8", "XLS200")]),
    ("a_reason_alone", typed("G8", None), [("G8", "XLS041")]),
    ("no_reason", typed("H8", None), [("H8", "XLS041")]),
    ("a_verdict_on_a_score", typed("G9", "memenuhi"), [("G9", "PKT062")]),
    ("a_score_on_a_verdict", typed("G8", 70), [("G8", "PKT057")]),
    ("above_the_highest", typed("G9", 101), [("G9", "PKT058")]),
    ("a_score_of_everybody", typed("D9", 80), [("D9", "PKT059")]),
    ("no_stage", typed("A8", None), [("A8", "XLS041")]),
    ("another_criterion", typed("B8", "tek.x"), [("B8", "PKT052")]),
    ("the_column_of_stages", lost(1), [("A4", "XLS102")]),
    ("the_column_of_criteria", lost(2), [("A4", "XLS102")]),
    ("of_nobody", typed("G4", "p9"), [("G6", "XLS022")]),
    ("one_twice", typed("J4", "P-1"), [("J4", "XLS025")]),
    ("the_column_of_a_bidder", lost(7), [("A4", "XLS102")]),
    ("differing_rows", typed_twice, [("G10", "XLS201")]),
)


def test_what_cannot_be_read_right_is_told_at_its_cell() -> None:
    """And no entry is made of it: a matrix for each case, each at its own time."""
    desk = Typed()
    expected = []
    for number, (name, change, faults) in enumerate(FAULTS):
        sheet = desk.matrix(f"Matriks {name}"[:31], "m1; m2; m3", AT + 2 * number * MINUTE)
        fill(desk, sheet, 2 * number)
        change(sheet)
        expected += [(f"{sheet.title}!{cell}", code) for cell, code in faults]

    assert sorted(told(desk.read())) == sorted(expected)


def test_who_has_no_time_of_its_own_has_that_of_the_head() -> None:
    """A cell with a time needs none there."""
    desk = Typed(at=None)
    desk.put(METHOD, "p1", 80)
    desk.put(METHOD, "Waktu p1", AT)

    assert said(desk) == [entry("evaluasi_teknis", "p1", "80", criterion="tek.metode")]


def long_form(desk: Typed, entry: int = 1, **more: Any) -> None:
    """The failed tools of `p1` once more, as a row."""
    row = {
        "Peserta": "p1",
        "Tahap": "evaluasi teknis",
        "Kriteria": "tek.alat",
        "Putusan": "tidak memenuhi",
        "Oleh": "m1; m2; m3",
        "Waktu": AT,
        "Catatan": FAILED,
    }
    desk.row("Pengecualian", {**row, **more}, entry)


def test_the_same_said_twice_is_one() -> None:
    """As a row of the long form, and as another matrix; the row may say more."""
    desk = filled()
    long_form(desk, Oleh="m2; m1; m3", Klausul="IKP 30")
    again = desk.matrix("Matriks 2", "m3; m2; m1", AT)
    desk.put(METHOD, "p1", 80, again)

    found = [{**one, "by": sorted(one["by"])} for one in said(desk)]
    expected = [{**one, "by": sorted(one["by"])} for one in meant()]
    for one in expected:
        if one["participant"] == "p1" and one.get("criterion") == "tek.alat":
            one["clause"] = "IKP 30"
    assert in_order(found) == in_order(expected)


OTHERWISE: tuple[dict[str, Any], ...] = (
    {"Putusan": "memenuhi"},
    {"Catatan": "Alat Z"},
    {"Oleh": "m1; m2"},
    {"Putusan": None, "Nilai": 1},
)


def test_where_both_differ_both_cells_are_named() -> None:
    """At the cell of the matrix, with that of the row."""
    desk = Typed()
    for number, more in enumerate(OTHERWISE):
        sheet = desk.matrix(f"Matriks {number}", "m1; m2; m3", AT + 2 * number * MINUTE)
        fill(desk, sheet, 2 * number)
        long_form(desk, number + 1, Waktu=AT + 2 * number * MINUTE, **more)
    faults = [(fault.cell, str(fault)) for fault in desk.read().diagnose()]

    for number in range(len(OTHERWISE)):
        row = f"Pengecualian!A{5 + number}"
        assert [cell for cell, text in faults if row in text] == [f"Matriks {number}!G8"]


def test_a_copied_sheet_of_which_who_decides_was_not_changed() -> None:
    """Is one fault from three that differ on, and names their cells; two are two mistakes."""
    desk = Typed()
    again = desk.matrix("Matriks 2", "m1; m2; m3", AT)
    differing = []
    for row, cell in ((METHOD, "G9"), (LETTER, "G7"), (TOOLS, "G8")):
        desk.put(row, "p1", 80 if row is METHOD else "memenuhi")
        desk.put(row, "p1", 81 if row is METHOD else "tidak", again)
        desk.put(row, "Alasan p1", None if row is METHOD else FAILED, again)
        differing.append(f"Matriks 2!{cell}")
        expected = differing if len(differing) < 3 else ["Matriks 2!G7"]
        assert sorted(told(desk.read())) == [(each, "XLS201") for each in sorted(expected)]

    assert "Matriks (G7:G9)" in desk.read().diagnose()[0].message


def test_another_time_is_another_word() -> None:
    """The long form holds what was said before."""
    desk = filled()
    long_form(desk, 1, Putusan="memenuhi", Waktu=AT - dt.timedelta(hours=1))

    assert len(said(desk)) == len(meant()) + 1


def test_a_matrix_in_which_nothing_is_filled_says_nothing() -> None:
    """Neither does it ask who decides."""
    assert said(Typed(by=None, at=None)) == []
    assert len(HEADS) == 12


def test_a_row_may_have_a_time_of_its_own() -> None:
    """It goes before the one above the heads, and that of a cell before it."""
    desk = Typed()
    desk.sheet.cell(4, 13).value = "Waktu baris"
    for row in (LETTER, TOOLS):
        desk.put(row, "p1", "memenuhi")
        desk.put(row, "p2", "memenuhi")
    desk.put(LETTER, "Waktu baris", AT + MINUTE)
    desk.put(LETTER, "Waktu p2", AT + 2 * MINUTE)
    desk.put(ADMIN, "Waktu baris", AT)  # a row in which nothing is judged

    assert in_order(said(desk)) == in_order(
        [
            entry("evaluasi_administrasi", "p1", "memenuhi", criterion="adm.surat", at="10:01"),
            entry("evaluasi_administrasi", "p2", "memenuhi", criterion="adm.surat", at="10:02"),
            entry("evaluasi_teknis", "p1", "memenuhi", criterion="tek.alat"),
            entry("evaluasi_teknis", "p2", "memenuhi", criterion="tek.alat"),
        ]
    )


def test_a_package_is_written_with_the_times_of_rows() -> None:
    """A stage that was scored on another day than the others takes one time, not one a cell."""
    value = small_package()
    at = {"tek.alat": "2022-05-18T09:00:00+07:00"}
    value["assessments"] = [
        entry("evaluasi_teknis", who, answer, criterion=criterion)
        | ({"at": at[criterion]} if criterion in at else {})
        for who in ("p1", "p2")
        for criterion, answer in (("tek.alat", "memenuhi"), ("tek.metode", "80"))
    ]
    package = parsed(value)
    sheet = load_workbook(io.BytesIO(workbook_bytes(package)))["Matriks"]
    head = [cell.value for cell in sheet[4]]
    times = {
        row[1].value: [row[head.index(title)].value for title in ("Waktu baris", "Waktu p1")]
        for row in sheet.iter_rows(min_row=5)
        if row[head.index("p1")].value
    }
    assert sheet["D3"].value == AT
    assert times == {"tek.alat": [AT.replace(day=18, hour=9), None], "tek.metode": [None, None]}


def test_scores_stand_side_by_side_as_on_the_sheet_of_who_gives_them() -> None:
    """So that they are pasted as one block; a verdict has its reason beside."""
    value = small_package()
    value["assessments"] = [
        entry("evaluasi_teknis", "p1", "80", criterion="tek.metode") | {"by": ["m1"]},
        entry("evaluasi_teknis", "p1", "tidak_memenuhi", criterion="tek.alat", note=FAILED),
    ]
    book = load_workbook(io.BytesIO(workbook_bytes(parsed(value))))
    scored, judged = (
        [cell.value for cell in book[title][4]] for title in ("Matriks m1", "Matriks")
    )
    parts = ("", "Alasan ", "Waktu ")
    assert scored[-6:] == [f"{part}{code}" for part in parts for code in ("p1", "p2")]
    assert judged[-6:] == [f"{part}{code}" for code in ("p1", "p2") for part in parts]
    sheet = book["Matriks m1"]
    names = {cell.value: sheet.cell(4, cell.column).value for cell in sheet[3][4:] if cell.value}
    assert names == {"CV Satu Contoh": "p1", "KSO Dua Contoh": "p2"}
    (offered,) = sheet.data_validations.dataValidation[:1]
    assert offered.formula2 == "100"
    offered_at = " ".join(str(one.sqref) for one in sheet.data_validations.dataValidation)
    assert {one[0] for one in offered_at.split()} == {"H", "I"}
    marked = {str(one.sqref)[0]: one.rules[0].formula[0] for one in sheet.conditional_formatting}
    assert {reason: formula[10:12] for reason, formula in marked.items()} == {"J": "H5", "K": "I5"}


def scorers(*heads: Any) -> tuple[Typed, list[Any]]:
    """A workbook with a matrix of each member, with these times above the heads."""
    desk = Typed("Matriks m1", "m1", heads[0])
    others = [desk.matrix(f"Matriks m{n}", f"m{n}", at) for n, at in enumerate(heads[1:], 2)]
    return desk, [desk.sheet, *others]


def test_a_scorer_has_the_times_of_the_first() -> None:
    """Where the sheet says none above its heads: of the row, else of the head; a cell has its own.

    The first is so by its name, wherever it stands among the sheets.
    """
    desk, (first, second, third) = scorers(AT, None, AT + 2 * MINUTE)
    for sheet in (first, second, third):
        desk.put(METHOD, "p1", 80, sheet)
        desk.put(TOOLS, "p1", "memenuhi", sheet)
    row_at = first.max_column + 1
    for sheet in (first, second, third):
        sheet.cell(4, row_at).value = "Waktu baris"
    first.cell(desk.put(TOOLS, "p1", "memenuhi", first).row, row_at).value = AT + MINUTE
    desk.put(METHOD, "p2", 70, second)
    desk.put(METHOD, "Waktu p2", AT + 3 * MINUTE, second)
    desk.book.move_sheet(first, 5)

    found = {(one["by"][0], one["criterion"], one["participant"]): one["at"] for one in said(desk)}
    minutes = {key: at[14:16] for key, at in found.items()}
    assert minutes == {
        ("m1", "tek.metode", "p1"): "00",
        ("m1", "tek.alat", "p1"): "01",
        ("m2", "tek.metode", "p1"): "00",
        ("m2", "tek.alat", "p1"): "01",
        ("m2", "tek.metode", "p2"): "03",
        ("m3", "tek.metode", "p1"): "02",
        ("m3", "tek.alat", "p1"): "02",
    }


def test_nobody_has_the_times_of_another_than_the_first() -> None:
    """Neither the first of a later one, nor the panel as a whole of anybody, nor anybody of it."""
    desk, (first, second) = scorers(None, AT)
    whole = desk.matrix("Matriks", "m1; m2; m3", None)
    for sheet in (first, second, whole):
        desk.put(METHOD, "p1", 80, sheet)
    cells = [(one.code, one.cell) for one in desk.read().diagnose()]
    assert sorted(cells) == [("XLS041", "Matriks m1!D3"), ("XLS041", "Matriks!D3")]
