"""Answers to objections and appeals: what they have to say, and what was typed twice."""

from collections.abc import Iterator

from tender_engine.events import Appeal, AppealAnswer, ObjectionAnswer
from tender_engine.faults import Fault
from tender_engine.model import Package
from tender_engine.objecting import needs
from tender_engine.rulebook import Rulebook
from tender_engine.terms import AppealDecision, ObjectionDecision, Subject
from tender_rules.citations import article_for
from tender_rules.stages.failure import END_ALL, as_printed, in_words, known_grounds

__all__ = ["CHECKS", "causes_of"]

_RIGHT = ObjectionDecision.BENAR_SUBSTANSIAL
# What the KPA's answer says of what may stand at the appeal itself.
_SAME = {
    _RIGHT: AppealDecision.BENAR,
    ObjectionDecision.TIDAK_BENAR: AppealDecision.TIDAK_BENAR,
}


@needs("tender.procedure", "tender.category", "tender.announced_on", "events")
def causes_fit(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """What is right and substantial ends it on a ground that people find; nothing else has one."""
    for index, event in enumerate(package.events):
        if not isinstance(event, ObjectionAnswer):
            continue
        causes = causes_of(package, rulebook, event.of)
        known = {"named": in_words(rulebook, causes), "printed": as_printed(rulebook, causes)}
        if event.decision is not _RIGHT and event.cause is not None:
            params = {"decision": str(event.decision)}
            yield Fault("ATR074", ("events", index, "cause"), params)
        elif event.decision is _RIGHT and event.cause is None:
            yield Fault("ATR073", ("events", index), known)
        elif event.cause is not None and event.cause not in causes:
            params = {"found": str(event.cause), **known}
            yield Fault("ATR075", ("events", index, "cause"), params)


def causes_of(package: Package, rulebook: Rulebook, of: str) -> list[str]:
    """The grounds that an objection may show; before the bids also those that end all of it."""
    names = known_grounds(package, rulebook, of)
    if of == Subject.KUALIFIKASI:
        names = [*names, *END_ALL]
    return [name for name in names if rulebook.grounds[name].objected]


@needs("tender.announced_on", "tender.category", "events")
def lists_have_no_appeal(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """An appeal is a stage after the objection to the winner."""
    for index, event in enumerate(package.events):
        if isinstance(event, Appeal) and event.of == Subject.KUALIFIKASI:
            params = {"article": article_for(package, rulebook, "Pasal 50 ayat (2)")}
            yield Fault("ATR076", ("events", index, "of"), params)


@needs("events")
def appeals_are_answered_once(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """An answer at the appeal itself says what the event of the KPA says."""
    answers = package.happened
    for index, event in enumerate(package.events):
        if not isinstance(event, Appeal) or event.decision is None:
            continue
        later = [e for e in answers.about(AppealAnswer, event.participant) if e.at >= event.at]
        if later and _SAME.get(event.decision) is not later[0].decision:
            params = {"who": event.participant, "found": str(event.decision)}
            params |= {"other": str(later[0].decision)}
            yield Fault("ATR077", ("events", index, "decision"), params)


CHECKS = (causes_fit, lists_have_no_appeal, appeals_are_answered_once)
