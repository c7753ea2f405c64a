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

__all__ = ["looked_at", "progress", "rated_progress"]

# For how many seconds nobody is told that a workbook is being read.
_PATIENCE = 1.0


@contextmanager
def progress(of: str) -> Iterator[Callable[[int, int], None] | None]:
    """What to tell of each that is done, of those the text `of` says; nothing if nobody looks."""
    if not looked_at():
        yield None
        return
    bar = _Bar(say(of))
    try:
        yield bar.show
    finally:
        bar.end()


def looked_at() -> bool:
    """Whether somebody looks at stderr, on a screen that can do more than plain lines."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def rated_progress(
    of: str, total: int | None, *, beside_rows: bool
) -> Iterator[Callable[[int, int], None] | None]:
    """What to tell how many are done and how far that is of `total`, known or not.

    Nothing if nobody looks, or if what is done is written to the same screen, `beside_rows`.
    """
    if not looked_at() or (beside_rows and sys.stdout.isatty()):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
    )
    begun = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say(of), total=total or None, told="")

        def show(done: int, reached: int) -> None:
            rate = f"{done / max(time.monotonic() - begun, 0.001):.0f}"
            bar.update(task, completed=reached, told=say("batch.rate", count=done, rate=rate))

        yield show


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
