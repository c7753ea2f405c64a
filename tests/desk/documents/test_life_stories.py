"""Lives of a tender, act by act: what went out once stays what it was, whatever comes after it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.all_papers import planned
from tender_desk.documents.papers import CLARIFICATION, PAPERS, paper
from tender_desk.documents.readback import texts_of
from tender_engine.events import (
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    BondClarification,
    Cancellation,
    FailureAct,
    Minutes,
    Refusal,
)
from tender_engine.terms import AppealDecision, BondResult, Canceller, Decider, Refuser
from tender_rules import national
from tests.builders import at
from tests.desk.documents.data import GROUND, MINUTES
from tests.desk.documents.ended import ANNOUNCED, AWARD, OBJECTED, RIGHT, WRONG, tender
from tests.desk.documents.test_stage_minutes import ASKED
from tests.happenings import award, gone

LAW = national()
TOLD = (ASKED, AWARD, MINUTES, ANNOUNCED)
# Tell of each new act anew, and of what has become of the result.
RENEWED = {"surat", "laporan", "pengumuman-gagal"}


def june(event, day, hour=9):
    """The same act in June, by when everybody has been answered."""
    return evolve(event, at=at(day, hour, month=6))


FAILED = FailureAct(at(31, 12), "pemilihan", Decider.POKJA, f"{GROUND}a")
OWN = Minutes(at(31, 14), "pemilihan", "BA-GAGAL", "Ruang Rapat Pokja")
REFUSED = Refusal(at(31), Refuser.PPK, "Tidak sependapat.")
LEFT = gone("p1", "penetapan", day=27)
APPEALED = (
    WRONG,
    Appeal(at(31, 12), "pemilihan", "p2", Decimal(12210000)),
    BondClarification(at(1, month=6), "p2", BondResult.SAH),
)
GRANTED = AppealAnswer(at(6, month=6), "p2", AppealDecision.BENAR)
KEPT = AppealAnswer(at(6, month=6), "p2", AppealDecision.TIDAK_BENAR)
STORIES = {
    "sanggah_benar": (*TOLD, OBJECTED, RIGHT, FAILED, OWN, june(ANNOUNCED, 1)),
    "banding_benar": (
        *(*TOLD, OBJECTED, *APPEALED, GRANTED),
        *(june(FAILED, 7), june(OWN, 7, 14), june(ANNOUNCED, 8)),
    ),
    "banding_tidak_benar": (
        *(*TOLD, OBJECTED, *APPEALED, KEPT, Appointment(at(8, month=6), "p1", "S-1")),
    ),
    "pemenang_mundur": (*TOLD, LEFT),
    "cadangan_mundur": (*TOLD, gone("p3", "penetapan", day=27)),
    "ppk_menolak_pa_setuju": (
        *(*TOLD, REFUSED),
        FailureAct(at(31, 12), "pemilihan", Decider.PA, "lkpp-12-2021:4.2.14.a.k"),
        *(OWN, june(ANNOUNCED, 1)),
    ),
    "ppk_menolak_pa_tetap": (
        *(*TOLD, REFUSED),
        evolve(award("p1", "p3", number="PA-1"), at=at(31, 12), by=Decider.PA),
        Appointment(at(31, 17), "p1", "S-1"),
    ),
    "kkn": (
        *TOLD,
        FailureAct(at(26), "pemilihan", Decider.PA, f"{GROUND}i"),
        *(evolve(OWN, at=at(27)), evolve(ANNOUNCED, at=at(27, 12))),
    ),
    "dibatalkan": (
        *(*TOLD, OBJECTED),
        Cancellation(at(27), Canceller.PPK, "Anggaran dialihkan", "900/1/2022"),
        *(evolve(OWN, at=at(27, 10)), evolve(ANNOUNCED, at=at(27, 12))),
    ),
}


def written(found):
    """What a dossier lets go out, and whether everybody may read it; but for what is a draft."""
    ready = planned(found, PAPERS, drafts=False, under=LAW).ready
    return {(one.kind.key, one.view.bidder): (one.secret, words(one.record())) for one in ready}


def words(record):
    """Every word of a paper, but for the root of what is in the dossier by now."""
    return [text for text in texts_of(record) if "sha256:" not in text]


@pytest.mark.parametrize("name", STORIES)
def test_what_was_public_stays_so_word_for_word(name):
    """Minutes, the act, its announcement, answers: after each act as on the day they went out."""
    public, events = {}, STORIES[name]
    for count in range(len(TOLD), len(events) + 1):
        now = written(tender(*events[:count]))
        changed = [key for key, told in public.items() if now.get(key, (True, None)) != told]
        assert not changed, (type(events[count - 1]).__name__, changed)
        public |= {key: told for key, told in now.items() if not told[0] and key[0] not in RENEWED}
    assert {("bahp", None), ("penetapan", None), ("pengumuman", None)} <= public.keys()


@pytest.mark.parametrize("name", STORIES)
def test_a_letter_stands_until_there_is_another_act_to_tell(name):
    """Undone or not: what was sent was sent. Of a new act there is a new one, once announced."""
    events = STORIES[name]
    acts = {Award, FailureAct, Cancellation}
    sent = {k: told for k, told in written(tender(*TOLD)).items() if k[0] == "surat"}
    assert len(sent) == 3
    for count in range(len(TOLD), len(events) + 1):
        if type(events[count - 1]) in acts and getattr(events[count - 1], "number", "") != "PA-1":
            break
        now = written(tender(*events[:count]))
        assert {k: told for k, told in now.items() if k[0] == "surat"} == sent


def test_minutes_of_what_was_asked_do_not_wait_for_what_came_later():
    """Somebody leaves before anything is announced: how that counts is no matter of theirs."""
    early = evolve(LEFT, at=at(23, 16))
    asked_since = evolve(ASKED, at=early.at + timedelta(hours=1))

    assert not paper(tender(ASKED, AWARD, MINUTES, early), CLARIFICATION, under=LAW).draft
    assert paper(tender(asked_since, AWARD, MINUTES, early), CLARIFICATION, under=LAW).draft
