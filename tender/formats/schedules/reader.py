"""Reads the price schedule in a workbook that a bidder sent, and says all that it did."""

from collections.abc import Sequence

from attrs import evolve, frozen

from tender.faults import Fault, Spot
from tender.formats.excel.addresses import column_letter
from tender.formats.excel.guard import HostileFileError
from tender.formats.schedules.cells import Cells
from tender.formats.schedules.columns import settled
from tender.formats.schedules.comparing import compared
from tender.formats.schedules.compute import Computer
from tender.formats.schedules.doubts import tell_doubts
from tender.formats.schedules.foot import Foot
from tender.formats.schedules.grid import Grid
from tender.formats.schedules.headers import Header, find_header
from tender.formats.schedules.inferring import inferred
from tender.formats.schedules.lines import Lines, SheetRows, read_lines
from tender.formats.schedules.rates import Rates
from tender.formats.schedules.reading import (
    Note,
    Offer,
    ReadColumn,
    ScheduleReading,
    reading_key,
)
from tender.formats.schedules.rows import Rows, sort_rows
from tender.formats.schedules.titles import plain_words
from tender.formats.schedules.totals import total_at_the_foot
from tender.formats.schedules.unread import tell_unread
from tender.formats.source import NumberText
from tender.model import HpsLine

__all__ = ["read_schedule"]

_MOST_SHEETS_NAMED = 12
# Codes of the guard that stand for too much, or too much of another kind, in an honest file: what
# is advised for files of our own is not for those of a bidder, which stay as they are.
_TOO_MUCH = ("XLS007", "XLS012", "XLS015", "XLS016", "XLS017", "XLS020")


@frozen
class _Draft:
    """One sheet as it was read."""

    cells: Cells
    header: Header
    rows: Rows
    read: Lines


def read_schedule(
    data: bytes,
    name: str,
    lines: Sequence[HpsLine],
    *,
    sheet: str | None = None,
    offer: Offer = Offer(),  # noqa: B008 - nothing changes it
) -> ScheduleReading:
    """The price lines in a bidder's own workbook, with all that was read and left.

    Args:
        data: the bytes of the file.
        name: the file as faults name it.
        lines: the lines of the HPS.
        sheet: the sheet to read; without it, the one of those shown that has most of the lines.
        offer: what is known of the bid beside its schedule.

    A hostile file, as any other fault, is in the `faults` of what is returned.
    """
    try:
        reading = _Reader(data, name, lines, offer).reading(sheet)
        if reading.lines:
            reading = evolve(reading, compared=compared(reading.lines, lines))
    except HostileFileError as error:
        code, params = error.code, error.params
        if code in _TOO_MUCH:
            code, params = "XLS144", {"part": params.get("part", "")}
        reading = _nothing(Fault(code, (), params, spot=Spot(file=name)))
    return evolve(reading, key=reading_key(data, reading, offer))


def _nothing(*faults: Fault) -> ScheduleReading:
    return ScheduleReading("", (), {}, None, "", (), (), (), faults)


