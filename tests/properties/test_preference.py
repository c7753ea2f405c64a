"""Preferensi harga against a second, slow implementation, and what TKDN can and cannot do."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.findings import Verdict
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package, Participant
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Contract, Method, StageId
from tender_rules import national
from tender_rules.testing import packages, preferred, procurements, reordered
from tests.by_hand_prices import NO_PREFERENCE, hea, order_by_hea
from tests.properties.drawing import never_seen
from tests.properties.test_order import outcome
from tests.properties.test_verdicts import decided
from tests.reading import read_text

HARGA = StageId.EVALUASI_HARGA
RULE = "price.preference"
TENDERS = (
    Method.HARGA_TERENDAH_SISTEM_GUGUR,
    Method.HARGA_TERENDAH_AMBANG_BATAS,
    Method.SISTEM_NILAI,
    Method.UMUR_EKONOMIS,
)


def local(*, complete: bool = True, spaced: bool = True, contract: Contract | None = None,
          bidders: tuple[int, int] = (1, 4)) -> SearchStrategy[Package]:  # fmt: skip
    """Tenders by the lowest price under a preference; `spaced` bids lie near each other."""
    made = packages(
        contract=contract,
        bidders=bidders,
        complete=True,
        spaced=spaced,
        everybody=True,
        unrounded=True,
    )
    return made.flatmap(lambda package: preferred(package, complete=complete))


def known(found: Evaluation) -> dict[str, Fraction]:
    """The HEA of each bid that has one."""
    return {p.participant: Fraction(p.hea) for p in found.prices if p.hea is not None}


def bids(package: Package) -> list[Participant]:
    return [who for who in package.participants if who.price is not None]


@given(st.booleans().flatmap(lambda clean: local(complete=clean, spaced=clean)))
def test_a_second_implementation_has_the_same_hea(package: Package) -> None:
    """Of every bid whose breakdown makes its price, whatever its contract: known, unknown, none."""
    assume(all(_made_of_its_lines(package, who) for who in bids(package)))
    found = evaluate(package, national())
    for who in bids(package):
        stage = [v for v in found.stage(HARGA).verdicts if v.participant == who.id]
        if not stage:  # fell before its price was looked at
            continue
        price, expected = found.price(who.id), hea(package, who)
        assert price is not None
        told = None if price.hea is None else Fraction(price.hea)
        assert told == (None if expected == NO_PREFERENCE else expected)
        asked = [f for v in stage for f in v.findings if f.rule == RULE]
        assert bool(asked) == (expected != NO_PREFERENCE)
        if asked:
            assert (asked[0].verdict is Verdict.LULUS) == (told is not None)


def _made_of_its_lines(package: Package, who: Participant) -> bool:
    """Whether a breakdown, where it is one of a lumsum, comes to what was offered."""
    price = reveal_for_storage(who.price)
    contract, lines = package.tender.contract, package.tender.hps.lines or ()
    if contract in (Contract.HARGA_SATUAN, Contract.WAKTU_PENUGASAN) or price.lines is None:
        return True
    fixed = {x.id: x for x in lines if contract is not Contract.GABUNGAN or x.part == "lumsum"}
    offered = [x for x in price.lines if x.id in fixed]
    if any(x.amount is None for x in offered):
        return False
    net = sum((Fraction(x.amount or 0) for x in offered), Fraction(0))
    if contract is Contract.GABUNGAN:
        return price.stated_parts is None or net == Fraction(price.stated_parts.lumsum)
    general = package.tender.hps.vat_percent
    own = {name: general if x.vat_percent is None else x.vat_percent for name, x in fixed.items()}
    gross = sum((Fraction(x.amount or 0) * (100 + Fraction(own[x.id])) / 100 for x in offered),
                Fraction(0))  # fmt: skip
    return gross == Fraction(price.stated_total) and price.schedule_total is None


@given(local(bidders=(2, 5)))
def test_a_second_implementation_has_the_same_order(package: Package) -> None:
    """By HEA, equal ones by TKDN, and only what is then equal is left to the Pokja."""
    found = evaluate(package, national())
    passed = list(found.stage(HARGA).of(Verdict.LULUS))
    assume(found.ranking)
    people = {who.id: who for who in package.participants}
    assume(hea(package, people[passed[0]]) != NO_PREFERENCE)
    assert {place.by for place in found.ranking} == {"hea"}
    groups = [
        sorted(place.participant for place in places)
        for _, places in groupby(found.ranking, key=lambda place: place.rank)
    ]
    assert groups == order_by_hea(package, passed)


def test_the_packages_are_not_all_alike() -> None:
    """Preferred by line and as a whole, unknown, not given for want of goods or of an HPS."""

    def told(package: Package) -> Iterator[str]:
        found = evaluate(package, national())
        yield from (notice.code for notice in found.notices)
        yield from (item.needs for item in found.awaiting)
        for verdict in found.stage(HARGA).verdicts:
            for finding in verdict.findings:
                if finding.rule == RULE and "baris" in finding.facts:
                    whole = finding.facts["baris"] == "seluruh penawaran"
                    lower = finding.facts["pengurang"] not in ("0", "0.00")
                    yield f"{'whole' if whole else 'by line'} {lower}"

    drawn = st.booleans().flatmap(lambda clean: local(complete=clean, spaced=clean))
    notices = {"PREFERENSI_TIDAK_BERLAKU", "PREFERENSI_TANPA_BARANG", "TKDN_DINYATAKAN_DUA_KALI"}
    assert never_seen({"whole True", "by line True", "tkdn", *notices}, drawn, told) == set()


@given(local(complete=False))
def test_it_reads_back_with_the_same_digest(package: Package) -> None:
    """What the strategy promises to those who embed the engine: the reader accepts it."""
    read = read_text(canonical_package(package), "paket.json")

    assert read.package is not None, list(read.diagnose())
    assert package_digest(read.package) == package_digest(package)


@given(local(complete=False, spaced=False))
def test_the_hea_is_never_above_the_price_and_never_the_contract(package: Package) -> None:
    """Unconditional; of unit prices it is three quarters of the price at least."""
    found = evaluate(package, national())
    for price in found.prices:
        assert price.final_total == price.corrected_total
        if price.hea is not None and price.corrected_total is not None:
            assert price.hea <= price.corrected_total
            if package.tender.contract is Contract.HARGA_SATUAN:
                assert price.hea * 4 >= price.corrected_total * 3


def _richer(who: Participant, line: str | None, more: Decimal) -> Participant:
    """`who` with more TKDN on one line, or on the whole bid."""
    price = reveal_for_storage(who.price)
    if line is None:
        return evolve(who, price=Sealed(evolve(price, tkdn_percent=more)))
    lines = tuple(evolve(x, tkdn_percent=more) if x.id == line else x for x in price.lines or ())
    return evolve(who, price=Sealed(evolve(price, lines=lines)))


@given(local(bidders=(2, 5), contract=Contract.HARGA_SATUAN), st.data())
def test_more_tkdn_never_worsens_a_place(package: Package, data: DataObject) -> None:
    """Of who is ranked, on a line or on the whole: it never comes after anybody it was before.

    The condition: what was stated keeps being what is taken, the lines or the whole.
    """
    before = evaluate(package, national())
    assume(before.ranking)
    name = data.draw(st.sampled_from([place.participant for place in before.ranking]))
    (who,) = [x for x in package.participants if x.id == name]
    price = reveal_for_storage(who.price)
    places: list[tuple[str | None, Decimal]] = [
        (x.id, x.tkdn_percent) for x in price.lines or () if x.tkdn_percent is not None
    ]
    if not places:
        assume(price.tkdn_percent is not None)
        places = [(None, price.tkdn_percent or Decimal(0))]
    line, now = data.draw(st.sampled_from(places))
    more = data.draw(
        st.sampled_from([Decimal(25), Decimal("25.000001"), Decimal(50), Decimal(100)])
    )
    assume(more >= now)
    richer = _richer(who, line, more)
    others = tuple(richer if x.id == name else x for x in package.participants)
    after = evaluate(evolve(package, participants=others), national())

    assert known(after).get(name, 0) <= known(before).get(name, 0)
    old = {place.participant: place for place in before.ranking}
    new = {place.participant: place for place in after.ranking}
    for other in old.keys() - {name}:
        if old[name].figure < old[other].figure:
            assert new[name].rank < new[other].rank
    assert new[name].figure <= old[name].figure


@given(local(bidders=(1, 4), spaced=False), st.data())
def test_the_order_of_lists_changes_nothing(package: Package, data: DataObject) -> None:
    """Lines, bidders, judgements: one digest and one answer."""
    other = data.draw(reordered(package))

    assert package_digest(package) == package_digest(other)
    assert outcome(package) == outcome(other)


@given(local(bidders=(1, 4), spaced=False), st.data())
def test_a_tkdn_that_is_added_flips_no_rules_lulus_or_gugur(
    package: Package, data: DataObject
) -> None:
    """Forget some TKDN, and what is decided without them is decided so with them."""
    people = []
    for who in package.participants:
        price = None if who.price is None else reveal_for_storage(who.price)
        if price is not None and data.draw(st.booleans()):
            by_line = any(x.tkdn_percent is not None for x in price.lines or ())
            if by_line:
                # As long as one line states its own, the lines are what is taken.
                stated = [x.id for x in price.lines or () if x.tkdn_percent is not None]
                gone = set(data.draw(st.lists(st.sampled_from(stated), max_size=len(stated) - 1)))
                lines = tuple(
                    evolve(x, tkdn_percent=None) if x.id in gone else x for x in price.lines or ()
                )
                price = evolve(price, lines=lines)
            else:
                price = evolve(price, tkdn_percent=None)
            who = evolve(who, price=Sealed(price))
        people.append(who)
    before = decided(evaluate(evolve(package, participants=tuple(people)), national()))
    after = decided(evaluate(package, national()))

    assert before == {key: after.get(key) for key in before}


def of_any_method(method: Method) -> SearchStrategy[Package]:
    made = procurements(method=method, bidders=(2, 4), clean_prices=True)
    return made.flatmap(preferred)


@given(st.sampled_from(TENDERS).flatmap(of_any_method))
def test_what_is_compared_is_the_hea_under_every_method_of_a_tender(package: Package) -> None:
    """Lowest price, sistem nilai and umur ekonomis: the figures take the HEA as the price."""
    found = evaluate(package, national())
    lowest = min((p.compared for p in found.prices if _ranked(found, p.participant)), default=None)
    for place in found.ranking:
        price, score = found.price(place.participant), found.score(place.participant)
        assert price is not None
        assert price.compared is not None
        assert price.compared == (price.corrected_total if price.hea is None else price.hea)
        if package.tender.method is Method.SISTEM_NILAI:
            assert score is not None
            assert lowest is not None
            assert score.price == Fraction(100) * Fraction(lowest) / Fraction(price.compared)
        elif package.tender.method is not Method.UMUR_EKONOMIS:
            assert place.figure == price.compared


def _ranked(found: Evaluation, name: str) -> bool:
    return any(place.participant == name for place in found.ranking)
