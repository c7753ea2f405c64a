"""The table with which a batch is compared, and at the end how many rows have each cause."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tender_cli.file_errors import unusable
from tender_cli.inputs import InvalidPackageError
from tender_cli.messages import language, say
from tender_cli.output import tell

if TYPE_CHECKING:
    from tender_desk.batch.causes import Cause
    from tender_desk.batch.published import Published

__all__ = ["RefusedError", "published_from", "tell_causes"]


class RefusedError(InvalidPackageError):
    """A run that cannot be begun, resumed or ended, or a table that it cannot be compared with."""

    exit_code = 2


def published_from(file: Path) -> "Published":
    """What was published, as the table in a file has it.

    Raises:
        UnusableError: the file cannot be read.
        RefusedError: it is no such table.
    """
    from tender_desk.batch.published import PublishedError, published_in
    from tender_rules import national

    try:
        return published_in(file, national().declarations, language())
    except PublishedError as error:
        raise RefusedError([*error.diagnostics]) from error
    except OSError as error:
        raise unusable(error, file) from error


def tell_causes(causes: "Mapping[Cause, int]") -> None:
    """How many rows have each cause, in the order of causes; those of none are left out."""
    from tender_desk.batch.causes import Cause

    width = max((len(str(count)) for count in causes.values()), default=1)
    tell(say("batch.compared"))
    for cause in Cause:
        if count := causes.get(cause, 0):
            tell(f"  {count:>{width}}  {say(f'batch.cause.{cause}')} ({cause})")
