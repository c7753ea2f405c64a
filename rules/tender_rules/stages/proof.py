"""Pembuktian kualifikasi: in rank order within its scope, with the exemption by SIKaP.

Nobody passes it in silence: who is not exempt passes on what the panel judged of it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import define

from tender_engine.declared import Check, Examples, StageWords, Words
from tender_engine.findings import Awaiting, Verdict
from tender_engine.formats.fields import FLAG
from tender_engine.judgement import Ballot
from tender_engine.law import Ask, Outcome, applied, fails, passes, rule, waits
from tender_engine.model import Participant
from tender_engine.terms import ProofScope, StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by, once
from tender_rules.citations import DOCUMENT, lkpp, perpres
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.stages.deciding import added_checks
from tender_rules.stages.files import BidFile, bid_file
from tender_rules.stages.judged import TOO_EARLY, Found, by_judgement, on_stage, outcome_of
from tender_rules.stages.methods import ordering
from tender_rules.stages.one_bid import left_to_prove
from tender_rules.stages.papers import PAPERS, PaperDay, on_day, wanted_on
from tender_rules.stages.ranking import in_order, order_of, tied
from tender_rules.stages.timely import in_time

__all__ = ["ATTENDED", "CHECKS", "proof", "proof_of_applicants"]

_STAGE = StageId.PEMBUKTIAN_KUALIFIKASI


ATTENDED: Check[None, bool] = Check(
    "attended",
    _STAGE,
    Words(
        "kehadiran pada pembuktian kualifikasi",
        "attendance at the proof (pembuktian kualifikasi)",
    ),
    fact=FLAG,
    asked_as="Kehadiran pembuktian",
    known_as="Hadir pembuktian",
    so="hadir",
    hint="hanya klausulnya",
    examples=Examples(met=(True,), unmet=(False,)),
)
SIKAP: Check[None, bool] = Check(
    "sikap_qualified",
    _STAGE,
    Words("pelaku usaha terverifikasi SIKaP", "business qualified in SIKaP"),
    fact=FLAG,
    known_as="Terverifikasi SIKaP",
    so="terverifikasi",
    hint="hanya klausulnya",
    order=-1,
    examples=Examples(met=(True, False)),
)
CHECKS = (ATTENDED, SIKAP)


@define
class ProofFile:
    """A bidder at the proof, and what is recorded of it.

    `counted` says that attendance is, since the document asks it or somebody's is recorded;
    `judged`, that the panel has said something about the bidder in time, `early`, before it. The
    proof was `on` the day of the newest word that counts on a question that is decided: one that
    is open, or open again, has no day yet.
    """

    bid: BidFile
    counted: bool
    judged: bool
    early: bool
    on: dt.date | None = None

    @property
    def exempt(self) -> bool:
        """Whether the bidder is qualified in SIKaP."""
        return self.bid.facts.of(SIKAP) is True


@rule(
    "proof.sikap",
    "Terkualifikasi dalam SIKaP",
    perpres("Pasal 44 ayat (8)"),
    since="2018-03-22",
    check=SIKAP,
)
def sikap(file: ProofFile, ask: Ask) -> Outcome | None:
    """Whoever is qualified in the Sistem Informasi Kinerja Penyedia needs no proof."""
    if not file.exempt:
        return None
    return passes("Telah terkualifikasi dalam SIKaP, tidak diperlukan pembuktian", sikap=True)


@rule(
    "proof.attendance",
    "Kehadiran pada pembuktian kualifikasi",
    lkpp("Lampiran I angka 4.1.2"),
    since="2018-03-22",
    check=ATTENDED,
)
def attendance(file: ProofFile, ask: Ask) -> Outcome | None:
    """Who stays away from the proof is out, and the next in rank moves up.

    Silence is no attendance: where it counts, and where nothing at all is recorded, it is awaited.
    """
    attended = file.bid.facts.of(ATTENDED)
    if file.exempt or (attended is None and file.judged and not file.counted):
        return None
    clause, where = file.bid.clause(ATTENDED), file.bid.where(ATTENDED)
    if attended is None and file.counted:
        words = f"Kehadiran pada pembuktian kualifikasi belum dicatat{where}"
        return waits(words, "catatan_pembuktian", clause)
    if attended is None:
        words = f"Pembuktian kualifikasi belum dicatat{TOO_EARLY if file.early else ''}"
        return waits(words, "catatan_pembuktian", clause)
    if attended:
        return passes("Menghadiri pembuktian kualifikasi", clause, hadir=True)
    return fails(f"Tidak menghadiri pembuktian kualifikasi{where}", clause, hadir=False)


@rule(
    "proof.papers",
    "Surat berlaku pada hari pembuktian kualifikasi",
    DOCUMENT,
    since="2018-03-22",
    awaits=PAPERS.key,
)
def papers(file: ProofFile, ask: Ask) -> Outcome | None:
    """Each paper asked for the day of the proof is valid on it, that day included.

    Without a day the proof itself is awaited, or whoever is qualified in SIKaP has none. A paper
    for the determination, which follows the proof but where bids come between, is shown here.
    """
    tender = file.bid.tender
    asked = wanted_on(tender, PaperDay.PEMBUKTIAN)
    shown = () if has_prakualifikasi(tender) else wanted_on(tender, PaperDay.PENETAPAN)
    if not file.on or not (asked or shown):
        return None
    return on_day(file.bid, asked, file.on, ask, shown)


@rule(
    "proof.criteria",
    "Pembuktian kualifikasi dinilai Pokja Pemilihan",
    lkpp("Lampiran I angka 4.1.2"),
    perpres("Pasal 44 ayat (1)"),
    since="2018-03-22",
)
def criteria(ballot: Ballot, ask: Ask) -> Outcome | None:
    """What was claimed is shown in the original, as the panel judges; or the proof as a whole."""
    return outcome_of(ballot)


RULES = (sikap, attendance, papers)


def _scope(case: Case) -> str:
    """The document's own scope, or the law's where it is silent."""
    return case.package.tender.asks(_STAGE).scope or case.ask.text("proof.scope")


def _admit(case: Case) -> list[str]:
    if _scope(case) == ProofScope.SEMUA_LULUS_HARGA or ordering(case).in_turn:
        return left_to_prove(case, case.arrived(_STAGE))
    return [] if tied(case) else _in_scope(case)


def _in_scope(case: Case) -> list[str]:
    """The winner-to-be and the reserves; the next as many only once all of them are out."""
    size = int(case.ask.decimal("award.reserves_most")) + 1
    # Who fell at the proof, or left when it was to be determined.
    unfit, gone = case.fallers(_STAGE), case.fallers(StageId.PENETAPAN)
    order = order_of(case)
    first = order.first(_STAGE, lambda name: name in unfit or name in gone)
    return left_to_prove(case, order.names[first : first - first % size + size])


def _kept_out(case: Case) -> Mapping[str, Decision]:
    if tied(case) or ordering(case).in_turn:
        return {}
    reason = "Tidak termasuk calon pemenang dan calon pemenang cadangan yang diundang pembuktian."
    table = case.verdicts[_STAGE]
    outside = (name for name in in_order(case) if name not in table)
    return {name: Decision(Verdict.TIDAK_DIEVALUASI, reason) for name in outside}


def _decide_among(called: Callable[[Case], Iterable[str]]) -> Callable[..., Decision]:
    """Make the decision on one bidder of a proof that those enter whom `called` names."""

    def decide(case: Case, bidder: Participant) -> Decision:
        ballots = _ballots(case, bidder)
        votes = tuple(vote for ballot, _ in ballots for vote in ballot.votes)
        judged = any(vote.counts for vote in votes)
        counted, early = _is_counted(case, bidder, called), bool(votes) and not judged
        on = _day_of(ballot for ballot, _ in ballots)
        file = ProofFile(bid_file(case, _STAGE, bidder), counted, judged, early, on)
        if file.exempt:
            # What the panel judged all the same counts; what is open need not be asked.
            ballots = [pair for pair in ballots if pair[0].verdict is not None]
        found = list(_by_rules(case, bidder, file))
        found += added_checks(case, _STAGE, bidder, RULES)
        unrecorded = any(finding.verdict is Verdict.BELUM_DINILAI for finding, _ in found)
        if unrecorded and not file.bid.asked.criteria and not judged:
            ballots = []  # the record that is missing is told once
        return decide_by([*found, *(pair for _, pair in ballots)], votes, "Lulus pembuktian.")

    return decide


def _ballots(case: Case, bidder: Participant) -> list[tuple[Ballot, Found]]:
    """Each criterion of the proof, or where the document lists none the proof as a whole."""
    counts = in_time(case, bidder)
    listed = by_judgement(case, _STAGE, bidder, criteria, counts)
    return listed or [on_stage(case, _STAGE, bidder, criteria, counts)]


def _day_of(ballots: Iterable[Ballot]) -> dt.date | None:
    """The day of the newest word that counts on a question which more than half have decided."""
    decided = (ballot for ballot in ballots if ballot.verdict is not None)
    words = (vote.entry.at for ballot in decided for vote in ballot.votes if vote.counts)
    newest = max(words, default=None)
    return newest.date() if newest else None


def _is_counted(case: Case, bidder: Participant, called: Callable[[Case], Iterable[str]]) -> bool:
    """Whether the document asks for attendance, or that of anybody in the proof is recorded."""
    if ATTENDED.key in case.package.tender.asks(_STAGE).clauses:
        return True
    recorded = _recorded(case)
    entered = case.verdicts[_STAGE].keys()
    if bidder.id in recorded or not entered.isdisjoint(recorded):
        return True
    return bool(recorded) and any(name in recorded for name in called(case))


@once
def _recorded(case: Case) -> frozenset[str]:
    """Of whom it is recorded whether somebody came to the proof."""
    known = ((who.id, who.facts.get(_STAGE)) for who in case.package.participants)
    return frozenset(name for name, facts in known if facts and facts.of(ATTENDED) is not None)


def _by_rules(case: Case, bidder: Participant, file: ProofFile) -> Iterator[Found]:
    for known, finding, needs in applied(RULES, file, case.rules_ask):
        items = (Awaiting(_STAGE, bidder.id, known.awaits, needs, ("pokja",)),) if needs else ()
        yield finding, items


def _arrived(case: Case) -> list[str]:
    return case.arrived(_STAGE)


proof = Stage(
    _STAGE,
    StageWords(
        Words("Pembuktian kualifikasi", "Proof of qualification (pembuktian kualifikasi)"),
        Words("Bukti", "Proof"),
    ),
    _decide_among(_admit),
    _admit,
    _kept_out,
    rules=(*RULES, criteria),
)
# Before bids whoever passed the evaluation is called: the graph alone says so.
proof_of_applicants = Stage(_STAGE, proof.words, _decide_among(_arrived), rules=(*RULES, criteria))
