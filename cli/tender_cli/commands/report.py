"""`tender report`: the evaluation as one HTML file to look at."""

from pathlib import Path

import click

from tender_cli.command import command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.delivering import deliver
from tender_cli.endings import check_ending
from tender_cli.inputs import repeat_of
from tender_cli.messages import language

__all__ = ["report"]


@command("report")
@click.argument("path")
@option("--public", is_flag=True)
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
@option("--previous", metavar="OLD")
def report(path: str, public: bool, output: Path | None, previous: str | None) -> int:
    """Draw the evaluation; while acts are missing it says KONSEP."""
    check_ending(output, "html")
    from tender_desk.documents.report import report as drawn

    evaluation, before = repeat_of(path, previous)
    made = drawn(evaluation, public=public, before=before, lang=language())
    deliver(made, output)
    return exit_code(evaluation)
