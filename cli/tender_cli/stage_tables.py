"""The participants stage by stage: of a prakualifikasi first who may bid, then the bids."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import (
    mark,
    names_of,
    of_kind,
    reason_of,
    short_stage,
    spoken,
    stage_title,
    styles,
)
from tender_desk.documents.kind import Kind
from tender_engine.evaluation import Evaluation, StageResult
from tender_engine.findings import Verdict
from tender_engine.terms import StageId
from tender_rules.procurement_kind import has_prakualifikasi

__all__ = ["print_bid_stages", "print_qualification_stages"]


def print_qualification_stages(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    """The stages of a prakualifikasi, and why each who fell there did."""
    everybody = [who.id for who in evaluation.package.participants]
    stages = [stage for stage in _of_qualification(evaluation) if stage.verdicts]
    if stages:
        page.heading(say("evaluate.qualification"))
        _table(evaluation, kind, stages, everybody, page)
        _print_reasons(evaluation, kind, stages, page)


def print_bid_stages(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    """The stages of the bids, of those who could hand in any, and why each who fell did."""
    early = {stage.id for stage in _of_qualification(evaluation)}
    stages = [stage for stage in evaluation.stages if stage.verdicts and stage.id not in early]
    invited = [
        who.id
        for who in evaluation.package.participants
        if not kind.before or who.id in evaluation.shortlist
    ]
    if stages:
        page.heading(say("evaluate.stages"))
        _table(evaluation, kind, stages, invited, page)
        _print_reasons(evaluation, kind, stages, page)


def _of_qualification(evaluation: Evaluation) -> Iterator[StageResult]:
    """The stages that come before any bid."""
    if has_prakualifikasi(evaluation.package.tender):
        yield from takewhile(lambda stage: stage.id is not StageId.PEMBUKAAN, evaluation.stages)


def _table(
    evaluation: Evaluation,
    kind: Kind,
    stages: Sequence[StageResult],
    whose: Iterable[str],
    page: Page,
) -> None:
    tables = [{v.participant: v.verdict for v in stage.verdicts} for stage in stages]
    rows = []
    for name in whose:
        verdicts = [table.get(name) for table in tables]
        rows.append([name, *(mark(verdict) if verdict else "-" for verdict in verdicts)])
    # The id alone leaves room for every stage at 80 columns; the names stand elsewhere.
    words = spoken(evaluation.basis.words)
    short = (of_kind(kind, short_stage(words, stage.id)) for stage in stages)
    page.table([say("column.id"), *short], rows, styles=styles())
    page.line(say("evaluate.legend"), 2)


def _print_reasons(
    evaluation: Evaluation, kind: Kind, stages: Iterable[StageResult], page: Page
) -> None:
    names, words = names_of(evaluation.package), spoken(evaluation.basis.words)
    for stage in stages:
        for verdict in stage.verdicts:
            if verdict.verdict is Verdict.GUGUR:
                title = stage_title(words, kind, stage.id)
                page.line(f"{names[verdict.participant]}, {title}: {reason_of(verdict)}", 2)
