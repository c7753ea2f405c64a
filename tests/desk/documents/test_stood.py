"""The minutes of a result that was undone since: printed as they were, and public as they were."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.all_papers import planned
from tender_desk.documents.announcements import ANNOUNCED_WINNER
from tender_desk.documents.failure_minutes import FAILED as FAILED_MINUTES
from tender_desk.documents.letters_to_offices import DETERMINATION
from tender_desk.documents.papers import (
    BAHP,
    CLARIFICATION,
    EVALUATION,
    LETTER,
    PAPERS,
    PROOF,
    paper,
)
from tender_desk.documents.readback import texts_of
from tender_desk.documents.report_to_ppk import REPORT
from tender_desk.documents.status import status_of
from tender_desk.documents.stood import as_it_stood
from tender_desk.documents.view import View
from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    Appointment,
    AwardProposal,
    Confirmation,
    FailureAct,
    Invitation,
    Letter,
    ObjectionPeriodEnd,
    Refusal,
)
from tender_engine.formats import values
from tender_engine.terms import AppealDecision, Decider, Refuser
from tender_rules import national
from tests.builders import KUALIFIKASI, PEMBUKTIAN, TEKNIS, at, evaluated, judged
from tests.desk.documents.data import GROUND, MINUTES, given
from tests.desk.documents.ended import (
    ANNOUNCED,
    AWARD,
    ENDED,
    FELL,
    LARGE,
    RIGHT,
    WRONG,
    tender,
)
from tests.desk.documents.kinds import LIST_MINUTES
from tests.desk.documents.test_stage_minutes import ASKED
from tests.happenings import (
    announced,
    answered,
    award,
    closing,
    deadline,
    gone,
    listing_act,
    objection,
)
from tests.procurements import applicants, screened

LAW = national()
FAILURE = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
TOLD = Announcement(at(8, month=6), "pemilihan")
APPEAL = Appeal(at(31, 12), "pemilihan", "p2", Decimal(12210000))
GRANTED = AppealAnswer(at(6, month=6), "p2", AppealDecision.BENAR)
FAILED = evolve(FAILURE, at=at(7, month=6))
UNDONE = (*ENDED, RIGHT, FAILURE)
# p1 leaves once it is announced; the panel reads the document, and determines p3.
LEFT = gone("p1", "penetapan", day=27)
AGREED = Confirmation(at(27, 10), "withdrawal.effect", "gugur", "LDP huruf W")
ANEW = award("p3", day=28, number="BA-2/2022")
SOON = Announcement(at(28, 12), "pemilihan")


def test_the_minutes_of_what_was_undone_are_those_of_their_day():
    """Word for word and with the same root: nothing that came later is in them."""
    then = paper(tender(AWARD, MINUTES), BAHP, under=LAW)

    assert paper(tender(*UNDONE), BAHP, under=LAW) == then
    assert paper(tender(*UNDONE, TOLD), BAHP, under=LAW) == then
    assert not then.draft


def test_a_judgement_of_later_days_is_not_theirs():
    """p3 was found not to fit once the tender had failed: on the day of the minutes it had."""
    fell = judged(TEKNIS, "tidak_memenuhi", "p3", "alat", note="Diperiksa kembali.")
    late = evolve(fell, at=at(31, 12))
    with_it = evaluated(given(assessments=[FELL, late], events=UNDONE))

    assert paper(with_it, BAHP, under=LAW) == paper(tender(AWARD, MINUTES), BAHP, under=LAW)


def test_an_award_after_its_minutes_is_theirs():
    """The PA determines on the minutes: without that act they would be a draft."""
    act = evolve(AWARD, at=at(23, 15), by=Decider.PA)
    made = paper(tender(act, MINUTES, *ENDED[2:], RIGHT, FAILURE, **LARGE), BAHP, under=LAW)

    assert MINUTES.at < act.at < ANNOUNCED.at
    assert made == paper(tender(act, MINUTES, **LARGE), BAHP, under=LAW)
    assert not made.draft


def test_a_report_tells_what_stood_on_its_day():
    """The objection of the 26th is in none of the 24th; without a day of its own it tells all."""
    letter = Letter(at(24, 12), "laporan", "L-1", date(2022, 5, 24))
    then, now = (paper(tender(*ENDED, WRONG, *more), REPORT, under=LAW) for more in ((letter,), ()))

    told = "\n".join(texts_of(then))
    assert "Pengumuman hasil pemilihan" in told
    assert "Sanggah dari" not in told
    assert "Keadaan menurut catatan: masa sanggah" in told
    assert not then.draft
    assert "Sanggah dari" in "\n".join(texts_of(now))


def test_how_late_it_was_on_the_day_of_a_report_is_not_told_by_what_was_typed_since():
    """Announced on Tuesday, 24 May: five days, to Monday the 30th. Winner, price, all agrees."""
    day, stands = date(2022, 5, 25), "Keadaan menurut catatan: {}".format
    own = Letter(at(25, 12), "laporan", "L-1", day)
    other = Letter(at(20, month=6), "surat", "S-1", date(2022, 6, 20), "p2")
    agreed = Confirmation(at(20, month=6), "withdrawal.effect", "gugur", "LDP huruf W")
    stories = {
        "masa sanggah": (
            (own, other),
            (evolve(own, at=at(20, month=6)),),
            (evolve(own, at=at(23)), agreed),
            (evolve(own, at=at(23), dated=date(2022, 5, 30)), other),
        ),
        "siap SPPBJ": (
            (evolve(own, at=at(31), dated=date(2022, 5, 31)),),
            (evolve(own, at=at(20, month=6), dated=date(2022, 5, 31)),),
            (evolve(own, at=at(25), dated=date(2022, 5, 31)),),
        ),
    }
    for state, written in stories.items():
        for letters in written:
            made = paper(tender(AWARD, MINUTES, ANNOUNCED, *letters), REPORT, under=LAW)

            assert not made.draft
            assert any(stands(state) in text for text in texts_of(made)), letters


@pytest.mark.parametrize(("day", "draft"), [(15, True), (16, False), (17, False)])
def test_a_paper_dated_before_the_last_it_tells_is_a_draft(day, draft):
    """Judged on the 16th, asked on the 16th: on that day it may be written."""
    letter = Letter(at(30), "evaluasi", "E-1", date(2022, 5, day))
    made = paper(tender(ASKED, AWARD, MINUTES, letter), EVALUATION)

    reason = f"Tanggalnya, {day} Mei 2022, mendahului yang dimuatnya, 16 Mei 2022."
    assert made.draft is draft
    assert any(reason in text for text in texts_of(made)) is draft


@pytest.mark.parametrize(("day", "draft"), [(15, True), (16, False)])
def test_minutes_of_a_meeting_bear_no_earlier_day_than_what_they_tell(day, draft):
    """The answer is of the 16th, and the meeting to which it was called gives them their day."""
    call = Invitation(at(14), "klarifikasi", ASKED.participant, at(day, 8), "Aula", "U-1")
    made = paper(tender(call, ASKED, AWARD, MINUTES), CLARIFICATION, ASKED.participant)

    assert made.draft is draft
    reason = f"Tanggalnya, {day} Mei 2022, mendahului yang dimuatnya, 16 Mei 2022."
    assert any(reason in text for text in texts_of(made)) is draft


def test_minutes_belong_to_the_act_that_they_follow():
    """A failure declared after them has its own; those of the award stand as they were."""
    later = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
    found = tender(*ENDED, later)

    assert paper(found, BAHP, under=LAW) == paper(tender(AWARD, MINUTES), BAHP, under=LAW)
    assert paper(found, FAILED_MINUTES, under=LAW).number != MINUTES.number


def test_minutes_after_the_appointment_are_not_those_of_the_result():
    """They take neither its number nor its day; where there are no others they are all there is."""
    over = ObjectionPeriodEnd(at(30, 16), "pemilihan")
    appointed = Appointment(at(31, 17), "p1", "S-1")
    late = evolve(MINUTES, at=at(10, month=6), number="TERLAMBAT")
    acts = (AWARD, ANNOUNCED, over, appointed, late)

    assert paper(tender(MINUTES, *acts), BAHP).number == paper(tender(AWARD, MINUTES), BAHP).number
    assert paper(tender(*acts), BAHP).number == "TERLAMBAT"


def test_what_came_later_keeps_no_minutes_of_a_stage_a_draft():
    """An award after the minutes that should tell it: the evaluation is older."""
    found = tender(ASKED, MINUTES, evolve(AWARD, at=at(24)))

    assert "URUTAN_WAKTU" in {notice.code for notice in found.notices}
    assert not paper(found, EVALUATION, under=LAW).draft
    early = evolve(ASKED, at=at(1))
    assert paper(tender(early, *ENDED), EVALUATION, under=LAW).draft


def test_under_another_rulebook_it_is_a_draft_that_says_which_stand():
    """What it would say then is not known here."""
    found = tender(*UNDONE)
    other = evolve(found, basis=evolve(found.basis, digest="sha256:lain"))
    view = View.of(other, under=LAW)

    assert as_it_stood(view) is view
    (reason,) = paper(other, BAHP, under=LAW).annex[0].blocks[1:2]
    assert "tetap sebagaimana adanya" in reason.text


@pytest.mark.parametrize(
    ("events", "secret"),
    [
        ((AWARD, MINUTES), True),
        ((AWARD, MINUTES, ANNOUNCED), False),
        (UNDONE, False),
        ((*UNDONE, TOLD), False),
    ],
)
def test_what_was_public_stays_so(events, secret):
    """Undone or not: everybody has read it."""
    (made,) = planned(tender(*events), (BAHP,), drafts=False, under=LAW).ready

    assert made.secret is secret


def test_what_nobody_announced_stays_secret_where_only_the_failure_was():
    """The PA declared it on the minutes: their result was never made known."""
    by_pa = FailureAct(at(24), "pemilihan", Decider.PA, f"{GROUND}i")
    told = Announcement(at(25), "pemilihan")
    (made,) = planned(tender(AWARD, MINUTES, by_pa, told), (BAHP,), drafts=True, under=LAW).ready

    assert made.view.evaluation.failure is None
    assert made.secret


@pytest.mark.parametrize("acts", [(RIGHT, FAILURE, TOLD), (WRONG, APPEAL, GRANTED, FAILED, TOLD)])
def test_no_paper_that_was_public_becomes_secret_again(acts):
    """Act by act, until the failure was announced; letters and report tell of each anew."""
    public: set[tuple[str, str | None]] = set()
    for count in range(len(acts) + 1):
        ready = planned(tender(*ENDED, *acts[:count]), PAPERS, drafts=False, under=LAW).ready
        secret = {(one.kind.key, one.view.bidder) for one in ready if one.secret}
        assert {key for key, _ in secret & public} <= {"surat", "laporan"}, count
        assert ("jawaban-sanggah", "p2") not in secret
        public |= {(one.kind.key, one.view.bidder) for one in ready if not one.secret}
    assert {("bahp", None), ("jawaban-sanggah", "p2"), ("evaluasi", None)} <= public


def test_a_new_award_leaves_the_minutes_before_it_as_they_are():
    """The winner leaves, and p3 is determined: word for word, public, until it has its own."""
    then = paper(tender(AWARD, MINUTES), BAHP, under=LAW)
    for acts in ((LEFT,), (LEFT, AGREED), (LEFT, AGREED, ANEW), (LEFT, AGREED, ANEW, SOON)):
        found = tender(AWARD, MINUTES, ANNOUNCED, *acts)
        (made,) = planned(found, (BAHP,), drafts=False, under=LAW).ready

        assert made.record() == then, acts
        assert not made.secret
    own = evolve(MINUTES, at=at(29, 9), number="BA-9/2022")
    with_own = tender(AWARD, MINUTES, ANNOUNCED, LEFT, AGREED, ANEW, own)
    older, made = planned(with_own, (BAHP,), drafts=False, under=LAW).ready

    assert (older.stem, made.stem) == ("01-bahp", "02-bahp")
    assert older.record() == then
    assert made.record().number == "BA-9/2022"
    assert (older.secret, made.secret) == (False, True)
    assert not paper(found, DETERMINATION, under=LAW).draft


def test_what_went_out_of_a_result_stays_beside_what_goes_out_of_the_next():
    """Word for word, in the order of their days, each with the number of its own `surat`."""
    sent = Letter(at(24, 13), "surat", "S-1", date(2022, 5, 24), "p1")
    first = (AWARD, MINUTES, ANNOUNCED, sent)
    again = (*(LEFT, AGREED, ANEW), evolve(MINUTES, at=at(29, 9), number="BA-9/2022"))
    another = Letter(at(30), "surat", "S-9", date(2022, 5, 30), "p1")
    told_anew = (evolve(ANNOUNCED, at=at(29, 12)), another)
    kinds = (BAHP, DETERMINATION, ANNOUNCED_WINNER, LETTER)

    def went_out(*events):
        ready = planned(tender(*events), kinds, drafts=False, under=LAW).ready
        assert not any(one.secret for one in ready)
        return [(one.kind.key, one.view.bidder, [*texts_of(one.record())]) for one in ready]

    before, after = went_out(*first), went_out(*first, *again, *told_anew)
    assert [each for each in after if each in before] == before
    new = [each[:2] for each in after if each not in before]
    letters = [("surat", who) for who in ("p1", "p2", "p3")]
    assert sorted(new) == [("bahp", None), ("penetapan", None), ("pengumuman", None), *letters]


def test_of_two_results_it_is_said_which_minutes_are_a_draft():
    """Those of the first stand as they are, and are written; of the next there are none as yet."""
    acts = (AWARD, MINUTES, ANNOUNCED, LEFT, AGREED, ANEW)
    now, with_own = tender(*acts), tender(*acts, evolve(MINUTES, at=at(29, 9), number="BA-9"))
    (reason,) = status_of(now, "id").reasons

    assert "027/9/BAHP/2022 tanggal Senin, 23 Mei 2022 tetap sebagaimana adanya" in reason
    assert status_of(now, "en").reasons[0].endswith("others come after them")
    assert status_of(with_own, "id").reasons == ()


def test_who_leaves_makes_nothing_secret_that_was_public():
    """Neither before nor after another is determined: but for what tells that one."""
    of_new = {"penetapan"}
    june = [evolve(event, at=at(day, month=6)) for day, event in enumerate((LEFT, AGREED, ANEW), 1)]
    for count in range(4):
        events = (ASKED, *ENDED, WRONG, *june[:count])
        ready = planned(tender(*events), PAPERS, drafts=True, under=LAW).ready
        secret = {one.kind.key for one in ready if one.secret and not one.draft}

        assert secret == (of_new if count == 3 else set())
        new = {one.kind.key for one in ready if one.draft} - {"pembukaan", "klarifikasi", "laporan"}
        assert new <= {one.kind.key for one in ready if one.draft and one.secret}
        assert {"evaluasi", "klarifikasi", "pembuktian", "jawaban-sanggah", "bahp"} <= {
            one.kind.key for one in ready
        }


def test_what_was_judged_since_is_secret_where_it_is_told():
    """The proof of p3 was looked at again after the announcement, and nothing before it was."""
    again = judged(PEMBUKTIAN, "memenuhi", "p3", "asli")
    late = evolve(again, at=at(27, 12))
    found = evaluated(given(assessments=[FELL, late], events=(*ENDED[:-1], LEFT, AGREED, ANEW)))
    ready = planned(found, (EVALUATION, PROOF), drafts=True, under=LAW).ready

    assert {(one.kind.key, one.secret) for one in ready} == {
        ("evaluasi", False), ("pembuktian", True)
    }  # fmt: skip


def test_what_a_later_stage_rests_on_keeps_no_older_minutes_a_draft():
    """How a withdrawal counts is in doubt: the evaluation was over by then."""
    found = tender(ASKED, *ENDED[:-1], LEFT)

    assert not paper(found, EVALUATION, under=LAW).draft
    assert not paper(found, DETERMINATION, under=LAW).draft
    assert paper(found, REPORT, under=LAW).draft


PROPOSED = AwardProposal(at(23, 15), "027/U/2022")
PA_REFUSED = Refusal(at(25), Refuser.PA, "Tidak sependapat.")
BY_PA = FailureAct(at(26), "pemilihan", Decider.PA, "lkpp-12-2021:4.2.14.a.l")


def test_minutes_that_went_to_the_pa_are_final_whatever_it_says():
    """The panel's part is done once it has proposed; until then nobody has determined anything."""

    def minutes(*events):
        return paper(tender(MINUTES, *events, **LARGE), BAHP, under=LAW)

    then = minutes(PROPOSED)
    assert minutes().draft
    assert (then.draft, then.number) == (False, MINUTES.number)
    for later in ((PA_REFUSED,), (PA_REFUSED, BY_PA), (evolve(AWARD, at=at(25), by=Decider.PA),)):
        assert minutes(PROPOSED, *later) == then, later


