"""The rows that may be lines of the tender document, and what became of each."""

from decimal import Decimal
from typing import TypeAlias

from attrs import Factory, define, frozen

from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["Candidate", "Match", "Matches", "RowPlace", "same_unit"]

# A row: the number of its sheet, and its own.
RowPlace: TypeAlias = tuple[int, int]

# Units that are written in several ways.
_UNITS = {
    "ls": "lumpsum",
    "lump sum": "lumpsum",
    "lumsum": "lumpsum",
    "lsum": "lumpsum",
    "bh": "buah",
    "btg": "batang",
    "lbr": "lembar",
    "ttk": "titik",
    "org": "orang",
    "bln": "bulan",
    "hr": "hari",
    "ltr": "liter",
    "pkt": "paket",
    "ob": "orang bulan",
    "oh": "orang hari",
}


@frozen
class Candidate:
    """A row that is a line: its code and words as they stand, its volume, and its section.

    A section is the place of the title that the row stands under. `bare` tells that neither a
    volume nor a price nor an amount stands in the row, `unpriced` that no price and no amount does;
    `nil` that a zero or a dash stands for both, `summed` that an amount stands there without a unit
    price. `number` is the running number as it stands.
    """

    place: RowPlace
    code: str
    description: str
    unit: str
    quantity: Decimal | None
    section: RowPlace = (0, 0)
    bare: bool = False
    unpriced: bool = False
    nil: bool = False
    summed: bool = False
    number: str = ""

    @property
    def counted(self) -> bool:
        """Whether it has a code or a running number."""
        return bool(self.code.strip() or self.number.strip())

    @property
    def words(self) -> str:
        """The words of the row as they are compared."""
        return plain_words(self.description)


@frozen
class Match:
    """The line of the document that a row is; `how` is the code of a note, empty by its code."""

    line: HpsLine
    how: str


@define
class Matches:
    """What became of each row.

    `by_row` holds those that were matched; `twice` rows whose line another row already is, with
    that row; `against` rows whose code names one line and whose words another; `titles` rows
    without a figure whose words are those of a line that another row is; `open_rows` and
    `open_lines` what nothing was found for.
    """

    by_row: dict[RowPlace, Match] = Factory(dict)
    twice: dict[RowPlace, tuple[HpsLine, RowPlace]] = Factory(dict)
    against: dict[RowPlace, tuple[HpsLine, HpsLine]] = Factory(dict)
    titles: dict[RowPlace, Candidate] = Factory(dict)
    open_rows: dict[RowPlace, Candidate] = Factory(dict)
    open_lines: dict[str, HpsLine] = Factory(dict)

    def take(self, row: Candidate, line: HpsLine, how: str) -> None:
        """Match a row with a line; neither is open to others any more."""
        self.by_row[row.place] = Match(line, how)
        del self.open_rows[row.place], self.open_lines[line.id]

    def alike(self) -> list[tuple[list[Candidate], list[HpsLine]]]:
        """The open rows and lines that have their words and unit in common, in order.

        A row without a unit has that of the lines of its words, if they have but one. Where there
        are more rows than lines, those without a figure are titles, if that explains it.
        """
        groups: dict[tuple[str, str], tuple[list[Candidate], list[HpsLine]]] = {}
        units: dict[str, set[str]] = {}
        for line in self.open_lines.values():
            words, unit = plain_words(line.description), _unit(line.unit)
            units.setdefault(words, set()).add(unit)
            groups.setdefault((words, unit), ([], []))[1].append(line)
        for row in self.open_rows.values():
            theirs = units.get(row.words, set())
            (unit,) = theirs if len(theirs) == 1 and not row.unit else {_unit(row.unit)}
            groups.setdefault((row.words, unit), ([], []))[0].append(row)
        return [(_sifted(rows, len(lines)), lines) for rows, lines in groups.values()]


def _sifted(rows: list[Candidate], wanted: int) -> list[Candidate]:
    """Only the rows with figures, if those alone are as many as the lines that are wanted."""
    figured = [row for row in rows if not row.bare]
    return figured if len(figured) == wanted < len(rows) else rows


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same, however they are written.

    >>> same_unit("M³", "m3"), same_unit("Bh.", "buah"), same_unit("m2", "m3")
    (True, True, False)
    """
    return _unit(one) == _unit(other)


def _unit(text: str) -> str:
    words = plain_words(text)
    return _UNITS.get(words, words)
