"""SPSE's tables: every column, order and mark that is known is read, and what is not is told."""

import html
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.spse.page_reading import read_spse
from tender_desk.spse.page_values import Mark, Meaning, TableKind
from tests.desk.spse.pages import (
    CHECK,
    CROSS,
    HEADS,
    ONE,
    RINCIAN,
    ROWS,
    STAR,
    TWO,
    codes,
    page,
    pasted,
    read,
    table,
)

AMOUNTS = {
    Meaning.PENAWARAN: Decimal("999000000"),
    Meaning.TERKOREKSI: Decimal("1098900000"),
    Meaning.NEGOSIASI: Decimal("1098900000"),
}


def check_both(reading):
    """The two bidders of the page, as they stand there."""
    one, two = reading.bidders
    assert (one.name, one.npwp, dict(one.amounts)) == ("PT Satu Contoh", ONE, AMOUNTS)
    assert (two.name, two.npwp) == ("CV. Dua Contoh", TWO)
    assert dict(two.amounts) == {Meaning.PENAWARAN: Decimal("1100000000.50")}
    assert one.marks[Meaning.T] is Mark.LULUS
    assert one.marks[Meaning.P] is Mark.BINTANG
    assert two.marks[Meaning.T] is Mark.GUGUR
    assert two.marks[Meaning.H] is two.marks[Meaning.B] is Mark.TANPA_TANDA
    assert two.reason == "Metode tidak sesuai"


def test_a_page_of_results_is_read_in_full():
    """Name and NPWP from one cell, amounts to the sen, both columns P, and nothing left over."""
    reading = read()

    check_both(reading)
    assert (reading.refused, reading.remarks) == (None, ())


@pytest.mark.parametrize("shift", range(1, len(HEADS)))
def test_the_order_of_the_columns_carries_no_meaning(shift):
    """Turned round by any number of places, the same is read."""
    turn = lambda row: (*row[shift:], *row[:shift])  # noqa: E731

    check_both(read(table(turn(HEADS), [turn(row) for row in ROWS])))


@pytest.mark.parametrize("gone", [n for n in range(len(HEADS)) if n != 1])
def test_a_missing_column_takes_nothing_else_away(gone):
    """Every other amount and mark stays as it is."""
    without = lambda row: [cell for at, cell in enumerate(row) if at != gone]  # noqa: E731
    whole, short = read(), read(table(without(HEADS), [without(row) for row in ROWS]))

    assert short.remarks == ()
    for before, after in zip(whole.bidders, short.bidders, strict=True):
        assert after.name == before.name
        assert after.amounts.items() <= before.amounts.items()
        assert after.marks.items() <= before.marks.items()
        left = len(before.amounts) + len(before.marks) - len(after.amounts) - len(after.marks)
        assert left <= 1


def test_long_heads_mean_the_same_as_letters():
    """As the older and the newer pages write them."""
    heads = (
        "No", "Nama Peserta", "Evaluasi Kualifikasi", "Evaluasi Administrasi", "Evaluasi Teknis",
        "Harga Penawaran (Rp)", "Harga Terkoreksi", "Harga Negosiasi", "Evaluasi Harga/Biaya",
        "Pembuktian Kualifikasi", "Pemenang", "Pemenang Berkontrak", "Alasan",
    )  # fmt: skip

    check_both(read(table(heads)))


def test_an_unknown_column_is_told_and_left_alone():
    """With its head and its place; nothing else is lost."""
    reading = read(table((*HEADS, "UR"), [(*row, "zz") for row in ROWS]))

    check_both(reading)
    assert codes(reading) == [("SPS102", "tabel 1 kolom 14")]
    assert "“UR”" in reading.diagnose("id")[0].message


def test_a_column_that_stands_twice_is_not_used():
    """Whichever of them is right is not told."""
    rows = [(*row, "Rp 1,00") for row in ROWS]
    reading = read(table((*HEADS, "Penawaran Terkoreksi"), rows))

    assert [code for code, _ in codes(reading)] == ["SPS103", "SPS103"]
    assert all(Meaning.TERKOREKSI not in row.amounts for row in reading.bidders)


def test_a_blank_column_p_is_in_doubt():
    """Without amounts or marks nothing says whether it is the bid or the winner."""
    reading = read(
        table(("Nama Peserta", "A", "P"), [("PT Satu", CHECK, ""), ("PT Dua", CHECK, "")])
    )

    assert codes(reading) == [("SPS104", "tabel 1 kolom 3")]


