"""Lines that stand on several sheets, and the recapitulation that adds them up."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from tender_desk.schedules.against_document import net_of
from tender_desk.schedules.drafts import Draft
from tender_desk.schedules.foot import Foot
from tender_desk.schedules.lines import Lines
from tender_desk.schedules.rates import Rates
from tender_desk.schedules.schedule_reading import Offer
from tender_desk.schedules.totals import total_at_the_foot
from tender_desk.schedules.uncounted import tell_struck, tell_uncounted
from tender_engine.formats.source import NumberText
from tender_engine.model import HpsLine

__all__ = ["SEPARATOR", "hold_whole", "one_list", "sheets_named", "total_of"]

SEPARATOR = ";"
_Total = tuple[NumberText | None, str]


def sheets_named(said: str) -> list[str]:
    """The sheets that a text names.

    >>> sheets_named("I; II ;II")
    ['I', 'II']
    """
    return [*dict.fromkeys(name for part in said.split(SEPARATOR) if (name := part.strip()))]


def one_list(
    drafts: Sequence[Draft],
) -> tuple[tuple[dict[str, Any], ...], dict[tuple[int, str], str]]:
    """The lines of some sheets, one sheet after the other, and where each value stands."""
    lines: list[dict[str, Any]] = []
    cells: dict[tuple[int, str], str] = {}
    for draft in drafts:
        before = len(lines)
        cells |= {(before + number, key): cell for (number, key), cell in draft.read.cells.items()}
        lines += draft.read.lines
    return tuple(lines), cells


def total_of(
    drafts: Sequence[Draft],
    sums: Sequence[Draft],
    wanted: Sequence[HpsLine],
    rates: Rates,
    offer: Offer,
) -> _Total:
    """The total with PPN that the schedule states, and its cell.

    Every foot is held against its lines. That of a recapitulation states the total of all sheets,
    or the foot of the one sheet on which that is what all of them make.

    Args:
        drafts: the sheets with the lines.
        sums: the recapitulations.
        wanted: the lines of the document.
        rates: what is known of PPN in document and bid.
        offer: what is known of the bid beside its schedule.
    """
    if len(drafts) == 1:
        return _at_foot(drafts[0], [drafts[0].read], rates, offer)
    every = _all_of(drafts)
    found = []
    for draft in drafts:
        total = _at_foot(draft, [draft.read, every], rates, offer)
        if _foot(draft, [every], rates, own=False).sort().totals:
            found.append(total)
    for draft in sums:
        found.append(_at_foot(draft, [every], rates, offer, own=False))
        _hold_parts(draft, drafts, every, wanted, rates)
    found = [total for total in found if total[0] is not None]
    return found[-1] if len({total for total, _ in found}) == 1 else (None, "")


def _all_of(drafts: Sequence[Draft]) -> Lines:
    """The lines of all sheets; where PPN is in the amounts of some, it is in those of the whole."""
    lines, cells = one_list(drafts)
    taxes = next((draft.read.taxes for draft in drafts if draft.read.taxes is not None), None)
    known = frozenset().union(*(draft.read.known for draft in drafts))
    return Lines([*lines], cells, known, taxes)


def _foot(draft: Draft, reads: Sequence[Lines], rates: Rates, *, own: bool = True) -> Foot:
    return Foot(draft.cells, draft.header, draft.rows, reads, rates, own=own)


def _at_foot(
    draft: Draft, reads: Sequence[Lines], rates: Rates, offer: Offer, *, own: bool = True
) -> _Total:
    foot = _foot(draft, reads, rates, own=own)
    if own and not draft.cells.faults:
        unknown = sorted(draft.read.unknown)
        tell_uncounted(draft.cells, draft.header, draft.rows, foot, unknown)
    if own and not draft.cells.faults:
        tell_struck(draft.cells, draft.header, draft.rows, foot)
    return total_at_the_foot(draft.cells, draft.header, draft.rows, foot, offer)


def hold_whole(draft: Draft, sums: Sequence[Draft], rates: Rates) -> None:
    """Tell the recapitulations whose total is more than the one sheet that was read comes to.

    It is called while lines of the document are missing, which such a total may hold.
    """
    for recap in sums:
        foot = _foot(recap, [draft.read], rates, own=False)
        found = foot.sort()
        strays = [*found.claims, *found.sums]
        if foot.priced and strays and not found.totals:
            row = strays[-1].row
            recap.cells.fault("XLS146", row, foot.at(row))
            draft.cells.faults.extend(recap.cells.faults.whole())


def _hold_parts(
    sums: Draft, drafts: Sequence[Draft], every: Lines, wanted: Sequence[HpsLine], rates: Rates
) -> None:
    """Tell the rows of a recapitulation that no sheet comes to, where its whole is none either.

    While lines of the document are missing, a sum of a sheet that was not read may hold them.
    """
    column = sums.header.column("amount_with_vat") or sums.header.column("amount")
    if not column:
        return
    made = [_foot(draft, [draft.read], rates) for draft in drafts]
    repeated = {Fraction(net_of(line) or 0) for line in every.lines}
    repeated |= {Fraction(line["amount"]) for line in every.lines if "amount" in line}
    missing = len(every.known) < len(wanted)
    for row in sums.rows.lines:
        figure = sums.cells.quiet(row, column) or Fraction(0)
        again = any(abs(figure - amount) <= 1 for amount in repeated)
        if not figure or again or any(foot.comes_to(figure) for foot in made):
            continue
        if missing:
            sums.cells.fault("XLS146", row, column)
        else:
            sums.cells.note("total_differs", row, column)
