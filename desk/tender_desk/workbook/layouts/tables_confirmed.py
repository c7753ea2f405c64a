"""The sheet `Konfirmasi`: what no text of the law says, to be confirmed against the document.

A row says in the words of the law what a value is and which one stands. "ya" confirms it, as an
event would; another value is the document's own, confirmed as well.
"""

from tender_desk.workbook.kinds import (
    CLAUSE,
    FLAG,
    NUMBER,
    PROSE,
    TEXT,
    CellError,
    Given,
    TextKind,
    grouped,
)
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.layout import Table, column

__all__ = ["AGREED", "ANSWER", "CODE", "CONFIRMED", "REFUSED", "STANDS", "WHAT"]

AGREED, REFUSED = "ya", "tidak"


class _Value(TextKind):
    """A value in words. Excel makes a number of `65%`, and keeps how it is shown."""

    def read(self, cell: Given) -> str | None:
        number = NUMBER.read(cell) if isinstance(cell.value, int | float) else None
        if number is None:
            return super().read(cell)
        return grouped(number) + "%" * ("%" in (cell.number_format or ""))


class _Answer(_Value):
    """`ya`, or the document's own value in words."""

    terms = (AGREED,)
    open = True

    def read(self, cell: Given) -> str | None:
        try:
            agreed = FLAG.read(cell)
        except CellError:
            return super().read(cell)
        return None if agreed is None else AGREED if agreed else REFUSED


_AT = column("Waktu", "at", TIME, 18)
WHAT = column("Ketentuan", "what", PROSE, 48, told=True)
STANDS = column("Nilai yang berlaku", "stands", _Value(), 40, told=True)
ANSWER = column("Jawaban", "value", _Answer(), 30, needed=True)
CODE = column("Kode ketentuan", "param", TEXT, 24, told=True, hidden=True)
CONFIRMED = Table(
    "Konfirmasi",
    "Ketentuan yang harus ditegaskan terhadap Dokumen Pemilihan",
    "Tulis 'ya' bila Dokumen Pemilihan menetapkan nilai itu, atau nilai menurutnya, dan klausulnya."
    " Waktu kosong: waktu di atas. Diisi oleh tender worksheet; jawaban tidak diubah.",
    ("events",),
    (
        WHAT,
        STANDS,
        ANSWER,
        column("Klausul", "clause", CLAUSE, 24, needed=True),
        _AT,
        column("Alasan", "reason", PROSE, 36),
        column("Keterangan", "read", PROSE, 48, told=True),
        CODE,
    ),
    takes=lambda _: False,  # written as any other event, and told here only by those who answer
    constant={"type": "konfirmasi_nilai"},
    loose=True,
    rare=True,
    once=_AT,
)
