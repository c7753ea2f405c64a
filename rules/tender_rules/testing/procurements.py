"""The strategy for whole valid packages of every procedure, envelope and method."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tender.model import (
    Assessment,
    Criterion,
    Facts,
    LifeCycle,
    Package,
    Participant,
    Pokja,
    PokjaMember,
    Price,
    Requirements,
    Submitted,
)
from tender.seals import Sealed
from tender.terms import (
    AssessmentVerdict,
    Category,
    Contract,
    Envelope,
    Method,
    ProcedureName,
    ProofScope,
    Rounding,
    StageId,
)
from tender_rules.kinds import CONSULTANCY, SCORED, WEIGHED
from tender_rules.testing.happenings import (
    APPLIED_AT,
    BIDS_IN,
    REVISED_AT,
    SCREENED_AT,
    closed,
    events,
    listed,
)
from tender_rules.testing.judgements import BOND, START
from tender_rules.testing.packages import plain_tender
from tender_rules.testing.prices import estimates, prices
from tender_rules.testing.scores import scored_requirements, scores_of_panel

__all__ = ["procurements"]

_TENDER_METHODS = (
    Method.HARGA_TERENDAH_SISTEM_GUGUR,
    Method.HARGA_TERENDAH_AMBANG_BATAS,
    Method.SISTEM_NILAI,
    Method.UMUR_EKONOMIS,
)
_IN_ONE_FILE = _TENDER_METHODS[:2]
_TENDER_CONTRACTS = (Contract.HARGA_SATUAN, Contract.LUMSUM, Contract.GABUNGAN)
_SELEKSI_CONTRACTS = (Contract.LUMSUM, Contract.WAKTU_PENUGASAN)
_SHARES = (70, 79, 80, 85, 85, 90, 90, 95, 100, 101)
# Technical weight by method: both ends of the range and something between.
_ON_TECHNICAL: Mapping[Method, tuple[str, ...]] = {
    Method.SISTEM_NILAI: ("60", "65.5", "70"),
    Method.KUALITAS_BIAYA: ("60", "75", "80"),
}
_YEARS = 2
_VALIDITY = 60
_WHOLE = Decimal(100)
_JUDGED = (
    StageId.EVALUASI_ADMINISTRASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.EVALUASI_TEKNIS,
    StageId.PENYETARAAN_TEKNIS,
    StageId.PEMBUKTIAN_KUALIFIKASI,
)
_QUALIFIED_BY = (StageId.EVALUASI_KUALIFIKASI, StageId.PEMBUKTIAN_KUALIFIKASI)
_SELDOM = 9


@frozen
class _Kind:
    """What is procured and how: everything that the rest of a package follows from."""

    method: Method
    category: Category
    procedure: ProcedureName
    envelope: Envelope
    contract: Contract

    @property
    def seleksi(self) -> bool:
        return self.category in CONSULTANCY

    @property
    def before(self) -> bool:
        return self.procedure is ProcedureName.PRAKUALIFIKASI


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
    """
    kind = draw(_kinds(method, procedure, envelope))
    hps = draw(estimates(kind.contract, lines=lines, one_rate=False, complete=True))
    asked = draw(_requirements(kind))
    members = [f"m{number + 1}" for number in range(draw(st.sampled_from([3, 3, 5])))]
    names = [f"p{number}" for number in range(1, draw(st.integers(*bidders)) + 1)]
    bids = []
    for name in names:
        share = Decimal(draw(st.sampled_from(_SHARES)))
        price = draw(prices(hps, kind.contract, clean=clean_prices, share=share, detailed=True))
        bids.append(draw(_bidders(name, kind, price, complete)))
    tender = plain_tender(kind.category, kind.contract, hps, asked)
    package = Package(
        tender=evolve(
            tender,
            procedure=kind.procedure,
            envelope=kind.envelope,
            method=kind.method,
            # Under this method the budget is a bound, so some bids have to be above it.
            pagu=hps.total - (hps.total / 20 if kind.method is Method.PAGU_ANGGARAN else 0),
        ),
        pokja=Pokja("SK 01/2022", tuple(PokjaMember(m, f"Anggota {m}") for m in members)),
        participants=tuple(bids),
        assessments=_at_own_times(
            (
                *draw(_verdicts(kind, names, members)),
                *draw(scores_of_panel(asked, names, members, complete=complete)),
            ),
            before=kind.before,
        ),
        events=draw(
            events(
                kind.method,
                kind.envelope,
                before=kind.before,
                count=len(names),
                complete=complete,
            )
        ),
    )
    if len(names) > 1 and draw(st.integers(0, 3)) == 0:
        package = _with_twins(package, *names[:2])
    if kind.before:
        package = listed(package, members)
    return closed(package, members, talks=draw(st.booleans())) if complete else package


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


@st.composite
def _kinds(
    draw: DrawFn,
    method: Method | None,
    procedure: ProcedureName | None,
    envelope: Envelope | None,
) -> _Kind:
    """A combination that the law allows (Pasal 39, 40, 42, 43 and 44)."""
    chosen = draw(st.sampled_from(Method)) if method is None else method
    if chosen not in _TENDER_METHODS:
        category = draw(st.sampled_from(CONSULTANCY))
        firm = category is Category.JASA_KONSULTANSI_BADAN_USAHA
        fitting = ProcedureName.PRAKUALIFIKASI if firm else ProcedureName.PASCAKUALIFIKASI
        contract = draw(st.sampled_from(_SELEKSI_CONTRACTS))
        return _Kind(chosen, category, fitting, Envelope.DUA_FILE, contract)
    category = draw(st.sampled_from([c for c in Category if c not in CONSULTANCY]))
    apart = [Envelope.DUA_FILE, Envelope.DUA_TAHAP]
    files = [Envelope.SATU_FILE, *apart] if chosen in _IN_ONE_FILE else apart
    return _Kind(
        chosen,
        category,
        procedure or draw(st.sampled_from(ProcedureName)),
        envelope or draw(st.sampled_from(files)),
        draw(st.sampled_from(_TENDER_CONTRACTS)),
    )


