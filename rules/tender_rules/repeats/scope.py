"""What of the same bids evaluated anew may differ: what was named, and what was still open."""

from collections.abc import Iterator

from attrs import frozen

from tender_engine.evaluation import Evaluation, StageVerdict
from tender_engine.faults import Fault
from tender_engine.findings import Verdict
from tender_engine.terms import StageId
from tender_rules.repeats.naming import Named, named_anew, naming_faults, place_of
from tender_rules.repeats.pair import Pair
from tender_rules.repeats.questions import entered, judged_stages

__all__ = ["Scope"]

_DECIDED = (Verdict.LULUS, Verdict.GUGUR)


@frozen
class Scope:
    """What is named of a pair; `None` where nothing is, which is a fault of its own."""

    pair: Pair
    named: tuple[Named, ...] | None

    @classmethod
    def of(cls, pair: Pair) -> "Scope":
        """What the new package of a pair names."""
        return cls(pair, named_anew(pair.new.given))

    def names(self, stage: StageId, who: str) -> bool:
        """Whether somebody is named at a stage; everybody is where the names are missing."""
        return self.named is None or any(one.covers(stage, who) for one in self.named)

    def was_open(self, stage: StageId, who: str) -> bool:
        """Whether the old evaluation had decided nothing on somebody there.

        Whoever never came to a stage may come to it now, and nobody could have named that.
        """
        found = self.pair.old.stage(stage).on(who)
        return found is None or found.verdict not in _DECIDED

    def admits(self, stage: StageId, who: str) -> bool:
        """Whether something on somebody may be new at a stage."""
        return self.names(stage, who) or self.was_open(stage, who)

    def told(self, stage: StageId, who: str, what: str, *path: str | int) -> Fault:
        """The fault of what differs and may not; `what` it is, in Indonesian."""
        names = {one.id: one.name for one in self.pair.new.given.participants}
        params = {"what": what, "who": names.get(who, who), "stage": stage.replace("_", " ")}
        return Fault("ATR093", path, params)

    def of_names(self) -> Iterator[Fault]:
        """The names are there, and each is of somebody whom the old evaluation evaluated there."""
        wrong = naming_faults(self.pair.new.given)
        yield from wrong
        if self.named is None and not wrong:
            yield Fault("ATR092", ("previous", "kind"), {})
        stages = judged_stages(self.pair.old)
        for index, one in enumerate(self.named or ()):
            there = {None, *entered(self.pair.old, one.stage)} if one.stage in stages else set()
            if one.participant not in there:
                stage = one.stage.replace("_", " ")
                params = {"who": one.participant or "-", "stage": stage}
                yield Fault("ATR095", place_of(index), params)

    def of_untouched(self, touched: set[tuple[StageId, str]]) -> Iterator[Fault]:
        """In each thing named something is judged anew, or the evaluation still waits for it."""
        for index, one in enumerate(self.named or ()):
            there = [*_of_one(self.pair.new, one)]
            settled = there and all(found.verdict in _DECIDED for found in there)
            if settled and not any(one.covers(stage, who) for stage, who in touched):
                who = one.participant or "semua peserta"
                params = {"who": who, "stage": one.stage.replace("_", " ")}
                yield Fault("ATR094", place_of(index), params)


def _of_one(evaluation: Evaluation, named: Named) -> Iterator[StageVerdict]:
    for found in evaluation.stage(named.stage).verdicts:
        if found.entered and named.covers(named.stage, found.participant):
            yield found
