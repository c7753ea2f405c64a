"""A reading is held beside the HPS, and its key beside the bid; figures worked by hand."""

from decimal import Decimal

from tender_desk.schedules.reader import read_schedule
from tender_desk.schedules.schedule_reading import Compared, Offer
from tests.desk.schedules.books import DOCUMENT, book, read

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "PPN (%)"]
LINES = [
    ["Galian tanah biasa", "m3", 100, 50_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000],
    ["Besi tulangan polos", "kg", 1000, 15],
]


def found(rows=LINES, document=DOCUMENT):
    return read([HEAD, *rows], document).compared


def test_lines_are_counted_beside_the_hps():
    """One volume is another, one price is blank, one line is not there, one is the bidder's own."""
    rows = [
        ["Galian tanah biasa", "m3", 99, 50_000],
        ["Beton mutu sedang", "m3", 12.5, None],
        ["Papan nama", "bh", 1, 7],
    ]
    document = DOCUMENT[:2]

    assert found(rows, document) == Compared(3, 1, 1, 0, 1)
    assert found(LINES[:2]) == Compared(2, 0, 0, 1, 0)
    assert found() == Compared(3, 0, 0, 0, 0)


def test_the_key_covers_what_is_known_of_the_bid():
    """Whoever accepts the reading has seen it beside these very totals and this rate."""
    offers = [
        Offer(),
        Offer(stated_total=Decimal(5_622_150)),
        Offer(stated_total=Decimal(5_622_150), vat_percent=Decimal(11)),
        Offer(stated_total=Decimal(5_065_000)),
        Offer(schedule_total=Decimal(5_065_000)),
        Offer(total_binds=True),
    ]

    # A file tells when it was made: all have to be beside the same one.
    data = book([HEAD, *LINES])

    def key(offer):
        return read_schedule(data, "penawaran.xlsx", DOCUMENT, offer=offer).key

    assert len({key(offer) for offer in offers}) == len(offers)
    assert key(Offer(stated_total=Decimal("5622150.00"))) == key(offers[1])


def test_nothing_is_compared_where_nothing_was_read():
    assert read([["Surat penawaran"]]).compared is None
