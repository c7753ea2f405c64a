"""Sheets whose figures mean something else than they seem to are not read as if they did not."""

import pytest

from tests.desk.schedules.books import DOCUMENT, codes, hps, read, written

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
ONE, TWO = DOCUMENT[:1], DOCUMENT[:2]
# 100 x 50,000 = 5,000,000 and 12.5 x 4,000 = 50,000, together 5,050,000; with 11 % 5,605,500.
LINES = [
    ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000, 50_000],
]
READ = [("L1", "100", "50000", "5000000"), ("L2", "12.5", "4000", "50000")]


def columns(reading):
    return {column.role: column.letter for column in reading.columns if column.role}


def foot(words, figure=None):
    return [words, None, None, None, figure]


def notes(reading, code):
    return [note.cell for note in reading.notes if note.code == code]


def parted(above, below, rows, merge=()):
    """The reading of a sheet whose second row parts some titles of the first."""

    def change(made):
        for cells in merge:
            made.active.merge_cells(cells)

    return read([above, below, *rows], TWO, change)


@pytest.mark.parametrize("merge", [(), ("D1:E1", "F1:G1")])
def test_a_second_row_of_headers_parts_the_price_of_the_hps_from_the_bid(merge):
    """60,000 and 5,000 are the owner's: not one of them is the bid's."""
    above = ["Uraian", "Satuan", "Volume", "Harga Satuan", None, "Jumlah Harga", None]
    below = [None, None, None, "HPS", "Penawaran", "HPS", "Penawaran"]
    rows = [
        ["Galian tanah biasa", "m3", 100, 60_000, 50_000, 6_000_000, 5_000_000],
        ["Beton mutu sedang", "m3", 12.5, 5_000, 4_000, 62_500, 50_000],
    ]
    reading = parted(above, below, rows, merge)

    assert codes(reading) == []
    assert written(reading) == READ
    assert (columns(reading)["unit_price"], columns(reading)["amount"]) == ("E", "G")


def test_wages_and_materials_are_no_unit_prices():
    """20,000 of wages and 30,000 of materials make 50,000."""
    above = ["Uraian", "Satuan", "Volume", "Harga Satuan", None, None, "Jumlah Harga"]
    below = [None, None, None, "Upah", "Bahan", "Total", None]
    rows = [
        ["Galian tanah biasa", "m3", 100, 20_000, 30_000, 50_000, 5_000_000],
        ["Beton mutu sedang", "m3", 12.5, 1_000, 3_000, 4_000, 50_000],
    ]
    in_one = [*above[:3], "Harga Satuan Upah", "Harga Satuan Bahan", "Harga Satuan", above[6]]

    for reading in (parted(above, below, rows, ("D1:F1",)), read([in_one, *rows], TWO)):
        assert codes(reading) == []
        assert written(reading) == READ


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        (["Harga Satuan", "Harga Satuan Negosiasi"], "D, E"),
        (["Harga Satuan sebelum diskon", "Harga Satuan setelah diskon"], "D, E"),
        (["Harga Satuan setelah diskon", "Harga Satuan HPS"], "D"),
        (["Harga Satuan Upah", "Harga Satuan Bahan"], "D, E"),
        (["Harga Satuan setelah ditambah PPN", "Keterangan"], "D"),
        (["Harga Satuan Penawaran", "Harga Satuan Negosiasi"], None),
        (["Harga Satuan", "Harga Satuan HPS"], None),
        (["Harga Satuan", "Harga Satuan (dalam huruf)"], None),
        (["Harga Satuan", "Analisa Harga Satuan"], None),
    ],
)
def test_two_columns_that_may_be_the_unit_price_are_in_doubt(titles, wanted):
    """Unless just one is surely the bid's."""
    head = ["Uraian", "Satuan", "Volume", *titles, "Jumlah Harga"]
    reading = read([head, ["Galian tanah biasa", "m3", 100, 50_000, 45_000, 5_000_000]], ONE)

    told = [dict(fault.params) for fault in reading.faults if fault.code == "XLS077"]
    assert told == ([{"columns": wanted}] if wanted else [])
    if not wanted:
        assert codes(reading) == []
        assert written(reading) == READ[:1]


