"""Checks of the assessments: who judged what, and whether it can count."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from tender_engine.events import PriceOpening
from tender_engine.faults import Faults, Path
from tender_engine.formats.draft import Draft, each, lacking, refer, refer_all
from tender_engine.model import NOTHING_ASKED, Assessment, Criterion
from tender_engine.terms import AssessmentVerdict, PreviousKind, StageId

__all__ = ["CHECKS"]

EVERYBODY = "*"
# Where what is built in is the stage as a whole: it is asked only if the document lists nothing
# there, and general judgements answer it too.
ASKED_AS_A_WHOLE = frozenset({StageId.PENYETARAAN_TEKNIS})
# What the panel judges as a whole where the document asks nothing there that can be looked at.
JUDGED_AS_A_WHOLE = frozenset(
    {
        StageId.EVALUASI_ADMINISTRASI,
        StageId.EVALUASI_KUALIFIKASI,
        StageId.EVALUASI_TEKNIS,
        StageId.PEMBUKTIAN_KUALIFIKASI,
    }
)
# What nobody may judge any more once a price is known.
BEFORE_PRICES = frozenset({StageId.EVALUASI_TEKNIS, StageId.PENYETARAAN_TEKNIS})
JUDGED = frozenset(
    {
        StageId.EVALUASI_ADMINISTRASI,
        StageId.EVALUASI_KUALIFIKASI,
        StageId.EVALUASI_TEKNIS,
        StageId.PENYETARAAN_TEKNIS,
        StageId.EVALUASI_HARGA,
        StageId.PEMBUKTIAN_KUALIFIKASI,
    }
)


def judges_and_judged_exist(draft: Draft, faults: Faults) -> None:
    """A judgement is by members of the panel, each once, on a participant or on everybody."""
    for path, entry in each(draft.package.assessments, "assessments"):
        refer_all(draft.members, entry.by or (), "PKT050", (*path, "by"), faults)
        if entry.participant != EVERYBODY:
            place = (*path, "participant")
            refer(draft.bidders, entry.participant, "PKT051", place, faults)


def questions_exist(draft: Draft, faults: Faults) -> None:
    """A judgement is on a stage that takes some and on a criterion that the stage has."""
    for path, entry in each(draft.package.assessments, "assessments"):
        if entry.stage is None:
            continue
        criteria = draft.criteria(entry.stage)
        if entry.stage not in JUDGED:
            faults.at_path("PKT055", (*path, "stage"), found=entry.stage)
        elif criteria is not None:
            listed = frozenset(item.id for item in criteria)
            known = listed | _built_in(draft, entry.stage, criteria)
            refer(known, entry.criterion, "PKT052", (*path, "criterion"), faults)


def answers_are_whole(draft: Draft, faults: Faults) -> None:
    """A judgement is either a verdict or a score, and a *tidak memenuhi* says why."""
    for path, entry in each(draft.package.assessments, "assessments"):
        if not draft.is_whole(path):
            continue
        if (entry.verdict is None) == (entry.score is None):
            faults.at_path("PKT053", path)
        if _fails(entry) and not entry.note.strip():
            faults.at_path("PKT054", path)


def answers_fit_their_questions(draft: Draft, faults: Faults) -> None:
    """Scores go to scored criteria, verdicts to the others, and none would be lost."""
    for path, entry in each(draft.package.assessments, "assessments"):
        if entry.stage not in JUDGED or not draft.is_whole(path):
            continue
        if entry.score is not None and (entry.criterion is None or entry.participant == EVERYBODY):
            faults.at_path("PKT059", (*path, "score"))
            continue
        criteria = draft.criteria(entry.stage)
        if criteria is None:
            continue
        if entry.criterion is None:
            as_a_whole = not criteria and _is_judged_as_a_whole(draft, entry.stage)
            if _fails(entry) and not as_a_whole and all(item.scored for item in criteria):
                faults.at_path("PKT056", path, stage=entry.stage)
        else:
            _fit_one(draft, entry, criteria, path, faults)


def _is_judged_as_a_whole(draft: Draft, stage: StageId) -> bool:
    """Whether a stage without criteria is one question, which a judgement without one answers."""
    asked = draft.asked(stage) or NOTHING_ASKED
    nothing = stage in JUDGED_AS_A_WHOLE and not asked.asks_any(draft.declared.at(stage))
    return nothing or stage in ASKED_AS_A_WHOLE


def _fit_one(
    draft: Draft,
    entry: Assessment,
    criteria: tuple[Criterion, ...],
    path: Path,
    faults: Faults,
) -> None:
    found = [(at, item) for at, item in enumerate(criteria) if item.id == entry.criterion]
    built_in = entry.criterion in _built_in(draft, entry.stage, criteria)
    if not found and not built_in:
        return
    if found:
        at, item = found[0]
        if not draft.is_whole(("tender", "requirements", entry.stage.value, "criteria", at)):
            return
        if lacking(item):
            return
    highest: Decimal | None = item.max_score if found else None
    if entry.score is None and entry.verdict is not None and highest is not None:
        faults.at_path("PKT062", (*path, "verdict"), found=str(entry.criterion))
    elif entry.score is not None and highest is None:
        faults.at_path("PKT057", (*path, "score"), found=str(entry.criterion))
    elif entry.score is not None and highest is not None and entry.score > highest:
        faults.at_path("PKT058", (*path, "score"), bound=str(highest))


def _built_in(draft: Draft, stage: StageId, criteria: tuple[Criterion, ...]) -> frozenset[str]:
    """What is judged at `stage` without standing in the tender's document."""
    if criteria and stage in ASKED_AS_A_WHOLE:
        return frozenset()
    return draft.declared.judged.get(stage, frozenset())


