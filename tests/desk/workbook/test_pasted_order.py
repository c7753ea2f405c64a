"""A pasted block falls on the rows of its lines, or it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.formats.canonical import package_digest
from tests.desk.workbook.data import Desk, parsed, told
from tests.desk.workbook.listing import CODES, listed
from tests.desk.workbook.pasting import FIVE, bid_of, block, desk_of, line, paste
from tests.tries import tries

FEW = tries(3)


@FEW
@given(CODES, st.booleans())
def test_a_block_in_document_order_falls_on_the_right_rows(
    codes: list[str], described: bool
) -> None:
    """Whatever the codes: each price is that of its line, though the codes were not pasted."""
    desk = Desk(parsed(listed(codes, *codes)))
    rows = [line(code, number, 100 + number) for number, code in enumerate(codes, 1)]
    column = 2 if described else 4
    paste(desk, "Harga p1", [row[column - 1 :] for row in rows], column)

    bid = bid_of(desk.read().package)
    assert {code: int(bid[code].unit_price) for code in codes} == {
        code: 100 + number for number, code in enumerate(codes, 1)
    }


@FEW
@given(CODES, st.data())
def test_a_block_that_is_off_by_rows_is_never_read_as_other_lines(
    codes: list[str], data: st.DataObject
) -> None:
    """With its words, one row on another line's is enough to be told."""
    desk = Desk(parsed(listed(codes, *codes)))
    rows = [line(code, number, 100 + number)[1:] for number, code in enumerate(codes, 1)]
    shuffled = data.draw(st.permutations(rows))
    paste(desk, "Harga p1", shuffled, 2)
    reading = desk.read()

    assert (reading.package is not None) is (list(shuffled) == rows)
    assert {code for _, code in told(reading)} <= {"XLS104", "XLS105"}


def at_odds(count: int) -> Desk:
    """A bid of which the volumes of the first `count` lines are others."""
    desk = desk_of(FIVE, *FIVE)
    rows = block()
    for row in rows[:count]:
        row[3] += 7
        row[6] = row[3] * row[4]
    paste(desk, "Harga p1", rows)
    return desk


@pytest.mark.parametrize("count", range(6))
def test_volumes_of_more_than_half_of_the_lines(count: int) -> None:
    """Are one fault at the sheet, which the cell beside the participant lifts."""
    desk = at_odds(count)
    found = desk.read()

    assert told(found) == ([("Harga p1!D5", "XLS104")] if count >= 3 else [])
    if count >= 3:
        assert "Urutan sesuai (J3)" in found.diagnose()[0].hint
        desk.book["Harga p1"]["J3"] = "tidak"
        assert [code for _, code in told(desk.read())] == ["XLS104"]
    desk.book["Harga p1"]["J3"] = "ya"
    volumes = {code: int(x.quantity) for code, x in bid_of(desk.read().package).items()}
    assert volumes == {
        code: number + (7 if number <= count else 0) for number, code in enumerate(FIVE, 1)
    }


def test_two_of_three_volumes_are_no_block() -> None:
    """Three at least."""
    three = FIVE[:3]
    desk = desk_of(three, *three)
    rows = block(three)
    rows[0][3], rows[1][3] = 8, 9
    paste(desk, "Harga p1", [row[:5] for row in rows])

    assert told(desk.read()) == []


def test_a_pasted_description_that_is_another_lines() -> None:
    """One is enough; the same words in another spelling are the same."""
    desk = desk_of(FIVE, *FIVE)
    rows = block()
    rows[3][1], rows[4][1] = "PEKERJAAN  4.", "Pekerjaan 1"
    paste(desk, "Harga p1", rows)
    reading = desk.read()

    assert told(reading) == [("Harga p1!B9", "XLS105")]
    assert "baris 2.3" in reading.diagnose()[0].message
    desk.book["Harga p1"]["J3"] = "ya"
    assert desk.read().package is not None


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
def test_a_code_that_stands_twice_is_one_fault(sheet: str) -> None:
    """Of the sheet where it does: that rows stand in order would settle nothing."""
    desk = desk_of(FIVE, *FIVE)
    paste(desk, "Harga p1", block())
    desk.book[sheet]["A9"] = desk.book[sheet]["A5"].value

    assert told(desk.read()) == [(f"{sheet}!A9", "PKT030")]


def test_an_answer_that_is_none_is_told() -> None:
    """In its cell."""
    desk = at_odds(4)
    desk.book["Harga p1"]["J3"] = "mungkin"

    assert ("Harga p1!J3", "XLS031") in told(desk.read())


def test_an_old_workbook_has_no_such_cell_and_may_get_it() -> None:
    """Anywhere above the heads, with its name before it."""
    desk = at_odds(4)
    sheet = desk.book["Harga p1"]
    sheet["I3"] = sheet["J3"] = None
    assert [code for _, code in told(desk.read())] == ["XLS104"]
    sheet["E1"], sheet["F1"] = "Urutan sesuai", "Ya"
    assert told(desk.read()) == []


def test_a_package_that_says_so_is_the_same_through_its_workbook() -> None:
    """What was known by its codes is written with the answer, and has the same digest."""
    value = listed(FIVE, *FIVE)
    lines = value["participants"][0]["price"]["lines"]
    for number, one in enumerate(lines):
        one |= {"quantity": f"{number + 50}", "description": f"Ditulis peserta {number}"}
    package = parsed(value)
    desk = Desk(package)

    assert desk.book["Harga p1"]["J3"].value == "ya"
    again = desk.read().package
    assert again is not None
    assert package_digest(again) == package_digest(package)
    assert desk_of(FIVE, *FIVE).book["Harga p1"]["J3"].value is None


@pytest.mark.parametrize(("count", "odd"), [(3, False), (4, True)])
def test_three_of_seven_volumes_are_no_more_than_half(count: int, odd: bool) -> None:
    """Four of seven are."""
    seven = [*FIVE, "3.1", "3.2"]
    desk = desk_of(seven, *seven)
    rows = block(seven)
    for row in rows[:count]:
        row[3] += 7
    paste(desk, "Harga p1", [row[:5] for row in rows])

    assert told(desk.read()) == ([("Harga p1!D5", "XLS104")] if odd else [])
