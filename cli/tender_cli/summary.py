"""An evaluation on a screen: its tables, the result, and what is awaited from whom."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from tender_cli.calendar_table import print_calendar
from tender_cli.evaluation_tables import print_list, print_prices, print_ranking, print_scores
from tender_cli.messages import language, say
from tender_cli.output import money
from tender_cli.repeat_screen import repeat_lines
from tender_cli.stage_tables import print_bid_stages, print_qualification_stages
from tender_cli.tables import Page
from tender_cli.words import (
    after_award_lines,
    awaited,
    cited,
    follow_up,
    names_of,
    of_kind,
    retold,
    shortlist_title,
    spoken,
    stage_title,
    value_in_words,
)
from tender_desk.documents.blocks import ended_once
from tender_desk.documents.kind import Kind
from tender_desk.documents.unconfirmed import unconfirmed
from tender_desk.documents.view import View
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Evaluation, State
from tender_engine.findings import Awaiting, Notice
from tender_engine.terms import StageId

__all__ = ["awaiting_lines", "print_summary"]


def print_summary(
    evaluation: Evaluation,
    root: str,
    page: Page,
    *,
    before: Evaluation | None = None,
    today: dt.date | None = None,
) -> None:
    """The whole evaluation, compact; its days as of `today` where that is given.

    `before` is the evaluation that a repeat was held against.
    """
    kind, words = Kind.of_evaluation(evaluation), spoken(evaluation.basis.words)
    _header(evaluation, words, kind, page)
    print_qualification_stages(evaluation, kind, page)
    print_list(evaluation, kind, page)
    print_prices(evaluation, kind, page)
    print_bid_stages(evaluation, kind, page)
    print_scores(evaluation, kind, page)
    print_ranking(evaluation, kind, page)
    page.heading(say("result"))
    for line in _result(evaluation, words, kind, today):
        page.line(line, 2)
    for line in repeat_lines(evaluation, before):
        page.line(line, 2)
    print_calendar(evaluation, today, page)
    _awaiting(evaluation, kind, page)
    _notices(evaluation, words, page)
    page.line()
    page.line(say("evaluate.root", root=root))


def _header(evaluation: Evaluation, words: Vocabulary, kind: Kind, page: Page) -> None:
    tender = evaluation.package.tender
    terms = (
        tender.category,
        tender.procedure,
        tender.envelope,
        tender.method,
        tender.contract,
    )
    page.line(f"{tender.code}  {tender.title}")
    page.line(f"{tender.buyer}, {tender.work_unit}")
    page.line(", ".join(map(words.term, terms)))
    if kind.before and tender.qualification_round > 1:
        page.line(say("evaluate.qualification_again", round=tender.qualification_round))
    if tender.round > 1:
        page.line(say("evaluate.again", what=kind.noun, round=tender.round))
    page.line(say("evaluate.limits", hps=money(tender.hps.total), pagu=money(tender.pagu)))
    overlays = "".join(f" + {name}" for name in evaluation.law.overlays)
    page.line(say("evaluate.law", title=retold(evaluation.law.regime.title)) + overlays)


_PROPOSED = "winner", "reserves"


def _result(
    evaluation: Evaluation, words: Vocabulary, kind: Kind, today: dt.date | None
) -> Iterator[str]:
    """State and result: a list, winner and reserves, or the failure with its ground."""
    names = names_of(evaluation.package)
    yield say("evaluate.state", state=say(f"state.{evaluation.state}"))
    if kind.listing and evaluation.shortlist:
        yield f"{shortlist_title(kind)}: {', '.join(evaluation.shortlist)}"
    if evaluation.winner:
        determined = evaluation.state is State.DITETAPKAN
        first, others = ("determined", "determined_reserves") if determined else _PROPOSED
        yield say(f"evaluate.{first}", name=names[evaluation.winner])
        reserves = ", ".join(names[name] for name in evaluation.reserves)
        yield say(f"evaluate.{others}", names=reserves or say("none"))
    yield from _failure(evaluation, words, kind)
    if evaluation.next:
        yield say("evaluate.next", next=follow_up(words, kind, evaluation.next))
        if evaluation.failure or kind.alone:
            yield evolve(View.of(evaluation), words=words).follow_up(evaluation.next)[1]
    yield from after_award_lines(evaluation, words, today)
    if doubtful := unconfirmed(View.of(evaluation)):
        said = (f"{words.param(v.param)}: {value_in_words(evaluation.basis, v)}" for v in doubtful)
        values = of_kind(kind, "; ".join(said))
        yield say("evaluate.unconfirmed", values=values)


def _failure(evaluation: Evaluation, words: Vocabulary, kind: Kind) -> Iterator[str]:
    failure = evaluation.failure
    if failure is None:
        return
    when = words.said("effective", failure.effective)
    if kind.cancelled:
        by = words.said("term.canceller", failure.declared_by)
        yield say("evaluate.cancelled", what=kind.fails)
        yield say("evaluate.decided", by=by, effective=when)
        return
    repeat = evaluation.package.tender.qualification_round > 1
    ground = words.within("ground", ("again",) * repeat, failure.ground)
    yield say("evaluate.failure", what=kind.fails, ground=ground)
    yield say(
        "evaluate.declared" if evaluation.state == "ditetapkan" else "evaluate.to_declare",
        by=words.term(failure.declared_by),
        effective=when,
    )
    yield say("evaluate.basis", citations=cited(words, failure.citations))


def awaiting_lines(evaluation: Evaluation, kind: Kind) -> Iterator[str]:
    """What is awaited of whom, the participants about whom it is the same in one line."""
    words = spoken(evaluation.basis.words)
    members = {member.id: member.name for member in evaluation.package.pokja.members}
    about: dict[Awaiting, list[str]] = {}
    for item in evaluation.awaiting:
        about.setdefault(evolve(item, participant=None), []).append(item.participant or "")
    for item, participants in about.items():
        where = [stage_title(words, kind, item.stage)]
        if item.criterion:
            where.append(_criterion(item, evaluation, words))
        names = ", ".join(filter(None, participants))
        asked = ", ".join(members.get(who) or words.term(who) for who in item.asked)
        tail = f": {names}" if names else ""
        what = awaited(words, kind, item.needs, evaluation.ranked_by)
        yield f"{what} ({asked}): {', '.join(where)}{tail}"


def _criterion(item: Awaiting, evaluation: Evaluation, words: Vocabulary) -> str:
    asked = evaluation.package.tender.asks(StageId(item.stage)).criteria
    titles = {criterion.id: criterion.title for criterion in asked}
    return titles.get(item.criterion or "") or words.term(item.criterion or "")


def _awaiting(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    if evaluation.awaiting:
        page.heading(say("evaluate.awaiting"))
        for line in awaiting_lines(evaluation, kind):
            page.line(line, 2)


def _notices(evaluation: Evaluation, words: Vocabulary, page: Page) -> None:
    if evaluation.notices:
        page.heading(say("evaluate.notices"))
        for notice in evaluation.notices:
            about = f" {notice.participant}" if notice.participant else ""
            page.line(f"{notice.code}{about}: {_told(notice, words)}", 2)


def _told(notice: Notice, words: Vocabulary) -> str:
    """The sentence of the record; in English what it means, and then the sentence in English."""
    if language() == "id":
        return ended_once(notice.message)
    return f"{words.said('notice', notice.code)} ({ended_once(retold(notice.message))})"
