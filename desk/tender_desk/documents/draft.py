"""Whether a record is final: the act of people is there, and no value of the law is in doubt."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from tender_desk.documents.draft_reasons import (
    DOUBTS,
    NO_TALKS,
    NOT_HELD,
    UNANNOUNCED,
    UNCONFIRMED,
    UNCONFIRMED_TYPING,
    Standing,
    unfinished,
)
from tender_desk.documents.due import announced
from tender_desk.documents.on_record import written
from tender_desk.documents.unconfirmed import named_value, unconfirmed
from tender_desk.documents.undetermined import (
    is_proposed,
    replaced,
    undetermined,
    undetermined_as_yet,
    unnumbered,
)
from tender_desk.documents.view import View
from tender_desk.documents.wording import reading_said
from tender_engine.declared import Words
from tender_engine.findings import Awaiting
from tender_rules.stages.confirming import CONFIRMATION

__all__ = [
    "standing",
    "standing_of_act",
    "standing_of_answer",
    "standing_of_letter",
    "standing_of_paper",
    "standing_of_stages",
    "standing_once_announced",
]

# Values that come after what a paper tells: minutes of stages tell of no objection and no appeal,
# and the answer to an objection is older than what an appeal came to.
_AFTER_STAGES = ("objection.", "appeal.")
_AFTER_ANSWER = ("appeal.granted",)


def standing(view: View) -> Standing:
    """Whether the record of this evaluation is final, and if not why.

    Of a procurement that was called off it is the decision alone, which has to have a number.
    """
    if view.kind.cancelled:
        return Standing(tuple(unnumbered(view)), ())
    told = {notice.code for notice in view.evaluation.notices}
    undone = [*undetermined(view, differs="TINDAKAN_BERBEDA" in told)]
    if is_proposed(view) and "TINDAKAN_BERBEDA" not in told:
        undone = []
    talks = view.kind.seleksi and view.evaluation.next == "negosiasi"
    if not undone and talks:
        undone = [NO_TALKS]
    if view.evaluation.failure is None and written(view) is None:
        undone += replaced(view)
    return _standing(view, undone)


def standing_of_stages(view: View, missing: Words | None = None) -> Standing:
    """The same of minutes that tell only the stages of `view`, which no act has to end.

    They are final once nothing is awaited there and nothing is `missing`.
    """
    awaited = [x.stage for x in _awaited(view) if x.needs != CONFIRMATION]
    open_ = [stage.id for stage in view.stages if stage.id in awaited]
    reasons = [unfinished(view, stage) for stage in open_]
    return _standing(view, [*reasons, *([missing] if missing else [])], _AFTER_STAGES)


def standing_of_letter(view: View) -> Standing:
    """The same of a letter to a bidder: the result is secret until it is announced."""
    return standing_once_announced(view, "surat pemberitahuan", UNANNOUNCED)


def standing_once_announced(view: View, what: str, missing: Words) -> Standing:
    """The same of whatever tells a result to others: `missing` says that it is not announced."""
    if view.kind.cancelled:
        undone = [*unnumbered(view)]
        if not announced(view):
            noun = view.kind.noun
            undone.append(
                Words(f"pembatalan {noun} belum diumumkan", "it is not announced as called off")
            )
        return Standing(tuple(undone), (), what=what)
    undone = [*undetermined_as_yet(view)]
    if not announced(view):
        undone.append(missing)
    return standing_of_paper(view, undone, what)


def standing_of_act(view: View, what: str) -> Standing:
    """The same of the act itself that determines, and of the proposal of it: nothing is told yet.

    It is final once the act is recorded and agrees with the evaluation.
    """
    return standing_of_paper(view, undetermined_as_yet(view), what)


def standing_of_answer(view: View, undone: Iterable[Words]) -> Standing:
    """The same of the answer to an objection."""
    return evolve(_standing(view, undone, _AFTER_ANSWER), what="jawaban sanggah")


def standing_of_paper(view: View, undone: Iterable[Words], what: str) -> Standing:
    """A draft of a paper called `what` for all that is `undone`, and for whatever is in doubt."""
    return evolve(_standing(view, undone), what=what)


def _standing(
    view: View,
    undone: Iterable[Words],
    after: tuple[str, ...] = (),
) -> Standing:
    """A draft for what is `undone`, and for whatever of the law or the times is in doubt.

    Values that begin as one of `after` are not its own: what they decide came later.
    """
    doubtful = tuple(
        (*named_value(view, used), reading_said(used))
        for used in unconfirmed(view)
        if not used.param.startswith(after)
    )
    told = {notice.code for notice in view.evaluation.notices}
    reasons = [*undone]
    if doubtful:
        reasons.append(UNCONFIRMED)
    reasons += [words for code, words in DOUBTS.items() if code in told]
    if view.repeats_evaluation and view.before is None:
        reasons.append(NOT_HELD)
    if _unconfirmed_typing(view):
        reasons.append(UNCONFIRMED_TYPING)
    return Standing(tuple(reasons), doubtful, unread=view.evaluation.law.regime.notice)


def _unconfirmed_typing(view: View) -> bool:
    """Whether a figure that may be a slip stands in a stage that this record tells of."""
    told = {stage.id for stage in view.stages}
    return any(x.needs == CONFIRMATION and x.stage in told for x in _awaited(view))


def _awaited(view: View) -> Iterator[Awaiting]:
    """What is awaited of all, or of those whom this record tells of."""
    for item in view.evaluation.awaiting:
        if item.participant is None or view.concerns(item.participant):
            yield item
