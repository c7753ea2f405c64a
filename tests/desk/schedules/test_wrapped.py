"""Words over several rows are one line where together they are one to the word, or a fault."""

import pytest

from tests.desk.schedules.books import codes, hps, read, written

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
LONG = "Pasangan batu kali campuran 1 PC : 4 PS termasuk angkutan"
DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", LONG, "m3", "40"),
    hps("L3", "Plesteran 1:4", "m2", "250"),
)
FIRST = [1, "Galian tanah biasa", "m3", 100, 50000, 5000000]
LAST = [3, "Plesteran 1:4", "m2", 250, 65000, 16250000]
FIGURES = ["m3", 40, 900000, 36000000]
READ = ("L2", "40", "900000", "36000000")


def between(*rows, head=HEAD, document=DOCUMENT):
    return read([head, FIRST, *rows, LAST], document)


@pytest.mark.parametrize(
    "rows",
    [
        [[2, "Pasangan batu kali campuran 1 PC : 4 PS"], [None, "termasuk angkutan", *FIGURES]],
        [[2, "Pasangan batu kali campuran 1 PC : 4 PS", *FIGURES], [None, "termasuk angkutan"]],
        [[None, "Pasangan batu kali"], [2, "campuran 1 PC : 4 PS termasuk angkutan", *FIGURES]],
        [[2, "Pasangan batu kali", *FIGURES], [None, "campuran 1 PC : 4 PS"],
         [None, "termasuk angkutan", None, None, None, "=D5*E5"]],
        [[2, "Pasangan batu kali"], [None, "campuran 1 PC : 4 PS"],
         [None, "termasuk angkutan", *FIGURES]],
    ],
)  # fmt: skip
def test_words_over_several_rows_are_one_line(rows):
    reading = between(*rows)

    assert (codes(reading), written(reading)[1], len(reading.lines)) == ([], READ, 3)
    figured = next(n for n, row in enumerate(rows, 3) if len(row) > 2)
    assert reading.cells[1, "unit_price"] == f"Rincian!E{figured}"
    assert {note.params["at"] for note in reading.notes if note.code == "joined"} == {
        f"Rincian!B{figured}"
    }
    assert {row.why for row in reading.rows if row.cell != "Rincian!A1"} == {
        "judul_kolom", "lanjutan"
    }  # fmt: skip


def test_each_line_may_go_on_and_leads_no_section():
    """The last row of a line would head the section of the next one."""
    rows = [
        ["I", "PEKERJAAN TANAH"], [1, "Galian", "m3", 100, 50000], [None, "tanah biasa"],
        [2, "Acian"], [None, "dinding", "m2", 40, 900000], [None, "luar"],
        ["II", "PEKERJAAN ATAP"], [None, "Acian dinding", "m2", 40, 950000], [1, "luar"],
        [None, "Plesteran"], [2, "1:4", "m2", 250, 65000],
    ]  # fmt: skip
    acian = [hps(name, "Acian dinding luar", "m2", "40") for name in ("L2", "L3")]
    document = (DOCUMENT[0], *acian, hps("L4", "Plesteran 1:4", "m2", "250"))
    reading = read([HEAD, *rows], document)

    assert codes(reading) == []
    assert [line[:3] for line in written(reading)] == [
        ("L1", "100", "50000"), ("L2", "40", "900000"), ("L3", "40", "950000"),
        ("L4", "250", "65000"),
    ]  # fmt: skip


def test_a_code_on_another_row_than_the_figures_is_that_of_the_line():
    """Two lines of the same words are told apart by it."""
    document = (hps("A1", LONG, "m3", "40"), hps("B1", LONG, "m3", "60"))
    head = ["Kode", *HEAD[1:]]
    above = "Pasangan batu kali campuran 1 PC : 4 PS"
    rows = [
        ["B1", above], [None, "termasuk angkutan", "m3", 60, 9],
        [None, above, "m3", 40, 7], ["A1", "termasuk angkutan"],
    ]  # fmt: skip
    reading = read([head, *rows], document)

    assert codes(reading) == []
    assert [line[:3] for line in written(reading)] == [("B1", "60", "9"), ("A1", "40", "7")]


