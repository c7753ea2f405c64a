"""The one error of a local standard that is refused."""

import re
from pathlib import Path

from tender_engine.faults import FaultTexts
from tender_engine.law import LawError

__all__ = ["OVERLAY_TEXTS", "OverlayError"]

OVERLAY_TEXTS = FaultTexts(Path(__file__).with_name("overlay_faults.toml"))


class OverlayError(LawError):
    """A local standard that is refused; the words of its `code` are in `OVERLAY_TEXTS`.

    `line` is the line of the standard's text from 1, `told` what is wrong there.
    """

    def __init__(self, code: str, place: str, told: str) -> None:
        found = re.match(rf"{re.escape(place)}(?::(\d+))?: ", told)
        self.code = code
        self.line = int(found[1]) if found and found[1] else 1
        self.told = told[found.end() :] if found else told
        super().__init__(told if place in told else f"{place}: {told}")
