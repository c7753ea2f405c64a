"""Lives of a tender, act by act: what went out once stays what it was, whatever comes after it."""

from datetime import timedelta
from decimal import Decimal
from functools import cache

import pytest
from attrs import evolve

from tender_desk.documents.all_papers import planned
from tender_desk.documents.announced_ends import ANNOUNCED_FAILURE
from tender_desk.documents.announcements import ANNOUNCED_WINNER
from tender_desk.documents.letters_to_offices import DETERMINATION
from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.papers import (
    BAHP,
    CANCELLATION,
    CLARIFICATION,
    EVALUATION,
    LETTER,
    PAPERS,
    paper,
)
from tender_desk.documents.readback import texts_of
from tender_desk.documents.report_to_ppk import REPORT
from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    BondClarification,
    Cancellation,
    Deadline,
    FailureAct,
    Letter,
    Minutes,
    Refusal,
)
from tender_engine.terms import (
    AppealDecision,
    BondResult,
    Canceller,
    Decider,
    Phase,
    Refuser,
    Subject,
)
from tender_rules import national
from tests.builders import TEKNIS, at, evaluated, failed
from tests.desk.documents.data import GROUND, MINUTES, given
from tests.desk.documents.ended import ANNOUNCED, AWARD, FELL, OBJECTED, RIGHT, WRONG, tender
from tests.desk.documents.kinds import LIST_MINUTES, OVER, WINNER, consulted
from tests.desk.documents.test_stage_minutes import ASKED
from tests.happenings import agreed, award, gone, in_vain, listing_act, price_opening
from tests.procurements import applicants, screened

LAW = national()
TOLD = (ASKED, AWARD, MINUTES, ANNOUNCED)
# Without a day of its own it tells what has become of the result by now.
UNDATED = "laporan"


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


# Nobody passes: announced, objected to, and declared only once the masa sanggah is over.
NOBODY = (
    evolve(MINUTES, at=at(19)),
    evolve(ANNOUNCED, at=at(20)),
    evolve(OBJECTED, at=at(23)),
)
NONE_PASS = FailureAct(at(31, 12), "pemilihan", Decider.POKJA, f"{GROUND}c")
FAILURE_TOLD = evolve(ANNOUNCED, at=at(31, 16))
BY_WORD = (*NOBODY, evolve(WRONG, at=at(25)), NONE_PASS, OWN, FAILURE_TOLD)
BY_CAUSE = (*NOBODY, evolve(RIGHT, at=at(25)), FAILED, OWN, FAILURE_TOLD)
MAY_OBJECT = "dapat mengajukan sanggah melalui SPSE"


def nobody(*events, **more):
    """The same three bids, none of which fits."""
    return evaluated(given(assessments=failed(TEKNIS, "p1", "p2", "p3"), events=events, **more))


def issued(found, kinds=PAPERS):
    """What a dossier lets go out of these kinds, each with its record; but for what is a draft."""
    ready = planned(found, kinds, drafts=False, under=LAW).ready
    return [(one, one.record()) for one in ready]


def written(papers):
    """Of each the words, and whether everybody may read it."""
    return {(one.kind.key, one.view.bidder): (one.secret, words(it)) for one, it in papers}


def went_out(papers):
    """Every paper that everybody may read, each with its root: of two results there are two."""
    public = ((o, it) for o, it in papers if not o.secret and o.kind.key != UNDATED)
    return {(one.kind.key, one.view.bidder, *texts_of(it)) for one, it in public}


@cache
def told_first():
    """What had gone out before the stories part."""
    return went_out(issued(tender(*TOLD)))


def words(record):
    """Every word of a paper, but for its root."""
    return [text for text in texts_of(record) if "sha256:" not in text]


@pytest.mark.parametrize("name", STORIES)
def test_what_was_public_stays_so_word_for_word(name):
    """Each paper: after each act as on the day it went out, with the same root."""
    public, events = told_first(), STORIES[name]
    for count in range(len(TOLD) + 1, len(events) + 1):
        now = went_out(issued(tender(*events[:count])))
        changed = [told[:2] for told in public - now]
        assert not changed, (type(events[count - 1]).__name__, changed)
        public = public | now
    assert {"bahp", "penetapan", "pengumuman", "surat"} <= {told[0] for told in public}


@pytest.mark.parametrize("name", STORIES)
def test_a_letter_stands_until_there_is_another_act_to_tell(name):
    """Undone or not: what was sent was sent. Of a new act there is a new one, once announced."""
    events = STORIES[name]
    acts = {Award, FailureAct, Cancellation}
    sent = written(issued(tender(*TOLD), [LETTER]))
    assert len(sent) == 3
    for count in range(len(TOLD) + 1, len(events) + 1):
        if type(events[count - 1]) in acts and getattr(events[count - 1], "number", "") != "PA-1":
            break
        assert written(issued(tender(*events[:count]), [LETTER])) == sent


@pytest.mark.parametrize("events", [BY_WORD, BY_CAUSE])
def test_that_nobody_passes_is_public_from_its_announcement_on(events):
    """Before it is declared: minutes, announcement, and a letter to each from which to object."""
    public, first = set(), {("bahp", None), ("pengumuman-gagal", None), ("surat", "p2")}
    assert written(issued(nobody(*events[:1]), [BAHP]))[("bahp", None)][0]
    for count in range(2, len(events) + 1):
        papers = issued(nobody(*events[:count]))
        now, out = written(papers), went_out(papers)
        assert count > 2 or first <= {key for key, told in now.items() if not told[0]}
        assert [told[:2] for told in public - out] == []
        public |= out
        # The declaration itself is told by its own minutes, and public once it is announced.
        declared = any(isinstance(event, FailureAct) for event in events[:count])
        assert (("gagal", None) in now) is declared
        assert not declared or now[("gagal", None)][0] is (count < len(events))
    assert {"bahp", "jawaban-sanggah", "gagal"} <= {told[0] for told in public}


