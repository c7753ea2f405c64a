"""What a passage of a text is called, for a tender of its day and kind: tables beside the law.

A citation is written once, as the text stood that was read. Where that text was amended or has
another annex for another kind of procurement, a table says what the passage is called instead.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import frozen

from tender_engine.findings import READ, Source
from tender_engine.terms import Category, ProcedureName

__all__ = ["DEDUCED", "Amendment", "Bearings", "Instrument", "Renamed", "is_there"]

# The end of a citation that is a reading: the passage does not say it in its words.
DEDUCED = " (disimpulkan)"


@frozen
class Bearings:
    """What of a tender its citations depend on, beside its day; `document` is the number."""

    category: Category
    procedure: ProcedureName
    document: str


@frozen
class Renamed:
    """A row of a table: what was read as `old` is called `new`.

    Args:
        old: the passage as rules and values cite it.
        new: as it is cited; the same where it was read and kept its number.
        source: how well the passage was read as it stands now.
        read: where.
        parts: what stands under it keeps its own letters and numbers. Without, a passage under
            it is called `new` and no more: it was not read, and the citation says less. That it
            is a reading stays said.
        categories: for which kinds of procurement, if not for all.
        procedure: for which procedure, if not for both.
    """

    old: str
    new: str
    source: Source
    read: str
    parts: bool = False
    categories: tuple[Category, ...] = ()
    procedure: ProcedureName | None = None

    def is_for(self, tender: Bearings | None) -> bool:
        """Whether the row counts for `tender`; one for some kinds counts for no unknown one."""
        if tender is None:
            return not self.categories and self.procedure is None
        fits = not self.categories or tender.category in self.categories
        return fits and self.procedure in (None, tender.procedure)

    def holds(self, article: str) -> bool:
        """Whether `article` is the passage, or stands under it."""
        return article == self.old or _is_under(article, self.old)

    def called(self, article: str, source: Source) -> tuple[str, Source]:
        """What `article`, which the row holds, is called, and how well that was read."""
        if article != self.old and not self.parts:
            reading = DEDUCED if article.endswith(DEDUCED) else ""
            return f"{self.new}{reading}", _worse(source, Source.SECONDARY)
        rest = article.removeprefix(self.old)
        return f"{self.new}{rest}".lstrip(" ,"), _worse(source, self.source)

    def shows(self, article: str) -> bool:
        """Whether `article`, as it is called now, was read in its own words."""
        same = article == self.new or (self.parts and _is_under(article, self.new))
        return same and self.source is Source.TEXT


@frozen
class Amendment:
    """A text that changed another from `since` on; `renamed` is what was read of the change.

    What no row names keeps its number, and was not read as it stands now.
    """

    instrument: str
    amends: str
    since: dt.date
    renamed: tuple[Renamed, ...] = ()

    @property
    def read(self) -> tuple[str, ...]:
        """The passages of the amended text whose words were read as they stand now."""
        rows = (row.new for row in self.renamed if row.source is Source.TEXT)
        return tuple(dict.fromkeys(rows))

    def called(self, article: str, source: Source, tender: Bearings | None) -> tuple[str, Source]:
        """What `article` of the amended text is called for `tender`, and how well it was read."""
        row = _longest(self.renamed, article, tender)
        return row.called(article, source) if row else (article, _worse(source, Source.SECONDARY))

    def read_as(self, article: str, source: Source) -> Source:
        """How well `article` was read, of which `source` is said and which has its new number."""
        read = any(row.shows(article) for row in self.renamed)
        return source if read else _worse(source, Source.SECONDARY)


@frozen
class Instrument:
    """A text that is younger than the first regime, has ended, or is laid out by kinds.

    Args:
        name: as it is cited.
        since: from when it can be cited, if not from the first regime on.
        until: from when it is no basis any more, if it has ended.
        why: what says so.
        categories: which kinds of procurement it is about, if not all.
        renamed: its passages that are called otherwise for some kinds of procurement.
    """

    name: str
    since: dt.date = dt.date.min
    until: dt.date | None = None
    why: str = ""
    categories: tuple[Category, ...] = ()
    renamed: tuple[Renamed, ...] = ()

    def is_for(self, tender: Bearings | None) -> bool:
        """Whether it is about `tender`; about an unknown one it may be."""
        return tender is None or not self.categories or tender.category in self.categories

    def has_ended(self, day: dt.date) -> bool:
        """Whether an act of a tender announced on `day` can no longer rest on it."""
        return self.until is not None and self.until <= day

    def is_basis_on(self, day: dt.date) -> bool:
        """Whether an act of a tender announced on `day` can rest on it."""
        return self.since <= day and not self.has_ended(day)

    def called(self, article: str, source: Source, tender: Bearings | None) -> tuple[str, Source]:
        """What `article` is called for `tender`, and how well it was read."""
        row = _longest(self.renamed, article, tender)
        return row.called(article, source) if row else (article, source)


def is_there(instruments: Mapping[str, Instrument], name: str, day: dt.date) -> bool:
    """Whether the text called `name` could be cited on `day`, or could have been before."""
    known = instruments.get(name)
    return known is None or known.since <= day


def _longest(rows: Iterable[Renamed], article: str, tender: Bearings | None) -> Renamed | None:
    """The row that names `article` most closely; one for some kinds goes before one for all."""
    fitting = [row for row in rows if row.holds(article) and row.is_for(tender)]
    return max(
        fitting,
        key=lambda row: (len(row.old), row.procedure is not None, bool(row.categories)),
        default=None,
    )


def _is_under(article: str, passage: str) -> bool:
    return article.startswith((f"{passage} ", f"{passage},"))


def _worse(one: Source, other: Source) -> Source:
    return max(one, other, key=READ.index)
