"""Every sentence that the law can make, read from its text: nothing of it is run.

What a call of `passes`, a `Notice` and their like are handed is followed through names, branches,
f-strings, joins and helpers to all that it may come to. What only running the law would tell is a
place: `FIGURES` of what writes them, and else `TYPED`.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tests.rules.sentences.law_texts import TYPED, gives_text, handed, law, named
from tests.rules.sentences.texts import MOST, Path, Texts, after_another

__all__ = ["Said", "sentences_made", "texts_written"]

# What takes a sentence, and which of its arguments those are, by place or by name.
_TAKES = {
    "passes": (0,),
    "fails": (0,),
    "waits": (0,),
    "answer": (0,),
    "Notice": (1,),
    "Decision": (1,),
    "Formula": (0, 1),
    "InWords": (0, 1, 2),
    "decide_by": (2, "met"),
    "decide_stage": (4, "met"),
    "marked": (1,),
    "rule": (1,),
    "_tell_of": (2,),
    "evolve": ("message",),
    "Fault": (2,),
}
_DEEP = 5


class Said(NamedTuple):
    """A text, and where it stands."""

    text: str
    place: str


class _Reader(Texts):
    """Follows a function, each branch on a path of its own.

    Attributes:
        made: the sentences that it makes itself, with the calls that take them.
        handed: those that helpers make of what it hands them.
        returned: the texts that it gives back; `parts`, those that it gives back together.
    """

    def __init__(self, module: str, deep: int = 0) -> None:
        super().__init__(module, deep)
        self.made: list[tuple[str, int, str]] = []
        self.handed: list[tuple[str, int, str]] = []
        self.returned: list[str] = []
        self.parts: list[list[list[str]]] = []

    def within(self, module, function, given) -> "_Reader":
        reader = _Reader(module, self.deep + 1)
        if reader.deep <= _DEEP:
            reader.run(function.body, handed(function) | given)
        return reader

    def run(self, body: Iterable[ast.stmt], path: Path) -> list[Path]:
        """Where the paths through some statements come to."""
        paths = [path]
        for statement in body:
            paths = [after for each in paths for after in self._step(statement, each)][:MOST]
        return paths

    def _step(self, node: ast.stmt, path: Path) -> list[Path]:
        self.take(node, path)
        match node:
            case ast.If(test, body, otherwise):
                ways = zip(self.parted(test, path), (body, otherwise), strict=True)
                return [end for way, do in ways if way is not None for end in self.run(do, way)]
            case ast.For(target, of, body):
                paths = self.each(target, of, path)
                return [path, *(end for each in paths for end in self.run(body, each))]
            case ast.While(_, body):
                return [path, *self.run(body, dict(path))]
            case ast.With(_, body):
                return self.run(body, path)
            case ast.Return(value):
                self._give(value, path)
                return []
            case ast.Continue() | ast.Break() | ast.Raise():
                return []
        return self._simple(node, path)

    def _simple(self, node: ast.stmt, path: Path) -> list[Path]:
        match node:
            case ast.Assign([target], ast.IfExp(ast.Name() as test, so, otherwise)):
                ways = zip(self.parted(test, path), (so, otherwise), strict=True)
                ways = [(way, value) for way, value in ways if way is not None]
                for way, value in ways:
                    self.bind(target, value, way)
                return [way for way, _ in ways]
            case ast.Assign([target], value) | ast.AnnAssign(target, _, ast.expr() as value):
                self.bind(target, value, path)
            case ast.AugAssign(ast.Name(name), ast.BitOr(), value):
                path[name] = path.get(name, []) + self.text(value, path)
            case ast.AugAssign(ast.Name(name), _, value):
                before, texts = path.get(name, [TYPED]), self.text(value, path)
                path[name] = after_another([before, texts]) if before else texts
                path[f"#{name}"] = path.get(f"#{name}", []) + self.rows(value, path)
            case ast.Expr(ast.Yield(value)):
                self._give(value, path)
            case ast.Expr(ast.Call(ast.Attribute(ast.Name(name), "append"), [value])):
                path[name] = path.get(name, []) + self.text(value, path)
        return [path]

    def _give(self, value: ast.expr | None, path: Path) -> None:
        if isinstance(value, ast.Tuple):
            self.parts.append([self.text(each, path) for each in value.elts])
        self.returned += self.text(value, path) if value is not None else []

    def take(self, node: ast.stmt, path: Path) -> None:
        """What those are handed who take a sentence; of a statement with a body by its head."""
        heads = [node]
        if hasattr(node, "body"):
            heads = [getattr(node, part) for part in ("test", "iter") if hasattr(node, part)]
        for call in (call for head in heads for call in _calls(head)):
            for part in _TAKES.get(named(call), ()):
                for text in self._argument(call, part, path):
                    self.made.append((self.module, call.lineno, text))
            self._hand_on(call, path)

    def _argument(self, call, part, path):
        if isinstance(part, int):
            given = call.args[part : part + 1]
        else:
            given = [each.value for each in call.keywords if each.arg == part]
        return [text for each in given for text in self.text(each, path)]

    def _hand_on(self, call, path) -> None:
        """What a call hands to a helper that makes a sentence of it."""
        known = law().function(named(call), self.module)
        if known is None or gives_text(known[1]) or not _makes(known[1]):
            return
        given = self.given(call, known[1], path)
        if any(text.strip() not in ("", TYPED) for ways in given.values() for text in ways):
            inner = self.within(*known, given)
            self.handed += [*inner.made, *inner.handed]


@cache
def _calls(node: ast.AST) -> tuple[ast.Call, ...]:
    return tuple(each for each in ast.walk(node) if isinstance(each, ast.Call))


@cache
def _makes(function: ast.FunctionDef) -> bool:
    """Whether a function makes a sentence itself."""
    return any(named(each) in _TAKES for each in _calls(function))


def _readers(module: str, tree: ast.Module) -> Iterator[_Reader]:
    """Each function of a module, read, and what stands outside of them."""
    outside = _Reader(module)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            reader = _Reader(module)
            reader.run(node.body, handed(node))
            yield reader
    for node in tree.body:
        for each in getattr(node, "decorator_list", []):
            outside.take(ast.Expr(each), {})
        if not hasattr(node, "body"):
            outside.take(node, {})
    yield outside


@cache
def sentences_made() -> tuple[Said, ...]:
    """Every sentence, with its places.

    Of a helper those say more who hand it its words than it does when it is read by itself.
    """
    made: dict[tuple[str, int], dict[str, None]] = {}
    told: dict[tuple[str, int], dict[str, None]] = {}
    for module, tree in law().modules.items():
        for reader in _readers(module, tree):
            for kept, found in ((made, reader.made), (told, reader.handed)):
                for name, line, text in found:
                    kept.setdefault((name, line), {})[text] = None
    for place, texts in told.items():
        own = [text for text in made.get(place, ()) if TYPED not in text]
        made[place] = dict.fromkeys([*own, *texts])
    said = {text: f"{name}:{line}" for (name, line), texts in made.items() for text in texts}
    return tuple(Said(text, place) for text, place in said.items())


def texts_written() -> Iterator[tuple[Said, tuple[str, ...]]]:
    """The texts that the law writes, part by part, each with all that it stands in by name.

    That are calls, keywords, functions and classes. Docstrings are no texts of it.
    """
    for module, tree in law().modules.items():
        for node, within in _written(tree, ()):
            yield Said(node.value, f"{module}:{node.lineno}"), within


def _written(node, within):
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
            continue
        name = each.arg if isinstance(each, ast.keyword) else named(each)
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each, within
        elif isinstance(each, ast.FunctionDef | ast.ClassDef):
            yield from _written(each, (*within, each.name))
        elif isinstance(each, ast.Call | ast.keyword):
            yield from _written(each, (*within, name or ""))
        else:
            yield from _written(each, within)
