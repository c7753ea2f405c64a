"""The text of a table of CSV, and its records, each with the places of its cells."""

import csv
import io
import re
from collections.abc import Iterator

from attrs import frozen

from tender_engine.faults import Fault, Noted, Spot
from tender_engine.formats.reader import LARGEST

__all__ = ["Record", "decoded", "records"]

_MARK = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# No cell and no line is longer: a quotation mark that is not closed would swallow the rest.
_LONGEST_CELL, _LONGEST_LINE = 4_000, 100_000
# The table is held in memory: so many lines at most.
_MOST = 1_000_000
# What no text of a table has: control characters but tab and line ends.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@frozen
class Record:
    """A row of the file: the line on which it begins, its cells, and its text."""

    line: int
    cells: tuple[str, ...]
    text: str
    separator: str

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, both from 1, of the cell number `at`."""
        line, column = self.line, 1
        quoted, opens = False, True
        for sign in self.text:
            if at == 0:
                break
            at -= sign == self.separator and not quoted
            # A quotation mark opens a cell at its beginning, and again right after it closed it.
            if sign == '"' and (quoted or opens):
                quoted, opens = not quoted, quoted
            else:
                opens = sign == self.separator and not quoted
            line, column = (line + 1, 1) if sign == "\n" else (line, column + 1)
        return line, column


def decoded(data: bytes, noted: Noted) -> str:
    """The text of a file.

    Raises:
        TooManyFaultsError: it is too large or long, not UTF-8, or has signs that no text has.
    """
    if len(data) > LARGEST:
        _stop(noted, "BCH042", 1, 1, limit=str(LARGEST >> 20))
    if data.startswith(_UTF_16):
        _stop(noted, "BCH058", 1, 1)
    try:
        text = data.decode().removeprefix(_MARK)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix(_MARK)
        _stop(noted, "BCH041", *_place_after(before), found=f"{data[error.start]:02X}")
        raise
    if found := _CONTROL.search(text):
        sign = f"U+{ord(found.group()):04X}"
        _stop(noted, "BCH043", *_place_after(text[: found.start()]), found=sign)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > _MOST:
        _stop(noted, "BCH056", _MOST + 1, 1, most=f"{_MOST:,}".replace(",", "."))
    return text


def records(text: str, separator: str, noted: Noted) -> Iterator[Record]:
    """The rows of a text that are not blank, each with its lines.

    Raises:
        TooManyFaultsError: a quotation mark stands where none can, or is never closed, or a line
            or cell is too long.
    """
    kept: list[str] = []

    def lines() -> Iterator[str]:
        for number, line in enumerate(io.StringIO(text), 1):
            if len(line) > _LONGEST_LINE:
                _stop(noted, "BCH049", number, 1, limit=f"{_LONGEST_LINE}")
            kept.append(line)
            yield line

    begun = 1
    reader = csv.reader(lines(), delimiter=separator, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            _stop(noted, "BCH048", begun, 1)
        if cells is None:
            return
        raw = "".join(kept)
        kept.clear()
        record = Record(begun, tuple(cells), raw, separator)
        begun = reader.line_num + 1
        for at, cell in enumerate(cells):
            if len(cell) > _LONGEST_CELL:
                _stop(noted, "BCH049", *record.place(at), limit=str(_LONGEST_CELL))
        if any(cell.strip() for cell in cells):
            yield record


def _place_after(text: str) -> tuple[int, int]:
    """Line and column of what stands right behind a text."""
    lines = re.split("\r\n|\r|\n", text)
    return len(lines), len(lines[-1]) + 1


def _stop(noted: Noted, code: str, line: int, column: int, /, **params: str) -> None:
    noted.stop(Fault(code, (), params, spot=Spot(line=line, column=column, order=(line, column))))
