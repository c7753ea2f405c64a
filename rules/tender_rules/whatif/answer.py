"""What an answer holds: the outcome, what turns it, and within which ranges that was looked for."""

from datetime import datetime
from fractions import Fraction

from attrs import evolve, frozen

from tender_engine.evaluation import Evaluation, Result, State
from tender_engine.faults import PackageRefusedError
from tender_engine.findings import natural
from tender_rules.stages.confirming import CONFIRMATION

__all__ = [
    "REFUSED",
    "TIE",
    "WAITING",
    "Aside",
    "Flip",
    "Further",
    "Outcome",
    "WhatIf",
    "outcome_of",
    "refused",
]

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


@frozen
class Aside:
    """An event that was set aside: its type as the format has it, and when it was."""

    type: str
    at: datetime


@frozen
class Flip:
    """One change by which the outcome is another.

    Attributes:
        kind: what was changed: `harga_satuan`, `harga_total`, `nilai`, `ambang_batas`, `bobot`,
            `hps`, `batas_kewajaran`; one by one `suara`, `penilaian`, `peserta_keluar`,
            `tanpa_koreksi`, `bacaan`.
        subject: its place in the package, or whom or what it is about.
        now: what is given.
        before, after: the nearest figures that the format can write on this side of the boundary
            and beyond it; of what is no number, the word that is given and the other one.
        exact: the boundary itself; `None` of what is no number.
        below, at, above: the outcome at the lower of these figures, at the boundary where that can
            be written, and at the higher; of what is no number, `at` alone.
        relative: how far it is, of the width of the range.
    """

    kind: str
    subject: str
    now: str | None
    before: str
    after: str
    exact: Fraction | None
    below: Outcome | None
    at: Outcome | None
    above: Outcome | None
    relative: Fraction = Fraction(0)


@frozen
class Further:
    """How many more numbers of a kind there are, of one bidder or of the tender itself."""

    kind: str
    participant: str | None
    cells: int


@frozen
class WhatIf:
    """What would have changed an outcome.

    `to_waiting` are changes after which something is missing that nobody recorded. `further` and
    `further_waiting` are those that are counted and not written out; `unlooked` the kinds of
    numbers of which not every figure was tried. Where the outcome itself waits, `waits_for` says
    for what.
    """

    outcome: Outcome
    set_aside: tuple[Aside, ...] = ()
    flips: tuple[Flip, ...] = ()
    to_waiting: tuple[Flip, ...] = ()
    waits_for: tuple[str, ...] = ()
    further: tuple[Further, ...] = ()
    further_waiting: tuple[Further, ...] = ()
    unlooked: tuple[str, ...] = ()

    @property
    def steady(self) -> bool:
        """Whether it is decided, and nothing within the ranges turns it."""
        return self.outcome.decided and not self.flips
