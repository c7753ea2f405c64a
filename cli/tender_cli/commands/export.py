"""`tender export ocds`: what is public of tenders, as a release package of OCDS 1.1."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import Group, argument, command, option
from tender_cli.delivering import deliver
from tender_cli.endings import check_ending
from tender_cli.file_errors import unusable
from tender_cli.inputs import judge, read, refused
from tender_cli.law_inputs import day_given
from tender_cli.messages import language, placeholder, say
from tender_cli.output import tell
from tender_cli.tenders_named import each_named

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic, Fault

__all__ = ["export"]

export = Group("export")
# Where on the command line what cannot be written stands.
_PLACES = {"OCD001": "--ocid-prefix", "OCD002": "--publisher", "OCD003": "--uri"}


@command("ocds", told="export.ocds")
@argument("paths", metavar="PATH...", nargs=-1, required=True)
@option("--publisher", metavar="NAME", required=True)
@option("--ocid-prefix", "prefix", metavar="PREFIX", required=True)
@option("--published", metavar="DATE", callback=day_given)
@option("--uri", metavar="URI")
@option("--extension", metavar="URL")
@option("--with-identifiers", "identifiers", is_flag=True)
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
def ocds(
    paths: tuple[str, ...],
    publisher: str,
    prefix: str,
    published: dt.date | None,
    uri: str | None,
    extension: str | None,
    identifiers: bool,
    output: Path | None,
) -> None:
    """Write one release a tender of what is public, and say whose result is not yet."""
    check_ending(output, "json")
    from tender_desk import OcdsError, Publication, release_package
    from tender_desk.ocds.mapping import EXTENSION

    by = Publication(publisher, prefix, published, uri, extension or EXTENSION, identifiers)
    evaluations = _evaluated(paths)
    try:
        text, withheld = release_package(evaluations, by)
    except OcdsError as error:
        raise refused([_diagnostic(fault) for fault in error.faults]) from error
    deliver(text, output)
    for name in withheld:
        tell(say("ocds.withheld", name=name))
    if identifiers:
        tell(say("ocds.identifiers"))


export.add_command(ocds)


def _evaluated(paths: tuple[str, ...]) -> "dict[str, Evaluation]":
    """The evaluation of each tender by what it is called; one with faults stops all.

    Raises:
        UnusableError: one is not there, or cannot be read.
        InvalidPackageError: some have faults; all are told.
    """
    unread: list[OSError] = []
    found: dict[str, Evaluation] = {}
    wrong: list[Diagnostic] = []
    for place, name in each_named(paths, unread).items():
        evaluation, told = judge(read(str(place)))
        wrong += told
        if evaluation is not None:
            found[name] = evaluation
    for error in unread:
        raise unusable(error, error.filename) from error
    if wrong:
        raise refused(wrong)
    return found


def _diagnostic(fault: "Fault") -> "Diagnostic":
    from tender_desk import OCDS_TEXTS
    from tender_engine.faults import Diagnostic

    words = OCDS_TEXTS[fault.code]
    message = words.message(language()).format_map(fault.params)
    hint, cell = words.hint(language()), placeholder(_PLACES.get(fault.code, "PATH"))
    return Diagnostic(fault.code, "ocds", 1, 1, "", message, hint, cell)
