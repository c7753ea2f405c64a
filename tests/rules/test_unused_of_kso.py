"""What is typed at a KSO itself, though its members are asked, is told and decides nothing."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.model import Member
from tender_engine.terms import BusinessSize
from tender_rules.stages.kd import KD, HighestContract
from tender_rules.stages.papers import PAPERS, PaperDay, WantedPaper
from tender_rules.stages.qualification import BLACKLIST, CHECKS
from tender_rules.stages.skp import SKP, PackagesRun
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    asked,
    bidder,
    evaluated,
    known,
    package,
    sized,
    verdict,
)

CODE = "FAKTA_KSO_TIDAK_DIPAKAI"
OF_EACH = [check for check in CHECKS if check.of_each]
NPT = {KUALIFIKASI: known(kd=HighestContract(Decimal(1)))}
SBU = WantedPaper("sbu", "SBU", PaperDay.BATAS_PEMASUKAN)
AGREED = {"kso_agreement": True}


def members(first=None, second=None, lead="a"):
    """Two of which this is known; `lead` leads them."""
    facts = {"a": first, "b": second}
    return tuple(
        Member(name, f"CV {name}", lead=name == lead, facts=facts[name] or {}) for name in facts
    )


def typed(check, of=()):
    """A bidder with `of` as members, of which itself the fact of `check` is typed."""
    fact = check.examples.met[0]
    at_stage = {} if check.on_business else {check.key: fact}
    who = bidder(members=of, facts={ADMINISTRASI: AGREED, KUALIFIKASI: at_stage})
    return evolve(who, named={check.key: fact}) if check.on_business else who


def told(who, **asks):
    """What is said of it to those inside."""
    found = evaluated(package(who, bidder("p2"), asks=asked(KUALIFIKASI, **asks)))
    said = [notice for notice in found.notices if notice.code == CODE]
    assert all((one.participant, one.audience) == (who.id, "internal") for one in said)
    return [notice.message for notice in said]


@pytest.mark.parametrize("check", OF_EACH, ids=lambda check: check.key)
def test_a_fact_of_the_kso_itself_is_told_and_of_a_single_bidder_counts(check):
    """But that the KSO is listed, which bars it."""
    words = f"Dicatat pada KSO dan tidak dipakai: {check.words.id}; yang dinilai anggotanya."

    asks = {"papers": (SBU,)} if check is PAPERS else {}

    assert told(typed(check, members()), **asks) == ([] if check is BLACKLIST else [words])
    assert told(typed(check), **asks) == []


def test_all_of_one_kso_are_told_together_and_move_no_verdict():
    """Four run at each member and nine at the KSO: what its members have decides."""
    four = {KUALIFIKASI: known(skp=PackagesRun(4, 4))}
    itself = {"skp": PackagesRun(9), "kd": HighestContract(Decimal(1))}
    whole = tuple(sized(one, BusinessSize.KECIL) for one in members(four, four))
    who = bidder(members=whole, facts={ADMINISTRASI: AGREED, KUALIFIKASI: itself})
    made = evaluated(package(who, asks=asked(KUALIFIKASI, skp=True)))

    assert verdict(made, KUALIFIKASI) == "lulus"
    both = f"{SKP.words.id}, {KD.words.id}"
    assert told(who) == [
        f"Dicatat pada KSO dan tidak dipakai: {both}; yang dinilai anggotanya.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "lead", "whose"),
    [
        (NPT, None, "a", None),
        (NPT, NPT, "a", "CV b"),
        (NPT, NPT, "b", "CV a"),
        (None, NPT, "a", "CV b"),
        (None, None, "a", None),
    ],
)
def test_kemampuan_dasar_of_who_does_not_lead_is_told(first, second, lead, whose):
    """One member leads, and of the others it is asked of none."""
    words = f"{KD.words.id} dicatat pada {whose} dan tidak dipakai; yang dinilai leadfirm."
    who = bidder(members=members(first, second, lead), facts={ADMINISTRASI: AGREED})

    assert told(who) == ([words] if whose else [])
