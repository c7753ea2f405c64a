"""Blocks pasted into the sheets of lines, as a panel pastes them: read right, or told."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tender.formats.canonical import package_digest
from tender.formats.reader import Reading
from tender.model import Package
from tender.seals import reveal_for_storage
from tests.formats.excel.data import HEAD, Desk, parsed, told
from tests.formats.excel.listing import CODES, listed

FEW = settings(max_examples=12, deadline=None, derandomize=True, database=None)
FIVE = ["1.1", "1.2", "2.1", "2.2", "2.3"]
FIRST = HEAD + 1


def paste(desk: Desk, sheet: str, rows: Sequence[Sequence[Any]], column: int = 1) -> None:
    """Paste a block at the first row under the heads; what stood in its columns goes."""
    page, width = desk.book[sheet], max(map(len, rows))
    for row in range(FIRST, FIRST + 60):
        for at in range(column, column + width):
            page.cell(row, at).value = None
    for row, texts in enumerate(rows, FIRST):
        for at, value in enumerate(texts, column):
            page.cell(row, at).value = value


def line(code: str, number: int, price: int = 100_000) -> list[Any]:
    """A line as a document has it: the number is its volume, and the total the product."""
    return [code, f"Pekerjaan {number}", "m3", number, price, None, number * price]


def block(codes: Sequence[str] = FIVE, price: int = 100_000) -> list[list[Any]]:
    """The lines as a document has them."""
    return [line(code, number, price) for number, code in enumerate(codes, 1)]


def words(text: str, total: Any = None, *, code: Any = None) -> list[Any]:
    """A row of words, with a figure where the lines have their total."""
    return [code, text, None, None, None, None, total]


def with_sums(rows: list[list[Any]]) -> list[list[Any]]:
    """Two divisions with their sums, PPN, the total, and what it was rounded to."""
    first, second = sum(row[6] for row in rows[:2]), sum(row[6] for row in rows[2:])
    tax = (first + second) * 11 // 100
    return [
        words("DIVISI 1. UMUM", code="I"),
        *rows[:2],
        words("Jumlah Divisi 1", first),
        [],
        words("DIVISI 2. PEKERJAAN TANAH"),
        *rows[2:],
        words("JUMLAH DIVISI 2", second),
        words("JUMLAH", first + second, code="A"),
        words("PPN 11%", tax, code="B"),
        words("TOTAL", first + second + tax, code="C"),
        words("DIBULATKAN", (first + second + tax) // 10_000 * 10_000, code="D"),
        words("Terbilang: sekian rupiah"),
    ]


def lines_of(reading: Reading) -> list[tuple[str, str, int, int]]:
    """The lines of the document as they were read."""
    assert reading.package is not None, [str(one) for one in reading.diagnose()]
    lines = reading.package.tender.hps.lines or ()
    return [(x.id, x.description, int(x.quantity), int(x.unit_price)) for x in lines]


def bid_of(package: Package | None) -> dict[str, Any]:
    """The lines of p1's price by their codes."""
    assert package is not None
    price = reveal_for_storage(next(p.price for p in package.participants if p.price is not None))
    return {line.id: line for line in price.lines or ()}


@FEW
@given(CODES, st.booleans())
def test_a_block_in_document_order_falls_on_the_right_rows(
    codes: list[str], described: bool
) -> None:
    """Whatever the codes: each price is that of its line, though the codes were not pasted."""
    desk = Desk(parsed(listed(codes, *codes)))
    rows = [line(code, number, 100 + number) for number, code in enumerate(codes, 1)]
    column = 2 if described else 4
    paste(desk, "Harga p1", [row[column - 1 :] for row in rows], column)

    bid = bid_of(desk.read().package)
    assert {code: int(bid[code].unit_price) for code in codes} == {
        code: 100 + number for number, code in enumerate(codes, 1)
    }


@FEW
@given(CODES, st.data())
def test_a_block_that_is_off_by_rows_is_never_read_as_other_lines(
    codes: list[str], data: st.DataObject
) -> None:
    """With its words, one row on another line's is enough to be told."""
    desk = Desk(parsed(listed(codes, *codes)))
    rows = [line(code, number, 100 + number)[1:] for number, code in enumerate(codes, 1)]
    shuffled = data.draw(st.permutations(rows))
    paste(desk, "Harga p1", shuffled, 2)
    reading = desk.read()

    assert (reading.package is not None) is (list(shuffled) == rows)
    assert {code for _, code in told(reading)} <= {"XLS104", "XLS105"}


