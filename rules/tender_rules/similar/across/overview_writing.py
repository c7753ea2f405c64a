"""What is the same over several tenders, as plain values ready for JSON."""

from fractions import Fraction
from typing import Any

from tender_engine.formats.similarity_writing import similarities_list
from tender_engine.numbers import ratio_shown
from tender_rules.similar.across.encounters import Encounter, Met
from tender_rules.similar.across.joined import Edge, Group
from tender_rules.similar.across.overview import Overview
from tender_rules.similar.across.who_is_who import Bidder
from tender_rules.similar.prices.of_many import OfMany

__all__ = ["MOST_PAIRS", "nothing_dict", "overview_dict", "share_shown"]

# So many pairs are told, the most telling first.
MOST_PAIRS = 1000
_DECIMALS = 4


def nothing_dict() -> dict[str, Any]:
    """The same keys where no tender could be looked at."""
    lists = ("tenders", "left_out", "repeats", "bidders", "similarities", "groups", "pairs")
    return {name: [] for name in lists} | {"pairs_left_out": 0}


def overview_dict(overview: Overview) -> dict[str, Any]:
    """Everything under the keys of the format; shares have four decimals."""
    return {
        "tenders": [
            {
                "n": given.n,
                "source": given.source,
                "code": given.evaluation.given.tender.code,
                "state": str(given.evaluation.state),
                "winner": _winner(overview, given.n),
                "equal_of_many": _of_many(overview.equal_of_many.get(given.n)),
            }
            for given in overview.tenders
        ],
        "left_out": [
            {"n": n, "why": str(each.why), "by": each.n}
            for n, each in sorted(overview.left_out.items())
        ],
        "repeats": [
            {"n": n, "of": each.n, "kind": str(each.kind)}
            for n, each in sorted(overview.repeats.items())
        ],
        "bidders": [_bidder(bidder) for bidder in overview.who.bidders.values()],
        "similarities": similarities_list(overview.similarities),
        "groups": [_group(group) for group in overview.groups],
        "pairs": [_met(met) for met in overview.pairs[:MOST_PAIRS]],
        "pairs_left_out": max(0, len(overview.pairs) - MOST_PAIRS),
    }


def _winner(overview: Overview, n: int) -> str | None:
    award = overview.awards.get(n)
    return None if award is None else overview.who.of(n, award.winner)


def _of_many(found: OfMany | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"count": found.count, "compared": found.compared, "lines": list(found.lines)}


def _bidder(bidder: Bidder) -> dict[str, Any]:
    return {
        "id": bidder.id,
        "name": bidder.name,
        "npwp": bidder.npwp,
        "bids": [{"n": n, "participant": participant} for n, participant in bidder.bids],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "bidders": list(group.bidders),
        "edges": group.edges,
        "cliques": None if group.cliques is None else [list(each) for each in group.cliques],
        "cliques_left_out": group.cliques_left_out,
        "cliques_all": group.cliques_all,
    }


def _met(met: Met) -> dict[str, Any]:
    return {
        "bidders": list(met.bidders),
        "together": met.together,
        "won": list(met.won),
        "encounters": [_encounter(each) for each in met.encounters],
        "joined_by": None if met.edge is None else _edge(met.edge),
    }


def _edge(edge: Edge) -> dict[str, list[str]]:
    return {"strong": list(edge.strong), "weak": list(edge.weak)}


def _encounter(each: Encounter) -> dict[str, Any]:
    return {
        "n": each.n,
        "ranks": list(each.ranks),
        "distance": share_shown(each.distance),
        "winner": each.winner,
    }


def share_shown(share: Fraction | None) -> str | None:
    """A share with four decimals, half up.

    >>> share_shown(Fraction(1, 3)), share_shown(Fraction(1, 20000)), share_shown(None)
    ('0.3333', '0.0001', None)
    """
    return None if share is None else ratio_shown(share, _DECIMALS)
