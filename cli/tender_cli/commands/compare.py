"""`tender compare`: two evaluations side by side, or one tender under another state of the law."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from tender_cli.answers import comparison_of
from tender_cli.command import argument, command, option
from tender_cli.inputs import STDIN, as_diagnostics, judge, read, refused
from tender_cli.law_inputs import check_overlays, day_given, law_on
from tender_cli.messages import say
from tender_cli.output import print_json
from tender_cli.tables import page

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading
    from tender_engine.evaluation import Evaluation
    from tender_engine.model import Tender

__all__ = ["check_law", "compare", "under_another_law"]


@command("compare")
@argument("first", metavar="A")
@argument("second", metavar="[B]", required=False)
@option("--at", metavar="YYYY-MM-DD", callback=day_given)
@option("--overlay", "overlays", metavar="NAME", multiple=True)
@option("--json", "as_json", is_flag=True)
def compare(
    first: str,
    second: str | None,
    at: dt.date | None,
    overlays: tuple[str, ...],
    as_json: bool,
) -> None:
    """Tell what differs between two evaluations, and why."""
    if (second is not None) == (at is not None or bool(overlays)):
        raise click.UsageError(say("compare.usage"))
    if first == second == STDIN:
        raise click.UsageError(say("compare.one_stdin"))
    check_law(at, overlays)
    before = read(first)
    after = under_another_law(before, at, overlays) if second is None else read(second)
    evaluations = _both(before, after, as_json=as_json, one_file=second is None)
    names = (before.name, after.name)
    if as_json:
        print_json(comparison_of(names, evaluations))
        return
    from tender_cli.comparison_screen import print_comparison
    from tender_engine.comparing import compare as compared

    print_comparison(compared(*evaluations), evaluations, names, page())


def check_law(at: dt.date | None, overlays: tuple[str, ...]) -> None:
    """Refuse a day before all law, and local standards that do not ship."""
    from tender_rules import national

    if at is None:
        check_overlays(national(), overlays)
    else:
        law_on(national(), at, overlays)


def under_another_law(
    reading: "FileReading", at: dt.date | None, overlays: tuple[str, ...]
) -> "FileReading":
    """What was read, as if announced on another day or under further local standards."""
    from attrs import evolve

    if reading.package is None:
        return reading
    package = evolve(reading.package, tender=_under(reading.package.tender, at, overlays))
    words = [f"--at {at}"] * (at is not None) + [f"--overlay {name}" for name in overlays]
    name = f"{reading.name} ({' '.join(words)})"
    return evolve(reading, package=package, draft=package, name=name)


def _under(tender: "Tender", at: dt.date | None, overlays: tuple[str, ...]) -> "Tender":
    from attrs import evolve

    from tender_engine.model import Regulation

    regulation = tender.regulation or Regulation()
    # A standard that the package names already is not added once more.
    named = tuple(dict.fromkeys((*(regulation.overlays or ()), *overlays)))
    if overlays:
        tender = evolve(tender, regulation=evolve(regulation, overlays=named))
    return tender if at is None else evolve(tender, announced_on=at)


def _both(
    before: "FileReading", after: "FileReading", *, as_json: bool, one_file: bool
) -> "tuple[Evaluation, Evaluation]":
    """Both evaluations; `one_file` says that both were read from the same place.

    Raises:
        InvalidPackageError: one or both have faults. All of both are told; what is wrong with one
            file under either law is told once.
    """
    from attrs import evolve

    one, faults = judge(before)
    other, others = judge(after)
    if one is not None and other is not None:
        return one, other
    known = set(faults) if one_file else set()
    diagnostics = [*faults, *(f for f in others if evolve(f, file=before.name) not in known)]
    if as_json:
        print_json({"diagnostics": as_diagnostics(diagnostics)})
    raise refused(diagnostics)
