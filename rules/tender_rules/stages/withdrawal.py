"""Pengunduran diri: who leaves is out where it left, and the next moves up.

Sanctions are named for those who impose them; nothing here executes one.
"""

from collections.abc import Iterator
from functools import wraps

from attrs import evolve, frozen

from tender.events import Withdrawal
from tender.findings import Notice, Verdict
from tender.law import Ask, Outcome, fails, rule
from tender.model import Participant, Tender
from tender.terms import StageId, WithdrawalCause
from tender.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres, secondary
from tender_rules.stages.acts import left
from tender_rules.stages.judged import apply_rules

__all__ = ["RULES", "leavable", "unused"]


@frozen
class WithdrawalFile:
    """A bidder's withdrawal, and whether there is a bid bond that could be drawn."""

    event: Withdrawal
    bonded: bool


@rule(
    "withdrawal.own",
    "Pengunduran diri",
    perpres("Pasal 78 ayat (1) huruf d"),
    perpres("Pasal 78 ayat (5) huruf b"),
    since="2018-03-22",
)
def own(file: WithdrawalFile, ask: Ask) -> Outcome | None:
    """Who leaves is out; for a reason that the Pokja does not accept there is a sanction."""
    event = file.event
    if event.cause is not WithdrawalCause.PENGUNDURAN_DIRI:
        return None
    word = {
        True: "dengan alasan yang dapat diterima",
        False: "dengan alasan yang tidak dapat diterima",
        None: "dengan alasan yang belum dinilai dapat diterima",
    }[event.accepted]
    facts: dict[str, object] = {"alasan": " ".join(event.reason.split())}
    if event.accepted is False:
        years = ask.decimal("withdrawal.blacklist_years")
        drawn = ["pencairan Jaminan Penawaran"] if file.bonded else []
        facts["sanksi"] = ", ".join([*drawn, f"Sanksi Daftar Hitam {years} tahun"])
    return fails(f"Mengundurkan diri {word}", diterima=event.accepted, **facts)


@rule(
    "withdrawal.extension_refused",
    "Penolakan perpanjangan masa berlaku penawaran",
    secondary("Permen PUPR 14/2020", "Pasal 98 ayat (2) sampai dengan ayat (5)"),
    since="2018-03-22",
)
def extension_refused(file: WithdrawalFile, ask: Ask) -> Outcome | None:
    """Who does not extend the validity of its bid has withdrawn, without a sanction."""
    if file.event.cause is not WithdrawalCause.MENOLAK_PERPANJANGAN:
        return None
    ask.text("withdrawal.refused_extension")
    words = "Tidak bersedia memperpanjang masa berlaku penawaran, dianggap mengundurkan diri"
    return fails(words, alasan=" ".join(file.event.reason.split()), sanksi="tidak ada")


RULES = (own, extension_refused)


def leavable(stage: Stage, *, alone: bool = False) -> Stage:
    """`stage`, at which a bidder that left there is out, beside whatever else is found.

    With `alone` nothing else is looked at: no seal is broken for who is gone.
    """
    decide = stage.decide

    @wraps(decide)
    def decide_or_leave(case: Case, bidder: Participant) -> Decision:
        gone = left(case.package, bidder.id)
        if gone is None or gone.stage is not stage.id:
            return decide(case, bidder)
        file = WithdrawalFile(gone, _is_bonded(case.package.tender, bidder))
        found = apply_rules(case, stage.id, bidder, RULES, file)
        case.notice(_told(case, bidder, found[0][0].facts.get("sanksi", "")))
        if alone:
            return decide_by(found)
        other = decide(case, bidder)
        pairs = [*((finding, ()) for finding in other.findings), *found]
        return evolve(decide_by(pairs, other.votes), price=other.price)

    return evolve(stage, decide=decide_or_leave, rules=(*stage.rules, *RULES))


def _is_bonded(tender: Tender, bidder: Participant) -> bool:
    """Whether a bid bond was handed in."""
    stage = StageId.EVALUASI_ADMINISTRASI
    return bool(stage in bidder.facts and bidder.facts[stage].bid_bond)


def _told(case: Case, bidder: Participant, sanction: str) -> Notice:
    gone = left(case.package, bidder.id)
    if gone is not None and gone.cause is WithdrawalCause.PENGUNDURAN_DIRI and not sanction:
        open_ = gone.accepted is None
        words = "Belum dicatat apakah alasan pengunduran diri dapat diterima." if open_ else ""
        return Notice(
            "ALASAN_MENGUNDURKAN_DIRI",
            words or "Alasan pengunduran diri diterima; tidak ada sanksi.",
            bidder.id,
        )
    words = f"Sanksi menurut ketentuan: {sanction}. Tidak dijalankan oleh evaluasi ini."
    return Notice("SANKSI_PENGUNDURAN_DIRI", words, bidder.id)


def unused(case: Case) -> Iterator[Notice]:
    """Withdrawals of who never came to that stage."""
    for event in case.package.events:
        if not isinstance(event, Withdrawal):
            continue
        if case.verdict(event.stage, event.participant) is not Verdict.GUGUR:
            words = "Pengunduran diri tidak dipakai: peserta tidak sampai pada tahap itu."
            yield Notice("PENGUNDURAN_DIRI_TIDAK_DIPAKAI", words, event.participant)
