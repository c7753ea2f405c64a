"""What an event is about where its kind was typed by a name of SPSE's schedule that says so."""

from collections.abc import Iterator
from typing import Any

from tender_desk.workbook.kinds.schedule import Scheduled
from tender_desk.workbook.reading.places import CellPlaces
from tender_engine.faults import Fault
from tender_engine.terms import Envelope, Phase, Subject

__all__ = ["put_subjects"]

_OPENS_TWO, _DIFFERS = "XLS252", "XLS253"


def put_subjects(value: dict[str, Any], places: CellPlaces) -> Iterator[Fault]:
    """Put what such a name says into the events of the plain values.

    A name that may be of two kinds in this tender is a fault, and so is one beside which it is
    typed that the event is about something else. In two stages there are two offers: which of them
    is typed, or asked for.
    """
    events, envelope = value.get("events"), value["tender"].get("envelope")
    for index, event in enumerate(events if isinstance(events, list) else ()):
        kind = event.get("type") if isinstance(event, dict) else None
        if not isinstance(kind, Scheduled):
            continue
        event["type"], path = str(kind), ("events", index)
        if kind.opening and envelope != Envelope.SATU_FILE:
            spot = places.spot(Fault("", (*path, "type"), {}))
            yield Fault(_OPENS_TWO, (), {"found": kind.typed[:40]}, spot=spot)
        elif kind.of and not (envelope == Envelope.DUA_TAHAP and kind.of == Phase.PENAWARAN):
            about = event.setdefault("of", str(kind.of))
            if about != kind.of and about in (*Phase, *Subject):
                spot = places.spot(Fault("", (*path, "of"), {}))
                params = {"found": kind.typed[:40], "known": about.replace("_", " ")}
                yield Fault(_DIFFERS, (), params, spot=spot)
