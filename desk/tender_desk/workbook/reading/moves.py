"""Looks on sheets that are not right for the one block of each that has to be moved."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.layouts.tables import PRICES, Layout
from tender_desk.workbook.layouts.tables_bids import COMPONENTS, HPS
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.workbook.off_place.copied import Copy
from tender_desk.workbook.off_place.displaced import DISPLACED
from tender_desk.workbook.off_place.judging import judged_lines, judged_rows
from tender_desk.workbook.off_place.one_move import Judge, Mended, Tries, one_move
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.resolver import Resolver
from tender_desk.workbook.reading.sheet_cells import Cells, Compute, heads, title_key
from tender_engine.faults import Fault

__all__ = ["Moves"]

# Told of a sheet whose columns are not known, or of which a block is told.
_TOLD = (*DISPLACED, "XLS022", "XLS024", "XLS102")
# A sheet of the book with its number.
Numbered: TypeAlias = tuple[Any, int]


@frozen
class Moves:
    """Finds blocks beside what the workbook says of the document's lines, and how it is read.

    Attributes:
        sheets: those of tables, and of prices after that of the document's lines.
        hps: what the document says of its lines.
        bid: the lines of a bidder, beside which those of the document are held.
        local: how cells are read.
        resolver: what sheets name of others.
        compute: what formulas come to.
        told: the faults that are known.
    """

    _sheets: Sequence[tuple[Table, Numbered]]
    _hps: Mapping[str, Any]
    _bid: Sequence[Mapping[str, Any]]
    _local: Local
    _resolver: Resolver
    _compute: Compute
    _told: Iterable[Fault]

    def on(
        self,
        titles: Collection[str],
        copies: Mapping[int, Copy],
        data: bytes,
        book: Any,
        layout: Layout,
    ) -> Iterator[Mended]:
        """The blocks of these sheets of the workbook `data`, opened as `book`.

        One that stood elsewhere at the last refresh is known by that; of any other sheet that is
        not told to be off its columns already, that block is looked for whose move mends it. Where
        it is known what was copied, by the number of the sheet, nothing else was moved.
        """
        if not titles:
            return
        # Keeping a state needs libraries that a package in JSON does without.
        from tender_desk.workbook.since_refresh.moved import blocks_on

        since = [*blocks_on(titles, data, book, layout)]
        yield from (Mended(fault) for fault in since)
        known = [fault for fault in (*self._told, *since) if fault.code in _TOLD]
        off = {fault.spot.cell.rpartition("!")[0].strip("'") for fault in known if fault.spot}
        tries = Tries()
        for table, (sheet, number) in self._sheets:
            # While the lines of the document are not right, prices say nothing of their places;
            # whose analyses rows are of is told by those above them. What is confirmed row by row
            # is much the same, and stands beside what the program writes.
            idle = table in (COMPONENTS, CONFIRMED) or (table is PRICES and HPS.name in off)
            if idle or sheet.title in off or sheet.title not in titles:
                continue
            columns = {title_key(one.title): one for one in (*table.parents, *table.columns)}
            cells = Cells.of(sheet, number, self._compute).held(columns)
            if table is HPS:
                if not judged_lines(cells, HPS, (), self._hps).all:
                    continue
                off.add(HPS.name)
            head, found = heads(cells, columns)
            at = {number: title for number, title in found.items() if title_key(title) in columns}
            mended = one_move(cells, at, head, self._judge(table), tries) if at else None
            copy = copies.get(number)
            if mended and (copy is None or mended.off == copy.off):
                yield mended

    def _judge(self, table: Table) -> Judge:
        """What tells what is wrong with a sheet of a table as it is read."""
        if table in (HPS, PRICES):
            others = self._bid if table is HPS else self._hps.get("lines", ())
            return lambda cells: judged_lines(cells, table, others, self._hps)
        return lambda cells: judged_rows(cells, table, self._local, (), self._resolver)[0]
