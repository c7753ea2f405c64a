"""What a red flag is: its published definition and thresholds, and how it is found.

To add one: a function with `@flag` in `of_one_tender` or `of_many_tenders`, its thresholds in
`regulations/cardinal.toml`, and a row on its page.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from tender_engine.declared import Words
from tender_engine.findings import Citation, Source
from tender_engine.law import Ask
from tender_rules.awarded import Awarded
from tender_rules.red_flags.bids import Bid
from tender_rules.red_flags.outliers import Fences
from tender_rules.similar.across.who_is_who import Given, WhoIsWho

__all__ = ["CARDINAL", "Flag", "Found", "Group", "Looking", "Raised", "flag"]

CARDINAL = "Cardinal"
_PAGES = "https://cardinal.readthedocs.io/en/latest/cli/indicators/R"


class Group(StrEnum):
    """Of what a flag is a figure."""

    TENDER = "tender"
    PESERTA = "peserta"
    PEMBELI = "pembeli"
    SATUAN_KERJA = "satuan_kerja"


@frozen
class Looking:
    """The tenders, the bids in each by its number, and what was determined."""

    tenders: tuple[Given, ...]
    who: WhoIsWho
    bids: Mapping[int, tuple[Bid, ...]]
    awards: Mapping[int, Awarded]
    ask: Ask


@frozen
class Raised:
    """A tender, bidder or buyer that the flag stands at.

    `subject` is the number of a tender, the id of a bidder or the name of a buyer.
    """

    subject: str
    participants: tuple[str, ...] = ()
    value: Fraction | None = None
    facts: Mapping[str, str] = field(factory=dict)


@frozen
class Found:
    """What was looked at, of how many; why others were left out; and where the flag stands.

    Below `least` nothing is raised: `fences` are what bounds an outlier, where there are any.
    """

    group: Group
    population: int
    raised: tuple[Raised, ...] = ()
    left_out: Mapping[str, int] = field(factory=dict)
    least: int = 1
    fences: Fences | None = None

    @property
    def enough(self) -> bool:
        """Whether the population is large enough to say anything."""
        return self.population >= self.least


@frozen
class Flag:
    """A red flag with its definition, its source, and the values of its thresholds.

    One that a package cannot show is `not_computed` for the reason that is said there.
    """

    code: str
    words: Words
    definition: Words
    cites: Citation
    thresholds: tuple[str, ...] = ()
    find: Callable[[Looking], Iterable[Found]] | None = None
    not_computed: Words | None = None

    @property
    def url(self) -> str:
        """Where its publisher defines it."""
        return f"{_PAGES}/{self.code.removeprefix('R')}.html"


def flag(
    code: str, words: Words, definition: Words, *thresholds: str
) -> Callable[[Callable[[Looking], Iterable[Found]]], Flag]:
    """Make a function the red flag `code` of Cardinal."""

    def made(find: Callable[[Looking], Iterable[Found]]) -> Flag:
        return Flag(
            code, words, definition, Citation(CARDINAL, code, Source.TEXT), thresholds, find
        )

    return made


def counted(reasons: Iterable[str]) -> dict[str, int]:
    """How often each reason for leaving something out was given."""
    return dict(sorted(Counter(reasons).items()))
