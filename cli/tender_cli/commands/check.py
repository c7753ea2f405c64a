"""`tender check`: everything that is wrong with a package, or one line on what was read."""

from typing import TYPE_CHECKING

import click

from tender_cli.attached_screen import (
    attached_json,
    show_attached,
    show_skipped,
    skipped_json,
)
from tender_cli.command import command, option
from tender_cli.doubts_screen import doubts_json, show_doubts
from tender_cli.inputs import as_diagnostics, judge, read, refused
from tender_cli.messages import say
from tender_cli.output import clean, print_json, print_text

if TYPE_CHECKING:
    from tender_engine.model import Package

__all__ = ["check"]


@command("check")
@click.argument("path")
@option("--json", "as_json", is_flag=True)
def check(path: str, as_json: bool) -> None:
    """Read a package, and tell every fault of it and how attached price schedules were read."""
    reading = read(path)
    evaluation, diagnostics = judge(reading)
    if as_json:
        state = None if evaluation is None else evaluation.state
        answer = {"diagnostics": as_diagnostics(diagnostics), "state": state}
        if reading.attached:
            answer["attached"] = attached_json(reading)
        if reading.skipped:
            answer["skipped"] = skipped_json(reading.skipped)
        if evaluation is not None:
            answer |= doubts_json(reading, evaluation)
        print_json(answer)
    else:
        show_skipped(reading.skipped)
        show_attached(reading)
        if evaluation is not None:
            show_doubts(reading, evaluation)
    if evaluation is None:
        raise refused(diagnostics)
    if not as_json:
        tender = evaluation.package.tender
        participants = evaluation.package.participants
        words = say(
            "check.valid",
            file=reading.name,
            code=tender.code,
            participants=len(participants),
            documents=_documents(evaluation.package),
            lines=len(tender.hps.lines or ()),
            state=say(f"state.{evaluation.state}"),
        )
        print_text(clean(words))


def _documents(package: "Package") -> str:
    """How many bids came in, and before them how many qualifications."""
    from tender_rules.procurement_kind import has_prakualifikasi

    handed_in = [who.submitted for who in package.participants]
    bids = say("check.bids", count=sum(when.penawaran is not None for when in handed_in))
    if not has_prakualifikasi(package.tender):
        return bids
    count = sum(when.kualifikasi is not None for when in handed_in)
    return f"{say('check.qualifications', count=count)}, {bids}"
