"""`tender init`: an example package, or a workbook to fill. Nothing is ever overwritten."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import argument, command, option
from tender_cli.delivering import deliver_folder
from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import read, refused
from tender_cli.messages import language, say
from tender_cli.output import print_json, print_text, tell

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading

__all__ = ["CHECKLISTS", "FILES", "init"]

FILES = ("paket.json", "BACA-SAYA.md")
_WORKBOOK, _READ_ME = "paket.xlsx", "BACA-SAYA.md"
# The sheet that a checklist does not have.
_PACKAGE = "Paket"
_OF_WORKBOOK = "BACA-SAYA-buku-kerja.md"
# The checklists that come with it, by the name that --from takes.
CHECKLISTS = {
    name: f"daftar-periksa-{name}.xlsx" for name in ("konstruksi", "barang", "konsultansi")
}


@command("init")
@argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--workbook", is_flag=True)
@option("--from", "old", metavar="OLD")
@option("--json", "as_json", is_flag=True)
def init(folder: Path, workbook: bool, old: str | None, as_json: bool) -> None:
    """Make a folder with an example package, or with a workbook to fill."""
    if old is not None and not workbook:
        raise click.UsageError(say("init.from_alone"))
    try:
        files = _workbook(old) if workbook else _example()
        deliver_folder(folder, files)
    except UnusableError as error:
        if as_json:
            print_json({"error": error.message})
        raise
    if as_json:
        print_json({"created": list(files)})
    else:
        key = "init.made_workbook" if workbook else "init.made"
        print_text(say(key, folder=folder, file=folder / next(iter(files))))


def _example() -> Mapping[str, bytes]:
    return {name: _resource(name) for name in FILES}


def _workbook(old: str | None) -> Mapping[str, bytes]:
    """An empty workbook, with what the last tender asked where there was one.

    Raises:
        UnusableError: the last tender is not there, or cannot be read.
        InvalidPackageError: it has faults.
    """
    from tender_desk.workbook.layouts.blank import blank_workbook_bytes
    from tender_rules import national

    if old is not None and (checklist := _checklist(old)):
        made = _of_checklist(*checklist)
    else:
        last = None
        if old is not None:
            reading = _last(old)
            last = reading.package
            if last is None:
                raise refused(reading.diagnose(lang=language()))
        made = blank_workbook_bytes(national(), last)
    return {_WORKBOOK: made, _READ_ME: _resource(_OF_WORKBOOK)}


def _last(path: str) -> "FileReading":
    """The reading of the last tender; where nothing is there, what comes with it is named."""
    try:
        return read(path)
    except UnusableError as error:
        if Path(path).exists():
            raise
        raise UnusableError(
            f"{error.message}. {say('init.checklists', names=', '.join(CHECKLISTS))}"
        ) from error


def _checklist(name: str) -> tuple[str, bytes] | None:
    """The checklist of that name or path; `None` where it is a tender's."""
    from tender_desk.ooxml.guard import HostileFileError, open_workbook

    path = Path(name)
    if name in CHECKLISTS and not path.exists():
        return CHECKLISTS[name], _resource(CHECKLISTS[name])
    if path.suffix.lower() != ".xlsx" or not path.is_file():
        return None
    try:
        data = path.read_bytes()
        titles = {sheet.title for sheet in open_workbook(data).worksheets}
    except HostileFileError:
        return None  # told where it is read as a tender's
    except OSError as error:
        raise unusable(error, path) from error
    return None if _PACKAGE in titles else (name, data)


def _of_checklist(name: str, data: bytes) -> bytes:
    """An empty workbook with what a checklist asks; clauses that it leaves empty are told."""
    from tender_desk.ooxml.addresses import in_ranges
    from tender_desk.workbook.layouts.blank import blank_workbook_bytes, without_clause
    from tender_desk.workbook_file import read_checklist
    from tender_rules import national

    asked, reading = read_checklist(data, name, national())
    if told := reading.diagnose(lang=language()):
        raise refused(told)
    if empty := without_clause(national(), asked):
        sheets: dict[str, list[str]] = {}
        for cell in empty:
            sheet, _, address = cell.rpartition("!")
            sheets.setdefault(sheet, []).append(address)
        cells = "; ".join(f"{sheet}: {in_ranges(each)}" for sheet, each in sheets.items())
        tell(say("init.no_clause", count=len(empty), cells=cells))
    return blank_workbook_bytes(national(), asked=asked)


def _resource(name: str) -> bytes:
    return (resources.files("tender_cli") / "example" / name).read_bytes()
