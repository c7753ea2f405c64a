"""Klarifikasi dan negosiasi of a Seleksi, after the masa sanggah (Perpres 16/2018 Pasal 50 (3))."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import FailureAct
from tender_engine.terms import (
    Category,
    Contract,
    Decider,
    Envelope,
    Method,
    NegotiationOutcome,
    ProcedureName,
    StageId,
)
from tests.builders import (
    ADMINISTRASI,
    HPS_TOTAL,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    at,
    bidder,
    codes,
    evaluated,
    finding,
    judged,
    needs,
    package,
    priced,
    refusal,
    unused,
    unverified,
    verdict,
)
from tests.happenings import (
    agreed,
    announced,
    answered,
    award,
    deadline,
    gone,
    in_vain,
    listing_act,
    objection,
    objections_over,
    price_opening,
)
from tests.procurements import applicant, score, scored, seleksi

TALKS = StageId.NEGOSIASI
OVER = objections_over()
WINNER = award("p1", "p2", "p3")
# All under one opening, the best technical score first.
SCORES = {"p1": 90, "p2": 80, "p3": 70}
TOTALS = {"p1": "1200000000", "p2": "1100000000", "p3": "1000000000"}


def selection(*talks, over=(OVER,), totals=TOTALS, scores=SCORES, act=True, **terms):
    """A Seleksi by Pagu Anggaran whose winner is p1."""
    firms = [applicant(name, bid=True, price=priced(totals[name])) for name in scores]
    events = [listing_act(*scores), deadline(), price_opening(), *([WINNER] if act else [])]
    return seleksi(
        *firms,
        scores=scores,
        qualification=dict.fromkeys(scores, 80),
        method=Method.PAGU_ANGGARAN,
        events=[*events, *over, *talks],
        **terms,
    )


def test_they_are_what_comes_next():
    """Before: `next` says so and nothing waits. After they agreed there is nothing next."""
    before, after = evaluated(selection()), evaluated(selection(agreed()))

    assert (before.state, before.winner, before.next) == ("ditetapkan", "p1", "negosiasi")
    assert (after.state, after.winner, after.next) == ("ditetapkan", "p1", None)
    assert verdict(after, TALKS) == "lulus"


def test_what_was_agreed_is_the_final_total():
    """The corrected one stays what it was."""
    price = evaluated(selection(agreed())).price("p1")

    assert price.corrected_total == Decimal(1200000000)
    assert price.negotiated_total == price.final_total == Decimal(1150000000)


@pytest.mark.parametrize(
    ("total", "told"), [("1200000000", False), ("1200000000.01", True), ("1", False)]
)
def test_talks_that_raise_a_price_are_told(total, told):
    """To the corrected bid itself, and not a sen above; no text that was read forbids more."""
    evaluation = evaluated(selection(agreed(total=total)))

    assert evaluation.price("p1").final_total == Decimal(total)
    assert ("NEGOSIASI_LEBIH_TINGGI" in codes(evaluation)) == told


@pytest.mark.parametrize(("more", "waits"), [("0", False), ("0.01", True)])
def test_above_the_hps_the_talks_are_not_at_an_end(more, waits):
    """A corrected bid above the HPS is talked down to it; until then the evaluation waits."""
    totals = TOTALS | {"p1": "1240000000"}
    evaluation = evaluated(selection(agreed(total=HPS_TOTAL + Decimal(more)), totals=totals))
    found = finding(evaluation, TALKS, "negotiation.ceiling")

    assert (evaluation.state == "menunggu") == waits
    assert (needs(evaluation) == [("negosiasi", "p1", None, "negosiasi_lanjutan")]) == waits
    assert found.verdict == ("belum_dinilai" if waits else "lulus")
    assert "negotiation.ceiling" in unverified(evaluation)
    if waits:
        assert evaluation.price("p1").final_total == Decimal(1240000000)


def test_a_cost_above_the_hps_is_talked_down_and_not_dropped():
    """Only under Pagu Anggaran does a bid fall, and for the budget alone."""
    evaluation = evaluated(selection(totals=TOTALS | {"p1": "1240000000"}))

    assert (evaluation.winner, evaluation.next) == ("p1", "negosiasi")
    assert "BIAYA_DI_ATAS_HPS" in codes(evaluation)


@pytest.mark.parametrize(
    "over",
    [(), (objections_over(27),), (objections_over(of="kualifikasi"),)],
    ids=["no end", "later end", "end of the other"],
)
def test_before_the_masa_sanggah_has_ended_they_are_refused(over):
    """Pasal 50 ayat (3); the end of the objections to the list is another."""
    index = 4 + len(over)

    assert refusal(selection(agreed(), over=over)) == [("ATR031", f"events.{index}.at")]


def test_at_the_very_moment_of_its_end_they_may_begin():
    """The end is recorded, so it has ended."""
    assert evaluated(selection(agreed(), over=(objections_over(26),)))


@pytest.mark.parametrize(
    ("talks", "out_of_turn"),
    [
        ([agreed("p2", "1000000000")], "events.5.participant"),
        ([in_vain("p2")], "events.5.participant"),
        ([agreed("p1"), agreed("p2", "1000000000", 27)], "events.6.participant"),
        ([in_vain("p1"), agreed("p3", "900000000", 27)], "events.6.participant"),
    ],
)
def test_out_of_turn_they_are_refused(talks, out_of_turn):
    """With the winner first, and with the next only once those before have failed."""
    assert refusal(selection(*talks)) == [("ATR030", out_of_turn)]


def test_the_next_is_due_once_the_first_came_to_nothing():
    """It waits for the talks with p2, and p2 takes the place once they agree."""
    waiting = evaluated(selection(in_vain()))
    done = evaluated(selection(in_vain(), agreed("p2", "1050000000", 27)))

    assert (waiting.state, needs(waiting)) == (
        "menunggu", [("negosiasi", "p2", None, "negosiasi")],
    )  # fmt: skip
    assert "TINDAKAN_BERBEDA" not in codes(waiting)
    assert (done.winner, done.reserves, done.next) == ("p2", ("p3",), None)
    assert verdict(done, TALKS, "p1") == "gugur"


def test_who_takes_the_place_is_determined_by_an_act_of_its_own():
    """The old act was right on its day, and stands no more once the talks failed: none is there."""
    talks = [in_vain(), agreed("p2", "1050000000", 27)]
    renewed = award("p2", "p3", day=28, number="BA-2")
    old, new = evaluated(selection(*talks)), evaluated(selection(*talks, renewed))

    assert (old.state, new.state) == ("dihitung", "ditetapkan")
    assert "TINDAKAN_BERBEDA" not in codes(old) | codes(new)
    assert finding(old, StageId.PENETAPAN, "award.act", "p2") is None
    assert (old.after_award.state, old.after_award.waits_for) == (
        "penetapan_batal", ("penetapan",),
    )  # fmt: skip


def test_the_next_may_be_determined_before_the_talks_with_it():
    """As the first was: it is told in no other way, and the talks come after."""
    renewed = award("p2", "p3", day=27, number="BA-2")
    evaluation = evaluated(selection(announced(), in_vain(), renewed))

    assert (evaluation.state, evaluation.winner, evaluation.next, needs(evaluation)) == (
        "ditetapkan", "p2", "negosiasi", [],
    )  # fmt: skip
    assert str(evaluation.after_award.state) == "belum_diumumkan"
    assert not {"TINDAKAN_BERBEDA", "TINDAKAN_TIDAK_DIPAKAI"} & codes(evaluation)


RENEWED = award("p2", "p3", day=28, number="BA-2")
TOLD_AGAIN = (announced(29), objections_over(30), announced(20, month=6))  # the last one is idle


@pytest.mark.parametrize(
    ("events", "state", "waits"),
    [
        ((agreed("p2", "1050000000", 27), RENEWED), "ditetapkan", "sppbj"),
        ((RENEWED, agreed("p2", "1050000000", 28)), "ditetapkan", "sppbj"),
        ((RENEWED, agreed("p2", "1050000000", 30)), "ditetapkan", "sppbj"),
        ((RENEWED,), "ditetapkan", "negosiasi"),
        # Above the HPS no agreement is one, whatever it is called.
        ((agreed("p2", "1222000000.01", 27), RENEWED), "menunggu", "negosiasi"),
        ((RENEWED, agreed("p2", "1222000000.01", 30)), "menunggu", "negosiasi"),
    ],
)
def test_whoever_has_agreed_is_appointed_once_nobody_may_object(events, state, waits):
    """Before it was determined or after: as the evaluation has it, so has what comes after it."""
    evaluation = evaluated(selection(announced(), in_vain(), *events, *TOLD_AGAIN))

    assert evaluation.after_award.waits_for == (waits,)
    assert evaluation.state == state


def test_talks_may_be_taken_up_again():
    """The later word counts: first in vain, then agreed; it has to be determined once more."""
    evaluation = evaluated(selection(in_vain(day=26), agreed(day=27)))

    assert (evaluation.winner, verdict(evaluation, TALKS)) == ("p1", "lulus")
    assert (evaluation.state, evaluation.after_award.waits_for) == ("dihitung", ("penetapan",))


def test_talks_with_all_in_vain_fail_the_seleksi():
    """51(2)h by the Pokja; new bids are called (ayat (8))."""
    talks = [in_vain("p1", 26), in_vain("p2", 27), in_vain("p3", 28)]
    evaluation = evaluated(selection(*talks))
    failure = evaluation.failure

    assert (evaluation.state, evaluation.result) == ("dihitung", NegotiationOutcome.GAGAL)
    assert (failure.ground, failure.declared_by) == ("perpres-16-2018:51(2)h", "pokja")
    assert failure.follow_up == evaluation.next == "penyampaian_penawaran_ulang"
    assert "negotiation.held_with" in unverified(evaluation)
    assert [c.article for c in failure.citations] == [
        "Pasal 51 ayat (2) huruf h", "Pasal 51 ayat (4)", "Pasal 51",
    ]  # fmt: skip


ALL_IN_VAIN = (in_vain("p1", 26), in_vain("p2", 27), in_vain("p3", 28))
LETTER_H = FailureAct(at(29), "pemilihan", Decider.POKJA, "perpres-16-2018:51(2)h")


@pytest.mark.parametrize(
    "talks",
    [
        (),
        (in_vain("p1", 30),),
        (agreed("p1"),),
        (in_vain("p1"), agreed("p2", "1", 27)),
        ALL_IN_VAIN[:1],
        ALL_IN_VAIN[:2],
        (*ALL_IN_VAIN[:2], in_vain("p3", 30)),
    ],
)
def test_letter_h_needs_talks_that_failed_with_all_before_it(talks):
    """With none, with some, later or an agreement it is no ground: told, and of no effect."""
    evaluation, without = (evaluated(selection(*talks, *acts)) for acts in ((LETTER_H,), ()))

    assert evaluation.state != "ditetapkan" or evaluation.result != "gagal"
    assert (evaluation.state, evaluation.failure) == (without.state, without.failure)
    assert (evaluation.after_award, evaluation.values) == (without.after_award, without.values)
    (told,) = unused(evaluation)
    assert told.endswith(
        "tidak dipakai: negosiasi belum gagal dengan setiap peserta yang harus dinegosiasi "
        "sebelumnya."
    )


@pytest.mark.parametrize("again", [(), (in_vain("p3", 30),)])
def test_letter_h_stands_once_the_talks_have_failed_with_all(again):
    """Declared, it rests on whom talks were held with: that no text says so stays on record."""
    evaluation = evaluated(selection(*ALL_IN_VAIN, LETTER_H, *again))

    assert (evaluation.state, evaluation.result) == ("ditetapkan", "gagal")
    assert evaluation.next == "penyampaian_penawaran_ulang"
    assert evaluation.awaiting == ()
    assert "negotiation.held_with" in unverified(evaluation)
    assert "TINDAKAN_BERBEDA" not in codes(evaluation)


@pytest.mark.parametrize("ground", ["perpres-16-2018:51(2)d", "perpres-16-2018:51(2)h"])
def test_no_declaration_takes_a_value_out_of_the_record(ground):
    """What the result rested on until it was declared, whatever it was declared on."""
    bare, declared = (
        evaluated(selection(*ALL_IN_VAIN, *acts))
        for acts in ((), (evolve(LETTER_H, ground=ground),))
    )
    kept = {value.param: value for value in declared.values}

    assert declared.state == "ditetapkan"
    assert {value.param: value for value in bare.values}.items() <= kept.items()
    assert "negotiation.held_with" in unverified(declared)


@pytest.mark.parametrize("act", [(), (evolve(WINNER, at=at(27)),)])
def test_talks_follow_the_act_on_the_winner(act):
    """Without that act before them they are refused; at the same moment they are in order."""
    given = selection(agreed(), *act, act=False)

    assert [code for code, _ in refusal(given)] == ["ATR033"]
    assert evaluated(selection(agreed(), evolve(WINNER, at=at(26)), act=False)).winner == "p1"


def test_the_talks_of_a_tender_are_before_the_award_and_wait_for_no_masa_sanggah():
    """With the one bid of a Tender; what Pasal 50 ayat (3) has for a Seleksi is not for it."""
    evaluation = evaluated(package(bidder("p1"), events=[agreed(total="1000000000", day=18)]))

    assert (evaluation.winner, evaluation.next) == ("p1", None)
    assert finding(evaluation, TALKS, "negotiation.outcome") is None
    assert finding(evaluation, TALKS, "negotiation.one_bid").verdict == "lulus"


def test_individuals_are_talked_with_as_well():
    """Pasal 44 ayat (3) huruf b: perorangan qualify with their bids, in two files."""
    person = bidder("p1", "1100000000")
    given = package(
        person,
        category=Category.JASA_KONSULTANSI_PERORANGAN,
        procedure=ProcedureName.PASCAKUALIFIKASI,
        envelope=Envelope.DUA_FILE,
        method=Method.KUALITAS,
        contract=Contract.LUMSUM,
        general=(ADMINISTRASI, KUALIFIKASI, PEMBUKTIAN),
        asks=asked(KUALIFIKASI) | scored(TEKNIS),
        assessments=[],
        events=[price_opening(), evolve(WINNER, reserves=()), OVER, agreed(total="1000000000")],
    )
    evaluation = evaluated(evolve(given, assessments=(*given.assessments, score(TEKNIS, "p1", 80))))

    assert evaluation.procedure == "pascakualifikasi_seleksi"
    assert (evaluation.winner, evaluation.next) == ("p1", None)
    assert evaluation.price("p1").final_total == Decimal(1000000000)


@pytest.mark.parametrize(("day", "refused"), [(25, True), (26, False)])
def test_talks_with_the_next_begin_when_the_first_have_failed(day, refused):
    """On the day the talks with p1 failed those with p2 may be held, not before."""
    given = selection(in_vain("p1", 26), agreed("p2", "1050000000", day))

    if refused:
        assert [code for code, _ in refusal(given)] == ["ATR030"]
    else:
        assert evaluated(given).winner == "p2"


def test_an_award_to_another_is_told_while_talks_go_on():
    """The act names p3, the figures p1, whose talks failed: that is no matter of talks alone."""
    other = award("p3")

    assert "TINDAKAN_BERBEDA" in codes(evaluated(selection(other, in_vain("p1"), act=False)))
    assert "TINDAKAN_BERBEDA" not in codes(evaluated(selection(in_vain("p1"))))


def test_talks_are_out_of_turn_only_where_the_turn_is_known():
    """While one bid is undecided nobody is proposed, and the file is not refused for it."""
    silent = judged(ADMINISTRASI, "tidak_memenuhi", "p3", by="m1")
    given = selection(agreed(), assessments=[silent])

    assert evaluated(given).state == "menunggu"


def test_after_an_agreement_with_the_first_no_talks_with_the_next_are_due():
    """In vain on the 26th, agreed with p1 on the 27th: on the 28th p2 has no turn any more."""
    talks = [in_vain("p1", 26), agreed("p1", "1100000000", 27)]

    assert evaluated(selection(*talks)).winner == "p1"
    late = selection(*talks, agreed("p2", "1050000000", 28))
    assert [code for code, _ in refusal(late)] == ["ATR030"]


@pytest.mark.parametrize("held", [agreed, in_vain])
@pytest.mark.parametrize("decision", [None, "tidak_benar", "benar_substansial"])
def test_talks_while_an_objection_is_open_or_was_right_change_no_price(held, decision):
    """Who objected is answered first; what has failed is not talked about."""
    told = [announced(20), objection("p3", 23)]
    early = answered(decision, "p3", day=26) if decision == "benar_substansial" else None
    late = answered(decision, "p3", day=28) if decision == "tidak_benar" else None
    talks = held(day=27)
    later = objections_over(28)
    without = evaluated(selection(*filter(None, [*told, early, late, later])))
    found = evaluated(selection(*filter(None, [*told, early, talks, late, later])))

    assert found.prices == without.prices
    assert (found.next, found.state, found.failure) == (
        without.next,
        without.state,
        without.failure,
    )
    assert found.after_award.waits_for == without.after_award.waits_for
    (message,) = [n.message for n in found.notices if n.code == "TINDAKAN_TIDAK_DIPAKAI"]
    assert message.startswith("Negosiasi Jumat, 27 Mei 2022")


def test_what_is_told_of_an_objection_that_was_right_names_the_seleksi():
    """It is a Seleksi that fails."""
    right = [announced(20), objection("p3", 23), answered("benar_substansial", "p3", day=26)]
    told = [n.message for n in evaluated(selection(*right)).notices if "SANGGAH_BENAR" in n.code]

    assert [words.split(":")[1].split(" dinyatakan")[0] for words in told] == [" Seleksi"]


@pytest.mark.parametrize(("day", "refused"), [(27, True), (29, False)])
def test_who_leaves_after_its_talks_had_its_turn(day, refused):
    """p1 agrees on the 26th and withdraws on the 28th: its talks stand, those with p2 follow."""
    left = gone("p1", "penetapan", True, day=28)
    alone, both = selection(agreed(), left), selection(agreed(), left, agreed("p2", "1", day))

    assert evaluated(alone).winner == "p2"
    if refused:
        assert refusal(both) == [("ATR030", "events.7.participant")]
    else:
        assert evaluated(both).winner == "p2"


@pytest.mark.parametrize(("day", "told"), [(27, False), (28, True)])
def test_talks_with_who_has_left_are_told(day, told):
    """They bring nobody back: the next is to be determined."""
    made = evaluated(selection(gone("p1", "penetapan", day=27), agreed(day=day)))
    words = "Negosiasi tidak dipakai: peserta mengundurkan diri Jumat, 27 Mei 2022 pukul 09.00 WIB."
    found = [n for n in made.notices if n.code == "NEGOSIASI_TIDAK_DIPAKAI"]

    assert [(n.participant, n.message) for n in found] == ([("p1", words)] if told else [])
    assert made.winner == "p2"
