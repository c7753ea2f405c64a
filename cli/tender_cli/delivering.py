"""Where what was made goes: to stdout, or into a new file."""

from pathlib import Path

import click

from tender_cli.inputs import UnusableError, unusable
from tender_cli.messages import say
from tender_cli.output import print_text, tell, write_new

__all__ = ["deliver"]


def deliver(made: str | bytes, output: Path | None) -> None:
    """Print what was `made`, or write it to `output` and say so; nothing is ever overwritten.

    Raises:
        UnusableError: other content stands there, or the file cannot be written.
    """
    if output is None:
        if isinstance(made, bytes):
            click.echo(made, nl=False)
        else:
            print_text(made)
        return
    try:
        written = write_new(output, made)
    except OSError as error:
        raise unusable(error, output) from error
    if not written:
        raise UnusableError(say("file.exists", path=output))
    tell(say("file.written", path=output))
