"""Who is in the order: nobody below a threshold, above a ceiling, or with a price found unfair."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from tender_engine.terms import StageId
from tender_rules.whatif.forms import Form, Place
from tender_rules.whatif.meeting import Meeting
from tender_rules.whatif.sketch import STILL
from tender_rules.whatif.standing import ABSENT, FALLS, LACKS, Standing

__all__ = ["IN", "OUT", "WAITS", "fair", "falls", "proof", "reached", "states"]

OUT, IN, WAITS = "out", "in", "waits"


def states(meeting: Meeting, out: frozenset[str] = frozenset()) -> dict[str, str]:
    """How everybody stands; those whose figures all stay are looked at once."""
    bidders, about = meeting.sketch.bidders, meeting.move.about
    if about is None and meeting.move is not STILL:
        return {name: _state(meeting, one) for name, one in bidders.items()}
    found = dict(meeting.once("states", lambda: _still(meeting)))
    if about is not None:
        found[about] = _state(meeting, bidders[about])
    return found | dict.fromkeys(out, OUT)


def _still(meeting: Meeting) -> dict[str, str]:
    still = Meeting(meeting.sketch, STILL, Place(Fraction(0)))
    return {name: _state(still, one) for name, one in meeting.sketch.bidders.items()}


def _state(meeting: Meeting, one: Standing) -> str:
    """Whether it is in the order, out, or waits for a record."""
    if one.state in (FALLS, ABSENT):
        return OUT
    fell = [stage for stage, falls_ in falls(meeting, one) if falls_]
    if one.state == LACKS:
        # It never comes to what follows the stage at which something is missing.
        later = meeting.sketch.leads
        come_to = [stage for stage in fell if one.stage not in later.get(stage, ())]
        return OUT if come_to else WAITS
    if fell:
        return OUT
    found = fair(meeting, one)
    return WAITS if found is None else IN if found else OUT


def falls(meeting: Meeting, one: Standing) -> Iterator[tuple[StageId, bool]]:
    """Each number that keeps it out, or might."""
    for stage, points in meeting.sketch.scored.items():
        for index in range(len(points)):
            limit, mean = meeting.limit("threshold", stage, index), one.means.get((stage, index))
            if limit is not None and mean is not None:
                made = meeting.figure(("mean", one.name, stage, index), mean)
                yield stage, meeting.sign(made, limit) < 0
        limit, score = meeting.limit("threshold", stage, None), meeting.score(one, stage)
        if limit is not None and score is not None:
            yield stage, meeting.sign(score, limit) < 0
    total = meeting.total(one)
    if total is not None:
        for most in (_ceiling(meeting), meeting.limit("pagu")):
            if most is not None:
                yield StageId.EVALUASI_HARGA, meeting.sign(total, most) > 0


def _ceiling(meeting: Meeting) -> Form | None:
    hps, share = meeting.limit("hps"), meeting.sketch.limits.get(("ceiling",))
    return None if hps is None or share is None else hps.times(share)


def fair(meeting: Meeting, one: Standing) -> bool | None:
    """Whether its price is fair: where it is low as it was judged, if it was."""
    return one.fair if _is_low(meeting, one) else True


def proof(meeting: Meeting, one: Standing) -> str:
    """How its proof ends, as its price is judged or not."""
    if one.proof == one.proof_low:
        return one.proof
    return one.proof_low if _is_low(meeting, one) else one.proof


def _is_low(meeting: Meeting, one: Standing) -> bool:
    hps, share, total = meeting.limit("hps"), meeting.limit("share"), meeting.total(one)
    if hps is None or share is None or total is None:
        return False
    line = hps.times(share.a) if hps.moves else share.times(hps.a)
    return meeting.sign(total, line) < 0


def reached(meeting: Meeting, found: Mapping[str, str], out: frozenset[str]) -> Mapping[str, str]:
    """Who is evaluated: everybody, or as many of the lowest as the document says, with refill."""
    places, bidders = meeting.sketch.pool, meeting.sketch.bidders
    if not places:
        return found
    totals = {
        name: total
        for name, one in bidders.items()
        if one.state != ABSENT and name not in out and (total := meeting.total(one)) is not None
    }
    meeting.meet_all(totals)
    keys = {name: total.key(meeting.place) for name, total in totals.items()}
    names: list[str] = []
    taken = 0
    for _, group in groupby(sorted(totals, key=keys.__getitem__), key=keys.__getitem__):
        if taken >= places:
            if not all(_is_gone(meeting, bidders[name], found[name]) for name in names):
                break
            taken = 0
        equal = list(group)
        names += equal
        taken += sum(found[name] != OUT for name in equal)
    return {name: found[name] for name in names}


def _is_gone(meeting: Meeting, one: Standing, state: str) -> bool:
    """Whether it fell before the order or at the proof, which then frees its place."""
    return state == OUT or (state == IN and proof(meeting, one) == FALLS)
