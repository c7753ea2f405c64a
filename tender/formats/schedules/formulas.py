"""A formula of a spreadsheet as a tree, as price schedules have them."""

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
    "Missing",
    "Name",
    "Node",
    "Number",
    "Text",
    "Truth",
    "areas",
    "calls",
    "is_plain",
    "parsed",
    "with_names",
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
_ROWS = re.compile(_SHEET + r"\$?(?P<top>[1-9][0-9]{0,6}):\$?(?P<bottom>[1-9][0-9]{0,6})", re.ASCII)
_NAME = re.compile(r"[^\W\d][\w.]*")
# In brackets: a table of this file has its column behind its name, another file its sheet.
_OTHER_FILE = re.compile(r"\[[^\[\]]*\][^\[\]!]*!")
# Functions that newer Excel writes so that an older one shows what it kept.
_NEWER = ("_XLFN.", "_XLWS.")
COMPARED = ("=", "<>", "<", ">", "<=", ">=")
_BINDING = {**dict.fromkeys(COMPARED, 1), "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


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
class Truth:
    """`TRUE` or `FALSE`."""

    value: bool


@frozen
class Missing:
    """An argument that was left out between its commas."""


@frozen
class Name:
    """A word that the workbook has defined, or has not."""

    said: str


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
    """Two operands and what joins them: `+ - * / ^ &`, or a sign of `COMPARED`."""

    sign: str
    left: "Node"
    right: "Node"


@frozen
class Call:
    """A function and its arguments."""

    name: str
    arguments: "tuple[Node, ...]"


Node: TypeAlias = Number | Text | Truth | Missing | Name | Area | Binary | Call


def _parts(node: Node) -> Iterator[Node]:
    """A tree node by node, in the order of the formula; long sums are deep to their left."""
    waiting = [node]
    while waiting:
        yield (node := waiting.pop())
        if isinstance(node, Binary):
            waiting += (node.right, node.left)
        elif isinstance(node, Call):
            waiting += reversed(node.arguments)


def areas(node: Node) -> Iterator[Area]:
    """Every cell and rectangle that a formula names."""
    return (part for part in _parts(node) if isinstance(part, Area))


def calls(node: Node, name: str) -> bool:
    """Whether a function is called anywhere in a formula."""
    return any(isinstance(part, Call) and part.name == name for part in _parts(node))


def is_plain(node: Node) -> bool:
    """Whether a formula names neither cells nor names and calls nothing."""
    return not any(isinstance(part, Area | Name | Call) for part in _parts(node))


def with_names(node: Node, meant: Callable[[str], Node]) -> Node:
    """A formula with what each of its names means in the place of the name."""
    if not any(isinstance(part, Name) for part in _parts(node)):
        return node
    if isinstance(node, Name):
        return meant(node.said)
    if isinstance(node, Binary):
        return Binary(node.sign, with_names(node.left, meant), with_names(node.right, meant))
    if isinstance(node, Call):
        return Call(node.name, tuple(with_names(part, meant) for part in node.arguments))
    return node


def parsed(formula: str) -> Node:
    """The tree of `formula`, which begins with `=`.

    Raises:
        FormulaError: it is damaged, or there is something in it that is not computed here.
    """
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    if len(formula) > _LONGEST:
        raise FormulaError("too_long")
    if "[" in formula:
        raise FormulaError("other_file" if _OTHER_FILE.search(formula) else "table")
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
        signs = ""
        while (token := self.here) is not None and token.type == "OPERATOR-PREFIX":
            signs += self._taken().value
        node = self._bare(depth)
        while (token := self.here) is not None and token.type == "OPERATOR-POSTFIX":
            self._taken()
            node = Binary("/", node, Number(Fraction(100)))
        if "-" not in signs:
            return node
        # Two of them make a number of what is none, as of a truth.
        return Binary("-" if signs.count("-") % 2 else "+", Number(Fraction(0)), node)

    def _bare(self, depth: int) -> Node:
        token = self._taken()
        if token.type == "OPERAND":
            return _OPERANDS.get(token.subtype, _not_a_number)(token.value)
        if token.subtype == "OPEN" and token.type == "PAREN":
            node = self.expression(0, depth + 1)
            self._close()
            return node
        if token.subtype == "OPEN" and token.type == "FUNC":
            name = token.value[:-1].strip().upper()
            for prefix in _NEWER:
                name = name.removeprefix(prefix)
            return Call(name, self._arguments(depth))
        raise FormulaError("damaged" if token.type != "ARRAY" else "operator")

    def _arguments(self, depth: int) -> tuple[Node, ...]:
        found: list[Node] = []
        if self.here is not None and self.here.subtype == "CLOSE":
            self._taken()
            return ()
        while True:
            left_out = self.here is not None and (
                self.here.type == "SEP" or self.here.subtype == "CLOSE"
            )
            found.append(Missing() if left_out else self.expression(0, depth + 1))
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
    elif found := _ROWS.fullmatch(text):
        top, bottom, single = int(found["top"]), int(found["bottom"]), False
        left, right = 1, _LAST_COLUMN
    elif _NAME.fullmatch(text):
        return Name(text)
    else:
        raise FormulaError("name")
    if max(top, bottom) > _LAST_ROW or max(left, right) > _LAST_COLUMN:
        raise FormulaError("name")
    sheet = (found["quoted"] or found["plain"] or "").replace("''", "'")
    return Area(
        sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right), single
    )


def _error(text: str) -> Node:
    if "#REF!" in text:
        raise FormulaError("lost_cell")
    return Call(text.strip(), ())


_OPERANDS: dict[str, Callable[[str], Node]] = {
    "NUMBER": _number,
    "TEXT": _text,
    "LOGICAL": lambda text: Truth(text.upper() == "TRUE"),
    "RANGE": _area,
    "ERROR": _error,
}
