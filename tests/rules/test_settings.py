"""Settings of the house: dated and shown like values, used like values, and no law."""

import pytest
from attrs import evolve

from tender_engine.engine import evaluate
from tender_engine.events import Confirmation
from tender_engine.findings import Source
from tender_engine.law import Ask, LawError, Local
from tender_engine.model import DocumentValue, Regulation
from tender_rules import national
from tender_rules.loading import check_overlay, check_values
from tests.builders import at, bidder, codes, evaluated, package, refusal
from tests.rules.test_loading import entry, read

BOOK = national()
SETTINGS = sorted({p.param for p in BOOK.provisions if p.source is Source.SETTING})
APART = "slip.at_share_within"
SET = {"source": '"setting"', "local": '"yes"'}
# 80 percent of 1.221.000.000 is 976.800.000; one sen above and two sen above it.
ONE_SEN, TWO_SEN = "976800000.01", "976800000.02"


def test_every_setting_is_open_to_a_local_standard():
    """Or it would be no setting."""
    assert APART in SETTINGS
    for provision in BOOK.provisions:
        if provision.source is Source.SETTING:
            assert (provision.local, provision.instrument) == (Local.YES, "Setelan")


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


def test_a_document_sets_no_setting_and_nobody_confirms_one():
    """Both are faults at their place; a value of the law is set and confirmed as before."""
    own = Regulation(values=(DocumentValue(APART, "5", "IKP 1", "alasan"),))
    confirmed = Confirmation(at(20), APART, "0.01", "IKP 1")
    lawful = Confirmation(at(20), "proof.scope", "calon_pemenang_dan_cadangan", "IKP 32")

    assert refusal(package(regulation=own)) == [("ATR039", "tender.regulation.values.0.param")]
    assert refusal(package(events=[lawful, confirmed])) == [("ATR039", "events.1.param")]
    evaluated(package(events=[lawful]))