def test_a_column_p_of_amounts_and_marks_is_in_doubt():
    """It is neither, and nothing of it is used."""
    reading = read(
        table(("Nama Peserta", "A", "P"), [("PT A", CHECK, "1,00"), ("PT B", CHECK, STAR)])
    )

    assert codes(reading) == [("SPS104", "tabel 1 kolom 3")]
    assert all(not row.amounts and Meaning.P not in row.marks for row in reading.bidders)


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        (CHECK, Mark.LULUS),
        ('<i class="fas fa-check-circle text-success"></i>', Mark.LULUS),
        ('<span class="glyphicon glyphicon-ok"></span>', Mark.LULUS),
        ("v", Mark.LULUS),
        ("✓", Mark.LULUS),
        ("Lulus", Mark.LULUS),
        (CROSS, Mark.GUGUR),
        ('<i class="fa fa-times"></i>', Mark.GUGUR),
        ("X", Mark.GUGUR),
        ("Tidak  Lulus", Mark.GUGUR),
        ("", Mark.TANPA_TANDA),
        ("-", Mark.TANPA_TANDA),
    ],
)
def test_marks_as_pictures_icons_and_letters(cell, mark):
    """Each is what it is in every column of a stage."""
    (row,) = read(table(("Nama Peserta", "NPWP", "A"), [("PT Satu", ONE, cell)])).bidders

    assert row.marks[Meaning.A] is mark


@pytest.mark.parametrize(
    "cell",
    [
        "?",
        "ya",
        "1",
        STAR,
        '<img src="aneh.gif">',
        '<i class="fa fa-question"></i>',
        f"{CHECK}{CROSS}",
        f"x {CHECK}",
        '<input type="checkbox" checked>',
    ],
)
def test_a_mark_that_is_not_known_is_shown_and_never_guessed(cell):
    """Two that contradict each other included."""
    reading = read(table(("Nama Peserta", "NPWP", "A"), [("PT Satu", ONE, cell)]))

    assert codes(reading) == [("SPS106", "tabel 1 baris 2 kolom 3")]
    assert Meaning.A not in reading.bidders[0].marks


@pytest.mark.parametrize("written", ["1,234.50", "Rp 1.5", "Rp 1,2 M", "1e5", "12.34.56", "١٢٣"])
def test_an_amount_that_is_not_indonesian_is_not_read(written):
    """It is told with its place; on a row that may be sealed its figure is not."""
    reading = read(table(("Nama Peserta", "Harga Penawaran"), [("PT Satu", written)]))
    (hidden,), (told,) = reading.diagnose("id"), reading.diagnose("id", {(1, 2)})

    assert (hidden.code, hidden.cell) == ("SPS105", "tabel 1 baris 2 kolom 2")
    assert written not in hidden.message
    assert written in told.message
    assert not reading.bidders[0].amounts


def test_heads_over_two_rows_and_cells_over_several():
    """The lower head under its upper one, and a section row of a price list."""
    heads = (
        "<table><tr><th rowspan=2>No</th><th rowspan=2>Nama Peserta</th>"
        "<th colspan=2>Harga</th></tr>"
        "<tr><th>Penawaran</th><th>Terkoreksi</th></tr>"
        "<tr><td>1</td><td>PT Satu</td><td>1,00</td><td>2,00</td></tr></table>"
    )
    lines = table(RINCIAN, [("Galian", "m3", "2,00", "5,00", "11", "11,10", "")])
    lines = lines.replace("</thead>", '</thead><tr><td colspan="7">DIVISI 2</td></tr>')
    reading = read(heads, lines)

    assert dict(reading.bidders[0].amounts) == {
        Meaning.PENAWARAN: Decimal(1),
        Meaning.TERKOREKSI: Decimal(2),
    }
    (item,) = reading.tables[1].items
    assert (item.description, item.volume, item.price) == ("Galian", Decimal(2), Decimal(5))
    assert reading.tables[1].skipped == ("DIVISI 2",)
    assert reading.remarks == ()


def test_sums_of_a_price_list_are_no_lines():
    """Subtotal, PPN and total are skipped and shown; two volumes are the second of orang-bulan."""
    rows = [
        ("Tenaga ahli", "orang", "2", "bulan", "3,5", "100,00", "700,00"),
        ("Subtotal", "", "", "", "", "", "700,00"),
        ("Dibulatkan", "", "", "", "", "", "700,00"),
    ]
    heads = ("Jenis Barang/Jasa", "Satuan", "Volume", "Satuan", "Volume", "Harga", "Total")
    (lines,) = read(table(heads, rows)).tables
    (item,) = lines.items

    assert lines.kind is TableKind.RINCIAN
    assert (item.volume, item.second_volume) == (Decimal(2), Decimal("3.5"))
    assert [words.split()[0] for words in lines.skipped] == ["Subtotal", "Dibulatkan"]


