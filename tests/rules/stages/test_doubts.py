"""Doubts about typing: what raises one, what answers it, and that it changes nothing else.

The bids answer an estimate of five lines of 10 m at 1.000.000, which is 55.500.000 with PPN.
"""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, paper
from tender_engine.events import TypingConfirmation
from tender_engine.model import Price, StatedParts
from tender_engine.numbers import ZERO
from tender_engine.seals import Sealed
from tender_engine.terms import Contract, CorrectedBy, Doubt, Envelope, Part
from tender_rules.stages.confirming import opened_doubts
from tests.builders import (
    HARGA,
    at,
    bidder,
    evaluated,
    failed,
    hps,
    hps_line,
    line,
    package,
    priced,
    verdict,
)
from tests.happenings import award

NAMES = ("L1", "L2", "L3", "L4", "L5")
HPS = hps("55500000", "11", tuple(hps_line(name, "10", "1000000") for name in NAMES))
# So that 40.000.000 is no low price.
SMALLER = evolve(HPS, total=Decimal(48_000_000))
# Each at 900.000: 45.000.000 net.
LINES = tuple(line(name, "10", "900000") for name in NAMES)
TOTAL = "49950000"


def bid(*changed, total=TOTAL, **more):
    """The bid with some of its lines `changed`, by their id."""
    other = {each.id: each for each in changed}
    return priced(total, *(other.get(each.id, each) for each in LINES), **more)


def one(price, **more):
    """The evaluation of one bid."""
    return evaluated(package(bidder(price=price), hps=more.pop("hps", HPS), **more))


def open_(evaluation):
    """The codes of the open doubts."""
    return sorted(x.criterion for x in evaluation.awaiting if x.needs == "konfirmasi_isian")


def told(evaluation):
    """Line, figure and other reading of every doubt."""
    return [(x.doubt.value, x.line, x.figure, x.other) for _, x, _ in opened_doubts(evaluation)]


def confirmed(doubt, figure, name=None, who="p1"):
    """The event that answers."""
    return TypingConfirmation(
        at(17), Doubt(doubt), who, Decimal(figure), ("m1", "m2", "m3"), "Sesuai surat.", name
    )


def test_a_bid_like_any_other_raises_none():
    """Nothing is awaited and nothing is told."""
    assert (open_(one(bid())), told(one(bid()))) == ([], [])


@pytest.mark.parametrize("contract", [Contract.HARGA_SATUAN, Contract.LUMSUM])
def test_what_is_awaited_stands_in_the_order_of_the_lines(contract):
    """Whatever order they were typed in, and whether their products are computed anew or not."""
    times_ten, nothing = line("L2", "10", "9000000", "9000000"), line("L4", "10", "0", "0")
    price = bid(times_ten, nothing)
    reversed_ = evolve(price, lines=price.lines[::-1])
    first, other = (
        one(each, contract=contract, pagu=Decimal(10**12), hps=evolve(HPS, total=Decimal(10**12)))
        for each in (price, reversed_)
    )

    typed = [item.criterion for item in first.awaiting if item.needs == "konfirmasi_isian"]
    assert [each for each in typed if each is not Doubt.TOTAL_JAUH] == [
        Doubt.HARGA_BERLIPAT,
        Doubt.BARIS_NOL,
    ]
    assert first.awaiting == other.awaiting


@pytest.mark.parametrize(
    ("price", "meant"),
    [("9000000", "900000"), ("90000", "900000"), ("900", "900000"), ("900000000", "900000"),
     ("3170000", "317000")],
)  # fmt: skip
def test_a_unit_price_that_is_a_power_of_ten_off_while_the_amount_fits(price, meant):
    """The written amount is that of the price meant; both are told."""
    typed = line("L2", "10", price, Decimal(meant) * 10)
    found = one(bid(typed), pagu=Decimal(10**12), hps=evolve(HPS, total=Decimal(10**12)))

    assert "harga_berlipat" in open_(found)
    assert ("harga_berlipat", "L2", Decimal(price), Decimal(meant)) in told(found)


