"""What is read in a cell in place of what stands there: words from elsewhere, a bare figure."""

from collections.abc import Mapping

from attrs import Factory, define

__all__ = ["Overlay"]


@define
class Overlay:
    """What was decided of a sheet before its rows are read.

    `words` holds by row and column the text that is read there, and the column where that stands;
    `figures` the figure of a text that holds a unit as well, and `units` by row that unit;
    `continued` the rows whose words are read with those of another row, by that row.
    """

    words: dict[int, dict[int, tuple[str, int]]] = Factory(dict)
    figures: dict[tuple[int, int], str] = Factory(dict)
    units: dict[int, str] = Factory(dict)
    continued: dict[int, int] = Factory(dict)

    def part_unit(self, row: int, column: int, figure: str, unit: str = "") -> None:
        """From now on read `figure` in a cell whose text is that and a `unit`, that of its row."""
        self.figures[row, column] = figure
        if unit:
            self.units[row] = unit

    def read_words(self, row: int, column: int, words: str, where: int) -> None:
        """From now on take `words`, which stand in the column `where`, for the text of a cell."""
        self.words.setdefault(row, {})[column] = words, where

    def moved(self, row: int) -> Mapping[int, tuple[str, int]]:
        """By column, the words from elsewhere that are read in a row, with where they stand."""
        return self.words.get(row, {})
