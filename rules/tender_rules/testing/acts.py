"""What people do once there is a result: acts, objections, appeals, refusals, the appointment."""

import datetime as dt
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    AwardProposal,
    BondClarification,
    Cancellation,
    DeclaredInterest,
    Event,
    Explanation,
    FailureAct,
    Invitation,
    Letter,
    Minutes,
    Negotiation,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
    Present,
    Refusal,
    TalkedItem,
    Withdrawal,
)
from tender_engine.faults import PackageRefusedError
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.terms import (
    Addressee,
    AppealDecision,
    BondResult,
    Canceller,
    Category,
    Channel,
    Decider,
    InvitedTo,
    Method,
    NegotiationOutcome,
    ObjectionDecision,
    Refuser,
    StageId,
    Subject,
    WithdrawalCause,
)
from tender_rules.objections.answers import causes_of
from tender_rules.procurement_kind import bids_are_due, is_seleksi
from tender_rules.rulebook import national
from tender_rules.stages.failure import known_grounds
from tender_rules.testing.choosing import any_of
from tender_rules.testing.happenings import in_sen
from tender_rules.testing.judgements import START
from tender_rules.testing.lowest_price import HANDED_IN, checked

__all__ = ["acted_on"]

_MINUTES = (1, 1, 300, 1_800)
# More than any days in which one may object or appeal.
_ALL_DAYS = dt.timedelta(days=12)
# The fault of an order of bids whose figures are not equal.
_NOT_EQUAL = "ATR020"
_RIGHT, _WRONG = ObjectionDecision.BENAR_SUBSTANSIAL, ObjectionDecision.TIDAK_BENAR


class _Record:
    """Events after those of a package, each later than the one before."""

    def __init__(self, draw: DrawFn, package: Package, law: Rulebook) -> None:
        self.draw, self.package, self.law = draw, package, law
        self.names = [who.id for who in package.participants]
        judged = [entry.at for entry in package.assessments]
        self.at = max([START, *judged, *(event.at for event in package.events)])
        self.made: list[Event] = []

    def add(self, kind: type[Event], *told: Any, **keys: Any) -> None:
        """Some time later, this."""
        self.at += dt.timedelta(minutes=any_of(self.draw, _MINUTES))
        self.made.append(kind(self.at, *told, **keys))

    def seldom(self) -> bool:
        """Once in a while."""
        return self.draw(st.integers(0, 5)) == 5

    def mostly(self) -> bool:
        """All but once in a while."""
        return not self.seldom()

    def anybody(self) -> str:
        """One of the participants."""
        return any_of(self.draw, self.names)


@st.composite
def acted_on(draw: DrawFn, package: Package, rulebook: Rulebook | None = None) -> Package:
    """`package` and what people did after its result, mostly in the order of the law, some not.

    It is determined or declared to have failed, announced, objected to, answered, appealed
    against, refused, appointed or called off; with invitations, talks, letters and minutes. A
    member of the panel may have an interest in some.

    Args:
        draw: given by Hypothesis.
        package: of any procedure, whatever is missing in it.
        rulebook: under which its result is found; the national one where it is not given.
    """
    law = rulebook or national()
    package = _listed(draw, _of_the_pa(draw, _declared(draw, package), law), law)
    found = _of_equal_bids_only(package, law)
    package = found.given
    if talks := _talks(package, found):
        package = evolve(package, events=talks)
        found = evaluate(package, law)
    record = _Record(draw, package, law)
    _met(record)
    of = Subject.PEMILIHAN if bids_are_due(package) else Subject.KUALIFIKASI
    for turn in range(any_of(draw, [1, 1, 2])):
        _determined(record, found, of, anew=turn > 0)
        _contested(record, of)
    made = _out_of_turn(record) if record.seldom() else record.made
    acted = evolve(package, events=(*package.events, *made))
    return checked(_ended(record, acted), rulebook)


def _declared(draw: DrawFn, package: Package) -> Package:
    """Sometimes a member's declaration, with an interest in some, in all or in nobody."""
    if draw(st.integers(0, 3)):
        return package
    member = any_of(draw, [member.id for member in package.pokja.members])
    interest = "saham pada peserta" if draw(st.booleans()) else False
    named = [None, *((who.id,) for who in package.participants)]
    about = any_of(draw, named) if interest else None
    at = START + dt.timedelta(days=any_of(draw, [-60, 0, 1]))
    said = DeclaredInterest(at, member, interest, about)
    return evolve(package, events=(*package.events, said))


