"""How a tender is held, and what is procured, as SPSE and papers print it.

SPSE says the first in one line of its page (*Sistem Pengadaan*).

`Tender - Pascakualifikasi Satu File - Harga Terendah Sistem Gugur` says how bidders qualify, how
bids are handed in and how they are evaluated. Whoever copies it need not type the first two.
"""

import re
from typing import Any, Self

from tender_desk.workbook.kinds import Choice, Part, as_typed, folded_word
from tender_engine.terms import Category, Envelope, Method, ProcedureName

__all__ = ["CATEGORY", "ENVELOPE", "METHOD", "Printed"]

# What is held by a Pokja; a *Tender Cepat* evaluates nothing.
_HELD = ("tender", "tender ulang", "seleksi", "seleksi ulang")
_PARTS = re.compile(r"\s+-\s+")
_PROCEDURE = Choice(ProcedureName)
# Documents on paper were handed in in covers, and standard documents still say so.
ENVELOPE = Choice(
    Envelope,
    phrases=[{Envelope.SATU_FILE: "satu sampul", Envelope.DUA_FILE: "dua sampul"}],
    before=("metode", "sistem"),
)


class Printed(str):
    """A method of evaluation that was typed with all that SPSE prints before it."""

    before: dict[str, str]

    def __new__(cls, method: str, before: dict[str, str]) -> Self:
        """A method, and what the line in which it was typed says before it."""
        made = super().__new__(cls, method)
        made.before = before
        return made

    def of(self, method: str) -> "Printed":
        """The same line beside another method; one that was typed as a line is its own."""
        return method if isinstance(method, Printed) else Printed(method, self.before)


class _Method(Choice):
    """A method of evaluation, or the whole line."""

    def read(self, cell: Any) -> str | None:
        said = super().read(cell)
        if said is None or said in self.members:
            return said
        held, *parts = _PARTS.split(as_typed(said))
        if folded_word(held) not in _HELD or len(parts) != len(("how", "method")):
            return said
        (qualified, _, handed_in), last = parts[0].partition(" "), parts[1]
        procedure, envelope = _PROCEDURE.read(Part(qualified)), ENVELOPE.read(Part(handed_in))
        method = super().read(Part(last))
        if procedure in _PROCEDURE.members and envelope in ENVELOPE.members:
            before = {"procedure": str(procedure), "envelope": str(envelope)}
            return Printed(str(method), before) if method in self.members else said
        return said


# How SPSE says of consultants what they are for, behind the law's words.
_FOR_WORKS = re.compile(r"(?:(?<=usaha)|(?<=perorangan)) (?:non )?konstruksi$")


class _Category(Choice):
    """What is procured, or that with what SPSE says behind it."""

    def read(self, cell: Any) -> str | None:
        said = super().read(cell)
        if said is None or said in self.members:
            return said
        found = super().read(Part(_FOR_WORKS.sub("", folded_word(said))))
        return found if found in self.members else said


METHOD = _Method(Method, before=("metode evaluasi", "metode", "evaluasi", "sistem"))
CATEGORY = _Category(Category, before=("pengadaan",))