@pytest.mark.parametrize(
    "typed",
    [line("L2", "10", "9000000"), line("L2", "10", "9000000", None),
     line("L2", "10", "900000", "900000"), line("L2", "10", "9000000", "9000002")],
)  # fmt: skip
def test_a_price_whose_amount_agrees_or_is_a_slip_itself_is_none(typed):
    """Ten times as dear on purpose, without an amount, or with one that is short of a nought."""
    found = one(bid(typed), pagu=Decimal(10**12), hps=evolve(HPS, total=Decimal(10**12)))

    assert "harga_berlipat" not in open_(found)


@pytest.mark.parametrize(("amount", "raised"), [("9000001", True), ("9000001.01", False)])
def test_an_amount_fits_to_the_rupiah(amount, raised):
    """It may have been rounded, and by no more."""
    assert ("harga_berlipat" in open_(one(bid(line("L2", "10", "90000", amount))))) is raised


@pytest.mark.parametrize(
    ("stated", "raised"),
    [("45409090.909091", False), ("45409090.909090", True), ("55500000", True),
     ("55499999.999999", False)],
)  # fmt: skip
def test_a_corrected_total_far_from_the_stated_one(stated, raised):
    """`doubt.total_apart_from`: 49.950.000 is ten percent off 45.409.090,90… and 55.500.000."""
    found = one(bid(total=stated), hps=evolve(HPS, total=Decimal(60_000_000)))

    assert (open_(found) == ["total_jauh"]) is raised
    assert "doubt.total_apart_from" not in {value.param for value in found.values}


@pytest.mark.parametrize(
    ("odd", "raised"), [((), False), (("L1", "L2"), False), (("L1", "L2", "L3"), True)]
)
def test_volumes_of_most_lines_that_are_not_the_documents(odd, raised):
    """Three of five; each line is a doubt of its own, with its volume."""
    price = bid(*(line(name, "11", "900000") for name in odd))
    found = one(price)

    assert (open_(found) == ["volume_berbeda"]) is raised
    expected = [("volume_berbeda", name, Decimal(11), Decimal(10)) for name in odd]
    assert [row for row in told(found) if raised] == (expected if raised else [])


def test_half_of_the_volumes_and_volumes_of_extra_lines_are_no_block():
    """Three of six are not more than half, and what only the bid has does not count."""
    six = evolve(HPS, lines=(*HPS.lines, hps_line("L6", "10", "1000000")))
    lines = [line(name, "11", "900000") for name in ("L1", "L2", "L3")]
    lines += [line(name, "10", "900000") for name in ("L4", "L5", "L6")]
    assert open_(one(priced("63270000", *lines), hps=six)) == []

    extra = line("X1", "3", "1", extra=True, description="Lain", unit="m")
    two = [line(name, "11", "900000") for name in ("L1", "L2")]
    assert open_(one(priced("51948003.33", *two, *LINES[2:], extra))) == []


def test_words_of_another_line_are_a_doubt_and_a_bidders_own_words_are_none():
    """`Pekerjaan L3` at L2 is another's; less or more words for the same are not."""
    other = evolve(LINES[1], description="Pekerjaan L3")
    assert told(one(bid(other))) == [("volume_berbeda", "L2", Decimal(10), Decimal(10))]
    for words in ("pekerjaan  l2", "L2", "Pekerjaan L2 termasuk pembersihan", None):
        assert open_(one(bid(evolve(LINES[1], description=words)))) == []
    assert open_(one(bid(evolve(LINES[1], description="Galian tanah")))) == ["volume_berbeda"]


def test_a_unit_price_of_nought_is_a_doubt_and_a_blank_is_told_as_before():
    """0 on a line with a volume."""
    zero = one(bid(line("L2", "10", "0", "0"), total="40000000"))
    assert told(zero) == [("baris_nol", "L2", ZERO, None)]

    blank = one(bid(line("L2", "10", None, None), total="40000000"))
    assert open_(blank) == []
    assert "HARGA_SATUAN_KOSONG" in {notice.code for notice in blank.notices}
    assert open_(one(bid(line("L2", "0", "0", "0"), total="40000000"))) == []


