"""The tests that prove a rule or a value: found by its name in their text, none is run for it."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from tender_rules.uses import names_written

__all__ = ["ROOT", "page_topics", "proofs"]

ROOT = Path(__file__).parents[2]
_TESTS = ROOT / "tests"
# They hold the page and its finder, not the law.
_OF_THE_PAGE = ("test_regulation_page.py", "test_uses.py")


@lru_cache(maxsize=1)
def proofs(known: frozenset[str]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each of `known` the test functions that name it, by file under `tests/`."""
    found: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in known}
    for path in sorted(_TESTS.rglob("test_*.py")):
        if path.name in _OF_THE_PAGE:
            continue
        file = path.relative_to(_TESTS).as_posix()
        for test, names in named_by_tests(path.read_text("utf-8"), known).items():
            for name in names:
                found[name][file] = (*found[name].get(file, ()), test)
    return found


def named_by_tests(source: str, known: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Each test function of a file and which of `known` it names.

    It names what stands in it, and in the constants and helpers of its file that it leans on.
    """
    tree = ast.parse(source)
    lent = {name: node for node in tree.body for name in _names_of(node)}
    leans_on = cache(_names_in)
    return {
        test.name: names_written(_with_what_it_takes(test, lent, leans_on), known)
        for test in ast.walk(tree)
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
    }


def _names_of(node: ast.stmt) -> Iterator[str]:
    """What a statement of a module defines, tests left out."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("test_"):
        yield node.name
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Assign):
        yield from (part.id for part in ast.walk(node.targets[0]) if isinstance(part, ast.Name))


def _with_what_it_takes(
    test: ast.stmt, lent: Mapping[str, ast.stmt], leans_on: Callable[[ast.stmt], frozenset[str]]
) -> ast.Module:
    """A test and whatever of its file it needs, also as a fixture."""
    taken = [test]
    for node in taken:
        used = sorted(leans_on(node) & lent.keys())
        taken += [lent[name] for name in used if lent[name] not in taken]
    return ast.Module(taken, [])


def _names_in(node: ast.stmt) -> frozenset[str]:
    """The names that stand in a statement; an argument may be a fixture."""
    parts = list(ast.walk(node))
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return frozenset(names | {part.arg for part in parts if isinstance(part, ast.arg)})


@lru_cache(maxsize=1)
def page_topics() -> frozenset[str]:
    """The topics whose page has examples that the tests run."""
    tree = ast.parse((_TESTS / "rules" / "pages" / "examples.py").read_text("utf-8"))
    (runners,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Dict)
        and "RUNNERS" in _names_of(node)
    ]
    return frozenset(str(key.value) for key in runners.keys if isinstance(key, ast.Constant))
