"""A block pasted into other columns or over prepared codes is one fault that says what to do."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from tests.desk.workbook.data import HEAD, Desk, bare, told
from tests.desk.workbook.pasting import FIVE, block, desk_of, desk_of_sample, line, paste, with_sums

Row: TypeAlias = list[Any]
HEADS = ["No", "Uraian Pekerjaan", "Satuan", "Volume", "Harga Satuan", "Pajak", "Jumlah Harga"]
WIDE = [None] * 6


def beside(rows: list[Row]) -> list[Row]:
    """Without the column of codes."""
    return [row[1:] or WIDE for row in rows]


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
@pytest.mark.parametrize(
    "rows", [with_sums(block()), [HEADS, *block()], [HEADS, *with_sums(block())]]
)
def test_titles_over_prepared_codes(sheet: str, rows: list[Row]) -> None:
    """From column B over codes that stand there: every line would be another's."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, sheet, beside(rows), 2)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{sheet}!B5", "XLS170")
    assert "kode baris 1.1" in fault.message
    paste(desk, sheet, rows)
    assert told(desk.read()) == []


@pytest.mark.parametrize(("sheet", "titled"), [("HPS", True), ("Harga p1", False)])
@pytest.mark.parametrize(
    ("change", "at", "column"),
    [
        (lambda row: row, 2, "Volume"),  # with its codes in column B
        (lambda row: row[1:], 1, "Satuan"),  # without codes in column A
        (lambda row: [*row[:2], *row[2:4][::-1], *row[4:]], 1, "Satuan"),  # volume before unit
        (lambda row: [*row[:5], *row[6:]], 1, "Pajak (%)"),  # no column for PPN
        (lambda row: [*row[:2], None, *row[2:]], 1, "Volume"),  # a column more after the words
    ],
)
def test_a_block_in_other_columns(
    sheet: str, titled: bool, change: Callable[[Row], Row], at: int, column: str
) -> None:
    """One fault, which says in which order the columns are; nothing of other sheets is told."""
    desk = desk_of(FIVE, *FIVE)
    rows = with_sums(block()) if titled else block()
    paste(desk, sheet, [change(row) or WIDE for row in rows], at)
    (fault,) = desk.read().diagnose()

    assert (fault.code, fault.cell.partition("!")[0]) == ("XLS171", sheet)
    assert f"kolom {column} " in fault.message
    assert "C Satuan, D Volume, E Harga Satuan" in fault.hint


@pytest.mark.parametrize(
    "rows",
    [
        [["1.1", "0", "0", 1, 5], ["1.2", "12", "3", 1, 5]],  # texts that look like numbers
        [["1.1", "AC", "bh", 1, 5], ["1.2", "TV", "bh", 1, 5]],
        [["1.1", "Galian", "m3", 1, 5, 11], ["1.2", "Urugan", "m3", 1, 5, 100]],
    ],
)
def test_lines_with_strange_words_are_lines(rows: list[Row]) -> None:
    """What a person may well type is not told as displaced."""
    desk = desk_of(["1.1", "1.2"])
    paste(desk, "HPS", rows)

    assert told(desk.read()) == []


def test_most_lines_tell_and_not_one() -> None:
    """Two prices of five in the column of PPN are told for themselves, three are the block."""
    desk = desk_of()
    rows = block()
    rows[1][5] = rows[2][5] = 200_000
    paste(desk, "HPS", rows)
    assert told(desk.read()) == [("HPS!F6", "PKT014"), ("HPS!F7", "PKT014")]

    rows[4][5] = 200_000
    paste(desk, "HPS", rows)
    assert told(desk.read()) == [("HPS!F6", "XLS171")]


