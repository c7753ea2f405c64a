"""A reading is held beside the bid's total and the HPS; every figure here is worked by hand."""

from decimal import Decimal

import pytest

from tender.formats.schedules.reading import Compared, Offer
from tests.formats.schedules.books import DOCUMENT, hps, read

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "PPN (%)"]
# 100 x 50,000 + 12.5 x 4,000 + 1,000 x 15 = 5,065,000; with 11 % 5,622,150.
LINES = [
    ["Galian tanah biasa", "m3", 100, 50_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000],
    ["Besi tulangan polos", "kg", 1000, 15],
]


def offer(total=None, rate="11"):
    return Offer(total and Decimal(total), rate and Decimal(rate))


def found(rows=LINES, document=DOCUMENT, **more):
    return read([HEAD, *rows], document, **more).compared


def share(total, rows=LINES, rate="11", document=DOCUMENT):
    compared = found(rows, document, offer=offer(total, rate))
    return compared.share, compared.equal


def test_the_sum_of_the_reading_is_the_bids_total():
    assert share("5622150") == ("100.00", True)
    assert share("5622150.01") == ("100.00", False)


def test_the_share_tells_what_was_misread():
    """Prices with PPN taken for net ones are 111 % of the total; 5,622,150 / 7,000,000 is 80.32."""
    assert share("5065000") == ("111.00", False)
    assert share("7000000") == ("80.32", False)


@pytest.mark.parametrize(("total", "rate"), [(None, "11"), ("0", "11"), ("5622150", None)])
def test_no_share_without_a_total_or_a_rate(total, rate):
    assert share(total, rate=rate) == (None, False)


def test_the_rate_of_a_line_goes_before_that_of_the_document_and_of_the_bid():
    """5,000,000 at 0 %, 50,000 at 10 % and 15,000 at 11 % make 5,000,000 + 55,000 + 16,650."""
    rows = [[*LINES[0], 0], LINES[1], LINES[2]]
    document = (
        DOCUMENT[0],
        hps("L2", "Beton mutu sedang", "m3", "12.5", vat_percent="10"),
        DOCUMENT[2],
    )

    assert share("5071650", rows, document=document) == ("100.00", True)


def test_amounts_count_where_a_price_or_a_volume_is_not_there():
    """7,000,000 and 3,000,000; and 2 people for 6 months at 1,000,000 are 12,000,000."""
    outputs = [
        ["Uraian", "Total Harga"],
        ["Galian tanah biasa", 7_000_000],
        ["Beton mutu sedang", 3_000_000],
    ]
    reading = read(outputs, DOCUMENT[:2], offer=offer("10000000", "0"))
    assert (reading.compared.share, reading.compared.equal) == ("100.00", True)

    people = [
        ["Uraian", "Satuan", "Volume", "Satuan", "Volume", "Harga Satuan"],
        ["Ahli", "orang", 2, "bulan", 6, 1_000_000],
    ]
    document = (hps("T1", "Ahli", "orang", "2", person_months="6"),)
    assert read(people, document, offer=offer("12000000", "0")).compared.equal


def test_lines_are_counted_beside_the_hps():
    """One volume is another, one price is blank, one line is not there, one is the bidder's own."""
    rows = [
        ["Galian tanah biasa", "m3", 99, 50_000],
        ["Beton mutu sedang", "m3", 12.5, None],
        ["Papan nama", "bh", 1, 7],
    ]
    document = DOCUMENT[:2]

    assert found(rows, document) == Compared(3, 1, 1, 0, 1, None, equal=False)
    assert found(LINES[:2]) == Compared(2, 0, 0, 1, 0, None, equal=False)
    assert found() == Compared(3, 0, 0, 0, 0, None, equal=False)


def test_the_key_covers_what_was_compared():
    """Whoever accepts the reading has seen it beside this very total."""
    keys = {read([HEAD, *LINES], offer=offer(total)).key for total in ("5622150", "5065000", None)}

    assert len(keys) == 3


def test_nothing_is_compared_where_nothing_was_read():
    assert read([["Surat penawaran"]], offer=offer("1")).compared is None
