"""The law's own checks of a package: what this version does not evaluate, and what no text allows.

Each check has one signature and says everything it finds; the words stand in `OBJECTION_TEXTS`.
"""

from pathlib import Path

from tender_engine.faults import FaultTexts
from tender_engine.rulebook import Objection
from tender_rules.objections import acts, answers, facts, kinds, values, weights

__all__ = ["OBJECTIONS", "OBJECTION_TEXTS", "SHEET_TEXTS"]

OBJECTIONS: tuple[Objection, ...] = (
    *kinds.CHECKS,
    *weights.CHECKS,
    *values.CHECKS,
    *acts.CHECKS,
    *answers.CHECKS,
    *facts.CHECKS,
)

_WORDS = Path(__file__).with_name("objections.toml")
OBJECTION_TEXTS = FaultTexts(_WORDS)
# For who typed a workbook.
SHEET_TEXTS = FaultTexts(_WORDS.with_name("objections_on_sheets.toml"), _WORDS)
