"""Pengunduran diri: out at the stage where it left; the next moves up; what sanction there is.

Perpres 16/2018 Pasal 78 ayat (1) huruf d and (5) huruf b; Permen PUPR 14/2020 Pasal 98 (2) to (5).
"""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import Award
from tender_engine.model import Member, Requirements
from tender_engine.terms import Category, Decider, Envelope, Method, ProofScope, StageId, Subject
from tender_rules.stages.administration import Bond
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    KUALIFIKASI,
    PEMBUKAAN_HARGA,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    judged,
    known,
    needs,
    opened,
    package,
    priced,
    refusal,
    unverified,
    verdict,
)
from tests.happenings import (
    agreed,
    award,
    deadline,
    gone,
    in_vain,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import applicant, applicants, contest, ranked, screened, seleksi

AWARD, TALKS, OPENING = StageId.PENETAPAN, StageId.NEGOSIASI, StageId.PEMBUKAAN
LISTING = StageId.PENETAPAN_HASIL_KUALIFIKASI
SETTLED = StageId.PENYETARAAN_TEKNIS
CORRECTION, POOL = StageId.KOREKSI_ARITMATIK, StageId.PENAWARAN_DIEVALUASI
OWN, REFUSED = "withdrawal.own", "withdrawal.extension_refused"
UNACCEPTED = "withdrawal.without_reason"
SANCTION, NONE, REASON, UNUSED = (
    "SANKSI_PENGUNDURAN_DIRI", "PENGUNDURAN_DIRI_TANPA_SANKSI", "ALASAN_MENGUNDURKAN_DIRI",
    "PENGUNDURAN_DIRI_TIDAK_DIPAKAI",
)  # fmt: skip
FOUR = tuple(bidder(f"p{n}", 1_050_000_000 + n * 10**7) for n in range(1, 5))
ONE_FILE = (OPENING, CORRECTION, POOL, ADMINISTRASI, KUALIFIKASI, TEKNIS, HARGA, PEMBUKTIAN)
TWO_FILES = (OPENING, ADMINISTRASI, KUALIFIKASI, TEKNIS, PEMBUKAAN_HARGA, CORRECTION, HARGA,
             PEMBUKTIAN)  # fmt: skip
TWO_STAGES = (OPENING, ADMINISTRASI, KUALIFIKASI, TEKNIS, SETTLED, PEMBUKAAN_HARGA, HARGA)


ALL_CALLED = asked(PEMBUKTIAN, scope=ProofScope.SEMUA_LULUS_HARGA)


def tender(*events, envelope=Envelope.SATU_FILE, asks=None, **more):
    """Four bids that pass everything, the proof as well; p1 is the lowest."""
    opening = () if envelope is Envelope.SATU_FILE else (price_opening(),)
    given = {"asks": ALL_CALLED | (asks or {}), "envelope": envelope} | more
    return package(*FOUR, events=[*opening, *events], **given)


@pytest.mark.parametrize(
    ("envelope", "stage"),
    [(Envelope.SATU_FILE, stage) for stage in ONE_FILE]
    + [(Envelope.DUA_FILE, stage) for stage in TWO_FILES],
)
def test_who_leaves_is_out_at_that_stage_and_the_next_moves_up(envelope, stage):
    """At every stage on the way: gugur there, nowhere after it; p2 wins with two reserves."""
    evaluation = evaluated(tender(gone("p1", stage), envelope=envelope))
    story = [where for where, _ in evaluation.verdicts_of("p1")]

    assert verdict(evaluation, stage) == "gugur"
    box = (ADMINISTRASI, KUALIFIKASI)
    assert story[-1] == stage or (stage in box and story[-1] in box)
    assert finding(evaluation, stage, OWN).verdict == "gugur"
    assert (evaluation.winner, evaluation.reserves) == ("p2", ("p3", "p4"))
    assert UNUSED not in codes(evaluation)
    for name in ("p2", "p3", "p4"):
        fallen = [v.verdict for _, v in evaluation.verdicts_of(name) if v.verdict == "gugur"]
        assert fallen == []


@pytest.mark.parametrize(
    ("envelope", "stages", "opens"),
    [(Envelope.SATU_FILE, ONE_FILE, OPENING), (Envelope.DUA_FILE, TWO_FILES, PEMBUKAAN_HARGA)],
)
def test_no_seal_is_broken_for_who_is_gone(envelope, stages, opens):
    """Until the opening of prices, that stage included, the price of who left stays sealed."""
    for place, stage in enumerate(stages):
        evaluation = evaluated(tender(gone("p1", stage), envelope=envelope))
        assert ("p1" in opened(evaluation)) == (place > stages.index(opens))
        assert opened(evaluation)[-3:] == ["p2", "p3", "p4"]


def test_at_the_opening_itself_nothing_else_is_found():
    """Neither that the bid came in nor what it says."""
    for envelope, stage in ((Envelope.SATU_FILE, OPENING), (Envelope.DUA_FILE, PEMBUKAAN_HARGA)):
        evaluation = evaluated(tender(gone("p1", stage), envelope=envelope))
        (found,) = [v for v in evaluation.stage(stage).verdicts if v.participant == "p1"]
        assert [f.rule for f in found.findings] == [OWN]


def test_elsewhere_what_was_found_stands_beside_it():
    """Judgements on it are kept, and both reasons are told."""
    entries = failed(TEKNIS, "p1", note="alat tidak ada")
    evaluation = evaluated(tender(gone("p1", TEKNIS), assessments=entries))
    (found,) = [v for v in evaluation.stage(TEKNIS).verdicts if v.participant == "p1"]

    assert {f.rule for f in found.findings} == {"technical.criteria", OWN}
    assert found.reason == (
        "Tidak memenuhi syarat evaluasi_teknis (LDP evaluasi_teknis): alat tidak ada. "
        "Mengundurkan diri dengan alasan yang belum dinilai."
    )
    assert len(found.votes) == 3


def test_nothing_is_awaited_of_who_is_gone():
    """No judgement, no fairness, no bond."""
    low = bidder("p1", "900000000")
    for stage in (TEKNIS, HARGA):
        general = tuple(s for s in (ADMINISTRASI, KUALIFIKASI, TEKNIS, PEMBUKTIAN) if s != stage)
        others = [judged(stage, "memenuhi", name) for name in ("p2", "p3")]
        given = package(low, *FOUR[1:3], general=general, assessments=others,
                        events=[gone("p1", stage)])  # fmt: skip
        evaluation = evaluated(given)
        assert needs(evaluation) == []
        assert evaluation.winner == "p2"


def test_in_two_stages_it_may_leave_before_its_second_offer():
    """At the penyetaraan, or at the opening of prices for which it handed in none."""
    for stage in TWO_STAGES[:-1]:
        bids = [
            evolve(who, submitted=evolve(who.submitted, penawaran_tahap_dua=at(17))) for who in FOUR
        ]
        bids[0] = evolve(FOUR[0], price=None)
        given = package(
            *bids, envelope=Envelope.DUA_TAHAP, assessments=[judged(SETTLED)],
            events=[gone("p1", stage), price_opening()],
        )  # fmt: skip
        evaluation = evaluated(given)
        assert verdict(evaluation, stage) == "gugur"
        assert (evaluation.winner, needs(evaluation)) == ("p2", [])


# At the award.


def test_a_winner_that_leaves_is_followed_by_the_reserves_and_the_fourth_moves_up():
    """p1 is out at penetapan; p2 wins, and p4 becomes the second reserve."""
    evaluation = evaluated(tender(gone("p1", AWARD)))
    places = {
        name: finding(evaluation, AWARD, "award.proposed", name).facts["urutan"]
        for name in ("p2", "p3", "p4")
    }

    assert verdict(evaluation, AWARD) == "gugur"
    assert finding(evaluation, AWARD, "award.proposed") is None
    assert (evaluation.winner, evaluation.reserves) == ("p2", ("p3", "p4"))
    assert places == {"p2": "1", "p3": "2", "p4": "3"}
    assert ranked(evaluation)[0] == (1, "p1")
    assert evaluation.price("p1").final_total == Decimal(1_060_000_000)


@pytest.mark.parametrize(("name", "expected"), [("p2", ("p3", "p4")), ("p3", ("p2", "p4"))])
def test_a_reserve_that_leaves_makes_room(name, expected):
    """The winner stays; who comes after moves up."""
    evaluation = evaluated(tender(gone(name, AWARD)))

    assert (evaluation.winner, evaluation.reserves) == ("p1", expected)
    assert verdict(evaluation, AWARD, name) == "gugur"


@pytest.mark.parametrize(("stage", "reserves"), [(AWARD, ("p3",)), (PEMBUKTIAN, ("p3",))])
def test_who_was_not_called_to_the_proof_moves_up_nowhere(stage, reserves):
    """Winner and two are called, so after p1 there are p2 and p3; p4 was never asked to prove."""
    evaluation = evaluated(package(*FOUR, events=[gone("p1", stage)]))

    assert (evaluation.winner, evaluation.reserves) == ("p2", reserves)
    assert verdict(evaluation, PEMBUKTIAN, "p4") == "tidak_dievaluasi"


@pytest.mark.parametrize("stages", [[PEMBUKTIAN] * 3, [AWARD] * 3, [PEMBUKTIAN, AWARD, AWARD]])
def test_when_all_who_were_called_have_left_the_next_are_called(stages):
    """All three, at the proof or when they were to be determined: p4 is; not while one stands."""
    left = [gone(f"p{n}", stage) for n, stage in enumerate(stages, 1)]

    assert evaluated(package(*FOUR, events=left)).winner == "p4"
    assert evaluated(package(*FOUR, events=left[:2])).winner == "p3"
    assert verdict(evaluated(package(*FOUR, events=left[:2])), PEMBUKTIAN, "p4") == (
        "tidak_dievaluasi"
    )


def test_who_was_not_proposed_has_nothing_to_leave_there():
    """The fourth never came to the award."""
    evaluation = evaluated(tender(gone("p4", AWARD)))

    assert (evaluation.winner, evaluation.reserves) == ("p1", ("p2", "p3"))
    assert verdict(evaluation, AWARD, "p4") is None
    assert UNUSED in codes(evaluation)


def test_when_those_before_leave_the_fourth_may_have_something_to_leave():
    """p1 and p2 are gone, so p4 is proposed, and gone as well: p3 alone."""
    left = [gone(name, AWARD) for name in ("p1", "p2", "p4")]
    evaluation = evaluated(tender(*left))

    assert (evaluation.winner, evaluation.reserves) == ("p3", ())
    assert UNUSED not in codes(evaluation)


def test_when_all_leave_nobody_is_left():
    """51(2)c; three of three at the award."""
    given = package(*FOUR[:3], events=[gone(f"p{n}", AWARD) for n in (1, 2, 3)])
    evaluation = evaluated(given)

    assert (evaluation.result, evaluation.failure.ground) == ("gagal", "perpres-16-2018:51(2)c")


def test_an_act_that_names_who_is_gone_is_not_the_last():
    """Determined anew for the next, it agrees."""
    left, first = gone("p1", AWARD, day=21), award("p1", "p2", "p3")
    renewed = award("p2", "p3", "p4", day=22, number="BA-2")
    old, new = evaluated(tender(first, left)), evaluated(tender(first, left, renewed))

    assert (old.state, new.state) == ("dihitung", "ditetapkan")
    assert "TINDAKAN_BERBEDA" not in codes(old)
    assert "TINDAKAN_BERBEDA" not in codes(new)


@pytest.mark.parametrize("day", [19, 21])
@pytest.mark.parametrize("acts", [(), (award("p1", "p2", "p3"),)])
def test_a_tender_of_several_bids_has_no_talks_to_leave(acts, day):
    """There p1 stays what it is, and the act that names it agrees and stands."""
    evaluation, bare = (
        evaluated(tender(*left, *acts)) for left in ((gone("p1", TALKS, day=day),), ())
    )

    assert (evaluation.winner, evaluation.reserves) == ("p1", ("p2", "p3"))
    assert UNUSED in codes(evaluation)
    assert "TINDAKAN_BERBEDA" not in codes(evaluation)
    assert (evaluation.state, evaluation.after_award) == (bare.state, bare.after_award)


def test_a_place_in_the_pool_is_free_again():
    """The document evaluates the two lowest: p1 leaves at technical, p3 comes in."""
    asks = {StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=2)}
    for stage, expected in ((TEKNIS, ("p2", ("p3",))), (PEMBUKTIAN, ("p2", ()))):
        evaluation = evaluated(tender(gone("p1", stage), asks=asks))
        assert (evaluation.winner, evaluation.reserves) == expected


