"""Who uses a value of the law: the rules that ask for it, and the modules that do beside them.

Found in the text of the law, over its syntax tree; nothing is evaluated for it.
"""

import ast
import datetime as dt
import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Any

from tender_engine.findings import Citation
from tender_engine.law import Provision, Rule
from tender_engine.rulebook import Rulebook

__all__ = ["cited_from", "ends_on", "entries_of", "modules_using", "names_written", "params_of"]

_QUESTIONS = frozenset({"decimal", "text"})
# What a record asks the law it was made under.
_VALUE = "value"
_MARKS = frozenset({"rule", "marked"})
# Packages for tests use none.
_NO_USE = ("testing",)


def entries_of(rulebook: Rulebook, param: str) -> tuple[tuple[str, Provision], ...]:
    """Every entry of `param` that was written down, with who set it, in order of date."""
    found = [("nasional", entry) for entry in rulebook.by_param.get(param, ())]
    for name, overlay in rulebook.overlays.items():
        found += [(name, entry) for entry in overlay if entry.param == param]
    return tuple(sorted(found, key=lambda pair: (pair[1].since, pair[0], pair[1].place)))


def ends_on(rulebook: Rulebook, set_by: str, entry: Provision) -> dt.date | None:
    """Until when an entry counts: its own end, or the day from which a later entry does."""
    later = [
        other.since
        for by, other in entries_of(rulebook, entry.param)
        if by == set_by and other.since > entry.since
    ]
    return min([*later, *([entry.until] if entry.until else [])], default=None)


def cited_from(rulebook: Rulebook, written: Citation) -> dt.date:
    """The first day of all that cites a passage as it is written; where nothing does, of the law.

    Written from an amendment on it has that number from then on, and no earlier one.
    """
    first = rulebook.regimes[0].since
    passage = (written.instrument, written.article)
    cites = [(cite, first) for ground in rulebook.grounds.values() for cite in ground.citations]
    cites += [(cite, rule.since) for rule in rulebook.rules for cite in rule.cites]
    days = [since for cite, since in cites if (cite.instrument, cite.article) == passage]
    entries = chain(rulebook.provisions, *rulebook.overlays.values())
    days += [e.since for e in entries if (e.instrument, e.article) == passage]
    return min(days, default=first)


@lru_cache(maxsize=512)
def params_of(rule: Rule[Any]) -> tuple[str, ...]:
    """The values that a rule may ask the law for, found in its text and in what it hands `ask`."""
    return tuple(dict.fromkeys(_asked(rule.decide, set())))


def _asked(function: Any, seen: set[object]) -> Iterator[str]:
    if function in seen:
        return
    seen.add(function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    known = inspect.unwrap(function).__globals__
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if _is_question(call.func) and call.args:
            yield from _texts(call.args[0], tree, known)
        elif isinstance(call.func, ast.Name) and any(_is_ask(part) for part in call.args):
            helper = known.get(call.func.id)
            if inspect.isfunction(helper):
                yield from _asked(helper, seen)


def _texts(node: ast.expr, tree: ast.Module, known: Mapping[str, Any]) -> Iterator[str]:
    """The texts that an expression may be: itself, either side of a choice, what a name holds."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, tree, known)
        yield from _texts(node.orelse, tree, known)
    elif isinstance(node, ast.Name) and isinstance(known.get(node.id), str):
        yield known[node.id]
    elif isinstance(node, ast.Name):
        for given in ast.walk(tree):
            if isinstance(given, ast.Assign) and _is_name(given.targets[0], node.id):
                yield from _texts(given.value, tree, known)


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_ask(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "ask"


def _is_question(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in _QUESTIONS and _is_ask(node.value)


def modules_using(rulebook: Rulebook, *packages: str) -> Mapping[str, tuple[str, ...]]:
    """For each value the modules of `packages` that use it outside of a rule.

    They are named from their package on, as `tender_rules/stages/pool.py`.

    A module uses a value where it writes its name. A name that is a rule's as well counts only
    where the law is asked for it.
    """
    values = {provision.param for provision in rulebook.provisions}
    also_rules = {rule.id for rule in rulebook.rules}
    found: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(values), ())
    for name, tree in _outside_rules(packages):
        written = names_written(tree, values - also_rules)
        asked = ast.Module([ast.Expr(part) for part in _questions(tree)], [])
        for param in written | names_written(asked, values & also_rules):
            found[param] = (*found[param], name)
    return found


def _questions(tree: ast.AST) -> Iterator[ast.expr]:
    """What is given to a question to the law, whoever asks it."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            asks = call.func.attr in _QUESTIONS or call.func.attr.startswith(_VALUE)
            yield from call.args if asks else ()


def names_written(tree: ast.AST, known: Iterable[str]) -> frozenset[str]:
    """Those of `known` that a tree writes as a text, or may put together from parts.

    `f"weights.unsur_{unsur}"` may be every name that begins so; `f"{param}_least"` every name that
    is a text of the tree with that end.
    """
    texts = {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    joined = [node.values for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    starts = [parts for parts in joined if "." in _said(parts[0]) or ":" in _said(parts[0])]
    shapes = [re.compile("".join(map(_shape, parts))) for parts in starts]
    ends = {_said(parts[1]) for parts in joined if len(parts) > 1 and not _said(parts[0])}
    return frozenset(
        name
        for name in known
        if name in texts
        or any(shape.fullmatch(name) for shape in shapes)
        or any(name.removesuffix(end) in texts for end in ends)
    )


def _said(part: ast.expr) -> str:
    """The fixed text of a part of an f-string; nothing where it is filled in."""
    return str(part.value) if isinstance(part, ast.Constant) else ""


def _shape(part: ast.expr) -> str:
    return re.escape(_said(part)) or ".+"


def _outside_rules(packages: Iterable[str]) -> Iterator[tuple[str, ast.Module]]:
    """Every module of `packages` without the functions that are rules, with its path."""
    found = (_modules(resources.files(name), name, "") for name in packages)
    for name, file in sorted(chain.from_iterable(found)):
        tree = ast.parse(file.read_text("utf-8"))
        tree.body = [node for node in tree.body if not _is_rule(node)]
        yield name, tree


def _modules(folder: Traversable, package: str, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = path + entry.name
        if entry.is_dir() and name not in _NO_USE:
            yield from _modules(entry, package, f"{name}/")
        elif name.endswith(".py"):
            yield f"{package}/{name}", entry


def _is_rule(node: ast.stmt) -> bool:
    marks = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    calls = [mark.func for mark in marks if isinstance(mark, ast.Call)]
    return any(isinstance(func, ast.Name) and func.id in _MARKS for func in calls)
