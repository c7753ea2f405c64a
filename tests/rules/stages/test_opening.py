"""Pembukaan: what no bid means, with and without an extension (Perpres 16/2018 Pasal 51)."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import Closing, Deadline, Extension
from tender_engine.findings import Verdict
from tender_engine.model import Criterion, Requirements, Submitted
from tender_engine.terms import Envelope, Phase, StageId, TimeZone
from tender_rules.stages.opening import Statement
from tests.builders import (
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    finding,
    judged,
    needs,
    opened,
    package,
    refusal,
    verdict,
)
from tests.happenings import gone, price_opening

BIDS = Phase.PENAWARAN
NOBODY = (bidder("p1", submitted=False), bidder("p2", submitted=False))
DEADLINE = Deadline(at(10), BIDS, at(12))
EXTENSION = Extension(at(12), BIDS, at(15))
SECOND_EXTENSION = Extension(at(15), BIDS, at(18))


def closing(day):
    """The deadline has passed."""
    return Closing(at(day), BIDS)


@pytest.mark.parametrize(
    ("events", "awaited"),
    [
        ((), "perpanjangan"),
        ((DEADLINE,), "perpanjangan"),
        ((DEADLINE, closing(12)), "perpanjangan"),
        ((EXTENSION,), "penutupan"),
        ((closing(11), EXTENSION), "penutupan"),
        ((closing(12), EXTENSION), "penutupan"),  # the first deadline, at the same moment
        ((EXTENSION, closing(14), SECOND_EXTENSION), "penutupan"),
    ],
)
def test_no_bid_awaits_the_extension_and_then_its_end(events, awaited):
    """Without the extension it is awaited; with it, its end; an earlier closing is none."""
    evaluation = evaluated(package(*NOBODY, events=events))

    assert (evaluation.state, evaluation.result) == ("menunggu", None)
    assert needs(evaluation) == [("pembukaan", None, None, awaited)]


@pytest.mark.parametrize("order", [1, -1])
def test_no_bid_after_the_extension_fails(order):
    """Pasal 51 ayat (2) huruf b, at once, by the Pokja; a tender ulang follows (ayat (9))."""
    events = (EXTENSION, closing(15))[::order]
    evaluation = evaluated(package(*NOBODY, events=events))
    failure = evaluation.failure

    assert (evaluation.state, evaluation.result) == ("dihitung", "gagal")
    assert failure.ground == "perpres-16-2018:51(2)b"
    assert (failure.declared_by, failure.effective) == ("pokja", "segera")
    assert failure.follow_up == evaluation.next == "tender_ulang"
    assert [c.article for c in failure.citations] == [
        "Pasal 51 ayat (2) huruf b",
        "Pasal 51 ayat (4)",
        "Pasal 51",
    ]


def test_one_bid_goes_on():
    """Perpres 16/2018 has no ground of fewer than three bids: one is evaluated to the end."""
    evaluation = evaluated(package(bidder("p1"), *NOBODY[1:]))

    assert (evaluation.state, evaluation.winner, evaluation.next) == ("dihitung", "p1", "negosiasi")


def test_registered_only_is_no_bid_and_its_price_stays_sealed():
    """Who did not hand in enters no stage, and no price of theirs is in the record."""
    evaluation = evaluated(package(bidder("p1"), NOBODY[1]))

    assert evaluation.stage(StageId.PEMBUKAAN).of(Verdict.LULUS) == ("p1",)
    assert evaluation.verdicts_of("p2") == ()
    assert evaluation.price("p2") is None


def test_a_bid_whose_price_is_not_there_is_awaited():
    """One envelope holds the price: without it the correction waits."""
    evaluation = evaluated(package(bidder("p1", price=None)))

    assert evaluation.state == "menunggu"
    assert needs(evaluation) == [("koreksi_aritmatik", "p1", None, "harga")]


# A file that cannot be opened (Lampiran I angka 4.2.6).

OPENING = StageId.PEMBUKAAN
STATED = Statement("027/LPSE/V/2022", dt.date(2022, 5, 16))


def file_of(name, readable, statement=STATED, **more):
    """A bid of which this is recorded at the opening."""
    facts = {OPENING: {"readable": readable, "lpse_statement": statement}}
    return bidder(name, facts=facts, **more)


def test_a_file_that_lpse_states_unreadable_is_not_admitted():
    """It falls at the opening, with the statement and its provision; its price stays sealed."""
    evaluation = evaluated(package(file_of("p1", False), bidder("p2")))
    found = finding(evaluation, OPENING, "opening.unreadable")

    assert verdict(evaluation, OPENING) == "gugur"
    assert found.reason == (
        "Berkas penawaran tidak dapat dibuka menurut pernyataan LPSE nomor 027/LPSE/V/2022 "
        "tanggal 16 Mei 2022"
    )
    assert found.citations[0].article.endswith("4.2.6")
    assert (evaluation.winner, evaluation.price("p1")) == ("p2", None)
    assert opened(evaluation) == ["p2"]


def test_without_the_statement_the_evaluation_waits_for_it():
    """The Pokja alone cannot say it; nobody's price is opened for what is open."""
    evaluation = evaluated(package(file_of("p1", False, None), bidder("p2")))

    assert needs(evaluation) == [(OPENING, "p1", "lpse_statement", "pernyataan_lpse")]
    assert (evaluation.state, evaluation.winner) == ("menunggu", None)
    assert opened(evaluation) == ["p2"]


