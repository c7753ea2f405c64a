"""`python docs/new.py rule ID`: a skeleton that stands, whose test is red until it is filled in."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs import new

ROOT = Path(__file__).parents[2]
MADE = (
    "rules/tender_rules/stages/price_witness.py",
    "rules/tender_rules/pages/price-witness.md",
    "tests/rules/stages/test_price_witness.py",
)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of what a skeleton is written into; what it only reads is linked."""
    copy = tmp_path_factory.mktemp("house")
    for room in ("rules", "docs"):
        ignored = shutil.ignore_patterns("__pycache__", "pictures")
        shutil.copytree(ROOT / room, copy / room, ignore=ignored)
    for name in ("tender", "desk", "cli", "pyproject.toml"):
        (copy / name).symlink_to(ROOT / name)
    (copy / "tests" / "rules" / "stages").mkdir(parents=True)
    return copy


def run(house, *words):
    """A module of Python run in the copy, with the copy's rooms before any installed ones."""
    paths = os.pathsep.join(str(house / room) for room in ("tender", "rules", "desk", "cli"))
    return subprocess.run(
        [sys.executable, *words],
        cwd=house,
        env={**os.environ, "PYTHONPATH": paths, "MYPYPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_skeleton_stands_and_its_test_is_red(house):
    """Style and types pass; each case fails and says what is to be filled in; nothing is lost."""
    made = run(house, "docs/new.py", "rule", "price.witness")
    style = run(house, "-m", "ruff", "check", "--no-cache", *MADE[::2])
    form = run(house, "-m", "ruff", "format", "--check", "--no-cache", *MADE[::2])
    types = run(house, "-m", "mypy", "--cache-dir", os.devnull, MADE[0])
    tested = run(house, "-m", "pytest", "-q", "-p", "no:cacheprovider", MADE[2])

    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.splitlines()[:3] == [f"wrote {path}" for path in MADE]
    assert "rules/tender_rules/stages/price.py" in made.stdout
    assert (style.returncode, form.returncode) == (0, 0), style.stdout + form.stdout
    assert types.returncode == 0, types.stdout
    assert "2 failed" in tested.stdout
    assert "ISI: price.witness on the boundary" in tested.stdout

    (house / MADE[0]).write_text("# filled in\n", "utf-8")
    again = run(house, "docs/new.py", "rule", "price.witness")

    assert again.returncode == 1
    assert f"{MADE[0]} exists; nothing was written" in again.stderr
    assert (house / MADE[0]).read_text("utf-8") == "# filled in\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rule", "price.ceiling"], "there is a rule of this id"),
        (["rule", "Price.Ceiling"], "an id is the stage and the rule"),
        (["rule", "price"], "an id is the stage and the rule"),
        (["rule", "../price.x"], "an id is the stage and the rule"),
        (["rule", "weather.rain"], "no rule begins so; there are administration"),
        (["page", "price.x"], "usage:"),
        ([], "usage:"),
    ],
)
def test_what_is_refused(words, told, tmp_path, monkeypatch):
    """In words, with nothing written."""
    monkeypatch.setattr(new, "_ROOT", tmp_path)

    assert told in new.main(words)
    assert not [*tmp_path.iterdir()]
