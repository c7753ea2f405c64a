"""Titles of several rows, merged or grouped, and what stands beside or above them."""

import datetime

import pytest

from tender_desk.schedules.titles import read_title
from tests.desk.schedules.books import DOCUMENT, codes, read, written

TWO = DOCUMENT[:2]
HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
LINES = [
    ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000],
    ["Beton mutu sedang", "m3", 12.5, 4_000, 50_000],
]
READ = [("L1", "100", "50000", "5000000"), ("L2", "12.5", "4000", "50000")]
# What the owner thinks of the same lines.
OWNERS = [[60_000, 6_000_000], [5_000, 62_500]]
PARTED = [*HEAD[:3], *HEAD[3:], *HEAD[3:]]


def merged(*areas):
    def change(made):
        for area in areas:
            made.active.merge_cells(area)

    return change


def grouped(one, other, *, lower=(), merge=("D1:E1", "F1:G1"), owners_first=True):
    """The reading of two groups of columns, the first of them the owner's or the bid's."""
    above = [*HEAD[:3], one, None, other, None]
    below = [None, None, None, *(lower or HEAD[3:] * 2)]
    bids = [line[3:] for line in LINES]
    pairs = zip(OWNERS, bids, strict=True) if owners_first else zip(bids, OWNERS, strict=True)
    rows = [[*line[:3], *a, *b] for line, (a, b) in zip(LINES, pairs, strict=True)]
    return read([above, below, *rows], TWO, merged(*merge))


def columns(reading):
    return {column.role: column.letter for column in reading.columns if column.role}


@pytest.mark.parametrize("owner", ["HPS", "OE", "PAGU", "Owner Estimate", "Survei", "Nilai HPS"])
@pytest.mark.parametrize("bid", ["PENAWARAN", "Penawaran Peserta", "PT MAJU BERSAMA", "Harga"])
def test_the_group_that_is_not_the_owners_is_the_bid(owner, bid):
    reading = grouped(owner, bid)

    assert codes(reading) == []
    assert written(reading) == READ
    assert (columns(reading)["unit_price"], columns(reading)["amount"]) == ("F", "G")


@pytest.mark.parametrize("merge", [("D1:E1", "F1:G1"), ()])
def test_either_group_may_come_first(merge):
    """Merged or not: unmerged groups are headed alike below."""
    reading = grouped("PENAWARAN", "HPS", owners_first=False, merge=merge)

    assert codes(reading) == []
    assert written(reading) == READ
    assert columns(reading)["unit_price"] == "D"


@pytest.mark.parametrize(
    ("one", "other"),
    [("LAMA", "BARU"), ("PT A", "PT B"), ("HPS", "NEGOSIASI")],
)
def test_groups_that_may_both_be_the_bid_are_refused(one, other):
    reading = grouped(one, other)

    assert [code for code, _ in codes(reading)]
    assert {code for code, _ in codes(reading)} <= {"XLS054", "XLS077"}


def test_a_group_of_the_owner_alone_is_told():
    above = [*HEAD[:3], "HPS", None]
    reading = read([above, [None] * 3 + HEAD[3:], *LINES], TWO, merged("D1:E1"))

    assert [note.cell for note in reading.notes if note.code == "owner_column"] == [
        "Rincian!D2",
        "Rincian!E2",
    ]


def test_three_rows_of_titles():
    rows = [
        ["Uraian", "Satuan", "Volume", "PENAWARAN", None],
        [None, None, None, "Harga (Rp)", None],
        [None, None, None, "Satuan", "Jumlah"],
        *LINES,
    ]
    reading = read(rows, TWO, merged("A1:A3", "D1:E1", "D2:E2"))

    assert codes(reading) == []
    assert written(reading) == READ


@pytest.mark.parametrize(
    "above",
    [
        ["Type", ":"],
        ["Type", ": Rumah"],
        ["Kegiatan :", "Jalan desa"],
        ["Nilai HPS", ":", 70_000_000],
        [None, "Lokasi", ":", "Andai"],
    ],
)
def test_labels_over_the_header_are_no_titles(above):
    reading = read([["RAB"], above, HEAD, *LINES], TWO)

    assert codes(reading) == []
    assert written(reading) == READ


