"""SPSE's marks: a tick, a cross, a star, as pictures, icons or letters. None is ever guessed."""

import re
from collections.abc import Iterable

from tender.formats.spse.parts import Cell, Mark

__all__ = ["mark_of", "shown"]

_WORDS = {
    Mark.LULUS: {"v", "√", "✓", "✔", "☑", "✅", "lulus", "memenuhi"},
    Mark.GUGUR: {"x", "✗", "✘", "×", "✕", "❌", "gugur", "tidak lulus", "tidak memenuhi"},
    Mark.BINTANG: {"*", "★", "⭐"},
    Mark.TANPA_TANDA: {"", "-", "–", "—", "−"},
}
_ICONS = {
    Mark.LULUS: {"check", "ok", "tick", "check-circle", "check-square"},
    Mark.GUGUR: {"close", "times", "remove", "xmark", "cross", "x", "x-lg", "times-circle"},
    Mark.BINTANG: {"star"},
    Mark.TANPA_TANDA: {"minus", "dash"},
}
_FAMILIES = re.compile(r"^(?:fa|fas|far|fab|bi|glyphicon|icon|ti|mdi|ion|fe)-")
_TAILS = re.compile(r"-(?:o|alt|lg|fill|solid|circle-o|square-o|circle-fill)$")


def mark_of(cell: Cell) -> Mark | None:
    """What a cell marks; `None` where that is not known, or where it says two things."""
    found = {_by_word(cell.text)} if cell.text or not cell.icons else set()
    found |= {_by_icon(icon) for icon in cell.icons}
    return found.pop() if len(found) == 1 else None


def shown(cell: Cell) -> str:
    """A cell as it can be told of: its text and the names of what is drawn in it."""
    return " ".join([*([cell.text] if cell.text else []), *(f"[{icon}]" for icon in cell.icons)])


def _by_word(text: str) -> Mark | None:
    return _known(_WORDS, [" ".join(text.casefold().split())])


def _by_icon(icon: str) -> Mark | None:
    """Class names of an icon, or the name of a picture; `fa fa-check` says one thing."""
    names = [_FAMILIES.sub("", word) for word in icon.casefold().split()]
    return _known(_ICONS, [name for word in names for name in (word, _TAILS.sub("", word))])


def _known(table: dict[Mark, set[str]], names: Iterable[str]) -> Mark | None:
    found = {mark for mark, known in table.items() for name in names if name in known}
    return found.pop() if len(found) == 1 else None
