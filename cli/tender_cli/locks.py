"""Files that somebody has open: what is read of them is what was saved last."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tender_cli.messages import say
from tender_cli.output import tell

if TYPE_CHECKING:
    from tender.formats.reader import Reading

__all__ = ["tell_locks"]

# What Excel and LibreOffice lay beside a file while they have it open.
_LOCKS = ("~${name}", ".~lock.{name}#")


def tell_locks(reading: "Reading") -> None:
    """Tell of each file that was read, the package and schedules beside it, while it is open."""
    package = Path(reading.name)
    beside = (package.with_name(one.file) for one in reading.attached)
    for file in (package, *beside):
        for form in _LOCKS:
            lock = form.format(name=file.name)
            if file.name and os.path.lexists(file.with_name(lock)):
                tell(say("file.open", path=file, lock=lock))