def test_two_columns_of_descriptions_under_a_label_row_are_told():
    head = ["Uraian Pekerjaan", "Uraian Ringkas", *HEAD[1:]]
    rows = [[line[0], "selama kerja", *line[1:]] for line in LINES]

    assert codes(read([["Type", ":"], head, *rows], TWO)) == [("XLS054", "Rincian!B2")]


@pytest.mark.parametrize("beside", [2025, datetime.date(2025, 5, 4), "=SUM(E2:E3)", True])
@pytest.mark.parametrize("between", [0, 2])
def test_what_is_no_text_may_stand_beside_the_titles(beside, between):
    reading = read([[*HEAD, *[None] * between, beside], *LINES], TWO)

    assert codes(reading) == []
    assert written(reading) == READ


def test_words_under_a_merged_title_are_the_description():
    """Sections in its first column, lines in its second, and what belongs together in both."""
    head = [HEAD[0], None, *HEAD[1:]]
    rows = [
        ["PEKERJAAN TANAH"],
        [None, *LINES[0]],
        ["Beton mutu", "sedang", *LINES[1][1:]],
        ["Jumlah", None, None, None, None, 5_050_000],
    ]
    reading = read([head, *rows], TWO, merged("A1:B1"))

    assert codes(reading) == []
    assert written(reading) == READ
    assert reading.cells[0, "id"] == "Rincian!B3"
    assert [row.why for row in reading.rows] == ["judul_kolom", "judul_bagian", "total"]


def test_words_under_no_title_are_the_description_where_its_own_column_is_empty():
    head = [HEAD[0], None, *HEAD[1:]]
    rows = [["PEKERJAAN TANAH"], [None, *LINES[0]], [LINES[1][0], "mutu K-250", *LINES[1][1:]]]
    reading = read([head, *rows], TWO)

    assert codes(reading) == []
    assert written(reading) == READ


@pytest.mark.parametrize("merge", [(), ("B1:C1",)])
@pytest.mark.parametrize("unit_first", [False, True])
def test_a_volume_with_its_unit_under_one_title(merge, unit_first):
    head = ["Uraian", "Volume", None, *HEAD[3:]]
    order = (1, 2) if unit_first else (2, 1)
    rows = [[line[0], *(line[i] for i in order), *line[3:]] for line in LINES]
    reading = read([head, *rows], TWO, merged(*merge))

    assert codes(reading) == []
    assert written(reading) == READ
    assert columns(reading)["unit"] == ("B" if unit_first else "C")
    assert not [note for note in reading.notes if note.code == "other_unit"]


@pytest.mark.parametrize("merge", [(), ("D1:E1", "F1:G1")])
def test_signs_of_money_in_columns_of_their_own(merge):
    head = [*HEAD[:3], HEAD[3], None, HEAD[4], None]
    rows = [[*line[:3], "Rp", line[3], "Rp.", line[4]] for line in LINES]
    reading = read([head, *rows], TWO, merged(*merge))

    assert codes(reading) == []
    assert written(reading) == READ
    assert reading.cells[0, "unit_price"] == "Rincian!E2"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Harga Sat.", "unit_price"),
        ("Hrg Satuan", "unit_price"),
        ("H. Satuan (Rp)", "unit_price"),
        ("HSP", "unit_price"),
        ("Harga Dasar", "unit_price"),
        ("Tarif", "unit_price"),
        ("Price", "unit_price"),
        ("Unit Price (IDR)", "unit_price"),
        ("Rate", "unit_price"),
        ("@", "unit_price"),
        ("Harga @ (Rp)", "unit_price"),
        ("Price per Unit", "unit_price"),
        ("Jml Harga", "amount"),
        ("Jml. Hrg (Rp)", "amount"),
        ("Amount", "amount"),
        ("Total Price", "amount"),
        ("Extended Amount (Rp)", "amount"),
        ("Sat.", "unit"),
        ("UoM", "unit"),
        ("Qty", "quantity"),
        ("Quantity", "quantity"),
        ("Nama Barang & Spesifikasi", "description"),
        ("Item Description", "description"),
        ("Description of Works", "description"),
        ("VAT (%)", "vat_percent"),
        ("Tax Rate", "vat_percent"),
        ("VAT 11%", "vat_amount"),
        ("Total incl. VAT", "amount_with_vat"),
        ("Unit Price incl. VAT", "unit_price_with_vat"),
    ],
)
def test_abbreviated_and_english_titles(title, role):
    found = read_title(title).role

    assert (found if found not in ("price", "price_or_base") else "unit_price") == role


