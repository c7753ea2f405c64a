"""SPSE's tables beside an evaluation: the same, or otherwise and why; nothing that is sealed."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from tender_desk.documents.view import View
from tender_desk.ooxml.numerals import amount_of
from tender_desk.spse.explaining import Explanation, Ours, explain, ours_of
from tender_desk.spse.marks import MarkCompared, Parted, compared_marks
from tender_desk.spse.page_values import Meaning, SpseReading, TableKind
from tender_desk.spse.rincian import Rincian, compared_lines, owner_of
from tender_desk.spse.whose_row import Gathered, Known, Match, gather, matches, winners
from tender_engine.evaluation import Evaluation, PriceResult
from tender_engine.findings import Citation, natural
from tender_engine.model import Participant, Price
from tender_engine.numbers import exact, with_vat
from tender_engine.terms import Envelope, StageId
from tender_rules.stages.known_vat import known_base
from tender_rules.stages.offered import Offered, offered_by
from tender_rules.stages.schedule import Schedule
from tender_rules.words import rupiah

__all__ = [
    "BidderCompared",
    "Figure",
    "SpseComparison",
    "State",
    "Untold",
    "cited_behind",
    "compare_spse",
]

_OURS = {
    Meaning.PENAWARAN: "stated_total",
    Meaning.TERKOREKSI: "corrected_total",
    Meaning.NEGOSIASI: "negotiated_total",
    Meaning.REVERSE_AUCTION: "reverse_auction_total",
}
_PARAM = "correction.vat_rate"


class State(StrEnum):
    """How a total of SPSE stands to ours. `NOL` is a zero, which SPSE shows where nothing is."""

    SAMA = "sama"
    BERBEDA = "berbeda"
    NOL = "nol"
    TANPA_NEGOSIASI = "tanpa_negosiasi"
    BELUM_ADA = "belum_ada"


class Untold(StrEnum):
    """Why the amounts that SPSE shows of a bidder are not compared and not told."""

    TERSEGEL = "tersegel"
    TANPA_HARGA = "tanpa_harga"


class Written(StrEnum):
    """What a bid as SPSE shows it is in the package, where it is not the total stated there."""

    DAFTAR = "total_daftar"
    TANPA_PPN = "tanpa_ppn"
    LAIN = "lain"


@frozen
class Figure:
    """A total of SPSE beside ours, in rupiah with PPN; `written` only of a bid that differs."""

    meaning: Meaning
    theirs: Decimal
    ours: Decimal | None
    state: State
    written: Written | None = None

    @property
    def difference(self) -> Decimal | None:
        """SPSE's less ours; null where there is none of ours, or SPSE shows no more than a zero."""
        if self.ours is None or self.state is State.NOL:
            return None
        with exact():
            return self.theirs - self.ours


