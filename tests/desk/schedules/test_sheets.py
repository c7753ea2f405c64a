"""The sheet that holds the schedule is found or asked for; the reading has a key."""

import string
from pathlib import Path

import pytest

from tender_desk.schedules.reader import read_schedule
from tender_desk.schedules.schedule_reading import reading_words
from tender_engine.formats.source import NumberText
from tests.desk.schedules.books import DOCUMENT, book, codes, hps, read, written
from tests.desk.workbook.hostile import BY_ROWS, HOSTILE
from tests.fault_texts import GUARD as GUARD_TEXTS
from tests.fault_texts import SCHEDULE as TEXTS

HEAD = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
FIRST = ["Galian tanah biasa", "m3", 100, 50000, "=C2*D2"]
SECOND = ["Beton mutu sedang", "m3", 12.5, 4, 50]
ANALYSIS = [
    ["Uraian", "Kode", "Satuan", "Koefisien", "Harga Satuan", "Jumlah Harga"],
    ["Pekerja", "L.01", "OH", 0.75, 90000, "=D2*E2"],
    ["Jumlah", None, None, None, None, "=SUM(F2:F2)"],
]


def schedule(data, document=DOCUMENT[:2], **more):
    return read_schedule(data, "penawaran.xlsx", document, **more)


def test_the_sheet_with_most_of_the_lines_is_read():
    """Analyses of prices have the same headers; which sheets were passed over is told."""
    data = book(ANALYSIS, title="Analisa", Daftar=[HEAD, FIRST, SECOND], Surat=[["Dengan hormat"]])
    reading = schedule(data)

    assert (reading.sheet, codes(reading)) == ("Daftar", [])
    assert [line["id"] for line in reading.lines] == ["L1", "L2"]
    assert [dict(note.params) for note in reading.notes if note.code == "sheet"] == [
        {"sheet": "Daftar", "others": "Analisa"}
    ]


def test_prices_from_another_sheet_are_computed():
    """75 % of 90,000 is 67,500; a hundred of it is 6,750,000."""
    line = ["Galian tanah biasa", "m3", 100, "=Analisa!F3", "=C2*D2"]
    reading = schedule(book([HEAD, line], title="Daftar", Analisa=ANALYSIS), DOCUMENT[:1])

    assert written(reading) == [("L1", "100", "67500", "6750000")]


def test_two_sheets_that_are_equally_good_have_to_be_told_apart():
    one, other = ([*FIRST[:2], volume, *FIRST[3:4], 5_000_000] for volume in (100, 90))
    data = book([HEAD, one], title="Asli", Salinan=[HEAD, other])

    assert codes(schedule(data, DOCUMENT[:1])) == [("XLS051", "Asli!A1")]
    assert schedule(data, DOCUMENT[:1], sheet="salinan").sheet == "Salinan"
    told = schedule(data, DOCUMENT[:1], sheet="Lain").faults[0]
    assert (told.code, dict(told.params)) == (
        "XLS052",
        {"found": "Lain", "sheets": "Asli, Salinan"},
    )


def test_a_hidden_copy_does_not_stand_against_the_sheet_that_is_shown():
    def hide(made):
        made["Salinan"].sheet_state = "hidden"

    reading = schedule(book([HEAD, FIRST], hide, title="Asli", Salinan=[HEAD, FIRST]), DOCUMENT[:1])

    assert (reading.sheet, codes(reading)) == ("Asli", [])


def test_a_hidden_sheet_is_never_chosen_unless_it_is_named():
    """Not with one line more either; that some lines are there alone is a fault."""

    def hide(made):
        made["Revisi"].sheet_state = "hidden"

    data = book([HEAD, FIRST], hide, title="Asli", Revisi=[HEAD, [*FIRST[:3], 1, 100], SECOND])

    reading = schedule(data)
    assert (reading.sheet, codes(reading)) == ("Asli", [("XLS053", "Revisi!A1")])
    assert (schedule(data, sheet="Asli").sheet, schedule(data, sheet="Asli").faults) == ("Asli", ())
    assert written(schedule(data, sheet="Revisi"))[0] == ("L1", "100", "1", "100")
    alone = book([["Dengan hormat"]], hide, title="Surat", Revisi=[HEAD, FIRST])
    assert codes(schedule(alone)) == [("XLS050", "")]


def test_two_sheets_that_price_the_same_lines_differently_have_to_be_told_apart():
    """Whichever has more lines; where the prices are the same, the one with more is read."""
    other, same = [*FIRST[:3], 49_000, 4_900_000], FIRST
    more = [HEAD, same, SECOND]

    reading = schedule(book([HEAD, other], title="Asli", Revisi=more))
    assert codes(reading) == [("XLS085", "Asli!A1")]
    assert dict(reading.faults[0].params) == {"sheets": "Asli, Revisi", "lines": "L1"}
    assert codes(schedule(book(more, title="Asli", Revisi=[HEAD, other, SECOND]))) == [
        ("XLS085", "Asli!A1")
    ]
    assert schedule(book([HEAD, same], title="Asli", Revisi=more)).sheet == "Revisi"
    without = [[HEAD[:4], line[:4]] for line in (same, other)]
    assert codes(schedule(book(without[0], title="Asli", Revisi=without[1]))) == [
        ("XLS085", "Asli!A1")
    ]


