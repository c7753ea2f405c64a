"""Volumes that are written with their unit, counts headed *jumlah*, and dashes of money."""

import pytest

from tests.desk.schedules.books import codes, hps, read, written

HEAD = ["No", "Uraian Pekerjaan", "Volume", "Harga Satuan", "Jumlah Harga"]
DOCUMENT = (
    hps("L1", "Galian tanah biasa", "m3", "100"),
    hps("L2", "Pipa PVC 4 inci", "m'", "12.5"),
    hps("L3", "Mobilisasi", "ls", "1"),
)
LINES = [
    ("L1", "100", "50000", "5000000"),
    ("L2", "12.5", "80000", "1000000"),
    ("L3", "1", "750000", "750000"),
]
PRICES = [(50_000, 5_000_000), (80_000, 1_000_000), (750_000, 750_000)]
WORDS = [line.description for line in DOCUMENT]
COUNTED = ("100 m3", "12,5 m'", "1 ls")


def counted(*volumes, title="Volume", units=()):
    head = [*HEAD[:2], title, *(["Satuan"] if units else []), *HEAD[3:]]
    parts = zip(WORDS, volumes, units or ((),) * 3, PRICES, strict=True)
    rows = [
        [n, words, volume, *([unit] if units else []), *prices]
        for n, (words, volume, unit, prices) in enumerate(parts, 1)
    ]
    return read([head, *rows], DOCUMENT)


@pytest.mark.parametrize(
    "title",
    ["Volume", "Vol. & Sat.", "Volume / Satuan", "Vol/Sat", "Banyaknya", "Kuantitas dan Satuan"],
)
def test_a_volume_may_stand_with_its_unit(title):
    reading = counted(*COUNTED, title=title)

    assert (codes(reading), written(reading)) == ([], LINES)
    told = [(n.cell, n.value) for n in reading.notes if n.code == "text_number"]
    assert told[1] == ("Rincian!C3", "12,5 m' → 12.5")


def test_the_unit_beside_a_volume_is_that_of_the_row():
    reading = counted("100 m2", *COUNTED[1:])

    assert written(reading) == LINES
    (other,) = [note for note in reading.notes if note.code == "other_unit"]
    assert (other.cell, other.params["found"], other.params["wanted"]) == (
        "Rincian!C2", "m2", "m3"
    )  # fmt: skip


def test_a_column_of_units_may_say_the_same():
    assert codes(counted(*COUNTED, units=("m3", "m'", "Ls."))) == []
    assert codes(counted(*COUNTED, units=("m2", "m'", "ls"))) == [("XLS055", "Rincian!C2")]


@pytest.mark.parametrize(
    "volume",
    ["10 x 10 m3", "1.5 m3", "1,234.5 m3", "100 ribu", "x 100 m3", "100 m3 (2 lapis)", "kira-kira"],
)
def test_what_may_be_another_volume_is_a_fault(volume):
    reading = counted(volume, *COUNTED[1:])

    assert ("XLS055", "Rincian!C2") in codes(reading)


def test_a_volume_with_a_unit_may_be_thousands_or_decimals():
    """1,500 of 50,000 each are 75,000 or 75,000,000, and neither is 5,000,000."""
    assert ("XLS082", "Rincian!C2") in codes(counted("1,500 m3", *COUNTED[1:]))


def test_a_second_volume_may_stand_with_its_unit():
    """Two persons for four months at 21,000,000 are 168,000,000."""
    document = (hps("K1", "Ahli Struktur", "OB", "2", person_months="4"),)
    head = ["No", "Uraian", "Volume", "Durasi", "Harga Satuan", "Jumlah"]
    row = [1, "Ahli Struktur", "2 orang", "4 bulan", 21_000_000, 168_000_000]
    reading = read([head, row], document)

    assert codes(reading) == []
    (line,) = reading.lines
    assert (line["quantity"], line["person_months"]) == ("2", "4")


SUMMED = ["No", "Nama Barang", "Satuan", "Jumlah", "Harga Satuan", "Jumlah"]
ROWS = [
    [n, line.description, line.unit, float(line.quantity), *prices]
    for n, (line, prices) in enumerate(zip(DOCUMENT, PRICES, strict=True), 1)
]


