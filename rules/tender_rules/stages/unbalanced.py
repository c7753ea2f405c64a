"""Harga satuan timpang: unit prices far above the estimate's. They never fail a bid.

Everything here stays inside: the estimate's unit prices are confidential.
"""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from tender_engine.clarified import Unbalanced
from tender_engine.findings import Notice, natural
from tender_engine.law import Ask, Outcome, passes, rule
from tender_engine.model import HpsLine, PriceLine
from tender_engine.numbers import ZERO
from tender_engine.terms import UnbalancedOutcome
from tender_rules.citations import perpres, secondary
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.files import PriceFile

__all__ = ["Candidate", "candidates", "notices", "unbalanced"]

_EVERY_LINE = "setiap_baris"
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


def candidates(file: PriceFile, ask: Ask) -> tuple[Candidate, ...]:
    """Every line offered strictly above the line, of those that the reading in force looks at."""
    lumsum = _in_a_lumsum(file, ask)
    above = [*file.high, *(lumsum if lumsum and _looks_at_all(ask) else ())]
    if not above:
        return ()
    known = {found.id: found for found in file.unbalanced}
    estimate = {line.id: line for line in file.tender.hps.lines or ()}
    ordered = sorted(above, key=lambda line: natural(line.id))
    return tuple(
        Candidate(estimate[line.id], line.unit_price or ZERO, known.get(line.id))
        for line in ordered
    )


def _looks_at_all(ask: Ask) -> bool:
    return ask.text("price.unbalanced_for") == _EVERY_LINE


def _in_a_lumsum(file: PriceFile, ask: Ask) -> list[PriceLine]:
    """Lines above the line that are not paid by their unit price."""
    fixed = file.schedule.fixed
    if not fixed or not file.price.lines:
        return []
    share = ask.decimal("price.unbalanced_above_share")
    return [
        line
        for line in file.price.lines
        if line.id in fixed
        and line.unit_price is not None
        and line.unit_price > fixed[line.id].unit_price * share
    ]


def _left_out(file: PriceFile, ask: Ask) -> str:
    """The lines of a lumsum that the reading in force does not look at."""
    lumsum = _in_a_lumsum(file, ask)
    names = sorted((line.id for line in lumsum), key=natural)
    return "" if not names or _looks_at_all(ask) else ", ".join(names)


@rule(
    "price.unbalanced",
    "Harga satuan timpang",
    perpres("Pasal 26 ayat (5) huruf a"),
    secondary("Perpres 54/2010", "Penjelasan Pasal 92"),
    since="2018-03-22",
)
def unbalanced(file: PriceFile, ask: Ask) -> Outcome | None:
    """A unit price strictly above the line is clarified; only people call it timpang."""
    if is_seleksi(file.tender):
        return None
    found, left_out = candidates(file, ask), _left_out(file, ask)
    if not found and not left_out:
        return None
    ask.decimal("price.unbalanced_above_share")
    said = [f"{x.line.id} {_OUTCOMES[x.outcome]}" for x in found]
    if left_out:
        said.append(f"tidak diperiksa dalam lumsum {left_out}")
    facts = {
        word.replace(" ", "_"): ", ".join(x.line.id for x in found if x.outcome == outcome)
        for outcome, word in _OUTCOMES.items()
    }
    known = {name: lines for name, lines in facts.items() if lines}
    if left_out:
        known["tidak_diperiksa"] = left_out
    return passes(f"Harga satuan di atas batas terhadap HPS: {', '.join(said)}", **known)


def notices(file: PriceFile, ask: Ask) -> Iterator[Notice]:
    """Which unit prices are still to be clarified, and notes on lines that need none."""
    found = () if is_seleksi(file.tender) else candidates(file, ask)
    if not found and not file.unbalanced:
        return
    open_ = ", ".join(x.line.id for x in found if x.outcome is None)
    if open_:
        words = f"Harga satuan jauh di atas harga satuan HPS, untuk diklarifikasi: {open_}."
        yield Notice("HARGA_SATUAN_TIMPANG", words, file.bidder.id)
    high = {x.line.id for x in found}
    stray = sorted((x.id for x in file.unbalanced if x.id not in high), key=natural)
    if stray:
        words = f"Catatan harga satuan timpang tidak dipakai pada baris: {', '.join(stray)}."
        yield Notice("CATATAN_TIMPANG_TIDAK_DIPAKAI", words, file.bidder.id)
