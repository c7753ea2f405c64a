"""What the law concludes from the stages: state, result, winner or failure, and what comes next.

A prakualifikasi concludes twice: first on its list, later on its bids. Both go the same way, an act
of people set beside a computation; a `Part` holds what differs.
"""

from collections.abc import Callable, Mapping

from attrs import evolve, frozen

from tender_engine.events import Award, FailureAct, ObjectionPeriodEnd
from tender_engine.findings import Awaiting, Notice, Verdict, said
from tender_engine.terms import Decider, StageId, Subject
from tender_engine.workflow import Case, Conclusion, once
from tender_rules.noticing import noticed
from tender_rules.periods.calendar import calendar
from tender_rules.periods.objecting import objection_period
from tender_rules.procurement_kind import has_prakualifikasi, is_seleksi
from tender_rules.sanggah.beside import Beside, set_beside
from tender_rules.sanggah.course import Course, course, may_have_gone_on
from tender_rules.sanggah.made import made
from tender_rules.sanggah.settled import settled_ones
from tender_rules.sanggah.told import leave_unused_out, misplaced_appointments, undone_told
from tender_rules.sanggah.undone import Undone, undone
from tender_rules.stages import award, listing, qualification_failure, shortlist
from tender_rules.stages.auction import TWO, allowed, is_for, last_auction, unlawful
from tender_rules.stages.confirming import CONFIRMATION, open_doubts
from tender_rules.stages.failure import (
    cancelled_by,
    computed_failure,
    declared_failure,
    found_by_people,
)
from tender_rules.stages.negotiation import misplaced
from tender_rules.stages.one_bid import (
    is_one_bid,
    leave_late_talks_out,
    talks_are_next,
    talks_not_due,
)
from tender_rules.stages.ranking import contradicted, rank, scores
from tender_rules.stages.standing_acts import called_off, last_act
from tender_rules.stages.stated import doubtful_parts
from tender_rules.words import date_and_clock

__all__ = ["conclude"]


@frozen(eq=False)  # each is one of a kind
class Part:
    """Half of a procurement: how its result is computed, and how an act on it is read."""

    of: Subject
    determines: StageId
    computed: Callable[[Case], Conclusion]
    declared: Callable[[Case, FailureAct], Conclusion | None]
    agrees: Callable[[Case, Award], bool]
    decider: Callable[[Case], Decider]
    told: Callable[[Conclusion], str]
    told_of_act: Callable[[Award], str]


def conclude(case: Case) -> Conclusion:
    """The conclusion of a package under its own procedure and method."""
    leave_the_fallen(case)
    case.faults.extend(
        fault
        for look in (contradicted, misplaced, talks_not_due, unlawful, doubtful_parts)
        for fault in look(case)
    )
    _tell_what_was_not_read(case)
    for notice in noticed(case):
        case.notice(notice)
    part = _BIDS if listing.list_is_in_force(case) else _QUALIFICATION
    if part is _QUALIFICATION and last_act(case, Subject.PEMILIHAN) is not None:
        words = "Tindakan atas pemilihan tercatat, tetapi daftar peserta belum berlaku."
        case.notice(Notice("TINDAKAN_BERBEDA", words, audience="internal"))
    for item in open_doubts(case):
        case.awaiting[item] = None
    leave_late_talks_out(case)
    decider = part.decider(case)  # which value says so stands on record in any case
    beside = _beside(case, part, decider) if may_have_gone_on(case) else None
    differing = dict[int, Notice]()
    found = _concluded(case, part, differing)
    for notice in differing.values():
        case.notice(notice)
    ways = _ways(case, part, found, beside, differing) if beside else {}
    days = tuple(settled_ones(case, calendar(case), ways))
    after = ways[part.of].answer if part.of in ways else None
    ended = tuple(each for way in ways.values() for each in way.ended)
    concluded = evolve(found, scores=scores(case), calendar=days, after_award=after, ended=ended)
    if not has_prakualifikasi(case.package.tender):
        return concluded
    declared = concluded.failure is not None and part is _QUALIFICATION
    names = () if declared else tuple(shortlist.listed(case))
    return evolve(concluded, shortlist=names)


