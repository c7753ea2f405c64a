"""How the price schedules beside a workbook were read, for the panel to look at and accept.

Amounts stay in the file: the envelope of a bidder may be one that nobody has opened yet.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import asdict

from tender_cli.attached_share import Share, shares_of
from tender_cli.messages import language, say
from tender_cli.tables import Page, page

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading
    from tender_desk.schedules.schedule_reading import Compared, Note, SkippedRow
    from tender_desk.workbook.reading.attached import Attached

__all__ = ["attached_json", "show_attached", "show_skipped", "skipped_json"]

_MOST_CELLS = 5
# A row that says the price in words, and figures that may be part of one in any other.
_IN_WORDS, _FIGURES = "terbilang", re.compile(r"\d[\d.,]{3,}")


def show_attached(reading: "FileReading") -> None:
    """Each schedule: its columns, the rows that are no lines and why, notes, and its key."""
    for one, share in _in_order(reading):
        _show(one, share)


def _in_order(reading: "FileReading") -> "list[tuple[Attached, Share]]":
    """By bidder, and not as the workbook happens to list them."""
    from tender_engine.findings import natural

    told = zip(reading.attached, shares_of(reading), strict=True)
    return sorted(told, key=lambda pair: (natural(pair[0].participant), pair[0].file))


def _show(one: "Attached", share: Share) -> None:
    reading, lang, screen = one.reading, language(), page()
    words = {"participant": one.participant, "file": one.file, "sheet": reading.sheet or "–"}
    screen.heading(say("attached.title", **words, lines=len(reading.lines)))
    if reading.columns:
        titles = [say(f"attached.{part}") for part in ("column", "header", "taken")]
        screen.table(titles, [(c.letter, c.header, c.said(lang)) for c in reading.columns])
    if reading.rows:
        screen.line(say("attached.skipped"))
        _skipped(reading.rows, screen)
    for said, cells in _gathered(reading.notes, lang):
        screen.line(f"{said} ({cells})" if cells else said, 2)
    if reading.compared is not None:
        screen.line(say("attached.compared"))
        for said in _compared(reading.compared, share):
            screen.line(said, 2)
    if not reading.faults:
        key = "attached.accepted" if one.accepted else "attached.accept"
        screen.line(say(key, sign=reading.key))


def show_skipped(rows: "Sequence[SkippedRow]") -> None:
    """The rows of blocks pasted into the workbook that are no lines, and why."""
    if rows:
        screen = page()
        screen.heading(say("attached.skipped_here"))
        _skipped(rows, screen)


def _skipped(rows: "Sequence[SkippedRow]", screen: Page) -> None:
    titles = [say(f"attached.{part}") for part in ("cell", "text", "why")]
    screen.table(titles, [(row.cell, _told(row), row.said(language())) for row in rows])


def skipped_json(rows: "Sequence[SkippedRow]") -> list[dict[str, str]]:
    """The same as plain values."""
    return [{"cell": row.cell, "text": _told(row), "why": row.said(language())} for row in rows]


def _told(row: "SkippedRow") -> str:
    """The words of a row that is no line, without what may be the price."""
    return "..." if row.why == _IN_WORDS else _FIGURES.sub("...", row.text)


def _gathered(notes: "Sequence[Note]", lang: str) -> list[tuple[str, str]]:
    """Notes that say the same once, with their cells."""
    count = Counter(note.said(lang) for note in notes)
    told = []
    for said in count:
        cells = [note.cell for note in notes if note.said(lang) == said and note.cell]
        shown = ", ".join(cells[:_MOST_CELLS])
        told.append((said, f"{shown}, ..." if len(cells) > _MOST_CELLS else shown))
    return told


def _compared(found: "Compared", beside: Share) -> list[str]:
    """What a reading is beside the bid's total and the HPS; a count of nothing is left out."""
    if beside.equal is None:
        told = [say("attached.share_unknown")]
    elif beside.equal:
        told = [say("attached.share_equal")]
    elif beside.share is None:
        told = [say("attached.share_sealed")]
    else:
        share = beside.share if language() == "en" else beside.share.replace(".", ",")
        told = [say("attached.share", share=share)]
    counts = {
        "attached.volumes_differ": found.volumes_differ,
        "attached.blank_prices": found.blank_prices,
        "attached.missing": found.missing,
        "attached.extra": found.extra,
    }
    lines = f"{found.lines}"
    return told + [say(k, count=f"{n}", lines=lines) for k, n in counts.items() if n]


def attached_json(reading: "FileReading") -> list[dict[str, Any]]:
    """The same as plain values."""
    lang = language()
    return [
        {
            "participant": one.participant,
            "file": one.file,
            "sheet": one.reading.sheet,
            "lines": len(one.reading.lines),
            "columns": [
                {"column": c.letter, "header": c.header, "taken_for": c.role}
                for c in one.reading.columns
            ],
            "skipped": skipped_json(one.reading.rows),
            "notes": [
                {"code": note.code, "cell": note.cell, "message": note.said(lang)}
                for note in one.reading.notes
            ],
            "compared": one.reading.compared and {**asdict(one.reading.compared), **asdict(share)},
            "key": one.reading.key,
            "accepted": one.accepted,
        }
        for one, share in _in_order(reading)
    ]
