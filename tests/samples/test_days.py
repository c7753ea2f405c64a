"""What becomes of a result: the days in which it is objected to, counted by hand in a README."""

import pytest

from samples.remake import BEFORE
from tender_desk.any_file import read_path
from tender_engine.formats.canonical import package_digest
from tender_rules import national
from tender_rules.words import date_and_clock
from tests.rules.pages.reading import section, tables
from tests.samples.dossiers import NAMES, SAMPLES, dossier, evaluation, readme

COUNTED = [name for name in NAMES if "\n## Days\n" in readme(name)]
counted = pytest.mark.parametrize("name", COUNTED)
OBJECTED = ("masa_sanggah", "jawaban_sanggah", "masa_sanggah_banding", "jawaban_sanggah_banding")


def told(name):
    """The tables of days and of states of a sample."""
    return tables(section(readme(name), "Days"))


def said(at):
    """A moment as a README writes it: `Selasa, 18 Juli 2023 16.00`."""
    return date_and_clock(at).replace(" pukul ", " ").removesuffix(" WIB")


@counted
def test_days_by_hand(name):
    """From when until when one may object, and the answer is due, and by which days."""
    by_hand = [tuple(row.values()) for row in told(name)[0]]

    assert by_hand == [
        (period.id, period.of, said(period.begins), said(period.until), str(period.counted))
        for period in evaluation(name).calendar
        if period.id in OBJECTED
    ]


@counted
def test_what_became_of_the_result(name):
    """The states that the result went through, to the end."""
    after = evaluation(name).after_award

    assert after is not None
    assert [row["after the award"] for row in told(name)[1]] == list(after.path)
    assert after.waits_for == ()


@pytest.mark.parametrize("name", BEFORE)
def test_a_repeat_names_the_package_before_it(name):
    """By the digest that it has."""
    before = read_path(SAMPLES / BEFORE[name] / "paket.json", national()).package

    assert before is not None
    assert dossier(name)["previous"]["package"] == package_digest(before)
