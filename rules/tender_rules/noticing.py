"""What is odd about a dossier without changing its result: times, confirmations, stray prices.

None of it is an error of the file, and none decides anything; the record says it, and people look.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from tender.events import Award, Confirmation, FailureAct, Minutes, RankingDecision
from tender.findings import Notice
from tender.model import Package
from tender.workflow import Case

__all__ = ["noticed"]


def noticed(case: Case) -> Iterator[Notice]:
    """Everything odd, in the order in which a reader would meet it."""
    yield from _stray_prices(case)
    yield from _early_bids(case)
    yield from _late_grounds(case.package)
    yield from _other_values(case)


def _stray_prices(case: Case) -> Iterator[Notice]:
    for who in case.participants.values():
        if who.price is not None and who.submitted.penawaran is None:
            words = "Ada berkas harga, tetapi tidak ada waktu penyampaian penawaran; tidak dibuka."
            yield Notice("HARGA_TANPA_PENAWARAN", words, who.id)


def _early_bids(case: Case) -> Iterator[Notice]:
    announced = case.package.tender.announced_on
    for who in case.participants.values():
        handed_in = who.submitted.penawaran
        if handed_in is not None and handed_in.date() < announced:
            words = f"Penawaran {who.name} disampaikan sebelum tanggal pengumuman tender."
            yield Notice("URUTAN_WAKTU", words, who.id, audience="publik")


def _late_grounds(package: Package) -> Iterator[Notice]:
    """Acts and minutes that are older than what they rest on."""
    grounds = [entry.at for entry in package.assessments]
    grounds += [event.at for event in package.events if isinstance(event, RankingDecision)]
    handed_in = (who.submitted.penawaran for who in package.participants)
    bids = [at for at in handed_in if at is not None]
    if _before(grounds, bids):
        words = "Penilaian tercatat sebelum penawaran terakhir disampaikan."
        yield Notice("URUTAN_WAKTU", words, audience="publik")
    for kind, title in (
        (Award | FailureAct, "Penetapan atau pernyataan gagal"),
        (Minutes, "Berita acara"),
    ):
        acts = [e.at for e in package.events if isinstance(e, kind) and e.of == "pemilihan"]
        if acts and _before([max(acts)], [*grounds, *bids]):
            words = f"{title} tercatat sebelum penilaian atau penawaran yang menjadi dasarnya."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def _before(these: Iterable[datetime], those: Iterable[datetime]) -> bool:
    """Whether the first of `these` lies before the last of `those`."""
    first, last = min(these, default=None), max(those, default=None)
    return first is not None and last is not None and first < last


def _other_values(case: Case) -> Iterator[Notice]:
    """Confirmations of a value that is not the one in force; the latest of each counts."""
    confirmed = [event for event in case.package.events if isinstance(event, Confirmation)]
    ordered = sorted(confirmed, key=lambda event: (event.at, event.value))
    latest = {event.param: event for event in ordered}
    for param in sorted(latest):
        used = case.law.value(param).value
        if latest[param].value != used:
            words = f"Nilai {param} dikonfirmasi {latest[param].value}, yang dipakai {used}."
            yield Notice("KONFIRMASI_BERBEDA", words, audience="publik")