def test_other_words_on_a_line_are_no_title_over_its_code() -> None:
    """Though a line below has no code: each is told for itself."""
    desk = desk_of(FIVE, *FIVE)
    rows = block()
    rows[1][1] = "Pekerjaan lain"
    paste(desk, "Harga p1", [*rows, [None, "Papan nama", "bh", 1, 5]])

    assert told(desk.read()) == [("Harga p1!B6", "XLS105"), ("Harga p1!A10", "XLS041")]


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
def test_a_row_of_heads_over_a_code_is_told_though_every_line_has_one(sheet: str) -> None:
    """A block of one line less than there are codes: all stand one row too low."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, sheet, beside([HEADS, *block()[:4]]), 2)

    assert told(desk.read()) == [(f"{sheet}!B5", "XLS170")]


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
@pytest.mark.parametrize("low", [1, 2])
@pytest.mark.parametrize("first", [4, 5])
def test_figures_on_other_rows_than_their_codes(sheet: str, low: int, first: int) -> None:
    """Volumes and prices, or prices alone, pasted lower: codes have none, and prices no code."""
    desk = desk_of(FIVE, *FIVE)
    blank: list[Row] = [[None]] * low
    paste(desk, sheet, [*blank, *(row[first - 1 : 5] for row in block())], first)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{sheet}!A5", "XLS173")
    assert f"E{9 + low} harga satuan tanpa kode" in fault.message
    assert "mulai dari baris 5" in fault.hint


def test_a_blank_row_in_a_block_beside_its_codes() -> None:
    """What stands below it is on the row after its own."""
    desk = desk_of(FIVE, *FIVE)
    rows = [row[3:5] for row in block()]
    paste(desk, "Harga p1", [*rows[:2], [None], *rows[2:]], 4)

    assert told(desk.read()) == [("Harga p1!A7", "XLS173")]


def test_a_block_with_its_codes_below_prepared_ones() -> None:
    """A code stands twice, once without a price: one fault, and not one of each."""
    desk = desk_of(FIVE, *FIVE)
    page = desk.book["Harga p1"]
    for cell in ("D5", "E5"):
        page[cell].value = None
    for number, row in enumerate(block(), 6):
        for column, value in enumerate(row, 1):
            page.cell(number, column).value = value

    assert told(desk.read()) == [("Harga p1!A5", "XLS173")]


def test_a_line_that_was_left_open_is_told_for_itself() -> None:
    """A price still to be typed, and another line without its code: two things to mend."""
    desk = desk_of(FIVE, *FIVE)
    rows = block()
    rows[0][4] = rows[1][4] = None
    paste(desk, "Harga p1", [*rows, [None, "Papan nama", "bh", 1, 5]])
    assert [code for _, code in told(desk.read())] == ["XLS100", "XLS100", "XLS041"]

    paste(
        desk, "Harga p1", [["1.1"], *block()[1:], ["9", "Papan", "bh", 1, 5, None, 5, None, "ya"]]
    )
    assert "XLS173" not in {code for _, code in told(desk.read())}


def test_a_block_that_was_pasted_twice() -> None:
    """Its codes are told, and not that its sums are those of half of the lines."""
    desk = desk_of()
    paste(desk, "HPS", [*with_sums(block()), *with_sums(block())])

    (fault,) = desk.read().diagnose()
    assert fault.code == "XLS238"
    assert "(PKT030)" in fault.message


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
def test_hundreds_of_rows_that_cannot_be_read(sheet: str) -> None:
    """One fault, after the first of them; what stands below is not gone through."""
    desk = desk_of(FIVE, *FIVE)
    page = desk.book[sheet]
    wide = page.max_column
    for number in range(400):
        for column in range(1, wide + 1):
            page.cell(20 + number, column).value = f"#? {number}"
    (fault,) = desk.read().diagnose()

    assert (fault.cell.partition("!")[0], fault.code) == (sheet, "XLS171")


def moved(
    desk: Desk, sheet: str, first: int, down: int = 0, right: int = 0, rows: range | None = None
) -> None:
    """What stands below the heads from a column on, moved as a block; its formats go with it."""
    page = desk.book[sheet]
    rows = rows or range(HEAD + 1, page.max_row + 1)
    held = {
        (row, column): (page.cell(row, column).value, page.cell(row, column).number_format)
        for row in rows
        for column in range(first, page.max_column + 1)
    }
    for row, column in held:
        page.cell(row, column).value = None
    for (row, column), (value, form) in held.items():
        if row + down > HEAD and column + right > 0:
            cell = page.cell(row + down, column + right)
            cell.value, cell.number_format = value, form


@pytest.mark.parametrize(
    ("sheet", "first", "right"),
    [
        ("Pokja", 1, 1),
        ("Penilaian", 1, 1),
        ("Penilaian", 3, 1),  # its stage stayed
        ("Penilaian", 2, -1),  # without its stage
        ("Pengecualian", 1, 2),
        ("Peristiwa", 1, 1),
        ("KSO", 2, 1),
    ],
)
def test_few_rows_in_other_columns(sheet: str, first: int, right: int) -> None:
    """Two or three are no majority of anything; that all of them fit elsewhere tells it."""
    desk = Desk()
    moved(desk, sheet, first, right=right)
    (fault,) = desk.read().diagnose()

    assert (fault.cell.partition("!")[0], fault.code) == (sheet, "XLS171")
    assert f"A {bare(desk.book[sheet].cell(HEAD, 1).value)}, B " in fault.hint


def test_two_mistakes_in_a_row_are_no_block() -> None:
    """A word that is none and a time that is missing: each is told."""
    desk = Desk()
    desk.cell("Penilaian", "Putusan").value = "bagus"
    desk.cell("Penilaian", "Waktu").value = None

    assert [cell for cell, _ in told(desk.read())] == ["Penilaian!C5", "Penilaian!F5"]


def test_figures_in_words_are_no_block() -> None:
    """Months of persons on each of two lines: nothing moved; of bids nothing is told for it."""
    desk = desk_of_sample("pengawasan-rumah-sakit")
    for sheet in ("HPS", *(f"Harga p{number}" for number in range(1, 6))):
        desk.book[sheet].delete_rows(HEAD + 3, 10)
    for row in (1, 2):
        desk.book["HPS"][f"K{HEAD + row}"] = "sepuluh bulan"

    assert told(desk.read()) == [(f"HPS!K{HEAD + row}", "XLS030") for row in (1, 2)]


def test_what_nobody_filled_is_no_block() -> None:
    """Codes that were forgotten, on each row: names under Nama are where they belong."""
    desk = Desk()
    for entry in (1, 2, 3):
        desk.cell("Pokja", "Kode", entry).value = None

    assert "XLS171" not in {code for _, code in told(desk.read())}


@pytest.mark.parametrize(
    ("sheet", "down", "right"),
    [("Paket", 1, 0), ("Paket", -1, 0), ("Paket", 0, 1), ("Persyaratan", 1, 0)],
)
def test_a_form_whose_values_stand_beside_other_fields(sheet: str, down: int, right: int) -> None:
    """A block from another tender pasted a row or a column off: one fault, and nothing of it."""
    desk = Desk()
    moved(desk, sheet, 2, down, right)
    (fault,) = desk.read().diagnose()

    assert (fault.cell.partition("!")[0], fault.code) == (sheet, "XLS178")
    assert "kolom B Nilai" in fault.hint


# The sheet, how many of its rows (0: all of them), the first column of the block, how far right and
# how far down it stands; the cell at which it is told, and the code.
SHIFTS = [
    ("Peserta", 3, 1, 1, 0, "B6", "XLS171"),
    ("Peserta", 3, 2, 1, 0, "C6", "XLS171"),
    ("Peserta", 3, 2, -1, 0, "A6", "XLS171"),
    ("Peserta", 0, 2, 0, 1, "B6", "XLS216"),
    ("HPS", 1, 1, 1, 0, "B6", "XLS171"),
    ("HPS", 3, 2, 1, 0, "C6", "XLS171"),
    ("HPS", 3, 2, -1, 0, "A6", "XLS171"),
    ("Harga p1", 1, 1, 1, 0, "B6", "XLS171"),
    ("Harga p1", 0, 2, 0, 1, "A5", "XLS173"),
    ("Kriteria", 3, 1, 1, 0, "B6", "XLS171"),
    ("Kriteria", 0, 2, 0, 1, "B6", "XLS216"),
    ("Matriks", 0, 2, 1, 0, "D5", "XLS171"),
    ("Matriks", 3, 2, 1, 0, "D6", "XLS171"),
    ("Peristiwa", 3, 2, 1, 0, "C6", "XLS171"),
]
# The same where a sheet of lines has 150, which takes six times as long to read.
AMONG_MANY = [
    ("HPS", 3, 1, 1, 0, "B6", "XLS171"),
    ("HPS", 3, 2, 0, 1, "B6", "XLS041"),  # the row that was pasted over is gone
    ("Harga p1", 3, 1, 1, 0, "B6", "XLS171"),
    ("Peristiwa", 0, 2, 0, 1, "B6", "XLS216"),
]


@pytest.mark.parametrize(
    ("sample", "sheet", "many", "first", "right", "down", "cell", "code"),
    [
        *(("bendung-irigasi", *shift) for shift in SHIFTS),
        *(("gedung-puskesmas", *shift) for shift in AMONG_MANY),
    ],
)
def test_a_block_off_its_place_is_one_fault(
    sample: str, sheet: str, many: int, first: int, right: int, down: int, cell: str, code: str
) -> None:
    """Told once, where it stands; nothing of it on the sheets that name what stands there."""
    desk = desk_of_sample(sample)
    rows = range(HEAD + 2, HEAD + 2 + many) if many else None
    moved(desk, sheet, first, down, right, rows)

    assert told(desk.read()) == [(f"{sheet}!{cell}", code)]


@pytest.mark.parametrize("cleared", [False, True])
def test_a_bidder_who_is_gone_is_nobody_else(cleared: bool) -> None:
    """Where a code is still named is told once; a row with nothing but its code lacks its name."""
    desk = Desk()
    page = desk.book["Peserta"]
    if cleared:
        for column in range(2, page.max_column + 1):
            page.cell(HEAD + 1, column).value = None
    else:
        page.delete_rows(HEAD + 1)
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (
        ("Peserta!B5", "XLS041") if cleared else ("Harga p1!B3", "XLS194")
    )
    assert "mungkin" not in fault.hint.casefold()


@pytest.mark.parametrize(
    ("sheet", "down", "right", "told_at", "belongs"),
    [
        ("HPS", 2, 0, "A7", "A5"),
        ("Harga p1", 1, 0, "A6", "A5"),
        ("HPS", 0, 1, "B5", "A5"),
        ("Harga p1", 0, 3, "D5", "A5"),
    ],
)
def test_codes_that_were_moved_alone(
    sheet: str, down: int, right: int, told_at: str, belongs: str
) -> None:
    """Some rows lower, or over the words of the lines or their volumes."""
    desk = desk_of(FIVE, *FIVE)
    page = desk.book[sheet]
    paste(desk, sheet, block())
    paste(desk, sheet, [*[[None]] * down, *([None] * right + [code] for code in FIVE)])
    for row, whole in enumerate(block(), HEAD + 1):
        for column, value in enumerate(whole[1:], 2):
            page.cell(row, column).value = page.cell(row, column).value or value
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{sheet}!{told_at}", "XLS216")
    assert f"di {belongs}" in fault.hint


@pytest.mark.parametrize(
    ("sheet", "titled", "down", "right", "told_at"),
    [
        ("HPS", False, 2, 0, "B7"),
        ("Harga p1", True, 2, 0, "B7"),
        ("HPS", False, 0, 3, "E5"),
        ("Harga p1", True, 0, 1, "C6"),
    ],
)
def test_words_that_were_moved_alone(
    sheet: str, titled: bool, down: int, right: int, told_at: str
) -> None:
    """Some rows lower, titles with them, or over the units or prices of the lines."""
    desk = desk_of(FIVE, *FIVE)
    page, rows = desk.book[sheet], with_sums(block()) if titled else block()
    paste(desk, sheet, [row or WIDE for row in rows])
    words = [row[1] if row else None for row in rows]
    paste(desk, sheet, [[None]] * len(words), 2)
    for row, text in enumerate(words, HEAD + 1 + down):
        page.cell(row, 2 + right).value = text or page.cell(row, 2 + right).value

    assert told(desk.read()) == [(f"{sheet}!{told_at}", "XLS216")]


def test_codes_of_titles_and_lines_that_were_moved_onto_the_units() -> None:
    """What stands beside a title or a sum then is no line."""
    desk = desk_of(FIVE, *FIVE)
    rows = [[None, row[1], row[0], *row[3:]] if row else [] for row in with_sums(block())]
    paste(desk, "Harga p1", [row or WIDE for row in rows])

    assert told(desk.read()) == [("Harga p1!C6", "XLS216")]


def test_codes_over_the_heads_of_a_block_with_titles() -> None:
    """Three rows too high: the head of the codes is gone, and a code stands there."""
    desk = desk_of(FIVE, *FIVE)
    page = desk.book["Harga p1"]
    paste(desk, "Harga p1", with_sums(block()))
    for row in range(HEAD + 1, HEAD + 20):
        page.cell(row - 3, 1).value, page.cell(row, 1).value = page.cell(row, 1).value, None

    assert [code for _, code in told(desk.read())] == ["XLS233"]


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
def test_words_to_totals_far_off_their_codes(sheet: str) -> None:
    """Three columns to the right no row has anything of a line but its code."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, sheet, [[row[0], None, None, None, *row[1:]] for row in with_sums(block()) if row])

    assert told(desk.read()) == [(f"{sheet}!E6", "XLS171")]


