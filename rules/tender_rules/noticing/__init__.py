"""What is odd about a dossier without changing its result: times, confirmations, slips.

None of it is an error of the file, and none decides anything; the record says it, and people look.
"""

from collections.abc import Iterator

from tender_engine.findings import Notice
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

__all__ = ["noticed"]


def noticed(case: Case) -> Iterator[Notice]:
    """Everything odd, in the order in which a reader would meet it."""
    yield from vat.readings_of_the_rate(case)
    yield from segments.other_segments(case)
    yield from dossier.stray_prices(case)
    yield from dossier.stray_judgements(case)
    yield from dossier.stray_statements(case)
    yield from times.early_documents(case)
    yield from closings.late_document(case.package)
    yield from closings.before_the_announcement(case.package)
    yield from closings.misplaced_deadlines(case.package)
    yield from times.late_grounds(case.package)
    yield from times.acts_after_their_minutes(case)
    yield from times.bids_before_the_list(case)
    yield from closings.early_openings(case.package)
    yield from times.openings_too_soon(case)
    yield from closings.early_closings(case.package)
    yield from closings.early_clarifications(case.package)
    yield from minutes.minutes_told(case.package)
    yield from afterwards.late_confirmations(case.package)
    yield from afterwards.early_ends(case.package)
    yield from dossier.open_objections(case)
    yield from objections_told(case)
    yield from determined_again.determined_again(case)
    yield from dossier.unused_judgements(case)
    yield from times.early_withdrawals(case.package)
    yield from unused(case)
    yield from strangers(case)
    yield from idle_talks(case)
    yield from talks_with_who_left(case)
    yield from dossier.appeals(case)
    yield from decided_by_pa.resting_on_nothing(case)
    yield from times.before_their_turn(case)
    yield from dossier.rounds(case.package)
    yield from dossier.who_takes_part_again(case.package)
    yield from dossier.other_values(case)
    yield from papers.not_valid_at_award(case)
    yield from deadlines.late_or_early(case)
    yield from members.unused_of_kso(case)
    yield from interests.interests_told(case)
    yield from slips.scores_far_apart(case)
    yield from slips.totals_at_the_share(case)
    yield from slips.equal_totals(case)
    yield from fractions.resting_on_a_fraction(case)
