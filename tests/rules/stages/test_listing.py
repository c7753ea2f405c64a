"""Penetapan hasil kualifikasi: the list, the short list, the act, and what undoes it."""

import pytest

from tender_engine.events import FailureAct, RankingDecision
from tender_engine.findings import Verdict
from tender_engine.terms import Decider, Envelope, StageId
from tests.builders import (
    DAFTAR,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    codes,
    evaluated,
    failed,
    finding,
    needs,
    priced,
    refusal,
    unverified,
    verdict,
    with_participant,
)
from tests.happenings import (
    announced,
    answered,
    closing,
    deadline,
    extended,
    listing_act,
    objection,
    objections_over,
)
from tests.procurements import applicant, applicants, invited, screened, seleksi, shortlisted

OPENING = StageId.PEMBUKAAN
BIDDERS = applicants(3, bid=True, price=priced("1100000000"))
NOBODY_OPENED = ()


def test_the_list_of_a_tender_is_of_all_who_pass():
    """Pasal 44 ayat (7): there is no upper bound for a Tender."""
    evaluation = evaluated(screened(*applicants(9), assessments=failed(KUALIFIKASI, "p4")))

    assert evaluation.shortlist == ("p1", "p2", "p3", "p5", "p6", "p7", "p8", "p9")
    assert "qualification.shortlist_order" not in unverified(evaluation)


def test_a_seleksi_lists_the_best_seven():
    """Nine reach the threshold: the best seven by score, the others lawfully left alone."""
    evaluation = evaluated(shortlisted([61, 69, 62, 68, 63, 67, 64, 66, 65]))

    assert evaluation.shortlist == ("p2", "p4", "p6", "p8", "p9", "p7", "p5")
    assert evaluation.stage(DAFTAR).of(Verdict.TIDAK_DIEVALUASI) == ("p1", "p3")
    assert [s for s, _ in evaluation.verdicts_of("p1")][-1] is DAFTAR
    assert "qualification.shortlist_order" in unverified(evaluation)


@pytest.mark.parametrize(("value", "passes"), [("59.999999", False), (60, True), (61, True)])
def test_the_threshold_is_reached_exactly_or_not(value, passes):
    """Sixty is asked; the last of three decides whether the list comes about."""
    evaluation = evaluated(shortlisted([80, 70, value]))

    assert evaluation.result == ("daftar_peserta" if passes else "gagal")


def test_seven_are_all_listed_and_need_no_order():
    """Equal scores part nobody where there is a place for each."""
    evaluation = evaluated(shortlisted([70] * 7))

    assert (evaluation.state, len(evaluation.shortlist)) == ("dihitung", 7)
    assert "qualification.shortlist_order" not in unverified(evaluation)


@pytest.mark.parametrize(
    ("values", "listed"),
    [
        ([80, 79, 78, 77, 76, 75, 74, 70, 70], "p1 p2 p3 p4 p5 p6 p7"),
        ([80, 79, 78, 77, 76, 70, 70, 65], "p1 p2 p3 p4 p5 p6 p7"),
    ],
    ids=["behind it", "up to it"],
)
def test_equal_scores_on_one_side_of_the_seventh_place_part_nobody(values, listed):
    """Both are on the list, or both are not: that leaves the Pokja nothing to decide."""
    evaluation = evaluated(shortlisted(values))

    assert (evaluation.state, needs(evaluation)) == ("dihitung", [])
    assert evaluation.shortlist == tuple(listed.split())


def test_equal_scores_are_listed_as_ids_are_counted():
    """The second stands before the tenth, however the file has them."""
    names = ("p10", "p2", "p9")
    given = seleksi(*map(applicant, names), qualification=dict.fromkeys(names, 70))

    assert evaluated(given).shortlist == ("p2", "p9", "p10")


ACROSS = [80, 79, 78, 77, 76, 75, 70, 70, 70]


