"""`tender worksheet`: the kertas kerja, the panel's workbook with what the engine found."""

from pathlib import Path

import click

from tender_cli.command import command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.delivering import deliver
from tender_cli.endings import check_ending
from tender_cli.inputs import folder_of, judge, read, refused
from tender_cli.messages import language, say
from tender_cli.output import tell

__all__ = ["worksheet"]

_NAME = "kertas-kerja.xlsx"


@command("worksheet")
@click.argument("path")
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
def worksheet(path: str, output: Path | None) -> int:
    """Write the workbook of a package with what was found beside what was given."""
    output = output or _beside(path)
    check_ending(output, "xlsx")
    reading = read(path)
    evaluation, diagnostics = judge(reading)
    if evaluation is None:
        raise refused(diagnostics)
    from tender_desk.worksheet_book import worksheet as made
    from tender_engine.faults import PackageRefusedError
    from tender_rules import national

    try:
        data = made(evaluation, reading, national())
    except PackageRefusedError as error:
        raise refused(reading.diagnose(error.faults, language())) from error
    deliver(data, output)
    tell(say("worksheet.name_it", path=output))
    return exit_code(evaluation)


def _beside(path: str) -> Path:
    """The file beside the package where no other is asked for."""
    folder = folder_of(path)
    if folder is None:
        raise click.UsageError(say("worksheet.where"))
    return folder / _NAME