def test_a_price_that_a_second_row_parts_in_other_words_is_in_doubt():
    above, below = ["Uraian", "Satuan", "Volume", "Harga", None], [None] * 3 + ["Lama", "Baru"]
    reading = parted(above, below, [["Galian tanah biasa", "m3", 100, 60_000, 50_000]])

    assert codes(reading) == [("XLS077", "Rincian!E1")]
    assert dict(reading.faults[0].params) == {"columns": "D, E"}


def test_a_line_of_texts_alone_is_no_second_row_of_headers():
    head = [*HEAD[:4], None, HEAD[4]]
    line = ["Galian tanah biasa", "m3", "100", "50.000", "/m3", "5.000.000"]

    assert written(read([head, line], ONE)) == READ[:1]


def test_another_column_of_unit_prices_in_which_nothing_stands_is_no_rival():
    head = [*HEAD[:4], "Harga Satuan Negosiasi", HEAD[4]]
    line = ["Galian tanah biasa", "m3", 100, 50_000, "-", 5_000_000]

    assert codes(read([head, line], ONE)) == []
    assert codes(read([[*head[:3], "x", *head[4:]], line], ONE)) == [("XLS077", "Rincian!E1")]


@pytest.mark.parametrize(("role", "at"), [("Harga Satuan", 3), ("Volume", 2)])
def test_figures_under_no_title_beside_a_price_or_a_volume_are_in_doubt(role, at):
    """A lower row of headers may have said what they are; signs such as `Rp` there mean nothing."""
    head = [*HEAD[: at + 1], None, *HEAD[at + 1 :]]
    line, sign = ([*LINES[0][: at + 1], said, *LINES[0][at + 1 :]] for said in (45_000, "Rp"))

    assert head[at] == role
    assert [code for code, _ in codes(read([head, line], ONE))] == ["XLS077"]
    assert codes(read([head, sign], ONE)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Harga Satuan termasuk PPN",
        "Harga Satuan\n(Rp)\ntermasuk PPN 11%",
        "Harga Satuan (Rp) sudah termasuk pajak",
    ],
)
def test_unit_prices_with_vat_are_no_amounts(title):
    reading = read([[*HEAD[:3], title, "Jumlah"], ["Galian tanah biasa", "m3", 1, 111, 111]], ONE)

    assert codes(reading) == [("XLS076", "Rincian!D1")]
    assert columns(reading)["unit_price_with_vat"] == "D"


def test_a_sum_after_a_discount_is_no_sum_with_vat():
    head = [*HEAD[:4], "Jumlah Harga setelah diskon"]

    assert codes(read([head, LINES[0]], ONE)) == [("XLS083", "Rincian!E1")]


def test_a_second_table_of_the_same_columns_is_read_on():
    """Its own words for the same columns too."""
    for again in (HEAD, ["Uraian Pekerjaan", "Sat", "Vol", "Harga Satuan", "Jumlah"]):
        reading = read([HEAD, LINES[0], [], again, LINES[1]], TWO)
        assert codes(reading) == []
        assert written(reading) == READ


@pytest.mark.parametrize(
    "again",
    [
        ["Uraian", "Satuan", "Harga Satuan", "Volume", "Jumlah Harga"],
        ["Pekerjaan", "Sat", "Biaya Satuan", "Kuantitas", "Total"],
        [None, "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"],
    ],
)
def test_a_second_table_of_other_columns_is_refused(again):
    """Its lines would be read by the first order."""
    rows = [HEAD, LINES[0], [], again, ["Beton mutu sedang", "m3", 4_000, 12.5, 50_000]]

    assert [code for code, _ in codes(read(rows, TWO)) if code == "XLS078"] == ["XLS078"]


def test_a_poorer_table_above_the_one_that_is_read_is_refused():
    """The lower has more columns, and what stands above it would be passed over."""
    above = ["Uraian", "Volume", "Harga Satuan"]
    rows = [above, ["Galian tanah biasa", 100, 50_000], HEAD, LINES[1]]

    assert ("XLS078", "Rincian!A1") in codes(read(rows, TWO))


def test_the_second_row_of_repeated_headers_in_another_order_is_refused():
    above = ["Uraian", "Satuan", "Volume", "Harga", None]
    below, other = [None, None, None, "Satuan", "Jumlah"], [None, None, None, "Jumlah", "Satuan"]

    assert codes(read([above, below, LINES[0], above, below, LINES[1]], TWO)) == []
    assert ("XLS078", "Rincian!D5") in codes(
        read([above, below, LINES[0], above, other, LINES[1]], TWO)
    )