def test_a_second_word_for_the_amount_is_the_amount():
    """`Harga` behind `Harga Satuan` is of the whole line."""
    reading = read([[*HEAD[:4], "Harga"], *LINES], TWO)

    assert written(reading) == READ


def test_the_title_of_a_section_takes_no_title_away():
    """Two columns may hold the descriptions; what stands below one of them changes nothing."""
    head = ["Jenis Barang/Jasa", "Jenis", "Volume", "Harga Satuan", "Jumlah Harga"]
    rows = [head, ["PEKERJAAN TANAH"], ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000]]

    assert codes(read(rows, DOCUMENT[:1])) == [("XLS054", "Rincian!B1")]


def test_groups_that_are_not_merged_go_on_beside_one_that_names_prices():
    """`Harga Penawaran` and `PAGU` over the same two titles each."""
    rows = [
        ["Uraian", "Satuan", "Volume", "Harga Penawaran", None, "PAGU", None],
        [None, None, None, "Harga Satuan", "Jumlah Harga", "Harga Satuan", "Jumlah Harga"],
        ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000, 52_000, 5_200_000],
    ]
    reading = read(rows, DOCUMENT[:1])

    assert codes(reading) == []
    assert written(reading) == [("L1", "100", "50000", "5000000")]


def test_prices_in_figures_stand_beside_the_same_in_words():
    rows = [
        ["Uraian", "Satuan", "Volume", "Harga Satuan", None, "Jumlah Harga"],
        [None, None, None, "Angka", "Huruf", None],
        ["Galian tanah biasa", "m3", 100, 50_000, "lima puluh ribu", 5_000_000],
    ]

    assert written(read(rows, DOCUMENT[:1])) == [("L1", "100", "50000", "5000000")]


def test_what_the_owner_set_may_stand_under_the_last_sum():
    """After it, and not before: there it may be a line that nobody knows."""
    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
    line = ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000]
    foot = [["Jumlah", *[None] * 3, 5_000_000], ["PPN 11%", *[None] * 3, 550_000],
            ["Total", *[None] * 3, 5_550_000]]  # fmt: skip
    owners = ["Nilai Pagu", *[None] * 3, 80_000_000]
    reading = read([head, line, *foot, owners], DOCUMENT[:1])

    assert codes(reading) == []
    assert reading.schedule_total == "5550000"
    assert [row.why for row in reading.rows][-1] == "catatan"
    assert codes(read([head, line, owners, *foot], DOCUMENT[:1])) == [("XLS067", "Rincian!A3")]


def test_a_line_above_the_titles_that_were_read_is_not_lost():
    """A page before them has titles that are none by themselves, and a line of the document."""
    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
    rows = [["Pekerjaan", "Sat", "Vol"], ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000],
            head, ["Beton mutu sedang", "m3", 12.5, 4_000, 50_000]]  # fmt: skip

    assert codes(read(rows, DOCUMENT[:2])) == [("XLS067", "Rincian!A2")]


def test_amounts_with_ppn_are_the_amounts_beside_them_with_ppn():
    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga", "Jumlah termasuk PPN"]
    line = ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000]

    assert codes(read([head, [*line, 5_550_000]], DOCUMENT[:1])) == []
    assert codes(read([head, [*line, 6_000_001]], DOCUMENT[:1])) == [("XLS072", "Rincian!E1")]


