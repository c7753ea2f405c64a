"""Kewajaran a second time; and what timpang, talks, auctions and withdrawals never do."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from tender_engine.clarified import AnalysedLine, Component, FairnessAnalysis
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import Negotiation, RankingDecision, ReverseAuction, Withdrawal
from tender_engine.faults import PackageRefusedError
from tender_engine.findings import Verdict
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package, Participant
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import (
    Category,
    Contract,
    Method,
    NegotiationOutcome,
    StageId,
    WithdrawalCause,
)
from tender_rules import national
from tender_rules.testing import analysed, packages, procurements
from tender_rules.testing.clarifications import unbalanced, with_facts
from tests.by_hand_prices import fairness
from tests.properties.drawing import never_seen
from tests.properties.test_order import outcome
from tests.properties.test_verdicts import decided
from tests.reading import read_text

HARGA = StageId.EVALUASI_HARGA
RULE = "price.fairness_analysis"
LATE = dt.datetime(2022, 6, 20, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def low(*, complete: bool = True, contract: Contract | None = Contract.HARGA_SATUAN,
        bidders: tuple[int, int] = (1, 3)) -> SearchStrategy[Package]:  # fmt: skip
    """Bids of which many are low, each with an analysis."""
    made = packages(contract=contract, bidders=bidders, complete=True, unrounded=True)
    return made.flatmap(lambda package: analysed(package, complete=complete))


def proposals(found: Evaluation) -> dict[str, dict[str, str]]:
    """What the rule told of each low bid that was looked at."""
    return {
        verdict.participant: dict(finding.facts)
        for verdict in found.stage(HARGA).verdicts
        for finding in verdict.findings
        if finding.rule == RULE
    }


@given(st.booleans().flatmap(lambda complete: low(complete=complete)))
def test_a_second_implementation_has_the_same_cost_and_proposal(package: Package) -> None:
    """Of every low bid under harga satuan with lines: bid, cost, proposal, or that it is open."""
    people = {who.id: who for who in package.participants}
    for name, facts in proposals(evaluate(package, national())).items():
        if reveal_for_storage(people[name].price).lines is None:
            continue
        expected = fairness(package, people[name])
        if expected is None:
            assert facts == {}
            continue
        bid, cost = expected
        assert _close(facts["penawaran_tanpa_ppn"], bid)
        assert _close(facts["hasil_klarifikasi"], cost)
        assert facts["usulan"] == ("wajar" if bid >= cost else "tidak wajar")


def _close(told: str, expected: Fraction) -> bool:
    """Facts show fractions with ten decimals; the proposal is on the exact ones."""
    return abs(Fraction(told) - expected) <= Fraction(1, 10**10)


def test_the_packages_are_not_all_alike() -> None:
    """Both proposals, equality, what is open, and a panel that says otherwise."""

    def told(package: Package) -> Iterator[str]:
        found = evaluate(package, national())
        yield from (notice.code for notice in found.notices)
        for facts in proposals(found).values():
            yield facts.get("usulan", "open")
            if facts and facts["penawaran_tanpa_ppn"] == facts["hasil_klarifikasi"]:
                yield "equal"

    drawn = st.booleans().flatmap(lambda complete: low(complete=complete))
    wanted = {"wajar", "tidak wajar", "open", "equal", "KEWAJARAN_BERBEDA"}
    assert never_seen(wanted, drawn, told) == set()


@given(low(complete=False, contract=None))
def test_it_reads_back_with_the_same_digest(package: Package) -> None:
    """What the strategy promises: the reader accepts every analysis."""
    read = read_text(canonical_package(package), "paket.json")

    assert read.package is not None, list(read.diagnose())
    assert package_digest(read.package) == package_digest(package)


@given(low(complete=False, contract=None))
def test_an_analysis_never_changes_a_verdict(package: Package) -> None:
    """It proposes; without it every stage says the same of everybody."""
    without = evolve(
        package,
        participants=tuple(with_facts(x, kewajaran_harga=None) for x in package.participants),
    )

    assert _verdicts(evaluate(package, national())) == _verdicts(evaluate(without, national()))


def _verdicts(found: Evaluation) -> list[tuple[str, str, str]]:
    return [(s.id, v.participant, v.verdict) for s in found.stages for v in s.verdicts]


@given(packages(bidders=(1, 4), spaced=True), st.data())
def test_a_timpang_finding_never_changes_a_verdict(package: Package, data: DataObject) -> None:
    """Whatever clarifying unit prices found, or that it was not done: the same for everybody."""
    names = [line.id for line in package.tender.hps.lines or ()]
    people = tuple(
        with_facts(who, timpang=Sealed(data.draw(unbalanced(names))))
        for who in package.participants
    )
    dearer = tuple(_with_a_high_price(who) if data.draw(st.booleans()) else who for who in people)
    for bidders in (people, dearer):
        told = evolve(package, participants=bidders)
        silent = evolve(
            package, participants=tuple(with_facts(who, timpang=None) for who in bidders)
        )
        one, other = evaluate(told, national()), evaluate(silent, national())
        assert _verdicts(one) == _verdicts(other)
        assert (one.ranking, one.winner) == (other.ranking, other.winner)


def _with_a_high_price(who: Participant) -> Participant:
    """One unit price doubled."""
    price = None if who.price is None else reveal_for_storage(who.price)
    if price is None or not price.lines:
        return who
    first = price.lines[0]
    doubled = evolve(first, unit_price=None if first.unit_price is None else first.unit_price * 2)
    return evolve(who, price=Sealed(evolve(price, lines=(doubled, *price.lines[1:]))))


@given(low(complete=False, contract=None), st.data())
def test_the_order_of_lines_and_components_means_nothing(
    package: Package, data: DataObject
) -> None:
    """One digest and one answer, however an analysis was written down."""

    def mix(who: Participant) -> Participant:
        known = who.facts[HARGA].kewajaran_harga if HARGA in who.facts else None
        if known is None:
            return who
        lines = reveal_for_storage(known).lines
        turned = [
            evolve(x, components=x.components and tuple(data.draw(st.permutations(x.components))))
            for x in data.draw(st.permutations(lines))
        ]
        return with_facts(who, kewajaran_harga=Sealed(FairnessAnalysis(tuple(turned))))

    other = evolve(package, participants=tuple(map(mix, package.participants)))
    assert package_digest(other) == package_digest(package)
    assert outcome(other) == outcome(package)


def _forgetful(analysis: FairnessAnalysis, data: DataObject) -> FairnessAnalysis:
    """`analysis` with some of what was clarified unknown again."""

    def forget(part: Component) -> Component:
        takes, price = part.coefficient, part.price
        if data.draw(st.booleans()):
            takes = evolve(takes, accepted=None)
        if data.draw(st.booleans()):
            price = evolve(price, accepted=None)
        return evolve(part, coefficient=takes, price=price)

    def forgotten(line: AnalysedLine) -> AnalysedLine:
        if line.unit_price is not None:
            return evolve(line, unit_price=evolve(line.unit_price, accepted=None))
        return evolve(line, components=tuple(map(forget, line.components or ())))

    return FairnessAnalysis(tuple(map(forgotten, analysis.lines)))


@given(low(contract=None), st.data())
def test_what_is_clarified_later_flips_no_rules_lulus_or_gugur(
    package: Package, data: DataObject
) -> None:
    """Forget an analysis or parts of it: what is decided without is decided so with it."""
    people = []
    for who in package.participants:
        known = who.facts[HARGA].kewajaran_harga if HARGA in who.facts else None
        if known is not None and data.draw(st.booleans()):
            less = _forgetful(reveal_for_storage(known), data)
            who = with_facts(who, kewajaran_harga=data.draw(st.sampled_from([None, Sealed(less)])))
        people.append(who)
    before = decided(evaluate(evolve(package, participants=tuple(people)), national()))
    after = decided(evaluate(package, national()))

    assert before == {key: after.get(key) for key in before}


# Talks, auctions and withdrawals.

NEAR = st.sampled_from(["-1", "-0.01", "-0.000001", "0", "0.000001", "0.01", "1", "-50000000"])


@given(packages(bidders=(1, 1), complete=True), st.lists(NEAR, max_size=3), st.booleans())
def test_talks_with_one_bid_never_raise_its_price(
    package: Package, steps: list[str], failed: bool
) -> None:
    """Final at most corrected, but for less than one rupiah within the HPS; else talks go on."""
    before = evaluate(package, national())
    assume(before.prices)  # of a file that cannot be opened there is none
    (price,) = before.prices
    total = price.corrected_total
    assert total is not None
    talks = [
        Negotiation(LATE + dt.timedelta(hours=n), price.participant, NegotiationOutcome.SEPAKAT,
                    max(total + Decimal(step), Decimal("0.01")))
        for n, step in enumerate(steps)
    ]  # fmt: skip
    if failed:
        at = LATE + dt.timedelta(hours=9)
        talks.append(Negotiation(at, price.participant, NegotiationOutcome.GAGAL))
    found = evaluate(evolve(package, events=(*package.events, *talks)), national())
    (after,) = found.prices

    most = max(total, package.tender.hps.total)
    assert after.final_total is not None
    assert after.final_total <= most
    assert after.final_total < total + 1
    assert after.corrected_total == total
    if before.winner is None:
        assert (found.result, after.final_total) == (before.result, total)
    elif failed:
        assert found.result == "gagal"
    elif talks and talks[-1].total is not None:
        agreed = talks[-1].total
        raised = agreed > total and (agreed - total >= 1 or agreed > package.tender.hps.total)
        assert found.state == ("menunggu" if raised else "dihitung")
        assert after.final_total == (total if raised else talks[-1].total)


@given(packages(bidders=(2, 2), complete=True, spaced=True), st.data())
def test_an_auction_never_raises_a_price(package: Package, data: DataObject) -> None:
    """Final <= corrected, always, known or not; and the order is by what it came to."""
    events = tuple(e for e in package.events if not isinstance(e, RankingDecision))
    before = evaluate(evolve(package, events=events), national())
    totals = {p.participant: p.corrected_total for p in before.prices}
    assume(totals)  # of files that cannot be opened there is none
    chosen = data.draw(st.sets(st.sampled_from(sorted(totals))))
    came_to = {
        name: max((totals[name] or Decimal(0)) + Decimal(data.draw(NEAR)), Decimal("0.01"))
        for name in chosen
    }
    held = ReverseAuction(LATE, True, "dua penawaran", came_to)
    after = evolve(package, events=(*events, held))
    if _refused(after):
        return
    found = evaluate(after, national())
    for price in found.prices:
        total = totals[price.participant]
        assert total is not None
        assert price.final_total is not None
        assert price.corrected_total == total
        assert price.final_total <= total
        if price.reverse_auction_total is not None:
            above = total > package.tender.hps.total
            assert price.final_total == (
                total if above else min(price.reverse_auction_total, total)
            )
    if found.ranking and before.ranking:
        figures = [place.figure for place in found.ranking]
        assert figures == sorted(figures)
        finals = {p.participant: p.final_total for p in found.prices}
        assert [finals[place.participant] for place in found.ranking] == figures


def _refused(package: Package) -> set[str]:
    """Why a package is refused, and that it is for the auction alone."""
    try:
        evaluate(package, national())
    except PackageRefusedError as refused:
        codes = {fault.code for fault in refused.faults}
    else:
        codes = set()
    assert codes <= {"ATR036"}
    return codes


LEAVING = tuple(stage for stage in StageId if stage is not StageId.NEGOSIASI)


@given(st.booleans().flatmap(lambda everybody: st.tuples(
    st.just(everybody), packages(bidders=(1, 5), complete=True, everybody=everybody))),
    st.data())  # fmt: skip
def test_a_withdrawal_brings_nobody_else_down(
    drawn: tuple[bool, Package], data: DataObject
) -> None:
    """Nobody falls for another's leaving, and who was in a pool stays in it.

    Where everybody is looked at, everybody else passes just what it passed before. Where a pool or
    scope lets in who comes next, that one may fall for reasons of its own, and who was called to
    the proof only because all before fell may be called no more.
    """
    everybody, package = drawn
    events = tuple(e for e in package.events if not isinstance(e, RankingDecision))
    names = [who.id for who in package.participants if who.submitted.penawaran is not None]
    assume(names)
    name, stage = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(LEAVING))
    cause = data.draw(st.sampled_from(WithdrawalCause))
    accepted = data.draw(st.sampled_from([True, False, None]))
    left = Withdrawal(LATE, name, stage, "alasan", accepted, cause)
    before = evaluate(evolve(package, events=events), national())
    after = evaluate(evolve(package, events=(*events, left)), national())
    old, new = _by_question(before), _by_question(after)

    for (where, who), verdict in old.items():
        kept = everybody or where is StageId.PENAWARAN_DIEVALUASI
        if who != name and verdict is Verdict.LULUS:
            assert new.get((where, who)) is not Verdict.GUGUR
            assert not kept or new[where, who] is Verdict.LULUS
    came = old.get((stage, name), Verdict.TIDAK_DIEVALUASI) is not Verdict.TIDAK_DIEVALUASI
    if came:
        assert new[stage, name] is Verdict.GUGUR
        assert name not in (after.winner, *after.reserves)
    else:
        assert "PENGUNDURAN_DIRI_TIDAK_DIPAKAI" in {n.code for n in after.notices}


def _by_question(found: Evaluation) -> dict[tuple[StageId, str], Verdict]:
    return {(s.id, v.participant): v.verdict for s in found.stages for v in s.verdicts}


@given(st.sampled_from(list(Method)).flatmap(
    lambda method: procurements(method=method, bidders=(2, 5))), st.data())  # fmt: skip
def test_who_left_before_the_opening_of_prices_has_no_price(
    package: Package, data: DataObject
) -> None:
    """In two files or stages, under every method: no seal is broken, and none of it is told."""
    assume(package.tender.envelope != "satu_file")
    name = data.draw(st.sampled_from([who.id for who in package.participants]))
    left = Withdrawal(LATE, name, StageId.PEMBUKAAN_HARGA, "alasan")
    kept = tuple(e for e in package.events if not isinstance(e, Negotiation | RankingDecision))
    found = evaluate(evolve(package, events=(*kept, left)), national())

    assert found.price(name) is None
    assert name != found.winner
    assert name not in found.reserves


def test_the_categories_are_those_that_the_strategies_know() -> None:
    """Works are analysed by components only, which the reader holds them to."""

    @given(low(contract=None))
    def check(package: Package) -> None:
        for who in package.participants:
            known = who.facts[HARGA].kewajaran_harga if HARGA in who.facts else None
            lines = () if known is None else reveal_for_storage(known).lines
            if package.tender.category is Category.PEKERJAAN_KONSTRUKSI:
                assert all(line.unit_price is None for line in lines)

    check()
