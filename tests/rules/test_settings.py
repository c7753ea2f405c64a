"""Settings of the house: dated and shown like values, used like values, and no law."""

import pytest
from attrs import evolve

from tender_desk import read as read_any
from tender_desk import workbook_bytes
from tender_engine import package_digest
from tender_engine.engine import evaluate
from tender_engine.events import Announcement, Confirmation
from tender_engine.findings import Source
from tender_engine.law import Ask, LawError, Local
from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import Subject
from tender_rules import national
from tender_rules.loading import check_overlay, check_values
from tests.builders import at, bidder, codes, evaluated, package, refusal
from tests.rules.test_loading import entry, read

BOOK = national()
SETTINGS = sorted({p.param for p in BOOK.provisions if p.source is Source.SETTING})
APART = "slip.at_share_within"
HOURS = "calendar.workday_end"
SET = {"source": '"setting"', "local": '"yes"'}
# 80 percent of 1.221.000.000 is 976.800.000; one sen above and two sen above it.
ONE_SEN, TWO_SEN = "976800000.01", "976800000.02"


def test_every_setting_is_open_to_a_local_standard():
    """Or it would be no setting; a document speaks of the working hours alone."""
    assert APART in SETTINGS
    for provision in BOOK.provisions:
        if provision.source is Source.SETTING:
            opened = Local.YES if provision.param == HOURS else Local.OVERLAY
            assert (provision.local, provision.instrument) == (opened, "Setelan")


def test_a_setting_is_asked_and_not_remembered():
    """A value beside it is."""
    ask = Ask(evaluated(package()).law)

    assert ask.text(APART) == "0.01"
    assert ask.used == {}
    assert ask.text("price.ceiling_share") == "1"
    assert list(ask.used) == ["price.ceiling_share"]


def test_no_setting_is_among_the_values_of_an_evaluation():
    """Not of the whole and of no finding, though a notice rests on it."""
    found = evaluated(package(bidder("p1", ONE_SEN)))
    findings = [f for s in found.stages for v in s.verdicts for f in v.findings]

    assert "TEPAT_80_PERSEN" in codes(found)
    assert not {value.param for value in found.values} & set(SETTINGS)
    assert not {value.param for f in findings for value in f.values} & set(SETTINGS)


def test_a_local_standard_changes_a_setting_and_nothing_else():
    """Two sen instead of one: the same evaluation, with one notice more."""
    given = package(bidder("p1", TWO_SEN), regulation=Regulation(overlays=("rumah",)))
    same, other = (read(entry(APART, value=value, **SET)) for value in ('"0.01"', '"0.02"'))
    check_overlay(other, BOOK.provisions)
    bare, local = (
        evaluate(given, evolve(BOOK, overlays={"rumah": entries})) for entries in (same, other)
    )

    assert codes(local) - codes(bare) == {"TEPAT_80_PERSEN"}
    told = {"notices": (), "law": None, "basis": None}
    assert evolve(local, **told) == evolve(bare, **told)


@pytest.mark.parametrize("sources", [("setting", "text"), ("text", "setting")])
def test_a_setting_stays_one_and_law_stays_law(sources):
    """Neither a later entry nor a local standard takes a value of the law from sight."""
    one, other = (f'"{source}"' for source in sources)
    first = read(entry(source=one, local='"yes"'))
    later = read(entry(source=other, local='"yes"', since="2020-01-01"), name="b.toml")
    for refused in (lambda: check_values((*first, *later)), lambda: check_overlay(later, first)):
        with pytest.raises(LawError, match=rf"{sources[0]}.*\.toml:1|\.toml:1.*{sources[0]}"):
            refused()


def test_a_document_sets_no_threshold_and_nobody_confirms_a_setting():
    """Both are faults at their place; a value of the law is set and confirmed as before."""
    own = Regulation(values=(DocumentValue(APART, "5", "IKP 1", "alasan"),))
    confirmed = Confirmation(at(20), APART, "0.01", "IKP 1")
    lawful = Confirmation(at(20), "proof.scope", "calon_pemenang_dan_cadangan", "IKP 32")

    assert refusal(package(regulation=own)) == [("ATR007", "tender.regulation.values.0.value")]
    assert refusal(package(events=[lawful, confirmed])) == [("ATR039", "events.1.param")]
    evaluated(package(events=[lawful]))


def closing_at(hour):
    """A tender of which the document says when its office closes; the result is announced."""
    own = Regulation(values=(DocumentValue(HOURS, hour, "IKP 1", "jam kerja kantor"),))
    return package(events=[Announcement(at(17), Subject.PEMILIHAN)], regulation=own)


@pytest.mark.parametrize(("hour", "ends"), [("15.30", "15:30"), ("0", "00:00"), ("23.59", "23:59")])
def test_a_document_sets_the_hours_of_its_office(hour, ends):
    """As any value that is open, and still it is among no values; typed in a workbook too."""
    found = evaluated(given := closing_at(hour))
    again = read_any(workbook_bytes(given, BOOK), BOOK).package

    assert [p.until.strftime("%H:%M") for p in found.calendar if p.id == "masa_sanggah"] == [ends]
    assert not {value.param for value in found.values} & set(SETTINGS)
    assert package_digest(again) == package_digest(given)


@pytest.mark.parametrize("hour", ["15.60", "24", "23.60", "-1", "1E+1", "sore", "15.30.00"])
def test_hours_that_no_day_has_are_a_fault_of_the_document(hour):
    assert refusal(closing_at(hour)) == [("ATR007", "tender.regulation.values.0.value")]
