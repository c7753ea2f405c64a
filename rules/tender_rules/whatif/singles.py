"""What is no number, changed one by one: a word, a bidder, a correction, a reading of the law."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial

from attrs import evolve, frozen

from tender_engine.events import Event, ReverseAuction
from tender_engine.findings import Source, UsedValue, natural
from tender_engine.judgement import Vote
from tender_engine.model import Assessment, Package, Price, Submitted
from tender_engine.rulebook import Rulebook
from tender_engine.terms import AssessmentVerdict, StageId
from tender_rules.whatif.changes import Changed, Given, entry_place, with_reading, with_value
from tender_rules.whatif.outcome_at import outcome_at
from tender_rules.whatif.prices import opened_price, with_price
from tender_rules.whatif.sketch import STILL, Move, Place, Sketch, constant
from tender_rules.whatif.tender_sketch import is_of_bids, is_settled

__all__ = ["KINDS", "Single", "singles"]

KINDS = ("suara", "penilaian", "peserta_keluar", "tanpa_koreksi", "bacaan")
_PRICE = StageId.EVALUASI_HARGA
# What was judged before a list stays with it.
_EARLY = (StageId.EVALUASI_KUALIFIKASI, StageId.PEMBUKTIAN_KUALIFIKASI)
_HERE = Place(Fraction(0))
# Of no more bidders than this, one who leaves may change what a count of them comes to.
_FEW = 12
_OTHER = {
    AssessmentVerdict.MEMENUHI: AssessmentVerdict.TIDAK_MEMENUHI,
    AssessmentVerdict.TIDAK_MEMENUHI: AssessmentVerdict.MEMENUHI,
}


@frozen(eq=False)
class Single:
    """One such change. `idle` says that by arithmetic it changes nothing."""

    kind: str
    subject: str
    before: str
    after: str
    change: Callable[[], Changed]
    idle: bool = False


def singles(given: Given, sketch: Sketch, *, told: bool) -> Iterator[Single]:
    """Every such change. Where the sketch has `told` the outcome, it tells which are idle."""
    yield from _words(given, sketch, told=told)
    yield from _leaving(given, sketch, told=told)
    yield from _uncorrected(given, sketch, told=told)
    yield from _readings(given)


def _words(given: Given, sketch: Sketch, *, told: bool) -> Iterator[Single]:
    """One member's word, where it decides; and the whole answer of the panel to one question."""
    seats = given.evaluation.seats
    base = outcome_at(sketch, STILL, _HERE).token
    few = not told or len(sketch.bidders) <= _FEW
    for counted, names in _questions(given):
        voices = seats.voices(min(names))
        answer = _answer(counted, voices)
        if answer is None:
            continue
        # Who met a requirement falls without it; what else may come of a word is evaluated.
        fall = answer is AssessmentVerdict.MEMENUHI
        idle = fall and not few and outcome_at(sketch, STILL, _HERE, names).token == base
        agreeing = [vote for vote in counted if vote.verdict is answer]
        if 2 * (len(agreeing) - 1) <= voices:
            for vote in agreeing:
                yield _vote(given, vote, idle=idle and voices % 2 == 1)
        yield _judgement(given, counted, answer, idle=idle)


def _questions(given: Given) -> Iterator[tuple[list[Vote], frozenset[str]]]:
    """The votes that count on each question, and on whom they are, with as many seats.

    What the list of a prakualifikasi rests on stands with it.
    """
    seats = given.evaluation.seats
    found: dict[tuple[frozenset[int], int], tuple[list[Vote], set[str]]] = {}
    for stage in given.evaluation.stages:
        for verdict in () if is_settled(given, stage.id) else stage.verdicts:
            by_question: dict[str, list[Vote]] = {}
            for vote in verdict.votes:
                if vote.counts and vote.verdict is not None:
                    by_question.setdefault(vote.criterion, []).append(vote)
            for votes in by_question.values():
                about = seats.voices(verdict.participant)
                key = frozenset(id(vote.entry) for vote in votes), about
                found.setdefault(key, (votes, set()))[1].add(verdict.participant)
    return ((votes, frozenset(names)) for votes, names in found.values())


def _answer(votes: list[Vote], voices: int) -> AssessmentVerdict | None:
    given = Counter(vote.verdict for vote in votes)
    for verdict in AssessmentVerdict:
        if 2 * given[verdict] > voices:
            return verdict
    return None


def _vote(given: Given, vote: Vote, *, idle: bool) -> Single:
    entry = vote.entry
    other = _OTHER[entry.verdict or AssessmentVerdict.MEMENUHI]

    def change() -> Changed:
        made: list[Assessment] = []
        for each in given.package.assessments:
            if each is not entry:
                made.append(each)
                continue
            rest = tuple(member for member in each.by if member != vote.member)
            made += [evolve(each, by=rest)] if rest else []
            made.append(evolve(each, by=(vote.member,), verdict=other))
        return given.with_package(evolve(given.package, assessments=tuple(made)))

    subject = f"{entry_place(given.package, entry)}.by[{vote.member}]"
    return Single("suara", subject, str(entry.verdict), str(other), change, idle)


