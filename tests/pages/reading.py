"""Reading the pages: their tables, their numbers in Indonesian form, the arithmetic they show."""

import re
from decimal import Decimal
from fractions import Fraction

_SHOWN = re.compile(r"\d[\d.,]*%?(?: [+−×:] \d[\d.,]*%?)+ = \d[\d.,]*")


class Row(dict):
    """A row of a table that remembers which of its cells were read."""

    def __init__(self, *args):
        super().__init__(*args)
        self.read = set()

    def __getitem__(self, column):
        self.read.add(column)
        return super().__getitem__(column)


def section(page, heading):
    """The text under `heading`, up to the next one."""
    return page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0].strip()


def tables(text):
    """Every table of `text`, each a list of rows by column."""
    found = re.findall(r"(?:^\|.*\|$\n?)+", text, re.MULTILINE)
    return [_table(block.strip().splitlines()) for block in found]


def _table(lines):
    columns, _, *rows = [_cells(line) for line in lines]
    return [Row(zip(columns, row, strict=True)) for row in rows]


def _cells(line):
    return [cell.strip() for cell in line.strip()[1:-1].split("|")]


def number(text):
    """An amount in Indonesian form; a percentage as its figure: `1.234,5` and `11%`."""
    return Decimal(text.rstrip("%").replace(".", "").replace(",", "."))


def written(amount, places=None):
    """`amount` in Indonesian form, without zeros at the end unless `places` are asked."""
    text = f"{amount:,f}" if places is None else f"{amount:,.{places}f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def shown(text):
    """Every `a × b = c` that `text` shows."""
    return [found.rstrip(".,") for found in _SHOWN.findall(text)]


def holds(equation):
    """Whether an equation as shown is true; products and quotients bind first."""
    left, right = equation.split(" = ")
    total, sign = Fraction(0), 1
    for part in re.split(r" ([+−]) ", left):
        if part in ("+", "−"):
            sign = 1 if part == "+" else -1
        else:
            total += sign * _product(part)
    return total == _value(right)


def _product(text):
    first, *rest = re.split(r" ([×:]) ", text)
    value = _value(first)
    for operator, operand in zip(rest[::2], rest[1::2], strict=True):
        value = value * _value(operand) if operator == "×" else value / _value(operand)
    return value


def _value(text):
    return Fraction(number(text)) / (100 if text.endswith("%") else 1)
