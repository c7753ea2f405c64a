"""What is wrong with a sheet as it is read: by this a block is known to be in its place."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender_desk.workbook.kinds.units import WHOLE, unit_in
from tender_desk.workbook.layouts.layout import Table
from tender_desk.workbook.layouts.tables_bids import HPS
from tender_desk.workbook.off_place import asked_of_rows as asked
from tender_desk.workbook.off_place.agreeing import same_words
from tender_desk.workbook.off_place.block import Judged, Place
from tender_desk.workbook.off_place.line_totals import tell_odd_total
from tender_desk.workbook.off_place.pasted import sorted_block
from tender_desk.workbook.reading.local import Local
from tender_desk.workbook.reading.resolver import MAY_BE_A_CODE, Resolver
from tender_desk.workbook.reading.rows import Entry, read_table
from tender_desk.workbook.reading.sheet_cells import Cells
from tender_desk.workbook.reading.trees import MISSING, get
from tender_engine.faults import Fault, Noted

__all__ = ["judged_lines", "judged_rows"]


def judged_rows(
    cells: Cells,
    table: Table,
    local: Local,
    apart: Collection[int] = (),
    resolver: Resolver | None = None,
) -> tuple[Judged, Sequence[Entry]]:
    """What is wrong with the rows of a table, and these; all of them but those `apart`.

    With a `resolver` what they name is held to the sheets on which that stands.
    """
    faults = Noted()
    entries = [*read_table(cells, table, local, faults, apart)]
    lacking = {place for entry in entries for place in _lacking(entry, table)}
    begun = [entry for entry in entries if not entry.bare]
    wrong = {*_places(faults), *_twice(entries), *_no_codes(begun), *_no_parts(begun, table)}
    fits = 0
    if resolver is not None:
        whole = [entry for entry in begun if not entry.none]
        fits, misfits = asked.held(whole, table, resolver)
        wrong |= misfits
        lacking |= {*asked.lacking(whole, table)} - wrong
    ready = {(entry.row, entry.grid.own) for entry in entries if entry.bare}
    return Judged(wrong, lacking, {entry.row for entry in begun}, ready, fits=fits), begun


def judged_lines(
    cells: Cells, table: Table, others: Sequence[Mapping[str, Any]], hps: Mapping[str, Any]
) -> Judged:
    """What is wrong with the lines on a sheet: of the document beside a bid, or the other way.

    Args:
        cells: the sheet.
        table: what stands on it.
        others: the lines of the other side.
        hps: what is said of PPN.
    """
    known = {line.get("id", ""): line for line in others}
    words = {code: str(line.get("description", "")) for code, line in known.items() if code}
    words = {} if table is HPS else words
    block = sorted_block(cells, table, words, (hps,), sealed=True)
    judged, entries = judged_rows(cells, table, Local(), block.rows)
    wrong, priceless, odd, totals = {*judged.wrong}, set[Place](), set[Place](), Noted()
    for entry in entries:
        ours = known.get(entry.said.get("id"), {})
        tell_odd_total(entry, hps, totals)
        wrong |= {*_of_another(entry, ours, bid=table is not HPS)}
        odd |= {*_other_volume(entry, ours)}
        priceless |= {*_priceless(entry)}
    (wrong if table is HPS else odd).update(_places(totals))  # a bid may be wrong there
    lines = {entry.row for entry in entries if entry.said.keys() - {"id"}}
    wrong |= {*_places(block.faults)}
    return Judged(wrong, judged.lacking | priceless, lines, odd, block.sums)


def _of_another(entry: Entry, ours: Mapping[str, Any], *, bid: bool) -> Iterator[Place]:
    """The words of a line that are those of another, or, of a `bid`, a code that is of none."""
    columns, said = entry.grid.columns, entry.said
    if bid and not ours and not said.get("extra"):
        yield entry.row, columns.get(("id",), 1)
    words, known = said.get("description"), ours.get("description")
    if words is not None and known is not None and not same_words(words, known):
        yield entry.row, columns["description",]


def _other_volume(entry: Entry, ours: Mapping[str, Any]) -> Iterator[Place]:
    """A volume other than that of the line."""
    volume, known = entry.said.get("quantity"), ours.get("quantity")
    if volume is not None and known is not None and Decimal(volume) != Decimal(known):
        yield entry.row, entry.grid.columns["quantity",]


def _priceless(entry: Entry) -> Iterator[Place]:
    """The cell of the price that a line of a bid lacks, of which more than its words is there."""
    if {"unit", "quantity"} & entry.said.keys() and "unit_price" not in entry.said:
        yield entry.row, entry.grid.columns.get(("unit_price",), 1)


def _lacking(entry: Entry, table: Table) -> Iterator[Place]:
    """The cells that an entry needs and that are empty."""
    if entry.none or entry.bare:
        return
    parents = zip(table.parents, entry.above, strict=True)
    lost = [column for column, name in parents if column.needed and not name]
    lost += [one for one in table.columns if one.needed and get(entry.said, one.key) is MISSING]
    for column in lost:
        spot = entry.grid.cell(entry.row, column.title)
        yield spot.order[1], spot.order[2]


def _no_codes(entries: Iterable[Entry]) -> Iterator[Place]:
    """The codes that can be none."""
    for entry in entries:
        code = entry.said.get("id")
        if isinstance(code, str) and not MAY_BE_A_CODE.fullmatch(code):
            yield entry.row, entry.grid.own


def _no_parts(entries: Iterable[Entry], table: Table) -> Iterator[Place]:
    """The percentages that are of no whole; a weight may be written as a fraction."""
    columns = [one for one in table.columns if unit_in(one.title) == "%"]
    for entry in entries:
        for column in columns:
            said = get(entry.said, column.key)
            if isinstance(said, str) and not 0 <= Fraction(said) <= WHOLE:
                spot = entry.grid.cell(entry.row, column.title)
                yield spot.order[1], spot.order[2]


def _twice(entries: Iterable[Entry]) -> Iterator[Place]:
    """The codes that stand more than once."""
    codes = [((*entry.above, entry.said.get("id")), entry) for entry in entries]
    many = Counter(code for code, _ in codes)
    for code, entry in codes:
        if code[-1] is not None and many[code] > 1:
            yield entry.row, entry.grid.own


def _places(faults: Iterable[Fault]) -> Iterator[Place]:
    return ((fault.spot.order[1], fault.spot.order[2]) for fault in faults if fault.spot)
