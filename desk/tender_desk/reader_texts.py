"""The words of every code that reading a package can end in, whatever its file is."""

from pathlib import Path

from tender_engine import formats
from tender_engine.faults import FaultTexts
from tender_engine.formats.fault_texts import KEY_FILES

__all__ = ["ON_SHEETS", "TEXTS"]

_HERE = Path(__file__).parent
_FORMATS = Path(formats.__file__).parent

TEXTS = FaultTexts(
    *KEY_FILES,
    _HERE / "workbook/workbook_faults.toml",
    _HERE / "ooxml/guard_faults.toml",
    _HERE / "workbook/pasted_faults.toml",
    _HERE / "workbook/growing/growing_faults.toml",
    _HERE / "workbook/growing/filling_faults.toml",
    _HERE / "schedules/schedule_faults.toml",
    _HERE / "documents/paper_faults.toml",
)

# Who typed a workbook is told of its sheets and columns, and of no keys.
ON_SHEETS = FaultTexts(_HERE / "workbook/faults_on_sheets.toml", *KEY_FILES)