@pytest.mark.parametrize("events", [BY_WORD, BY_CAUSE])
def test_a_letter_offers_an_objection_while_one_can_be_made(events):
    """With the day that the announcement began; none from its declaration on, and no winner."""
    for count, offered in ((1, True), (2, True), (5, False), (6, False), (7, False)):
        told = "\n".join(words(paper(nobody(*events[:count]), LETTER, "p2", under=LAW)))
        assert (MAY_OBJECT in told) is offered, count
        assert ("paling lambat Rabu, 25 Mei 2022" in told) is (count == 2)
        assert "penetapan pemenang" not in told
        assert "Setelah masa sanggah berakhir" not in told or count < 5
    answered = words(paper(nobody(*events[:4]), ANSWER, "p2", under=LAW))
    assert "Penetapan pemenang" not in "\n".join(answered)


def test_it_is_announced_as_what_it_is():
    """That it fails was not declared yet, and is not said; afterwards it is."""
    for count, title in ((2, "PENGUMUMAN HASIL TENDER"), (7, "PENGUMUMAN TENDER GAGAL")):
        made = paper(nobody(*BY_WORD[:count]), ANNOUNCED_FAILURE, under=LAW)
        assert (made.title, made.draft) == (title, False)
        told = "\n".join(words(made))
        assert ("memenuhi keadaan untuk dinyatakan gagal" in told) is (count == 2)
        assert (MAY_OBJECT in told) is (count == 2)


def test_minutes_of_what_was_asked_do_not_wait_for_what_came_later():
    """Somebody leaves before anything is announced: how that counts is no matter of theirs."""
    early = evolve(LEFT, at=at(23, 16))
    asked_since = evolve(ASKED, at=MINUTES.at + timedelta(hours=1))
    dated = Letter(MINUTES.at, "klarifikasi", "K-1", MINUTES.at.date())

    assert not paper(tender(ASKED, AWARD, MINUTES, dated, early), CLARIFICATION, under=LAW).draft
    assert paper(tender(asked_since, AWARD, MINUTES, dated, early), CLARIFICATION, under=LAW).draft


def test_what_was_judged_after_the_act_that_rests_on_it_makes_a_draft():
    """Then it was not recorded in its order: no paper tells as final that it was still open."""
    package = given(assessments=[FELL], events=(*TOLD, OBJECTED, WRONG))
    late = tuple(evolve(each, at=at(25, month=6)) for each in package.assessments)
    found = evaluated(evolve(package, assessments=late))
    kinds = {DETERMINATION: None, ANNOUNCED_WINNER: None, LETTER: "p1", ANSWER: "p2"}

    for kind, who in kinds.items():
        made = paper(found, kind, who, under=LAW)
        assert made.draft
        assert "belum selesai dinilai" not in "\n".join(words(made))


ANNOUNCED_THEN = Announcement(at(21), "pemilihan")
LISTED = (
    evolve(listing_act("p1", "p2", "p3"), at=at(20)),
    evolve(LIST_MINUTES, at=at(20, 14)),
    Announcement(at(20, 16), "kualifikasi"),
    evolve(OBJECTED, at=at(23), of=Subject.KUALIFIKASI),
    evolve(WRONG, at=at(25), of=Subject.KUALIFIKASI),
)


@pytest.mark.parametrize(
    "later",
    [
        Deadline(at(27), Phase.PENAWARAN, at(30)),
        Cancellation(at(26), Canceller.PPK, "Anggaran dialihkan", "900/1/2022"),
    ],
)
def test_of_a_list_stays_what_was_told_before_bids_were_due_or_all_was_called_off(later):
    """Its announcement and an answer; its minutes, until bids have others under that name."""
    public, events = {}, (*LISTED, later)
    for count in range(3, len(events) + 1):
        now = written(issued(evaluated(screened(*applicants(3), events=events[:count]))))
        kept = {"pengumuman-prakualifikasi", "jawaban-sanggah", "pembuktian"}
        kept |= {"bahp"} if not isinstance(events[count - 1], Deadline) else set()
        changed = [k for k, told in public.items() if k[0] in kept and now.get(k) != told]
        assert not changed, type(events[count - 1]).__name__
        public |= {key: told for key, told in now.items() if not told[0]}
    assert {("pengumuman-prakualifikasi", None), ("jawaban-sanggah", "p2")} <= public.keys()


def test_talks_of_a_seleksi_take_nothing_back_that_was_public():
    """They follow the announcement, and have minutes of their own."""
    told = (price_opening(), WINNER, ANNOUNCED_THEN, OVER)
    for talks in ((), (agreed(),), (in_vain(),)):
        found = evaluated(consulted(*told, *talks))
        of_list, of_bids = planned(found, (EVALUATION,), drafts=True, under=LAW).ready
        assert (of_list.view.kind.listing, of_bids.secret) == (True, False), talks


def test_a_pembatalan_has_minutes_of_its_own_beside_those_of_the_result():
    """With their number once they have one, and the day of the decision until then."""
    events = STORIES["dibatalkan"]
    for count, number in ((len(TOLD) + 2, "...................."), (len(TOLD) + 3, "BA-GAGAL")):
        made = paper(tender(*events[:count]), CANCELLATION, under=LAW)
        assert (made.draft, made.number) == (False, number)
        assert made.date == "Jumat tanggal 27 Mei 2022"
        told = "\n".join(words(paper(tender(*events[:count]), REPORT, under=LAW)))
        assert "meringkas Berita Acara Pembatalan Tender" in told
