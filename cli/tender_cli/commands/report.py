"""`tender report`: the evaluation as one HTML file to look at."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import argument, command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.delivering import deliver
from tender_cli.endings import check_ending
from tender_cli.inputs import folder_of, repeat_of
from tender_cli.local_standards import law_of_package
from tender_cli.messages import language, say
from tender_cli.output import tell

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation
    from tender_rules import WhatIf

__all__ = ["report"]


@command("report")
@argument("path")
@option("--public", is_flag=True)
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
@option("--previous", metavar="OLD")
def report(path: str, public: bool, output: Path | None, previous: str | None) -> int:
    """Draw the evaluation; while acts are missing it says KONSEP."""
    check_ending(output, "html")
    from tender_desk.documents.report import report as drawn

    evaluation, before = repeat_of(path, previous, notices=not public)
    found = None if public else _turning(evaluation, path)
    made = drawn(evaluation, public=public, before=before, lang=language(), what_if=found)
    deliver(made, output)
    return exit_code(evaluation)


def _turning(evaluation: "Evaluation", path: str) -> "WhatIf | None":
    """What would change the result; where the program errs in that, it is told and left out."""
    from tender_desk.workbook.told.place_words import what_if_said
    from tender_rules import DisagreementError, flips

    law = law_of_package(evaluation.given, folder_of(path))
    try:
        found = flips(evaluation.given, law)
    except DisagreementError as error:
        tell(say("whatif.disagreement", where=error))
        return None
    return what_if_said(
        found, evaluation.basis, evaluation.basis.vocabulary("id"), law.declarations
    )
