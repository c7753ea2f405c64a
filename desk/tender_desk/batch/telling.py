"""The words of what is wrong with sources and with a run, and the error of one that cannot be."""

from collections.abc import Mapping
from pathlib import Path

from tender_engine.faults import Diagnostic, Fault, FaultTexts, Spot
from tender_engine.formats.fault_texts import diagnose
from tender_engine.formats.positions import TextPlaces

__all__ = ["BATCH_TEXTS", "BUG", "BatchError", "told", "unread"]

BATCH_TEXTS = FaultTexts(Path(__file__).with_name("batch_faults.toml"))
# The row of a package that met an error of this program.
BUG = "BCH015"


class BatchError(Exception):
    """A run that cannot be begun or ended; the words of its `code` are in `BATCH_TEXTS`.

    What was given out before is whole, and a run into a file can be resumed.
    """

    def __init__(self, code: str, place: str = "", **params: str) -> None:
        self.code, self.place = code, place
        self.params: Mapping[str, str] = params
        super().__init__(" ".join((code, place, *params.values())))

    def diagnostic(self, lang: str) -> Diagnostic:
        """What is wrong, in words."""
        return told(self.code, self.place, lang, 1, **self.params)


def told(code: str, file: str, lang: str, line: int = 1, /, **params: str) -> Diagnostic:
    """One fault of a source, in words."""
    fault = Fault(code, (), params, spot=Spot(line=line))
    (diagnostic,) = diagnose([fault], TextPlaces(), file, lang, BATCH_TEXTS)
    return diagnostic


def unread(error: OSError, file: str, lang: str) -> Diagnostic:
    """Why a file or a folder cannot be read; one whose name no file can have is not there."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return told("BCH001", file, lang)
    if isinstance(error, PermissionError):
        return told("BCH002", file, lang)
    return told("BCH003", file, lang, number=str(error.errno or 0))
