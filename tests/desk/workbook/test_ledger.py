"""Sums of a pasted block held against its lines: by nearest figures, as by all of them."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.workbook.off_place import ledger
from tender_desk.workbook.off_place.ledger import Ledger, Line, Sum
from tests.tries import tries

SOME = tries(60)
AMOUNTS = st.lists(st.sampled_from([0, 1, 3, 40, 700, 5_000, 60_000, 61_000]), max_size=7)


def lines(amounts: list[int], first: int = 1, rate: Fraction | None = None) -> list[Line]:
    """Lines of these amounts in rows from the first."""
    return [
        Line(row, "1", f"{amount}", f"{amount}", rate=rate)
        for row, amount in enumerate(amounts, first)
    ]


def runs(amounts: list[int]) -> Iterator[int]:
    """Each sum of lines that end at the last one."""
    return (sum(amounts[start:]) for start in range(max(len(amounts), 1)))


@SOME
@given(AMOUNTS, st.integers(0, 190_000), st.booleans())
def test_a_part_is_one_of_all_sums_that_end_above_it(
    amounts: list[int], figure: int, one_of_them: bool
) -> None:
    """To the rupiah: the slow way tries every sum."""
    known = sorted(runs(amounts))
    figure = known[figure % len(known)] if one_of_them else figure
    claim = Sum(len(amounts) + 1, 7, "subjumlah", f"{figure}")

    exact = any(abs(figure - each) <= 1 for each in known)
    found = Ledger(lines(amounts)).holds(claim)
    assert found or not exact
    # What is rounded to tens, hundreds or thousands is taken as well, within a hundredth.
    near = [each for each in known if abs(figure - each) * 100 <= each and figure % 10 == 0]
    assert not found or exact or near


@SOME
@given(AMOUNTS, AMOUNTS, st.integers(0, 14))
def test_a_sum_that_no_words_name_is_one_of_several_lines(
    above: list[int], below: list[int], which: int
) -> None:
    """Above it more than one, but for the only one; or those right below it."""
    sums = {sum(above[start:]) for start in range(len(above)) if len(above) - start > 1}
    sums |= {sum(above)} | {sum(below[: end + 1]) for end in range(len(below))}
    figure = (sorted({*sums, *runs(above)})[which:] or [190_001])[0]
    before, after = lines(above), lines(below, len(above) + 2)
    claim = Sum(len(above) + 1, 7, "subjumlah", f"{figure}", unsaid=True)

    wanted = any(abs(figure - each) <= 1 for each in sums)
    assert Ledger([*before, *after]).holds(claim) == wanted


def test_a_sum_is_held_against_few_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many lines, taxes and totals stand above it."""
    asked = 0
    real = ledger.is_rounded

    def counted(*given: object) -> bool:
        nonlocal asked
        asked += 1
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(ledger, "is_rounded", counted)
    book = Ledger(lines([60_000] * 500, rate=Fraction(1, 10)))
    for number in range(400):
        for kind, figure in (("ppn", 7 + number), ("total", 33_000_000), ("dibulatkan", 11)):
            book.holds(Sum(501 + number, 7, kind, f"{figure}"))

    assert 0 < asked <= 3 * 400 * 16
