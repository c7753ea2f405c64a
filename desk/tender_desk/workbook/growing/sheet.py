"""One sheet of cells as XML: what stands where, and cells put beside what is there."""

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from string import digits
from typing import Any

from attrs import frozen

from tender_desk.ooxml.addresses import cell_name, column_number
from tender_desk.workbook.growing.container import MAIN, parsed, refusal, serialised
from tender_engine.formats.signs import without_unseen

__all__ = ["SheetXml", "TextAt", "says"]

_ROW, _CELL = f"{{{MAIN}}}row", f"{{{MAIN}}}c"
_FORMULA, _VALUE, _INLINE = f"{{{MAIN}}}f", f"{{{MAIN}}}v", f"{{{MAIN}}}is"
_SAYING = (_FORMULA, _VALUE, _INLINE)
_HEIGHT = "ht"
_LETTERS = re.compile("[A-Z]+")
# What may stand between the properties of a sheet and the widths of its columns.
_BEFORE_WIDTHS = ("sheetFormatPr", "sheetViews", "dimension", "sheetPr")
# What may stand between the cells of a sheet and what may be chosen in them, the last first.
_HIDDEN_WIDTH = 24.0
_BEFORE_VALIDATIONS = (
    *("conditionalFormatting", "phoneticPr", "mergeCells", "customSheetViews", "dataConsolidate"),
    *("sortState", "autoFilter", "scenarios", "protectedRanges", "sheetProtection"),
    *("sheetCalcPr", "sheetData"),
)


@frozen
class TextAt:
    """What a cell says as a text, and in which column."""

    column: int
    value: str


class SheetXml:
    """A sheet; `shared` gives the texts that cells name by a number."""

    def __init__(self, xml: bytes, shared: Callable[[int], str]) -> None:
        self._root, self._shared = parsed(xml), shared
        self._data = self._root.find(f"{{{MAIN}}}sheetData")
        if self._data is None:
            raise refusal("XLS091")

    def cells(self) -> Iterator[tuple[int, int, Any]]:
        """Row, column and element of every cell."""
        for number, row in self._rows():
            for column, cell in _columns(row):
                yield number, column, cell

    def texts(self, last: int) -> list[tuple[int, list[TextAt]]]:
        """What the rows up to `last` say, as the reader of workbooks looks at heads."""
        found = []
        for number, row in self._rows():
            if number > last:
                break
            said = [TextAt(column, self.text(cell)) for column, cell in _columns(row)]
            found.append((number, [text for text in said if text.value]))
        return found

    def last_column(self) -> int:
        """The last column in which there is a cell, be it an empty one with a format."""
        return max((_last(row) for _, row in self._rows()), default=0)

    def last_row(self) -> int:
        """The last row in which anything stands; 0 where none does."""
        return max((number for number, _, cell in self.cells() if says(cell)), default=0)

    def validations(self) -> list[Any]:
        """The drop-downs and bounds of its cells."""
        return list(self._root.iterfind(f"{{{MAIN}}}dataValidations/{{{MAIN}}}dataValidation"))

    def offered(self) -> list[Any]:
        """The same, and those in an extension of the sheet, in which Excel keeps some."""
        return list(self._root.iter("{*}dataValidation"))

    def validate(self, validations: Iterable[Any]) -> None:
        """Add drop-downs and bounds to those that are there."""
        new = [*validations]
        known = self._root.find(f"{{{MAIN}}}dataValidations")
        if known is None and new:
            known = self._root.makeelement(f"{{{MAIN}}}dataValidations")
            before = (self._root.findall(f"{{{MAIN}}}{name}") for name in _BEFORE_VALIDATIONS)
            next(found[-1] for found in before if found).addnext(known)
        if known is not None:
            known.extend(new)
            known.set("count", str(len(known)))

    def begins_below(self, row: int) -> bool:
        """Whether anything stands below `row`."""
        return any(number > row and says(cell) for number, _, cell in self.cells())

    def clear(self, columns: Iterable[int], first: int) -> bool:
        """Take the cells of `columns` out from row `first` on; whether a formula was among them."""
        gone, formula = set(columns), False
        for number, column, cell in list(self.cells()):
            if column in gone and number >= first:
                formula = formula or cell.find(_FORMULA) is not None
                cell.getparent().remove(cell)
        return formula

    def put(self, cells: Iterable[tuple[int, int, Any]], *, keep_style: bool = False) -> None:
        """Put copies of cells in their places; with `keep_style` a cell that is there lends its.

        A row whose height nobody chose becomes as high as the one that its cells come from.
        """
        rows = dict(self._rows())
        for number, column, cell in cells:
            row = rows.get(number)
            if row is None:
                row = rows[number] = self._row(number)
            row.attrib.pop("spans", None)
            _heighten(row, cell.getparent())
            new = copy.deepcopy(cell)
            new.set("r", cell_name(number, column))
            _insert(row, column, new, keep_style=keep_style)
        self._stretch()

    def compute(self, row: int, column: int, formula: str, shown: str) -> None:
        """Let a cell that is there compute a text, which is `shown` until it is computed."""
        cell = next(cell for at, of, cell in self.cells() if (at, of) == (row, column))
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "str")
        for tag, text in ((_FORMULA, formula), (_VALUE, shown)):
            child = cell.makeelement(tag)
            child.text = text
            cell.append(child)

    def say(self, row: int, column: int, text: str) -> None:
        """Let a cell say a text, and look as it did."""
        cell = self._data.makeelement(_CELL, t="inlineStr")
        said = cell.makeelement(f"{{{MAIN}}}t")
        said.text = text
        cell.append(cell.makeelement(_INLINE))
        cell[0].append(said)
        self.put([(row, column, cell)], keep_style=True)

    def styled(self, number: Callable[[str], str]) -> None:
        """Let every cell, and every column for its empty ones, name its style by another number."""
        named = [(cell, "s") for _, _, cell in self.cells()]
        named += [(column, "style") for column in self._root.iterfind(f"{{{MAIN}}}cols/*")]
        for element, name in named:
            if style := element.get(name):
                element.set(name, number(style))

    def ruled(self, number: Callable[[str], str]) -> None:
        """Let every rule of how cells look name its look by another number."""
        for rule in self._root.iter(f"{{{MAIN}}}cfRule"):
            if look := rule.get("dxfId"):
                rule.set("dxfId", number(look))

    def widen(self, widths: dict[int, float]) -> None:
        """Give columns a width that have none."""
        columns = self._root.find(f"{{{MAIN}}}cols")
        if columns is None:
            columns = self._root.makeelement(f"{{{MAIN}}}cols")
            self._data.addprevious(columns)
            for name in _BEFORE_WIDTHS:
                if (before := self._root.find(f"{{{MAIN}}}{name}")) is not None:
                    before.addnext(columns)
                    break
        for number, width in widths.items():
            known = [(int(c.get("min")), int(c.get("max")), c) for c in columns]
            if any(first <= number <= last for first, last, _ in known):
                continue
            new = columns.makeelement(f"{{{MAIN}}}col", min=str(number), max=str(number))
            new.set("width", str(width))
            new.set("customWidth", "1")
            columns.insert(sum(last < number for _, last, _ in known), new)

    def hide(self, column: int) -> bool:
        """Hide a column for itself alone; whether it was shown."""
        self.widen({column: _HIDDEN_WIDTH})
        columns = self._root.find(f"{{{MAIN}}}cols")
        old = next(c for c in columns if int(c.get("min")) <= column <= int(c.get("max")))
        if old.get("hidden") in ("1", "true"):
            return False
        first, last = int(old.get("min")), int(old.get("max"))
        for start, end in ((first, column - 1), (column, column), (column + 1, last)):
            if start <= end:
                part = copy.deepcopy(old)
                part.set("min", str(start))
                part.set("max", str(end))
                if start == column == end:
                    part.set("hidden", "1")
                old.addprevious(part)
        columns.remove(old)
        return True

    def xml(self) -> bytes:
        """The part."""
        return serialised(self._root)

    def _rows(self) -> Iterator[tuple[int, Any]]:
        number = 0
        for row in self._data.iterchildren(_ROW):
            number = int(row.get("r", number + 1))
            yield number, row

    def _row(self, number: int) -> Any:
        new = self._data.makeelement(_ROW, r=str(number))
        after = [row for known, row in self._rows() if known < number]
        if after:
            after[-1].addnext(new)
        else:
            self._data.insert(0, new)
        return new

    def text(self, cell: Any) -> str:
        """What a cell says, as it is seen; of a number the digits, as they stand in the file."""
        kind, value = cell.get("t"), cell.findtext(_VALUE) or ""
        if kind == "inlineStr":
            value = "".join(text.text or "" for text in cell.iter(f"{{{MAIN}}}t"))
        elif kind == "s" and value.isdecimal():
            value = self._shared(int(value))
        return without_unseen(value)

    def _stretch(self) -> None:
        """Let the sheet's own word on its size hold what was added."""
        size = self._root.find(f"{{{MAIN}}}dimension")
        if size is not None:
            last = max((number for number, _ in self._rows()), default=1)
            size.set("ref", f"A1:{cell_name(last, max(self.last_column(), 1))}")


