"""A procedure as a picture: its graph, what is wrong with it, and the path that a tender took.

The edges are plain tuples; `networkx` makes a graph of them here and nowhere else, and is imported
only when it is asked for, because it is slow to import.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tender_engine.basis import Edge
from tender_engine.evaluation import Evaluation
from tender_engine.events import Cancellation
from tender_engine.findings import Verdict
from tender_engine.workflow import Procedure

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FAILED", "RECORD", "digraph", "flaws", "layers", "mermaid", "nodes", "path_taken"]

FAILED = "gagal"
RECORD = "bahp"


def nodes(edges: Iterable[Edge]) -> tuple[str, ...]:
    """Every node of `edges`, in the order in which they name them."""
    return tuple(dict.fromkeys(node for origin, _, target in edges for node in (origin, target)))


def digraph(procedure: Procedure) -> "nx.DiGraph[str]":
    """The procedure as a directed graph; each edge carries its outcome as `label`."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(str(stage.id) for stage in procedure.stages)
    for origin, label, target in procedure.edges:
        graph.add_edge(origin, target, label=label)
    return graph


def layers(procedure: Procedure) -> tuple[tuple[str, ...], ...]:
    """The nodes in the order of the work; those entered together, from one place, are one layer."""
    import networkx as nx

    graph = digraph(procedure)
    order = {str(stage.id): place for place, stage in enumerate(procedure.stages)}
    found: list[tuple[str, ...]] = []
    for generation in nx.topological_generations(graph):
        together: dict[frozenset[str], list[str]] = {}
        for node in sorted(generation, key=lambda node: (order.get(node, len(order)), node)):
            together.setdefault(frozenset(graph.predecessors(node)), []).append(node)
        found += map(tuple, together.values())
    return tuple(found)


def flaws(procedure: Procedure) -> tuple[str, ...]:
    """What keeps this graph from being a procedure, in words; empty for a sound one.

    Every node is reached from the first stage, every node leads to the record, nothing turns back,
    and nothing but the record ends.
    """
    import networkx as nx

    graph = digraph(procedure)
    start = str(procedure.stages[0].id)
    found = [f"{node} is not reached from {start}" for node in _beyond(graph, start)]
    if RECORD not in graph:
        return (*found, f"there is no {RECORD}")
    found += [f"{node} does not lead to {RECORD}" for node in _beyond(graph.reverse(), RECORD)]
    found += [f"{node} is a dead end" for node in graph if node != RECORD and not graph[node]]
    if not nx.is_directed_acyclic_graph(graph):
        found.append("the graph turns back on itself")
    return tuple(found)


def _beyond(graph: "nx.DiGraph[str]", start: str) -> list[str]:
    import networkx as nx

    reached = nx.descendants(graph, start) | {start}
    return [node for node in graph if node not in reached]


def path_taken(evaluation: Evaluation) -> tuple[Edge, ...]:
    """The edges that the tender took so far, in the order of the procedure.

    An edge to a stage was taken when somebody entered it. An edge to the failure was taken where
    the tender came to its end: at the last stages entered, with nobody left to go on. A decision
    that called it off ends it wherever it was, by no edge of the procedure.
    """
    entered = {str(stage.id) for stage in evaluation.stages if _entrants(evaluation, stage.id)}
    entered.add(str(evaluation.basis.stages[0].id))
    ends = set(_ends(evaluation, entered))
    last = {origin: _last(origin, evaluation) for origin in entered}
    return tuple(
        (origin, outcome, target)
        for origin, outcome, target in evaluation.basis.edges
        if _taken((origin, outcome, target), evaluation, entered, ends)
        and (target != RECORD or last.get(origin, outcome) == outcome)
    )


def _last(origin: str, evaluation: Evaluation) -> str | None:
    """The exit by which a stage led to the record, called by the next step or else the result."""
    edges = evaluation.basis.edges
    exits = [label for start, label, to in edges if start == origin and to == RECORD]
    if len(exits) == 1:
        return exits[0]
    return evaluation.next if evaluation.next in exits else evaluation.result


def _taken(edge: Edge, evaluation: Evaluation, entered: set[str], ends: set[str]) -> bool:
    origin, _, target = edge
    failed = evaluation.result == FAILED and not evaluation.package.happened.of(Cancellation)
    if target == FAILED:
        return failed and origin in ends
    if origin == FAILED:
        return failed
    if target == RECORD:
        return origin in entered and evaluation.result not in (None, FAILED)
    return origin in entered and target in entered


def _entrants(evaluation: Evaluation, stage: str) -> list[Verdict]:
    """The verdicts on those who entered `stage`, without those whom it kept out."""
    found = [result for result in evaluation.stages if result.id == stage]
    return [each.verdict for result in found for each in result.verdicts if each.entered]


def _ends(evaluation: Evaluation, entered: set[str]) -> Iterator[str]:
    """The last stages that anybody entered: those that nobody passed, if there are any."""
    edges = evaluation.basis.edges
    last = [
        stage
        for stage in nodes(edges)
        if stage in entered
        and not any(origin == stage and to in entered for origin, _, to in edges)
    ]
    verdicts = {stage: _entrants(evaluation, stage) for stage in last}
    if any(Verdict.BELUM_DINILAI in found for found in verdicts.values()):
        return
    empty = [stage for stage in last if Verdict.LULUS not in verdicts[stage]]
    yield from empty or last


def mermaid(
    edges: Collection[Edge], titles: Mapping[str, str], taken: Collection[Edge] | None = None
) -> str:
    """A graph as a Mermaid flowchart; with `taken`, the path taken is drawn in thick arrows.

    Args:
        edges: what is drawn.
        titles: the words for nodes and for outcomes; what has none is drawn by its id.
        taken: the edges that a tender took, or `None` to draw the graph alone.
    """
    lines = ["flowchart TD"]
    for node in nodes(edges):
        title = titles.get(node, node).replace('"', "#quot;")
        lines.append(f'  {node}["{title}"]')
    for edge in edges:
        origin, label, target = edge
        arrow = "==>" if taken is not None and edge in taken else "-->"
        lines.append(f"  {origin} {arrow}|{titles.get(label, label)}| {target}")
    return "\n".join(lines) + "\n"
