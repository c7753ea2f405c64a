"""Penetapan hasil kualifikasi: the list of a Tender, the short list of a Seleksi, and its act."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import evolve, frozen

from tender_engine.declared import StageWords, Words
from tender_engine.events import Award
from tender_engine.findings import Awaiting, Verdict, said
from tender_engine.law import Ask, Outcome, passes, rule
from tender_engine.model import Participant
from tender_engine.terms import Decider, StageId, Subject
from tender_engine.workflow import Case, Decision, Stage, decide_by, never
from tender_rules.citations import perpres, secondary
from tender_rules.procurement_kind import bids_are_due, has_prakualifikasi, is_seleksi
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.rounds import is_repeat
from tender_rules.stages.scoring import places_of
from tender_rules.stages.shortlist import (
    appoints_directly,
    listed,
    passers,
    places,
    qualification_score,
    tied_for_a_place,
)
from tender_rules.stages.standing_acts import beside_computation, last_act, left
from tender_rules.words import score

__all__ = ["act_agrees", "list_is_in_force", "listing"]

_STAGE = StageId.PENETAPAN_HASIL_KUALIFIKASI


@frozen
class ListFile:
    """Somebody on the proposed list: its qualification score where there is one, and the act.

    `names` is whom the act names, `places` are the decimals that part the score from those of
    others.
    """

    seleksi: bool
    repeat: bool
    alone: bool
    act: Award | None
    agrees: bool
    names: str
    places: int = 2
    score: Fraction | None = None


@rule(
    "listing.listed",
    "Daftar peserta Tender",
    perpres("Pasal 44 ayat (7) huruf a"),
    since="2018-03-22",
)
def on_the_list(file: ListFile, ask: Ask) -> Outcome | None:
    """Whoever passed is on the list, once enough did."""
    if file.seleksi or file.alone:
        return None
    return passes("Masuk daftar peserta Tender")


@rule(
    "listing.shortlisted",
    "Daftar pendek peserta Seleksi",
    perpres("Pasal 44 ayat (7) huruf b"),
    secondary("Modul pelatihan LKPP", "3.3.2 Prakualifikasi"),
    since="2018-03-22",
)
def on_the_short_list(file: ListFile, ask: Ask) -> Outcome | None:
    """Three to seven who reached the threshold are on the short list, the best of them."""
    if not file.seleksi or file.alone:
        return None
    most = ask.decimal("qualification.shortlist_most")
    words = "Masuk daftar pendek"
    if file.score is not None:
        words += f" dengan nilai kualifikasi {score(file.score, file.places)}"
    return passes(words, nilai_kualifikasi=file.score, paling_banyak=most)


@rule(
    "listing.enough",
    "Jumlah peserta yang lulus prakualifikasi",
    perpres("Pasal 51 ayat (1) huruf b"),
    since="2018-03-22",
)
def enough(file: ListFile, ask: Ask) -> Outcome | None:
    """At least three passed."""
    if file.repeat:
        return None
    least = ask.decimal("qualification.least_passing")
    return passes("Jumlah peserta yang lulus mencukupi", paling_sedikit=least)


@rule(
    "listing.enough_in_repeat",
    "Jumlah peserta yang lulus prakualifikasi ulang",
    perpres("Pasal 51 ayat (5) huruf a"),
    since="2018-03-22",
)
def enough_in_repeat(file: ListFile, ask: Ask) -> Outcome | None:
    """Two who passed a repeat go on."""
    if not file.repeat or file.alone:
        return None
    least = ask.decimal("qualification.least_passing_repeat")
    return passes("Jumlah peserta yang lulus mencukupi", paling_sedikit=least)


@rule(
    "listing.alone",
    "Satu peserta yang lulus prakualifikasi ulang",
    perpres("Pasal 51 ayat (5) huruf b"),
    since="2018-03-22",
)
def alone(file: ListFile, ask: Ask) -> Outcome | None:
    """One who passed a repeat is on no list: *penunjukan langsung* follows."""
    if not file.alone:
        return None
    ask.decimal("qualification.direct_appointment_at")
    return passes("Satu-satunya yang lulus prakualifikasi ulang, untuk Penunjukan Langsung")


@rule(
    "listing.act",
    "Tindakan penetapan hasil kualifikasi",
    perpres("Pasal 50 ayat (1) huruf a"),
    since="2018-03-22",
)
def act(file: ListFile, ask: Ask) -> Outcome | None:
    """The act of people is set beside the computation; a difference is said, never mended."""
    if file.act is None:
        return None
    return beside_computation(file.act, agrees=file.agrees, daftar=file.names)


RULES = (on_the_list, on_the_short_list, alone, enough, enough_in_repeat, act)


def act_agrees(case: Case, given: Award) -> bool:
    """Whether an act names the computed list, whatever its order."""
    names = listed(case)
    same = sorted(given.listed or ()) == sorted(names)
    return bool(names) and same and given.by is Decider.POKJA


def list_is_in_force(case: Case) -> bool:
    """Whether bids may be opened: the standing act names the computed list, or none is needed."""
    if not has_prakualifikasi(case.package.tender):
        return True
    standing = last_act(case, Subject.KUALIFIKASI)
    fits = isinstance(standing, Award) and act_agrees(case, standing)
    return bids_are_due(case.package) and fits and not appoints_directly(case)


def _admit(case: Case) -> Iterable[str]:
    """The listed, and who would have stood for the list but has left."""
    yield from listed(case)
    if passers(case) is not None:
        yield from (name for name in case.arrived(_STAGE) if left(case.package, name, _STAGE))


def _kept_out(case: Case) -> Mapping[str, Decision]:
    if not listed(case):
        return {}
    reason = f"Tidak termasuk {places(case)} peserta dengan nilai kualifikasi terbaik."
    outside = [name for name in passers(case) or () if name not in case.verdicts[_STAGE]]
    return {name: Decision(Verdict.TIDAK_DIEVALUASI, reason) for name in outside}


def _awaits(case: Case) -> Iterator[Awaiting]:
    for name in tied_for_a_place(case):
        yield Awaiting(_STAGE, name, None, "keputusan_peringkat", ("pokja",))


def _decide(case: Case, applicant: Participant) -> Decision:
    alike = case.until_decided("list", lambda: _file(case), *case.leading_to(_STAGE))
    file = evolve(alike, score=qualification_score(case, applicant.id))
    found = apply_rules(case, _STAGE, applicant, RULES, file)
    return decide_by(found, met=f"{found[0][0].reason}.")


def _file(case: Case) -> ListFile:
    """What is the same of everybody: a list names many, and is compared and told once for all."""
    standing = last_act(case, Subject.KUALIFIKASI)
    acted = standing if isinstance(standing, Award) else None
    return ListFile(
        is_seleksi(case.package.tender),
        is_repeat(case),
        appoints_directly(case),
        acted,
        acted is not None and act_agrees(case, acted),
        said(acted and acted.listed),
        places_of(case, StageId.EVALUASI_KUALIFIKASI)[1],
    )


listing = Stage(
    _STAGE,
    StageWords(
        Words(
            "Penetapan hasil kualifikasi", "Determination of the list (penetapan hasil kualifikasi)"
        ),
        Words("Daftar", "List"),
        passed=Words("Masuk daftar", "On the list"),
    ),
    _decide,
    _admit,
    _kept_out,
    _awaits,
    rules=RULES,
    looks_ahead=never,
)
