"""A package as it was at a moment of its own: what was recorded by then, and nothing later."""

from collections.abc import Iterator
from datetime import datetime

from attrs import evolve

from tender_desk.documents.kind import SCREENING
from tender_engine.events import Deadline
from tender_engine.model import Package, Participant
from tender_engine.terms import Phase
from tender_rules.procurement_kind import has_prakualifikasi

__all__ = ["as_of", "earlier_ones", "without_bids"]


def as_of(package: Package, moment: datetime) -> Package:
    """`package` with what was recorded by `moment`."""
    events = tuple(event for event in package.events if event.at <= moment)
    judged = tuple(entry for entry in package.assessments if entry.at <= moment)
    return without_bids(evolve(package, events=events, assessments=judged))


def earlier_ones(package: Package) -> Iterator[tuple[datetime, Package]]:
    """`package` as it was at each moment before its last, the latest first."""
    moments = {event.at for event in package.events} | {each.at for each in package.assessments}
    for moment in sorted(moments, reverse=True)[1:]:
        yield moment, as_of(package, moment)


def without_bids(then: Package) -> Package:
    """`then` as it was before anybody could bid: of bids nothing was in the dossier."""
    deadlines = {event.of for event in then.happened.of(Deadline)}
    if not has_prakualifikasi(then.tender) or Phase.PENAWARAN in deadlines:
        return then

    def applied(who: Participant) -> Participant:
        submitted = evolve(who.submitted, penawaran=None, penawaran_tahap_dua=None)
        facts = {stage: known for stage, known in who.facts.items() if stage in SCREENING}
        return evolve(who, submitted=submitted, facts=facts, price=None, price_commitment=None)

    return evolve(then, participants=tuple(map(applied, then.participants)))
