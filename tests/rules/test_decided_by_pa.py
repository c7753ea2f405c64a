"""What PA determines or refuses rests on a proposal or a refusal; where none is there, it is told.

PA determines above Rp100.000.000.000 (Perpres 16/2018 Pasal 9).
"""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import AwardProposal, FailureAct, Refusal
from tender_engine.terms import Decider, Refuser, Subject
from tests.builders import at, bidder, evaluated, package
from tests.happenings import award

LIMIT, ABOVE = Decimal("100000000000"), Decimal("100000000000.01")
ACT = award("p1", "p2", day=25, by="pa")
K, L = "lkpp-12-2021:4.2.14.a.k", "lkpp-12-2021:4.2.14.a.l"
BARE = "Penetapan oleh PA Rabu, 25 Mei 2022: usul Pokja Pemilihan tidak tercatat."
ANEW = (
    "Penetapan oleh PA Rabu, 25 Mei 2022: usul baru sesudah penolakan Selasa, 24 Mei 2022 tidak "
    "tercatat."
)
SAID = "Pernyataan gagal Rabu, 25 Mei 2022"
NO_PPK = f"{SAID}: penolakan oleh PPK yang menjadi dasarnya tidak tercatat."
NO_PA = f"{SAID}: penolakan oleh PA/KPA yang menjadi dasarnya tidak tercatat."
NOT_PA = f"{SAID}: menurut pagu pemenang ditetapkan oleh Pokja Pemilihan, bukan PA/KPA."


def told(*events, pagu=ABOVE):
    """The sentences of the notice."""
    given = package(bidder("p1"), bidder("p2", "1150000000"), events=events, pagu=pagu)
    code = "DASAR_TINDAKAN_TIDAK_TERCATAT"
    return [n.message for n in evaluated(given).notices if n.code == code]


def proposal(day, hour=9):
    return AwardProposal(at(day, hour), "U-1")


def refusal(day, by=Refuser.PA):
    return Refusal(at(day), by, "lihat surat")


def failure(ground):
    return FailureAct(at(25), Subject.PEMILIHAN, Decider.PA, ground)


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((ACT,), [BARE]),
        ((proposal(25), ACT), []),
        ((ACT, proposal(25, 10)), [BARE]),
        ((proposal(23), refusal(24), ACT), [ANEW]),
        ((proposal(23), refusal(24), proposal(24, 10), ACT), []),
        ((proposal(23), refusal(24, Refuser.PPK), ACT), []),
        ((proposal(23), ACT, refusal(26)), []),
    ],
)
def test_pa_determines_what_was_proposed(events, said):
    """Before the act, and after a refusal anew; that of the PPK comes later and is another."""
    assert told(*events) == said


def test_what_the_pokja_determines_needs_no_proposal():
    """It proposes to nobody."""
    assert told(evolve(ACT, by=Decider.POKJA), pagu=LIMIT) == []


@pytest.mark.parametrize(
    ("ground", "before", "pagu", "said"),
    [
        (K, (), LIMIT, [NO_PPK]),
        (K, (refusal(24, Refuser.PPK),), LIMIT, []),
        (K, (refusal(24),), ABOVE, [NO_PPK]),
        (K, (refusal(26, Refuser.PPK),), LIMIT, [NO_PPK]),
        (L, (), ABOVE, [NO_PA]),
        (L, (refusal(24),), ABOVE, []),
        (L, (refusal(24),), LIMIT, [NOT_PA]),
        (L, (refusal(24, Refuser.PPK),), LIMIT, [NO_PA, NOT_PA]),
        ("perpres-16-2018:51(2)i", (), LIMIT, []),
    ],
)
def test_a_failure_by_pa_rests_on_a_refusal(ground, before, pagu, said):
    """Of the PPK with which it agrees, or its own to determine, which is for PA above the line."""
    assert told(*before, failure(ground), pagu=pagu) == said