def test_tables_within_tables_and_pairs_beside_each_other():
    """As the page of the winner has them; a table that is not known is told."""
    nested = table(("Nama Pemenang", "Alamat", "NPWP", "Harga Penawaran", "Harga Negosiasi"),
                   [("PT Satu Contoh", "Jl. Contoh 1", ONE, "Rp 5,00", "Rp 4,00")])  # fmt: skip
    outer = (
        f"<table><tr><th>Kode Tender</th><td>10012345</td></tr><tr><td>{nested}</td></tr></table>"
    )
    reading = read(outer, "<table><tr><td>Kalender</td><td>Mei</td></tr></table>")

    assert reading.facts == (("kode tender", "10012345"),)
    assert reading.bidders[0].named_winner
    assert codes(reading) == [("SPS101", "tabel 3")]


def test_a_table_in_a_cell_is_no_part_of_its_text():
    """It is read by itself."""
    cell = "PT Satu<table><tr><td>lampiran</td></tr></table>"

    assert read(table(("Nama Peserta", "NPWP"), [(cell, ONE)])).bidders[0].name == "PT Satu"


def test_a_legend_of_letters_is_no_unknown_table():
    """It explains what is known."""
    pairs = (("A", "Evaluasi Administrasi"), ("PK", "Pemenang Berkontrak"))
    rows = "".join(f"<tr><td>{letter}</td><td>{words}</td></tr>" for letter, words in pairs)
    legend = f"<table>{rows}</table>"

    assert read(table(), legend).remarks == ()


def test_two_names_of_winners_are_told():
    """Which of them is the first, the table does not say."""
    rows = [("PT Satu", ONE), ("PT Dua", TWO)]

    assert ("SPS111", "tabel 1") in codes(read(table(("Nama Pemenang", "NPWP"), rows)))


def test_a_row_of_another_width_is_not_used():
    """It is told with its words, and without its figures."""
    reading = read(
        table(("Nama Peserta", "NPWP", "Harga Penawaran"), [("PT Satu", "Rp 7.654.321")])
    )

    assert codes(reading) == [("SPS107", "tabel 1 baris 2")]
    assert "7.654" not in reading.diagnose("id")[0].message
    assert not reading.bidders


def test_figures_of_a_table_without_heads_are_not_told():
    """Whose they are is not known; a figure where a mark should stand is not told either."""
    bare = pasted("1|PT Satu|Rp 7.654.321,00")
    odd = read(table(("Nama Peserta", "NPWP", "H"), [("PT Satu", ONE, "Rp 7.654.321")]))

    assert [told.code for told in bare.diagnose("id")] == ["SPS007", "SPS101"]
    assert [told.code for told in odd.diagnose("id")] == ["SPS106"]
    assert "PT Satu" in bare.diagnose("id")[1].message
    assert "7.654" not in repr([*bare.diagnose("id"), *odd.diagnose("id")])
    assert "7.654.321" in odd.diagnose("id", {(1, 2)})[0].message


def test_a_row_without_a_name_and_an_npwp_that_is_none():
    """Both are told."""
    rows = [("", ONE, "1,00"), ("PT Satu", "12-34", "1,00")]
    reading = read(table(("Nama Peserta", "NPWP", "Harga Penawaran"), rows))

    assert [code for code, _ in codes(reading)] == ["SPS108", "SPS110"]
    assert reading.bidders[0].npwp is None


def test_a_paste_from_the_screen():
    """Cells apart by tabs, a name broken over lines, text around it; blank marks are not marks."""
    reading = pasted(
        "Informasi Tender",
        "",
        "No|Nama Peserta|A|Penawaran|Penawaran Terkoreksi",
        "1|PT Satu Contoh",
        f"{ONE}||Rp 999.000.000,00|Rp 1.098.900.000,00",
        f"2|CV. Dua Contoh - {TWO}||Rp 5,00|",
        "Keterangan",
    )
    one, two = reading.bidders

    assert (one.name, one.npwp) == ("PT Satu Contoh", ONE)
    assert one.amounts[Meaning.TERKOREKSI] == Decimal("1098900000")
    assert (two.name, two.npwp) == ("CV. Dua Contoh", TWO)
    assert codes(reading) == [("SPS109", "tabel 1 kolom 3")]
    assert not one.marks


