"""The stage koreksi aritmatik: one price record a bidder, its findings, and what to ask about."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tender_engine.declared import StageWords, Words
from tender_engine.evaluation import PriceResult
from tender_engine.findings import Notice
from tender_engine.model import Participant, Price
from tender_engine.numbers import ZERO, percent_of, with_vat
from tender_engine.terms import CorrectedBy, StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.stages.arithmetic import OF_NO_CELL, RULES, CorrectionFile
from tender_rules.stages.bonds import bond_of
from tender_rules.stages.corrected import corrected_of, schedule_of
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.offered import breakdown_gap, offered_by
from tender_rules.stages.schedule import Corrected, corrections_in
from tender_rules.words import rupiah

__all__ = ["arithmetic"]

_STAGE = StageId.KOREKSI_ARITMATIK


def _decide(case: Case, bidder: Participant) -> Decision:
    tender = case.package.tender
    price = case.price(bidder.id)
    case.notice_once(_estimate_notices)
    corrected, needs = corrected_of(case, bidder.id)
    for notice in _notices(case, bidder, price, corrected):
        case.notice(notice)
    file = CorrectionFile(price, tender.contract, tender.asks(_STAGE), corrected, needs)
    found = apply_rules(case, _STAGE, bidder, RULES if file.rows else OF_NO_CELL, file)
    return decide_by(found, met=_met(corrected), price=_record(case, bidder, price, corrected))


def _estimate_notices(case: Case) -> Iterator[Notice]:
    """The estimate's lines need not make its total: a rounded one is common and governs."""
    hps, schedule = case.package.tender.hps, schedule_of(case)
    nets: dict[Decimal, Decimal] = defaultdict(Decimal)
    for line in hps.lines or ():
        nets[schedule.rate(line.id)] += line.volume * line.unit_price
    made = sum((with_vat(net, rate) for rate, net in nets.items()), ZERO)
    if nets and made != hps.total:
        words = f"Rincian HPS beserta PPN berjumlah {rupiah(made)}, bukan {rupiah(hps.total)}"
        yield Notice("RINCIAN_HPS_BERBEDA", f"{words}; nilai total HPS yang berlaku.")


def _met(corrected: Corrected | None) -> str:
    changed = corrections_in(corrected.rows) if corrected else ()
    return f"Dikoreksi pada {len(changed)} sel." if changed else "Tidak ada koreksi."


def _record(
    case: Case, bidder: Participant, price: Price | None, corrected: Corrected | None
) -> PriceResult | None:
    if price is None:
        return None
    if corrected is None:
        return PriceResult(bidder.id, price.stated_total, None, None, None)
    hps = case.package.tender.hps.total
    total = corrected.total
    return PriceResult(
        participant=bidder.id,
        stated_total=price.stated_total,
        corrected_total=total,
        final_total=total,
        percent_of_hps=percent_of(total, hps),
        corrections=tuple(corrected.rows),
        performance_bond=bond_of(case, total),
    )


def _notices(
    case: Case, bidder: Participant, price: Price | None, corrected: Corrected | None
) -> Iterator[Notice]:
    """What the correction noticed and the Pokja should ask the bidder about."""
    if price is None or corrected is None:
        return
    lists = (
        ("HARGA_SATUAN_KOSONG", "Harga satuan kosong, untuk diklarifikasi", corrected.blank),
        (
            "BARIS_TIDAK_DITAWARKAN",
            "Baris tidak dicantumkan, untuk diklarifikasi",
            corrected.missing,
        ),
        ("BARIS_TAMBAHAN", "Baris di luar Dokumen Pemilihan, untuk diklarifikasi", corrected.extra),
        (
            "TARIF_PPN_BERBEDA",
            "Tarif PPN berbeda dari Dokumen Pemilihan",
            corrected.other_rate or _whole_rate(case, price),
        ),
    )
    for code, words, lines in lists:
        if lines:
            yield Notice(code, f"{words}: {', '.join(lines)}.", bidder.id)
    yield from _compared_totals(case, bidder, price, corrected)


def _whole_rate(case: Case, price: Price) -> list[str]:
    """Where no line is multiplied, the rate of the bid as a whole is what can differ."""
    schedule = schedule_of(case)
    multiplied = price.lines is not None and schedule.wanted
    if multiplied or offered_by(price, schedule).general == schedule.general:
        return []
    return ["seluruh harga"]


def _compared_totals(
    case: Case, bidder: Participant, price: Price, corrected: Corrected
) -> Iterator[Notice]:
    ready = price.corrected_total
    if ready is not None and ready != corrected.total:
        by = "Pokja Pemilihan" if price.corrected_by is CorrectedBy.POKJA else "SPSE"
        words = f"menurut {by} {rupiah(ready)}, menurut evaluasi ini {rupiah(corrected.total)}"
        # Bidders see the portal's own figure, so the public record has to say why its is another.
        told = f"Total terkoreksi berbeda: {words}."
        yield Notice("KOREKSI_BERBEDA", told, bidder.id, audience="publik")
    listed = price.schedule_total
    if listed is not None and listed != price.stated_total:
        words = f"surat penawaran {rupiah(price.stated_total)}, daftar {rupiah(listed)}"
        yield Notice("TOTAL_BERBEDA", f"Dua total yang dinyatakan berbeda: {words}.", bidder.id)
    binds = price.stated_total
    if listed is not None and any(row.rule == "correction.binding" for row in corrected.rows):
        binds = listed
    if breakdown_gap(price, schedule_of(case), binds):
        words = "Rincian lumsum tidak berjumlah harga lumsum; harga tidak dihitung dari rinciannya."
        yield Notice("RINCIAN_LUMSUM_BERBEDA", words, bidder.id)


arithmetic = Stage(
    _STAGE,
    StageWords(
        Words("Koreksi aritmatik", "Arithmetic correction (koreksi aritmatik)"),
        Words("Koreksi", "Correct"),
        passed=Words("Diteruskan", "Passed on"),
    ),
    _decide,
    rules=RULES,
)
