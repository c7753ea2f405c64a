"""A list over several sheets is one list, held against the recapitulation that adds it up."""

import pytest

from tender_desk.schedules.reader import read_schedule
from tests.desk.schedules.books import DOCUMENT, book, codes, written
from tests.fault_texts import SCHEDULE as TEXTS

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
# 5,000,000 and 37,500,000 + 20,000,000, which with 11 percent is 69,375,000.
EARTH = [
    HEAD,
    [1, "Galian tanah biasa", "m3", 100, 50000, 5000000],
    [None, "Jumlah", *[None] * 3, 5000000],
]
CONCRETE = [HEAD, [1, "Beton mutu sedang", "m3", 12.5, 3000000, 37500000]]
STEEL = [2, "Besi tulangan polos", "kg", 1000, 20000, 20000000]
LINES = [
    ("L1", "100", "50000", "5000000"),
    ("L2", "12.5", "3000000", "37500000"),
    ("L3", "1000", "20000", "20000000"),
]


def recap(one=5000000, two=57500000, total=69375000, before=62500000, tax=6875000):
    return [
        ["REKAPITULASI"],
        ["No", "Uraian Pekerjaan", "Jumlah Harga"],
        ["I", "Pekerjaan Tanah", one],
        ["II", "Pekerjaan Beton", two],
        [None, "Jumlah", before],
        [None, "PPN 11%", tax],
        [None, "Total", total],
    ]


def file(first=None, change=None, **sheets):
    given = {"I": EARTH, "II": [*CONCRETE, STEEL], **sheets}
    return book(recap() if first is None else first, change, title="REKAP", **given)


def schedule(data, sheet=None, document=DOCUMENT):
    return read_schedule(data, "penawaran.xlsx", document, sheet=sheet)


def notes(reading, code):
    return [note.cell for note in reading.notes if note.code == code]


@pytest.mark.parametrize("sheet", [None, "I; II", "ii;I", "REKAP; I; II"])
def test_the_lines_of_all_sheets_are_one_list(sheet):
    reading = schedule(file(), sheet)

    assert (reading.sheet, codes(reading)) == ("I; II", [])
    assert written(reading) == LINES
    assert [reading.cells[n, "unit_price"] for n in range(3)] == ["I!E2", "II!E2", "II!E3"]
    assert (reading.schedule_total, reading.schedule_total_cell) == ("69375000", "REKAP!C7")
    assert [(column.letter, column.role) for column in reading.columns][1] == ("B", "description")


def test_columns_that_differ_have_the_name_of_their_sheet():
    other = [
        ["Uraian", "Volume", "Satuan", "Harga Satuan"],
        ["Galian tanah biasa", 100, "m3", 50000],
    ]
    reading = schedule(file(I=other))

    assert [line[:3] for line in written(reading)] == [line[:3] for line in LINES]
    assert {column.letter for column in reading.columns} >= {"I!B", "II!D"}


def test_a_recapitulation_that_adds_up_otherwise_is_told():
    """The bidder's slip, for which correction exists: the lines are read all the same."""
    reading = schedule(file(recap(two=57600000, before=62600000, tax=6886000, total=69486000)))

    assert (codes(reading), written(reading)) == ([], LINES)
    assert {"REKAP!C4", "REKAP!C7"} <= set(notes(reading, "total_differs"))


def test_a_sum_of_a_sheet_that_is_not_read_is_a_fault_while_lines_are_missing():
    reading = schedule(file(), "I; II", DOCUMENT)
    assert codes(reading) == []

    sheets = {"II": CONCRETE, "III": [["Besi", "kg", 20000000]]}
    reading = schedule(file(recap(two=57500000), **sheets), "I; II")
    assert codes(reading) == [("XLS146", "REKAP!C4")]


def test_a_line_that_stands_on_two_named_sheets_is_a_fault():
    reading = schedule(file(III=EARTH), "I; II; III")

    assert codes(reading) == [("XLS068", "I!B2"), ("XLS068", "III!B2")]


def test_sheets_that_are_not_named_do_not_count():
    assert written(schedule(file(), "II")) == LINES[1:]


def test_every_name_has_to_be_a_sheet_with_headers():
    told = schedule(file(), "I; X; Y").faults
    assert [(fault.code, fault.params["found"]) for fault in told] == [
        ("XLS052", "X"), ("XLS052", "Y")
    ]  # fmt: skip
    assert codes(schedule(file(Surat=[["Dengan hormat"]]), "I; Surat")) == [("XLS050", "")]


def test_a_semicolon_may_be_in_the_name_of_one_sheet():
    data = book(EARTH, title="A; B")

    assert schedule(data, "A; B", DOCUMENT[:1]).sheet == "A; B"


def test_a_line_on_two_sheets_is_not_read_without_a_name():
    """Another price of the same line, or the same twice: people say which sheets count."""
    other = [HEAD, [1, "Galian tanah biasa", "m3", 100, 60000, 6000000]]

    for third in (other, EARTH):
        data = file(III=third)
        assert codes(schedule(data)) == [("XLS053", "I!B1"), ("XLS053", "III!B1")]
        assert written(schedule(data, "I; II")) == LINES


