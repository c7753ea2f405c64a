"""Working papers of the qualification: papers with a day, experience, and how SIKaP rates a bidder.

What each business showed beside what is asked, and whether it counts; of a KSO by its members.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from attrs import frozen

from tender_desk.documents.blocks import Titled, table
from tender_desk.documents.view import View
from tender_engine.findings import Finding
from tender_engine.model import Member
from tender_engine.terms import StageId
from tender_rules.stages.businesses import Business
from tender_rules.stages.experience import EXPERIENCE, experience
from tender_rules.stages.papers import (
    PAPERS,
    HeldPaper,
    PaperDay,
    dated_papers,
    expiry,
    holders,
    wanted_on,
)
from tender_rules.stages.performance import PERFORMANCE, performance
from tender_rules.stages.proof import papers as papers_at_proof
from tender_rules.words import long_date, rupiah

__all__ = ["qualification_sheets"]

_UNKNOWN, _NONE = "belum diketahui", "–"
_PAPERS: Mapping[str, PaperDay] = {
    dated_papers.id: PaperDay.BATAS_PEMASUKAN,
    papers_at_proof.id: PaperDay.PEMBUKTIAN,
}
Row = tuple[str, ...]


def qualification_sheets(view: View) -> Iterator[Titled]:
    """Each sheet that this evaluation has something for."""
    shown = ("Surat", "Nomor", "Berlaku sampai", "Harus berlaku pada")
    done = ("Pekerjaan", "Selesai", "Nilai", "Dihitung", "Jangka waktu")
    rated = ("Diminta paling kurang", "Menurut SIKaP")
    sheets: dict[str, tuple[Row, list[Row]]] = {
        "Surat Berjangka Waktu": (shown, [*_rows(view, *_PAPERS)]),
        "Pengalaman": (done, [*_rows(view, experience.id)]),
        "Kinerja Penyedia": (rated, [*_rows(view, performance.id)]),
    }
    for title, (heads, rows) in sheets.items():
        if rows:
            columns = dict.fromkeys(("Nama peserta", "Anggota KSO", *heads), "<")
            yield f"Kertas Kerja {title}", (table(columns, rows),)


@frozen
class _Shown:
    """What one business of a bidder, of `whole`, has shown, and what a rule found of the bidder."""

    view: View
    whole: tuple[Business, ...]
    business: Business
    finding: Finding

    def day(self, fact: str) -> str:
        """A day among the facts; there is none where no deadline is recorded."""
        said = self.finding.facts.get(fact)
        return long_date(dt.date.fromisoformat(said)) if said else _UNKNOWN


def _rows(view: View, *rules: str) -> Iterator[Row]:
    """The rows of every business of which one of the rules found something."""
    for result in view.results:
        for found in result.verdicts:
            who = view.participants[found.participant]
            whole = who.members or (who,)
            for finding in found.findings:
                for business in whole if finding.rule in rules else ():
                    member = business.name if isinstance(business, Member) else _NONE
                    for row in _of_business(_Shown(view, whole, business, finding)):
                        yield (view.who(who.id), member, *row)


def _of_business(shown: _Shown) -> Iterator[Row]:
    if shown.finding.rule in _PAPERS:
        return _papers(shown)
    return _jobs(shown) if shown.finding.rule == experience.id else _ratings(shown)


def _papers(shown: _Shown) -> Iterator[Row]:
    """Each paper that is asked of the business for the day of the finding."""
    known = shown.business.known(PAPERS) or {}
    day = shown.day("berlaku_pada")
    for paper in wanted_on(shown.view.package.tender, _PAPERS[shown.finding.rule]):
        if shown.business not in holders(paper, shown.whole):
            continue
        held = known.get(paper.id)
        number = until = _UNKNOWN if held is None else "tidak disampaikan"
        if isinstance(held, HeldPaper):
            end = expiry(held)
            number = held.number or _UNKNOWN
            until = long_date(end) if isinstance(end, dt.date) else end or _UNKNOWN
        yield paper.title, number, until, day


def _jobs(shown: _Shown) -> Iterator[Row]:
    """Each job with whether it was completed within the years."""
    jobs, facts = shown.business.known(EXPERIENCE), shown.finding.facts
    years = f"{shown.day('sejak')} s.d. {shown.day('sampai')}"
    for job in sorted(jobs or (), key=lambda job: (job.completed_on, job.title)):
        value = _NONE if job.value is None else rupiah(job.value)
        day, counted = job.completed_on.isoformat(), _UNKNOWN
        if facts:
            counted = "ya" if facts["sejak"] <= day <= facts["sampai"] else "tidak"
        yield job.title, long_date(job.completed_on), value, counted, years
    if not jobs:
        yield "tidak ada" if jobs == () else _UNKNOWN, _NONE, _NONE, _NONE, years


def _ratings(shown: _Shown) -> Iterator[Row]:
    asked = shown.view.package.tender.asks(StageId.EVALUASI_KUALIFIKASI).of(PERFORMANCE)
    known = shown.business.known(PERFORMANCE)
    said = shown.view.term(known.sikap) if known and known.sikap else _UNKNOWN
    yield shown.view.term(asked.least) if asked else _NONE, said
