"""Whether PPN is in an amount is said wherever it is typed: over each column, and in the schema."""

from collections.abc import Iterator
from typing import Any

from tender_desk.workbook.layouts.tables import PRICES, layout_of
from tender_engine.formats.canonical import package_dict
from tender_engine.formats.schema import package_schema
from tender_engine.model import Package
from tender_rules import national
from tests.desk.workbook.data import Desk, parsed, told
from tests.engine.formats.data import small_package

LAYOUT = layout_of(national().declarations)

# Guarantees and equity are no prices: no PPN is on them.
_NO_PRICE = ("Jaminan", "SKN: ekuitas")
_AMOUNTS = {
    "total", "pagu", "unit_price", "amount", "stated_total", "schedule_total", "corrected_total",
    "harga_satuan", "lumsum", "operating", "maintenance", "residual", "totals", "market", "figure",
}  # fmt: skip


def is_amount(title: str) -> bool:
    """Whether a column or field takes rupiah, by its title."""
    words = ("(Rp)", "Harga satuan", "Harga Satuan", "Harga pasar", "Harga HPS", "Angka tertulis")
    return title in ("Total", "Penawaran auction") or any(word in title for word in words)


def test_every_column_of_amounts_says_it_in_the_row_above() -> None:
    """Of totals typed again as well, where it is as in what they repeat."""
    amounts = [c for table in (*LAYOUT.tables, PRICES) for c in table.columns if is_amount(c.title)]
    prices = [c for c in amounts if not c.title.startswith(_NO_PRICE)]

    assert len(prices) > 15
    assert [c.title for c in prices if not c.tax] == []


def test_every_field_of_an_amount_says_it_beside_it() -> None:
    """The announcement, and what the document asks."""
    fields = [field for form in LAYOUT.forms for field in form.fields if "(Rp)" in field.title]
    prices = [field for field in fields if not field.title.startswith(_NO_PRICE)]

    assert len(prices) >= 2
    assert [field.title for field in prices if "PPN" not in field.note] == []


def keys(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of the schema, with what stands under it."""
    if isinstance(part, dict):
        for name, under in part.get("properties", {}).items():
            yield name, under
        for under in part.values():
            yield from keys(under)
    elif isinstance(part, list):
        for under in part:
            yield from keys(under)


def test_every_amount_of_the_schema_says_it() -> None:
    """What is `amount` of a guarantee, and a contract named `harga_satuan`, are none."""
    schema = package_schema(national())
    said = [(name, under.get("description", "")) for name, under in keys(schema)]
    of_bonds = ("Its amount.", "Its least amount.")
    amounts = [
        (name, words)
        for name, words in said
        if name in _AMOUNTS and "rupiah" in words and not words.startswith(of_bonds)
    ]
    figures = [words for name, words in said if name == "figure"]

    assert {name for name, _ in amounts} >= _AMOUNTS - {"figure"}
    assert [name for name, words in amounts if "PPN" not in words] == []
    assert all("PPN" in words for words in figures)


def test_a_rate_that_is_typed_while_prices_are_sealed_waits_for_its_price() -> None:
    """Nobody is advised to type what may not be known; once it may be, its total is missed."""
    for opened in (False, True):
        desk = Desk(sealed(opened=opened))
        for number in (1, 2):
            desk.cell("Peserta", "Tarif PPN (%)", number).value = "11%"
        missed = [("Peserta!D5", "XLS041"), ("Peserta!D6", "XLS041")]
        assert told(desk.read()) == (missed if opened else [])
        if not opened:
            content = desk.cell("Peserta", "TKDN (%)", 2)
            content.value = "40%"  # stands in the envelope of the price
            assert told(desk.read()) == [(f"Peserta!{content.coordinate}", "XLS254")]
            content.value = None
            desk.cell("Peserta", "Harga penawaran (Rp)").value = 211455000
            package = desk.read().package
            assert package is not None
            first, second, *_ = package_dict(package)["participants"]
            assert first.get("price") == {"stated_total": "211455000", "vat_percent": "11"}
            assert second.get("price") is None


def sealed(*, opened: bool) -> Package:
    """The small package in two files before any price is written; perhaps they are open."""
    value = small_package()
    value["tender"]["envelope"] = "dua_file"
    del value["tender"]["requirements"]["penawaran_dievaluasi"]
    value["assessments"], value["events"] = [], []
    for who in value["participants"]:
        who["price"] = None
    if opened:
        value["events"] = [{"type": "pembukaan_harga", "at": "2022-05-20T10:00:00+07:00"}]
    return parsed(value)
