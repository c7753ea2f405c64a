"""The cells of what was published of a tender: each is read as one thing, or it is a fault."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from attrs import frozen

from tender_desk.batch.table_cells import said_in
from tender_desk.ooxml.numerals import amount_of
from tender_desk.workbook.kinds import CellError, Choice, is_none
from tender_desk.workbook.kinds.grounds import grounds_named
from tender_engine.declared import Declarations
from tender_engine.evaluation import Result
from tender_rules.similar.taxpayers import sixteen

__all__ = ["CellError", "Cells", "PublishedRow", "amount_in"]

_SHOWN = 40
_PLAIN = re.compile(r"[0-9]{1,18}(?:\.([0-9]{1,18}))?", re.ASCII)
# Thousands to one who parts them so, and a fraction to another.
_EITHER = re.compile(
    r"(?:(?:Rp\.?|IDR)[ ]*(?=[0-9]+,))?([1-9][0-9]{0,2})[.,]([0-9]{3})", re.ASCII | re.IGNORECASE
)
_RESULTS = Choice(
    Result,
    phrases=(
        {Result.PEMENANG: "ada pemenang", Result.DAFTAR_PESERTA: "daftar pendek"},
        {Result.GAGAL: "tender gagal"},
        {Result.GAGAL: "seleksi gagal"},
        {Result.GAGAL: "prakualifikasi gagal"},
    ),
)
# Of which result a cell may say something; others have nothing to say there.
_OF = {
    "winner": Result.PEMENANG,
    "winner_npwp": Result.PEMENANG,
    "price": Result.PEMENANG,
    "ground": Result.GAGAL,
}


@frozen
class PublishedRow:
    """What was published of one tender.

    Attributes:
        line: the line of the table, from 1.
        code: the code of the tender.
        result: what it came to; `None` where a summary of ours says that it waits.
        winner: the name of the winner; empty where the result is another, or the NPWP tells it.
        winner_npwp: its NPWP as it was written; empty where none was published.
        price: the price of the winner in rupiah; `None` where none was published.
        ground: the ground of a failure, by its id; `None` where none was published.
        winner_id: the winner by its id in the package, as a summary of ours has it.
    """

    line: int
    code: str
    result: Result | None
    winner: str = ""
    winner_npwp: str = ""
    price: Decimal | None = None
    ground: str | None = None
    winner_id: str = ""


class Cells:
    """Reads the cells of rows, with the grounds that are declared."""

    def __init__(self, declared: Declarations) -> None:
        self._grounds, self._known = grounds_named(declared), declared.grounds
        self._readers: Mapping[str, Callable[[str], Any]] = {
            "winner": str,
            "winner_npwp": _npwp_in,
            "price": amount_in,
            "ground": self._ground_in,
        }

    def read(self, cells: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        """The cells of a row by their columns: of each that says something a value or a fault."""
        said = {column: _said(cell) for column, cell in cells.items()}
        yield "code", said["code"] or CellError("BCH055", column="code")
        came = _tried(_result_in, said["result"]) if said["result"] else None
        yield "result", came or CellError("BCH055", column="result")
        if came is Result.PEMENANG and not said["winner"] and not said.get("winner_npwp"):
            yield "winner", CellError("BCH055", column="winner")
        for column, reader in self._readers.items():
            text = said.get(column, "")
            if text and isinstance(came, Result) and came is not _OF[column]:
                yield column, CellError("BCH059", column=column, result=said["result"][:_SHOWN])
            elif text:
                yield column, _tried(reader, text)

    def read_own(self, cells: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        """The cells of a row that `tender batch --summary` wrote, with the winner by its id."""
        said = {column: said_in(cells.get(column, "")) for column in ("code", *_OF)}
        yield "code", said["code"]
        yield "result", _tried(_result_in, cells["result"]) if cells.get("result") else None
        yield "winner_id", said["winner"]
        if said["price"]:
            yield "price", _tried(_own_amount, said["price"])
        if said["ground"]:
            yield "ground", _tried(self._ground_in, said["ground"])

    def _ground_in(self, text: str) -> str:
        found = str(self._grounds.read(_given(text)))
        if found not in self._known:
            raise CellError("BCH053", found=text[:_SHOWN])
        return found


@lru_cache(maxsize=64)
def _result_in(text: str) -> Result:
    found = str(_RESULTS.read(_given(text)))
    if found not in _RESULTS.members:
        raise CellError("BCH054", found=text[:_SHOWN], known=", ".join(_RESULTS.members))
    return Result(found)


def amount_in(text: str) -> Decimal:
    """An amount, plain (`1234567.89`) or Indonesian (`Rp1.234.567,89`), of at least zero.

    Raises:
        CellError: it is none, or may be two.

    >>> amount_in("Rp1.234.567,89"), amount_in("1234567.89"), amount_in("1.234.567")
    (Decimal('1234567.89'), Decimal('1234567.89'), Decimal('1234567'))
    """
    if found := _EITHER.fullmatch(text):
        whole, rest = found.groups()
        both = {"thousands": f"{whole}{rest}", "decimals": f"{whole},{rest}"}
        raise CellError("BCH051", found=text, **both)
    amount = Decimal(text) if _PLAIN.fullmatch(text) else amount_of(text)
    if amount is None or amount < 0:
        raise CellError("BCH050", found=text[:_SHOWN])
    return amount


def _own_amount(text: str) -> Decimal:
    """An amount as we write it: a point parts thousands, where a program of tables put one."""
    if (amount := amount_of(text)) is None:
        raise CellError("BCH050", found=text[:_SHOWN])
    return amount


def _npwp_in(text: str) -> str:
    if not sixteen(text):
        raise CellError("BCH052", found=text[:_SHOWN])
    return text


def _said(cell: str) -> str:
    """What a cell says; a dash says nothing."""
    text = cell.strip()
    return "" if is_none(text) else text


def _tried(read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except CellError as error:
        return error


def _given(text: str) -> Any:
    """A cell of text, as the kinds of the workbook take it."""
    return SimpleNamespace(value=text, number_format="@")