@pytest.mark.parametrize("lowest", [1, 2])
@pytest.mark.parametrize("stage", [OPENING, CORRECTION, POOL])
def test_who_left_before_the_pool_holds_no_place_in_it(stage, lowest):
    """The lowest of those who are left come in, as many as the document says."""
    asks = {StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=lowest)}
    evaluation = evaluated(tender(gone("p1", stage), asks=asks))

    assert evaluation.winner == "p2"
    assert evaluation.reserves == ("p3",)[: lowest - 1]


def test_the_lowest_price_of_who_left_scores_nobody_down():
    """Sistem nilai: 100 is the lowest among those who passed the price."""
    bids = [("p1", 80, "900000000"), ("p2", 80, "1000000000"), ("p3", 80, "1100000000")]
    given = contest(
        Method.SISTEM_NILAI, *bids, technical="60",
        events=[price_opening(), gone("p1", HARGA)],
    )  # fmt: skip
    evaluation = evaluated(given)

    assert evaluation.score("p2").price == 100
    assert [name for _, name in ranked(evaluation)] == ["p2", "p3"]


# A prakualifikasi and a Seleksi.


@pytest.mark.parametrize("stage", [StageId.PEMASUKAN_KUALIFIKASI, KUALIFIKASI, PEMBUKTIAN, LISTING])
def test_who_leaves_a_prakualifikasi_is_on_no_list(stage):
    """Three of four are left and go on."""
    evaluation = evaluated(screened(*applicants(4), events=[gone("p4", stage, day=8)]))

    assert verdict(evaluation, stage, "p4") == "gugur"
    assert (evaluation.result, evaluation.shortlist) == ("daftar_peserta", ("p1", "p2", "p3"))


