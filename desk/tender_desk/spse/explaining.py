"""Why SPSE's corrected total is not ours: the one computation that makes it, line by line.

Where none of them makes it, or several that differ in their lines do, that is said and no cause is.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from attrs import evolve, frozen

from tender_desk.spse.bid_lines import BidLine, bid_lines
from tender_desk.spse.computing import (
    ROUNDINGS,
    Computation,
    Rounded,
    Scope,
    Source,
    Vat,
    candidates,
    net_of,
    rate_of,
    total_of,
    uncorrected,
    values,
)
from tender_engine.evaluation import Correction, PriceResult
from tender_engine.model import Price
from tender_engine.numbers import ZERO, exact
from tender_engine.terms import FIXED_PRICE, Rounding
from tender_rules.stages.schedule import Schedule

__all__ = [
    "LUMSUM_RULE",
    "RULES",
    "Aspect",
    "Effect",
    "Explanation",
    "Found",
    "Ours",
    "explain",
    "ours_of",
]

_SOURCES = tuple(Source)


class Aspect(StrEnum):
    """What of a line SPSE took otherwise."""

    VOLUME = "volume"
    JUMLAH = "jumlah"
    KOSONG = "harga_kosong"
    TAMBAHAN = "baris_tambahan"
    PPN = "ppn"
    PEMBULATAN = "pembulatan"
    PENJUMLAHAN = "penjumlahan"


class Found(StrEnum):
    """What came of looking for the computation behind a total."""

    SATU = "satu"
    BEBERAPA = "beberapa"
    TIDAK_ADA = "tidak_ada"
    TANPA_RINCIAN = "tanpa_rincian"


RULES: Mapping[Aspect, str] = {
    Aspect.VOLUME: "correction.volume",
    Aspect.JUMLAH: "correction.product",
    Aspect.KOSONG: "correction.blank_price",
    Aspect.TAMBAHAN: "correction.extra_item",
    Aspect.PPN: "correction.vat_rate",
    Aspect.PEMBULATAN: "correction.rounding",
    Aspect.PENJUMLAHAN: "correction.sum",
}
LUMSUM_RULE, _BINDING_RULE = "correction.lumsum", "correction.binding"


@frozen
class Effect:
    """One departure of SPSE from ours: `theirs` and `ours` as `aspect` says, `rule` behind ours.

    `effect` is what it does to the total, PPN included, in rupiah. A null `line` is the whole.
    """

    line: str | None
    aspect: Aspect
    theirs: Decimal
    ours: Decimal
    effect: Decimal
    rule: str


@frozen
class Explanation:
    """What explains `difference`, which is SPSE's total less ours.

    `ways` are the computations that make SPSE's total, one for each that differs in its lines;
    `roundings` are those that make it in the only one, where it takes one. `effects` together are
    the difference, and are there only where there is one way.
    """

    found: Found
    difference: Decimal
    ways: tuple[Computation, ...] = ()
    roundings: tuple[Rounded, ...] = ()
    effects: tuple[Effect, ...] = ()


@frozen
class Ours:
    """A bid as this evaluation computes it: how, its lines, and its totals with PPN.

    `exactly` is `total` before the document's rounding; `general` is its PPN rate in percent.
    """

    how: Computation
    lines: tuple[BidLine, ...]
    general: Decimal
    stated: Decimal
    exactly: Decimal
    total: Decimal

    def values(self) -> dict[str, Decimal]:
        """What each line comes to with PPN, not rounded."""
        with exact():
            return values(evolve(self.how, rounded=None), self.lines, self.general)


def _is_rounding(last: Correction, price: Price) -> bool:
    """Whether the last cell is the document's rounding, which may have changed less than a sen.

    A total that somebody else has corrected is put in the place of the stated one.
    """
    ready_made = price.lines is None and last.before == price.stated_total
    return last.field == "corrected_total" and not ready_made


def ours_of(
    price: Price,
    schedule: Schedule,
    result: PriceResult,
    *,
    bidder_rate: bool = False,
    rounding: Rounding = Rounding.NONE,
) -> Ours | None:
    """The computation behind our corrected total of `price`; `None` where there is none yet.

    `rounding` is the document's.
    """
    total = result.corrected_total
    if total is None:
        return None
    cut = [row.effect for row in result.corrections[-1:] if _is_rounding(row, price)]
    how = Computation(vat=Vat.PENAWARAN if bidder_rate else Vat.DOKUMEN)
    if schedule.contract in FIXED_PRICE:
        how = uncorrected(how)
    with exact():
        lines = bid_lines(price, schedule)
        exactly = total - sum(cut, ZERO)
    how = evolve(how, rounded=Rounded(Scope.TOTAL, rounding.places or 0) if cut else None)
    return Ours(how, lines, schedule.general, price.stated_total, exactly, total)


def explain(ours: Ours, theirs: Decimal) -> Explanation:
    """What makes `theirs`, the total with PPN that SPSE shows, of the bid that we computed."""
    with exact():
        difference = theirs - ours.total
        if not ours.lines:
            return Explanation(Found.TANPA_RINCIAN, difference)
        families = _families(ours, theirs)
        ways = tuple(family[0] for family in families)
        if len(families) != 1:
            found = Found.BEBERAPA if families else Found.TIDAK_ADA
            return Explanation(found, difference, ways)
        (family,) = families
        effects = tuple(_effects(ours, family[0], theirs))
        rounded = tuple(way.rounded for way in family if way.rounded and family[0].rounded)
        return Explanation(Found.SATU, difference, ways, rounded, effects)


def _families(ours: Ours, theirs: Decimal) -> list[list[Computation]]:
    """The computations that make `theirs`, those together that come to the same before rounding.

    Of each the one first that departs least from ours, and rounds least; before it only that
    nothing was corrected at all.
    """
    by_lines: dict[tuple[object, ...], list[Computation]] = {}
    # No rounding of a line moves it by more than a rupiah and the PPN on that.
    most = 2 * (len(ours.lines) + 1)
    for plain in candidates(ours.how, ours.lines, ours.general):
        exactly = values(plain, ours.lines, ours.general)
        total = total_of(plain, exactly, ours.stated)
        if abs(total - theirs) > most:
            continue
        rest = total - sum(exactly.values(), ZERO)
        for how in _rounded(plain):
            made = values(how, ours.lines, ours.general)
            if total_of(how, made, ours.stated) == theirs:
                by_lines.setdefault((rest, *sorted(exactly.items())), []).append(how)
    for family in by_lines.values():
        family.sort(key=lambda how: (how.rounded is not None, *_far(how, ours.how)))
        family[:] = [how for how in family if _same_but_rounding(how, family[0])]
    return sorted(by_lines.values(), key=lambda family: _far(family[0], ours.how))


def _far(how: Computation, ours: Computation) -> tuple[bool, int]:
    return not how.uncorrected, how.departures(ours)


def _rounded(plain: Computation) -> Iterator[Computation]:
    """A computation in every rounding that is possible; of a stated total only its own."""
    yield plain
    for way in ROUNDINGS:
        if way.scope is Scope.TOTAL or not plain.uncorrected:
            yield evolve(plain, rounded=way)


def _same_but_rounding(one: Computation, other: Computation) -> bool:
    return evolve(one, rounded=None) == evolve(other, rounded=None)


def _effects(ours: Ours, how: Computation, theirs: Decimal) -> Iterator[Effect]:
    """From ours to SPSE's, one choice after the other, each on what the one before left."""
    steps = list(_steps(evolve(ours.how, rounded=None), evolve(how, rounded=None)))
    for aspect, before, after in steps:
        yield from _step(ours, aspect, before, after)
    last = steps[-1][2] if steps else evolve(ours.how, rounded=None)
    exactly = values(last, ours.lines, ours.general)
    rounded = values(evolve(last, rounded=how.rounded), ours.lines, ours.general)
    for name in dict.fromkeys((*exactly, *rounded)):
        cut = rounded.get(name, ZERO) - exactly.get(name, ZERO)
        if cut:
            aspect, figures = Aspect.PEMBULATAN, (rounded.get(name, ZERO), exactly.get(name, ZERO))
            yield Effect(name, aspect, *figures, cut, RULES[aspect])
    yield from _closing(ours, how, theirs, rounded)