@lru_cache(256)
def _number(letters: str) -> int:
    """The number of a column; 0 where a cell does not say it, and stands behind the one before."""
    return column_number(letters) if _LETTERS.fullmatch(letters) else 0


def _heighten(row: Any, model: Any) -> None:
    """Let a row be as high as `model`, unless it is higher or somebody chose how high it is."""
    if model is None or row.get("customHeight") in ("1", "true"):
        return
    if float(model.get(_HEIGHT, "0")) > float(row.get(_HEIGHT, "0")):
        row.set(_HEIGHT, model.get(_HEIGHT))


def _columns(row: Any) -> Iterator[tuple[int, Any]]:
    column = 0
    for cell in row.iterchildren(_CELL):
        column = _number(cell.get("r", "").rstrip(digits)) or column + 1
        yield column, cell


def _last(row: Any) -> int:
    """The column of the last cell of a row; 0 where it has none."""
    cell = next(row.iterchildren(_CELL, reversed=True), None)
    if cell is not None and (column := _number(cell.get("r", "").rstrip(digits))):
        return column
    return max((column for column, _ in _columns(row)), default=0)


def says(cell: Any) -> bool:
    """Whether anything stands in a cell, be it a formula or an empty text."""
    return any(child.tag in _SAYING for child in cell)


def _insert(row: Any, column: int, new: Any, *, keep_style: bool) -> None:
    """Put a cell into its row, in place of one that is there."""
    last = next(row.iterchildren(_CELL, reversed=True), None)
    if last is None or _last(row) < column:
        row.insert(0 if last is None else row.index(last) + 1, new)
        return
    for known, cell in _columns(row):
        if known == column:
            if keep_style and cell.get("s"):
                new.set("s", cell.get("s"))
            row.replace(cell, new)
            return
        if known > column:
            cell.addprevious(new)
            return
    row.append(new)
