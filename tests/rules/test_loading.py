"""Reading the dated values of the law: every conflict and every hole has its places."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_engine.law import LawError, Local
from tender_rules.loading import (
    LawFile,
    check_overlay,
    check_values,
    national_files,
    overlay_files,
    read_provisions,
    read_states,
)


def entry(param="a.b", **changes):
    """One provision as TOML."""
    keys = {
        "value": '"5"',
        "instrument": '"UU 1"',
        "article": '"Pasal 1"',
        "since": "2018-03-22",
        "source": '"text"',
        "checked": "2026-11-21",
        "local": '"no"',
    } | changes
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n".join([f'[[param."{param}"]]', *lines, ""])


def read(*entries, name="a.toml"):
    """Provisions from TOML."""
    return read_provisions(LawFile(name, "\n".join(entries)))


def test_every_value_knows_its_place():
    """File and line, also where two parameters take turns."""
    made = read(entry("a"), entry("b"), entry("a", since="2020-01-01"))

    assert [(p.param, p.place) for p in made] == [
        ("a", "a.toml:1"), ("b", "a.toml:10"), ("a", "a.toml:19"),
    ]  # fmt: skip


def test_numbers_are_exact_and_terms_are_texts():
    """`0.80` is a decimal, `no` a term."""
    number, term = read(entry(value='"0.80"'), entry("c", value='"isi_ulang"'))

    assert (number.value, term.value) == (Decimal("0.8"), "isi_ulang")
    assert (number.local, number.since) == (Local.NO, dt.date(2018, 3, 22))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (entry(value=None), r"a\.toml:1: a\.b: unknown or missing keys \['value'\]"),
        (entry(valeu='"5"'), r"a\.toml:1: a\.b: unknown or missing keys \['valeu'\]"),
        (entry(value="5"), r"a\.toml:1: a\.b: write the value as a text"),
        (entry(value="0.8"), r"a\.toml:1: a\.b: write the value as a text"),
        (entry().replace('"a.b"', "a"), r"a\.toml: a: a value stands under"),
        (entry().replace("[[", "[").replace("]]", "]"), r"a\.toml: a\.b: a value stands under"),
    ],
)
def test_a_faulty_entry_is_told_with_its_place(text, told):
    """Unknown and missing keys, numbers that are not texts, headers of another form."""
    with pytest.raises(LawError, match=told):
        read(text)


def test_twins_are_an_error_that_names_both_places():
    """In one file."""
    with pytest.raises(LawError, match=r"a\.b: 2 values .*a\.toml:1; a\.toml:10"):
        read(entry(), entry(value='"6"'))


def test_twins_in_two_files_are_an_error_that_names_both_places():
    """A parameter has one value of one rank a day, wherever it is written."""
    with pytest.raises(LawError, match=r"a\.b: 2 values .*a\.toml:1; b\.toml:1"):
        check_values((*read(entry()), *read(entry(value='"6"'), name="b.toml")))


READING = {"variant": '"satu"', "default": "true"}


def test_two_default_readings_are_an_error():
    """Variants have exactly one default."""
    with pytest.raises(LawError, match=r"2 values .*a\.toml:1; a\.toml:12"):
        check_values(read(entry(**READING), entry(**READING | {"variant": '"dua"'})))


def test_no_default_reading_is_an_error():
    """Never a guess which of them is meant."""
    with pytest.raises(LawError, match=r"a\.b: no value in force on 2018-03-22: a\.toml:1"):
        check_values(read(entry(**READING | {"default": "false"})))


def test_a_hole_between_two_texts_is_an_error_that_names_both_places():
    """Repealed on 1 January 2020, the next from 2 January on: one day has no law."""
    texts = read(entry(until="2020-01-01"), entry(since="2020-01-02"))
    with pytest.raises(LawError, match=r"no value in force on 2020-01-01: a\.toml:1; a\.toml:11"):
        check_values(texts)


def test_texts_that_follow_each_other_leave_no_hole():
    """A value holds until the next one, and may end for good."""
    check_values(read(entry(until="2020-01-01"), entry(since="2020-01-01", value='"6"')))
    check_values(read(entry(), entry(since="2020-01-01", value='"6"', until="2021-01-01")))
    check_values(read(entry(until="2020-01-01")))


@pytest.mark.parametrize(
    ("local", "lower", "same", "higher"),
    [
        ("no", False, False, False),
        ("yes", True, True, True),
        ("only-lower", True, True, False),
        ("only-higher", False, True, True),
    ],
)
def test_an_overlay_changes_only_what_is_open(local, lower, same, higher):
    """On each side of each bound; what is refused names both places."""
    national = read(entry(local=f'"{local}"'))
    for value, allowed in (("4.99", lower), ("5", same), ("5.01", higher)):
        overlay = read(entry(value=f'"{value}"'), name="o.toml")
        if allowed:
            check_overlay(overlay, national)
            continue
        with pytest.raises(LawError, match=r"o\.toml:1: a\.b: .* may not replace 5 .*a\.toml:1"):
            check_overlay(overlay, national)


def test_an_overlay_invents_nothing():
    """No parameter, no day, no reading that the national text does not have."""
    national = read(
        entry("t", value='"satu"', local='"yes"', **READING),
        entry("t", value='"dua"', local='"yes"', variant='"dua"', default="false"),
    )
    check_overlay(read(entry("t", value='"dua"')), national)
    for overlay in (
        read(entry("lain", value='"dua"')),
        read(entry("t", value='"dua"', since="2018-03-21")),
        read(entry("t", value='"tiga"')),
    ):
        with pytest.raises(LawError):
            check_overlay(overlay, national)


def test_an_overlay_is_held_to_a_national_text_that_came_later():
    """What was open in 2018 and is closed from 2025 on closes the overlay too."""
    national = read(entry(local='"yes"'), entry(since="2025-04-30", local='"no"'))
    with pytest.raises(LawError, match=r"a\.toml:10"):
        check_overlay(read(entry(value='"6"', since="2022-01-01")), national)

    check_overlay(read(entry(value='"6"', since="2022-01-01", until="2025-04-30")), national)


def test_what_ships_loads():
    """National law and settings, one local standard, regimes, amendments, texts with own days."""
    states = read_states()

    assert [file.name.removeprefix("regulations/") for file in national_files()] == [
        "belum-terverifikasi.toml", "cardinal.toml", "peraturan-lkpp.toml",
        "perpres-16-2018.toml", "pmk-131-2024.toml", "setelan.toml",
    ]  # fmt: skip
    assert list(overlay_files()) == ["pasuruan-2022"]
    assert (len(states.regimes), len(states.amendments), len(states.instruments)) == (3, 2, 9)
