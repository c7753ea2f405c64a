"""The total at the foot agrees with the lines and PPN, or it is none; figures worked by hand."""

from decimal import Decimal

import pytest

from tender_desk.schedules.schedule_reading import Offer
from tests.desk.schedules.books import DOCUMENT, codes, read

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
# 5,000,000 and 50,000 make 5,050,000; PPN of 11 % is 555,500; together 5,605,500.
LINES = [
    ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000, 50_000],
]
BLANK = [None, None, None]
SUM, TAX, TOTAL = ("Jumlah", 5_050_000), ("PPN 11%", 555_500), ("Total", 5_605_500)


def footed(*foot, lines=LINES, head=HEAD, **more):
    rows = [[words, None, None, None, figure] for words, figure in foot]
    return read([head, *lines, *rows], DOCUMENT[:2], **more)


def noted(reading, code):
    return [note.cell for note in reading.notes if note.code == code]


@pytest.mark.parametrize(
    "other",
    [
        ("Jumlah HPS", 70_000_000),
        ("Total Pagu", 7_000_000),
        ("Total TKDN", 3_000_000),
        ("Nilai total kontrak tahun lalu", 5_100_000),
        ("Jumlah HPS dibulatkan", 6_000_000),
    ],
)
@pytest.mark.parametrize("before", [False, True])
def test_a_sum_of_another_thing_is_not_the_total(other, before):
    """Whatever stands before or below it."""
    foot = (other, SUM, TAX, TOTAL) if before else (SUM, TAX, TOTAL, other)
    reading = footed(*foot)

    assert codes(reading) == []
    assert reading.schedule_total == "5605500"
    assert noted(reading, "not_a_total") == ["Rincian!E4" if before else "Rincian!E7"]


@pytest.mark.parametrize("left", [-500, 500])
def test_what_rounding_left_is_no_total(left):
    """A row *pembulatan* may hold the difference alone."""
    rounded = ("Jumlah dibulatkan", 5_605_000 if left < 0 else 5_606_000)

    assert footed(SUM, TAX, TOTAL, ("Pembulatan", abs(left))).schedule_total == "5605500"
    reading = footed(SUM, TAX, TOTAL, ("Pembulatan", left), rounded)
    assert codes(reading) == []
    assert reading.schedule_total == str(rounded[1])


@pytest.mark.parametrize(
    ("foot", "cells"),
    [
        ([SUM, TAX, TOTAL, ("Total", 5_300_000)], "7"),
        ([SUM, TAX, TOTAL, ("Total", 5_000_000)], "7"),
        ([SUM, TAX, ("Total", 5_700_000), ("Total", 5_300_000)], "67"),
        ([SUM, TAX, ("Total", 5_700_000), ("Jumlah", 5_050_000)], "6"),
        ([SUM, TAX, ("Total", 5_700_000), ("PPN 11%", 555_500)], "6"),
        ([("Jumlah", 5_150_000), ("Jumlah", 5_200_000)], "45"),
        ([SUM, TAX, ("Jumlah dibulatkan", 5_000_000)], "6"),
        ([SUM, TAX, TOTAL, ("Dibulatkan", 5_000_000)], "7"),
        ([SUM, TAX, TOTAL, ("Dibulatkan", 6_000_000)], "7"),
    ],
)
def test_totals_that_contradict_each_other_and_the_lines_are_faults(foot, cells):
    """Which of them the bid states is for people to say: once they did, the lines are read."""
    assert codes(footed(*foot)) == [("XLS130", f"Rincian!E{row}") for row in cells]

    reading = footed(*foot, offer=Offer(schedule_total=Decimal(5_605_500)))
    assert codes(reading) == []
    assert len(reading.lines) == 2
    assert noted(reading, "total_differs") == [f"Rincian!E{row}" for row in cells]


@pytest.mark.parametrize(
    ("foot", "total", "cells"),
    [
        # The sum leaves out the second line, and PPN and total go on from it.
        ([("Jumlah", 5_000_000), ("PPN 11%", 550_000), ("Total", 5_550_000)], "5550000", "6"),
        # It leaves out what no row of sums explains.
        ([("Jumlah", 4_900_000), ("PPN 11%", 539_000), ("Total", 5_439_000)], "5439000", "46"),
        # The total does not add up, and is rounded.
        ([SUM, TAX, ("Total", 5_700_000)], "5700000", "6"),
        ([SUM, TAX, ("Total", 5_700_400), ("Dibulatkan", 5_700_000)], "5700000", "67"),
        ([("Total termasuk PPN", 5_605_900)], "5605900", "4"),
        # A slip in the sum that the total does not have.
        ([("Jumlah", 5_150_000), TAX, TOTAL], "5605500", "4"),
        # Nothing says that PPN is in it.
        ([("Jumlah", 5_150_000), TAX], None, "4"),
        ([("Jumlah", 5_150_000)], None, "4"),
        ([("Jumlah I", 4_000_000), ("Jumlah II", 50_000), ("Jumlah", 4_050_000)], None, "46"),
        # What is of something else, below it.
        ([SUM, TAX, ("Total", 5_700_000), ("Jumlah HPS", 70_000_000)], "5700000", "6"),
    ],
)
def test_a_slip_of_the_bidder_in_a_sum_leaves_the_lines_readable(foot, total, cells):
    """Correction exists for it; the note that tells of it keeps the amount back."""
    reading = footed(*foot)

    assert codes(reading) == []
    assert [line["unit_price"] for line in reading.lines] == ["50000", "4000"]
    assert reading.schedule_total == total
    assert noted(reading, "total_differs") == [f"Rincian!E{row}" for row in cells]
    assert not any(note.value for note in reading.notes if note.code == "total_differs")


