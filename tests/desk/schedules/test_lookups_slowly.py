"""Lookups and conditions beside a second, slow implementation."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tender_desk.ooxml.addresses import column_letter
from tests.desk.schedules.test_lookups import computer
from tests.tries import tries

# A second implementation: every cell of a small table is looked at in turn.
_KEY = st.one_of(st.none(), st.sampled_from(["A", "b", "B", "a c", "ac"]), st.integers(0, 3))
_ROW = st.tuples(_KEY, _KEY, st.one_of(st.none(), st.integers(-500, 500)))


def same(cell, key):
    if isinstance(cell, str) and isinstance(key, str):
        return cell.lower() == key.lower()
    return cell is not None and not isinstance(cell, str) and cell == key


def slow_lookup(rows, key):
    for cell, _, price in rows:
        if same(cell, key):
            return Fraction(price or 0)
    return Fraction(-1)


def slow_sum(rows, *conditions):
    total, count = Fraction(0), 0
    for row in rows:
        if all(same(row[column], key) is not but for column, key, but in conditions):
            count += 1
            total += row[2] or 0
    return total, count


def slow_sorted(numbers, key):
    found = Fraction(-1)
    for place, number in enumerate(numbers, 1):
        if number <= key:
            found = Fraction(place)
    return found


def quoted(key):
    return f'"{key}"' if isinstance(key, str) else f"{key}"


@tries(30)
@given(
    st.lists(_ROW, min_size=1, max_size=8),
    st.sampled_from(["A", "b", "a c", 0, 1, 3]),
    st.sampled_from(["A", "ac", 2]),
    st.booleans(),
    st.sets(st.integers(-9, 9), min_size=1, max_size=6),
    st.integers(-10, 10),
)
def test_lookups_agree_with_a_slow_computation(rows, key, other, but, numbers, limit):
    last, ascending = len(rows), sorted(numbers)
    sign = "<>" if but else ""
    said = f'"{sign}{other}"'
    cells = {
        f"{column_letter(column)}{row}": value
        for row, line in enumerate(rows, 1)
        for column, value in enumerate(line, 27)
    } | {f"AE{row}": number for row, number in enumerate(ascending, 1)}
    tested = f"AA1:AA{last}"
    formulas = (
        f"=IFERROR(VLOOKUP({quoted(key)},AA1:AC{last},3,FALSE),-1)",
        f"=IFERROR(INDEX(AC:AC,MATCH({quoted(key)},{tested},0)),-1)",
        f"=SUMIF({tested},{quoted(key)},AC1:AC{last})",
        f"=SUMIFS(AC1:AC{last},{tested},{quoted(key)},AB1:AB{last},{said})",
        f"=COUNTIFS(AB1:AB{last},{said},{tested},{quoted(key)})",
        f"=COUNTIF(AB1:AB{last},{said})",
        f"=SUMPRODUCT(({tested}={quoted(key)})*1,AC1:AC{last})",
        f"=IFERROR(MATCH({limit},AE:AE),-1)",
    )
    cells |= {f"E{row}": formula for row, formula in enumerate(formulas, 5)}
    machine = computer(None, **{**cells, "E5": formulas[0]})
    first, second = (0, key, False), (1, other, but)
    blank = slow_sum(rows, first)[0]
    if key == 0:
        blank += sum(price or 0 for cell, _, price in rows if cell is None)

    assert [machine.worth((0, row, 5)) for row in range(5, 13)] == [
        slow_lookup(rows, key),
        slow_lookup(rows, key),
        slow_sum(rows, first)[0],
        slow_sum(rows, first, second)[0],
        slow_sum(rows, first, second)[1],
        slow_sum(rows, second)[1],
        blank,
        slow_sorted(ascending, limit),
    ]
