"""Streams, safe text and numbers for people. Results go to stdout, everything else to stderr."""

import errno
import io
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

import click

from tender_cli.messages import language

__all__ = [
    "WIDEST",
    "clean",
    "drop_stdout",
    "figure",
    "filled",
    "flat",
    "for_terminal",
    "money",
    "prepare_streams",
    "print_json",
    "print_text",
    "score",
    "tell",
    "write_new",
]

# C0 without tab and line feed, DEL and C1: what could move a terminal's cursor or colour it.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# A place in a command to be typed, in quotation marks as it may have spaces; what stands for one.
_PLACE = re.compile(r'"[^"]*(?:[/\\][^"]*|\.\w{2,4})"')
_SPACE = "\0"
# How wide a screen is at most, and a line in a pipe; a word that is longer, such as a path, is
# never broken.
WIDEST = PIPED = 100
# So many pieces of a JSON text, each a few letters, go out at once.
_PIECES = 100_000


def prepare_streams() -> None:
    """Write UTF-8 with LF everywhere: a Windows pipe would else refuse the first long dash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def drop_stdout() -> None:
    """Whoever read stdout is gone: let what is still in its buffer go nowhere, in silence."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


def for_terminal() -> bool:
    """Whether somebody looks at stdout on a screen that can do more than plain lines."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def clean(text: str) -> str:
    """`text` without control characters, so that a bidder's name cannot drive a terminal."""
    return _CONTROLS.sub("", text)


def tell(text: str) -> None:
    """One message on stderr, in lines as wide as a screen or a pipe takes."""
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stderr.isatty() else PIPED
    for line in clean(text).splitlines():
        indent = len(line) - len(line.lstrip(" "))
        click.echo(filled(line.strip(" "), indent, width), err=True)


def filled(text: str, indent: int, width: int) -> str:
    """A paragraph of lines so wide, whose further lines hang under the first.

    No word is broken, and no place in quotation marks.
    """
    first = " " * indent
    if len(first) + len(line := flat(text)) <= width:
        return (first + line).rstrip()
    made = textwrap.fill(
        _PLACE.sub(lambda place: place[0].replace(" ", _SPACE), line),
        width,
        initial_indent=first,
        subsequent_indent=first + "  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    return made.replace(_SPACE, " ")


def flat(text: str) -> str:
    """A text as one line, without control characters."""
    return clean(" ".join(text.split())) if "\n" in text or "\t" in text else clean(text)


def print_text(text: str) -> None:
    """A ready text on stdout, ended by one line feed."""
    click.echo(text.rstrip("\n"))


def print_json(value: Mapping[str, Any]) -> None:
    """`value` as the one JSON object on stdout, written as it is made: it may be long."""
    import json

    pieces = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(value)
    while some := list(islice(pieces, _PIECES)):
        click.echo("".join(some), nl=False)
    click.echo()


def figure(number: Decimal) -> str:
    """`number` as it was written, grouped for the eye in the language spoken.

    Under `id`, 1104450000.5 is 1.104.450.000,5; under `en`, 1,104,450,000.5.
    """
    from tender_rules import words

    return _spoken(words.number(number))


def money(amount: Decimal | Fraction) -> str:
    """`amount` to the sen, half away from zero."""
    from tender_rules import words

    return _spoken(words.rupiah(amount).replace("Rp", ""))


def score(value: Fraction, places: int = 2) -> str:
    """A score with as many decimals as part it from others."""
    from tender_rules import words

    return _spoken(words.score(value, places))


def _spoken(text: str) -> str:
    return text if language() == "id" else text.translate(str.maketrans(",.", ".,"))


def write_new(path: Path, made: str | bytes) -> bool:
    """Write what was `made` to `path` unless something else stands there; whether that went well.

    A file that already holds the same is left as it is, so that a command can be repeated; one
    that could not be written to its end is taken away.

    Raises:
        IsADirectoryError: a folder stands there.
        OSError: the file cannot be read or written.
    """
    data = made.encode() if isinstance(made, str) else made
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    try:
        file = path.open("xb")
    except FileExistsError:
        return path.is_file() and path.read_bytes() == data
    try:
        with file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return True