def test_an_act_without_who_left_the_list_agrees():
    """And one that still names it differs."""
    left = gone("p4", LISTING, day=8)
    right = screened(*applicants(4), events=[left, listing_act("p1", "p2", "p3")])
    wrong = screened(*applicants(4), events=[left, listing_act("p1", "p2", "p3", "p4")])

    assert evaluated(right).state == "ditetapkan"
    assert evaluated(wrong).state == "dihitung"
    assert "TINDAKAN_BERBEDA" in codes(evaluated(wrong))


SCORES = {"p1": 90, "p2": 80, "p3": 70}
CHOSEN = (listing_act(*SCORES), deadline(), price_opening(), award("p1", "p2", "p3"),
          objections_over())  # fmt: skip


def selection(*events, chosen=CHOSEN, method=Method.PAGU_ANGGARAN):
    """A Seleksi whose winner is p1."""
    firms = [applicant(name, bid=True, price=priced("1100000000")) for name in SCORES]
    return seleksi(
        *firms, scores=SCORES, qualification=dict.fromkeys(SCORES, 80), method=method,
        events=[*chosen, *events],
    )  # fmt: skip


def test_who_leaves_instead_of_talking_is_followed_by_the_next():
    """In a Seleksi p1 is out at negosiasi; talks are due with p2, and p2 wins once they agree."""
    left = gone("p1", TALKS, day=26)
    waiting = evaluated(selection(left))
    done = evaluated(selection(left, agreed("p2", "1000000000", 27)))

    assert verdict(waiting, TALKS) == "gugur"
    assert needs(waiting) == [("negosiasi", "p2", None, "negosiasi")]
    assert (done.winner, done.reserves) == ("p2", ("p3",))
    assert done.price("p1").negotiated_total is None