def test_a_row_of_a_paste_that_is_not_whole_is_told():
    """What is left of it is not shifted into other columns."""
    reading = pasted("No|Nama Peserta|NPWP|Harga Penawaran", "1|PT Satu", f"2|PT Dua|{TWO}|Rp 5,00")

    assert [row.name for row in reading.bidders] == ["PT Dua"]
    assert codes(reading) == [("SPS107", "tabel 1 baris 2")]


def test_rows_of_a_paste_that_cannot_be_joined_are_told_one_by_one():
    """They are not run together to something that nobody wrote."""
    heads = "No|Nama Peserta|NPWP|Harga Penawaran"
    reading = pasted(heads, "1|PT Satu", "2|PT Dua", f"3|PT Tiga|{TWO}|Rp 5,00")

    assert [row.name for row in reading.bidders] == ["PT Tiga"]
    assert codes(reading) == [("SPS107", "tabel 1 baris 2"), ("SPS107", "tabel 1 baris 3")]


@given(st.permutations(range(len(HEADS))), st.sets(st.integers(2, len(HEADS) - 1)))
def test_any_order_of_any_columns_reads_the_same(order, gone):
    """Of those that are there; what is not there is not invented."""
    kept = [at for at in order if at not in gone]
    pick = lambda row: [row[at] for at in kept]  # noqa: E731
    whole, some = read().bidders, read(table(pick(HEADS), [pick(row) for row in ROWS])).bidders

    for before, after in zip(whole, some, strict=False):
        assert (after.name, after.npwp) == (before.name, before.npwp)
        assert after.amounts.items() <= before.amounts.items()
        assert after.marks.items() <= before.marks.items()


_TYPED = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffe\uffff"),
    max_size=40,
).map(lambda text: " ".join(f"PT A{text}".split()))


@given(_TYPED)
def test_any_name_comes_through_a_page_and_a_paste(name):
    """Markup, formulas and signs of every script included."""
    heads = ("Nama Peserta", "NPWP", "Harga Penawaran")
    by_page = read(table(heads, [(html.escape(name), ONE, "1,00")]))
    by_paste = pasted("\t".join(heads), f"{name}\t{ONE}\t1,00")

    assert [row.name for row in by_page.bidders] == [name]
    if "|" not in name:  # these tests write a tab as a bar
        assert [row.name for row in by_paste.bidders] == [name]


def test_a_line_separator_within_a_name_ends_no_row():
    """It is a blank like any other."""
    assert pasted("Nama Peserta|NPWP", f"PT A\u2028B|{ONE}").bidders[0].name == "PT A B"


def test_two_tables_in_one_paste():
    """Each with the text before it."""
    reading = pasted(
        "Peserta", "No|Nama Peserta|NPWP", f"1|PT Satu|{ONE}", "Rincian PT Satu",
        "Jenis Barang/Jasa|Volume|Harga", "Galian|2|5,00",
    )  # fmt: skip
    people, lines = reading.tables

    assert (people.kind, lines.kind) == (TableKind.PESERTA, TableKind.RINCIAN)
    assert lines.heading == "Rincian PT Satu"


@pytest.mark.parametrize("sign", [";", ",", "|"])
def test_a_table_saved_as_text_by_a_spreadsheet(sign):
    """Quoted where a sign stands in a cell."""
    text = f'Nama Peserta{sign}Harga Penawaran\n"PT Satu, Contoh"{sign}"Rp 1.000,00"\n'

    (row,) = read_spse(text.encode(), "x.csv").bidders
    assert row.amounts == {Meaning.PENAWARAN: Decimal(1000)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_that_windows_writes(encoding):
    """A name with a letter beyond ASCII comes through each."""
    text = page(table(("Nama Peserta", "NPWP"), [("PT Café “Contoh”", ONE)]))

    assert read_spse(text.encode(encoding), "x").bidders[0].name == "PT Café “Contoh”"


def test_hidden_text_of_a_cell_is_not_read():
    """It serves sorting, and nobody sees it."""
    amount = '<span style="display: none">999</span>Rp 1,00<span class="d-none">8</span>'
    (row,) = read(table(("Nama Peserta", "Harga Penawaran"), [("PT Satu", amount)])).bidders

    assert row.amounts == {Meaning.PENAWARAN: Decimal(1)}
