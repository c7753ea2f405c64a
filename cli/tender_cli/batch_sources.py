"""The sources that a batch is given by name, held against what is there."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import STDIN

if TYPE_CHECKING:
    from tender_desk.batch.sources import Source

__all__ = ["checked", "sources_of"]

_STDIN_NAME = "<stdin>"


def checked(sources: Sequence[str]) -> None:
    """See whether all that is named is there.

    Raises:
        UnusableError: something is not; all of that is told.
    """
    lacking = [name for name in sources if name != STDIN and not os.path.lexists(name)]
    if lacking:
        told = (unusable(FileNotFoundError(), name).message for name in lacking)
        raise UnusableError("\n".join(told))


def sources_of(sources: Sequence[str]) -> "list[Source]":
    """The sources: `-` is what stands on standard input."""
    from tender_desk.batch.sources import PackageLines

    return [
        PackageLines(_STDIN_NAME, sys.stdin.buffer) if name == STDIN else Path(name)
        for name in sources
    ]
