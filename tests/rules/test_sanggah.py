"""Sanggah: who may object, when and by which way, and what a right one leads to (IKP 34)."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import Announcement, FailureAct, Minutes, Objection
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.fault_texts import diagnose
from tender_engine.formats.positions import TextPlaces
from tender_engine.terms import Category, Decider, StageId, Subject
from tender_rules.in_english import fault_in_english, in_english
from tender_rules.objections import OBJECTION_TEXTS
from tests.builders import TEKNIS, at, bidder, codes, evaluated, failed, package, refusal, unused
from tests.happenings import (
    ERROR,
    announced,
    answered,
    award,
    deadline,
    listing_act,
    objection,
    objections_over,
    sppbj,
)
from tests.procurements import applicants, screened

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
ACT = award("p1", "p2", "p3")
# Friday 20 May 2022: five days later is Wednesday the 25th, at 16.00.
TOLD = announced()
RIGHT = "benar_substansial"


def tender(*events, who=THREE, act=(ACT, TOLD), **terms):
    """A tender that was awarded and announced, and what happened then."""
    return package(*who, events=[*act, *events], **terms)


def complaint(evaluation):
    """Why an objection or appeal is but a pengaduan; None where it counts."""
    told = [n for n in evaluation.notices if n.code == "SANGGAH_SEBAGAI_PENGADUAN"]
    return told[0].message if told else None


def right(evaluation):
    """What is told of the objection that was right."""
    return next(n.message for n in evaluation.notices if n.code == "SANGGAH_BENAR_SUBSTANSIAL")


def state(evaluation):
    return str(evaluation.after_award.state)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (objection(), None),
        (objection(channel="spse", to="pokja"), None),
        (objection(channel="luar"), "di luar SPSE"),
        (objection(channel="luar", to="pokja"), "di luar SPSE"),
        (objection(to="ppk"), "tidak ditujukan kepada Pokja Pemilihan"),
        (objection(to="lainnya"), "tidak ditujukan kepada Pokja Pemilihan"),
        (objection("p4"), "tidak menyampaikan dokumen penawaran"),
        (objection(day=19), ", sebelum hasil yang disanggah diumumkan"),
        (objection(day=20, hour=11), ", sebelum hasil yang disanggah diumumkan"),
        (objection(day=20, hour=12), None),
        (objection(day=25, hour=16), None),
        (objection(day=25, hour=17), "setelah Rabu, 25 Mei 2022 pukul 16.00 WIB"),
    ],
)  # fmt: skip
def test_what_counts_as_an_objection_and_what_is_a_complaint(made, why):
    """IKP 34.1, 34.2, 34.4 and 34.7: by a bidder, in time, through SPSE, to the Pokja."""
    who = (*THREE, bidder("p4", submitted=False, price=None))
    answer = answered(RIGHT, made.participant)
    evaluation = evaluated(tender(made, answer, who=who))

    found = complaint(evaluation)
    assert (found is None) == (why is None)
    assert why is None or why in found
    assert evaluation.state == ("dihitung" if why is None else "ditetapkan")
    assert state(evaluation) == ("penetapan_batal" if why is None else "siap_sppbj")
    assert ("tidak membatalkan tindakan" in (found or "")) == (why is not None)


@pytest.mark.parametrize(("second", "counts"), [(0, True), (1, False)])
def test_the_last_second_of_the_masa_sanggah(second, counts):
    """Announced on Thursday 13 July 2023: until Tuesday the 18th at 16.00."""
    zone = at(1).tzinfo
    told = Announcement(dt.datetime(2023, 7, 13, 8, tzinfo=zone), Subject.PEMILIHAN)
    made = Objection(dt.datetime(2023, 7, 18, 16, 0, second, tzinfo=zone), Subject.PEMILIHAN, "p2")
    found = evaluated(tender(made, act=(ACT, told)))

    assert (complaint(found) is None) == counts


@pytest.mark.parametrize(
    ("cause", "follow_up", "by"),
    [
        ("a", "evaluasi_penawaran_ulang", "pokja"),
        ("d", "penyampaian_penawaran_ulang", "pokja"),
        ("e", "tender_ulang", "pokja"),
        ("f", "tender_ulang", "pokja"),
        ("i", "tender_ulang", "pa"),
    ],
)
def test_a_right_one_fails_the_tender_on_its_cause(cause, follow_up, by):
    """IKP 34.6; what follows is that of the ground, and who declares it has still to do so."""
    ground = f"perpres-16-2018:51(2){cause}"
    found = evaluated(tender(objection(), answered(RIGHT, cause=ground)))
    declared = evaluated(
        tender(
            objection(),
            answered(RIGHT, cause=ground),
            FailureAct(at(30), Subject.PEMILIHAN, Decider(by), ground),
        )
    )

    assert (found.state, found.result, found.winner) == ("dihitung", "gagal", None)
    assert (found.failure.ground, found.failure.follow_up) == (ground, follow_up)
    assert (found.failure.declared_by, found.failure.effective) == (by, "segera")
    assert (state(found), found.after_award.waits_for) == ("penetapan_batal", ("pernyataan_gagal",))
    assert (declared.state, declared.failure) == ("ditetapkan", found.failure)
    assert declared.after_award.waits_for == ("pengumuman",)
    by_text = "tender dinyatakan gagal (Model Dokumen Pemilihan IKP 34.6) menurut "
    assert by_text in right(found)
    assert "failed (Model Dokumen Pemilihan IKP 34.6) by " in in_english(right(found))
    assert "TINDAKAN_BERBEDA" not in codes(declared)


def test_a_failure_on_another_ground_than_the_answer_counts_for_nothing():
    """It leaves the result computed, and what is waited for; the cause of either answer will do."""
    other = FailureAct(at(30), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)d")
    one = (objection(), answered(RIGHT))
    two = (*one, objection("p3"), answered(RIGHT, "p3", cause=other.ground))
    for events in (one, two):
        found = evaluated(tender(*events, other))
        fits = events is two

        assert found.state == ("ditetapkan" if fits else "dihitung")
        assert found.failure.ground == (other.ground if fits else ERROR)
        assert bool(unused(found)) != fits
        waits = "pengumuman" if fits else "pernyataan_gagal"
        assert (state(found), found.after_award.waits_for) == ("penetapan_batal", (waits,))
        told = evaluated(tender(*events, other, announced(31)))
        assert state(told) == ("selesai" if fits else "penetapan_batal")
        # By who may not declare it, it is not declared either.
        by_pa = evaluated(tender(*events, evolve(other, by=Decider.PA)))
        assert by_pa.after_award.waits_for == ("pernyataan_gagal",)


def test_a_failure_that_the_figures_do_not_show_leaves_that_of_the_answer():
    """Nobody passes is not what was found."""
    other = FailureAct(at(30), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)c")
    found = evaluated(tender(objection(), answered(RIGHT), other))

    assert (found.state, found.failure.ground) == ("dihitung", ERROR)
    assert unused(found)


@pytest.mark.parametrize(
    ("answer", "code", "where"),
    [
        (evolve(answered(RIGHT), cause=None), "ATR073", "events.3"),
        (answered("tidak_benar", cause=ERROR), "ATR074", "events.3.cause"),
        (answered("benar_tidak_substansial", cause=ERROR), "ATR074", "events.3.cause"),
        *((answered(RIGHT, cause=f"perpres-16-2018:51(2){letter}"), "ATR075", "events.3.cause")
          for letter in "bcgh"),
        (answered(RIGHT, cause="lkpp-12-2021:4.2.14.a.k"), "ATR075", "events.3.cause"),
        (answered(RIGHT, cause="lkpp-12-2021:4.1.1.j:persekongkolan"), "ATR075", "events.3.cause"),
        (answered(RIGHT, cause="pembatalan"), "ATR075", "events.3.cause"),
    ],
)  # fmt: skip
def test_a_cause_that_is_missing_or_does_not_fit_is_refused(answer, code, where):
    """It is a ground of Pasal 51 ayat (2) that people find; figures show the others."""
    assert refusal(tender(objection(), answer)) == [(code, where)]


def test_a_procedure_that_was_not_followed_is_a_cause_since_its_text():
    """Peraturan LKPP 12/2021 Lampiran I angka 4.2.14 huruf a.i, from 2 June 2021."""
    answer = answered(RIGHT, cause="lkpp-12-2021:4.2.14.a.i")
    found = evaluated(tender(objection(), answer))
    before = tender(objection(), answer, announced_on=dt.date(2021, 6, 1))

    assert found.failure.follow_up == "menurut_penyebab"
    assert refusal(before) == [("ATR075", "events.3.cause")]


def test_only_the_first_answer_to_an_objection_counts():
    """A second one answers nothing, and is told."""
    found = evaluated(tender(objection(), answered(day=26), answered(RIGHT, day=27)))

    assert found.state == "ditetapkan"
    (told,) = unused(found)
    assert told == (
        "Jawaban sanggah tidak dipakai: sanggahnya sudah dijawab Kamis, 26 Mei 2022 pukul 09.00 "
        "WIB (sanggah tidak benar); bila catatan itu keliru, perbaiki peristiwa tersebut, dan "
        "catatan yang lama tetap pada jejak."
    )


@pytest.mark.parametrize("events", [(answered(RIGHT),), (answered(RIGHT, day=22), objection())])
def test_an_answer_before_which_nobody_objected_counts_for_nothing(events):
    """It is told, and the act stands."""
    found = evaluated(tender(*events))

    assert (found.state, found.result) == ("ditetapkan", "pemenang")
    assert unused(found)


FAILS = FailureAct(at(31), Subject.PEMILIHAN, Decider.POKJA, ERROR)


@pytest.mark.parametrize("winner", ["p1", "p2"])
@pytest.mark.parametrize(
    "then", [(), (announced(30),), (announced(30), objection("p3", 31)), (announced(30), FAILS)]
)
def test_nobody_is_determined_anew_after_a_right_one(winner, then):
    """IKP 34.6: the tender is declared failed; a new evaluation is a package of its own."""
    reserves = [name for name in ("p1", "p2", "p3") if name != winner]
    anew = award(winner, *reserves, day=30, number="BA-2")
    found = evaluated(tender(objection(), answered(RIGHT), anew, *then))

    assert (found.result, found.failure.ground, found.winner) == ("gagal", ERROR, None)
    assert found.state == ("ditetapkan" if FAILS in then else "dihitung")
    assert state(found) == "penetapan_batal"
    assert unused(found)
    assert "SANGGAH_BENAR_SUBSTANSIAL" in codes(found)
    appointed = tender(objection(), answered(RIGHT), anew, *then, sppbj(winner))
    assert "ATR070" in {code for code, _ in refusal(appointed)}


@pytest.mark.parametrize("winner", ["p1", "p2"])
@pytest.mark.parametrize("told", [(), (announced(24, hour=14),)])
def test_nobody_is_determined_anew_while_an_objection_is_unanswered(winner, told):
    """Nothing is undone that could be done anew: the objection is against the act that stands."""
    reserves = [name for name in ("p1", "p2", "p3") if name != winner]
    anew = award(winner, *reserves, day=24, number="BA-2")
    waiting = evaluated(tender(objection(), anew, *told))
    right = evaluated(tender(objection(), anew, *told, answered(RIGHT)))

    assert (waiting.winner, state(waiting)) == ("p1", "menunggu_jawaban")
    assert (right.state, right.failure.ground) == ("dihitung", ERROR)
    assert "ATR070" in {
        code for code, _ in refusal(tender(objection(), anew, *told, sppbj(winner)))
    }
    for found in (waiting, right):
        idle = [words.partition(" tidak dipakai: ")[0].split(". ")[-1] for words in unused(found)]
        assert [words.split()[0] for words in idle] == [
            "Penetapan",
            *(["Pengumuman"] if told else []),
        ]
        assert all("yang ditunggu jawaban sanggah" in words for words in unused(found))


@pytest.mark.parametrize("announced_anew", [False, True])
def test_nobody_is_determined_once_a_failure_was_announced(announced_anew):
    """What was told to everybody is not taken back by another act."""
    cause = "perpres-16-2018:51(2)d"
    fails = FailureAct(at(28), Subject.PEMILIHAN, Decider.POKJA, cause)
    ended = (objection(), answered(RIGHT, cause=cause), fails, announced(30))
    anew = (award("p1", "p2", "p3", day=31), *((announced(31, hour=15),) if announced_anew else ()))
    found = evaluated(tender(*ended, *anew))

    assert (found.state, found.failure.ground, state(found)) == ("ditetapkan", cause, "selesai")
    assert "TINDAKAN_BERBEDA" not in codes(found)
    assert unused(found)


@pytest.mark.parametrize("first", [{"channel": "luar"}, {"to": "ppk"}, {"day": 20, "hour": 11}])
def test_an_answer_is_first_to_the_objection_that_counts(first):
    """A pengaduan before it takes no answer away."""
    early = objection(**{"day": 21, **first})
    found = evaluated(tender(early, objection(), answered(RIGHT)))

    assert (found.state, found.failure.ground) == ("dihitung", ERROR)
    assert "tidak membatalkan" not in complaint(found)


@pytest.mark.parametrize("answers", [1, 2])
def test_of_two_objections_each_has_an_answer_of_its_own(answers):
    """The one typed is to the older; that the other is unanswered is told, and waited for."""
    given = [answered(day=26), answered(day=27)][:answers]
    found = evaluated(
        tender(objection(day=21), objection(day=24), *given, category=Category.BARANG)
    )
    told = [n.message for n in found.notices if n.code == "SANGGAH_BELUM_DIJAWAB"]

    assert state(found) == ("menunggu_jawaban" if answers == 1 else "siap_sppbj")
    assert len(told) == 2 - answers
    assert all(message.startswith("Sanggah Selasa, 24 Mei 2022") for message in told)


@pytest.mark.parametrize(
    ("declared", "rules"), [(None, ERROR), (ERROR, ERROR), ("perpres-16-2018:51(2)d",) * 2]
)
def test_of_two_causes_one_rules_and_both_are_told(declared, rules):
    """The first, until people declare the other."""
    other = "perpres-16-2018:51(2)d"
    acts = [FailureAct(at(30), Subject.PEMILIHAN, Decider.POKJA, declared)] if declared else []
    right = (answered(RIGHT, day=26), answered(RIGHT, "p3", day=27, cause=other))
    found = evaluated(tender(objection(), objection("p3"), *right, *acts))
    told = {
        n.participant: n.message for n in found.notices if n.code == "SANGGAH_BENAR_SUBSTANSIAL"
    }

    assert found.failure.ground == rules
    assert told.keys() == {"p2", "p3"}
    assert all(words.endswith(f"menurut Perpres 16/2018 Pasal 51 ayat (2) huruf {rules[-1]}.")
               for words in told.values())  # fmt: skip
    assert ("huruf d: tender" in told["p3"]) == (rules == ERROR)
    assert ("huruf a: tender" in told["p2"]) == (rules == other)


@pytest.mark.parametrize("told", [(), (announced(30),)])
def test_a_failure_declared_before_the_answer_stands(told):
    """There is no act left that the answer could undo."""
    fails = FailureAct(at(26), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)d")
    found = evaluated(tender(objection(), fails, answered(RIGHT, day=31), *told))

    assert (found.state, found.failure.ground) == ("ditetapkan", fails.ground)
    assert "TINDAKAN_BERBEDA" not in codes(found)


@pytest.mark.parametrize("answer", [RIGHT, "tidak_benar"])
@pytest.mark.parametrize("day", [21, 30])
def test_minutes_of_an_award_need_not_tell_a_failure_that_follows(answer, day):
    """It has minutes of its own, whether an objection led to it or not."""
    minutes = Minutes(at(20, 10), "pemilihan", "BA-1", "Sini")
    fails = FailureAct(at(day), "pemilihan", Decider.POKJA, ERROR)

    assert not told_too_early(tender(minutes, objection(), answered(answer), fails))


@pytest.mark.parametrize(("minute", "early"), [(-1, True), (0, False), (1, False)])
@pytest.mark.parametrize("act", [ACT, FailureAct(ACT.at, "pemilihan", Decider.POKJA, ERROR)])
def test_minutes_tell_no_act_that_comes_after_them(act, minute, early):
    """Neither an award nor, where there is none before them, a failure."""
    minutes = Minutes(ACT.at + dt.timedelta(minutes=minute), "pemilihan", "BA-1", "Sini")

    assert told_too_early(tender(minutes, act=(act,))) is early


def told_too_early(given):
    """Whether it is told that minutes came before the act which they tell."""
    notices = evaluated(given).notices
    told = [notice.message for notice in notices if notice.code == "URUTAN_WAKTU"]
    return any("yang dimuatnya" in words for words in told)


def test_minutes_after_the_answer_do_tell_the_failure_that_follows():
    """They are of the failure, and none can tell what is younger."""
    minutes = Minutes(at(28), "pemilihan", "BA-2", "Sini")
    act = FailureAct(at(30), "pemilihan", Decider.POKJA, ERROR)

    assert "URUTAN_WAKTU" in codes(evaluated(tender(objection(), answered(RIGHT), minutes, act)))
    fitting = evolve(minutes, at=act.at)
    assert "URUTAN_WAKTU" not in codes(
        evaluated(tender(objection(), answered(RIGHT), fitting, act))
    )


def test_that_all_had_fallen_may_be_objected_to_before_it_is_declared():
    """51(2)c is declared after the masa sanggah; a right objection leads to another ground."""
    given = failed(TEKNIS, "p1", "p2", "p3")
    events = [TOLD, objection()]
    before = evaluated(package(*THREE, assessments=given, events=events))
    found = evaluated(package(*THREE, assessments=given, events=[*events, answered(RIGHT)]))

    assert (before.failure.ground, state(before)) == (
        "perpres-16-2018:51(2)c",
        "menunggu_jawaban",
    )
    assert (found.failure.ground, state(found)) == (ERROR, "penetapan_batal")


NONE_PASSES = FailureAct(at(26), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)c")


def fallen(*events):
    """Nobody passes, which was announced on the 20th: objections may come in until the 25th."""
    given = failed(TEKNIS, "p1", "p2", "p3")
    return evaluated(package(*THREE, assessments=given, events=[TOLD, *events]))


@pytest.mark.parametrize("then", [(), (announced(27),)])
def test_that_nobody_passes_is_declared_after_the_masa_sanggah_of_its_announcement(then):
    """Peraturan LKPP 12/2021: the law's own way, and its own announcement begins no other."""
    found = fallen(NONE_PASSES, *then)

    assert (found.state, state(found)) == ("ditetapkan", "selesai")
    assert not {"URUTAN_WAKTU", "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH", "TINDAKAN_TIDAK_DIPAKAI"} & (
        codes(found)
    )
    assert [p.begins.day for p in found.calendar if p.id == "masa_sanggah"] == [20]


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((evolve(NONE_PASSES, at=at(25, 15)),), ["akhir masa sanggah yang tercatat."]),
        ((evolve(NONE_PASSES, at=at(25, 16)),), []),
        ((objection(), NONE_PASSES), ["jawaban sanggah Senin, 23 Mei 2022 pukul 09.00 WIB."]),
        ((objection(), answered(day=25), NONE_PASSES), []),
        ((objection(channel="luar"), NONE_PASSES), []),
    ],
)
def test_a_failure_that_is_declared_too_early_is_told(events, said):
    """Before its masa sanggah is over, or before who objected is answered."""
    notices = fallen(*events).notices
    told = [n.message for n in notices if n.code == "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH"]

    assert told == [f"Pernyataan gagal mendahului {words}" for words in said]


