"""`tender check`: everything that is wrong with a package, or one line on what was read."""

from typing import TYPE_CHECKING

import click

from tender_cli.answers import check_dict
from tender_cli.attached_screen import show_attached, show_skipped
from tender_cli.changes_screen import tell_stale
from tender_cli.command import argument, command, option
from tender_cli.doubts_screen import show_doubts
from tender_cli.inputs import STDIN, held_against, judge, read, refused
from tender_cli.messages import say
from tender_cli.output import print_json
from tender_cli.tables import page

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation
    from tender_engine.model import Package

__all__ = ["check"]


@command("check")
@argument("path")
@option("--json", "as_json", is_flag=True)
@option("--previous", metavar="OLD")
def check(path: str, as_json: bool, previous: str | None) -> None:
    """Read a package, and tell every fault of it and how attached price schedules were read."""
    if path == previous == STDIN:
        raise click.UsageError(say("previous.one_stdin"))
    reading = read(path)
    evaluation, diagnostics = judge(reading)
    tell_stale(reading)
    before = None
    if previous is not None:
        before, told = held_against(reading, evaluation, previous)
        diagnostics += told
    if as_json:
        print_json(check_dict(reading, evaluation, diagnostics))
    else:
        show_skipped(reading.skipped)
        show_attached(reading)
        if evaluation is not None:
            show_doubts(reading, evaluation)
    if evaluation is None or diagnostics:
        raise refused(diagnostics)
    if not as_json:
        _tell_valid(reading.name, evaluation, before)


def _tell_valid(name: str, evaluation: "Evaluation", before: "Evaluation | None") -> None:
    """What was read, and of a repeat whether it was held against the package before."""
    package = evaluation.package
    read_of = say(
        "check.valid",
        file=name,
        code=package.tender.code,
        participants=len(package.participants),
        documents=_documents(package),
        lines=len(package.tender.hps.lines or ()),
        state=say(f"state.{evaluation.state}"),
    )
    screen = page()
    screen.line(read_of)
    if package.previous:
        from tender_cli.repeat_screen import repeat_lines

        for line in repeat_lines(evaluation, before):
            screen.line(line)


def _documents(package: "Package") -> str:
    """How many bids came in, and before them how many qualifications."""
    from tender_rules.procurement_kind import has_prakualifikasi

    handed_in = [who.submitted for who in package.participants]
    bids = say("check.bids", count=sum(when.penawaran is not None for when in handed_in))
    if not has_prakualifikasi(package.tender):
        return bids
    count = sum(when.kualifikasi is not None for when in handed_in)
    return f"{say('check.qualifications', count=count)}, {bids}"
