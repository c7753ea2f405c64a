"""`tender import`: what SPSE shows beside a package or filled into it, and a release of OCDS."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tender_cli.command import Group, argument, command, option
from tender_cli.commands.import_ocds import ocds
from tender_cli.dossier import dossier_at, replaced
from tender_cli.endings import format_of
from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import STDIN, as_diagnostics, evaluated, refused
from tender_cli.messages import say
from tender_cli.output import print_json, tell, write_new
from tender_cli.tables import page

if TYPE_CHECKING:
    from tender_cli.spse_source import Source
    from tender_desk.spse.filling import Filled
    from tender_desk.spse.page_values import SpseReading

__all__ = ["import_"]


import_ = Group("import")


@command("spse")
@argument("path", metavar="PATH")
@argument("files", metavar="FILE...", nargs=-1, required=True)
@option("--fill", "out", metavar="OUT", type=click.Path(path_type=Path))
@option("--json", "as_json", is_flag=True)
def spse(path: str, files: tuple[str, ...], out: Path | None, as_json: bool) -> None:
    """Compare SPSE's tables with a package, or fill what it lacks into a new one."""
    if (path, *files).count(STDIN) > 1:
        raise click.UsageError(say("spse.one_stdin"))
    format_of(out, None, ("json", "xlsx"))
    readings = _understood(files, as_json=as_json)
    if out is not None:
        _fill(path, readings, out, as_json=as_json)
        return
    evaluation = evaluated(path, as_json=as_json)
    from tender_desk.spse.comparing import compare_spse

    found = compare_spse(evaluation, readings)
    if as_json:
        from tender_cli.spse_json import spse_dict

        print_json(spse_dict(found, evaluation, readings))
        return
    from tender_cli.spse_screen import print_spse

    print_spse(found, evaluation, readings, page())


import_.add_command(spse)
import_.add_command(ocds)


def _understood(files: tuple[str, ...], *, as_json: bool) -> "list[SpseReading]":
    """What was read of each file.

    Raises:
        UnusableError: a file is not there, or cannot be read.
        InvalidPackageError: of a file nothing can be used; all such are told.
    """
    from tender_cli.messages import language

    readings = [_page_read(file) for file in files]
    bad = [told for x in readings if x.refused for told in x.diagnose(language())]
    if bad:
        if as_json:
            print_json({"diagnostics": as_diagnostics(bad)})
        raise refused(bad)
    return readings


def _page_read(file: str) -> "SpseReading":
    from tender_desk.spse.page_reading import LARGEST, read_spse

    if file == STDIN:
        return read_spse(sys.stdin.buffer.read(LARGEST + 1), "<stdin>")
    try:
        with Path(file).open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unusable(error, file) from error
    return read_spse(data, file)


def _fill(path: str, readings: "list[SpseReading]", out: Path, *, as_json: bool) -> None:
    from tender_cli.spse_source import book_of, source_of, written
    from tender_desk.spse.filling import NotFillableError, fill_from_spse

    source = source_of(path, out, as_json=as_json)
    try:
        value, told = fill_from_spse(source.value, *readings)
    except NotFillableError as error:
        raise UnusableError(say("spse.not_fillable", path=path)) from error
    done, made, aside = any(one.done for one in told), None, None
    if done:
        made = written(source, value, out, as_json=as_json)
        aside = _put(made, out, source)
    if as_json:
        _filled_as_json(told, readings, out if done else None)
    else:
        from tender_cli.spse_screen import print_filled

        print_filled(told, readings, value, book_of(source, made), page())
        where = say("worksheet.refreshed", path=out, aside=aside) if aside else ""
        where = where or say("file.written", path=out)
        tell(where if done else say("spse.nothing_filled"))


def _put(made: str | bytes, out: Path, source: "Source") -> Path | None:
    """Write what was made; into the very workbook that was filled as a refresh would.

    Returns:
        The copy of what that workbook held.

    Raises:
        UnusableError: something else stands there, or it cannot be written.
    """
    seen = source.reading.workbook
    try:
        if seen is not None and isinstance(made, bytes) and _is_source(out, source):
            if (place := dossier_at(str(out))) is None:
                raise click.UsageError(say("worksheet.where"))
            return replaced(place, made, seen, dt.datetime.now().astimezone())
        if not write_new(out, made):
            raise UnusableError(say("file.exists", path=out))
    except OSError as error:
        raise unusable(error, out) from error
    return None


def _is_source(out: Path, source: "Source") -> bool:
    """Whether a file is the one that was read."""
    given = Path(source.reading.name)
    return out.exists() and given.exists() and out.samefile(given)


def _filled_as_json(
    told: "tuple[Filled, ...]", readings: "list[SpseReading]", out: Path | None
) -> None:
    from tender_cli.spse_json import remarks_of
    from tender_engine.faults import show

    rows: list[dict[str, Any]] = [
        {"code": x.code, "path": show(x.path), "who": x.who, "done": x.done} for x in told
    ]
    print_json(
        {
            "written": None if out is None else str(out),
            "filled": [row for row in rows if row["done"]],
            "left": [row for row in rows if not row["done"]],
            "not_understood": remarks_of(readings),
        }
    )
