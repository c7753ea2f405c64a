"""A column of TKDN in percent, in shares of one, or computed; a doubt is a fault of its cell."""

import pytest

from tests.desk.schedules.books import DOCUMENT, codes, read

ROWS = [
    ["Galian tanah biasa", "m3", 100, 50_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000],
    ["Besi tulangan polos", "kg", 1000, 20_000],
]


def stated(*tkdn, title="TKDN (%)", form="General"):
    def shown(made):
        for row in (2, 3, 4):
            made.active.cell(row, 5).number_format = form

    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", title]
    rows = [[*row, share] for row, share in zip(ROWS, tkdn, strict=False)]
    reading = read([head, *rows], DOCUMENT[: len(rows)], shown)
    return codes(reading), [line.get("tkdn_percent") for line in reading.lines]


@pytest.mark.parametrize("title", ["TKDN (%)", "TKDN", "Persen TKDN"])
@pytest.mark.parametrize(
    ("tkdn", "wanted"),
    [
        ((0.33, 0.4, 0.275), ["33", "40", "27.5"]),
        ((0.33, 1, 0.4), ["33", "100", "40"]),
        ((0.33, 0, 0.4), ["33", "0", "40"]),
        (("0,33", None, "=2/5"), ["33", None, "40"]),
    ],
)
def test_a_column_of_shares_is_read_in_percent(title, tkdn, wanted):
    assert stated(*tkdn, title=title) == ([], wanted)


@pytest.mark.parametrize(
    ("tkdn", "cells"),
    [
        # A percentage among them, a single one, a sign of percent beside none.
        ((0.33, 40, 0.4), ["E2", "E4"]),
        ((0.33,), ["E2"]),
        ((0.33, "40%", 0.27), ["E2", "E4"]),
        ((0.33, 1.2, 0.4), ["E2", "E4"]),
    ],
)
def test_what_may_be_less_than_a_percent_is_a_fault(tkdn, cells):
    assert stated(*tkdn)[0] == [("XLS059", f"Rincian!{cell}") for cell in cells]


def test_one_share_alone_is_none_of_a_percent_where_the_title_says_no_percent():
    assert stated(0.33, title="TKDN") == ([], ["33"])


def test_a_share_that_was_computed_is_read_to_the_sixth_decimal():
    """Two thirds are 66.666667 percent."""
    assert stated("=2/3", "=1/4", "=1/2", form="0.00%") == ([], ["66.666667", "25", "50"])


def test_a_share_that_only_its_digits_part_from_a_whole_number_is_a_fault():
    """39.99999999 percent is not 40, which a bound may be."""
    assert stated("=0.3999999999", "=1/4", form="0.00%")[0] == [("XLS057", "Rincian!E2")]


@pytest.mark.parametrize("title", ["Nilai TKDN (Rp)", "Nilai TKDN"])
def test_local_content_in_rupiah_is_of_no_share(title):
    """It is no price either; one figure above a hundred among shares stays a fault."""
    assert stated(400_000, 40_000, 900_000, title=title) == ([], [None] * 3)
    assert stated(40, 400, 50, title=title)[0] == [("XLS059", "Rincian!E3")]
