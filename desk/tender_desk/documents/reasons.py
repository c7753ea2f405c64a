"""Reasons to paste: what came of each participant at each evaluation that SPSE asks about.

SPSE marks five evaluations by a letter: A administrasi, K kualifikasi, T teknis, H harga, and
B pembuktian kualifikasi. What a bidder fell for elsewhere stands without a mark.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from tender_desk.documents.blocks import ended_once
from tender_desk.documents.results import basis_of, called, words_on_fairness
from tender_desk.documents.view import View
from tender_engine.evaluation import Evaluation, StageResult, StageVerdict
from tender_engine.findings import Verdict
from tender_engine.numbers import exact
from tender_engine.terms import StageId

__all__ = ["MARKS", "Reason", "reasons"]

MARKS: Mapping[StageId, str] = {
    StageId.EVALUASI_ADMINISTRASI: "A",
    StageId.EVALUASI_KUALIFIKASI: "K",
    StageId.EVALUASI_TEKNIS: "T",
    StageId.PENYETARAAN_TEKNIS: "T",
    StageId.KOREKSI_ARITMATIK: "H",
    StageId.EVALUASI_HARGA: "H",
    StageId.PEMBUKTIAN_KUALIFIKASI: "B",
}
# Told only of whom it keeps out: nobody is judged there.
_NOT_JUDGED = frozenset(StageId) - (MARKS.keys() - {StageId.KOREKSI_ARITMATIK})


@frozen
class Reason:
    """One participant at one stage: SPSE's mark, the word for it, and a paragraph to paste.

    An empty `mark` is a stage that SPSE does not ask about.
    """

    participant: str
    name: str
    stage: StageId
    title: str
    mark: str
    verdict: Verdict
    called: str
    text: str


def reasons(evaluation: Evaluation, participant: str | None = None) -> tuple[Reason, ...]:
    """By participant and then stage, of everybody or of one; what is not public is in none."""
    with exact():
        view = View.of(evaluation)
        return tuple(
            _reason(view, result, found)
            for name in view.participants
            if participant in (None, name)
            for result, found in _told(evaluation, name)
        )


def _told(evaluation: Evaluation, name: str) -> Iterator[tuple[StageResult, StageVerdict]]:
    for result in evaluation.stages:
        found = result.on(name)
        if found and not (found.verdict is Verdict.LULUS and result.id in _NOT_JUDGED):
            yield result, found


def _reason(view: View, result: StageResult, found: StageVerdict) -> Reason:
    return Reason(
        participant=found.participant,
        name=view.who(found.participant),
        stage=result.id,
        title=view.stage(result.id),
        mark=MARKS.get(result.id, ""),
        verdict=found.verdict,
        called=called(view, result.id, found),
        text=ended_once(" ".join(_paragraph(view, result, found).split())),
    )


def _paragraph(view: View, result: StageResult, found: StageVerdict) -> str:
    """The reason and what it rests on; of who passed, why people found its price fair."""
    if found.verdict is Verdict.LULUS:
        fair = words_on_fairness(found)
        return found.reason if fair == "–" else f"{found.reason} {fair}"
    return f"{found.reason} Dasar: {basis_of(view, result, found)}."