@pytest.mark.parametrize(
    "rows",
    [
        # Not all of the words, other words, a number of its own, figures on both, a row between.
        [[2, "Pasangan batu kali campuran 1 PC : 4 PS", *FIGURES], [None, "termasuk"]],
        [[2, "Pasangan batu kali campuran 1 PC : 5 PS", *FIGURES], [None, "termasuk angkutan"]],
        [[2, "Pasangan batu kali campuran 1 PC : 4 PS"], ["a", "termasuk angkutan", *FIGURES]],
        [[2, "Pasangan batu kali campuran 1 PC : 4 PS", *FIGURES],
         [None, "termasuk angkutan", "m3", 40, 5000, 200000]],
        [[2, "Pasangan batu kali campuran 1 PC : 4 PS", *FIGURES], [],
         [None, "termasuk angkutan"]],
    ],
)  # fmt: skip
def test_what_is_not_plainly_one_line_is_a_fault(rows):
    assert {code for code, _ in codes(between(*rows))} & {"XLS068", "XLS141", "XLS142"}


SHORT = (hps("L1", "Galian tanah biasa", "m3", "100"), hps("L2", "Pasangan batu kali", "m3", "40"),
         hps("L4", "Pasangan batu kali dan batu belah", "m3", "40"),
         hps("L3", "Plesteran 1:4", "m2", "250"))  # fmt: skip


def test_where_a_part_of_the_words_is_a_line_too_another_row_has_to_be_that_one():
    rows = ([3, "Pasangan batu kali", *FIGURES], [None, "dan batu belah"])
    beside = [2, "Pasangan batu kali", "m3", 40, 800000, 32000000]

    alone = between(*rows, document=SHORT)
    assert codes(alone) == [("XLS068", "Rincian!B3")]
    assert "dan batu belah" in alone.faults[0].params["lines"]
    both = between(beside, *rows, document=SHORT)
    assert codes(both) == []
    assert written(both)[1:3] == [
        ("L2", "40", "800000", "32000000"), ("L4", "40", "900000", "36000000"),
    ]  # fmt: skip


def test_rows_that_go_on_from_two_lines_are_a_fault():
    """*batu kali* may end the words above it, or begin those below."""
    document = (hps("L1", "Galian tanah batu", "m3", "1"), hps("L2", "batu kali", "m3", "2"))
    rows = [
        [1, "Galian tanah", "m3", 1, 10, 10], [None, "batu"], [2, "kali", "m3", 2, 20, 40],
    ]  # fmt: skip
    reading = read([HEAD, *rows], document)

    assert codes(reading) == [("XLS068", "Rincian!B2"), ("XLS068", "Rincian!B4")]


def merged(reading_rows, *areas):
    def change(made):
        for area in areas:
            made.active.merge_cells(area)

    return read([HEAD, *reading_rows], DOCUMENT[:2], change)


def test_cells_that_are_merged_over_the_rows_of_one_line_are_its_own():
    """Over the rows that its words take, or over a row that is empty."""
    words = [[2, "Pasangan batu kali campuran 1 PC : 4 PS", *FIGURES], [None, "termasuk angkutan"]]
    areas = [f"{column}3:{column}4" for column in "ACDEF"]
    reading = merged([FIRST, *words], *areas)
    assert (codes(reading), written(reading)[1]) == ([], READ)

    apart = merged([FIRST, [], [2, LONG, *FIGURES], []], "D2:D3", "E2:E3", "D4:D5", "F4:F5")
    assert (codes(apart), written(apart)[1]) == ([], READ)


def test_cells_that_are_merged_over_two_lines_are_of_neither():
    rows = [FIRST, [2, LONG, "m3", None, 900000]]
    assert ("XLS071", "Rincian!D2") in codes(merged(rows, "D2:D3"))
    noted = [FIRST, [None, "dengan alat berat"]]
    assert ("XLS071", "Rincian!D2") in codes(merged(noted, "D2:D3"))
