"""The price sheets of a workbook: whose each is, and whether its lines stand on their rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve

from tender_desk.ooxml.addresses import cell_name, listed
from tender_desk.schedules.schedule_reading import SkippedRow
from tender_desk.workbook.kinds import FLAG, TEXT, CellError, Kind
from tender_desk.workbook.kinds.codes import tell_numeric_codes
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.filled import REPEATED
from tender_desk.workbook.layouts.layout import WHO
from tender_desk.workbook.layouts.tables import PRICES
from tender_desk.workbook.layouts.tables_bids import HPS
from tender_desk.workbook.off_place.agreeing import AtOdds, at_odds
from tender_desk.workbook.off_place.displaced import COLUMNS, OVER_HEADS, columns_shown
from tender_desk.workbook.off_place.pasted import block_of
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.rows import Entry, read_table
from tender_desk.workbook.reading.sheet_cells import (
    Cells,
    heads,
    labelled,
    likely,
    read_cell,
    title_key,
)
from tender_engine.faults import Fault, Noted, Spot

__all__ = ["PriceSheets"]

_LINE = (HPS.name, "Kode")
_COLUMNS = {column.key[0]: column.title for column in PRICES.columns}
_TITLES = {title_key(column.title): column for column in PRICES.columns}


class PriceSheets:
    """Reads price sheets beside what the workbook says of the document and of those who bid.

    The codes of the document's lines are `sure` unless Excel may have changed one of them; while
    two lines share one, which of both a row is held against says nothing of its place.
    """

    def __init__(
        self,
        value: Mapping[str, Any],
        resolver: Resolver,
        local: Local,
        faults: Noted,
        *,
        sure: bool,
    ) -> None:
        self._resolver = resolver
        self._hps: Mapping[str, Any] = value["tender"].get("hps", {})
        self._lines: Sequence[Mapping[str, Any]] = self._hps.get("lines", ())
        self._shown = {
            line.get("id"): [(key, line.get(key)) for key in REPEATED] for line in self._lines
        }
        self._words = {
            line["id"]: str(line.get("description", "")) for line in self._lines if line.get("id")
        }
        self._bidders = {who.get("id", ""): who for who in value.get("participants", ())}
        self._local, self._faults = local, faults
        self._sure = sure and _each_once([line.get("id") for line in self._lines])
        # By column, of each sheet that is held against the document: what is another, by its line.
        self._held: dict[str, list[tuple[Mapping[str, Any], Sequence[Fault]]]] = {}
        # By bidder, the first sheet of it and the lines that were read.
        self._read: dict[str, tuple[str, frozenset[str]]] = {}
        self.skipped: list[SkippedRow] = []
        # The lines of the first sheet with any, with what they repeat of the document's.
        self.first: Sequence[Mapping[str, Any]] = ()

    def entries(self, cells: Cells) -> Iterable[Entry]:
        """The lines on a sheet, under the id of its bidder; none if nothing was begun there."""
        cells = cells.held(_TITLES)
        about, spot = self._about(cells)
        price = self._bidders.get(about, {}).get("price") or {}
        words = self._resolver.by_code(_LINE, self._words)
        block = block_of(cells, PRICES, words, (price, self._hps), sealed=True)
        entries = (
            []
            if block.displaced
            else [
                resolved
                for entry in read_table(cells, PRICES, self._local, self._faults, block.rows)
                if (resolved := self._named(entry))
            ]
        )
        if not entries and not block.displaced:
            return ()  # a sheet that was laid out for a bidder who may never come
        if about not in self._bidders:
            if over := [fault for fault in block.faults if fault.code == OVER_HEADS]:
                self._faults.extend(over)  # it may stand over the bidder's code too
            else:
                self._tell_nobody(cells, about, spot)
            return ()
        if self._is_second(about, entries, spot):
            return ()
        ids = {_LINE: [*self._words]}
        doubted = not block.displaced and tell_numeric_codes(cells, PRICES, ids, self._faults)
        self._faults.extend(block.faults)
        codes = [entry.said.get("id") for entry in entries]
        self.first = self.first or [{**entry.said} for entry in entries]
        if self._sure and not doubted and _each_once(codes):  # else whose they are is not known yet
            odd = at_odds(self._lines, [entry.said for entry in entries])
            if odd.volumes and not any("unit_price" in entry.said for entry in entries):
                self._tell_prices_as_volumes(cells, [entries[number] for number in odd.volumes])
                return ()
            self._hold(cells, entries, odd)
        self.skipped += block.skipped
        # What a line repeats of the document is no word of the bidder's.
        for entry in entries:
            for key, text in self._shown.get(entry.said.get("id"), ()):
                if entry.said.get(key) == text:
                    entry.said.pop(key, None)
        # Lines that were only laid out say nothing as long as no price of them is there.
        begun = any(entry.said.keys() - {"id"} for entry in entries)
        return [evolve(entry, above=(about,)) for entry in entries] if begun else ()

    def _named(self, entry: Entry) -> Entry | None:
        """A line under the code of the document's; the bidder's own stands under its own code."""
        return entry if entry.said.get("extra") else self._resolver.resolved(PRICES, entry)

    def _is_second(self, about: str, entries: Sequence[Entry], spot: Spot) -> bool:
        """Whether another sheet has a line of these for the same bidder, which is told."""
        codes = {str(entry.said.get("id")) for entry in entries if entry.said.keys() - {"id"}}
        other, known = self._read.get(about, ("", frozenset()))
        if codes & known:
            self._faults.append(Fault("XLS225", (), {"found": about, "sheet": other}, spot=spot))
            return True
        self._read[about] = (other or spot.cell.rpartition("!")[0], frozenset(known | codes))
        return False

    def _tell_nobody(self, cells: Cells, about: str, spot: Spot) -> None:
        if not about:
            code, params = "XLS041", {"title": names.ABOUT}
            if found := self._farther_right(cells, spot):
                code = "XLS236"
                params |= {"found": found, "cell": spot.cell.rpartition("!")[2]}
            self._faults.append(Fault(code, (), params, spot=spot))
            return
        try:
            self._resolver.code(WHO, about)
        except CellError as error:
            self._faults.append(Fault(error.code, (), error.params, spot=spot))
            return
        by_word = {str(who.get("name")): name for name, who in self._bidders.items()}
        by_word |= {name: name for name in self._bidders}
        known = str(by_word.get(likely(self._faults, about, by_word), ""))
        params = {"title": names.ABOUT, "found": about, "known": known}
        self._faults.append(Fault("XLS026", (), params, spot=spot))

    def _farther_right(self, cells: Cells, spot: Spot) -> str:
        """The cell farther right in which the first code or name of a bidder in the row stands.

        Where that stands in its own cell, what is lost is the word before it.
        """
        _, row, column = spot.order
        filled = next((there for number, there in cells.first if number == row), ())
        for cell in filled:
            try:
                code = self._resolver.code(WHO, str(cell.value).strip())
            except CellError:
                continue
            if code in self._bidders:
                return cell_name(row, cell.column) if cell.column > column else ""
        return ""

    def tell_order(self) -> None:
        """Tell of lines at odds with the document; once of itself, if all sheets agree."""
        titles, lines, count = [], dict[str, None](), 0
        for title, sheets in self._held.items():
            odd = _of_all([said for said, _ in sheets])
            if odd and all(len(said) < 2 * len(odd) for said, _ in sheets):
                titles.append(title)
                lines |= dict.fromkeys(odd)
                count = max(count, len(sheets))
            else:
                self._faults.extend(fault for _, faults in sheets for fault in faults)
        if titles:
            params = {"title": ", ".join(titles), "lines": listed([*lines]), "sheets": f"{count}"}
            spot = self._resolver.spot(_LINE, next(iter(lines)))
            self._faults.append(Fault("XLS223", (), params, spot=spot))

    def _tell_prices_as_volumes(self, cells: Cells, found: Sequence[Entry]) -> None:
        """That a block stands a column too far left: no line has a price, but another volume."""
        column, first = found[0].grid.columns["quantity",], found[0]
        params = {
            "title": _COLUMNS["quantity"],
            "cells": listed([cell_name(entry.row, column) for entry in found]),
            "columns": columns_shown(cells, PRICES),
        }
        spot = first.grid.spot(first.row, column)
        self._faults.append(Fault(COLUMNS, (), params, spot=spot))

    def _hold(self, cells: Cells, entries: Sequence[Entry], odd: AtOdds) -> None:
        """Note what of a block is at odds with the lines of the document on whose rows it is."""
        sure, spot = self._beside(cells, names.IN_ORDER, FLAG)
        if sure:
            return
        where = spot.cell.rpartition("!")[2]
        for code, numbers in (("XLS237", odd.prices), ("XLS246", odd.volumes_as_prices)):
            found = [entries[number] for number in numbers]
            self._faults.extend(self._at_odds(code, ("unit_price",), where, found))
        told = (
            ("XLS105", "description", odd.descriptions),
            ("XLS104", "quantity", odd.volumes),
        )
        for code, key, numbers in told:
            found = [entries[number] for number in numbers]
            said = {str(entry.said.get("id")): entry.said.get(key) for entry in found}
            faults = self._at_odds(code, (key,), where, found)
            self._held.setdefault(_COLUMNS[key], []).append((said, faults))

    def _at_odds(
        self, code: str, key: tuple[str], sure: str, found: Sequence[Entry]
    ) -> Sequence[Fault]:
        """The fault of the lines that say under a key what those of others say."""
        if not found:
            return ()
        column = found[0].grid.columns.get(key, 1)
        cells = listed([cell_name(entry.row, column) for entry in found])
        params = {"sure": sure, "cells": cells, "line": str(found[0].said.get("id", ""))}
        return (Fault(code, (), params, spot=found[0].grid.spot(found[0].row, column)),)

    def _about(self, cells: Cells) -> tuple[str, Spot]:
        """The id of the bidder whose prices a sheet holds, empty where it does not say; where."""
        said, spot = self._beside(cells, names.ABOUT, TEXT)
        about = str(said or "")
        try:
            code = self._resolver.code(WHO, about)
        except CellError:  # told once it is known that anything stands here
            code = None
        return code or about, spot

    def _beside(self, cells: Cells, label: str, kind: Kind) -> tuple[Any, Spot]:
        """What stands beside a label above the heads, and where it stands or belongs."""
        grid = Grid(cells.title, cells.number)
        head, _ = heads(cells, _TITLES)
        spot = grid.spot(names.HEADER_ROW - 1, 2 if label == names.ABOUT else names.IN_ORDER_AT)
        found = labelled(cells, head or names.HEADER_ROW, label)
        if found is None:
            return None, spot
        row, column, cell = found
        said = None if cell is None else self._said(cells, kind, cell)
        return said, grid.spot(row, column)

    def _said(self, cells: Cells, kind: Kind, cell: Any) -> Any:
        try:
            return read_cell(cells, kind, cell)
        except CellError as error:
            spot = Grid(cells.title, cells.number).spot(cell.row, cell.column)
            self._faults.append(Fault(error.code, (), error.params, spot=spot))
        return None


def _of_all(sheets: Sequence[Mapping[str, Any]]) -> list[str]:
    """The lines of which each of several sheets says the same."""
    first, *others = sheets
    return [line for line in first if all(o.get(line) == first[line] for o in others)] * bool(
        others
    )


def _each_once(codes: Sequence[Any]) -> bool:
    """Whether no code stands twice; where one does, that is told by itself."""
    known = [code for code in codes if code]
    return len(known) == len(set(known))