def test_a_document_with_titles_and_sums_is_read_as_its_lines() -> None:
    """And they are told as skipped, each with what it is."""
    plain, pasted = (Desk(parsed(listed(FIVE))) for _ in range(2))
    paste(plain, "HPS", block())
    paste(pasted, "HPS", with_sums(block()))
    reading = pasted.read()

    assert lines_of(reading) == lines_of(plain.read())
    assert [(row.cell, row.why) for row in reading.skipped] == [
        ("HPS!B5", "judul_bagian"),
        ("HPS!B8", "subjumlah"),
        ("HPS!B10", "judul_bagian"),
        ("HPS!B14", "subjumlah"),
        ("HPS!B15", "total"),
        ("HPS!B16", "ppn"),
        ("HPS!B17", "total"),
        ("HPS!B18", "dibulatkan"),
        ("HPS!B19", "terbilang"),
    ]
    assert plain.read().skipped == ()


def test_a_bid_with_titles_and_sums_is_read_as_its_lines() -> None:
    """No words of its rows are told: the envelope may be sealed."""
    desk = Desk(parsed(listed(FIVE, *FIVE)))
    paste(desk, "Harga p1", with_sums(block(price=90_000)))
    reading = desk.read()

    assert {code: int(x.unit_price) for code, x in bid_of(reading.package).items()} == (
        dict.fromkeys(FIVE, 90_000)
    )
    assert len(reading.skipped) == 9
    assert {row.text for row in reading.skipped} == {""}


@FEW
@given(st.integers(0, 12), st.integers(1, 500))
def test_a_sum_that_is_none_of_the_lines_is_told_and_its_figure_is_not(
    where: int, off: int
) -> None:
    """Whichever sum it is; a line of the block that was lost is told by the sums as well."""
    rows = with_sums(block(price=90_000))
    sums = [n for n, row in enumerate(rows) if row and row[3] is None and row[6]]
    number = sums[where % len(sums)]
    rows[number][6] += off * 100_000 + 3
    desk = Desk(parsed(listed(FIVE, *FIVE)))
    paste(desk, "Harga p1", rows)
    reading = desk.read()

    assert (f"Harga p1!G{FIRST + number}", "XLS106") in told(reading)
    said = " ".join(one.message + one.hint for one in reading.diagnose())
    assert f"{rows[number][6]}" not in re.sub(r"[.,]", "", said)


def test_a_line_that_was_lost_is_told_by_the_sums() -> None:
    """The block of the document without one of its lines adds up to nothing."""
    rows = with_sums(block())
    del rows[2]
    desk = Desk(parsed(listed(FIVE)))
    paste(desk, "HPS", rows)

    assert ("HPS!G7", "XLS106") in told(desk.read())


@pytest.mark.parametrize(
    ("row", "skipped"),
    [
        (["3.1", "Pekerjaan lain"], False),  # a line that somebody began to type
        ([None, "Pekerjaan lain"], False),
        (["3", "Pekerjaan lain", "m3"], False),
        (["3.1", "Total station", "hari", 2, 500], False),
        (["3.1", "Jumlah lampu", None, 2, 500], False),
        ([1, 2, 3, 4, 5, 6, 7], True),
        (["Kode", "Uraian Pekerjaan", "Satuan", "Volume", "Harga Satuan", "Pajak", "Jumlah"], True),
        (["II", "PEKERJAAN TANAH"], None),
    ],
)
def test_what_may_be_a_line_is_no_title(row: list[Any], skipped: bool | None) -> None:
    """A row that is like the lines, or stands under them, is one: it is read, or told as unwhole.

    `None` is a title where lines follow it, and else what nobody can know.
    """
    desk = Desk(parsed(listed(FIVE)))
    paste(desk, "HPS", [*block(), row])
    reading = desk.read()
    above = Desk(parsed(listed(FIVE)))
    paste(above, "HPS", [row, *block()])

    kept = reading.package is not None and len(lines_of(reading)) == 6
    if skipped is False:
        assert kept or told(reading)
    elif skipped:
        assert lines_of(reading) == lines_of(above.read())
        assert len(lines_of(reading)) == 5
    else:
        assert told(reading)
        assert len(lines_of(above.read())) == 5