class _Reader:
    """Reads one file against the lines of one document."""

    def __init__(self, data: bytes, name: str, lines: Sequence[HpsLine], offer: Offer) -> None:
        self._grid = Grid(data)
        self._computer = Computer(self._grid)
        self._name, self._lines, self._offer = name, lines, offer
        self._rates = Rates.of(lines, offer)
        self._known = frozenset(plain_words(line.description) for line in lines)
        self._ids = frozenset(plain_words(line.id) for line in lines)

    def reading(self, sheet: str | None) -> ScheduleReading:
        """The whole reading."""
        titles = self._grid.titles
        if sheet is not None:
            index = self._grid.index(sheet)
            if index is None:
                return _nothing(self._fault("XLS052", found=sheet, sheets=_listed(titles)))
            candidates = [index]
        else:
            candidates = list(range(len(titles)))
        drafts = [draft for index in candidates if (draft := self._draft(index)) is not None]
        # What is hidden is no bid, unless somebody names it.
        shown = [draft for draft in drafts if sheet is not None or not draft.cells.sheet.hidden]
        if not shown:
            told = _listed([titles[index] for index in candidates])
            return _nothing(self._fault("XLS050", sheets=told))
        best = max(shown, key=_strength)
        if faults := self._rivals(best, shown):
            return _nothing(*faults)
        return self._told(best, [draft for draft in drafts if draft is not best])

    def _rivals(self, best: _Draft, shown: Sequence[_Draft]) -> list[Fault]:
        """The fault that others of the sheets may be the bid, or price its lines differently."""
        lines = {line for draft in shown for line in _priced_otherwise(best, draft)}
        against = [draft for draft in shown if draft is best or _priced_otherwise(best, draft)]
        equal = [draft for draft in shown if _strength(draft) == _strength(best)]
        told = _listed([draft.cells.sheet.title for draft in (against if lines else equal)])
        if lines:
            return [self._fault("XLS085", sheets=told, lines=_listed(sorted(lines)))]
        return [self._fault("XLS051", sheets=told)] if len(equal) > 1 else []

    def _fault(self, code: str, **params: str) -> Fault:
        return Fault(code, (), params, spot=Spot(file=self._name))

    def _draft(self, index: int) -> _Draft | None:
        """A sheet as a price schedule; `None` if it has no header of one."""
        if find_header(self._grid.head(index)) is None:
            return None
        cells = Cells(self._grid, self._computer, index, self._name)
        header = find_header(self._grid.head(index), cells.merged)
        if header is None:
            return None
        header = settled(cells, header, self._known)
        rows = sort_rows(cells, header, self._known, self._ids)
        known = inferred(cells, header, rows)
        if known is not header:
            # What was doubted for want of that column is looked at anew.
            cells = Cells(self._grid, self._computer, index, self._name)
            header = settled(cells, known, self._known)
            rows = sort_rows(cells, header, self._known, self._ids)
        (read,) = read_lines([SheetRows(cells, header, rows)], self._lines, self._rates)
        return _Draft(cells, header, rows, read)

    def _told(self, draft: _Draft, others: Sequence[_Draft]) -> ScheduleReading:
        cells, header = draft.cells, draft.header
        for role, columns in header.doubled:
            letters = ", ".join(map(column_letter, columns))
            cells.fault("XLS054", header.last, columns[-1], columns=letters, role=role)
        if (taxed := header.column("unit_price_with_vat")) and not header.column("unit_price"):
            cells.fault("XLS076", header.last, taxed, column=column_letter(taxed))
        if cells.sheet.beyond is not None:
            cells.fault("XLS143", *cells.sheet.beyond)
        tell_doubts(cells, header, draft.rows, draft.read.lines, self._lines)
        tell_unread(cells, header, draft.rows, draft.read.lines)
        for other in others:
            if elsewhere := sorted(other.read.known - draft.read.known):
                title, told = other.cells.sheet.title, _listed(elsewhere)
                cells.faults.append(self._fault("XLS053", sheet=title, lines=told))
        if not draft.read.lines and not cells.faults:
            cells.faults.append(self._fault("XLS074", sheets=cells.sheet.title))
        total, total_cell = self._total(draft)
        return ScheduleReading(
            sheet=cells.sheet.title,
            lines=tuple(draft.read.lines),
            cells=draft.read.cells,
            schedule_total=total,
            schedule_total_cell=total_cell,
            columns=_columns(header),
            rows=draft.rows.skipped,
            notes=(*self._about_sheets(draft, others), *_about(draft), *cells.notes),
            faults=cells.faults.whole(),
        )

    def _total(self, draft: _Draft) -> tuple[NumberText | None, str]:
        """The total at the foot, which is held against the lines."""
        foot = Foot(draft.cells, draft.header, draft.rows, draft.read, self._rates)
        return total_at_the_foot(draft.cells, draft.header, draft.rows, foot, self._offer)

    def _about_sheets(self, draft: _Draft, others: Sequence[_Draft]) -> list[Note]:
        notes = []
        if others:
            told = _listed([other.cells.sheet.title for other in others])
            notes.append(Note("sheet", "", {"sheet": draft.cells.sheet.title, "others": told}))
        for title, hidden in zip(self._grid.titles, self._grid.hidden, strict=True):
            if hidden:
                notes.append(Note("hidden_sheet", "", {"sheet": title}))
        return notes


def _strength(draft: _Draft) -> tuple[int, bool]:
    """How many lines of the document a sheet has, and whether it prices any.

    A curve S names the same lines, and no unit prices.
    """
    priced = any(line.get("unit_price") is not None for line in draft.read.lines)
    return len(draft.read.known), priced


def _priced_otherwise(draft: _Draft, other: _Draft) -> list[str]:
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


def _listed(names: Sequence[str]) -> str:
    more = ", ..." if len(names) > _MOST_SHEETS_NAMED else ""
    return ", ".join(names[:_MOST_SHEETS_NAMED]) + more


def _columns(header: Header) -> tuple[ReadColumn, ...]:
    return tuple(
        ReadColumn(column_letter(column), " ".join(title.split()), header.roles.get(column, ""))
        for column, title in sorted(header.titles.items())
    )


def _about(draft: _Draft) -> list[Note]:
    """What is hidden, merged or headed oddly in the part of the sheet that was read."""
    cells, header, layout = draft.cells, draft.header, draft.cells.sheet.layout
    rows = set(draft.rows.lines) | {row.row for row in draft.rows.footer}
    notes = [
        Note("owner_column", cells.at(header.last, column), {"column": column_letter(column)})
        for column in header.owner
    ]
    notes += [
        Note("hidden_row", cells.at(row, 1), {"row": f"{row}"})
        for row in sorted(rows & layout.hidden_rows)
    ]
    notes += [
        Note("hidden_column", cells.at(header.last, column), {"column": column_letter(column)})
        for column in sorted(header.roles.keys() & layout.hidden_columns)
    ]
    notes += [
        Note("merged", cells.at(area.top, area.left), {"range": area.name})
        for area in cells.merged
        if any(area.top <= row <= area.bottom for row in draft.rows.lines)
    ]
    if header.inferred:
        place = cells.at(header.last, header.inferred)
        notes.append(Note("by_figures", place, {"column": column_letter(header.inferred)}))
    if cells.computed:
        notes.append(Note("computed", "", {"count": f"{cells.computed}"}))
    if draft.read.taxes is not None:
        column = header.column("amount") or header.column("amount_with_vat")
        notes.append(Note("net_of_vat", cells.at(header.last, column), {}))
    return notes
