"""Which record an evaluation leads to, and the words that this kind of record takes."""

import re
from collections.abc import Iterable

from attrs import frozen

from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Evaluation, Failure
from tender_engine.model import Package
from tender_engine.terms import Phase, StageId, Subject
from tender_rules.procurement_kind import bids_are_due, has_prakualifikasi, is_seleksi
from tender_rules.repeats.naming import subject_of
from tender_rules.stages.failure import CANCELLED

__all__ = ["SCREENING", "Kind", "as_seleksi"]

SCREENING = frozenset(
    {
        StageId.PEMASUKAN_KUALIFIKASI,
        StageId.EVALUASI_KUALIFIKASI,
        StageId.PEMBUKTIAN_KUALIFIKASI,
        StageId.PENETAPAN_HASIL_KUALIFIKASI,
    }
)
# What a consultant asks is a biaya; a unit price keeps its name in every contract.
_PRICE = re.compile(r"\b([Hh])arga(?! satuan)")


def as_seleksi(text: str) -> str:
    """Words of this package about a Tender, as a Seleksi says them."""
    text = _PRICE.sub(lambda found: "Biaya" if found[1] == "H" else "biaya", text)
    return text.replace("Tender", "Seleksi")


@frozen
class Kind:
    """A record of the qualification or of the bids, of a Tender or of a Seleksi.

    `before` says that qualification came before the bids and has a record of its own; `cancelled`
    that a decision called off whatever there was, and `whole` that before there was a list the
    procurement failed, and not its qualification alone. `alone` is who passed a prakualifikasi
    ulang with nobody else: no list of who may bid comes of it.
    """

    of: Subject
    seleksi: bool
    before: bool
    cancelled: bool = False
    whole: bool = False
    alone: bool = False

    @classmethod
    def of_evaluation(cls, evaluation: Evaluation) -> "Kind":
        """The kind of record that `evaluation` leads to."""
        tender = evaluation.package.tender
        before = has_prakualifikasi(tender)
        listing = before and _speaks_of_qualification(evaluation)
        of = Subject.KUALIFIKASI if listing else Subject.PEMILIHAN
        failure = evaluation.failure
        cancelled = failure is not None and failure.ground == CANCELLED
        whole = listing and failure is not None and not cancelled and _ends_all(evaluation, failure)
        alone = listing and bool(evaluation.shortlist) and evaluation.next is not None
        return cls(of, is_seleksi(tender), before, cancelled, whole, alone)

    @property
    def listing(self) -> bool:
        """Whether it is the record of a prakualifikasi."""
        return self.of is Subject.KUALIFIKASI

    @property
    def noun(self) -> str:
        """What is held: a Tender or a Seleksi."""
        return "Seleksi" if self.seleksi else "Tender"

    @property
    def ends(self) -> Subject:
        """Whose acts end it: those on the bids where all of the procurement failed."""
        return Subject.PEMILIHAN if self.whole else self.of

    @property
    def fails(self) -> str:
        """What fails if it fails."""
        alone = self.listing and not (self.whole or self.cancelled)
        return "Prakualifikasi" if alone else self.noun

    @property
    def failed_name(self) -> str:
        """The name of the minutes of a failure."""
        return f"Berita Acara {self.fails} Gagal"

    @property
    def name(self) -> str:
        """The name of the record."""
        if self.cancelled:
            return f"Berita Acara Pembatalan {self.noun}"
        result = "Seleksi" if self.seleksi else "Pemilihan"
        alone = self.listing and not self.whole
        return f"Berita Acara Hasil {'Prakualifikasi' if alone else result}"

    @property
    def list_name(self) -> str:
        """What a prakualifikasi leads to (Perpres 16/2018 Pasal 44 ayat (7))."""
        if self.alone:
            return "Peserta yang Lulus Prakualifikasi Ulang"
        return "Daftar Pendek Peserta Seleksi" if self.seleksi else "Daftar Peserta Tender"

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The documents whose deadlines it tells."""
        if self.listing:
            return (Phase.KUALIFIKASI,)
        return Phase.PENAWARAN, Phase.PENAWARAN_TAHAP_DUA

    def holds(self, stage: StageId) -> bool:
        """Whether the record tells what came of `stage`."""
        return not self.before or (stage in SCREENING) is self.listing

    def said(self, text: str) -> str:
        """Words of this package about a Tender, as a Seleksi says them; never what people wrote."""
        return as_seleksi(text) if self.seleksi else text

    def repeats(self, words: Vocabulary, package: Package) -> str:
        """What kind of repeat a package is; empty where it repeats nothing."""
        if package.previous is None:
            return ""
        of = subject_of(package) or self.of
        contexts = ("kualifikasi",) if of is Subject.KUALIFIKASI else ()
        return self.said(words.within("term", contexts, package.previous.kind))

    @property
    def contexts(self) -> tuple[str, ...]:
        """Where a code may have words of its own: after a list, in a Seleksi."""
        return ("list",) * self.listing + ("seleksi",) * self.seleksi

    def awaited(self, words: Vocabulary, needs: str, ranked_by: Iterable[str]) -> str:
        """What is awaited; `ranked_by` is what bids are ordered by, where they are."""
        text = words.within("need", self.contexts, needs)
        if needs == "keputusan_peringkat":
            for by in ranked_by:
                text = text.replace("harganya", f"{words.said('tied', by)}nya")
        return text


def _ends_all(evaluation: Evaluation, failure: Failure) -> bool:
    return evaluation.basis.grounds[failure.ground].of is Subject.PEMILIHAN


def _speaks_of_qualification(evaluation: Evaluation) -> bool:
    """As long as the list is not in force: that is, until bids are awaited, opened or failed."""
    if not bids_are_due(evaluation.package) or evaluation.result == "daftar_peserta":
        return True
    if evaluation.failure is not None and evaluation.failure.ground != CANCELLED:
        return not _ends_all(evaluation, evaluation.failure)
    opening = StageId.PEMBUKAAN
    awaited = any(item.stage is opening for item in evaluation.awaiting)
    return not (evaluation.stage(opening).verdicts or awaited)
