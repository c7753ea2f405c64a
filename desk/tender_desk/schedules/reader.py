"""Reads the price schedule in a workbook that a bidder sent, and says all that it did."""

import re
from collections.abc import Mapping, Sequence

from attrs import evolve

from tender_desk.ooxml.addresses import column_letter
from tender_desk.ooxml.guard import HostileFileError
from tender_desk.schedules.about import about, columns_of
from tender_desk.schedules.against_document import compared
from tender_desk.schedules.choosing import Choice
from tender_desk.schedules.compute import Computer
from tender_desk.schedules.doubts import tell_doubts, tell_no_prices
from tender_desk.schedules.drafts import Draft, Drafts
from tender_desk.schedules.grid import Grid
from tender_desk.schedules.gross import tell_gross
from tender_desk.schedules.left_out import tell_left_out
from tender_desk.schedules.proportions import tell_factor, tell_other_amounts
from tender_desk.schedules.rates import Rates
from tender_desk.schedules.schedule_reading import Note, Offer, ScheduleReading, reading_key
from tender_desk.schedules.several import SEPARATOR, hold_whole, one_list, sheets_named, total_of
from tender_desk.schedules.unread import tell_unread
from tender_engine.faults import Fault, Spot
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["read_schedule"]

_MOST_SHEETS_NAMED = 12
# Codes of the guard that stand for too much, or too much of another kind, in an honest file: what
# is advised for files of our own is not for those of a bidder, which stay as they are.
_TOO_MUCH = ("XLS007", "XLS012", "XLS015", "XLS016", "XLS017", "XLS020")
_ANALYSIS = re.compile(
    r"\b(anali[sz]\w*|ahsp?|hsp|hsd|ahs\w*|koefisien|harga (satuan )?(dasar|bahan|upah|alat)|bahan"
    r"|material|upah|tenaga|peralatan|backup|back up)\b"
)
_OF_A_LINE = ("quantity", "unit_price", "unit_price_with_vat")


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
        sheet: the sheet to read, or several with a semicolon between, whose lines are one list;
            without it, the one of those shown that is priced and has volumes and amounts for most
            of the lines, or those that hold each line once between them.
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
        self._name, self._lines, self._offer = name, lines, offer
        self._rates = Rates.of(lines, offer)
        computer = Computer(self._grid)
        self._drafts = Drafts(self._grid, computer, name, lines, self._rates)

    def reading(self, sheet: str | None) -> ScheduleReading:
        """The whole reading."""
        if sheet is not None:
            return self._named(self._names(sheet))
        every = range(len(self._grid.titles))
        drafts = self._drafts.each(every)
        # What is hidden is no bid, unless somebody names it.
        shown = [draft for draft in drafts if not draft.cells.sheet.hidden]
        if not shown:
            return _nothing(self._fault("XLS050", sheets=_listed(self._grid.titles)))
        if together := self._together(shown):
            rest = [d for d in drafts if d.title not in {draft.title for draft in together}]
            return self._told(together, rest, alone=False)
        hidden = [draft for draft in drafts if draft.cells.sheet.hidden]
        choice = Choice(shown, hidden, self._lines)
        if faults := self._rivals(choice):
            return _nothing(*faults)
        rest = [draft for draft in drafts if draft is not choice.best]
        return self._told([choice.best], rest, alone=False)

    def _names(self, said: str) -> list[str]:
        """The sheets that are named, which may be one with a semicolon in its name."""
        if self._grid.index(said) is not None:
            return [said]
        return sheets_named(said)

    def _named(self, names: Sequence[str]) -> ScheduleReading:
        """The reading of the sheets that people named, and of no other."""
        titles = self._grid.titles
        found = {name: self._grid.index(name) for name in names}
        if unknown := [name for name, index in found.items() if index is None]:
            return _nothing(
                *(self._fault("XLS052", found=name, sheets=_listed(titles)) for name in unknown)
            )
        indexes = sorted({index for index in found.values() if index is not None})
        each = self._drafts.each(indexes)
        headed = {draft.cells.sheet.index for draft in each}
        if without := [titles[index] for index in indexes if index not in headed]:
            return _nothing(self._fault("XLS050", sheets=_listed(without)))
        if len(each) == 1:
            return self._told(each, [])
        others = [index for index in range(len(titles)) if index not in indexes]
        listing = [d for d in without_recaps(each) if not d.only_sums]
        sums = [d for d in each if d not in listing]
        beside = [d for d in self._drafts.each(others) if not d.cells.sheet.hidden]
        whole = without_recaps([*listing, *beside])
        sums += [d for d in beside if d.only_sums or d not in whole]
        lists = [d.cells.sheet.index for d in listing]
        return self._told(self._drafts.joined(lists or indexes), sums if lists else [])

    def _together(self, shown: Sequence[Draft]) -> list[Draft]:
        """The sheets that hold the document's lines between them, and each of them once.

        That is beyond doubt where every line is there, no row is anything else, and none of the
        sheets can be read otherwise; else people have to name them.
        """
        lists = [draft for draft in without_recaps(shown) if draft.read.known]
        count = sum(len(draft.read.known) for draft in lists)
        every = frozenset().union(*(draft.read.known for draft in lists))
        if len(lists) < 2 or count > len(every):
            return []
        joined = self._drafts.joined([draft.cells.sheet.index for draft in lists])
        told = [line for draft in joined for line in draft.read.lines]
        whole = len(told) == len(self._lines) and not any(line.get("extra") for line in told)
        return joined if whole else []

    def _rivals(self, choice: Choice) -> list[Fault]:
        """The fault that others of the sheets may be the bid, or price its lines differently."""
        sheets, lines = choice.rivals()
        told = _listed([draft.title for draft in sheets])
        if lines:
            return [self._fault("XLS085", sheets[0], sheets=told, lines=_listed(lines))]
        return [self._fault("XLS051", sheets[0], sheets=told)] if sheets else []

    def _fault(self, code: str, at: Draft | None = None, **params: str) -> Fault:
        """A fault of the file, or of the titles of one of its sheets."""
        if at is None:
            return Fault(code, (), params, spot=Spot(file=self._name))
        row, column = at.header.first, at.header.column("description")
        order = (at.cells.sheet.index, row, column)
        spot = Spot(file=self._name, cell=at.cells.at(row, column), order=order)
        return Fault(code, (), params, spot=spot)

    def _told(
        self, drafts: Sequence[Draft], others: Sequence[Draft], *, alone: bool = True
    ) -> ScheduleReading:
        """What sheets were read as, beside others with the headers of a schedule.

        `alone` tells that people named the sheets, so that no other may hold lines of the list.
        """
        for draft in drafts:
            self._tell(draft)
        first = drafts[0].cells
        known = frozenset().union(*(draft.read.known for draft in drafts))
        for other in others:
            if elsewhere := sorted(other.read.known - known):
                told = _listed(elsewhere)
                first.faults.append(self._fault("XLS053", other, sheet=other.title, lines=told))
        for other in [] if alone else beside_the_list(drafts, others):
            first.faults.append(self._fault("XLS165", other, sheet=other.title))
        if not any(draft.cells.faults for draft in drafts):
            self._look_elsewhere(drafts, [] if alone else others, alone=alone)
        tell_gross(drafts, self._rates, self._offer)
        lines, cells = one_list(drafts)
        if not lines and not first.faults:
            first.faults.append(self._fault("XLS074", drafts[0], sheets=_titles(drafts)))
        sums = self._sums(drafts, others) if len(drafts) > 1 else []
        total, total_cell = total_of(drafts, sums, self._lines, self._rates, self._offer)
        read = [*drafts, *sums]
        return ScheduleReading(
            sheet=_titles(drafts),
            lines=lines,
            cells=cells,
            schedule_total=total,
            schedule_total_cell=total_cell,
            columns=columns_of(drafts),
            rows=tuple(row for draft in drafts for row in draft.rows.skipped),
            notes=(
                *self._about_sheets(drafts, others),
                *(note for draft in drafts for note in about(draft)),
                *(note for draft in read for note in draft.cells.notes),
            ),
            faults=tuple(fault for draft in read for fault in draft.cells.faults.whole()),
        )

    def _sums(self, drafts: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
        """The recapitulations of some sheets, which may repeat their lines."""
        lists = without_recaps([*drafts, *others])
        recaps = [draft for draft in others if draft.only_sums or draft not in lists]
        return [self._drafts.sums(draft) for draft in recaps]

    def _look_elsewhere(
        self, drafts: Sequence[Draft], others: Sequence[Draft], *, alone: bool
    ) -> None:
        """Tell of other places that may hold lines that are missing; only then they are opened."""
        known = frozenset().union(*(draft.read.known for draft in drafts))
        missing = [line for line in self._lines if line.id not in known]
        if not missing:
            return
        read = {draft.cells.sheet.index for draft in drafts}
        unread = [] if alone else [i for i in range(len(self._grid.titles)) if i not in read]
        tell_left_out(drafts, [self._drafts.cells(index) for index in unread], missing)
        if len(drafts) == 1:
            recaps = [d for d in others if d.only_sums and not d.cells.sheet.hidden]
            hold_whole(drafts[0], [self._drafts.sums(draft) for draft in recaps], self._rates)

    def _tell(self, draft: Draft) -> None:
        """Tell what makes the reading of a sheet doubtful."""
        cells, header = draft.cells, draft.header
        for role, columns in header.doubled:
            if _same_figures(draft, columns):
                continue
            letters = ", ".join(map(column_letter, columns))
            cells.fault("XLS054", header.last, columns[-1], columns=letters, role=role)
        if (taxed := header.column("unit_price_with_vat")) and not header.column("unit_price"):
            cells.fault("XLS076", header.last, taxed, column=column_letter(taxed))
        if cells.sheet.beyond is not None:
            cells.fault("XLS143", *cells.sheet.beyond)
        tell_doubts(cells, header, draft.rows, draft.read.lines, self._lines)
        tell_unread(cells, header, draft.rows, draft.read.lines, self._lines)
        if not cells.faults:
            tell_factor(cells, header, draft.read.lines)
        if not cells.faults:
            tell_other_amounts(cells, header, draft.rows, draft.read.lines, self._rates)
        tell_no_prices(cells, header, draft.read.lines, self._offer.multiplied)

    def _about_sheets(self, drafts: Sequence[Draft], others: Sequence[Draft]) -> list[Note]:
        notes = []
        if others:
            told = _listed([other.title for other in others])
            notes.append(Note("sheet", "", {"sheet": _titles(drafts), "others": told}))
        for title, hidden in zip(self._grid.titles, self._grid.hidden, strict=True):
            if hidden:
                notes.append(Note("hidden_sheet", "", {"sheet": title}))
        return notes


def _same_figures(draft: Draft, columns: Sequence[int]) -> bool:
    """Whether each line has the same figure in all of some columns: no matter which counts."""
    said = [{draft.cells.quiet(row, c) for c in columns} for row in draft.rows.lines]
    return bool(said) and all(len(figures) == 1 and None not in figures for figures in said)


def _titles(drafts: Sequence[Draft]) -> str:
    return f"{SEPARATOR} ".join(draft.title for draft in drafts)


def _listed(names: Sequence[str]) -> str:
    more = ", ..." if len(names) > _MOST_SHEETS_NAMED else ""
    return ", ".join(names[:_MOST_SHEETS_NAMED]) + more


def without_recaps(drafts: Sequence[Draft]) -> list[Draft]:
    """The sheets that list lines: no recapitulation, which has only amounts of what others list."""
    lists = [draft for draft in drafts if _roles(draft) & {*_OF_A_LINE}]
    listed = frozenset().union(*(draft.read.known for draft in lists))
    return [d for d in drafts if d in lists or not d.read.known or d.read.known - listed]


def beside_the_list(drafts: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
    """Other sheets under the titles of the list, with whole rows that no line of the document is.

    They may be lines of the bidder's own; an analysis of prices has other titles, or says so.
    """
    heads = [_titled(draft) for draft in drafts]
    return [
        draft
        for draft in others
        if not draft.cells.sheet.hidden and not draft.read.known
        if _titled(draft) in heads and _is_offered(draft) and not _is_analysis(draft)
    ]


def _is_analysis(draft: Draft) -> bool:
    """Whether the name of a sheet, or what stands above its headers, says what prices rest on."""
    above = [row.text for row in draft.rows.skipped if row.why == "di_atas"]
    return any(_ANALYSIS.search(plain_words(text)) for text in (draft.title, *above))


def _titled(draft: Draft) -> Mapping[str, str]:
    """The role of each column by the words of its title."""
    titles = draft.header.titles
    return {plain_words(titles.get(c, "")): role for c, role in draft.header.roles.items()}


def _is_offered(draft: Draft) -> bool:
    columns = [draft.header.column(role) for role in ("quantity", "unit_price")]
    return all(columns) and any(
        all(not draft.cells.empty(row, column) for column in columns) for row in draft.rows.lines
    )


def _roles(draft: Draft) -> set[str]:
    return {*draft.header.roles.values()}
