"""What every kind of fact about bids has: a code, its words, and how much it says."""

from attrs import frozen

from tender_engine.declared import Words
from tender_engine.similarity import Strength

__all__ = ["KindOfFact"]

_DEFINITIONS = "similar"


@frozen
class KindOfFact:
    """A kind of fact: its code, its words in both languages, and how much it says."""

    id: str
    words: Words
    strength: Strength

    @property
    def rule(self) -> str:
        """The id of its definition."""
        return f"{_DEFINITIONS}.{self.id}"
