"""`tender init`: a filled example of a package to start from. Nothing is ever overwritten."""

from importlib import resources
from pathlib import Path

import click

from tender_cli.command import command, option
from tender_cli.inputs import UnusableError, unusable
from tender_cli.messages import say
from tender_cli.output import print_json, print_text, write_new

__all__ = ["FILES", "init"]

FILES = ("paket.json", "BACA-SAYA.md")


@command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--json", "as_json", is_flag=True)
def init(folder: Path, as_json: bool) -> None:
    """Make a folder with an example package."""
    try:
        _make(folder)
    except UnusableError as error:
        if as_json:
            print_json({"error": error.message})
        raise
    if as_json:
        print_json({"created": list(FILES)})
    else:
        print_text(say("init.made", folder=folder))


def _make(folder: Path) -> None:
    example = resources.files("tender_cli") / "example"
    try:
        _claim(folder)
        for name in FILES:
            if not write_new(folder / name, (example / name).read_text("utf-8")):
                raise UnusableError(say("file.exists", path=folder / name))
    except OSError as error:
        raise unusable(error, folder) from error


def _claim(folder: Path) -> None:
    """Make the folder, or take an empty one.

    Raises:
        UnusableError: something stands there already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UnusableError(say("init.not_empty", folder=folder))
    folder.mkdir(parents=True, exist_ok=True)
