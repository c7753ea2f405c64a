"""The order of the bids under their method, and who settles equal ones."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import chain, groupby, pairwise, starmap
from operator import itemgetter, ne
from typing import TypeAlias

from attrs import frozen

from tender_engine.evaluation import Rank, Score
from tender_engine.events import RankingDecision, Withdrawal
from tender_engine.faults import Fault
from tender_engine.findings import Notice, natural
from tender_engine.terms import Envelope, StageId, Subject
from tender_engine.workflow import Case
from tender_rules.procurement_kind import WEIGHED, has_prakualifikasi
from tender_rules.stages.auction import auction_of
from tender_rules.stages.files import price_file
from tender_rules.stages.methods import (
    BY_HEA,
    combined_score,
    ordering,
    price_score,
    technical_score,
)
from tender_rules.stages.preference import preference_of
from tender_rules.stages.scoring import panel_of
from tender_rules.stages.shortlist import passers, qualification_score, tied_groups
from tender_rules.stages.standing_acts import last_act
from tender_rules.stages.ties import decided_order

__all__ = ["contradicted", "in_order", "rank", "score_of", "scores", "settled", "tied", "undecided"]

Figured: TypeAlias = Decimal | Fraction
_SCORED = (StageId.EVALUASI_KUALIFIKASI, StageId.EVALUASI_TEKNIS)


@frozen
class Order:
    """The bids in order, each with its figure.

    Attributes:
        figures: by bidder, the first first; of equal bids as the Pokja settled them, else by id.
        equal: the groups of one figure that nothing else sets apart.
        undecided: those of them whose order awaits the Pokja's decision.
    """

    figures: Mapping[str, Figured]
    equal: tuple[tuple[str, ...], ...] = ()
    undecided: tuple[tuple[str, ...], ...] = ()


def settled(case: Case) -> bool:
    """Whether the order can be made: everybody who may enter it has passed or fallen."""
    stages = _ranked_by(case)
    return case.until_decided("settled", lambda: not any(case.pending(stages)), *stages)


def _ranked_by(case: Case) -> tuple[StageId, ...]:
    """The stages on whose verdicts the order rests."""
    return case.once("ranked by", lambda: _up_to(case, ordering(case).after))


def _up_to(case: Case, stage: StageId) -> tuple[StageId, ...]:
    return (*case.leading_to(stage), stage)


def rank(case: Case) -> tuple[Rank, ...]:
    """The order by the method's figure, unrounded; empty while somebody is undecided.

    Equal bids share a rank until the Pokja has decided on exactly those.
    """
    return case.until_decided("rank", lambda: tuple(_ranks(case)), *_ranked_by(case))


def _ranks(case: Case) -> Iterator[Rank]:
    by, order = ordering(case).by, _order(case)
    places = {name: place for place, name in enumerate(order.figures, 1)}
    for first, *others in order.undecided:
        places |= dict.fromkeys(others, places[first])
    for name, figure in order.figures.items():
        yield Rank(places[name], name, by, figure)


def in_order(case: Case) -> Iterable[str]:
    """Who has a rank, the first first; of equal bids by their ids until the Pokja has decided."""
    return _order(case).figures


def tied(case: Case) -> bool:
    """Whether equal bids await the Pokja's decision."""
    return bool(undecided(case))


def undecided(case: Case) -> tuple[str, ...]:
    """Whose order among equal bids awaits the Pokja's decision."""
    return tuple(chain.from_iterable(_order(case).undecided))


def _order(case: Case) -> Order:
    """Bids in order; an equal figure is parted by technical scores, where the method has them."""
    return case.until_decided("order", lambda: _ordered(case), *_ranked_by(case))


def _ordered(case: Case) -> Order:
    if not settled(case):
        return Order({})
    by = ordering(case)
    figures = [(name, by.figure(case, name)) for name in case.passed(by.after)]
    known = [(name, figure) for name, figure in figures if figure is not None]
    # Equal bids stay in the natural order of their ids, in which the participants stand.
    known.sort(key=itemgetter(1), reverse=by.highest)
    order = dict(known)
    if all(starmap(ne, pairwise(order.values()))):
        return Order(order)
    return _with_equals(case, known)