def _beside(
    case: Case,
    part: Part,
    decider: Decider,
    computed: Callable[[Case], Conclusion] | None = None,
) -> Beside:
    found = computed or (lambda case: _computed(case, part))
    return set_beside(case, part.of, decider, part.agrees, found)


def _ways(
    case: Case, part: Part, concluded: Conclusion, beside: Beside, differing: Mapping[int, Notice]
) -> dict[Subject, Course]:
    """What became of each result, which never changes it; what came too early is told.

    An act that is left out as it is `differing` from the computation is told as that, and why.
    """
    ways: dict[Subject, Course] = {}
    if part is _BIDS and has_prakualifikasi(case.package.tender):
        in_force = Conclusion("ditetapkan", "daftar_peserta")
        decider = _QUALIFICATION.decider(case)
        of_list = _beside(case, _QUALIFICATION, decider, lambda _: in_force)
        listed = course(case, Subject.KUALIFIKASI, in_force, of_list)
        if listed is not None:
            ways[Subject.KUALIFIKASI] = listed
            leave_unused_out(case, listed, of_list, differing)
    way = course(case, part.of, concluded, beside)
    if way is None:
        return ways
    case.faults.extend(misplaced_appointments(case, way))
    leave_unused_out(case, way, beside, differing)
    by = _undone(case, part)
    called = called_off(case.package) is not None  # and nothing is declared failed any more
    for notice in undone_told(case, part.of, by) if by and not called else ():
        case.notice(notice)
    return ways | {part.of: way}


def _concluded(case: Case, part: Part, differing: dict[int, Notice]) -> Conclusion:
    """The conclusion, and in `differing` what is told of an act that differs from it.

    What was computed is so whatever people declare: the values that it rests on stay on record.
    """
    computed, decision = _computed(case, part), called_off(case.package)
    if decision is not None:
        # Nobody is awaited, ranked or proposed any more; what was evaluated stays on record.
        case.awaiting.clear()
        case.forget(part.determines)
        return Conclusion("ditetapkan", "gagal", failure=cancelled_by(decision))
    standing, failing = last_act(case, part.of), _failing(case, part)
    if isinstance(standing, FailureAct) and (failing is None or _on_cause(case, part, standing)):
        declared = part.declared(case, standing)
        if declared is not None:
            case.awaiting.clear()
            return declared
    if failing is not None:
        case.awaiting.clear()
        if standing is not None:
            differing[id(standing)] = _difference(case, part, failing, standing)
        return failing
    if standing is None:
        return computed
    if computed.state == "menunggu":
        if not _only_talks_are_left(case, standing):
            differing[id(standing)] = _difference(case, part, computed, standing)
        return computed
    if _matches(case, part, computed, standing):
        return evolve(computed, state="ditetapkan")
    differing[id(standing)] = _difference(case, part, computed, standing)
    return computed


@once
def _computed(case: Case, part: Part) -> Conclusion:
    """What is found whatever people have declared or determined."""
    return Conclusion("menunggu", None, rank(case)) if _waits(case) else part.computed(case)


def _failing(case: Case, part: Part) -> Conclusion | None:
    """The failure on the cause of an objection found right, until who declares it has done so."""
    by = _undone(case, part)
    if by is None or by.cause is None:
        return None
    act = FailureAct(by.at, part.of, case.grounds[by.cause].declared_by, by.cause)
    failing = part.declared(case, act)
    return failing and evolve(failing, state="dihitung")


def _undone(case: Case, part: Part) -> Undone | None:
    """What undid the result; where nobody had acted on it, that all had fallen was the result."""
    by = undone(case, part.of)
    if by is None or by.act is not None:
        return by
    return by if _computed(case, part).failure is not None else None