@pytest.mark.parametrize("price", ["0", None])
def test_a_bid_without_any_price_is_one_doubt_of_its_lines(price):
    """Lines are there and every unit price is blank or 0; not one doubt for each of them."""
    empty = tuple(line(name, "10", price, None) for name in NAMES)
    found = one(priced(TOTAL, *empty))

    assert open_(found) == ["penawaran_kosong", "total_jauh"]
    assert ("penawaran_kosong", None, Decimal(TOTAL), ZERO) in told(found)


def test_a_lumsum_broken_down_into_amounts_is_not_empty():
    """Its unit prices do not count; without amounts as well it is."""
    amounts = tuple(line(name, "10", None, "9000000") for name in NAMES)
    assert open_(one(priced(TOTAL, *amounts), contract=Contract.LUMSUM)) == []

    empty = tuple(line(name, "10", None, None) for name in NAMES)
    assert open_(one(priced(TOTAL, *empty), contract=Contract.LUMSUM)) == ["penawaran_kosong"]


def test_of_a_gabungan_the_unit_prices_count():
    """The lumsum part has amounts alone, and the other part has prices, or has none."""
    parts = (Part.HARGA_SATUAN, Part.HARGA_SATUAN, *[Part.LUMSUM] * 3)
    lines = tuple(evolve(x, part=part) for x, part in zip(HPS.lines, parts, strict=True))
    fixed = tuple(evolve(x, unit_price=None) for x in LINES[2:])
    stated = StatedParts(Decimal(18_000_000), Decimal(27_000_000))
    terms = {"hps": evolve(HPS, lines=lines), "contract": Contract.GABUNGAN}
    assert open_(one(priced(TOTAL, *LINES[:2], *fixed, stated_parts=stated), **terms)) == []

    blank = tuple(evolve(x, unit_price=None) for x in LINES[:2])
    price = priced(TOTAL, *blank, *fixed, stated_parts=stated)
    assert open_(one(price, **terms)) == ["penawaran_kosong", "total_jauh"]


def test_a_total_that_somebody_else_corrected_may_lie_far_as_well():
    """Without lines there is nothing else to doubt."""
    corrected = {"corrected_total": Decimal("55000000"), "corrected_by": CorrectedBy.SPSE}
    price = Price(Decimal(TOTAL), Decimal(11), **corrected)
    assert open_(one(price)) == ["total_jauh"]


def test_an_answer_is_for_that_figure_only():
    """Changed after it was confirmed, it is a doubt again; so it is with another's figure."""
    zero = line("L2", "10", "90000", "9000000")
    answer = confirmed("harga_berlipat", "90000", "L2")
    found = one(bid(zero, total="41000000"), hps=SMALLER, events=[answer])
    assert (open_(found), found.state) == ([], "dihitung")

    again = line("L2", "10", "9000", "9000000")
    for event in (answer, evolve(answer, line="L3"), evolve(answer, doubt=Doubt.BARIS_NOL)):
        assert "harga_berlipat" in open_(one(bid(again), events=[event]))
    stranger = evolve(answer, participant="p2")
    given = package(bidder(price=bid(zero)), bidder("p2"), hps=HPS, events=[stranger])
    assert "harga_berlipat" in open_(evaluated(given))


def test_two_doubts_on_one_line_have_two_answers():
    """Most volumes differ, and one of those lines has a price of 0."""
    price = bid(
        *(line(name, "11", "900000") for name in ("L1", "L2")), line("L3", "11", "0", "0"),
        total="40959000",
    )  # fmt: skip
    volumes = [confirmed("volume_berbeda", "11", name) for name in ("L1", "L2", "L3")]
    assert open_(one(price)) == ["baris_nol", "volume_berbeda"]
    assert open_(one(price, events=volumes)) == ["baris_nol"]
    assert open_(one(price, events=volumes[:2])) == ["baris_nol", "volume_berbeda"]
    assert open_(one(price, events=[*volumes, confirmed("baris_nol", "0", "L3")])) == []


