"""Formulas in the workbook of a package are computed anew, exactly or not at all."""

import io
from decimal import Decimal, localcontext

import pytest
from openpyxl import Workbook

from tender_desk.workbook.kinds import CellError
from tender_desk.workbook.reading.formula_results import Computing
from tender_engine.numbers import plain


def computed(*formulas: str) -> Computing:
    """A workbook with these formulas in its first column."""
    book = Workbook()
    for number, formula in enumerate(formulas, 1):
        book.active.cell(number, 1).value = formula
    stream = io.BytesIO()
    book.save(stream)
    return Computing(stream.getvalue())


@pytest.mark.parametrize(
    ("formula", "worth"),
    [
        ("=0.1+0.2", "0.3"),
        ("=1/8", "0.125"),
        ("=3*(1/3)", "1"),
        ("=4.35*100", "435"),
        ("=1/2^20", "0.00000095367431640625"),
        ("=100000000000000000+1/10^13", "100000000000000000.0000000000001"),
    ],
)
def test_a_result_is_exact(formula: str, worth: str) -> None:
    """Whatever the precision of the caller's own arithmetic is."""
    with localcontext() as narrow:
        narrow.prec = 3
        found = computed(formula).worth(0, 1, 1)

    assert isinstance(found, Decimal)
    assert plain(found) == worth


@pytest.mark.parametrize(
    ("formula", "code", "where"),
    [
        ("=1/3", "XLS040", ""),
        ("=A1", "XLS038", "Sheet!A1"),
        ("=A2", "XLS038", "Sheet!A2"),
        ("=NOW()", "XLS038", "Sheet!A1"),
        ("=1/0", "XLS038", "Sheet!A1"),
    ],
)
def test_what_has_no_exact_result(formula: str, code: str, where: str) -> None:
    """The cell that is at fault is named, which may be another one."""
    with pytest.raises(CellError) as refused:
        computed(formula, "=RAND()").worth(0, 1, 1)

    assert refused.value.code == code
    assert refused.value.params.get("found", "") == where
