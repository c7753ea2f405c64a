"""The days of a tender on a screen: what runs until when, and where it stands on a day."""

import datetime as dt

from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import cited, day, moment, names_of, spoken
from tender_desk.documents.calendar import period_named
from tender_engine.evaluation import Evaluation, Period, PeriodState
from tender_engine.findings import Source

__all__ = ["print_calendar"]


def print_calendar(evaluation: Evaluation, today: dt.date | None, page: Page) -> None:
    """Every period with its end; as of the latest that is recorded, unless a day is given.

    Under them stands what is unverified of their texts, and of the days off that they touch.
    """
    if not evaluation.calendar:
        return
    words, names = spoken(evaluation.basis.words), names_of(evaluation.package)
    page.heading(say("evaluate.calendar_on", day=day(today)) if today else say("evaluate.calendar"))
    rows = []
    for period in evaluation.calendar:
        who = names.get(period.participant or "", "")
        mark = words.said("source", "unverified") if period.unverified else ""
        state = words.texts[f"period.state.{period.stands(today)}"]
        state += _left(period, today)
        rows.append((period_named(words, period), who, moment(period.until), state, mark))
    titles = ("period", "bidder", "until", "state", "read")
    page.table([say(f"column.{title}") for title in titles], rows)
    texts = dict.fromkeys(text for period in evaluation.calendar for text in period.citations)
    for text in texts:
        if text.source is Source.UNVERIFIED:
            page.line(cited(words, [text]), 2)


def _left(period: Period, today: dt.date | None) -> str:
    """How many days are left: of a budget of them, or until the last one."""
    if period.left is not None:
        return say("evaluate.days_used", used=period.used, left=period.left)
    if today is None or period.stands(today) != PeriodState.BERJALAN:
        return ""
    return say("evaluate.days_left", left=(period.until.date() - today).days)
