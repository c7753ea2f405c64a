"""How a tender is held, as SPSE prints it in one line of its page (*Sistem Pengadaan*).

`Tender - Pascakualifikasi Satu File - Harga Terendah Sistem Gugur` says how bidders qualify, how
bids are handed in and how they are evaluated. Whoever copies it need not type the first two.
"""

import re
from typing import Any, Self

from tender_desk.workbook.kinds import Choice, Part, folded_word
from tender_engine.terms import Envelope, Method, ProcedureName

__all__ = ["METHOD", "Printed", "say_apart"]

# What is held by a Pokja; a *Tender Cepat* evaluates nothing.
_HELD = ("tender", "tender ulang", "seleksi", "seleksi ulang")
_PARTS = re.compile(r"\s+[-–]\s+")
_PROCEDURE, _ENVELOPE = Choice(ProcedureName), Choice(Envelope)


class Printed(str):
    """A method of evaluation that was typed with all that SPSE prints before it."""

    typed: str
    before: dict[str, str]

    def __new__(cls, method: str, typed: str, before: dict[str, str]) -> Self:
        """A method, the line in which it was typed, and what that says before it."""
        made = super().__new__(cls, method)
        made.typed, made.before = typed, before
        return made


class _Method(Choice):
    """A method of evaluation, or the whole line."""

    def read(self, cell: Any) -> str | None:
        said = super().read(cell)
        if said is None or said in self.members:
            return said
        held, *parts = _PARTS.split(said)
        if folded_word(held) not in _HELD or len(parts) != len(("how", "method")):
            return said
        (qualified, _, handed_in), last = parts[0].partition(" "), parts[1]
        procedure, envelope = _PROCEDURE.read(Part(qualified)), _ENVELOPE.read(Part(handed_in))
        method = super().read(Part(last))
        if procedure in _PROCEDURE.members and envelope in _ENVELOPE.members:
            before = {"procedure": str(procedure), "envelope": str(envelope)}
            return Printed(str(method), said, before) if method in self.members else said
        return said


METHOD = _Method(Method)


def say_apart(tender: dict[str, Any]) -> None:
    """Put what such a line says where it belongs; beside another value it is no method at all."""
    method = tender.get("method")
    if isinstance(method, Printed):
        known = {*_PROCEDURE.members, *_ENVELOPE.members}
        typed = {key: tender[key] for key in method.before if tender.get(key) in known}
        other = typed != {key: method.before[key] for key in typed}
        tender["method"] = method.typed if other else str(method)
        for key, term in () if other else method.before.items():
            tender.setdefault(key, term)
