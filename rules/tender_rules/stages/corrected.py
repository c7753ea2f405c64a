"""The document's lines and each bid once corrected, made once in an evaluation."""

from decimal import Decimal

from tender_engine.law import Ask, Law
from tender_engine.model import Price, Tender
from tender_engine.numbers import ZERO
from tender_engine.terms import Contract, Rounding, StageId
from tender_engine.workflow import Case, once
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.correction import correct, rounded
from tender_rules.stages.known_vat import known_base
from tender_rules.stages.offered import line_prices
from tender_rules.stages.schedule import Corrected, Schedule

__all__ = ["by_bidders_rate", "corrected_of", "lines_corrected", "schedule_for", "schedule_of"]


@once
def schedule_of(case: Case) -> Schedule:
    """The document's lines."""
    return schedule_for(case.package.tender, case.ask)


def schedule_for(tender: Tender, ask: Ask) -> Schedule:
    """The lines of `tender`; of a Tender by unit prices with the line of clarification."""
    if tender.asks(StageId.KOREKSI_ARITMATIK).rounding is Rounding.NONE:
        ask.text("correction.rounded_to")
    # Only a unit price can be out of proportion to the HPS, and only of a Tender is it asked about.
    by_unit = tender.contract in (Contract.HARGA_SATUAN, Contract.GABUNGAN)
    clarified = by_unit and not is_seleksi(tender)
    share = ask.decimal("price.unbalanced_above_share") if clarified else None
    return Schedule.of(tender.hps, tender.contract, share, known_base(ask.law))


def by_bidders_rate(law: Law) -> bool:
    """Whether corrected lines take the bid's PPN rate, not the document's."""
    return law.value("correction.vat_rate").value == "penawaran"


# Several stages ask, and the same object has to answer: what was corrected is told once.
@once
def corrected_of(case: Case, name: str) -> tuple[Corrected | None, str]:
    """The corrected price of `name`, or the code of what is missing to make it.

    Raises:
        SealedError: no stage has opened its price.
    """
    # Through the seals: whoever asks before the price is opened ends here.
    price = case.price(name)
    if price is None:
        return None, "harga"
    asked = case.package.tender.asks(StageId.KOREKSI_ARITMATIK)
    binding = asked.binding or case.law.value("correction.binding_total").value
    rate = by_bidders_rate(case.law)
    return correct(price, schedule_of(case), asked, binding=binding, bidder_rate=rate)


def lines_corrected(tender: Tender, price: Price, law: Law) -> Decimal:
    """What the lines of `price` come to with PPN once corrected, to compare a reading with.

    Correction leaves a lumsum price as it is stated; its lines count as they are written.
    """
    # An `Ask` of its own: looking at a reading is no use of the law by an evaluation.
    schedule = schedule_for(tender, Ask(law))
    prices = line_prices(price, schedule, bidder_rate=by_bidders_rate(law))
    total = sum(prices.values(), ZERO)
    return rounded(total, tender.asks(StageId.KOREKSI_ARITMATIK).rounding)
