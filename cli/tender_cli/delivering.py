"""Where a ready text goes: to stdout, or into a new file."""

from pathlib import Path

from tender_cli.inputs import UnusableError, unusable
from tender_cli.messages import say
from tender_cli.output import print_text, tell, write_new

__all__ = ["deliver"]


def deliver(text: str, output: Path | None) -> None:
    """Print `text`, or write it to `output` and say so; what stands there is never overwritten.

    Raises:
        UnusableError: other content stands there, or the file cannot be written.
    """
    if output is None:
        print_text(text)
        return
    try:
        written = write_new(output, text)
    except OSError as error:
        raise unusable(error, output) from error
    if not written:
        raise UnusableError(say("file.exists", path=output))
    tell(say("file.written", path=output))