def test_titles_that_come_again_below_a_line_have_no_title_in_it():
    """`unit` in the first line is a unit, and not the title that its column lacks."""
    head = ["Uraian", "Volume", None, "Harga Satuan", "Jumlah Harga"]
    first, second = (
        [line[0], volume, "unit", *line[3:]]
        for line, volume in zip(LINES, ("100", "12,5"), strict=True)
    )
    reading = read([head, first, head, second], TWO, merged("B1:C1"))

    assert codes(reading) == []
    assert written(reading) == READ


def test_a_line_that_stands_above_the_titles_is_refused_wherever_its_words_are():
    """Below a second title that is not quite the first they are not those of the titles."""
    rows = [[None, *line] for line in LINES]
    head = [HEAD[0], None, *HEAD[1:]]
    reading = read([["", "Rincian", "a"], rows[0], head, rows[1]], TWO, merged("A3:B3"))

    assert ("XLS067", "Rincian!B2") in codes(reading)


def test_what_is_offered_may_be_said_in_a_sentence():
    head = [*HEAD[:3], "Harga Satuan yang Ditawarkan (Rp)", "Jumlah Harga yang Ditawarkan"]
    reading = read([head, *LINES], TWO)

    assert (codes(reading), written(reading)) == ([], READ)


@pytest.mark.parametrize("group", ["Kuantitas", "Volume", "Perkiraan Kuantitas"])
@pytest.mark.parametrize("below", [("Vol", "Sat"), ("Volume", "Satuan"), ("Jumlah", "Satuan")])
def test_a_title_of_volumes_over_a_volume_and_its_unit(group, below):
    head = [["Uraian", group, None, "Harga (Rp)", None], [None, *below, "Satuan", "Total"]]
    rows = [[x[0], x[2], x[1], *x[3:]] for x in LINES]
    reading = read([*head, *rows], TWO, merged("A1:A2", "B1:C1", "D1:E1"))

    assert (codes(reading), written(reading)) == ([], READ)
    assert (columns(reading)["quantity"], columns(reading)["unit"]) == ("B", "C")


def test_so_many_pieces_before_the_volume_are_no_amount():
    """*Jml* counts the pieces of which the volume is made, *Jumlah* behind the price sums up."""
    head = ["Uraian", "P", "L", "Jml", "Volume", "Satuan", "Harga Satuan", "Jumlah"]
    rows = [[x[0], 5, 2, 10, x[2], x[1], *x[3:]] for x in LINES]
    reading = read([head, *rows], TWO)

    assert (codes(reading), written(reading)) == ([], READ)
    assert columns(reading)["amount"] == "H"


def test_two_columns_of_the_same_amounts_are_one():
    head = [*HEAD, "KDN (Rp)", "Total (Rp)"]
    same = [[*x, x[4] * 0.4, x[4]] for x in LINES]
    reading = read([head, *same], TWO)
    assert (codes(reading), written(reading)) == ([], READ)

    other = [same[0], [*same[1][:6], same[1][6] + 1]]
    assert codes(read([head, *other], TWO)) == [("XLS054", "Rincian!G1")]


@pytest.mark.parametrize(
    "head",
    [
        ["Uraian", "Satuan", "Volume", "Harga Satuan (Rp) tanpa PPN", "Jumlah (Rp) tanpa PPN"],
        ["Komponen Pekerjaan", "Satuan", "Volume", "Harga Satuan Tawar", "Jumlah Tawar"],
        ["Uraian", "Satuan", "Volume", "Harga Satuan Jadi", "Jumlah Harga Jadi"],
        ["Work Description", "UOM", "BOQ Qty", "Unit Price", "Total"],
    ],
)
def test_further_titles_that_are_plain(head):
    reading = read([head, *LINES], TWO)

    assert (codes(reading), written(reading)) == ([], READ)
