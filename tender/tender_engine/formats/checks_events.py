"""Checks of the events: whom they name, and whether they agree with themselves."""

from collections.abc import Iterable
from datetime import datetime

from tender_engine.events import (
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    BondClarification,
    Clarification,
    DeclaredInterest,
    Event,
    Invitation,
    Letter,
    Minutes,
    Negotiation,
    Objection,
    ObjectionAnswer,
    RankingDecision,
    ReverseAuction,
    TypingConfirmation,
    Withdrawal,
)
from tender_engine.faults import Faults, Path
from tender_engine.formats.draft import Draft, Names, each, find_repeated, refer, refer_all
from tender_engine.terms import NegotiationOutcome

__all__ = ["CHECKS"]

# The key in the file, and the attribute where it is another.
_PARTICIPANTS_IN: dict[type[Event], dict[str, str]] = {
    Clarification: {"participant": "participant"},
    Negotiation: {"participant": "participant"},
    Objection: {"participant": "participant"},
    ObjectionAnswer: {"participant": "participant"},
    Appeal: {"participant": "participant"},
    BondClarification: {"participant": "participant"},
    AppealAnswer: {"participant": "participant"},
    Appointment: {"participant": "participant"},
    Invitation: {"participant": "participant"},
    Letter: {"participant": "participant"},
    Withdrawal: {"participant": "participant"},
    TypingConfirmation: {"participant": "participant"},
    RankingDecision: {"order": "order"},
    DeclaredInterest: {"participants": "participants"},
    Award: {"winner": "winner", "reserves": "reserves", "list": "listed"},
}


def those_named_exist(draft: Draft, faults: Faults) -> None:
    """Events name participants and members of the panel that there are, each once in a list."""
    participants, members = draft.bidders, draft.members
    for path, event in each(draft.package.events, "events"):
        for key, attribute in _PARTICIPANTS_IN.get(type(event), {}).items():
            found = getattr(event, attribute)
            _refer_all(participants, found, "PKT051", (*path, key), faults)
        if isinstance(event, ReverseAuction):
            for name in event.totals or ():
                refer(participants, name, "PKT051", (*path, "totals", name), faults)
        if isinstance(event, Invitation | Minutes):
            for place, one in each(event.present, *path, "present"):
                refer(participants, one.for_, "PKT051", (*place, "for"), faults)
        if isinstance(event, RankingDecision | TypingConfirmation):
            _refer_all(members, event.by, "PKT050", (*path, "by"), faults)
        if isinstance(event, DeclaredInterest):
            refer(members, event.member, "PKT050", (*path, "member"), faults)


def _refer_all(
    known: Names, found: str | Iterable[str] | None, code: str, path: Path, faults: Faults
) -> None:
    if found is None or isinstance(found, str):
        refer(known, found, code, path, faults)
        return
    refer_all(known, tuple(found), code, path, faults)


def winner_is_no_reserve(draft: Draft, faults: Faults) -> None:
    """Nobody is both the winner and a reserve."""
    for path, event in each(draft.package.events, "events"):
        if isinstance(event, Award) and event.winner is not None:
            for place, name in each(event.reserves, *path, "reserves"):
                if name == event.winner:
                    faults.at_path("PKT063", place, found=name)


def talks_agree_with_their_outcome(draft: Draft, faults: Faults) -> None:
    """A negotiation that came to an agreement says on what total, and a failed one has none."""
    for path, event in each(draft.package.events, "events"):
        if not isinstance(event, Negotiation) or not draft.tells(path, "total"):
            continue
        if event.outcome is NegotiationOutcome.SEPAKAT and event.total is None:
            faults.at_path("PKT065", path)
        elif event.outcome is NegotiationOutcome.GAGAL and event.total is not None:
            faults.at_path("PKT066", (*path, "total"), on_key=True)


def talks_end_once_at_a_time(draft: Draft, faults: Faults) -> None:
    """Of two negotiations with one bidder, one is the later."""
    seen: set[tuple[str, datetime]] = set()
    for path, event in each(draft.package.events, "events"):
        if not isinstance(event, Negotiation) or None in (event.participant, event.at):
            continue
        talks = (event.participant, event.at)
        if talks in seen:
            faults.at_path("PKT067", path, found=event.participant)
        seen.add(talks)


def auctions_agree_with_themselves(draft: Draft, faults: Faults) -> None:
    """An auction that was not held has no totals, and of two at one time none is the later."""
    seen: set[datetime] = set()
    for path, event in each(draft.package.events, "events"):
        if not isinstance(event, ReverseAuction):
            continue
        if event.held is False and event.totals is not None:
            faults.at_path("PKT068", (*path, "totals"), on_key=True)
        if event.at in seen:
            faults.at_path("PKT069", path, what="reverse_auction")
        elif event.at is not None:
            seen.add(event.at)


def nobody_withdraws_twice(draft: Draft, faults: Faults) -> None:
    """A bidder that left is gone."""
    found = [
        event.participant if isinstance(event, Withdrawal) else None
        for event in draft.package.events or ()
    ]
    find_repeated(found, "PKT070", ("events",), faults, "participant")


def lines_are_the_documents(draft: Draft, faults: Faults) -> None:
    """A line that was talked about, or whose figure was confirmed, is one of the document."""
    known = draft.lines
    for path, event in each(draft.package.events, "events"):
        if isinstance(event, TypingConfirmation):
            refer(known, event.line, "PKT071", (*path, "line"), faults)
        if isinstance(event, Negotiation):
            for place, item in each(event.items, *path, "items"):
                refer(known, item.line, "PKT071", (*place, "line"), faults)


CHECKS = (
    those_named_exist,
    lines_are_the_documents,
    winner_is_no_reserve,
    talks_agree_with_their_outcome,
    talks_end_once_at_a_time,
    auctions_agree_with_themselves,
    nobody_withdraws_twice,
)
