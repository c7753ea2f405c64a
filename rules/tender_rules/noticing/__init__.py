"""What is odd about a dossier without changing its result: times, confirmations, slips.

None of it is an error of the file, and none decides anything; the record says it, and people look.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tender_engine.events import (
    Appeal,
    AppealAnswer,
    Award,
    BondClarification,
    Clarification,
    Closing,
    Confirmation,
    Deadline,
    Event,
    FailureAct,
    Minutes,
    Negotiation,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
    PriceOpening,
    ReverseAuction,
    Withdrawal,
)
from tender_engine.findings import Notice
from tender_engine.model import Package
from tender_engine.workflow import Case
from tender_rules.noticing import (
    afterwards,
    closings,
    deadlines,
    decided_by_pa,
    determined_again,
    dossier,
    fractions,
    interests,
    members,
    minutes,
    papers,
    segments,
    slips,
    times,
    vat,
)
from tender_rules.sanggah.told import objections_told
from tender_rules.stages.auction import strangers
from tender_rules.stages.negotiation import talks_with_who_left
from tender_rules.stages.one_bid import idle_talks
from tender_rules.stages.withdrawal import unused

__all__ = ["LOOKS", "noticed"]


Look: TypeAlias = Callable[[Case], Iterator[Notice]]


def _of(look: Callable[[Package], Iterator[Notice]]) -> Look:
    """A look that needs nothing but the package."""
    return lambda case: look(case.package)


_ACTS, _TALKS = (Award, FailureAct), (Negotiation, ReverseAuction)
_OBJECTIONS = (Objection, ObjectionAnswer, Appeal, BondClarification, AppealAnswer)
# In the order in which a reader would meet them, each with the kinds of events that it is about:
# where none of them happened it has nothing to say. About any dossier are those that name none.
LOOKS: tuple[tuple[Look, tuple[type[Event], ...]], ...] = (
    (vat.readings_of_the_rate, ()),
    (segments.other_segments, ()),
    (dossier.stray_prices, ()),
    (dossier.stray_judgements, ()),
    (dossier.stray_statements, ()),
    (times.early_documents, ()),
    (_of(closings.late_document), ()),
    (_of(closings.before_the_announcement), ()),
    (_of(closings.misplaced_deadlines), (Deadline,)),
    (_of(times.late_grounds), ()),
    (times.acts_after_their_minutes, (Minutes,)),
    (times.bids_before_the_list, ()),
    (_of(closings.early_openings), (PriceOpening,)),
    (times.openings_too_soon, (PriceOpening,)),
    (_of(closings.early_closings), (Closing,)),
    (_of(closings.early_clarifications), (Clarification,)),
    (_of(minutes.minutes_told), (Minutes,)),
    (_of(afterwards.late_confirmations), (Minutes,)),
    (_of(afterwards.early_ends), (ObjectionPeriodEnd,)),
    (dossier.open_objections, (Objection,)),
    (objections_told, _OBJECTIONS),
    (determined_again.determined_again, _OBJECTIONS),
    (dossier.unused_judgements, ()),
    (_of(times.early_withdrawals), (Withdrawal,)),
    (unused, (Withdrawal,)),
    (strangers, (ReverseAuction,)),
    (idle_talks, (Negotiation,)),
    (talks_with_who_left, (Negotiation,)),
    (dossier.appeals, ()),  # the bond that works would need stands on record in any case
    (decided_by_pa.resting_on_nothing, _ACTS),
    (times.before_their_turn, _TALKS),
    (_of(dossier.rounds), ()),
    (_of(dossier.who_takes_part_again), ()),
    (dossier.other_values, (Confirmation,)),
    (papers.not_valid_at_award, (Award,)),
    (deadlines.late_or_early, ()),
    (members.unused_of_kso, ()),
    (interests.interests_told, ()),
    (slips.scores_far_apart, ()),
    (slips.totals_at_the_share, ()),
    (slips.equal_totals, ()),
    (fractions.resting_on_a_fraction, ()),
)


def noticed(case: Case) -> Iterator[Notice]:
    """Everything odd."""
    happened = case.happened
    for look, about in LOOKS:
        if not about or (happened and not happened.isdisjoint(about)):
            yield from look(case)
