"""Penetapan: the proposed winner and reserves, who decides, and whether the act agrees."""

from collections.abc import Iterator

from attrs import frozen

from tender.events import Award, FailureAct, ObjectionAnswer
from tender.findings import Notice, Verdict
from tender.law import Ask, Outcome, passes, rule
from tender.model import Participant, Tender
from tender.terms import Decider, ObjectionDecision, StageId
from tender.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres, secondary
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.ranking import rank, settled, tied

__all__ = ["RULES", "award", "decider", "last_act", "proposed"]

_STAGE = StageId.PENETAPAN


@frozen
class AwardFile:
    """A bidder who is proposed: its place among those who passed the proof, and the act on it."""

    tender: Tender
    place: int
    act: Award | None
    agrees: bool


@rule(
    "award.proposed",
    "Pemenang dan pemenang cadangan",
    secondary("Model Dokumen Pemilihan", "IKP 33"),
    secondary("Permen PUPR 14/2020", "Pasal 98 ayat (1)"),
    since="2018-03-22",
)
def is_proposed(file: AwardFile, ask: Ask) -> Outcome | None:
    """The first in rank who passed the proof is proposed, with reserves where there are any."""
    ask.decimal("award.reserves_most")
    title = f"Calon pemenang cadangan {file.place}" if file.place else "Calon pemenang"
    return passes(title, urutan=file.place + 1)


@rule(
    "award.decider",
    "Yang menetapkan pemenang",
    perpres("Pasal 13 ayat (1) huruf c angka 1"),
    perpres("Pasal 9 ayat (1) huruf n angka 1"),
    since="2018-03-22",
)
def decided_by(file: AwardFile, ask: Ask) -> Outcome | None:
    """The Pokja determines up to a budget ceiling (pagu), above it the PA."""
    pagu = file.tender.pagu
    limit = ask.decimal("award.pokja_up_to")
    who = _decider(file.tender, ask)
    words = {"pokja": "Pokja Pemilihan", "pa": "Pengguna Anggaran"}[who]
    return passes(f"Ditetapkan oleh {words}", pagu=pagu, batas=limit, oleh=who)


@rule(
    "award.act",
    "Tindakan penetapan",
    perpres("Pasal 50 ayat (1) huruf g"),
    since="2018-03-22",
)
def act(file: AwardFile, ask: Ask) -> Outcome | None:
    """The act of people is set beside the computation; a difference is said, never mended."""
    if file.act is None:
        return None
    words = "Penetapan sesuai perhitungan" if file.agrees else "Penetapan berbeda dari perhitungan"
    return passes(words, nomor=file.act.number, pemenang=file.act.winner, sesuai=file.agrees)


RULES = (is_proposed, decided_by, act)


def _decider(tender: Tender, ask: Ask) -> Decider:
    return Decider.POKJA if tender.pagu <= ask.decimal("award.pokja_up_to") else Decider.PA


def decider(case: Case) -> Decider:
    """Who determines the winner of this tender."""
    return case.ask(lambda ask: _decider(case.package.tender, ask))


def proposed(case: Case) -> list[str]:
    """Winner and reserves, in rank order: only who passed the proof, once everything is decided."""
    if not settled(case) or tied(case):
        return []
    order = [place.participant for place in rank(case)]
    verdicts = {name: case.verdict(StageId.PEMBUKTIAN_KUALIFIKASI, name) for name in order}
    if Verdict.BELUM_DINILAI in verdicts.values():
        return []
    most = int(case.ask(lambda ask: ask.decimal("award.reserves_most"))) + 1
    return [name for name in order if verdicts[name] is Verdict.LULUS][:most]


def last_act(case: Case) -> Award | FailureAct | None:
    """The standing act: the latest one, unless an objection found right has undone it since."""
    acts = [
        e for e in case.package.events if isinstance(e, Award | FailureAct) and e.of == "pemilihan"
    ]
    if not acts:
        return None
    standing = max(acts, key=lambda event: event.at)
    undone = any(
        isinstance(event, ObjectionAnswer)
        and event.decision is ObjectionDecision.BENAR_SUBSTANSIAL
        and event.of == "pemilihan"
        and event.at > standing.at
        for event in case.package.events
    )
    if undone:
        words = "Sanggah benar dan substansial: tender dinyatakan gagal (IKP 34)."
        case.notice(Notice("SANGGAH_BENAR_SUBSTANSIAL", words, audience="publik"))
    return None if undone else standing


def agrees(case: Case, act: Award) -> bool:
    """Whether a determination names the computed winner, reserves and decider."""
    names = proposed(case)
    same = act.winner == (names[0] if names else None) and act.by == decider(case)
    return same and (act.reserves is None or list(act.reserves) == names[1:])


def _admit(case: Case) -> Iterator[str]:
    yield from proposed(case)


def _decide(case: Case, bidder: Participant) -> Decision:
    standing = last_act(case)
    acted = standing if isinstance(standing, Award) else None
    place = proposed(case).index(bidder.id)
    matching = acted is not None and agrees(case, acted)
    file = AwardFile(case.package.tender, place, acted, matching)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    return decide_by(found, met=f"{found[0][0].reason}.")


award = Stage(_STAGE, "Penetapan pemenang", _decide, _admit, rules=RULES)
