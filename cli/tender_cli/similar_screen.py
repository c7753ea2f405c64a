"""What is the same between bidders, on a screen: each fact with where it stands and how rare."""

from collections.abc import Iterator, Mapping, Sequence

from tender_cli.messages import language, say
from tender_cli.tables import Page
from tender_cli.words import fact
from tender_engine.similarity import BaseRate, Similarity, Strength
from tender_rules.similar.finding import kinds_called
from tender_rules.similar.prices.of_many import OfMany

__all__ = ["print_of_many", "print_similarities"]

# So many facts are told over several tenders; `--json` has all.
_MOST_TOLD, _MOST_UNLISTED = 50, 20
_STRENGTHS = {Strength.KUAT: "similar.strong", Strength.LEMAH: "similar.weak"}


def print_similarities(found: Sequence[Similarity], screen: Page, *, several: bool = False) -> None:
    """Every fact as a paragraph: what, whose, how many, how rare, and what else is known.

    Over `several` tenders only so many strong ones are told, and the others counted.
    """
    screen.heading(say("similar.title"))
    if not found:
        screen.line(say("similar.none"))
    called = kinds_called()
    strong = [one for one in found if one.strength is Strength.KUAT]
    told = strong[:_MOST_TOLD] if several else found
    for each in told:
        kind = called[each.kind].said(language())
        who = ", ".join(each.participants)
        of = say("similar.of", count=each.count, compared=each.compared)
        screen.line(f"{kind} ({say(_STRENGTHS[each.strength])}): {who}; {of}")
        for line in _more(each):
            screen.line(line, 2)
    if len(told) < len(found):
        screen.line(say("similar.besides", count=len(found) - len(told)))


def print_of_many(found: Mapping[int, OfMany], screen: Page, *, several: bool = False) -> None:
    """The equal prices of three bids or more, which no fact tells; of several, by their numbers."""
    for n, many in [*found.items()][:_MOST_UNLISTED]:
        words = many.words.said(language())
        screen.line(say("similar.in_tender", n=n, words=words) if several else words)
    if len(found) > _MOST_UNLISTED:
        screen.line(say("similar.unlisted_besides", count=len(found) - _MOST_UNLISTED))


def _more(found: Similarity) -> Iterator[str]:
    for name, value in found.facts.items():
        named, told = fact(name, value)
        yield f"{named}: {told}"
    if found.lines:
        yield say("similar.lines", lines=", ".join(found.lines))
    if found.base_rate is not None:
        yield _rarity(found.base_rate)


def _rarity(rate: BaseRate) -> str:
    if rate.shown is None:
        reason = (rate.reason or "").replace("_", " ")
        return say("similar.no_chance", reason=reason)
    return say("similar.chance", model=rate.model or "", chance=rate.shown)
