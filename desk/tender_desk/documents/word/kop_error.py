"""The one error of a letterhead that is not used."""

from collections.abc import Mapping
from pathlib import Path

from tender_engine.faults import FaultTexts

__all__ = ["KOP_TEXTS", "KopError"]

KOP_TEXTS = FaultTexts(Path(__file__).with_name("kop_faults.toml"))


class KopError(ValueError):
    """A letterhead that is not used; `code` and `params` say why, the words are in `KOP_TEXTS`."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params: Mapping[str, str] = {"part": ""} | params
        super().__init__(" ".join((code, *params.values())))
