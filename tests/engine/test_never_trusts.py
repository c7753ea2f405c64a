"""`evaluate` takes no package on trust: what anybody made is read again, or refused in words."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.declared import Check, Words
from tender_engine.engine import evaluate
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.shapes import Flag
from tender_engine.formats.values import amended
from tender_engine.model import Assessment, Member, Package, Requirements, Submitted
from tender_engine.rulebook import Rulebook
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import AssessmentVerdict, Category, StageId
from tender_rules import national
from tests.builders import at, bidder, line, package, priced
from tests.reading import read_path
from tests.tries import tries

SAMPLES = ("gedung-puskesmas", "keamanan-jaringan", "peringatan-banjir-ulang")
CYCLE: list[Any] = []
CYCLE.append(CYCLE)
WRONG = (
    None,
    True,
    0,
    -1,
    10**4000,
    1.5,
    float("nan"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("-Infinity"),
    Decimal("-0.01"),
    Decimal("1E+999999999"),
    Decimal("1E-999999999"),
    Fraction(10**4000, 3),
    Fraction(-1, 3),
    1j,
    "",
    "1",
    "\x00\ud800",
    "m1",
    b"1",
    (),
    (None,),
    [1],
    {"a": 1.5},
    {1: {2: 3}},
    {StageId.EVALUASI_TEKNIS: 1},
    frozenset({1}),
    object(),
    int,
    dt.date(2022, 5, 2),
    dt.datetime(2022, 5, 2),  # noqa: DTZ001 - that is what is wrong with it
    dt.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=dt.UTC),
    dt.time(1),
    Category.BARANG,
    AssessmentVerdict.MEMENUHI,
    Sealed(None),
    Sealed(Sealed(1.5)),
    Submitted(penawaran=at(12)),
    bidder("p9"),
    CYCLE,
)


@cache
def sample(name: str) -> Package:
    found = read_path(f"samples/{name}").package
    assert found is not None
    return found


def steps(value: Any) -> list[Any]:
    """What leads from a value to its parts."""
    if isinstance(value, Sealed):
        return [None]
    if attrs.has(type(value)):
        return [field.name for field in attrs.fields(type(value)) if field.init]
    if isinstance(value, tuple | list):
        return [*range(len(value))]
    return [*value] if isinstance(value, dict) else []


def part(value: Any, step: Any) -> Any:
    if isinstance(value, Sealed):
        return reveal_for_storage(value)
    return getattr(value, step) if attrs.has(type(value)) else value[step]


def with_part(value: Any, step: Any, new: Any) -> Any:
    if isinstance(value, Sealed):
        return Sealed(new)
    if attrs.has(type(value)):
        return evolve(value, **{step.lstrip("_"): new})
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[step] = new
    return tuple(changed) if isinstance(value, tuple) else changed


def damaged(value: Any, draw: Any) -> Any:
    """The value with one part, at any depth, replaced by something wrong."""
    inner = steps(value)
    if not inner or draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from(WRONG))
    step = draw(st.sampled_from(inner))
    return with_part(value, step, damaged(part(value, step), draw))


@tries(60)
@given(st.data())
def test_a_package_with_anything_wrong_anywhere_is_refused_in_words(data):
    """Or read, where it says what a file may say; nothing crashes in between."""
    whole = data.draw(st.sampled_from([package(), *map(sample, SAMPLES)]))
    wrong = damaged(whole, data.draw)
    try:
        found = evaluate(wrong, national())
    except PackageRefusedError as told:
        codes = {fault.code[:3] for fault in told.faults}
        assert codes in ({"PKT"}, {"ATR"})
    else:
        assert found.given == wrong
        assert found.given.is_checked(national().declared)


def refused(given: Any) -> list[tuple[str, str]]:
    """Code and pointer of each fault that `given` is refused for."""
    with pytest.raises(PackageRefusedError) as told:
        evaluate(given, national())
    return [(fault.code, fault.pointer) for fault in told.value.faults]


def with_tender(**changes: Any) -> Package:
    good = package()
    return evolve(good, tender=evolve(good.tender, **changes))


def with_price(**changes: Any) -> Package:
    return package(bidder(price=evolve(priced("1000000000", line(), line("L2", "20")), **changes)))


LATE = package(bidder(submitted=False), events=())
IMPOSSIBLE = {
    "nan": (with_tender(pagu=Decimal("NaN")), ("PKT007", "/tender/pagu")),
    "negative": (
        with_price(stated_total=Decimal("-1")),
        ("PKT014", "/participants/0/price/stated_total"),
    ),
    "float": (
        with_price(vat_percent=11.0),
        ("PKT012", "/participants/0/price/vat_percent"),
    ),
    "text for an amount": (
        with_price(stated_total="1000000000"),
        ("PKT012", "/participants/0/price/stated_total"),
    ),
    "whole number for an amount": (with_tender(pagu=1250000000), ("PKT012", "/tender/pagu")),
    "twice": (package(bidder(), bidder()), ("PKT030", "/participants/1/id")),
    "unknown category": (with_tender(category="jalan"), ("PKT015", "/tender/category")),
    "nobody": (
        evolve(package(), assessments=(Assessment(StageId.EVALUASI_TEKNIS, "*", ("m9",), at(16)),)),
        ("PKT050", "/assessments/0/by/0"),
    ),
    "list for a tuple": (evolve(package(), participants=[bidder()]), ("PKT012", "/participants")),
    "open price": (
        package(evolve(bidder(), price=priced("1000000000"))),
        ("PKT012", "/participants/0/price"),
    ),
    "another class": (package(Member("p1", "CV p1")), ("PKT012", "/participants/0")),
    "no package": (42, ("PKT012", "")),
    "keyed by no text": (
        with_tender(requirements={7: None}),
        ("PKT010", "/tender/requirements/int"),
    ),
}


@pytest.mark.parametrize(("given", "fault"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_no_file_could_say_is_refused_with_the_code_of_a_file(given, fault):
    """At its place."""
    assert fault in refused(given)


def test_making_another_package_drops_the_mark():
    """By its class, or by changing one, even to itself; the mark shows nowhere."""
    read = amended(package(), national()).package
    again = evolve(read)
    made = Package(**{f.name: getattr(read, f.name) for f in attrs.fields(Package) if f.init})

    assert read.is_checked(national().declared)
    assert not again.is_checked(national().declared)
    assert not made.is_checked(national().declared)
    assert read == again == made
    assert hash(read.pokja) == hash(again.pokja)
    assert "_checked" not in repr(read)
    with pytest.raises(TypeError, match="checked"):
        Package(read.tender, read.pokja, checked=national().declared)


def declaring(**changes: Any) -> Rulebook:
    """The national rulebook with other declarations."""
    return evolve(national(), declarations=evolve(national().declarations, **changes))


def test_a_package_checked_under_other_declarations_is_checked_anew():
    """Under its own it is taken as it is."""
    read = amended(package(), national()).package
    object.__setattr__(read, "participants", (*read.participants, *read.participants))
    assert evaluate(read, evolve(national())).given is read

    with pytest.raises(PackageRefusedError):
        evaluate(evolve(read), national())
    with pytest.raises(PackageRefusedError) as told:
        evaluate(read, declaring(checks=()))
    assert ("PKT030", "/participants/1/id") in [(f.code, f.pointer) for f in told.value.faults]


OWN: Check[bool, bool] = Check(
    "siap_desa",
    StageId.EVALUASI_ADMINISTRASI,
    Words("kesiapan desa", "the village is ready"),
    demand=Flag(),
    fact=Flag(),
)


def test_a_named_check_that_the_rulebook_does_not_know_is_refused():
    """Whoever read the package knew it."""
    book = declaring(checks=(*national().declarations.checks, OWN))
    good = package()
    asks = {OWN.stage: Requirements(named={OWN.key: True})}
    given = evolve(good, tender=evolve(good.tender, requirements=asks))
    read = amended(given, book).package

    assert evaluate(read, book).given is read
    place = f"/tender/requirements/{OWN.stage}/{OWN.key}"
    assert refused(read) == [("PKT010", place)]
    assert refused(pickle.loads(pickle.dumps(read))) == [("PKT010", place)]


def changed(**changes: Any) -> tuple[Check[Any, Any], ...]:
    """The national checks, the first of them declared otherwise."""
    first, *others = national().declarations.checks
    return (evolve(first, **changes), *others)


def test_whatever_a_package_is_held_to_is_part_of_what_it_was_checked_against():
    """Also what no schema says: what is refused by name, what people judge, what the law asks."""
    first = national().declarations.checks[0]
    read = amended(package(), national()).package
    method = str(read.tender.method)
    others = [
        declaring(refused=(method,)),
        declaring(checks=changed(judged=not first.judged)),
        declaring(checks=changed(by_law=not first.by_law)),
    ]

    assert not any(read.is_checked(book.declared) for book in others)
    assert read.is_checked(declaring(checks=changed(hint="lain")).declared)
    with pytest.raises(PackageRefusedError, match=r"PKT022 tender\.method"):
        evaluate(read, others[0])
