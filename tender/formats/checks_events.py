"""Checks of the events: whom they name, and whether they agree with themselves."""

from collections.abc import Iterable

from tender.events import Award, Clarification, Event, Objection, ObjectionAnswer, RankingDecision
from tender.faults import Faults, Path
from tender.formats.draft import Draft, Names, each, find_repeated, names, refer

__all__ = ["CHECKS"]

# The key in the file, and the attribute where it is another.
_PARTICIPANTS_IN: dict[type[Event], dict[str, str]] = {
    Clarification: {"participant": "participant"},
    Objection: {"participant": "participant"},
    ObjectionAnswer: {"participant": "participant"},
    RankingDecision: {"order": "order"},
    Award: {"winner": "winner", "reserves": "reserves", "list": "listed"},
}


def those_named_exist(draft: Draft, faults: Faults) -> None:
    """Events name participants and members of the panel that there are, each once in a list."""
    package = draft.package
    participants = names(package.participants)
    members = names(package.pokja.members) if package.pokja else None
    for path, event in each(package.events, "events"):
        for key, attribute in _PARTICIPANTS_IN.get(type(event), {}).items():
            found = getattr(event, attribute)
            _refer_all(participants, found, "PKT051", (*path, key), faults)
        if isinstance(event, RankingDecision):
            _refer_all(members, event.by, "PKT050", (*path, "by"), faults)


def _refer_all(
    known: Names, found: str | Iterable[str] | None, code: str, path: Path, faults: Faults
) -> None:
    if found is None or isinstance(found, str):
        refer(known, found, code, path, faults)
        return
    listed = tuple(found)
    for place, name in each(listed, *path):
        refer(known, name, code, place, faults)
    find_repeated(listed, "PKT061", path, faults)


def winner_is_no_reserve(draft: Draft, faults: Faults) -> None:
    """Nobody is both the winner and a reserve."""
    for path, event in each(draft.package.events, "events"):
        if isinstance(event, Award) and event.winner is not None:
            for place, name in each(event.reserves, *path, "reserves"):
                if name == event.winner:
                    faults.at_path("PKT063", place, found=name)


CHECKS = (those_named_exist, winner_is_no_reserve)
