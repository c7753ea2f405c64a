"""Draws a matrix: drop-downs, bounds of scores, and what the document says of these, never read."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from tender_desk.ooxml.addresses import cell_name, column_letter
from tender_desk.workbook.drawn.sheet_drawing import Drawing
from tender_desk.workbook.drawn.styles import ABOUT, INPUT, LABEL, OVER, TAB
from tender_desk.workbook.drawn.styles import NOTE as NOTE_STYLE
from tender_desk.workbook.drawn.styles import TITLE as TITLE_STYLE
from tender_desk.workbook.kinds import NUMBER, PROSE, TEXT
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.names import HEADER_ROW
from tender_desk.workbook.layouts.tables import EVERYBODY
from tender_desk.workbook.matrices.answers import ANSWER
from tender_desk.workbook.matrices.content import Matrix, MatrixRow
from tender_desk.workbook.matrices.heads import (
    ANSWER_PART,
    AT,
    AT_PART,
    BOUNDS,
    BY,
    CRITERION,
    NOTE,
    NOTE_PART,
    PARTS,
    ROW_AT,
    STAGE,
    TITLE,
    WORDS,
    columns_of,
    heads_of,
)

__all__ = ["WHOLE", "draw_matrix"]

# Stands for the eye where a row is a stage as a whole.
WHOLE = "(tahap ini seluruhnya)"
_WIDTHS = {STAGE: 24, CRITERION: 16, WORDS: 44, ROW_AT: 17}
# Wide enough for a time too: of when the panel decided stands above the first of them.
_BOUND_WIDTH = 17
_LACKS = PatternFill("solid", bgColor="F8CBAD")
_FIRST = HEADER_ROW + 1


def draw_matrix(drawing: Drawing, matrix: Matrix) -> None:
    """One matrix as a sheet of its own."""
    scored = any(row.asked.max_score for row in matrix.rows)
    codes = [EVERYBODY] if matrix.general else []
    codes += [code for code, _ in matrix.bidders]
    bounds = [*BOUNDS] if scored else []
    parts = _in_order(matrix, codes)
    heads_by = {code: heads_of(code) for code in codes}
    columns = [next(columns_of((heads_by[code][part],), code)) for code, part in parts]
    widths = [*_WIDTHS.values(), *(_BOUND_WIDTH for _ in bounds), *(c.width for c in columns)]
    kept = [*_WIDTHS].index(WORDS) + 1
    sheet = drawing.sheet(matrix.title, widths, TAB, first=HEADER_ROW - 1, kept=kept)
    before = len(_WIDTHS) + len(bounds)
    styles = drawing.styles
    sheet.freeze_panes = cell_name(_FIRST, len(_WIDTHS) + 1)
    drawing.append(sheet, [styles.text(sheet, TITLE, TITLE_STYLE)])
    drawing.append(sheet, [styles.text(sheet, NOTE, NOTE_STYLE)])
    drawing.append(sheet, _about(drawing, sheet, matrix, before, parts))
    heads = [*_WIDTHS, *bounds, *(column.title for column in columns)]
    needed = (STAGE,)
    drawing.append(sheet, [styles.header(sheet, title, needed=title in needed) for title in heads])
    for row in matrix.rows:
        cells = [styles.filled(sheet, TEXT, value) for value in row.written]
        words = row.asked.title or ("" if row.question[1] else WHOLE)
        cells.append(styles.text(sheet, PROSE.write(words), LABEL))
        cells.append(styles.filled(sheet, TIME, row.at))
        if scored:
            told = (getattr(row.asked, bound) for bound in BOUNDS.values())
            cells += [_bound(drawing, sheet, value) for value in told]
        cells += _bidder_cells(drawing, sheet, row, parts)
        drawing.append(sheet, cells)
    at = {part: number for number, part in enumerate(parts, before + 1)}
    for code in codes:
        _offer(drawing, sheet, matrix.rows, at[code, ANSWER_PART])
        _mark(sheet, at[code, ANSWER_PART], at[code, NOTE_PART], len(matrix.rows))


def _in_order(matrix: Matrix, codes: Sequence[str]) -> list[tuple[str, str]]:
    """The columns of the bidders, each by its code and what stands in it.

    A reason stands beside its verdict. Where everything is scored the scores stand side by side,
    as on the scorer's own sheet, which then is pasted as one block; reasons and times follow them.
    """
    if matrix.rows and all(row.asked.max_score for row in matrix.rows):
        return [(code, part) for part in PARTS for code in codes]
    return [(code, part) for code in codes for part in PARTS]


def _bidder_cells(
    drawing: Drawing, sheet: Any, row: MatrixRow, parts: Iterable[tuple[str, str]]
) -> Iterator[Any]:
    """The cells of a row below the heads of `parts`."""
    kinds = {ANSWER_PART: ANSWER, NOTE_PART: PROSE, AT_PART: TIME}
    for code, part in parts:
        said = row.cells.get(code, {})
        yield drawing.styles.filled(sheet, kinds[part], said.get(part), INPUT)


def _about(
    drawing: Drawing,
    sheet: Any,
    matrix: Matrix,
    before: int,
    parts: Sequence[tuple[str, str]],
) -> list[Any]:
    """The row above the heads: who decides and when; over each bidder its name."""
    styles, names = drawing.styles, dict(matrix.bidders)
    cells = [
        styles.text(sheet, BY, ABOUT),
        styles.filled(sheet, TEXT, matrix.by),
        styles.text(sheet, AT, ABOUT),
        styles.filled(sheet, TIME, matrix.at),
    ]
    for number, (code, part) in enumerate(parts):
        if part == ANSWER_PART and code in names:
            cells += [None] * (before + number - len(cells))
            cells.append(styles.text(sheet, PROSE.write(names[code]), OVER))
    return cells


def _bound(drawing: Drawing, sheet: Any, value: str | None) -> Any:
    """What the document says, as a number if it is one."""
    written: Any = "" if value is None else value
    try:
        written = NUMBER.write(value) if value is not None else None
    except ArithmeticError:
        written = value  # a fraction
    if isinstance(written, Decimal):
        return drawing.styles.filled(sheet, NUMBER, written, LABEL)
    return drawing.styles.text(sheet, written or "", LABEL)


def _offer(drawing: Drawing, sheet: Any, rows: Sequence[MatrixRow], column: int) -> None:
    """A drop-down of verdicts, and on rows of scores their bounds."""
    by_bound: dict[str | None, list[int]] = {}
    for number, row in enumerate(rows, _FIRST):
        by_bound.setdefault(row.asked.max_score, []).append(number)
    letter = column_letter(column)
    for highest, numbers in by_bound.items():
        if highest is None:
            offered = DataValidation("list", formula1=drawing.words.reference(ANSWER.terms))
            offered.errorTitle, offered.error = "Isian tidak dikenal", "Pilih salah satu."
        else:
            offered = DataValidation("decimal", operator="between", formula1="0", formula2=highest)
            offered.errorTitle = "Nilai di luar batas"
            offered.error = f"Nilai dari 0 sampai {highest.replace('.', ',')}."
        offered.allow_blank = offered.showErrorMessage = True
        for first, last in _runs(numbers):
            offered.add(f"{letter}{first}:{letter}{last}")
        sheet.data_validations.append(offered)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow each other, as the first and the last of each run.

    >>> [*_runs([5, 6, 8])]
    [(5, 6), (8, 8)]
    """
    first = last = numbers[0]
    for number in numbers[1:]:
        if number > last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _mark(sheet: Any, answered: int, reasoned: int, count: int) -> None:
    """Colour where the reason of a `tidak` lacks."""
    answer, reason = column_letter(answered), column_letter(reasoned)
    formula = f'AND(LEFT(${answer}{_FIRST},5)="tidak",LEN(TRIM(${reason}{_FIRST}))=0)'
    rule = FormulaRule([formula], fill=_LACKS)  # type: ignore[no-untyped-call]
    area = f"{reason}{_FIRST}:{reason}{HEADER_ROW + max(count, 1)}"
    sheet.conditional_formatting.add(area, rule)
