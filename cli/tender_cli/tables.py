"""How a result is laid out: aligned columns in a pipe, ruled tables on a terminal."""

import shutil
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Protocol

import click

from tender_cli import output
from tender_cli.output import WIDEST, filled, flat, for_terminal

__all__ = ["Page", "Plain", "Terminal", "page"]

_SHORT = 9


class Page(Protocol):
    """A place to print a result for people, `width` signs wide."""

    @property
    def width(self) -> int:
        """How many signs a line may have."""

    def heading(self, text: str) -> None:
        """The title of a part, with an empty line before it unless it is the first."""

    def line(self, text: str = "", indent: int = 0) -> None:
        """A line, or a paragraph whose further lines hang under the first."""

    def table(
        self,
        titles: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Iterable[int] = (),
        styles: Mapping[str, str] | None = None,
    ) -> None:
        """A table; columns `right` are figures. `styles` colours cells that say exactly that."""


def page() -> Page:
    """Where results go now."""
    return Terminal() if for_terminal() else Plain()


class Plain:
    """Text for a pipe: no rule, no colour, two spaces between columns, and lines of 100 signs."""

    width = WIDEST

    def __init__(self) -> None:
        self._begun = False

    def heading(self, text: str) -> None:
        """The title of a part, with an empty line before it unless it is the first."""
        if self._begun:
            click.echo()
        self.line(text)

    def line(self, text: str = "", indent: int = 0) -> None:
        """A line, or a paragraph whose further lines hang under the first."""
        self._begun = True
        click.echo(filled(text, indent, output.PIPED))

    def table(
        self,
        titles: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Iterable[int] = (),
        styles: Mapping[str, str] | None = None,  # noqa: ARG002 - colours mean nothing in a pipe
    ) -> None:
        """Aligned columns; without room for all, long texts are broken or rows are paragraphs."""
        self._begun = True
        cells = [[flat(cell) for cell in row] for row in (titles, *rows)]
        numeric = frozenset(right)
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        over = sum(widths) + 2 * (len(widths) - 1) - output.PIPED
        if over > 0 and _least_width(cells, numeric) > output.PIPED:
            _print_records(self, cells)
            return
        least = [
            _least_of(column, n in numeric) for n, column in enumerate(zip(*cells, strict=True))
        ]
        for _ in range(over):
            # Room is taken from the longest text that can still be broken.
            broken = max(range(len(widths)), key=lambda n: (widths[n] > least[n], widths[n]))
            widths[broken] -= 1
        for row in cells:
            for line in _side_by_side(row, widths):
                columns = enumerate(zip(line, widths, strict=True))
                laid = (
                    x.rjust(wide) if n in numeric else x.ljust(wide) for n, (x, wide) in columns
                )
                click.echo("  ".join(laid).rstrip())


class Terminal:
    """Ruled tables and bold titles. It uses bold, red and green alone: they read on any ground."""

    def __init__(self) -> None:
        from rich.console import Console

        width = min(shutil.get_terminal_size().columns, WIDEST)
        self._console = Console(width=width, highlight=False, markup=False, emoji=False)
        self.width = width
        self._begun = False

    def heading(self, text: str) -> None:
        """The title of a part, in bold."""
        if self._begun:
            self._console.print()
        self._begun = True
        self._console.print(flat(text), style="bold")

    def line(self, text: str = "", indent: int = 0) -> None:
        """A paragraph, broken at the edge of the screen."""
        self._begun = True
        self._console.print(filled(text, indent, self.width), soft_wrap=True)

    def table(
        self,
        titles: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Iterable[int] = (),
        styles: Mapping[str, str] | None = None,
    ) -> None:
        """A table with a rule under its titles."""
        from rich import box
        from rich.table import Table
        from rich.text import Text

        self._begun = True
        numeric = frozenset(right)
        cells = [[flat(cell) for cell in row] for row in (titles, *rows)]
        if _least_width(cells, numeric) > self.width:
            _print_records(self, cells)
            return
        made = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
        for index, column in enumerate(zip(*cells, strict=True)):
            made.add_column(
                Text(column[0], "bold"),
                justify="right" if index in numeric else "left",
                # Room is taken from the long texts, never from a figure or a verdict.
                no_wrap=index in numeric or _is_short(column),
                overflow="fold",
            )
        for row in cells[1:]:
            made.add_row(*(Text(cell, (styles or {}).get(cell, "")) for cell in row))
        self._console.print(made)


def _side_by_side(row: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The lines of a row whose cells are broken to their widths."""
    pairs = zip(row, widths, strict=True)
    cells = (
        textwrap.wrap(cell, width, break_on_hyphens=False) if len(cell) > width else [cell]
        for cell, width in pairs
    )
    return zip_longest(*cells, fillvalue="")


def _print_records(page: Page, cells: Sequence[Sequence[str]]) -> None:
    """A table too wide for the page: each row as a paragraph that names its columns."""
    for row in cells[1:]:
        pairs = (f"{title}: {cell}" for title, cell in zip(cells[0], row, strict=True) if cell)
        page.line("; ".join(pairs), 2)


def _is_short(column: Sequence[str]) -> bool:
    return max(map(len, column)) <= _SHORT


def _least_width(cells: Sequence[Sequence[str]], numeric: Collection[int]) -> int:
    """How narrow a table can be made without breaking a word or a figure."""
    columns = enumerate(zip(*cells, strict=True))
    return sum(_least_of(column, index in numeric) + 2 for index, column in columns)


def _least_of(column: Sequence[str], whole: bool) -> int:
    """How narrow a column can be made; one that is `whole` or short is not broken."""
    if whole or _is_short(column):
        return max(map(len, column))
    return max((len(word) for cell in column for word in cell.split()), default=0)
