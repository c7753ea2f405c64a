"""Which fault of a workbook to mend first: one line, where there is more than one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tender_cli.messages import say

if TYPE_CHECKING:
    from tender_engine.faults import Diagnostic

__all__ = ["first_to_mend"]

# A cell that has to be filled, and the column of which it is.
_EMPTY, _CODE = "XLS041", "Kode"
# It says last on which sheet there is no such entry.
_NO_NAME = "XLS193"
# What the law objects to may follow from what could not be read.
_OF_THE_LAW = "ATR"
# Each of these sheets is named by those after it, so that what is wrong on it is wrong there too.
_NAMED = ("Paket", "Pokja", "HPS", "Peserta", "Kriteria")


def first_to_mend(diagnostics: "Sequence[Diagnostic]") -> str:
    """What to mend first and why; empty for a single fault, for JSON, and with `--json`.

    What could not be read comes before what the law objects to, which may follow from it; what is
    wrong with a whole sheet, column or block before single cells, and these before what names an
    entry that is not there. Then it is the first fault on the first sheet that others name, else
    the first that is told. Only what names an entry of that sheet may go with it, and only with
    what may have lost that entry.
    """
    context = click.get_current_context(silent=True)
    told = [one for one in diagnostics if one.cell]
    if len(told) < 2 or (context is not None and context.params.get("as_json")):
        return ""
    first = min(told, key=_order)
    sheet = _sheet(first)
    cell = first.cell.rpartition("!")[2]
    others = sum(_sheet(one) != sheet and _names(one, sheet) for one in told)
    if others and _may_lose(first):
        return say("mend.first_of_many", sheet=sheet, cell=cell, code=first.code, count=others)
    return say("mend.first", sheet=sheet, cell=cell, code=first.code)


def _order(told: "Diagnostic") -> tuple[bool, bool, bool, int]:
    """How far a fault is from being the cause of others; of equals, the first on its sheet."""
    from tender_desk.workbook.told.echoes import CAUSES, NAMING

    follows = told.code in (_NO_NAME, *NAMING)
    law = told.code.startswith(_OF_THE_LAW)
    return law, follows, told.code not in CAUSES, _rank(_sheet(told))


def _may_lose(told: "Diagnostic") -> bool:
    """Whether an entry may be gone because of a fault."""
    from tender_desk.workbook.told.echoes import CAUSES, CODES

    no_code = told.code == _EMPTY and told.message.startswith(_CODE)
    return no_code or told.code in CAUSES | CODES


def _names(told: "Diagnostic", sheet: str) -> bool:
    """Whether a fault is that an entry of `sheet` is not there."""
    from tender_desk.workbook.told.echoes import NAMING

    entry = told.code == _NO_NAME and told.message.endswith(f" {sheet}.")
    return entry or NAMING.get(told.code) == sheet


def _sheet(told: "Diagnostic") -> str:
    return told.cell.rpartition("!")[0]


def _rank(sheet: str) -> int:
    return _NAMED.index(sheet) if sheet in _NAMED else len(_NAMED)
