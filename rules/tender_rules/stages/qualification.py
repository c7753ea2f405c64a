"""Evaluasi kualifikasi: with administration in a pascakualifikasi, before any bid otherwise."""

from collections.abc import Iterator

from tender_engine.declared import Check, Examples, StageWords, Words
from tender_engine.findings import Notice
from tender_engine.formats.fields import FLAG
from tender_engine.judgement import Ballot
from tender_engine.law import Ask, Outcome, Rule, rule
from tender_engine.model import Participant
from tender_engine.terms import StageId
from tender_engine.workflow import Case, Decision, Stage, never
from tender_rules.citations import perpres
from tender_rules.stages import scoring
from tender_rules.stages.businesses import Business, InWords, businesses, of_one_fact
from tender_rules.stages.deciding import decide_stage
from tender_rules.stages.experience import EXPERIENCE, FOUNDED, experience
from tender_rules.stages.files import BidFile
from tender_rules.stages.intake import count_stands
from tender_rules.stages.judged import outcome_of
from tender_rules.stages.kd import KD, kd
from tender_rules.stages.leading import KSO, largest_share
from tender_rules.stages.papers import PAPERS, dated_papers
from tender_rules.stages.performance import PERFORMANCE, performance
from tender_rules.stages.sizes import BUSINESS_SIZE, business_size
from tender_rules.stages.skn import SKN, skn
from tender_rules.stages.skp import SKP, skp

__all__ = ["BLACKLIST", "CHECKS", "qualification", "screening"]

_STAGE = StageId.EVALUASI_KUALIFIKASI


def _listable(file: BidFile, ask: Ask) -> tuple[Business, ...]:
    """A KSO that is known to be listed itself counts beside its members."""
    members = businesses(file, ask)
    listed = file.bidder.known(BLACKLIST)
    itself = (file.bidder,) if file.bidder.members and listed else ()
    return (*itself, *members)


BLACKLIST: Check[bool, bool] = Check(
    "blacklist",
    _STAGE,
    Words("Daftar Hitam", "Daftar Hitam"),
    demand=FLAG,
    fact=FLAG,
    asked_as="Tidak masuk Daftar Hitam",
    known_as="Masuk Daftar Hitam",
    so="masuk Daftar Hitam",
    hint="ya: diperiksa",
    of_each=True,
    examples=Examples(asked=(True, False), met=(False,), unmet=(True,)),
)

_SAID = InWords("Masuk Daftar Hitam", "Tidak masuk Daftar Hitam", "Daftar Hitam belum diperiksa")


@rule(
    "qualification.blacklist",
    "Tidak masuk Daftar Hitam",
    perpres("Pasal 1 angka 49"),
    since="2018-03-22",
    check=BLACKLIST,
)
def blacklist(file: BidFile, ask: Ask) -> Outcome | None:
    """A business on the Daftar Hitam is barred from procurement; one listed member bars its KSO."""
    if not file.asked.of(BLACKLIST):
        return None
    whose = _listable(file, ask)
    return of_one_fact(file, whose, BLACKLIST, lambda listed: not listed, _SAID)


@rule(
    "qualification.criteria",
    "Persyaratan kualifikasi dinilai Pokja Pemilihan",
    perpres("Pasal 44 ayat (4)"),
    since="2018-03-22",
)
def criteria(ballot: Ballot, ask: Ask) -> Outcome | None:
    """Qualification by sistem gugur: each requirement is met or not, as the panel judges."""
    return outcome_of(ballot)


@rule(
    "qualification.screening",
    "Persyaratan prakualifikasi dinilai Pokja Pemilihan",
    perpres("Pasal 44 ayat (6)"),
    since="2018-03-22",
)
def screened(ballot: Ballot, ask: Ask) -> Outcome | None:
    """Before bids, for a Tender by sistem gugur; for a Seleksi what is not scored as well."""
    return outcome_of(ballot)


CHECKS = (BUSINESS_SIZE, BLACKLIST, SKP, KD, SKN, KSO, PAPERS, EXPERIENCE, FOUNDED, PERFORMANCE)
RULES = (
    blacklist,
    business_size,
    skp,
    kd,
    skn,
    largest_share,
    dated_papers,
    experience,
    performance,
)


def _notices(case: Case) -> Iterator[Notice]:
    """What the document does not ask to be checked."""
    asked = case.package.tender.asks(_STAGE)
    if not asked.of(BLACKLIST):
        words = "Dokumen tidak meminta pemeriksaan Daftar Hitam; pemeriksaan tidak dijalankan."
        yield Notice("DAFTAR_HITAM_TIDAK_DIMINTA", words)
    if asked.of(BUSINESS_SIZE) is None:
        words = "Dokumen tidak meminta kualifikasi usaha; pemeriksaan tidak dijalankan."
        yield Notice("KUALIFIKASI_USAHA_TIDAK_DIMINTA", words)


def _decide(case: Case, bidder: Participant) -> Decision:
    return _decide_by(criteria, case, bidder)


def _screen(case: Case, applicant: Participant) -> Decision:
    return _decide_by(screened, case, applicant)


def _decide_by(judged: Rule[Ballot], case: Case, bidder: Participant) -> Decision:
    case.notice_once(_notices)
    return decide_stage(case, _STAGE, bidder, judged, "Memenuhi persyaratan kualifikasi.")


def _admit(case: Case) -> list[str]:
    """Nobody is evaluated while others may still hand in."""
    return list(case.arrived(_STAGE)) if count_stands(case) else []


qualification = Stage(
    _STAGE,
    StageWords(
        Words("Evaluasi kualifikasi", "Qualification (evaluasi kualifikasi)"),
        Words("Kual", "Qual"),
        score=Words("nilai kualifikasi", "qualification score"),
    ),
    _decide,
    rules=(*RULES, criteria),
)
screening = Stage(
    _STAGE,
    qualification.words,
    _screen,
    _admit,
    rules=(*RULES, screened, *scoring.RULES),
    looks_ahead=never,
)
