"""Another sheet of the file never stands in silently for the bid's own where that has faults."""

import pytest

from tender_desk.schedules.reader import read_schedule
from tests.desk.schedules.books import DOCUMENT, book, codes, written

HEAD = ["No", "Uraian Pekerjaan", "Sat", "Vol", "Harga Satuan", "Jumlah Harga"]
OWN = [
    [1, "Galian tanah biasa", "m3", 100, 50000, 5000000],
    [2, "Beton mutu sedang", "m3", 12.5, 3000000, 37500000],
    [3, "Besi tulangan polos", "kg", 1000, 20000, 20000000],
]
LINES = [
    ("L1", "100", "50000", "5000000"),
    ("L2", "12.5", "3000000", "37500000"),
    ("L3", "1000", "20000", "20000000"),
]
LINKED = [[*line[:4], f"=[1]AHS!D{at}", f"=D{at}*E{at}"] for at, line in enumerate(OWN, 2)]
UNREADABLE = [[*row[:4], "=CELL(B2)*2", row[5]] for row in LINKED]
IN_WORDS = [[*line[:4], "lima puluh ribu", line[5]] for line in LINKED]
BLANK = [line[:4] for line in OWN]
ONE_OFF = [*OWN[:2], [3, "Rangka baja ringan atap", "kg", 900, 20000, 18000000]]
MOST_OFF = [OWN[0], [2, "Pengecoran lantai kerja", "m3", 12.5, 3000000, 37500000], ONE_OFF[2]]
ALL_OFF = [[1, "Cut and fill", "m3", 100, 50000, 5000000], *MOST_OFF[1:]]
PRICES = [["No", "Uraian Pekerjaan", "Sat", "Harga Satuan"], *([*x[:3], x[4]] for x in OWN)]
BASE = [[*PRICES[0][:3], "Harga Dasar"], *([*x[:3], x[4] - 5000] for x in OWN)]
ESTIMATE = [HEAD, *([*x[:4], x[4] + 1000, (x[4] + 1000) * x[3]] for x in OWN)]


def schedule(rows, change=None, **sheets):
    data = book([HEAD, *rows], change, **sheets)
    return read_schedule(data, "penawaran.xlsx", DOCUMENT)


@pytest.mark.parametrize("rows", [LINKED, UNREADABLE, IN_WORDS])
@pytest.mark.parametrize(
    ("name", "other"),
    [("AHS", PRICES), ("AHS", BASE), ("HPS", ESTIMATE), ("Survey Harga", ESTIMATE)],
)
def test_prices_that_cannot_be_read_are_told_and_not_taken_from_elsewhere(rows, name, other):
    reading = schedule(rows, **{name: other})

    assert reading.sheet == "Rincian"
    assert {"Rincian!E2", "Rincian!E3", "Rincian!E4"} <= {cell for _, cell in codes(reading)}


@pytest.mark.parametrize("other", [PRICES, BASE])
def test_a_schedule_without_prices_is_not_priced_from_a_list(other):
    reading = schedule(BLANK, AHS=other)

    assert codes(reading) == [("XLS085", "Rincian!B1")]
    assert dict(reading.faults[0].params) == {"sheets": "Rincian, AHS", "lines": "L1, L2, L3"}


@pytest.mark.parametrize("rows", [ONE_OFF, MOST_OFF, ALL_OFF, OWN[:2]])
@pytest.mark.parametrize(("name", "other"), [("AHS", PRICES), ("HPS", [HEAD, *OWN])])
def test_words_that_are_off_do_not_make_way_for_another_sheet(rows, name, other):
    reading = schedule(rows, **{name: other})

    assert reading.sheet == "Rincian"
    assert ("XLS053", f"{name}!B1") in codes(reading)


def test_two_schedules_of_which_one_cannot_be_read_have_to_be_told_apart():
    for rows in (LINKED, ONE_OFF):
        reading = schedule(OWN, Salinan=[HEAD, *rows])
        assert codes(reading) == [("XLS085", "Rincian!B1")]
        assert reading.faults[0].params["sheets"] == "Rincian, Salinan"


@pytest.mark.parametrize("above", [[], [["HARGA PERKIRAAN SENDIRI (HPS)"], []]])
def test_the_owners_sheet_does_not_stand_in_for_a_hidden_one(above):
    def hide(made):
        made["Rincian"].sheet_state = "hidden"
        made.active = 1

    title = "Lain" if above else "HPS"
    reading = schedule(OWN, hide, **{title: [*above, *ESTIMATE]})

    assert [code for code, _ in codes(reading)] == ["XLS085"]
    assert reading.faults[0].params["sheets"] == f"{title}, Rincian"


@pytest.mark.parametrize(
    "sheets",
    [
        {"AHS": PRICES},
        {"Utama": [HEAD, *OWN[:2]]},
        {"Kosong": [HEAD, *BLANK]},
        {"HPS": [HEAD, *LINKED]},
        {"Kurva": [[*HEAD[:4], "Bobot", "Jumlah Harga"], *([*x[:4], 1, x[5]] for x in OWN)]},
        {"Analisa": [HEAD, [1, "Pekerja", "OH", 12.5, 90000, 1125000]]},
    ],
)
@pytest.mark.parametrize("title", ["Rincian", "Rencana Anggaran Biaya"])
def test_a_sound_schedule_is_read_beside_other_sheets(title, sheets):
    """A list of its prices, its main lines, the empty form, an owner's sheet with broken links."""
    reading = read_schedule(book([HEAD, *OWN], title=title, **sheets), "harga.xlsx", DOCUMENT)

    assert (reading.sheet, codes(reading), written(reading)) == (title, [], LINES)


