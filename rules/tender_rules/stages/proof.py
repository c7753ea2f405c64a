"""Pembuktian kualifikasi: in rank order within its scope, with the exemption by SIKaP."""

from collections.abc import Iterable, Iterator, Mapping

from tender.findings import Notice, Verdict
from tender.judgement import Ballot
from tender.law import Ask, Outcome, fails, passes, rule
from tender.model import Participant
from tender.terms import ProofScope, StageId
from tender.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import lkpp, perpres
from tender_rules.stages.files import BidFile, bid_file
from tender_rules.stages.judged import apply_rules, by_judgement, outcome_of
from tender_rules.stages.methods import ordering
from tender_rules.stages.one_bid import fell_in_early_talks
from tender_rules.stages.ranking import rank, tied

__all__ = ["RULES", "proof", "proof_of_applicants"]

_STAGE = StageId.PEMBUKTIAN_KUALIFIKASI


def _exempt(file: BidFile) -> bool:
    return file.facts.sikap_qualified is True


@rule(
    "proof.sikap",
    "Terkualifikasi dalam SIKaP",
    perpres("Pasal 44 ayat (8)"),
    since="2018-03-22",
)
def sikap(file: BidFile, ask: Ask) -> Outcome | None:
    """Whoever is qualified in the Sistem Informasi Kinerja Penyedia needs no proof."""
    if not _exempt(file):
        return None
    return passes("Telah terkualifikasi dalam SIKaP, tidak diperlukan pembuktian", sikap=True)


@rule(
    "proof.attendance",
    "Kehadiran pada pembuktian kualifikasi",
    lkpp("Lampiran I angka 4.1.2"),
    since="2018-03-22",
    check="attended",
)
def attendance(file: BidFile, ask: Ask) -> Outcome | None:
    """Who stays away from the proof is out, and the next in rank moves up."""
    if _exempt(file) or file.facts.attended is None:
        return None
    clause = file.clause("attended")
    if file.facts.attended:
        return passes("Menghadiri pembuktian kualifikasi", clause, hadir=True)
    words = f"Tidak menghadiri pembuktian kualifikasi{file.where('attended')}"
    return fails(words, clause, hadir=False)


@rule(
    "proof.criteria",
    "Pembuktian kualifikasi dinilai Pokja Pemilihan",
    lkpp("Lampiran I angka 4.1.2"),
    perpres("Pasal 44 ayat (1)"),
    since="2018-03-22",
)
def criteria(ballot: Ballot, ask: Ask) -> Outcome | None:
    """What was claimed is shown in the original, as the panel judges."""
    return outcome_of(ballot)


RULES = (sikap, attendance)


def _scope(case: Case) -> str:
    """The document's own scope, or the law's where it is silent."""
    return case.package.tender.asks(_STAGE).scope or case.ask(lambda ask: ask.text("proof.scope"))


def _admit(case: Case) -> Iterable[str]:
    if _scope(case) == ProofScope.SEMUA_LULUS_HARGA or ordering(case).in_turn:
        return (name for name in case.arrived(_STAGE) if not fell_in_early_talks(case, name))
    return [] if tied(case) else _in_scope(case)


def _in_scope(case: Case) -> Iterator[str]:
    """The winner-to-be and the reserves; the next as many only once all of them are out."""
    order = [x.participant for x in rank(case) if not fell_in_early_talks(case, x.participant)]
    size = int(case.ask(lambda ask: ask.decimal("award.reserves_most"))) + 1
    for start in range(0, len(order), size):
        called = order[start : start + size]
        yield from called
        if not all(_is_out(case, name) for name in called):
            return


def _is_out(case: Case, name: str) -> bool:
    """Whether `name` fell at the proof, or left when it was to be determined."""
    stages = (_STAGE, StageId.PENETAPAN)
    return any(case.verdict(stage, name) is Verdict.GUGUR for stage in stages)


def _kept_out(case: Case) -> Mapping[str, Decision]:
    if tied(case) or ordering(case).in_turn:
        return {}
    reason = "Tidak termasuk calon pemenang dan calon pemenang cadangan yang diundang pembuktian."
    table = case.verdicts[_STAGE]
    outside = [place.participant for place in rank(case) if place.participant not in table]
    return {name: Decision(Verdict.TIDAK_DIEVALUASI, reason) for name in outside}


def _decide(case: Case, bidder: Participant) -> Decision:
    file = bid_file(case, _STAGE, bidder)
    if not (file.asked.criteria or _exempt(file) or file.facts.attended is not None):
        words = "Dokumen tidak menyebut apa pun untuk dibuktikan, dan kehadiran tidak dicatat."
        case.notice(Notice("PEMBUKTIAN_TANPA_CATATAN", words, bidder.id))
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    ballots = list(by_judgement(case, _STAGE, bidder, criteria))
    votes = tuple(vote for ballot, _ in ballots for vote in ballot.votes)
    if _exempt(file):
        # What the panel judged all the same counts; what is open need not be asked.
        ballots = [pair for pair in ballots if pair[0].verdict is not None]
    return decide_by([*found, *(pair for _, pair in ballots)], votes, "Lulus pembuktian.")


proof = Stage(
    _STAGE,
    "Pembuktian kualifikasi",
    _decide,
    _admit,
    _kept_out,
    rules=(*RULES, criteria),
)
# Before bids whoever passed the evaluation is called: the graph alone says so.
proof_of_applicants = Stage(_STAGE, "Pembuktian kualifikasi", _decide, rules=(*RULES, criteria))
