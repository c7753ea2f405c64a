"""How a result is laid out: aligned columns in a pipe, ruled tables on a terminal."""

import shutil
import textwrap
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

import click

from tender_cli.output import clean, for_terminal

__all__ = ["Page", "Plain", "Terminal", "page"]

_WIDEST = 100
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
    """Text for a pipe: no rule, no colour, no line broken, two spaces between columns."""

    width = _WIDEST

    def __init__(self) -> None:
        self._begun = False

    def heading(self, text: str) -> None:
        """The title of a part, with an empty line before it unless it is the first."""
        if self._begun:
            click.echo()
        self.line(text)

    def line(self, text: str = "", indent: int = 0) -> None:
        """A line as it is."""
        self._begun = True
        click.echo((" " * indent + _flat(text)).rstrip())

    def table(
        self,
        titles: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Iterable[int] = (),
        styles: Mapping[str, str] | None = None,  # noqa: ARG002 - colours mean nothing in a pipe
    ) -> None:
        """Aligned columns."""
        self._begun = True
        lines = [[_flat(cell) for cell in row] for row in (titles, *rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        numeric = frozenset(right)
        for line in lines:
            cells = (
                cell.rjust(width) if index in numeric else cell.ljust(width)
                for index, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
            click.echo("  ".join(cells).rstrip())


class Terminal:
    """Ruled tables and bold titles. It uses bold, red and green alone: they read on any ground."""

    def __init__(self) -> None:
        from rich.console import Console

        width = min(shutil.get_terminal_size().columns, _WIDEST)
        self._console = Console(width=width, highlight=False, markup=False, emoji=False)
        self.width = width
        self._begun = False

    def heading(self, text: str) -> None:
        """The title of a part, in bold."""
        if self._begun:
            self._console.print()
        self._begun = True
        self._console.print(_flat(text), style="bold")

    def line(self, text: str = "", indent: int = 0) -> None:
        """A paragraph, broken at the edge of the screen."""
        self._begun = True
        first = " " * indent
        filled = textwrap.fill(
            _flat(text),
            self.width,
            initial_indent=first,
            subsequent_indent=first + "  ",
            break_on_hyphens=False,
        )
        self._console.print(filled, soft_wrap=True)

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
        cells = [[_flat(cell) for cell in row] for row in (titles, *rows)]
        if _least_width(cells, numeric) > self.width:
            self._records(cells)
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

    def _records(self, cells: Sequence[Sequence[str]]) -> None:
        """A table too wide for the screen: each row as a paragraph that names its columns."""
        for row in cells[1:]:
            pairs = (f"{title}: {cell}" for title, cell in zip(cells[0], row, strict=True) if cell)
            self.line("; ".join(pairs), 2)


def _is_short(column: Sequence[str]) -> bool:
    return max(map(len, column)) <= _SHORT


def _least_width(cells: Sequence[Sequence[str]], numeric: Collection[int]) -> int:
    """How narrow a table can be made without breaking a word or a figure."""
    total = 0
    for index, column in enumerate(zip(*cells, strict=True)):
        whole = index in numeric or _is_short(column)
        parts = column if whole else [word for cell in column for word in cell.split()]
        total += max(map(len, parts), default=0) + 2
    return total


def _flat(text: str) -> str:
    return clean(" ".join(text.split())) if "\n" in text or "\t" in text else clean(text)
