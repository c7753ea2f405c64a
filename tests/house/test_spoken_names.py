"""Whatever pages, docstrings and comments call by its path or its dotted name is there."""

import ast
import importlib
import io
import json
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("tender", "rules", "desk", "cli")
TOPS = (*ROOMS, "docs", "tests", "samples", "benchmarks")
# One tells what was called otherwise before; the other is made, and names tests from `tests/` on.
APART = {ROOT / "CHANGELOG.md", ROOT / "docs" / "regulation.md"}
PAGES = sorted({*ROOT.glob("*.md"), *(p for top in TOPS for p in (ROOT / top).rglob("*.md"))})
SOURCES = sorted(path for top in TOPS for path in (ROOT / top).rglob("*.py"))
PATH = re.compile(rf"(?<![\w/.-])(?:{'|'.join(TOPS)})/[\w./-]*[\w/]")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
DOTTED = re.compile(r"(?<![\w./-])tender(?:_engine|_rules|_desk|_cli)?(?:\.[A-Za-z_]\w*)+")
SCHEMA = ROOT / "rules" / "tender_rules" / "tender-package-1.schema.json"
KEYS = json.loads(SCHEMA.read_text("utf-8"))["$defs"]["Tender"]["properties"]


def spoken(source):
    """The docstrings and comments of a program: what is said to who reads it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


@cache
def is_there(name):
    """Whether a dotted name is a module or stands in one; `tender.hps` is a key of the format."""
    first, *rest = name.split(".")
    if first == "tender":
        return rest[0] in KEYS
    found = importlib.import_module(first)
    for at, part in enumerate(rest, 1):
        if not hasattr(found, part):
            try:
                importlib.import_module(".".join((first, *rest[:at])))
            except ModuleNotFoundError:
                return False
        found = getattr(found, part)
    return True


def astray(text, beside=ROOT):
    """What a text names and nobody has."""
    paths = [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    links = [name for name in LINK.findall(text) if not (beside / name).exists()]
    return paths + links + [name for name in DOTTED.findall(text) if not is_there(name)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see `tender/formats/reader.py`", ["tender/formats/reader.py"]),
        ("[the rules](docs/rules.md) and [the format](docs/format.md)", ["docs/rules.md"] * 2),
        ("`tender.evaluate`, `tender_rules.documents.paper`", ["tender.evaluate"]),
        ("`tender_engine.evaluate`, `tender.hps`, tender_rules.national()", []),
    ],
)
def test_what_is_taken_for_a_name(text, found):
    """A path from the root, a link, an import; neither a key of a package nor a command."""
    assert astray(text)[: len(found) or None] == found


@pytest.mark.parametrize(
    "page", [p for p in PAGES if p not in APART], ids=lambda path: str(path.relative_to(ROOT))
)
def test_what_a_page_names_is_there(page):
    """By a path, a link or a dotted name."""
    assert astray(page.read_text("utf-8"), page.parent) == []


def test_what_docstrings_and_comments_name_is_there():
    """The same for the programs: where something moved, what is said of it moves too."""
    lost = {}
    for path in SOURCES:
        source = path.read_text("utf-8")
        if astray(source):  # in most there is nothing that could be astray, and nothing is parsed
            lost[path] = astray("\n".join(spoken(source)))

    assert {str(path): gone for path, gone in lost.items() if gone} == {}
