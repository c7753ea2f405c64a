"""A formula of a spreadsheet as a tree: what stands in it, and how it is gone through."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

__all__ = [
    "COMPARED",
    "Area",
    "Binary",
    "Call",
    "Missing",
    "Name",
    "Node",
    "Number",
    "Text",
    "Truth",
    "areas",
    "calls",
    "is_plain",
    "with_names",
]

COMPARED = ("=", "<>", "<", ">", "<=", ">=")


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
