"""The words of faults, by the part of the reader that tells them."""

from pathlib import Path

from tender import formats
from tender.faults import FaultTexts

_FORMATS = Path(formats.__file__).parent

PACKAGE = FaultTexts(_FORMATS / "package_faults.toml", _FORMATS / "package_bounds.toml")
WORKBOOK = FaultTexts(_FORMATS / "excel" / "workbook_faults.toml")
GUARD = FaultTexts(_FORMATS / "excel" / "guard_faults.toml")
PASTED = FaultTexts(_FORMATS / "excel" / "pasted_faults.toml")
GROWING = FaultTexts(_FORMATS / "excel" / "growing" / "growing_faults.toml")
FILLING = FaultTexts(_FORMATS / "excel" / "growing" / "filling_faults.toml")
SCHEDULE = FaultTexts(_FORMATS / "schedules" / "schedule_faults.toml")
