"""What a rule finds: a verdict with its reason, the facts, the law's values and the citations."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from types import NoneType
from typing import Any

from attrs import Factory, field, frozen

from tender_engine.numbers import figure_of, plain, ratio_shown

__all__ = [
    "BELUM_DINILAI",
    "DOCUMENT",
    "GUGUR",
    "LULUS",
    "READ",
    "Awaiting",
    "Citation",
    "Finding",
    "Notice",
    "Source",
    "UsedValue",
    "Verdict",
    "natural",
    "said",
]


class Verdict(StrEnum):
    """The four verdicts. `BELUM_DINILAI` blocks; `TIDAK_DIEVALUASI` is lawfully left alone."""

    LULUS = "lulus"
    GUGUR = "gugur"
    BELUM_DINILAI = "belum_dinilai"
    TIDAK_DIEVALUASI = "tidak_dievaluasi"


# For who names one a thousand times: an enumeration is slow to look into.
LULUS, GUGUR, BELUM_DINILAI = Verdict.LULUS, Verdict.GUGUR, Verdict.BELUM_DINILAI


class Source(StrEnum):
    """How well a text of the law was read; a `SETTING` is no law but the choice of a house.

    No verdict, figure or order rests on a setting: it is a threshold of what is told, or a day.
    """

    TEXT = "text"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"
    SETTING = "setting"


# How well a text can have been read: what a record may say of a value or a citation.
READ = (Source.TEXT, Source.SECONDARY, Source.UNVERIFIED)

# What is cited where only the tender's own document binds; its article is the document's number.
DOCUMENT = "Dokumen Pemilihan"


@frozen(cache_hash=True)
class Citation:
    """A provision; `clause` is where the tender's own document says it."""

    instrument: str
    article: str
    source: Source
    clause: str | None = None

    def at(self, clause: str) -> "Citation":
        """The same provision at a `clause` of the tender's document."""
        return Citation(self.instrument, self.article, self.source, clause)


@frozen
class UsedValue:
    """A value of the law as an evaluation used it. `set_by` names who set it."""

    param: str
    value: str
    instrument: str
    article: str
    since: date
    source: Source
    set_by: str
    variant: str | None = None
    clause: str | None = None
    # The value where it is a number.
    figure: Decimal | None = field(
        default=Factory(lambda self: figure_of(self.value), takes_self=True),
        init=False,
        eq=False,
        repr=False,
    )

    @property
    def number(self) -> Decimal:
        """The value, which has to be a number.

        Raises:
            ValueError: it is a term.
        """
        if self.figure is None:
            raise ValueError(f"{self.param} is {self.value}, which is no number")
        return self.figure


@frozen
class Finding:
    """What one rule found about one participant."""

    rule: str
    verdict: Verdict
    reason: str
    facts: Mapping[str, str]
    values: tuple[UsedValue, ...]
    citations: tuple[Citation, ...]


@frozen
class Awaiting:
    """Something the evaluation needs from somebody. `needs` is a stable code."""

    stage: str
    participant: str | None
    criterion: str | None
    needs: str
    asked: tuple[str, ...] = ()


@frozen
class Notice:
    """Something to know that decides nothing. `audience` is `publik` or `internal`."""

    code: str
    message: str
    participant: str | None = None
    audience: str = field(default="internal")


def said(value: object) -> str:
    """A fact as text: amounts plain, scores with ten decimals, truth in lower case, dates ISO.

    >>> said(Decimal("10.50")), said(True), said(None), said(date(2022, 5, 2))
    ('10.5', 'true', 'null', '2022-05-02')
    """
    return _SAID.get(type(value), str)(value)  # of a term, which is a text as well, the bare word


def _listed(values: Iterable[object]) -> str:
    return ", ".join(map(said, values))


_SAID: Mapping[type, Callable[[Any], str]] = {
    NoneType: lambda _: "null",
    bool: lambda value: str(value).lower(),
    Decimal: plain,
    Fraction: ratio_shown,
    date: date.isoformat,
    datetime: datetime.isoformat,
    tuple: _listed,
    list: _listed,
}


@lru_cache(maxsize=1 << 16)
def natural(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A sort key that puts `p2` before `p10`, and is total.

    >>> sorted(["p10", "p2", "p1"], key=natural)
    ['p1', 'p2', 'p10']
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    key = tuple((0, int(p), "") if p[0] in "0123456789" else (1, 0, p) for p in parts)
    return key, name
