"""What stands in a cell is read exactly, noted, or a fault of that cell."""

import pytest

from tender_desk.schedules.reader import read_schedule
from tender_desk.schedules.schedule_reading import Note
from tests.desk.schedules.books import DOCUMENT, book, codes, hps, read, respelled, written

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga", "PPN (%)"]
ONE = DOCUMENT[:1]


def one(price, volume=100, amount=None, vat=None, change=None, title=HEAD):
    """The reading of one line."""
    return read([title, ["Galian tanah biasa", "m3", volume, price, amount, vat]], ONE, change)


def notes(reading, code):
    return [note for note in reading.notes if note.code == code]


@pytest.mark.parametrize(
    ("price", "wanted"),
    [
        (1000, "1000"),
        (0.1, "0.1"),
        (1234567.89, "1234567.89"),
        (999999999999.25, "999999999999.25"),
        ("=0.1+0.2", "0.3"),
        ("=1/8", "0.125"),
        ("=ROUND(1000000/3,2)", "333333.33"),
        ("1.234.567,89", "1234567.89"),
        ("Rp 1.000,-", "1000"),
        ("1.234", "1234"),
    ],
)
def test_a_price_is_read_exactly(price, wanted):
    reading = one(price)

    assert codes(reading) == []
    assert written(reading) == [("L1", "100", wanted, None)]


@pytest.mark.parametrize(("price", "wanted"), [(0, "0"), (None, None), ("", None), ("-", None)])
def test_a_blank_or_a_dash_is_a_price_left_blank_and_a_zero_is_a_zero(price, wanted):
    rows = [HEAD, ["Galian tanah biasa", "m3", 100, price], ["Beton mutu sedang", "m3", 12.5, 4]]
    reading = read(rows, DOCUMENT[:2])

    assert codes(reading) == []
    assert written(reading)[0] == ("L1", "100", wanted, None)


@pytest.mark.parametrize(
    ("price", "code"),
    [
        ("1,234,567.89", "XLS055"),
        ("1.5", "XLS055"),
        ("10%", "XLS055"),
        ("50,000", "XLS055"),
        ("Rp 50,000", "XLS055"),
        ("seribu", "XLS055"),
        ("１２３", "XLS055"),
        (True, "XLS056"),
        (1234567890123456, "XLS056"),
        ("=1E15*10000", "XLS056"),
        ("=1/10000000", "XLS057"),
        (-5, "XLS058"),
        ("-5", "XLS058"),
        ("=OFFSET(C2,0,0)", "XLS060"),
        ('=IF(C2>5,"lima",6)', "XLS055"),
        ('=VLOOKUP("X",A1:D1,4,FALSE)', "XLS148"),
        ('=MATCH("No",A1:B1)', "XLS147"),
        ("='C:\\[harga.xlsx]Lembar1'!A1", "XLS061"),
        ("=D2", "XLS062"),
        ("=A2*2", "XLS063"),
        ("=SUM(H2)", "XLS064"),
    ],
)
def test_what_is_no_plain_number_is_a_fault_of_its_cell(price, code):
    def change(made):
        made.active["H2"] = "1.000"

    assert codes(one(price, change=change)) == [(code, "Rincian!D2")]


def test_three_decimals_of_a_volume_are_no_thousands():
    """12,345 m3 is as likely as not; the note shows how it was read."""
    reading = one(1000, volume="12,345")

    assert written(reading) == [("L1", "12.345", "1000", None)]


def test_a_date_and_an_error_are_no_numbers():
    def date(made):
        made.active["D2"].number_format = "yyyy-mm-dd"

    def error(made):
        made.active["D2"].value, made.active["D2"].data_type = "#N/A", "e"

    assert codes(one(44000, change=date)) == [("XLS056", "Rincian!D2")]
    assert codes(one(1, change=error)) == [("XLS056", "Rincian!D2")]