def test_talks_with_the_next_may_begin_when_the_first_has_left():
    """Not the day before it did."""
    early = selection(gone("p1", TALKS, day=27), agreed("p2", "1000000000", 26))
    same = selection(gone("p1", TALKS, day=26), agreed("p2", "1000000000", 26))

    assert [code for code, _ in refusal(early)] == ["ATR030"]
    assert evaluated(same).winner == "p2"


def test_who_agreed_and_then_leaves_is_out():
    """The agreement is of no use: the price stays what was bid."""
    evaluation = evaluated(selection(agreed("p1", "1000000000", 26), gone("p1", TALKS, day=27)))

    assert verdict(evaluation, TALKS) == "gugur"
    assert evaluation.price("p1").final_total == Decimal(1_100_000_000)


def test_when_all_have_left_or_failed_there_is_no_agreement():
    """51(2)h, as after talks in vain with all."""
    events = [gone("p1", TALKS, day=26), in_vain("p2", 27), gone("p3", TALKS, day=28)]
    evaluation = evaluated(selection(*events))

    assert evaluation.failure.ground == "perpres-16-2018:51(2)h"


def test_in_kualitas_the_next_cost_is_opened_once_the_first_has_left():
    """An opening for the second that lies before it left was not for it."""
    act = Award(at(19), Subject.PEMILIHAN, Decider.POKJA, "BA-1", "p1", ("p2", "p3"))
    chosen = (listing_act(*SCORES), deadline(), price_opening(), act, objections_over(20))
    left = gone("p1", TALKS, day=22)
    early = evaluated(selection(left, price_opening(21), chosen=chosen, method=Method.KUALITAS))
    late = evaluated(selection(left, price_opening(23), chosen=chosen, method=Method.KUALITAS))

    assert opened(early) == ["p1"]
    assert opened(late) == ["p1", "p2"]


