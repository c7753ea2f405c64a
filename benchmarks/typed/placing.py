"""Where on a sheet a Pokja types an entry."""

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.typed.sheets import ANALYSED, CRITERIA, DATED, KSO, MATRIX, WHEN, Cells, Row
from benchmarks.typed.typist import Typist

__all__ = ["Places", "over"]

# By what a row of several of one name is known.
_KEYS = {
    CRITERIA: ("Tahap", "Kode"),
    KSO: ("Peserta", "Kode"),
    ANALYSED: ("Peserta", "Baris"),
}


class Places:
    """Where on a sheet each entry goes: where it stands already, else the first empty row."""

    def __init__(self, typist: Typist, sheet: str) -> None:
        self._rows = list(typist.rows(sheet))
        self._keys = _KEYS.get(sheet, ("Tahap", "Kriteria") if sheet.startswith(MATRIX) else ())
        self._dated = sheet in DATED
        self._end = typist.book[sheet].max_row

    def over(self, wanted: Sequence[Row]) -> Iterator[tuple[Row, int, Row]]:
        """Of what stands there and is not wanted: what is typed over it, where, and what stood.

        A criterion takes the row of another of its stage, of the same words if there is one; for
        what is left over it is nothing.
        """
        codes = {tuple(row[key] for key in self._keys) for row in wanted}
        there = {tuple(said.get(key) for key in self._keys) for _, said in self._rows}
        free = [
            place
            for place in self._rows
            if place[1].get("Kode") and tuple(place[1][key] for key in self._keys) not in codes
        ]
        for row in wanted:
            of_stage = [place for place in free if place[1]["Tahap"] == row["Tahap"]]
            if of_stage and tuple(row[key] for key in self._keys) not in there:
                same = [place for place in of_stage if place[1]["Uraian"] == row["Uraian"]]
                place = (same or of_stage)[0]
                free.remove(place)
                self._rows.remove(place)
                yield row, *place
        for place in free:
            yield {}, *place

    def of(self, row: Row) -> int:
        """The place of `row`, which is then taken."""
        if self._dated and (ready := self._ready(row)):
            self._rows.remove(ready)
            return ready[0]
        keys = self._keys or tuple(row)[:1]
        for place in () if self._dated else self._rows:
            if all(place[1].get(key) == row[key] for key in keys):
                self._rows.remove(place)
                return place[0]
        for place in self._rows:
            said = {head: value for head, value in place[1].items() if value is not None}
            if said == {"Tahap": row.get("Tahap")}:
                self._rows.remove(place)
                return place[0]
        for place in self._rows:
            if all(value is None for value in place[1].values()):
                self._rows.remove(place)
                return place[0]
        self._end += 1
        return self._end

    def _ready(self, row: Row) -> tuple[int, Row] | None:
        """The row that a refresh has laid out for it: what stands there it says, and more."""
        for place in self._rows:
            said = {head: value for head, value in place[1].items() if value is not None}
            if said and WHEN not in said and said.items() <= row.items():
                return place
        return None


def over(
    typist: Typist, places: Places, due: Sequence[tuple[Row, Row]]
) -> tuple[Cells, list[tuple[Row, Row]]]:
    """What is typed over criteria that are others, and what is due beside that."""
    heads, cells = typist.heads(CRITERIA), dict[tuple[int, int], Any]()
    left = {id(row): (row, known) for row, known in due}
    for row, place, stood in [*places.over([row for row, _ in due])]:
        if not row:
            typist.clear(CRITERIA, place)
            continue
        _, known = left.pop(id(row))
        cells |= {(place, heads[head]): None for head in stood if stood[head] is not None}
        cells |= {(place, heads[head]): value for head, value in known.items()}
    return cells, [*left.values()]