def test_a_hidden_sheet_is_no_part_of_the_list_unless_it_is_named():
    def hide(made):
        made["II"].sheet_state = "hidden"

    data = file(change=hide)
    assert codes(schedule(data)) == [("XLS053", "II!B1")]
    assert written(schedule(data, "I; II")) == LINES


def test_the_total_of_all_may_stand_below_the_last_sheet():
    foot = [
        [None, "Jumlah II", *[None] * 3, 57500000],
        [None, "Jumlah I + II", *[None] * 3, 62500000],
        [None, "PPN 11%", *[None] * 3, 6875000],
        [None, "Total", *[None] * 3, 69375000],
    ]
    data = book(EARTH, title="I", II=[*CONCRETE, STEEL, *foot])
    reading = schedule(data)

    assert (codes(reading), written(reading)) == ([], LINES)
    assert (reading.schedule_total, reading.schedule_total_cell) == ("69375000", "II!F7")


def test_a_recapitulation_with_links_is_computed():
    first = recap("=I!F3", "=SUM(II!F2:F3)", "=C5+C6", "=SUM(C3:C4)", "=C5*11%")
    reading = schedule(file(first))

    assert (codes(reading), reading.schedule_total) == ([], "69375000")


def test_analyses_of_prices_are_no_part_of_the_list():
    """They have the headers, and rows that are no lines."""
    analysis = [
        HEAD,
        [1, "Pekerja", "OH", 0.75, 90000, 67500],
        [None, "Jumlah", *[None] * 3, 67500],
    ]
    reading = schedule(file(Analisa=analysis))

    assert (codes(reading), written(reading)) == ([], LINES)


def repeated(steel=20000000):
    amounts = [5000000, 37500000, steel]
    rows = [[n, line.description, amount] for n, (line, amount) in
            enumerate(zip(DOCUMENT, amounts, strict=True), 1)]  # fmt: skip
    foot = [[None, "Jumlah", 62500000], [None, "PPN 11%", 6875000], [None, "Total", 69375000]]
    return [["No", "Uraian Pekerjaan", "Jumlah Harga"], *rows, *foot]


@pytest.mark.parametrize("sheet", [None, "I; II", "I; II; REKAP"])
def test_a_recapitulation_may_say_each_line_again(sheet):
    reading = schedule(file(repeated()), sheet)

    assert (codes(reading), written(reading)) == ([], LINES)
    assert (reading.schedule_total, notes(reading, "total_differs")) == ("69375000", [])
    other = schedule(file(repeated(steel=20000002)), sheet)
    assert (codes(other), written(other)) == ([], LINES)
    assert notes(other, "total_differs") == ["REKAP!C4"]


@pytest.mark.parametrize("sheet", [None, "I; II", "I; II; REKAP"])
def test_a_recapitulation_may_call_its_sums_jumlah(sheet):
    rows = recap()
    rows[1][2] = "Jumlah"
    reading = schedule(file(rows), sheet)

    assert (codes(reading), written(reading)) == ([], LINES)
    assert (reading.schedule_total, reading.schedule_total_cell) == ("69375000", "REKAP!C7")


def test_a_list_of_counts_is_no_recapitulation():
    """Without a name or a row of PPN a column Jumlah may count anything."""
    persons = [["No", "Uraian", "Jumlah"], [1, "Pelaksana", 2], [2, "Galian tanah biasa", 3]]
    reading = schedule(book([*EARTH, *CONCRETE[1:], STEEL], title="I", Personel=persons))

    assert (codes(reading), written(reading)) == ([], LINES)
    assert [code for code, _ in codes(schedule(book(persons, title="I")))] == ["XLS050"]


def test_a_list_of_other_lines_beside_the_one_that_is_read_is_a_fault_until_sheets_are_named():
    whole = [*EARTH[:2], *CONCRETE[1:], STEEL]
    more = [HEAD, [1, "Papan nama", "ls", 1, 1000000, 1000000]]
    data = book(whole, title="I", Tambahan=more)
    (fault,) = schedule(data).faults

    assert (fault.code, dict(fault.params)) == ("XLS165", {"sheet": "Tambahan"})
    assert "dipisahkan titik koma" in TEXTS["XLS165"].hint("id")
    assert written(schedule(data, "I")) == LINES
    both = schedule(data, "I; Tambahan")
    assert (codes(both), both.lines[3]["description"]) == ([], "Papan nama")
    # Neither under other titles, nor without a volume and a price, does anything stand beside it.
    analysis = [[*HEAD[:3], "Koefisien", *HEAD[4:]], [1, "Pekerja", "OH", 0.75, 100000, 75000]]
    blank = [HEAD, [1, "Papan nama", "ls"]]
    for other in (analysis, blank):
        assert codes(schedule(book(whole, title="I", AHS=other))) == []


@pytest.mark.parametrize("said", ["I, II", "I/II", "I dan II"])
def test_names_that_are_parted_otherwise_are_told_the_sign(said):
    (fault,) = schedule(file(), said).faults

    assert (fault.code, fault.params["found"]) == ("XLS052", said)
    assert "Lembar berkas" in TEXTS["XLS052"].hint("id")
    assert "titik koma (misalnya I; II)" in TEXTS["XLS052"].hint("id")
