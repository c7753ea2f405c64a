"""Preferensi harga: what domestic content (TKDN) brings a bid, as Pasal 67 has it.

The order follows the *Hasil Evaluasi Akhir* (HEA); the contract is at the price that was bid.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from tender_engine.findings import Notice, natural
from tender_engine.law import Ask, Law, Outcome, passes, rule, waits
from tender_engine.model import HpsLine, Price, Tender
from tender_engine.numbers import ZERO
from tender_engine.terms import Category, Method, StageId
from tender_engine.workflow import Case, once
from tender_rules.citations import perpres, secondary
from tender_rules.stages.files import PriceFile
from tender_rules.stages.offered import breakdown_gap
from tender_rules.words import number, rupiah

__all__ = [
    "Claim",
    "Preference",
    "applies",
    "asks_of_lines",
    "least_commitment",
    "notices",
    "preference",
    "preference_of",
]

_SERVICES_TOO, _AS_A_WHOLE = "barang_dan_jasa", "barang_jasa_lainnya_dan_komitmen"
_BY_BUDGET = "pagu"
_WHOLE_BID = "seluruh penawaran"
_NET, _NOT_COUNTED = "tanpa_ppn", "tidak_diperhitungkan"
_COUNTED_WITH_MORE = (Method.SISTEM_NILAI, Method.UMUR_EKONOMIS)


@frozen
class Claim:
    """A line, or with no `line` the whole bid: its price, its TKDN, and its KP.

    The coefficient (*Koefisien Preferensi*) is a share; nothing below the least TKDN has any.
    """

    line: str | None
    price: Decimal
    tkdn: Decimal
    coefficient: Decimal

    @property
    def reduction(self) -> Decimal:
        """By how much the claim lowers the price in the comparison, in rupiah."""
        return self.coefficient * self.price


@frozen
class Preference:
    """What a bid claims and what it comes to.

    `unknown` are the goods whose TKDN is not known, `unpriced` those of which nobody can tell what
    they cost: a bid without lines, or a lumsum whose breakdown does not make it. `unlimited` are
    works whose document does not say from which commitment on they are preferred.
    """

    total: Decimal
    claims: tuple[Claim, ...] = ()
    unknown: tuple[str, ...] = ()
    unpriced: tuple[str, ...] = ()
    unlimited: bool = False

    @property
    def hea(self) -> Decimal | None:
        """(1 - KP) x HP, by line where TKDN is by line; `None` while something is unknown."""
        if self.unknown or self.unpriced or self.unlimited:
            return None
        return self.total - sum((claim.reduction for claim in self.claims), ZERO)

    @property
    def tkdn(self) -> Decimal | None:
        """The one TKDN of the bid, if it has one."""
        found = {claim.tkdn for claim in self.claims}
        return found.pop() if len(found) == 1 else None


def _rate(tender: Tender) -> Decimal:
    """The preference that the document sets, in percent; zero where it sets none."""
    return tender.asks(StageId.EVALUASI_HARGA).tkdn_preference or ZERO


def _is_whole(tender: Tender, ask: Ask) -> bool:
    """Whether what is procured can be preferred as such, and not only goods within it."""
    goods, services = tender.category is Category.BARANG, tender.category is Category.JASA_LAINNYA
    return goods or _as_a_whole(ask) or (services and _services_too(ask))


def _services_too(ask: Ask) -> bool:
    return ask.text("preference.given_for") == _SERVICES_TOO


def _as_a_whole(ask: Ask) -> bool:
    """Whether goods, services and works are preferred by the one TKDN of the bid, where it has one.

    That of works is what the bidder commits to.
    """
    return ask.text("preference.given_for") == _AS_A_WHOLE


def _is_commitment(tender: Tender, ask: Ask) -> bool:
    return tender.category is Category.PEKERJAAN_KONSTRUKSI and _as_a_whole(ask)


def least_commitment(tender: Tender, ask: Ask) -> Decimal | None:
    """The TKDN that a bidder for works has to commit to for a preference, in percent.

    `None` where the document does not say, and where no commitment counts.
    """
    return tender.asks(StageId.EVALUASI_HARGA).tkdn_least if _is_commitment(tender, ask) else None


def _goods(tender: Tender, ask: Ask) -> Mapping[str, HpsLine]:
    """The lines that a preference may be given for.

    Of goods all lines but those marked otherwise, of everything else those that are marked; where
    services count too, all lines of both.
    """
    whole = _is_whole(tender, ask)
    if not whole:
        ask.text("preference.goods_within")
    both = whole and _services_too(ask)
    lines = sorted(tender.hps.lines or (), key=lambda line: natural(line.id))
    unmarked = tender.category is Category.BARANG
    return {x.id: x for x in lines if both or (unmarked if x.goods is None else x.goods)}


def measured_by_budget(ask: Ask) -> bool:
    """Whether the pagu, and not the HPS, says if a procurement is large enough."""
    return ask.text("preference.measured_by") == _BY_BUDGET


def _large_enough(tender: Tender, ask: Ask) -> bool:
    value = tender.pagu if measured_by_budget(ask) else tender.hps.total
    return value > ask.decimal("preference.above")


def _is_counted(tender: Tender, ask: Ask) -> bool:
    """Whether the method of the tender counts a preference."""
    if tender.method not in _COUNTED_WITH_MORE:
        return True
    return ask.text("preference.other_methods") != _NOT_COUNTED


def applies(tender: Tender, ask: Ask) -> bool:
    """Whether bids of this tender are compared by HEA.

    The document has to set a preference, the procurement lie above the line, and there be goods,
    unless all that is procured is preferred as such.
    """
    if not _rate(tender) or not _large_enough(tender, ask) or not _is_counted(tender, ask):
        return False
    if tender.hps.lines and not _as_a_whole(ask):
        return bool(_goods(tender, ask))
    return _is_whole(tender, ask)


def preference_of(file: PriceFile, ask: Ask) -> Preference | None:
    """What the bid claims; `None` where the tender gives no preference."""
    if not applies(file.tender, ask):
        return None
    if _is_commitment(file.tender, ask) and least_commitment(file.tender, ask) is None:
        return Preference(file.total, unlimited=True)
    goods = _goods(file.tender, ask)
    stated = {x.id: x.tkdn_percent for x in file.price.lines or () if x.id in goods}
    if not _counts_as_one(file, ask, goods, stated):
        return _by_line(file, ask, goods, stated)
    tkdn = file.price.tkdn_percent
    if tkdn is None:
        return Preference(file.total, unknown=(_WHOLE_BID,))
    return Preference(file.total, _claims(file, ask, [(None, file.total, tkdn)]))


def asks_of_lines(tender: Tender, ask: Ask) -> bool:
    """Whether a preference is by line whatever is offered; then what it rests on is asked."""
    by_line = (
        applies(tender, ask)
        and not _as_a_whole(ask)
        and not _may_count_as_one(tender, ask, _goods(tender, ask))
    )
    if by_line:
        _takes_tax(tender, ask)
    return by_line


def _takes_tax(tender: Tender, ask: Ask) -> bool:
    """Whether prices of lines that are preferred have PPN in them."""
    if _as_a_whole(ask) and tender.category is not Category.BARANG:
        ask.text("preference.goods_within")
    ask.text("preference.combined")
    return ask.text("preference.line_price") != _NET


def _counts_as_one(
    file: PriceFile, ask: Ask, goods: Mapping[str, HpsLine], stated: Mapping[str, Decimal | None]
) -> bool:
    """Whether the bid has, or has to state, one TKDN for all that it offers."""
    if _as_a_whole(ask) and file.price.tkdn_percent is not None:
        return True
    by_line = any(tkdn is not None for tkdn in stated.values())
    return _may_count_as_one(file.tender, ask, goods) and not by_line


def _may_count_as_one(tender: Tender, ask: Ask, goods: Mapping[str, HpsLine]) -> bool:
    """Whether one TKDN may stand for every line, so that each bid decides how it states it."""
    every = len(goods) in (0, len(tender.hps.lines or ()))
    return _is_whole(tender, ask) and every


def _by_line(
    file: PriceFile, ask: Ask, goods: Mapping[str, HpsLine], stated: Mapping[str, Decimal | None]
) -> Preference:
    """The preference made line by line; a line that costs nothing needs no TKDN."""
    prices = file.line_prices(vat=_takes_tax(file.tender, ask))
    unpriced = [name for name in goods if not _is_priced(file, ask, name, prices)]
    claimed: list[tuple[str | None, Decimal, Decimal]] = []
    unknown = []
    for name in goods:
        price, tkdn = prices.get(name, ZERO), stated.get(name)
        if not price or name in unpriced:
            continue
        if tkdn is None:
            unknown.append(name)
        else:
            claimed.append((name, price, tkdn))
    claims = _claims(file, ask, claimed)
    return Preference(file.total, claims, tuple(unknown), tuple(unpriced))


def _is_priced(file: PriceFile, ask: Ask, name: str, prices: Mapping[str, Decimal]) -> bool:
    """Whether it can be told what a line costs.

    Of a lumsum its breakdown tells it, unless that makes more than was offered.
    """
    if file.price.lines is None:
        return False
    if name not in file.schedule.fixed:
        return True
    gap = breakdown_gap(file.price, file.schedule, file.total)
    if gap is None or name not in prices:
        return False
    return gap <= 0 or gap < ask.decimal("price.breakdown_within")


def _claims(
    file: PriceFile, ask: Ask, claimed: Sequence[tuple[str | None, Decimal, Decimal]]
) -> tuple[Claim, ...]:
    """What is claimed of each line, or of the whole bid: price and TKDN are what it has."""
    if not claimed:
        return ()
    ask.text("preference.formula")
    whole = claimed[0][0] is None
    least = least_commitment(file.tender, ask) if whole else None
    if least is None:
        least = ask.decimal("preference.least_tkdn")
    rate = _rate(file.tender)
    # Both are percentages: their product is in ten thousandths.
    return tuple(
        Claim(line, price, tkdn, (tkdn * rate).scaleb(-4) if tkdn >= least else ZERO)
        for line, price, tkdn in claimed
    )


@rule(
    "price.preference",
    "Preferensi harga dan Hasil Evaluasi Akhir (HEA)",
    perpres("Pasal 67"),
    secondary("Buku Saku P3DN dalam PBJP", "halaman 42"),
    since="2018-03-22",
    awaits="tkdn",
)
def preference(file: PriceFile, ask: Ask) -> Outcome | None:
    """Bids are compared by HEA = (1 - KP) x HP with KP = TKDN x preference; nothing else changes.

    What a bid claims has to be known of all its goods, a TKDN of nothing included.
    """
    found = preference_of(file, ask)
    if found is None:
        return None
    ask.text("preference.given_for")
    ask.decimal("preference.most")
    ask.text("preference.order")
    ask.text("preference.contract_price")
    clause, rate = file.asked.clauses.get("tkdn_preference"), _rate(file.tender)
    if found.unlimited:
        words = "Komitmen TKDN paling rendah belum diketahui dari Dokumen Pemilihan"
        return waits(words, "batas_komitmen_tkdn", clause, preferensi=rate)
    if found.unpriced:
        words = f"Harga barang belum dapat dirinci pada {', '.join(found.unpriced)}"
        return waits(words, "rincian_harga", clause, preferensi=rate)
    if found.hea is None:
        words = f"TKDN belum diketahui pada {', '.join(found.unknown)}"
        return waits(words, "tkdn", clause, preferensi=rate)
    lines = [claim.line or _WHOLE_BID for claim in found.claims if claim.coefficient]
    return passes(
        f"HEA {rupiah(found.hea)} dengan preferensi {number(rate)}%",
        clause,
        preferensi=rate,
        tkdn="per baris" if found.tkdn is None else found.tkdn,
        baris=", ".join(lines) or "tidak ada",
        harga_penawaran=found.total,
        pengurang=found.total - found.hea,
        hea=found.hea,
    )


@once
def notices(case: Case) -> tuple[Notice, ...]:
    """Why a preference that the document sets is not given, and a limit that nothing reads."""
    return tuple(_notices(case))


def _notices(case: Case) -> Iterator[Notice]:
    tender = case.package.tender
    limit = tender.asks(StageId.EVALUASI_HARGA).tkdn_least
    if limit is not None and not (_rate(tender) and _is_commitment(tender, case.ask)):
        words = "Komitmen TKDN paling rendah dalam dokumen tidak dipakai pada tender ini."
        yield Notice("BATAS_KOMITMEN_TKDN_TIDAK_DIPAKAI", words, audience="internal")
    if not _rate(tender) or applies(tender, case.ask):
        return
    code, why = "PREFERENSI_TANPA_BARANG", "tidak ada baris HPS yang ditandai barang"
    if not _large_enough(tender, case.ask):
        code, why = "PREFERENSI_TIDAK_BERLAKU", "nilai pengadaan tidak di atas batasnya (Pasal 67)"
    elif not _is_counted(tender, case.ask):
        code, why = "PREFERENSI_TIDAK_BERLAKU", "menurut dokumen metode ini tidak memakainya"
    yield Notice(code, f"Preferensi harga tidak diberikan: {why}.", audience="publik")


def unknown_tkdn(bidder: str, found: Preference | None) -> Iterator[Notice]:
    """Which lines the Pokja has to ask about before bids can be compared."""
    if found is not None and found.unknown:
        words = f"TKDN belum diketahui pada {', '.join(found.unknown)}."
        yield Notice("TKDN_BELUM_DIKETAHUI", words, bidder)


def stated_twice(bidder: str, price: Price, law: Law) -> Iterator[Notice]:
    """That a bid states its TKDN by line and for the whole, and which of both is taken."""
    if price.tkdn_percent is None:
        return
    if all(line.tkdn_percent is None for line in price.lines or ()):
        return
    taken = _WHOLE_BID if law.value("preference.given_for").value == _AS_A_WHOLE else "per baris"
    words = f"TKDN dinyatakan per baris dan secara keseluruhan; yang dipakai TKDN {taken}."
    yield Notice("TKDN_DINYATAKAN_DUA_KALI", words, bidder)
