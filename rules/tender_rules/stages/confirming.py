"""Which doubts about typing are open, and what they ask of the Pokja."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tender.evaluation import Evaluation
from tender.events import Event, TypingConfirmation
from tender.findings import Awaiting, Verdict
from tender.law import Ask, Law
from tender.model import HpsLine, Price, Tender
from tender.numbers import exact
from tender.seals import Seals
from tender.terms import Doubt, StageId
from tender.workflow import Case
from tender_rules.stages.corrected import corrected_of, schedule_for, schedule_of
from tender_rules.stages.doubts import Doubted, doubts_in

__all__ = ["CONFIRMATION", "answered", "open_doubts", "opened_doubts"]

# What an open doubt needs; it keeps a record from being final, and no evaluation from its end.
CONFIRMATION = "konfirmasi_isian"
_STAGE = StageId.KOREKSI_ARITMATIK
# Doubts about a bid as a whole; others are of a line.
_OF_THE_BID = (Doubt.TOTAL_JAUH, Doubt.PENAWARAN_KOSONG)


def open_doubts(case: Case) -> Iterator[Awaiting]:
    """What of the opened prices of those who are still in has to be confirmed or corrected."""
    apart = case.ask(lambda ask: ask.decimal("doubt.total_apart_from"))
    known = _lines_by_code(case.package.tender)
    for name, result in case.prices.items():
        price = case.price(name)
        if price is None or case.met(name, Verdict.GUGUR):
            continue
        corrected, _ = corrected_of(case, name)
        odd = corrected.odd if corrected is not None else None
        total = result.corrected_total
        found = doubts_in(price, known, schedule_of(case), total, apart, odd)
        for doubted in found:
            if not answered(doubted, name, price, case.package.events):
                yield Awaiting(_STAGE, name, doubted.doubt, CONFIRMATION, ("pokja",))


def answered(doubted: Doubted, name: str, price: Price, events: Iterable[Event]) -> bool:
    """Whether somebody said of the very figure that it is written so.

    An answer without a line is about the bid as a whole, whose figure is the stated total; there
    every line of a doubt is answered. Where every unit price is 0, that is the figure as well.
    """
    return any(
        isinstance(event, TypingConfirmation)
        and (event.doubt, event.participant) == (doubted.doubt, name)
        and _is_about(event, doubted, price)
        for event in events
    )


def _is_about(event: TypingConfirmation, doubted: Doubted, price: Price) -> bool:
    if doubted.doubt in _OF_THE_BID:
        empty = doubted.doubt is Doubt.PENAWARAN_KOSONG and not event.figure
        return event.line is None and (empty or event.figure == doubted.figure)
    if event.line is None and doubted.doubt is Doubt.VOLUME_BERBEDA:
        return event.figure == price.stated_total
    return event.line == doubted.line and event.figure == doubted.figure


def opened_doubts(evaluation: Evaluation) -> Iterator[tuple[str, Doubted, bool]]:
    """Every doubt of an evaluation: about whom, what, and whether it is answered.

    Of those who have fallen, and of prices that no stage has opened, there is none.
    """
    package, law = evaluation.package, evaluation.law
    fallen = {name for stage in evaluation.stages for name in stage.of(Verdict.GUGUR)}
    sealed = {who.id: who.price for who in package.participants}
    schedule = schedule_for(package.tender, Ask(law))
    apart, seals, known = _apart(law), Seals(), _lines_by_code(package.tender)
    for result in evaluation.prices:
        name, held = result.participant, sealed[result.participant]
        if held is None or name in fallen:
            continue
        seals.open(name)
        price = seals.read(name, held)
        with exact():
            total = result.corrected_total
            found = tuple(doubts_in(price, known, schedule, total, apart))
        for doubted in found:
            yield name, doubted, answered(doubted, name, price, package.events)


def _lines_by_code(tender: Tender) -> dict[str, HpsLine]:
    """The lines of the document, by their codes."""
    return {line.id: line for line in tender.hps.lines or ()}


def _apart(law: Law) -> Decimal:
    return Decimal(law.value("doubt.total_apart_from").value)
