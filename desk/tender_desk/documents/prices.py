"""The prices of the bids that were opened: stated, corrected, final, and what was corrected."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from tender_desk.documents.blocks import Block, Paragraph, Subheading, table
from tender_desk.documents.view import View
from tender_desk.documents.wording import NOT_KNOWN, ROUNDING_GAP, WRITTEN_ROUNDING
from tender_engine.evaluation import Correction, PriceResult, StageVerdict
from tender_engine.findings import Finding, Verdict, natural
from tender_engine.numbers import ZERO, below_a_sen
from tender_engine.terms import StageId
from tender_rules.stages.preference import preference
from tender_rules.stages.price import life_cycle
from tender_rules.stages.schedule import WRITTEN_ROUNDING as RULE_OF_ROUNDING
from tender_rules.stages.schedule import roundings_in, total_effect
from tender_rules.words import number, to_sen

__all__ = ["closed_prices", "prices"]

# How a bid is told that no correction touched.
_UNTOUCHED = {
    "Tidak dikoreksi": Verdict.LULUS,
    "Koreksi aritmatik belum dapat diselesaikan": Verdict.BELUM_DINILAI,
    "Koreksi aritmatik tidak diselesaikan, karena sudah gugur": Verdict.TIDAK_DIEVALUASI,
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
    auctioned = _auctioned(view)
    rows = [
        _price_row(view, name, view.evaluation.price(name), auctioned=auctioned, final=final)
        for name in view.evaluation.stage(_opening(view)).of(Verdict.LULUS)
    ]
    closed = tuple(closed_prices(view))
    if not rows:
        return (Paragraph(said(_none_opened(view))), *closed)
    # What talks or an auction change is the last amount, and not the share.
    later = view.kind.seleksi or any(
        x.final_total != x.corrected_total for x in view.evaluation.prices if final
    )
    share = "Terkoreksi terhadap HPS" if later else "Terhadap HPS"
    lowered = ["Hasil reverse auction"] if auctioned else []
    last = ["Harga akhir"] if final else []
    columns = ("Harga penawaran", "Harga terkoreksi", *lowered, *last, share)
    headers = {"Nama peserta": "<"} | {said(column): ">" for column in columns}
    return (
        Paragraph(said("Seluruh harga di bawah ini termasuk PPN.")),
        table(headers, rows),
        *_rounded(view),
        *closed,
        *_preferred(view),
        *_life_cycle(view),
        Subheading("Koreksi aritmatik"),
        *_corrected(view),
    )


def _rounded(view: View) -> Iterator[Block]:
    """What moves a total and is no correction, where that can be seen in its figures."""
    rows = [row for price in view.evaluation.prices for row in _rounded_rows(view, price)]
    headers = {"Nama peserta": "<", "Keterangan": "<", "Banyaknya sel": ">", "Pengaruh": ">"}
    if rows:
        yield Subheading("Pembulatan")
        yield table(headers, rows)


def _rounded_rows(view: View, price: PriceResult) -> Iterator[tuple[str, ...]]:
    """Amounts written rounded, where together they make a sen; else what they leave to be seen."""
    rounded, who = roundings_in(price.corrections), view.who(price.participant)
    together, corrected = total_effect(rounded), price.corrected_total
    if not below_a_sen(together):
        yield who, WRITTEN_ROUNDING, str(len(rounded)), view.signed(together)
    elif (
        len(rounded) == len(price.corrections)
        and corrected is not None
        and (gap := view.gap(to_sen(corrected), (to_sen(price.stated_total),)))
    ):
        yield who, ROUNDING_GAP, "", view.signed(gap)


def _none_opened(view: View) -> str:
    if _opening(view) is StageId.PEMBUKAAN:
        return "Tidak ada penawaran yang dibuka."
    when = "Belum" if view.evaluation.state == "menunggu" else "Tidak"
    return f"{when} ada dokumen penawaran harga yang dibuka."


def _opening(view: View) -> StageId:
    """The stage that opens prices: with the bids, or later where they came apart."""
    later = StageId.PEMBUKAAN_HARGA
    return later if view.has(later) else StageId.PEMBUKAAN


def closed_prices(view: View) -> Iterator[Paragraph]:
    """Whose price was not opened: not any more, or not yet."""
    opened = frozenset(view.evaluation.stage(_opening(view)).of(Verdict.LULUS))
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
        row
        for found in view.evaluation.stage(StageId.EVALUASI_HARGA).verdicts
        for finding in found.findings
        if finding.rule == preference.id and "hea" in finding.facts
        for row in _hea(view, found.participant, finding)
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


def _hea(view: View, name: str, finding: Finding) -> Iterator[tuple[str, ...]]:
    price, less, hea = (Decimal(finding.facts[fact]) for fact in _HEA)
    amounts = map(view.money, (price, less, hea))
    yield view.who(name), _tkdn(view, name, finding.facts), *amounts
    if gap := view.gap(to_sen(hea), (to_sen(price), -to_sen(less))):
        yield f"{view.who(name)}: {ROUNDING_GAP}", "", "", "", view.signed(gap)


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
        row
        for found in view.evaluation.stage(StageId.EVALUASI_HARGA).verdicts
        for finding in found.findings
        if finding.rule == life_cycle.id and "nilai_sisa" in finding.facts
        for row in _costs(view, found.participant, finding)
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


def _costs(view: View, name: str, finding: Finding) -> Iterator[tuple[str, ...]]:
    costs = [Decimal(finding.facts[fact]) for fact in _COSTS]
    price = view.evaluation.price(name)
    if price is not None and price.hea is not None:
        costs[0] = price.hea
    rest = Decimal(finding.facts["nilai_sisa"])
    total = sum(costs, ZERO) - rest
    yield view.who(name), *map(view.money, (*costs, rest, total))
    if gap := view.gap(to_sen(total), (*map(to_sen, costs), -to_sen(rest))):
        yield f"{view.who(name)}: {ROUNDING_GAP}", "", "", "", "", view.signed(gap)


def _price_row(
    view: View, name: str, price: PriceResult | None, *, auctioned: bool, final: bool
) -> tuple[str, ...]:
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
            if lines and finding.rule != RULE_OF_ROUNDING:
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
