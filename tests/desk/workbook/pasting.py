"""Blocks as documents have them, and workbooks of few words into which a test pastes them."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tender_engine.formats.reader import Reading
from tender_engine.model import Package
from tender_engine.seals import reveal_for_storage
from tests.desk.workbook.data import HEAD, Desk, bare_workbook, parsed
from tests.desk.workbook.listing import listed
from tests.desk.workbook.unread import open_book

__all__ = [
    "FIRST",
    "FIVE",
    "bid_of",
    "block",
    "desk_of",
    "desk_of_sample",
    "line",
    "lines_of",
    "paste",
    "with_sums",
    "words",
]

SAMPLES = Path(__file__).parents[3] / "samples"
FIVE = ("1.1", "1.2", "2.1", "2.2", "2.3")
FIRST = HEAD + 1


class _Bare(Desk):
    """A workbook of values alone, which is read as the drawn one is, and in a tenth of its time."""

    def __init__(self, data: bytes) -> None:
        self.book = open_book(data)


@cache
def _listed(codes: tuple[str, ...], priced: tuple[str, ...]) -> bytes:
    return bare_workbook(parsed(listed([*codes], *priced)))


@cache
def _sample(name: str) -> bytes:
    return bare_workbook(parsed(json.loads((SAMPLES / name / "paket.json").read_text("utf-8"))))


def desk_of(codes: Sequence[str] = FIVE, *priced: str) -> Desk:
    """A workbook whose document has these lines, and in which p1 bids for those `priced`."""
    return _Bare(_listed(tuple(codes), priced))


def desk_of_sample(name: str) -> Desk:
    """The workbook of a sample, of values alone."""
    return _Bare(_sample(name))


def paste(desk: Desk, sheet: str, rows: Sequence[Sequence[Any]], column: int = 1) -> None:
    """Paste a block at the first row under the heads; what stood in its columns goes."""
    page, width = desk.book[sheet], max(map(len, rows))
    for row in range(FIRST, FIRST + 60):
        for at in range(column, column + width):
            page.cell(row, at).value = None
    for row, texts in enumerate(rows, FIRST):
        for at, value in enumerate(texts, column):
            page.cell(row, at).value = value


def line(code: str, number: int, price: int = 100_000) -> list[Any]:
    """A line as a document has it: the number is its volume, and the total the product."""
    return [code, f"Pekerjaan {number}", "m3", number, price, None, number * price]


def block(codes: Sequence[str] = FIVE, price: int = 100_000) -> list[list[Any]]:
    """The lines as a document has them."""
    return [line(code, number, price) for number, code in enumerate(codes, 1)]


def words(text: str, total: Any = None, *, code: Any = None) -> list[Any]:
    """A row of words, with a figure where the lines have their total."""
    return [code, text, None, None, None, None, total]


def with_sums(rows: list[list[Any]]) -> list[list[Any]]:
    """Two divisions with their sums, PPN, the total, and what it was rounded to."""
    first, second = sum(row[6] for row in rows[:2]), sum(row[6] for row in rows[2:])
    tax = (first + second) * 11 // 100
    return [
        words("DIVISI 1. UMUM", code="I"),
        *rows[:2],
        words("Jumlah Divisi 1", first),
        [],
        words("DIVISI 2. PEKERJAAN TANAH"),
        *rows[2:],
        words("JUMLAH DIVISI 2", second),
        words("JUMLAH", first + second, code="A"),
        words("PPN 11%", tax, code="B"),
        words("TOTAL", first + second + tax, code="C"),
        words("DIBULATKAN", (first + second + tax) // 10_000 * 10_000, code="D"),
        words("Terbilang: sekian rupiah"),
    ]


def lines_of(reading: Reading) -> list[tuple[str, str, int, int]]:
    """The lines of the document as they were read."""
    assert reading.package is not None, [str(one) for one in reading.diagnose()]
    lines = reading.package.tender.hps.lines or ()
    return [(x.id, x.description, int(x.quantity), int(x.unit_price)) for x in lines]


def bid_of(package: Package | None) -> dict[str, Any]:
    """The lines of p1's price by their codes."""
    assert package is not None
    price = reveal_for_storage(next(p.price for p in package.participants if p.price is not None))
    return {line.id: line for line in price.lines or ()}
