"""The members of a KSO whose agreement was handed in, as rows that stand ready for their names."""

from collections.abc import Iterator, Mapping
from typing import Any

from tender_desk.workbook.reading.trees import get
from tender_rules.stages.administration import KSO_AGREEMENT

__all__ = ["members_asked"]

# So many businesses a KSO has at least; more of them are written below.
_MEMBERS = ("a", "b")
_AGREED = ("facts", str(KSO_AGREEMENT.stage), KSO_AGREEMENT.key)


def members_asked(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The code of each bidder with an agreement and no member yet, with a code for each of them."""
    for bidder in value.get("participants", ()):
        if get(bidder, _AGREED) is True and not bidder.get("members"):
            yield from ((bidder["id"], code) for code in _MEMBERS)
