"""Doubts about typing for the panel to look at: both readings, the cell, and what answers them.

There is none of a price that no stage has opened, so no sealed figure is told.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tender_cli.messages import say
from tender_cli.output import figure, money
from tender_cli.tables import page
from tender_cli.words import spoken

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Path
    from tender_rules.stages.doubts import Doubted

    Found = list[tuple[str, Doubted, Path, bool]]

__all__ = ["doubts_json", "show_doubts"]


def show_doubts(reading: "FileReading", evaluation: "Evaluation") -> None:
    """A row for each doubt, the open ones with how they are answered.

    As of faults, so many are shown and how many more there are is said; first those that are open.
    """
    from tender_engine.faults import TOLD

    found = sorted(_found(evaluation), key=lambda row: row[-1])
    rows = _rows(reading, evaluation, found[:TOLD])
    if not rows:
        return
    screen = page()
    screen.heading(say("doubts.title"))
    parts = ("participant", "doubt", "line", "cell", "figure", "other", "vat", "state")
    screen.table([say(f"doubts.{part}") for part in parts], rows, right=(4, 5))
    if len(found) > TOLD:
        screen.line(say("doubts.more", count=str(len(found) - TOLD)))
    if any(row[-1] == say("doubts.open") for row in rows):
        screen.line(say("doubts.answer"))
    if any(_is_of_many(doubted) and not answered for _, doubted, _, answered in found):
        screen.line(say("doubts.answer_all"))


def _is_of_many(doubted: "Doubted") -> bool:
    """Whether one answer may be given for all lines of the bid that are doubted so."""
    from tender_engine.terms import Doubt

    return doubted.doubt is Doubt.VOLUME_BERBEDA


def _reading(doubted: "Doubted", amount: Decimal | None, which: int) -> str:
    """One of both readings, with the words of the line where it is these that differ."""
    total = _vat(doubted) == "with_vat"
    said = say("doubts.blank") if amount is None else (money if total else figure)(amount)
    return f"{said} ({doubted.words[which]})" if doubted.words else said


def _vat(doubted: "Doubted") -> str:
    """Whether PPN is in a doubted figure: in totals, not in unit prices; no volume has any."""
    from tender_engine.terms import Doubt

    if _is_of_many(doubted):
        return "no_vat"
    of_a_line = doubted.doubt in (Doubt.HARGA_BERLIPAT, Doubt.BARIS_NOL)
    return "without_vat" if of_a_line else "with_vat"


def _rows(
    reading: "FileReading", evaluation: "Evaluation", found: "Found"
) -> "list[tuple[str, ...]]":
    words = spoken(evaluation.basis.words)
    return [
        (
            who,
            words.term(doubted.doubt),
            doubted.line or "",
            _place(reading, where),
            _reading(doubted, doubted.figure, 0),
            _reading(doubted, doubted.other, 1),
            say(f"doubts.{_vat(doubted)}"),
            say("doubts.confirmed" if answered else "doubts.open"),
        )
        for who, doubted, where, answered in found
    ]


def _found(evaluation: "Evaluation") -> "Found":
    """Each doubt with the place of its figure in the package as it was given."""
    from tender_rules.stages.confirming import opened_doubts

    order = {who.id: index for index, who in enumerate(evaluation.given.participants)}
    return [
        (who, doubted, ("participants", order[who], "price", *doubted.key), answered)
        for who, doubted, answered in opened_doubts(evaluation)
    ]


def _place(reading: "FileReading", where: "Path") -> str:
    """The cell, or line and column, with the file where it is another than the one read."""
    spot = reading.spot(where)
    place = spot.cell or f"{spot.line}:{spot.column}"
    return f"{spot.file}:{place}" if spot.file else place


def doubts_json(reading: "FileReading", evaluation: "Evaluation") -> dict[str, Any]:
    """The same as plain values, with the keys of the event that answers each.

    As many as on the screen, and under `doubts_more` how many more there are.
    """
    from tender_engine.faults import TOLD
    from tender_engine.numbers import plain

    found = sorted(_found(evaluation), key=lambda row: row[-1])
    rows = [
        {
            "participant": who,
            "doubt": str(doubted.doubt),
            "line": doubted.line,
            "figure": plain(doubted.figure),
            "other": None if doubted.other is None else plain(doubted.other),
            "words": None if doubted.words is None else list(doubted.words),
            "place": _place(reading, where),
            "confirmed": answered,
        }
        for who, doubted, where, answered in found[:TOLD]
    ]
    more = {"doubts_more": len(found) - TOLD} if len(found) > TOLD else {}
    return {"doubts": rows, **more} if found else {}
