"""Minutes that number no paper, and a determination that has none as yet."""

from collections.abc import Iterator

from tender_engine.findings import Notice
from tender_engine.model import Package
from tender_engine.terms import Subject
from tender_rules.stages.standing_minutes import idle_minutes, minutes_on, unwritten_award
from tender_rules.words import dated

__all__ = ["minutes_told"]


def minutes_told(package: Package) -> Iterator[Notice]:
    """Which minutes are used instead of others, and which determination is in none."""
    for of in Subject:
        for idle, used in idle_minutes(package, of):
            words = (
                f"Berita acara {idle.number} tanggal {dated(idle.at)} tidak dipakai; yang dipakai "
                f"berita acara {used.number} tanggal {dated(used.at)}."
            )
            yield Notice("BERITA_ACARA_TIDAK_DIPAKAI", words)
        act = unwritten_award(package, of)
        if act is not None:
            last = minutes_on(package, of)[-1]
            words = (
                f"Penetapan {dated(act.at)} belum dimuat dalam berita acara; berita acara "
                f"{last.number} tanggal {dated(last.at)} tetap sebagaimana adanya."
            )
            yield Notice("PENETAPAN_TANPA_BERITA_ACARA", words)
