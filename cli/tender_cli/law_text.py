"""The law as people look it up: its values with all their entries, its rules, and its pages."""

import ast
import datetime as dt
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from tender.findings import UsedValue, said
from tender.law import Local, Provision, Rule
from tender.rulebook import Rulebook

__all__ = ["entries_of", "page_about", "params_of", "provision_dict", "rule_dict", "value_dict"]

_QUESTIONS = frozenset({"decimal", "text"})


def entries_of(rulebook: Rulebook, param: str) -> tuple[tuple[str, Provision], ...]:
    """Every entry of `param` that was written down, with who set it, in order of date."""
    found = [("nasional", entry) for entry in rulebook.provisions if entry.param == param]
    for name, overlay in rulebook.overlays.items():
        found += [(name, entry) for entry in overlay if entry.param == param]
    return tuple(sorted(found, key=lambda pair: (pair[1].since, pair[0], pair[1].place)))


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


def page_about(rule: str) -> str | None:
    """The page of the topic to which `rule` belongs: the one whose line `Aturan:` names it."""
    folder = resources.files("tender_rules") / "pages"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".md"):
            text = file.read_text("utf-8")
            if rule in _rules_named(text):
                return text
    return None


def _rules_named(text: str) -> list[str]:
    front = next((line for line in text.splitlines() if line.startswith("Aturan:")), "")
    names = front.removeprefix("Aturan:").split(",")
    return [name.strip(" `.") for name in names]


def value_dict(value: UsedValue, local: Local) -> dict[str, Any]:
    """A value in force as JSON; `local` is what may be done with it locally."""
    return {
        "param": value.param,
        "value": value.value,
        "variant": value.variant,
        "instrument": value.instrument,
        "article": value.article,
        "since": value.since.isoformat(),
        "source": value.source.value,
        "local": local.value,
        "set_by": value.set_by,
    }


def provision_dict(set_by: str, entry: Provision) -> dict[str, Any]:
    """One dated entry as JSON, with the place where it is written."""
    return {
        "param": entry.param,
        "value": said(entry.value),
        "variant": entry.variant,
        "default": entry.default,
        "instrument": entry.instrument,
        "article": entry.article,
        "since": entry.since.isoformat(),
        "until": _day(entry.until),
        "source": entry.source.value,
        "checked": entry.checked.isoformat(),
        "local": entry.local.value,
        "set_by": set_by,
        "place": entry.place,
        "note": entry.note,
    }


def rule_dict(rule: Rule[Any]) -> Mapping[str, Any]:
    """A rule as JSON, with the values it may use."""
    return {
        "rule": rule.id,
        "title": rule.title,
        "meaning": inspect.getdoc(rule.decide),
        "since": rule.since.isoformat(),
        "until": _day(rule.until),
        "citations": [
            {"instrument": c.instrument, "article": c.article, "source": c.source.value}
            for c in rule.cites
        ],
        "values": list(params_of(rule)),
    }


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
