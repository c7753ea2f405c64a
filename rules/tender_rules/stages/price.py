"""Evaluasi harga: ceilings of HPS and pagu, costs of a life, and bids so low that people look."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from tender_engine.declared import StageWords, Words
from tender_engine.evaluation import PriceResult
from tender_engine.findings import Awaiting, Notice
from tender_engine.judgement import Ballot
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Participant
from tender_engine.numbers import ZERO
from tender_engine.terms import Method, StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres, secondary
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages import low_bids, preference, unbalanced
from tender_rules.stages.auction import auction_price, auction_with
from tender_rules.stages.bonds import bond_of
from tender_rules.stages.deciding import added_checks
from tender_rules.stages.files import PriceFile, price_file
from tender_rules.stages.judged import apply_rules, by_judgement, found_by, outcome_of
from tender_rules.stages.ranking import undecided
from tender_rules.words import rupiah

__all__ = ["price"]

_STAGE = StageId.EVALUASI_HARGA


@rule(
    "price.ceiling",
    "Batas tertinggi penawaran yang sah",
    # The article bounds a bid; that its corrected price is meant was read elsewhere.
    secondary("Perpres 16/2018", "Pasal 26 ayat (5) huruf b"),
    since="2018-03-22",
)
def ceiling(file: PriceFile, ask: Ask) -> Outcome | None:
    """A corrected total with PPN does not exceed the total HPS, to the last sen.

    The HPS bounds what a Tender may take; a consultant above it is talked down (Pasal 50 ayat (3)).
    """
    if is_seleksi(file.tender):
        return None
    ask.text("price.ceiling_price")
    limit = file.tender.hps.total * ask.decimal("price.ceiling_share")
    facts = {"total_terkoreksi": file.total, "batas": limit}
    if file.total > limit:
        total, most = rupiah(file.total), rupiah(limit)
        words = f"Harga penawaran terkoreksi {total} melebihi nilai total HPS {most}"
        return fails(words, **facts)
    return passes("Harga penawaran terkoreksi tidak melebihi nilai total HPS", **facts)


@rule(
    "price.budget",
    "Batas Pagu Anggaran",
    perpres("Pasal 42 ayat (4)"),
    since="2018-03-22",
)
def budget(file: PriceFile, ask: Ask) -> Outcome | None:
    """Under the method Pagu Anggaran a corrected cost does not exceed the Pagu Anggaran."""
    if file.tender.method is not Method.PAGU_ANGGARAN:
        return None
    limit = file.tender.pagu
    facts = {"total_terkoreksi": file.total, "batas": limit}
    if file.total > limit:
        total, most = rupiah(file.total), rupiah(limit)
        return fails(f"Biaya penawaran terkoreksi {total} melebihi Pagu Anggaran {most}", **facts)
    return passes("Biaya penawaran terkoreksi tidak melebihi Pagu Anggaran", **facts)


@rule(
    "price.life_cycle",
    "Biaya selama umur ekonomis",
    perpres("Pasal 39 ayat (3)"),
    since="2018-03-22",
    awaits="life_cycle",
)
def life_cycle(file: PriceFile, ask: Ask) -> Outcome | None:
    """Operation, maintenance and what remains are known, where they are counted with the price."""
    if file.tender.method is not Method.UMUR_EKONOMIS:
        return None
    costs = file.price.life_cycle
    if costs is None:
        words = "Biaya operasional, biaya pemeliharaan, dan nilai sisa belum diketahui"
        return waits(words, "biaya_umur_ekonomis")
    ask.text("umur_ekonomis.discounting")
    facts = {
        "total_terkoreksi": file.total,
        "biaya_operasional": sum(costs.operating, ZERO),
        "biaya_pemeliharaan": sum(costs.maintenance, ZERO),
        "nilai_sisa": costs.residual,
    }
    return passes("Biaya selama umur ekonomis diketahui seluruhnya", **facts)


RULES = (
    ceiling,
    budget,
    life_cycle,
    auction_price,
    preference.preference,
    unbalanced.unbalanced,
)


@rule(
    "price.criteria",
    "Persyaratan harga dinilai Pokja Pemilihan",
    perpres("Pasal 50 ayat (1) huruf f"),
    since="2018-03-22",
)
def criteria(ballot: Ballot, ask: Ask) -> Outcome | None:
    """What else the document asks of a price is judged by the panel."""
    return outcome_of(ballot)


_OWN = (*RULES, *low_bids.RULES)


def _decide(case: Case, bidder: Participant) -> Decision:
    auction = auction_with(case, bidder.id)
    file = price_file(case, bidder, auction)
    preferred = preference.preference_of(file, case.ask)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    found += added_checks(case, _STAGE, bidder, _OWN)
    ballots = [
        pair
        for pair in by_judgement(case, _STAGE, bidder, criteria)
        if pair[0].criterion.id != low_bids.FAIRNESS.key
    ]
    ballot = low_bids.ballot_on(case, file, auction)
    if low_bids.needs_fairness(file, case.ask):
        low = low_bids.LowBid(file, ballot)
        ballots.append((ballot, found_by(case, _STAGE, bidder, low_bids.fairness, ballot)))
        found += apply_rules(case, _STAGE, bidder, (low_bids.analysis,), low)
        _tell(case, low_bids.notices(low, case.ask))
    else:
        _tell(case, low_bids.needless(file, ballot))
    _tell(case, _notices(case, file, preferred))
    found += [pair for _, pair in ballots]
    votes = tuple([vote for ballot, _ in ballots for vote in ballot.votes])
    return decide_by(found, votes, "Harga penawaran memenuhi.", _priced(case, file, preferred))


def _priced(case: Case, file: PriceFile, preferred: preference.Preference | None) -> PriceResult:
    """The price as an auction left it, and what it counts as under a preference.

    No auction brings a bid back that was above the ceiling.
    """
    made = case.prices[file.bidder.id]
    made = evolve(made, hea=preferred.hea) if preferred else made
    if file.auctioned is None:
        return made
    if file.total > file.tender.hps.total * case.ask.decimal("price.ceiling_share"):
        return evolve(made, reverse_auction_total=file.auctioned)
    by_auction = case.ask.text("bond.after_auction") == "harga_reverse_auction"
    bond = bond_of(case, file.offer if by_auction else file.total, file.offer)
    return evolve(
        made,
        reverse_auction_total=file.auctioned,
        final_total=file.offer,
        performance_bond=bond,
    )


def _tell(case: Case, notices: Iterable[Notice]) -> None:
    for notice in notices:
        case.notice(notice)


def _notices(
    case: Case, file: PriceFile, preferred: preference.Preference | None
) -> Iterator[Notice]:
    falls = file.tender.method is Method.PAGU_ANGGARAN and file.total > file.tender.pagu
    if is_seleksi(file.tender) and file.total > file.tender.hps.total and not falls:
        words = "Biaya penawaran terkoreksi di atas nilai total HPS; untuk dinegosiasikan."
        yield Notice("BIAYA_DI_ATAS_HPS", words, file.bidder.id, audience="publik")
    yield from unbalanced.notices(file, case.ask)
    yield from preference.notices(case)
    yield from preference.unknown_tkdn(file.bidder.id, preferred)
    yield from preference.stated_twice(file.bidder.id, file.price, case.law)


def _awaits(case: Case) -> Iterable[Awaiting]:
    for name in undecided(case):
        yield Awaiting(_STAGE, name, None, "keputusan_peringkat", ("pokja",))


price = Stage(
    _STAGE,
    StageWords(
        Words("Evaluasi harga", "Price evaluation (evaluasi harga)"), Words("Harga", "Price")
    ),
    _decide,
    awaits=_awaits,
    rules=(*RULES, *low_bids.RULES, criteria),
    # A bid that waits for its corrected total holds up no other.
    passed=(StageId.KOREKSI_ARITMATIK,),
)
