"""What a tender comes to, as it is compared between what was given and what might have been."""

from attrs import evolve, frozen

from tender_engine.evaluation import Evaluation, Result, State
from tender_engine.faults import PackageRefusedError
from tender_engine.findings import natural
from tender_rules.stages.confirming import CONFIRMATION

__all__ = ["REFUSED", "TIE", "WAITING", "Outcome", "outcome_of", "refused"]

TIE, WAITING, REFUSED = "seri", "menunggu", "ditolak"
_ORDER = "keputusan_peringkat"


@frozen
class Outcome:
    """Result, winner or list, and ground.

    `kind` is the result, or `seri` where only the order of equal ones is awaited, `menunggu` where
    anything else is, `ditolak` where acts on record contradict the figures. `codes` are what is
    awaited, or by which codes it is refused.
    """

    kind: str
    winner: str | None = None
    listed: tuple[str, ...] = ()
    ground: str | None = None
    codes: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether it is a result, and nothing is awaited."""
        return self.kind not in (TIE, WAITING, REFUSED)

    def same_as(self, other: "Outcome") -> bool:
        """Whether both are one outcome; for what it waits is no part of it."""
        return evolve(self, codes=()) == evolve(other, codes=())


def outcome_of(evaluation: Evaluation) -> Outcome:
    """The outcome of an evaluation; reserves, order and acts are no part of it."""
    if evaluation.state is State.MENUNGGU:
        needs = {item.needs for item in evaluation.awaiting} - {CONFIRMATION}
        return Outcome(TIE if needs == {_ORDER} else WAITING, codes=tuple(sorted(needs)))
    failure, listed = evaluation.failure, evaluation.result is Result.DAFTAR_PESERTA
    return Outcome(
        str(evaluation.result),
        evaluation.winner,
        tuple(sorted(evaluation.shortlist, key=natural)) if listed else (),
        failure.ground if failure else None,
    )


def refused(error: PackageRefusedError) -> Outcome:
    """What a package is that contradicts itself once something in it is another."""
    return Outcome(REFUSED, codes=tuple(sorted({fault.code for fault in error.faults})))
