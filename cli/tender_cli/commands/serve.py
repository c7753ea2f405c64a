"""`tender serve`: answers other programs, a line of JSON for each that they send."""

import math
import sys
from typing import Any

import click

from tender_cli.command import command, option
from tender_cli.messages import in_words, say

__all__ = ["serve"]


# What waits for a child takes no longer time, and nobody needs one.
_LONGEST = 7 * 24 * 3600


class _Seconds(click.FloatRange):
    """A number of seconds; what is no number is none, though no bound is passed by it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read it."""
        made = super().convert(value, param, ctx)
        if math.isnan(made):
            said = in_words("{value!r} is not a valid {number_type}.")
            self.fail(said.format(value=value, number_type=self.name), param, ctx)
        return made


@command("serve")
@option("--stdio", is_flag=True)
@option("--timeout", metavar="SECONDS", type=_Seconds(min=0, max=_LONGEST, min_open=True))
def serve(stdio: bool, timeout: float | None) -> None:
    """Answer requests on standard input until it ends."""
    if not stdio:
        raise click.UsageError(say("serve.stdio"))
    from tender_cli.serving.door import answer_all, door

    with door() as out:
        if timeout is None:
            answer_all(sys.stdin.buffer, out)
        else:
            from tender_cli.serving.timed import answer_in_time

            answer_in_time(sys.stdin.buffer, out, timeout)