@frozen
class BidderCompared:
    """One participant. Where `untold` says why, SPSE has amounts of it and none of them is here."""

    id: str
    untold: Untold | None = None
    figures: tuple[Figure, ...] = ()
    marks: tuple[MarkCompared, ...] = ()
    explanation: Explanation | None = None
    rincian: tuple[Rincian, ...] = ()
    contradicted: tuple[Meaning, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing that was compared differs."""
        figures = all(f.state in (State.SAMA, State.TANPA_NEGOSIASI) for f in self.figures)
        marks = all(mark.state is Parted.SAMA for mark in self.marks)
        lines = not any(found.lines or found.rest for found in self.rincian)
        return figures and marks and lines and not (self.contradicted or self.untold)


@frozen
class SpseComparison:
    """Everything that SPSE's tables say beside the evaluation.

    Attributes:
        bidders: the participants of whom SPSE tells.
        unmatched: rows that are of nobody, with the doubt.
        silent: the participants of whom SPSE tells nothing.
        winners: the participants whom SPSE marks as winner.
        strangers: whom SPSE marks as winner and whose row is of nobody here, by name.
        winner: ours.
        facts: what the page says of the tender itself otherwise: key, theirs, ours.
        ownerless: the tables of lines whose bidder is not sure, by file and table.
        opened: the rows whose figures may be told, by file, table and row.
    """

    bidders: tuple[BidderCompared, ...]
    unmatched: tuple[Match, ...]
    silent: tuple[str, ...]
    winners: tuple[str, ...]
    strangers: tuple[str, ...]
    winner: str | None
    facts: tuple[tuple[str, str, str], ...]
    ownerless: tuple[tuple[int, int], ...]
    opened: frozenset[tuple[int, int, int]]

    @property
    def same(self) -> bool:
        """Whether everything that SPSE says was found here, and is the same."""
        won = not self.winners or self.winners == (self.winner,)
        whole = not (self.unmatched or self.silent or self.facts or self.ownerless)
        return self.any and won and whole and all(bidder.same for bidder in self.bidders)

    @property
    def any(self) -> bool:
        """Whether there was anything to compare."""
        of_bidders = any(b.figures or b.marks or b.rincian for b in self.bidders)
        return of_bidders or bool(self.winners or self.strangers)


def compare_spse(evaluation: Evaluation, readings: Sequence[SpseReading]) -> SpseComparison:
    """Compare what was read of SPSE with `evaluation`; nothing of a sealed price is compared."""
    view = View.of(evaluation)
    people = tuple(view.participants.values())
    known = [Known(who.id, who.name, who.npwp) for who in people]
    found = matches(readings, known)
    together = gather(found)
    rincian, ownerless = _rincian(readings, known)
    mentioned = [who for who in people if who.id in together or who.id in rincian]
    won = winners(found)
    return SpseComparison(
        bidders=tuple(
            _bidder(view, who, together.get(who.id, Gathered(who.id)), rincian.get(who.id, ()))
            for who in mentioned
        ),
        unmatched=tuple(m for m in found if m.id is None),
        silent=tuple(who.id for who in people if who not in mentioned),
        winners=tuple(sorted({m.id for m in won if m.id is not None}, key=natural)),
        strangers=tuple(sorted({m.row.name for m in won if m.id is None}, key=natural)),
        winner=evaluation.winner,
        facts=tuple(dict.fromkeys(_facts(evaluation, readings))),
        ownerless=ownerless,
        opened=frozenset(_opened_rows(view, readings, found, rincian)),
    )


def _bidder(
    view: View, who: Participant, said: Gathered, tables: Sequence[tuple[int, int, SpseReading]]
) -> BidderCompared:
    marks = tuple(compared_marks(view.evaluation, who.id, said.marks))
    contradicted = tuple(sorted(said.contradicted))
    result, price = view.evaluation.price(who.id), view.bids.get(who.id)
    if result is None or price is None:
        untold = Untold.TERSEGEL if _has_a_seal(view, who) else Untold.TANPA_HARGA
        shown = said.amounts or tables
        return BidderCompared(
            who.id, untold if shown else None, marks=marks, contradicted=contradicted
        )
    offered = _offered(view, price)
    figures = tuple(_figures(result, offered, said))
    ours = _ours(view, offered, result)
    theirs = said.amounts.get(Meaning.TERKOREKSI) or None
    explained = None
    if ours is not None and theirs is not None and theirs != ours.total:
        explained = explain(ours, theirs)
    lines = () if ours is None else tuple(_compared(view, price, ours, theirs, tables))
    return BidderCompared(who.id, None, figures, marks, explained, lines, contradicted)


def _offered(view: View, price: Price) -> Offered:
    """The bid's rates beside the lines of the document."""
    tender, law = view.package.tender, view.evaluation.law
    schedule = Schedule.of(tender.hps, tender.contract, other_base=known_base(law))
    with exact():
        return offered_by(price, schedule)


def _ours(view: View, offered: Offered, result: PriceResult) -> Ours | None:
    by_bidder = view.evaluation.law.value(_PARAM).value == "penawaran"
    rounding = view.package.tender.asks(StageId.KOREKSI_ARITMATIK).rounding
    price, schedule = offered.price, offered.schedule
    return ours_of(price, schedule, result, bidder_rate=by_bidder, rounding=rounding)


def _figures(result: PriceResult, offered: Offered, said: Gathered) -> Iterator[Figure]:
    for meaning, name in _OURS.items():
        theirs = said.amounts.get(meaning)
        if theirs is not None:
            ours: Decimal | None = getattr(result, name)
            state = _state(meaning, theirs, ours, said.amounts)
            other = meaning is Meaning.PENAWARAN and state is State.BERBEDA
            yield Figure(meaning, theirs, ours, state, _written(theirs, offered) if other else None)


def _written(theirs: Decimal, offered: Offered) -> Written:
    """Why the package states another total: it may be that of the list, or have no PPN."""
    price = offered.price
    if theirs == price.schedule_total:
        return Written.DAFTAR
    with exact():
        without = with_vat(theirs, offered.general) == price.stated_total
    return Written.TANPA_PPN if without else Written.LAIN


def _state(
    meaning: Meaning, theirs: Decimal, ours: Decimal | None, said: Mapping[Meaning, Decimal]
) -> State:
    if theirs == ours:
        return State.SAMA
    if not theirs:
        return State.NOL
    if ours is not None:
        return State.BERBEDA
    before = (said.get(Meaning.TERKOREKSI), said.get(Meaning.PENAWARAN))
    if meaning is Meaning.NEGOSIASI and theirs in before:
        return State.TANPA_NEGOSIASI  # SPSE repeats the price of whom nobody talked with
    return State.BELUM_ADA


def _rincian(
    readings: Sequence[SpseReading], known: Sequence[Known]
) -> tuple[dict[str, list[tuple[int, int, SpseReading]]], tuple[tuple[int, int], ...]]:
    """The tables of lines by whose they are, and those of nobody."""
    owned: dict[str, list[tuple[int, int, SpseReading]]] = {}
    ownerless = []
    for file, reading in enumerate(readings):
        for at, table in enumerate(reading.tables):
            if table.kind is not TableKind.RINCIAN:
                continue
            owner = owner_of(table, reading, known)
            if owner is None:
                ownerless.append((file, table.number))
            else:
                owned.setdefault(owner, []).append((file, at, reading))
    return owned, tuple(ownerless)


def _opened_rows(
    view: View,
    readings: Sequence[SpseReading],
    found: Sequence[Match],
    owned: Mapping[str, Sequence[tuple[int, int, SpseReading]]],
) -> Iterator[tuple[int, int, int]]:
    """The rows of prices that were opened here; where none is sealed, the rows of nobody too."""
    public = view.bids and not any(
        _has_a_seal(view, who) for who in view.participants.values() if who.id not in view.bids
    )
    if public:
        for file, reading in enumerate(readings):
            for table in reading.tables:
                places = [row.place for row in table.bidders] + [row.place for row in table.items]
                yield from ((file, table.number, place.row) for place in places)
        return
    for m in found:
        if m.id in view.bids:
            yield m.file, m.row.place.table, m.row.place.row
    for owner, tables in owned.items():
        for file, at, reading in tables if owner in view.bids else ():
            for item in reading.tables[at].items:
                yield file, reading.tables[at].number, item.place.row


def _has_a_seal(view: View, who: Participant) -> bool:
    """Whether a price that was not opened here is under a seal, and not simply not there."""
    return who.price is not None or view.package.tender.envelope is not Envelope.SATU_FILE


def _compared(
    view: View,
    price: Price,
    ours: Ours,
    theirs: Decimal | None,
    tables: Sequence[tuple[int, int, SpseReading]],
) -> Iterator[Rincian]:
    for _, at, reading in tables:
        yield compared_lines(reading.tables[at], view.package.tender, price, ours, theirs)


def _facts(
    evaluation: Evaluation, readings: Sequence[SpseReading]
) -> Iterator[tuple[str, str, str]]:
    """The code of another tender is the first thing to see: a page of it may have been saved."""
    tender = evaluation.package.tender
    amounts = {"nilai pagu paket": tender.pagu, "nilai hps paket": tender.hps.total}
    for key, value in (fact for reading in readings for fact in reading.facts):
        if key in ("kode tender", "kode seleksi") and value != tender.code:
            yield key, value, tender.code
        elif key in amounts and amount_of(value) != amounts[key]:
            yield key, value, rupiah(amounts[key])


def cited_behind(evaluation: Evaluation, bidder: str, rule: str) -> tuple[Citation, ...]:
    """The provisions behind one rule of our correction of a bid."""
    verdicts = dict(evaluation.verdicts_of(bidder))
    ours = verdicts.get(StageId.KOREKSI_ARITMATIK)
    for finding in ours.findings if ours else ():
        if finding.rule == rule:
            return finding.citations
    known = evaluation.basis.rules[rule]
    return evaluation.law.cite_all(known.cites, known.since)
