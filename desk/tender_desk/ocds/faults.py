"""What is wrong with a release, or keeps one from being made, by code."""

from collections.abc import Iterable
from pathlib import Path

from tender_engine.faults import Fault, FaultTexts

__all__ = ["OCDS_TEXTS", "OcdsError"]

OCDS_TEXTS = FaultTexts(Path(__file__).with_name("ocds_faults.toml"))


class OcdsError(ValueError):
    """What was asked of OCDS cannot be done; `faults` says why."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(", ".join(fault.code for fault in self.faults))
