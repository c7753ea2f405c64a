"""What is odd about a dossier is said, and changes nothing else."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import Confirmation, Minutes, Objection, ObjectionAnswer
from tender_engine.model import Submitted
from tender_engine.terms import Decider, Envelope, ObjectionDecision, StageId, Subject
from tender_rules.stages.opening import Statement
from tests.builders import PEMBUKTIAN, TEKNIS, at, bidder, evaluated, judged, package
from tests.happenings import award, closing, deadline, extended, listing_act, price_opening
from tests.procurements import applicants, invited, screened

ACT = award("p1", "p2", day=25, number="01/2022")


def two(*events, **more):
    """Two bids that pass everything; judgements of 16 May, an act of the 25th."""
    return package(bidder("p1"), bidder("p2", "1150000000"), events=[ACT, *events], **more)


def codes(given):
    found = [notice.code for notice in evaluated(given).notices]
    return [code for code in found if not code.endswith(("_TIDAK_DIMINTA", "_BELUM_DINYATAKAN"))]


def test_a_dossier_in_its_order_has_nothing_odd():
    """Announced, handed in, judged, determined: nothing to say."""
    assert codes(two(Minutes(at(25), "pemilihan", "BA-1", "Contoh"))) == []


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(24, ["URUTAN_WAKTU", "BERITA_ACARA_TIDAK_DIPAKAI"]), (25, []), (26, [])],
)
def test_an_act_after_the_minutes_that_tell_it_is_told(minutes, told):
    """A berita acara cannot hold what its own panel did after it; the last one counts."""
    older = Minutes(at(20), "pemilihan", "BA-1", "Contoh")
    last = Minutes(at(minutes), "pemilihan", "BA-2", "Contoh")

    assert codes(two(older, last)) == told


def test_what_pa_determines_may_follow_the_minutes_of_the_panel():
    """They are what PA determines the winner from."""
    act = evolve(ACT, by=Decider.PA)
    minutes = Minutes(at(24), "pemilihan", "BA-1", "Contoh")
    given = evolve(two(), events=(act, minutes))

    assert "URUTAN_WAKTU" not in codes(given)


def test_an_act_older_than_its_grounds_is_told_and_stands():
    """The state follows from what the act says; that its time is odd is said beside it."""
    late = [judged(stage, participant="p2", when=at(26)) for stage in (TEKNIS, PEMBUKTIAN)]
    found = evaluated(two(assessments=late))

    assert codes(two(assessments=late)) == ["URUTAN_WAKTU"]
    audiences = {notice.code: notice.audience for notice in found.notices}
    assert (found.state, audiences["URUTAN_WAKTU"]) == ("ditetapkan", "publik")


def test_minutes_older_than_their_grounds_are_told():
    """A berita acara of the day before the judgements cannot hold them, nor the act after them."""
    given = two(Minutes(at(15), "pemilihan", "BA-1", "Contoh"))
    told = [notice.message for notice in evaluated(given).notices]

    assert codes(given) == ["URUTAN_WAKTU"] * 2
    assert "Berita acara tercatat sebelum penilaian atau penawaran yang menjadi dasarnya." in told


@pytest.mark.parametrize(("day", "told"), [(25, []), (26, ["URUTAN_WAKTU"])])
@pytest.mark.parametrize("what", ["closing", "opening", "statement"])
def test_an_act_older_than_what_it_rests_on_beside_judgements_is_told(what, day, told):
    """The end of handing in, the opening of prices, and the statement of LPSE on a file.

    The act is of the 25th, ten o'clock; a statement of that day is none that came later.
    """
    more = {}
    if what == "closing":
        events = [extended("penawaran", 13), closing("penawaran", day)]
    elif what == "opening":
        events, more = [price_opening(day)], {"envelope": Envelope.DUA_FILE}
    else:
        stated = Statement("027/LPSE", at(day).date())
        facts = {StageId.PEMBUKAAN: {"readable": False, "lpse_statement": stated}}
        gone = bidder("p3", facts=facts)
        found = evaluated(package(bidder("p1"), bidder("p2", "1150000000"), gone, events=[ACT]))
        assert [n.code for n in found.notices if n.code == "URUTAN_WAKTU"] == told
        return
    assert [code for code in codes(two(*events, **more)) if code == "URUTAN_WAKTU"] == told


def test_bids_before_the_announcement_are_told_one_by_one():
    """On the day of the announcement a bid is in order, the day before it is not."""
    assert codes(two(announced_on=dt.date(2022, 5, 12))) == []
    assert codes(two(announced_on=dt.date(2022, 5, 13))) == ["URUTAN_WAKTU"] * 2


def test_judgements_before_the_last_bid_are_told():
    """Nobody can have judged what was not there."""
    assert codes(two(assessments=[judged(TEKNIS, participant="p2", when=at(11))])) == [
        "URUTAN_WAKTU"
    ]


def test_a_price_without_a_bid_is_told_without_its_figure():
    """Whoever handed in nothing is not a bidder, and its price stays closed."""
    given = package(bidder("p1"), bidder("p2", "987654321", submitted=False))
    found = evaluated(given)

    assert given.participants[1].submitted == Submitted()
    assert [n.participant for n in found.notices if n.code == "HARGA_TANPA_PENAWARAN"] == ["p2"]
    assert "987654321" not in repr(found.notices)


def test_a_judgement_without_the_documents_it_is_on_is_told():
    """Only where it names that bidder: one on all bids is none on who handed in nothing."""
    given = package(bidder("p1"), bidder("p2", submitted=False))
    named = evolve(given, assessments=(*given.assessments, judged(TEKNIS, participant="p2")))

    for one, told in ((given, []), (named, ["p2"])):
        found = evaluated(one).notices
        assert [n.participant for n in found if n.code == "PENILAIAN_TANPA_DOKUMEN"] == told


def test_a_confirmation_of_another_value_is_told():
    """The latest word on each value counts."""
    other = Confirmation(at(20), "proof.scope", "semua_lulus_harga", "IKP 32")
    right = Confirmation(at(21), "proof.scope", "calon_pemenang_dan_cadangan", "IKP 32")

    same = Confirmation(at(20), "price.fairness_below_share", "0.80", "IKP 28")
    assert codes(two(other)) == ["KONFIRMASI_BERBEDA"]
    assert codes(two(same)) == []
    assert codes(two(other, right)) == []


def test_a_differing_act_is_set_beside_the_computation():
    """The notice says what the act names and what it would have to name."""
    given = package(bidder("p1"), bidder("p2", "1150000000"), events=[award("p2", "p1", day=25)])
    (notice,) = [n for n in evaluated(given).notices if n.code == "TINDAKAN_BERBEDA"]

    assert "pemenang p2, cadangan p1, oleh pokja" in notice.message
    assert "pemenang p1, cadangan p2, oleh pokja" in notice.message


def test_the_order_of_entry_changes_no_notice():
    """Bidders are named in the order of their ids, equal times in the order of their values."""
    early = two(announced_on=dt.date(2022, 5, 13))
    both = [Confirmation(at(20), "proof.scope", value, "IKP 32") for value in ("a", "b")]
    one, other = two(*both), two(*reversed(both))

    strays = [bidder(name, submitted=False) for name in ("p2", "p3")]
    for given in (early, package(bidder("p1"), *strays)):
        turned = evolve(given, participants=given.participants[::-1])
        assert evaluated(turned).notices == evaluated(given).notices
    assert evaluated(one).notices == evaluated(other).notices


@pytest.mark.parametrize(("day", "told"), [(12, []), (13, ["URUTAN_WAKTU"] * 3)])
def test_bids_older_than_the_list_are_told_one_by_one(day, told):
    """The bids came on the 12th; at the moment of the act they are in order."""
    firms = applicants(3, bid=True)
    names = [who.id for who in firms]
    given = screened(*firms, events=[listing_act(*names, day=day), deadline(day=13)])

    found = [n for n in evaluated(given).notices if n.participant is not None]
    assert [notice.code for notice in found if notice.code == "URUTAN_WAKTU"] == told


def test_a_bid_before_any_list_stays_closed_and_is_told():
    """Nobody was invited yet; it is no bid of the listed."""
    found = evaluated(screened(*applicants(3, bid=True)))

    told = [n.participant for n in found.notices if n.code == "PENAWARAN_SEBELUM_DAFTAR"]
    assert (told, found.prices) == (["p1", "p2", "p3"], ())


def test_an_objection_to_the_list_without_an_answer_is_told():
    """Once it is answered there is nothing to say."""
    objection = Objection(at(10), Subject.KUALIFIKASI, "p2")
    answer = ObjectionAnswer(at(11), "kualifikasi", "p2", ObjectionDecision.TIDAK_BENAR)
    firms = applicants(3, bid=True)

    assert "SANGGAH_BELUM_DIJAWAB" in codes(invited(*firms, events=[objection]))
    assert "SANGGAH_BELUM_DIJAWAB" not in codes(invited(*firms, events=[objection, answer]))


def test_open_objections_are_told_in_the_order_of_the_bidders():
    """However they came in, and each bidder once."""
    firms = applicants(11, bid=True)
    names = ("p10", "p2", "p9", "p1", "p10")
    events = [Objection(at(10), Subject.KUALIFIKASI, name) for name in names]
    notices = evaluated(invited(*firms, events=events)).notices

    told = [n.participant for n in notices if n.code == "SANGGAH_BELUM_DIJAWAB"]
    assert told == ["p1", "p2", "p9", "p10"]


def test_an_opening_before_technical_is_decided_is_told():
    """It opens nothing; what the panel says later comes after it."""
    open_ = {"envelope": Envelope.DUA_FILE, "events": [price_opening()]}
    some = ("evaluasi_administrasi", "evaluasi_kualifikasi", "pembuktian_kualifikasi")

    assert "PEMBUKAAN_HARGA_TERLALU_DINI" in codes(package(general=some, **open_))
    assert "PEMBUKAAN_HARGA_TERLALU_DINI" not in codes(package(**open_))


@pytest.mark.parametrize(("day", "told"), [(13, True), (14, False)])
def test_a_closing_before_the_extended_deadline_is_told(day, told):
    """Extended on the 12th until the 14th at nine: before that nothing was over."""
    moved = [extended("penawaran", 12), closing("penawaran", day)]

    assert ("URUTAN_WAKTU" in codes(two(*moved))) == told


def test_only_the_act_that_stands_is_held_against_its_grounds():
    """Another than the computed one, of the 13th, was too early; that of the 25th mends it."""
    assert codes(two(award("p2", "p1", day=13, number="00/2022"))) == []


def test_bids_are_held_against_the_list_that_stands():
    """Listed wrongly on the 9th and anew on the 13th: the bids of the 12th came before that."""
    firms = applicants(3, bid=True)
    acts = [listing_act("p1", "p2", day=9), listing_act("p1", "p2", "p3", day=13)]
    found = evaluated(screened(*firms, events=[*acts, deadline()]))

    told = [n.participant for n in found.notices if n.code == "URUTAN_WAKTU" and n.participant]
    assert told == ["p1", "p2", "p3"]


def test_an_objection_to_the_winner_is_none_to_the_list():
    """It has a masa sanggah of its own."""
    objection = Objection(at(26), Subject.PEMILIHAN, "p2")

    assert "SANGGAH_BELUM_DIJAWAB" not in codes(two(objection))


def test_no_opening_is_too_soon_where_none_is_recorded():
    """Technical is undecided, and the prices are shut as they should be."""
    waiting = package(general=(), envelope=Envelope.DUA_FILE)

    assert "PEMBUKAAN_HARGA_TERLALU_DINI" not in codes(waiting)
