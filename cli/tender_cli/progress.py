"""How far the reading of many sheets is, for somebody who looks on."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tender_cli.messages import say

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["progress"]

# For how many seconds nobody is told that a workbook is being read.
_PATIENCE = 1.0


@contextmanager
def progress(of: str) -> Iterator[Callable[[int, int], None] | None]:
    """What to tell of each that is done, of those the text `of` says; nothing if nobody looks."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    bar = _Bar(say(of))
    try:
        yield bar.show
    finally:
        bar.end()


class _Bar:
    """A bar that appears once reading has taken longer than one likes to wait."""

    def __init__(self, label: str) -> None:
        self._label, self._begun = label, time.monotonic()
        self._bar: Progress | None = None

    def show(self, done: int, total: int) -> None:
        """`done` of `total` are done."""
        if self._bar is None:
            if time.monotonic() - self._begun < _PATIENCE:
                return
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(self._label)
            self._bar.start()
        self._bar.update(self._task, completed=done, total=total)

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
