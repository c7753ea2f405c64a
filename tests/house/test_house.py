"""Tests that keep the house: no literal of the law, four packages."""

import ast
import json
from collections import Counter
from pathlib import Path

from tender_engine.events import TYPES

ROOT = Path(__file__).parents[2]
ROOMS = {
    "tender_engine": ROOT / "tender" / "tender_engine",
    "tender_rules": ROOT / "rules" / "tender_rules",
    "tender_desk": ROOT / "desk" / "tender_desk",
    "tender_cli": ROOT / "cli" / "tender_cli",
}
FREE = {-1, 0, 1}


def modules(room):
    return sorted(ROOMS[room].rglob("*.py"))


def literals_of_law(source):
    """Numbers that stand in functions marked as rules, with their lines."""
    for node in ast.walk(ast.parse(source)):
        marked = isinstance(node, ast.FunctionDef) and any(
            isinstance(mark, ast.Call) and getattr(mark.func, "id", "") in ("rule", "marked")
            for mark in node.decorator_list
        )
        if marked:
            for statement in node.body:
                for part in ast.walk(statement):
                    number = getattr(part, "value", None)
                    plain = isinstance(number, int | float) and not isinstance(number, bool)
                    if isinstance(part, ast.Constant) and plain and number not in FREE:
                        yield part.lineno, number


def test_the_check_for_literals_sees_one():
    """The check below is no stub: a share written into a rule is found."""
    source = "@rule('x', 'y', since='z')\ndef f(file, ask):\n    return file.total < 0.8\n"

    assert list(literals_of_law(source)) == [(3, 0.8)]


def test_no_literal_of_the_law_stands_in_a_rule():
    """Numbers of the law are dated TOML; a rule function asks for them."""
    found = {
        path.name: [*literals_of_law(path.read_text("utf-8"))] for path in modules("tender_rules")
    }

    assert {name: literals for name, literals in found.items() if literals} == {}


def test_the_kernel_names_no_instrument_of_the_law():
    """The kernel knows no law: no article is cited in its code."""
    for path in modules("tender_engine"):
        if path.name in ("terms.py",):
            continue  # the enumerations say in which article their terms stand
        tree = ast.parse(path.read_text("utf-8"))
        texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
        code = [text for text in texts if isinstance(text, str) and '"""' not in text]
        assert not [text for text in code if text.startswith(("Perpres", "Pasal "))], path


def test_the_format_page_names_every_key():
    """What may stand at the top, in a tender, a bidder, a price and an event is on the page."""
    page = (ROOT / "docs" / "format.md").read_text("utf-8")
    keys = list(TYPES)
    for name in ("package", "evaluation"):
        schema = (ROOT / f"rules/tender_rules/tender-{name}-1.schema.json").read_text("utf-8")
        keys += json.loads(schema)["properties"]

    assert [key for key in keys if f"`{key}" not in page and key != "format"] == []


# What reads files of strangers through libraries that end in any error, what tells of a bug (of one
# tender among many in its row), and
# what undoes half a write and lets the error pass.
CATCHING_ALL = {
    "guard.py": 2,
    "archive.py": 1,
    "main.py": 1,
    "answering.py": 1,
    "durable.py": 4,
    "resuming.py": 1,
    "work.py": 1,
}
# How openpyxl ends on a damaged formula, and on a look that a book has not.
CATCHING_MISTAKES = {"formulas.py": 1, "grid.py": 1}


def test_no_mistake_of_the_program_is_swallowed():
    """Nobody catches every error, or those that only a mistake makes, around our own code."""
    wide = {"Exception", "BaseException"}  # ruff refuses to name none at all
    mistakes = {"TypeError", "AttributeError", "NameError", "AssertionError"}
    found: dict[str, set[tuple[int, str]]] = {}
    for path in (path for room in ROOMS for path in modules(room)):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler) and node.type:
                caught = {ast.unparse(name) for name in getattr(node.type, "elts", [node.type])}
                kinds = {"all": caught & wide, "mistakes": caught & mistakes}
                for kind in (kind for kind, names in kinds.items() if names):
                    found.setdefault(kind, set()).add((node.lineno, path.name))
    counted = {kind: Counter(name for _, name in places) for kind, places in found.items()}

    assert counted == {"all": CATCHING_ALL, "mistakes": CATCHING_MISTAKES}
