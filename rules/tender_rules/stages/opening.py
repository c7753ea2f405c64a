"""Pembukaan: who handed in a bid, and what no bid means. Nobody can fall here."""

from collections.abc import Iterable

from tender.events import Closing, Extension
from tender.findings import Awaiting, Finding
from tender.law import Ask, Outcome, passes, rule
from tender.model import Package, Participant
from tender.terms import Phase, StageId
from tender.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres
from tender_rules.stages.files import BidFile, bid_file
from tender_rules.stages.judged import apply_rules

__all__ = ["RULES", "bidders", "count_stands", "opening"]


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


def bidders(package: Package) -> list[str]:
    """Who handed in a bid; the others are registered only."""
    return [who.id for who in package.participants if who.submitted.penawaran is not None]


def extensions(package: Package, phase: Phase) -> list[Extension]:
    """How often the deadline of `phase` was moved, oldest first."""
    found = [e for e in package.events if isinstance(e, Extension) and e.of == phase]
    return sorted(found, key=lambda event: event.at)


def closed(package: Package, phase: Phase) -> bool:
    """Whether the deadline of `phase`, as last extended, is recorded as passed since then."""
    moved = extensions(package, phase)
    ends = (e.at for e in package.events if isinstance(e, Closing) and e.of == phase)
    return any(not moved or at > moved[-1].at for at in ends)


def awaited_for_count(package: Package, phase: Phase) -> str | None:
    """The event without which a count below the minimum does not stand yet."""
    if not extensions(package, phase):
        return "perpanjangan"
    return None if closed(package, phase) else "penutupan"


def count_stands(case: Case) -> bool:
    """Whether the number of bids is final: enough, or too few after an extension that ended."""
    least = case.ask(lambda ask: ask.decimal("opening.least_bids"))
    enough = len(bidders(case.package)) >= least
    return enough or awaited_for_count(case.package, Phase.PENAWARAN) is None


def _awaits(case: Case) -> Iterable[Awaiting]:
    if not count_stands(case):
        needs = awaited_for_count(case.package, Phase.PENAWARAN) or ""
        yield Awaiting(StageId.PEMBUKAAN, None, None, needs, ("pokja",))


def _admit(case: Case) -> list[str]:
    return bidders(case.package)


def _decide(case: Case, bidder: Participant) -> Decision:
    """In one envelope the opening opens the price as well."""
    case.seals.open(bidder.id)
    file = bid_file(case, StageId.PEMBUKAAN, bidder)
    found: list[tuple[Finding, tuple[Awaiting, ...]]]
    found = apply_rules(case, StageId.PEMBUKAAN, bidder, RULES, file)
    return decide_by(found, met="Menyampaikan penawaran.")


opening = Stage(
    StageId.PEMBUKAAN, "Pembukaan dokumen penawaran", _decide, _admit, awaits=_awaits, rules=RULES
)