def _on_cause(case: Case, part: Part, act: FailureAct) -> bool:
    """Whether a failure is on the cause of an objection that was right."""
    answers = [each.answer for each in made(case, part.of) if each.upholds]
    return act.ground in {answer.cause for answer in answers if answer is not None}


def _waits(case: Case) -> bool:
    return case.has_pending or any(_waited_for(case))


def _waited_for(case: Case) -> list[Awaiting]:
    """What the evaluation waits for; a doubt about typing keeps only a record from being final."""
    return [item for item in case.awaiting if item.needs != CONFIRMATION]


def _only_talks_are_left(case: Case, act: Award | FailureAct) -> bool:
    """Whether the act named whose turn it is, and what is awaited comes after it."""
    named = isinstance(act, Award) and award.names_winner(case, act)
    after = (StageId.NEGOSIASI, StageId.PEMBUKAAN_HARGA)
    held = bool(case.verdicts.get(StageId.NEGOSIASI))
    return named and held and all(item.stage in after for item in _waited_for(case))


def _matches(case: Case, part: Part, computed: Conclusion, act: Award | FailureAct) -> bool:
    if isinstance(act, Award):
        return computed.failure is None and part.agrees(case, act)
    failure = computed.failure
    if failure is None or act.ground != failure.ground or act.by != failure.declared_by:
        return False
    if not failure.holds_at_once:
        _tell_of_early_failure(case, part, act)
    return True


def _tell_of_early_failure(case: Case, part: Part, act: FailureAct) -> None:
    """It was declared while one could still object, or before who had objected was answered."""
    code, said = "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH", "Pernyataan gagal mendahului"
    if not _objections_over(case, part, act):
        words = f"{said} akhir masa sanggah yang tercatat."
        case.notice(Notice(code, words, audience="publik"))
    for each in made(case, part.of):
        waited = each.objection.at <= act.at and not each.answered_by(act.at)
        if each.counts and waited:
            words = f"{said} jawaban sanggah {date_and_clock(each.objection.at)}."
            case.notice(Notice(code, words, each.objection.participant, audience="publik"))


def _objections_over(case: Case, part: Part, act: FailureAct) -> bool:
    """Whether the masa sanggah had ended, by its days or as it is recorded."""
    period = objection_period(case, part.of, act.at)
    ends = (e for e in case.package.happened.of(ObjectionPeriodEnd) if e.of == act.of)
    counted = period is not None and period.until <= act.at
    return counted or any(event.at <= act.at for event in ends)


def _difference(case: Case, part: Part, computed: Conclusion, act: Award | FailureAct) -> Notice:
    """Set the act beside the computation: what it says, and what it would have to say."""
    if isinstance(act, Award):
        told = f"{part.told_of_act(act)}, oleh {act.by}"
    else:
        told = f"gagal {act.ground}, oleh {act.by}"
    if computed.failure is not None:
        found = f"gagal {computed.failure.ground}, oleh {computed.failure.declared_by}"
    elif computed.result is not None:
        found = f"{part.told(computed)}, oleh {part.decider(case)}"
    else:
        found = "belum ada hasil"
    words = f"Tindakan yang tercatat ({told}) berbeda dari hasil perhitungan ({found})."
    return Notice("TINDAKAN_BERBEDA", words, audience="internal")


def _tell_what_was_not_read(case: Case) -> None:
    if case.law.regime.notice:
        case.notice(Notice("REZIM_BELUM_DIBACA", case.law.regime.notice))


def _computed_bids(case: Case) -> Conclusion:
    names = [
        name
        for name in award.proposed(case)
        if case.verdict(StageId.NEGOSIASI, name) is not Verdict.GUGUR
    ]
    if not names:
        failure = computed_failure(case)
        return Conclusion("dihitung", "gagal", rank(case), next=failure.follow_up, failure=failure)
    return Conclusion(
        "dihitung",
        "pemenang",
        rank(case),
        winner=names[0],
        reserves=tuple(names[1:]),
        next=_next(case),
    )


