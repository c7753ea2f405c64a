"""Which value names two bidders, or a bidder and somebody on the other side of the table.

Every value is looked at once: whose it is besides stands beside it. A weak one says little alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve, frozen

from tender_engine.declared import Words
from tender_engine.findings import natural
from tender_engine.law import Ask
from tender_engine.similarity import Similarity, Strength
from tender_rules.similar.held import BOND, KINDS, NPWP, PERSON, Held, Kind
from tender_rules.similar.taxpayers import masked

__all__ = ["MOST_TOLD", "NAMED", "Sharing", "shared_values", "sharing_of", "shown", "told"]

BRANCHES = evolve(NPWP, id="npwp_cabang_lain", words=Words("NPWP cabang lain", "NPWP, branch"))
FOLLOWING = evolve(
    BOND, id="nomor_jaminan_berurutan", words=Words("nomor jaminan berurutan", "bonds in sequence")
)
# Every kind of fact here, in the order in which they are told.
NAMED = (*KINDS, BRANCHES, FOLLOWING)
_COMMON = "similar.umum"
# How many places where a value stands are told; the count is of all.
MOST_TOLD = 20
_BETWEEN = "; "
_TWO = 2


@frozen
class Sharing:
    """Who holds one value, or values that belong together: `shown` as they were compared."""

    kind: Kind
    held: tuple[Held, ...]
    compared: int
    shown: str


def shared_values(held: Iterable[Held], ask: Ask) -> list[Similarity]:
    """What two or more share of `held`, kind by kind, and in each by value."""
    return [told(sharing) for sharing in sharing_of(held, ask)]


def sharing_of(held: Iterable[Held], ask: Ask) -> Iterator[Sharing]:
    """The same, each with all who hold it."""
    common = {word.strip() for word in ask.text(_COMMON).split(";")}
    by_kind: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if each.value not in common:
            by_kind[each.kind.id].append(each)
    for kind in KINDS:
        known = by_kind[kind.id]
        if len(known) < _TWO:
            continue
        yield from _of_kind(kind, known)
        if kind is NPWP:
            yield from _branches(known)
        if kind is BOND:
            yield from _in_sequence(known)


def _of_kind(kind: Kind, held: list[Held]) -> Iterator[Sharing]:
    groups: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        groups[each.value].append(each)
    said_again = {value: sharing for value, sharing in groups.items() if len(sharing) > 1}
    if not said_again:
        return
    compared = _places(held)
    for value, sharing in sorted(said_again.items(), key=lambda group: natural(group[0])):
        if kind is PERSON:
            sharing = [*_by_name_alone(sharing)]
        if _is_shared(sharing):
            yield Sharing(kind, tuple(sharing), compared, shown(kind, value))


def _places(held: Iterable[Held]) -> int:
    return len({each.at for each in held})


def _is_shared(sharing: Iterable[Held]) -> bool:
    """Between two bidders, or a bidder and somebody else; one bidder may say a thing twice."""
    return len({_owner(each) for each in sharing}) > 1 and any(each.bidder for each in sharing)


def _by_name_alone(sharing: list[Held]) -> Iterator[Held]:
    """Who shares a name with somebody of whom no NIK tells whether it is the same person."""
    unknown = {_owner(each) for each in sharing if not each.nik}
    owners = {_owner(each) for each in sharing}
    for each in sharing:
        if (owners if not each.nik else unknown) - {_owner(each)}:
            yield each


def _owner(each: Held) -> str:
    return each.bidder or each.at


def _branches(held: list[Held]) -> Iterator[Sharing]:
    """One taxpayer by two branches: the first nine digits are the same, the others are not."""
    groups: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if each.within:
            groups[each.within].append(each)
    for _, sharing in sorted(groups.items()):
        if len({each.value for each in sharing}) > 1 and _is_shared(sharing):
            shown = _BETWEEN.join(sorted({masked(each.value) for each in sharing}))
            yield Sharing(BRANCHES, tuple(sharing), _places(held), shown)


def _in_sequence(held: list[Held]) -> Iterator[Sharing]:
    """Numbers of bonds of one issuer of which each is the next of the one before, in one tender.

    Over many tenders an issuer gives its numbers to whoever asks next.
    """
    by_form: dict[tuple[int, str, str, int], list[tuple[int, Held]]] = defaultdict(list)
    for each in held:
        if each.serial is not None:
            around, digits = each.serial
            form = each.tender, each.within or "", around, len(digits)
            by_form[form].append((int(digits), each))
    for _, numbered in sorted(by_form.items()):
        numbered.sort(key=lambda pair: (pair[0], pair[1].at))
        counted = enumerate(dict.fromkeys(number for number, _ in numbered))
        for _, run in groupby(counted, key=lambda pair: pair[1] - pair[0]):
            numbers = {number for _, number in run}
            sharing = [each for number, each in numbered if number in numbers]
            if len(numbers) > 1 and _is_shared(sharing):
                shown = _BETWEEN.join(dict.fromkeys(each.value for each in sharing))
                yield Sharing(FOLLOWING, tuple(sharing), _places(held), shown)


def shown(kind: Kind, value: str) -> str:
    """A value as people may see it: of a secret one the last four signs."""
    return masked(value) if kind.secret else value


def told(sharing: Sharing) -> Similarity:
    """It as a fact: whose it is, and at most twenty places where it stands."""
    kind, held = sharing.kind, sharing.held
    bidders = sorted({each.bidder for each in held if each.bidder}, key=natural)
    places = [f"{each.at} ({each.role})" if each.role else each.at for each in held]
    at = sorted(dict.fromkeys(places), key=natural)
    facts = {"dibandingkan_sebagai": sharing.shown, "pada": _BETWEEN.join(at[:MOST_TOLD])}
    if kind.strength is Strength.LEMAH:
        facts["berbagi"] = str(len({_owner(each) for each in held}))
    return Similarity(
        kind=kind.id,
        strength=kind.strength,
        participants=tuple(bidders),
        count=_places(held),
        compared=sharing.compared,
        rule=kind.rule,
        facts=facts,
    )