def test_what_nobody_had_determined_is_not_undone():
    """An announcement without an act says nothing; the winner stays the computed one."""
    found = evaluated(tender(objection(), answered(RIGHT), act=(TOLD,)))

    assert (found.state, found.result) == ("dihitung", "pemenang")
    assert "SANGGAH_BENAR_SUBSTANSIAL" not in codes(found)


LIST = (listing_act("p1", "p2", "p3"), announced(9, "kualifikasi"))


@pytest.mark.parametrize(
    ("cause", "follow_up"),
    [
        ("lkpp-12-2021:4.1.1.j:kesalahan_evaluasi", "evaluasi_kualifikasi_ulang"),
        ("lkpp-12-2021:4.1.1.j:kesalahan_dokumen", "penyampaian_kualifikasi_ulang"),
        ("lkpp-12-2021:4.1.1.j:persekongkolan", "prakualifikasi_ulang"),
        ("perpres-16-2018:51(2)e", "tender_ulang"),
    ],
)
def test_the_list_of_a_prakualifikasi_may_be_objected_to(cause, follow_up):
    """Its days and what follows were not read: both are confirmed before a final record."""
    events = [*LIST, objection("p2", 10, "kualifikasi")]
    answer = answered(RIGHT, "p2", 12, "kualifikasi", cause=cause)
    found = evaluated(screened(*applicants(3), events=[*events, answer]))

    assert (found.state, found.result, found.shortlist) == ("dihitung", "gagal", ())
    assert (found.failure.ground, found.next) == (cause, follow_up)
    assert state(found) == "penetapan_batal"
    used = {each.param: each.source for each in found.values}
    assert used["objection.list_upheld"] == used["objection.list_days"] == "unverified"
    # The model document speaks of the bids: it is no text by which a list falls.
    assert "prakualifikasi dinyatakan gagal (belum terverifikasi) menurut " in right(found)


