"""Judgements that were heard, so that the same said twice is one, and otherwise told."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from tender_engine.faults import Spot

__all__ = ["SAME", "Heard"]

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
