"""A table of what was published of tenders, read strictly from CSV: rows, or all that is wrong."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from tender_desk.batch.jobs import REFUSED
from tender_desk.batch.published_cells import CellError, Cells, PublishedRow
from tender_desk.batch.published_text import Record, decoded, records
from tender_desk.batch.rows import SUMMARY
from tender_desk.batch.telling import BATCH_TEXTS
from tender_engine.declared import Declarations
from tender_engine.faults import Diagnostic, Fault, Noted, Spot, TooManyFaultsError
from tender_engine.formats.fault_texts import PACKAGE_TEXTS, diagnose
from tender_engine.formats.positions import TextPlaces
from tender_engine.formats.reader import content
from tender_engine.formats.suggesting import suggest

__all__ = ["COLUMNS", "Published", "PublishedError", "published_in", "read_published"]

# The columns that there may be, and those that there have to be.
COLUMNS = ("code", "result", "winner", "winner_npwp", "price", "ground")
_NEEDED = COLUMNS[:3]
_SEPARATORS = (",", ";")
# What a summary of ours has as well: the rows of a run may be held against those of an earlier one.
_OURS = frozenset({"n", "source", "state"})
# With more columns it is another table, and nobody wants each of them told.
_MOST_COLUMNS = 50


class PublishedError(Exception):
    """A table that cannot be used; `diagnostics` say everything that is wrong with it."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__(*map(str, diagnostics))


@frozen
class Published:
    """What was published, by the code of the tender, and with which bytes.

    Attributes:
        name: the file as it is shown.
        rows: by code, the rows that have it, in the order of the table.
        digest: of the bytes of the file.
    """

    name: str
    rows: Mapping[str, Sequence[PublishedRow]] = field(repr=False)
    digest: str = ""

    def __iter__(self) -> Iterator[PublishedRow]:
        """All rows in the order of the table."""
        return iter(sorted((row for of in self.rows.values() for row in of), key=_line))


def _line(row: PublishedRow) -> int:
    return row.line


def published_in(file: Path, declared: Declarations, lang: str = "id") -> Published:
    """The table in a file.

    Raises:
        OSError: it cannot be read.
        PublishedError: it is no such table.
    """
    return read_published(content(file), str(file), declared, lang)


def read_published(data: bytes, name: str, declared: Declarations, lang: str = "id") -> Published:
    """The table that these bytes are: UTF-8, parted by commas or semicolons, under its titles.

    Args:
        data: the bytes of the file.
        name: how faults name it.
        declared: whose grounds may be named.
        lang: in which language faults are told, `id` or `en`.

    Raises:
        PublishedError: there is something wrong with it.
    """
    noted = Noted()
    rows: dict[str, list[PublishedRow]] = {}
    try:
        for row in _rows(data, declared, noted):
            rows.setdefault(row.code, []).append(row)
    except TooManyFaultsError:
        pass
    if noted:
        texts = {**PACKAGE_TEXTS, **BATCH_TEXTS}
        raise PublishedError(diagnose(noted.whole(), TextPlaces(), name, lang, texts))
    return Published(name, rows, f"sha256:{hashlib.sha256(data).hexdigest()}")


def _rows(data: bytes, declared: Declarations, noted: Noted) -> Iterator[PublishedRow]:
    """The rows that can be read; what is wrong is noted.

    Raises:
        TooManyFaultsError: nothing further can be read.
    """
    text = decoded(data, noted)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    found = records(text, separator, noted)
    if (head := next(found, None)) is None:
        noted.stop(_fault("BCH044", 1, 1, columns=", ".join(COLUMNS)))
        return
    columns, cells = _columns(head, noted), Cells(declared)
    own = columns if _OURS.issubset(columns) else ()
    read = cells.read_own if own else cells.read
    for record in found:
        if own and _says_nothing(dict(zip(own, record.cells, strict=False))):
            continue
        if (row := _row(record, columns, read, noted)) is not None:
            yield row


def _says_nothing(cells: Mapping[str, str]) -> bool:
    """Whether a row of a summary of ours is of a package that was refused, or of a table."""
    return cells.get("state") in ("", REFUSED) or not cells.get("code")


def _columns(head: Record, noted: Noted) -> tuple[str, ...]:
    """The titles of the columns, however they are spaced and written large.

    Raises:
        TooManyFaultsError: they are not those of such a table.
    """
    if len(head.cells) > _MOST_COLUMNS:
        sizes = {"found": str(len(head.cells)), "columns": ", ".join(COLUMNS)}
        noted.stop(_fault("BCH060", head.line, 1, **sizes))
    titles = tuple(" ".join(cell.split()).casefold().replace(" ", "_") for cell in head.cells)
    known = {*COLUMNS, *SUMMARY} if _OURS.issubset(titles) else {*COLUMNS}
    for at, title in enumerate(titles):
        shown = {"column": head.cells[at].strip()[:40]}
        if title in titles[:at]:
            noted.append(_fault("BCH046", *head.place(at), **shown))
        elif title not in known:
            noted.append(_fault("BCH057", *head.place(at), **shown, known=suggest(title, COLUMNS)))
    for title in _NEEDED:
        if title not in titles:
            noted.append(_fault("BCH045", head.line, 1, column=title, columns=", ".join(COLUMNS)))
    if noted:
        raise TooManyFaultsError
    return titles


def _row(
    record: Record,
    columns: tuple[str, ...],
    read: Callable[[Mapping[str, str]], Iterator[tuple[str, Any]]],
    noted: Noted,
) -> PublishedRow | None:
    """A row of the table; `None` where something in it is wrong."""
    if len(record.cells) != len(columns):
        sizes = {"found": str(len(record.cells)), "expected": str(len(columns))}
        at = len(columns) if len(record.cells) > len(columns) else 0
        _note(noted, "BCH047", record, at, **sizes)
        return None
    values: dict[str, Any] = {}
    whole = True
    for column, value in read(dict(zip(columns, record.cells, strict=True))):
        if isinstance(value, CellError):
            whole = False
            _note(noted, value.code, record, columns.index(column), **value.params)
        else:
            values[column] = value
    return PublishedRow(record.line, **values) if whole else None


def _note(noted: Noted, code: str, record: Record, at: int, /, **params: str) -> None:
    """Note what is wrong at the cell number `at` of a row; its place is sought if it is told."""
    if noted.full:
        noted.skip()
    else:
        noted.append(_fault(code, *record.place(at), **params))


def _fault(code: str, line: int, column: int, /, **params: str) -> Fault:
    return Fault(code, (), params, spot=Spot(line=line, column=column, order=(line, column)))
