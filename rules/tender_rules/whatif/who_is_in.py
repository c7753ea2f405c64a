"""Who is in the order: nobody below a threshold, above a ceiling, or with a price found unfair."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from tender_engine.terms import StageId
from tender_rules.whatif.comparison import Comparison
from tender_rules.whatif.sketch import ABSENT, FALLS, LACKS, STILL, Form, Place, Standing

__all__ = [
    "IN", "OUT", "WAITS", "ceiling", "fair", "falls", "low_line", "proof", "reached", "states",
]  # fmt: skip

OUT, IN, WAITS = "out", "in", "waits"


def states(comparison: Comparison, out: frozenset[str] = frozenset()) -> dict[str, str]:
    """How everybody stands; those whose figures all stay are looked at once."""
    bidders, about = comparison.sketch.bidders, comparison.move.about
    if about is None and comparison.move is not STILL:
        return {name: _state(comparison, one) for name, one in bidders.items()}
    found = dict(comparison.once("states", lambda: _still(comparison)))
    if about is not None:
        found[about] = _state(comparison, bidders[about])
    return found | dict.fromkeys(out, OUT)


def _still(comparison: Comparison) -> dict[str, str]:
    still = Comparison(comparison.sketch, STILL, Place(Fraction(0)))
    return {name: _state(still, one) for name, one in comparison.sketch.bidders.items()}


def _state(comparison: Comparison, one: Standing) -> str:
    """Whether it is in the order, out, or waits for a record."""
    if one.state in (FALLS, ABSENT):
        return OUT
    fell = [stage for stage, falls_ in falls(comparison, one) if falls_]
    if one.state == LACKS:
        # It never comes to what follows the stage at which something is missing.
        later = comparison.sketch.leads
        come_to = [stage for stage in fell if one.stage not in later.get(stage, ())]
        return OUT if come_to else WAITS
    if fell:
        return OUT
    found = fair(comparison, one)
    return WAITS if found is None else IN if found else OUT


def falls(comparison: Comparison, one: Standing) -> Iterator[tuple[StageId, bool]]:
    """Each number that keeps it out, or might."""
    for stage, points in comparison.sketch.scored.items():
        for index in range(len(points)):
            limit, mean = comparison.limit("threshold", stage, index), one.means.get((stage, index))
            if limit is not None and mean is not None:
                made = comparison.figure(("mean", one.name, stage, index), mean)
                yield stage, comparison.sign(made, limit) < 0
        limit, score = comparison.limit("threshold", stage, None), comparison.score(one, stage)
        if limit is not None and score is not None:
            yield stage, comparison.sign(score, limit) < 0
    total = comparison.total(one)
    if total is not None:
        for most in (ceiling(comparison), comparison.limit("pagu")):
            if most is not None:
                yield StageId.EVALUASI_HARGA, comparison.sign(total, most) > 0


def ceiling(comparison: Comparison) -> Form | None:
    """The total above which no price is valid; `None` where none is set."""
    hps, share = comparison.limit("hps"), comparison.sketch.limits.get(("ceiling",))
    return None if hps is None or share is None else hps.times(share)


def fair(comparison: Comparison, one: Standing) -> bool | None:
    """Whether its price is fair: where it is low as it was judged, if it was."""
    return one.fair if _is_low(comparison, one) else True


def proof(comparison: Comparison, one: Standing) -> str:
    """How its proof ends, as its price is judged or not."""
    if one.proof == one.proof_low:
        return one.proof
    return one.proof_low if _is_low(comparison, one) else one.proof


def _is_low(comparison: Comparison, one: Standing) -> bool:
    line, total = low_line(comparison), comparison.total(one)
    return line is not None and total is not None and comparison.sign(total, line) < 0


def low_line(comparison: Comparison) -> Form | None:
    """The total below which a price is low; `None` where no line is drawn."""
    hps, share = comparison.limit("hps"), comparison.limit("share")
    if hps is None or share is None:
        return None
    return hps.times(share.a) if hps.moves else share.times(hps.a)


def reached(
    comparison: Comparison, found: Mapping[str, str], out: frozenset[str]
) -> Mapping[str, str]:
    """Who is evaluated: everybody, or as many of the lowest as the document says, with refill."""
    places, bidders = comparison.sketch.pool, comparison.sketch.bidders
    if not places:
        return found
    totals = {
        name: total
        for name, one in bidders.items()
        if one.state != ABSENT and name not in out and (total := comparison.total(one)) is not None
    }
    comparison.meet_all(totals)
    keys = {name: total.key(comparison.place) for name, total in totals.items()}
    names: list[str] = []
    taken = 0
    for _, group in groupby(sorted(totals, key=keys.__getitem__), key=keys.__getitem__):
        if taken >= places:
            if not all(_is_gone(comparison, bidders[name], found[name]) for name in names):
                break
            taken = 0
        equal = list(group)
        names += equal
        taken += sum(found[name] != OUT for name in equal)
    return {name: found[name] for name in names}


def _is_gone(comparison: Comparison, one: Standing, state: str) -> bool:
    """Whether it fell before the order or at the proof, which then frees its place."""
    return state == OUT or (state == IN and proof(comparison, one) == FALLS)
