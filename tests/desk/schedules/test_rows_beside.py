"""Rows beside the lines of the document: details of a line, what no sum counts, what is no line."""

import pytest

from tests.desk.schedules.books import codes, hps, read, written

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", "Pasangan batu kali", "m3", "40"),
    hps("L3", "Plesteran 1:4", "m2", "250"),
)
ONE = [1, "Galian tanah biasa", "m3", 100, 50000, 5000000]
TWO = [2, "Pasangan batu kali", "m3", 40, 900000, 36000000]
THREE = [3, "Plesteran 1:4", "m2", 250, 65000, 16250000]
WHOLE = 57_250_000


def foot(net=WHOLE):
    said = (("Jumlah", net), ("PPN 11%", net * 11 // 100), ("Total", net * 111 // 100))
    return [[None, words, None, None, None, figure] for words, figure in said]


def under_one(*rows, net=WHOLE, change=None):
    return read([HEAD, ONE, *rows, TWO, THREE, *foot(net)], DOCUMENT, change)


def details(reading):
    return [row.cell for row in reading.rows if row.why == "rincian"]


@pytest.mark.parametrize(
    "rows",
    [
        # Volumes, units or prices alone: nothing is paid for them.
        [[None, "- STA 0", "m3", 60], [None, "- STA 1", "m3", 40]],
        [[None, "- upah", "m3"], [None, "- bahan", "m3"]],
        [[None, "upah", None, None, 20000], [None, "bahan", None, None, 30000]],
        [[None, "a. cangkul", "bh", 2, 0, 0], [None, "b. sekop", "bh", 2, "-", "-"]],
        # Parts that come to the line's amount, or to its price.
        [[None, "a. lantai 1", "m3", 60, 50000, 3e6], [None, "b. lantai 2", "m3", 40, 50000, 2e6]],
        [["1.1", "manual", "m3", 50, 60000, 3e6], ["1.2", "mesin", "m3", 50, 40000, 2e6]],
        [[None, "manual", "m3", 50, 60000, 3e6], [None, "mesin", "m3", 50, 40000, 2e6]],
        [[None, "Pekerja", "OH", 0.75, 40000, 30000], [None, "Mandor", "OH", 0.25, 80000, 20000]],
        [["a", "seluruhnya", "m3", 100, 50000, 5e6]],
    ],
)
def test_details_of_a_line_are_no_lines(rows):
    reading = under_one(*rows)

    assert codes(reading) == []
    assert [line["id"] for line in reading.lines] == ["L1", "L2", "L3"]
    assert details(reading) == [f"Rincian!B{number}" for number, _ in enumerate(rows, 3)]
    assert reading.schedule_total == "63547500"


def test_details_that_the_sum_counts_as_well_are_a_fault():
    rows = [["1.1", "manual", "m3", 50, 60000, 3e6], ["1.2", "mesin", "m3", 50, 40000, 2e6]]

    assert codes(under_one(*rows, net=WHOLE + 5_000_000)) == [
        ("XLS155", "Rincian!F3"),
        ("XLS155", "Rincian!F4"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # One more line of the same amount, or several that come to another.
        [[None, "Papan nama", "m3", 100, 50000, 5e6]],
        [[None, "Papan nama", "bh", 1, 3e6, 3e6], [None, "Gudang", "ls", 1, 1e6, 1e6]],
    ],
)
def test_a_line_of_the_bidders_own_is_no_detail(rows):
    net = WHOLE + sum(int(row[5]) for row in rows)
    reading = under_one(*rows, net=net)

    assert codes(reading) == []
    assert [line["description"] for line in reading.lines if line.get("extra")] == [
        row[1] for row in rows
    ]


def test_a_list_of_prices_has_no_details():
    reading = read([[*HEAD[:3], "Harga Satuan"], [1, "Galian tanah biasa", "m3", 50000],
                    [2, "Papan nama", "bh", 70000]], DOCUMENT[:1])  # fmt: skip

    assert [line.get("extra") for line in reading.lines] == [None, True]


def hidden(number):
    def change(made):
        made.active.row_dimensions[number].hidden = True

    return change


CADAS = [None, "Galian cadas", "m3", 5, 1000, 5000]


@pytest.mark.parametrize("change", [None, hidden(3)])
def test_a_row_that_nobody_knows_and_no_sum_counts_is_a_fault(change):
    """An alternative, or one that was struck out; where the sum counts it, it is offered."""
    reading = under_one(CADAS, change=change)

    assert codes(reading) == [("XLS154", "Rincian!F3")]
    counted = under_one(CADAS, net=WHOLE + 5000, change=change)
    assert codes(counted) == []
    assert counted.lines[1]["description"] == "Galian cadas"


def test_one_of_two_unknown_rows_may_be_counted():
    papan = [4, "Papan nama", "bh", 1, 7000, 7000]
    rows = [HEAD, ONE, CADAS, TWO, THREE, papan, *foot(WHOLE + 7000)]

    assert codes(read(rows, DOCUMENT)) == [("XLS154", "Rincian!F3")]


def test_a_hidden_line_that_no_sum_counts_is_a_fault():
    rows = [HEAD, ONE, TWO, THREE, *foot(WHOLE - 36_000_000)]

    assert codes(read(rows, DOCUMENT, hidden(3))) == [("XLS154", "Rincian!F3")]
    assert codes(read([HEAD, ONE, TWO, THREE, *foot()], DOCUMENT, hidden(3))) == []


@pytest.mark.parametrize(
    "more",
    [
        [[], [None, "DAFTAR HARGA BAHAN"], [1, "Semen", "zak", None, 65000]],
        [[], [None, "Semen", "zak"], [None, "Pasir", None, None, 250000]],
    ],
)
def test_what_stands_below_the_total_without_amounts_is_no_line(more):
    reading = read([HEAD, ONE, TWO, THREE, *foot(), *more], DOCUMENT)

    assert codes(reading) == []
    assert [line["id"] for line in reading.lines] == ["L1", "L2", "L3"]
    assert reading.schedule_total == "63547500"


@pytest.mark.parametrize("last", [THREE, [4, "Papan nama", "bh", 1, 7, 7]])
def test_a_line_below_the_total_that_no_other_sum_follows_is_a_fault(last):
    lines = [ONE, TWO, *([] if last is THREE else [THREE])]
    net = sum(line[5] for line in lines)
    reading = read([HEAD, *lines, *foot(net), last], DOCUMENT)

    assert codes(reading) == [("XLS161", f"Rincian!B{len(lines) + 5}")]


def test_lines_between_totals_are_not_below_them():
    rows = [HEAD, ONE, *foot(5_000_000), TWO, THREE, *foot(52_250_000)]

    assert "XLS161" not in {code for code, _ in codes(read(rows, DOCUMENT))}


def test_a_sum_with_a_unit_is_no_line():
    rows = [HEAD, ONE, TWO, THREE, [4, "Total", "ls", 1, WHOLE, WHOLE]]

    assert codes(read(rows, DOCUMENT)) == [("XLS067", "Rincian!B5")]
    station = (*DOCUMENT, hps("L4", "Total station", "bh", "1"))
    rows[-1][1] = "Total station"
    assert written(read(rows, station))[3] == ("L4", "1", f"{WHOLE}", f"{WHOLE}")


def test_sums_that_are_carried_over_to_the_next_page_are_known():
    carried = [None, None, None, 5_000_000]
    rows = [HEAD, ONE, [None, "Dipindahkan", *carried], HEAD, [None, "Pindahan", *carried], TWO]
    reading = read([*rows, THREE, *foot()], DOCUMENT)

    assert codes(reading) == []
    assert reading.schedule_total == "63547500"
    rows[4] = [None, "Pindahan dari halaman 1", None, None, None, 6_000_000]
    differs = read([*rows, THREE, *foot()], DOCUMENT)
    assert ("total_differs", "Rincian!F5") in [(n.code, n.cell) for n in differs.notes]