@st.composite
def _requirements(draw: DrawFn, kind: _Kind) -> Mapping[StageId, Requirements]:
    """One requirement a stage for people to judge, and what the method needs."""
    asked = {
        stage: Requirements(criteria=(Criterion(f"{stage[:12]}.0", "Syarat", "LDP 1"),))
        for stage in _JUDGED
    }
    stage = StageId.EVALUASI_ADMINISTRASI
    works = kind.category is Category.PEKERJAAN_KONSTRUKSI
    asked[stage] = evolve(
        asked[stage], bid_validity_days=_VALIDITY, bid_bond=BOND if works else None
    )
    if kind.method in SCORED:
        stage = StageId.EVALUASI_TEKNIS
        weights = _ON_TECHNICAL.get(kind.method)
        weight = None if weights is None else Decimal(draw(st.sampled_from(weights)))
        optional = kind.method is Method.SISTEM_NILAI
        unsur = kind.seleksi and draw(st.booleans())
        scored = draw(scored_requirements(stage, unsur=unsur, optional=optional, weight=weight))
        asked[stage] = evolve(scored, criteria=(*asked[stage].criteria, *scored.criteria))
        if weight is not None and kind.method in WEIGHED:
            asked[StageId.EVALUASI_HARGA] = Requirements(weight=_WHOLE - weight)
    if kind.method is Method.UMUR_EKONOMIS:
        asked[StageId.EVALUASI_HARGA] = Requirements(operating_years=_YEARS)
    if kind.seleksi and kind.before:
        stage = StageId.EVALUASI_KUALIFIKASI
        scored = draw(scored_requirements(stage, unsur=False, optional=False))
        asked[stage] = evolve(scored, criteria=(*asked[stage].criteria, *scored.criteria))
    if not kind.before:
        stage = StageId.PEMBUKTIAN_KUALIFIKASI
        scope = draw(st.sampled_from([None, *ProofScope]))
        asked[stage] = evolve(asked[stage], scope=scope)
    if draw(st.booleans()):
        asked[StageId.KOREKSI_ARITMATIK] = Requirements(rounding=Rounding.RUPIAH)
    return asked


@st.composite
def _bidders(draw: DrawFn, name: str, kind: _Kind, price: Price, complete: bool) -> Participant:
    """A bidder with its two offers; seldom without the second, or without a price yet."""
    two, second = kind.envelope is Envelope.DUA_TAHAP, None
    if two and draw(st.integers(0, _SELDOM)) < _SELDOM:
        second = REVISED_AT
    there = complete or draw(st.integers(0, _SELDOM)) < _SELDOM
    if kind.method is Method.UMUR_EKONOMIS and (complete or draw(st.booleans())):
        price = evolve(price, life_cycle=draw(_life_cycles()))
    handed_in = Submitted(APPLIED_AT if kind.before else None, BIDS_IN, second)
    short = draw(st.integers(0, _SELDOM)) == _SELDOM
    offered = Facts(bid_validity_days=_VALIDITY - 1 if short else _VALIDITY, bid_bond=BOND)
    return Participant(
        name,
        f"CV Contoh {name}",
        handed_in,
        facts={StageId.EVALUASI_ADMINISTRASI: offered},
        price=Sealed(price) if there and (second or not two) else None,
    )


def _life_cycles() -> SearchStrategy[LifeCycle]:
    """Costs of the years in round millions, so that equal sums are common."""
    millions = st.integers(0, 3).map(lambda count: Decimal(count) * 1_000_000)
    years = st.tuples(*[millions] * _YEARS)
    return st.builds(LifeCycle, years, years, millions)


@st.composite
def _verdicts(
    draw: DrawFn, kind: _Kind, names: Sequence[str], members: Sequence[str]
) -> list[Assessment]:
    """Everybody meets everything but who is named, and low prices are found fair or not."""
    joint, bad = tuple(members), AssessmentVerdict.TIDAK_MEMENUHI
    good, note = AssessmentVerdict.MEMENUHI, "diminta dua, ditawarkan satu"
    made = [Assessment(stage, "*", joint, START, verdict=good) for stage in _JUDGED]
    for name in names:
        if draw(st.integers(0, _SELDOM)) == _SELDOM:
            stage = draw(st.sampled_from(_JUDGED))
            one = f"{stage[:12]}.0"
            made.append(Assessment(stage, name, joint, START, one, bad, note=note))
        if not kind.seleksi:
            fair = draw(st.sampled_from([good, good, bad]))
            low = StageId.EVALUASI_HARGA
            made.append(Assessment(low, name, joint, START, "kewajaran_harga", fair, note=note))
    return made


def _at_own_times(entries: Sequence[Assessment], *, before: bool) -> tuple[Assessment, ...]:
    """Each at a time of its own; in a prakualifikasi what qualifies comes before any bid."""
    made = []
    for minute, entry in enumerate(entries):
        early = before and entry.stage in _QUALIFIED_BY
        start = SCREENED_AT if early else START
        made.append(evolve(entry, at=start + dt.timedelta(minutes=minute)))
    return tuple(made)
