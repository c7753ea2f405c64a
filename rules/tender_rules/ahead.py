"""Which values of the law an evaluation will rest on, as far as the tender alone says."""

from fractions import Fraction

from tender_engine.evaluation import Rank
from tender_engine.findings import UsedValue
from tender_engine.law import Ask, Law
from tender_engine.model import Tender
from tender_engine.terms import Contract, Envelope
from tender_rules.procurement_kind import WEIGHED, is_seleksi
from tender_rules.stages.orders import BY_METHOD, OrderFile
from tender_rules.stages.preference import applies
from tender_rules.stages.unsealing import RULES, EnvelopeFile

__all__ = ["values_ahead"]

_NOBODY = Rank(1, "", "", Fraction(0))


def values_ahead(tender: Tender, law: Law) -> tuple[UsedValue, ...]:
    """What is asked whatever the bids are: how prices are opened, corrected, ordered, talked over.

    What only some bids are asked for, as a low price is, is known once they are there.
    """
    ask = Ask(law)
    if tender.envelope is not Envelope.SATU_FILE:
        for one in RULES:
            one.decide(EnvelopeFile(tender, handed_in=True, over=False), ask)
    if tender.contract is Contract.WAKTU_PENUGASAN:
        ask.text("correction.waktu_penugasan")
    applies(tender, ask)
    if tender.method in WEIGHED:
        BY_METHOD[tender.method].decide(OrderFile(tender, _NOBODY, None, None), ask)
    if is_seleksi(tender):
        ask.text("negotiation.ceiling")
    return tuple(ask.used.values())
