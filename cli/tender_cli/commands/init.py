"""`tender init`: an example package, or a workbook to fill. Nothing is ever overwritten."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import click

from tender_cli.command import command, option
from tender_cli.delivering import deliver_folder
from tender_cli.inputs import UnusableError, read, refused
from tender_cli.messages import language, say
from tender_cli.output import print_json, print_text

__all__ = ["FILES", "init"]

FILES = ("paket.json", "BACA-SAYA.md")
_WORKBOOK, _READ_ME = "paket.xlsx", "BACA-SAYA.md"
_OF_WORKBOOK = "BACA-SAYA-buku-kerja.md"


@command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
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
    from tender_desk.workbook.blank import blank_workbook_bytes
    from tender_rules import national

    last = None
    if old is not None:
        reading = read(old)
        last = reading.package
        if last is None:
            raise refused(reading.diagnose(lang=language()))
    return {_WORKBOOK: blank_workbook_bytes(national(), last), _READ_ME: _resource(_OF_WORKBOOK)}


def _resource(name: str) -> bytes:
    return (resources.files("tender_cli") / "example" / name).read_bytes()
