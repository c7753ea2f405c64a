"""The formulas of a record, in words, each with its provision."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from tender_desk.documents.capacity_formulae import capacities
from tender_desk.documents.method_formulae import Computation, ordering, totals
from tender_desk.documents.outcome import bond_basis
from tender_desk.documents.view import View
from tender_desk.documents.wording import text_of
from tender_engine.findings import DOCUMENT
from tender_engine.model import Requirements
from tender_engine.terms import FIXED_PRICE, Category, Contract, Rounding, StageId

__all__ = ["formulae"]

_REPEAT = "qualification.repeat_from_round"


def formulae(view: View) -> Iterator[Computation]:
    """Each computation of this record with its formula and its provision."""
    yield from capacities(view)
    if view.kind.listing:
        yield from _of_list(view)
    else:
        yield from _of_bids(view)


def _of_list(view: View) -> Iterator[Computation]:
    yield from totals(view, StageId.EVALUASI_KUALIFIKASI)
    again = view.package.tender.qualification_round >= _number(view, _REPEAT)
    least = "qualification.least_passing_repeat" if again else "qualification.least_passing"
    words = (
        f"dilanjutkan apabila peserta yang lulus paling sedikit {view.value_said(least)} peserta"
    )
    basis = view.value_cited(least)
    if again:
        one = "qualification.direct_appointment_at"
        words += f"; apabila hanya {view.value_said(one)} peserta, dilanjutkan Penunjukan Langsung"
        basis = f"{basis}; {view.value_cited(one)}"
    yield "Jumlah peserta yang lulus", words, basis
    if view.kind.seleksi:
        most = "qualification.shortlist_most"
        words = f"paling banyak {view.value_said(most)} peserta, dari nilai kualifikasi tertinggi"
        yield "Daftar pendek", words, view.value_cited(most)


def _of_bids(view: View) -> Iterator[Computation]:
    tender = view.package.tender
    yield "Koreksi aritmatik", view.kind.said(_correction(view)), _correction_basis(view)
    if view.has(StageId.PENAWARAN_DIEVALUASI):
        yield "Penawaran yang dievaluasi", *_pool(view, tender.asks(StageId.PENAWARAN_DIEVALUASI))
    if not view.kind.seleksi:
        yield _limit(view, "Batas tertinggi penawaran", "paling tinggi", "price.ceiling_share")
        yield _limit(
            view,
            "Evaluasi kewajaran harga",
            "dinilai apabila kurang dari",
            "price.fairness_below_share",
            _offered(view),
        )
    yield from totals(view, StageId.EVALUASI_TEKNIS)
    yield from ordering(view)
    if view.kind.seleksi:
        if view.evaluation.failure is not None:
            return
        limit = f"paling tinggi nilai total HPS, yaitu {view.money(tender.hps.total)}"
        yield "Batas hasil negosiasi", limit, view.value_cited("negotiation.ceiling")
        return
    if view.package.tender.category is Category.PEKERJAAN_KONSTRUKSI:
        yield _appeal(view)
    if view.evaluation.stage(StageId.NEGOSIASI).verdicts:
        limit = "paling tinggi harga penawaran terkoreksi"
        yield "Batas hasil negosiasi", limit, view.value_cited("negotiation.one_bid_ceiling")
    yield "Jaminan pelaksanaan", _performance(view), bond_basis(view)


def _appeal(view: View) -> Computation:
    """What an appeal has to be backed with; only works know one."""
    share = "bond.appeal_share"
    amount = view.package.tender.hps.total * _number(view, share)
    words = f"{view.value_said(share)} × nilai total HPS, yaitu {view.money(amount)}"
    return "Jaminan sanggah banding", words, view.value_cited(share)


def _number(view: View, param: str) -> Decimal:
    return Decimal(view.value(param).value)


def _limit(
    view: View, title: str, how: str, param: str, priced: str = "harga penawaran terkoreksi"
) -> Computation:
    """A line drawn through corrected totals at a share of the HPS, with its amount."""
    amount = view.package.tender.hps.total * _number(view, param)
    words = f"{priced} {how} {view.value_said(param)} × nilai total HPS, yaitu {view.money(amount)}"
    return title, words, view.value_cited(param)


def _pool(view: View, asked: Requirements) -> tuple[str, str]:
    if asked.lowest is None:
        return "seluruh penawaran yang masuk", view.document()
    said = (
        f"{asked.lowest} penawaran terendah setelah koreksi aritmatik; bila ada yang gugur, "
        "penawar terendah berikutnya dievaluasi"
    )
    return said, view.document(asked.clause)


def _vat(view: View) -> str:
    """Whose PPN rate a corrected line takes."""
    if view.value("correction.vat_rate").value == "penawaran":
        return "PPN menurut tarif penawaran"
    if view.package.tender.hps.vat_base is not None:
        return f"PPN {view.vat()} menurut tarif Dokumen Pemilihan"
    return f"PPN menurut tarif Dokumen Pemilihan, yaitu {view.vat()}"


def _correction(view: View) -> str:
    tender = view.package.tender
    vat = _vat(view)
    product = "jumlah seluruh (volume menurut Dokumen Pemilihan × harga satuan penawaran)"
    months = product.replace("volume", "volume × orang-bulan")
    said = {
        Contract.HARGA_SATUAN: f"harga terkoreksi = {product} + {vat}; harga satuan yang "
        "ditawarkan tidak diubah",
        Contract.WAKTU_PENUGASAN: f"harga terkoreksi = {months} + {vat}; harga satuan yang "
        "ditawarkan tidak diubah",
        Contract.GABUNGAN: f"harga terkoreksi = bagian harga satuan ({product}) + bagian lumsum "
        f"sebagaimana ditawarkan + {vat}; harga satuan yang ditawarkan tidak diubah",
    }.get(
        tender.contract,
        "harga terkoreksi = total harga yang ditawarkan; volume dan jenis pekerjaan disesuaikan "
        "dengan Dokumen Pemilihan tanpa mengubah total",
    )
    rounding = tender.asks(StageId.KOREKSI_ARITMATIK).rounding
    if rounding is not Rounding.NONE:
        return f"{said}; total terkoreksi dibulatkan ke {rounding} terdekat"
    return f"{said}; tanpa pembulatan"


def _correction_basis(view: View) -> str:
    """What the correction of these bids rests on: articles, and texts that have none.

    The text of the formula stands there whether or not it changed a bid.
    """
    lumpsum = view.package.tender.contract in FIXED_PRICE
    formula = "correction.lumsum" if lumpsum else "correction.product"
    stage = StageId.KOREKSI_ARITMATIK
    law, stages = view.evaluation.law, view.evaluation.basis.stages
    rules = chain.from_iterable(said.rules for said in stages if said.id is stage)
    cites = [law.cite_all(rule.cites) for rule in rules if rule.id == formula]
    for verdict in view.evaluation.stage(stage).verdicts:
        cites += [finding.citations for finding in verdict.findings]
    named = sorted(
        text_of(c.instrument, c.article)
        if c.article.startswith("Pasal") or c.instrument == DOCUMENT
        else c.instrument
        for c in map(view.outside, chain.from_iterable(cites))
    )
    return "; ".join(dict.fromkeys([view.document(), *named]))


def _offered(view: View) -> str:
    """What a bid stands at when it is looked at: its corrected total, or an auction's."""
    auctioned = any(x.reverse_auction_total is not None for x in view.evaluation.prices)
    return "harga hasil reverse auction" if auctioned else "harga penawaran terkoreksi"


def _performance(view: View) -> str:
    above = view.value_said("bond.performance_above")
    share = view.value_said("bond.performance_share")
    line = view.value_said("bond.performance_from_share")
    return (
        f"untuk nilai kontrak di atas {above}: {share} × nilai kontrak apabila {_offered(view)} "
        f"paling sedikit {line} dari nilai total HPS; {share} × nilai total HPS apabila kurang "
        "dari itu"
    )
