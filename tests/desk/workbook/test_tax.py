"""Whether PPN is in an amount is said wherever it is typed: over each column, and in the schema."""

from collections.abc import Iterator
from typing import Any

from tender_desk.workbook.tables import PRICES, layout_of
from tender_engine.formats.schema import package_schema
from tender_rules import national

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
    amounts = [(name, words) for name, words in said if name in _AMOUNTS and "rupiah" in words]
    figures = [words for name, words in said if name == "figure"]

    assert {name for name, _ in amounts} >= _AMOUNTS - {"figure"}
    assert [name for name, words in amounts if "PPN" not in words] == []
    assert all("PPN" in words for words in figures)
