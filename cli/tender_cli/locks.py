"""What a program that has a file open lays beside it, and whom that names."""

import os
from pathlib import Path

from tender_cli.messages import say

__all__ = ["lock_of", "owner_of"]

# What Excel and LibreOffice lay beside a file while they have it open.
_LOCKS = ("~${name}", ".~lock.{name}#")


def lock_of(file: Path) -> Path | None:
    """What a program that has `file` open laid beside it."""
    locks = (file.with_name(form.format(name=file.name)) for form in _LOCKS)
    return next((lock for lock in locks if os.path.lexists(lock)), None)


def owner_of(lock: Path) -> str:
    """Whom a lock names: Excel writes a length and the name, LibreOffice fields between commas."""
    try:
        with lock.open("rb") as file:
            data = file.read(1000)
    except OSError:  # Windows lets nobody read the lock of Excel while it is held
        return say("lock.somebody")
    if lock.name.startswith("~$"):
        who = data[1 : 1 + data[0]].decode("cp1252", "replace").strip("\0 ") if data else ""
    else:
        fields = (each.strip(" ;\n") for each in data.decode("utf-8", "replace").split(","))
        who = next(filter(None, fields), "")
    return who or say("lock.somebody")