def test_in_kualitas_a_winner_that_leaves_at_the_award_is_followed_by_a_price_that_is_opened():
    """p2 is not proposed with its cost sealed: its opening is awaited first."""
    bids = [("p1", 90, "1000000000"), ("p2", 80, "1100000000")]
    left = gone("p1", AWARD)
    waiting = evaluated(contest(Method.KUALITAS, *bids, events=[price_opening(), left]))
    done = evaluated(
        contest(
            Method.KUALITAS,
            *bids,
            events=[price_opening(), left, price_opening(20)],
            assessments=[judged(PEMBUKTIAN, participant="p2", when=at(20))],
        )
    )

    assert (waiting.winner, opened(waiting)) == (None, ["p1"])
    assert {need for *_, need in needs(waiting)} == {"pembukaan_harga"}
    assert (done.winner, opened(done)) == ("p2", ["p1", "p2"])


# Sanctions.

BOND = known(bid_bond=Bond(Decimal(20_000_000)))


@pytest.mark.parametrize("bond", [None, False, Bond(), Bond(Decimal(20_000_000))])
@pytest.mark.parametrize("accepted", [True, False, None])
def test_the_sanction_goes_by_the_reason_and_by_the_bond(accepted, bond):
    """Pasal 78 ayat (5) huruf b: for a reason that is not acceptable, and only then.

    The bid bond is drawn where there is one; the blacklist is for 1 year in any case.
    """
    facts = {} if bond is None else {ADMINISTRASI: known(bid_bond=bond)}
    bids = (evolve(FOUR[0], facts=facts), *FOUR[1:])
    evaluation = evaluated(package(*bids, events=[gone("p1", TEKNIS, accepted)]))
    found = finding(evaluation, TEKNIS, UNACCEPTED if accepted is False else OWN)

    drawn = "pencairan Jaminan Penawaran, " if bond else ""
    expected = f"{drawn}Sanksi Daftar Hitam 1 tahun" if accepted is False else None
    assert found.facts.get("sanksi") == expected
    assert found.facts["alasan"] == "alat tidak tersedia"
    assert ("withdrawal.blacklist_years" in {v.param for v in found.values}) == (accepted is False)
    assert [c.article for c in found.citations] == (
        ["Pasal 78 ayat (1) huruf d", "Pasal 78 ayat (5) huruf b"]
        if accepted is False
        else ["pengunduran diri peserta"]
    )
    told = {notice.code: notice for notice in evaluation.notices if notice.participant == "p1"}
    (code,) = told
    assert code == {True: NONE, False: SANCTION, None: REASON}[accepted]
    assert told[code].audience == "internal"
    if accepted is False:
        assert told[code].message.startswith(f"Sanksi menurut ketentuan: {expected}.")


@pytest.mark.parametrize(
    ("accepted", "reason"),
    [
        (True, "Mengundurkan diri dengan alasan yang dapat diterima"),
        (False, "Mengundurkan diri dengan alasan yang tidak dapat diterima"),
        (None, "Mengundurkan diri dengan alasan yang belum dinilai"),
    ],
)
def test_the_reason_of_the_fall_says_what_the_pokja_found(accepted, reason):
    """And the notice says whether that is still open."""
    evaluation = evaluated(tender(gone("p1", TEKNIS, accepted)))
    words = [n.message for n in evaluation.notices if n.code in (REASON, NONE, SANCTION)]

    rule = UNACCEPTED if accepted is False else OWN
    assert finding(evaluation, TEKNIS, rule).reason == reason
    expected = {
        True: "Pengunduran diri ini menurut ketentuan tidak dikenai sanksi.",
        False: "Sanksi menurut ketentuan: Sanksi Daftar Hitam 1 tahun. "
        "Tidak dijalankan oleh evaluasi ini.",
        None: "Belum dicatat apakah alasan pengunduran diri dapat diterima.",
    }
    assert words == [expected[accepted]]


