"""The days off that ship: what they hold, how they are read, and the package they are made from."""

import datetime as dt
import re
import tomllib

import pytest
from attrs import evolve

from docs.making.days import days_of
from docs.remake import DAYS
from tender_engine.findings import READ
from tender_engine.law import LawError
from tender_rules import national
from tender_rules.days_off import read_days_off
from tender_rules.manifest import manifest_of
from tender_rules.rulebook import assembled

BOOK = national()
OFF = BOOK.days_off
DECREE = 'decree = "Nomor 1"\nsource = "secondary"\nread = []\n'


def of_year(days="", estimated="", year=2023):
    return f"[{year}]\n{DECREE}estimated = [{estimated}]\n[{year}.days]\n{days}"


@pytest.mark.parametrize("year", range(2018, 2028))
def test_the_days_are_those_of_the_package(year):
    """Named and marked as it does; a release that says otherwise is looked at by people."""
    found = days_of(year)
    shipped = {day: name for day, name in OFF.named.items() if day.year == year}
    estimated = {day for day, name in found.items() if "(perkiraan)" in name}

    assert shipped == {day: name.removesuffix(" (perkiraan)") for day, name in found.items()}
    assert {day for day in OFF.estimated if day.year == year} == estimated


def test_no_room_of_the_house_imports_the_package():
    """Or a result would change with its release."""
    rooms = [DAYS.parents[2], *(DAYS.parents[3] / room for room in ("tender", "desk", "cli"))]
    texts = [file.read_text("utf-8") for room in rooms for file in room.rglob("*.py")]

    assert len(texts) > len(rooms)
    assert not [text for text in texts if re.search(r"^\s*(import|from) holidays\b", text, re.M)]


def test_every_year_has_its_decree_and_where_it_was_looked_up():
    told = tomllib.loads(DAYS.read_text("utf-8"))

    assert sorted(OFF.decrees) == list(range(2018, 2028)) == [int(year) for year in told]
    assert {decree.source for decree in OFF.decrees.values()} <= set(READ)
    assert all(year["read"] and year["decree"] for year in told.values())


@pytest.mark.parametrize(
    ("day", "off"),
    [
        # As the joint decrees have them: a cuti bersama that came late, and days that were moved.
        ("2018-06-11", True), ("2018-06-21", False), ("2020-12-28", False), ("2020-12-31", True),
        ("2021-08-10", False), ("2021-08-11", True), ("2021-12-24", False), ("2022-04-29", True),
        ("2022-05-06", True), ("2022-05-09", False), ("2023-04-19", True), ("2023-04-26", False),
        ("2023-06-30", True), ("2023-07-19", True), ("2025-08-18", True), ("2027-12-24", True),
    ],
)  # fmt: skip
def test_days_that_were_read_in_a_decree(day, off):
    assert (dt.date.fromisoformat(day) in OFF.named) is off


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (of_year('2024-01-01 = "x"'), "no day off of that year: 2024-01-01"),
        (of_year(estimated="2023-02-01"), "2023"),
        (of_year('2023-13-01 = "x"'), "2023"),
    ],
)
def test_a_day_that_is_none_of_its_year_is_refused(text, told):
    with pytest.raises(LawError, match=told):
        read_days_off(text, "hari.toml")


def test_an_estimated_day_is_one_of_them():
    read = read_days_off(of_year('2023-02-01 = "x"', "2023-02-01"), "hari.toml")

    assert read.estimated == {dt.date(2023, 2, 1)} == read.named.keys()


@pytest.mark.parametrize("change", ["named", "estimated", "decrees"])
def test_a_changed_day_is_told_by_its_year(change):
    """And nothing else is; what a day is called is no part of it."""
    day = dt.date(2022, 5, 9)
    off = {
        "named": evolve(OFF, named={**OFF.named, day: "x"}),
        "estimated": evolve(OFF, estimated=OFF.estimated | {dt.date(2022, 5, 6)}),
        "decrees": evolve(OFF, decrees={**OFF.decrees, 2022: OFF.decrees[2021]}),
    }[change]
    called = evolve(OFF, named={**OFF.named, dt.date(2022, 5, 6): "lain"})

    assert manifest_of(evolve(assembled(), days_off=off)).differing(BOOK.manifest) == ("days:2022",)
    assert manifest_of(evolve(assembled(), days_off=called)).differing(BOOK.manifest) == ()
