"""The words of every code that reading a package can end in, whatever its file is."""

from pathlib import Path

from tender.faults import FaultTexts
from tender.formats.fault_texts import KEY_FILES

__all__ = ["ON_SHEETS", "TEXTS"]

_HERE = Path(__file__).parent

TEXTS = FaultTexts(
    *KEY_FILES,
    _HERE / "excel/workbook_faults.toml",
    _HERE / "excel/guard_faults.toml",
    _HERE / "excel/pasted_faults.toml",
    _HERE / "excel/growing/growing_faults.toml",
    _HERE / "excel/growing/filling_faults.toml",
    _HERE / "schedules/schedule_faults.toml",
)

# Who typed a workbook is told of its sheets and columns, and of no keys.
ON_SHEETS = FaultTexts(_HERE / "excel/faults_on_sheets.toml", *KEY_FILES)
