"""The order of those who are in, and where it is another next.

Most moves are of one bidder: the others are put in order once, and it is put among them.
"""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TypeAlias

from tender_engine.terms import StageId
from tender_rules.whatif.comparison import Comparison
from tender_rules.whatif.sketch import FALLS, STANDS, STILL, Form, Place, Standing, constant
from tender_rules.whatif.who_is_in import proof

__all__ = ["called", "figures", "in_order"]

_HUNDRED, _WHOLE = Fraction(100), Fraction(1)
Ranked: TypeAlias = tuple[tuple[Fraction, Fraction], str]


def in_order(comparison: Comparison, names: Sequence[str]) -> list[list[str]]:
    """Bids in order; those in one group are equal. What turns the first of them is remembered."""
    ranked, forms = _one_among(comparison, names) or _all(comparison, names)
    _meet_first(comparison, ranked, forms)
    equal = [[name for _, name in group] for _, group in groupby(ranked, key=lambda one: one[0])]
    return [part for group in equal for part in _parted(comparison, group)]


def called(comparison: Comparison, order: Sequence[str]) -> int:
    """On how many of the first in order it rests: those called at once, of whom one may pass."""
    bidders = comparison.sketch.bidders
    if not comparison.sketch.size:
        passing = (n for n, name in enumerate(order) if proof(comparison, bidders[name]) == STANDS)
        return next(passing, len(order)) + 1
    count = 0
    while count < len(order):
        at_once = order[count : count + comparison.sketch.size]
        count += comparison.sketch.size
        if any(proof(comparison, bidders[name]) != FALLS for name in at_once):
            break
    return count


def _all(comparison: Comparison, names: Sequence[str]) -> tuple[list[Ranked], Mapping[str, Form]]:
    forms = figures(comparison, names)
    return sorted((_key(comparison, form), name) for name, form in forms.items()), forms


def _key(comparison: Comparison, form: Form) -> tuple[Fraction, Fraction]:
    value, slope = form.key(comparison.place)
    return (-value, -slope) if comparison.sketch.highest else (value, slope)


def _one_among(
    comparison: Comparison, names: Sequence[str]
) -> tuple[list[Ranked], Mapping[str, Form]] | None:
    """The one that moves among the rest; `None` where the figures of all follow it."""
    about, bidders = comparison.move.about, comparison.sketch.bidders
    if about is None and comparison.move is not STILL:
        return None
    one = bidders[about] if about is not None and about in names else None
    least = _least(comparison, names, one)
    if least is not None and least.moves:
        return None
    every, forms = _still(comparison, least)
    rest = {name for name in names if name != about}
    ranked = [pair for pair in every if pair[1] in rest]
    if one is None:
        return ranked, forms
    form = _figure(comparison, one, least)
    insort(ranked, (_key(comparison, form), one.name))
    return ranked, {**forms, one.name: form}


def _still(comparison: Comparison, least: Form | None) -> tuple[list[Ranked], Mapping[str, Form]]:
    """Everybody in order, as figures that stay have it, for one lowest price; made once."""

    def make() -> tuple[list[Ranked], Mapping[str, Form]]:
        still = Comparison(comparison.sketch, STILL, Place(Fraction(0)))
        bidders = comparison.sketch.bidders.values()
        priced = [one for one in bidders if one.compared or comparison.sketch.by == "technical"]
        forms = {one.name: _figure(still, one, least) for one in priced}
        return sorted((_key(still, form), name) for name, form in forms.items()), forms

    return comparison.once(("ranked", None if least is None else least.a), make)


def _least(comparison: Comparison, names: Sequence[str], one: Standing | None) -> Form | None:
    """The lowest price, where scores are made of it."""
    if comparison.sketch.by != "combined":
        return None
    about, rest = comparison.move.about, {*names}
    dearer = (name for name in _by_price(comparison) if name in rest and name != about)
    lowest = next(dearer, None)
    other = None if lowest is None else comparison.compared(comparison.sketch.bidders[lowest])
    if one is None or other is None:
        return other if one is None else comparison.compared(one)
    own = comparison.compared(one)
    return own if comparison.sign(own, other) < 0 else other


def _by_price(comparison: Comparison) -> list[str]:
    """Everybody by the price that is given, the lowest first."""

    def make() -> list[str]:
        known = {
            one.name: one.compared or Fraction(0) for one in comparison.sketch.bidders.values()
        }
        return sorted(known, key=known.__getitem__)

    return comparison.once("by price", make)


