"""No reading passes while it misses something and figures stand unread; what is unread is named."""

import pytest

from tender_desk.schedules.schedule_reading import Offer
from tests.desk.schedules.books import DOCUMENT, codes, hps, read, written

TWO = DOCUMENT[:2]
HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
LINES = [
    ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000, 50_000],
]
READ = [("L1", "100", "50000", "5000000"), ("L2", "12.5", "4000", "50000")]


def titled(*titles):
    return [*HEAD[:3], *titles]


def found(reading):
    return [(fault.code, dict(fault.params).get("found")) for fault in reading.faults]


def noted(reading, code):
    return [note.cell for note in reading.notes if note.code == code]


@pytest.mark.parametrize("title", ["Analisa", "Asdf", "2025", None, "Hitungan Rp"])
def test_a_unit_price_under_any_title_is_known_by_what_it_makes(title):
    """100 x 50,000 = 5,000,000 and 12.5 x 4,000 = 50,000."""
    reading = read([titled(title, "Jumlah Harga"), *LINES], TWO)

    assert codes(reading) == []
    assert written(reading) == READ
    assert noted(reading, "by_figures") == ["Rincian!D1"]


@pytest.mark.parametrize(
    "title",
    [
        "Harga Satuan diluar PPN",
        "Harga Satuan (Rp/Unit)",
        "Harga Satuan Final",
    ],
)
def test_what_may_be_a_unit_price_is_one_if_it_makes_the_amounts(title):
    """It alone; a price after talks is of another time, and a figure that makes none is named."""
    assert written(read([titled(title, "Jumlah Harga"), *LINES], TWO)) == READ

    lines = [[*LINES[0][:3], 50_001, *LINES[0][4:]], LINES[1]]
    assert codes(read([titled(title, "Jumlah Harga"), *lines], TWO)) == [("XLS077", "Rincian!D1")]
    late = titled("Harga Satuan Setelah Negosiasi", "Jumlah Harga")
    assert codes(read([late, *LINES], TWO)) == [("XLS077", "Rincian!D1")]


@pytest.mark.parametrize(
    "title", ["Jenis dan Uraian Pekerjaan", "Item/Uraian", "Daftar Pekerjaan", "Pekerjaan/Item"]
)
def test_words_that_head_descriptions(title):
    assert written(read([[title, *HEAD[1:]], *LINES], TWO)) == READ


@pytest.mark.parametrize(("at", "role"), [(2, "quantity"), (4, "amount")])
def test_a_volume_or_an_amount_under_any_title_too(at, role):
    head = [*HEAD]
    head[at] = "Qwerty"
    reading = read([head, *LINES], TWO)

    assert codes(reading) == []
    assert written(reading) == READ
    assert {c.role for c in reading.columns if c.header == "Qwerty"} == {role}


def test_figures_that_do_not_make_the_amount_are_no_unit_prices():
    """50,001 is none of 5,000,000 by 100: it is named, with whatever else may be one."""
    lines = [[*LINES[0][:3], 50_001, *LINES[0][4:]], LINES[1]]

    assert found(read([titled("Asdf", "Jumlah Harga"), *lines], TWO)) == [("XLS126", "D1")]


def test_two_columns_that_make_the_amount_are_in_doubt():
    lines = [[*line[:4], line[3], line[4]] for line in LINES]

    reading = read([titled("Asdf", "Qwer", "Jumlah Harga"), *lines], TWO)
    assert found(reading) == [("XLS126", "D1, E1")]


def test_the_price_of_the_owner_is_not_made_the_bids_by_its_figures():
    reading = read([titled("HPS", "Jumlah Harga"), *LINES], TWO)

    assert found(reading) == [("XLS126", "D1")]


def test_a_price_in_another_column_on_one_line_is_named():
    """Sound lines beside it do not hide it; a column that only remarks does no harm."""
    head = [*HEAD, "Asdf", "Tahun"]
    lines = [[*LINES[0], None, 2025], [*LINES[1][:3], None, 50_000, 4_000, 2025]]

    assert found(read([head, *lines], TWO)) == [("XLS126", "F1")]
    blank = [[*LINES[0], None, 2025], [*LINES[1][:3], None, 50_000, None, 2025]]
    assert codes(read([head, *blank], TWO)) == []
    assert codes(read([head, [*LINES[0], 7, 2025], [*LINES[1], 8, 2025]], TWO)) == []


def test_a_blank_price_beside_the_owners_columns_is_left_blank():
    """They are said to be the owner's, and the bid has its own."""
    head = [*HEAD, "Harga Satuan HPS", "Jumlah HPS"]
    lines = [[*LINES[0], 60_000, 6_000_000], [*LINES[1][:3], None, None, 5_000, 62_500]]
    reading = read([head, *lines], TWO)

    assert codes(reading) == []
    assert written(reading) == [READ[0], ("L2", "12.5", None, None)]


