"""A formula of a spreadsheet as a tree, as price schedules have them."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from tender_desk.ooxml.addresses import column_number
from tender_desk.schedules.nodes import (
    COMPARED,
    Area,
    Binary,
    Call,
    Missing,
    Name,
    Node,
    Number,
    Text,
    Truth,
)

__all__ = ["FormulaError", "check_length", "parsed", "tokens_of"]

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
_JOINING = re.compile(r"[-+*/^&=<>(,]")
_NAME = re.compile(r"[^\W\d][\w.]*")
# In brackets: a table of this file has its column behind its name, another file its sheet.
_OTHER_FILE = re.compile(r"\[[^\[\]]*\][^\[\]!]*!")
# Functions that newer Excel writes so that an older one shows what it kept.
_NEWER = ("_XLFN.", "_XLWS.")
_BINDING = {**dict.fromkeys(COMPARED, 1), "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


class FormulaError(ValueError):
    """A formula that is not understood; `kind` says in what way."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def check_length(formula: str) -> None:
    """Let pass a formula that is not too long to be looked at, which is seen before it is.

    Raises:
        FormulaError: it is.
    """
    if len(formula) > _LONGEST or len(_JOINING.findall(formula)) > _MOST_TOKENS:
        raise FormulaError("too_long")


def tokens_of(formula: str) -> list[Any]:
    """The tokens of `formula`, which begins with `=`.

    Raises:
        FormulaError: it is damaged, or there is something in it that is not computed here.
    """
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    check_length(formula)
    if "[" in formula:
        raise FormulaError("other_file" if _OTHER_FILE.search(formula) else "table")
    try:
        tokens = Tokenizer(formula).items
    # openpyxl's own error is one of four in which what is damaged may end there.
    except (TokenizerError, IndexError, AssertionError, AttributeError) as error:
        raise FormulaError("damaged") from error
    tokens = [token for token in tokens if token.type != "WHITE-SPACE"]
    if len(tokens) > _MOST_TOKENS:
        raise FormulaError("too_long")
    return tokens


def parsed(tokens: list[Any]) -> Node:
    """The tree of a formula.

    Raises:
        FormulaError: it is damaged, or there is something in it that is not computed here.
    """
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
