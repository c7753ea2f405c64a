"""Whatever a package holds, no command prints more than three hundred faults and how many more."""

import io
import json
from typing import Any

import pytest

from tender_cli.inputs import STDIN, read
from tender_engine.formats.reader import LARGEST
from tests.cli.screens import Package, Run


def spoil(content: dict[str, Any]) -> None:
    """Give the package a thousand keys that nobody knows."""
    content.update({f"kunci{n}": "x" * 1_000 for n in range(1_000)})


@pytest.mark.parametrize("command", ["check", "evaluate", "bahp", "explain", "report"])
def test_every_command_tells_three_hundred(command: str, package: Package, run: Run) -> None:
    """On stderr, each with its hint, and as JSON where there is some."""
    result = run(command, package(spoil))

    lines = result.stderr.splitlines()
    assert result.exit_code == 1
    assert sum(" PKT010 " in line for line in lines) == 300
    assert sum(" PKT094 " in line and " 700 " in line for line in lines) == 1
    assert len(lines) < 700
    assert len(result.output) < 200_000


@pytest.mark.parametrize("command", ["check", "evaluate"])
def test_as_json_too(command: str, package: Package, run: Run) -> None:
    """The same 301 entries."""
    result = run(command, package(spoil), "--json")

    told = json.loads(result.stdout)["diagnostics"]
    assert [one["code"] for one in told] == ["PKT010"] * 300 + ["PKT094"]
    assert "700" in told[-1]["message"]


def test_standard_input_has_the_bound_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more of it is taken than tells that it is too much."""
    taken = []

    class Noting(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            taken.append(size)
            return super().read(size)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Noting(b"{}")))

    assert read(STDIN).faults
    assert taken == [LARGEST + 1]