def test_prices_under_the_volume() -> None:
    """No line has a price, and every volume is another than the document's."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, "Harga p1", [[*row[:3], row[4], None] for row in block()])
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Harga p1!D5", "XLS171")
    assert "kolom Volume " in fault.message


def test_the_code_of_a_bidder_farther_right() -> None:
    """A column that was inserted: it is said where the code seems to stand."""
    desk = desk_of(FIVE, *FIVE)
    page = desk.book["Harga p1"]
    page["B3"].value, page["C3"].value = None, "p1"
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Harga p1!B3", "XLS236")
    assert "tampak di C3" in fault.message


def test_scores_under_everybody() -> None:
    """Three columns too far left: nobody has a score under `Semua`, so it is the block."""
    desk = desk_of_sample("rencana-induk-wisata")
    page = desk.book["Matriks"]
    for row in range(HEAD + 6, HEAD + 11):
        for column in range(desk.column("Matriks", "p1"), page.max_column + 4):
            page.cell(row, column - 3).value = page.cell(row, column).value
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Matriks!H10", "XLS216")
    assert "mulai di K10" in fault.message


def test_prices_sorted_alone_beside_their_totals() -> None:
    """Every total is that of another row's price; two that differ may be the bidder's mistakes."""
    desk = desk_of(FIVE, *FIVE)
    rows = [line(code, n, 1000 * (10 - n)) for n, code in enumerate(FIVE, 1)]
    paste(desk, "Harga p1", [[*row[:4], 1000 * (5 + n), *row[5:]] for n, row in enumerate(rows)])
    (fault,) = desk.read().diagnose()
    assert (fault.cell, fault.code) == ("Harga p1!E5", "XLS237")
    assert "E5, E6, E8, E9" in fault.message

    desk.book["Harga p1"]["J3"].value = "ya"
    assert told(desk.read()) == []
    desk.book["Harga p1"]["J3"].value = None
    rows[0][4], rows[1][4] = rows[1][4], rows[0][4]
    paste(desk, "Harga p1", rows)
    assert told(desk.read()) == []


def test_volumes_in_the_place_of_prices() -> None:
    """Where no total tells it: most prices are the volumes of their lines, and these differ."""
    desk = desk_of(FIVE, *FIVE)
    rows = [[*row[:4], row[3], None, None] for row in block()]
    rows[0][4] = 100_000
    paste(desk, "Harga p1", rows)
    (fault,) = desk.read().diagnose()
    assert (fault.cell, fault.code) == ("Harga p1!E6", "XLS246")
    assert "E6, E7, E8, E9" in fault.message

    desk.book["Harga p1"]["J3"].value = "ya"
    assert told(desk.read()) == []
    rows = [[*row[:4], 1, None, None] for row in block()]
    paste(desk, "Harga p1", rows)
    desk.book["Harga p1"]["J3"].value = None
    assert told(desk.read()) == []
