"""Which doubts about typing are open, and what they ask of the Pokja."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from tender_engine.evaluation import Evaluation
from tender_engine.events import Event, TypingConfirmation
from tender_engine.findings import Awaiting, Verdict, natural
from tender_engine.law import Ask, Law
from tender_engine.model import HpsLine, Price, Tender
from tender_engine.numbers import ZERO, exact
from tender_engine.seals import Seals
from tender_engine.terms import Doubt, StageId
from tender_engine.workflow import Case
from tender_rules.stages.corrected import corrected_of, schedule_for, schedule_of
from tender_rules.stages.doubts import Doubted, doubts_in

__all__ = ["CONFIRMATION", "open_doubts", "opened_doubts"]

# The figures that are confirmed of a doubt, a participant, and a line or the bid as a whole.
Answers: TypeAlias = dict[tuple[Doubt, str, str | None], set[Decimal]]
# What an open doubt needs; it keeps a record from being final, and no evaluation from its end.
CONFIRMATION = "konfirmasi_isian"
_STAGE, _PRICE = StageId.KOREKSI_ARITMATIK, StageId.EVALUASI_HARGA
# Doubts about a bid as a whole; others are of a line.
_OF_THE_BID = (Doubt.TOTAL_JAUH, Doubt.PENAWARAN_KOSONG)


def open_doubts(case: Case) -> Iterator[Awaiting]:
    """What of the opened prices of those who are still in has to be confirmed or corrected.

    Who fell by its price alone is asked all the same: a slip of typing may be what it fell by.
    """
    apart = case.ask.decimal("doubt.total_apart_from")
    known = _lines_by_code(case.package.tender)
    answers = _answers(case.package.events)
    fallen = {name for name, at in case.falls.items() if any(stage is not _PRICE for stage in at)}
    for name, result in case.prices.items():
        price = case.price(name)
        if price is None or name in fallen:
            continue
        corrected, _ = corrected_of(case, name)
        odd = corrected.odd if corrected is not None else None
        total = result.corrected_total
        found = doubts_in(price, known, schedule_of(case), total, apart, odd)
        for doubted in sorted(found, key=_by_line):
            if not _is_answered(doubted, name, price, answers):
                yield Awaiting(_STAGE, name, doubted.doubt, CONFIRMATION, ("pokja",))


def _answers(events: Iterable[Event]) -> Answers:
    """The figures that somebody said are written so, by what they were said of."""
    answers: Answers = defaultdict(set)
    for event in events:
        if isinstance(event, TypingConfirmation):
            answers[event.doubt, event.participant, event.line].add(event.figure)
    return answers


def _is_answered(doubted: Doubted, name: str, price: Price, answers: Answers) -> bool:
    """Whether somebody said of the very figure that it is written so.

    An answer without a line is about the bid as a whole, whose figure is the stated total; there
    every line of a doubt is answered. Where every unit price is 0, that is the figure as well.
    """
    whole = answers.get((doubted.doubt, name, None), ())
    if doubted.doubt is Doubt.PENAWARAN_KOSONG and ZERO in whole:
        return True
    if doubted.doubt in _OF_THE_BID:
        return doubted.figure in whole
    if doubted.doubt is Doubt.VOLUME_BERBEDA and price.stated_total in whole:
        return True
    return doubted.figure in answers.get((doubted.doubt, name, doubted.line), ())


def opened_doubts(evaluation: Evaluation) -> Iterator[tuple[str, Doubted, bool]]:
    """Every doubt of an evaluation: about whom, what, and whether it is answered.

    Of those who have fallen by more than their price, and of prices that no stage has opened, there
    is none.
    """
    package, law = evaluation.given, evaluation.law  # a place is one of what was typed
    fallen = _fallen(evaluation)
    sealed = {who.id: who.price for who in package.participants}
    schedule = schedule_for(package.tender, Ask(law))
    apart, seals, known = _apart(law), Seals(), _lines_by_code(package.tender)
    answers = _answers(package.events)
    for result in evaluation.prices:
        name, held = result.participant, sealed[result.participant]
        if held is None or name in fallen:
            continue
        seals.open(name)
        price = seals.read(name, held)
        with exact():
            total = result.corrected_total
            found = tuple(doubts_in(price, known, schedule, total, apart))
        for doubted in sorted(found, key=_by_line):
            yield name, doubted, _is_answered(doubted, name, price, answers)


def _fallen(evaluation: Evaluation) -> set[str]:
    """Who fell at any stage but that of the price."""
    others = (stage for stage in evaluation.stages if stage.id is not _PRICE)
    return {name for stage in others for name in stage.of(Verdict.GUGUR)}


def _by_line(doubted: Doubted) -> tuple[bool, object]:
    """In the order of the lines, whatever order they were typed in; those of volumes come last."""
    return doubted.doubt is Doubt.VOLUME_BERBEDA, natural(doubted.line or "")


def _lines_by_code(tender: Tender) -> dict[str, HpsLine]:
    """The lines of the document, by their codes."""
    return {line.id: line for line in tender.hps.lines or ()}


def _apart(law: Law) -> Decimal:
    return Decimal(law.value("doubt.total_apart_from").value)
