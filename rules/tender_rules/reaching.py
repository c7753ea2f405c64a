"""What a function of the law reaches: all of the law that its text names, and what that names.

Functions, classes and constants at the top of a module are followed into every module of it. A name
is followed wherever it stands, also where a parameter hides it: too much is told to have changed,
never too little.
"""

import ast
import importlib
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from types import FunctionType
from typing import TypeAlias

from attrs import frozen

from tender_engine.manifest import digest_of
from tender_engine.rulebook import Rulebook
from tender_rules.syntax import canonical

__all__ = ["Unit", "home", "is_law", "reached"]

# The engine's version counts for the kernel; nobody's law stands in Python or in attrs.
_KERNEL = Rulebook.__module__.partition(".")[0]
_NO_LAW = frozenset({_KERNEL, "attr", "attrs", *sys.stdlib_module_names})

Taken: TypeAlias = tuple[str, str | None]


@frozen
class Unit:
    """A name at the top of a module of the law, with the statements that make it."""

    module: str
    name: str

    def statements(self) -> tuple[ast.stmt, ...]:
        """The statements; none where the module only takes the name from another."""
        return _module(self.module).made.get(self.name, ())

    @property
    def digest(self) -> str:
        """Over what they do, whichever module they stand in."""
        return _digest(self)


@frozen
class _Module:
    """A module's text: the statements that make each name, and where the other names are from."""

    made: Mapping[str, tuple[ast.stmt, ...]]
    taken: Mapping[str, Taken]


def home(function: FunctionType) -> Unit:
    """The unit in whose text `function` stands; for one made in a call, what was called."""
    outermost = function.__code__.co_qualname.partition(".")[0]
    return Unit(function.__globals__["__name__"], outermost)


def is_law(module: str) -> bool:
    """Whether what stands in `module` may be law: it is not the kernel's, Python's or attrs'."""
    return module.partition(".")[0] not in _NO_LAW


def reached(root: Unit) -> list[Unit]:
    """`root` and every unit of the law that it reaches."""
    found: dict[Unit, None] = {}
    waiting = [*_places(root)]
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found[unit] = None
            waiting += _named_by(unit)
    return list(found)


@cache
def _digest(unit: Unit) -> str:
    return digest_of([unit.name, *map(canonical, unit.statements())])


@cache
def _named_by(unit: Unit) -> tuple[Unit, ...]:
    return tuple(dict.fromkeys(_named(unit)))


def _named(unit: Unit) -> Iterator[Unit]:
    aliases = _module(unit.module).taken
    for node in (node for each in unit.statements() for node in _walk(each)):
        if isinstance(node, ast.Name):
            yield from _places(Unit(unit.module, node.id))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module, name = aliases.get(node.value.id, ("", ""))
            if name is None:
                yield from _places(Unit(module, node.attr))


def _walk(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node, those of quoted annotations too."""
    for node in ast.walk(tree):
        yield node
        note = getattr(node, "annotation", None) or getattr(node, "returns", None)
        if isinstance(note, ast.Constant) and isinstance(note.value, str):
            yield from _walk(ast.parse(note.value, mode="eval"))


def _places(unit: Unit) -> Iterator[Unit]:
    """Where the law makes what `unit` names; nowhere for what is not the law's."""
    if not is_law(unit.module):
        return
    module = _module(unit.module)
    if unit.name in module.made:
        yield unit
    elif unit.name in module.taken:
        origin, name = module.taken[unit.name]
        if name is not None:
            yield from _places(Unit(origin, name))


@cache
def _module(name: str) -> _Module:
    tree = ast.parse(inspect.getsource(importlib.import_module(name)))
    made: dict[str, tuple[ast.stmt, ...]] = {}
    for statement in tree.body:
        for made_name in _makes(statement):
            made[made_name] = (*made.get(made_name, ()), statement)
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    return _Module(made, {own: taken for node in imports for own, taken in _takes(node, name)})


def _makes(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield statement.name
    elif not isinstance(statement, ast.Import | ast.ImportFrom):
        written = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
        yield from {node.id: None for node in written if isinstance(node.ctx, ast.Store)}


def _takes(node: ast.Import | ast.ImportFrom, within: str) -> Iterator[tuple[str, Taken]]:
    """The names that an import brings, each with its module and its name there.

    The name there is None for a module. The text is asked, not the objects: libraries rename what
    they lend.
    """
    for alias in node.names:
        own = alias.asname or alias.name.partition(".")[0]
        if isinstance(node, ast.Import):
            yield own, (alias.name if alias.asname else own, None)
            continue
        origin = _origin(node, within)
        if f"{origin}.{alias.name}" in sys.modules:
            yield own, (f"{origin}.{alias.name}", None)
        else:
            yield own, (origin, alias.name)


def _origin(node: ast.ImportFrom, within: str) -> str:
    if not node.level:
        return node.module or ""
    package = within.rsplit(".", node.level)[0]
    return f"{package}.{node.module}" if node.module else package