def _judgement(given: Given, votes: list[Vote], answer: AssessmentVerdict, *, idle: bool) -> Single:
    entries = {id(vote.entry): vote.entry for vote in votes}
    other = _OTHER[answer]

    def change() -> Changed:
        made = tuple(
            evolve(each, verdict=other) if id(each) in entries else each
            for each in given.package.assessments
        )
        return given.with_package(evolve(given.package, assessments=made))

    first = min(entries.values(), key=lambda entry: (entry.at, entry.by))
    about = (str(first.stage), first.participant, first.criterion)
    subject = f"assessments[{' '.join(part for part in about if part)}]"
    return Single("penilaian", subject, str(answer), str(other), change, idle)


def _leaving(given: Given, sketch: Sketch, *, told: bool) -> Iterator[Single]:
    """Each bidder, as if it had made no bid."""
    base = outcome_at(sketch, STILL, _HERE).token
    few = not told or len(sketch.bidders) <= _FEW
    for name in sorted(sketch.bidders, key=natural):
        idle = not few and outcome_at(sketch, STILL, _HERE, frozenset({name})).token == base
        yield Single(
            "peserta_keluar",
            f"participants[{name}]",
            "ikut",
            "tidak_ikut",
            partial(_changed_without, given, name),
            idle,
        )


def _changed_without(given: Given, name: str) -> Changed:
    return given.with_package(_without(given.package, name, of_bids=is_of_bids(given.evaluation)))


def _without(package: Package, name: str, *, of_bids: bool) -> Package:
    """The package in which somebody handed nothing in; what is about that falls away with it."""
    gone = Submitted(kualifikasi=None)
    participants = []
    for who in package.participants:
        if who.id != name:
            participants.append(who)
            continue
        kept = evolve(gone, kualifikasi=who.submitted.kualifikasi) if of_bids else gone
        facts = {stage: known for stage, known in who.facts.items() if stage is not _PRICE}
        participants.append(evolve(who, submitted=kept, price=None, facts=facts))
    events = tuple(event for event in package.events if not _is_about(event, name))
    assessments = tuple(each for each in package.assessments if each.participant != name)
    if of_bids:
        early = (each for each in package.assessments if each.participant == name)
        assessments += tuple(each for each in early if each.stage in _EARLY)
    return evolve(package, participants=tuple(participants), assessments=assessments, events=events)


def _is_about(event: Event, name: str) -> bool:
    in_auction = isinstance(event, ReverseAuction) and name in (event.totals or {})
    return getattr(event, "participant", None) == name or in_auction


def _uncorrected(given: Given, sketch: Sketch, *, told: bool) -> Iterator[Single]:
    """Each bid that was corrected, at the total that it states."""
    for found in given.evaluation.prices:
        price = opened_price(given, found.participant)
        stated, total = found.stated_total, found.corrected_total
        if price is None or total is None or stated == total:
            continue
        name = found.participant
        bare = evolve(price, lines=None, corrected_total=stated, schedule_total=None)
        idle = False
        if told and len(sketch.bidders) > _FEW and found.hea is None:
            own = constant(Fraction(stated))
            move = Move(Fraction(0), {("total", name): own, ("compared", name): own}, name)
            idle = outcome_at(sketch, move, _HERE).token == outcome_at(sketch, STILL, _HERE).token
        yield Single(
            "tanpa_koreksi",
            f"participants[{name}].price",
            f"{total:f}",
            f"{stated:f}",
            partial(_changed_price, given, name, bare),
            idle,
        )


def _changed_price(given: Given, name: str, price: Price) -> Changed:
    return given.with_package(with_price(given.package, name, price))


def _readings(given: Given) -> Iterator[Single]:
    """Each other reading of a value of the law that was used, and each other term of an unread one.

    What an overlay or the document has set is no reading of the national law.
    """
    day = given.package.tender.announced_on
    for used in given.evaluation.values:
        if used.set_by != "nasional":
            continue
        for other in given.rulebook.variants(used.param, day):
            if other.variant is not None and other.variant != used.variant:
                law = partial(with_reading, given.rulebook, other)
                yield _reading(given, used, other.variant, law)
        terms = given.rulebook.parameters[used.param].terms
        if used.source is Source.UNVERIFIED and used.variant is None:
            for term in sorted(terms.keys() - {used.value}):
                yield _reading(
                    given, used, term, partial(with_value, given.rulebook, used.param, term)
                )


def _reading(given: Given, used: UsedValue, other: str, law: Callable[[], Rulebook]) -> Single:
    def change() -> Changed:
        return Changed(given.package, law())

    return Single("bacaan", used.param, used.variant or used.value, other, change)
