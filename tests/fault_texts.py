"""The words of faults, by the part of the reader that tells them."""

from pathlib import Path

import tender_desk
from tender_engine import formats
from tender_engine.faults import FaultTexts

_FORMATS = Path(formats.__file__).parent
_DESK = Path(tender_desk.__file__).parent

PACKAGE = FaultTexts(_FORMATS / "package_faults.toml", _FORMATS / "package_bounds.toml")
WORKBOOK = FaultTexts(_DESK / "workbook" / "workbook_faults.toml")
GUARD = FaultTexts(_DESK / "ooxml" / "guard_faults.toml")
PASTED = FaultTexts(_DESK / "workbook" / "pasted_faults.toml")
GROWING = FaultTexts(_DESK / "workbook" / "growing" / "growing_faults.toml")
FILLING = FaultTexts(_DESK / "workbook" / "growing" / "filling_faults.toml")
PAPERS = FaultTexts(_DESK / "documents" / "paper_faults.toml")
SCHEDULE = FaultTexts(_DESK / "schedules" / "schedule_faults.toml")