def test_the_owners_columns_are_not_taken_while_others_stand_unread():
    head = titled("Harga Satuan HPS", "Jumlah HPS", "Asdf", "Qwer")
    lines = [[*line[:3], 60_000, line[2] * 60_000, *line[3:]] for line in LINES]

    assert found(read([head, *lines], TWO)) == [("XLS127", "F1, G1")]
    survey = [*head[:5], "Harga Survei", "Keterangan"]
    assert codes(read([survey, *lines], TWO)) == []


def test_most_lines_that_do_not_multiply_beside_unread_figures():
    """A second factor that nobody knows: 100 x 2 x 50,000 = 10,000,000."""
    head = [*HEAD[:3], "Faktor", *HEAD[3:]]
    lines = [[*line[:3], 2, line[3], line[4] * 2] for line in LINES]

    assert found(read([head, *lines], TWO)) == [("XLS128", "D1")]
    # One wrong amount among three is the bidder's own, and correction's business.
    third = ["Besi tulangan polos", "kg", 1000, 2, 15_000, 15_000_000]
    right = [[*line[:3], 2, line[3], line[4]] for line in LINES]
    right[0][5] = 5_000_001
    assert codes(read([head, *right, third], DOCUMENT)) == []


def test_figures_in_a_row_of_titles_are_named_where_a_price_is_missing():
    head = [*HEAD, "Sisa"]
    section = ["PEKERJAAN TANAH", None, None, None, None, 4_000]
    lines = [LINES[0], section, [*LINES[1][:3], None, None]]

    assert codes(read([head, *lines], TWO)) == [("XLS129", "Rincian!F3")]
    assert codes(read([head, LINES[0], section, LINES[1]], TWO)) == []


def test_a_list_of_outputs_without_unit_prices_is_read_if_nothing_else_stands_there():
    document = (hps("K1", "Laporan akhir", "dokumen", "5"),)
    head, line = ["Keluaran", "Satuan", "Total Harga"], ["Laporan akhir", "dokumen", 7_000_000]

    assert written(read([head, line], document)) == [("K1", None, None, "7000000")]
    assert found(read([[*head, "Asdf"], [*line, 1_400_000]], document)) == [("XLS126", "D1")]


def test_second_volumes_under_no_known_title_are_named():
    """Neither a price nor an amount is missing, and still 2 x 6 x 10,000,000 were not all read."""
    document = (hps("T1", "Ketua tim", "orang", "2", person_months="6"),)
    head = ["Uraian", "Satuan", "Volume", "Zx", "Harga Satuan", "Jumlah Harga"]
    line = ["Ketua tim", "orang", 2, 6, 10_000_000, 100_000_000]

    assert found(read([head, line], document)) == [("XLS126", "D1")]


def test_figures_beside_prices_without_amounts_are_named_unless_prices_are_made_of_them():
    head, lines = [*HEAD[:4], "Asdf"], [[*line[:4], line[4] + 1] for line in LINES]

    assert found(read([head, *lines], TWO)) == [("XLS126", "E1")]
    assert codes(read([[*HEAD[:4], "Upah"], *lines], TWO)) == []


def test_a_column_of_products_is_no_volume():
    """5,000,000 = 100 x 50,000 stands where the title says that a price does."""
    swapped = ["Uraian", "Satuan", "Volume", "Jumlah Harga", "Harga Satuan"]
    assert codes(read([swapped, *LINES], TWO)) == [("XLS133", "Rincian!E1")]


def test_amounts_without_unit_prices_are_for_a_lumsum_alone():
    """Volumes are there to be multiplied, unless the contract says that they are not."""
    head, lines = [*HEAD[:3], HEAD[4]], [[*line[:3], line[4]] for line in LINES]
    lumsum, by_price = Offer(multiplied=False), Offer(multiplied=True)

    assert codes(read([head, *lines], TWO)) == [("XLS134", "Rincian!D1")]
    assert codes(read([head, *lines], TWO, offer=lumsum)) == []
    bare = [["Uraian", "Satuan", "Total Harga"], *([line[0], line[1], line[3]] for line in lines)]
    assert codes(read(bare, TWO)) == []
    assert codes(read(bare, TWO, offer=by_price)) == [("XLS134", "Rincian!C1")]