def _meet_first(
    comparison: Comparison, ranked: Sequence[Ranked], forms: Mapping[str, Form]
) -> None:
    """Remember where one on whom it rests meets another."""
    order = [name for _, name in ranked]
    first = called(comparison, order)
    about = comparison.move.about
    if about is None or any(form.moves for name, form in forms.items() if name != about):
        for name in order[:first]:
            _meet_each(comparison, name, forms, forms)
    elif about in order:
        # What stays meets nothing else that stays: only the places next to it can be next.
        place = order.index(about)
        beside = order[max(place - 1, 0) : place + 2] if place < first else order[first - 1 : first]
        _meet_each(comparison, about, forms, beside)


def _meet_each(
    comparison: Comparison, name: str, forms: Mapping[str, Form], others: Iterable[str]
) -> None:
    for other in others:
        if other != name:
            comparison.meets(forms[name] - forms[other])


def _parted(comparison: Comparison, group: list[str]) -> list[list[str]]:
    """Equal bids, parted by TKDN or by technical score where that is what parts them."""
    sketch = comparison.sketch
    if len(group) == 1:
        return [group]
    if sketch.tkdn is not None:
        if any(name not in sketch.tkdn for name in group):
            return [group]
        keys = {name: (-sketch.tkdn[name], Fraction(0)) for name in group}
    elif sketch.parted:
        made = {name: _technical(comparison, sketch.bidders[name]) for name in group}
        comparison.meet_all(made)
        found = {name: form.key(comparison.place) for name, form in made.items()}
        keys = {name: (-value, -slope) for name, (value, slope) in found.items()}
    else:
        return [group]
    ordered = sorted(group, key=keys.__getitem__)
    return [list(equal) for _, equal in groupby(ordered, key=keys.__getitem__)]


def figures(comparison: Comparison, names: Sequence[str]) -> dict[str, Form]:
    """By what each bid is ordered."""
    bidders = comparison.sketch.bidders
    least = None
    if comparison.sketch.by == "combined" and names:
        own = {name: comparison.compared(bidders[name]) for name in names}
        _meet_lowest(comparison, own)
        least = min(own.values(), key=lambda form: form.key(comparison.place))
    return {name: _figure(comparison, bidders[name], least) for name in names}


def _meet_lowest(comparison: Comparison, own: Mapping[str, Form]) -> None:
    """Remember where the price that moves meets the lowest of the others."""
    for name, form in own.items():
        if form.moves:
            others = [beside for other, beside in own.items() if other != name]
            if others:
                comparison.meets(
                    form - min(others, key=lambda beside: beside.key(comparison.place))
                )


def _figure(comparison: Comparison, one: Standing, least: Form | None) -> Form:
    if comparison.sketch.by == "compared":
        return comparison.compared(one)
    if least is None:
        return _technical(comparison, one)
    price = _price_score(comparison, least, comparison.compared(one))
    weight = comparison.limit("weight") or constant(0)
    if weight.moves:
        # Under weights that move both scores stay.
        rest = constant(_HUNDRED) - weight
        technical = weight.times(_technical(comparison, one).a)
        return (technical + rest.times(price.a)).times(1 / _HUNDRED)
    share = weight.a / _HUNDRED
    return _technical(comparison, one, share) + price.times(1 - share)


def _technical(comparison: Comparison, one: Standing, share: Fraction = _WHOLE) -> Form:
    """The technical score, or the share that it gives; one that stays is made once."""

    def make() -> Form:
        made = comparison.score(one, StageId.EVALUASI_TEKNIS) or constant(0)
        return made if share == _WHOLE else made.times(share)

    stays = comparison.move is STILL or comparison.move.about not in (None, one.name)
    return comparison.once(("technical", one.name, share), make) if stays else make()


def _price_score(comparison: Comparison, least: Form, own: Form) -> Form:
    """A hundred times the lowest price divided by its own."""
    if least.key(comparison.place) == own.key(comparison.place):
        return constant(_HUNDRED)
    if own.moves:
        # Only the price that is moved itself is moved, so that it is what `x` is.
        return Form(Fraction(0), c=_HUNDRED * least.a)
    return least.times(_HUNDRED / own.a)
