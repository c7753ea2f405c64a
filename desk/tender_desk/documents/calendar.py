"""The days of a tender as papers tell them: a table for those inside, and a line of a draft."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from tender_desk.documents.blocks import Block, Paragraph, Record, Section, Titled, table
from tender_desk.documents.view import View
from tender_desk.documents.wording import cited
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Evaluation, Period
from tender_engine.findings import Source
from tender_rules.words import date_and_clock, dated

__all__ = ["as_of", "calendar", "period_named"]


def calendar(view: View) -> Iterator[Titled]:
    """Every period: what it is and of whom, both ends, how it was counted, its state, its basis."""
    if not view.evaluation.calendar:
        return
    rows = [_row(view, period) for period in view.evaluation.calendar]
    headers = {
        "Masa": "<",
        "Nama peserta": "<",
        "Mulai": "<",
        "Sampai dengan": "<",
        "Dihitung": "<",
        "Keadaan": "<",
        "Dasar": "<",
    }
    yield "Kalender", (table(headers, rows),)


def _row(view: View, period: Period) -> tuple[str, ...]:
    state = view.words.texts[f"period.state.{period.stands()}"]
    if period.used is not None:
        state += f"; dipakai {period.used} hari, tersisa {period.left} hari"
    basis = "; ".join(
        f"{cited([citation])} ({view.words.said('source', citation.source)})"
        for citation in period.citations
    )
    return (
        period_named(view.words, period),
        view.who(period.participant),
        date_and_clock(period.begins),
        date_and_clock(period.until),
        view.term(period.counted),
        state,
        basis,
    )


def period_named(words: Vocabulary, period: Period) -> str:
    """What a period is called, and of which result it is, where it is of one."""
    of = words.texts.get(f"period.of.{period.of}")
    name = words.said("period", period.id)
    return f"{name}, {of}" if of else name


def as_of(record: Record, evaluation: Evaluation, day: dt.date) -> Record:
    """`record` with how its days stand on `day`, at the head of the annex of a draft.

    A final paper says nothing of the day on which somebody looks at it.
    """
    if not record.draft or not record.annex:
        return record
    view = View.of(evaluation)
    told = [period for period in evaluation.calendar if period.participant is None]
    blocks = (Paragraph(f"Keadaan per {dated(day)}.", strong=True), *_stand(view, told, day))
    first, *others = record.annex
    annex: tuple[Section, ...] = (evolve(first, blocks=(*blocks, *first.blocks)), *others)
    return evolve(record, annex=annex)


def _stand(view: View, periods: list[Period], day: dt.date) -> Iterator[Block]:
    for period in periods:
        state = view.words.texts[f"period.state.{period.stands(day)}"]
        name = period_named(view.words, period)
        until = date_and_clock(period.until)
        mark = f" ({view.words.said('source', Source.UNVERIFIED)})" if period.unverified else ""
        yield Paragraph(f"{name[:1].upper()}{name[1:]}: {state}, sampai dengan {until}{mark}.")