def test_lines_over_several_sheets_are_not_read_in_part():
    """A row that is no line of the document leaves it open which sheets are the bid."""
    other = ["Papan nama", "bh", 1, 1, 1]
    data = book([HEAD, FIRST, other], title="Tanah", Beton=[HEAD, SECOND, ["Besi", "kg", 1, 1, 1]])

    reading = schedule(data, DOCUMENT)
    assert codes(reading) == [("XLS051", "Tanah!A1")]
    steel = ["Besi tulangan polos", "kg", 1000, 20, 20000]
    data = book([HEAD, FIRST], title="Tanah", Beton=[HEAD, SECOND, steel, other])
    reading = schedule(data, DOCUMENT)
    assert codes(reading) == [("XLS068", "Beton!A4"), ("XLS053", "Tanah!A1")]
    assert dict(reading.faults[1].params) == {"sheet": "Tanah", "lines": "L1"}


def test_no_header_at_all():
    assert codes(schedule(book([["Surat penawaran"], ["Dengan hormat"]]))) == [("XLS050", "")]


@pytest.mark.parametrize("below", [0, 10, 35])
def test_the_header_may_stand_lower(below):
    reading = read(
        [*([["Kop surat"]] * below), HEAD, ["Galian tanah biasa", "m3", 1, 1, 1]], DOCUMENT[:1]
    )

    assert [line["id"] for line in reading.lines] == ["L1"]


def test_two_columns_of_prices_are_in_doubt():
    rows = [[*HEAD, "Harga Satuan"], [*FIRST, 49000]]

    reading = read(rows, DOCUMENT[:1])
    assert codes(reading) == [("XLS054", "Rincian!F1")]
    assert dict(reading.faults[0].params)["columns"] == "D, F"


@pytest.mark.parametrize(
    "row",
    [
        [None, "m3", 5, 5],
        [None, None, None, None, 7],
        ["Mobilisasi", None, None, None, 7],
        ["Mobilisasi", None, None, None, "=C2*7"],
    ],
)
def test_a_row_that_is_neither_line_nor_sum_is_in_doubt(row):
    assert [code for code, _ in codes(read([HEAD, FIRST, row], DOCUMENT[:1]))] == ["XLS067"]


def test_the_key_changes_with_the_file_and_with_the_reading():
    data = book([HEAD, FIRST])
    key = schedule(data, DOCUMENT[:1]).key

    assert len(key) == 8
    assert set(key) <= set(string.hexdigits.lower())
    assert schedule(data, DOCUMENT[:1]).key == key
    assert schedule(data + b"\0", DOCUMENT[:1]).key != key
    assert schedule(data, (hps("L9", "Galian tanah biasa", "m3", "1"),)).key != key
    assert schedule(book([HEAD, [*FIRST[:3], 50001, *FIRST[4:]]]), DOCUMENT[:1]).key != key


def test_what_is_read_is_as_the_format_has_it():
    """Numbers are number literals, so that the reader of the format takes them."""
    reading = schedule(book([HEAD, FIRST]), DOCUMENT[:1])

    line = reading.lines[0]
    assert all(type(line[key]) is NumberText for key in ("quantity", "unit_price", "amount"))
    assert {key for _, key in reading.cells} >= {"id", "quantity", "unit_price", "amount"}


@pytest.mark.parametrize("name", ["twins", "macros", "billion laughs", "nothing"])
def test_a_hostile_file_is_a_fault_like_any_other(name):
    code, make = HOSTILE[name]
    reading = schedule(make())

    assert codes(reading) == [(code, "")]
    assert reading.lines == ()
    assert reading.key


@pytest.mark.parametrize("name", BY_ROWS)
def test_a_trap_in_the_cells_is_a_fault_too(name):
    """The size of a sheet is none: it bounds what is read of it, and here nothing is."""
    code, make = BY_ROWS[name]

    assert codes(schedule(make())) == [("XLS019" if code == "XLS019" else "XLS050", "")]


def test_both_languages_are_filled_from_the_same():
    """Faults, notes, roles and reasons have words in both; no code is one of the guard's."""
    pairs = [(text.message_id, text.message_en) for text in TEXTS.values()]
    pairs += [(s["id"], s["en"]) for said in reading_words().values() for s in said.values()]
    for pair in pairs:
        names = [
            {field for _, field, _, _ in string.Formatter().parse(text) if field} for text in pair
        ]
        assert names[0] == names[1], pair
        assert all(text.strip() for text in pair)
    assert not TEXTS.keys() & GUARD_TEXTS.keys()
    assert all(text.hint_id and text.hint_en for text in TEXTS.values())


def test_every_code_has_a_case():
    """Each fault and each note is expected by name in some test beside this one."""
    here = Path(__file__)
    tests = "".join(p.read_text("utf-8") for p in here.parent.glob("*.py"))
    sources = "".join(
        path.read_text("utf-8")
        for path in (here.parents[3] / "desk" / "tender_desk" / "schedules").glob("*.py")
    )

    assert [code for code in TEXTS if f'"{code}"' not in tests] == []
    for kind in ("notes", "skipped"):
        assert [code for code in reading_words()[kind] if f'"{code}"' not in sources] == []


def test_a_list_of_the_same_prices_is_no_rival_of_the_schedule():
    """What multiplies them counts; where one is another, nobody can tell which one does."""
    rows = [["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"],
            ["Galian tanah biasa", "m3", 100, 50_000, 5_000_000]]  # fmt: skip
    prices = [["Nama Barang", "Satuan", "Harga"], ["Galian tanah biasa", "m3", 50_000]]

    def beside(*content):
        data = book(list(content), title="Daftar", Rincian=rows)
        return read_schedule(data, "penawaran.xlsx", DOCUMENT[:1])

    assert beside(*prices).sheet == "Rincian"
    other = [prices[0], [*prices[1][:2], 49_000]]
    assert [fault.code for fault in beside(*other).faults] == ["XLS085"]
