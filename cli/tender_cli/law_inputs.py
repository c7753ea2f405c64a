"""Which state of the law a command is asked for, a day and local standards, and other times."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from tender_cli.messages import say
from tender_cli.words import day

if TYPE_CHECKING:
    from tender_engine.law import Law
    from tender_engine.rulebook import Rulebook

__all__ = ["check_overlays", "day_given", "day_of", "law_on", "moment_given"]


def day_of(text: str) -> dt.date:
    """A date as ISO 8601 or a workbook writes it.

    Raises:
        UsageError: it is none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        if (typed := _as_typed(text)) is None:
            raise click.UsageError(say("rules.not_a_day", found=text)) from None
        return typed.date()


def day_given(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """The value of an option that is a date."""
    try:
        return day_of(value) if value else None
    except click.UsageError as error:
        raise click.BadParameter(error.message, ctx, param) from None


def moment_given(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> dt.datetime | None:
    """The value of an option that is a time, as ISO 8601 or a workbook writes it."""
    try:
        return dt.datetime.fromisoformat(value) if value else None
    except ValueError:
        if value and (typed := _as_typed(value)) is not None:
            return typed
        raise click.BadParameter(say("option.not_a_time", found=value), ctx, param) from None


def _as_typed(text: str) -> dt.datetime | None:
    """A time or a day as people type it into a workbook; without a zone where it names none."""
    from tender_desk.workbook.kinds import CellError, Part
    from tender_desk.workbook.kinds.moments import DATE, ZONES, Time

    zone, *_ = ZONES.values()
    for kind, zoned in ((Time(None), True), (Time(zone), False), (DATE, False)):
        try:
            read = dt.datetime.fromisoformat(kind.read(Part(text)) or "")
        except (CellError, ValueError):
            continue
        return read if zoned else read.replace(tzinfo=None)
    return None


def check_overlays(rulebook: "Rulebook", overlays: tuple[str, ...]) -> None:
    """Refuse a local standard that does not ship.

    Raises:
        UsageError: no local standard has one of those names.
    """
    known = ", ".join(sorted(rulebook.overlays))
    for name in overlays:
        if name not in rulebook.overlays:
            raise click.UsageError(say("rules.no_overlay", found=name, known=known))


def law_on(rulebook: "Rulebook", on: dt.date, overlays: tuple[str, ...]) -> "Law":
    """The law in force on `on` under `overlays`.

    Raises:
        UsageError: no local standard has one of those names, or `on` lies before all law.
    """
    from tender_engine.law import LawError

    check_overlays(rulebook, overlays)
    try:
        return rulebook.law_on(on, overlays)
    except LawError as error:
        first = min(regime.since for regime in rulebook.regimes)
        raise click.UsageError(say("rules.too_early", day=day(on), first=day(first))) from error
