"""`tender worksheet`: the panel's workbook, with what the engine found beside what was given."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.changes_screen import ask_about, tell_changes
from tender_cli.command import argument, command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.delivering import deliver
from tender_cli.dossier import dossier_at, replaced
from tender_cli.endings import check_ending
from tender_cli.inputs import STDIN, held_against, judge, read, refused
from tender_cli.law_inputs import moment_given
from tender_cli.local_standards import law_under
from tender_cli.messages import language, say
from tender_cli.output import tell

if TYPE_CHECKING:
    from tender_desk.worksheet_book import Refreshed

__all__ = ["worksheet"]


@command("worksheet")
@argument("path")
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
@option("--previous", metavar="OLD")
@option("--at", metavar="TIME", callback=moment_given, told="at_time")
def worksheet(path: str, output: Path | None, previous: str | None, at: dt.datetime | None) -> int:
    """Refresh the workbook of a package, or write one, with what was found."""
    place = dossier_at(path) if output is None else None
    check_ending(output, "xlsx")
    if path == previous == STDIN:
        raise click.UsageError(say("previous.one_stdin"))
    reading = read(path)
    in_place = place is not None and reading.workbook is not None
    if output is None and not in_place and reading.package is not None:
        raise click.UsageError(say("worksheet.where"))  # JSON, or a workbook by another ending
    evaluation, diagnostics = judge(reading)
    before = None
    if previous is not None:
        before, told = held_against(reading, evaluation, previous)
        diagnostics += told
    if evaluation is None or diagnostics:
        raise refused(diagnostics)
    from tender_desk.worksheet_book import refreshed
    from tender_engine.faults import PackageRefusedError

    try:
        at = at or dt.datetime.now().astimezone()
        made = refreshed(evaluation, reading, law_under(evaluation), at, before)
    except PackageRefusedError as error:
        raise refused(reading.diagnose(error.faults, language())) from error
    if reading.workbook is not None:
        tell_changes(made.changes)
    if place is not None and reading.workbook is not None:
        _refresh(place, reading.workbook, made, at)
    else:
        deliver(made.data, output)
        tell(say("worksheet.name_it", path=output))
    return exit_code(evaluation)


def _refresh(place: Path, seen: bytes, made: "Refreshed", at: dt.datetime) -> None:
    """Put what was made into the place of what was `seen` there, unless that says the same."""
    if made.data == seen:
        tell(say("worksheet.same", path=place))
        return
    ask_about(made.changes)
    aside = replaced(place, made.data, seen, at)
    tell(say("worksheet.refreshed", path=place, aside=aside))
