"""What a sketch comes to at a place, and where that may change next."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from tender_rules.whatif.forms import Place, constant
from tender_rules.whatif.gates import IN, OUT, WAITS, fair, falls, proof, reached, states
from tender_rules.whatif.meeting import Meeting
from tender_rules.whatif.ranks import figures, groups
from tender_rules.whatif.sketch import Look, Move, Sketch, Token
from tender_rules.whatif.standing import ABSENT, LACKS, STANDS

__all__ = ["look", "next_meeting"]


def look(sketch: Sketch, move: Move, place: Place, out: frozenset[str] = frozenset()) -> Look:
    """What it comes to at `place` of `move`, without those who are `out`."""
    meeting = Meeting(sketch, move, place)
    every = states(meeting, out)
    token = _token(meeting, reached(meeting, every, out), every)
    return Look(token, meeting.next)


def next_meeting(sketch: Sketch, move: Move, place: Place) -> Fraction | None:
    """Where any two figures meet next, whether or not anything rests on them."""
    meeting = Meeting(sketch, move, place)
    bidders = [one for one in sketch.bidders.values() if one.state != ABSENT]
    for one in bidders:
        list(falls(meeting, one))
        fair(meeting, one)
    hps = meeting.limit("hps")
    if hps is not None:
        for mark in sketch.hps_marks:
            meeting.sign(hps, constant(mark))
    totals = {one.name: total for one in bidders if (total := meeting.total(one)) is not None}
    for total in totals.values():
        for mark in sketch.marks:
            meeting.sign(total, constant(mark))
    priced = [one.name for one in bidders if one.compared]
    compared = {name: meeting.compared(sketch.bidders[name]) for name in priced}
    for forms in (totals, compared, figures(meeting, priced)):
        meeting.meet_all(forms)
    for stage in sketch.scored:
        made = {one.name: meeting.score(one, stage) for one in bidders}
        meeting.meet_all({name: form for name, form in made.items() if form is not None})
    return meeting.next


def _token(meeting: Meeting, found: Mapping[str, str], every: Mapping[str, str]) -> Token:
    if WAITS in found.values():
        return (WAITS,)
    names = [name for name, state in found.items() if state == IN]
    if not names:
        return _nobody(meeting, every)
    order = groups(meeting, names)
    if not meeting.sketch.size and _is_lacking(meeting, names):
        return (WAITS,)
    if any(len(group) > 1 for group in order):
        return ("tie",)
    return _first(meeting, [group[0] for group in order])


def _is_lacking(meeting: Meeting, names: Iterable[str]) -> bool:
    return any(proof(meeting, meeting.sketch.bidders[name]) == LACKS for name in names)


def _first(meeting: Meeting, order: Sequence[str]) -> Token:
    """The first who passes the proof, called with as many as are called at once."""
    size = meeting.sketch.size or len(order) or 1
    for begin in range(0, len(order), size):
        at_once = order[begin : begin + size]
        if _is_lacking(meeting, at_once):
            return (WAITS,)
        for name in at_once:
            if proof(meeting, meeting.sketch.bidders[name]) == STANDS:
                return ("winner", name)
    return _nobody(meeting, dict.fromkeys(meeting.sketch.bidders, OUT))


def _nobody(meeting: Meeting, every: Mapping[str, str]) -> Token:
    """That nobody is left, and where each fell: on what ground it fails is seen elsewhere."""
    fallen = tuple(
        (name, every[name], tuple(stage for stage, fell in falls(meeting, one) if fell))
        for name, one in meeting.sketch.bidders.items()
    )
    return ("none", fallen)
