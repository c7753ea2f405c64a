"""The size of a business: what a document asks of it, and what other checks depend on."""

from tender_engine.declared import Check, Examples, Words
from tender_engine.formats.containers import ListOf
from tender_engine.formats.shapes import Choice
from tender_engine.terms import BusinessSize, StageId

__all__ = ["BUSINESS_SIZE"]


def _reads_sizes(asked: tuple[BusinessSize, ...]) -> str:
    return "Kualifikasi usaha: " + ", ".join(
        size if size == "koperasi" else f"usaha {size}" for size in BusinessSize if size in asked
    )


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
