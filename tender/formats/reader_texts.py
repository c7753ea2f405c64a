"""The words of every code that reading a package can end in, whatever its file is."""

from pathlib import Path

from tender.faults import FaultTexts

__all__ = ["ON_SHEETS", "TEXTS"]

_HERE = Path(__file__).parent
_OF_KEYS = (_HERE / "package_faults.toml", _HERE / "package_bounds.toml")

TEXTS = FaultTexts(
    *_OF_KEYS,
    _HERE / "excel/workbook_faults.toml",
    _HERE / "excel/guard_faults.toml",
    _HERE / "excel/pasted_faults.toml",
    _HERE / "excel/growing/growing_faults.toml",
    _HERE / "excel/growing/filling_faults.toml",
    _HERE / "schedules/schedule_faults.toml",
)

# Who typed a workbook is told of its sheets and columns, and of no keys.
ON_SHEETS = FaultTexts(_HERE / "excel/faults_on_sheets.toml", *_OF_KEYS)
