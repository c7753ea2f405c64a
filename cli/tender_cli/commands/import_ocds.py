"""`tender import ocds`: a package of what a release of OCDS says; what that lacks is named."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import argument, command, option
from tender_cli.delivering import deliver
from tender_cli.endings import check_ending
from tender_cli.file_errors import unusable
from tender_cli.inputs import STDIN, refused
from tender_cli.messages import language, say
from tender_cli.output import tell

if TYPE_CHECKING:
    from collections import Counter

    from tender_desk import OcdsTaken

__all__ = ["ocds"]

_TOLD, _LONGEST = 100, 200


@command("ocds", told="import.ocds")
@argument("file", metavar="FILE")
@option("--ocid", metavar="OCID")
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
def ocds(file: str, ocid: str | None, output: Path | None) -> None:
    """Fill a package as far as a release goes, and name what it lacks and what was left."""
    check_ending(output, "json")
    from tender_desk import OcdsRefusedError, package_from_ocds
    from tender_rules import national

    data, name = _content(file), "<stdin>" if file == STDIN else file
    try:
        taken = package_from_ocds(data, name, national(), lang=language(), ocid=ocid)
    except OcdsRefusedError as error:
        raise refused(error.diagnostics) from error
    deliver(taken.text, output)
    _tell(taken)


def _content(file: str) -> bytes:
    """What a file holds, no more of it than tells that it is too much.

    Raises:
        UnusableError: it is not there, or cannot be read.
    """
    from tender_desk.ocds.opening import LARGEST

    try:
        if file == STDIN:
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unusable(error, file) from error


def _tell(taken: "OcdsTaken") -> None:
    """What a person has to do next."""
    for title, places in (("missing", taken.missing), ("left", taken.left)):
        if places:
            tell(say(f"ocds.{title}"))
            _tell_places(places)
    if taken.diagnostics:
        tell(say("ocds.not_so"))
        for one in taken.diagnostics:
            tell(f"  {one.path}: {one.code} {one.message}")
    tell(say("ocds.never"))


def _tell_places(places: "Counter[str]") -> None:
    """The first of the places; a release may have as many fields of its own as somebody likes."""
    for place, count in [*places.items()][:_TOLD]:
        shown = place if len(place) <= _LONGEST else f"{place[:_LONGEST]}…"
        tell(f"  {shown}" if count == 1 else f"  {shown} ({count}×)")
    if len(places) > _TOLD:
        tell(say("ocds.more", count=len(places) - _TOLD))