def test_a_wrong_product_is_no_reason_to_doubt_the_total():
    """100 x 50,000 written as 500,000: the sum of what is written is 550,000, with PPN 610,500."""
    lines = [[*LINES[0][:4], 500_000], LINES[1]]
    reading = footed(("Jumlah", 550_000), ("PPN", 60_500), ("Total", 610_500), lines=lines)

    assert codes(reading) == []
    assert reading.schedule_total == "610500"
    assert noted(reading, "total_differs") == []


def test_a_total_that_may_be_the_price_is_not_taken_against_the_lines():
    """Where the schedule binds, people say which total it states."""
    foot = [("Jumlah", 5_000_000), ("PPN 11%", 550_000), ("Total", 5_550_000)]

    assert codes(footed(*foot, offer=Offer(total_binds=True))) == [("XLS132", "Rincian!E6")]
    said = Offer(schedule_total=Decimal(5_550_000), total_binds=True)
    assert codes(footed(*foot, offer=said)) == []
    assert footed(SUM, TAX, TOTAL, offer=Offer(total_binds=True)).schedule_total == "5605500"


@pytest.mark.parametrize(
    ("head", "figures", "foot"),
    [
        # 7,000 and 80 in the place of prices: 100 x 7,000 + 12.5 x 80 = 701,000; + 11 % 778,110.
        ("Asdf", (7_000, 80), [("Total termasuk PPN", 778_110)]),
        # As volumes: 7,000 x 50,000 + 80 x 4,000 = 350,320,000.
        ("Asdf", (7_000, 80), [("Jumlah", 350_320_000)]),
        # As amounts, 7,080 and PPN of 779.
        ("Asdf", (7_000, 80), [("Jumlah", 7_080), ("PPN", 779), ("Total", 7_859)]),
        ("Harga Satuan HPS", (7_000, 80), [("Jumlah", 701_000)]),
    ],
)
def test_a_total_that_unread_figures_make_speaks_for_them(head, figures, foot):
    """Whoever says which total the schedule states says nothing of its lines."""
    lines = [[*line, figure] for line, figure in zip(LINES, figures, strict=True)]
    told = {"head": [*HEAD, head], "lines": lines}

    for offer in (Offer(), Offer(schedule_total=Decimal(778_110))):
        reading = footed(*foot, offer=offer, **told)
        assert {code for code, _ in codes(reading)} == {"XLS131"}
        assert {fault.params["found"] for fault in reading.faults} == {"F1"}
    assert codes(footed(SUM, TAX, ("Total", 5_700_000), **told)) == []


@pytest.mark.parametrize(
    ("rounded", "words"),
    [
        (5_605_000, "Total"),
        (5_606_000, "Jumlah total"),
        (5_600_000, "Dibulatkan"),
        (5_605_501, "Total"),
    ],
)
def test_a_total_may_be_rounded_within_reason(rounded, words):
    """To thousands without a word of it, further where it is called so."""
    reading = footed(SUM, TAX, (words, rounded))

    assert codes(reading) == []
    assert reading.schedule_total == str(rounded)


def test_sums_of_some_lines_at_the_foot_are_no_totals():
    """A recapitulation by sections; their sum is 5,050,000."""
    reading = footed(("Jumlah I", 5_000_000), ("Jumlah II", 50_000), SUM, TAX, TOTAL)

    assert codes(reading) == []
    assert reading.schedule_total == "5605500"


def test_a_total_is_held_against_what_the_lines_make_not_only_what_they_say():
    """50,000 was written as 40,000; the foot was computed from the right product."""
    reading = footed(SUM, TAX, TOTAL, lines=[LINES[0], [*LINES[1][:4], 40_000]])

    assert codes(reading) == []
    assert reading.schedule_total == "5605500"


