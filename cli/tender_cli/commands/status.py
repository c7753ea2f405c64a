"""`tender status`: how far a tender is, or each of those in a folder."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from tender_cli.changes_screen import stale_in, tell_stale
from tender_cli.command import argument, command, option
from tender_cli.delivering import deliver
from tender_cli.endings import check_ending
from tender_cli.file_errors import unusable
from tender_cli.inputs import judge, read, refused
from tender_cli.law_inputs import day_given
from tender_cli.messages import language
from tender_cli.output import tell
from tender_cli.progress import progress
from tender_cli.tables import page
from tender_cli.tenders_named import called, tenders_named

if TYPE_CHECKING:
    from tender_desk.worksheet_book.status_sheets import StatusRow

__all__ = ["status"]

_NOT_ALL = 2


@command("status")
@argument("folder", default=".")
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
@option("--today", metavar="DATE", callback=day_given)
def status(folder: str, output: Path | None, today: dt.date | None) -> int:
    """Tell how far one tender is, or a line for each in a folder: 0 once each has its line."""
    check_ending(output, "xlsx")
    unread: list[OSError] = []
    places = tenders_named(folder, unread)
    if len(places) == 1 and not unread and output is None:
        _show_one(str(places[0]), today)
        return 0
    rows = []
    with progress("reading.tenders") as show:
        for number, place in enumerate(places, 1):
            rows.append(_row(place, folder, today))
            if show:
                show(number, len(places))
    if output is None:
        from tender_cli.status_screen import print_rows

        print_rows(rows, page())
    else:
        from tender_desk.worksheet_book.status_sheets import status_book

        deliver(status_book(rows), output)
    for error in unread:
        tell(unusable(error, error.filename).message)
    return _NOT_ALL if unread else 0


def _show_one(path: str, today: dt.date | None) -> None:
    from tender_cli.status_screen import print_one

    reading = read(path)
    evaluation, diagnostics = judge(reading)
    tell_stale(reading)
    if evaluation is None:
        raise refused(diagnostics)
    print_one(evaluation, today, page())


def _row(place: Path, folder: str, today: dt.date | None) -> "StatusRow":
    """The row of one tender; whatever is wrong with it stops nothing."""
    from tender_desk.any_file import read_path
    from tender_desk.documents.status import status_of
    from tender_desk.worksheet_book.status_sheets import StatusRow
    from tender_engine.faults import TOLD
    from tender_rules import national

    name = called(place, folder)
    try:
        reading = read_path(place, national())
        evaluation, told = judge(reading)
        if evaluation is not None:
            known = status_of(evaluation, language(), today)
            return StatusRow(name, known, stale=stale_in(reading))
        first = attrs.evolve(told[0], file=Path(told[0].file).name)
        count = str(len(told)) if len(told) <= TOLD else f"{TOLD}+"
        return StatusRow(name, fault=str(first), faults=count)
    except OSError as error:
        return StatusRow(name, fault=unusable(error, place).message, faults="1")
