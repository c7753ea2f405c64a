"""Klarifikasi dan negosiasi with the one bid of a Tender: before the award, and never upward."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice

from attrs import evolve, frozen

from tender_engine.events import Award, Negotiation, Withdrawal
from tender_engine.faults import Fault
from tender_engine.findings import Notice, Verdict, natural
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Participant
from tender_engine.terms import NegotiationOutcome, StageId, Subject
from tender_engine.workflow import Case, Decision, Stage, decide_by, once
from tender_rules.citations import secondary, unverified
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.bonds import bond_of
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.negotiation import negotiation
from tender_rules.stages.standing_acts import last_talks, left, talks_failed
from tender_rules.words import rupiah

__all__ = [
    "idle_talks",
    "is_one_bid",
    "leave_late_talks_out",
    "left_to_prove",
    "talks_are_next",
    "talks_not_due",
    "talks_with_one",
]

_STAGE = StageId.NEGOSIASI
_LEFT = "tersisa"
_OLD = "Standar Dokumen Pengadaan sebelum Perpres 16/2018"


@frozen
class OneBidFile:
    """The talks with the one bidder, its corrected total and the HPS, in rupiah with PPN."""

    talks: Negotiation
    corrected: Decimal
    hps: Decimal


@rule(
    "negotiation.one_bid",
    "Klarifikasi dan negosiasi dengan satu penawar",
    secondary(_OLD, "IKP 27.15"),
    since="2018-03-22",
)
def outcome(file: OneBidFile, ask: Ask) -> Outcome | None:
    """One bid is talked over after the proof; who does not agree is out."""
    ask.text("award.next_for_one_bid")
    ask.text("negotiation.one_bid_after")
    if file.talks.outcome is NegotiationOutcome.GAGAL:
        ask.text("negotiation.one_bid_failed")
        return fails("Negosiasi tidak mencapai kesepakatan", terkoreksi=file.corrected)
    return passes("Negosiasi mencapai kesepakatan", disepakati=file.talks.total)


@rule(
    "negotiation.one_bid_ceiling",
    "Negosiasi tidak menaikkan harga",
    unverified("tanpa teks", "batas hasil negosiasi dengan satu penawar"),
    since="2018-03-22",
)
def ceiling(file: OneBidFile, ask: Ask) -> Outcome | None:
    """What is agreed is at most the corrected total; else talks go on.

    As lines that SPSE rounds make it, it may lie above by less than the value says, but never above
    the HPS.
    """
    total = file.talks.total
    if total is None:
        return None
    ask.text("negotiation.one_bid_ceiling")
    facts = {"disepakati": total, "batas": file.corrected}
    if total <= file.corrected:
        return passes("Hasil negosiasi tidak lebih tinggi daripada harga terkoreksi", **facts)
    tolerance, told = ask.decimal("negotiation.ceiling_tolerance"), rupiah(total)
    words = f"Hasil negosiasi {told} lebih tinggi daripada harga penawaran terkoreksi"
    if total > file.hps:
        words = f"Hasil negosiasi {told} melebihi nilai total HPS {rupiah(file.hps)}"
    elif total - file.corrected < tolerance:
        return passes(f"{words} dengan selisih kurang dari {rupiah(tolerance)}", **facts)
    else:
        words = f"{words} {rupiah(file.corrected)}"
    return waits(f"{words}; negosiasi belum selesai", "negosiasi_lanjutan", **facts)


RULES = (outcome, ceiling)


def is_one_bid(case: Case) -> bool:
    """Whether one bid came in."""
    return len(case.verdicts.get(StageId.PEMBUKAAN, {})) == 1


def _standing(case: Case) -> list[str]:
    """The opened bids that have fallen nowhere before any talks; of several only two."""
    opened = case.verdicts.get(StageId.PEMBUKAAN, {})
    standing = (name for name in opened if {*case.falls.get(name, ())} <= {_STAGE})
    return list(islice(standing, 2))


def one_is_left(case: Case) -> bool:
    """Whether one bid has passed the stage before talks, and every other opened bid has fallen.

    Who a pool or scope kept out, or who is not decided on, has not fallen.
    """
    name = _last(case)
    early = case.law.value("negotiation.one_bid_after").value == StageId.EVALUASI_HARGA
    return name is not None and _has_come_to_talks(case, name, early=early)


def _last(case: Case) -> str | None:
    """The one opened bid that has fallen nowhere before any talks, if it is one."""
    if len(case.verdicts.get(StageId.PEMBUKAAN, ())) - len(case.falls) > 1:
        return None  # more stand, whoever they are
    standing = _standing(case)
    return standing[0] if len(standing) == 1 else None


def _has_come_to_talks(case: Case, name: str, *, early: bool) -> bool:
    """Whether `name` passed what comes before talks, which `early` ones have before the proof."""
    stages = (StageId.EVALUASI_HARGA,) if early else case.before.get(_STAGE, ())
    return bool(stages) and all(name in case.passers(stage) for stage in stages)


def talks_are_next(case: Case) -> bool:
    """Whether talks with one bidder follow, in the reading in force of who that is."""
    if _award_before_talks(case) is not None:
        return False
    left_counts = case.law.value("negotiation.one_bid").value == _LEFT
    return is_one_bid(case) or (left_counts and one_is_left(case))


def _award_before_talks(case: Case) -> Award | None:
    """The award of who alone is left: talks with one bid belong before it."""
    name, happened = _last(case), case.package.happened
    if is_seleksi(case.package.tender) or name is None:
        return None
    awards = [e for e in happened.of(Award) if e.of == Subject.PEMILIHAN and e.winner == name]
    return max(awards, key=lambda event: event.at, default=None)


def leave_late_talks_out(case: Case) -> None:
    """Talks of a Tender after the award of whom they are with."""
    act = _award_before_talks(case)
    if act is None:
        return
    for event in case.package.happened.of(Negotiation):
        if event.at > act.at:
            words = "Negosiasi tidak dipakai: pemenang telah ditetapkan sebelumnya."
            case.leave_out(event, Notice("TINDAKAN_TIDAK_DIPAKAI", words, event.participant))


def _is_early(case: Case) -> bool:
    """Whether talks may come before the proof."""
    return case.ask.text("negotiation.one_bid_after") == StageId.EVALUASI_HARGA


@once
def _talked(case: Case) -> set[str]:
    """Who talked, or left somewhere, and so perhaps instead of talking."""
    happened = case.package.happened
    talked = {talks.participant for talks in happened.of(Negotiation)}
    return talked.union(gone.participant for gone in happened.of(Withdrawal))


def left_to_prove(case: Case, names: Iterable[str]) -> list[str]:
    """Those of `names` who did not fall in talks that came before the proof."""
    talked = _talked(case)
    return [name for name in names if name not in talked or not _fell_early(case, name)]


def _fell_early(case: Case, name: str) -> bool:
    if is_seleksi(case.package.tender) or not talks_failed(case.package, name):
        return False
    one = is_one_bid(case) or _last(case) == name
    return one and _is_early(case)


def _admit(case: Case) -> list[str]:
    """The one bidder once it has come so far, if talks are recorded or it left instead.

    Talks are read with the one that came in and with the one that is left.
    """
    if is_one_bid(case):
        (name,) = case.verdicts[StageId.PEMBUKAAN]
    elif (last := _last(case)) is not None and one_is_left(case):
        name = last
    else:
        return []
    if last_talks(case.package, name) is None and left(case.package, name, _STAGE) is None:
        return []
    return [name] if _has_come_to_talks(case, name, early=_is_early(case)) else []


def _decide(case: Case, bidder: Participant) -> Decision:
    talks, price = last_talks(case.package, bidder.id), case.prices[bidder.id]
    corrected = price.corrected_total
    if talks is None or corrected is None:
        raise KeyError(bidder.id)
    if not is_one_bid(case) and case.ask.text("negotiation.one_bid") != _LEFT:
        words = "Negosiasi dibaca dengan satu penawaran yang tersisa, bukan satu yang masuk."
        case.notice(Notice("NEGOSIASI_BACAAN_LAIN", words, bidder.id, audience="publik"))
    file = OneBidFile(talks, corrected, case.package.tender.hps.total)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    decision = decide_by(found, met="Klarifikasi dan negosiasi mencapai kesepakatan.")
    agreed = talks.total if decision.verdict is Verdict.LULUS else None
    if agreed is None:
        return evolve(decision, price=evolve(price, negotiated_total=talks.total))
    bond = bond_of(case, corrected, agreed)
    made = evolve(price, negotiated_total=agreed, final_total=agreed, performance_bond=bond)
    return evolve(decision, price=made)


def talks_not_due(case: Case) -> Iterator[Fault]:
    """Talks of a Tender while several bids stand: no text that was read has them."""
    if is_seleksi(case.package.tender) or not case.package.happened.of(Negotiation):
        return
    opened = len(case.verdicts.get(StageId.PEMBUKAAN, {}))
    standing = len(_standing(case))
    if opened <= 1 or standing <= 1:
        return
    counts = {"count": str(opened), "left": str(standing)}
    for index, event in enumerate(case.package.events):
        if isinstance(event, Negotiation):
            yield Fault("ATR034", ("events", index, "type"), counts)


def idle_talks(case: Case) -> Iterator[Notice]:
    """Talks with a bid that has fallen, or with who made none.

    They bring nobody back, least of all one above the HPS.
    """
    if is_seleksi(case.package.tender):
        return
    talked = {e.participant for e in case.package.events if isinstance(e, Negotiation)}
    for name in sorted(talked - case.verdicts.get(_STAGE, {}).keys(), key=natural):
        fallen, bid = case.has_fallen(name), case.verdicts.get(StageId.PEMBUKAAN, {})
        if fallen or name not in bid:
            why = "penawarannya telah gugur" if fallen else "tidak ada penawarannya"
            words = f"Negosiasi tidak dipakai: {why}."
            yield Notice("NEGOSIASI_TIDAK_DIPAKAI", words, name, audience="publik")


talks_with_one = Stage(
    _STAGE,
    negotiation.words,
    _decide,
    _admit,
    rules=RULES,
)
