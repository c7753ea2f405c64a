"""A formula of a spreadsheet as a tree: the few kinds that price schedules are made of."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import frozen

from tender.formats.excel.addresses import column_number

__all__ = [
    "COMPARED",
    "Area",
    "Binary",
    "Call",
    "FormulaError",
    "Node",
    "Number",
    "Text",
    "areas",
    "calls",
    "parsed",
]

# What Excel itself allows.
_LONGEST = 8_192
_DEEPEST = 64
_MOST_TOKENS = 600
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_NUMBER = re.compile(r"[0-9]{1,30}(\.[0-9]{0,30})?(E[+-]?[0-9]{1,2})?", re.ASCII)
_SHEET = r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!\[\]:]+))!)?"
_AREA = re.compile(
    _SHEET + r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[1-9][0-9]{0,6})"
    r"(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[1-9][0-9]{0,6}))?",
    re.IGNORECASE | re.ASCII,
)
_COLUMNS = re.compile(
    _SHEET + r"\$?(?P<left>[A-Z]{1,3}):\$?(?P<right>[A-Z]{1,3})", re.IGNORECASE | re.ASCII
)
COMPARED = ("=", "<>", "<", ">", "<=", ">=")
_BINDING = {**dict.fromkeys(COMPARED, 1), "+": 2, "-": 2, "*": 3, "/": 3, "^": 4}


class FormulaError(ValueError):
    """A formula that is not understood; `kind` says in what way."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@frozen
class Number:
    """A number that stands in the formula."""

    value: Fraction


@frozen
class Text:
    """A text that stands in the formula, without its quotes."""

    value: str


@frozen
class Area:
    """A cell or a rectangle of cells; `sheet` is its name, empty for the formula's own."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int
    single: bool


@frozen
class Binary:
    """Two operands and what joins them: `+ - * / ^`, or a sign of `COMPARED`."""

    sign: str
    left: "Node"
    right: "Node"


@frozen
class Call:
    """A function and its arguments."""

    name: str
    arguments: "tuple[Node, ...]"


Node: TypeAlias = Number | Text | Area | Binary | Call


def areas(node: Node) -> Iterator[Area]:
    """Every cell and rectangle that a formula names."""
    if isinstance(node, Area):
        yield node
    elif isinstance(node, Binary):
        yield from areas(node.left)
        yield from areas(node.right)
    elif isinstance(node, Call):
        for argument in node.arguments:
            yield from areas(argument)


def calls(node: Node, name: str) -> bool:
    """Whether a function is called anywhere in a formula."""
    if isinstance(node, Binary):
        return calls(node.left, name) or calls(node.right, name)
    if isinstance(node, Call):
        return node.name == name or any(calls(argument, name) for argument in node.arguments)
    return False


def parsed(formula: str) -> Node:
    """The tree of `formula`, which begins with `=`.

    Raises:
        FormulaError: it is damaged, or there is something in it that is not computed here.
    """
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    if len(formula) > _LONGEST:
        raise FormulaError("too_long")
    if "[" in formula:
        raise FormulaError("other_file")
    try:
        tokens = Tokenizer(formula).items
    except (TokenizerError, IndexError, AssertionError, AttributeError) as error:
        raise FormulaError("damaged") from error
    tokens = [token for token in tokens if token.type != "WHITE-SPACE"]
    if len(tokens) > _MOST_TOKENS:
        raise FormulaError("too_long")
    parser = _Parser(tokens)
    node = parser.expression(0, 0)
    if parser.here is not None:
        raise FormulaError("damaged")
    return node


class _Parser:
    """Reads tokens by the strength with which operators bind."""

    def __init__(self, tokens: list[Any]) -> None:
        self._tokens, self._at = tokens, 0

    @property
    def here(self) -> Any:
        """The next token; `None` at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _taken(self) -> Any:
        token = self.here
        if token is None:
            raise FormulaError("damaged")
        self._at += 1
        return token

    def expression(self, least: int, depth: int) -> Node:
        """Operands joined by operators that bind more strongly than `least`."""
        if depth > _DEEPEST:
            raise FormulaError("too_long")
        left = self._operand(depth)
        while (token := self.here) is not None and token.type == "OPERATOR-INFIX":
            binds = _BINDING.get(token.value)
            if binds is None:
                raise FormulaError("operator")
            if binds <= least:
                break
            self._taken()
            left = Binary(token.value, left, self.expression(binds, depth + 1))
        return left

    def _operand(self, depth: int) -> Node:
        """One operand with its signs: in a spreadsheet, a minus binds more strongly than `^`."""
        minus = False
        while (token := self.here) is not None and token.type == "OPERATOR-PREFIX":
            minus ^= self._taken().value == "-"
        node = self._bare(depth)
        while (token := self.here) is not None and token.type == "OPERATOR-POSTFIX":
            self._taken()
            node = Binary("/", node, Number(Fraction(100)))
        return Binary("-", Number(Fraction(0)), node) if minus else node

    def _bare(self, depth: int) -> Node:
        token = self._taken()
        if token.type == "OPERAND":
            return _OPERANDS.get(token.subtype, _not_a_number)(token.value)
        if token.subtype == "OPEN" and token.type == "PAREN":
            node = self.expression(0, depth + 1)
            self._close()
            return node
        if token.subtype == "OPEN" and token.type == "FUNC":
            return Call(token.value[:-1].strip().upper(), self._arguments(depth))
        raise FormulaError("damaged" if token.type != "ARRAY" else "operator")

    def _arguments(self, depth: int) -> tuple[Node, ...]:
        found: list[Node] = []
        if self.here is not None and self.here.subtype == "CLOSE":
            self._taken()
            return ()
        while True:
            found.append(self.expression(0, depth + 1))
            if self.here is not None and self.here.type == "SEP":
                self._taken()
                continue
            self._close()
            return tuple(found)

    def _close(self) -> None:
        if self._taken().subtype != "CLOSE":
            raise FormulaError("damaged")


def _not_a_number(_: str) -> Node:
    raise FormulaError("operator")


def _text(text: str) -> Node:
    return Text(text[1:-1].replace('""', '"'))


def _number(text: str) -> Node:
    if not _NUMBER.fullmatch(text.upper()):
        raise FormulaError("damaged")
    return Number(Fraction(text))


def _area(text: str) -> Node:
    if "#REF!" in text:
        raise FormulaError("lost_cell")
    if found := _AREA.fullmatch(text):
        top, left = int(found["top"]), column_number(found["left"].upper())
        single = found["right"] is None
        bottom = top if single else int(found["bottom"])
        right = left if single else column_number(found["right"].upper())
    elif found := _COLUMNS.fullmatch(text):
        top, bottom, single = 1, _LAST_ROW, False
        left, right = column_number(found["left"].upper()), column_number(found["right"].upper())
    else:
        raise FormulaError("name")
    if max(top, bottom) > _LAST_ROW or max(left, right) > _LAST_COLUMN:
        raise FormulaError("name")
    sheet = (found["quoted"] or found["plain"] or "").replace("''", "'")
    return Area(
        sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right), single
    )


def _error(text: str) -> Node:
    raise FormulaError("lost_cell" if "#REF!" in text else "error")


_OPERANDS: dict[str, Callable[[str], Node]] = {
    "NUMBER": _number,
    "TEXT": _text,
    "RANGE": _area,
    "ERROR": _error,
}
