"""Pengunduran diri: who leaves is out where it left, and the next moves up.

Sanctions are named for those who impose them; nothing here executes one.
"""

from collections.abc import Iterator
from functools import wraps

from attrs import evolve, frozen

from tender_engine.events import Withdrawal
from tender_engine.findings import Notice, Verdict, natural
from tender_engine.law import Ask, Outcome, fails, rule
from tender_engine.model import Participant, Tender
from tender_engine.terms import WithdrawalCause
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres, secondary, unverified
from tender_rules.stages.administration import BID_BOND
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.standing_acts import left

__all__ = ["RULES", "leavable", "unused"]


@frozen
class WithdrawalFile:
    """A bidder's withdrawal, and whether there is a bid bond that could be drawn."""

    event: Withdrawal
    bonded: bool

    @property
    def reason(self) -> str:
        """The reason as written, on one line."""
        return " ".join(self.event.reason.split())


@rule(
    "withdrawal.own",
    "Pengunduran diri",
    unverified("tanpa teks", "pengunduran diri peserta"),
    since="2018-03-22",
)
def own(file: WithdrawalFile, ask: Ask) -> Outcome | None:
    """Who leaves is out; no sanction is for a reason that the Pokja accepts, or has not judged."""
    event = file.event
    if event.cause is not WithdrawalCause.PENGUNDURAN_DIRI or event.accepted is False:
        return None
    ask.text("withdrawal.effect")
    word = "yang dapat diterima" if event.accepted else "yang belum dinilai"
    return fails(f"Mengundurkan diri dengan alasan {word}", alasan=file.reason)


@rule(
    "withdrawal.without_reason",
    "Pengunduran diri dengan alasan yang tidak dapat diterima",
    perpres("Pasal 78 ayat (1) huruf d"),
    perpres("Pasal 78 ayat (5) huruf b"),
    since="2018-03-22",
)
def without_reason(file: WithdrawalFile, ask: Ask) -> Outcome | None:
    """Who leaves for a reason that the Pokja does not accept is out, and there is a sanction."""
    event = file.event
    if event.cause is not WithdrawalCause.PENGUNDURAN_DIRI or event.accepted is not False:
        return None
    ask.text("withdrawal.effect")
    years = ask.decimal("withdrawal.blacklist_years")
    drawn = ["pencairan Jaminan Penawaran"] if file.bonded else []
    sanction = ", ".join([*drawn, f"Sanksi Daftar Hitam {years} tahun"])
    words = "Mengundurkan diri dengan alasan yang tidak dapat diterima"
    return fails(words, alasan=file.reason, sanksi=sanction)


def _refused(file: WithdrawalFile, ask: Ask) -> Outcome | None:
    if file.event.cause is not WithdrawalCause.MENOLAK_PERPANJANGAN:
        return None
    ask.text("withdrawal.effect")
    ask.text("withdrawal.refused_extension")
    words = "Tidak bersedia memperpanjang masa berlaku penawaran, dianggap mengundurkan diri"
    return fails(words, alasan=file.reason)


@rule(
    "withdrawal.extension_refused",
    "Penolakan perpanjangan masa berlaku penawaran",
    secondary("Permen PUPR 14/2020", "Pasal 98 ayat (2) sampai dengan ayat (5)"),
    since="2020-05-31",
)
def extension_refused(file: WithdrawalFile, ask: Ask) -> Outcome | None:
    """Who does not extend the validity of its bid has withdrawn, without a sanction."""
    return _refused(file, ask)


@rule(
    "withdrawal.extension_refused_earlier",
    "Penolakan perpanjangan masa berlaku penawaran sebelum Permen PUPR 14/2020",
    unverified("tanpa teks", "penolakan perpanjangan masa berlaku penawaran"),
    since="2018-03-22",
    until="2020-05-31",
)
def extension_refused_earlier(file: WithdrawalFile, ask: Ask) -> Outcome | None:
    """Who does not extend the validity of its bid, before a text said that this is a withdrawal."""
    return _refused(file, ask)


RULES = (own, without_reason, extension_refused, extension_refused_earlier)


def leavable(stage: Stage, *, alone: bool = False) -> Stage:
    """`stage`, at which a bidder that left there is out, beside whatever else is found.

    With `alone` nothing else is looked at: no seal is broken for who is gone.
    """
    decide = stage.decide

    @wraps(decide)
    def decide_or_leave(case: Case, bidder: Participant) -> Decision:
        if Withdrawal not in case.happened:
            return decide(case, bidder)
        gone = left(case.package, bidder.id, stage.id)
        if gone is None:
            return decide(case, bidder)
        file = WithdrawalFile(gone, _is_bonded(case.package.tender, bidder))
        found = apply_rules(case, stage.id, bidder, RULES, file)
        case.notice(_told(gone, found[0][0].facts.get("sanksi", "")))
        if alone:
            return decide_by(found)
        other = decide(case, bidder)
        pairs = [*((finding, ()) for finding in other.findings), *found]
        return evolve(decide_by(pairs, other.votes), price=other.price)

    return evolve(stage, decide=decide_or_leave, rules=(*stage.rules, *RULES))


def _is_bonded(tender: Tender, bidder: Participant) -> bool:
    """Whether a bid bond was handed in."""
    given = bidder.known(BID_BOND)
    return bool(given)


def _told(gone: Withdrawal, sanction: str) -> Notice:
    """The sanction that the law has, if it has one."""
    if sanction:
        words = f"Sanksi menurut ketentuan: {sanction}. Tidak dijalankan oleh evaluasi ini."
        return Notice("SANKSI_PENGUNDURAN_DIRI", words, gone.participant)
    if gone.accepted is None and gone.cause is WithdrawalCause.PENGUNDURAN_DIRI:
        words = "Belum dicatat apakah alasan pengunduran diri dapat diterima."
        return Notice("ALASAN_MENGUNDURKAN_DIRI", words, gone.participant)
    words = "Pengunduran diri ini menurut ketentuan tidak dikenai sanksi."
    return Notice("PENGUNDURAN_DIRI_TANPA_SANKSI", words, gone.participant)


def unused(case: Case) -> Iterator[Notice]:
    """Withdrawals of who never came to that stage."""
    gone = [event for event in case.package.events if isinstance(event, Withdrawal)]
    for event in sorted(gone, key=lambda event: natural(event.participant)):
        if case.verdict(event.stage, event.participant) is not Verdict.GUGUR:
            words = (
                "Pengunduran diri belum atau tidak dipakai: peserta tidak berada pada tahap itu."
            )
            yield Notice("PENGUNDURAN_DIRI_TIDAK_DIPAKAI", words, event.participant)