@pytest.mark.parametrize(
    ("vat", "form", "wanted"),
    [
        (11, "General", "11"),
        (0.11, "0%", "11"),
        (0.115, "0.0%", "11.5"),
        ("11%", "General", "11"),
        ("11", "General", "11"),
        (0, "0%", "0"),
        ("=10+1", "General", "11"),
        ("=11/100", "0%", "11"),
    ],
)
def test_a_percentage_is_read_in_percent(vat, form, wanted):
    def change(made):
        made.active["F2"].number_format = form

    reading = one(1000, vat=vat, change=change)

    assert codes(reading) == []
    assert reading.lines[0]["vat_percent"] == wanted


@pytest.mark.parametrize(("vat", "form"), [(0.11, "General"), (1100, "General"), (1.5, "0%")])
def test_what_may_be_a_share_or_an_amount_is_no_percentage(vat, form):
    def change(made):
        made.active["F2"].number_format = form

    assert codes(one(1000, vat=vat, change=change)) == [("XLS059", "Rincian!F2")]


@pytest.mark.parametrize(
    ("vat", "code"),
    [("=999999999999999" + "*999999999999999" * 14, "XLS056"), ("=1" + "/2^64" * 13, "XLS057")],
)
def test_a_percentage_of_hundreds_of_digits_is_a_fault_of_its_cell(vat, code):
    """More digits than anything here computes with."""

    def change(made):
        made.active["F2"].number_format = "0%"

    assert codes(one(1000, vat=vat, change=change)) == [(code, "Rincian!F2")]


def test_a_price_formatted_as_a_percentage_is_in_doubt():
    def change(made):
        made.active["D2"].number_format = "0%"

    assert codes(one(1000, change=change)) == [("XLS059", "Rincian!D2")]


def test_a_percent_sign_that_is_only_text_in_a_format_is_none():
    def change(made):
        made.active["D2"].number_format = '0" %"'

    assert written(one(1000, change=change)) == [("L1", "100", "1000", None)]


def test_digits_that_excel_does_not_show_are_left_out_and_noted():
    """0.30000000000000004 is what 0.1 + 0.2 leaves when pasted as a value; Excel shows 0.3."""
    data = book([HEAD, ["Galian tanah biasa", "m3", 100, 77]])
    data = respelled(data, rb"<v>77</v>", b"<v>0.30000000000000004</v>")
    reading = read_schedule(data, "penawaran.xlsx", ONE)

    assert written(reading) == [("L1", "100", "0.3", None)]
    assert notes(reading, "trimmed") == [Note("trimmed", "Rincian!D2", {}, "0.3")]


def test_text_numbers_are_noted_with_what_they_were_read_as():
    reading = one("50.000", volume="1.000", amount="=C2*D2")

    assert written(reading) == [("L1", "1000", "50000", "50000000")]
    assert [(note.cell, note.value) for note in notes(reading, "text_number")] == [
        ("Rincian!C2", "1.000 → 1000"),
        ("Rincian!D2", "50.000 → 50000"),
    ]
    assert "50" not in notes(reading, "text_number")[0].said()


def kept(formula, cached):
    """The reading of a workbook that keeps `cached` as the result of the formula in E2."""
    rows = [HEAD, ["Galian tanah biasa", "m3", 100, 50000, formula]]
    data = respelled(book(rows), rb"</f><v ?/>|</f><v></v>", f"</f><v>{cached}</v>".encode())
    return read_schedule(data, "penawaran.xlsx", ONE)


def test_a_result_that_the_file_keeps_is_never_relied_on():
    """100 x 50,000 is 5,000,000, whatever the file says; what it says is shown."""
    reading = kept("=C2*D2", "6000000")

    assert written(reading) == [("L1", "100", "50000", "5000000")]
    assert notes(reading, "differs") == [
        Note("differs", "Rincian!E2", {}, "6000000 → 5000000"),
    ]
    assert notes(kept("=C2*D2", "5000000.00000001"), "differs") == []


@pytest.mark.parametrize("digits", [16, 309, 310, 4_000])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_kept_result_of_any_length_is_looked_at_as_little(digits, sign):
    """More digits than a number of the machine holds are still only what the file keeps."""
    data = book([HEAD, ["Galian tanah biasa", "m3", 100, "=500+500", 100000]])
    kept = f"<f>500+500</f><v>{sign}{'9' * digits}</v>".encode()
    reading = read_schedule(
        respelled(data, rb"<f>500\+500</f><v ?/?>(?:</v>)?", kept), "penawaran.xlsx", ONE
    )

    assert codes(reading) == []
    assert written(reading) == [("L1", "100", "1000", "100000")]


