"""Which values of the law an evaluation will rest on, as far as the tender alone says."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tender_engine.evaluation import Rank
from tender_engine.findings import UsedValue
from tender_engine.law import Ask, Law, Rule
from tender_engine.model import NOTHING_KNOWN, Member, Participant, Tender
from tender_engine.terms import Contract, Envelope, StageId
from tender_rules.procurement_kind import WEIGHED, is_seleksi
from tender_rules.stages import administration, pool, qualification
from tender_rules.stages.files import BidFile
from tender_rules.stages.orders import BY_METHOD, OrderFile
from tender_rules.stages.preference import asks_of_lines
from tender_rules.stages.unsealing import RULES, EnvelopeFile

__all__ = ["values_ahead"]

_NOBODY = Rank(1, "", "", Fraction(0))
# One firm, and a KSO of two.
_UNKNOWN = (
    Participant("", ""),
    Participant("", "", members=(Member("a", "", lead=True), Member("b", ""))),
)
# Whose rules look at what the document asks before they look at what is known of a bidder.
_OF_BIDDERS: Mapping[StageId, Sequence[Rule[BidFile]]] = {
    StageId.EVALUASI_ADMINISTRASI: administration.RULES,
    StageId.EVALUASI_KUALIFIKASI: qualification.RULES,
}


def values_ahead(tender: Tender, law: Law, *, kso: bool = False) -> tuple[UsedValue, ...]:
    """What is asked whatever the bids are: of a bidder of whom nothing is known, of any price.

    What only some bids are asked for, as a low price is, is known once they are there; what only
    a `kso` is asked for as soon as one is.
    """
    ask = Ask(law)
    for of_all in pool.RULES:
        of_all.decide(tender.asks(StageId.PENAWARAN_DIEVALUASI), ask)
    for stage, rules in _OF_BIDDERS.items():
        for bidder in _UNKNOWN[: 1 + kso]:
            file = BidFile(tender, bidder, tender.asks(stage), NOTHING_KNOWN)
            for each in rules:
                each.decide(file, ask)
    if tender.envelope is not Envelope.SATU_FILE:
        for one in RULES:
            one.decide(EnvelopeFile(tender, handed_in=True, over=False), ask)
    if tender.contract is Contract.WAKTU_PENUGASAN:
        ask.text("correction.waktu_penugasan")
    asks_of_lines(tender, ask)
    if tender.method in WEIGHED:
        BY_METHOD[tender.method].decide(OrderFile(tender, _NOBODY, None, None), ask)
    if is_seleksi(tender):
        ask.text("negotiation.ceiling")
    return tuple(ask.used.values())