@pytest.mark.parametrize(("failed", "told"), [(False, True), (True, False)])
def test_a_new_list_after_a_right_objection_is_told(failed, told):
    """It stands, for no text says otherwise; that it had failed first is what the sheets have."""
    cause = "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi"
    events = [*LIST, objection("p2", 10, "kualifikasi")]
    events.append(answered(RIGHT, "p2", 12, "kualifikasi", cause=cause))
    if failed:
        events.append(FailureAct(at(13), Subject.KUALIFIKASI, Decider.POKJA, cause))
    again = listing_act("p1", "p2", "p3", day=14)
    found = evaluated(screened(*applicants(3), events=[*events, again]))
    words = (
        "Daftar ditetapkan lagi Sabtu, 14 Mei 2022 setelah sanggah dinyatakan benar dan "
        "substansial Kamis, 12 Mei 2022, tanpa pernyataan prakualifikasi gagal; akibat sanggah "
        "prakualifikasi tidak dibaca dan diputuskan manusia."
    )

    messages = [notice.message for notice in found.notices]
    assert (words in messages) == told
    assert any("ditetapkan lagi" in message for message in messages) == told


def test_a_cause_of_the_bids_is_none_of_the_list():
    """There was no evaluation of bids in which an error could be."""
    events = [*LIST, objection("p2", 10, "kualifikasi")]
    answer = answered(RIGHT, "p2", 12, "kualifikasi", cause=ERROR)

    assert refusal(screened(*applicants(3), events=[*events, answer])) == [
        ("ATR075", "events.3.cause")
    ]


