"""The order of the bids under their method, and who settles equal ones."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from tender_engine.evaluation import Rank, Score
from tender_engine.events import RankingDecision, Withdrawal
from tender_engine.faults import Fault
from tender_engine.findings import Notice
from tender_engine.terms import StageId, Subject
from tender_engine.workflow import Case, once
from tender_rules.procurement_kind import WEIGHED, has_prakualifikasi
from tender_rules.sanggah.made import made
from tender_rules.sanggah.undone import undone
from tender_rules.stages.auction import auction_of
from tender_rules.stages.bids_in_order import Order
from tender_rules.stages.methods import combined_score, ordering, price_score, technical_score
from tender_rules.stages.scoring import panel_of
from tender_rules.stages.shortlist import passers, qualification_score, tied_groups
from tender_rules.words import date_and_clock

__all__ = [
    "contradicted",
    "in_order",
    "order_of",
    "rank",
    "score_of",
    "scores",
    "settled",
    "tied",
    "undecided",
]

_SCORED = (StageId.EVALUASI_KUALIFIKASI, StageId.EVALUASI_TEKNIS)


def settled(case: Case) -> bool:
    """Whether the order can be made: everybody who may enter it has passed or fallen."""
    stages = _ranked_by(case)
    return case.until_decided("settled", lambda: not any(case.pending(stages)), *stages)


@once
def _ranked_by(case: Case) -> tuple[StageId, ...]:
    """The stages on whose verdicts the order rests."""
    last = ordering(case).after
    return (*case.leading_to(last), last)


def rank(case: Case) -> tuple[Rank, ...]:
    """The order by the method's figure, unrounded; empty while somebody is undecided.

    Equal bids share a rank until the Pokja has decided on exactly those.
    """
    return case.until_decided("rank", lambda: tuple(_ranks(case)), *_ranked_by(case))


def _ranks(case: Case) -> Iterator[Rank]:
    order = order_of(case)
    places = {name: place for place, name in enumerate(order.names, 1)}
    for first, *others in order.undecided:
        places |= dict.fromkeys(others, places[first])
    for name in order.names:
        yield Rank(places[name], name, order.by.by, order.figures[name])


def in_order(case: Case) -> Sequence[str]:
    """Who has a rank, the first first; of equal bids by their ids until the Pokja has decided."""
    return order_of(case).names


def tied(case: Case) -> bool:
    """Whether equal bids await the Pokja's decision."""
    return bool(order_of(case).open)


def undecided(case: Case) -> tuple[str, ...]:
    """Whose order among equal bids awaits the Pokja's decision."""
    return tuple(chain.from_iterable(order_of(case).undecided))


def order_of(case: Case) -> Order:
    """Bids in order, of which whoever passes takes its place; nobody while one is undecided."""
    return case.until_decided("order", lambda: _ordered(case), *_ranked_by(case))


def _ordered(case: Case) -> Order:
    by = ordering(case)
    if not settled(case):
        return Order(by)
    order = Order(by) if by.relative else _order_of_all(case)
    order.take_in(case)
    return order


@once
def _order_of_all(case: Case) -> Order:
    return Order(ordering(case))


def contradicted(case: Case) -> Iterator[Fault]:
    """Decisions on an order that the figures do not leave open."""
    if not case.package.happened.of(RankingDecision):
        return
    waits = has_prakualifikasi(case.package.tender) and passers(case) is None
    if waits or not settled(case):
        return
    equal = (*order_of(case).equal, *tied_groups(case))
    known = {tuple(sorted(names)) for names in equal}
    for index, event in enumerate(case.package.events):
        if not isinstance(event, RankingDecision) or tuple(sorted(event.order)) in known:
            continue
        if right := _found_wrong_at(case, event):
            words = f"Keputusan peringkat {date_and_clock(event.at)} tidak dipakai: sanggah atas"
            words += f" hasil kualifikasi dinyatakan benar {date_and_clock(right)}."
            case.leave_out(event, Notice("TINDAKAN_TIDAK_DIPAKAI", words))
        elif not _is_overtaken(case, event):
            names = ", ".join(event.order)
            yield Fault("ATR020", ("events", index, "order"), {"order": names})


def _found_wrong_at(case: Case, decision: RankingDecision) -> datetime | None:
    """When the list behind a decision was set aside: later than that, or for good."""
    if by := undone(case, Subject.KUALIFIKASI):
        return by.at
    objections = made(case, Subject.KUALIFIKASI)
    answers = (each.answer.at for each in objections if each.answer and each.upholds)
    return min((at for at in answers if at > decision.at), default=None)


def _is_overtaken(case: Case, decision: RankingDecision) -> bool:
    """Whether an auction, or the withdrawal of one of the tied, came later."""
    auction = auction_of(case)
    if auction is not None and auction.at > decision.at:
        return True
    gone = case.package.happened
    left = (event for name in decision.order for event in gone.about(Withdrawal, name))
    return any(event.at > decision.at for event in left)


def scores(case: Case) -> tuple[Score, ...]:
    """Every score that is known, by participant; price scores once the order is settled."""
    weighed = case.package.tender.method in WEIGHED
    if not weighed and not any(panel_of(case, stage).criteria for stage in _SCORED):
        return ()
    return tuple(score for name in case.participants if (score := score_of(case, name)) is not None)


def score_of(case: Case, name: str) -> Score | None:
    """What is known of the scores of `name`."""
    weighed = case.package.tender.method in WEIGHED
    ranked = weighed and name in order_of(case).figures
    found = (
        qualification_score(case, name),
        technical_score(case, name) if case.verdict(StageId.EVALUASI_TEKNIS, name) else None,
        price_score(case, name) if ranked else None,
        combined_score(case, name) if ranked else None,
    )
    return Score(name, *found) if any(score is not None for score in found) else None