def test_a_number_of_later_minutes_is_none_of_those_before_them():
    """The `surat` is of June, and what it numbers told a result that ended in May."""
    late = Letter(at(5, month=6), "bahp", "BAHP-2", date(2022, 6, 5))

    for events in (UNDONE, (*UNDONE, TOLD)):
        assert paper(tender(*events, late), BAHP, under=LAW).number == MINUTES.number


def test_minutes_of_a_list_stay_beside_those_of_the_one_that_was_redone():
    """An objection was right, and the panel determined anew: both are written, each as it was."""
    early = [judged(KUALIFIKASI, when=at(6)), judged(PEMBUKTIAN, when=at(7))]
    over = (deadline("kualifikasi", 5), closing("kualifikasi", 5))
    first = (
        *over,
        listing_act("p1", "p2", "p3"),
        LIST_MINUTES,
        announced(9, "kualifikasi", hour=15),
    )
    right = answered("benar_substansial", "p2", 18, "kualifikasi")
    effect = Confirmation(at(18, 10), "objection.list_upheld", "gagal", "LDK huruf S")
    again = (
        *(objection("p2", 10, "kualifikasi"), right, effect),
        listing_act("p1", "p2", "p3", day=19, number="BA-5"),
        *(evolve(LIST_MINUTES, at=at(19, 14), number="BAHPK-2"), announced(20, "kualifikasi")),
    )

    def out(*events):
        found = evaluated(screened(*applicants(3), general=(), assessments=early, events=events))
        ready = planned(found, PAPERS, drafts=True, under=LAW).ready
        return [one.record() for one in ready if one.kind.key in ("bahp", "surat", "evaluasi")]

    went_out, now = out(*first), out(*first, *again)
    assert [each for each in now if each in went_out] == went_out
    assert {"027/5/BAHPK/2022", "BAHPK-2"} <= {each.number for each in now}


def test_no_earlier_moment_is_read_whole_again(monkeypatch):
    """All that a package says was read once: of a large one a moment would cost as much again."""
    found = evaluated(given(events=ENDED, assessments=[FELL]))

    def read(*_):
        raise AssertionError("read again")

    monkeypatch.setattr(values, "read_value", read)
    then = [one.view.stood for one in planned(found, PAPERS, drafts=False, under=LAW).ready]

    assert any(then)
