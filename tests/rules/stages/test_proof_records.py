"""Nobody passes the proof in silence: on which record, of when, and what is awaited without it."""

import pytest
from attrs import evolve

from tender_engine.model import Requirements
from tender_engine.terms import Envelope, ProcedureName
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    JUDGED,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    at,
    bidder,
    evaluated,
    failed,
    finding,
    judged,
    needs,
    package,
    verdict,
)
from tests.happenings import agreed, price_opening
from tests.procurements import applicants, screened

OPEN = JUDGED[:-1]
NOTHING = {PEMBUKTIAN: Requirements()}
CLAUSED = {PEMBUKTIAN: Requirements(clauses={"attended": "IKP 32.3"})}
RECORD, STAGE = (
    (PEMBUKTIAN, "p1", None, "catatan_pembuktian"),
    (PEMBUKTIAN, "p1", None, "penilaian_tahap"),
)
CRITERION = (PEMBUKTIAN, "p1", "k.pembuktian_kualifikasi", "penilaian")
M1 = judged(PEMBUKTIAN, participant="p1", by="m1")


def proven(attended=None, *entries, asks=None, others=(), **facts):
    """One bid at the proof, with whoever else is there."""
    bid = bidder("p1", facts={PEMBUKTIAN: {"attended": attended} | facts})
    given = package(bid, *others, asks=asks, general=OPEN, assessments=entries)
    return evaluated(given)


@pytest.mark.parametrize(
    ("attended", "entries", "asks", "expected", "awaited"),
    [
        # Nothing is listed: silence, attendance alone, a vote that is none, the panel's word.
        (None, [], NOTHING, "belum_dinilai", [RECORD]),
        (True, [], NOTHING, "belum_dinilai", [STAGE]),
        (False, [], NOTHING, "gugur", []),
        (None, [M1], NOTHING, "belum_dinilai", [STAGE]),
        (None, [judged(PEMBUKTIAN)], NOTHING, "lulus", []),
        (None, [judged(PEMBUKTIAN, participant="p1", by="m1 m2")], NOTHING, "lulus", []),
        (None, failed(PEMBUKTIAN, "p1"), NOTHING, "gugur", []),
        (True, failed(PEMBUKTIAN, "p1"), NOTHING, "gugur", []),
        # Attendance is asked by a clause.
        (None, [], CLAUSED, "belum_dinilai", [RECORD]),
        (None, [judged(PEMBUKTIAN)], CLAUSED, "belum_dinilai", [RECORD]),
        (None, [M1], CLAUSED, "belum_dinilai", [RECORD, STAGE]),
        (True, [judged(PEMBUKTIAN)], CLAUSED, "lulus", []),
        # A criterion is listed.
        (None, [], None, "belum_dinilai", [RECORD, CRITERION]),
        (True, [], None, "belum_dinilai", [CRITERION]),
        (None, [M1], None, "belum_dinilai", [CRITERION]),
        (None, [judged(PEMBUKTIAN)], None, "lulus", []),
        (None, [judged(PEMBUKTIAN, criterion="k.pembuktian_kualifikasi")], None, "lulus", []),
    ],
)
def test_who_passes_has_a_record_and_who_waits_is_told_of_what(
    attended, entries, asks, expected, awaited
):
    """`proof.attendance` and `proof.criteria`, over what the document lists and what is known."""
    found = proven(attended, *entries, asks=asks)

    assert verdict(found, PEMBUKTIAN) == expected
    assert needs(found) == awaited
    assert (found.state == "dihitung") == (expected != "belum_dinilai")


@pytest.mark.parametrize("asks", [NOTHING, CLAUSED, None])
def test_sikap_is_a_record(asks):
    """And the panel's word against it is not lost, whether anything is listed or not."""
    assert verdict(proven(asks=asks, sikap_qualified=True), PEMBUKTIAN) == "lulus"
    fell = proven(None, *failed(PEMBUKTIAN, "p1"), asks=asks, sikap_qualified=True)
    assert verdict(fell, PEMBUKTIAN) == "gugur"


