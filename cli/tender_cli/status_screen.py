"""How far tenders are, on a screen: a block for one, a line for each of many."""

from collections.abc import Sequence

from tender_cli.local_standards import standards_of
from tender_cli.messages import say
from tender_cli.output import clean
from tender_cli.summary import awaiting_lines
from tender_cli.tables import Page
from tender_desk.documents.kind import Kind
from tender_desk.documents.status import Status
from tender_desk.worksheet_book.status_sheets import StatusRow
from tender_engine.evaluation import Evaluation

__all__ = ["print_one", "print_rows"]

# The columns, and what of the width each may have where all of them need more.
_COLUMNS = {"tender": 17, "stage": 13, "awaited": 22, "doubts": 6, "draft": 12, "days": 20}
_BETWEEN = "  "
_CUT, _STALE = "…", "*"


def print_one(evaluation: Evaluation, status: Status, page: Page) -> None:
    """Everything that is known of how far one tender is."""
    page.heading(f"{status.code}  {status.title}")
    for name, path in standards_of(evaluation):
        page.line(f"{say('status.standard')}: {name}{f' ({path})' if path else ''}")
    page.line(f"{say('status.stage')}: {status.stage}")
    page.line(f"{say('status.doubts_about')}: {status.doubts or say('none')}")
    for line in status.doubted:
        page.line(line, 2)
    parts = {
        "status.awaited": (*awaiting_lines(evaluation, Kind.of_evaluation(evaluation)),)
        or status.awaited,
        "status.draft_for": status.reasons,
        "status.days": status.days,
    }
    for title, lines in parts.items():
        if not lines:
            page.line(f"{say(title)}: {say('none')}")
            continue
        page.line(f"{say(title)}:")
        for line in lines:
            page.line(line, 2)


def print_rows(rows: Sequence[StatusRow], page: Page) -> None:
    """A line for each tender, as wide as the page; of one with faults the first, and how many."""
    titles = [say(f"status.{column}") for column in _COLUMNS]
    told = [_cells(row, row.status) for row in rows if row.status is not None]
    widths = _fitting([titles, *told, *([row.place] for row in rows)], page.width)
    page.line(_line(titles, widths))
    for row in rows:
        if row.status is not None:
            page.line(_line(_cells(row, row.status), widths))
        else:
            said = say("status.faults", count=row.faults, first=" ".join(row.fault.split()))
            rest = page.width - widths[0] - len(_BETWEEN)
            page.line(_line([row.place, said], [widths[0], rest]))
    page.line()
    page.line(_counted(rows))
    if any(row.stale for row in rows):
        page.line(say("status.stale", mark=_STALE))


def _cells(row: StatusRow, status: Status) -> list[str]:
    return [
        f"{_STALE} {row.place}" if row.stale else row.place,
        status.stage_briefly,
        "; ".join(status.awaited_briefly) or "-",
        status.doubts or "-",
        ", ".join(status.reasons_briefly) or "-",
        "; ".join(status.days) or "-",
    ]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(map(clean, cells), widths, strict=True)
    return _BETWEEN.join(_cut(cell, width).ljust(width) for cell, width in pairs).rstrip()


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else cell[: width - 1].rstrip() + _CUT


def _fitting(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide each column is: as it needs, unless others need of their share what it has more."""
    widths, shares = [0] * len(_COLUMNS), list(_COLUMNS.values())
    for row in rows:
        for index, cell in enumerate(row):
            widths[index] = max(widths[index], len(cell))
    room = width - len(_BETWEEN) * (len(widths) - 1)
    while sum(widths) > room:
        over = [wide / share for wide, share in zip(widths, shares, strict=True)]
        widths[over.index(max(over))] -= 1
    return widths


def _counted(rows: Sequence[StatusRow]) -> str:
    """How many tenders there are, and how many of them wait, are drafts or have faults."""
    known = [row.status for row in rows if row.status is not None]
    return say(
        "status.counted",
        tenders=len(rows),
        awaited=sum(bool(status.awaited) for status in known),
        drafts=sum(bool(status.reasons) for status in known),
        faulty=len(rows) - len(known),
    )
