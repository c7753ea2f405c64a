"""The text of the law as trees, and what a name in it means."""

import ast
from collections.abc import Iterator
from enum import EnumMeta
from functools import cache
from importlib import resources

from tender_engine import terms
from tender_rules import national

__all__ = ["FIGURES", "TERMS", "TYPED", "Law", "gives_text", "handed", "law", "named", "values"]

# What stands in a place of which only running the law would tell what it holds.
FIGURES, TYPED = "7", "\ue000"
TERMS = {name: kind for name, kind in vars(terms).items() if isinstance(kind, EnumMeta)}
_NUMBERS = ("int", "Decimal", "Fraction")


class Law:
    """The modules of the law: their trees, their functions and their constants."""

    def __init__(self) -> None:
        self.modules: dict[str, ast.Module] = {}
        self._functions: dict[str, list[tuple[str, ast.FunctionDef, str]]] = {}
        self._constants: dict[str, list[tuple[str, ast.expr]]] = {}
        for name, text in sorted(_all_texts()):
            tree = self.modules[name] = ast.parse(text)
            of = {id(each): node.name for node in tree.body for each in _members(node)}
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef):
                    known = (name, node, of.get(id(node), ""))
                    self._functions.setdefault(node.name, []).append(known)
            for node in tree.body:
                if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
                    self._constants.setdefault(named(target), []).append((name, node.value))

    def function(self, name: str, module: str) -> tuple[str, ast.FunctionDef] | None:
        """The function that a module means by a name, and where it stands."""
        found = _meant(self._functions.get(name, []), module)
        return found and found[:2]

    def constant(self, name: str, module: str) -> tuple[str, ast.expr] | None:
        """The same of what a name is at the head of a module."""
        return _meant(self._constants.get(name, []), module)

    def told_by(self, name: str, kind: str) -> tuple[str, ast.FunctionDef] | None:
        """The property of a class, or of whichever class has one of that name."""
        found = [each for each in self._functions.get(name, []) if kind in ("", each[2])]
        if len(found) == 1 and "property" in map(named, found[0][1].decorator_list):
            return found[0][:2]
        return None


def _members(node: ast.stmt) -> list[ast.stmt]:
    return node.body if isinstance(node, ast.ClassDef) else []


def _meant(found, module):
    """What a module has of that name itself, or the only one that there is."""
    own = [each for each in found if each[0] == module]
    return own[-1] if own else found[0] if len(found) == 1 else None


def _all_texts() -> Iterator[tuple[str, str]]:
    """Those of the law, and of the engine where it tells how many notices it left out."""
    yield from _texts(resources.files("tender_rules"), "")
    engine = resources.files("tender_engine") / "engine.py"
    yield "tender_engine/engine.py", engine.read_text("utf-8")


def _texts(folder, path) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        if each.is_dir() and each.name != "testing":
            yield from _texts(each, f"{path}{each.name}/")
        elif each.name.endswith(".py"):
            yield f"{path}{each.name}", each.read_text("utf-8")


@cache
def law() -> Law:
    return Law()


def named(node: ast.AST | None) -> str:
    """The last part of a name, or of what is called by it."""
    if isinstance(node, ast.Call):
        node = node.func
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def gives_text(function: ast.FunctionDef) -> bool:
    """Whether a function gives back a text, or several."""
    gives = function.returns
    return gives is not None and any(named(each) == "str" for each in ast.walk(gives))


def handed(function: ast.FunctionDef) -> dict[str, list]:
    """What a function may be handed, as its parameters say: a figure, a term, or anything."""
    path: dict[str, list] = {}
    for each in function.args.args:
        said = each.annotation
        kind = named(said.left if isinstance(said, ast.BinOp) else said)
        words = [str(word) for word in TERMS[kind]] if kind in TERMS else [TYPED]
        path[each.arg] = [FIGURES] if kind in _NUMBERS else words
        path[f"@{each.arg}"] = [kind]
    return path


@cache
def values(param: str) -> list[str]:
    """What the law says where it is asked for `param`."""
    return [str(entry.value) for entry in national().by_param.get(param, ())] or [TYPED]
