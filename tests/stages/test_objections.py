"""What the law refuses by name, all of it together, with words in both languages."""

import datetime as dt
from decimal import Decimal

import pytest

from tender.events import Award, Confirmation, Deadline, FailureAct
from tender.faults import PackageRefusedError
from tender.model import Criterion, Previous, Requirements
from tender.terms import (
    Category,
    Contract,
    Decider,
    Envelope,
    Method,
    Phase,
    PreviousKind,
    ProcedureName,
)
from tender_rules.objections import TEXTS
from tests.builders import ADMINISTRASI, HARGA, TEKNIS, asked, at, evaluated, package

PA = Decider.PA
SCORED = Criterion("s", "mutu", weight=Decimal(100), max_score=Decimal(100))


def refused(**terms):
    """Why a package is refused: code and path."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(package(**terms))
    return [(fault.code, ".".join(map(str, fault.path))) for fault in told.value.faults]


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({"procedure": ProcedureName.PRAKUALIFIKASI}, ("ATR001", "tender.procedure")),
        ({"envelope": Envelope.DUA_FILE}, ("ATR001", "tender.envelope")),
        ({"envelope": Envelope.DUA_TAHAP}, ("ATR001", "tender.envelope")),
        ({"method": Method.SISTEM_NILAI}, ("ATR001", "tender.method")),
        ({"category": Category.JASA_KONSULTANSI_PERORANGAN}, ("ATR001", "tender.category")),
        ({"contract": Contract.WAKTU_PENUGASAN}, ("ATR001", "tender.contract")),
        ({"integrated": True}, ("ATR001", "tender.integrated")),
        ({"international": True}, ("ATR001", "tender.international")),
        ({"complex": True}, ("ATR002", "tender.complex")),
        (
            {"contract": Contract.TERIMA_JADI, "category": Category.BARANG},
            ("ATR003", "tender.contract"),
        ),
        (
            {"asks": {HARGA: Requirements(tkdn_preference=Decimal(25))}},
            ("ATR001", "tender.requirements.evaluasi_harga.tkdn_preference"),
        ),
        (
            {"asks": {TEKNIS: Requirements(threshold=Decimal(70))}},
            ("ATR001", "tender.requirements.evaluasi_teknis"),
        ),
        (
            {"asks": {TEKNIS: Requirements(criteria=(SCORED,))}},
            ("ATR001", "tender.requirements.evaluasi_teknis.criteria.0"),
        ),
        (
            {"previous": Previous(PreviousKind.EVALUASI_ULANG, "sha256:0", "x")},
            ("ATR001", "previous.kind"),
        ),
        ({"events": [Confirmation(at(1), "a.b", "1", "LDP")]}, ("ATR006", "events.0.param")),
        (
            {"events": [Deadline(at(1), Phase.KUALIFIKASI, at(20))]},
            ("ATR008", "events.0.of"),
        ),
        (
            {"events": [FailureAct(at(20), "pemilihan", PA, "51(2)z")]},
            ("ATR009", "events.0.ground"),
        ),
        ({"events": [Award(at(20), "pemilihan", PA, "BA-1")]}, ("ATR010", "events.0")),
        (
            {
                "events": [
                    Award(at(20), "pemilihan", PA, "BA-1", "p1"),
                    Award(at(20), "pemilihan", PA, "BA-2", "p1"),
                ]
            },
            ("ATR012", "events.1.at"),
        ),
    ],
)
def test_each_is_refused_by_name(terms, expected):
    """One fault, at the key that is to blame."""
    assert refused(**terms) == [expected]


def test_all_are_told_together():
    """Nobody corrects one fault to be told the next."""
    terms = {"envelope": Envelope.DUA_FILE, "complex": True, "announced_on": dt.date(2018, 3, 21)}

    assert {code for code, _ in refused(**terms)} == {"ATR001", "ATR002", "ATR004"}


def test_every_code_has_words_that_can_be_filled():
    """Message and hint in both languages, with the parameters that the faults carry."""
    with pytest.raises(PackageRefusedError) as told:
        evaluated(package(complex=True, envelope=Envelope.DUA_FILE))
    for fault in told.value.faults:
        text = TEXTS[fault.code]
        for lang in ("id", "en"):
            assert "{" not in text.message(lang).format(**fault.params)
            assert text.hint(lang).format(**fault.params)


@pytest.mark.parametrize("category", [Category.BARANG, Category.JASA_LAINNYA])
def test_a_bid_bond_is_for_works_only(category):
    """Pasal 30 ayat (2); a document that says it asks none is in order."""
    where = ("ATR013", "tender.requirements.evaluasi_administrasi.bid_bond")

    assert refused(category=category, asks=asked(ADMINISTRASI, bid_bond=True)) == [where]
    assert evaluated(package(category=category, asks=asked(ADMINISTRASI, bid_bond=False)))


@pytest.mark.parametrize(
    ("members", "fits"), [(1, False), (2, False), (3, True), (4, False), (5, True)]
)
def test_a_panel_has_three_members_or_more_and_is_odd(members, fits):
    """Pasal 13 ayat (2) and (3)."""
    if fits:
        assert evaluated(package(members=members))
    else:
        assert refused(members=members) == [("ATR014", "pokja.members")]


def test_the_failed_negotiation_of_a_seleksi_is_no_ground_of_a_tender():
    """Pasal 51 ayat (2) huruf h speaks of the cost negotiation in a Seleksi."""
    act = FailureAct(at(20), "pemilihan", Decider.POKJA, "perpres-16-2018:51(2)h")

    assert refused(events=[act]) == [("ATR009", "events.0.ground")]
