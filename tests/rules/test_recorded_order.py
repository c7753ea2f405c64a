"""What is recorded in an order in which it cannot have happened is told, and changes nothing."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import (
    Announcement,
    Cancellation,
    Clarification,
    Confirmation,
    Deadline,
    FailureAct,
    Minutes,
    Objection,
    ObjectionAnswer,
    TypingConfirmation,
)
from tender_engine.model import Document
from tender_engine.terms import (
    Canceller,
    Decider,
    Doubt,
    Envelope,
    ObjectionDecision,
    Phase,
    StageId,
    Subject,
)
from tests.builders import (
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    evaluated,
    failed,
    judged,
    package,
    unused,
)
from tests.happenings import (
    agreed,
    award,
    closing,
    extended,
    gone,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import applicants, invited, screened

# Handed in on the 12th at nine; judged on the 16th, proven on the 19th, determined on the 25th.
ACT = award("p1", "p2", day=25, number="01/2022")
LAST = Minutes(at(25, 11), "pemilihan", "BA-1", "Contoh")
TIDAK_BENAR = ObjectionDecision.TIDAK_BENAR


def two(*events, act=ACT, **more):
    """Two bids that pass everything, and a winner."""
    return package(bidder("p1"), bidder("p2", "1150000000"), events=[act, *events], **more)


def told(given):
    """What is said of the order of times: about whom, and in which words."""
    notices = evaluated(given).notices
    return [(n.participant, n.message) for n in notices if n.code == "URUTAN_WAKTU"]


def until(day, hour=9, minute=0, of="penawaran"):
    """A deadline, set on the day of the announcement."""
    return Deadline(at(2), Phase(of), at(day, hour).replace(minute=minute))


JUDGED_EARLY = (None, "Penilaian tercatat sebelum batas akhir penyampaian penawaran.")


@pytest.mark.parametrize(("minute", "early"), [(0, False), (1, True)])
def test_judgements_before_the_end_of_handing_in_are_told(minute, early):
    """The last bid is there, but another might still come; at the deadline itself none can."""
    given = two(until(16, 9, minute))

    assert told(given) == ([JUDGED_EARLY] if early else [])


def test_one_judgement_before_the_end_is_enough():
    """And the deadline is the one in force: extended from the 12th until the 15th."""
    early = judged(TEKNIS, participant="p2", when=at(14))

    assert told(two(until(12), extended("penawaran", 13), assessments=[early])) == [JUDGED_EARLY]
    assert told(two(until(12), assessments=[early])) == []


def test_who_leaves_before_the_last_bid_has_judged_nothing():
    """One bidder may be gone before another comes."""
    left = gone("p1", TEKNIS, accepted=True, day=11)
    late = evolve(bidder("p3"), submitted=evolve(bidder("p3").submitted, penawaran=at(13)))
    given = package(
        evolve(bidder("p1"), submitted=evolve(bidder("p1").submitted, penawaran=at(10))),
        bidder("p2", "1150000000"),
        late,
        events=[left],
    )

    assert told(given) == []


def test_qualification_documents_may_be_looked_at_as_they_come_in():
    """Those of a prakualifikasi wait for no deadline; the list does."""
    firms = applicants(3)
    early = screened(*firms, events=[until(17, of="kualifikasi")])
    listed = screened(*firms, events=[until(17, of="kualifikasi"), listing_act("p1", "p2", "p3")])

    assert told(early) == []
    assert [words[:32] for _, words in told(listed)][-1:] == ["Penetapan hasil kualifikasi atau"]


def test_an_act_before_the_deadline_in_force_is_told():
    """No closing is recorded; the deadline says it, extended from the 25th until the 27th."""
    act = two(until(12), extended("penawaran", 25))

    assert any(words.startswith("Penetapan atau pernyataan gagal") for _, words in told(act))


def test_a_failure_may_be_declared_while_bids_may_still_come():
    """A document that is wrong is wrong before the deadline as well."""
    act = FailureAct(at(10), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)d")
    given = package(bidder(submitted=False), general=(), events=[act, until(12)])

    assert told(given) == []


@pytest.mark.parametrize(("day", "early"), [(13, True), (14, False), (15, False)])
def test_a_closing_before_its_deadline_is_told(day, early):
    """A deadline as it was set, of the 14th at nine, for bids or for qualification documents."""
    words = "Penawaran: penutupan tercatat sebelum batas akhir yang berlaku."
    assert told(two(until(14), closing("penawaran", day))) == ([(None, words)] if early else [])

    given = screened(*applicants(3), events=[until(14, of="kualifikasi"), closing(day=day)])
    words = "Dokumen kualifikasi: penutupan tercatat sebelum batas akhir yang berlaku."
    assert told(given) == ([(None, words)] if early else [])


@pytest.mark.parametrize(("day", "early"), [(11, True), (12, False)])
def test_a_closing_before_the_last_document_is_told(day, early):
    """The bids came on the 12th at nine, and no deadline is recorded."""
    words = "Penawaran: penutupan tercatat sebelum dokumen terakhir disampaikan."

    assert told(two(closing("penawaran", day))) == ([(None, words)] if early else [])


@pytest.mark.parametrize(("day", "early"), [(18, False), (19, True)])
def test_prices_opened_before_the_end_of_handing_in_are_told(day, early):
    """Opened on the 18th at nine."""
    given = two(price_opening(18), until(day), envelope=Envelope.DUA_FILE, general=(PEMBUKTIAN,))
    words = "Pembukaan harga tercatat sebelum batas akhir penyampaian penawaran."

    assert ((None, words) in told(given)) == early


def asked_of(name, day, stage=TEKNIS):
    """A question to a bidder."""
    return Clarification(at(day), name, stage, "Alat?", "Milik sendiri")


ASKED_EARLY = "Klarifikasi tercatat sebelum dokumen yang diklarifikasi dapat dibuka."


@pytest.mark.parametrize(
    ("day", "events", "early"),
    [(11, (), True), (12, (), False), (13, (until(14),), True), (14, (until(14),), False)],
)
def test_a_question_before_the_bid_or_the_deadline_is_told(day, events, early):
    """Nobody can ask about what is not there, or is not opened yet."""
    given = two(asked_of("p2", day), *events)

    assert told(given) == ([("p2", ASKED_EARLY)] if early else [])


def test_a_question_on_qualification_waits_for_its_own_document_alone():
    """In a prakualifikasi; handed in on the 4th."""
    firms = applicants(3)
    stage = StageId.EVALUASI_KUALIFIKASI
    came_in = firms[1].submitted.kualifikasi
    for days, early in ((-1, True), (0, False)):
        asked = evolve(asked_of("p2", 1, stage), at=came_in + dt.timedelta(days=days))
        given = screened(*firms, events=[asked, until(17, of="kualifikasi")])
        assert told(given) == ([("p2", ASKED_EARLY)] if early else [])


@pytest.mark.parametrize(("day", "late"), [(25, False), (26, True)])
def test_an_act_before_a_question_that_it_rests_on_is_told(day, late):
    """The act is of the 25th at nine; what is asked after it is about no verdict of it."""
    assert bool(told(two(asked_of("p1", day)))) == late
    assert told(two(asked_of("p1", day, StageId.PENETAPAN))) == []


@pytest.mark.parametrize(("day", "late"), [(2, False), (3, True)])
def test_a_document_younger_than_the_announcement_is_told(day, late):
    """The tender was announced on the 2nd."""
    given = two(document=Document("027/01", dt.date(2022, 5, day)))
    words = "Dokumen Pemilihan bertanggal setelah pengumuman tender."

    assert told(given) == ([(None, words)] if late else [])


@pytest.mark.parametrize(("day", "late"), [(12, False), (13, True)])
def test_after_a_prakualifikasi_the_document_only_precedes_the_bids(day, late):
    """It is for those on the list, and the bids came on the 12th."""
    given = invited(*applicants(3, bid=True), document=Document("027/01", dt.date(2022, 5, day)))
    words = "Dokumen Pemilihan bertanggal setelah penawaran pertama."

    assert ((None, words) in told(given)) == late


TOLD_EARLY = "Pengumuman {} pukul 09.00 WIB tidak dipakai: keadaannya waktu itu belum diumumkan"


@pytest.mark.parametrize(("day", "early"), [(24, True), (25, False), (26, False)])
def test_an_announcement_older_than_its_act_counts_for_nothing(day, early):
    """Of a winner; the list is announced for itself, before there is any."""
    made = evaluated(two(Announcement(at(day), "pemilihan")))
    of_list = Announcement(at(9), "kualifikasi")
    both = invited(*applicants(3, bid=True), events=[of_list, award(day=25)])
    words = TOLD_EARLY.format("Selasa, 24 Mei 2022")

    assert told(made.given) == []
    assert [said.startswith(words) for said in unused(made)] == [True] * early
    assert unused(evaluated(both)) == []


NONE_PASSES, WRONG_EVALUATION = (f"perpres-16-2018:51(2){letter}" for letter in "ca")


@pytest.mark.parametrize("ground", [NONE_PASSES, WRONG_EVALUATION])
def test_that_nobody_passes_is_written_down_and_announced_before_it_is_declared(ground):
    """Declared after the masa sanggah, or on the cause of an objection: nothing is out of order."""
    right = ground == WRONG_EVALUATION
    decision = ObjectionDecision.BENAR_SUBSTANSIAL if right else ObjectionDecision.TIDAK_BENAR
    events = (
        Minutes(at(19), Subject.PEMILIHAN, "BA-1", "Contoh"),
        Announcement(at(20), "pemilihan"),
        Objection(at(23), "pemilihan", "p1"),
        ObjectionAnswer(at(25), "pemilihan", "p1", decision, ground if right else None),
        FailureAct(at(31), "pemilihan", Decider.POKJA, ground),
    )
    fallen = failed(TEKNIS, "p1")
    bids = (bidder("p1", "1100000000"),)

    assert told(package(*bids, assessments=fallen, events=events)) == []
    told_late = told(package(*bids, assessments=fallen, events=(events[0], events[-1])))
    assert any("Berita acara tercatat" in words for _, words in told_late)


def test_an_announcement_of_a_failure_or_a_cancellation_follows_it_too():
    """Whatever ends the procurement."""
    failure = FailureAct(at(25), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)e")
    ended = Cancellation(at(25), Canceller.PPK, "anggaran dipotong")
    words = TOLD_EARLY.format("Selasa, 24 Mei 2022")
    for act in (failure, ended):
        (early,) = unused(evaluated(two(Announcement(at(24), "pemilihan"), act=act)))
        assert early.startswith(words)
        assert unused(evaluated(two(Announcement(at(25), "pemilihan"), act=act))) == []


def test_a_second_act_may_follow_the_announcement_of_the_first():
    """As after an objection found right."""
    second = award("p2", day=30, number="02/2022")

    assert told(two(Announcement(at(26), "pemilihan"), second)) == []


@pytest.mark.parametrize("announced", [True, False])
def test_an_objection_older_than_the_announcement_is_told_once_as_a_complaint(announced):
    """It is no disorder of what the Pokja recorded: its papers are none the less final."""
    what = (Announcement(at(26), "pemilihan"),) if announced else ()
    notices = evaluated(two(*what, Objection(at(24), Subject.PEMILIHAN, "p2"))).notices
    found = [(n.code, n.message) for n in notices if n.participant == "p2"]
    when = "disampaikan Selasa, 24 Mei 2022 pukul 09.00 WIB, sebelum hasil yang disanggah diumumkan"
    why = when if announced else "pengumuman hasil yang disanggah belum tercatat"

    words = f"Sanggah diperlakukan sebagai pengaduan: {why}."
    assert found == [("SANGGAH_SEBAGAI_PENGADUAN", words)]


@pytest.mark.parametrize(("day", "early"), [(25, True), (26, False)])
def test_no_time_for_objections_ends_before_it_began(day, early):
    """Announced on the 26th."""
    words = "Akhir masa sanggah tercatat sebelum hasilnya diumumkan."
    given = two(Announcement(at(26), "pemilihan"), objections_over(day))

    assert told(given) == ([(None, words)] if early else [])


@pytest.mark.parametrize(("day", "early"), [(26, True), (27, False)])
def test_an_answer_older_than_its_objection_is_told(day, early):
    """It answers nothing, whatever is objected to later, so it is not used."""
    answer = ObjectionAnswer(at(day), "pemilihan", "p2", TIDAK_BENAR)
    made = [Objection(at(n), Subject.PEMILIHAN, "p2") for n in (27, 28)]

    notices = evaluated(two(answer, *made)).notices
    words = "Jawaban sanggah tidak dipakai: tidak ada sanggah yang masih menunggu jawaban."
    assert [n.message for n in notices if n.code == "TINDAKAN_TIDAK_DIPAKAI"] == [words] * early
    assert told(two(answer, *made)) == []


CONFIRMED_LATE = "Konfirmasi nilai atau isian tercatat setelah berita acara yang memuatnya."


@pytest.mark.parametrize(("day", "late"), [(25, False), (26, True)])
def test_what_is_confirmed_after_the_minutes_is_told(day, late):
    """Minutes of the 25th at eleven; a value, and a figure as it was typed."""
    value = Confirmation(at(day), "price.fairness_below_share", "0.80", "IKP 28")
    price = evaluated(two()).price("p1").stated_total
    typed = TypingConfirmation(at(day), Doubt.TOTAL_JAUH, "p1", price, ("m1",), "benar")
    for event in (value, typed):
        assert ((None, CONFIRMED_LATE) in told(two(LAST, event))) == late
        assert (None, CONFIRMED_LATE) not in told(two(event))


@pytest.mark.parametrize("acts", [(), (award("p2", day=30, number="02/2022"),)])
def test_what_belongs_to_the_next_result_is_no_ground_of_the_one_that_ended(acts):
    """The winner leaves on the 27th: talks, questions and values after that are for the next."""
    left = gone("p1", "penetapan", day=27)
    value = Confirmation(at(28), "withdrawal.effect", "gugur", "IKP 28")
    talks = agreed("p2", "1150000000", day=29)
    next_ = (value, asked_of("p2", 28), talks)

    assert told(two(LAST, left, *next_, *acts)) == []
    assert told(two(LAST, left, asked_of("p2", 26)))


def test_a_value_confirmed_again_was_confirmed_before():
    """And the last minutes count, whatever was written earlier."""
    first, again = (Confirmation(at(d), "proof.scope", "x", "IKP 32") for d in (24, 26))
    older = Minutes(at(20), "pemilihan", "BA-0", "Contoh")

    assert told(two(first, again, older, LAST)) == []


def test_what_is_confirmed_for_the_bids_may_follow_the_minutes_of_the_list():
    """Each result of a prakualifikasi has its own."""
    minutes = Minutes(at(9, 11), "kualifikasi", "BA-K", "Contoh")
    value = Confirmation(at(20), "price.fairness_below_share", "0.80", "IKP 28")
    given = invited(*applicants(3, bid=True), events=[minutes, value])
    early = screened(*applicants(3), events=[minutes, value])

    assert (None, CONFIRMED_LATE) not in told(given)
    assert (None, CONFIRMED_LATE) in told(early)


EARLY = "tercatat sebelum tanggal pengumuman tender."


@pytest.mark.parametrize(("hour", "early"), [(23, True), (24, False)])
def test_what_is_recorded_before_the_announcement_is_told(hour, early):
    """Announced on 2 May: whatever is recorded on the first is of no tender yet."""
    when = at(1) + dt.timedelta(hours=hour - 9)
    off = Cancellation(when, Canceller.PPK, "Anggaran dialihkan")
    empty = evolve(package(bidder(submitted=False), events=[off]), assessments=())
    set_early = two(Deadline(when, Phase.PENAWARAN, at(12)))

    assert told(empty) == ([(None, f"Pembatalan {EARLY}")] if early else [])
    assert ((None, f"Batas pemasukan {EARLY}") in told(set_early)) is early


def test_values_may_be_confirmed_while_a_tender_is_prepared():
    """Against its document, which is older than the announcement."""
    assert told(two(Confirmation(at(1), "proof.scope", "calon_pemenang", "IKP 32"))) == []


@pytest.mark.parametrize(("day", "early"), [(3, True), (4, False)])
def test_a_deadline_older_than_the_document_is_told(day, early):
    """The document of 4 May sets it."""
    given = two(Deadline(at(day), Phase.PENAWARAN, at(12)))
    given = evolve(given, tender=evolve(given.tender, document=Document("1", dt.date(2022, 5, 4))))
    words = "Penawaran: batas pemasukan tercatat sebelum tanggal Dokumen Pemilihan."

    assert ((None, words) in told(given)) is early


@pytest.mark.parametrize(("minute", "late"), [(0, False), (1, True)])
def test_a_deadline_first_recorded_once_bids_came_in_is_told(minute, late):
    """They came on the 12th at nine; one that was set before may be set again."""
    again = Deadline(at(12, 9).replace(minute=minute), Phase.PENAWARAN, at(12, 10))
    words = "Penawaran: batas pemasukan baru tercatat setelah dokumen pertama disampaikan."

    assert told(two(again)) == ([(None, words)] if late else [])
    assert told(two(until(12), again)) == []
