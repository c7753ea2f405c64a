"""Which sheet of a file is the bid's schedule, and whether another one may be it as well.

A file holds more than the schedule: lists of basic prices, the owner's estimate, a survey. Each may
name every line and price it, where the bid's own sheet has cells that cannot be read. So a sheet
stays in the choice by what it sets out to be, not by what could be read of it, and where two may be
the bid's, people say which.
"""

from collections.abc import Sequence
from fractions import Fraction

from tender_desk.schedules.drafts import Draft
from tender_desk.schedules.titles import is_the_owners, read_title
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["Choice"]

_MOST_WORDS = 6


class Choice:
    """Chooses among the sheets that are shown; `hidden` are the others.

    Args:
        shown: those with the headers of a schedule, one at least.
        hidden: those with such headers that nobody sees.
        wanted: the lines of the document.
    """

    def __init__(
        self, shown: Sequence[Draft], hidden: Sequence[Draft], wanted: Sequence[HpsLine]
    ) -> None:
        self._shown, self._hidden = shown, hidden
        self._wanted = wanted
        most = max(len(draft.read.known) for draft in shown)
        contenders = [draft for draft in shown if self._contends(draft, most)]
        self._contenders = contenders or [*shown]
        self.best = max(self._contenders, key=_strength)

    def rivals(self) -> tuple[list[Draft], list[str]]:
        """The sheets of which none is surely the bid's, and the lines on which they part.

        Without lines they are equally good; without sheets there is no doubt.
        """
        best = self.best
        against = [d for d in self._shown if d is not best and self._against(d)]
        if _owner_headed(best):
            against += [d for d in self._hidden if _priced(d) and d.read.known]
        if against:
            one = [best, *against]
            told = [draft for draft in self._shown if draft in one]
            told += [draft for draft in self._hidden if draft in one]
            return told, self._lines(against)
        equal = [draft for draft in self._contenders if _strength(draft) == _strength(best)]
        equal = [draft for draft in equal if draft is best or not _says_the_same(best, draft)]
        return (equal if len(equal) > 1 else []), []

    def _lines(self, against: Sequence[Draft]) -> list[str]:
        """The lines with other prices, or else all that one of the sheets is not read to price."""
        lines = {line for draft in against for line in priced_otherwise(self.best, draft)}
        drafts = [self.best, *against]
        every = {line.id for line in self._wanted}
        missing = {name for draft in drafts for name in every - _read_prices(draft)}
        return sorted(lines or missing or every)

    def _contends(self, draft: Draft, most: int) -> bool:
        """Whether a sheet holds enough to be the bid: half as many lines as the fullest one.

        Where it has none of their words, half of their volumes count instead.
        """
        if draft.read.known and 2 * len(draft.read.known) >= most:
            return True
        column = draft.header.column("quantity")
        if not column or not _formed(draft):
            return False
        found = {draft.cells.quiet(row, column) for row in draft.rows.lines}
        # One of something says nothing of what it is.
        volumes = {line.quantity for line in self._wanted} - {1}
        return bool(volumes) and 2 * len(volumes & found) >= len(volumes)

    def _against(self, other: Draft) -> bool:
        """Whether a sheet may be the bid's as well as the best, and is not the same."""
        best = self.best
        # A heading alone may be that of the owner's form, into which the bid was written.
        if _plainly_the_bids(best, self._wanted) and _says_owner(other.title):
            return False
        if not _formed(other) and _computed_from(best, other):
            return False
        if priced_otherwise(best, other):
            return True
        if other not in self._contenders or not _price_columns(other):
            return False
        both = best.read.known & other.read.known
        if best.read.known and other.read.known and not both:
            # Parts of one list, perhaps: that some lines stand elsewhere is told as such.
            return False
        if _formed(other) and not _formed(best):
            return True
        if not _priced(other) or not _formed(other):
            return False
        if _owner_headed(other):
            return _owner_headed(best)
        return bool(both) and (bool(other.cells.faults) or _unlike(best, other))


