"""Who offers one person, machine or certificate in two packages whose bids hold at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from attrs import evolve

from tender_engine.declared import Words
from tender_engine.findings import natural
from tender_engine.similarity import Similarity, Strength
from tender_rules.similar.across.bid_spans import Span
from tender_rules.similar.held import CERTIFICATE, NIK, PLATE, SERIAL, Held, Kind
from tender_rules.similar.identity import MOST_TOLD, shown

__all__ = ["KINDS", "offered_at_once"]

_OFFERED = (NIK, CERTIFICATE, SERIAL, PLATE)
# By the kind of value, the kind of fact.
KINDS: Mapping[Kind, Kind] = {
    kind: evolve(
        kind,
        id=f"{kind.id}_bersamaan",
        words=Words(
            f"{kind.words.id} yang ditawarkan dalam paket bersamaan",
            f"{kind.words.en}, offered in packages at once",
        ),
    )
    for kind in _OFFERED
}


def offered_at_once(
    held: Iterable[Held], spans: Mapping[tuple[int, str], Span]
) -> Iterator[Similarity]:
    """Facts about one bidder each: how many of what it names for the work are in packages at once.

    One fact for each kind and each set of packages; `spans` are those of the bids, by tender and
    bidder.
    """
    named: dict[tuple[Kind, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for each in held:
        if each.moves and each.bidder and each.kind in KINDS:
            named[each.kind, each.bidder][each.value].add(each.tender)
    for kind, bidder in sorted(named, key=lambda key: (_OFFERED.index(key[0]), natural(key[1]))):
        values = named[kind, bidder]
        together: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for value in sorted(values, key=natural):
            if packages := _at_once({n: spans.get((n, bidder)) for n in values[value]}):
                together[packages].append(value)
        for packages, found in sorted(together.items()):
            told = "; ".join(f"{n} ({spans[n, bidder]})" for n in packages)
            shared = "; ".join(shown(kind, value) for value in found[:MOST_TOLD])
            yield Similarity(
                kind=KINDS[kind].id,
                strength=Strength.KUAT,
                participants=(bidder,),
                count=len(found),
                compared=len(values),
                rule=KINDS[kind].rule,
                facts={"dibandingkan_sebagai": shared, "paket": told},
            )


def _at_once(spans: Mapping[int, Span | None]) -> tuple[int, ...]:
    """The tenders whose bids hold at once with that of another."""
    known = [(n, span) for n, span in sorted(spans.items()) if span is not None]
    pairs = combinations(known, 2)
    meeting = {n for (a, one), (b, other) in pairs if one.meets(other) for n in (a, b)}
    return tuple(sorted(meeting))
