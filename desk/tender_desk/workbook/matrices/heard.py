"""Judgements that were heard, so that the same said twice is one, and otherwise told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from tender_desk.ooxml.addresses import in_ranges
from tender_desk.workbook.matrices.heads import BY
from tender_engine.faults import Fault, Spot

__all__ = ["HEAD_CHANGED", "SAME", "Differing", "Heard"]

# Told where who decides, or when, is another than at the last refresh.
HEAD_CHANGED, _DIFFERS = "XLS203", "XLS201"
# So many cells of two sheets that differ have one reason: who decides is wrong on one of both.
_MANY = 3

# What a member said on a question at one time.
Word: TypeAlias = tuple[Any, ...]
SAME = Spot()


class Heard:
    """The list of judgements, to which others are added unless it has them."""

    def __init__(self, judged: list[dict[str, Any]]) -> None:
        self._judged = judged
        # By each word: which judgement of the list it is, and where that stands.
        self._at: dict[Word, tuple[int, Spot]] = {}

    def add(self, said: dict[str, Any], spot: Spot, *, cell: bool) -> Spot | None:
        """Add a judgement that stands at `spot`, a `cell` of a matrix or a row; `None`: it is new.

        `SAME` where one that is there says the same: each then has what the other left open. Else
        the place of the one from which it differs. Two rows are held against each other by the
        format.
        """
        words = _words(said)
        known = next((self._at[word] for word in words if word in self._at), None)
        if known is None or not cell:
            number = len(self._judged)
            self._judged.append(said)
            for word in words:
                self._at.setdefault(word, (number, spot))
            return None
        number, other = known
        there = self._judged[number]
        if not _agree(there, said):
            return other
        there.update(said)
        return SAME


class Differing:
    """Judgements that differ though the same people gave them at the same time, by two sheets."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[tuple[Spot, Spot]]] = {}

    def add(self, spot: Spot, other: Spot) -> None:
        """Take a judgement and the one that it differs from."""
        self._found.setdefault((_parts(spot)[0], _parts(other)[0]), []).append((spot, other))

    def told_beside(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """Each one, many of two sheets as one; none that follows from a head that was changed."""
        changed = {
            _parts(fault.spot)[0]
            for fault in faults
            if fault.spot and fault.code == HEAD_CHANGED and fault.params["title"] == BY
        }
        for sheets, found in self._found.items():
            if not changed.isdisjoint(sheets):
                continue
            one, other = sheets
            if one != other and len(found) >= _MANY:
                cells = in_ranges(_parts(there)[1] for _, there in found)
                yield Fault(_DIFFERS, (), {"other": f"{other} ({cells})"}, spot=found[0][0])
            else:
                for here, there in found:
                    yield Fault(_DIFFERS, (), {"other": there.cell}, spot=here)


def _parts(spot: Spot) -> tuple[str, str]:
    sheet, _, cell = spot.cell.rpartition("!")
    return sheet, cell


def _words(said: Mapping[str, Any]) -> list[Word]:
    about = tuple(str(said.get(key)) for key in ("stage", "participant", "criterion", "at"))
    by = said.get("by")
    return [(*about, str(member)) for member in by] if isinstance(by, list) else []


def _agree(there: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Whether two say the same, wherever both say anything."""
    rest = {key: part for key, part in said.items() if key != "by"}
    same = all(there.get(key, part) == part for key, part in rest.items())
    answered = {"verdict", "score"} & there.keys() == {"verdict", "score"} & said.keys()
    return same and answered and {*there["by"]} == {*said["by"]}
