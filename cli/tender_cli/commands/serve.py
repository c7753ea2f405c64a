"""`tender serve`: answers other programs, a line of JSON for each that they send."""

import sys

import click

from tender_cli.command import command, option
from tender_cli.messages import say

__all__ = ["serve"]


@command("serve")
@option("--stdio", is_flag=True)
@option("--timeout", metavar="SECONDS", type=click.FloatRange(min=0, min_open=True))
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