def test_one_paste_never_makes_thirty_faults() -> None:
    """Thirty lines a column off, with amounts under PPN, or with numbers that are none."""
    codes = [f"{n}" for n in range(1, 31)]
    for change in (
        lambda row: row[:5] + row[6:],  # no column for PPN: amounts stand in it
        lambda row: [None, *row[:6]],
        lambda row: [*row[:3], "abc", "def", None, "ghi"],
        lambda row: ["9 9", *row[1:]],
        lambda row: ["1", *row[1:]],
    ):
        desk = Desk(parsed(listed(codes)))
        paste(desk, "HPS", [change(row) for row in block(codes)])
        found = told(desk.read())

        assert 0 < len(found) <= 10, found
        if len(found) > 1:
            assert "XLS110" in {code for _, code in found}


def test_the_same_in_a_column_is_told_with_its_cells() -> None:
    """The first for itself, the others by name."""
    desk = Desk(parsed(listed(FIVE)))
    paste(desk, "HPS", [[*row[:3], "abc", *row[4:]] for row in block()])
    first, others = desk.read().diagnose()

    assert (first.cell, first.code) == ("HPS!D5", "XLS030")
    assert (others.cell, others.code) == ("HPS!D6", "XLS110")
    assert "(XLS030) ada di 4 sel lain kolom ini: D6, D7, D8, D9." in others.message


