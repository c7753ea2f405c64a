"""The one error of a local standard that is refused."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from tender_engine.faults import FaultTexts
from tender_engine.law import LawError

__all__ = ["OVERLAY_TEXTS", "OverlayError"]

OVERLAY_TEXTS = FaultTexts(Path(__file__).with_name("overlay_faults.toml"))


_LINE, _DAY = re.compile(r"\(at line (\d+)"), re.compile(r"\d{4}-\d+-\d+")


class OverlayError(LawError):
    """A local standard that is refused; the words of its `code` are in `OVERLAY_TEXTS`.

    `line` is the line of the standard's `text` from 1, `told` what is wrong there, and `told_id`
    the same in Indonesian; what has no words there is told by its line.
    """

    def __init__(self, code: str, place: str, told: str, text: str = "") -> None:
        found = re.match(rf"{re.escape(place)}(?::(\d+))?: ", told)
        self.code = code
        self.told = told[found.end() :] if found else told
        self.line = int(found[1]) if found and found[1] else _line(self.told, text)
        self.told_id = _in_indonesian(self.told) or f"baris {self.line}"
        super().__init__(told if place in told else f"{place}: {told}")


def _line(told: str, text: str) -> int:
    """The line that is told of: as the reader of TOML names it, of a day, or of the days."""
    if named := _LINE.search(told):
        return int(named[1])
    day = _DAY.search(told)
    sought = day[0] if day and day[0] in text else "[days" if told.startswith("days:") else ""
    return text.count("\n", 0, max(text.find(sought), 0)) + 1


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What may be wrong, by its shape in English, and its words in Indonesian."""
    told = tomllib.loads(Path(__file__).with_name("overlay_told.toml").read_text("utf-8"))
    return tuple(
        (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(shape))), words)
        for shape, words in told.items()
    )


def _in_indonesian(told: str) -> str:
    for shape, words in _shapes():
        if found := shape.fullmatch(told):
            return words.format(**found.groupdict())
    return ""
