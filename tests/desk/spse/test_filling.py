"""Filling: what a package lacks and SPSE says, and nothing that is there."""

import copy
import json
from decimal import Decimal

import pytest

from tender_desk.spse.filling import fill_from_spse
from tender_desk.spse.writing import plain_values, pretty_json
from tender_rules import national
from tests.desk.spse.pages import ONE, TWO, read, table
from tests.reading import read_text

HEADS = ("Nama Peserta", "NPWP", "Harga Penawaran", "Harga Terkoreksi", "Hasil Negosiasi", "A")
PAGE = table(
    HEADS,
    [
        ("PT Satu Contoh", ONE, "Rp 1.000,50", "Rp 990,00", "Rp 980,00", "v"),
        ("CV Dua Contoh", "02.3**.***.*-***.***", "Rp 0,00", "", "", ""),
    ],
)
BEGUN = {"tender": {"hps": {"vat_percent": "11"}}, "participants": []}


def told(places, *, done):
    """Codes and paths."""
    return [(one.code, *one.path) for one in places if one.done is done]


def test_an_empty_package_gets_its_bidders_and_their_totals():
    """A hidden NPWP is none; a zero is no price; what has a time is left to people."""
    value, places = fill_from_spse(BEGUN, read(PAGE))
    one, two = value["participants"]

    assert one == {
        "id": "p1",
        "name": "PT Satu Contoh",
        "npwp": ONE,
        "price": {
            "stated_total": "1000.5",
            "vat_percent": "11",
            "corrected_total": "990",
            "corrected_by": "spse",
        },
    }
    assert two == {"id": "p2", "name": "CV Dua Contoh"}
    assert told(places, done=False) == [
        ("submitted", "participants", 0, "submitted", "penawaran"),
        ("negotiation", "events"),
        ("not_an_amount", "participants", 1, "price", "stated_total"),
        ("marks", "assessments"),
    ]
    assert "assessments" not in value
    assert "events" not in value


def test_what_is_there_is_never_changed():
    """A total that differs, a price, an id that is taken: all as they were, and told."""
    given = {
        "participants": [
            {"id": "p1", "name": "CV Dua Contoh", "npwp": "x", "price": None},
            {"id": "p7", "name": "PT. Satu Contoh", "price": {"stated_total": 999, "lines": []}},
        ],
        "catatan": {"x": [1, None]},
    }
    before = copy.deepcopy(given)
    value, places = fill_from_spse(given, read(PAGE))

    assert given == before
    assert value["catatan"] == before["catatan"]
    assert value["participants"][0] == before["participants"][0]
    price = value["participants"][1]["price"]
    assert price["stated_total"] == 999
    assert (price["corrected_total"], price["corrected_by"]) == ("990", "spse")
    assert value["participants"][1]["npwp"] == ONE
    assert ("differs", "participants", 1, "price", "stated_total") in told(places, done=False)
    assert len(value["participants"]) == 2


def test_filling_twice_fills_nothing_more():
    """The second time all of it is there."""
    value, _ = fill_from_spse(BEGUN, read(PAGE))
    again, places = fill_from_spse(value, read(PAGE))

    assert again == value
    assert told(places, done=True) == []


def test_several_pages_fill_one_package_together():
    """The price of one, the corrected total of the other; a third bidder from either."""
    one = read(table(("Nama Peserta", "NPWP", "Penawaran"), [("PT Satu", ONE, "5,00")]))
    two = read(table(("Nama Peserta", "PT"), [("PT. SATU", "4,00"), ("PT Tiga", "")]))
    value, _ = fill_from_spse({"participants": [{"id": "p2", "name": "CV Lain"}]}, one, two)

    assert [who["id"] for who in value["participants"]] == ["p2", "p1", "p3"]
    price = value["participants"][1]["price"]
    assert (price["stated_total"], price["corrected_total"]) == ("5", "4")
    assert "vat_percent" not in price


def test_a_corrected_total_without_a_price_is_left():
    """A price without the total that its bidder stated would be no price."""
    page = read(table(("Nama Peserta", "PT"), [("PT Satu", "4,00")]))
    value, places = fill_from_spse({"participants": [{"id": "a", "name": "PT Satu"}]}, page)

    assert "price" not in value["participants"][0]
    assert told(places, done=False) == [("no_price", "participants", 0, "price")]


def test_a_row_in_doubt_fills_nothing():
    """Two of that name, or the same name under another NPWP."""
    people = [{"id": "a", "name": "PT Satu Contoh"}, {"id": "b", "name": "Satu Contoh"}]
    value, places = fill_from_spse({"participants": people}, read(PAGE))
    other, more = fill_from_spse(
        {"participants": [{"id": "a", "name": "PT Satu Contoh", "npwp": TWO}]}, read(PAGE)
    )

    assert value["participants"][:2] == people
    assert ("doubt_beberapa",) in told(places, done=False)
    assert other["participants"][0] == {"id": "a", "name": "PT Satu Contoh", "npwp": TWO}
    assert ("doubt_npwp_berbeda",) in told(more, done=False)


@pytest.mark.parametrize("people", ["x", {}, [1], [{"id": "p1"}], [{"name": "PT"}]])
def test_what_is_no_list_of_participants_is_not_filled(people):
    """It is refused, and nothing is written over it."""
    with pytest.raises(ValueError, match="participants"):
        fill_from_spse({"participants": people}, read(PAGE))


def test_a_package_is_written_as_it_was_written():
    """Keys in their order, literals by their digits, signs of any script; and it reads again."""
    text = '{"b": 1.50, "a": {"π": [1, 1000000000000000000, null, true]}, "c": "1.50"}'
    value, _ = plain_values(text.encode(), "x", national())

    assert (
        pretty_json(value).split()
        == text.replace("{", "{ ").replace("}", " }").replace("[", "[ ").replace("]", " ]").split()
    )
    assert json.loads(pretty_json({"x": Decimal("1E+3"), "y": Decimal("0.50")})) == {
        "x": 1000,
        "y": 0.5,
    }


@pytest.mark.parametrize("text", ["[]", "{", '{"a": 1, "a": 2}', "\xff"])
def test_what_is_no_object_or_says_a_key_twice_is_not_filled(text):
    """Its faults are those of the reader."""
    value, reading = plain_values(text.encode("latin-1"), "x", national())

    assert value is None
    assert reading.faults


def test_what_was_filled_is_valid_where_the_rest_is():
    """The example package, its bidders taken out, reads as a package again."""
    from importlib import resources

    text = (resources.files("tender_cli") / "example" / "paket.json").read_text("utf-8")
    content = json.loads(text) | {"participants": [], "assessments": [], "events": []}
    value, _ = fill_from_spse(content, read(PAGE))

    assert read_text(pretty_json(value), "x").faults == ()
