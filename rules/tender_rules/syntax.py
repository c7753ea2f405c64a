"""The text of the law as a tree of our own, in which only what it does is left.

Python's own tree changes with its versions and holds what does nothing: positions, docstrings,
imports, fields that are empty. Two texts with one tree here do the same.
"""

import ast
import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

__all__ = ["canonical"]

Tree: TypeAlias = "str | list[Tree]"

# How a name is used follows from where it stands, and the rest says nothing to the program.
_SILENT = frozenset({"ctx", "kind", "type_comment", "type_ignores"})
_WORDS = "Words"
_MARKS = frozenset({"rule", "marked"})


def canonical(node: ast.AST) -> Tree:
    """`node` without docstrings, positions, imports, empty fields and words for people."""
    if isinstance(node, ast.Constant):
        return ["Constant", type(node.value).__name__, json.dumps(_said(node.value))]
    if isinstance(node, ast.JoinedStr):
        return ["JoinedStr", *map(canonical, _joined(node.values))]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == _WORDS:
        return [_WORDS]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
        # A rule's title comes after its id, and is for people too.
        node = ast.Call(node.func, [*node.args[:1], *node.args[2:]], node.keywords)
    fields = ((name, _field(value)) for name, value in ast.iter_fields(node) if name not in _SILENT)
    return [type(node).__name__, *([name, said] for name, said in fields if said)]


def _field(value: object) -> Tree:
    if isinstance(value, ast.AST):
        return canonical(value)
    if isinstance(value, list):
        return [
            canonical(part) if isinstance(part, ast.AST) else str(part) for part in _does(value)
        ]
    return "" if value is None else str(value)


def _does(body: Iterable[object]) -> Iterator[object]:
    """What of a list of statements or of parts does something; a text alone is a docstring."""
    for part in body:
        alone = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
        if not alone and not isinstance(part, ast.Import | ast.ImportFrom):
            yield part


def _said(value: object) -> str:
    return value if isinstance(value, str) else repr(value)


def _joined(parts: Iterable[ast.expr]) -> Iterator[ast.expr]:
    """The parts of an f-string: texts side by side are one, for versions part them otherwise."""
    text = ""
    for part in parts:
        if isinstance(part, ast.Constant):
            text += str(part.value)
            continue
        if text:
            yield ast.Constant(text)
        text = ""
        yield part
    if text:
        yield ast.Constant(text)