@pytest.mark.parametrize(
    "words",
    [
        "DPP Nilai Lain",
        "DPP Nilai Lain (11/12 x Jumlah)",
        "Nilai Lain",
        "Dasar Pengenaan Pajak",
        "Dasar Pengenaan Pajak Nilai Lain (11/12)",
        "11/12 x Jumlah Harga",
        "B. DPP = 11/12 x A",
        "Jumlah DPP",
        "D.P.P. Nilai Lain",
        "Dasar PPN",
        "Tax base (11/12)",
        "11/12 × Jumlah",
        "11/12 dari harga",
    ],
)
def test_the_base_of_ppn_is_known_and_added_to_nothing(words):
    """11/12 of 5,050,000 is 4,629,166.67, and 12 % of that 555,500."""
    reading = footed(SUM, (words, 4_629_166.67), ("PPN 12% x DPP Nilai Lain", 555_500), TOTAL)

    assert codes(reading) == []
    assert {row.cell: row.why for row in reading.rows}["Rincian!A5"] == "dasar_pajak"
    assert reading.schedule_total == "5605500"


def test_a_tax_on_eleven_twelfths_is_no_base():
    reading = footed(SUM, ("PPN 11/12 x 12%", 555_500), TOTAL)

    assert [row.why for row in reading.rows][-3:] == ["total", "ppn", "total"]
    assert reading.schedule_total == "5605500"


def test_sums_in_english():
    reading = footed(("Sub Total", 5_050_000), ("VAT 11%", 555_500), ("Grand Total", 5_605_500))

    assert codes(reading) == []
    assert [row.why for row in reading.rows][-3:] == ["subjumlah", "ppn", "total"]
    assert reading.schedule_total == "5605500"


@pytest.mark.parametrize("words", ["Jumlah I", "Sub Jumlah", "Jumlah"])
@pytest.mark.parametrize(("figure", "told"), [(5_000_000, []), (5_550_000, []), (4_000_000, [4])])
def test_a_wrong_sum_of_a_section_is_told_and_changes_no_line(words, figure, told):
    """The section has one line of 5,000,000; the sum may be written with PPN of 11 percent."""
    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
    first, second = LINES
    parts = [
        ["TANAH"],
        first,
        [words, *BLANK, figure],
        ["BETON"],
        second,
        ["Jumlah II", *BLANK, 50_000],
    ]
    foot = [[said, *BLANK, number] for said, number in (SUM, TAX, TOTAL)]
    reading = read([head, *parts, *foot], DOCUMENT[:2], offer=Offer(vat_percent=Decimal(11)))

    assert codes(reading) == []
    assert [line["amount"] for line in reading.lines] == ["5000000", "50000"]
    assert noted(reading, "total_differs") == [f"Rincian!E{row}" for row in told]
    assert reading.schedule_total == "5605500"


def test_a_sum_below_all_lines_may_be_of_any_that_follow_each_other():
    told = [("Subtotal I", 5_000_000), ("Subtotal II", 50_000), ("Subtotal III", 60_000)]
    reading = footed(*told, SUM, TAX, TOTAL)

    assert codes(reading) == []
    assert noted(reading, "total_differs") == ["Rincian!E6"]


def elsewhere(figure, column=3, **more):
    total = ["Total", None, None, None, None]
    total[column] = figure
    sums = [[words, None, None, None, number] for words, number in (SUM, TAX)]
    return read([HEAD, *LINES, *sums, total], DOCUMENT[:2], **more)


def test_a_total_in_another_column_is_held_against_the_lines():
    """It is the total where it agrees with them, and told where it does not."""
    sound = elsewhere(5_605_500)
    assert (codes(sound), sound.schedule_total) == ([], "5605500")
    assert sound.schedule_total_cell == "Rincian!D6"

    other = elsewhere(7_000_000)
    assert (codes(other), noted(other, "total_differs")) == ([], ["Rincian!D6"])
    binding = elsewhere(7_000_000, offer=Offer(total_binds=True))
    assert codes(binding) == [("XLS132", "Rincian!D6")]


@pytest.mark.parametrize(("column", "figure"), [(2, 112.5), (3, 54_000)])
def test_the_sum_of_another_column_is_not_the_total(column, figure):
    """100 and 12.5 of volumes, 50,000 and 4,000 of unit prices."""
    reading = elsewhere(figure, column, offer=Offer(total_binds=True))
    assert (codes(reading), reading.schedule_total) == ([], None)


def test_a_total_that_is_no_number_is_told_at_its_cell():
    for column, cell in ((4, "Rincian!E6"), (3, "Rincian!D6")):
        assert codes(elsewhere("7,000,000.00", column)) == [("XLS150", cell)]
        said = elsewhere("7,000,000.00", column, offer=Offer(schedule_total=Decimal(7_000_000)))
        assert codes(said) == []


def test_a_lone_total_that_no_lines_make_may_be_the_price():
    """Where it says nothing of PPN as well."""
    binding = footed(("TOTAL", 7_000_000), offer=Offer(total_binds=True))
    assert codes(binding) == [("XLS132", "Rincian!E4")]
    assert codes(footed(("TOTAL", 7_000_000))) == []
