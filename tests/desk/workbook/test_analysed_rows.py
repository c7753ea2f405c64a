"""An analysis pasted as the form has it: sections give kind and code, sums stay out, nothing slips.

The rows are those of the form *analisa harga satuan pekerjaan*: No, Uraian, Satuan, Koefisien,
Harga Satuan, Jumlah.
"""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.builders import bidder, line, priced
from tests.builders import package as built
from tests.desk.documents.worksheet.books import HEAD, changed
from tests.reading import read_bytes, read_workbook, workbook_bytes

Row = tuple[Any, ...]
FORM: Sequence[Row] = (
    ("A.", "TENAGA"),
    (1, "Pekerja", "OH", 0.6, 105000, 63000),
    (2, "Mandor", "OH", 0.03, 150000, 4500),
    (None, "JUMLAH TENAGA", None, None, None, 67500),
    ("B. BAHAN",),
    (1, "Semen", "kg", 320, 1500, 480000),
    (None, "Jumlah Harga Bahan", None, None, None, 480000),
    ("C", "PERALATAN"),
    (None, "Sub Jumlah C", None, None, None, 0),
    ("D", "Jumlah (A+B+C)", None, None, None, 547500),
    ("E", "Overhead & Profit 15% x D", None, None, None, 82125),
    ("F", "Harga Satuan Pekerjaan (D+E)", None, None, None, 629625),
)
MEANT = [
    ("A1", "upah", "Pekerja", "OH", "0.6", "105000"),
    ("A2", "upah", "Mandor", "OH", "0.03", "150000"),
    ("B1", "bahan", "Semen", "kg", "320", "1500"),
]
GIVEN = workbook_bytes(built(bidder(price=priced("1000000000", line(), line("L2")))))


def pasted(rows: Sequence[Row], *, lines: Sequence[str] = ("L1",)) -> bytes:
    """A workbook with the rows in the analysis of each of these lines."""

    def change(book: Any) -> None:
        sheet = book["Komponen Harga"]
        numbered = ((of, row) for of in lines for row in rows)
        for number, (of, row) in enumerate(numbered, HEAD + 1):
            for column, value in enumerate(("p1", of, *row), 1):
                sheet.cell(number, column).value = value

    return changed(GIVEN, change)


def read(data: bytes) -> list[list[tuple[Any, ...]]]:
    """The components of each line that was analysed."""
    value: Any = read_workbook(data).value
    analysis = value["participants"][0]["facts"]["evaluasi_harga"]["kewajaran_harga"]
    return [
        [
            (
                *(one.get(key) for key in ("id", "kind", "description", "unit")),
                one["coefficient"]["offered"],
                one["price"]["offered"],
            )
            for one in of["components"]
        ]
        for of in analysis["lines"]
    ]


def told(data: bytes) -> list[tuple[str, str]]:
    """The faults of the sheet."""
    found = read_bytes(data, "paket.xlsx").diagnose()
    return [(x.cell.partition("!")[2], x.code) for x in found if x.cell.startswith("Komponen")]


def test_the_form_is_read_as_it_is_pasted() -> None:
    """Its sections and sums are no components, and each line has its own."""
    data = pasted(FORM, lines=("L1", "L2"))
    assert told(data) == []
    assert read(data) == [MEANT, MEANT]


def analyses(rows: Sequence[Row], *, of: Sequence[str | None] = ()) -> bytes:
    """A workbook with rows of p1 that say no line, or as many `of` a line as are given."""

    def change(book: Any) -> None:
        sheet = book["Komponen Harga"]
        for number, row in enumerate(rows):
            line = of[number] if number < len(of) else None
            for column, value in enumerate(("p1", line, *row), 1):
                sheet.cell(HEAD + 1 + number, column).value = value

    return changed(GIVEN, change)


def test_a_file_of_analyses_is_pasted_whole() -> None:
    """Each is of the line that stands at its head, with code and words as in the document."""
    first, second = ("L1", "Pekerjaan L1"), ("L2", "PEKERJAAN  L2")
    data = analyses([first, *FORM, second, *FORM])
    assert told(data) == []
    assert read(data) == [MEANT, MEANT]
    assert read(analyses([*FORM, second, *FORM], of=["L1"] * len(FORM))) == [MEANT, MEANT]


@pytest.mark.parametrize(
    "rows",
    [
        [*FORM],
        [("L2",), *FORM],
        [("L2", "Pekerjaan lain"), *FORM],
        [("L9", "Pekerjaan L9"), *FORM],
        [("L2", "Pekerjaan L2", "m3"), *FORM],
        [("L2", "Pekerjaan L1"), *FORM],
    ],
)
def test_without_code_and_words_of_a_line_nobody_knows_of_which_it_is(rows: Sequence[Row]) -> None:
    """A code alone may have lost a zero, and other words are another work."""
    assert "XLS041" in {code for _, code in told(analyses(rows))}


def test_what_stands_below_no_head_has_no_line() -> None:
    """The second of two analyses of one head, one below another line, and rows that were sorted."""
    head = ("L1", "Pekerjaan L1")
    assert told(analyses([head, *FORM, *FORM])) != []
    said = [None] * (len(FORM) + 1) + ["L2"] * len(FORM)
    assert told(analyses([head, *FORM, *FORM, *FORM], of=said)) != []
    shuffled = sorted([head, *FORM], key=lambda row: str(row[-1]))
    assert told(analyses(shuffled)) != []


def test_what_was_sorted_has_no_kind() -> None:
    """By its words: nothing counts on below its section any more, and no section stands twice."""
    shuffled = sorted(FORM, key=lambda row: str(row[1] if len(row) > 1 else row[0]))
    assert "XLS041" in {code for _, code in told(pasted(shuffled))}
    turned = [FORM[0], FORM[2], FORM[1]]
    assert [code for _, code in told(pasted(turned))] == ["XLS041", "XLS041"]
    assert {code for _, code in told(pasted([*FORM[:2], *FORM[:2]]))} == {"XLS041"}


@pytest.mark.parametrize(
    ("row", "number", "cell", "code"),
    [
        (1, 63002, "H6", "XLS107"),  # 0.6 x 105.000 = 63.000
        (3, 67503, "H8", "XLS106"),  # 63.000 + 4.500, each rounded to a rupiah at most
    ],
)
def test_amounts_are_held_to_what_they_come_from(
    row: int, number: int, cell: str, code: str
) -> None:
    """A rupiah beside it is rounding, more is another row."""

    def with_amount(amount: int) -> list[tuple[str, str]]:
        changed_row = (*FORM[row][:5], amount)
        return told(pasted([*FORM[:row], changed_row, *FORM[row + 1 :]]))

    assert with_amount(number - 1) == []
    assert with_amount(number) == [(cell, code)]


def test_a_row_that_says_more_than_words_is_a_component() -> None:
    """`Bahan` with a unit and a price is no title, though its code and coefficient lack."""
    for row in ((None, "Bahan", "ls", None, 5000), (None, "Bahan", "ls"), ("B1", "Bahan")):
        assert told(pasted([row])) != []
