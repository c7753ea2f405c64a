"""What would have changed an outcome: each change is evaluated whole before it is told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Inexact
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve, frozen

from tender_engine.findings import natural
from tender_engine.model import Package
from tender_engine.numbers import plain
from tender_engine.rulebook import Rulebook
from tender_rules.whatif.answer import Aside, Flip, Further, Outcome, WhatIf
from tender_rules.whatif.boundaries import (
    OF_EACH,
    DisagreementError,
    Finder,
    Found,
    agrees,
    figure,
)
from tender_rules.whatif.cell_groups import Group
from tender_rules.whatif.cells import CELLS
from tender_rules.whatif.cells import KINDS as NUMBERS
from tender_rules.whatif.changes import Given, Replay
from tender_rules.whatif.set_aside import asides, given_of
from tender_rules.whatif.singles import KINDS as SINGLES
from tender_rules.whatif.singles import Single, singles
from tender_rules.whatif.tender_sketch import sketch_of

__all__ = ["flips"]

_KINDS = (*NUMBERS, *SINGLES)
_LARGE = 20_000
# How many numbers there are besides, by kind and bidder.
_Counted: TypeAlias = Counter[tuple[str, str | None]]


def flips(package: Package, rulebook: Rulebook) -> WhatIf:
    """What would have changed the outcome of `package`: each boundary exactly, one by one.

    A pure function, as an evaluation is. Prices that no stage opened are no part of it.

    Raises:
        PackageRefusedError: as `evaluate` does.
    """
    given, aside = given_of(package, rulebook)
    told = asides(aside)
    if not given.outcome.decided:
        return WhatIf(given.outcome, told, waits_for=given.outcome.codes)
    return _Answering(given, told).answer()


@frozen
class _Bounds:
    """How much is written out and asked of a tender of so many lines."""

    told: int
    asked: int
    singles: int

    @classmethod
    def of(cls, package: Package) -> "_Bounds":
        """Each answer is an evaluation, and a large one has its price."""
        lines = len(package.tender.hps.lines or ()) * len(package.participants)
        return cls(6, 12, 12) if lines > _LARGE else cls(60, 400, 400)


class _Answering:
    """One answer in the making."""

    def __init__(self, given: Given, aside: tuple[Aside, ...]) -> None:
        self.given, self.aside = given, aside
        self.replay = Replay()
        self.bounds = _Bounds.of(given.package)
        self.sketch, self.told = sketch_of(given)
        self.finder = Finder(given, self.sketch, self.replay, self.bounds.asked)
        self.further: _Counted = Counter()
        self.further_waiting: _Counted = Counter()
        self.unlooked = self.finder.unasked

    def answer(self) -> WhatIf:
        """Everything that turns it."""
        turning, waiting = self.by_numbers()
        flips = [self.flip(found) for found in turning]
        to_waiting = [self.flip(found) for found in waiting]
        for made in self.singles():
            (flips if made.at is not None and made.at.decided else to_waiting).append(made)
        refused = [flip for flip in flips if not self.turns(flip)]
        return WhatIf(
            self.given.outcome,
            self.aside,
            tuple(sorted((flip for flip in flips if self.turns(flip)), key=_order)),
            tuple(sorted([*to_waiting, *refused], key=_order)),
            further=tuple(_counted(self.further)),
            further_waiting=tuple(_counted(self.further_waiting)),
            unlooked=tuple(sorted(self.unlooked, key=_KINDS.index)),
        )

    def by_numbers(self) -> tuple[list[Found], list[Found]]:
        """What is told of numbers: what turns the outcome, and what makes it wait."""
        turning: list[Found] = []
        waiting: list[Found] = []
        for group in self.groups():
            for way in (-1, 1):
                made = self.finder.turning(group, way)
                turning += made.flips
                waiting += made.waits
                self.further[group.kind, group.owner] += made.further
                self.further_waiting[group.kind, group.owner] += made.further_waiting
        told = _nearest(turning, self.bounds.told, self.further)
        return told, _nearest(waiting, self.bounds.told // 2, self.further_waiting)

    def groups(self) -> Iterator[Group]:
        """All numbers; where the sketch does not tell what they come to, evaluations are asked."""
        for kind in CELLS:
            for group in kind(self.given):
                yield group if self.told else evolve(group, asking=True)

    def flip(self, found: Found) -> Flip:
        """A boundary with the outcome on both sides and at it, each evaluated whole."""
        group, cell, target = found.group, found.cell, found.target
        near = self.outcome(found, target.near)
        far = self.outcome(found, target.far)
        at = self.outcome(found, target.exact) if target.written else None
        if far is None or not agrees(found.token, far):
            raise DisagreementError(f"{group.place(cell)} at {target.far}")
        up = target.far > target.near
        return Flip(
            group.kind,
            group.place(cell),
            _said(cell.now),
            _said(target.near),
            _said(target.far),
            target.exact,
            near if up else far,
            at,
            far if up else near,
            found.relative,
        )

    def turns(self, flip: Flip) -> bool:
        """Whether it ends in another result, and not in acts that contradict the figures."""
        sides = [side for side in (flip.below, flip.at, flip.above) if side is not None]
        return any(side.decided and not side.same_as(self.given.outcome) for side in sides)

    def outcome(self, found: Found, value: Fraction) -> Outcome | None:
        """The outcome with the number at `value`; `None` where that is out of range."""
        group, cell = found.group, found.cell
        if not group.numbers.low <= value <= group.numbers.high:
            return None
        if value == cell.now:
            return self.given.outcome
        return self.replay.of(lambda: group.change(cell, figure(value)))

    def singles(self) -> Iterator[Flip]:
        """What is no number and changes something; of a large tender as much as is worth it."""
        # One entry may be on bidders on whom others have a seat: it is changed once.
        evaluated: set[tuple[str, str, str]] = set()
        for single in singles(self.given, self.sketch, told=self.told):
            key = single.kind, single.subject, single.after
            if single.idle or key in evaluated:
                continue
            if len(evaluated) == self.bounds.singles:
                self.unlooked[single.kind] = None
                continue
            evaluated.add(key)
            made = self.single(single)
            if made is not None:
                yield made

    def single(self, single: Single) -> Flip | None:
        """A change that is no number, evaluated; `None` where the outcome is the same."""
        outcome = self.replay.of(single.change)
        if outcome.same_as(self.given.outcome):
            return None
        before, after = single.before, single.after
        return Flip(single.kind, single.subject, before, before, after, None, None, outcome, None)


def _nearest(found: Iterable[Found], most: int, further: _Counted) -> list[Found]:
    """The nearest of each kind, bidder and way; `further` counts how many more there are."""
    kept: list[Found] = []
    taken: Counter[tuple[str, str | None, bool]] = Counter()
    for each in sorted(found, key=_nearness):
        group, up = each.group, each.target.far > each.cell.now
        key = group.kind, group.owner, up
        if taken[key] < OF_EACH and len(kept) < most:
            taken[key] += 1
            kept.append(each)
        else:
            further[group.kind, group.owner] += 1
    return kept


def _counted(further: _Counted) -> Iterator[Further]:
    keys = sorted(further, key=lambda key: (_KINDS.index(key[0]), natural(key[1] or "")))
    for kind, owner in keys:
        if further[kind, owner]:
            yield Further(kind, owner, further[kind, owner])


def _nearness(found: Found) -> tuple[Fraction, object]:
    return found.relative, natural(found.group.place(found.cell))


def _order(flip: Flip) -> tuple[int, Fraction, object]:
    return _KINDS.index(flip.kind), flip.relative, natural(flip.subject)


def _said(value: Fraction) -> str:
    """A figure as the format writes it: a number, or where it has no end a fraction."""
    try:
        return plain(figure(value))
    except Inexact:
        return str(value)
