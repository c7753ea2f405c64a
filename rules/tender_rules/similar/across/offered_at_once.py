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
from tender_rules.similar.identity import shown

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
    held: Iterable[Held], spans: Mapping[tuple[int, str], Span], bids_of: Mapping[str, int]
) -> Iterator[Similarity]:
    """Facts about one bidder each: what it names for the work in packages at once.

    `spans` are those of the bids by tender and bidder, `bids_of` how many bids each has.
    """
    groups: dict[tuple[Kind, str, str], set[int]] = defaultdict(set)
    for each in held:
        if each.moves and each.bidder and each.kind in KINDS:
            groups[each.kind, each.bidder, each.value].add(each.tender)
    ordered = sorted(
        groups.items(),
        key=lambda group: (_OFFERED.index(group[0][0]), natural(group[0][1]), natural(group[0][2])),
    )
    for (kind, bidder, value), tenders in ordered:
        known = {n: spans[n, bidder] for n in sorted(tenders) if (n, bidder) in spans}
        pairs = [pair for pair in combinations(known, 2) if known[pair[0]].meets(known[pair[1]])]
        at_once = sorted({n for pair in pairs for n in pair})
        if at_once:
            packages = "; ".join(f"{n} ({known[n]})" for n in at_once)
            yield Similarity(
                kind=KINDS[kind].id,
                strength=Strength.KUAT,
                participants=(bidder,),
                count=len(at_once),
                compared=bids_of[bidder],
                rule=f"similar.{KINDS[kind].id}",
                facts={"dibandingkan_sebagai": shown(kind, value), "paket": packages},
            )
