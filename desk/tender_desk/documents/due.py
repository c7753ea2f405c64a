"""Whether a paper may be written at all, and if not what it waits for; and when it is public."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from attrs import frozen

from tender_desk.documents.on_record import ended
from tender_desk.documents.view import View
from tender_engine.declared import Words
from tender_engine.events import (
    Announcement,
    Award,
    Cancellation,
    Clarification,
    Event,
    FailureAct,
    Negotiation,
    PriceOpening,
    RankingDecision,
    ReverseAuction,
)
from tender_engine.terms import StageId
from tender_rules.stages.standing_acts import called_off

__all__ = [
    "READY",
    "Due",
    "NothingToTellError",
    "announced",
    "announced_once",
    "appointed_directly",
    "called_off_instead",
    "cancellation_due",
    "failure_due",
    "of_result",
    "of_stages",
    "uncalled_for",
    "waits",
]

# What an evaluation rests on beside its judgements.
_PRICED = (PriceOpening, RankingDecision, ReverseAuction)


@frozen
class Due:
    """Whether a paper may be written of what a dossier holds; `reason` says why not.

    What only `waits` is listed as still to come. What nothing in the dossier calls for is left out
    of such a list: the answer to somebody who did not object.
    """

    reason: Words | None = None
    waits: bool = False


READY = Due()


def waits(indonesian: str, english: str) -> Due:
    """Not yet: what the paper waits for, in words: "pembukaan penawaran"."""
    return Due(Words(indonesian, english), waits=True)


def uncalled_for(indonesian: str, english: str) -> Due:
    """Not at all, as the dossier stands; why, in words: "tidak ada sanggah dari CV Contoh"."""
    return Due(Words(indonesian, english))


def called_off_instead(view: View) -> Due:
    """There is no result any more, and so nothing to tell of one."""
    return uncalled_for(f"{view.kind.noun} dibatalkan", "the procurement was called off")


def appointed_directly(view: View) -> Due:
    """Where one alone passed a prakualifikasi ulang nobody is invited to bid."""
    following = view.follow_up(view.evaluation.next or "")[0]
    return uncalled_for(f"dilanjutkan dengan {following}", "it goes on with direct appointment")


def failure_due(view: View) -> Due:
    """What is written of a failure needs one; that it was called off is none."""
    if view.kind.cancelled:
        return called_off_instead(view)
    if view.evaluation.failure is None:
        return uncalled_for("tidak ada yang gagal", "nothing failed")
    return READY


def cancellation_due(view: View) -> Due:
    """What is written of a pembatalan needs one."""
    if view.kind.cancelled:
        return READY
    return uncalled_for("tidak ada pembatalan", "nothing was called off")


class NothingToTellError(ValueError):
    """A paper that cannot be written of this dossier; `reason` says why not."""

    def __init__(self, reason: Words) -> None:
        self.reason = reason
        super().__init__(reason.id)


def announced(view: View) -> bool:
    """Whether the result that a paper is about was announced; until then it is secret.

    What was announced before the last act on it, before that act was undone, or before a pembatalan
    was another result.
    """
    acts: list[Event] = [*view.events(Cancellation)]
    if acts:
        return _told_since(view, [act.at for act in acts])
    acts = [*view.about_it(view.events(Award)), *view.about_it(view.events(FailureAct))]
    return _told_since(view, [*(act.at for act in acts), *ended(view)])


def announced_once(view: View, held: Iterable[datetime]) -> bool:
    """Whether what is older than any result is public: once it is, it stays so for ever.

    Neither a result that was undone nor a new one takes that back, nor somebody who leaves; but
    what a paper has `held` only since the announcement is nobody's as yet.
    """
    return _told_since(view, held)


def of_result(view: View) -> Iterator[datetime]:
    """When what a result rests on was judged, asked or opened."""
    yield from (entry.at for entry in view.package.assessments if view.kind.holds(entry.stage))
    # Of a Seleksi it is talked over once it is announced, and that has minutes of its own.
    talks = () if view.kind.seleksi else (Negotiation,)
    asked: tuple[type[Event], ...] = (Clarification, *_PRICED, *talks)
    yield from (event.at for kind in asked for event in view.events(kind))


def of_stages(view: View) -> Iterator[datetime]:
    """The same of the stages that a paper tells of; talks have minutes of their own."""
    yield from (entry.at for entry in view.package.assessments if view.tells(entry.stage))
    yield from (event.at for event in view.events(Clarification) if view.tells(event.stage))
    if view.tells(StageId.EVALUASI_HARGA):
        yield from (event.at for kind in _PRICED for event in view.events(kind))


def _told_since(view: View, moments: Iterable[datetime]) -> bool:
    told, since = view.events(Announcement), max(moments, default=None)
    return any(since is None or event.at >= since for event in _of(view, told))


def _of(view: View, told: list[Announcement]) -> list[Announcement]:
    """Those of this result; a pembatalan is announced for all that there was."""
    return told if called_off(view.package) is not None else view.about_it(told)