def test_a_schedule_in_the_owners_form_is_read_where_no_other_sheet_is_priced():
    analysis = [["ANALISA HARGA SATUAN"], HEAD, [1, "Pekerja", "OH", 1, 90000, 90000]]
    for other in ([HEAD, *BLANK], analysis):
        data = book([HEAD, *OWN], title="HPS", Lain=other)
        reading = read_schedule(data, "harga.xlsx", DOCUMENT)
        assert (reading.sheet, codes(reading), written(reading)) == ("HPS", [], LINES)
    beside = read_schedule(book([HEAD, *OWN], title="HPS", AHS=PRICES), "harga.xlsx", DOCUMENT)
    assert codes(beside) == [("XLS085", "HPS!B1")]


@pytest.mark.parametrize("title", ["HPS", "OE", "Survei Pasar", "Katalog"])
@pytest.mark.parametrize("other", [ESTIMATE, BASE])
def test_a_sound_schedule_is_read_beside_what_the_owner_asks(title, other):
    """Nobody takes that for the bid, whatever it prices."""
    reading = schedule(OWN, **{title: other})

    assert (reading.sheet, codes(reading), written(reading)) == ("Rincian", [], LINES)


@pytest.mark.parametrize("rows", [OWN[:2], [*OWN[:1], *BLANK[1:]], LINKED])
def test_an_owners_sheet_is_told_where_the_schedule_is_not_whole(rows):
    """The bid may have been written into the owner's form."""
    assert codes(schedule(rows, HPS=ESTIMATE))


def factored(sheet):
    """A schedule whose prices are nine tenths of those of a sheet, and the lines it makes."""
    linked = [[*x[:4], f"={sheet}!D{at}*0.9", f"=D{at}*E{at}"] for at, x in enumerate(OWN, 2)]
    return linked, [
        ("L1", "100", "45000", "4500000"),
        ("L2", "12.5", "2700000", "33750000"),
        ("L3", "1000", "18000", "18000000"),
    ]


def test_a_list_that_the_prices_are_computed_from_is_none_of_their_rivals():
    linked, lines = factored("Daftar")
    reading = schedule(linked, Daftar=PRICES)

    assert (codes(reading), written(reading)) == ([], lines)
    looked_up = [[*x[:4], f"=VLOOKUP(B{n},Daftar!B:D,3,FALSE)*0.9"] for n, x in enumerate(OWN, 2)]
    assert codes(schedule(looked_up, Daftar=PRICES)) == []


def test_a_list_that_they_are_not_computed_from_is_one():
    """Only two of the three prices rest on it, or none does."""
    linked, _ = factored("Daftar")

    for rows in ([*linked[:2], OWN[2]], [[*x[:4], x[4] - 1000] for x in OWN]):
        assert codes(schedule(rows, Daftar=PRICES)) == [("XLS085", "Rincian!B1")]


FOOT = [[None, "Jumlah", None, None, None, 62_500_000]]


def test_a_copy_that_says_the_same_is_no_rival():
    """The whole once more, or linked for print without its foot."""
    linked = [[f"=Rincian!{column}{row}" for column in "ABCDEF"] for row in (2, 3, 4)]
    for other in ([*OWN, *FOOT], OWN, linked):
        reading = schedule([*OWN, *FOOT], Salinan=[HEAD, *other])
        assert (reading.sheet, codes(reading), written(reading)) == ("Rincian", [], LINES)


@pytest.mark.parametrize(
    "other",
    [
        [*OWN[:2], [*OWN[2][:3], 900, 20000, 18000000]],
        [*OWN, [*FOOT[0][:5], 60_000_000]],
        [*OWN, [4, "Papan nama", "bh", 1, 500000, 500000]],
    ],
)
def test_a_copy_that_says_anything_else_is_one(other):
    """Another volume, another sum, a line more."""
    assert codes(schedule([*OWN, *FOOT], Salinan=[HEAD, *other]))[0][0] in ("XLS051", "XLS085")


def test_what_a_schedule_is_computed_from_may_be_the_bid():
    """Talks lower the prices of the bid, which has volumes and amounts of its own."""
    lowered = [[*x[:4], f"=RAB!E{at}*0.9", f"=D{at}*E{at}"] for at, x in enumerate(OWN, 2)]

    assert codes(schedule(lowered, RAB=[HEAD, *OWN])) == [("XLS085", "Rincian!B1")]


def test_a_heading_alone_does_not_make_a_sheet_the_owners():
    """The bid may have been written into the owner's form, and another sheet be an old one."""
    form = [["HARGA PERKIRAAN SENDIRI (HPS)"], [], *ESTIMATE]

    assert codes(schedule(OWN, Lain=form)) == [("XLS085", "Rincian!B1")]
