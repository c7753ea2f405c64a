"""The sheet `Hasil Koreksi`, and beside each line of a price what was corrected in it.

Both show unit prices of bidders, and are for the panel only.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tender_desk.documents.proof_sheet import COUNTED, written
from tender_desk.documents.view import View
from tender_desk.documents.wording import NOT_KNOWN, WRITTEN_ROUNDING, cited
from tender_desk.file_reading import FileReading
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet, Shown, Value
from tender_desk.workbook.layouts.tables import PRICES
from tender_desk.worksheet_book.verdicts import INSIDE, WHO
from tender_engine.evaluation import Correction, PriceResult
from tender_engine.model import Package
from tender_engine.seals import Seals
from tender_engine.terms import StageId
from tender_rules.stages.schedule import corrections_in, roundings_in, total_effect
from tender_rules.words import number

__all__ = ["COLUMNS", "beside", "corrected_sheet"]

# What stands beside a line: the cells that a correction changes, and how it came to that.
_CELLS = {
    "quantity": "Mesin: Volume",
    "unit_price": "Mesin: Harga Satuan",
    "amount": "Mesin: Total",
}
_WHOLE, _SUM = "seluruh penawaran", "total"
# A sheet with more rows would be refused when it is read again.
_MOST = 10_000
_MANY = (
    f"Lebih dari {number(Decimal(_MOST))} sel dikoreksi: di sini hanya jumlahnya; sel-selnya ada"
    " pada kolom Mesin di lembar harga."
)
COLUMNS = (
    FoundColumn(_CELLS["quantity"], 14),
    FoundColumn(_CELLS["unit_price"], 18),
    FoundColumn(_CELLS["amount"], 20),
    FoundColumn("Mesin: Aturan", 100),
)


def corrected_sheet(view: View) -> FoundSheet:
    """Every changed cell of every opened bid, and below them what they come to together."""
    columns = (
        *WHO,
        FoundColumn("Baris", 36),
        FoundColumn("Sel", 16),
        FoundColumn("Semula", 20),
        FoundColumn("Menjadi", 20),
        FoundColumn("Pengaruh pada total (Rp, termasuk PPN)", 22),
        FoundColumn("Ketentuan koreksi", 34),
        FoundColumn("Dasar", 40),
    )
    prices = view.evaluation.prices
    many = sum(len(corrections_in(price.corrections)) for price in prices) > _MOST
    about = "" if prices else view.kind.said("Belum ada harga yang dibuka.")
    return FoundSheet(
        "Hasil Koreksi",
        "Hasil koreksi aritmatik (rahasia)",
        f"{INSIDE} Memuat harga satuan: tidak untuk umum.",
        columns,
        tuple(
            row
            for price in prices
            for row in _rows(view, price)
            if not many or row[3] == _SUM or WRITTEN_ROUNDING in row
        ),
        _MANY if many else about,
    )


def _rows(view: View, price: PriceResult) -> Iterator[tuple[Value, ...]]:
    """The cells of a bid, then its total: as stated, as corrected, and the sum of all effects."""
    who = (price.participant, view.participants[price.participant].name)
    for change in corrections_in(price.corrections):
        yield (
            *who,
            view.line(change.line, price.participant) if change.line else _WHOLE,
            view.words.said("field", change.field),
            _value(change.field, change.before),
            _value(change.field, change.after),
            Shown(change.effect),
            view.rule(change.rule),
            _basis(view, price.participant, change.rule),
        )
    if rounded := roundings_in(price.corrections):
        cells, basis = f"{len(rounded)} sel", _basis(view, price.participant, rounded[0].rule)
        yield (
            *who,
            _WHOLE,
            cells,
            None,
            None,
            Shown(total_effect(rounded)),
            WRITTEN_ROUNDING,
            basis,
        )
    if price.corrected_total is None:
        effect: Value = NOT_KNOWN
    else:
        effect = Shown(total_effect(price.corrections))
    corrected = price.corrected_total
    total = (
        Shown(price.stated_total),
        NOT_KNOWN if corrected is None else Shown(corrected),
        effect,
    )
    yield (*who, _WHOLE, _SUM, *total, "jumlah seluruh pengaruh", None)


def _value(field: str, value: Decimal | None) -> Value:
    if value is None:
        return "kosong"
    return value if field in COUNTED else Shown(value)


def _after(change: Correction) -> Value:
    """What a cell came to, to stand beside it; nothing where it is left out."""
    return None if change.after is None else _value(change.field, change.after)


def _basis(view: View, name: str, rule: str) -> str:
    verdict = view.evaluation.stage(StageId.KOREKSI_ARITMATIK).on(name)
    return cited(
        citation
        for finding in (verdict.findings if verdict else ())
        if finding.rule == rule
        for citation in finding.citations
    )


def beside(
    view: View, reading: FileReading, package: Package
) -> Mapping[str, Mapping[int, tuple[Value, ...]]]:
    """By price sheet and row, the corrected cells of a line and the rules behind them.

    `package` is what was read, with its lists as the file has them.
    """
    places = _places(view, package)
    found: dict[str, dict[int, tuple[Value, ...]]] = {}
    for name, line, changes in _by_line(view):
        spot = reading.spot(places[name, line])
        title, _, _ = spot.cell.rpartition("!")
        # Nothing is put beside a line of another file, or of the sheet of what has no column.
        if not spot.file and title.startswith(f"{PRICES.name} "):
            cells = {change.field: _after(change) for change in changes}
            said = ". ".join(_said(view, change) for change in changes)
            row = tuple(cells.get(field) for field in _CELLS)
            found.setdefault(title, {})[spot.order[1]] = (*row, said)
    return found


def _by_line(view: View) -> Iterator[tuple[str, str, list[Correction]]]:
    """The corrections of each line that an opened bid has."""
    for price in view.evaluation.prices:
        changes: dict[str, list[Correction]] = {}
        for change in corrections_in(price.corrections):
            if change.line is not None:
                changes.setdefault(change.line, []).append(change)
        there = {line.id for line in view.bids[price.participant].lines or ()}
        for line, these in changes.items():
            if line in there:
                yield price.participant, line, these


def _places(view: View, package: Package) -> dict[tuple[str, str], tuple[str | int, ...]]:
    """Where each line of each opened bid stands in the package."""
    seals = Seals()
    found: dict[tuple[str, str], tuple[str | int, ...]] = {}
    for price in view.evaluation.prices:
        seals.open(price.participant)
    for at, who in enumerate(package.participants):
        if who.price is not None and seals.is_open(who.id):
            for row, line in enumerate(seals.read(who.id, who.price).lines or ()):
                found[who.id, line.id] = ("participants", at, "price", "lines", row)
    return found


def _said(view: View, change: Correction) -> str:
    cell = view.words.said("field", change.field)
    before, after = (written(view, change.field, x) for x in (change.before, change.after))
    effect = f"pengaruh pada total {view.signed(change.effect)} termasuk PPN"
    return f"{cell} {before} menjadi {after}: {view.rule(change.rule)}; {effect}"