def test_what_a_cause_may_be_is_told_in_codes_and_words():
    """Of a list also that its document is wrong, which is of another text than of the bids."""
    events = [*LIST, objection("p2", 10, "kualifikasi")]
    wrong = answered(RIGHT, "p2", 12, "kualifikasi", cause=ERROR)
    with pytest.raises(PackageRefusedError) as told:
        evaluated(screened(*applicants(3), events=[*events, wrong]))
    (fault,) = told.value.faults
    said = fault.params["named"]

    assert "lkpp-12-2021:4.1.1.j:kesalahan_dokumen: ditemukan kesalahan dalam Dokumen" in said
    assert "perpres-16-2018:51(2)d: ditemukan kesalahan dalam Dokumen Pemilihan atau" in said
    assert "{named}" in OBJECTION_TEXTS[fault.code].hint("id")
    assert "document is wrong; lkpp-12-2021" in fault_in_english(fault).params["named"]
    # However long the list, none of it is lost on the way to who reads it.
    (shown,) = diagnose([fault], TextPlaces(), "paket.json", "id", OBJECTION_TEXTS)
    assert len(said) > 600
    assert shown.hint.endswith(said.rpartition("; ")[2])


@pytest.mark.parametrize(
    ("asked", "follows"),
    [((), "menurut_penyebab"), ((deadline(day=20),), "penyampaian_penawaran_ulang")],
)
def test_no_bids_come_anew_where_none_was_asked_for(asked, follows):
    """Pasal 51 ayat (8) speaks of bids: before any was asked for, what follows was not read."""
    cause = "perpres-16-2018:51(2)d"
    right = answered(RIGHT, "p2", 12, "kualifikasi", cause=cause)
    given = screened(*applicants(3), events=[*LIST, objection("p2", 10, "kualifikasi"), right])
    found = evaluated(evolve(given, events=(*given.events, *asked)))
    messages = [n.message for n in found.notices if n.code == "SANGGAH_BENAR_SUBSTANSIAL"]

    assert (found.failure.ground, found.failure.follow_up) == (cause, follows)
    told = [words for words in messages if "sebelum penawaran diminta" in words]
    assert len(told) == (not asked)
    assert all(words.endswith("sebabnya lkpp-12-2021:4.1.1.j:kesalahan_dokumen.") for words in told)