@pytest.mark.parametrize("digits", [16, 309, 310, 4_000])
def test_a_typed_number_of_any_length_is_a_fault_of_its_cell(digits):
    data = book([HEAD, ["Galian tanah biasa", "m3", 100, 1000, 100000]])
    typed = b"<v>" + b"9" * digits + b"</v>"
    reading = read_schedule(respelled(data, b"<v>1000</v>", typed), "penawaran.xlsx", ONE)

    assert codes(reading) == [("XLS056", "Rincian!D2")]


def test_the_kept_result_of_a_formula_that_is_not_understood_only_informs():
    reading = kept("=IF(ISREF(C2),C2*D2,0)", "5000000")

    assert codes(reading) == [("XLS060", "Rincian!E2")]
    assert written(reading) == [("L1", "100", "50000", None)]
    assert [note.value for note in notes(reading, "kept")] == ["5000000"]


def test_faults_and_the_words_of_notes_name_no_amount():
    """A price may be sealed while its file is looked at."""
    reading = read(
        [
            HEAD,
            ["Galian tanah biasa", "m3", "77x", "7,777,777.00", 7777777.7777777, None],
            ["Beton mutu sedang", "m3", "7.777", "=1/77777777", -7777777, None],
            [None, None, None, None, 7777777, None],
            ["Jumlah", None, None, None, "=SUM(E2:E4)", None],
        ]
    )

    assert len(reading.faults) > 4
    told = " ".join(str(dict(fault.params)) for fault in reading.faults)
    told += " ".join(note.said(lang) for note in reading.notes for lang in ("id", "en"))
    told += " ".join(row.text + row.said() for row in reading.rows)
    assert "777" not in told


def test_every_fault_is_told_at_once():
    reading = read(
        [
            HEAD,
            ["Galian tanah biasa", "m3", "seratus", "1.5", "x", "11"],
            ["Beton mutu sedang", "m3", -1, True, "=X(1)", 400],
        ],
        DOCUMENT[:2],
    )

    assert sorted(codes(reading)) == [
        ("XLS055", "Rincian!C2"),
        ("XLS055", "Rincian!D2"),
        ("XLS055", "Rincian!E2"),
        ("XLS056", "Rincian!D3"),
        ("XLS058", "Rincian!C3"),
        ("XLS059", "Rincian!F3"),
        ("XLS060", "Rincian!E3"),
    ]
    spots = [fault.spot.order for fault in reading.faults]
    assert all(fault.spot.file == "penawaran.xlsx" for fault in reading.faults)
    assert sorted(spots) == [
        (0, 2, 3),
        (0, 2, 4),
        (0, 2, 5),
        (0, 3, 3),
        (0, 3, 4),
        (0, 3, 5),
        (0, 3, 6),
    ]


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2066", "\ufeff", "\x85"])
def test_hidden_signs_in_a_text_are_a_fault(sign):
    rows = [HEAD, [f"Galian{sign} tanah", "m3", 1, 1, 1]]

    assert ("XLS065", "Rincian!A2") in codes(read(rows, (hps("L1", "Galian tanah", "m3", "1"),)))


def test_a_text_longer_than_the_format_holds_is_a_fault():
    rows = [HEAD, ["Galian tanah biasa", "m3", 1, 1, 1], ["x" * 1_001, "m" * 41, 1, 1, 1]]

    assert codes(read(rows, ONE)) == [("XLS066", "Rincian!B3"), ("XLS066", "Rincian!A3")]


def test_line_breaks_in_a_text_are_spaces():
    """Those of a paste from Windows too, of which Excel writes a part as `_x000D_`."""
    pasted = "Papan_x000D_\nnama"
    rows = [HEAD, ["Galian\ntanah\n biasa", "m3", 100, 1, 100], [pasted, "bh", 1, 1, 1]]
    reading = read(rows, ONE)

    assert codes(reading) == []
    assert reading.lines[1]["description"] == "Papan nama"