def _of_the_pa(draw: DrawFn, package: Package, law: Rulebook) -> Package:
    """Sometimes a budget above which the PA determines, where nobody has determined anybody."""
    tender, awards = package.tender, package.happened.of(Award)
    determined = any(act.of == Subject.PEMILIHAN for act in awards)
    if determined or tender.method is Method.PAGU_ANGGARAN or draw(st.integers(0, 5)):
        return package
    limit = _pokja_up_to(package, evaluate(package, law))
    return evolve(package, tender=evolve(tender, pagu=max(tender.pagu, limit + 1)))


def _pokja_up_to(package: Package, found: Evaluation) -> Decimal:
    kind = "award.pokja_up_to_consultancy" if is_seleksi(package.tender) else "award.pokja_up_to"
    return Decimal(found.law.value(kind).value)


def _listed(draw: DrawFn, package: Package, law: Rulebook) -> Package:
    """Sometimes the list, before any bid, was announced, objected to and answered."""
    acts = [e for e in package.events if isinstance(e, Award) and e.of == Subject.KUALIFIKASI]
    if not acts or not bids_are_due(package) or draw(st.booleans()):
        return package
    record = _Record(draw, evolve(package, events=(acts[-1],), assessments=()), law)
    record.add(Announcement, Subject.KUALIFIKASI)
    _contested(record, Subject.KUALIFIKASI)
    return evolve(package, events=(*package.events, *record.made))


def _of_equal_bids_only(package: Package, law: Rulebook) -> Evaluation:
    """Of `package` without an order of bids that are equal no longer, as the reader refuses it.

    A member whose scores made them equal may have had an interest.
    """
    try:
        return evaluate(package, law)
    except PackageRefusedError as refused:
        idle = {fault.path[1] for fault in refused.faults if fault.code == _NOT_EQUAL}
        if not idle:
            raise
    kept = tuple(event for index, event in enumerate(package.events) if index not in idle)
    return evaluate(evolve(package, events=kept), law)


def _talks(package: Package, found: Evaluation) -> tuple[Event, ...]:
    """All events with talks by item: with the one bidder of a Tender, the winner of a Seleksi."""
    titled = TalkedItem("dipercepat", "90 hari", title="Masa pelaksanaan")
    lines = [TalkedItem("lebih rendah", "tetap", x.id) for x in package.tender.hps.lines or ()]
    items, price = (titled, *lines), found.price(found.winner or "")
    if package.happened.of(Negotiation):
        told = (evolve(e, items=items) if isinstance(e, Negotiation) else e for e in package.events)
        return tuple(told)
    if (
        found.next != "negosiasi"
        or is_seleksi(package.tender)
        or not price
        or not price.final_total
    ):
        return ()
    at = max([START, *(entry.at for entry in package.assessments)]) + dt.timedelta(days=1)
    agreed = NegotiationOutcome.SEPAKAT
    talks = Negotiation(at, price.participant, agreed, in_sen(price.final_total), items)
    return (*package.events, talks)


def _met(record: _Record) -> None:
    """The document was explained, and bidders were called to meetings."""
    draw = record.draw
    if record.seldom():
        number = any_of(draw, [None, "BA-PEN/2022"])
        record.made.append(Explanation(HANDED_IN - dt.timedelta(days=6), number))
    if not record.names:
        return
    who = record.anybody()
    there = (Present("Sari Contoh", "Direktur", who), Present("Anggota m1", "Anggota"))
    present = any_of(draw, [(), there])
    for of in draw(st.lists(st.sampled_from(InvitedTo), max_size=2, unique=True)):
        keys = {"place": "Kantor UKPBJ", "number": f"UND-{of}"} if draw(st.booleans()) else {}
        at = record.at + dt.timedelta(days=1)
        record.add(Invitation, of, who, at, present=present, **keys)
    if record.seldom():
        record.add(Minutes, Subject.PEMILIHAN, "BA-9/2022", "Kantor UKPBJ", present)


def _determined(record: _Record, found: Evaluation, of: Subject, *, anew: bool) -> None:
    """The act, mostly as it was computed, and its announcement."""
    rightly = record.package.tender.pagu > _pokja_up_to(record.package, found)
    by_pa = record.mostly() if rightly else record.seldom()
    if by_pa and record.mostly():
        record.add(AwardProposal, any_of(record.draw, [None, "USUL-1"]))
    if by_pa and record.seldom():
        record.add(Refusal, Refuser.PA, "tidak sependapat dengan usul")
    if anew or found.state != "ditetapkan":
        _act(record, found, of, Decider.PA if by_pa else Decider.POKJA)
    if record.mostly():
        record.add(Announcement, of)