def _says_the_same(draft: Draft, other: Draft) -> bool:
    """Whether two sheets have the same lines without a doubt, and the same foot if any."""
    one, two = ([_at_foot(d, row.row) for row in d.rows.footer] for d in (draft, other))
    doubted = draft.cells.faults or other.cells.faults
    same = draft.read.lines == other.read.lines and (not one or not two or one == two)
    return bool(draft.read.lines) and same and not doubted


def _at_foot(draft: Draft, row: int) -> list[Fraction | None]:
    columns = map(draft.header.column, ("amount", "amount_with_vat"))
    return [draft.cells.quiet(row, column) for column in columns if column]


def _plainly_the_bids(draft: Draft, wanted: Sequence[HpsLine]) -> bool:
    """Whether a sheet that is not the owner's has each line and most prices, and no doubt."""
    whole = len(draft.read.known) == len(wanted) < 2 * len(_read_prices(draft))
    return whole and _formed(draft) and not draft.cells.faults and not _owner_headed(draft)


def _computed_from(draft: Draft, other: Draft) -> bool:
    """Whether each price of a sheet is computed from another one, which lists what it rests on."""
    column, rows = draft.header.column("unit_price"), draft.rows.lines
    return bool(rows and column) and all(
        draft.cells.names_sheet(row, column, other.title) for row in rows
    )


def _owner_headed(draft: Draft) -> bool:
    """Whether its name, or a heading that stands alone above the header, says it is the owner's."""
    cells, header = draft.cells, draft.header
    by_row = cells.sheet.rows()
    above = [
        cells.text(row, next(iter(by_row[row])))
        for row in range(1, header.first)
        if len(by_row.get(row, ())) == 1
    ]
    return any(map(_says_owner, (draft.title, *above)))


def _says_owner(text: str) -> bool:
    """Whether a heading is the owner's; a budget is what a bidder calls the own schedule too."""
    words = [word for word in plain_words(text).split() if word != "anggaran"]
    # What names a value of the package is no heading of a list.
    if len(words) > _MOST_WORDS or ":" in text or {"nilai", "pagu", "dpa"} & {*words}:
        return False
    return is_the_owners(" ".join(words)) and not read_title(text).offered


def priced_otherwise(draft: Draft, other: Draft) -> list[str]:
    """The lines of the document that two sheets price differently."""
    one, two = ({line["id"]: line for line in d.read.lines} for d in (draft, other))
    return [
        name
        for name in sorted(draft.read.known & other.read.known)
        if any(
            None not in (one[name].get(key), two[name].get(key))
            and one[name].get(key) != two[name].get(key)
            for key in ("unit_price", "amount")
        )
    ]


def _strength(draft: Draft) -> tuple[bool, bool, bool, int, int]:
    """What makes one sheet likelier the bid than another, the weightiest first.

    It prices lines, is not the owner's, is made to be summed; then, how many lines it knows.

    A curve S names the same lines, and no unit prices; a list of prices has neither volumes nor
    amounts, however many lines it names.
    """
    beside = {*draft.header.roles.values()} & {"quantity", "amount", "amount_with_vat"}
    known = len(draft.read.known)
    return _priced(draft), not _owner_headed(draft), _formed(draft), known, len(beside)


def _formed(draft: Draft) -> bool:
    """Whether it is made to be multiplied and summed: volumes, and amounts or sums at its foot."""
    roles = {*draft.header.roles.values()}
    summed = roles & {"amount", "amount_with_vat"} or draft.rows.footer
    return "quantity" in roles and bool(summed)


def _priced(draft: Draft) -> bool:
    """Whether anything stands where its prices do, be it readable or not."""
    columns = _price_columns(draft)
    return any(
        not draft.cells.unsaid(row, column) for row in draft.rows.lines for column in columns
    )


def _price_columns(draft: Draft) -> list[int]:
    found = map(draft.header.column, ("unit_price", "unit_price_with_vat"))
    return [column for column in found if column]


def _read_prices(draft: Draft) -> set[str]:
    return {line["id"] for line in draft.read.lines if line.get("unit_price") is not None}


def _unlike(best: Draft, other: Draft) -> bool:
    """Whether each has lines that the other has not."""
    one, two = best.read.known, other.read.known
    return bool(one - two) and bool(two - one)