def _with_equals(case: Case, known: Iterable[tuple[str, Figured]]) -> Order:
    """The order of bids of which some have one figure."""
    order: dict[str, Figured] = {}
    equal: list[tuple[str, ...]] = []
    undecided: list[tuple[str, ...]] = []
    for figure, group in groupby(known, key=itemgetter(1)):
        for part in _parted(case, [name for name, _ in group]):
            decided = _decision_on(case, part)
            order |= dict.fromkeys(decided or part, figure)
            if len(part) > 1:
                equal.append(tuple(part))
            if not decided:
                undecided.append(tuple(part))
    return Order(order, tuple(equal), tuple(undecided))


def _decision_on(case: Case, names: list[str]) -> list[str] | None:
    """As the Pokja settled equal bids, after the list where there is one."""
    standing = last_act(case, Subject.KUALIFIKASI)
    return decided_order(case, names, standing.at if standing else None)


def _parted(case: Case, names: list[str]) -> list[list[str]]:
    """Equal bids in order: by TKDN where they are equal in HEA, else by technical score."""
    groups = [names]
    for part in (_by_tkdn, _by_score):
        groups = [equal for group in groups for equal in part(case, group)]
    return groups


def _by_tkdn(case: Case, names: list[str]) -> list[list[str]]:
    """Of equal HEA the higher TKDN comes first, where each bid has one TKDN."""
    if len(names) == 1 or ordering(case).by != BY_HEA:
        return [names]
    found = {name: tkdn for name in names if (tkdn := _tkdn(case, name)) is not None}
    if len(found) < len(names) or len(set(found.values())) == 1:
        return [names]
    case.ask(lambda ask: ask.text("preference.equal_hea"))
    words = "HEA sama; diurutkan menurut TKDN yang lebih besar (Pasal 67)."
    return _in_order(case, found, ("SAMA_DIURUTKAN_TKDN", words))


def _tkdn(case: Case, name: str) -> Decimal | None:
    file = price_file(case, case.participants[name], None)
    found = case.ask(lambda ask: preference_of(file, ask))
    return found.tkdn if found else None


def _by_score(case: Case, names: list[str]) -> list[list[str]]:
    order = ordering(case)
    equalized = case.package.tender.envelope is Envelope.DUA_TAHAP
    by_score = order.figure is technical_score
    if len(names) == 1 or equalized or not order.scored or by_score or order.by == BY_HEA:
        return [names]
    scores = {name: technical_score(case, name) or Fraction(0) for name in names}
    if len(set(scores.values())) == 1:
        return [names]
    param = "ranking.equal_score" if order.highest else "ranking.equal_price"
    case.ask(lambda ask: ask.text(param))
    words = "Nilai sama pada dasar pemeringkatan; diurutkan menurut nilai teknis tertinggi."
    return _in_order(case, scores, ("SAMA_DIURUTKAN_NILAI_TEKNIS", words))


def _in_order(
    case: Case, figures: Mapping[str, Decimal | Fraction], told: tuple[str, str]
) -> list[list[str]]:
    """The highest first, and a notice to each by what they were parted."""
    for name in figures:
        case.notice(Notice(*told, name, audience="publik"))
    ordered = sorted(figures, key=lambda name: (-figures[name], natural(name)))
    return [list(group) for _, group in groupby(ordered, key=lambda name: figures[name])]


def contradicted(case: Case) -> Iterator[Fault]:
    """Decisions on an order that the figures do not leave open."""
    waits = has_prakualifikasi(case.package.tender) and passers(case) is None
    if waits or not settled(case):
        return
    equal = (*_order(case).equal, *tied_groups(case))
    known = {tuple(sorted(names)) for names in equal}
    for index, event in enumerate(case.package.events):
        if not isinstance(event, RankingDecision) or _is_overtaken(case, event):
            continue
        if tuple(sorted(event.order)) not in known:
            names = ", ".join(event.order)
            yield Fault("ATR020", ("events", index, "order"), {"order": names})


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
    ranked = weighed and any(place.participant == name for place in rank(case))
    found = (
        qualification_score(case, name),
        technical_score(case, name) if case.verdict(StageId.EVALUASI_TEKNIS, name) else None,
        price_score(case, name) if ranked else None,
        combined_score(case, name) if ranked else None,
    )
    return Score(name, *found) if any(score is not None for score in found) else None
