"""What becomes of a result: the states that it goes through, by hand, and their graph."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.acts import acts_on
from tender_desk.documents.determined import award_of
from tender_desk.documents.view import View
from tender_engine.evaluation import AfterAwardState
from tender_engine.events import (
    AwardProposal,
    Cancellation,
    FailureAct,
    Minutes,
    Negotiation,
    Refusal,
)
from tender_engine.terms import (
    Canceller,
    Decider,
    NegotiationOutcome,
    Refuser,
    Subject,
)
from tender_rules import national
from tender_rules.procedures.after_award import AFTER_AWARD
from tests.builders import TEKNIS, at, bidder, codes, evaluated, failed, package, refusal, unused
from tests.happenings import (
    announced,
    answered,
    award,
    closing,
    extended,
    gone,
    objection,
    objections_over,
    sppbj,
)
from tests.procurements import KUALITAS, contest

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
ACT, TOLD = award("p1", "p2", "p3"), announced()
OVER = objections_over(26)
REFUSED = Refusal(at(30), Refuser.PPK, "tidak sependapat")
BIG = {"pagu": Decimal("100000000000.01")}
UNTIL_SPPBJ = ("belum_diumumkan", "masa_sanggah", "siap_sppbj")
BY_PA = award("p1", "p2", "p3", by="pa")
ALL_FALL = failed(TEKNIS, "p1", "p2", "p3")


def failure(ground="perpres-16-2018:51(2)a", day=28, by="pokja"):
    return FailureAct(at(day), Subject.PEMILIHAN, Decider(by), ground)


def ruling(day=31):
    """The PA determines again who was determined."""
    return evolve(BY_PA, at=at(day), number="KEP-1")


def later(day=28, month=5):
    """Something recorded later, by which time has gone on."""
    return Minutes(at(day, month=month), Subject.PEMILIHAN, "BA-1", "Kantor")


def after(*events, who=THREE, **terms):
    return evaluated(package(*who, events=events, **terms)).after_award


@pytest.mark.parametrize(
    ("events", "path", "waits"),
    [
        ((ACT,), ["belum_diumumkan"], ["pengumuman"]),
        ((ACT, TOLD), ["belum_diumumkan", "masa_sanggah"], ["akhir_masa_sanggah"]),
        # The record ends before the period does, and after it.
        ((ACT, TOLD, later(25)), ["belum_diumumkan", "masa_sanggah"], ["akhir_masa_sanggah"]),
        ((ACT, TOLD, later(26)), ["belum_diumumkan", "masa_sanggah", "siap_sppbj"], ["sppbj"]),
        ((ACT, TOLD, OVER), ["belum_diumumkan", "masa_sanggah", "siap_sppbj"], ["sppbj"]),
        # An end that is recorded too early ends nothing.
        ((ACT, TOLD, objections_over(24)), ["belum_diumumkan", "masa_sanggah"],
         ["akhir_masa_sanggah"]),
        ((ACT, TOLD, objection()), ["belum_diumumkan", "masa_sanggah", "menunggu_jawaban"],
         ["jawaban_sanggah", "akhir_masa_sanggah"]),
        ((ACT, TOLD, objection(), later(27)),
         ["belum_diumumkan", "masa_sanggah", "menunggu_jawaban"], ["jawaban_sanggah"]),
        # Answered while others may still object.
        ((ACT, TOLD, objection(), answered(day=24)),
         ["belum_diumumkan", "masa_sanggah", "menunggu_jawaban", "masa_sanggah"],
         ["akhir_masa_sanggah"]),
        ((ACT, TOLD, objection(), answered()),
         ["belum_diumumkan", "masa_sanggah", "menunggu_jawaban", "masa_sanggah_banding"],
         ["akhir_masa_sanggah_banding"]),
        ((ACT, TOLD, OVER, sppbj()),
         ["belum_diumumkan", "masa_sanggah", "siap_sppbj", "selesai"], []),
        ((ACT, TOLD, OVER, REFUSED),
         ["belum_diumumkan", "masa_sanggah", "siap_sppbj"], ["keputusan_pa"]),
        # The PA decides that the result stands: nothing is announced again.
        ((ACT, TOLD, OVER, REFUSED, ruling()), [*UNTIL_SPPBJ], ["sppbj"]),
        ((ACT, TOLD, OVER, REFUSED, ruling(), sppbj(month=6, day=2)),
         [*UNTIL_SPPBJ, "selesai"], []),
        ((ACT, TOLD, OVER, REFUSED, ruling(), evolve(REFUSED, at=at(31, 18))), [*UNTIL_SPPBJ],
         ["keputusan_pa"]),
        ((ACT, TOLD, OVER, ruling(), evolve(REFUSED, at=at(31, 18))),
         [*UNTIL_SPPBJ], ["keputusan_pa"]),
        # Of what the PPK has refused the PA decides, and not the Pokja.
        ((ACT, TOLD, OVER, REFUSED, evolve(ruling(), by=Decider.POKJA)), [*UNTIL_SPPBJ],
         ["keputusan_pa"]),
        # After the appointment, and after a failure was announced, nothing is determined.
        ((ACT, TOLD, OVER, sppbj(), evolve(award("p2"), at=at(15, month=6)),
          evolve(failure(), at=at(16, month=6))), [*UNTIL_SPPBJ, "selesai"], []),
        ((ACT, TOLD, failure(), announced(30), award("p2", "p3", day=31)),
         [*UNTIL_SPPBJ, "penetapan_batal", "selesai"], []),
        # Who asked before the winner left is answered before another is determined.
        ((ACT, TOLD, objection(), gone("p1", "penetapan", day=24), award("p2", "p3", day=25)),
         ["belum_diumumkan", "masa_sanggah", "menunggu_jawaban", "penetapan_batal"],
         ["jawaban_sanggah"]),
        ((ACT, TOLD, objection(), gone("p1", "penetapan", day=24), answered(day=25),
          award("p2", "p3", day=26)),
         ["belum_diumumkan", "masa_sanggah", "menunggu_jawaban", "penetapan_batal",
          "belum_diumumkan"], ["pengumuman"]),
        # The PA lets the result stand or has it declared failed: it names nobody else instead.
        ((ACT, TOLD, OVER, REFUSED, evolve(ruling(), winner="p2", reserves=("p3",))),
         [*UNTIL_SPPBJ], ["keputusan_pa"]),
        ((ACT, TOLD, OVER, REFUSED,
          failure("lkpp-12-2021:4.2.14.a.k", 31, "pa")),
         ["belum_diumumkan", "masa_sanggah", "siap_sppbj", "penetapan_batal"], ["pengumuman"]),
        ((ACT, TOLD, gone("p1", "penetapan", day=24)),
         ["belum_diumumkan", "masa_sanggah", "penetapan_batal"], ["penetapan"]),
        ((ACT, TOLD, gone("p1", "penetapan", day=30, refused=True)),
         ["belum_diumumkan", "masa_sanggah", "siap_sppbj", "penetapan_batal"], ["penetapan"]),
        ((ACT, TOLD, gone("p1", "penetapan", day=24),
          award("p2", "p3", day=25, number="BA-2"), announced(26), later(1, 6)),
         ["belum_diumumkan", "masa_sanggah", "penetapan_batal", "belum_diumumkan",
          "masa_sanggah", "siap_sppbj"], ["sppbj"]),
        ((ACT, TOLD, failure()),
         ["belum_diumumkan", "masa_sanggah", "siap_sppbj", "penetapan_batal"], ["pengumuman"]),
        ((ACT, TOLD, failure(), announced(30)),
         ["belum_diumumkan", "masa_sanggah", "siap_sppbj", "penetapan_batal", "selesai"], []),
        ((failure(),), ["belum_diumumkan"], ["pengumuman"]),
        ((failure(), announced(30)), ["belum_diumumkan", "selesai"], []),
        ((Cancellation(at(21), Canceller.PA, "anggaran dicabut"),),
         ["belum_diumumkan", "selesai"], []),
        ((ACT, TOLD, Cancellation(at(24), Canceller.PPK, "anggaran dicabut")),
         ["belum_diumumkan", "masa_sanggah", "selesai"], []),
    ],
)  # fmt: skip
def test_the_states_that_a_result_goes_through(events, path, waits):
    """As of the latest moment of the record, whatever the day is."""
    found = after(*events)

    assert (list(found.path), list(found.waits_for)) == (path, waits)
    assert str(found.state) == path[-1]


@pytest.mark.parametrize(("count", "told"), [(199, 199), (200, 200), (201, 201), (5_000, 201)])
def test_of_useless_acts_no_more_is_told_than_anybody_reads(count, told):
    """Two hundred of a kind, and in one more how many follow; the whole stays about as short."""
    idle = [AwardProposal(at(21) + dt.timedelta(seconds=n)) for n in range(count)]
    found = evaluated(package(*THREE, events=[ACT, TOLD, *idle]))
    unused = [n.message for n in found.notices if n.code == "TINDAKAN_TIDAK_DIPAKAI"]

    assert len(unused) == told
    rest = {f"Masih ada {count - 200} pemberitahuan lain yang sejenis."} if count > 200 else set()
    assert {said for said in unused if "Masih ada" in said} == rest


def test_a_ruling_of_the_pa_is_no_determination_of_its_own():
    """The act of the Pokja stands, no proposal is missed, and what was announced is public."""
    whole = package(*THREE, events=(ACT, TOLD, OVER, REFUSED, ruling()))
    found = evaluated(whole)

    assert (found.state, found.winner) == ("ditetapkan", "p1")
    assert not {"TINDAKAN_BERBEDA", "DASAR_TINDAKAN_TIDAK_TERCATAT"} & codes(found)
    assert {v.param: v.source for v in found.values}["refusal.decided_by"] == "secondary"
    assert award_of(View.of(found)) == ACT
    told = str(acts_on(View.of(found), Subject.PEMILIHAN, later=True))
    assert "Keputusan Pengguna Anggaran Nomor KEP-1 atas penolakan PPK: hasilnya tetap" in told


@pytest.mark.parametrize(
    ("events", "path", "waits"),
    [
        ((AwardProposal(at(19)),), ["belum_diumumkan"], ["penetapan"]),
        ((AwardProposal(at(19)), BY_PA), ["belum_diumumkan"], ["pengumuman"]),
        ((Refusal(at(19), Refuser.PA, "x"),), ["belum_diumumkan", "penetapan_batal"],
         ["pernyataan_gagal"]),
        ((AwardProposal(at(19)), Refusal(at(20), Refuser.PA, "x"), evolve(BY_PA, at=at(22))),
         ["belum_diumumkan", "penetapan_batal", "belum_diumumkan"], ["pengumuman"]),
        ((Refusal(at(19), Refuser.PA, "x"), failure("lkpp-12-2021:4.2.14.a.l", 21, "pa")),
         ["belum_diumumkan", "penetapan_batal"], ["pengumuman"]),
    ],
)  # fmt: skip
def test_above_the_ceiling_the_pa_determines_what_the_pokja_proposes(events, path, waits):
    """Or refuses, and declares the failure (Permen PUPR 14/2020 Pasal 99)."""
    found = after(*events, **BIG)

    assert (list(found.path), list(found.waits_for)) == (path, waits)


def test_the_pa_refuses_only_what_it_is_to_determine():
    """Up to the ceiling the Pokja determines; it is told, and nothing is undone."""
    given = package(*THREE, events=[ACT, TOLD, Refusal(at(24), Refuser.PA, "x")])
    found = evaluated(given)

    assert str(found.after_award.state) == "masa_sanggah"
    assert "TINDAKAN_TIDAK_DIPAKAI" in codes(found)


def test_nobody_has_acted_on_it():
    """Computed or waiting: there is nothing after it."""
    assert evaluated(package(*THREE)).after_award is None
    assert evaluated(package(*THREE, general=())).after_award is None


def test_a_failure_that_holds_after_the_masa_sanggah_waits_for_it():
    """51(2)c: announced, objected to, and then declared; or declared before that is over."""
    terms = {"assessments": ALL_FALL}
    act = failure("perpres-16-2018:51(2)c")
    told = after(TOLD, **terms)
    over = after(TOLD, later(27), **terms)
    done = after(TOLD, act, **terms)
    early = after(evolve(act, at=at(19)), TOLD, **terms)

    assert (str(told.state), told.waits_for) == ("masa_sanggah", ("akhir_masa_sanggah",))
    assert (str(over.state), over.waits_for) == ("masa_sanggah", ("pernyataan_gagal",))
    assert (str(done.state), done.path) == (
        "selesai",
        ("belum_diumumkan", "masa_sanggah", "selesai"),
    )
    assert (str(early.state), early.waits_for) == ("masa_sanggah", ("akhir_masa_sanggah",))


def test_a_seleksi_is_talked_over_before_the_appointment():
    """Pasal 50 ayat (3): after the masa sanggah; who fails in talks is determined no more."""
    bids = (KUALITAS, ("p1", "90", "1000000000"), ("p2", "80", "1000000000"))

    def found(*events):
        made = contest(*bids, events=[award("p1", "p2"), announced(), objections_over(26), *events])
        return evaluated(made).after_award

    def talks(outcome):
        return Negotiation(at(27), "p1", NegotiationOutcome(outcome))

    assert (str(found().state), found().waits_for) == ("masa_sanggah", ("negosiasi",))
    assert found(talks("gagal")).waits_for == ("negosiasi",)  # with the next


def test_an_act_that_differs_from_the_computation_leads_to_no_appointment():
    """Nobody is to be appointed by it, and an appointment counts for nothing."""
    other = award("p2", "p3")
    found = after(other, TOLD, OVER)
    appointed = evaluated(package(*THREE, events=[other, TOLD, OVER, sppbj("p2")]))

    assert (str(found.state), found.waits_for) == ("masa_sanggah", ("tindakan_sesuai",))
    assert str(appointed.after_award.state) == "masa_sanggah"
    assert "TINDAKAN_TIDAK_DIPAKAI" in codes(appointed)


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ((ACT, TOLD, OVER, sppbj()), None),
        ((ACT, sppbj()), "ATR070"),
        ((ACT, TOLD, sppbj(day=25, month=5)), "ATR070"),
        ((ACT, TOLD, objection(), sppbj()), "ATR070"),
        ((ACT, TOLD, objection(), answered(), sppbj(day=2)), "ATR070"),
        ((ACT, TOLD, objection(), answered(), sppbj(day=3)), None),
        ((ACT, TOLD, objection(), answered("benar_substansial"), sppbj()), "ATR070"),
        ((ACT, TOLD, OVER, REFUSED, sppbj()), "ATR070"),
        ((ACT, TOLD, OVER, sppbj("p2")), "ATR071"),
        ((sppbj(),), "ATR070"),
        ((ACT, TOLD, OVER, sppbj(), Cancellation(at(14, month=6), Canceller.PA, "x")), "ATR072"),
        ((ACT, TOLD, OVER, Cancellation(at(14, month=6), Canceller.PA, "x")), None),
    ],
)  # fmt: skip
def test_an_appointment_has_its_time_and_its_bidder(events, code):
    """Before everything is through, or of another than the winner, it is refused."""
    given = package(*THREE, events=events)

    if code is None:
        assert evaluated(given).after_award is not None
    else:
        assert [found for found, _ in refusal(given)] == [code]


def test_who_leaves_after_the_award_makes_no_talks_due():
    """The act stands without its reserves, and talks with whom is left alone count for nothing."""
    alone = (ACT, TOLD, OVER, gone("p2", "penetapan", day=27), gone("p3", "penetapan", day=27))
    talks = Negotiation(at(28), "p1", NegotiationOutcome.GAGAL)
    bare, talked = (
        evaluated(package(*THREE, events=events)) for events in (alone, (*alone, talks))
    )

    assert (bare.state, bare.winner, bare.reserves, bare.next) == ("ditetapkan", "p1", (), None)
    assert (talked.state, talked.winner, talked.result) == (bare.state, bare.winner, bare.result)
    assert talked.after_award == bare.after_award
    assert "TINDAKAN_BERBEDA" not in codes(bare)
    (told,) = [n for n in talked.notices if n.code == "TINDAKAN_TIDAK_DIPAKAI"]
    assert told.message == "Negosiasi tidak dipakai: pemenang telah ditetapkan sebelumnya."


def test_of_what_was_called_off_nothing_is_declared_failed():
    """An objection was right before: that is on record, and nobody fails the tender any more."""
    right = answered(day=25, decision="benar_substansial", cause="perpres-16-2018:51(2)a")
    called = Cancellation(at(26), Canceller.PA, "anggaran dicabut")
    open_, over = (
        evaluated(package(*THREE, events=[ACT, TOLD, objection(), right, *end]))
        for end in ((), (called,))
    )

    assert "SANGGAH_BENAR_SUBSTANSIAL" in codes(open_)
    assert "SANGGAH_BENAR_SUBSTANSIAL" not in codes(over)


@pytest.mark.parametrize(("day", "differs"), [(19, True), (27, False)])
def test_a_reserve_that_had_left_when_it_was_named_makes_the_act_differ(day, differs):
    """The award is of the 20th; who leaves later was there to be named."""
    events = (ACT, TOLD, OVER, gone("p3", "penetapan", day=day))

    assert ("TINDAKAN_BERBEDA" in codes(evaluated(package(*THREE, events=events)))) is differs


def test_what_is_not_counted_is_told():
    """A refusal before anything is ready, a proposal once it is over."""
    early = package(*THREE, events=[ACT, TOLD, Refusal(at(24), Refuser.PPK, "x")])
    found = evaluated(early)

    (told,) = [n for n in found.notices if n.code == "TINDAKAN_TIDAK_DIPAKAI"]
    assert told.message == (
        "Penolakan Selasa, 24 Mei 2022 pukul 09.00 WIB tidak dipakai: keadaannya waktu itu masa "
        "sanggah, yang ditunggu berakhirnya masa sanggah."
    )


def test_the_state_of_the_evaluation_is_left_alone():
    """What comes after an award never changes it, but for an objection or appeal that is right."""
    bare = evaluated(package(*THREE, events=[ACT]))
    for events in ((TOLD,), (TOLD, objection()), (TOLD, OVER, sppbj())):
        found = evaluated(package(*THREE, events=[ACT, *events]))

        assert (
            (found.state, found.result) == (bare.state, bare.result) == ("ditetapkan", "pemenang")
        )


def test_every_state_is_reached_and_leads_to_the_end():
    """No state is a trap, and none is out of reach."""
    states = {*map(str, AfterAwardState)}
    onward = {state: {to for origin, _, to in AFTER_AWARD if origin == state} for state in states}

    def reached(start, edges):
        found, left = {start}, [start]
        while left:
            new = edges[left.pop()] - found
            found |= new
            left += new
        return found

    assert reached("belum_diumumkan", onward) == states
    back = {state: {o for o, _, to in AFTER_AWARD if to == state} for state in states}
    assert reached("selesai", back) == states
    assert len(set(AFTER_AWARD)) == len(AFTER_AWARD)


def test_states_causes_and_what_is_waited_for_have_words():
    """In both languages."""
    words = national().words
    causes = {cause for _, cause, _ in AFTER_AWARD}

    assert {f"after_award.{state}" for state in AfterAwardState} <= words.keys()
    assert {f"after_award.by.{cause}" for cause in causes} <= words.keys()
    assert {key for key in words if key.startswith("after_award.by.")} == {
        f"after_award.by.{cause}" for cause in causes
    }
    assert words.keys() >= {f"after_award.waits.{code}" for code in ("sppbj", "keputusan_pa")}


C = "perpres-16-2018:51(2)c"
PPK_FIRST = (ACT, TOLD, OVER, REFUSED, ruling())


def other(day, *, by="pokja", winner="p2"):
    """Another determination, of whatever comes next in rank."""
    return award(winner, *[name for name in ("p1", "p2", "p3") if name != winner], day=day, by=by)


IDLE = [
    # (1) A failure by who may not declare it, on a ground that a winner excludes, or on none.
    ("by who may not", (ACT, TOLD), failure(by="pa"), "yang berwenang menyatakan adalah Pokja"),
    ("i by the Pokja", (ACT, TOLD), failure("perpres-16-2018:51(2)i"), "menyatakan adalah PA/KPA"),
    ("c beside a winner", (ACT, TOLD), failure(C), "hasil perhitungan tidak mendukung"),
    ("g beside a winner", (ACT,), failure("perpres-16-2018:51(2)g"), "tidak mendukung"),
    ("b where nobody acted", (), failure("perpres-16-2018:51(2)b"), "tidak mendukung"),
    ("c where nobody acted", (), failure(C), "hasil perhitungan tidak mendukung"),
    ("a by the PA where nobody acted", (), failure(by="pa"), "menyatakan adalah Pokja"),
    ("c before the only winner left", (ACT, TOLD, gone("p1", "penetapan", day=30)), failure(C),
     "tidak mendukung"),
    # A tender that has failed does not fail again.
    ("failed already", (failure(day=22),), failure("perpres-16-2018:51(2)d"), "belum diumumkan"),
    ("failed and announced", (ACT, TOLD, failure(day=23), announced(24)),
     failure("perpres-16-2018:51(2)d"), "selesai"),
    # (2) Somebody is determined anew although nothing was undone.
    ("another winner", (ACT, TOLD), other(23), "masa sanggah"),
    ("the same winner", (ACT, TOLD), evolve(ACT, at=at(23), number="BA-2"), "masa sanggah"),
    ("before it was announced", (ACT,), other(23), "belum diumumkan"),
    ("once it is ready", (ACT, TOLD, OVER), other(28), "siap SPPBJ"),
    ("who leaves only later", (ACT, TOLD, gone("p1", "penetapan", day=30)),
     evolve(award("p2", "p3"), at=at(23)), "masa sanggah"),
    ("after a failure", (failure(day=22),), other(23, winner="p1"), "belum diumumkan"),
    ("another in the place of another", (other(20), TOLD), other(23, winner="p3"), "masa sanggah"),
    # (3) and (4) It is announced again.
    ("told again", (ACT, TOLD), announced(23), "masa sanggah"),
    ("told again once it is over", (ACT, TOLD, OVER), announced(28), "siap SPPBJ"),
    ("told again after the PA has decided", PPK_FIRST, announced(1, month=6), "siap SPPBJ"),
    ("a failure told again", (failure(day=21), announced(22)), announced(23), "selesai"),
    ("refused again by the PPK", (ACT, TOLD, OVER, REFUSED), evolve(REFUSED, at=at(31)),
     "siap SPPBJ"),
    # (5) By the PA, who has nothing to determine here.
    ("by the PA first", (), other(23, by="pa", winner="p1"), "menetapkan adalah Pokja"),
    ("by the PA after the Pokja", (ACT, TOLD, OVER), ruling(28), "menetapkan adalah Pokja"),
    ("by the PA before anybody refused", (ACT, TOLD, OVER, REFUSED), ruling(29),
     "menetapkan adalah Pokja"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("events", "idle", "why"), [case[1:] for case in IDLE], ids=[case[0] for case in IDLE]
)
def test_an_act_that_nothing_bears_out_does_nothing(events, idle, why):
    """It is told with its reason; state, winner, failure, days and what came of it are as without.

    The record goes on until the end of June with both, so that neither is its last moment.
    """
    found, without = (
        evaluated(package(*THREE, events=[*acts, later(30, 6)]))
        for acts in ((*events, idle), events)
    )

    (told,) = unused(found)
    assert why in told
    assert what_came_of(found) == what_came_of(without)


def what_came_of(found):
    return (
        found.state, found.result, found.winner, found.failure, found.calendar, found.after_award
    )  # fmt: skip


@pytest.mark.parametrize("by", ["pokja", "pa"])
def test_above_the_ceiling_it_is_for_the_pa(by):
    """Perpres 16/2018 Pasal 9 ayat (1) huruf n: an act of the Pokja begins nothing there."""
    found = evaluated(package(*THREE, events=[award("p1", "p2", "p3", by=by), TOLD], **BIG))
    told = [n.message for n in found.notices if "menetapkan adalah PA/KPA" in n.message]

    assert (str(found.after_award.state), len(told)) == {
        "pokja": ("belum_diumumkan", 1),
        "pa": ("masa_sanggah", 0),
    }[by]


@pytest.mark.parametrize(
    ("events", "path", "waits"),
    [
        # The computed one takes the place of another, whatever that had come to.
        ((other(20), award("p1", "p2", "p3", day=21), announced(22)),
         ["belum_diumumkan", "masa_sanggah"], ["akhir_masa_sanggah"]),
        ((other(20), TOLD, later(27), award("p1", "p2", "p3", day=28)),
         ["belum_diumumkan", "masa_sanggah", "belum_diumumkan"], ["pengumuman"]),
        # Of those whom it named the reserves alone were others.
        ((award("p1", "p3", "p2"), TOLD, award("p1", "p2", "p3", day=23)),
         ["belum_diumumkan", "masa_sanggah", "belum_diumumkan"], ["pengumuman"]),
        # A failure that holds undoes somebody who should not have been determined.
        ((ACT, TOLD, failure(C, 28), announced(30)),
         ["belum_diumumkan", "masa_sanggah", "penetapan_batal", "selesai"], []),
    ],
)  # fmt: skip
def test_what_was_computed_takes_the_place_of_what_was_not(events, path, waits):
    """What waits for an act in line with the computation goes on with it."""
    fall = {"assessments": ALL_FALL} if any(isinstance(e, FailureAct) for e in events) else {}
    found = after(*events, **fall)

    assert (list(found.path), list(found.waits_for)) == (path, waits)


def test_that_nobody_passes_is_announced_before_and_after_it_is_declared():
    """The second announcement tells the declaration and moves no day; a third is told."""
    events = [TOLD, failure(C, 23), announced(24), objection(day=25)]
    third = [*events[:3], announced(24, hour=15), events[3]]
    found, more = (
        evaluated(package(*THREE, events=e, assessments=ALL_FALL)) for e in (events, third)
    )

    assert [p.until for p in found.calendar if p.id == "masa_sanggah"] == [at(25, 16)]
    assert str(found.after_award.state) == "menunggu_jawaban"
    assert "TINDAKAN_TIDAK_DIPAKAI" not in codes(found)
    assert "TINDAKAN_TIDAK_DIPAKAI" in codes(more)
    assert what_came_of(found) == what_came_of(more)


G = "perpres-16-2018:51(2)g"
ABOVE = (bidder("p1", "1300000000"), bidder("p2", "1310000000"))


@pytest.mark.parametrize(
    ("who", "ground", "before"),
    [
        (ABOVE, G, ()),
        (
            (bidder("p1", submitted=False, price=None),),
            "perpres-16-2018:51(2)b",
            (extended("penawaran", 12), closing("penawaran", 14)),
        ),
    ],
    ids=["g", "b"],
)
def test_a_failure_that_holds_at_once_is_declared_before_it_is_announced(who, ground, before):
    """Told early no days begin, whoever objects only complains, and it fails as ever."""
    early, act = (announced(21), announced(22), objection("p1", day=23)), failure(ground, 24)
    told, bare, declared, once = (
        evaluated(package(*who, events=(*before, *events)))
        for events in (early, early[2:], (*early, act, announced(25)), (act, announced(25)))
    )

    for found, without in ((told, bare), (declared, once)):
        assert (found.state, found.after_award) == (without.state, without.after_award)
        assert [p.id for p in found.calendar] == [p.id for p in without.calendar]
        assert not [p for p in found.calendar if p.id.endswith("sanggah")]
        words = [said for said in unused(found) if said.startswith("Pengumuman")]
        assert len(words) == 2
        assert all("yang ditunggu pernyataan gagal" in said for said in words)
    assert (str(declared.after_award.state), declared.state) == ("selesai", "ditetapkan")


@pytest.mark.parametrize(
    ("first", "again"),
    [
        # Nobody passes: it is told first, and once; who objects after that objects too late.
        ((TOLD,), announced(27)),
        # An announcement before the act that it makes known.
        ((award("p1", "p2", "p3", day=21), announced(22)), announced(20)),
    ],
    ids=["c", "early"],
)
def test_only_an_announcement_that_counts_begins_days(first, again):
    """Of another one nothing is in the calendar, and nobody objects in days of it."""
    terms = {"assessments": ALL_FALL} if first == (TOLD,) else {}
    late = objection("p2", day=30)
    found, without = (
        evaluated(package(*THREE, events=(*first, *more, late), **terms)) for more in ((again,), ())
    )

    assert found.calendar == without.calendar
    assert found.after_award == without.after_award
    assert len([p for p in found.calendar if p.id == "masa_sanggah"]) == 1
    assert "SANGGAH_SEBAGAI_PENGADUAN" in codes(found)
    assert unused(found)


@pytest.mark.parametrize("by", ["pokja", "pa"])
def test_an_act_that_counts_for_nothing_leaves_what_follows_a_result_alone(by):
    """Where none is on record its days run on, whoever determined it without being the one to."""
    idle = award("p2", "p3", day=24, by="pa" if by == "pokja" else "pokja")
    terms = {} if by == "pokja" else BIG
    found, without = (
        evaluated(package(*THREE, events=(TOLD, *acts, later()), **terms)) for acts in ((idle,), ())
    )

    assert [p.until for p in without.calendar if p.id == "masa_sanggah"] == [at(25, 16)]
    assert found.calendar == without.calendar
    assert found.after_award == without.after_award


@pytest.mark.parametrize(
    ("proposal", "terms", "idle"),
    [
        ((AwardProposal(at(19)),), {}, True),
        ((AwardProposal(at(19)),), BIG, False),
        ((BY_PA, AwardProposal(at(21))), BIG, True),
    ],
)
def test_the_pokja_proposes_only_what_the_pa_is_to_determine(proposal, terms, idle):
    """Up to the ceiling it determines itself, and what is determined is proposed no more."""
    found = evaluated(package(*THREE, events=proposal, **terms))

    assert [said.startswith("Usul penetapan") for said in unused(found)] == [True] * idle


def test_who_has_asked_is_answered_though_it_has_failed():
    """On a ground that people found while an objection was open; as the calendar has it."""
    found = evaluated(package(*THREE, events=(ACT, TOLD, objection(), failure(day=24))))

    assert found.after_award.waits_for == ("jawaban_sanggah", "pengumuman")
    assert [p.settled for p in found.calendar if p.id == "jawaban_sanggah"] == [False]


@pytest.mark.parametrize("day", [23, 28])
def test_a_failure_on_another_ground_than_the_one_announced_is_announced_itself(day):
    """That nobody passes was told; that all colluded was not, and no days begin with it."""
    terms = {"assessments": ALL_FALL}
    act = failure("perpres-16-2018:51(2)e", day)
    open_, over = (after(TOLD, act, *more, **terms) for more in ((), (announced(30),)))

    assert (str(open_.state), open_.waits_for) == ("penetapan_batal", ("pengumuman",))
    assert (str(over.state), over.waits_for) == ("selesai", ())