def _next(case: Case) -> str | None:
    """A Seleksi is negotiated, and so is one bid before its award; two bids may be auctioned."""
    agreed = Verdict.LULUS in (v.verdict for v in case.verdicts[StageId.NEGOSIASI].values())
    if is_seleksi(case.package.tender):
        return None if agreed else "negosiasi"
    if talks_are_next(case):
        if is_one_bid(case) and not agreed:
            return case.ask.text("award.next_for_one_bid")
        return None if agreed else case.law.value("award.next_for_one_bid").value
    both = len(award.proposed(case)) == TWO and last_auction(case.package) is None
    return "reverse_auction" if both and is_for(case) and allowed(case) else None


def _declared_bids(case: Case, act: FailureAct) -> Conclusion | None:
    if not found_by_people(case, act):
        return None
    failure = declared_failure(case, act)
    return Conclusion("ditetapkan", "gagal", rank(case), next=failure.follow_up, failure=failure)


def _told_winner(computed: Conclusion) -> str:
    return f"pemenang {computed.winner}, cadangan {said(computed.reserves) or 'tidak ada'}"


def _told_award(act: Award) -> str:
    return f"pemenang {act.winner}, cadangan {said(act.reserves or ()) or 'tidak ada'}"


def _computed_list(case: Case) -> Conclusion:
    names = shortlist.listed(case)
    if not names:
        failure = qualification_failure.computed_qualification_failure(case)
        return Conclusion("dihitung", "gagal", next=failure.follow_up, failure=failure)
    next_ = "penunjukan_langsung" if shortlist.appoints_directly(case) else None
    return Conclusion("dihitung", "daftar_peserta", shortlist=tuple(names), next=next_)


def _declared_list(case: Case, act: FailureAct) -> Conclusion | None:
    if not found_by_people(case, act):
        return None
    whole = case.grounds[act.ground].of is Subject.PEMILIHAN
    declared = qualification_failure.declared_qualification_failure
    failure = declared_failure(case, act) if whole else declared(case, act.ground)
    return Conclusion("ditetapkan", "gagal", next=failure.follow_up, failure=failure)


def _told_list(computed: Conclusion) -> str:
    return f"daftar {said(computed.shortlist)}"


def _told_listing(act: Award) -> str:
    return f"daftar {said(act.listed) or 'tidak ada'}"


_BIDS = Part(
    Subject.PEMILIHAN,
    StageId.PENETAPAN,
    _computed_bids,
    _declared_bids,
    award.agrees,
    award.decider,
    _told_winner,
    _told_award,
)
_QUALIFICATION = Part(
    Subject.KUALIFIKASI,
    StageId.PENETAPAN_HASIL_KUALIFIKASI,
    _computed_list,
    _declared_list,
    listing.act_agrees,
    lambda _: Decider.POKJA,
    _told_list,
    _told_listing,
)


def leave_the_fallen(case: Case) -> None:
    """Ask nothing more about who fell at some stage, not even what was open before that.

    To be called once every stage is settled: until then who is undecided holds its place among
    the lowest bids. Findings and votes stay as they are, so that the record shows what was open.
    """
    if not case.falls:
        return
    fallen = {name: _reason(stages) for name, stages in _falls(case).items()}
    for stage, table in case.verdicts.items():
        for name in fallen.keys() & table.keys():
            if table[name].verdict is Verdict.BELUM_DINILAI:
                alone, reason = Verdict.TIDAK_DIEVALUASI, fallen[name]
                case.note(stage, evolve(table[name], verdict=alone, reason=reason))
    for item in [item for item in case.awaiting if item.participant in fallen]:
        del case.awaiting[item]


def _falls(case: Case) -> dict[str, list[StageId]]:
    """At which stages each of the fallen fell, in the order of the procedure."""
    stages = case.verdicts
    return {name: [each for each in stages if each in at] for name, at in case.falls.items() if at}


def _reason(stages: list[StageId]) -> str:
    return f"Sudah gugur pada {' dan '.join(stage.replace('_', ' ') for stage in stages)}."
