"""Why a bid stands where it stands: each method's provision, with the figures that it takes.

The plain lowest price needs no word more than its place.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender_engine.evaluation import Rank, Score
from tender_engine.law import Ask, Outcome, Rule, passes, rule
from tender_engine.model import Tender
from tender_engine.numbers import fraction_said
from tender_engine.terms import Envelope, Method, StageId
from tender_rules.citations import perpres, secondary
from tender_rules.words import rupiah, score

__all__ = ["BY_METHOD", "OrderFile"]

# A slide is all that was read of who comes first under three methods of a Seleksi.
_SLIDES = "Paparan metode evaluasi Jasa Konsultansi"
_PRICES = {
    "harga_terkoreksi": "harga terkoreksi",
    "harga_reverse_auction": "harga hasil reverse auction",
    "hea": "HEA",
}


@frozen
class OrderFile:
    """A bid in the order: its place, its scores and its corrected total.

    `places` are the decimals that part its score from those of others.
    """

    tender: Tender
    rank: Rank
    score: Score | None
    total: Decimal | None
    places: int = 2


def _weighed(file: OrderFile) -> Outcome | None:
    """Both scores under their weights."""
    found = file.score
    if found is None or found.combined is None:
        return None
    asks = file.tender.asks
    return passes(
        f"Peringkat {file.rank.rank} dengan nilai akhir {score(found.combined, file.places)}",
        nilai_teknis=found.technical,
        bobot_teknis=fraction_said(asks(StageId.EVALUASI_TEKNIS).weight or Fraction(0)),
        nilai_harga=found.price,
        bobot_harga=fraction_said(asks(StageId.EVALUASI_HARGA).weight or Fraction(0)),
        nilai_akhir=found.combined,
    )


@rule(
    "order.sistem_nilai",
    "Peringkat menurut Sistem Nilai",
    perpres("Pasal 39 ayat (2)"),
    since="2018-03-22",
)
def merit(file: OrderFile, ask: Ask) -> Outcome | None:
    """Technical and price count together; the highest sum under their weights comes first."""
    ask.text("scores.price_formula_sistem_nilai")
    ask.decimal("weights.sistem_nilai_technical_least")
    ask.decimal("weights.sistem_nilai_technical_most")
    if file.tender.envelope is Envelope.DUA_TAHAP:
        ask.text("scores.after_equalization")
    return _weighed(file)


@rule(
    "order.kualitas_biaya",
    "Peringkat menurut Kualitas dan Biaya",
    perpres("Pasal 42 ayat (2)"),
    since="2018-03-22",
)
def quality_and_cost(file: OrderFile, ask: Ask) -> Outcome | None:
    """Quality and cost count together; the highest sum under their weights comes first."""
    ask.text("scores.price_formula")
    ask.decimal("weights.kualitas_biaya_technical_least")
    ask.decimal("weights.kualitas_biaya_technical_most")
    return _weighed(file)


def _by_technical(file: OrderFile) -> Outcome | None:
    found = file.score
    if found is None or found.technical is None:
        return None
    shown = score(found.technical, file.places)
    words = f"Peringkat {file.rank.rank} dengan nilai teknis {shown}"
    return passes(words, nilai_teknis=found.technical)


@rule(
    "order.kualitas",
    "Peringkat menurut Kualitas",
    perpres("Pasal 42 ayat (3)"),
    secondary(_SLIDES, "metode Kualitas"),
    since="2018-03-22",
)
def quality(file: OrderFile, ask: Ask) -> Outcome | None:
    """The best technical score comes first, whatever it costs."""
    return _by_technical(file)


@rule(
    "order.pagu_anggaran",
    "Peringkat menurut Pagu Anggaran",
    perpres("Pasal 42 ayat (4)"),
    secondary(_SLIDES, "metode Pagu Anggaran"),
    since="2018-03-22",
)
def within_budget(file: OrderFile, ask: Ask) -> Outcome | None:
    """Among costs within the budget the best technical score comes first."""
    return _by_technical(file)


def _by_price(file: OrderFile) -> Outcome | None:
    figure, by = file.rank.figure, file.rank.by
    if file.total is None or not isinstance(figure, Decimal):
        return None
    words = f"Peringkat {file.rank.rank} dengan {_PRICES.get(by, by)} {rupiah(figure)}"
    facts = {"harga_terkoreksi": file.total, by: figure}
    return passes(words, **facts, nilai_teknis=_technical(file))


def _technical(file: OrderFile) -> Fraction | None:
    return file.score.technical if file.score else None


@rule(
    "order.biaya_terendah",
    "Peringkat menurut Biaya Terendah",
    perpres("Pasal 42 ayat (5)"),
    secondary(_SLIDES, "metode Biaya Terendah"),
    since="2018-03-22",
)
def lowest_cost(file: OrderFile, ask: Ask) -> Outcome | None:
    """Among those over the threshold the lowest corrected cost comes first."""
    return _by_price(file)


@rule(
    "order.harga_terendah_ambang_batas",
    "Peringkat menurut Harga Terendah Ambang Batas",
    perpres("Pasal 39 ayat (4)"),
    since="2018-03-22",
)
def lowest_over_threshold(file: OrderFile, ask: Ask) -> Outcome | None:
    """Among those over the technical threshold the lowest corrected price comes first."""
    return _by_price(file)


@rule(
    "order.umur_ekonomis",
    "Peringkat menurut Biaya Selama Umur Ekonomis",
    perpres("Pasal 39 ayat (3)"),
    since="2018-03-22",
)
def life_cycle(file: OrderFile, ask: Ask) -> Outcome | None:
    """The lowest cost over the life comes first."""
    cost = file.rank.figure
    if not isinstance(cost, Decimal):
        return None
    ask.text("umur_ekonomis.discounting")
    words = f"Peringkat {file.rank.rank} dengan biaya selama umur ekonomis {rupiah(cost)}"
    return passes(words, biaya_umur_ekonomis=cost, harga_terkoreksi=file.total)


BY_METHOD: Mapping[Method, Rule[OrderFile]] = {
    Method.SISTEM_NILAI: merit,
    Method.KUALITAS_BIAYA: quality_and_cost,
    Method.KUALITAS: quality,
    Method.PAGU_ANGGARAN: within_budget,
    Method.BIAYA_TERENDAH: lowest_cost,
    Method.HARGA_TERENDAH_AMBANG_BATAS: lowest_over_threshold,
    Method.UMUR_EKONOMIS: life_cycle,
}