def _fails(entry: Assessment) -> bool:
    return entry.verdict == AssessmentVerdict.TIDAK_MEMENUHI


def one_answer_at_a_time(draft: Draft, faults: Faults) -> None:
    """A member has one answer to one question at one time."""
    seen: dict[tuple[Any, ...], Path] = {}
    for path, entry in each(draft.package.assessments, "assessments"):
        at: datetime | None = entry.at
        if at is None or entry.stage is None or entry.participant is None:
            continue
        if not draft.is_whole((*path, "criterion")) or path in draft.with_unknown_keys:
            continue
        for place, member in each(entry.by, *path, "by"):
            question = (entry.stage, entry.participant, entry.criterion, member, at)
            if seen.setdefault(question, path) != path:
                faults.at_path("PKT060", place, found=member)


def nothing_technical_is_judged_after_prices(draft: Draft, faults: Faults) -> None:
    """Technical judgements are made before the first opening of prices, or at its very moment.

    An *evaluasi ulang* judges anew what was opened before.
    """
    package = draft.package
    times = [event.at for _, event in each(package.events) if isinstance(event, PriceOpening)]
    opened = min((at for at in times if at is not None), default=None)
    if opened is None or _may_judge_anew(draft):
        return
    for path, entry in each(package.assessments, "assessments"):
        at: datetime | None = entry.at
        if entry.stage in BEFORE_PRICES and at is not None and at > opened:
            faults.at_path("PKT064", (*path, "at"), given=str(at), opened=str(opened))


def _may_judge_anew(draft: Draft) -> bool:
    """Whether this is an *evaluasi ulang*, or may be one as far as could be read."""
    previous = draft.package.previous
    if previous is None:
        return not draft.tells((), "previous")
    return previous.kind in (PreviousKind.EVALUASI_ULANG, None)


CHECKS = (
    judges_and_judged_exist,
    questions_exist,
    answers_are_whole,
    answers_fit_their_questions,
    one_answer_at_a_time,
    nothing_technical_is_judged_after_prices,
)