def _act(record: _Record, found: Evaluation, of: Subject, by: Decider) -> None:
    """What was computed, or now and then a failure that only people find, or another winner."""
    grounds = known_grounds(record.package, record.law, of)
    ground = found.failure.ground if found.failure else any_of(record.draw, grounds)
    if found.failure or not record.names or record.seldom():
        known = record.law.grounds[ground]
        record.add(FailureAct, known.of, known.declared_by, ground)
    elif of == Subject.KUALIFIKASI:
        record.add(Award, of, by, "BA-K/2022", listed=found.shortlist or tuple(record.names))
    else:
        winner = record.anybody() if found.winner is None or record.seldom() else found.winner
        reserves = tuple(name for name in found.reserves if name != winner)
        record.add(Award, of, by, "BA-P/2022", winner, reserves)


def _contested(record: _Record, of: Subject) -> None:
    """Some object and are answered; of works some appeal. The days for it go by, or do not."""
    names = record.names
    for name in record.draw(st.lists(st.sampled_from(names), max_size=2)) if names else ():
        way = any_of(record.draw, [None, *[Channel.SPSE] * 4, Channel.LUAR])
        to = any_of(record.draw, [None, *[Addressee.POKJA] * 9, *Addressee])
        record.add(Objection, of, name, way, to)
        if record.mostly():
            _answered(record, of, name)
    if record.draw(st.integers(0, 2)):
        record.at += _ALL_DAYS
    if record.seldom():
        record.add(ObjectionPeriodEnd, of)
    if of == Subject.PEMILIHAN and names and record.seldom():
        _gone(record)


def _gone(record: _Record) -> None:
    """Somebody leaves, or does not let the bid be valid for longer."""
    stage, cause = StageId.PENETAPAN, any_of(record.draw, WithdrawalCause)
    accepted = record.draw(st.booleans()) if cause is WithdrawalCause.PENGUNDURAN_DIRI else None
    gone = {event.participant for event in record.made if isinstance(event, Withdrawal)}
    if (who := record.anybody()) not in gone:
        record.add(Withdrawal, who, stage, "alat rusak", accepted, cause)


def _answered(record: _Record, of: Subject, name: str) -> None:
    """The answer, a letter about it, and an appeal where there can be one."""
    decision = any_of(record.draw, [*[_WRONG] * 3, *ObjectionDecision])
    causes = causes_of(record.package, record.law, of)
    cause = any_of(record.draw, causes) if decision is _RIGHT else None
    record.add(ObjectionAnswer, of, name, decision, cause)
    if record.seldom():
        dated = record.at.date()
        record.add(Letter, "jawaban-sanggah", "JS-1", dated, name, "Kota Contoh")
    works = record.package.tender.category is Category.PEKERJAAN_KONSTRUKSI
    if of == Subject.PEMILIHAN and works and record.mostly():
        _appealed(record, name)


def _appealed(record: _Record, name: str) -> None:
    draw, bond = record.draw, round(record.package.tender.hps.total / 100, 2)
    handed_in = any_of(draw, [None, Decimal(0), bond, bond, bond])
    to = any_of(draw, [None, Addressee.POKJA, Addressee.KPA])
    record.add(Appeal, Subject.PEMILIHAN, name, handed_in, addressee=to)
    if record.mostly():
        record.add(BondClarification, name, any_of(draw, BondResult))
    if record.mostly():
        record.add(AppealAnswer, name, any_of(draw, AppealDecision))


def _out_of_turn(record: _Record) -> list[Event]:
    """The same events, each at the time of another."""
    times = record.draw(st.permutations([event.at for event in record.made]))
    return [evolve(event, at=at) for event, at in zip(record.made, times, strict=True)]


def _ended(record: _Record, package: Package) -> Package:
    """The PPK refuses, or appoints who may be; or all of it is called off."""
    record.made = []
    if record.seldom():
        record.add(Refusal, Refuser.PPK, "tidak sependapat dengan hasil pemilihan")
        determined = (e for e in package.events if isinstance(e, Award))
        bids = [e for e in determined if e.of == Subject.PEMILIHAN]
        if bids and record.mostly():
            last = max(bids, key=lambda act: act.at)
            record.add(Award, last.of, Decider.PA, "KEP-1/2022", last.winner, last.reserves)
    package = evolve(package, events=(*package.events, *record.made))
    record.made, after = [], evaluate(package, record.law).after_award
    acts = [e for e in package.events if isinstance(e, Award) and e.of == Subject.PEMILIHAN]
    ready = after is not None and after.waits_for == ("sppbj",)
    if ready and record.mostly():
        winner = max(acts, key=lambda act: act.at).winner
        record.add(Appointment, winner, "SPPBJ-1")
    elif record.seldom():
        record.add(Cancellation, any_of(record.draw, Canceller), "kebutuhan berubah")
        record.add(Announcement, Subject.PEMILIHAN)
    return evolve(package, events=(*package.events, *record.made))
