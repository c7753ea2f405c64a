"""The package of a repeat: what it takes over of the one before, by its kind.

What is left out is judged, handed in or acted on anew. The old package keeps it, and the new one
names that by its digest.
"""

from collections.abc import Callable, Mapping
from datetime import date

from attrs import evolve

from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    Clarification,
    Closing,
    Confirmation,
    Deadline,
    Event,
    Extension,
    Invitation,
    PriceOpening,
    TypingConfirmation,
    Withdrawal,
)
from tender_engine.formats.canonical import package_digest
from tender_engine.model import Assessment, Facts, Package, Participant, Previous, Submitted
from tender_engine.terms import InvitedTo, Phase, PreviousKind, StageId, Subject
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.repeats.causes import cause_of
from tender_rules.repeats.naming import QUALIFYING, Anew, extended
from tender_rules.repeats.questions import of_those_who_entered

__all__ = ["holding_on", "repeated"]

# What stays true of the bids whoever evaluates them, and whenever.
_OF_BIDS = (
    Deadline,
    Extension,
    Closing,
    PriceOpening,
    Withdrawal,
    Confirmation,
    TypingConfirmation,
    Clarification,
)
_MEETINGS = (InvitedTo.KLARIFIKASI, InvitedTo.PEMBUKTIAN)
_PHASES = {Subject.KUALIFIKASI: Phase.KUALIFIKASI, Subject.PEMILIHAN: Phase.PENAWARAN}


def repeated(
    old: Evaluation,
    kind: PreviousKind,
    reason: str,
    *,
    anew: Anew | None = None,
    announced: date | None = None,
) -> Package:
    """The package that repeats `old`, with what a repeat of that kind takes over.

    Of an evaluasi ulang that is everything but the judgements on what it judges anew and the acts
    on the result; of a penawaran ulang who may bid; of a tender or prakualifikasi ulang what is
    asked, in the round that follows. It names `old` by its digest, and is to be read or evaluated
    like any other package.

    Args:
        old: the evaluation of the package before.
        kind: of the repeat.
        reason: why there is one.
        anew: what an evaluasi ulang judges anew, by stage: for whom, or with `None` for everybody;
            it is written into the package (`extensions.ulang`).
        announced: the day on which a new tender or a new prakualifikasi was announced.
    """
    previous = Previous(kind, package_digest(old.given), reason)
    if kind is PreviousKind.EVALUASI_ULANG:
        named = anew or {}
        carried = extended(old.given, named)
        return evolve(_judged_anew(old, named), previous=previous, extensions=carried)
    made = _MADE[kind](old.given)
    if announced is not None:
        made = evolve(made, tender=evolve(made.tender, announced_on=announced))
    return evolve(made, previous=previous, extensions=extended(old.given, None))


def _judged_anew(old: Evaluation, anew: Anew) -> Package:
    """The same bids, with the judgements on nothing that is named."""
    stages = {entry.stage: None for entry in old.given.assessments}
    everybody = frozenset(who.id for who in old.given.participants)
    kept: list[Assessment] = []
    for stage in stages:
        named = anew.get(stage, ())
        kept += of_those_who_entered(old, stage, everybody if named is None else named)
    events = tuple(filter(holding_on(old), old.given.events))
    return evolve(old.given, assessments=tuple(kept), events=events)


def holding_on(old: Evaluation) -> Callable[[Event], bool]:
    """What tells of an event of the package before whether it holds for the same bids anew.

    All up to the end of handing in does, and later what is about the bids themselves.
    """
    cause = cause_of(old)
    phase = _PHASES[cause.of if cause else Subject.PEMILIHAN]
    closed = [e.at for e in old.given.happened.of(Closing) if e.of is phase]
    closed += [e.until for e in old.given.happened.of(Deadline) if e.of is phase]
    closed += [e.until for e in old.given.happened.of(Extension) if e.of is phase]
    end = max(closed, default=None)

    def holds_on(event: Event) -> bool:
        if isinstance(event, Invitation):
            return event.of in _MEETINGS
        return isinstance(event, _OF_BIDS) or (end is not None and event.at <= end)

    return holds_on


def _new_bids(old: Package) -> Package:
    """Everybody who was registered, and after a prakualifikasi what is on record of that."""
    if not has_prakualifikasi(old.tender):
        people = tuple(_registered(who) for who in old.participants)
        return evolve(old, participants=people, assessments=(), events=())
    people = tuple(_qualified(who) for who in old.participants)
    judged = tuple(entry for entry in old.assessments if entry.stage in QUALIFYING)
    events = [event for event in old.events if _of_qualification(event)]
    # What was confirmed once there was a list is about the bids, as the minutes are that hold it.
    listed = max((event.at for event in events), default=None)
    confirmed = old.happened.of(Confirmation)
    known = {id(event) for event in confirmed if listed is not None and event.at <= listed}
    kept = known | {id(event) for event in events}
    events = [event for event in old.events if id(event) in kept]
    return evolve(old, participants=people, assessments=judged, events=tuple(events))


def _registered(who: Participant) -> Participant:
    """A participant as itself, with nothing handed in and nothing known of what it hands in."""
    members = tuple(evolve(member, facts={}) for member in who.members)
    return evolve(who, submitted=Submitted(), members=members, facts={}, price=None)


def _qualified(who: Participant) -> Participant:
    """A participant with its qualification, and no bid."""
    members = tuple(evolve(member, facts=_qualifying(member.facts)) for member in who.members)
    submitted = Submitted(kualifikasi=who.submitted.kualifikasi)
    facts = _qualifying(who.facts)
    return evolve(who, submitted=submitted, members=members, facts=facts, price=None)


def _qualifying(facts: Mapping[StageId, Facts]) -> dict[StageId, Facts]:
    return {stage: known for stage, known in facts.items() if stage in QUALIFYING}


def _of_qualification(event: Event) -> bool:
    of = getattr(event, "of", None)
    stage = getattr(event, "stage", None)
    return of in (Subject.KUALIFIKASI, Phase.KUALIFIKASI) or stage in QUALIFYING


def _new_tender(old: Package) -> Package:
    """What is asked, by whom and within what; nobody has handed in anything yet."""
    tender = evolve(old.tender, round=old.tender.round + 1, qualification_round=1)
    return evolve(old, tender=tender, participants=(), assessments=(), events=())


def _new_prakualifikasi(old: Package) -> Package:
    tender = evolve(old.tender, qualification_round=old.tender.qualification_round + 1)
    return evolve(old, tender=tender, participants=(), assessments=(), events=())


_MADE: Mapping[PreviousKind, Callable[[Package], Package]] = {
    PreviousKind.PENAWARAN_ULANG: _new_bids,
    PreviousKind.TENDER_ULANG: _new_tender,
    PreviousKind.PRAKUALIFIKASI_ULANG: _new_prakualifikasi,
}
