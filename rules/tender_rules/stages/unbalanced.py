"""Harga satuan timpang: unit prices far above the estimate's. They never fail a bid.

Everything here stays inside: the estimate's unit prices are confidential.
"""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from tender.clarified import Unbalanced
from tender.findings import Notice, natural
from tender.law import Ask, Outcome, passes, rule
from tender.model import HpsLine
from tender.numbers import ZERO
from tender.terms import UnbalancedOutcome
from tender_rules.citations import perpres, secondary
from tender_rules.stages.files import PriceFile

__all__ = ["Candidate", "candidates", "notices", "unbalanced"]

_OUTCOMES = {
    UnbalancedOutcome.TIMPANG: "timpang",
    UnbalancedOutcome.TIDAK_TIMPANG: "tidak timpang",
    None: "belum diklarifikasi",
}


@frozen
class Candidate:
    """A unit price above the line, in rupiah net of PPN, and what clarifying it found, if known."""

    line: HpsLine
    offered: Decimal
    clarified: Unbalanced | None

    @property
    def outcome(self) -> UnbalancedOutcome | None:
        """What clarification came to; `None` while it is open."""
        return self.clarified.outcome if self.clarified else None


def candidates(file: PriceFile) -> tuple[Candidate, ...]:
    """Every line that is paid by its unit price and offered strictly above the line."""
    if not file.high:
        return ()
    known = {found.id: found for found in file.unbalanced}
    estimate = {line.id: line for line in file.tender.hps.lines or ()}
    ordered = sorted(file.high, key=lambda line: natural(line.id))
    return tuple(
        Candidate(estimate[line.id], line.unit_price or ZERO, known.get(line.id))
        for line in ordered
    )


@rule(
    "price.unbalanced",
    "Harga satuan timpang",
    perpres("Pasal 26 ayat (5) huruf a"),
    secondary("Perpres 54/2010", "Penjelasan Pasal 92"),
    since="2018-03-22",
)
def unbalanced(file: PriceFile, ask: Ask) -> Outcome | None:
    """A unit price strictly above the line is clarified; only people call it timpang."""
    found = candidates(file)
    if not found:
        return None
    ask.decimal("price.unbalanced_above_share")
    said = [f"{x.line.id} {_OUTCOMES[x.outcome]}" for x in found]
    facts = {
        word.replace(" ", "_"): ", ".join(x.line.id for x in found if x.outcome == outcome)
        for outcome, word in _OUTCOMES.items()
    }
    known = {name: lines for name, lines in facts.items() if lines}
    return passes(f"Harga satuan di atas batas terhadap HPS: {', '.join(said)}", **known)


def notices(file: PriceFile) -> Iterator[Notice]:
    """Which unit prices are still to be clarified, and notes on lines that need none."""
    found = candidates(file)
    open_ = ", ".join(x.line.id for x in found if x.outcome is None)
    if open_:
        words = f"Harga satuan jauh di atas harga satuan HPS, untuk diklarifikasi: {open_}."
        yield Notice("HARGA_SATUAN_TIMPANG", words, file.bidder.id)
    high = {x.line.id for x in found}
    stray = sorted((x.id for x in file.unbalanced if x.id not in high), key=natural)
    if stray:
        words = f"Catatan harga satuan timpang tidak dipakai pada baris: {', '.join(stray)}."
        yield Notice("CATATAN_TIMPANG_TIDAK_DIPAKAI", words, file.bidder.id)
