"""What was typed into a workbook since its last refresh: told, asked about, and not shown yet."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from tender_cli.messages import say
from tender_cli.output import tell

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading
    from tender_desk.workbook.since_refresh.state_changes import SheetChange

__all__ = ["UnansweredError", "ask_about", "stale_in", "tell_changes", "tell_stale"]

# So many rows are named.
_NAMED = 12
_YES = ("ya", "y", "yes")


class UnansweredError(click.ClickException):
    """Nobody said that a column was meant to be as it stands; nothing was written."""

    exit_code = 1


def tell_changes(changes: "Sequence[SheetChange] | None") -> None:
    """A line for each sheet, and one for each column whose values stood elsewhere."""
    if changes is None:
        tell(say("worksheet.first"))
        return
    for change in changes:
        key = "worksheet.uncounted" if change.cells is None else "worksheet.typed"
        tell(say(key, sheet=change.sheet, cells=change.cells))
    if not changes:
        tell(say("worksheet.nothing_typed"))
    for line in _exchanges(changes):
        tell(line)


def ask_about(changes: "Sequence[SheetChange] | None") -> None:
    """Ask whether values that stood elsewhere were meant to be moved; only `ya` goes on.

    Raises:
        UnansweredError: they were not, or nobody answered.
    """
    if changes is None or not [*_exchanges(changes)]:
        return
    try:
        said = click.prompt(say("worksheet.ask"), default="", show_default=False, err=True)
    except click.Abort:
        said = ""
    if said.strip().casefold() not in _YES:
        raise UnansweredError(say("worksheet.unanswered"))


def stale_in(reading: "FileReading") -> tuple[str, ...]:
    """The sheets of the engine's that were made from another state of what is typed."""
    if reading.workbook is None or reading.package is None:
        return ()
    from tender_desk.workbook.since_refresh.staleness import stale_sheets

    return stale_sheets(reading.workbook, reading.package)


def tell_stale(reading: "FileReading") -> None:
    """Name those sheets."""
    if stale := stale_in(reading):
        tell(say("worksheet.stale", path=reading.name, sheets=", ".join(stale)))


def _exchanges(changes: "Sequence[SheetChange]") -> Iterator[str]:
    for change in changes:
        if change.changed_hands:
            yield say("worksheet.changed_hands", sheet=change.sheet)
        if change.heads:
            yield say("worksheet.heads", sheet=change.sheet, columns="; ".join(change.heads))
        asked = [("worksheet.exchanged", one) for one in change.exchanged]
        asked += [("worksheet.moved", one) for one in change.moved]
        asked += [("worksheet.pulled", one) for one in change.pulled]
        for key, one in asked:
            rows = ", ".join(map(str, one.rows[:_NAMED]))
            more = ", …" if len(one.rows) > _NAMED else ""
            yield say(
                key,
                sheet=change.sheet,
                column=one.column,
                count=len(one.rows),
                rows=f"{rows}{more}",
            )
