"""Evaluation: a pure function of a package and a rulebook. No clock, no randomness, no files."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from attrs import evolve

from tender_engine.evaluation import Asked, Evaluation, StageResult, StageVerdict
from tender_engine.faults import Fault, PackageRefusedError
from tender_engine.findings import Notice
from tender_engine.model import Package, Tender
from tender_engine.numbers import exact
from tender_engine.rulebook import Rulebook
from tender_engine.thawing import new, thawed
from tender_engine.workflow import Case, Conclusion, Decision, Procedure, Stage

__all__ = ["evaluate"]

_MOST_OF_A_KIND = 200
_THAWED = thawed(StageVerdict)


def evaluate(package: Package, rulebook: Rulebook) -> Evaluation:
    """Evaluate `package` under the law of `rulebook` that its announcement date chooses.

    A package that the reader did not make under this rulebook is checked whole first, as a file is.

    Raises:
        PackageRefusedError: the package is none that a file could hold, of a kind that is not
            evaluated, or its acts contradict its figures; `faults` holds every reason.
    """
    if not (type(package) is Package and package.is_checked(rulebook.declared)):
        package = _checked(package, rulebook)
    faults = [fault for object_to in rulebook.objections for fault in object_to(package, rulebook)]
    if faults:
        raise PackageRefusedError(faults)
    procedure = rulebook.procedures[rulebook.choose(package)]
    unused: dict[int, tuple[Notice, ...]] = {}
    with exact():
        while True:
            places, case = _table(package, rulebook, procedure, unused)
            conclusion = _worked_out(case, procedure)
            found = _left_out(case)
            if not found:
                break
            unused |= found
    if case.faults:
        raise PackageRefusedError([_placed(fault, places) for fault in case.faults])
    notices = dict.fromkeys((*case.notices, *chain.from_iterable(unused.values())))
    return Evaluation(
        package=package,
        law=case.law,
        basis=rulebook.basis(procedure.id),
        procedure=procedure.id,
        state=conclusion.state,
        result=conclusion.result,
        stages=_results(case),
        prices=tuple(case.prices[name] for name in case.participants if name in case.prices),
        scores=conclusion.scores,
        ranking=conclusion.ranking,
        winner=conclusion.winner,
        reserves=conclusion.reserves,
        shortlist=conclusion.shortlist,
        next=conclusion.next,
        failure=conclusion.failure,
        awaiting=tuple(case.awaiting),
        notices=tuple(_bounded(notices)),
        values=tuple(case.values[name] for name in sorted(case.values)),
        asked=tuple(_asked(package.tender, procedure)),
        calendar=conclusion.calendar,
        after_award=conclusion.after_award,
        seats=case.judgements.seats,
        ended=conclusion.ended,
        unused=frozenset(range(len(package.events))) - frozenset(places),
    )


def _table(
    package: Package, rulebook: Rulebook, procedure: Procedure, unused: Collection[int]
) -> tuple[list[int], Case]:
    """A fresh table of the package without the events that are `unused`, and the places of others.

    Which of them count is known once all is worked out; what does not count has no effect at all.
    """
    places = [n for n, event in enumerate(package.events) if id(event) not in unused]
    events = tuple(package.events[n] for n in places)
    counted = evolve(package, events=events) if unused else package
    law = rulebook.law_for(package.tender)
    case = Case.of(counted, law, procedure, rulebook.seats(counted, law))
    case.grounds, case.checks = rulebook.grounds, rulebook.declarations.checks
    case.recorded = package
    return places, case


def _worked_out(case: Case, procedure: Procedure) -> Conclusion:
    # Earlier stages anew after each entry: a later one sees only what is settled before.
    stages = iter(procedure.stages)
    while (stage := next(stages, None)) is not None:
        if _enter(case, stage):
            stages = iter(procedure.anew[stage.id])
    for stage in procedure.stages:
        _leave_alone(case, stage)
    return procedure.conclude(case)


def _left_out(case: Case) -> dict[int, tuple[Notice, ...]]:
    """What counts for nothing, by the identity of the event; what is at fault is no such thing."""
    events = case.package.events
    paths = [fault.path for fault in case.faults if fault.path[0] == "events"]
    faulty = {id(events[at]) for _, at, *_ in paths if isinstance(at, int)}
    return {key: told for key, told in case.unused.items() if key not in faulty}


def _placed(fault: Fault, places: Sequence[int]) -> Fault:
    """The fault at its place among all events."""
    match fault.path:
        case ("events", int(index), *rest):
            return evolve(fault, path=("events", places[index], *rest))
        case _:
            return fault


def _bounded(notices: Collection[Notice]) -> Iterator[Notice]:
    """The same, but of one kind about one participant only as many as anybody reads.

    What is typed without end would be told without end; how many more there are is told in one.
    """
    if len(notices) <= _MOST_OF_A_KIND:
        yield from notices
        return
    kinds = Counter((each.code, each.participant, each.audience) for each in notices)
    seen: Counter[tuple[str, str | None, str]] = Counter()
    for notice in notices:
        kind = notice.code, notice.participant, notice.audience
        seen[kind] += 1
        if seen[kind] <= _MOST_OF_A_KIND:
            yield notice
        elif seen[kind] == _MOST_OF_A_KIND + 1:
            more = kinds[kind] - _MOST_OF_A_KIND
            yield evolve(notice, message=f"Masih ada {more} pemberitahuan lain yang sejenis.")


def _asked(tender: Tender, procedure: Procedure) -> Iterator[Asked]:
    """What the document asks of named checks, in the order in which rules decide them."""
    for stage, rules in procedure.checking.items():
        asked = tender.requirements.get(stage)
        if asked is None:
            continue
        for rule in rules:
            demand = rule.check and asked.of(rule.check)
            if rule.check and demand:
                yield Asked(stage, rule.check.key, rule.id, rule.check.said(demand))


def _checked(package: Package, rulebook: Rulebook) -> Package:
    """The package read anew from what it holds, as nobody knows who made it."""
    from tender_engine.formats.values import read_again  # loads the whole format

    reading = read_again(package, rulebook)
    if reading.package is None:
        raise PackageRefusedError(reading.faults)
    return reading.package


def _enter(case: Case, stage: Stage) -> bool:
    """Decide everybody who may enter `stage` now; whether anybody did."""
    new = case.newcomers(stage)
    for name in new:
        _note(case, stage, name, stage.decide(case, case.participants[name]))
    return bool(new)


def _leave_alone(case: Case, stage: Stage) -> None:
    for name, decision in stage.kept_out(case).items():
        _note(case, stage, name, decision)
    for item in stage.awaits(case):
        case.awaiting[item] = None


def _note(case: Case, stage: Stage, name: str, decision: Decision) -> None:
    made = new(_THAWED)
    made.participant = name
    made.verdict = decision.verdict
    made.reason = decision.reason
    made.findings = decision.findings
    made.votes = decision.votes
    made.__class__ = StageVerdict
    case.note(stage.id, made)
    if decision.price is not None:
        case.prices[name] = decision.price
    for item in decision.awaiting:
        case.awaiting[item] = None
    for finding in decision.findings:
        for used in finding.values:
            case.values[used.param] = used


def _results(case: Case) -> tuple[StageResult, ...]:
    names = case.participants
    return tuple(
        [
            StageResult(stage, tuple([table[name] for name in names if name in table]))
            for stage, table in case.verdicts.items()
        ]
    )
