"""What is told of each sheet that was read: its columns, and what in it is hidden or odd."""

from collections.abc import Sequence

from tender_desk.ooxml.addresses import column_letter
from tender_desk.schedules.drafts import Draft
from tender_desk.schedules.schedule_reading import Note, ReadColumn

__all__ = ["about", "columns_of"]


def columns_of(drafts: Sequence[Draft]) -> tuple[ReadColumn, ...]:
    """The columns of some sheets; where those differ, each with the name of its sheet."""
    each = [_columns(draft) for draft in drafts]
    if all(columns == each[0] for columns in each):
        return each[0]
    return tuple(
        ReadColumn(f"{draft.title}!{column.letter}", column.header, column.role)
        for draft, columns in zip(drafts, each, strict=True)
        for column in columns
    )


def _columns(draft: Draft) -> tuple[ReadColumn, ...]:
    header = draft.header
    return tuple(
        ReadColumn(column_letter(column), " ".join(title.split()), header.roles.get(column, ""))
        for column, title in sorted(header.titles.items())
    )


def about(draft: Draft) -> list[Note]:
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