def test_a_total_of_the_document_is_its_product_with_ppn_or_without() -> None:
    """As a bill of quantities has it, or SPSE; what is neither is told."""
    for wrong, factor in ((0, 100), (0, 111), (7, 100)):
        desk = Desk(parsed(listed(FIVE)))
        rows = [[*row[:6], row[6] * factor // 100] for row in block()]
        rows[1][6] += wrong
        paste(desk, "HPS", rows)

        assert told(desk.read()) == ([("HPS!G6", "XLS107")] if wrong else [])


def at_odds(count: int) -> Desk:
    """A bid of which the volumes of the first `count` lines are others."""
    desk = Desk(parsed(listed(FIVE, *FIVE)))
    rows = block()
    for row in rows[:count]:
        row[3] += 7
        row[6] = row[3] * row[4]
    paste(desk, "Harga p1", rows)
    return desk


@pytest.mark.parametrize("count", range(6))
def test_volumes_of_more_than_half_of_the_lines(count: int) -> None:
    """Are one fault at the sheet, which the cell beside the participant lifts."""
    desk = at_odds(count)
    found = desk.read()

    assert told(found) == ([("Harga p1!D5", "XLS104")] if count >= 3 else [])
    if count >= 3:
        assert "Urutan sesuai (J3)" in found.diagnose()[0].hint
        desk.book["Harga p1"]["J3"] = "tidak"
        assert [code for _, code in told(desk.read())] == ["XLS104"]
    desk.book["Harga p1"]["J3"] = "ya"
    volumes = {code: int(x.quantity) for code, x in bid_of(desk.read().package).items()}
    assert volumes == {
        code: number + (7 if number <= count else 0) for number, code in enumerate(FIVE, 1)
    }


def test_two_of_three_volumes_are_no_block() -> None:
    """Three at least."""
    three = FIVE[:3]
    desk = Desk(parsed(listed(three, *three)))
    rows = block(three)
    rows[0][3], rows[1][3] = 8, 9
    paste(desk, "Harga p1", [row[:5] for row in rows])

    assert told(desk.read()) == []


def test_a_pasted_description_that_is_another_lines() -> None:
    """One is enough; the same words in another spelling are the same."""
    desk = Desk(parsed(listed(FIVE, *FIVE)))
    rows = block()
    rows[3][1], rows[4][1] = "PEKERJAAN  4.", "Pekerjaan 1"
    paste(desk, "Harga p1", rows)
    reading = desk.read()

    assert told(reading) == [("Harga p1!B9", "XLS105")]
    assert "baris 2.3" in reading.diagnose()[0].message
    desk.book["Harga p1"]["J3"] = "ya"
    assert desk.read().package is not None


def test_an_answer_that_is_none_is_told() -> None:
    """In its cell."""
    desk = at_odds(4)
    desk.book["Harga p1"]["J3"] = "mungkin"

    assert ("Harga p1!J3", "XLS031") in told(desk.read())


def test_an_old_workbook_has_no_such_cell_and_may_get_it() -> None:
    """Anywhere above the heads, with its name before it."""
    desk = at_odds(4)
    sheet = desk.book["Harga p1"]
    sheet["I3"] = sheet["J3"] = None
    assert [code for _, code in told(desk.read())] == ["XLS104"]
    sheet["E1"], sheet["F1"] = "Urutan sesuai", "Ya"
    assert told(desk.read()) == []


def test_a_package_that_says_so_is_the_same_through_its_workbook() -> None:
    """What was known by its codes is written with the answer, and has the same digest."""
    value = listed(FIVE, *FIVE)
    lines = value["participants"][0]["price"]["lines"]
    for number, one in enumerate(lines):
        one |= {"quantity": f"{number + 50}", "description": f"Ditulis peserta {number}"}
    package = parsed(value)
    desk = Desk(package)

    assert desk.book["Harga p1"]["J3"].value == "ya"
    again = desk.read().package
    assert again is not None
    assert package_digest(again) == package_digest(package)
    assert Desk(parsed(listed(FIVE, *FIVE))).book["Harga p1"]["J3"].value is None


TEN = [f"1.{number}" for number in range(1, 11)]


def numeric(codes: Sequence[str]) -> list[list[Any]]:
    """The lines with their codes as Excel keeps them when they are typed: as numbers."""
    return [[float(row[0]), *row[1:]] for row in block(codes)]


def test_a_code_that_became_another_is_one_fault_that_says_what_to_do() -> None:
    """1.10 is 1.1 to Excel; the document's sheet and a bid's."""
    for sheet, codes, first in (("HPS", [], "A14"), ("HPS", TEN, "A14"), ("Harga p1", TEN, "A5")):
        desk = Desk(parsed(listed(TEN, *codes)))
        paste(desk, sheet, numeric(TEN))
        (fault,) = desk.read().diagnose()

        assert (fault.cell, fault.code) == (f"{sheet}!{first}", "XLS109")
        assert "1.1 mungkin semula 1.10" in fault.message
        assert "Teks" in fault.hint
        assert "A14" in fault.hint


@pytest.mark.parametrize(
    ("codes", "doubted"),
    [
        (TEN[:9], []),  # 1.1 to 1.9 leave no doubt
        (["2.1", "3.5", "10.2"], []),
        (["1.8", "1.9", "1.10", "1.11"], ["HPS!A7"]),  # counted on, and 1.1 is not there
        (["1.19", "1.20", "1.21"], ["HPS!A6"]),
    ],
)
def test_numbers_that_leave_no_doubt_are_codes(codes: list[str], doubted: list[str]) -> None:
    """Where the codes about one tell that it lost a nought, it is told."""
    desk = Desk(parsed(listed(codes)))
    paste(desk, "HPS", numeric(codes))

    assert told(desk.read()) == [(cell, "XLS109") for cell in doubted]


def test_a_number_that_two_codes_of_the_document_are() -> None:
    """A bid that names one of them, and a cell that shows a nought."""
    codes = ["1.1", "1.2", "1.10"]
    desk = Desk(parsed(listed(codes, *codes)))
    paste(desk, "Harga p1", [[1.1, *block(codes)[2][1:]], block(codes)[1]])
    assert ("Harga p1!A5", "XLS109") in told(desk.read())

    desk = Desk(parsed(listed(codes)))
    paste(desk, "HPS", [[1.3, *block()[2][1:]]])
    desk.book["HPS"]["A5"].number_format = "0.00"
    assert told(desk.read()) == [("HPS!A5", "XLS109")]


@pytest.mark.parametrize(
    ("sheet", "cells", "where"),
    [
        ("HPS", "D5:D6", "HPS!D5"),
        ("HPS", "B5:C5", "HPS!B5"),
        ("HPS", "D4:E4", "HPS!D4"),
        ("Peserta", "B5:B6", "Peserta!B5"),
        ("Harga p1", "E6:E8", "Harga p1!E6"),
        ("Paket", "B6:C6", "Paket!B6"),
    ],
)
def test_merged_cells_over_inputs_are_named(sheet: str, cells: str, where: str) -> None:
    """With their range, and what to do."""
    desk = Desk(parsed(listed(FIVE, *FIVE)))
    desk.book[sheet].merge_cells(cells)
    found = {(one.cell, one.code): one.message for one in desk.read().diagnose()}

    assert cells in found[where, "XLS108"]


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [("HPS", "A1:E1"), ("HPS", "A40:E41"), ("Harga p1", "C3:F3"), ("Paket", "A1:C2")],
)
def test_merged_cells_elsewhere_are_nobodys_business(sheet: str, cells: str) -> None:
    """Over the titles of a sheet, or where nothing stands."""
    desk = Desk(parsed(listed(FIVE, *FIVE)))
    desk.book[sheet].merge_cells(cells)

    assert told(desk.read()) == []


def test_merged_titles_and_sums_of_a_block_are_sound() -> None:
    """As bills of quantities have them."""
    desk = Desk(parsed(listed(FIVE)))
    rows = with_sums(block())
    rows[0] = ["DIVISI 1. UMUM"]
    paste(desk, "HPS", rows)
    for cells in ("A5:G5", "B14:F14", "B15:F15"):
        desk.book["HPS"].merge_cells(cells)

    assert len(lines_of(desk.read())) == 5


@pytest.mark.parametrize("row", [FIRST, FIRST + 3, FIRST + 4, FIRST + 12])
def test_a_mark_on_a_row_that_is_no_line_is_told(row: int) -> None:
    """Left from before the paste: on a title, a sum, an empty row, a row below; once, there."""
    desk = Desk(parsed(listed(FIVE)))
    paste(desk, "HPS", with_sums(block()))
    assert told(desk.read()) == []
    cell = f"I{row}"
    desk.book["HPS"][cell] = "ya"
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"HPS!{cell}", "XLS111")
    assert "Pembayaran utama" in fault.message


