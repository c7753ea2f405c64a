"""The size of a business: whether the tender is for it, and whether it is a small one."""

from collections.abc import Iterable

from attrs import evolve

from tender_engine.declared import Check, Examples, Words
from tender_engine.findings import Verdict
from tender_engine.formats.containers import ListOf
from tender_engine.formats.shapes import Choice
from tender_engine.law import Ask, Outcome, rule
from tender_engine.terms import BusinessSize, StageId
from tender_rules.citations import DOCUMENT, perpres
from tender_rules.stages.businesses import Business, InWords, businesses, of_one_fact
from tender_rules.stages.files import BidFile

__all__ = ["BUSINESS_SIZE", "SMALL", "business_size", "is_small", "sizes_said"]

# What `qualification.small` counts as usaha kecil.
SMALL = (BusinessSize.MIKRO, BusinessSize.KECIL, BusinessSize.KOPERASI)


def _size(size: BusinessSize) -> str:
    return size if size is BusinessSize.KOPERASI else f"usaha {size}"


def _reads_sizes(asked: tuple[BusinessSize, ...]) -> str:
    return f"Kualifikasi usaha: {', '.join(_size(size) for size in BusinessSize if size in asked)}"


def sizes_said(sizes: Iterable[BusinessSize]) -> str:
    """Sizes in one line, any of which will do."""
    return " atau ".join(sorted(map(_size, sizes)))


BUSINESS_SIZE: Check[tuple[BusinessSize, ...], BusinessSize] = Check(
    "business_size",
    StageId.EVALUASI_KUALIFIKASI,
    Words("kualifikasi usaha", "size of the business"),
    demand=ListOf(Choice(BusinessSize), least=1),
    fact=Choice(BusinessSize),
    hint="mis. kecil; menengah",
    reads=_reads_sizes,
    of_each=True,
    on_business=True,
    examples=Examples(
        asked=((BusinessSize.KECIL, BusinessSize.MENENGAH),),
        met=(BusinessSize.KECIL, BusinessSize.MENENGAH),
        unmet=(BusinessSize.BESAR,),
    ),
)
_SAID = InWords(
    "Kualifikasi usaha bukan yang diminta",
    "Kualifikasi usaha sesuai",
    "Kualifikasi usaha belum diketahui",
)


@rule(
    "qualification.business_size",
    "Kualifikasi usaha",
    DOCUMENT,
    perpres("Pasal 17 ayat (1)"),
    since="2018-03-22",
    check=BUSINESS_SIZE,
)
def business_size(file: BidFile, ask: Ask) -> Outcome | None:
    """The business is of a size that the tender is for."""
    sizes = file.asked.of(BUSINESS_SIZE)
    if sizes is None:
        return None
    whose = businesses(file, ask)
    found = of_one_fact(file, whose, BUSINESS_SIZE, lambda size: size in sizes, _SAID)
    if found.verdict is Verdict.GUGUR:
        offered = {size for b in whose if (size := b.known(BUSINESS_SIZE)) and size not in sizes}
        words = f"; diminta {sizes_said(sizes)}, yang menawar {sizes_said(offered)}"
        found = evolve(found, reason=found.reason + words)
    return evolve(found, facts={"diminta": sorted(sizes), **found.facts})


def is_small(business: Business, ask: Ask) -> bool | None:
    """Whether what the law says of usaha kecil holds for `business`; `None` if its size is unknown.

    That it holds for usaha mikro and koperasi alike no text that was read says.
    """
    size = business.known(BUSINESS_SIZE)
    if size is None:
        return None
    if size in SMALL and size is not BusinessSize.KECIL:
        ask.text("qualification.small")
    return size in SMALL
