"""Checks of how much is carried along; lists are held to their bounds by their shapes."""

from typing import Any

from tender.faults import Faults
from tender.formats.bounds import CARRIED
from tender.formats.draft import Draft, each

__all__ = ["CHECKS"]


def what_is_carried_is_within_bounds(draft: Draft, faults: Faults) -> None:
    """What is carried along and never read is no burden."""
    if _signs(draft.package.extensions, CARRIED) < 0:
        faults.at_path("PKT099", ("extensions",), what="extensions", most=f"{CARRIED}")
    room = CARRIED
    for path, who in each(draft.package.participants, "participants"):
        room = _signs(who.file_metadata, room) if who.file_metadata else room
        if room < 0:
            place, what = (*path, "file_metadata"), "file_metadata"
            faults.at_path("PKT099", place, what=what, most=f"{CARRIED}")
            break


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


CHECKS = (what_is_carried_is_within_bounds,)
