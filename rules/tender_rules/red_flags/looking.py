"""All red flags over the tenders of an overview, in the order of their codes."""

from collections.abc import Iterable

from attrs import frozen

from tender_engine.declared import Words
from tender_engine.findings import Citation, Source, natural
from tender_rules.red_flags import of_many_tenders, of_one_tender
from tender_rules.red_flags.bids import bids_of
from tender_rules.red_flags.declared import CARDINAL, Flag, Found, Looking
from tender_rules.similar.across.overview import Overview

__all__ = ["FLAGS", "Answer", "looking_at", "red_flags"]


def _not_computed(code: str, words: Words, definition: Words, why: Words) -> Flag:
    cited = Citation(CARDINAL, code, Source.TEXT)
    return Flag(code, words, definition, cited, not_computed=why)


_OTHERS = (
    _not_computed(
        "R030",
        Words("Penawaran terlambat menang", "Late bid won"),
        Words(
            "Penawaran pemenang diterima sesudah batas pemasukan",
            "The winning bid was received after the deadline",
        ),
        Words(
            "Paket dengan penawaran sesudah batas pemasukan ditolak saat dibaca, sehingga tidak "
            "mungkin ada.",
            "A package with a bid after the deadline is refused when it is read, so that there is "
            "none.",
        ),
    ),
    _not_computed(
        "R048",
        Words("Penyedia dengan barang yang beragam", "Heterogeneous supplier"),
        Words(
            "Ragam kelompok barang yang dimenangkan seorang peserta tidak kurang dari pagar atas "
            "pencilan",
            "The variety of kinds of items that a bidder won is at least the upper fence of "
            "outliers",
        ),
        Words(
            "Paket tidak memuat kode klasifikasi barang dan jasa (UNSPSC, CPV).",
            "A package holds no codes that classify what is procured (UNSPSC, CPV).",
        ),
    ),
)
_EVERY = (*of_one_tender.FLAGS, *of_many_tenders.FLAGS, *_OTHERS)
FLAGS: tuple[Flag, ...] = tuple(sorted(_EVERY, key=lambda flag: natural(flag.code)))


@frozen
class Answer:
    """What a flag found, of each group that it is a figure of."""

    flag: Flag
    found: tuple[Found, ...]


def looking_at(overview: Overview) -> Looking:
    """The tenders of an overview with what became of each of their bids."""
    return Looking(
        overview.tenders,
        overview.who,
        {given.n: bids_of(given.evaluation) for given in overview.tenders},
        overview.awards,
        overview.ask,
    )


def red_flags(overview: Overview, flags: Iterable[Flag] = FLAGS) -> list[Answer]:
    """Each flag with its populations and where it stands; those not computed by name."""
    looking = looking_at(overview)
    return [Answer(flag, () if flag.find is None else tuple(flag.find(looking))) for flag in flags]
