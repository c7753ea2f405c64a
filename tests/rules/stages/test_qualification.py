"""Evaluasi kualifikasi: Daftar Hitam and business size, by member of a KSO."""

import pytest

from tender_engine.model import Member
from tender_engine.terms import BusinessSize
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    TEKNIS,
    asked,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    known,
    package,
    sized,
    verdict,
)

SMALL = (BusinessSize.MIKRO, BusinessSize.KECIL, BusinessSize.KOPERASI)
AGREED = {"kso_agreement": True}


def member(name, listed=None, size=None):
    """A member of a KSO."""
    facts = {KUALIFIKASI: known(blacklist=listed)}
    return sized(Member(name, f"PT {name} Contoh", facts=facts), size)


@pytest.mark.parametrize(
    ("listed", "expected"), [(False, "lulus"), (True, "gugur"), (None, "belum_dinilai")]
)
def test_true_means_listed(listed, expected):
    """`true` is listed, `false` looked up and clean, unknown is not clean."""
    bid = bidder(facts={KUALIFIKASI: {"blacklist": listed}})
    evaluation = evaluated(package(bid, asks=asked(KUALIFIKASI, blacklist=True)))

    assert verdict(evaluation, KUALIFIKASI) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (False, False, "lulus"),
        (False, True, "gugur"),
        (None, True, "gugur"),
        (None, False, "belum_dinilai"),
        (None, None, "belum_dinilai"),
    ],
)
def test_one_listed_member_bars_its_kso_and_one_unknown_leaves_it_open(first, second, expected):
    """Decided per member (format: KSO), and the reading is in the record as unverified."""
    bid = bidder(members=(member("a", first), member("b", second)), facts={ADMINISTRASI: AGREED})
    evaluation = evaluated(package(bid, asks=asked(KUALIFIKASI, blacklist=True)))
    found = finding(evaluation, KUALIFIKASI, "qualification.blacklist")

    assert verdict(evaluation, KUALIFIKASI) == expected
    assert [(v.param, str(v.source)) for v in found.values] == [("kso.members", "unverified")]
    if expected == "gugur":
        assert found.reason == "Masuk Daftar Hitam: PT b Contoh"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (BusinessSize.KECIL, "lulus"),
        (BusinessSize.KOPERASI, "lulus"),
        (BusinessSize.MENENGAH, "gugur"),
        (None, "belum_dinilai"),
    ],
)
def test_the_size_is_one_that_the_tender_is_for(size, expected):
    """Of the sizes asked; unknown is not one of them, nor any other."""
    bid = bidder(business_size=size)
    evaluation = evaluated(package(bid, asks=asked(KUALIFIKASI, business_size=SMALL)))

    assert verdict(evaluation, KUALIFIKASI) == expected


def test_every_member_of_a_kso_has_the_size():
    """A KSO of a small and a large business is not small."""
    members = (member("a", size=BusinessSize.KECIL), member("b", size=BusinessSize.BESAR))
    bid = bidder(members=members, facts={ADMINISTRASI: AGREED}, business_size=BusinessSize.KECIL)
    evaluation = evaluated(package(bid, asks=asked(KUALIFIKASI, business_size=SMALL)))

    assert verdict(evaluation, KUALIFIKASI) == "gugur"


def test_what_is_not_asked_does_not_run_and_is_said():
    """Two notices, no finding, and a listed bidder is not found out by a check nobody asked."""
    bid = bidder(facts={KUALIFIKASI: {"blacklist": True}})
    evaluation = evaluated(package(bid))

    assert verdict(evaluation, KUALIFIKASI) == "lulus"
    assert {"DAFTAR_HITAM_TIDAK_DIMINTA", "KUALIFIKASI_USAHA_TIDAK_DIMINTA"} <= codes(evaluation)
    asks = asked(KUALIFIKASI, blacklist=True, business_size=SMALL)
    assert codes(evaluated(package(asks=asks))) == {"KEPENTINGAN_BELUM_DINYATAKAN"}


def test_administration_and_qualification_are_one_box():
    """Who falls in one is still told what is wrong in the other; nobody goes on from half a box."""
    given = package(bidder("p1"), bidder("p2"), assessments=failed(ADMINISTRASI, "p1"))
    evaluation = evaluated(given)

    assert verdict(evaluation, ADMINISTRASI) == "gugur"
    assert verdict(evaluation, KUALIFIKASI) == "lulus"
    assert verdict(evaluation, TEKNIS) is None
    assert verdict(evaluation, TEKNIS, "p2") == "lulus"


@pytest.mark.parametrize(
    ("itself", "expected"), [(True, "gugur"), (False, "lulus"), (None, "lulus")]
)
def test_a_kso_that_is_listed_itself_is_barred_though_its_members_are_clean(itself, expected):
    """Known to be listed bars; otherwise the members' own facts decide."""
    facts = {ADMINISTRASI: AGREED, KUALIFIKASI: {"blacklist": itself}}
    bid = bidder(members=(member("a", False), member("b", False)), facts=facts)

    assert verdict(
        evaluated(package(bid, asks=asked(KUALIFIKASI, blacklist=True))), KUALIFIKASI
    ) == (expected)
