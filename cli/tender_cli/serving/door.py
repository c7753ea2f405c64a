"""The door itself: lines in, lines out, and nothing else on its way out."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from pathlib import Path
from typing import BinaryIO, TextIO

from tender_cli.serving.answering import answered
from tender_cli.serving.lines import lines_of, written

__all__ = ["answer_all", "door"]


def answer_all(stream: BinaryIO, out: BinaryIO) -> None:
    """Answer every line of `stream` on `out`, in order, until it ends.

    Raises:
        BrokenPipeError: nobody reads the answers.
    """
    from tender_rules import national

    national()  # made once, before the first request waits for it
    for line in lines_of(stream):
        written(answered(line), out)


@contextmanager
def door() -> Iterator[BinaryIO]:
    """What was stdout, for answers alone: whatever else is written there goes to stderr.

    Also what a library prints without Python's knowing.
    """
    with ExitStack() as kept:
        own = os.dup(sys.stdout.fileno())
        kept.callback(os.close, own)
        errors: TextIO | None = sys.stderr  # none where the caller closed it
        if errors is None:
            errors = kept.enter_context(Path(os.devnull).open("w"))
        os.dup2(errors.fileno(), sys.stdout.fileno())
        kept.callback(os.dup2, own, sys.stdout.fileno())
        kept.enter_context(redirect_stdout(errors))
        yield kept.enter_context(open(own, "wb", buffering=0, closefd=False))
