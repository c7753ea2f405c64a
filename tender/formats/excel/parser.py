"""Reads the XML of a sheet as openpyxl does, but spells no shared formula that nobody asks for."""

from typing import Any

from attrs import frozen
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

__all__ = ["SharedFormula", "SheetParser"]


@frozen
class SharedFormula:
    """A formula that the cell `here` shares with the one at `origin`, where it says `text`."""

    text: str
    origin: str
    here: str

    def spelled(self) -> str:
        """The formula as the cell itself would say it."""
        spelled: str = Translator(self.text, self.origin).translate_formula(self.here)
        return spelled


class SheetParser(WorkSheetParser):
    """A parser whose shared formulas are `SharedFormula`, but where they are said."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._shared: dict[str | None, tuple[str, str]] = {}

    def parse_formula(self, element: Any) -> Any:
        """The formula of a cell."""
        formula = element.find(FORMULA_TAG)
        if formula.get("t") != "shared":
            return super().parse_formula(element)  # type: ignore[no-untyped-call]
        which = formula.get("si")
        here = element.get("r") or f"{get_column_letter(self.col_counter)}{self.row_counter}"
        if formula.text:
            self._shared[which] = f"={formula.text}", here
            return f"={formula.text}"
        if which not in self._shared:
            return "="
        return SharedFormula(*self._shared[which], here)
