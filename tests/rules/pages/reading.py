"""Reading the pages: their tables, their numbers in Indonesian form, the arithmetic they show."""

import re
from decimal import Decimal
from fractions import Fraction

from tender_engine.numbers import ratio_shown

_OPERAND = r"\(*\d[\d.,]*%?\)*"
_SHOWN = re.compile(rf"{_OPERAND}(?: [+−×:] {_OPERAND})+ [=≈] \d[\d.,]*+(?! [+−×:])")
_TOKEN = re.compile(r"\d[\d.,]*%?|\S")


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


def rounded(score, places=4):
    """A score in Indonesian form, half up to `places`, without zeros at the end."""
    return written(Decimal(ratio_shown(Fraction(score), places)))


def shown(text):
    """Every `a × b = c` that `text` shows, and every `a : b ≈ c`."""
    return [_without_open_bracket(found.rstrip(".,")) for found in _SHOWN.findall(text)]


def _without_open_bracket(equation):
    """Without a bracket of the sentence that opens before the equation and closes after it."""
    more = equation.count("(") > equation.count(")")
    return equation.replace("(", "", 1) if more else equation


def holds(equation):
    """Whether an equation as shown is true; `≈` says that its right side had to be rounded."""
    left, sign, right = re.split(r" ([=≈]) ", equation)
    tokens = _TOKEN.findall(left)[::-1]
    found, stated = _sum(tokens), _value(right)
    if tokens or sign == "=":
        return not tokens and found == stated
    places = len(right.partition(",")[2])
    return found != stated and Fraction(ratio_shown(found, places)) == stated


def _sum(tokens):
    total = _product(tokens)
    while tokens and tokens[-1] in "+−":
        sign = 1 if tokens.pop() == "+" else -1
        total += sign * _product(tokens)
    return total


def _product(tokens):
    value = _factor(tokens)
    while tokens and tokens[-1] in "×:":
        times = tokens.pop() == "×"
        other = _factor(tokens)
        value = value * other if times else value / other
    return value


def _factor(tokens):
    token = tokens.pop()
    if token != "(":
        return _value(token)
    value = _sum(tokens)
    assert tokens.pop() == ")"
    return value


def _value(text):
    return Fraction(number(text)) / (100 if text.endswith("%") else 1)
