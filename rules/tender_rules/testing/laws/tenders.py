"""What the laws are tried on: tenders of every kind, and what is still missing in them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial, reduce
from random import Random

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tender_engine.events import RankingDecision
from tender_engine.model import Assessment, Facts, Member, Package, Participant
from tender_engine.terms import Method, ProcedureName, StageId
from tender_rules.rulebook import national
from tender_rules.testing.choosing import any_of
from tender_rules.testing.every_procedure import procurements
from tender_rules.testing.lowest_price import checked, packages
from tender_rules.testing.order import SEEDS

__all__ = ["TENDERS", "Grown", "grown", "stored"]

# One in so many of each kind is as plain as can be: what whatever fails is shrunk to.
_KINDS = 10
_plain = partial(
    procurements,
    procedure=ProcedureName.PASCAKUALIFIKASI,
    bidders=(1, 2),
    lines=1,
    clean_prices=True,
    extreme_amounts=True,
)
# The second has what each member says by itself.
_BY_VERDICT, _BY_SCORES = Method.HARGA_TERENDAH_SISTEM_GUGUR, Method.HARGA_TERENDAH_AMBANG_BATAS


@st.composite
def _mostly(draw: DrawFn, *others: SearchStrategy[Package], complete: bool) -> Package:
    """One of `others`, and seldom a plain tender, which is the simplest."""
    plain = [_plain(method=method, complete=complete) for method in (_BY_VERDICT, _BY_SCORES)]
    kind = draw(st.integers(0, _KINDS - 1))
    return draw(plain[kind] if kind < len(plain) else others[kind % len(others)])


TENDERS = _mostly(
    procurements(bidders=(0, 3), complete=False, extreme_amounts=True),
    packages(bidders=(0, 3), lines=2),
    complete=False,
)

# So many things at most.
_MISSING = (None, 8, 2, 1)
# So many at least are equal.
_TIED = 2
# Facts without which a check that a document asks waits.
_AWAITED = {
    rule.check.key
    for rule in national().rules
    if rule.check and rule.check.examples.asked and rule.check.examples.unmet
}


@st.composite
def stored(draw: DrawFn) -> Package:
    """A tender with what a store may spoil and no evaluation needs: an order that people gave."""
    package = draw(TENDERS)
    names = [who.id for who in package.participants]
    if len(names) < _TIED or draw(st.booleans()):
        return package
    at = max(event.at for event in package.events)
    by = tuple(member.id for member in package.pokja.members)
    order = tuple(draw(st.permutations(names)))
    decision = RankingDecision(at, by, order, "urutan menurut waktu penyampaian")
    return checked(evolve(package, events=(*package.events, decision)))


@frozen
class Piece:
    """One thing that may be missing: of whom, at which stage, and the package without it."""

    participant: str | None
    stage: StageId | None
    without: Callable[[Package], Package]


@frozen
class Grown:
    """A package in which something is missing, the same one with some of it, and what came."""

    before: Package
    after: Package
    came: tuple[Piece, ...]

    def answers(self, stage: str, participant: str | None) -> bool:
        """Whether something that came is about a question at `stage` on `participant`.

        A price is about every stage, a general vote about everybody, and a question on nobody in
        particular is about whatever came.
        """
        return any(
            piece.stage in (None, stage)
            and (participant is None or piece.participant in (None, participant))
            for piece in self.came
        )


_WHOLE = _mostly(
    packages(bidders=(1, 3), lines=2, complete=True), procurements(bidders=(1, 3)), complete=True
)


@st.composite
def grown(draw: DrawFn) -> Grown:
    """A tender in which nothing is missing, less some facts, prices and votes, and less fewer.

    Everything is missing in the simplest, elsewhere also a few things or one. No equal bids are
    ordered by then: who are equal may change with what comes.
    """
    # Drawn before the tender, and once for all that is missing: what fails is shrunk in the tender.
    most, chance = any_of(draw, _MISSING), Random(draw(st.integers(0, SEEDS)))
    whole = draw(_WHOLE)
    events = tuple(event for event in whole.events if not isinstance(event, RankingDecision))
    whole = evolve(whole, events=events)
    pieces = tuple(_pieces(whole))
    missing = chance.sample(pieces, len(pieces))[:most]
    came = tuple(missing[: chance.randint(1, len(missing))])
    kept_out = missing[len(came) :]
    return Grown(checked(_without(whole, missing)), checked(_without(whole, kept_out)), came)


def _without(package: Package, pieces: Collection[Piece]) -> Package:
    return reduce(lambda made, piece: piece.without(made), pieces, package)


def _pieces(package: Package) -> Iterator[Piece]:
    """Everything in a package that somebody may still owe."""
    for who in package.participants:
        if who.price is not None:
            yield Piece(who.id, None, _changing(who.id, lambda it: evolve(it, price=None)))
        for stage, known in who.facts.items():
            for key in sorted(known.named.keys() & _AWAITED):
                yield Piece(who.id, stage, _changing(who.id, _forgetting(stage, key)))
    for stage in dict.fromkeys(entry.stage for entry in package.assessments):
        yield Piece(None, stage, _silent(stage, None))
    scored = (entry for entry in package.assessments if entry.score is not None)
    for stage, name in dict.fromkeys((entry.stage, entry.participant) for entry in scored):
        yield Piece(name, stage, _silent(stage, name))


def _changing(
    name: str, change: Callable[[Participant], Participant]
) -> Callable[[Package], Package]:
    def changed(package: Package) -> Package:
        bids = tuple(change(who) if who.id == name else who for who in package.participants)
        return evolve(package, participants=bids)

    return changed


def _forgetting(stage: StageId, key: str) -> Callable[[Participant], Participant]:
    """A bidder of which nobody knows one fact, and no member of it either."""

    def known(facts: Mapping[StageId, Facts]) -> Mapping[StageId, Facts]:
        if stage not in facts:
            return facts
        named = {name: value for name, value in facts[stage].named.items() if name != key}
        return {**facts, stage: evolve(facts[stage], named=named)}

    def member(one: Member) -> Member:
        return evolve(one, facts=known(one.facts))

    return lambda who: evolve(who, facts=known(who.facts), members=tuple(map(member, who.members)))


def _silent(stage: StageId, scored: str | None) -> Callable[[Package], Package]:
    """A package without a word of the panel at a stage, or without its scores for one bidder.

    An exception to a general judgement goes only with it: alone, the general one would stand.
    """

    def gone(entry: Assessment) -> bool:
        of_bidder = entry.participant == scored and entry.score is not None
        return entry.stage == stage and (scored is None or of_bidder)

    def without(package: Package) -> Package:
        kept = tuple(entry for entry in package.assessments if not gone(entry))
        return evolve(package, assessments=kept)

    return without