def _closing(
    ours: Ours, how: Computation, theirs: Decimal, rounded: dict[str, Decimal]
) -> Iterator[Effect]:
    """What either side has beyond its lines: a sum that they do not make, and its rounding."""
    made, added = (sum(part.values(), ZERO) for part in (ours.values(), rounded))
    taken = ours.stated if how.uncorrected else added
    effect = (taken - added) - (ours.exactly - made)
    if effect:
        rule = RULES[Aspect.PENJUMLAHAN]
        if ours.how.uncorrected:
            rule = LUMSUM_RULE if ours.exactly == ours.stated else _BINDING_RULE
        yield Effect(None, Aspect.PENJUMLAHAN, taken, taken - effect, effect, rule)
    effect = (theirs - taken) - (ours.total - ours.exactly)
    if effect:
        aspect = Aspect.PEMBULATAN
        yield Effect(None, aspect, theirs, theirs - effect, effect, RULES[aspect])


def _steps(
    start: Computation, end: Computation
) -> Iterator[tuple[Aspect, Computation, Computation]]:
    """The choices in which the two differ, one at a time."""
    now = evolve(start, lumsum=end.lumsum) if start.source is Source.TERTULIS else start
    at, to = _SOURCES.index(now.source), _SOURCES.index(end.source)
    while at != to:
        further = at + (1 if to > at else -1)
        aspect = Aspect.VOLUME if 0 in (at, further) else Aspect.JUMLAH
        then = evolve(now, source=_SOURCES[further])
        yield aspect, now, then
        now, at = then, further
    for name, aspect in (
        ("lumsum", Aspect.JUMLAH),
        ("blank", Aspect.KOSONG),
        ("extra", Aspect.TAMBAHAN),
        ("vat", Aspect.PPN),
    ):
        if getattr(now, name) != getattr(end, name):
            then = evolve(now, **{name: getattr(end, name)})
            yield aspect, now, then
            now = then


def _step(ours: Ours, aspect: Aspect, before: Computation, after: Computation) -> Iterator[Effect]:
    one, other = (values(how, ours.lines, ours.general) for how in (before, after))
    for line in ours.lines:
        effect = other.get(line.id, ZERO) - one.get(line.id, ZERO)
        if effect:
            theirs, mine = (_figure(how, line, aspect, ours.general) for how in (after, before))
            conformed = line.fixed and (ours.how.uncorrected or aspect is not Aspect.PPN)
            rule = LUMSUM_RULE if conformed else RULES[aspect]
            yield Effect(line.id, aspect, theirs, mine, effect, rule)


def _figure(how: Computation, line: BidLine, aspect: Aspect, general: Decimal) -> Decimal:
    """What a line is taken for: its volume, its PPN rate, or its net amount."""
    if aspect is Aspect.VOLUME:
        volume = line.document if how.source is Source.DOKUMEN else line.offered
        return ZERO if volume is None else volume
    return rate_of(how, line, general) if aspect is Aspect.PPN else net_of(how, line)
