"""Sanggah banding: works only, in time and with its bond; the KPA answers."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import Minutes
from tender_engine.terms import Addressee, Subject
from tests.builders import at, bidder, codes, evaluated, hps, package, refusal, unused
from tests.happenings import (
    announced,
    answered,
    appeal,
    award,
    listing_act,
    objection,
    of_bond,
    of_kpa,
    sppbj,
)
from tests.procurements import applicants, screened
from tests.rules.test_sanggah import complaint, state

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
# Answered on Friday 27 May 2022: five days later is 1 June, a holiday, so until Thursday the 2nd.
BEFORE = (award("p1", "p2", "p3"), announced(), objection(), answered())
# One percent of an HPS of 1.221.000.000.
BOND = "12210000"


def works(*events, who=THREE, **terms):
    """Works whose objection was found not right, and what happened then."""
    return package(*who, events=[*BEFORE, *events], **terms)


def made(bond=BOND, *, day=31, month=5, decision=None):
    """An appeal by who had objected."""
    return evolve(appeal("p2", bond, decision), at=at(day, month=month))


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ((made(),), None),
        ((made(None),), None),
        ((made("1"),), None),
        ((made("0"),), "tanpa Jaminan Sanggah Banding"),
        ((made(day=2, month=6),), None),
        ((made(day=3, month=6),), "setelah Kamis, 2 Juni 2022 pukul 16.00 WIB"),
        ((made(day=26),), "tidak ada jawaban sanggah sebelumnya"),
        ((made(), of_bond("sah")), None),
        ((made(), of_bond("tidak_sah")), "tidak sah"),
    ],
)
def test_what_counts_as_an_appeal_and_what_is_a_complaint(events, why):
    """Peraturan LKPP 12/2021: five days after the answer, with the bond; else a pengaduan."""
    found = evaluated(works(*events))

    told = complaint(found)
    assert (told is None) == (why is None)
    assert why is None or why in told
    assert (state(found) == "menunggu_jawaban_banding") == (why is None)


@pytest.mark.parametrize(
    ("announced_on", "to", "why"),
    [
        ("2021-06-01", None, None),
        ("2021-06-01", "kpa", None),
        ("2021-06-01", "pa", None),
        ("2021-06-01", "pokja", "tidak ditujukan kepada KPA, atau PA bila tidak ada KPA."),
        ("2021-06-02", None, None),
        ("2021-06-02", "pokja", None),
        ("2021-06-02", "kpa", "tidak ditujukan kepada Pokja Pemilihan."),
        ("2021-06-02", "lainnya", "tidak ditujukan kepada Pokja Pemilihan."),
    ],
)
def test_an_appeal_goes_to_whom_the_text_of_its_day_names(announced_on, to, why):
    """Peraturan LKPP 9/2018: the KPA, or the PA; LKPP 12/2021: the Pokja. Else a pengaduan."""
    sent = evolve(made(), addressee=to and Addressee(to))
    found = evaluated(works(sent, announced_on=dt.date.fromisoformat(announced_on)))

    told = complaint(found)
    assert (told is None) == (why is None)
    assert why is None or told.endswith(f": {why}")


def test_of_a_bond_that_falls_short_the_issuer_has_the_word():
    """What it comes to was not read: it is told, and the appeal waits for the klarifikasi."""
    found = evaluated(works(made("12209999.99")))

    assert "JAMINAN_SANGGAH_BANDING" in codes(found)
    assert found.after_award.waits_for == ("klarifikasi_jaminan",)
    assert "JAMINAN_SANGGAH_BANDING" not in codes(evaluated(works(made())))


@pytest.mark.parametrize("result", ["sah", "tidak_sah"])
@pytest.mark.parametrize(("bond", "odd"), [(None, True), ("0", True), ("100", False)])
def test_a_valid_bond_of_no_amount_contradicts_itself(bond, odd, result):
    """What was clarified has an amount, which is not written; one that falls short has."""
    notices = evaluated(works(made(bond), of_bond(result))).notices
    (told,) = (n.message for n in notices if n.code == "JAMINAN_SANGGAH_BANDING")

    assert ("Klarifikasinya sah, padahal" in told) == (odd and result == "sah")


def test_a_right_appeal_undoes_the_award_and_people_decide_what_follows():
    """No text was read on it: the value is confirmed before a final record."""
    found = evaluated(works(made(), of_bond(), of_kpa("benar")))

    assert (found.state, found.result, found.failure) == ("dihitung", "pemenang", None)
    assert state(found) == "penetapan_batal"
    assert found.after_award.waits_for == ("tindak_lanjut_sanggah_banding",)
    used = {each.param: each.source for each in found.values}
    assert used["appeal.granted"] == "unverified"
    assert "SANGGAH_BANDING" in codes(found)


@pytest.mark.parametrize(("winner", "told"), [("p1", True), ("p2", False)])
def test_the_same_winner_after_a_right_appeal_is_told(winner, told):
    """No text was read on what follows, so nothing forbids it; people look."""
    again = evolve(award(winner, number="BA-2"), at=at(10, month=6))
    found = evaluated(works(made(), of_bond(), of_kpa("benar"), again))
    words = (
        "Penetapan Jumat, 10 Juni 2022 menyebut pemenang yang penetapannya tidak berlaku lagi "
        "menurut jawaban sanggah banding Rabu, 8 Juni 2022; akibat sanggah banding yang benar "
        "tidak dibaca dan diputuskan manusia."
    )

    assert (words in {notice.message for notice in found.notices}) == told


def test_one_that_is_not_right_changes_nothing():
    """The way to the SPPBJ is free."""
    found = evaluated(works(made(), of_bond(), of_kpa()))

    assert (found.state, state(found)) == ("ditetapkan", "siap_sppbj")
    assert not {"SANGGAH_BANDING", "TINDAKAN_TIDAK_DIPAKAI"} & codes(found)


@pytest.mark.parametrize(("day", "told"), [(14, False), (15, True)])
def test_the_silence_of_the_kpa_is_told_and_computes_nothing(day, told):
    """Clarified Tuesday 31 May 2022: answered until Tuesday 14 June."""
    later = Minutes(at(day, month=6), Subject.PEMILIHAN, "BA-9", "Kantor")
    found = evaluated(works(made(), of_bond(), later))

    assert ("SANGGAH_BANDING_TIDAK_DIJAWAB" in codes(found)) == told
    assert state(found) == "menunggu_jawaban_banding"


@pytest.mark.parametrize(
    ("typed", "answer", "fits"),
    [
        ("benar_substansial", "benar", True),
        ("tidak_benar", "tidak_benar", True),
        ("benar_substansial", "tidak_benar", False),
        ("tidak_benar", "benar", False),
        ("benar_tidak_substansial", "benar", False),
        ("benar_tidak_substansial", "tidak_benar", False),
    ],
)
def test_an_answer_typed_twice_is_held_against_itself(typed, answer, fits):
    """At the appeal and as an event of its own."""
    given = works(made(decision=typed), of_bond(), of_kpa(answer))

    assert fits or refusal(given) == [("ATR077", "events.4.decision")]
    assert not fits or evaluated(given).state


@pytest.mark.parametrize(
    ("typed", "then"),
    [("benar_substansial", "penetapan_batal"), ("tidak_benar", "siap_sppbj"),
     ("benar_tidak_substansial", "siap_sppbj")],
)  # fmt: skip
def test_an_answer_that_stands_at_the_appeal_alone_is_one(typed, then):
    """As packages said it before there was an event for it."""
    assert state(evaluated(works(made(decision=typed)))) == then


def test_on_a_list_there_is_none():
    """Refused by name (Pasal 50 ayat (2))."""
    on_list = evolve(appeal("p2", BOND), of=Subject.KUALIFIKASI)
    given = screened(*applicants(3), events=[listing_act("p1", "p2", "p3"), on_list])

    assert refusal(given) == [("ATR076", "events.1.of")]


@pytest.mark.parametrize("stray", [of_bond(), of_kpa()])
def test_what_is_said_of_an_appeal_that_nobody_made_is_told(stray):
    """It counts for nothing."""
    found = evaluated(works(stray))

    assert "TINDAKAN_TIDAK_DIPAKAI" in codes(found)
    assert state(found) in {"masa_sanggah_banding", "siap_sppbj"}


@pytest.mark.parametrize("first", [{"bond": "0"}, {"to": "kpa"}, {"day": 24}])
def test_only_an_appeal_that_counts_uses_up_what_is_said(first):
    """The pengaduan before it takes neither the answer to the objection nor what follows."""
    told = {"bond": BOND, "day": 30, **first}
    early = evolve(made(told["bond"], day=told["day"]), addressee=first.get("to") and Addressee.KPA)
    waiting = evaluated(works(early, made()))
    heard = (of_bond(day=31), evolve(of_kpa("benar"), at=at(8, month=6)))
    right = evaluated(works(early, made(), *heard))

    assert waiting.after_award.waits_for == ("klarifikasi_jaminan",)
    assert (state(right), right.state) == ("penetapan_batal", "dihitung")
    assert "tidak membatalkan" not in complaint(right)
    assert "TINDAKAN_TIDAK_DIPAKAI" not in codes(right)
    assert refusal(works(early, made(), of_bond(day=31), sppbj())) == [("ATR070", "events.7.at")]


def test_after_a_bond_that_is_not_valid_another_appeal_may_come_in_its_days():
    """Until Thursday 2 June: it is heard as if the first had not been."""
    first = (made(day=30), evolve(of_bond("tidak_sah"), at=at(31, 8)))
    again = evaluated(works(*first, made(day=2, month=6)))
    late = evaluated(works(*first, made(day=3, month=6)))

    assert state(evaluated(works(*first))) == "masa_sanggah_banding"
    assert again.after_award.waits_for == ("klarifikasi_jaminan",)
    assert (state(late), late.after_award.waits_for) == ("siap_sppbj", ("sppbj",))


@pytest.mark.parametrize("events", [(made("0"),), (made(), of_bond("tidak_sah"))])
def test_of_a_complaint_that_was_found_right_it_is_told_that_nothing_is_undone(events):
    """As of an objection that is but a pengaduan; people say what follows."""
    found = evaluated(works(*events, of_kpa("benar")))

    assert (found.state, found.winner) == ("ditetapkan", "p1")
    assert complaint(found).endswith(
        "Jawabannya tidak membatalkan penetapan; akibatnya diputuskan manusia."
    )
    assert "tidak membatalkan" not in complaint(evaluated(works(*events, of_kpa())))


@pytest.mark.parametrize("then", [(), (of_bond(),)])
def test_nobody_is_determined_anew_while_an_appeal_is_unanswered(then):
    """It stops the process: a new award counts for nothing, and the answer finds the old one."""
    anew = award("p1", "p2", "p3", day=31, number="BA-2")
    during = (made(day=30), *then, evolve(anew, at=at(31, 17)), announced(31, hour=18))
    waiting = evaluated(works(*during))
    right = evaluated(
        works(*during, *(() if then else (of_bond(day=1, month=6),)), of_kpa("benar"))
    )

    assert state(waiting) == "menunggu_jawaban_banding"
    assert (state(right), right.state) == ("penetapan_batal", "dihitung")


def test_two_objectors_appeal_each_in_their_days():
    """p2 is heard while p3 may still appeal; both have to be through."""
    third = (objection("p3"), answered(name="p3", day=30))
    p3 = (of_bond(name="p3", day=3, month=6), of_kpa(name="p3", day=9))

    theirs = evolve(made(day=3, month=6), participant="p3")
    first = works(*third, made(), of_bond(), of_kpa(day=1))
    both = works(*third, made(), of_bond(), theirs, *p3, of_kpa(day=8))

    assert state(evaluated(first)) == "masa_sanggah_banding"
    assert state(evaluated(both)) == "siap_sppbj"
    assert refusal(works(*third, made(), of_bond(), theirs, *p3, sppbj(day=8))) == [
        ("ATR070", "events.11.at")
    ]


def test_the_bond_is_one_percent_of_the_hps():
    """HPS 3.962.700.000: 39.627.000 (Perpres 16/2018 Pasal 32 ayat (1))."""
    estimate = hps("3962700000", "11", None)
    terms = {"hps": estimate, "pagu": Decimal(4_000_000_000)}
    short = codes(evaluated(works(made("39626999.99"), **terms)))

    assert "JAMINAN_SANGGAH_BANDING" in short
    assert "JAMINAN_SANGGAH_BANDING" not in codes(evaluated(works(made("39627000"), **terms)))


def test_an_answer_is_appealed_against_once():
    """A second appeal while the first is open has no answer of its own that it could be against."""
    found = evaluated(works(made(day=30), made(day=31)))

    assert "tidak ada jawaban sanggah sebelumnya" in complaint(found)
    assert state(found) == "menunggu_jawaban_banding"


def test_nothing_is_announced_anew_while_an_answer_may_be_appealed_against():
    """Answered on the 24th, announced again on the 25th: the days of both run on as they did."""
    before = (award("p1", "p2", "p3"), announced(), objection(), answered(day=24))
    found = evaluated(package(*THREE, events=[*before, announced(25)]))

    assert "TINDAKAN_TIDAK_DIPAKAI" in codes(found)
    assert [p.begins.day for p in found.calendar if p.id == "masa_sanggah"] == [20]


@pytest.mark.parametrize(
    ("again", "said"),
    [
        (of_bond("tidak_sah", day=3, month=6),
         "jaminannya sudah diklarifikasi Rabu, 1 Juni 2022 pukul 09.00 WIB (sah)"),
        (of_kpa("benar", day=9),
         "sanggah bandingnya sudah dijawab Rabu, 8 Juni 2022 pukul 09.00 WIB (tidak benar)"),
    ],
)  # fmt: skip
def test_what_is_said_a_second_time_is_told_beside_the_first(again, said):
    """When and how it was said before; the first counts."""
    events = (made(), of_bond(day=1, month=6), of_kpa())
    found, without = (evaluated(works(*e)) for e in ((*events, again), events))

    (told,) = unused(found)
    assert f" tidak dipakai: {said}; bila catatan itu keliru, perbaiki peristiwa" in told
    assert found.after_award == without.after_award