def test_volumes_and_prices_that_were_swapped():
    """Where most prices are the volumes of the document; of one line it is told in its row."""
    swapped = [[*line[:2], line[3], line[2], line[4]] for line in LINES]

    assert codes(read([HEAD, *swapped], TWO)) == [("XLS079", "Rincian!D1")]
    assert codes(read([HEAD, swapped[0], LINES[1]], TWO)) == [("XLS162", "Rincian!D2")]
    own_volume = [*LINES[0][:2], LINES[0][2], LINES[0][2], None]
    assert codes(read([HEAD, own_volume, LINES[1]], TWO)) == []
    same = [[*line[:2], line[2], line[2], None] for line in LINES]
    assert codes(read([HEAD, *same], TWO)) == []


@pytest.mark.parametrize(
    "rows",
    [
        [["Harga sudah termasuk PPN 11%"], HEAD, *LINES],
        [HEAD, *LINES, foot("Jumlah", 5_050_000), ["Catatan:", "harga termasuk biaya dan PPN"]],
        [[*HEAD, "Keterangan (harga termasuk PPN)"], *LINES],
        [HEAD, *LINES, foot("Jumlah di atas sudah termasuk pajak")],
        [HEAD, *LINES, foot("Jumlah termasuk PPN", 5_050_000)],
        [HEAD, *LINES, foot("Jumlah", 5_050_000), foot("Dibulatkan (termasuk PPN)", 5_050_000)],
        [HEAD, *LINES, foot("Total sudah termasuk PPN", "5.049.000")],
    ],
)
def test_prices_that_are_said_to_include_vat_are_refused(rows):
    """By words, or because the sum with PPN is the sum of the lines, but for its rounding."""
    assert {code for code, _ in codes(read(rows, TWO))} == {"XLS080"}


@pytest.mark.parametrize(
    "rows",
    [
        [["Harga belum termasuk PPN"], HEAD, *LINES],
        [HEAD, *LINES, foot("Total termasuk PPN", 5_605_500)],
        [
            HEAD,
            *LINES,
            foot("Jumlah", 5_050_000),
            foot("PPN", 0),
            foot("Total termasuk PPN", 5_050_000),
        ],
        [HEAD, *LINES, foot("Total", 5_050_000)],
    ],
)
def test_prices_net_of_vat_are_not_refused(rows):
    reading = read(rows, TWO)

    assert codes(reading) == []
    assert written(reading) == READ
    assert notes(reading, "vat_said") == []


def test_a_line_that_the_document_itself_calls_taxed_says_nothing_of_the_bid():
    """What a bidder writes beside a line does."""
    document = (hps("S1", "Sewa alat termasuk PPN", "hari", "1"),)
    head, line = [*HEAD, "Keterangan"], ["Sewa alat termasuk PPN", "hari", 1, 5, 5]

    assert codes(read([head, line], document)) == []
    assert codes(read([head, [*line, "harga termasuk PPN"]], document)) == [
        ("XLS080", "Rincian!F2")
    ]


def test_vat_that_is_said_and_shown_is_noted():
    """5,050,000 and 555,500 make 5,605,500."""
    sums = [foot("Jumlah", 5_050_000), foot("PPN 11%", 555_500), foot("Total", 5_605_500)]
    reading = read([["Harga sudah termasuk PPN"], HEAD, *LINES, *sums], TWO)

    assert codes(reading) == []
    assert notes(reading, "vat_said") == ["Rincian!A1"]


@pytest.mark.parametrize(
    "words",
    [
        "(dalam ribuan rupiah)",
        "Dalam jutaan",
        "Mata uang: USD",
        "dalam US$",
        "Satuan: (Rp juta)",
        "Harga (x 1.000)",
        "Angka x Rp1.000.000",
        "(Rp000)",
    ],
)
def test_figures_that_are_said_to_be_no_plain_rupiah_are_refused(words):
    assert codes(read([[words], HEAD, *LINES], TWO)) == [("XLS081", "Rincian!A1")]


@pytest.mark.parametrize(
    "words",
    [
        "Kurs BI 1 USD",
        "Terbilang: lima juta lima puluh ribu rupiah",
        "Papan 500 x 1000 mm (1.000)",
        "Meterai (Rp10.000)",
    ],
)
def test_words_that_only_name_money_are_not(words):
    assert codes(read([HEAD, *LINES, [words]], TWO)) == []


