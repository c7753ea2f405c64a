"""Pemasukan kualifikasi: who asked to be qualified, and when their number stands."""

from collections.abc import Iterable, Iterator

from tender_engine.declared import StageWords, Words
from tender_engine.findings import Awaiting, Notice
from tender_engine.law import Ask, Outcome, passes, rule
from tender_engine.model import Participant
from tender_engine.terms import Phase, StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by, never, once
from tender_rules.citations import named, perpres
from tender_rules.stages.counting import awaited_for_count, handed_in
from tender_rules.stages.files import BidFile, bid_file
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.rounds import is_repeat

__all__ = ["count_stands", "intake"]

_STAGE = StageId.PEMASUKAN_KUALIFIKASI


@rule(
    "intake.submitted",
    "Dokumen kualifikasi yang masuk",
    perpres("Pasal 44 ayat (6)"),
    perpres("Pasal 50 ayat (1) huruf a"),
    since="2018-03-22",
)
def submitted(file: BidFile, ask: Ask) -> Outcome | None:
    """Qualification comes before bids; whoever handed in its documents is taken in."""
    at = file.bidder.submitted.kualifikasi
    return passes("Menyampaikan dokumen kualifikasi", disampaikan=at)


RULES = (submitted,)


@once
def _extension_is_due(case: Case, count: int) -> bool:
    """Whether `count` calls for more time; between none and enough no national text says so."""
    repeat, ask = is_repeat(case), case.ask
    if count >= ask.decimal("qualification.least_passing"):
        return False
    if count < ask.decimal("qualification.least_submitted"):
        return True
    again = "qualification.extension_below_repeat"
    return count < ask.decimal(again if repeat else "qualification.extension_below")


def count_stands(case: Case) -> bool:
    """Whether the number of applicants is final: enough, or too few after an extension ended."""
    count = len(handed_in(case.package, Phase.KUALIFIKASI))
    if awaited_for_count(case.package, Phase.KUALIFIKASI) is None:
        return True
    return not _extension_is_due(case, count)


def _awaits(case: Case) -> Iterable[Awaiting]:
    if not count_stands(case):
        needs = awaited_for_count(case.package, Phase.KUALIFIKASI) or ""
        yield Awaiting(_STAGE, None, None, needs, ("pokja",))
    else:
        for notice in _notices(case):
            case.notice(notice)


def _notices(case: Case) -> Iterator[Notice]:
    """Too few for the list to come about, which alone is no ground of failure."""
    count = len(handed_in(case.package, Phase.KUALIFIKASI))
    least = case.ask.decimal("qualification.least_passing")
    if 0 < count < least and not is_repeat(case):
        words = (
            f"Peserta yang menyampaikan dokumen kualifikasi berjumlah {count} setelah "
            "perpanjangan; jumlah itu sendiri bukan dasar gagal menurut "
            f"{named(case.law, 'Pasal 51 ayat (1)')}, sehingga dievaluasi seluruhnya."
        )
        yield Notice("PEMASUKAN_KURANG_DARI_TIGA", words, audience="publik")


def _admit(case: Case) -> list[str]:
    return handed_in(case.package, Phase.KUALIFIKASI)


def _decide(case: Case, applicant: Participant) -> Decision:
    file = bid_file(case, _STAGE, applicant)
    found = apply_rules(case, _STAGE, applicant, RULES, file)
    return decide_by(found, met="Menyampaikan dokumen kualifikasi.")


intake = Stage(
    _STAGE,
    StageWords(
        Words(
            "Pemasukan dokumen kualifikasi", "Handing in of qualifications (pemasukan kualifikasi)"
        ),
        Words("Masuk", "In"),
        passed=Words("Menyampaikan dokumen kualifikasi", "Handed in qualifications"),
    ),
    _decide,
    _admit,
    awaits=_awaits,
    rules=RULES,
    looks_ahead=never,
)