@pytest.mark.parametrize(
    "decision",
    [
        None,
        RankingDecision(at(17), ("m1",), ("p7", "p8", "p9"), "Dibahas"),
    ],
    ids=["none", "one member"],
)
def test_a_tie_across_the_seventh_place_awaits_people(decision):
    """No rule was found; the three are listed by nobody until the Pokja has decided."""
    evaluation = evaluated(shortlisted(ACROSS, events=[decision] if decision else []))
    tied = [("penetapan_hasil_kualifikasi", n, None, "keputusan_peringkat")
            for n in ("p7", "p8", "p9")]  # fmt: skip

    assert (evaluation.state, evaluation.shortlist) == ("menunggu", ())
    assert needs(evaluation) == tied


@pytest.mark.parametrize("first", ["p7", "p8", "p9"])
def test_the_decision_parts_them(first):
    """Whom the Pokja puts first takes the seventh place; the two others are left alone."""
    rest = [name for name in ("p7", "p8", "p9") if name != first]
    decision = RankingDecision(at(17), ("m1", "m2"), (first, *rest), "Dibahas")
    evaluation = evaluated(shortlisted(ACROSS, events=[decision]))

    assert evaluation.shortlist == ("p1", "p2", "p3", "p4", "p5", "p6", first)
    assert evaluation.stage(DAFTAR).of(Verdict.TIDAK_DIEVALUASI) == tuple(rest)


@pytest.mark.parametrize("order", [("p6", "p7"), ("p7", "p8"), ("p1", "p2")])
def test_a_decision_against_the_figures_is_refused(order):
    """People part what the figures leave open, all of it, and nothing else."""
    decision = RankingDecision(at(17), ("m1", "m2"), order, "Dibahas")

    assert refusal(shortlisted(ACROSS, events=[decision])) == [("ATR020", "events.0.order")]


def test_a_decision_is_weighed_only_once_all_are_judged():
    """While the proof of one is open nobody can say yet whom the scores leave equal."""
    decision = RankingDecision(at(17), ("m1", "m2"), ("p7", "p8", "p9"), "Dibahas")
    silent = failed(PEMBUKTIAN, "p1", by="m1")
    evaluation = evaluated(shortlisted(ACROSS, events=[decision], assessments=silent))

    assert (evaluation.state, evaluation.shortlist) == ("menunggu", ())


def test_the_list_of_a_tender_has_no_order_to_decide():
    """Nobody was scored, so nobody is equal to anybody."""
    decision = RankingDecision(at(17), ("m1", "m2"), ("p1", "p2", "p3"), "Dibahas")

    assert refusal(screened(*applicants(3), events=[decision])) == [("ATR020", "events.0.order")]


@pytest.mark.parametrize("names", [("p1", "p2", "p3"), ("p3", "p1", "p2")])
def test_an_act_that_names_the_list_determines_it(names):
    """In whatever order it names them; the list of a Tender has none."""
    evaluation = evaluated(screened(*applicants(3), events=[listing_act(*names)]))

    assert (evaluation.state, evaluation.result) == ("ditetapkan", "daftar_peserta")
    assert "TINDAKAN_BERBEDA" not in codes(evaluation)


OTHERS = [
    listing_act("p1", "p2"),
    listing_act("p1", "p2", "p3", "p4"),
    listing_act(),
    listing_act("p1", "p2", "p3", by="pa"),
]
ALL_BID = (*BIDDERS, applicant("p4"))


@pytest.mark.parametrize("act", OTHERS, ids=["fewer", "more", "nobody", "by the PA"])
def test_another_list_opens_no_bid(act):
    """The act is set beside the computation, and the bids stay shut until they agree."""
    fallen = failed(KUALIFIKASI, "p4")
    people = [p for p in ALL_BID if p.id in act.listed] + [
        applicant(p.id) for p in ALL_BID if p.id not in act.listed
    ]
    given = screened(*people, assessments=fallen, events=[act, deadline()])
    evaluation = evaluated(given)

    assert (evaluation.state, evaluation.result) == ("dihitung", "daftar_peserta")
    assert "TINDAKAN_BERBEDA" in codes(evaluation)
    assert evaluation.shortlist == ("p1", "p2", "p3")
    assert evaluation.stage(OPENING).verdicts == NOBODY_OPENED
    assert evaluation.prices == ()


