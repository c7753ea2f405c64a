"""The strategy for whole valid packages of every procedure, envelope and method."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tender_engine.model import (
    Assessment,
    Facts,
    Hps,
    LifeCycle,
    Package,
    Participant,
    Price,
    Requirements,
    Submitted,
    Tender,
)
from tender_engine.rulebook import Rulebook
from tender_engine.seals import Sealed
from tender_engine.terms import AssessmentVerdict, Envelope, Method, ProcedureName, StageId
from tender_rules.stages.administration import BID_BOND, BID_VALIDITY
from tender_rules.stages.low_bids import FAIRNESS
from tender_rules.testing.aimed import shares_of, won_by
from tender_rules.testing.choosing import any_of
from tender_rules.testing.combinations import Combination, combinations
from tender_rules.testing.days import moved
from tender_rules.testing.demands import BOND, JUDGED, VALIDITY, YEARS, criterion_of, demands
from tender_rules.testing.happenings import (
    APPLIED_AT,
    PROVEN_AT,
    REVISED_AT,
    SCREENED_AT,
    closed,
    events,
    listed,
)
from tender_rules.testing.judgements import START, at_own_times
from tender_rules.testing.lowest_price import ANNOUNCED_ON, HANDED_IN, checked, panel, plain_tender
from tender_rules.testing.prices import estimates, prices
from tender_rules.testing.scores import scores_of_panel

__all__ = ["procurements"]

_SHARES = (70, 79, 80, 85, 85, 90, 90, 95, 100, 101)
_SELDOM = 9
# Judged before any bid, where there is a prakualifikasi.
_QUALIFIED_BY = (StageId.EVALUASI_KUALIFIKASI, StageId.PEMBUKTIAN_KUALIFIKASI)

# Costs of the years in round millions, so that equal sums are common.
_MILLIONS = st.integers(0, 3).map(lambda count: Decimal(count) * 1_000_000)
_OF_YEARS = st.tuples(*[_MILLIONS] * YEARS)
_LIFE_CYCLES = st.builds(LifeCycle, _OF_YEARS, _OF_YEARS, _MILLIONS)


@st.composite
def procurements(
    draw: DrawFn,
    *,
    method: Method | None = None,
    procedure: ProcedureName | None = None,
    envelope: Envelope | None = None,
    bidders: tuple[int, int] = (0, 4),
    lines: int = 3,
    complete: bool = True,
    clean_prices: bool = False,
    extreme_amounts: bool = False,
    shares: Sequence[int] = _SHARES,
    winner: str | None = None,
    announced_on: SearchStrategy[dt.date] | None = None,
    rulebook: Rulebook | None = None,
) -> Package:
    """Whole packages of any procedure, envelope and method that the reader accepts.

    A prakualifikasi whose list comes about goes on with the bids of the listed; the others end
    there. A Seleksi may have held its talks.

    Args:
        draw: given by Hypothesis.
        method: the method of evaluation; any where it is not given, and so for the next two.
        procedure: of a Tender; a Seleksi has the one of its category.
        envelope: of a Tender; a Seleksi always has two files.
        bidders: the least and the most number of bids or, before them, of applicants.
        lines: the most lines in the estimate.
        complete: nothing is missing, so the evaluation never waits; without it scores, prices or
            openings may be.
        clean_prices: nothing to correct in any bid.
        extreme_amounts: unit prices from a thousand rupiah to as far as the format goes.
        shares: of the estimate, in percent, which the bids are about; some have to be bids that
            the method lets win.
        winner: the bidder, `p1` or a later one, that wins where three or more bid: nothing speaks
            against anybody, and it has the lowest price and the highest scores.
        announced_on: the day, such as `any_regime()`; everything else happens as long after it as
            ever. In May 2022 where it is not given.
        rulebook: under which lists and equal bids are found; the national one where it is not
            given.
    """
    chosen = combinations(draw, method, procedure, envelope)
    hps = estimates(
        draw,
        chosen.contract,
        lines=lines,
        one_rate=False,
        complete=True,
        extreme=extreme_amounts,
    )
    aimed = winner is not None
    clean = clean_prices or aimed
    asked = demands(draw, chosen)
    day = ANNOUNCED_ON if announced_on is None else draw(announced_on)
    members = [f"m{number + 1}" for number in range(any_of(draw, [3, 3, 5]))]
    names = [f"p{number}" for number in range(1, draw(st.integers(*bidders)) + 1)]
    bids = []
    for name in names:
        share = Decimal(any_of(draw, shares_of(name, winner, shares)))
        price = prices(draw, hps, chosen.contract, clean=clean, share=share, detailed=True)
        bids.append(_bidder(draw, name, chosen, price, complete, good=aimed))
    # Elsewhere the proof comes after the prices were opened.
    starts = {StageId.PEMBUKTIAN_KUALIFIKASI: PROVEN_AT}
    if chosen.before:
        starts = dict.fromkeys(_QUALIFIED_BY, SCREENED_AT)
    package = Package(
        tender=_tender(chosen, hps, asked, day),
        pokja=panel(members),
        participants=tuple(bids),
        assessments=at_own_times(
            (
                *_verdicts(draw, chosen, names, members, good=aimed),
                *scores_of_panel(draw, asked, names, members, complete=complete),
            ),
            starts,
        ),
        events=events(draw, chosen, len(names), complete=complete),
    )
    if winner is not None:
        package = won_by(package, winner)
    elif len(names) > 1 and draw(st.integers(0, 3)) == 0:
        package = _with_twins(package, *names[:2])
    if chosen.before:
        package = listed(package, members, rulebook)
    if complete:
        package = closed(package, members, rulebook, talks=draw(st.booleans()))
    return checked(moved(package, day - ANNOUNCED_ON), rulebook)


def _tender(
    chosen: Combination, hps: Hps, asked: Mapping[StageId, Requirements], day: dt.date
) -> Tender:
    """The tender; where the budget is a bound on bids, some have to be above it."""
    bounds = chosen.method is Method.PAGU_ANGGARAN
    return evolve(
        plain_tender(chosen.category, chosen.contract, hps, asked),
        procedure=chosen.procedure,
        envelope=chosen.envelope,
        method=chosen.method,
        announced_on=day,
        pagu=hps.total - (hps.total / 20 if bounds else 0),
    )


def _with_twins(package: Package, first: str, second: str) -> Package:
    """`package` with two bids of one price and one score, which nothing in the law parts."""
    (price,) = (who.price for who in package.participants if who.id == first)
    bids = (
        evolve(who, price=price) if price and who.price and who.id == second else who
        for who in package.participants
    )
    kept = [x for x in package.assessments if x.score is None or x.participant != second]
    same = [x for x in kept if x.score is not None and x.participant == first]
    copied = [evolve(entry, participant=second) for entry in same]
    return evolve(package, participants=tuple(bids), assessments=(*kept, *copied))


def _bidder(
    draw: DrawFn, name: str, chosen: Combination, price: Price, complete: bool, *, good: bool
) -> Participant:
    """A bidder with its two offers; but for a `good` one seldom without the second or a price."""
    two, second = chosen.envelope is Envelope.DUA_TAHAP, None
    if two and (good or draw(st.integers(0, _SELDOM)) < _SELDOM):
        second = REVISED_AT
    there = complete or good or draw(st.integers(0, _SELDOM)) < _SELDOM
    if chosen.method is Method.UMUR_EKONOMIS and (complete or draw(st.booleans())):
        price = evolve(price, life_cycle=draw(_LIFE_CYCLES))
    handed_in = Submitted(APPLIED_AT if chosen.before else None, HANDED_IN, second)
    short = not good and draw(st.integers(0, _SELDOM)) == _SELDOM
    named = {BID_VALIDITY.key: VALIDITY - 1 if short else VALIDITY, BID_BOND.key: BOND}
    offered = Facts(named=named)
    return Participant(
        name,
        f"CV Contoh {name}",
        handed_in,
        facts={StageId.EVALUASI_ADMINISTRASI: offered},
        price=Sealed(price) if there and (second or not two) else None,
    )


def _verdicts(
    draw: DrawFn, chosen: Combination, names: Sequence[str], members: Sequence[str], *, good: bool
) -> list[Assessment]:
    """Everybody meets everything, low prices are fair; unless all are `good`, not everywhere."""
    joint, bad = tuple(members), AssessmentVerdict.TIDAK_MEMENUHI
    met, note = AssessmentVerdict.MEMENUHI, "diminta dua, ditawarkan satu"
    made = [Assessment(stage, "*", joint, START, verdict=met) for stage in JUDGED]
    for name in names:
        if not good and draw(st.integers(0, _SELDOM)) == _SELDOM:
            stage = any_of(draw, JUDGED)
            one = criterion_of(stage)
            made.append(Assessment(stage, name, joint, START, one, bad, note=note))
        if not chosen.seleksi:
            fair = met if good else any_of(draw, [met, met, bad])
            low = StageId.EVALUASI_HARGA
            made.append(Assessment(low, name, joint, START, FAIRNESS.key, fair, note=note))
    return made
