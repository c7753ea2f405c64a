"""The verdicts of one evaluation as they are noted, and who passed, waits or fell by them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import define, field

from tender_engine.evaluation import StageVerdict
from tender_engine.findings import BELUM_DINILAI, GUGUR, LULUS, Verdict
from tender_engine.terms import StageId

__all__ = ["Verdicts", "since"]


@define
class Verdicts:
    """What has been decided; who met which verdict is found without a look at all of them.

    Attributes:
        verdicts: by stage, then by participant, in the order in which they were decided.
        falls: of each of the fallen, at which stages it fell.
    """

    verdicts: dict[StageId, dict[str, StageVerdict]] = field(factory=dict, init=False)
    falls: dict[str, list[StageId]] = field(factory=dict, init=False)
    _names: dict[tuple[StageId, Verdict], dict[str, None]] = field(
        factory=lambda: defaultdict(dict), init=False
    )
    _noted: int = field(default=0, init=False)

    def note(self, stage: StageId, found: StageVerdict) -> None:
        """Write down a verdict at `stage`, in the place of an earlier one on the same bidder."""
        name, table = found.participant, self.verdicts[stage]
        if name in table:
            self._forget(stage, table[name])
        self._noted += 1
        table[name] = found
        self._names[stage, found.verdict][name] = None
        if found.verdict is GUGUR:
            self.falls.setdefault(name, []).append(stage)

    def forget(self, stage: StageId) -> None:
        """Take back every verdict at `stage`."""
        for found in self.verdicts[stage].values():
            self._forget(stage, found)
        self.verdicts[stage].clear()

    def _forget(self, stage: StageId, found: StageVerdict) -> None:
        self._noted -= 1
        del self._names[stage, found.verdict][found.participant]
        if found.verdict is GUGUR:
            self.falls[found.participant].remove(stage)

    def verdict(self, stage: StageId, participant: str) -> Verdict | None:
        """The verdict on `participant` at `stage`, if it entered and the procedure has it."""
        found = self.verdicts.get(stage, {}).get(participant)
        return found.verdict if found else None

    def decided_at(self, *stages: StageId) -> int:
        """How many verdicts there are at `stages`, or where none is named at all of them."""
        if not stages:
            return self._noted
        return sum(map(len, filter(None, map(self.verdicts.get, stages))))

    def passers(self, stage: StageId) -> dict[str, None]:
        """Who passed `stage`, in the order in which that was decided."""
        return self._names[stage, LULUS]

    @property
    def has_pending(self) -> bool:
        """Whether anybody is undecided anywhere, who may have fallen elsewhere."""
        return any(self._names[stage, BELUM_DINILAI] for stage in self.verdicts)

    def pending(self, stages: Iterable[StageId]) -> Iterator[str]:
        """Whoever is undecided at one of `stages` and has fallen nowhere."""
        for stage in stages:
            for name in self._names[stage, BELUM_DINILAI]:
                if not self.has_fallen(name):
                    yield name

    def fallers(self, stage: StageId) -> dict[str, None]:
        """Who fell at `stage`, in the order in which that was decided."""
        return self._names[stage, GUGUR]

    def has_fallen(self, participant: str) -> bool:
        """Whether `participant` fell at any stage."""
        return bool(self.falls.get(participant))


def since(names: dict[str, None], known: int) -> list[str]:
    """Those of `names` that came after the first so many, without a look at all of them."""
    return [*islice(reversed(names), len(names) - known)][::-1]
