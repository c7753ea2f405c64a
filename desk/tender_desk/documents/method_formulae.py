"""The formulas that a method of evaluation brings: scores, their sum, and the order."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tender_desk.documents.view import View
from tender_engine.law import Ask
from tender_engine.numbers import ZERO
from tender_engine.terms import Method, StageId
from tender_rules.procurement_kind import WEIGHED, WEIGHED_STAGES
from tender_rules.stages.preference import least_commitment
from tender_rules.words import number, weight

__all__ = ["Computation", "ordering", "totals"]

# What is computed, how, and the provision.
Computation: TypeAlias = tuple[str, str, str]

_PRICE_FORMULAS = {
    Method.SISTEM_NILAI: "scores.price_formula_sistem_nilai",
    Method.KUALITAS_BIAYA: "scores.price_formula",
}
_PRICE = "harga penawaran terkoreksi"
_LOWEST = f"dari {_PRICE} terendah ke tertinggi, di antara peserta yang "
_PASSED = "lulus evaluasi harga"
_REACHED = f"mencapai ambang batas nilai teknis dan {_PASSED}"
_BEST = "dari nilai teknis tertinggi ke terendah"
_HIGHEST = "dari nilai akhir tertinggi ke terendah, di antara peserta yang "

# The order that each method brings, with its provision.
_ORDERS: Mapping[Method, tuple[str, str]] = {
    Method.HARGA_TERENDAH_SISTEM_GUGUR: (_LOWEST + _PASSED, "Pasal 39 ayat (4)"),
    Method.HARGA_TERENDAH_AMBANG_BATAS: (_LOWEST + _REACHED, "Pasal 39 ayat (4)"),
    Method.SISTEM_NILAI: (_HIGHEST + _PASSED, "Pasal 39 ayat (2)"),
    Method.UMUR_EKONOMIS: (
        f"dari biaya selama umur ekonomis terendah ke tertinggi, di antara peserta yang {_PASSED}",
        "Pasal 39 ayat (3)",
    ),
    Method.KUALITAS_BIAYA: (_HIGHEST + _PASSED, "Pasal 42 ayat (2)"),
    Method.KUALITAS: (
        (
            f"{_BEST}; penawaran biaya dibuka menurut peringkat, peserta berikutnya hanya apabila "
            "negosiasi dengan seluruh peringkat di atasnya tidak mencapai kesepakatan"
        ),
        "Pasal 42 ayat (3)",
    ),
    Method.PAGU_ANGGARAN: (
        (
            f"{_BEST}, di antara peserta yang biaya penawaran terkoreksinya tidak melebihi Pagu "
            "Anggaran"
        ),
        "Pasal 42 ayat (4)",
    ),
    Method.BIAYA_TERENDAH: (_LOWEST + _REACHED, "Pasal 42 ayat (5)"),
}


def totals(view: View, stage: StageId) -> Iterator[Computation]:
    """How the scores of a panel at `stage` become one, and which threshold it has to reach."""
    asked = view.package.tender.asks(stage)
    if not any(criterion.scored for criterion in asked.criteria):
        return
    name = view.words.said("stage.score", stage)
    yield (
        name.capitalize(),
        (
            "jumlah seluruh (bobot kriteria × rata-rata nilai seluruh anggota Pokja Pemilihan ÷ "
            "nilai tertinggi kriteria); tanpa pembulatan"
        ),
        view.document(),
    )
    limits = []
    if asked.threshold is not None:
        limits.append(f"{name} paling sedikit {number(asked.threshold)}")
    if any(criterion.threshold is not None for criterion in asked.criteria):
        limits.append("rata-rata nilai setiap kriteria paling sedikit ambang batas kriteria itu")
    if limits:
        yield f"Ambang batas {name}", " dan ".join(limits), view.document()


def ordering(view: View) -> Iterator[Computation]:
    """The figure by which bids are ordered, and the order."""
    method = view.package.tender.method
    if method in WEIGHED:
        yield from _weighed(view, method)
    if view.preferred:
        yield _preference(view)
    if method is Method.UMUR_EKONOMIS:
        yield _life_cycle(view)
    if method is Method.PAGU_ANGGARAN:
        limit = view.money(view.package.tender.pagu)
        words = f"biaya penawaran terkoreksi paling tinggi Pagu Anggaran, yaitu {limit}"
        yield "Batas Pagu Anggaran", words, view.article("Pasal 42 ayat (4)")
    words, article = _ORDERS[method]
    basis = view.article(article)
    if view.preferred and _PRICE in words:
        words = words.replace(_PRICE, "HEA")
        basis = f"{basis}; {view.value_cited('preference.order')}"
    if any(price.reverse_auction_total is not None for price in view.evaluation.prices):
        words = words.replace(_PRICE, "harga hasil reverse auction")
    if method is Method.KUALITAS:
        basis = f"{basis}; {view.value_cited('unsealing.in_turn')}"
    yield "Urutan peringkat", view.kind.said(words), basis


def _weighed(view: View, method: Method) -> Iterator[Computation]:
    """The price score, and both scores under the weights of the document."""
    asks, said = view.package.tender.asks, view.kind.said
    technical, price = (weight(asks(stage).weight) for stage in WEIGHED_STAGES)
    compared = "HEA" if view.preferred else _PRICE
    yield (
        said("Nilai harga"),
        said(
            f"100 × {compared} terendah di antara peserta yang lulus evaluasi harga ÷ {compared} "
            "peserta; tanpa pembulatan"
        ),
        view.value_cited(_PRICE_FORMULAS[method]),
    )
    words = said(f"{technical} × nilai teknis + {price} × nilai harga; tanpa pembulatan")
    yield "Nilai akhir", words, f"{view.document()}; {view.article(_ORDERS[method][1])}"


def _preference(view: View) -> Computation:
    """How a price counts in the order where domestic content is preferred."""
    tender = view.package.tender
    rate = number(tender.asks(StageId.EVALUASI_HARGA).tkdn_preference or ZERO)
    limit = least_commitment(tender, Ask(view.evaluation.law))
    if limit is None:
        least = f"TKDN paling rendah {view.value_said('preference.least_tkdn')}"
    else:
        least = f"komitmen TKDN paling rendah {number(limit)}% menurut Dokumen Pemilihan"
    words = (
        f"HEA = (1 − KP) × harga penawaran setelah koreksi aritmatik, dengan KP = TKDN × {rate}% "
        f"apabila {least}, selain itu nol; dengan TKDN per baris, setiap baris barang dikurangi "
        "KP × harga barisnya beserta PPN; tanpa pembulatan"
    )
    return "Preferensi harga", words, view.value_cited("preference.formula")


def _life_cycle(view: View) -> Computation:
    years = view.package.tender.asks(StageId.EVALUASI_HARGA).operating_years
    period = f" selama {years} tahun" if years else ""
    words = (
        f"{'HEA' if view.preferred else _PRICE} + jumlah biaya operasional{period} + jumlah biaya "
        f"pemeliharaan{period} − nilai sisa; tanpa diskonto"
    )
    article = view.article("Pasal 39 ayat (3)")
    basis = f"{article}; {view.value_cited('umur_ekonomis.discounting')}"
    return "Biaya selama umur ekonomis", words, basis