@pytest.mark.parametrize("readable", [True, None])
@pytest.mark.parametrize("statement", [None, STATED])
def test_silence_and_a_readable_file_bring_no_check(readable, statement):
    """A statement on a file that is not recorded as unreadable is told, and decides nothing."""
    evaluation = evaluated(package(file_of("p1", readable, statement), bidder("p2", "1150000000")))

    assert [f.rule for f in evaluation.stage(OPENING).verdicts[0].findings] == ["opening.submitted"]
    assert evaluation.winner == "p1"
    assert ("PERNYATAAN_LPSE_TIDAK_DIPAKAI" in codes(evaluation)) == (statement is not None)


@pytest.mark.parametrize("readable", [True, False, None])
@pytest.mark.parametrize(
    ("hour", "zone", "day", "fits"),
    [
        (9, None, 11, False),
        (9, None, 12, True),
        (9, None, 13, True),
        # Eleven in the evening of the west is one in the morning of the next day in the east.
        (23, None, 12, True),
        (23, TimeZone.JAYAPURA, 12, False),
        (23, TimeZone.JAYAPURA, 13, True),
    ],
)
def test_a_statement_older_than_the_bid_is_about_no_file_of_it(readable, hour, zone, day, fits):
    """By the day in the zone of the tender; on the day itself it may be."""
    statement = Statement("1", dt.date(2022, 5, day))
    who = evolve(file_of("p1", readable, statement), submitted=Submitted(penawaran=at(12, hour)))
    given = package(who, bidder("p2"), time_zone=zone)
    where = "participants.0.facts.pembukaan.lpse_statement.date"

    if fits:
        assert evaluated(given)
    else:
        assert refusal(given) == [("ATR064", where)]


@pytest.mark.parametrize(
    ("hour", "zone", "day", "fits"),
    [
        (9, None, 13, False),
        (9, None, 14, True),
        (23, TimeZone.JAYAPURA, 14, False),
        (23, TimeZone.JAYAPURA, 15, True),
    ],
)
def test_a_statement_older_than_the_end_of_handing_in_is_refused(hour, zone, day, fits):
    """Nobody could open the file before the deadline in force, of the 14th in the west."""
    events = [DEADLINE, Extension(at(12), BIDS, at(14, hour))]
    statement = Statement("1", dt.date(2022, 5, day))
    given = package(file_of("p1", False, statement), bidder("p2"), time_zone=zone, events=events)
    where = "participants.0.facts.pembukaan.lpse_statement.date"

    if fits:
        assert evaluated(given)
    else:
        assert refusal(given) == [("ATR064", where)]


