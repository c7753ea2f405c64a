"""Where what was made goes: to stdout, into a new file, or into a folder that was empty."""

from collections.abc import Mapping
from pathlib import Path

import click

from tender_cli.file_errors import UnusableError, unusable
from tender_cli.messages import say
from tender_cli.output import print_text, tell, write_new

__all__ = ["deliver", "deliver_folder"]


def deliver(made: str | bytes, output: Path | None) -> None:
    """Print what was `made`, or write it to `output` and say so; nothing is ever overwritten.

    Raises:
        UnusableError: other content stands there, or the file cannot be written.
    """
    if output is None:
        if isinstance(made, bytes):
            click.echo(made, nl=False)
        else:
            print_text(made)
        return
    try:
        written = write_new(output, made)
    except OSError as error:
        raise unusable(error, output) from error
    if not written:
        raise UnusableError(say("file.exists", path=output))
    tell(say("file.written", path=output))


def deliver_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write `files` by their names into `folder`, which is made, or is empty.

    Raises:
        UnusableError: something stands there already, or it cannot be written.
    """
    try:
        _claim(folder)
        for name, content in files.items():
            if not write_new(folder / name, content):
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
