"""How a paragraph of a letterhead stands, and its letters: what it says itself, then its styles."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tender_desk.documents.word.kop_error import KopError

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["EMU", "HALF", "TWIPS", "Said", "Styles", "W", "edge_of", "points"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# How many of a unit make a point: of English metric units, twentieths, eighths and halves.
EMU, TWIPS, EIGHTHS, HALF = 12700.0, 20.0, 8.0, 2.0
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,6})?").fullmatch
# No page of a letterhead is larger, in points.
_FARTHEST = 2000.0
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}").fullmatch
_OFF = ("0", "false", "off", "none")
_DEEPEST = 12


def points(found: str | None, unit: float, otherwise: float = 0) -> float:
    """A length as a letterhead writes it, in points; what is no length of a page is refused.

    Raises:
        KopError: it is no number, or no length that a page has.
    """
    if found is None:
        return otherwise
    value = float(found) / unit if _WHOLE(found) else _FARTHEST * 2
    if abs(value) > _FARTHEST:
        raise KopError("KOP015", found=repr(found[:20]))
    return value


class Said:
    """Properties of one thing: the first of its `sources` that says one decides."""

    def __init__(self, sources: list[Any]) -> None:
        self._sources = sources

    def length(self, tag: str, key: str, unit: float = TWIPS) -> float:
        """A length, in points; nothing where no source says it."""
        for found in self._all(tag):
            if found.get(W + key) is not None:
                return points(found.get(W + key), unit)
        return 0

    def text(self, tag: str) -> str:
        """What the first source says, as it says it."""
        return next((found.get(f"{W}val", "") for found in self._all(tag)), "")

    def on(self, tag: str) -> bool:
        """Whether a switch is on."""
        return any(found.get(f"{W}val", "on") not in _OFF for found in [*self._all(tag)][:1])

    def colour(self) -> str:
        """The colour of letters as six digits; black where none is said."""
        found = self.text("color")
        return found if _COLOUR(found) else "000000"

    def edge(self, tag: str, name: str) -> dict[str, Any] | None:
        """A line along one side: its weight in points, and whether it is a double one."""
        for holder in self._all(tag):
            line = holder.find(W + name)
            if line is not None:
                return edge_of(line)
        return None

    def _all(self, tag: str) -> Iterator[Any]:
        yield from (found for s in self._sources if (found := s.find(W + tag)) is not None)


def edge_of(line: Any) -> dict[str, Any] | None:
    """A line as it is drawn; nothing where it says that there is none."""
    kind, colour = line.get(f"{W}val", "none"), line.get(f"{W}color", "")
    if kind in ("nil", "none"):
        return None
    return {
        "weight": min(max(points(line.get(f"{W}sz"), EIGHTHS, 0.5), 0.25), 12),
        "kind": kind if kind.startswith("th") or kind == "double" else "single",
        "colour": colour if _COLOUR(colour) else "000000",
    }


class Styles:
    """The styles of a letterhead, by their ids."""

    def __init__(self, document: "Document") -> None:
        root = document.styles.element
        self._known = {style.get(f"{W}styleId"): style for style in root.findall(f"{W}style")}
        self._plain = next(
            (
                style.get(f"{W}styleId")
                for style in root.findall(f"{W}style")
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in ("1", "true", "on")
            ),
            None,
        )
        self._defaults = root.find(f"{W}docDefaults")

    def paragraph(self, element: Any) -> Said:
        """What holds of a paragraph."""
        own = element.find(f"{W}pPr")
        return Said([x for x in (own, *self._chain(element, "pPr"), self._default("p")) if _is(x)])

    def run(self, paragraph: Any, run: Any) -> Said:
        """What holds of the letters of a run."""
        own = run.find(f"{W}rPr")
        named = own.find(f"{W}rStyle") if _is(own) else None
        styled = [] if named is None else [*self._from(named.get(f"{W}val"), "rPr")]
        below = (*styled, *self._chain(paragraph, "rPr"), self._default("r"))
        return Said([x for x in (own, *below) if _is(x)])

    def table(self, element: Any) -> Said:
        """What holds of a table."""
        own = element.find(f"{W}tblPr")
        named = own.find(f"{W}tblStyle") if _is(own) else None
        styled = [] if named is None else [*self._from(named.get(f"{W}val"), "tblPr")]
        return Said([x for x in (own, *styled) if _is(x)])

    def _chain(self, paragraph: Any, tag: str) -> Iterator[Any]:
        """What the style of a paragraph says, and each that it is based on."""
        own = paragraph.find(f"{W}pPr")
        named = own.find(f"{W}pStyle") if _is(own) else None
        return self._from(self._plain if named is None else named.get(f"{W}val"), tag)

    def _from(self, name: str | None, tag: str) -> Iterator[Any]:
        for _ in range(_DEEPEST):
            style = self._known.get(name)
            if style is None:
                return
            if _is(found := style.find(W + tag)):
                yield found
            based = style.find(f"{W}basedOn")
            name = None if based is None else based.get(f"{W}val")

    def _default(self, kind: str) -> Any:
        if self._defaults is None:
            return None
        return self._defaults.find(f"{W}{kind}PrDefault/{W}{kind}Pr")


def _is(element: Any) -> bool:
    return element is not None
