"""What the reading of a price schedule says: its lines, and how each of them was found."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from attrs import asdict, astuple, frozen

from tender_engine.faults import Fault
from tender_engine.formats.source import NumberText, canonical_json

__all__ = [
    "Compared",
    "Note",
    "Offer",
    "ReadColumn",
    "ScheduleReading",
    "SkippedRow",
    "reading_key",
    "reading_words",
]

_KEY_DIGITS = 8


@cache
def reading_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """What is said beside the lines: `roles`, `skipped` and `notes`, by code and language."""
    import tomllib  # nobody who reads no schedule pays for it

    words = Path(__file__).with_name("schedule_notes.toml")
    return tomllib.loads(words.read_text("utf-8"))


@frozen
class ReadColumn:
    """A column with its header, and what it was taken for; an empty `role` was left alone."""

    letter: str
    header: str
    role: str

    def said(self, lang: str = "id") -> str:
        """What it was taken for, in words."""
        return reading_words()["roles"][self.role][lang]


@frozen
class SkippedRow:
    """A row that is no line, with its words and the code of why."""

    cell: str
    text: str
    why: str

    def said(self, lang: str = "id") -> str:
        """Why it was skipped, in words."""
        return reading_words()["skipped"][self.why][lang]


@frozen
class Note:
    """Something about the reading that people should see before they rely on it.

    Amounts and volumes stand in `value` alone, so that they can be kept back.
    """

    code: str
    cell: str
    params: Mapping[str, str]
    value: str = ""

    def said(self, lang: str = "id") -> str:
        """The note in words, without the value."""
        return reading_words()["notes"][self.code][lang].format_map(self.params)


@frozen
class Offer:
    """What is known of a bid beside its schedule: its total with PPN, and its rate in percent.

    `vat_base` is the share of the price that the rate is of, as the bid or else the document says
    it; `document_vat` the document's rate, in percent of the whole price.
    `schedule_total` is what people say that the schedule states as its total, with PPN;
    `total_binds` tells that such a total may itself be the price, as nothing is multiplied anew;
    `multiplied` whether the contract pays volume times unit price, `None` where it does of some
    lines or is not known.
    """

    stated_total: Decimal | None = None
    vat_percent: Decimal | None = None
    vat_base: Fraction | None = None
    document_vat: Decimal | None = None
    schedule_total: Decimal | None = None
    total_binds: bool = False
    multiplied: bool | None = None


@frozen
class Compared:
    """A reading beside the HPS, without any amount.

    Counts of lines: all that were read, those whose volume differs from the HPS, those without a
    unit price, those of the HPS that are missing, and those that it does not have.
    """

    lines: int
    volumes_differ: int
    blank_prices: int
    missing: int
    extra: int


@frozen
class ScheduleReading:
    """A bidder's price schedule, read; of use only when it has no faults and people accept it.

    `lines` are those of `participants[].price.lines`; `cells` says by line and key where each value
    stands. `schedule_total` includes PPN and is there only where that is clear. `key` changes with
    any byte of the file, anything that was read, and what is known of the bid beside it: who types
    it has seen this reading beside this offer. `compared` is there where lines were read.
    """

    sheet: str
    lines: tuple[dict[str, Any], ...]
    cells: Mapping[tuple[int, str], str]
    schedule_total: NumberText | None
    schedule_total_cell: str
    columns: tuple[ReadColumn, ...]
    rows: tuple[SkippedRow, ...]
    notes: tuple[Note, ...]
    faults: tuple[Fault, ...]
    compared: Compared | None = None
    key: str = ""


def reading_key(data: bytes, reading: ScheduleReading, offer: Offer) -> str:
    """The key of a `reading` of `data` beside an `offer`: eight hexadecimal digits."""
    told = asdict(reading, recurse=True)
    told["cells"] = {f"{index}.{key}": cell for (index, key), cell in reading.cells.items()}
    told["offer"] = [None if one is None else str(_as_ratio(one)) for one in astuple(offer)]
    text = canonical_json({name: told[name] for name in sorted(told) if name != "key"})
    return hashlib.sha256(hashlib.sha256(data).digest() + text.encode()).hexdigest()[:_KEY_DIGITS]


def _as_ratio(value: Decimal | Fraction | bool) -> Fraction | bool:
    """A number however it is spelled."""
    return value if isinstance(value, bool) else Fraction(value)
