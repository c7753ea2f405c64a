"""When a Pokja knows what it types: the rounds between which it looks at what came of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.typed.sheets import ANALYSES, BIDDERS, DATED, KSO, MATRIX, PRICES, ROW_AT, WHEN, Row

__all__ = ["FIRST", "OPENED", "QUALIFIED", "Rounds", "local"]

QUALIFIED, OPENED, _WON = "kualifikasi", "harga", "penetapan"
FIRST = 0
# Of the bidders' sheet, what is in the second file; what a prakualifikasi has before any bid; and
# what is known once the qualified are invited.
_SEALED = ("Harga penawaran (Rp)", "Tarif PPN (%)")
_BEFORE_BIDS = ("Kode", "Nama peserta", "NPWP", "Memasukkan kualifikasi", "Masuk Daftar Hitam")
_PROOF = "Hadir pembuktian"
_OF_PRICE, _PROVEN = "evaluasi harga", "pembuktian kualifikasi"


class Rounds:
    """In which round of a Pokja each cell is typed; the gates between them, in order.

    A round ends where a Pokja wants to see what comes of it before it goes on: who is qualified, by
    the minutes of the prakualifikasi; whose price may be opened or is asked an analysis of, who
    wins.
    """

    def __init__(self, package: Mapping[str, Any], *, analysed: bool) -> None:
        self._analysed = analysed
        self._gates = _gates(package["events"], analysed=analysed)
        proofs = [one for one in package["assessments"] if one["stage"] == "pembuktian_kualifikasi"]
        self._proof = min(local(one["at"]) for one in proofs)

    def __len__(self) -> int:
        return len(self._gates) + 2

    def of_cell(self, sheet: str, head: str, row: Row, of_all: dt.datetime | None) -> int:
        """The round in which a Pokja knows what stands in a cell."""
        opened = self.after(OPENED)
        if sheet in ANALYSES:
            return opened
        if sheet.startswith(PRICES):
            # A bid's prices are pasted where a refresh has laid out its lines.
            return 1 if self._analysed else opened
        if self._analysed and (
            row.get("Tahap") == _OF_PRICE or (sheet.startswith(MATRIX) and row["Tahap"] == _PROVEN)
        ):
            return opened
        if sheet == KSO:
            return 1  # a refresh has laid out its members
        at = _when(sheet, head, row, of_all)
        if sheet == BIDDERS and head == _PROOF:
            at = self._proof
        if at is not None:
            passed = [number for number, (_, on) in enumerate(self._gates, 2) if on and on <= at]
            return max(passed, default=1)
        if sheet == BIDDERS and self.passed(OPENED) and head in _SEALED:
            return opened
        later = sheet == BIDDERS and self.passed(QUALIFIED) and head not in _BEFORE_BIDS
        return self.after(QUALIFIED) if later else FIRST

    def passed(self, gate: str) -> dt.datetime | None:
        """When a gate was passed; nothing where there is none, or no day of it is known."""
        return dict(self._gates).get(gate)

    def after(self, gate: str) -> int:
        """The round after a gate; the first after the workbook was laid out where there is none."""
        names = [name for name, _ in self._gates]
        return names.index(gate) + 2 if gate in names else 1


def _gates(
    events: Sequence[Mapping[str, Any]], *, analysed: bool
) -> list[tuple[str, dt.datetime | None]]:
    """What a Pokja waits for, in order, each with when it was done if that is on record."""

    def first(kind: str, of: str | None = None) -> dt.datetime | None:
        at = [one["at"] for one in events if one["type"] == kind and one.get("of") == of]
        return local(at[0]) if at else None

    gates = [
        # Who is qualified is told by the minutes of that, and announced once these are signed.
        (QUALIFIED, first("pengumuman", "kualifikasi")),
        (OPENED, first("pembukaan_harga")),
        (_WON, first("penetapan", "pemilihan")),
    ]
    return [(name, at) for name, at in gates if at or (name == OPENED and analysed)]


def _when(sheet: str, head: str, row: Row, of_all: dt.datetime | None) -> dt.datetime | None:
    """When what stands in a cell was decided or happened; nothing where its sheet has no days."""
    if sheet in DATED:
        return row[WHEN] or None
    return row.get(f"{WHEN} {head.split()[-1]}") or row.get(ROW_AT) or of_all


def local(text: str) -> dt.datetime:
    """A time as Excel keeps it, which knows no zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)
