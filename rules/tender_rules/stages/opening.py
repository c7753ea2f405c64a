"""Pembukaan: who handed in a bid, and what no bid means. Nobody can fall here."""

from collections.abc import Iterable

from tender_engine.declared import StageWords, Words
from tender_engine.findings import Awaiting
from tender_engine.law import Ask, Outcome, passes, rule
from tender_engine.model import Participant
from tender_engine.terms import Envelope, Phase, StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres
from tender_rules.stages.counting import awaited_for_count, handed_in
from tender_rules.stages.files import BidFile, bid_file
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.listing import list_is_in_force

__all__ = ["opening"]

_STAGE = StageId.PEMBUKAAN


@rule(
    "opening.submitted",
    "Penawaran yang masuk dibuka",
    perpres("Pasal 50 ayat (1) huruf e"),
    since="2018-03-22",
)
def submitted(file: BidFile, ask: Ask) -> Outcome | None:
    """A bid that was handed in is opened; at the opening nobody may be disqualified."""
    at = file.bidder.submitted.penawaran
    return passes("Menyampaikan penawaran", disampaikan=at)


RULES = (submitted,)


def count_stands(case: Case) -> bool:
    """Whether the number of bids is final: enough, or too few after an extension that ended."""
    least = case.ask(lambda ask: ask.decimal("opening.least_bids"))
    enough = len(handed_in(case.package, Phase.PENAWARAN)) >= least
    return enough or awaited_for_count(case.package, Phase.PENAWARAN) is None


def _awaits(case: Case) -> Iterable[Awaiting]:
    if list_is_in_force(case) and not count_stands(case):
        needs = awaited_for_count(case.package, Phase.PENAWARAN) or ""
        yield Awaiting(_STAGE, None, None, needs, ("pokja",))


def _admit(case: Case) -> list[str]:
    if not list_is_in_force(case):
        return []
    may = set(case.arrived(_STAGE))
    return [name for name in handed_in(case.package, Phase.PENAWARAN) if name in may]


def _decide(case: Case, bidder: Participant) -> Decision:
    """In one envelope the opening opens the price as well."""
    if case.package.tender.envelope is Envelope.SATU_FILE:
        case.seals.open(bidder.id)
    file = bid_file(case, _STAGE, bidder)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    return decide_by(found, met="Menyampaikan penawaran.")


opening = Stage(
    _STAGE,
    StageWords(
        Words("Pembukaan dokumen penawaran", "Opening (pembukaan)"),
        Words("Buka", "Open"),
        passed=Words("Dibuka", "Opened"),
    ),
    _decide,
    _admit,
    awaits=_awaits,
    rules=RULES,
)
