"""Which days of a calendar nobody can use any more, by where the result stands that they are of."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from tender_engine.evaluation import AfterAwardState, Period, PeriodState
from tender_engine.terms import Subject
from tender_engine.workflow import Case
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.course import Course
from tender_rules.sanggah.made import made

__all__ = ["settled_ones"]


def settled_ones(
    case: Case, periods: Iterable[Period], ways: Mapping[Subject, Course]
) -> Iterator[Period]:
    """`periods`, with those marked that are settled: nobody objects, answers or appeals in them.

    Where what they follow is not on record they run, as far as is known.
    """
    for period in periods:
        used, way = _USED.get(period.id), _way(period, ways)
        if used is None or way is None:
            yield period
            continue
        ended = way.path[-1] is AfterAwardState.SELESAI
        yield evolve(period, settled=ended or not used(case, period, way))


def _way(period: Period, ways: Mapping[Subject, Course]) -> Course | None:
    """That of the result which it is of; days of handing in are of none."""
    return next((way for of, way in ways.items() if of == period.of), None)


def _objecting(_: Case, period: Period, way: Course) -> bool:
    """Whether it began with the announcement of what stands, or no act is on record at all.

    At the very moment of its end, once that is recorded, it runs by the calendar and is over.
    """
    facts = way.facts
    if facts.over and period.state is PeriodState.BERJALAN:
        return False
    unrecorded = facts.act is None and facts.told is None
    return not facts.void and (unrecorded or facts.told == period.begins)


def _answering(case: Case, period: Period, way: Course) -> bool:
    """Whether anybody who objected in the days before it is still to be answered."""
    found = made(case, Subject(period.of))
    asked = [found[key] for key in way.facts.asked]
    unrecorded = way.facts.act is None and not way.facts.void and way.facts.told is None
    asked += [each for each in found if unrecorded and each.counts and each.answer is None]
    return any(each.period and each.period.until == period.begins for each in asked)


def _appealing(case: Case, period: Period, way: Course) -> bool:
    """Whether that answer may still be appealed against; of an objection not on record it may."""
    found = made(case, Subject.PEMILIHAN)
    if all(each.objection.participant != period.participant for each in found):
        return not way.facts.void
    return any(found[key].objection.participant == period.participant for key in way.facts.heard)


def _answering_appeals(case: Case, period: Period, way: Course) -> bool:
    """Whether the KPA has still to answer that appeal, or one that is not on record."""
    found, due = appealed(case), way.facts.appealed & way.facts.clarified
    if all(each.appeal.participant != period.participant for each in found):
        return not way.facts.void
    return any(found[key].appeal.participant == period.participant for key in due)


_USED = {
    "masa_sanggah": _objecting,
    "jawaban_sanggah": _answering,
    "masa_sanggah_banding": _appealing,
    "jawaban_sanggah_banding": _answering_appeals,
}
