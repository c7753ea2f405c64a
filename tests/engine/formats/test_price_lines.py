"""Lines of a price are read by column and their text is kept: as any list is read and written."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.faults import Faults
from tender_engine.formats.bounds import LINES
from tender_engine.formats.canonical import (
    canonical_json,
    canonical_package,
    package_dict,
    package_digest,
)
from tender_engine.formats.columns import Lines
from tender_engine.formats.containers import ListOf
from tender_engine.formats.price_lines import (
    PRICE_LINE,
    PRICE_LINES,
    have_few_keys,
    lines_text,
)
from tender_engine.formats.source import NumberText
from tender_engine.model import LifeCycle, Package, Price, PriceLine, StatedParts
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import CorrectedBy, Part
from tests.engine.formats.data import change, read, small_package
from tests.tries import tries

FEW_KEYS = {"id", "quantity", "unit_price", "amount"}
ANY_LIST = ListOf(PRICE_LINE, most=LINES)
AMOUNTS = ("0", "7", "1.5", "1.50", "2.0", "100", "9" * 18, "0.000001", "12345678.90")
WRONG: tuple[Any, ...] = (
    None, "", "-1", "00", "01", "1.", ".5", "1e3", "1E3", " 1", "1\n2", "1\n", "٣", "9" * 19,
    "0.0000001", "NaN", "None", 0.5, 5, True, Decimal("1.50"), Decimal("1E+3"), Fraction(1, 2), [],
)  # fmt: skip
WRONG_IDS: tuple[Any, ...] = ("", "a b", 'a"', "a\n", "é", "x" * 65, 7, None, NumberText("7"))
IDS = ("L1", "L10", "L2", "1.2", "E-1", "None", "a_b", "N")
others = st.fixed_dictionaries(
    {},
    optional={
        "vat_percent": st.sampled_from(("11", "0", "11.0", "101")),
        "vat_base": st.sampled_from(("11/12", "1")),
        "tkdn_percent": st.just("40.50"),
        "extra": st.booleans(),
        "description": st.sampled_from(('Pasir "halus"', "Batu\\kali é", "")),
        "unit": st.just("m3"),
        "part": st.just("lumsum"),
        "person_months": st.just("2.0"),
        "kunci": st.just("1"),
    },
)
sound = st.sampled_from((*AMOUNTS, *map(NumberText, AMOUNTS)))
amounts = st.one_of(sound, sound, st.sampled_from(WRONG))


@st.composite
def lists(draw: st.DrawFn) -> list[Any]:
    """Lines as a file has them: mostly alike and sound, and anything else now and then."""
    keys = draw(st.sampled_from(("unit_price", "unit_price amount", "quantity unit_price amount")))
    few = {"id": st.sampled_from(IDS)} | dict.fromkeys(keys.split(), sound)
    any_line = st.builds(
        lambda line, more: line | more,
        st.fixed_dictionaries(
            {"id": st.sampled_from((*IDS, *WRONG_IDS))},
            optional=dict.fromkeys(("quantity", "unit_price", "amount"), amounts),
        ),
        others,
    )
    alike = st.fixed_dictionaries(few)
    with_more = st.builds(dict.__or__, alike, others)
    line = draw(st.sampled_from((alike, with_more, any_line, st.none() | any_line)))
    return draw(st.lists(line, max_size=4))


def as_any_list(rows: Any) -> tuple[Any, list[Any]]:
    faults = Faults()
    return ANY_LIST.read(rows, None, "lines", faults), list(faults.found)


@tries(300)
@given(lists())
def test_lines_are_read_and_written_as_any_list_is(rows: list[Any]) -> None:
    """The same values of the same types, the same faults, the same text."""
    faults = Faults()
    lines = PRICE_LINES.read(rows, None, "lines", faults)
    plainly, told = as_any_list(rows)

    assert repr(lines) == repr(plainly)
    assert list(faults.found) == told
    if have_few_keys(lines):
        assert {key for line in lines for key in PRICE_LINE.write(line)} <= FEW_KEYS
    assert not have_few_keys(tuple(lines))
    if not told:
        text = canonical_json(ANY_LIST.write(plainly)).encode()
        assert lines_text(lines) == lines_text(tuple(lines)) == lines.text == text


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
@pytest.mark.parametrize("key", ["unit_price", "quantity", "amount"])
def test_a_value_that_is_not_written_so_is_read_by_itself(key: str, wrong: Any) -> None:
    """Among lines that are."""
    row = {"id": "L1", "quantity": "1", "unit_price": "2", "amount": "2"}
    rows = [row, row | {"id": "L2", key: wrong}]
    faults = Faults()
    lines = PRICE_LINES.read(rows, None, "lines", faults)

    assert (repr(lines), list(faults.found)) == (repr(as_any_list(rows)[0]), as_any_list(rows)[1])


@pytest.mark.parametrize("wrong", WRONG_IDS, ids=repr)
def test_an_id_that_is_none_is_told(wrong: Any) -> None:
    """Also a number that looks like one."""
    rows = [{"id": "L1", "unit_price": "2"}, {"id": wrong, "unit_price": "2"}]
    faults = Faults()
    PRICE_LINES.read(rows, None, "lines", faults)

    assert [fault.code for fault in faults.found] == [f.code for f in as_any_list(rows)[1]] != []


PLAIN = [
    {"id": "L1", "quantity": "100", "unit_price": "1400000", "amount": "140000000"},
    {"id": "L2", "quantity": "50", "unit_price": "1000", "amount": "50000"},
]
OTHERS = [{"id": "L2", "quantity": "50.50", "unit_price": "7"}]


def package() -> Package:
    """Two bids, of which the lines are read by column."""
    lines = {"participants[0].price.lines": PLAIN, "participants[1].price.lines": OTHERS}
    made = read(change(small_package(), lines)).package
    assert made is not None
    return made


def with_price(package: Package, price: Price) -> Package:
    first, *rest = package.participants
    return evolve(package, participants=(evolve(first, price=Sealed(price)), *rest))


def price_of(package: Package) -> Price:
    assert package.participants[0].price is not None
    return reveal_for_storage(package.participants[0].price)


def test_the_text_of_lines_is_kept_from_their_reading() -> None:
    """With the price that is sealed, also where it is handed on; it shows nowhere."""
    read_lines = price_of(package()).lines
    assert type(read_lines) is Lines
    assert have_few_keys(read_lines)
    assert vars(read_lines)["text"] == (
        b'[{"amount":"140000000","id":"L1","quantity":"100","unit_price":"1400000"},'
        b'{"amount":"50000","id":"L2","quantity":"50","unit_price":"1000"}]'
    )
    assert repr(read_lines) == repr(tuple(read_lines))
    assert vars(pickle.loads(pickle.dumps(read_lines))) == vars(read_lines)
    assert "text" not in repr(package())


CHANGED_LINE = {
    "id": "L9",
    "quantity": Decimal("8.50"),
    "unit_price": None,
    "amount": Decimal("1E+3"),
    "vat_percent": Decimal(0),
    "tkdn_percent": Decimal("0.5"),
    "extra": True,
    "description": "Pasir",
    "unit": "m3",
    "part": Part.LUMSUM,
    "person_months": Decimal(3),
    "vat_base": Fraction(11, 12),
}
CHANGED_PRICE = {
    "stated_total": Decimal(77),
    "vat_percent": Decimal(10),
    "schedule_total": Decimal(78),
    "stated_parts": StatedParts(Decimal(1), Decimal(2)),
    "lines": (),
    "corrected_total": Decimal(79),
    "corrected_by": CorrectedBy.POKJA,
    "tkdn_percent": Decimal(41),
    "life_cycle": LifeCycle((Decimal(1),), (Decimal(2),), Decimal(3)),
    "vat_base": Fraction(1, 2),
}


def test_no_field_is_forgotten() -> None:
    """Each of a line and of a price is changed below."""
    assert {*CHANGED_LINE} == {field.name for field in attrs.fields(PriceLine)}
    assert {*CHANGED_PRICE} == {field.name for field in attrs.fields(Price)}


def changed_prices() -> dict[str, Price]:
    price = price_of(package())
    assert price.lines is not None
    first, *rest = price.lines
    lines = {name: evolve(first, **{name: new}) for name, new in CHANGED_LINE.items()}
    return {
        **{f"lines.{name}": evolve(price, lines=(one, *rest)) for name, one in lines.items()},
        **{name: evolve(price, **{name: new}) for name, new in CHANGED_PRICE.items()},
    }


@pytest.mark.parametrize("name", [*(f"lines.{n}" for n in CHANGED_LINE), *CHANGED_PRICE])
def test_whatever_changes_in_a_price_changes_its_text(name: str) -> None:
    """What was kept of the price before is not written for it, nor its digest told."""
    before = package()
    digest = package_digest(before)
    after = with_price(before, changed_prices()[name])

    assert canonical_package(after) == canonical_json(package_dict(after))
    assert package_digest(after) != digest == package_digest(before)


def test_lines_in_any_order_have_one_text() -> None:
    """Of one price as well as of all participants."""
    before = package()
    price = price_of(before)
    assert price.lines is not None
    turned = with_price(before, evolve(price, lines=price.lines[::-1]))

    assert package_digest(evolve(turned, participants=turned.participants[::-1])) == package_digest(
        before
    )


@pytest.mark.parametrize("lines", [None, ()], ids=["unknown", "none"])
def test_a_price_without_lines_has_no_gap_in_the_text(lines: Any) -> None:
    """Beside one that has some."""
    made = with_price(package(), evolve(price_of(package()), lines=lines))

    assert canonical_package(made) == canonical_json(package_dict(made))
