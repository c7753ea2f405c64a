"""A rate of PPN in a schedule may be of a share of the price; figures worked by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from tender_desk.schedules.schedule_reading import Offer
from tender_desk.workbook.reading.offers import document_of, offer_of
from tests.desk.schedules.books import DOCUMENT, codes, read

ONE = DOCUMENT[:1]
GROSS = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Total", "Pajak (%)"]
OF_A_BASE = Offer(vat_base=Fraction(11, 12))


@pytest.mark.parametrize(
    ("offer", "amounts"),
    [
        # 12 percent of 11/12 is 11 percent of the whole.
        (OF_A_BASE, (1110, 222)),
        (OF_A_BASE, (1110, 333)),
        # Another who knows no such share writes 12 percent of the whole.
        (OF_A_BASE, (1120, 224)),
        (OF_A_BASE, (1000, 200)),
        (Offer(), (1120, 224)),
        # The document writes 11, which the bid writes as 12 of a share that it does not name.
        (Offer(document_vat=Decimal(11)), (1110, 222)),
    ],
)
def test_a_rate_may_be_of_a_share_of_the_price(offer, amounts):
    """100 x 10 = 1,000 and 50 x 4 = 200; 333 is 300 with PPN, and wrong."""
    rows = [
        GROSS,
        ["Galian tanah biasa", "m3", 100, 10, amounts[0], 12],
        ["Beton mutu sedang", "m3", 50, 4, amounts[1], 12],
    ]
    reading = read(rows, DOCUMENT[:2], offer=offer)

    assert codes(reading) == []
    wanted = ["1000", "300" if amounts[1] == 333 else "200"]
    assert [line["amount"] for line in reading.lines] == wanted
    assert [line["vat_percent"] for line in reading.lines] == ["12", "12"]


def test_the_share_may_be_that_of_a_line_alone():
    """The second line is luxury, of the whole."""
    document = (
        evolve(DOCUMENT[0], vat_base=Fraction(11, 12)),
        evolve(DOCUMENT[1], vat_percent=Decimal(20), vat_base=Fraction(1)),
    )
    rows = [
        GROSS,
        ["Galian tanah biasa", "m3", 100, 10, 1110, 12],
        ["Beton mutu sedang", "m3", 50, 4, 240, 20],
    ]

    reading = read(rows, document)
    assert codes(reading) == []
    assert [line["amount"] for line in reading.lines] == ["1000", "200"]


def test_a_rate_of_which_nothing_tells_what_it_is_of_is_not_guessed():
    """1,234 is neither 1,110 nor 1,120; where no price is, nothing can be multiplied."""
    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Total termasuk PPN", "Pajak (%)"]
    wrong = ["Galian tanah biasa", "m3", 100, 10, 1234, 12]
    blank = ["Galian tanah biasa", "m3", 100, None, 1110, 12]

    assert codes(read([GROSS, wrong], ONE, offer=OF_A_BASE)) == [("XLS072", "Rincian!E1")]
    for line in (wrong, blank):
        assert ("XLS075", "Rincian!E2") in codes(read([head, line], ONE, offer=OF_A_BASE))


def test_the_foot_is_held_against_a_rate_of_a_share():
    """1,000 and 110; nothing shows the tax."""
    rows = [[*GROSS[:4], "Jumlah", "Pajak (%)"], ["Galian tanah biasa", "m3", 100, 10, 1000, 12]]
    foot = [["Total dengan PPN", None, None, None, 1110]]

    reading = read([*rows, *foot], ONE, offer=OF_A_BASE)
    assert codes(reading) == []
    assert reading.schedule_total == "1110"
    assert not [note for note in reading.notes if note.code == "total_differs"]


def test_what_a_workbook_says_of_ppn_is_known_before_the_package_is_read():
    """The base of the bid, or else of the document; what is no number says nothing."""
    document = document_of({"hps": {"vat_percent": "12", "vat_base": "11/12"}})

    assert document == Offer(vat_base=Fraction(11, 12), document_vat=Decimal(11))
    assert offer_of({"vat_percent": "12"}, document).vat_base == Fraction(11, 12)
    assert offer_of({"vat_base": "1"}, document).vat_base == 1
    assert offer_of({"vat_percent": "dua belas"}, document) == document
    assert document_of({"hps": {"vat_percent": "x"}}) == document_of({}) == Offer()
