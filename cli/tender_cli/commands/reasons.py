"""`tender reasons`: why each participant passed or fell, ready to paste into SPSE."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

import click

from tender_cli.answers import reasons_dict
from tender_cli.command import argument, command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.inputs import bidder_of, evaluated
from tender_cli.messages import say
from tender_cli.output import clean, print_json

if TYPE_CHECKING:
    from tender_desk.documents.reasons import Reason

__all__ = ["reasons"]


@command("reasons")
@argument("path")
@argument("participant", required=False)
@option("--json", "as_json", is_flag=True)
def reasons(path: str, participant: str | None, as_json: bool) -> int:
    """Print a paragraph for each participant and stage."""
    from tender_desk.documents.reasons import reasons as found_in

    evaluation = evaluated(path, as_json=as_json)
    if participant is not None:
        participant = bidder_of(evaluation, participant, unnamed="explain.which_participant").id
    found = found_in(evaluation, participant)
    if as_json:
        print_json(reasons_dict(found))
    elif found:
        _print(found)
    else:
        click.echo(say("reasons.none"))
    return exit_code(evaluation)


def _print(found: "Iterable[Reason]") -> None:
    """Each reason on a line of its own, never broken, so that it can be copied whole."""
    for index, (name, own) in enumerate(groupby(found, key=lambda reason: reason.name)):
        click.echo(clean(f"{'' if index == 0 else chr(10)}{name}"))
        for reason in own:
            mark = f"{reason.mark} " if reason.mark else ""
            click.echo(clean(f"\n{mark}{reason.title}: {reason.called.lower()}\n{reason.text}"))