@pytest.mark.parametrize("envelope", [Envelope.SATU_FILE, Envelope.DUA_FILE])
def test_the_right_list_and_a_deadline_begin_the_bids(envelope):
    """Without the deadline there is the qualification alone."""
    terms = {"envelope": envelope, "events": [listing_act("p1", "p2", "p3")]}
    before = evaluated(screened(*BIDDERS, **terms))
    after = evaluated(invited(*BIDDERS, envelope=envelope))

    assert (before.procedure, before.state) == ("prakualifikasi", "ditetapkan")
    assert before.prices == ()
    assert after.procedure == f"prakualifikasi_{envelope}"
    assert after.stage(OPENING).of(Verdict.LULUS) == ("p1", "p2", "p3")
    assert after.shortlist == ("p1", "p2", "p3")


def test_a_bid_from_anybody_else_is_refused_by_name():
    """Pasal 44 ayat (7): who is not on the list is not invited."""
    outside = applicant("p4", bid=True)
    given = invited(*BIDDERS, outside, listed=["p1", "p2", "p3"])

    assert refusal(given) == [("ATR026", "participants.3.submitted.penawaran")]


def test_the_later_list_counts_for_who_may_bid():
    """A new act takes the place of the old one, in both directions."""
    acts = [listing_act("p1", "p2", "p3", day=9), listing_act("p1", "p2", day=10)]
    dropped = screened(*BIDDERS, events=[*acts, deadline()])
    added = screened(*BIDDERS, events=[*acts[::-1], listing_act("p1", "p2", "p3", day=11),
                                       deadline()])  # fmt: skip

    assert refusal(dropped) == [("ATR026", "participants.2.submitted.penawaran")]
    assert evaluated(added).stage(OPENING).verdicts


LISTED = announced(9, "kualifikasi"), objection("p3", 10, "kualifikasi")
OF_THE_BIDS = announced(of="pemilihan"), objection("p3")


def right(decision="benar_substansial", day=11, of="kualifikasi"):
    """An answer to an objection."""
    return answered(decision, "p3", day, of)


@pytest.mark.parametrize(
    ("events", "shut"),
    [
        ((*LISTED, right()), True),
        ((*LISTED, right("benar_tidak_substansial")), False),
        ((*LISTED, right("tidak_benar")), False),
        ((*LISTED, right(day=8)), False),  # before the act
        ((*LISTED, right(day=9)), False),  # at its moment
        ((*OF_THE_BIDS, right(day=24, of="pemilihan")), False),
    ],
)
def test_an_objection_that_is_right_shuts_the_bids_again(events, shut):
    """What the act determined stands no more; nothing of the bids is opened until a new one."""
    evaluation = evaluated(invited(*BIDDERS, events=events, envelope=Envelope.SATU_FILE))
    anew = listing_act("p1", "p2", "p3", day=13, number="BA-2")
    renewed = evaluated(invited(*BIDDERS, events=[*events, anew]))

    assert bool(evaluation.stage(OPENING).verdicts) != shut
    assert bool(evaluation.prices) != shut
    assert ("SANGGAH_BENAR_SUBSTANSIAL" in codes(evaluation)) == shut
    if shut:
        assert (evaluation.state, evaluation.result) == ("dihitung", "gagal")
        assert evaluation.next == "evaluasi_kualifikasi_ulang"
        assert "objection.list_upheld" in unverified(evaluation)
    assert renewed.stage(OPENING).of(Verdict.LULUS) == ("p1", "p2", "p3")


def test_one_passer_of_a_repeat_is_appointed_directly_and_bids_nothing():
    """Pasal 51 ayat (5) huruf b: no tender goes on, even with the act and a deadline for bids."""
    bid = applicant("p1", bid=True, price=priced("1100000000"))
    evaluation = evaluated(
        invited(bid, qualification_round=2, envelope=Envelope.SATU_FILE,
                events=[extended(), closing()])
    )  # fmt: skip

    assert (evaluation.state, evaluation.result) == ("ditetapkan", "daftar_peserta")
    assert evaluation.next == "penunjukan_langsung"
    assert evaluation.prices == ()


