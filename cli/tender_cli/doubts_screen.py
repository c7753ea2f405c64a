"""Doubts about typing for the panel to look at: both readings, the cell, and what answers them.

There is none of a price that no stage has opened, so no sealed figure is told.
"""

from typing import TYPE_CHECKING, Any

from tender_cli.messages import say
from tender_cli.output import figure
from tender_cli.tables import page
from tender_cli.words import term

if TYPE_CHECKING:
    from tender.evaluation import Evaluation
    from tender.faults import Path
    from tender.formats.reader import Reading
    from tender_rules.stages.doubts import Doubted

__all__ = ["doubts_json", "show_doubts"]


def show_doubts(reading: "Reading", evaluation: "Evaluation") -> None:
    """A row for each doubt, the open ones with how they are answered."""
    rows = list(_rows(reading, evaluation))
    if not rows:
        return
    screen = page()
    screen.heading(say("doubts.title"))
    parts = ("participant", "doubt", "line", "cell", "figure", "other", "state")
    screen.table([say(f"doubts.{part}") for part in parts], rows, right=(4, 5))
    if any(row[-1] == say("doubts.open") for row in rows):
        screen.line(say("doubts.answer"))


def _rows(reading: "Reading", evaluation: "Evaluation") -> "list[tuple[str, ...]]":
    return [
        (
            who,
            term("criterion", doubted.doubt),
            doubted.line or "",
            _place(reading, where),
            figure(doubted.figure),
            say("doubts.blank") if doubted.other is None else figure(doubted.other),
            say("doubts.confirmed" if answered else "doubts.open"),
        )
        for who, doubted, where, answered in _found(evaluation)
    ]


def _found(evaluation: "Evaluation") -> "list[tuple[str, Doubted, Path, bool]]":
    """Each doubt with the place of its figure in the package."""
    from tender_rules.stages.confirming import opened_doubts

    order = {who.id: index for index, who in enumerate(evaluation.package.participants)}
    return [
        (who, doubted, ("participants", order[who], "price", *doubted.key), answered)
        for who, doubted, answered in opened_doubts(evaluation)
    ]


def _place(reading: "Reading", where: "Path") -> str:
    """The cell, or line and column, with the file where it is another than the one read."""
    spot = reading.spot(where)
    place = spot.cell or f"{spot.line}:{spot.column}"
    return f"{spot.file}:{place}" if spot.file else place


def doubts_json(reading: "Reading", evaluation: "Evaluation") -> list[dict[str, Any]]:
    """The same as plain values, with the keys of the event that answers each."""
    from tender.numbers import plain

    return [
        {
            "participant": who,
            "doubt": str(doubted.doubt),
            "line": doubted.line,
            "figure": plain(doubted.figure),
            "other": None if doubted.other is None else plain(doubted.other),
            "place": _place(reading, where),
            "confirmed": answered,
        }
        for who, doubted, where, answered in _found(evaluation)
    ]
