"""Names that end in a full stop, as `Tbk.` and degrees do, at the end of a sentence."""

import re
from typing import Any

import pytest

from tests.cli.screens import Package, Run

TWICE = re.compile(r"\w\.\.(?![.\w])")


def ending_so(content: dict[str, Any]) -> None:
    """Everybody is called so; a note makes all members of the panel told in one notice."""
    for who in (*content["participants"], *content["pokja"]["members"]):
        who["name"] += " Tbk."


@pytest.mark.parametrize(
    "words",
    [("evaluate",), ("evaluate", "--lang", "en"), ("bahp",), ("bahp", "--internal")],
    ids=" ".join,
)
def test_a_sentence_ends_once(run: Run, package: Package, words: tuple[str, ...]) -> None:
    """In papers and on screens."""
    command, *more = words
    told = run(command, package(ending_so), *more).stdout

    assert "Tbk." in told
    assert TWICE.findall(told) == []
