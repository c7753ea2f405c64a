"""Figures that fit each other only by something unread: a factor, thousands, PPN, a discount."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tender_desk.schedules.schedule_reading import Offer
from tests.desk.schedules.books import codes, hps, read, written

HEAD = ["No", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", "Pasangan batu kali", "m3", "40"),
    hps("L3", "Plesteran 1:4", "m2", "250"),
)
LINES = [
    [1, "Galian tanah biasa", "m3", 100, 50000, 5000000],
    [2, "Pasangan batu kali", "m3", 40, 900000, 36000000],
    [3, "Plesteran 1:4", "m2", 250, 65000, 16250000],
]
OFFER = Offer(stated_total=Decimal(63_547_500), vat_percent=Decimal(11), document_vat=Decimal(11))


def foot(*said):
    return [[None, words, None, None, None, figure] for words, figure in said]


@pytest.mark.parametrize(
    "lines",
    [
        # Twelve months, a tenth off, a price per hundred.
        [[*line[:5], line[5] * 12] for line in LINES],
        [[*line[:5], f"=D{n}*E{n}*12"] for n, line in enumerate(LINES, 2)],
        [[*line[:5], line[5] * 9 // 10] for line in LINES],
        [[*line[:4], line[4] * 100, line[5]] for line in LINES],
        [[*line[:5], line[5] * 12] for line in LINES[:2]] + LINES[2:],
    ],
)
def test_one_factor_in_most_amounts_is_a_fault(lines):
    """Correction would take it for slips, and multiply without it."""
    assert codes(read([HEAD, *lines], DOCUMENT)) == [("XLS153", "Rincian!F1")]


@pytest.mark.parametrize(
    "amounts",
    [
        # Slips: each amount by another factor, or one line alone.
        [5_100_000, 35_000_000, 16_000_000],
        [60_000_000, 36_000_000, 16_250_000],
        # Rounded to thousands, which no factor makes.
        [5_000_000, 36_000_400, 16_250_300],
    ],
)
def test_slips_are_left_to_correction(amounts):
    lines = [[*line[:5], amount] for line, amount in zip(LINES, amounts, strict=True)]
    reading = read([HEAD, *lines], DOCUMENT)

    assert codes(reading) == []
    assert [line[3] for line in written(reading)] == [f"{amount}" for amount in amounts]


@pytest.mark.parametrize("factor", [1000, 1_000_000])
def test_a_total_in_rupiah_above_lines_in_thousands_is_a_fault(factor):
    lines = [[*line[:4], line[4] / factor, line[5] / factor] for line in LINES]
    rows = [HEAD, *lines, *foot(("Jumlah", 57_250_000))]
    taxed = foot(("PPN 11%", 6_297_500), ("Total", 63_547_500))

    assert codes(read(rows, DOCUMENT)) == [("XLS164", "Rincian!F5")]
    assert ("XLS164", "Rincian!F7") in codes(read([*rows, *taxed], DOCUMENT))


GROSS = [[*line[:4], f"{line[4] * 111 // 100}", f"{line[5] * 111 // 100}"] for line in LINES]


@pytest.mark.parametrize(
    "rows",
    [
        GROSS,
        [*GROSS, *foot(("Total", 63_547_500))],
        [*GROSS, *foot(("Jumlah", 63_547_500), ("Dibulatkan", 63_547_000))],
    ],
)
def test_lines_that_come_to_the_total_of_the_bid_without_ppn_are_a_fault(rows):
    """That total holds PPN: so do they, or it was left out, and people have to say which."""
    assert codes(read([HEAD, *rows], DOCUMENT, offer=OFFER)) == [("XLS080", "Rincian!E1")]
    assert codes(read([HEAD, *LINES], DOCUMENT, offer=OFFER)) == []
    free = Offer(stated_total=OFFER.stated_total, vat_percent=Decimal(0))
    assert codes(read([HEAD, *GROSS], DOCUMENT, offer=free)) == []


def test_a_total_with_ppn_that_is_the_sum_of_the_lines_is_a_fault_though_ppn_is_told_below():
    parts = foot(("DPP", 57_250_000), ("PPN 11%", 6_297_500))
    rows = [HEAD, *GROSS, *foot(("Total termasuk PPN", 63_547_500)), *parts]

    assert codes(read(rows, DOCUMENT)) == [("XLS080", "Rincian!F5")]


def test_a_unit_price_made_with_a_column_of_ppn_is_a_fault():
    head = ["No", "Uraian", "Satuan", "Volume", "Harga Dasar", "PPN 11%", "Harga Satuan", "Jumlah"]
    lines = [
        [*line[:5], line[4] * 11 // 100, line[4] * 111 // 100, line[5] * 111 // 100]
        for line in LINES
    ]
    assert codes(read([head, *lines], DOCUMENT)) == [("XLS076", "Rincian!G1")]
    profit = [[*line[:5], 5000, line[4] + 5000, (line[4] + 5000) * line[3]] for line in LINES]
    head[5] = "Keuntungan"
    assert codes(read([head, *profit], DOCUMENT)) == []


@pytest.mark.parametrize("words", ["Diskon khusus", "Potongan harga", "Disc. 5%", "Cashback"])
def test_a_discount_as_a_line_is_a_fault(words):
    row = [4, words, "ls", 1, 2_000_000, 2_000_000]

    assert ("XLS083", "Rincian!B5") in codes(read([HEAD, *LINES, row], DOCUMENT))
    offered = (*DOCUMENT, hps("L4", words, "ls", "1"))
    assert codes(read([HEAD, *LINES, row], offered)) == []


@pytest.mark.parametrize(
    ("volume", "price", "amount", "told"),
    [
        ("1.250", 50000, 62500, [("XLS082", "Rincian!D2")]),
        ("100.000", 50000, 5_000_000, [("XLS082", "Rincian!D2")]),
        (100, "50.000", 5000, [("XLS163", "Rincian!E2")]),
        # As usual, or a slip that neither reading explains.
        ("1.250", 50000, 62_500_000, []),
        (100, "50.000", 5_000_000, []),
        ("1.250", "50.000", 777, []),
    ],
)
def test_a_dot_that_only_the_fraction_explains_is_a_fault(volume, price, amount, told):
    rows = [HEAD, [1, "Galian tanah biasa", "m3", volume, price, amount], *LINES[1:]]

    assert codes(read(rows, DOCUMENT)) == told


@pytest.mark.parametrize(("wanted", "told"), [("12.5", [("XLS082", "Rincian!D2")]), ("12500", [])])
def test_without_an_amount_the_volume_of_the_document_tells(wanted, told):
    document = (hps("L1", "Galian tanah biasa", "m3", wanted), *DOCUMENT[1:])
    rows = [[1, "Galian tanah biasa", "m3", "12.500", 50000], *(line[:5] for line in LINES[1:])]

    assert codes(read([HEAD[:5], *rows], document)) == told


@pytest.mark.parametrize("factor", [Decimal("0.97"), Decimal("1.1"), Decimal("0.75")])
@pytest.mark.parametrize("title", ["Jumlah Akhir", "Jumlah + jasa", "Harga final", None])
def test_a_column_of_amounts_with_a_factor_that_nobody_read_is_a_fault(title, factor):
    """After a discount or with a fee it may be the bid; correction would pay the other."""
    lines = [[*line, float(line[5] * factor)] for line in LINES]

    assert codes(read([[*HEAD, title], *lines], DOCUMENT)) == [("XLS168", "Rincian!G1")]


@pytest.mark.parametrize(
    ("title", "figures"),
    [
        # A weight, with PPN at the known rate, the owner's, local content, slips, codes.
        ("Bobot", [8.73, 62.88, 28.38]),
        ("Akhir", [5_550_000, 39_960_000, 18_037_500]),
        ("Jumlah HPS", [5_250_000, 37_800_000, 17_062_500]),
        ("Nilai KDN (Rp)", [4_000_000, 28_800_000, 13_000_000]),
        ("Lain", [4_850_000, 36_100_000, 15_000_000]),
        ("Kode", [11, 12, 13]),
    ],
)
def test_other_figures_beside_the_amounts_are_no_doubt(title, figures):
    lines = [[*line, figure] for line, figure in zip(LINES, figures, strict=True)]
    reading = read([[*HEAD, title], *lines], DOCUMENT, offer=OFFER)

    assert (codes(reading), len(reading.lines)) == ([], 3)


def test_prices_before_profit_of_lines_of_one_are_no_other_amounts():
    document = [hps(f"L{n}", line[1], line[2], "1") for n, line in enumerate(LINES, 1)]
    head = [*HEAD[:4], "Harga Toko", *HEAD[4:]]
    lines = [[*line[:3], 1, line[4] * 0.9, line[4], line[4]] for line in LINES]

    assert "XLS168" not in [code for code, _ in codes(read([head, *lines], document))]


@pytest.mark.parametrize("power", [1_000, 1_000_000])
@pytest.mark.parametrize("shown", [True, False])
def test_lines_that_are_a_thousandth_of_the_price_are_a_fault(power, shown):
    lines = [[*line[:4], line[4] / power, line[5] / power] for line in LINES]
    rows = foot(("Jumlah", 57_250_000 / power), ("PPN", 6_297_500 / power)) if shown else []

    assert codes(read([HEAD, *lines, *rows], DOCUMENT, offer=OFFER)) == [("XLS169", "Rincian!E1")]


def test_lines_that_are_another_part_of_the_price_are_read():
    """That is for people to look at, as a total far from the stated one."""
    lines = [[*line[:4], line[4] / 100, line[5] / 100] for line in LINES]

    assert codes(read([HEAD, *lines], DOCUMENT, offer=OFFER)) == []


def test_one_factor_in_the_amounts_of_a_section_is_a_fault():
    """A discount on three of seven lines is no slip; three alike by chance of rounding are."""
    document = [hps(f"L{n}", f"Papan nomor {n}", "bh", f"{n + 1}") for n in range(7)]

    def lines(*changed):
        for n in range(7):
            product = (n + 1) * (1000 + 10 * n)
            yield [n, f"Papan nomor {n}", "bh", n + 1, 1000 + 10 * n, dict(changed).get(n, product)]

    def tenth_off(n):
        return n, (n + 1) * (1000 + 10 * n) * 9 / 10

    assert codes(read([HEAD, *lines(*map(tenth_off, (2, 4, 5)))], document)) == [
        ("XLS153", "Rincian!F1")
    ]
    assert codes(read([HEAD, *lines(*map(tenth_off, (2, 4)))], document)) == []
    slips = read([HEAD, *lines(tenth_off(2), (4, 9000), (5, 8000), (6, 3000))], document)
    assert codes(slips) == []


@pytest.mark.parametrize(
    ("prices", "share"),
    [((333, 333, 333), Fraction(900, 999)), ((30_000, 40_000, 50_000), Fraction(999, 1000))],
)
def test_equal_lines_that_are_rounded_alike_and_small_rounding_are_no_factor(prices, share):
    document = [hps(f"L{n}", f"Papan nomor {n}", "bh", "3") for n in range(7)]
    lines = [
        [n, f"Papan nomor {n}", "bh", 3, price, float(3 * price * part)]
        for n, (price, part) in enumerate(
            [*((price, share) for price in prices), *((700 + n, 1) for n in range(4))]
        )
    ]

    assert codes(read([HEAD, *lines], document)) == []
