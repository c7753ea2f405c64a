"""Bids so low that people look: what is asked, what the analysis proposes, and who judges."""

from collections.abc import Iterator

from attrs import frozen

from tender_engine.declared import Check, Words
from tender_engine.events import ReverseAuction
from tender_engine.findings import Notice
from tender_engine.judgement import Ballot
from tender_engine.law import Ask, Outcome, passes, rule
from tender_engine.model import Criterion
from tender_engine.numbers import terminating
from tender_engine.terms import AssessmentVerdict, StageId
from tender_engine.workflow import Case, once
from tender_rules.citations import perpres
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.fairness import Fairness, analysed, asked_lines, otherwise_offered
from tender_rules.stages.files import PriceFile
from tender_rules.stages.judged import outcome_of
from tender_rules.words import rupiah

__all__ = [
    "CHECKS",
    "FAIRNESS",
    "RULES",
    "LowBid",
    "analysis",
    "ballot_on",
    "fairness",
    "needless",
    "needs_fairness",
    "notices",
]

_STAGE = StageId.EVALUASI_HARGA
FAIRNESS: Check[None, None] = Check(
    "kewajaran_harga",
    _STAGE,
    Words("kewajaran harga", "reasonableness of the price (kewajaran harga)"),
    hint="hanya klausulnya",
    judged=True,
)
CHECKS = (FAIRNESS,)
_JUDGED_ANEW = "dinilai_kembali"
_WITHOUT = {"tanpa_keuntungan": "tanpa keuntungan", "dengan_keuntungan": "dengan keuntungan"}


@frozen
class LowBid:
    """A bid below the line, its analysis if there is one, and what the panel says."""

    file: PriceFile
    ballot: Ballot


@rule(
    "price.fairness",
    "Kewajaran harga penawaran",
    perpres("Pasal 26 ayat (5) huruf a"),
    since="2018-03-22",
    check=FAIRNESS,
)
def fairness(ballot: Ballot, ask: Ask) -> Outcome | None:
    """A bid strictly below the line is not failed for it: the Pokja clarifies and judges."""
    ask.decimal("price.fairness_below_share")
    return outcome_of(ballot)


@rule(
    "price.fairness_analysis",
    "Analisis kewajaran harga",
    perpres("Pasal 26 ayat (5) huruf a"),
    since="2018-03-22",
)
def analysis(bid: LowBid, ask: Ask) -> Outcome | None:
    """What the clarified coefficients and prices come to is proposed; the panel's word decides."""
    found = _analysed(bid.file, ask)
    if found is None:
        return None
    ask.text("fairness.coefficient_fallback")
    if found.others:
        ask.text("fairness.other_lines")
    if found.cost is None or found.bid is None:
        return passes(f"Analisis kewajaran harga belum lengkap: {', '.join(found.missing)}")
    proposed = "wajar" if found.proposed else "tidak wajar"
    word = bid.ballot.verdict
    return passes(
        f"Analisis mengusulkan {proposed}: penawaran tanpa PPN {rupiah(found.bid)}, harga "
        f"hasil klarifikasi {_WITHOUT[ask.text('fairness.comparison')]} {rupiah(found.cost)}",
        penawaran_tanpa_ppn=terminating(found.bid) or found.bid,
        hasil_klarifikasi=terminating(found.cost) or found.cost,
        usulan=proposed,
        penilaian=word or "belum ada",
        sesuai=None if word is None else _agrees(found, word),
    )


RULES = (fairness, analysis)


def _analysed(file: PriceFile, ask: Ask) -> Fairness | None:
    return None if file.analysis is None else analysed(file, file.analysis, ask)


def _agrees(found: Fairness, word: AssessmentVerdict) -> bool:
    return found.proposed == (word is AssessmentVerdict.MEMENUHI)