@pytest.mark.parametrize("accepted", [True, False, None])
def test_who_does_not_extend_its_bid_has_withdrawn_without_a_sanction(accepted):
    """Permen PUPR 14/2020 Pasal 98 ayat (2) to (5): whatever is noted about its reason."""
    bids = (evolve(FOUR[0], facts={ADMINISTRASI: BOND}), *FOUR[1:])
    event = gone("p1", AWARD, accepted, refused=True)
    evaluation = evaluated(package(*bids, events=[event]))
    found = finding(evaluation, AWARD, REFUSED)

    assert (found.verdict, dict(found.facts)) == ("gugur", {"alasan": "alat tidak tersedia"})
    assert NONE in codes(evaluation)
    assert finding(evaluation, AWARD, OWN) is None
    assert evaluation.winner == "p2"
    assert [value.param for value in found.values] == [
        "withdrawal.effect", "withdrawal.refused_extension",
    ]  # fmt: skip
    assert not {SANCTION, REASON} & codes(evaluation)


@pytest.mark.parametrize("category", list(Category)[:3])
def test_permen_pupr_is_cited_only_where_works_are_tendered(category):
    """Of goods and services the tender's own document stands in its place, or nothing does."""
    event = gone("p1", AWARD, refused=True)
    members = (Member("p1.1", "CV Satu", lead=True), Member("p1.2", "CV Dua"))
    kso = evolve(FOUR[0], members=members, facts={ADMINISTRASI: known(kso_agreement=True)})
    evaluation = evaluated(package(kso, *FOUR[1:], events=[event], category=category))
    found = (
        finding(evaluation, AWARD, REFUSED),
        finding(evaluation, ADMINISTRASI, "administration.kso_agreement"),
    )
    cited = {c.instrument for each in found for c in each.citations}
    cited |= {value.instrument for value in evaluation.values}

    works = category is Category.PEKERJAAN_KONSTRUKSI
    assert ("Permen PUPR 14/2020" in cited) == works
    assert ("Dokumen Pemilihan" in {c.instrument for c in found[0].citations}) == (not works)


@pytest.mark.parametrize(("day", "unread"), [("2020-05-30", True), ("2020-05-31", False)])
def test_that_text_is_of_the_last_day_of_may_2020(day, unread):
    """Before it the same is assumed, and marked."""
    event = gone("p1", AWARD, refused=True)
    given = package(*FOUR, events=[event], announced_on=dt.date.fromisoformat(day))

    assert ("withdrawal.refused_extension" in unverified(evaluated(given))) == unread


@pytest.mark.parametrize("stage", [SETTLED, PEMBUKAAN_HARGA, StageId.PEMASUKAN_KUALIFIKASI])
def test_a_stage_that_this_tender_does_not_have_is_left_by_nobody(stage):
    """The record says that it was not used, and the bid goes on."""
    evaluation = evaluated(tender(gone("p1", stage)))

    assert evaluation.winner == "p1"
    assert UNUSED in codes(evaluation)


def test_who_fell_earlier_has_nothing_left_to_leave():
    """p1 fell at administration and left at technical: the first holds."""
    evaluation = evaluated(tender(gone("p1", TEKNIS), assessments=failed(ADMINISTRASI, "p1")))

    assert verdict(evaluation, TEKNIS) is None
    assert UNUSED in codes(evaluation)


def test_every_withdrawal_counts():
    """Two of four."""
    evaluation = evaluated(tender(gone("p1", TEKNIS), gone("p3", HARGA, accepted=False)))

    assert (evaluation.winner, evaluation.reserves) == ("p2", ("p4",))


def test_a_document_that_asks_more_of_nobody_is_needed():
    """A withdrawal needs no criterion to be found."""
    asks = {stage: Requirements() for stage in (ADMINISTRASI, TEKNIS)}
    evaluation = evaluated(tender(gone("p1", TEKNIS), asks=asks))

    assert verdict(evaluation, TEKNIS) == "gugur"
