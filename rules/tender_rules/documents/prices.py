"""The prices of the bids that were opened: stated, corrected, final, and what was corrected."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from tender.evaluation import Correction, PriceResult, StageVerdict
from tender.findings import Finding, Verdict, natural
from tender.numbers import ZERO
from tender.terms import StageId
from tender_rules.documents.blocks import Block, Paragraph, Subheading, table
from tender_rules.documents.view import View
from tender_rules.documents.wording import NOT_KNOWN
from tender_rules.stages.preference import preference
from tender_rules.stages.price import life_cycle
from tender_rules.words import number

__all__ = ["prices"]

# How a bid is told that no correction touched.
_UNTOUCHED = {
    "Tidak dikoreksi": Verdict.LULUS,
    "Koreksi aritmatik belum dapat diselesaikan": Verdict.BELUM_DINILAI,
}
_REMARKS = ("correction.binding", "correction.vat_rate")
_HEA = ("harga_penawaran", "pengurang", "hea")
_COSTS = ("total_terkoreksi", "biaya_operasional", "biaya_pemeliharaan")


def prices(view: View, *, final: bool = True) -> tuple[Block, ...]:
    """The price of every opened bid as stated, corrected and final, and what was corrected.

    Of a bid that stays closed only that is told. Minutes that are written before any talks leave
    out what they come to: then `final` is false.
    """
    said = view.kind.said
    rows = [
        _price_row(view, name, view.evaluation.price(name), final=final)
        for name in view.evaluation.stage(_opening(view)).of(Verdict.LULUS)
    ]
    closed = tuple(_closed(view))
    if not rows:
        return (Paragraph(said(_none_opened(view))), *closed)
    # What talks or an auction change is the last amount, and not the share.
    later = view.kind.seleksi or any(
        x.final_total != x.corrected_total for x in view.evaluation.prices if final
    )
    share = "Terkoreksi terhadap HPS" if later else "Terhadap HPS"
    auctioned = ["Hasil reverse auction"] if _auctioned(view) else []
    last = ["Harga akhir"] if final else []
    columns = ("Harga penawaran", "Harga terkoreksi", *auctioned, *last, share)
    headers = {"Nama peserta": "<"} | {said(column): ">" for column in columns}
    return (
        Paragraph(said("Seluruh harga di bawah ini termasuk PPN.")),
        table(headers, rows),
        *closed,
        *_preferred(view),
        *_life_cycle(view),
        Subheading("Koreksi aritmatik"),
        *_corrected(view),
    )


def _none_opened(view: View) -> str:
    if _opening(view) is StageId.PEMBUKAAN:
        return "Tidak ada penawaran yang dibuka."
    when = "Belum" if view.evaluation.state == "menunggu" else "Tidak"
    return f"{when} ada dokumen penawaran harga yang dibuka."


def _opening(view: View) -> StageId:
    """The stage that opens prices: with the bids, or later where they came apart."""
    later = StageId.PEMBUKAAN_HARGA
    return later if view.has(later) else StageId.PEMBUKAAN


def _closed(view: View) -> Iterator[Paragraph]:
    """Whose price was not opened: not any more, or not yet."""
    opened = view.evaluation.stage(_opening(view)).of(Verdict.LULUS)
    handed_in = view.evaluation.stage(StageId.PEMBUKAAN).of(Verdict.LULUS)
    closed = [name for name in handed_in if name not in opened]
    for words, over in (("tidak dibuka", True), ("belum dibuka", False)):
        these = [name for name in closed if _is_over(view, name) is over]
        if these:
            what = view.kind.said("Dokumen penawaran harga")
            yield Paragraph(f"{what} {words}: {view.all_of(these)}.")


def _is_over(view: View, name: str) -> bool:
    """Whether nothing can open it any more, as far as the evaluation goes."""
    verdicts = (found.verdict for _, found in view.evaluation.verdicts_of(name))
    return view.evaluation.state != "menunggu" or Verdict.GUGUR in verdicts


def _auctioned(view: View) -> bool:
    return any(price.reverse_auction_total is not None for price in view.evaluation.prices)


def _preferred(view: View) -> Iterator[Block]:
    """What each bid counts as in the order where a preference is given; lines stay inside."""
    rows = [
        (
            view.who(found.participant),
            _tkdn(view, found.participant, finding.facts),
            *(view.money(Decimal(finding.facts[fact])) for fact in _HEA),
        )
        for found in view.evaluation.stage(StageId.EVALUASI_HARGA).verdicts
        for finding in found.findings
        if finding.rule == preference.id and "hea" in finding.facts
    ]
    headers = {
        "Nama peserta": "<",
        "TKDN": ">",
        "Harga setelah koreksi": ">",
        "Pengurang": ">",
        "HEA": ">",
    }
    if rows:
        yield Subheading("Preferensi harga")
        yield table(headers, rows)
        yield Paragraph(
            "HEA hanya menentukan urutan; nilai kontrak tetap sebesar harga penawaran setelah "
            f"koreksi aritmatik. Dasar: {view.value_cited('preference.contract_price')}."
        )


def _tkdn(view: View, name: str, facts: Mapping[str, str]) -> str:
    """The one TKDN of a bid; by line only inside, for with the HEA it would tell unit prices."""
    said = facts["tkdn"]
    if said[:1].isdigit():
        return f"{number(Decimal(said))}%"
    if not view.internal:
        return said
    lines = sorted(view.bids[name].lines or (), key=lambda line: natural(line.id))
    stated = [f"{x.id} {number(x.tkdn_percent)}%" for x in lines if x.tkdn_percent is not None]
    return "; ".join(stated) or said


def _life_cycle(view: View) -> Iterator[Block]:
    """What each opened bid costs over its life, where that is what bids are compared by."""
    rows = [
        _costs(view, found.participant, finding)
        for found in view.evaluation.stage(StageId.EVALUASI_HARGA).verdicts
        for finding in found.findings
        if finding.rule == life_cycle.id and "nilai_sisa" in finding.facts
    ]
    headers = {
        "Nama peserta": "<",
        "HEA" if view.preferred else "Harga terkoreksi": ">",
        "Biaya operasional": ">",
        "Biaya pemeliharaan": ">",
        "Nilai sisa": ">",
        "Biaya selama umur ekonomis": ">",
    }
    if rows:
        yield Subheading("Biaya selama umur ekonomis")
        yield table(headers, rows)


def _costs(view: View, name: str, finding: Finding) -> tuple[str, ...]:
    costs = [Decimal(finding.facts[fact]) for fact in _COSTS]
    price = view.evaluation.price(name)
    if price is not None and price.hea is not None:
        costs[0] = price.hea
    rest = Decimal(finding.facts["nilai_sisa"])
    amounts = [*costs, rest, sum(costs, ZERO) - rest]
    return (view.who(name), *map(view.money, amounts))


def _price_row(view: View, name: str, price: PriceResult | None, *, final: bool) -> tuple[str, ...]:
    auctioned = _auctioned(view)
    if price is None:
        return (view.who(name), *[NOT_KNOWN] * (3 + auctioned + final))
    amounts = [price.stated_total, price.corrected_total]
    amounts += [price.reverse_auction_total] if auctioned else []
    amounts += [price.final_total] if final else []
    share = price.percent_of_hps
    return (
        view.who(name),
        *map(view.amount, amounts),
        NOT_KNOWN if share is None else f"{number(share)}%",
    )


def _corrected(view: View) -> Iterator[Block]:
    """By bidder, which provisions corrected which lines. Unit prices stay inside."""
    decided = view.evaluation.stage(StageId.KOREKSI_ARITMATIK).verdicts
    if not decided:
        yield Paragraph("Belum ada penawaran yang dikoreksi.")
    rows, touched = [], set()
    for found in decided:
        for finding in found.findings:
            lines = _lines(view, found, finding)
            if lines:
                touched.add(found.participant)
                rows.append((view.who(found.participant), view.rule(finding.rule), lines))
    if rows:
        yield table({"Nama peserta": "<", "Ketentuan koreksi": "<", "Baris": "<"}, rows)
    for words, verdict in _UNTOUCHED.items():
        others = [
            found.participant
            for found in decided
            if found.verdict is verdict and found.participant not in touched
        ]
        if others:
            yield Paragraph(f"{words}: {view.all_of(others)}.")
    yield from _remarked(view, decided)


def _lines(view: View, found: StageVerdict, finding: Finding) -> str:
    """The lines of a correction, by the cells that it changed or else by what it names."""
    rows = _changed(view, found, finding)
    lines = [row.line for row in rows if row.line]
    if not rows:
        lines = [name for name in finding.facts.get("baris", "").split(", ") if name]
    said = "; ".join(view.line(line, found.participant) for line in dict.fromkeys(lines))
    return said or ("keseluruhan penawaran" if rows else "")


def _changed(view: View, found: StageVerdict, finding: Finding) -> list[Correction]:
    price = view.evaluation.price(found.participant)
    return [row for row in price.corrections if row.rule == finding.rule] if price else []


def _remarked(view: View, decided: Iterable[StageVerdict]) -> Iterator[Paragraph]:
    """What the correction found without changing a cell; a lumsum price always stands."""
    for found in decided:
        for finding in found.findings:
            if finding.rule in _REMARKS and not _changed(view, found, finding):
                words = f"{view.rule(finding.rule)}. {finding.reason}."
                yield Paragraph(f"{view.who(found.participant)}: {words}")
