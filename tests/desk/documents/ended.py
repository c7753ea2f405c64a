"""One small tender for each act after the ranking, by name: announced, objected to, proposed.

p1 wins at 1.104.450.000 with p3 as reserve; p2 fell on its equipment.
"""

from decimal import Decimal

from tender_engine.events import (
    Announcement,
    AwardProposal,
    Cancellation,
    FailureAct,
    Objection,
    ObjectionAnswer,
)
from tender_engine.terms import (
    Addressee,
    Canceller,
    Category,
    Channel,
    Decider,
    ObjectionDecision,
)
from tests.builders import TEKNIS, at, evaluated, failed, judged
from tests.desk.documents.data import EXTENDED, GROUND, MINUTES, given, silent
from tests.happenings import award

NOTE = "Diminta 2 unit; ditawarkan 1 unit."
FELL = judged(TEKNIS, "tidak_memenuhi", "p2", "alat", note=NOTE)
AWARD = award("p1", "p3", number="BA-1/2022")
# Another than the computed winner, in whose place an act that agrees may come.
MISTAKEN = award("p3", "p1", number="BA-0/2022")
ANNOUNCED = Announcement(at(24), "pemilihan")
OBJECTED = Objection(at(26), "pemilihan", "p2", Channel.SPSE, Addressee.POKJA)
ENDED = (AWARD, MINUTES, ANNOUNCED, OBJECTED)
WRONG, SLIGHT, RIGHT = (
    ObjectionAnswer(at(31), "pemilihan", "p2", decision, cause)
    for decision, cause in (
        (ObjectionDecision.TIDAK_BENAR, None),
        (ObjectionDecision.BENAR_TIDAK_SUBSTANSIAL, None),
        (ObjectionDecision.BENAR_SUBSTANSIAL, f"{GROUND}a"),
    )
)
LARGE = {"pagu": Decimal("100000000001")}


def tender(*events, **more):
    """The tender with these events after the ranking."""
    return evaluated(given(assessments=[FELL], events=events, **more))


def packages():
    """By name, an evaluation for each act after the ranking."""
    goods = {"category": Category.BARANG}
    by_people = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{GROUND}e")
    none_fit = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{GROUND}c")
    decision = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
    nobody = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{GROUND}b")
    return {
        "diusulkan": tender(),
        "ditetapkan": tender(AWARD, MINUTES),
        "diumumkan": tender(AWARD, MINUTES, ANNOUNCED),
        "disanggah": tender(*ENDED),
        "tidak_benar": tender(*ENDED, WRONG),
        "tidak_substansial": tender(*ENDED, SLIGHT),
        "benar": tender(*ENDED, RIGHT),
        "barang": tender(*ENDED, WRONG, **goods),
        "usul_pa": tender(AwardProposal(at(22), "027/U/2022"), **LARGE),
        "tanpa_usul": tender(**LARGE),
        "usul_pa_barang": tender(AwardProposal(at(22), "027/U/2022"), **LARGE, **goods),
        "gagal": evaluated(
            given(assessments=failed(TEKNIS, "p1", "p2", "p3"), events=[none_fit, ANNOUNCED])
        ),
        "gagal_kkn": evaluated(given(events=[by_people, ANNOUNCED])),
        "gagal_kosong": evaluated(
            given(*silent("p1", "p2"), events=[*EXTENDED, nobody, ANNOUNCED])
        ),
        "dibatalkan": evaluated(given(events=[decision, ANNOUNCED])),
    }


ENDS = packages()