@pytest.mark.parametrize("known", [True, False])
def test_where_somebodys_attendance_is_recorded_everybodys_counts(known):
    """p2 came or stayed away: then it is known who did, and p1's silence is no attendance."""
    p2 = bidder("p2", "1110000000", facts={PEMBUKTIAN: {"attended": known}})
    words = [judged(PEMBUKTIAN)]
    found = proven(None, *words, others=[p2])

    assert needs(found) == [RECORD]
    assert verdict(found, PEMBUKTIAN, "p2") == ("lulus" if known else "gugur")
    assert verdict(proven(True, *words, others=[p2]), PEMBUKTIAN) == "lulus"


def test_who_is_not_in_the_proof_makes_nobody_wait():
    """Ranks four and on are not called: what is noted of their coming is about nothing."""
    others = [bidder(f"p{n}", f"11{n}0000000") for n in (2, 3)]
    fourth = bidder("p4", "1190000000", facts={PEMBUKTIAN: {"attended": True}})
    found = proven(None, judged(PEMBUKTIAN), others=[*others, fourth])

    assert verdict(found, PEMBUKTIAN, "p4") == "tidak_dievaluasi"
    assert needs(found) == []


def test_the_general_word_is_on_whoever_entered_the_proof():
    """Three are called; the word on everybody answers for these, and an exception goes before."""
    bids = [bidder(f"p{n}", f"11{n}0000000") for n in (1, 2, 3)]
    words = [judged(PEMBUKTIAN), *failed(PEMBUKTIAN, "p2")]
    found = evaluated(package(*bids, asks=NOTHING, general=OPEN, assessments=words))

    assert [verdict(found, PEMBUKTIAN, f"p{n}") for n in (1, 2, 3)] == ["lulus", "gugur", "lulus"]
    assert (found.winner, found.reserves) == ("p1", ("p3",))


# When a judgement on the proof is in time: 16 May are the judgements of the stages before it.


@pytest.mark.parametrize(("hour", "expected"), [(8, "belum_dinilai"), (9, "lulus"), (10, "lulus")])
@pytest.mark.parametrize("asks", [NOTHING, None])
def test_a_word_before_the_last_judgement_of_an_earlier_stage_does_not_count(hour, expected, asks):
    """At the same moment it is in time; before it, it is on what nobody had looked at."""
    early = judged(PEMBUKTIAN, when=at(16, hour))
    found = proven(True, early, asks=asks)

    assert verdict(found, PEMBUKTIAN) == expected
    if expected == "belum_dinilai":
        assert "mendahului" in finding(found, PEMBUKTIAN, "proof.criteria").reason
        assert needs(found)[0][3] == ("penilaian" if asks is None else "penilaian_tahap")
        votes = found.stage(PEMBUKTIAN).verdicts[0].votes
        assert [(vote.member, vote.counts) for vote in votes] == [
            ("m1", False), ("m2", False), ("m3", False),
        ]  # fmt: skip


@pytest.mark.parametrize("asks", [NOTHING, None])
@pytest.mark.parametrize("turn", [1, -1])
def test_a_word_that_is_too_early_hides_none_that_is_in_time(asks, turn):
    """On p1 alone before the rest was judged, either way; on everybody after it."""
    for early in (judged(PEMBUKTIAN, participant="p1", when=at(16, 8)),
                  *failed(PEMBUKTIAN, "p1", when=at(16, 8))):  # fmt: skip
        found = proven(True, *[early, judged(PEMBUKTIAN)][::turn], asks=asks)

        assert verdict(found, PEMBUKTIAN) == "lulus"
        assert needs(found) == []
        votes = found.stage(PEMBUKTIAN).verdicts[0].votes
        assert [(vote.entry.participant, vote.counts) for vote in votes] == [
            ("p1", False), ("*", True),
        ] * 3  # fmt: skip


