"""An evaluation on a screen: prices, verdicts by stage, order, result, and what is awaited."""

from collections.abc import Iterator

from attrs import evolve

from tender.evaluation import Evaluation
from tender.findings import Awaiting, Notice, Verdict
from tender.terms import StageId
from tender_cli.messages import language, say
from tender_cli.output import figure
from tender_cli.tables import Page
from tender_cli.words import cited, mark, money, names_of, short_stage, styles, term

__all__ = ["print_summary"]


def print_summary(evaluation: Evaluation, root: str, page: Page) -> None:
    """The whole evaluation, compact."""
    _header(evaluation, page)
    _prices(evaluation, page)
    _stages(evaluation, page)
    _ranking(evaluation, page)
    page.heading(say("result"))
    for line in _result(evaluation):
        page.line(line, 2)
    _awaiting(evaluation, page)
    _notices(evaluation, page)
    page.line()
    page.line(say("evaluate.root", root=root))


def _header(evaluation: Evaluation, page: Page) -> None:
    tender = evaluation.package.tender
    kinds = (
        tender.category,
        tender.procedure,
        tender.envelope,
        tender.method,
        tender.contract,
    )
    page.line(f"{tender.code}  {tender.title}")
    page.line(f"{tender.buyer}, {tender.work_unit}")
    page.line(", ".join(term("kind", kind) for kind in kinds))
    page.line(f"HPS Rp{figure(tender.hps.total)}, pagu Rp{figure(tender.pagu)}")
    overlays = "".join(f" + {name}" for name in evaluation.law.overlays)
    page.line(say("evaluate.law", title=evaluation.law.regime.title) + overlays)


def _prices(evaluation: Evaluation, page: Page) -> None:
    if not evaluation.prices:
        return
    names = names_of(evaluation.package)
    rows = [
        (
            names[price.participant],
            money(price.stated_total),
            money(price.corrected_total),
            money(price.percent_of_hps),
            str(len(price.corrections)),
        )
        for price in evaluation.prices
    ]
    page.heading(say("evaluate.prices"))
    titles = ("bidder", "stated", "corrected", "percent", "changes")
    page.table([say(f"column.{title}") for title in titles], rows, right=range(1, 5))


def _stages(evaluation: Evaluation, page: Page) -> None:
    stages = [stage for stage in evaluation.stages if stage.verdicts]
    if not stages:
        return
    tables = [{v.participant: v.verdict for v in stage.verdicts} for stage in stages]
    rows = []
    for who in evaluation.package.participants:
        verdicts = [table.get(who.id) for table in tables]
        rows.append([who.id, *(mark(verdict) if verdict else "-" for verdict in verdicts)])
    page.heading(say("evaluate.stages"))
    # The id alone leaves room for every stage at 80 columns; the names stand above.
    titles = [say("column.id"), *(short_stage(stage.id) for stage in stages)]
    page.table(titles, rows, styles=styles())
    page.line(say("evaluate.legend"), 2)
    for line in _reasons(evaluation):
        page.line(line, 2)


def _reasons(evaluation: Evaluation) -> Iterator[str]:
    names = names_of(evaluation.package)
    for stage in evaluation.stages:
        for verdict in stage.verdicts:
            if verdict.verdict is Verdict.GUGUR:
                title = term("stage", stage.id)
                yield f"{names[verdict.participant]}, {title}: {verdict.reason}"


def _ranking(evaluation: Evaluation, page: Page) -> None:
    if not evaluation.ranking:
        return
    names = names_of(evaluation.package)
    page.heading(say("evaluate.ranking"))
    rows = [
        (str(place.rank), names[place.participant], term("basis", place.by), money(place.figure))
        for place in evaluation.ranking
    ]
    titles = ("rank", "bidder", "basis", "figure")
    page.table([say(f"column.{title}") for title in titles], rows, right=(0, 3))


def _result(evaluation: Evaluation) -> Iterator[str]:
    """State and result: winner and reserves, or the failure with its ground and what follows."""
    names = names_of(evaluation.package)
    yield say("evaluate.state", state=say(f"state.{evaluation.state}"))
    if evaluation.winner:
        yield say("evaluate.winner", name=names[evaluation.winner])
        reserves = ", ".join(names[name] for name in evaluation.reserves)
        yield say("evaluate.reserves", names=reserves or say("none"))
    failure = evaluation.failure
    if failure is not None:
        yield say("evaluate.failure", ground=term("ground", failure.ground), code=failure.ground)
        yield say(
            "evaluate.declared",
            by=term("who", failure.declared_by),
            effective=term("effective", failure.effective),
        )
        yield say("evaluate.basis", citations=cited(failure.citations))
    if evaluation.next:
        yield say("evaluate.next", next=term("next", evaluation.next))


def _asked(evaluation: Evaluation) -> Iterator[str]:
    """What is awaited of whom, the participants about whom it is the same in one line."""
    members = {member.id: member.name for member in evaluation.package.pokja.members}
    about: dict[Awaiting, list[str]] = {}
    for item in evaluation.awaiting:
        about.setdefault(evolve(item, participant=None), []).append(item.participant or "")
    for item, participants in about.items():
        where = [term("stage", item.stage)]
        if item.criterion:
            where.append(_criterion(item, evaluation))
        names = ", ".join(filter(None, participants))
        asked = ", ".join(members.get(who) or term("who", who) for who in item.asked)
        tail = f": {names}" if names else ""
        yield f"{term('needs', item.needs)} ({asked}): {', '.join(where)}{tail}"


def _criterion(item: Awaiting, evaluation: Evaluation) -> str:
    asked = evaluation.package.tender.asks(StageId(item.stage)).criteria
    titles = {criterion.id: criterion.title for criterion in asked}
    return titles.get(item.criterion or "") or term("criterion", item.criterion or "")


def _awaiting(evaluation: Evaluation, page: Page) -> None:
    if evaluation.awaiting:
        page.heading(say("evaluate.awaiting"))
        for line in _asked(evaluation):
            page.line(line, 2)


def _notices(evaluation: Evaluation, page: Page) -> None:
    if evaluation.notices:
        page.heading(say("evaluate.notices"))
        for notice in evaluation.notices:
            about = f" {notice.participant}" if notice.participant else ""
            page.line(f"{notice.code}{about}: {_told(notice)}", 2)


def _told(notice: Notice) -> str:
    """The sentence of the record; in English what it means, and then the sentence."""
    if language() == "id":
        return notice.message
    return f"{term('notice', notice.code)} ({notice.message})"
