"""What an answer holds: the outcome, what turns it, and within which ranges that was looked for."""

from datetime import datetime
from fractions import Fraction

from attrs import frozen

from tender_rules.whatif.outcome import Outcome

__all__ = ["Aside", "Flip", "Further", "WhatIf"]


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
    """How many more numbers of a kind would turn it too, of one bidder or of the tender itself."""

    kind: str
    participant: str | None
    cells: int


@frozen
class WhatIf:
    """What would have changed an outcome.

    `to_waiting` are changes after which something is missing that nobody recorded. `further` are
    those that are counted and not written out; `unlooked` the kinds of numbers of which not every
    figure was tried. Where the outcome itself waits, `waits_for` says for what.
    """

    outcome: Outcome
    set_aside: tuple[Aside, ...] = ()
    flips: tuple[Flip, ...] = ()
    to_waiting: tuple[Flip, ...] = ()
    waits_for: tuple[str, ...] = ()
    further: tuple[Further, ...] = ()
    unlooked: tuple[str, ...] = ()

    @property
    def steady(self) -> bool:
        """Whether it is decided, and nothing within the ranges turns it."""
        return self.outcome.decided and not self.flips
