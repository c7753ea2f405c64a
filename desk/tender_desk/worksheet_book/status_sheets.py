"""The sheet `Hasil Status` of one tender, and the workbook with a row for each of many."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from tender_desk.documents.status import Status, status_of
from tender_desk.documents.view import View
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet, Value, drawn
from tender_desk.worksheet_book.verdicts import INSIDE
from tender_engine.faults import Diagnostic

__all__ = ["StatusRow", "status_book", "status_sheet"]

_NAME = "Hasil Status"
_COLUMNS = (
    FoundColumn("Folder", 26),
    FoundColumn("Kode", 18),
    FoundColumn("Nama paket", 40),
    FoundColumn("Tahap", 26),
    FoundColumn("Yang ditunggu", 44),
    FoundColumn("Keraguan isian", 10),
    FoundColumn("Keraguan pada lembar", 44),
    FoundColumn("KONSEP karena", 44),
    FoundColumn("Hari berikut", 40),
    FoundColumn("Lembar usang", 24),
    FoundColumn("Kesalahan", 11),
    FoundColumn("Kesalahan pertama", 60),
)


@frozen
class StatusRow:
    """One tender of many: how far it is, or its first fault and of how many, `300+` the most.

    `stale` are sheets of the engine's in its workbook that were made from other inputs.
    """

    place: str
    status: Status | None = None
    fault: str = ""
    faults: str = "0"
    stale: tuple[str, ...] = ()


def status_sheet(view: View, doubted: Iterable[Diagnostic]) -> FoundSheet:
    """How far the tender of `view` is, of whose sheets this is `doubted`, one thing a row."""
    rows = tuple(_things(status_of(view.evaluation, "id", doubted=doubted, before=view.before)))
    columns = (FoundColumn("Hal", 22), FoundColumn("Keadaan", 110))
    return FoundSheet(_NAME, "Status tender ini", INSIDE, columns, rows)


def _things(status: Status) -> Iterator[tuple[str, str]]:
    yield "Tahap", status.stage
    yield from _each("Yang ditunggu", status.awaited)
    yield "Keraguan isian", status.doubts or "tidak ada"
    for text in status.doubted:
        yield "Keraguan pada lembar", text
    yield from _each("KONSEP karena", status.reasons)
    yield from _each("Hari berikut", status.days)


def _each(what: str, said: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in said or ("tidak ada",):
        yield what, text


def status_book(rows: Iterable[StatusRow]) -> bytes:
    """A workbook with a row for each tender and a column for each thing; the same, the same bytes.

    What is said of a tender is in the language that it was asked for in.
    """
    found = tuple(_row(row) for row in rows)
    about = f"{len(found)} tender"
    sheet = FoundSheet(_NAME, "Status tender", "", _COLUMNS, found, about)
    return drawn([sheet], [], [])


def _row(row: StatusRow) -> tuple[Value, ...]:
    status = row.status
    if status is None:
        blank = (None,) * (len(_COLUMNS) - 3)
        return (row.place, *blank, _number(row.faults), row.fault)
    return (
        row.place,
        status.code,
        status.title,
        status.stage,
        "\n".join(status.awaited),
        _number(status.doubts or "0"),
        "\n".join(status.doubted),
        "\n".join(status.reasons),
        "\n".join(status.days),
        ", ".join(row.stale),
        Decimal(0),
        "",
    )


def _number(count: str) -> Value:
    """How many there are as a number, or as a text where it is `300+`."""
    return Decimal(count) if count.isdigit() else count
