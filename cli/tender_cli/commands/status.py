"""`tender status`: how far a tender is, or each of those in a folder."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from tender_cli.changes_screen import stale_in, tell_stale
from tender_cli.command import argument, command, option
from tender_cli.delivering import deliver
from tender_cli.endings import check_ending
from tender_cli.file_errors import unusable
from tender_cli.inputs import STDIN, held_against, judge, read, refused, repeats
from tender_cli.law_inputs import day_given
from tender_cli.messages import language, say
from tender_cli.output import tell
from tender_cli.progress import progress
from tender_cli.tables import page
from tender_cli.tenders_named import called, tenders_named

if TYPE_CHECKING:
    from tender_desk.documents.status import Status
    from tender_desk.file_reading import FileReading
    from tender_desk.worksheet_book.status_sheets import StatusRow
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic

__all__ = ["status"]

_NOT_ALL = 2


@command("status")
@argument("folder", default=".")
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
@option("--previous", metavar="OLD")
@option("--today", metavar="DATE", callback=day_given)
def status(folder: str, output: Path | None, previous: str | None, today: dt.date | None) -> int:
    """Tell how far one tender is, or a line for each in a folder: 0 once each has its line."""
    check_ending(output, "xlsx")
    if folder == previous == STDIN:
        raise click.UsageError(say("previous.one_stdin"))
    unread: list[OSError] = []
    places = tenders_named(folder, unread)
    alone = len(places) == 1 and not unread
    if previous is not None and not alone:
        raise click.UsageError(say("status.previous_of_one"))
    if alone and output is None:
        _show_one(str(places[0]), previous, today)
        return 0
    rows = _rows(places, folder, previous, today)
    if output is None:
        from tender_cli.status_screen import print_rows

        print_rows(rows, page())
    else:
        from tender_desk.worksheet_book.status_sheets import status_book

        deliver(status_book(rows), output)
    for error in unread:
        tell(unusable(error, error.filename).message)
    return _NOT_ALL if unread else 0


def _show_one(path: str, previous: str | None, today: dt.date | None) -> None:
    from tender_cli.status_screen import print_one

    reading = read(path, doubts=False)
    evaluation, diagnostics = judge(reading)
    tell_stale(reading)
    before = None
    if previous is not None:
        before, told = held_against(reading, evaluation, previous)
        diagnostics += told
    if evaluation is None or diagnostics:
        raise refused(diagnostics)
    print_one(evaluation, _status(reading, evaluation, today, before), page())


def _rows(
    places: Sequence[Path], folder: str, previous: str | None, today: dt.date | None
) -> "list[StatusRow]":
    """The row of each tender; a repeat is held against the package before it where that is there.

    That is the one named as `previous`, or else any of the others.
    """
    from tender_engine.formats.canonical import package_digest

    rows: list[StatusRow] = []
    known: dict[str, int] = {}
    repeating: dict[int, tuple[FileReading, Evaluation, str]] = {}
    with progress("reading.tenders") as show:
        for number, place in enumerate(places):
            row, found = _row(place, folder, today)
            if found is not None:
                reading, evaluation = found
                known[package_digest(evaluation.given)] = number
                if (before := evaluation.given.previous) is not None:
                    repeating[number] = (reading, evaluation, before.package)
            rows.append(row)
            if show:
                show(number + 1, len(places))
    beside = {
        number: known[digest] for number, (*_, digest) in repeating.items() if digest in known
    }
    for number, (reading, evaluation, _) in repeating.items():
        if previous or number in beside:
            old = Path(previous) if previous else places[beside[number]]
            rows[number] = _held(rows[number], reading, evaluation, old, today)
    for number, older in beside.items():
        rows[older] = _repeated(rows[older], rows[number].place)
    return rows


def _repeated(row: "StatusRow", place: str) -> "StatusRow":
    """The row of a tender whose repeat lies at `place`."""
    from tender_desk.documents.status import repeated_in

    return attrs.evolve(row, status=row.status and repeated_in(row.status, place, language()))


def _row(
    place: Path, folder: str, today: dt.date | None
) -> "tuple[StatusRow, tuple[FileReading, Evaluation] | None]":
    """The row of one tender, and what it tells of; whatever is wrong with it stops nothing."""
    from tender_desk.any_file import read_path
    from tender_desk.worksheet_book.status_sheets import StatusRow
    from tender_rules import national

    name = called(place, folder)
    try:
        reading = read_path(place, national())
        evaluation, told = judge(reading)
    except OSError as error:
        return StatusRow(name, fault=unusable(error, place).message, faults="1"), None
    if evaluation is None:
        return _faulty(name, told), None
    known = _status(reading, evaluation, today, None)
    return StatusRow(name, known, stale=stale_in(reading)), (reading, evaluation)


def _held(
    row: "StatusRow",
    reading: "FileReading",
    evaluation: "Evaluation",
    old: Path,
    today: dt.date | None,
) -> "StatusRow":
    """The row of a repeat that was held against the package at `old`."""
    from tender_desk.any_file import read_path
    from tender_rules import national

    before, told = repeats(reading, evaluation, read_path(old, national()))
    if before is None:
        return _faulty(row.place, told)
    return attrs.evolve(row, status=_status(reading, evaluation, today, before))


def _status(
    reading: "FileReading",
    evaluation: "Evaluation",
    today: dt.date | None,
    before: "Evaluation | None",
) -> "Status":
    from tender_desk.documents.status import status_of

    doubted = reading.doubted(language())
    return status_of(evaluation, language(), today, doubted=doubted, before=before)


def _faulty(name: str, told: "Sequence[Diagnostic]") -> "StatusRow":
    """The row of what has these faults: the first of them, and how many there are."""
    from tender_desk.worksheet_book.status_sheets import StatusRow
    from tender_engine.faults import TOLD

    first = attrs.evolve(told[0], file=Path(told[0].file).name)
    count = str(len(told)) if len(told) <= TOLD else f"{TOLD}+"
    return StatusRow(name, fault=str(first), faults=count)
