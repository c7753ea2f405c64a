"""Hostile files are refused, each with its code; ordinary ones pass."""

import string
from contextlib import suppress

import pytest

from tender_desk.ooxml.guard import COLUMNS, ROWS, HostileFileError, guarded, open_workbook, rows_of
from tests.desk.workbook.hostile import BY_ROWS, HARMLESS, HOSTILE, book, with_sheet
from tests.fault_texts import GUARD as TEXTS


def read(data: bytes) -> list[tuple[int, list[tuple[str, object]]]]:
    """What stands in the first sheet."""
    sheet = open_workbook(data).worksheets[0]
    return [
        (row, [(cell.coordinate, cell.value) for cell in cells]) for row, cells in rows_of(sheet)
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name):
    """With its own code, whose words are filled."""
    code, make = HOSTILE[name]
    data = make()

    with pytest.raises(HostileFileError) as refused:
        open_workbook(data)

    assert refused.value.code == code
    assert TEXTS[code].message_id.format(**refused.value.params)


def test_the_guard_alone_refuses_too():
    """Before openpyxl is even imported, for those who open the file themselves."""
    for name in ("a bomb beside the sheets", "macros", "billion laughs", "25,000 empty rows"):
        with pytest.raises(HostileFileError, match=HOSTILE[name][0]):
            guarded(HOSTILE[name][1]())


@pytest.mark.parametrize("name", BY_ROWS)
def test_a_trap_in_the_cells_is_refused(name):
    """What only reading the cells tells is refused there."""
    code, make = BY_ROWS[name]
    sheet = open_workbook(make()).worksheets[0]

    with pytest.raises(HostileFileError, match=code):
        list(rows_of(sheet))


@pytest.mark.parametrize("name", HARMLESS)
@pytest.mark.parametrize("read_only", [True, False])
def test_an_ordinary_file_passes(name, read_only):
    """Formats without content, links that nobody follows and a size too small do no harm."""
    data = HARMLESS[name]()

    assert open_workbook(data, read_only=read_only).worksheets
    assert all(row <= ROWS for row, _ in read(data))


def test_the_cells_are_read_as_they_stand():
    """Empty cells and rows are left out; numbers of rows and columns are true."""
    inside = (
        '<row r="3"><c r="B3"><v>7</v></c><c r="C3" s="0"/><c r="CV3" t="str"><v>x</v></c></row>'
        '<row r="10000"><c r="A10000"><v>0.1</v></c></row>'
    )

    assert read(with_sheet(inside.encode())) == [
        (3, [("B3", 7), ("CV3", "x")]),
        (10_000, [("A10000", 0.1)]),
    ]
    assert (ROWS, COLUMNS) == (10_000, 100)


def test_formulas_or_the_values_that_excel_kept():
    """`values=True` gives what Excel computed last; without it, the formula."""
    data = with_sheet(b'<row r="1"><c r="A1"><f>1+1</f><v>3</v></c></row>')
    kept = open_workbook(data, values=True).worksheets[0]

    assert read(data) == [(1, [("A1", "=1+1")])]
    assert [cell.value for _, cells in rows_of(kept) for cell in cells] == [3]


def test_a_file_cut_anywhere_is_refused_and_nothing_else_happens():
    """No beginning of a workbook is taken for one, and none ends in another error."""
    data = book()

    for end in range(0, len(data), 97):
        with pytest.raises(HostileFileError):
            open_workbook(data[:end])


def test_a_byte_changed_anywhere_never_ends_in_another_error():
    """The file is read or refused."""
    data = book()

    for place in range(0, len(data), 41):
        spoilt = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        with suppress(HostileFileError):
            for sheet in open_workbook(spoilt).worksheets:
                list(rows_of(sheet))


def test_every_code_has_its_words_and_its_case():
    """No code without words, no words without a code, and a file for each."""
    told = {code for code, _ in (HOSTILE | BY_ROWS).values()}

    assert told == set(TEXTS)


def test_both_languages_are_filled_from_the_same():
    """What one language names, the other names too."""
    for words in TEXTS.values():
        names = [
            {field for _, field, _, _ in string.Formatter().parse(text) if field}
            for text in (words.message_id, words.message_en)
        ]
        assert names[0] == names[1]
