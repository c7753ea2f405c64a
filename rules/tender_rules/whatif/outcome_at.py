"""What a sketch comes to at a place, and where that may change next."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from tender_rules.whatif.comparison import Comparison
from tender_rules.whatif.order import figures, in_order
from tender_rules.whatif.sketch import (
    ABSENT,
    LACKS,
    STANDS,
    Move,
    OutcomeAt,
    Place,
    Sketch,
    Token,
    constant,
)
from tender_rules.whatif.who_is_in import (
    IN,
    OUT,
    WAITS,
    ceiling,
    fair,
    falls,
    low_line,
    proof,
    reached,
    states,
)

__all__ = ["next_meeting", "outcome_at"]


def outcome_at(
    sketch: Sketch, move: Move, place: Place, out: frozenset[str] = frozenset()
) -> OutcomeAt:
    """What it comes to at `place` of `move`, without those who are `out`."""
    comparison = Comparison(sketch, move, place)
    every = states(comparison, out)
    token = _token(comparison, reached(comparison, every, out), every)
    return OutcomeAt(token, comparison.next)


def next_meeting(sketch: Sketch, move: Move, place: Place) -> Fraction | None:
    """Where any two figures meet next, whether or not anything rests on them."""
    comparison = Comparison(sketch, move, place)
    bidders = [one for one in sketch.bidders.values() if one.state != ABSENT]
    for one in bidders:
        list(falls(comparison, one))
        fair(comparison, one)
    hps = comparison.limit("hps")
    if hps is not None:
        for mark in sketch.hps_marks:
            comparison.sign(hps, constant(mark))
    for line in filter(None, (low_line(comparison), ceiling(comparison))):
        for mark in sketch.marks:
            comparison.sign(line, constant(mark))
    totals = {one.name: total for one in bidders if (total := comparison.total(one)) is not None}
    for total in totals.values():
        for mark in sketch.marks:
            comparison.sign(total, constant(mark))
    priced = [one.name for one in bidders if one.compared]
    compared = {name: comparison.compared(sketch.bidders[name]) for name in priced}
    for forms in (totals, compared, figures(comparison, priced)):
        comparison.meet_all(forms)
    for stage in sketch.scored:
        made = {one.name: comparison.score(one, stage) for one in bidders}
        comparison.meet_all({name: form for name, form in made.items() if form is not None})
    return comparison.next


def _token(comparison: Comparison, found: Mapping[str, str], every: Mapping[str, str]) -> Token:
    if WAITS in found.values():
        return (WAITS,)
    names = [name for name, state in found.items() if state == IN]
    if not names:
        return _nobody(comparison, every)
    order = in_order(comparison, names)
    if not comparison.sketch.size and _is_lacking(comparison, names):
        return (WAITS,)
    if any(len(group) > 1 for group in order):
        return ("tie",)
    return _first(comparison, [group[0] for group in order])


def _is_lacking(comparison: Comparison, names: Iterable[str]) -> bool:
    return any(proof(comparison, comparison.sketch.bidders[name]) == LACKS for name in names)


def _first(comparison: Comparison, order: Sequence[str]) -> Token:
    """The first who passes the proof, called with as many as are called at once."""
    size = comparison.sketch.size or len(order) or 1
    for begin in range(0, len(order), size):
        at_once = order[begin : begin + size]
        if _is_lacking(comparison, at_once):
            return (WAITS,)
        for name in at_once:
            if proof(comparison, comparison.sketch.bidders[name]) == STANDS:
                return ("winner", name)
    return _nobody(comparison, dict.fromkeys(comparison.sketch.bidders, OUT))


def _nobody(comparison: Comparison, every: Mapping[str, str]) -> Token:
    """That nobody is left, and where each fell: on what ground it fails is seen elsewhere."""
    fallen = tuple(
        (name, every[name], tuple(stage for stage, fell in falls(comparison, one) if fell))
        for name, one in comparison.sketch.bidders.items()
    )
    return ("none", fallen)