def test_a_sum_knows_of_what_ppn_is_taken() -> None:
    """A line has 12 percent of eleven twelfths, which is 11, and one 12 of the whole."""
    desk = Desk(parsed(listed(FIVE)))
    page = desk.book["HPS"]
    base, rate = desk.column("HPS", "Dasar PPN"), desk.column("HPS", "Pajak (%)")
    rows = block()
    # Volumes 1 to 5 of 100.000: 200.000 of 12 percent, 1.300.000 of 11.
    for tax, found in ((24_000 + 143_000, []), (24_000 + 156_000, [("HPS!G10", "XLS106")])):
        paste(desk, "HPS", [*rows, words("PPN", tax)])
        for row in range(FIRST, FIRST + 5):
            page.cell(row, rate).value = 12
            page.cell(row, base).value = "1" if row == FIRST + 1 else "11/12"
        assert told(desk.read()) == found


def test_a_sheet_under_another_name_is_known_by_its_title() -> None:
    """`Sheet3` that holds what was HPS; one of other things has the rule for own sheets alone."""
    for title, hint in (("HPS", "Mungkin yang dimaksud: HPS."), ("Rekap", "Lembar milik Anda")):
        desk = Desk(parsed(listed(FIVE)))
        if title == "HPS":
            desk.book[title].title = "Sheet3"
        else:
            desk.book.create_sheet("Sheet3")["A1"] = title
        first = desk.read().diagnose()[0]

        assert (first.cell, first.code) == ("Sheet3!A1", "XLS021")
        assert first.hint.startswith(hint)


@pytest.mark.parametrize("label", ["REAL COST", "Biaya Langsung", "A"])
def test_a_sum_under_any_name_is_known_by_its_figure(label: str) -> None:
    """To the rupiah, of all lines or of several; one that is no sum has to be a line."""
    desk = Desk(parsed(listed(FIVE)))
    for figure, sound in ((1_500_000, True), (1_400_000, True), (1_500_002, False)):
        paste(desk, "HPS", [*block(), words(label, figure)])
        assert (desk.read().package is not None) == sound

    # An amount like that of the line before is more likely a line whose volume is missing.
    paste(desk, "HPS", [*block(), words(label, 500_000)])
    assert ("HPS!D10", "XLS041") in told(desk.read())


def test_columns_that_are_numbered_as_lines_are() -> None:
    """The first number of such a row is a code of the document as well."""
    codes = ["1", "2", "3"]
    desk = Desk(parsed(listed(codes, *codes)))
    paste(desk, "Harga p1", [["1", "2", "3", "4", "5", None, "6 = 4 x 5"], *block(codes)])

    assert bid_of(desk.read().package).keys() == {*codes}
