"""Several tenders on a screen: which they are, who hangs together, and who met whom."""

from collections.abc import Iterator

from tender_cli.messages import language, say
from tender_cli.output import score
from tender_cli.tables import Page
from tender_rules.similar.across.encounters import Encounter, Met
from tender_rules.similar.across.joined import Group
from tender_rules.similar.across.overview import Overview
from tender_rules.similar.finding import kinds_called

__all__ = ["bidder_named", "print_tenders", "print_together"]

# So many pairs and groups are told on a screen; `--json` has more.
_MOST_TOLD = 20
_HUNDRED = 100


def print_tenders(overview: Overview, screen: Page) -> None:
    """The number of each tender, by which its bids are called below."""
    screen.heading(say("together.tenders"))
    rows = [
        (str(given.n), given.source, given.evaluation.given.tender.code)
        for given in overview.tenders
    ]
    screen.table([say("together.n"), say("together.source"), say("together.code")], rows)
    for n, gone in sorted(overview.left_out.items()):
        screen.line(say(f"together.left_out.{gone.why}", n=n, by=gone.n))
    for n, before in sorted(overview.repeats.items()):
        screen.line(say(f"together.repeats.{before.kind}", n=n, of=before.n))


def print_together(overview: Overview, screen: Page) -> None:
    """Groups that hang together, and pairs that met often or are joined."""
    screen.heading(say("together.groups"))
    for group in overview.groups[:_MOST_TOLD]:
        for text in _group(group, overview):
            screen.line(text)
    _rest(len(overview.groups), screen, "together.no_groups")
    screen.heading(say("together.pairs"))
    for met in overview.pairs[:_MOST_TOLD]:
        screen.line(_pair(met, overview))
        for each in met.encounters[:_MOST_TOLD]:
            screen.line(_encounter(each, overview), 2)
        if len(met.encounters) > _MOST_TOLD:
            screen.line(say("together.more", count=len(met.encounters) - _MOST_TOLD), 2)
    _rest(len(overview.pairs), screen, "together.no_pairs")


def bidder_named(id: str, overview: Overview) -> str:  # noqa: A002
    """A bidder by its first bid and its name."""
    return f"{id} {overview.who.bidders[id].name}"


def _rest(count: int, screen: Page, none: str) -> None:
    """How many more there are than were told."""
    if not count:
        screen.line(say(none))
    elif count > _MOST_TOLD:
        screen.line(say("together.more", count=count - _MOST_TOLD))


def _group(group: Group, overview: Overview) -> Iterator[str]:
    names = ", ".join(bidder_named(name, overview) for name in group.bidders[:_MOST_TOLD])
    more = ", …" if len(group.bidders) > _MOST_TOLD else ""
    yield say("together.group", count=len(group.bidders), edges=group.edges, names=names + more)
    for clique in group.cliques or ():
        yield say("together.clique", names=", ".join(clique))
    if group.cliques_left_out:
        yield say("together.cliques_left_out", count=group.cliques_left_out)
    if not group.cliques_all:
        yield say("together.cliques_cut" if group.cliques is not None else "together.cliques_none")


def _pair(met: Met, overview: Overview) -> str:
    one, other = (bidder_named(name, overview) for name in met.bidders)
    won_one, won_other = met.won
    said = say(
        "together.pair",
        one=one,
        other=other,
        count=met.together,
        won_one=won_one,
        won_other=won_other,
    )
    if met.edge is None:
        return said
    called = kinds_called()
    kinds = ", ".join(called[kind].said(language()) for kind in (*met.edge.strong, *met.edge.weak))
    return say("together.joined", said=said, kinds=kinds)


def _encounter(each: Encounter, overview: Overview) -> str:
    one, other = ("-" if rank is None else str(rank) for rank in each.ranks)
    return say(
        "together.encounter",
        n=each.n,
        one=one,
        other=other,
        distance="-" if each.distance is None else f"{score(each.distance * _HUNDRED)}%",
        winner="-" if each.winner is None else bidder_named(each.winner, overview),
    )