def test_amounts_that_all_hold_ppn_while_nothing_says_so_are_in_doubt():
    """5,000,000 and 50,000 with 11 percent; with one of them it may be the bidder's slip."""
    taxed = [[*line[:4], line[4] * 111 // 100] for line in LINES]

    assert codes(read([HEAD, *taxed], TWO)) == [("XLS072", "Rincian!E1")]
    assert codes(read([HEAD, taxed[0], LINES[1]], TWO)) == []


def test_a_second_volume_by_its_place_alone_proves_no_price():
    """2 x 6 x 10,000,000 is made as well where months and prices change places."""
    document = (hps("T1", "Ketua tim", "orang", "2", person_months="6"),
                hps("T2", "Ahli", "orang", "1", person_months="4"))  # fmt: skip
    head = ["Uraian", "Satuan", "Volume", "Zx", "Volume", "Jumlah Harga"]
    lines = [["Ketua tim", "orang", 2, 6, 10_000_000, 120_000_000],
             ["Ahli", "orang", 1, 4, 8_000_000, 32_000_000]]  # fmt: skip

    assert found(read([head, *lines], document)) == [("XLS126", "D1")]


def test_prices_with_ppn_are_the_prices_beside_them_with_ppn():
    """55,500 is 50,000 with 11 percent; beside 61,000 it is somebody else's price."""
    head = [*HEAD, "Harga Satuan termasuk PPN"]
    right = [[*line, line[3] * 111 // 100] for line in LINES]
    others = [[*line[:3], line[3] + 11_000, line[2] * (line[3] + 11_000), taxed]
              for line, taxed in zip(LINES, (55_500, 4_440), strict=True)]  # fmt: skip

    assert codes(read([head, *right], TWO)) == []
    assert codes(read([head, *others], TWO)) == [("XLS077", "Rincian!F1")]


def test_amounts_are_no_units_whatever_their_title_is():
    reading = read([[*HEAD[:1], "", *HEAD[2:4], "Satuan (Rp)"], *LINES], TWO)

    assert codes(reading) == []
    assert written(reading) == READ


def test_prices_that_say_ppn_beside_others_that_do_not_make_the_amounts():
    """100 x 49,000 is not 5,550,000, and 55,500 was not read."""
    head = [*HEAD[:3], "Harga Satuan termasuk PPN", "Harga", "Jumlah Harga"]
    lines = [[*line[:3], line[3] * 111 // 100, line[3] - 1000, line[4] * 111 // 100]
             for line in LINES]  # fmt: skip

    assert codes(read([head, *lines], TWO)) == [("XLS077", "Rincian!E1")]


@pytest.mark.parametrize("titles", [("Asdf (Rp)", "Jumlah (Rp)"), ("Qwer", None)])
def test_unread_columns_that_multiply_may_be_the_bid(titles):
    """100 x 43,000 = 4,300,000 and 12.5 x 3,000 = 37,500 stand before prices that make theirs."""
    head = [*HEAD[:3], *titles, "Harga Dasar", "Nilai"]
    amounts = [(43_000, 4_300_000), (3_000, 37_500)]
    lines = [[*line[:3], *bid, *line[3:]] for line, bid in zip(LINES, amounts, strict=True)]

    assert found(read([head, *lines], TWO)) == [("XLS135", "D1, E1")]
    lines[0][4], lines[1][4] = 4_300_001, 37_600
    assert codes(read([head, *lines], TWO)) == []


@pytest.mark.parametrize(
    "titles",
    [("Harga Satuan HPS", "Jumlah HPS"), ("Harga Satuan Upah", "Jumlah Upah"),
     ("Survei", "Jumlah Survei"), ("Harga Realisasi", "Nilai Realisasi")],
)  # fmt: skip
def test_columns_that_say_whose_or_what_they_are_may_multiply(titles):
    head = [*HEAD, *titles]
    lines = [[*line, 1_000, line[2] * 1_000] for line in LINES]

    assert codes(read([head, *lines], TWO)) == []


def test_volumes_of_one_prove_a_price_only_where_there_are_no_others():
    """7 and 7 are what a share may be as well; 100 x 7 is not 7."""
    document = (TWO[0], hps("L2", "Mobilisasi", "ls", "1"), hps("L3", "Uji mutu", "ls", "1"))
    head, rest = (
        [*HEAD, "Asdf", "Qwer"],
        [["Mobilisasi", "ls", 1, 9, 9], ["Uji mutu", "ls", 1, 8, 8]],
    )
    lines = [[*line, 7, 7] for line in (LINES[0], *rest)]

    assert codes(read([head, *lines], document)) == []
    assert found(read([head, *lines[1:]], document[1:])) == [("XLS135", "F1, G1")]


def test_amounts_below_a_second_title_of_a_unit_are_no_units():
    """`Nilai` is over volumes: no volume is known, and 5,000,000 was not read."""
    head = ["Uraian", "Satuan", "Nilai", "Harga Satuan", "Satuan"]
    lines = [[*line[:3], line[3], f"{line[4]},-"] for line in LINES]
    other = [[*line[:2], line[2] + 1, *line[3:]] for line in lines]

    assert found(read([head, *other], TWO)) == [("XLS126", "E1")]


def test_volumes_are_no_amounts():
    head = ["Uraian", "Satuan", "Nilai", "Harga Satuan"]

    reading = read([head, *([*line[:4]] for line in LINES)], TWO)
    assert codes(reading) == [("XLS079", "Rincian!C1")]


def test_a_unit_without_a_title_is_no_description():
    """The last row has no words of its own; in an indented row they are."""
    head = [HEAD[0], None, *HEAD[2:]]
    rolls, bare = [[line[0], "roll", *line[2:]] for line in LINES], [None, "roll", 3, 777, 2_331]

    assert codes(read([head, *rolls, bare], TWO)) == [("XLS067", "Rincian!B4")]
    indented = [["I", "PEKERJAAN TANAH"], *([None, line[0], *line[2:]] for line in LINES)]
    more = [None, "Sewa genset", *bare[2:]]
    wanted = [*READ, ("tambahan-1", "3", "777", "2331")]
    assert written(read([head, *indented, more], TWO)) == wanted
