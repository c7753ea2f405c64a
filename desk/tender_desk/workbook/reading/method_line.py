"""The line in which SPSE says how a tender is held, typed on `Paket` or pasted with SPSE's page.

What it says beside the method is put where it belongs; what is typed there otherwise is told, once.
"""

from typing import Any

from tender_desk.workbook.kinds import Choice
from tender_desk.workbook.kinds.printed_system import Printed
from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.reading.places import CellPlaces
from tender_engine.faults import Fault

__all__ = ["LINE", "put_apart"]

_DIFFERS = "XLS234"
# What such a line says: the method, and what stands before it.
LINE = (("tender", "method"), ("tender", "procedure"), ("tender", "envelope"))
_FIELDS = {field.key: field for field in PACKAGE_FORM.fields}


def put_apart(tender: dict[str, Any], places: CellPlaces) -> Fault | None:
    """Put what such a line says into the plain values; what they have otherwise is a fault.

    A word that is no term at all is told where it was typed, and by itself.
    """
    method = tender.get("method")
    if not isinstance(method, Printed):
        return None
    tender["method"] = str(method)
    spot = places.spot(Fault("", LINE[0], {}))
    titles, found, known, cells = [], [], [], []
    for key, term in method.before.items():
        field = _FIELDS["tender", key]
        words = field.kind.words if isinstance(field.kind, Choice) else {}
        typed = tender.setdefault(key, term)
        there = places.spot(Fault("", ("tender", key), {}))
        if typed != term and typed in words:
            titles.append(field.title)
            found.append(words[term])
            known.append(words[typed])
            cells.append(there.cell)
        elif typed == term:
            places.move(("tender", key), spot)
    if not titles:
        return None
    told = {"title": titles, "found": found, "known": known, "cells": cells}
    return Fault(_DIFFERS, (), {key: ", ".join(said) for key, said in told.items()}, spot=spot)
