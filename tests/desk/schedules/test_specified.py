"""Rows that say the words of a line and specify it, and places that others prove."""

import pytest

from tests.desk.schedules.books import codes, hps, read

HEAD = ["No", "Nama Barang", "Satuan", "Volume", "Harga Satuan"]
DOCUMENT = (
    hps("A", "Laptop 14 inci", "unit", "20"),
    hps("B", "Printer laser", "unit", "5"),
    hps("C", "Printer laser warna", "unit", "2"),
)


def listed(*words, volumes=(20, 5, 2)):
    rows = [[n, *pair, 10] for n, pair in enumerate(_units(words, volumes), 1)]
    reading = read([HEAD, *rows], DOCUMENT)
    return [line["id"] for line in reading.lines], {code for code, _ in codes(reading)}


def _units(words, volumes):
    return [(word, "unit", volume) for word, volume in zip(words, volumes, strict=True)]


@pytest.mark.parametrize(
    "words",
    [
        ("Laptop 14 inci, RAM 16 GB", "Printer laser, A4", "Printer laser warna, A3"),
        ("Biaya laptop 14 inci", "Biaya printer laser", "Biaya printer laser warna"),
        ("Laptop 14 inci merk Umpama", "Printer laser", "Printer laser warna (A3)"),
        ("Laptop 14 inci - RAM 16 GB", "PRINTER LASER / A4", "Printer laser warna: A3"),
    ],
)
def test_rows_in_the_order_of_the_document_may_specify_it(words):
    assert listed(*words) == (["A", "B", "C"], set())


@pytest.mark.parametrize(
    "words",
    [
        # Taken back or replaced; another word without a sign; the words of two lines; out of order.
        ("Laptop 14 inci (alternatif)", "Printer laser", "Printer laser warna"),
        ("Laptop 14 inci, tanpa RAM", "Printer laser", "Printer laser warna"),
        ("Laptop 14 inci bekas kantor", "Printer laser", "Printer laser warna"),
        ("Laptop 14 inci, layar 16 inci", "Printer laser", "Printer laser warna"),
        ("Laptop 14 inci (isi 5)", "Printer laser", "Printer laser warna"),
        ("Laptop 14 inci", "Printer laser: warna, A", "Printer laser warna"),
        ("Printer laser, A4", "Laptop 14 inci, RAM", "Printer laser warna, A3"),
    ],
)
def test_other_rows_are_told(words):
    _, told = listed(*words)

    assert told == {"XLS068"}


def test_a_row_that_specifies_needs_the_volume_as_well():
    assert listed("Laptop 14 inci, A", "Printer laser", "Printer laser warna", volumes=(9, 5, 2))[
        1
    ] == {"XLS068"}


def test_words_of_the_line_itself_take_nothing_back():
    document = (hps("A", "Galian tanpa alat", "m3", "4"),)
    reading = read([HEAD, [1, "Galian tanpa alat, manual", "m3", 4, 10]], document)

    assert [line["id"] for line in reading.lines] == ["A"]


FLOORS = tuple(
    hps(f"{floor}.{n}", words, "m2", volume)
    for floor, volumes in (("1", ("100", "40")), ("2", ("70", "30")))
    for n, (words, volume) in enumerate(zip(("Acian", "Plesteran"), volumes, strict=True), 1)
)


@pytest.mark.parametrize(
    ("volumes", "read_as"),
    [
        ((100, 400, 70, 30), ["1.1", "1.2", "2.1", "2.2"]),
        ((100, 40, 70, 300), ["1.1", "1.2", "2.1", "2.2"]),
        # The volumes of the one speak for the order, those of the other against it.
        ((100, 30, 70, 40), ["1.1", "2.1"]),
        ((100, 30, 70, 300), ["1.1", "2.1"]),
        # Nothing proves any order.
        ((900, 400, 700, 300), []),
    ],
)
def test_a_slip_of_one_volume_leaves_the_order_that_others_prove(volumes, read_as):
    words = ("Acian", "Plesteran") * 2
    rows = [[n, word, "m2", v, 10] for n, (word, v) in enumerate(zip(words, volumes, strict=True))]
    reading = read([HEAD, ["I", "LANTAI 1"], *rows[:2], ["II", "LANTAI 2"], *rows[2:]], FLOORS)

    assert [line["id"] for line in reading.lines] == read_as
    assert bool(codes(reading)) == (len(read_as) < 4)