@pytest.mark.parametrize("count", [1, 2])
def test_where_no_file_can_be_opened_none_passes(count):
    """Ground c, for bids did come in; never b, and never g though nobody is within the HPS."""
    bids = [file_of(f"p{n}", False) for n in range(count)]
    evaluation = evaluated(package(*bids, events=(EXTENSION, closing(15))))

    assert evaluation.failure.ground == "perpres-16-2018:51(2)c"
    assert evaluation.prices == ()


def test_in_two_files_it_falls_at_the_opening_as_well():
    """And its price is not opened with the others."""
    given = package(file_of("p1", False), bidder("p2"), envelope=Envelope.DUA_FILE)
    evaluation = evaluated(evolve(given, events=(price_opening(),)))

    assert verdict(evaluation, OPENING) == "gugur"
    assert opened(evaluation) == ["p2"]


def test_it_holds_its_place_among_the_lowest_while_it_is_open():
    """Of the one lowest nobody can say who it is; with the statement the other is."""
    asks = {StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=1)}
    rest = (bidder("p2"), bidder("p3", "1150000000"))
    waiting = evaluated(package(file_of("p1", False, None), *rest, asks=asks))
    settled = evaluated(package(file_of("p1", False), *rest, asks=asks))

    assert waiting.stage(TEKNIS).verdicts == ()
    assert settled.winner == "p2"


def test_nobody_is_judged_at_the_opening():
    """A document asks nothing there, and a judgement there is refused at its place."""
    asks = {OPENING: Requirements(criteria=(Criterion("a", "Segel"),))}
    entry = judged(OPENING, "tidak_memenuhi", "p1")

    assert ("PKT010", "tender.requirements.pembukaan") in refusal(package(bidder(), asks=asks))
    assert [code for code, _ in refusal(package(bidder(), assessments=[entry]))] == ["PKT055"]


def test_who_leaves_an_unreadable_file_behind_waits_for_nothing():
    """It is out by leaving, whatever LPSE says."""
    events = (gone("p1", OPENING, day=13),)
    evaluation = evaluated(package(file_of("p1", False, None), bidder("p2"), events=events))

    assert verdict(evaluation, OPENING) == "gugur"
    assert (evaluation.winner, needs(evaluation)) == ("p2", [])


@pytest.mark.parametrize("statement", [None, Statement("027/LPSE/2022", dt.date(2022, 5, 13))])
@pytest.mark.parametrize(
    ("day", "instrument"),
    [("2021-06-01", "Dokumen Pemilihan"), ("2021-06-02", "Peraturan LKPP 12/2021")],
)
def test_before_its_text_an_unreadable_file_falls_by_the_document(day, instrument, statement):
    """Peraturan LKPP 12/2021 is there from 2 June 2021 on; a tender before rests on its own."""
    rule = "opening.lpse_statement" if statement is None else "opening.unreadable"
    facts = {"readable": False} | ({} if statement is None else {"lpse_statement": statement})
    announced = dt.date.fromisoformat(day)
    given = package(bidder("p1", facts={OPENING: facts}), bidder("p2"), announced_on=announced)
    found = finding(evaluated(given), OPENING, rule)

    assert [citation.instrument for citation in found.citations] == [instrument]
    document = given.tender.document.number
    assert (document in found.citations[0].article) is (instrument == "Dokumen Pemilihan")


@pytest.mark.parametrize(
    ("readable", "statement", "told"),
    [(False, STATED, True), (False, None, True), (None, STATED, True), (True, None, False)],
)
def test_what_is_told_of_a_file_that_nobody_handed_in_is_told(readable, statement, told):
    """It decides nothing, and is not kept quiet."""
    silent = evolve(file_of("p1", readable, statement), submitted=Submitted())
    evaluation = evaluated(package(silent, bidder("p2", "1150000000")))

    assert ("PERNYATAAN_LPSE_TIDAK_DIPAKAI" in codes(evaluation)) is told
    assert verdict(evaluation, OPENING, "p1") is None