def test_a_figure_merged_over_several_rows_is_of_none_of_them():
    def merge(made):
        made.active.merge_cells("D2:D3")

    rows = [HEAD, ["Galian tanah biasa", "m3", 100, 5, None], ["Beton mutu sedang", "m3", 12.5]]

    assert codes(read(rows, DOCUMENT[:2], merge)) == [("XLS071", "Rincian!D2")]


def test_what_is_hidden_is_read_and_said():
    def hide(made):
        made.active.row_dimensions[3].hidden = True
        made.active.column_dimensions["D"].hidden = True
        made.create_sheet("Rahasia").sheet_state = "hidden"

    rows = [
        HEAD,
        ["Galian tanah biasa", "m3", 100, 5, 500],
        ["Beton mutu sedang", "m3", 12.5, 2, 25],
    ]
    reading = read(rows, DOCUMENT[:2], hide)

    assert len(reading.lines) == 2
    told = {note.code: note.params for note in reading.notes}
    assert told["hidden_row"] == {"row": "3"}
    assert told["hidden_column"] == {"column": "D"}
    assert told["hidden_sheet"] == {"sheet": "Rahasia"}


GROSS = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Total", "Pajak (%)"]


@pytest.mark.parametrize(
    ("amounts", "wanted"),
    [
        ((1110, 222), ("1000", "200")),
        ((1000, 200), ("1000", "200")),
        ((1110, 333), ("1000", "300")),
    ],
)
def test_amounts_are_read_net_whatever_the_column_holds(amounts, wanted):
    """100 x 10 and 50 x 4 at 11 %: what most lines are decides; a wrong one is read alike."""
    rows = [
        GROSS,
        ["Galian tanah biasa", "m3", 100, 10, amounts[0], 11],
        ["Beton mutu sedang", "m3", 50, 4, amounts[1], 11],
    ]
    reading = read(rows, DOCUMENT[:2])

    assert codes(reading) == []
    assert tuple(line["amount"] for line in reading.lines) == wanted


def test_amounts_that_fit_neither_way_leave_it_in_doubt():
    rows = [GROSS, ["Galian tanah biasa", "m3", 100, 10, 1234, 11]]

    assert codes(read(rows, ONE)) == [("XLS072", "Rincian!E1")]


def test_a_gross_amount_that_is_rounded_or_wrong():
    """33 x 1,000.55 = 33,018.15 net, 36,650.1465 gross: 36,650 is it rounded, 36,651 is wrong.

    36,651 / 1.11 has no exact decimal, so it cannot be read net.
    """
    right = ["Galian tanah biasa", "m3", 100, 10, 1110, 11]
    rounded = read(
        [GROSS, right, ["Beton mutu sedang", "m3", 33, 1000.55, 36650, 11]], DOCUMENT[:2]
    )
    wrong = read([GROSS, right, ["Beton mutu sedang", "m3", 33, 1000.55, 36651, 11]], DOCUMENT[:2])

    assert codes(rounded) == []
    assert "amount" not in rounded.lines[1]
    assert [note.cell for note in notes(rounded, "rounded_with_vat")] == ["Rincian!E3"]
    assert codes(wrong) == [("XLS075", "Rincian!E3")]


def test_a_column_headed_ppn_holds_rates_or_amounts_as_its_figures_tell():
    """5,500 is no percentage; then the column is left alone."""
    title = [*HEAD[:5], "PPN"]
    amounts, rates = one(500, amount=50000, vat=5500, title=title), one(500, vat=11, title=title)

    assert codes(amounts) == codes(rates) == []
    assert "vat_percent" not in amounts.lines[0]
    assert rates.lines[0]["vat_percent"] == "11"


def test_unit_prices_with_vat_are_not_taken_for_net_ones():
    title = ["Uraian", "Satuan", "Volume", "Harga Satuan (termasuk PPN)", "Jumlah Harga"]
    both = [*title[:4], "Harga Satuan"]

    assert codes(one(1110, title=title)) == [("XLS076", "Rincian!D1")]
    assert written(one(1110, amount=1000, title=both)) == [("L1", "100", "1000", None)]