@pytest.mark.parametrize("sign", ["(USD)", "(x Rp1.000)", "(Rp ribu)", "€"])
def test_a_title_of_prices_in_other_money_is_refused(sign):
    reading = read([[*HEAD[:3], f"Harga Satuan {sign}", "Jumlah Harga"], LINES[0]], ONE)

    assert codes(reading) == [("XLS081", "Rincian!D1")]


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("#,##0.00 [$USD]", "USD"),
        ("[$€-407]#,##0", "€"),
        ('_("$"* #,##0_)', "$"),
        ('"Rp"#,##0', None),
        ("[$Rp-421]#,##0", None),
        ("[$-421]#,##0;[Red]-#,##0", None),
        ('_-[$Rp.-3809]* #,##0_-;"IDR" 0', None),
    ],
)
def test_a_price_that_is_shown_in_other_money_is_refused(form, sign):
    def change(made):
        made.active["D2"].number_format = form

    reading = read([HEAD, *LINES], TWO, change)
    told = [(dict(fault.params)["found"], fault.spot.cell) for fault in reading.faults]
    assert told == ([(sign, "Rincian!D2")] if sign else [])


@pytest.mark.parametrize(
    ("volume", "amount", "document", "doubted"),
    [
        ("1,500", 75_000_000, "1500", True),
        ("1,500", 75_000, "1.5", False),
        ("1,500", 75_000, "1500", False),
        ("1,500", 80_000, "1.5", True),
        ("1,500", None, "1500", True),
        ("1,500", None, "1.5", False),
        ("1,50", 75_000_000, "1500", False),
        (1.5, 75_000_000, "1500", False),
        ("1,500", "=C2*D2", "1500", True),
    ],
)
def test_a_volume_that_may_be_thousands_is_held_against_its_amount(
    volume, amount, document, doubted
):
    """At 50,000 each, 1.5 make 75,000 and 1,500 make 75,000,000; a formula proves neither."""
    rows = [HEAD, ["Galian tanah biasa", "m3", volume, 50_000, amount]]
    reading = read(rows, (hps("L1", "Galian tanah biasa", "m3", document),))

    assert codes(reading) == ([("XLS082", "Rincian!C2")] if doubted else [])


def test_a_volume_that_may_be_thousands_beside_an_amount_with_vat():
    """1.5 x 50,000 = 75,000; with 11 % 83,250."""
    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Total", "Pajak (%)"]
    rows = [["Galian tanah biasa", "m3", "1,500", 50_000, 83_250, 11]]

    assert codes(read([head, *rows], ONE)) == []
    rows[0][4] = 83_250_000
    rows.append(["Beton mutu sedang", "m3", 1, 100, 111, 11])
    assert codes(read([head, *rows], TWO)) == [("XLS082", "Rincian!C2")]


def test_a_column_of_discounts_is_not_left_unread():
    """An empty one says nothing."""
    head = [*HEAD[:4], "Diskon (%)", "Jumlah Harga"]
    line = ["Galian tanah biasa", "m3", 100, 50_000]

    assert codes(read([head, [*line, 10, 4_500_000]], ONE)) == [("XLS083", "Rincian!E1")]
    assert codes(read([head, [*line, None, 5_000_000]], ONE)) == []
    head[3:5] = ["Harga Satuan (sebelum diskon)", "Keterangan"]
    assert codes(read([head, [*line, None, 5_000_000]], ONE)) == [("XLS083", "Rincian!D1")]


def test_a_discount_at_the_foot_is_not_left_unread():
    """5 % off a sum computed from the column itself, which looks like a sum."""
    rows = [HEAD, *LINES, foot("Jumlah", "=SUM(E2:E3)"), foot("Potongan harga 5%", "=E4*5%")]

    assert codes(read(rows, TWO)) == [("XLS083", "Rincian!A5")]


def test_a_column_of_unit_prices_that_is_empty_is_refused():
    rows = [[*line[:3], None, line[4]] for line in LINES]

    assert codes(read([HEAD, *rows], TWO)) == [("XLS084", "Rincian!D1")]
    assert codes(read([HEAD, rows[0], LINES[1]], TWO)) == []