def test_the_list_stands_once_its_masa_sanggah_is_over():
    """Nothing is appealed against there: the list has come to its end."""
    events = [
        *LIST,
        objection("p2", 10, "kualifikasi"),
        answered("tidak_benar", "p2", 12, "kualifikasi"),
    ]
    found = evaluated(screened(*applicants(3), events=events))
    over = evaluated(screened(*applicants(3), events=[*events, objections_over(18, "kualifikasi")]))

    assert state(found) == "masa_sanggah"
    assert (state(over), over.after_award.waits_for) == ("selesai", ("pemasukan_penawaran",))


def test_no_appeal_follows_on_goods():
    """Once answered nothing keeps it from the SPPBJ (Pasal 50 ayat (2))."""
    found = evaluated(tender(objection(), answered(), category=Category.BARANG))

    assert state(found) == "siap_sppbj"
    assert StageId.PENETAPAN in {stage.id for stage in found.stages}


def test_no_list_is_determined_anew_while_an_objection_to_it_is_open():
    """Nor once bids are in: the list that was objected to is the one that counts."""
    anew = listing_act("p1", "p2", day=11)
    events = [*LIST, objection("p3", 10, "kualifikasi"), anew]
    found = evaluated(screened(*applicants(3), events=events))

    assert (found.state, state(found)) == ("ditetapkan", "menunggu_jawaban")
    assert found.shortlist == ("p1", "p2", "p3")
    assert unused(found)
    assert "SANGGAH_BELUM_DIJAWAB" in codes(found)


@pytest.mark.parametrize(("channel", "told"), [("spse", True), ("luar", False)])
def test_of_the_list_too_only_an_objection_that_counts_is_told_as_unanswered(channel, told):
    """A pengaduan is followed up by people."""
    events = [*LIST, objection("p3", 10, "kualifikasi", channel=channel)]
    found = evaluated(screened(*applicants(3), events=events))

    assert ("SANGGAH_BELUM_DIJAWAB" in codes(found)) == told


def test_an_objection_to_a_failure_that_holds_at_once_says_so():
    """It is announced, and no text that was read gives days to object to it."""
    act = FailureAct(at(20), Subject.PEMILIHAN, Decider.POKJA, ERROR)
    found = evaluated(package(*THREE, events=[act, announced(), objection()]))
    (told,) = [n.message for n in found.notices if n.code == "SANGGAH_SEBAGAI_PENGADUAN"]

    assert "kegagalan yang diumumkan berlaku segera" in told
    assert "belum tercatat" not in told
