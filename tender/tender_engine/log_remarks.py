"""What may be said about a recorded log: stable codes with their words, in both languages."""

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from tender_engine.faults import Diagnostic, FaultTexts

__all__ = ["LOG", "LOG_TEXTS", "PACKAGES", "LogRefusedError", "Remark"]

LOG = "jejak.jsonl"
PACKAGES = "paket"
LOG_TEXTS = FaultTexts(Path(__file__).with_name("log_faults.toml"))


@frozen
class Remark:
    """Something about one line of the log, or about a file beside it. `line` counts from 1."""

    code: str
    line: int
    params: Mapping[str, str] = field(factory=dict)
    file: str = LOG

    def diagnose(self, lang: str = "id") -> Diagnostic:
        """The remark in words, `lang` being `id` or `en`."""
        words, filled = LOG_TEXTS[self.code], {"line": str(self.line)}
        filled |= {name: _shown(text) for name, text in self.params.items()}
        message = words.message(lang).format_map(filled)
        hint = words.hint(lang).format_map(filled)
        return Diagnostic(self.code, self.file, self.line, 1, "", message, hint)


def _shown(text: str) -> str:
    """What a log says is not trusted: it may not steer the terminal that shows it."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[:200])


class LogRefusedError(ValueError):
    """A log that nothing may be appended to; `remark` says what is wrong with it."""

    def __init__(self, remark: Remark) -> None:
        self.remark = remark
        super().__init__(remark)

    def __str__(self) -> str:
        return str(self.remark.diagnose("en"))
