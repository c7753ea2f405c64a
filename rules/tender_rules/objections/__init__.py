"""The law's own checks of a package: what this version does not evaluate, and what no text allows.

Each check has one signature and says everything it finds; the words stand in `TEXTS`.
"""

from tender.rulebook import Objection
from tender_rules.objections import acts, kinds, values, weights
from tender_rules.objections.sheet_texts import TEXTS as SHEET_TEXTS
from tender_rules.objections.texts import TEXTS

__all__ = ["OBJECTIONS", "SHEET_TEXTS", "TEXTS"]

OBJECTIONS: tuple[Objection, ...] = (
    *kinds.CHECKS,
    *weights.CHECKS,
    *values.CHECKS,
    *acts.CHECKS,
)
