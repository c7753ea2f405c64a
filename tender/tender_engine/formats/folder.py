"""Which file of a folder is the package of a tender: one that is plainly it, or none."""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = ["COMMAND", "choice", "is_tender", "others_in", "packages_in"]

# What may be the package of a folder that somebody names.
_PACKAGES = ("paket.json", "paket.xlsx")
# A worksheet is filled in like the workbook that it was made of: either may be the newer one.
_WORKSHEETS = "kertas-kerja*.xlsx"
# A workbook, and what office programs save one as besides: whoever names it is told how to save it.
_FORMS = (".xlsx", ".xlsm", ".xls", ".ods")
_EXAMPLE, _MOST_NAMED = "Rehabilitasi Jalan/paket.xlsx", 3
# The command that a hint names; whoever runs another one says that instead.
COMMAND = "tender check"


def packages_in(folder: Path) -> tuple[Path, ...]:
    """The files that the package of `folder` may be; worksheets only beside what they are made of.

    A worksheet alone has to be named: no folder is read through it.
    """
    found = [folder / name for name in _PACKAGES if (folder / name).exists()]
    return (*found, *(sorted(folder.glob(_WORKSHEETS)) if found else ()))


def others_in(folder: Path) -> str:
    """The workbooks of a folder by other names, of which one may be meant.

    Where there are none, the packages of the folders in it; else what one may be.
    """
    books = (one for form in _FORMS for one in folder.glob(f"*{form}"))
    found = sorted(one.name for one in books if not one.name.startswith("~$"))
    if not found:
        below = (one for name in _PACKAGES for one in folder.glob(f"*/{name}"))
        found = sorted(one.relative_to(folder).as_posix() for one in below)
    return ", ".join(found[:_MOST_NAMED]) + (", ..." if found[_MOST_NAMED:] else "") or _EXAMPLE


def is_tender(folder: Path) -> bool:
    """Whether `folder` is that of one tender: a file that may be its package lies in it."""
    return any((folder / name).exists() for name in _PACKAGES)


def choice(files: Iterable[Path]) -> Mapping[str, str]:
    """What a refusal to choose says: each file with the time of its last change, and a command."""
    told = [f"{file.name} ({_changed(file)})" for file in files]
    commands = [f'{COMMAND} "{file}"' for file in files]
    return {"files": ", ".join(told), "commands": "; ".join(commands)}


def _changed(file: Path) -> str:
    """When a file was changed, by the clock of this machine."""
    return time.strftime("%d/%m/%Y %H.%M.%S", time.localtime(file.stat().st_mtime))
