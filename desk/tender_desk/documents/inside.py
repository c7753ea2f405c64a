"""What of an evaluation of prices stays inside: no public record tells that it was looked at.

Unit prices of the estimate are confidential, so what rests on them is for the working paper only.
"""

from tender_rules.stages.low_bids import analysis
from tender_rules.stages.unbalanced import unbalanced

__all__ = ["RULES", "VALUES"]

RULES = frozenset({unbalanced.id, analysis.id})
VALUES = frozenset(
    {
        "fairness.asked_lines",
        "fairness.coefficient_fallback",
        "fairness.price_fallback",
        "price.unbalanced_above_share",
    }
)
