"""Plain Python values and a package's own objects go through what a file goes through."""

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from tender_engine.faults import Faults, PackageRefusedError
from tender_engine.formats import bounds, carried, checks_bounds
from tender_engine.formats.canonical import package_digest
from tender_engine.formats.reader import accept, check_read
from tender_engine.formats.values import amended, from_values, read_again, reduced
from tender_engine.model import Package, Price, PriceLine
from tender_engine.seals import Sealed
from tender_engine.terms import StageId
from tender_rules import national
from tender_rules.testing import packages
from tests.builders import at, bidder, hps, hps_line, judged, line, package, priced
from tests.engine.formats.data import small_package
from tests.reading import read_path, read_text
from tests.tries import tries

BOOK = national()


def pythonic(value: Any, key: str = "") -> Any:
    """JSON values as a program has them: numbers as numbers, moments as moments."""
    if isinstance(value, dict):
        return {name: pythonic(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [pythonic(part, key) for part in value]
    if isinstance(value, str):
        if key in ("at", "until", "penawaran", "kualifikasi"):
            return dt.datetime.fromisoformat(value)
        if key in ("announced_on", "date", "valid_until"):
            return dt.date.fromisoformat(value)
    return value


def decimals(text: str) -> Any:
    return pythonic(json.loads(text, parse_float=Decimal))


def small_values() -> dict[str, Any]:
    return decimals(json.dumps(small_package()))


@pytest.mark.parametrize("name", ["gedung-puskesmas", "keamanan-jaringan", "jalan-kabupaten"])
def test_values_of_a_file_give_the_package_of_the_file(name):
    """Amounts as `Decimal` and `int`, moments as `datetime`."""
    text = Path(f"samples/{name}/paket.json").read_text("utf-8")
    found = from_values(decimals(text), BOOK)

    assert found.faults == ()
    assert found.package == read_path(f"samples/{name}").package
    assert found.package.is_checked(BOOK.declared)


@tries(10)
@given(packages(bidders=(0, 2)))
def test_objects_are_read_as_the_package_that_they_are(drawn):
    """Checked, and equal to the last bit."""
    found = amended(drawn, BOOK)

    assert found.faults == ()
    assert found.package == drawn


def test_a_float_is_refused_where_a_decimal_stands():
    """Wherever it is: in an amount, a whole number, what is carried along."""
    values = small_values()
    values["tender"] |= {"pagu": 1.5e9, "round": 1.0}
    values["extensions"] = {"a": [0.1]}
    faults = from_values(values, BOOK).faults

    assert {(f.code, f.pointer, f.params["found"]) for f in faults} == {
        ("PKT012", "/tender/pagu", "float"),
        ("PKT012", "/tender/round", "float"),
        ("PKT012", "/extensions/a/0", "float"),
    }


def test_a_fault_of_values_says_its_key_and_no_line():
    """Where there is no text, nobody looks for one."""
    values = small_values()
    values["tender"]["title/~"] = "x"
    reading = from_values(values, BOOK)
    (fault,) = reading.faults

    assert (fault.code, fault.pointer) == ("PKT010", "/tender/title~1~0")
    assert (fault.line, fault.column) == (None, None)
    assert str(reading.diagnose()[0]).startswith("paket:tender.title/~: PKT010 ")


def test_a_fault_of_a_text_says_its_line():
    """Counted from one."""
    text = '{"format": "tender-package/1",\n "tender": 5}'
    told = {f.pointer: (f.line, f.column) for f in read_text(text, "paket.json").faults}

    assert told["/tender"] == (2, 12)


@pytest.mark.parametrize("wrong", [object(), b"x", {1, 2}, dt.time(1), 1j, (), {3: 4}])
def test_what_no_file_could_say_is_a_fault(wrong):
    """In any of these places."""
    for place in ("tender", "participants", "extensions"):
        values = small_values() | {place: [wrong]}

        assert from_values(values, BOOK).package is None, place
    assert from_values(wrong, BOOK).faults


def test_values_are_bounded_as_a_file_is(monkeypatch):
    """What holds itself, or one thing many times, ends."""
    monkeypatch.setattr(carried, "CARRIED", 10_000)
    again: list[Any] = []
    again.append(again)
    wide: Any = "x"
    for _ in range(30):
        wide = [wide, wide]
    values = small_values()

    assert [f.code for f in from_values(values | {"extensions": again}, BOOK).faults] == ["PKT005"]
    assert "PKT099" in [f.code for f in from_values(values | {"extensions": wide}, BOOK).faults]
    many = [values["participants"][0]] * 2_001
    assert [f.code for f in from_values(values | {"participants": many}, BOOK).faults] == ["PKT096"]


def test_what_is_amended_is_checked_and_the_rest_is_kept():
    """Prices stay sealed; the package before is untouched."""
    before = package()
    word = judged(StageId.EVALUASI_TEKNIS, "tidak_memenuhi", "p1", by="m1", when=at(17))
    after = amended(before, BOOK, assessments=(*before.assessments, word))

    assert after.package == evolve(before, assessments=(*before.assessments, word))
    assert isinstance(after.package.participants[0].price, Sealed)
    assert amended(before, BOOK, participants=[bidder("p2")], events=[]).package.participants == (
        bidder("p2"),
    )


def test_of_what_was_checked_less_is_not_read_again():
    """It is the package that is read anew; where the rest needs what is gone, it is refused."""
    own = judged(StageId.EVALUASI_TEKNIS, "memenuhi", "p1")
    whole = amended(package(bidder("p1"), assessments=(own,)), BOOK).package
    fewer = evolve(whole, assessments=whole.assessments[:1])
    left = reduced(fewer, BOOK)

    assert left == amended(fewer, BOOK).package
    assert left.is_checked(BOOK.declared)
    with pytest.raises(PackageRefusedError) as refused:
        reduced(evolve(whole, participants=()), BOOK)
    assert [fault.code for fault in refused.value.faults] == ["PKT051"]


def test_what_is_amended_wrongly_is_told():
    """At its place in the amended package."""
    stranger = judged(StageId.EVALUASI_TEKNIS, by="m9")
    told = amended(package(), BOOK, assessments=[stranger])

    assert told.package is None
    assert [(f.code, f.pointer) for f in told.faults] == [("PKT050", "/assessments/0/by/0")]


def with_lines(*lines: PriceLine) -> Price:
    return priced("1000000000", *lines)


FIRST = bidder("p1", price=with_lines(line(), line("L2", "20")))
AMENDED: dict[str, dict[str, Any]] = {
    "nothing": {},
    "a judgement": {"assessments": [judged(StageId.EVALUASI_TEKNIS, "memenuhi", "p1")]},
    "a bid": {"participants": [bidder("p2")]},
    "a stranger's": {"assessments": [judged(StageId.EVALUASI_TEKNIS, by="m9")]},
    "twice the same": {"participants": [FIRST]},
    "a strange line": {"participants": [bidder("p2", price=with_lines(line("L9")))]},
    "a huge price": {"participants": [bidder("p2", price=with_lines(line(unit_price="9" * 17)))]},
    "too many": {"participants": [bidder(f"b{n}", price=None) for n in range(2_000)]},
    "no entry": {"events": [7]},
    "an open price": {"participants": [evolve(bidder("p2"), price=priced("1000000000"))]},
}


@pytest.fixture(scope="module")
def whole() -> Package:
    return read_again(package(FIRST), BOOK).package


@pytest.mark.parametrize("more", AMENDED.values(), ids=AMENDED)
def test_what_is_new_beside_what_was_read_is_read_as_in_the_whole(whole, more):
    """To the same package or the same faults; what was read before is the very same again."""
    lists = {name: (*getattr(whole, name), *new) for name, new in more.items()}
    found, again = amended(whole, BOOK, **lists), read_again(evolve(whole, **lists), BOOK)

    assert (found.package, found.faults) == (again.package, again.faults)
    if found.package is not None:
        assert found.package.is_checked(BOOK.declared)
        assert package_digest(found.package) == package_digest(again.package)
        assert found.package.participants[0] is whole.participants[0]
        assert found.package.tender is whole.tender


def test_a_package_that_nobody_read_is_amended_by_reading_it_whole(whole):
    """Also one that was changed since, and one that was read under other declarations."""
    strange = evolve(whole, participants=(bidder("p1", price=with_lines(line("L9"))),))
    other = evolve(BOOK, declarations=evolve(BOOK.declarations, checks=()))

    assert [f.code for f in amended(strange, BOOK, events=()).faults] == ["PKT041"]
    assert amended(whole, other).package.participants[0] is not whole.participants[0]


def test_a_price_is_held_against_another_tender_though_it_was_against_one(whole):
    """It is no price that was looked at before."""
    faults, other = Faults(), evolve(whole.tender, hps=hps(lines=(hps_line("L1"),)))
    check_read(evolve(whole, tender=other), BOOK, faults, whole)

    assert [fault.code for fault in faults.found] == ["PKT041"]


def test_what_was_read_before_counts_among_all_entries(whole, monkeypatch):
    """As many as a file may hold, and no fewer, however often a package is amended."""
    held = whole.entries["PKT102"]
    entry = judged(StageId.EVALUASI_TEKNIS, "memenuhi", "p1", by="m1")
    monkeypatch.setitem(bounds.IN_ALL, bounds.OTHERS, (held + 1, "PKT102"))
    for _ in range(3):
        one_more = amended(whole, BOOK, assessments=(*whole.assessments, entry)).package
        whole = amended(one_more, BOOK, assessments=whole.assessments).package
    both = judged(StageId.EVALUASI_TEKNIS, "memenuhi", "p1", by="m1 m2")
    for read in (whole, accept(evolve(whole), BOOK)):
        told = amended(read, BOOK, assessments=(*whole.assessments, both)).faults

        assert [fault.code for fault in told] == ["PKT102"]


def test_lines_that_were_read_before_count_among_those_that_are_compared(whole, monkeypatch):
    """A bid is two lines here, and so is one without any."""
    monkeypatch.setattr(checks_bounds, "COMPARED", 3)
    more = (*whole.participants, bidder("p2"))

    assert [f.code for f in amended(whole, BOOK, participants=more).faults] == ["PKT104"]


def test_a_fraction_is_a_weight_or_a_base_and_nothing_else():
    """As exact as it is; an integer of any size ends in words."""
    values = small_values()
    values["tender"]["hps"]["vat_base"] = Fraction(1, 2)
    assert from_values(values, BOOK).package.tender.hps.vat_base == Fraction(1, 2)
    for wrong in (Fraction(1, 10**5000), 10**5000, Decimal("1E+999999"), Decimal("NaN")):
        values["tender"]["pagu"] = wrong
        assert from_values(values, BOOK).package is None
