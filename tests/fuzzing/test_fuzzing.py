"""Whatever is wrong with a file, it is refused in words or read: a few files of each kind.

`python -m tests.fuzzing` tries as many as there is time for.
"""

import sys
from collections import Counter
from pathlib import Path
from runpy import run_module

import pytest

from tests.fuzzing import __main__ as command
from tests.fuzzing.kinds import KINDS

# How many of each kind; letterheads, which are small, have a test of their own as well.
FEW = {
    "packages": 80,
    "releases": 40,
    "books": 8,
    "schedules": 40,
    "letterheads": 40,
    "published": 80,
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("part", range(4))
def test_a_damaged_file_ends_in_words_or_is_read(kind, part):
    """Both come about, and nothing else."""
    outcomes = Counter(
        kind.attempt(kind.case(f"case {seed}")[1]) for seed in range(part, FEW[kind.name], 4)
    )

    assert sum(outcomes.values()) == FEW[kind.name] // 4
    assert any("refused" in outcome or "KOP" in outcome for outcome in outcomes)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_case_comes_again_from_its_seed(kind):
    """So that what was found can be looked into."""
    assert kind.case("9") == kind.case("9")
    assert kind.case("9")[0] != kind.case("10")[0]


def test_the_command_tells_of_an_accident_with_its_seed_and_keeps_the_file(
    tmp_path, monkeypatch, capsys
):
    """Once for each place of the program, however many files come there."""

    def accident(_):
        raise ZeroDivisionError("nothing divides")

    kinds = [command.Kind("packages", lambda _: ("nothing", b"{}"), accident, ".json")]
    monkeypatch.setattr(command, "KINDS", kinds)
    words = ["--minutes", "0.001", "--first", "7", "--keep", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", ["fuzzing", *words])

    assert command.main() == 1
    said = capsys.readouterr().out
    assert said.count("packages --seed ") == said.count("nothing divides\n") == 1
    assert "packages --seed 7: nothing" in said
    assert [file.name for file in tmp_path.iterdir()] == ["packages-7.json"]


def test_the_command_is_the_one_that_contributors_are_told(monkeypatch, capsys):
    """And it ends with what became of how many files."""
    root = Path(__file__).parents[2]
    assert "python -m tests.fuzzing --minutes " in (root / "CONTRIBUTING.md").read_text("utf-8")
    monkeypatch.setattr(sys, "argv", ["-m", "letterheads", "--minutes", "0.001"])
    # It was imported above as another module is.
    monkeypatch.delitem(sys.modules, "tests.fuzzing.__main__")
    with pytest.raises(SystemExit) as ended:
        run_module("tests.fuzzing", run_name="__main__")

    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.strip().split(maxsplit=1)[1].startswith("letterheads: ")
