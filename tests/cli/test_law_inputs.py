"""A day or a time is taken on a command line as a workbook takes it."""

import datetime as dt

import click
import pytest

from tender_cli.law_inputs import day_of, moment_given

CONTEXT, OPTION = click.Context(click.Command("x")), click.Option(["--at"])


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026-03-01T10:00", "2026-03-01T10:00:00"),
        ("1 Maret 2026 10:00", "2026-03-01T10:00:00"),
        ("Minggu, 1 Maret 2026 pukul 10.00", "2026-03-01T10:00:00"),
        ("1/3/2026 10.00 WITA", "2026-03-01T10:00:00+08:00"),
        ("1 Maret 2026", "2026-03-01T00:00:00"),
    ],
)
def test_a_time(typed: str, iso: str) -> None:
    """In a zone only where it names one."""
    assert moment_given(CONTEXT, OPTION, typed) == dt.datetime.fromisoformat(iso)
    assert day_of(typed.removesuffix("T10:00")) == dt.date(2026, 3, 1)


@pytest.mark.parametrize("typed", ["besok", "Senin, 1 Maret 2026 10:00", "31/2/2026"])
def test_no_time(typed: str) -> None:
    """Nor is a day of another weekday; the message writes one as people do."""
    with pytest.raises(click.BadParameter, match="30 November 2026 09:00"):
        moment_given(CONTEXT, OPTION, typed)
    with pytest.raises(click.UsageError, match="2 Mei 2022"):
        day_of(typed)
