"""The way of a tender through its procedure: who entered each stage, who was left, where it is."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from attrs import evolve, frozen

from tender_desk.documents.draft import standing
from tender_desk.documents.view import View
from tender_engine.evaluation import StageResult
from tender_engine.findings import Verdict
from tender_engine.graph import FAILED, RECORD, path_taken
from tender_engine.workflow import Edge
from tender_rules.stages.confirming import CONFIRMATION

__all__ = ["Flow", "Place", "Step", "Way", "flow", "retold"]


class Place(StrEnum):
    """Where a step stands on the way, in words."""

    PASSED = "dilalui"
    WAITING = "menunggu"
    ENDED = "berhenti di sini"
    AHEAD = "tidak dilalui"
    DRAFT = "masih konsep"


@frozen
class Step:
    """A node of the procedure; `told` says who entered and what became of them."""

    id: str
    title: str
    told: str
    place: Place


@frozen
class Way:
    """An edge; `taken` where the tender went, with `label` the outcome or who went on."""

    origin: str
    target: str
    label: str
    taken: bool


@frozen
class Flow:
    """The stages in layers, from the top, those of one layer entered together; and the two ends."""

    title: str
    layers: tuple[tuple[Step, ...], ...]
    failed: Step
    record: Step
    ways: tuple[Way, ...]


def flow(view: View) -> Flow:
    """The whole procedure of this tender with the path that it took."""
    evaluation = view.evaluation
    edges = evaluation.basis.edges
    taken = path_taken(evaluation)
    results = {str(result.id): result for result in evaluation.stages}
    steps = {
        node: Step(
            node,
            _title(view, node),
            _told(results.get(node)),
            _place(view, node, taken, results.get(node)),
        )
        for node in (*results, FAILED, RECORD)
    }
    ways = tuple(_way(view, edge, edge in taken, results) for edge in edges)
    layers = tuple(tuple(steps[node] for node in layer) for layer in _layers(edges, results))
    record = steps[RECORD]
    if record.place is Place.PASSED and standing(view).draft:
        record = evolve(record, told="", place=Place.DRAFT)
    return Flow(evaluation.basis.title, layers, steps[FAILED], record, ways)


def retold(given: Flow, said: Callable[[str], str]) -> Flow:
    """The same with its texts as `said` tells them, before they are broken into lines."""

    def step(each: Step) -> Step:
        return evolve(each, title=said(each.title), told=said(each.told))

    return Flow(
        said(given.title),
        tuple(tuple(map(step, layer)) for layer in given.layers),
        step(given.failed),
        step(given.record),
        tuple(evolve(way, label=said(way.label)) for way in given.ways),
    )


def _title(view: View, node: str) -> str:
    if node == FAILED:
        return f"{view.kind.fails} {'dibatalkan' if view.kind.cancelled else 'gagal'}"
    return view.kind.name if node == RECORD else view.stage(node)


def _entered(result: StageResult | None) -> int:
    return sum(found.entered for found in result.verdicts) if result else 0


def _told(result: StageResult | None) -> str:
    """Who entered and what became of them, as figures."""
    entered = _entered(result)
    if result is None or not result.verdicts:
        return ""
    counts = {
        "lulus": len(result.of(Verdict.LULUS)),
        "gugur": len(result.of(Verdict.GUGUR)),
        "belum dinilai": len(result.of(Verdict.BELUM_DINILAI)),
        "tidak dievaluasi": len(result.of(Verdict.TIDAK_DIEVALUASI)),
    }
    parts = [f"{count} {word}" for word, count in counts.items() if count]
    return f"{entered} peserta: {', '.join(parts)}"


def _place(view: View, node: str, taken: Iterable[Edge], result: StageResult | None) -> Place:
    """Where a node stands; the first stage is on the way before anybody has entered it."""
    if node in {str(x.stage) for x in view.evaluation.awaiting if x.needs != CONFIRMATION}:
        return Place.WAITING
    if node in (FAILED, RECORD) and view.kind.cancelled:
        return Place.ENDED if node == FAILED else Place.PASSED
    if any(target == FAILED and node in (origin, FAILED) for origin, _, target in taken):
        return Place.ENDED
    reached = any(target == node for _, _, target in taken)
    return Place.PASSED if reached or _entered(result) else Place.AHEAD


def _way(view: View, edge: Edge, taken: bool, results: Mapping[str, StageResult]) -> Way:
    origin, outcome, target = edge
    label = view.kind.said(view.term(outcome))
    if taken and target in results:
        label = f"{_entered(results[target])} peserta"
    return Way(origin, target, label, taken)


def _layers(edges: Iterable[Edge], stages: Iterable[str]) -> list[tuple[str, ...]]:
    """The stages by the longest way to them; those of a procedure stand in order already."""
    depth: dict[str, int] = {}
    for node in stages:
        before = [depth[origin] for origin, _, target in edges if target == node]
        depth[node] = 1 + max(before, default=-1)
    levels = sorted(set(depth.values()))
    return [tuple(node for node in depth if depth[node] == level) for level in levels]
