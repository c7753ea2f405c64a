"""What was looked at in each stage: what the document asks, and what the law checks by itself."""

from collections.abc import Iterator
from typing import TypeAlias

from tender_desk.documents import inside
from tender_desk.documents.view import View
from tender_engine.basis import StageSaid
from tender_engine.findings import natural
from tender_engine.model import Criterion, Requirements
from tender_engine.terms import StageId
from tender_rules.stages import equalization, papers, proof, qualification, scoring, withdrawal
from tender_rules.words import number, weight

__all__ = ["elements", "listed", "papers_of"]

Element: TypeAlias = tuple[str, str]

_JUDGED = ".criteria"
# Rules behind what the document lists itself, about who left, and of what stays inside.
_LISTED = frozenset(
    {
        qualification.screened.id,
        proof.papers.id,
        *inside.RULES,
        *(rule.id for rule in (*scoring.RULES, *withdrawal.RULES)),
    }
)
# Stages in which nothing but a paper is asked of a bid.
_NOT_ELEMENTS = (
    StageId.PEMASUKAN_KUALIFIKASI,
    StageId.PEMBUKAAN,
    StageId.KOREKSI_ARITMATIK,
    StageId.PENAWARAN_DIEVALUASI,
    StageId.PEMBUKAAN_HARGA,
    StageId.PENETAPAN_HASIL_KUALIFIKASI,
    StageId.NEGOSIASI,
    StageId.PENETAPAN,
)


def elements(view: View, stage: StageSaid) -> Iterator[Element]:
    """What is asked at `stage`, each with where it is asked."""
    yield from papers_of(view, stage.id)
    if stage.id in _NOT_ELEMENTS:
        return
    asked = view.package.tender.asks(stage.id)
    named: set[str] = set()
    for known in view.evaluation.asked:
        if known.stage is stage.id:
            named.add(known.rule)
            if known.check != papers.PAPERS.key:
                yield known.said, view.document(asked.clause_of(known.check))
    yield from _checked_by_law(view, stage, named)
    if stage.id is StageId.PEMBUKTIAN_KUALIFIKASI and not view.kind.before:
        yield _scope(view, asked)
    yield from listed(view, asked)
    yield from _of_the_stage(view, stage, asked)


def listed(view: View, asked: Requirements) -> Iterator[Element]:
    """The criteria that the document lists, each with its clause."""
    for criterion in sorted(asked.criteria, key=lambda known: natural(known.id)):
        said = f"{criterion.title}{_scoring(view, criterion)}"
        yield said, view.document(criterion.clause)


def papers_of(view: View, stage: StageId) -> Iterator[Element]:
    """Each paper under the stage that looks at it, though the document asks all in one place."""
    check = papers.PAPERS
    tender = view.package.tender
    together = tender.asks(check.stage).clauses.get(check.key)
    for paper in papers.looked_at(tender, stage):
        yield paper.said, view.document(paper.clause or together)


def _scoring(view: View, criterion: Criterion) -> str:
    """How a criterion is scored, behind its title; nothing where it is met or not."""
    if criterion.max_score is None:
        return ""
    marks = [view.term(criterion.unsur)] if criterion.unsur else []
    marks.append(f"bobot {weight(criterion.weight)}")
    marks.append(f"nilai tertinggi {number(criterion.max_score)}")
    if criterion.threshold is not None:
        marks.append(f"ambang batas {number(criterion.threshold)}")
    return f" ({', '.join(marks)})"


def _of_the_stage(view: View, stage: StageSaid, asked: Requirements) -> Iterator[Element]:
    """What holds for a stage as a whole: its threshold, and equalization without a list."""
    if asked.threshold is not None:
        yield f"Ambang batas nilai total {number(asked.threshold)}", view.document()
    if stage.id is StageId.PENYETARAAN_TEKNIS and not asked.criteria:
        yield "Penyetaraan teknis", view.document(asked.clauses.get(equalization.EQUALIZED.key))


def _checked_by_law(view: View, stage: StageSaid, named: set[str]) -> Iterator[Element]:
    """Rules that ran though the document does not name what they check."""
    found = {
        finding.rule: finding
        for verdict in view.evaluation.stage(stage.id).verdicts
        for finding in verdict.findings
    }
    for rule in stage.rules:
        listed = rule.id in _LISTED or rule.id.endswith(_JUDGED)
        if rule.id in found and rule.id not in named and not listed:
            yield rule.title, view.behind(found[rule.id])


def _scope(view: View, asked: Requirements) -> Element:
    """Who is called to the proof, by the document or else by the law."""
    if asked.scope:
        return f"Yang diundang: {view.term(asked.scope)}", view.document()
    scope = "proof.scope"
    return f"Yang diundang: {view.value_said(scope)}", view.value_cited(scope)
