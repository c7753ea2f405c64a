"""Working papers of the evaluation of prices: fairness, unit prices out of balance, preference.

They show unit prices of the estimate and of bidders and stay inside.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading, Titled, table
from tender_desk.documents.view import View
from tender_engine.clarified import BasePrice, Coefficient
from tender_engine.events import ReverseAuction
from tender_engine.findings import natural
from tender_engine.law import Ask
from tender_engine.numbers import exact, percent_of
from tender_engine.seals import Seals
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.corrected import schedule_for
from tender_rules.stages.fairness import CostedLine, Fairness, Settled, analysed
from tender_rules.stages.files import Bid, PriceFile, file_of
from tender_rules.stages.preference import Claim, preference_of
from tender_rules.stages.unbalanced import Candidate, candidates
from tender_rules.words import number, rupiah_exact

__all__ = ["price_worksheets"]

_OPEN = "belum diklarifikasi"
_ORIGINS = {"hps": "HPS"}


def price_worksheets(view: View) -> Iterator[Titled]:
    """Each worksheet that this evaluation has something for."""
    if is_seleksi(view.package.tender):
        return
    with exact():
        files = dict(_files(view))
        for title, made in (
            ("Kertas Kerja Evaluasi Kewajaran Harga", _fairness),
            ("Daftar Harga Satuan untuk Klarifikasi dan Harga Satuan Timpang", _unbalanced),
            ("Penghitungan Preferensi Harga", _preference),
        ):
            blocks = tuple(block for name in files for block in made(view, name, files[name]))
            if blocks:
                yield title, blocks


def _files(view: View) -> Iterator[tuple[str, PriceFile]]:
    """The price files of the bids that were opened and corrected."""
    tender, seals = view.package.tender, Seals()
    schedule = schedule_for(tender, Ask(view.evaluation.law))
    rate = view.value("correction.vat_rate").value == "penawaran"
    held = [event for event in view.events(ReverseAuction)[-1:] if event.held]
    for name, price in view.bids.items():
        found = view.evaluation.price(name)
        if found is None or found.corrected_total is None:
            continue
        seals.open(name)
        high = tuple(line for line in price.lines or () if schedule.is_high(line))
        bid = Bid(tender, view.participants[name], price, found.corrected_total, high, seals)
        auction = held[0] if held and found.reverse_auction_total is not None else None
        yield name, file_of(bid, schedule, auction, bidder_rate=rate)


def _fairness(view: View, name: str, file: PriceFile) -> Iterator[Block]:
    """By line and component: what was offered, what clarification settled, and whose it is."""
    if file.analysis is None:
        return
    found = analysed(file, file.analysis, Ask(view.evaluation.law))
    yield Subheading(view.who(name))
    headers = {
        "Baris": "<",
        "Unsur": "<",
        "Koefisien penawaran": ">",
        "Koefisien klarifikasi": ">",
        "Harga dasar penawaran": ">",
        "Harga dasar klarifikasi": ">",
        "Jumlah": ">",
    }
    rows = [row for line in found.lines for row in _components(view, line)]
    if rows:
        yield table(headers, rows)
    headers = {
        "Baris": "<",
        "Volume": ">",
        "Harga satuan penawaran": ">",
        "Biaya umum": ">",
        "Keuntungan": ">",
        "Harga satuan klarifikasi": ">",
        "Jumlah": ">",
    }
    yield table(headers, [_line(view, line) for line in found.lines])
    yield _compared(view, found)


def _components(view: View, line: CostedLine) -> Iterator[tuple[str, ...]]:
    for part in line.components:
        given = part.component
        yield (
            line.line.id,
            f"{view.term(given.kind)}: {given.description} ({given.unit})",
            number(given.coefficient.offered),
            _settled(part.coefficient, _found_of_coefficient(given.coefficient), number),
            _written(given.price.offered),
            _settled(part.price, _found_of_price(given.price), rupiah_exact),
            _money(view, part.amount),
        )


def _found_of_coefficient(given: Coefficient) -> Mapping[str, Decimal | None]:
    return {"disepakati": given.agreed, "hps": given.hps}


def _found_of_price(given: BasePrice) -> Mapping[str, Decimal | None]:
    return {"pasar": given.market, "hps": given.hps}


def _settled(
    chosen: Settled | None, found: Mapping[str, Decimal | None], say: Callable[[Decimal], str]
) -> str:
    """What counts and whose it is, and beside it what was found and does not count."""
    if chosen is None:
        return _OPEN
    aside = [
        f"{_ORIGINS.get(origin, origin)} {say(value)}"
        for origin, value in found.items()
        if value is not None and origin != chosen.origin
    ]
    told = "; ".join([_ORIGINS.get(chosen.origin, chosen.origin), *aside])
    return f"{say(chosen.value)} ({told})"


def _written(value: Decimal | None) -> str:
    """A unit price as somebody wrote it."""
    return "–" if value is None else rupiah_exact(value)


def _money(view: View, value: Decimal | None) -> str:
    return "–" if value is None else view.money(value)


def _percent(value: Decimal | None) -> str:
    return "–" if value is None else f"{number(value)}%"


def _line(view: View, line: CostedLine) -> tuple[str, ...]:
    cost = _OPEN if line.unit_cost is None else view.money(line.unit_cost)
    if line.unit_cost is not None and line.origin:
        cost = f"{cost} ({_ORIGINS.get(line.origin, line.origin)})"
    return (
        f"{line.line.id} {line.line.description}",
        f"{number(line.line.volume)} {line.line.unit}",
        _written(line.offered),
        _percent(line.analysis.overhead_percent),
        _percent(line.analysis.profit_percent),
        cost,
        _money(view, line.cost),
    )


def _compared(view: View, found: Fairness) -> Block:
    """The bid beside its cost, both without PPN, and what that proposes."""
    others = found.others
    items = [("Baris yang tidak dianalisis", "–" if others is None else view.money(others))]
    cost, bid = found.cost, found.bid
    if cost is None or bid is None:
        items.append(("Masih terbuka", ", ".join(found.missing)))
    else:
        items += [
            ("Jumlah hasil klarifikasi", view.money(cost)),
            ("Harga penawaran tanpa PPN", view.money(bid)),
            ("Usulan", "wajar" if found.proposed else "tidak wajar"),
        ]
    return Pairs(tuple(items))


def _unbalanced(view: View, name: str, file: PriceFile) -> Iterator[Block]:
    """Unit prices above the line with their outcome; those found timpang go to the contract."""
    found = candidates(file, Ask(view.evaluation.law))
    if not found:
        return
    yield Subheading(view.who(name))
    headers = {
        "Baris": "<",
        "Volume": ">",
        "Harga satuan HPS": ">",
        "Harga satuan penawaran": ">",
        "Terhadap HPS": ">",
        "Hasil klarifikasi": "<",
        "Keterangan": "<",
    }
    yield table(headers, [_candidate(view, x) for x in found])
    timpang = [x.line.id for x in found if x.outcome == "timpang"]
    if timpang:
        yield Paragraph(
            f"Dilampirkan pada kontrak sebagai daftar harga satuan timpang: {', '.join(timpang)}. "
            "Harga satuan timpang hanya berlaku untuk volume menurut Dokumen Pemilihan dan tidak "
            f"mendapat penyesuaian harga ({view.article('Pasal 37')})."
        )


def _candidate(view: View, found: Candidate) -> tuple[str, ...]:
    estimate, outcome = found.line.unit_price, found.outcome
    share = "–" if not estimate else f"{number(percent_of(found.offered, estimate))}%"
    return (
        f"{found.line.id} {found.line.description}",
        f"{number(found.line.volume)} {found.line.unit}",
        rupiah_exact(estimate),
        rupiah_exact(found.offered),
        share,
        view.term(outcome) if outcome else _OPEN,
        (found.clarified.note if found.clarified else "") or "–",
    )


def _preference(view: View, name: str, file: PriceFile) -> Iterator[Block]:
    """What each line's TKDN brings, where TKDN is by line."""
    entered = view.evaluation.price(name)
    found = preference_of(file, Ask(view.evaluation.law))
    if found is None or entered is None or entered.hea is None:
        return
    headers = {"Baris": "<", "TKDN": ">", "KP": ">", "Harga beserta PPN": ">", "Pengurang": ">"}
    ordered = sorted(found.claims, key=lambda claim: natural(claim.line or ""))
    yield Subheading(view.who(name))
    yield table(headers, [_claim(view, name, claim) for claim in ordered])
    yield Pairs(
        (("Harga setelah koreksi", view.money(found.total)), ("HEA", view.money(entered.hea)))
    )


def _claim(view: View, name: str, claim: Claim) -> tuple[str, ...]:
    return (
        view.line(claim.line, name) if claim.line else "seluruh penawaran",
        f"{number(claim.tkdn)}%",
        number(claim.coefficient),
        view.money(claim.price),
        view.money(claim.reduction),
    )
