"""Who answered which question in an evaluation: the entries that count, and on whom they are.

A general word was about those who were evaluated at its stage. In a repeat somebody may come to a
stage that it never entered: what was said of everybody else is no judgement on it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve

from tender_engine.evaluation import Evaluation
from tender_engine.formats.checks_judgement import ASKED_AS_A_WHOLE, JUDGED
from tender_engine.judgement import EVERYBODY, Level
from tender_engine.model import Assessment, Tender
from tender_engine.terms import StageId

__all__ = ["Question", "answers", "entered", "judged_stages", "of_those_who_entered"]

# A stage, a participant, and a criterion, or none where the stage is one question.
Question: TypeAlias = tuple[StageId, str, str | None]
_Entries: TypeAlias = Mapping[Level, list[Assessment]]


def judged_stages(evaluation: Evaluation) -> tuple[StageId, ...]:
    """The stages of its procedure at which people judge, in their order."""
    return tuple(stage.id for stage in evaluation.stages if stage.id in JUDGED)


def entered(evaluation: Evaluation, stage: StageId) -> frozenset[str]:
    """Who was evaluated at `stage`; whom a pool or scope kept out was not."""
    verdicts = evaluation.stage(stage).verdicts
    return frozenset(found.participant for found in verdicts if found.entered)


def answers(
    evaluation: Evaluation, of: Collection[str], about: Mapping[StageId, frozenset[str]]
) -> dict[Question, list[Assessment]]:
    """The entries that answer each question on the participants `of`.

    General ones answer for those alone of whom a stage is `about`.
    """
    found: dict[Question, list[Assessment]] = {}
    for stage, entries in _by_stage(evaluation.given.assessments).items():
        for name in of:
            for criterion in _criteria(evaluation.given.tender, stage, entries):
                levels = _levels(evaluation.given.tender, stage, name, criterion)
                if name not in about.get(stage, frozenset()):
                    levels = [level for level in levels if level[0] != EVERYBODY]
                given = next((entries[level] for level in levels if level in entries), [])
                found[stage, name, criterion] = given
    return found


def of_those_who_entered(
    evaluation: Evaluation, stage: StageId, named: Collection[str]
) -> Iterator[Assessment]:
    """The entries at `stage`, none on anybody `named`, and general words on each whom they meant.

    Where they were about everybody who could ever come there they stay as they are.
    """
    entries = _by_stage(evaluation.given.assessments).get(stage, {})
    there = entered(evaluation, stage)
    came = {who.id for who in evaluation.given.participants if _handed_in_anything(who.submitted)}
    general = {level: said for level, said in entries.items() if level[0] == EVERYBODY}
    for (name, _), said in entries.items():
        if name != EVERYBODY and name not in named:
            yield from said
    if came <= there - frozenset(named):
        for said in general.values():
            yield from said
        return
    for name in sorted(there - frozenset(named)):
        yield from _on_one(evaluation.given.tender, stage, name, entries)


def _on_one(tender: Tender, stage: StageId, name: str, entries: _Entries) -> Iterator[Assessment]:
    """What general words said of one participant, as entries of its own."""
    own = any(who == name for who, _ in entries)
    if not own and (EVERYBODY, None) in entries and len(_general(entries)) == 1:
        for entry in entries[EVERYBODY, None]:
            yield evolve(entry, participant=name)
        return
    for criterion in _criteria(tender, stage, entries):
        levels = _levels(tender, stage, name, criterion)
        level = next((level for level in levels if level in entries), None)
        if level is not None and level[0] == EVERYBODY:
            for entry in entries[level]:
                yield evolve(entry, participant=name, criterion=criterion)


def _general(entries: _Entries) -> list[Level]:
    return [level for level in entries if level[0] == EVERYBODY]


def _handed_in_anything(submitted: object) -> bool:
    times = ("kualifikasi", "penawaran", "penawaran_tahap_dua")
    return any(getattr(submitted, time) is not None for time in times)


def _by_stage(assessments: Iterable[Assessment]) -> dict[StageId, dict[Level, list[Assessment]]]:
    found: dict[StageId, dict[Level, list[Assessment]]] = defaultdict(dict)
    for entry in assessments:
        found[entry.stage].setdefault((entry.participant, entry.criterion), []).append(entry)
    return found


def _criteria(tender: Tender, stage: StageId, entries: _Entries) -> list[str | None]:
    """What is asked at `stage`: of the document, what entries name beside it, and the whole."""
    listed = {criterion.id for criterion in tender.asks(stage).criteria}
    named = {criterion for _, criterion in entries if criterion is not None}
    return [*sorted(listed | named), *([] if listed else [None])]


def _levels(tender: Tender, stage: StageId, name: str, criterion: str | None) -> list[Level]:
    """Where an answer may stand, the most specific first."""
    if criterion is None:
        return [(name, None), (EVERYBODY, None)]
    own: list[Level] = [(name, criterion)]
    listed = {each.id: each for each in tender.asks(stage).criteria}
    by_all = stage in ASKED_AS_A_WHOLE if criterion not in listed else not listed[criterion].scored
    return [*own, (name, None), (EVERYBODY, criterion), (EVERYBODY, None)] if by_all else own