def test_the_volumes_of_a_whole_bid_are_answered_by_its_total():
    """Without a line the answer is about the bid, whose figure is what it states."""
    price = bid(*(line(name, "11", "900000") for name in NAMES), total="54945000")
    assert open_(one(price, events=[confirmed("volume_berbeda", "54945000")])) == []
    assert open_(one(price, events=[confirmed("volume_berbeda", "54945001")])) != []


@pytest.mark.parametrize("figure", [TOTAL, "0"])
def test_an_empty_bid_is_answered_by_what_it_states_or_by_nought(figure):
    """And its total, which is far from nothing, by itself."""
    empty = tuple(line(name, "10", "0", None) for name in NAMES)
    answers = [confirmed("penawaran_kosong", figure), confirmed("total_jauh", TOTAL)]
    assert open_(one(priced(TOTAL, *empty), events=answers)) == []


def test_an_open_doubt_keeps_a_record_a_draft_and_changes_no_state():
    """Determined is determined; the paper says KONSEP, and why, without the doubt itself."""
    price = bid(line("L2", "10", "0", "0"), total="40000000")
    found = one(price, hps=SMALLER, events=[award()])
    sure = one(price, hps=SMALLER, events=[award(), confirmed("baris_nol", "0", "L2")])

    assert found.state == sure.state == "ditetapkan"
    assert (found.winner, found.prices, found.ranking) == (sure.winner, sure.prices, sure.ranking)
    reason = "isian harga yang pengetikannya belum dikonfirmasi"
    assert reason in markdown(paper(found, BAHP))
    assert "harga satuan nol" not in markdown(paper(found, BAHP))
    assert reason not in markdown(paper(sure, BAHP))


def test_a_doubt_beside_a_judgement_that_is_missing_waits_for_the_judgement():
    """The state follows what else is awaited."""
    price = bid(line("L2", "10", "0", "0"), total="40000000")
    found = one(price, general=())

    assert (found.state, open_(found)) == ("menunggu", ["baris_nol"])


def test_who_fell_by_its_price_alone_is_asked_all_the_same():
    """A zero too many puts a bid above the HPS: a slip of typing may be what it fell by."""
    found = one(bid(line("L2", "10", "9000000", "9000000")))

    assert verdict(found, HARGA) == "gugur"
    assert "harga_berlipat" in open_(found)
    assert told(found)[0][:2] in (("harga_berlipat", "L2"), ("total_jauh", None))


def test_who_has_fallen_raises_none():
    """Wherever else it fell."""
    zero = bid(line("L2", "10", "0", "0"), total="40000000")
    given = package(
        bidder(price=zero), bidder("p2", "50000000"), hps=HPS,
        assessments=failed("evaluasi_teknis", "p1"),
    )  # fmt: skip
    assert (open_(evaluated(given)), told(evaluated(given))) == ([], [])


def test_a_price_that_no_stage_has_opened_raises_none():
    """Two files, technical not judged: nothing of it is told."""
    zero = bid(line("L2", "10", "0", "0"), total="40000000")
    given = package(bidder(price=zero), hps=HPS, envelope=Envelope.DUA_FILE, general=())
    found = evaluated(given)

    assert (open_(found), told(found)) == ([], [])


def test_a_setting_of_the_house_moves_the_line():
    """The day of the tender has a value, and no record of it among the law's."""
    assert one(bid()).law.value("doubt.total_apart_from").value == "0.1"
    assert one(bid(), announced_on=dt.date(2025, 6, 2)).law.value(
        "doubt.total_apart_from"
    ).source == ("setting")


def test_doubts_stand_in_the_order_of_the_participants():
    """Whatever the order of the list."""
    bids = [bidder(name, price=bid(line("L2", "10", "0", "0"), total="40000000"), submitted=True)
            for name in ("p2", "p1")]  # fmt: skip
    bids[0] = evolve(bids[0], price=Sealed(bid(line("L2", "10", "0", "0"), total="41000000")))
    found = evaluated(package(*bids, hps=HPS))

    assert [x.participant for x in found.awaiting if x.needs == "konfirmasi_isian"] == ["p1", "p2"]
