"""JSON text to plain values, strictly, and plain values to JSON."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from tender_engine.faults import Chain, Fault, Path
from tender_engine.numbers import fraction_said, plain

__all__ = ["DEEPEST", "NumberText", "Syntax", "canonical_json", "literal", "parse"]

# How deep a package may be nested.
DEEPEST = 64
_MOST_TWINS = 2_000
# A number of Python has no end of digits: one with more than this, or further from the point, is
# never written out to be refused.
_MOST_BITS, _FURTHEST = 256, 80
# No accepted text holds the sign NUL, so nothing but a Decimal can look like this.
_NUL = "\\u0000"
_LITERAL = re.compile(r'"\\u0000(-?[0-9.]+)\\u0000"')


class NumberText(str):
    """A number literal, kept as it was written."""

    __slots__ = ()


def literal(value: object) -> NumberText | None:
    """A number of Python as a literal of JSON would have it; `None` for what is no exact number.

    >>> literal(Decimal("1E+3")), literal(7), literal(Decimal("NaN")), literal(0.5), literal(True)
    ('1000', '7', 'NaN', None, None)
    """
    if type(value) is int or type(value) is Fraction:
        bits = max(value.numerator.bit_length(), value.denominator.bit_length())
        if bits > _MOST_BITS:
            return NumberText(f"2e{bits}")  # said by its size
        return NumberText(value if type(value) is int else fraction_said(Fraction(value)))
    if type(value) is not Decimal:
        return None
    near = value.is_finite() and abs(value.adjusted()) < _FURTHEST
    return NumberText(plain(value) if near else value)


@frozen
class Syntax:
    """What parsing gave.

    Attributes:
        value: the value.
        repeated: the paths of objects in which a key stands twice, not more of them than are told.
        more: how many further keys stand twice.
        faults: faults of the text itself.
    """

    value: Any
    repeated: tuple[Path, ...] = ()
    more: int = 0
    faults: tuple[Fault, ...] = ()


def parse(text: str) -> Syntax:
    """Parse `text` with number literals kept as text and repeated keys noticed."""
    # Kept alive, so that none of them is taken for another object.
    twins: list[dict[str, Any]] = []
    more = 0

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal more
        made = dict(items)
        if len(made) != len(items):
            if len(twins) < _MOST_TWINS:
                twins.append(made)
            else:
                more += len(items) - len(made)
        return made

    try:
        value = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_int=NumberText,
            parse_float=NumberText,
            parse_constant=NumberText,
        )
    except json.JSONDecodeError as error:
        fault = Fault("PKT004", (), {}, at=error.pos)
        return Syntax(None, faults=(fault,))
    except RecursionError:
        return Syntax(None, faults=(Fault("PKT005", (), {"deepest": str(DEEPEST)}, at=0),))
    return Syntax(value, tuple(_paths_of(twins, value)) if twins else (), more)


def _paths_of(objects: list[dict[str, Any]], value: Any) -> Iterator[Path]:
    """Where each of the `objects` is in `value`; not those that a second key has put aside."""
    wanted = {id(one) for one in objects}
    rest: list[tuple[Any, Chain]] = [(value, None)]
    while rest and wanted:
        part, at = rest.pop()
        if id(part) in wanted:
            wanted.discard(id(part))
            yield tuple(reversed([*_steps(at)]))
        if isinstance(part, dict):
            rest += [(inner, (at, key)) for key, inner in part.items()]
        elif isinstance(part, list):
            rest += [(inner, (at, index)) for index, inner in enumerate(part)]


def _steps(at: Chain) -> Iterator[str | int]:
    while at is not None:
        at, key = at
        yield key


def canonical_json(value: Any) -> str:
    """`value` as JSON with sorted keys and no spaces; a `Decimal` becomes its exact literal.

    >>> canonical_json({"b": Decimal("1.50"), "a": ["é", None]})
    '{"a":["é",null],"b":1.5}'
    """
    text = _ENCODER.encode(value)
    return _LITERAL.sub(r"\1", text) if _NUL in text else text


def _literal(value: object) -> str:
    if isinstance(value, Decimal):
        return f"\0{plain(value)}\0"
    raise TypeError(f"{type(value).__name__} is not JSON")


# Made once: a trail has a text a line.
_ENCODER = json.JSONEncoder(
    sort_keys=True,
    ensure_ascii=False,
    separators=(",", ":"),
    allow_nan=False,
    check_circular=False,
    default=_literal,
)
