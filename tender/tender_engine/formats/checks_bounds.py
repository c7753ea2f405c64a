"""Checks of how much lists come to together, and of how much is carried along.

Each list alone is held to its bound by its shape. What a short file multiplies is bounded here:
whoever may bid is asked about everything, and each bid is held against the whole document.
"""

from typing import Any

from tender_engine.faults import Faults
from tender_engine.formats.bounds import CARRIED, COMPARED, QUESTIONS, WORD_SIGNS, WORDS
from tender_engine.formats.draft import Draft, each
from tender_engine.judgement import EVERYBODY
from tender_engine.seals import reveal_for_storage

__all__ = ["CHECKS"]


def what_is_carried_is_within_bounds(draft: Draft, faults: Faults) -> None:
    """What is carried along and never read is no burden."""
    if _signs(draft.package.extensions, CARRIED) < 0:
        faults.at_path("PKT099", ("extensions",), what="extensions", most=f"{CARRIED}")


def questions_are_within_bounds(draft: Draft, faults: Faults) -> None:
    """No more is asked of the panel than it could ever answer."""
    package = draft.package
    tender, pokja = package.tender, package.pokja
    asked = ((tender and tender.requirements) or {}).values()
    criteria = sum(len(one.criteria or ()) for one in asked if one is not None)
    members = len((pokja and pokja.members) or ())
    if criteria * members * len(package.participants or ()) > QUESTIONS:
        faults.at_path("PKT103", ("tender", "requirements"), most=f"{QUESTIONS}")


def words_are_within_bounds(draft: Draft, faults: Faults) -> None:
    """A judgement on everybody, or on all criteria of a stage, is told with each of them."""
    package = draft.package
    bidders = len(package.participants or ())
    told = 0
    for _, entry in each(package.assessments, "assessments"):
        asked = draft.asked(entry.stage) if entry.stage and entry.criterion is None else None
        criteria = len((asked and asked.criteria) or ())
        spread = max(criteria, 1) * (bidders if entry.participant == EVERYBODY else 1)
        told += len(entry.by or ()) * spread * (1 + len(entry.note or "") // WORD_SIGNS)
    if told > WORDS:
        faults.at_path("PKT105", ("assessments",), most=f"{WORDS}")


def compared_lines_are_within_bounds(draft: Draft, faults: Faults) -> None:
    """A bid of few lines is held against all of the document, so that these count for it as well.

    How many lines a bid has says nothing of its price.
    """
    tender = draft.package.tender
    hps = tender and tender.hps
    document = len((hps and hps.lines) or ())
    bids = [who.price for _, who in draft.participants if who.price]
    compared = [len(reveal_for_storage(price).lines or ()) for price in bids]
    if sum(max(document, lines) for lines in compared) > COMPARED:
        faults.at_path("PKT104", ("tender", "hps", "lines"), most=f"{COMPARED}")


def _signs(value: Any, room: int) -> int:
    """How much of `room` is left beside a value as JSON without spaces; below 0 if it is too long.

    A sign that JSON writes as an escape counts as one.
    """
    if isinstance(value, dict):
        room -= 2 + max(len(value) - 1, 0)
        for key, part in value.items():
            room = _signs(part, room - len(key) - 3)
            if room < 0:
                break
        return room
    if isinstance(value, list):
        room -= 2 + max(len(value) - 1, 0)
        for part in value:
            room = _signs(part, room)
            if room < 0:
                break
        return room
    if isinstance(value, bool) or value is None:
        return room - (5 if value is False else 4)
    return room - len(str(value)) - 2 * isinstance(value, str)


CHECKS = (
    what_is_carried_is_within_bounds,
    questions_are_within_bounds,
    words_are_within_bounds,
    compared_lines_are_within_bounds,
)