@pytest.mark.parametrize("price", ["Harga Satuan", "Harga", "Harga Satuan (Rp)"])
def test_of_two_columns_headed_jumlah_the_first_is_how_many(price):
    reading = read([[*SUMMED[:4], price, "Jumlah"], *ROWS], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], LINES)


def test_how_many_may_stand_without_units():
    rows = [[*row[:2], *row[3:]] for row in ROWS]
    reading = read([[*SUMMED[:2], *SUMMED[3:]], *rows], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], LINES)


@pytest.mark.parametrize("first", ["Jumlah (Rp)", "Jumlah"])
def test_amounts_before_the_price_are_no_volumes(first):
    """Whatever is above them: nothing that is multiplied makes them."""
    rows = [[*row[:3], row[5], row[4], row[3]] for row in ROWS]

    assert codes(read([[*SUMMED[:3], first, *SUMMED[4:]], *rows], DOCUMENT))


@pytest.mark.parametrize("dash", ["-", "Rp -", "Rp. -", "Rp-", "Rp.", "rp", "–", "IDR -", "Rp -,-"])
def test_a_dash_of_money_is_a_cell_that_was_left_blank(dash):
    reading = read([SUMMED, *ROWS[:2], [*ROWS[2][:4], dash, dash]], DOCUMENT)

    assert codes(reading) == []
    assert written(reading) == [*LINES[:2], ("L3", "1", None, None)]
    assert ("Rincian!E4", "dash") in {(note.cell, note.code) for note in reading.notes}


@pytest.mark.parametrize("text", ["Rp - 50.000", "--", "Rp x", "nihil", "-,-5"])
def test_what_is_no_dash_is_a_fault(text):
    reading = read([SUMMED, *ROWS[:2], [*ROWS[2][:4], text, 750_000]], DOCUMENT)

    assert codes(reading)


@pytest.mark.parametrize("price", ["Rp 50.000/m3", "50.000 / M3", "Rp50.000,-/m3"])
def test_a_price_may_say_of_what_it_is(price):
    rows = [[*ROWS[0][:4], price, ROWS[0][5]], *ROWS[1:]]
    reading = read([SUMMED, *rows], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], LINES)


@pytest.mark.parametrize("price", ["Rp 50.000/m2", "50.000/100 m3", "50.000/m3/hari", "Rp 1/2"])
def test_a_price_of_another_unit_is_a_fault(price):
    rows = [[*ROWS[0][:4], price, ROWS[0][5]], *ROWS[1:]]

    assert codes(read([SUMMED, *rows], DOCUMENT)) == [("XLS055", "Rincian!E2")]


@pytest.mark.parametrize(
    "price", ["50.000 ,-", "Rp: 50.000", "50.000 rupiah", "@ Rp 50.000", "Rp. 50.000.-"]
)
def test_a_price_as_it_is_spoken(price):
    rows = [[*ROWS[0][:4], price, ROWS[0][5]], *ROWS[1:]]
    reading = read([SUMMED, *rows], DOCUMENT)

    assert (codes(reading), written(reading)) == ([], LINES)


@pytest.mark.parametrize(
    "price", ["Rp 50 000", "50.000 ribu rupiah", "@ 2 x 25.000", "Rp 50.000 -"]
)
def test_a_price_that_is_not_plainly_one_number_is_a_fault(price):
    rows = [[*ROWS[0][:4], price, ROWS[0][5]], *ROWS[1:]]

    assert codes(read([SUMMED, *rows], DOCUMENT)) == [("XLS055", "Rincian!E2")]


def test_days_are_a_second_volume_as_months_are():
    """Two persons for three days at 1,000,000 are 6,000,000."""
    document = (hps("K1", "Moderator", "OH", "2", person_months="3"),)
    head = ["No", "Uraian", "Jumlah Personel", "Jumlah Hari", "Harga Satuan", "Jumlah"]
    reading = read([head, [1, "Moderator", 2, 3, 1_000_000, 6_000_000]], document)

    assert codes(reading) == []
    assert reading.lines[0]["person_months"] == "3"
