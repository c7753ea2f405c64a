"""Klarifikasi dan negosiasi of a Seleksi: after the masa sanggah, with one after the other."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from heapq import heapify, heappop, heappush
from itertools import groupby

from attrs import evolve, frozen

from tender_engine.declared import StageWords, Words
from tender_engine.evaluation import PriceResult
from tender_engine.events import Award, Negotiation, ObjectionPeriodEnd
from tender_engine.faults import Fault
from tender_engine.findings import Awaiting, Notice, Verdict, natural
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Package, Participant, Tender
from tender_engine.terms import Decider, NegotiationOutcome, StageId, Subject
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres, unverified
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.award import decider, in_line, proposed
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.standing_acts import last_act, last_talks, left, withdrawals
from tender_rules.words import date_and_clock, rupiah

__all__ = ["came_to_terms", "in_turn", "misplaced", "negotiation", "talks_with_who_left"]

_STAGE = StageId.NEGOSIASI


@frozen
class TalksFile:
    """What the talks with a bidder came to."""

    tender: Tender
    talks: Negotiation
    corrected: Decimal | None


@rule(
    "negotiation.outcome",
    "Klarifikasi dan negosiasi teknis dan biaya",
    perpres("Pasal 50 ayat (3)"),
    since="2018-03-22",
)
def outcome(file: TalksFile, ask: Ask) -> Outcome | None:
    """Technical and cost proposals are talked over once the masa sanggah has ended."""
    if file.talks.outcome is NegotiationOutcome.GAGAL:
        return fails("Negosiasi tidak mencapai kesepakatan", terkoreksi=file.corrected)
    return passes("Negosiasi mencapai kesepakatan", disepakati=file.talks.total)


@rule(
    "negotiation.ceiling",
    "Batas hasil negosiasi",
    unverified("tanpa teks", "batas hasil negosiasi Seleksi"),
    since="2018-03-22",
)
def ceiling(file: TalksFile, ask: Ask) -> Outcome | None:
    """What is agreed stays within the total HPS, else talks go on; no text read sets that bound."""
    total = file.talks.total
    if total is None:
        return None
    ask.text("negotiation.ceiling")
    limit = file.tender.hps.total
    facts = {"disepakati": total, "batas": limit}
    if not _is_within(file.tender, file.talks):
        words = f"Hasil negosiasi {rupiah(total)} melebihi nilai total HPS {rupiah(limit)}"
        return waits(f"{words}; negosiasi belum selesai", "negosiasi_lanjutan", **facts)
    return passes("Hasil negosiasi tidak melebihi nilai total HPS", **facts)


RULES = (outcome, ceiling)


def _is_within(tender: Tender, talks: Negotiation) -> bool:
    return talks.total is None or talks.total <= tender.hps.total


def came_to_terms(tender: Tender, talks: Negotiation) -> bool:
    """Whether talks ended in an agreement, and not in one that leaves them unfinished."""
    return talks.outcome is NegotiationOutcome.SEPAKAT and _is_within(tender, talks)


def talks_in_order(case: Case) -> Iterator[str]:
    """With whom talks are due or were held: the winner, and the next while all before failed."""
    for name in proposed(case):
        yield name
        if case.verdict(_STAGE, name) is not Verdict.GUGUR:
            return


def _admit(case: Case) -> list[str]:
    return [name for name in talks_in_order(case) if _may_be_held(case, name)]


def _may_be_held(case: Case, name: str) -> bool:
    """Whether talks were held, or the bidder left instead of talking."""
    over = last_talks(case.package, name) or left(case.package, name, _STAGE)
    return name in case.prices and over is not None


def _awaits(case: Case) -> Iterator[Awaiting]:
    """Once talks have failed with one, they are due with the next whose price is open.

    With whom has been determined they come after that, as with the first: nothing waits for them.
    """
    held, act = case.verdicts[_STAGE], last_act(case, Subject.PEMILIHAN)
    begun = any(found.verdict is Verdict.GUGUR for found in held.values())
    determined = act.winner if isinstance(act, Award) else None
    for name in talks_in_order(case):
        if begun and name not in held and name in case.prices and name != determined:
            yield Awaiting(_STAGE, name, None, "negosiasi", ("pokja",))


def _decide(case: Case, bidder: Participant) -> Decision:
    talks, price = last_talks(case.package, bidder.id), case.prices[bidder.id]
    if talks is None:
        raise KeyError(bidder.id)
    corrected = price.corrected_total
    if talks.total is not None and corrected is not None and talks.total > corrected:
        words = "Hasil negosiasi lebih tinggi daripada biaya penawaran terkoreksi."
        case.notice(Notice("NEGOSIASI_LEBIH_TINGGI", words, bidder.id, audience="publik"))
    file = TalksFile(case.package.tender, talks, corrected)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    decision = decide_by(found, met="Klarifikasi dan negosiasi mencapai kesepakatan.")
    return evolve(decision, price=_agreed(price, talks, decision.verdict))


def _agreed(price: PriceResult, talks: Negotiation, verdict: Verdict) -> PriceResult:
    final = talks.total if verdict is Verdict.LULUS else price.final_total
    return evolve(price, negotiated_total=talks.total, final_total=final)


def misplaced(case: Case) -> Iterator[Fault]:
    """Talks of a Seleksi out of turn, or before the award and the masa sanggah."""
    happened = case.package.happened
    if not is_seleksi(case.package.tender) or not happened.of(Negotiation):
        return
    ended = [e.at for e in happened.of(ObjectionPeriodEnd) if e.of == Subject.PEMILIHAN]
    determined = [e.at for e in happened.of(Award) if e.of == Subject.PEMILIHAN]
    over, known = min(ended, default=None), min(determined, default=None)
    due = in_line(case)
    timely = in_turn(case.package, due)
    article = case.law.cite(perpres("Pasal 50 ayat (3)")).article
    for index, event in enumerate(case.package.events):
        if not isinstance(event, Negotiation):
            continue
        who = {"who": event.participant}
        if due and (event.participant, event.at) not in timely:
            yield Fault("ATR030", ("events", index, "participant"), who)
        if over is None or over > event.at:
            yield Fault("ATR031", ("events", index, "at"), {"article": article})
        if known is None or known > event.at:
            by = {"by": "PA/KPA" if decider(case) is Decider.PA else "Pokja Pemilihan"}
            yield Fault("ATR033", ("events", index, "at"), who | by)


def talks_with_who_left(case: Case) -> Iterator[Notice]:
    """Talks of a Seleksi with a bidder that is there no more: they bring nobody back."""
    if not is_seleksi(case.package.tender):
        return
    talked = case.package.happened.of(Negotiation)
    for name in sorted({event.participant for event in talked}, key=natural):
        since = min((gone.at for gone in withdrawals(case, name)), default=None)
        late = [event.at for event in talked if event.participant == name]
        if since is not None and max(late) > since:
            words = f"Negosiasi tidak dipakai: peserta mengundurkan diri {date_and_clock(since)}."
            yield Notice("NEGOSIASI_TIDAK_DIPAKAI", words, name, audience="publik")


negotiation = Stage(
    _STAGE,
    StageWords(
        Words("Klarifikasi dan negosiasi", "Clarification and negotiation (negosiasi)"),
        Words("Nego", "Talks"),
        passed=Words("Mencapai kesepakatan", "Came to an agreement"),
    ),
    _decide,
    _admit,
    awaits=_awaits,
    rules=RULES,
)


def in_turn(package: Package, order: Sequence[str]) -> set[tuple[str, datetime]]:
    """The talks, by whom with and when, that were held when those with all before had failed.

    Gone through once by time: the first in `order` with whom talks have not failed is the only one
    whose place has to be known.
    """
    places = {name: place for place, name in enumerate(order)}
    turns = sorted(_turns(package, places), key=lambda turn: turn[0])
    failed, gone = [False] * len(order), [False] * len(order)
    open_ = list(range(len(order)))
    heapify(open_)
    found: set[tuple[str, datetime]] = set()
    for at, group in groupby(turns, key=lambda turn: turn[0]):
        held = list(group)
        for _, place, has_left, talks_failed in held:
            gone[place] = gone[place] or has_left
            was, failed[place] = failed[place], gone[place] or talks_failed
            if was and not failed[place]:
                heappush(open_, place)
        while open_ and failed[open_[0]]:
            heappop(open_)
        first = open_[0] if open_ else len(order)
        found |= {(order[place], at) for _, place, has_left, _ in held if place <= first}
    return found


def _turns(package: Package, places: dict[str, int]) -> Iterator[tuple[datetime, int, bool, bool]]:
    """When, at which place, whether that bidder left, whether talks with it failed then.

    Who leaves once it was determined had its turn until then.
    """
    for event in package.happened.of(Negotiation):
        if event.participant in places:
            talks_failed = event.outcome is NegotiationOutcome.GAGAL
            yield event.at, places[event.participant], False, talks_failed
    for name, place in places.items():
        for stage in (StageId.NEGOSIASI, StageId.PENETAPAN):
            gone = left(package, name, stage)
            if gone is not None:
                yield gone.at, place, True, True
