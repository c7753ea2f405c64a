"""Who stands where at which stage, and what is behind each verdict."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from tender_desk.documents import inside
from tender_desk.documents.blocks import Table
from tender_desk.documents.report.bidders_shown import came_to, in_order
from tender_desk.documents.results import basis_of, called
from tender_desk.documents.view import View
from tender_desk.documents.votes import votes
from tender_desk.documents.wording import cited
from tender_engine.evaluation import StageResult, StageVerdict
from tender_engine.findings import Finding, Verdict, natural
from tender_engine.model import Member
from tender_engine.terms import StageId
from tender_rules.told_facts import told_fact

__all__ = ["Cell", "Found", "Matrix", "Row", "matrix"]


@frozen
class Found:
    """What one rule found. `reason` and `facts` stay inside, and so do the marks of sources."""

    title: str
    rule: str
    verdict: Verdict
    word: str
    reason: str
    facts: tuple[tuple[str, str], ...]
    basis: str


@frozen
class Cell:
    """The verdict on a participant at a stage, with what is behind it.

    `basis` is empty where a finding with the same verdict has it.
    `said` are the words of the members, each with criterion, verdict, weight, note, time and who.
    """

    verdict: Verdict
    word: str
    reason: str
    basis: str
    found: tuple[Found, ...]
    said: tuple[tuple[str, ...], ...]


@frozen
class Row:
    """A participant, what became of it, and its cell at each stage; `None` where it never came."""

    name: str
    members: tuple[str, ...]
    came_to: str
    cells: tuple[Cell | None, ...]


@frozen
class Matrix:
    """Participants by the stages that anybody has come to."""

    stages: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix(view: View) -> Matrix:
    """Every participant at every stage that somebody has come to."""
    results = [result for result in view.evaluation.stages if result.verdicts]
    said = dict(_said(view)) if view.internal else {}
    rows = [
        Row(
            view.who(name),
            tuple(m.name for m in _members(view, name)),
            came_to(view, name),
            tuple(_cell(view, result, name, said) for result in results),
        )
        for name in in_order(view)
    ]
    return Matrix(tuple(view.stage(result.id) for result in results), tuple(rows))


def _members(view: View, name: str) -> list[Member]:
    """The businesses of a KSO, its leader first."""
    members = view.participants[name].members
    return sorted(members, key=lambda member: (not member.lead, natural(member.id)))


def _said(view: View) -> Iterator[tuple[tuple[str, str], list[tuple[str, ...]]]]:
    """The words of the members by stage and participant."""
    table = votes(view)
    if not isinstance(table, Table):
        return
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for stage, who, *words in table.rows:
        found.setdefault((stage, who), []).append(tuple(words))
    yield from found.items()


def _cell(
    view: View,
    result: StageResult,
    name: str,
    said: Mapping[tuple[str, str], list[tuple[str, ...]]],
) -> Cell | None:
    found = result.on(name)
    if found is None:
        return None
    behind = tuple(_found(view, result.id, found))
    passed = found.verdict is Verdict.LULUS
    told = passed or any(each.verdict is found.verdict for each in behind)
    return Cell(
        verdict=found.verdict,
        word=called(view, result.id, found),
        reason=found.reason,
        basis="" if told else basis_of(view, result, found),
        found=behind,
        said=tuple(said.get((view.stage(result.id), view.who(name)), ())),
    )


def _found(view: View, stage: StageId, of: StageVerdict) -> Iterator[Found]:
    """What may be seen of each finding; of those that stay inside the public sees nothing."""
    for finding in of.findings:
        if view.internal or finding.rule not in inside.RULES:
            yield Found(
                title=view.kind.said(view.rule(finding.rule)),
                rule=finding.rule,
                verdict=finding.verdict,
                word=view.term(finding.verdict),
                reason=finding.reason if view.internal else "",
                facts=tuple(_facts(view, stage, finding)) if view.internal else (),
                basis=_basis(view, finding),
            )


def _facts(view: View, stage: StageId, finding: Finding) -> Iterator[tuple[str, str]]:
    for name, value in finding.facts.items():
        if name == "kriteria":
            yield name, view.criterion(stage, value)
        else:
            named, told = told_fact(name, value)
            yield view.words.texts.get(f"term.{name}", named), told


def _basis(view: View, finding: Finding) -> str:
    """The provisions; inside also how well each was read."""
    if not view.internal:
        return view.behind(finding)
    return "; ".join(
        f"{cited([each])} ({view.words.said('source', each.source)})" for each in finding.citations
    )
