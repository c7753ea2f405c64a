"""Which fault of a workbook to mend first: one line, where there is more than one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tender_cli.messages import say

if TYPE_CHECKING:
    from tender_engine.faults import Diagnostic

__all__ = ["first_to_mend"]

# It says last on which sheet there is no such entry.
_NO_NAME = "XLS193"
# What the law objects to may follow from what could not be read.
_OF_THE_LAW = "ATR"
# Each of these sheets is named by those after it, so that what is wrong on it is wrong there too.
_NAMED = ("Paket", "Pokja", "HPS", "Peserta", "Kriteria")


def first_to_mend(diagnostics: "Sequence[Diagnostic]") -> str:
    """What to mend first and why; empty for a single fault, for JSON, and with `--json`.

    What could not be read comes before what the law objects to, which may follow from it; then it
    is the first fault on the first sheet that others name, else the first that is told. Only what
    names an entry of that sheet which is not there may go with it.
    """
    context = click.get_current_context(silent=True)
    told = [one for one in diagnostics if one.cell]
    if len(told) < 2 or (context is not None and context.params.get("as_json")):
        return ""
    first = min(told, key=lambda one: (one.code.startswith(_OF_THE_LAW), _rank(_sheet(one))))
    sheet = _sheet(first)
    cell = first.cell.rpartition("!")[2]
    others = sum(_sheet(one) != sheet and _names(one, sheet) for one in told)
    if others:
        return say("mend.first_of_many", sheet=sheet, cell=cell, code=first.code, count=others)
    return say("mend.first", sheet=sheet, cell=cell, code=first.code)


def _names(told: "Diagnostic", sheet: str) -> bool:
    """Whether a fault is that an entry of `sheet` is not there."""
    from tender_desk.workbook.echoes import NAMING

    entry = told.code == _NO_NAME and told.message.endswith(f" {sheet}.")
    return entry or NAMING.get(told.code) == sheet


def _sheet(told: "Diagnostic") -> str:
    return told.cell.rpartition("!")[0]


def _rank(sheet: str) -> int:
    return _NAMED.index(sheet) if sheet in _NAMED else len(_NAMED)
