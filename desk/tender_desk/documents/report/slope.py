"""How corrections moved the order: each bid's place by its stated and by its corrected total."""

from attrs import frozen

from tender_desk.documents.blocks import Table
from tender_desk.documents.proof_sheet import moved
from tender_desk.documents.view import View

__all__ = ["Move", "Slope", "slope"]


@frozen
class Move:
    """A bid with its places; they are told as they stand in the table, equal totals share one."""

    name: str
    before: int
    after: int

    @property
    def look(self) -> str:
        """Whether it came nearer to the first place."""
        if self.before == self.after:
            return "same"
        return "up" if self.after < self.before else "down"


@frozen
class Slope:
    """The moves in the order of the stated totals, and the table of the exact totals."""

    moves: tuple[Move, ...]
    table: Table

    @property
    def told(self) -> str:
        """What became of the order, in a sentence."""
        changed = [move for move in self.moves if move.look != "same"]
        if not changed:
            return "Koreksi aritmatik tidak mengubah urutan."
        return f"Koreksi aritmatik mengubah tempat {len(changed)} dari {len(self.moves)} penawaran."


def slope(view: View) -> Slope | None:
    """The moves of every corrected bid; nothing where no price is open."""
    table = moved(view)[0]
    if not isinstance(table, Table):
        return None
    moves = [
        Move(name, int(before), int(after))
        for name, _, before, _, after, _ in table.rows
        if after.isdigit()
    ]
    return Slope(tuple(moves), table)
