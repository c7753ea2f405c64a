"""Bidders as a graph: who is joined to whom by facts, who hangs together, and who all with all.

A strong fact joins two bidders, and so do two weak ones of different kind. What many share joins
nobody, and neither does a person or machine that one offers now and another later.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from tender_engine.findings import natural
from tender_engine.law import Ask
from tender_engine.similarity import Similarity, Strength
from tender_rules.similar.held import Held
from tender_rules.similar.identity import Sharing

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Edge", "Group", "edges_of", "groups_of", "joins_of_prices", "joins_of_values"]

Pair = tuple[str, str]
# That one kind of fact, strong or weak, joins two bidders.
Join = tuple[Pair, Strength, str]

_WEAK_KINDS = 2
_TRIANGLE = 3
# So many cliques are looked through, and so many of them told.
_MOST_CLIQUES, _MOST_TOLD = 10_000, 20


@frozen
class Edge:
    """Two bidders, and the kinds of facts that join them."""

    bidders: Pair
    strong: tuple[str, ...]
    weak: tuple[str, ...]


@frozen
class Group:
    """Bidders that hang together by so many `edges`, and the sets in which all are joined to all.

    `cliques` are `None` where the group is too large to look for them; they have three or more, and
    `cliques_left_out` counts those that were found beside. Where not `cliques_all` were looked
    through there may be others, and larger ones.
    """

    bidders: tuple[str, ...]
    edges: int
    cliques: tuple[tuple[str, ...], ...] | None
    cliques_left_out: int = 0
    cliques_all: bool = True


def joins_of_values(
    found: Iterable[Sharing], at_once: Callable[[Held, Held], bool], ask: Ask
) -> Iterator[Join]:
    """The pairs that a shared value joins; a weak one only where few share it."""
    most = int(ask.decimal("similar.weak_shared_most"))
    for sharing in found:
        holders: dict[tuple[str, int, bool], Held] = {}
        for each in sharing.held:
            if each.bidder:
                holders.setdefault((each.bidder, each.tender, each.moves), each)
        weak = sharing.kind.strength is Strength.LEMAH
        if weak and len({name for name, *_ in holders}) > most:
            continue
        pairs = {
            _pair(one.bidder or "", other.bidder or "")
            for one, other in combinations(holders.values(), 2)
            if one.bidder != other.bidder and _stand_together(one, other, at_once)
        }
        for pair in pairs:
            yield pair, sharing.kind.strength, sharing.kind.id


def _stand_together(one: Held, other: Held, at_once: Callable[[Held, Held], bool]) -> bool:
    """Whether two of one value join: what moves from one to another only while both hold it."""
    if one.tender == other.tender or not (one.moves and other.moves):
        return True
    return at_once(one, other)


def joins_of_prices(found: Iterable[Similarity]) -> Iterator[Join]:
    """The pairs that a fact about their prices joins."""
    for fact in found:
        for one, other in combinations(fact.participants, 2):
            yield _pair(one, other), fact.strength, fact.kind


def _pair(one: str, other: str) -> Pair:
    first, second = sorted((one, other), key=natural)
    return first, second


def edges_of(joins: Iterable[Join]) -> dict[Pair, Edge]:
    """The edges: a strong kind, or two weak ones, in the natural order of bidders."""
    kinds: dict[Pair, dict[Strength, set[str]]] = defaultdict(lambda: defaultdict(set))
    for pair, strength, kind in joins:
        kinds[pair][strength].add(kind)
    edges = {}
    for pair in sorted(kinds, key=lambda pair: tuple(map(natural, pair))):
        strong, weak = (tuple(sorted(kinds[pair][strength])) for strength in Strength)
        if strong or len(weak) >= _WEAK_KINDS:
            edges[pair] = Edge(pair, strong, weak)
    return edges


def groups_of(edges: Mapping[Pair, Edge], ask: Ask) -> list[Group]:
    """Who hangs together, the largest group first."""
    if not edges:
        return []
    import networkx as nx

    # By their place in the natural order, so that a search that is cut is cut at the same one.
    names = sorted({name for pair in edges for name in pair}, key=natural)
    place = {name: number for number, name in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from((place[one], place[other]) for one, other in edges)
    most = int(ask.decimal("similar.clique_within"))
    groups = []
    for part in nx.connected_components(graph):
        inside = graph.subgraph(part)
        bidders = tuple(names[number] for number in sorted(part))
        group = Group(bidders, inside.number_of_edges(), None, cliques_all=False)
        groups.append(_with_cliques(group, inside, names) if len(part) <= most else group)
    return sorted(groups, key=lambda group: (-len(group.bidders), natural(group.bidders[0])))


def _with_cliques(group: Group, graph: "nx.Graph[int]", names: Sequence[str]) -> Group:
    """Sets of three or more that are all joined to all and lie in no larger one; largest first."""
    import networkx as nx

    looked = [*islice(nx.find_cliques(graph), _MOST_CLIQUES + 1)]
    found = [tuple(sorted(each)) for each in looked[:_MOST_CLIQUES] if len(each) >= _TRIANGLE]
    found.sort(key=lambda clique: (-len(clique), clique))
    told = tuple(tuple(names[number] for number in clique) for clique in found[:_MOST_TOLD])
    return evolve(
        group,
        cliques=told,
        cliques_left_out=len(found) - len(told),
        cliques_all=len(looked) <= _MOST_CLIQUES,
    )
