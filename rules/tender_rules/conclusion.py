"""What the law concludes from the stages: state, result, winner or failure, and what comes next."""

from attrs import evolve

from tender.events import Award, FailureAct, ObjectionPeriodEnd
from tender.findings import Notice, Verdict, said
from tender.terms import StageId
from tender.workflow import Case, Conclusion
from tender_rules.noticing import noticed
from tender_rules.stages.award import agrees, decider, last_act, proposed
from tender_rules.stages.failure import computed_failure, declared_failure, found_by_people
from tender_rules.stages.ranking import contradicted, rank

__all__ = ["conclude"]


def conclude(case: Case) -> Conclusion:
    """The conclusion of a tender under lowest price."""
    case.faults.extend(contradicted(case))
    _tell_what_was_not_read(case)
    for notice in noticed(case):
        case.notice(notice)
    standing = last_act(case)
    if isinstance(standing, FailureAct) and found_by_people(standing):
        return _declared(case, standing)
    if _waits(case):
        waiting = Conclusion("menunggu", None, rank(case))
        if standing is not None:
            _tell_of_difference(case, waiting, standing)
        return waiting
    computed = _computed(case)
    if standing is None:
        return computed
    if _matches(case, computed, standing):
        return evolve(computed, state="ditetapkan")
    _tell_of_difference(case, computed, standing)
    return computed


def _waits(case: Case) -> bool:
    pending = any(
        found.verdict is Verdict.BELUM_DINILAI
        for table in case.verdicts.values()
        for found in table.values()
    )
    return pending or bool(case.awaiting)


def _computed(case: Case) -> Conclusion:
    names = proposed(case)
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
    """One bid is negotiated; what two may lead to depends on values that are not built yet."""
    if len(case.verdicts[StageId.PEMBUKAAN]) > 1:
        return None
    return case.ask(lambda ask: ask.text("award.next_for_one_bid"))


def _matches(case: Case, computed: Conclusion, act: Award | FailureAct) -> bool:
    if isinstance(act, Award):
        return computed.failure is None and agrees(case, act)
    failure = computed.failure
    if failure is None or act.ground != failure.ground or act.by != failure.declared_by:
        return False
    if failure.effective != "segera" and not _objections_over(case, act):
        words = "Pernyataan gagal mendahului akhir masa sanggah yang tercatat."
        case.notice(Notice("GAGAL_SEBELUM_AKHIR_MASA_SANGGAH", words, audience="publik"))
    return True


def _objections_over(case: Case, act: FailureAct) -> bool:
    return any(
        isinstance(event, ObjectionPeriodEnd) and event.of == act.of and event.at <= act.at
        for event in case.package.events
    )


def _declared(case: Case, act: FailureAct) -> Conclusion:
    failure = declared_failure(case, act)
    return Conclusion("ditetapkan", "gagal", rank(case), next=failure.follow_up, failure=failure)


def _tell_of_difference(case: Case, computed: Conclusion, act: Award | FailureAct) -> None:
    """Set the act beside the computation: what it says, and what it would have to say."""
    if isinstance(act, Award):
        told = f"pemenang {act.winner}, cadangan {said(act.reserves) or 'tidak ada'}, oleh {act.by}"
    else:
        told = f"gagal {act.ground}, oleh {act.by}"
    if computed.failure is not None:
        found = f"gagal {computed.failure.ground}, oleh {computed.failure.declared_by}"
    elif computed.winner is not None:
        reserves = said(computed.reserves) or "tidak ada"
        found = f"pemenang {computed.winner}, cadangan {reserves}, oleh {decider(case)}"
    else:
        found = "belum ada hasil"
    words = f"Tindakan yang tercatat ({told}) berbeda dari hasil perhitungan ({found})."
    case.notice(Notice("TINDAKAN_BERBEDA", words, audience="internal"))


def _tell_what_was_not_read(case: Case) -> None:
    if case.law.regime.notice:
        case.notice(Notice("REZIM_BELUM_DIBACA", case.law.regime.notice, audience="publik"))