def needs_fairness(file: PriceFile, ask: Ask) -> bool:
    """Whether the bid lies strictly below the line under which fairness is judged.

    It is for Tender; no text that was read has it for consultancy.
    """
    if is_seleksi(file.tender):
        return False
    return file.offer < file.tender.hps.total * ask.decimal("price.fairness_below_share")


def ballot_on(case: Case, file: PriceFile, auction: ReverseAuction | None) -> Ballot:
    """The panel's vote on the price; what was said before an auction lowered it is not on it."""
    asked = _asked(case)
    name = file.bidder.id
    ballot = case.judgements.ballot(_STAGE, name, asked, general=False)
    if auction is None or file.offer >= file.total:
        return ballot
    if case.ask.text("auction.fairness") != _JUDGED_ANEW:
        return ballot
    lowered = auction.at
    anew = case.judgements.ballot(
        _STAGE, name, asked, general=False, counts=lambda entry: entry.at >= lowered
    )
    if any(vote.entry.at < lowered for vote in ballot.votes):
        words = "Penilaian kewajaran sebelum reverse auction tidak menjawab harga sesudahnya."
        case.notice(Notice("PENILAIAN_SEBELUM_REVERSE_AUCTION", words, name))
    return anew


@once
def _asked(case: Case) -> Criterion:
    """The built-in criterion, with the document's words for it where it lists them."""
    asked = case.package.tender.asks(_STAGE)
    own = (criterion for criterion in asked.criteria if criterion.id == FAIRNESS.key)
    return next(own, Criterion(FAIRNESS.key, FAIRNESS.words.id, asked.clauses.get(FAIRNESS.key)))


def notices(bid: LowBid, ask: Ask) -> Iterator[Notice]:
    """What to ask the bidder for, and where the panel's word and the analysis part."""
    file, name = bid.file, bid.file.bidder.id
    ask.text("fairness.asked_lines")
    found, asked = _analysed(file, ask), asked_lines(file.tender)
    given = {line.line.id for line in found.lines} if found else set()
    absent = [line for line in asked if line not in given]
    if absent and (bid.ballot.verdict is None or found is not None):
        words = f"Minta analisis harga satuan paling kurang untuk baris {', '.join(absent)}."
        yield Notice("ANALISIS_HARGA_DIMINTA", words, name)
    if found is not None and found.missing:
        words = f"Analisis kewajaran harga belum lengkap: {', '.join(found.missing)}."
        yield Notice("ANALISIS_BELUM_LENGKAP", words, name)
    if found is not None and (differing := list(otherwise_offered(file, found))):
        words = f"Harga satuan ditawarkan pada analisis kewajaran berbeda: {'; '.join(differing)}."
        yield Notice("HARGA_ANALISIS_BERBEDA", words, name)
    if bid.ballot.verdict is not None and found is None:
        words = "Kewajaran harga dinilai tanpa analisis harga satuan dalam paket."
        yield Notice("KEWAJARAN_TANPA_ANALISIS", words, name)
    word = bid.ballot.verdict
    if found and word and found.proposed is not None and not _agrees(found, word):
        proposed = "wajar" if found.proposed else "tidak wajar"
        told = "wajar" if word is AssessmentVerdict.MEMENUHI else "tidak wajar"
        words = f"Analisis mengusulkan {proposed}, Pokja Pemilihan menilai {told}."
        yield Notice("KEWAJARAN_BERBEDA", words, name)


def needless(file: PriceFile, ballot: Ballot) -> Iterator[Notice]:
    """What was judged or analysed about a price that does not lie below the line."""
    why = "harga tidak di bawah batasnya"
    if ballot.votes:
        words = f"Penilaian kewajaran harga tidak dipakai: {why}."
        yield Notice("PENILAIAN_TIDAK_DIPAKAI", words, file.bidder.id)
    if file.analysis is not None:
        words = f"Analisis kewajaran harga tidak dipakai: {why}."
        yield Notice("ANALISIS_TIDAK_DIPAKAI", words, file.bidder.id)
