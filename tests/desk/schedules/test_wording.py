"""Words in another column than the one headed as theirs, or above what specifies them."""

import pytest

from tests.desk.schedules.books import codes, hps, read, written

DOCUMENT = (
    hps("G1", "Laptop 14 inci", "unit", "20"),
    hps("G2", "Printer laser", "unit", "5"),
)
HEAD = ["No", "Nama Barang", "Qty", "Satuan", "Harga Satuan", "Jumlah"]
LINES = [("G1", "20", "12500000", "250000000"), ("G2", "5", "3200000", "16000000")]


def rows(first="Laptop 14 inci", second="Printer laser"):
    return [
        [1, first, 20, "unit", 12_500_000, 250_000_000],
        [2, second, 5, "unit", 3_200_000, 16_000_000],
    ]


def test_what_stands_below_a_break_in_the_cell_specifies_the_line():
    below = rows("Laptop 14 inci\nProsesor 8 inti,\nRAM 16 GB", "Printer  laser\nA4")
    reading = read([HEAD, *below], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], LINES)
    assert [n.cell for n in reading.notes if n.code == "first_line"] == [
        "Rincian!B2", "Rincian!B3"
    ]  # fmt: skip


def test_words_that_a_break_parts_are_read_together():
    assert codes(read([HEAD, *rows("Laptop\n14 inci")], DOCUMENT)) == []


@pytest.mark.parametrize(
    ("first", "second", "more"),
    [
        ("Laptop 14 inci\nRAM 8 GB", "Printer laser", "Laptop 14 inci RAM 16 GB"),
        ("Laptop 14 inci\nRAM 8 GB", "Laptop 14 inci\nRAM 16 GB", ""),
        ("Laptop\nlayar 14 inci", "Printer laser", ""),
    ],
)
def test_where_the_first_line_may_be_another_line_it_is_a_fault(first, second, more):
    document = (*DOCUMENT, *([hps("G3", more, "unit", "1")] if more else []))

    assert "XLS068" in {code for code, _ in codes(read([HEAD, *rows(first, second)], document))}


def test_the_column_that_has_the_words_of_the_document_is_that_of_the_descriptions():
    """*Item* beside *Description* is a code, unless the document's words stand there."""
    head = ["No", "Item", "Description", *HEAD[2:]]
    reading = read([head, *([*x[:2], "sesuai spesifikasi", *x[2:]] for x in rows())], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], LINES)
    assert {c.role: c.letter for c in reading.columns if c.role}["description"] == "B"


def test_words_in_two_further_columns_are_told_of_none():
    head = ["No", "Item", "Description", "Nama", *HEAD[2:]]
    doubled = [[*x[:2], "sesuai spesifikasi", x[1], *x[2:]] for x in rows()]

    assert "XLS068" in {code for code, _ in codes(read([head, *doubled], DOCUMENT))}


@pytest.mark.parametrize(
    "form", ["{n}. {words}", "{n}) {words}", "({n}) {words}", "1.{n} {words}", "A.{n}. {words}",
             "• {words}", "{n}.{words}"],
)  # fmt: skip
def test_words_may_be_counted_in_their_cell_in_any_order(form):
    """The bidder's own numbers say nothing."""
    counted = [
        [None, form.format(n=n, words=row[1]), *row[2:]]
        for n, row in enumerate(reversed(rows()), 1)
    ]
    reading = read([HEAD, *counted], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], LINES[::-1])


def test_a_number_that_the_document_has_among_its_words_is_none_that_counts():
    document = (hps("P1", "1.5 Pipa", "unit", "20"), hps("P2", "2.5 Pipa", "unit", "5"))
    pipes = rows("2.5 Pipa", "1.5 Pipa")
    reading = read([HEAD, *pipes], document)
    assert [line["id"] for line in reading.lines] == ["P2", "P1"]

    other = read([HEAD, *rows("3.5 Pipa", "1.5 Pipa")], document)
    assert {code for code, _ in codes(other)} == {"XLS068"}


def test_words_of_two_lines_that_only_numbers_part_are_a_fault():
    document = (hps("P1", "Pipa", "unit", "20"), hps("P2", "Pompa", "unit", "5"))

    reading = read([HEAD, *rows("1.5 Pipa", "2.5 Pipa")], document)
    assert {code for code, _ in codes(reading)} == {"XLS068"}
