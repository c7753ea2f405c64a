"""What of an evaluation is public by now: a result is secret until it is announced."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from tender_desk.documents import inside
from tender_desk.documents.due import announced
from tender_desk.documents.view import View, of_qualification
from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    Announcement,
    Appointment,
    Award,
    Closing,
    Deadline,
    Explanation,
    Extension,
    ObjectionPeriodEnd,
)
from tender_engine.findings import Finding, Verdict
from tender_engine.terms import StageId, Subject
from tender_engine.zones import zone_of

__all__ = ["Told", "clock", "moment_of_day", "told_of"]

# What everybody can see happen, whatever the panel does.
_OPEN = (Deadline, Extension, Closing, Explanation, Announcement, ObjectionPeriodEnd, Appointment)


@frozen
class Told:
    """An evaluation as the public may know it.

    `view` is that of its record; `of_list` that of the qualification, where that came before the
    bids. Each is looked at as far as its result is announced.
    """

    view: View
    of_list: View
    result: bool
    list_: bool

    @property
    def evaluation(self) -> Evaluation:
        """What was evaluated."""
        return self.view.evaluation

    @property
    def called_off(self) -> bool:
        """Whether a decision ended it: then only that is told, and no bid."""
        return self.view.kind.cancelled

    @property
    def bids(self) -> bool:
        """Whether the bids and what came of them are public."""
        return self.result and not self.view.kind.listing and not self.called_off

    @property
    def failed(self) -> bool:
        """Whether it is announced that the procurement, or its qualification, came to nothing."""
        return self.result and self.evaluation.failure is not None

    def stages(self) -> Iterator[tuple[View, StageId]]:
        """The stages whose verdicts are public, each with the record that tells of it."""
        if self.called_off:
            return
        for result in self.evaluation.stages:
            if self.list_ and self.of_list.kind.holds(result.id):
                yield self.of_list, result.id
            elif result.id is StageId.NEGOSIASI and not self.appointed:
                continue
            elif self.result and self.view.kind.holds(result.id):
                yield self.view, result.id

    def fell(self, participant: str) -> bool:
        """Whether it is public that a participant is out."""
        stages = (self.evaluation.stage(stage).on(participant) for _, stage in self.stages())
        return any(found and found.verdict is Verdict.GUGUR for found in stages)

    def awards(self) -> Iterator[Award]:
        """The acts on a winner that were announced before another took their place."""
        of = Subject.PEMILIHAN
        acts = [act for act in self.view.events(Award) if act.of == of and act.winner is not None]
        said = [event.at for event in self.view.events(Announcement) if event.of == of]
        for act, following in pairwise((*acts, None)):
            if act is None:
                continue
            if any(at >= act.at and (following is None or at < following.at) for at in said):
                yield act

    def last(self) -> dt.datetime | None:
        """When the last thing happened that is public; None where nothing says at what time.

        An act is public by its announcement, which comes after it.
        """
        package = self.view.package
        told = [event.at for kind in _OPEN for event in package.happened.of(kind)]
        zone = clock(self)
        if zone is not None:
            told.append(moment_of_day(package.tender.announced_on, zone))
        return max(told, default=None)

    @property
    def appointed(self) -> bool:
        """Whether what was talked over is settled; a Seleksi talks once its result is announced."""
        return not self.view.kind.seleksi or bool(self.view.events(Appointment))


def told_of(evaluation: Evaluation) -> Told:
    """How far an evaluation is public."""
    view = View.of(evaluation)
    of_list = of_qualification(view)
    before = view.kind.before and of_list is not view
    return Told(view, of_list, announced(view), before and announced(of_list))


def public(finding: Finding) -> bool:
    """Whether a finding may be seen from outside."""
    return finding.rule not in inside.RULES


def clock(told: Told) -> dt.tzinfo | None:
    """The zone in which the days of a tender begin."""
    return zone_of(told.view.package)


def moment_of_day(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """A day as OCDS writes it, which knows moments only: the one at which it begins."""
    return dt.datetime.combine(day, dt.time(), zone)
