"""Every named check of the nation: its rule, and examples that are what they say they are."""

import pytest
from attrs import evolve

from tender_engine.model import Member, Requirements
from tender_engine.terms import BusinessSize
from tender_rules import national
from tender_rules.stages.sizes import BUSINESS_SIZE
from tests.builders import bidder, evaluated, finding, hps, package
from tests.happenings import deadline

BOOK = national()
CHECKS = BOOK.declarations.checks


def demands(check):
    """What a document asks by it; one that is declined by name is not asked."""
    return [demand for demand in check.examples.asked if demand is not False]


def rule_of(check):
    """The one rule by which a check is decided."""
    (rule,) = BOOK.deciding(check)
    return rule


def said(check, demand, fact):
    """What its rule says of a bidder of whom this is known; None if it says nothing.

    Under an HPS of 100 million, of which a bid bond that the document leaves to the law is 1 %; a
    business whose size is not asked is large, and bids came in until 12 May 2022.
    """
    own = {} if check is BUSINESS_SIZE else {BUSINESS_SIZE.key: BusinessSize.BESAR}
    own |= {check.key: fact} if check.on_business and fact is not None else {}
    facts = {} if check.on_business else {check.stage: {check.key: fact}}
    asks = {} if demand is None else {check.stage: Requirements(named={check.key: demand})}
    # What the law asks by itself it asks of a KSO.
    members = (Member("p1.1", "CV Anggota", lead=True),) if check.by_law else ()
    who = evolve(bidder(total="90000000", facts=facts), named=own, members=members)
    given = package(who, asks=asks, hps=hps("100000000", "0", None), events=[deadline()])
    made = evaluated(given)
    found = finding(made, check.stage, rule_of(check).id)
    return found and found.verdict


def cases(fates):
    """Each demand of each check, None where it has none, with each fact that `fates` picks."""
    asked = [(check, demand) for check in CHECKS for demand in demands(check) or [None]]
    return [(check, demand, fact) for check, demand in asked for fact in fates(check.examples)]


def test_one_rule_decides_each():
    """At the stage at which it is asked."""
    for check in CHECKS:
        stages = (stage for known in BOOK.procedures.values() for stage in known.stages)
        assert {stage.id for stage in stages if rule_of(check) in stage.rules} == {check.stage}


@pytest.mark.parametrize(("check", "demand", "fact"), cases(lambda examples: examples.met))
def test_what_meets_it_passes(check, demand, fact):
    """Where nothing can fail, its rule may have nothing to say."""
    expected = {"lulus"} if check.examples.unmet else {"lulus", None}
    assert said(check, demand, fact) in expected


@pytest.mark.parametrize(("check", "demand", "fact"), cases(lambda examples: examples.unmet))
def test_what_does_not_meet_it_fails(check, demand, fact):
    assert said(check, demand, fact) == "gugur"


@pytest.mark.parametrize(("check", "demand"), [(c, each) for c in CHECKS for each in demands(c)])
def test_what_is_asked_and_unknown_waits(check, demand):
    assert said(check, demand, None) == "belum_dinilai"
