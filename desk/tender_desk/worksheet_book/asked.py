"""The rows of the sheet `Konfirmasi` that an evaluation needs answered."""

from collections.abc import Iterator
from itertools import chain

from tender_desk.documents.unconfirmed import named_value, unconfirmed
from tender_desk.documents.view import View
from tender_desk.documents.wording import reading_said
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.worksheet_book.acts_ahead import talks_ahead
from tender_engine.evaluation import State
from tender_engine.findings import Source, UsedValue
from tender_engine.model import Participant
from tender_rules.ahead import values_ahead
from tender_rules.stages.administration import KSO_AGREEMENT

__all__ = ["asked_rows"]

# What talks with the only bidders of a tender rest on as soon as they are held.
_OF_TALKS = "negotiation.one_bid_ceiling"


def asked_rows(view: View) -> Filled:
    """A row for each value that keeps the minutes from being final, in the words of the law.

    What later stages rest on is asked as soon as the tender says so, that all of it is answered at
    once: nobody refreshes a workbook to find the next question.
    """
    rows = []
    for used in chain(unconfirmed(view), _ahead(view)):
        what, stands = named_value(view, used)
        told = {"what": what, "stands": stands, "read": reading_said(used), "param": used.param}
        rows.append(tuple(told.get(column.key[0]) for column in CONFIRMED.columns))
    return Filled(CONFIRMED, tuple(rows))


def _ahead(view: View) -> Iterator[UsedValue]:
    """What will be rested on, unless it was used already or is confirmed."""
    used = {value.param for value in view.evaluation.values}
    for value in _expected(view):
        open_ = value.source is Source.UNVERIFIED and value.param not in used
        if open_ and view.confirmed(value) is None:
            yield value


def _expected(view: View) -> Iterator[UsedValue]:
    """What stages that are still to come rest on; once all is determined what talks do."""
    evaluation = view.evaluation
    if evaluation.failure is not None or view.kind.cancelled or view.kind.alone:
        return
    if evaluation.state is not State.DITETAPKAN or talks_ahead(view):
        kso = any(bidder.members or _agreed(bidder) for bidder in view.package.participants)
        yield from values_ahead(view.package.tender, evaluation.law, kso=kso)
    if talks_ahead(view) and not view.kind.seleksi:
        yield evaluation.law.value(_OF_TALKS)


def _agreed(bidder: Participant) -> bool | None:
    """Whether a bidder has an agreement of a KSO, whose members may be typed later."""
    return bidder.known(KSO_AGREEMENT)
