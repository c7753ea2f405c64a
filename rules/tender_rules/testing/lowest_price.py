"""The strategy for whole valid packages."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.declared import Declarations
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    Clarification,
    Closing,
    Deadline,
    Event,
    Extension,
    Minutes,
    RankingDecision,
)
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.values import amended
from tender_engine.model import (
    Document,
    Equipment,
    Facts,
    Hps,
    Member,
    Package,
    Participant,
    Person,
    Pokja,
    PokjaMember,
    Price,
    Requirements,
    Submitted,
    Tender,
)
from tender_engine.rulebook import Rulebook
from tender_engine.seals import Sealed
from tender_engine.terms import Category, Contract, Envelope, Method, Phase, ProcedureName, StageId
from tender_rules.rulebook import national
from tender_rules.testing.choosing import any_of
from tender_rules.testing.judgements import START, judgements, requirements
from tender_rules.testing.named import bidders_own, facts
from tender_rules.testing.prices import estimates, prices

__all__ = [
    "ANNOUNCED_ON",
    "HANDED_IN",
    "checked",
    "order_equal_bids",
    "packages",
    "panel",
    "plain_tender",
]

# What decides nothing.
_KEY_PERSON = Person("Budi", position="pelaksana", certificate="SKK 1021")
_MACHINE = Equipment("a1", "Ekskavator", serial="0012", owner="CV Alat Contoh")

_CONTRACTS = (Contract.HARGA_SATUAN, Contract.LUMSUM, Contract.GABUNGAN, Contract.PUTAR_KUNCI)
ANNOUNCED_ON = dt.date(2022, 5, 2)
HANDED_IN = START - dt.timedelta(days=8)
_NEAR_AND_FAR = (60, 79, 80, 81, 85, 85, 90, 95, 100, 101)


@st.composite
def packages(
    draw: DrawFn,
    *,
    contract: Contract | None = None,
    bidders: tuple[int, int] = (0, 4),
    lines: int = 4,
    complete: bool = False,
    clean_prices: bool = False,
    one_rate: bool = False,
    everybody: bool = False,
    spaced: bool = False,
    unrounded: bool = False,
    rulebook: Rulebook | None = None,
) -> Package:
    """Whole packages that the reader accepts and the engine evaluates.

    Args:
        draw: given by Hypothesis.
        contract: the kind of contract; any that is evaluated where it is not given.
        bidders: the least and the most number of bids.
        lines: the most lines in the estimate.
        complete: nothing is missing: every fact is known, every question decided, every equal
            price ordered, so the evaluation never waits.
        clean_prices: nothing to correct in any bid.
        one_rate: every line, asked and offered, has the one PPN rate.
        everybody: no pool, and everybody who passes the price is called to the proof.
        spaced: bids lie between 81 and 110 percent of the estimate, no two alike; prices are clean.
        unrounded: the document does not round totals.
        rulebook: whose checks are asked, and under which equal bids are found; the national one
            where it is not given.
    """
    declared = (rulebook or national()).declarations
    kind = any_of(draw, _CONTRACTS) if contract is None else contract
    hps = estimates(draw, kind, lines=lines, one_rate=one_rate, complete=complete)
    category = _category(draw, kind)
    works = category is Category.PEKERJAAN_KONSTRUKSI
    asked = requirements(draw, declared, works=works, everybody=everybody, unrounded=unrounded)
    members = [f"m{number + 1}" for number in range(any_of(draw, [3, 3, 5]))]
    files = _price_files(draw, hps, kind, bidders, clean_prices, one_rate, complete, spaced)
    bids = [
        _bidders(draw, f"p{number}", file, declared, asked, complete)
        for number, file in enumerate(files, start=1)
    ]
    if draw(st.booleans()):
        bids.append(Participant("terdaftar", "CV Hanya Mendaftar"))
    names = [bid.id for bid in bids]
    package = Package(
        tender=plain_tender(category, kind, hps, asked),
        pokja=panel(members),
        participants=tuple(bids),
        assessments=judgements(draw, asked, names, members, complete=complete),
        events=_events(draw, names, closed=complete),
    )
    if complete:
        package = order_equal_bids(evaluate(package, rulebook or national()), members)
    return checked(package, rulebook)


def checked(package: Package, rulebook: Rulebook | None = None) -> Package:
    """What was drawn, as the reader makes it: marked, so that it is evaluated as it is.

    Raises:
        PackageRefusedError: it is no package that a file could hold.
    """
    law = rulebook or national()
    if package.is_checked(law.declared):
        return package
    reading = amended(package, law)
    if reading.package is None:
        raise PackageRefusedError(reading.faults)
    return reading.package


def _category(draw: DrawFn, contract: Contract) -> Category:
    """Putar kunci is for works only (Perpres 16/2018 Pasal 27 ayat (2) huruf d)."""
    if contract is Contract.PUTAR_KUNCI:
        return Category.PEKERJAAN_KONSTRUKSI
    return any_of(draw, [Category.BARANG, Category.PEKERJAAN_KONSTRUKSI, Category.JASA_LAINNYA])


def panel(members: Sequence[str]) -> Pokja:
    """The Pokja of these members."""
    return Pokja("SK 01/2022", tuple(PokjaMember(m, f"Anggota {m}") for m in members))


def plain_tender(
    category: Category, contract: Contract, hps: Hps, asked: Mapping[StageId, Requirements]
) -> Tender:
    """A Tender by pascakualifikasi in one file, where the lowest price wins."""
    return Tender(
        code="UJI-1",
        title="Pekerjaan contoh",
        buyer="Pemerintah Kabupaten Contoh",
        work_unit="Dinas Contoh",
        document=Document("01/CONTOH/2022", ANNOUNCED_ON),
        category=category,
        procedure=ProcedureName.PASCAKUALIFIKASI,
        envelope=Envelope.SATU_FILE,
        method=Method.HARGA_TERENDAH_SISTEM_GUGUR,
        contract=contract,
        announced_on=ANNOUNCED_ON,
        pagu=hps.total + 1_000,
        hps=hps,
        requirements=asked,
    )


def _price_files(
    draw: DrawFn,
    hps: Hps,
    contract: Contract,
    bidders: tuple[int, int],
    clean: bool,
    one_rate: bool,
    complete: bool,
    spaced: bool,
) -> list[Price | None]:
    """One price file a bidder; `None` where it is not there yet. Equal ones are common."""
    least, most = bidders
    if spaced:
        some = st.lists(st.integers(81, 110), min_size=least, max_size=most, unique=True)
    else:
        some = st.lists(st.sampled_from(_NEAR_AND_FAR), min_size=least, max_size=most)
    made: list[Price | None] = []
    for share in draw(some):
        price = prices(
            draw,
            hps,
            contract,
            clean=clean or spaced,
            share=Decimal(share),
            detailed=complete,
        )
        there = complete or clean or spaced or draw(st.integers(0, 7))
        made.append((_with_one_rate(price, hps) if one_rate else price) if there else None)
    return made


def _with_one_rate(price: Price, hps: Hps) -> Price:
    lines = price.lines
    if lines is not None:
        lines = tuple(evolve(line, vat_percent=None) for line in lines)
    return evolve(price, vat_percent=hps.vat_percent, lines=lines)


def _bidders(
    draw: DrawFn,
    name: str,
    price: Price | None,
    declared: Declarations,
    asked: Mapping[StageId, Requirements],
    complete: bool,
) -> Participant:
    """A bidder, alone or as a KSO of two."""
    known: Mapping[StageId, Facts] = facts(draw, declared, asked, complete=complete)
    members: tuple[Member, ...] = ()
    if draw(st.booleans()):
        members = tuple(
            Member(
                f"{name}.{number}",
                f"CV Anggota {number} dari {name}",
                named=bidders_own(draw, declared, complete=complete),
                share_percent=Decimal(share),
                lead=number == 1,
                facts=_of_members(facts(draw, declared, asked, complete=complete)),
            )
            for number, share in enumerate((60, 40), start=1)
        )
    return Participant(
        name,
        f"CV Contoh {name}",
        Submitted(penawaran=HANDED_IN),
        named=bidders_own(draw, declared, complete=complete),
        members=members,
        key_personnel=any_of(draw, (None, (_KEY_PERSON,))),
        equipment=any_of(draw, (None, (_MACHINE,))),
        facts=known,
        price=None if price is None else Sealed(price),
    )


def _of_members(known: Mapping[StageId, Facts]) -> Mapping[StageId, Facts]:
    stage = StageId.EVALUASI_KUALIFIKASI
    return {stage: known[stage]} if stage in known else {}


def _events(draw: DrawFn, participants: Sequence[str], *, closed: bool) -> tuple[Event, ...]:
    """Deadlines and papers; `closed` when the count of bids must stand."""
    until = HANDED_IN + dt.timedelta(hours=1)
    later = until + dt.timedelta(days=3)
    made: list[Event] = [Deadline(HANDED_IN - dt.timedelta(days=9), Phase.PENAWARAN, until)]
    if closed or draw(st.booleans()):
        made.append(Extension(until, Phase.PENAWARAN, later))
    if closed or draw(st.booleans()):
        made.append(Closing(later, Phase.PENAWARAN))
    if draw(st.booleans()):
        made.append(Minutes(START + dt.timedelta(days=9), "pemilihan", "BA-01/2022", "Contoh"))
    if draw(st.booleans()) and participants:
        who = any_of(draw, participants)
        stage = StageId.EVALUASI_TEKNIS
        made.append(Clarification(START, who, stage, "Berapa alat?", "Dua, terlampir."))
    return tuple(made)


def order_equal_bids(found: Evaluation, members: Sequence[str]) -> Package:
    """What was evaluated, with the panel's decision on every group of equal ones that awaits it."""
    package = found.given
    waiting = [item for item in found.awaiting if item.needs == "keputusan_peringkat"]
    if not waiting:
        return package
    groups: dict[object, list[str]] = {}
    for place in found.ranking:
        groups.setdefault(place.rank, []).append(place.participant)
    for item in waiting:
        if item.stage is StageId.PENETAPAN_HASIL_KUALIFIKASI and item.participant:
            groups.setdefault(item.stage, []).append(item.participant)
    at = START + dt.timedelta(days=5)
    decisions = tuple(
        RankingDecision(at, tuple(members), tuple(names), "urutan menurut waktu penyampaian")
        for names in groups.values()
        if len(names) > 1
    )
    return evolve(package, events=(*package.events, *decisions))