def test_two_of_a_repeat_go_on_with_their_bids():
    """Pasal 51 ayat (5) huruf a."""
    people = applicants(2, bid=True, price=priced("1100000000"))
    evaluation = evaluated(
        invited(*people, qualification_round=2, events=[extended(), closing()])
    )  # fmt: skip

    assert evaluation.stage(OPENING).of(Verdict.LULUS) == ("p1", "p2")


def test_the_finding_of_a_direct_appointment_speaks_of_no_tender_list():
    """Who is appointed directly is on no list of a Tender; the record cites letter b of (5)."""
    given = screened(applicant(), qualification_round=2, events=[extended(), closing()])
    articles = [
        citation.article
        for found in evaluated(given).stage(DAFTAR).verdicts[0].findings
        for citation in found.citations
    ]

    assert "Pasal 51 ayat (6) huruf b" in articles
    alone = finding(evaluated(given), DAFTAR, "listing.alone")
    assert [used.param for used in alone.values] == ["qualification.direct_appointment_at"]


ENDED = (extended(), closing())
REPEAT = {"qualification_round": 2, "events": ENDED}


@pytest.mark.parametrize(
    ("given", "rules"),
    [
        (screened(*applicants(3)), "listing.listed listing.enough"),
        (shortlisted([70] * 3), "listing.shortlisted listing.enough"),
        (screened(*applicants(2), **REPEAT), "listing.listed listing.enough_in_repeat"),
        (shortlisted([70] * 2, **REPEAT), "listing.shortlisted listing.enough_in_repeat"),
        (screened(applicant(), **REPEAT), "listing.alone"),
        (shortlisted([70], **REPEAT), "listing.alone"),
    ],
    ids=["Tender", "Seleksi", "two", "two of a Seleksi", "one", "one of a Seleksi"],
)
def test_each_list_rests_on_its_own_provisions(given, rules):
    """Pasal 44 (7) has lists, 51 (1) b wants three, 51 (5) a two of a repeat; b is for one."""
    found = evaluated(given).stage(DAFTAR).verdicts[0].findings

    assert [f.rule for f in found] == rules.split()


def test_an_act_that_lists_nobody_begins_no_bids():
    """Two passed, which fails by Pasal 51 ayat (1) huruf b; an empty list mends nothing."""
    given = screened(*applicants(2), events=[*ENDED, listing_act(), deadline()])
    evaluation = evaluated(given)

    assert evaluation.failure.ground == "perpres-16-2018:51(1)b"


def test_the_act_is_set_beside_the_computation_at_each_listed_name():
    """The finding says number, list and whether it agrees."""
    evaluation = evaluated(screened(*applicants(3), events=[listing_act("p1", "p2")]))
    found = finding(evaluation, DAFTAR, "listing.act")

    assert found.facts == {"nomor": "BA-K", "daftar": "p1, p2", "sesuai": "false"}


def test_a_registered_bidder_without_a_list_is_no_bidder():
    """Someone who did not ask to be qualified may stand in the file; nothing is opened."""
    given = with_participant(screened(*applicants(3)), "p3", price=BIDDERS[0].price)

    assert evaluated(given).prices == ()
    assert verdict(evaluated(given), OPENING, "p3") is None


def test_a_tender_that_fails_keeps_its_list():
    """The list came about, and the bids failed after it (Pasal 51 ayat (2) huruf c)."""
    fallen = failed(TEKNIS, "p1", "p2", "p3")
    evaluation = evaluated(invited(*BIDDERS, assessments=fallen))

    assert evaluation.failure.ground == "perpres-16-2018:51(2)c"
    assert evaluation.shortlist == ("p1", "p2", "p3")


def test_the_masa_sanggah_of_the_list_is_none_of_the_bids():
    """A failure by letter c waits for the end of its own."""
    fallen = failed(TEKNIS, "p1", "p2", "p3")
    act = FailureAct(at(25), "pemilihan", Decider.POKJA, "perpres-16-2018:51(2)c")
    early, late = (
        evaluated(invited(*BIDDERS, assessments=fallen, events=[objections_over(24, of), act]))
        for of in ("kualifikasi", "pemilihan")
    )

    assert early.state == late.state == "ditetapkan"
    assert "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH" in codes(early)
    assert "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH" not in codes(late)