def test_of_a_panels_words_at_one_level_those_in_time_are_counted():
    """One member in time on p1 is a level of its own, which two of three do not decide."""
    early = judged(PEMBUKTIAN, participant="p1", by="m1 m2", when=at(16, 8))
    late = judged(PEMBUKTIAN, participant="p1", by="m3")
    everybody = judged(PEMBUKTIAN)

    assert verdict(proven(True, early, late, everybody), PEMBUKTIAN) == "belum_dinilai"
    assert verdict(proven(True, early, everybody), PEMBUKTIAN) == "lulus"
    again = judged(PEMBUKTIAN, participant="p1", by="m1")
    assert verdict(proven(True, early, late, again), PEMBUKTIAN) == "lulus"


def test_only_the_judgements_that_count_on_this_bidder_are_looked_at():
    """A later word on another bidder, and one that was replaced, move nothing."""
    other = judged(TEKNIS, participant="p2", when=at(20))
    replaced = judged(TEKNIS, participant="p1", by="m1", when=at(14))
    again = judged(TEKNIS, participant="p1", when=at(15))
    late = judged(ADMINISTRASI, participant="p1", when=at(19, 10))
    p2 = bidder("p2", "1110000000", facts={PEMBUKTIAN: {"sikap_qualified": True}})

    assert (
        verdict(proven(None, judged(PEMBUKTIAN), other, replaced, again, others=[p2]), PEMBUKTIAN)
        == "lulus"
    )
    assert verdict(proven(None, judged(PEMBUKTIAN), late, others=[p2]), PEMBUKTIAN) == (
        "belum_dinilai"
    )


@pytest.mark.parametrize(("hour", "expected"), [(8, "belum_dinilai"), (9, "lulus")])
def test_a_word_before_the_opening_of_prices_does_not_count(hour, expected):
    """Prices are opened on 18 May at nine: at that moment it is in time, an hour before not."""
    word = judged(PEMBUKTIAN, when=at(18, hour))
    found = evaluated(
        package(
            bidder("p1"),
            envelope=Envelope.DUA_FILE,
            events=[price_opening()],
            general=OPEN,
            assessments=[word],
        )
    )

    assert verdict(found, PEMBUKTIAN) == expected


def test_before_any_bid_there_is_no_such_bound():
    """In a prakualifikasi the proof may be judged with the rest, or before it."""
    early = [judged(PEMBUKTIAN, when=at(16, 8))]
    given = screened(*applicants(3), general=(KUALIFIKASI,), assessments=early)
    found = evaluated(given)

    assert given.tender.procedure is ProcedureName.PRAKUALIFIKASI
    assert [verdict(found, PEMBUKTIAN, name) for name in ("p1", "p2", "p3")] == ["lulus"] * 3


def test_what_is_judged_of_a_price_that_changed_later_is_not_looked_at():
    """One bid is talked over after its proof, and its price judged anew after that.

    Without the talks the same judgement of the price would have come before the proof.
    """
    asks = {HARGA: Requirements(criteria=asked(HARGA)[HARGA].criteria)}
    proof, later = judged(PEMBUKTIAN), judged(HARGA, when=at(21))
    bid = bidder("p1")
    terms = {"asks": asks, "general": OPEN, "assessments": [proof, later]}
    talked = evaluated(package(bid, events=[agreed(total="1000000000", day=20)], **terms))
    silent = evaluated(package(bid, **terms))

    assert verdict(talked, PEMBUKTIAN) == "lulus"
    assert verdict(silent, PEMBUKTIAN) == "belum_dinilai"
    before = evaluated(package(bid, events=[agreed(total="1000000000", day=18)], **terms))
    assert verdict(before, PEMBUKTIAN) == "belum_dinilai"


def test_a_word_on_the_proof_is_read_as_one_on_the_stage():
    """Two criteria more, and the same entry is on each of them: nothing is lost by listing."""
    criteria = tuple(
        evolve(asked(PEMBUKTIAN)[PEMBUKTIAN].criteria[0], id=f"bukti.{n}") for n in (1, 2)
    )
    found = proven(None, judged(PEMBUKTIAN), asks={PEMBUKTIAN: Requirements(criteria=criteria)})

    assert verdict(found, PEMBUKTIAN) == "lulus"
