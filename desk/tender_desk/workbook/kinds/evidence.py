"""Cells that hold small tables of their own: evidence, and amounts by participant."""

from typing import Any

from tender_desk.ooxml.numerals import amount_of
from tender_desk.workbook.kinds import (
    LINES,
    NONE,
    PROSE,
    CellError,
    CodeOf,
    Given,
    Kind,
    as_typed,
    grouped,
    is_none,
)
from tender_engine.numbers import plain

__all__ = ["EVIDENCE", "TOTALS"]


class _Evidence(Kind):
    """Where something can be looked up: a file a line, its page behind a bar; a dash: nowhere."""

    of = list

    def write(self, value: Any) -> Any:
        parts = (
            f"{part['file']} | {part['page']}" if part.get("page") else part["file"]
            for part in value
        )
        return PROSE.write("\n".join(parts) or NONE)

    def read(self, cell: Given) -> list[dict[str, str]] | None:
        text = LINES.read(cell)
        if text is None:
            return None
        if is_none(text):
            return []
        return [_evidence(line) for line in text.splitlines() if line.strip()]


def _evidence(line: str) -> dict[str, str]:
    file, bar, page = line.rpartition("|")
    if not bar:
        return {"file": line.strip()}
    return {"file": file.strip(), "page": page.strip()}


class _Totals(Kind):
    """Amounts by participant: `p1 = 1.000.000; p2 = 900.000`."""

    of = dict

    def write(self, value: Any) -> str:
        return "; ".join(f"{name} = {grouped(amount)}" for name, amount in value.items())

    def read(self, cell: Given) -> dict[str, str] | None:
        text = LINES.read(cell)
        if text is None:
            return None
        totals: dict[str, str] = {}
        for part in filter(str.strip, text.split(";")):
            name, equals, amount = (word.strip() for word in part.partition("="))
            number = amount_of(as_typed(amount)) if equals else None
            if number is None or name in totals:
                raise CellError("XLS037", found=part.strip()[:40])
            totals[name] = plain(number)
        return totals

    def renamed(self, value: Any, code_of: CodeOf) -> dict[str, str]:
        totals = {code_of.meant(name): amount for name, amount in value.items()}
        if len(totals) < len(value):
            raise CellError("XLS037", found="; ".join(value)[:40])
        return totals


EVIDENCE, TOTALS = _Evidence(), _Totals()
