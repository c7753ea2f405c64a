"""Price schedules that lie beside the workbook as bidders sent them, named in its `Peserta` sheet.

A reading counts only once the panel has seen it: the sheet has to hold its key, which changes with
any byte of the file and anything that was read of it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

from attrs import field, frozen

from tender_desk.dossiers import Folder
from tender_desk.schedules.reader import read_schedule
from tender_desk.schedules.schedule_reading import ScheduleReading
from tender_desk.schedules.several import sheets_named
from tender_desk.workbook.layouts.layout import KeyPath
from tender_desk.workbook.reading.offers import document_of, offer_of
from tender_desk.workbook.reading.places import CellPlaces
from tender_engine.faults import Fault, Faults, Noted, Spot
from tender_engine.formats.hps_lines import HPS_LINES
from tender_engine.formats.package_bids import PRICE
from tender_engine.model import HpsLine, Price

__all__ = ["Attached", "read_attached"]

# Where the `Peserta` sheet keeps the file, its sheet and the key; no key of the package.
ATTACHED = "attached"
_FILE, _SHEET, _KEY = ((ATTACHED, part) for part in ("file", "sheet", "key"))
_LARGEST = 64 * 1024 * 1024


@frozen
class Attached:
    """The schedule of a bidder: its file, how it was read, and whether the panel accepted that.

    `price` is what the bid's price becomes with the lines that were read, accepted or not, and
    `index` the bidder's place in the package; `None` where something of it is missing or wrong.
    """

    participant: str
    file: str
    reading: ScheduleReading
    accepted: bool
    index: int = 0
    price: Price | None = field(default=None, repr=False)


def read_attached(
    value: dict[str, Any], places: CellPlaces, folder: Folder | None, faults: Noted
) -> tuple[Attached, ...]:
    """Read the schedules that a workbook's bidders name, and put accepted lines into `value`.

    Args:
        value: the plain values of the package, from which the names of files are taken out.
        places: where they stand; the cells of accepted lines are added.
        folder: where the workbook lies, if it lies anywhere.
        faults: where all that is wrong is noted.
    """
    reading = _Reading(value, places, folder, faults)
    participants = enumerate(value.get("participants", ()))
    named = [(index, who, who.pop(ATTACHED)) for index, who in participants if ATTACHED in who]
    found = (reading.one(index, who, said) for index, who, said in named)
    return tuple(attached for attached in found if attached is not None)


class _Reading:
    """Reads the attached schedules of one workbook."""

    def __init__(
        self,
        value: Mapping[str, Any],
        places: CellPlaces,
        folder: Folder | None,
        faults: Noted,
    ) -> None:
        self._lines = _hps_lines(value)
        self._document = document_of(value["tender"])
        self._places, self._folder, self._faults = places, folder, faults
        # Whose each file is already: by what it holds, and the sheets that are read of it.
        self._owners: dict[bytes, dict[frozenset[str], str]] = {}

    def one(self, index: int, who: dict[str, Any], said: Mapping[str, str]) -> Attached | None:
        """The schedule of one bidder; `None` where there is nothing to read or to read it by."""
        name = said.get("file")
        if name is None:
            self._tell("XLS042", index, _FILE)
        elif "lines" in who.get("price", {}):
            self._tell("XLS043", index, _FILE)
        elif (data := self._bytes(name, index)) is None or self._lines is None:
            return None
        elif (other := self._owner(data, said.get("sheet"), who)) is not None:
            self._tell("XLS049", index, _FILE, file=name[:80], other=other)
        else:
            offer = offer_of(who.get("price", {}), self._document)
            reading = read_schedule(data, name, self._lines, sheet=said.get("sheet"), offer=offer)
            self._faults.extend(reading.faults)
            price = _price(who, reading)
            accepted = said.get("key", "").casefold() == reading.key
            if reading.faults:
                accepted = False
            elif not accepted:
                self._tell("XLS046", index, _KEY, file=name, key=reading.key)
            else:
                self._take(index, who, name, reading)
            return Attached(str(who.get("id", "")), name, reading, accepted, index, price)
        return None

    def _owner(self, data: bytes, sheet: str | None, who: Mapping[str, Any]) -> str | None:
        """Who else the schedule in a file is named for, if not in another sheet that is named."""
        sheets = self._owners.setdefault(hashlib.sha256(data).digest(), {})
        wanted = frozenset(name.casefold() for name in sheets_named(sheet or ""))
        for known, owner in sheets.items():
            if not wanted or not known or known & wanted:
                return owner
        sheets[wanted] = str(who.get("id", ""))
        return None

    def _bytes(self, name: str, index: int) -> bytes | None:
        """What the file holds, which lies beside the workbook and nowhere else."""
        if self._folder is None or FilePath(name).name != name or "\\" in name or ":" in name:
            self._tell("XLS044", index, _FILE, file=name[:80])
            return None
        try:
            with (self._folder / name).open("rb") as file:
                return file.read(_LARGEST)
        except (OSError, ValueError):
            self._tell("XLS045", index, _FILE, file=name[:80])
        return None

    def _take(self, index: int, who: dict[str, Any], name: str, reading: ScheduleReading) -> None:
        """Put the lines into the price of their bidder, and remember where they stand."""
        price = who.setdefault("price", {})
        price["lines"] = [dict(line) for line in reading.lines]
        base = ("participants", index, "price")
        for (number, key), cell in reading.cells.items():
            spot = Spot(file=name, cell=cell, order=(number,))
            self._places.field((*base, "lines", number, key), spot)
        if reading.schedule_total is not None and "schedule_total" not in price:
            price["schedule_total"] = reading.schedule_total
            spot = Spot(file=name, cell=reading.schedule_total_cell)
            self._places.field((*base, "schedule_total"), spot)

    def _tell(self, code: str, index: int, where: KeyPath, **params: str) -> None:
        spot = self._places.spot(Fault("", ("participants", index, *where), {}))
        self._faults.append(Fault(code, (), params, spot=spot))


def _price(who: Mapping[str, Any], reading: ScheduleReading) -> Price | None:
    """The price of a bid with the lines of a reading; `None` where it is not whole."""
    if reading.faults or not reading.lines:
        return None
    given, faults = {**who.get("price", {}), "lines": [*map(dict, reading.lines)]}, Faults()
    price: Price | None = PRICE.read(given, None, "", faults)
    return None if faults else price


def _hps_lines(value: Mapping[str, Any]) -> Sequence[HpsLine] | None:
    """The lines of the HPS; `None` if they are not all readable, which is told elsewhere."""
    faults = Faults()
    given = value["tender"].get("hps", {}).get("lines", [])
    lines: Sequence[HpsLine] | None = HPS_LINES.read(given, None, "", faults)
    return None if faults else lines
