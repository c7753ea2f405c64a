"""Two evaluations side by side: what differs, what it comes from, and what is never told."""

import datetime as dt
import json
from decimal import Decimal

import attrs
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.changes import Change, paired
from tender_engine.clarified import FairnessAnalysis
from tender_engine.comparing import compare
from tender_engine.evaluation import PriceResult
from tender_engine.events import ReverseAuction
from tender_engine.formats.comparison import comparison_dict
from tender_engine.model import Facts, FileProperties, Regulation
from tender_engine.places import Secret
from tender_engine.seals import Sealed
from tender_engine.terms import Contract, PropertiesOf
from tender_rules.testing import packages, procurements
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    TEKNIS,
    at,
    bidder,
    evaluated,
    failed,
    known,
    line,
    package,
    priced,
    with_participant,
)
from tests.clarified import by_parts, part
from tests.cli.dossiers import SEALED, consultants, two_files
from tests.happenings import award, price_opening
from tests.tries import tries

VALID_FOR_90 = evolve(package().tender.asks(ADMINISTRASI), named={"bid_validity_days": 90})


def compared(one, other):
    """The comparison of the evaluations of two packages."""
    return compare(evaluated(one), evaluated(other))


def pairs(found):
    """Changes as tuples."""
    return [(change.name, change.before, change.after) for change in found]


def two_bids(**more):
    """p1 at 1.1 and p2 at 1.0 thousand million; the lower one wins."""
    return package(bidder("p1", "1100000000"), bidder("p2", "1000000000"), **more)


def test_the_outcome_that_differs():
    """p2 falls at the technical evaluation, so p1 wins, without reserves, and is talked with."""
    found = compared(two_bids(), two_bids(assessments=failed(TEKNIS, "p2")))

    assert pairs(found.outcome) == [
        ("winner", "p2", "p1"),
        ("reserves", ("p1",), ()),
        ("next", "reverse_auction", "negosiasi"),
    ]
    assert (found.verdicts[0].stage, found.verdicts[0].participant) == (TEKNIS, "p2")
    assert (found.verdicts[0].before.verdict, found.verdicts[0].after.verdict) == ("lulus", "gugur")
    assert [c.name for c in found.verdicts[0].findings] == ["technical.criteria"]
    later = [(c.stage, c.after) for c in found.verdicts if c.participant == "p2"][1:]
    assert later
    assert {after for _, after in later} == {None}
    assert not found.same


def test_the_ground_of_a_failure_and_what_follows_differ():
    """Nobody is left: Pasal 51 ayat (2) huruf c."""
    found = compared(two_bids(), two_bids(assessments=failed(TEKNIS, "p1", "p2")))
    outcome = {change.name: (change.before, change.after) for change in found.outcome}

    assert outcome["result"] == ("pemenang", "gagal")
    assert outcome["failure"] == (None, "perpres-16-2018:51(2)c")
    assert outcome["next"] == ("reverse_auction", "tender_ulang")


def test_a_reason_alone_is_kept_apart():
    """The same verdict under another note."""
    note = "Diminta satu; ditawarkan nol"
    first = two_bids(assessments=failed(TEKNIS, "p2"))
    found = compared(first, two_bids(assessments=failed(TEKNIS, "p2", note=note)))

    assert found.verdicts == ()
    assert [(c.stage, c.participant) for c in found.reasons] == [(TEKNIS, "p2")]
    assert note in found.reasons[0].after.reason
    assert pairs(found.package) == [
        (
            f"assessments[{TEKNIS} p2 m1 m2 m3].note",
            "Diminta bukti kepemilikan; tidak ada bukti yang disampaikan",
            note,
        )
    ]


def with_lines(quantity, unit_price):
    """One bid with lines; L2 is 20 x 5.000.000 and the total is stated as for 100 x 9.000.000."""
    lines = (line("L1", quantity, unit_price), line("L2", "20", "5000000"))
    return package(bidder("p1", price=priced("1110000000", *lines)))


def test_amounts_and_corrections_that_differ():
    """By hand: (100 x 9.100.000 + 100.000.000) x 1,11 = 1.121.100.000, of 1.221.000.000 91,8182 %.

    Before, (900.000.000 + 100.000.000) x 1,11 = 1.110.000.000 as stated: 90,9091 %, no correction.
    """
    found = compared(with_lines("100", "9000000"), with_lines("100", "9100000"))
    (price,) = found.prices

    assert pairs(price.amounts) == [
        ("corrected_total", Decimal(1110000000), Decimal(1121100000)),
        ("final_total", Decimal(1110000000), Decimal(1121100000)),
        ("percent_of_hps", Decimal("90.9091"), Decimal("91.8182")),
        ("performance_bond", Decimal(55500000), Decimal(56055000)),
    ]
    (made,) = price.corrections
    assert made.before is None
    assert (made.after.rule, made.after.effect) == ("correction.sum", Decimal(11100000))
    assert pairs(found.package) == [
        ("participants[p1].price.lines[L1].amount", "900000000", "910000000"),
        ("participants[p1].price.lines[L1].unit_price", "9000000", "9100000"),
    ]
    (rank,) = found.ranking
    assert (rank.before.figure, rank.after.figure) == (Decimal(1110000000), Decimal(1121100000))


def test_every_amount_of_a_price_is_compared():
    """Whatever the engine comes to fill in."""
    before = evaluated(package())
    fields = {f.name for f in attrs.fields(PriceResult)} - {"participant", "corrections"}
    for name in fields:
        price = evolve(before.prices[0], **{name: Decimal("12.5")})
        found = compare(before, evolve(before, prices=(price,)))

        assert [change.name for change in found.prices[0].amounts] == [name]


def test_scores_that_differ_are_exact():
    """The technical score of p2 is 92 instead of 91; one in eighty percent of it is 0,8."""
    scores = {"p1": "83", "p2": "92", "p3": "88", "p4": "60"}
    found = compared(consultants(price_opening()), consultants(price_opening(), scores=scores))
    (made,) = found.scores

    assert made.participant == "p2"
    assert [c.name for c in made.scores] == ["technical", "combined"]
    assert (made.scores[0].before, made.scores[0].after) == (91, 92)
    assert made.scores[1].after - made.scores[1].before == Decimal("0.8")


def test_what_is_awaited_differs():
    """An unknown fact is asked for on one side only."""
    terms = {
        "asks": {
            ADMINISTRASI: evolve(
                package().tender.asks(ADMINISTRASI), named={"bid_validity_days": 90}
            )
        }
    }
    known = package(bidder(facts={ADMINISTRASI: {"bid_validity_days": 90}}), **terms)
    found = compared(known, package(bidder(), **terms))

    assert [(c.before, c.after.needs) for c in found.awaiting] == [(None, "fakta")]
    assert pairs(found.package) == [
        ("participants[p1].facts.evaluasi_administrasi.bid_validity_days", 90, None)
    ]


RENAMED = dt.date(2021, 2, 2)


def under(given, day=None, overlays=()):
    """A package as if announced on `day`, under local standards."""
    regulation = Regulation(overlays=overlays) if overlays else None
    day = day or given.tender.announced_on
    contract = given.tender.contract
    if contract in (Contract.TERIMA_JADI, Contract.PUTAR_KUNCI):  # as it is called on the day
        contract = Contract.PUTAR_KUNCI if day >= RENAMED else Contract.TERIMA_JADI
    tender = evolve(given.tender, announced_on=day, regulation=regulation, contract=contract)
    return evolve(given, tender=tender)


def test_values_of_the_law_that_were_used_and_differ():
    """The local standard calls everybody to the proof: rank four too, who was left alone."""
    given = package(*(bidder(f"p{n}", f"{1100 + n}000000") for n in range(1, 5)))
    found = compared(given, under(given, overlays=("pasuruan-2022",)))
    (value,) = found.values

    assert value.name == "proof.scope"
    assert (value.before.set_by, value.after.set_by) == ("nasional", "pasuruan-2022")
    assert (value.before.value, value.after.value) == (
        "calon_pemenang_dan_cadangan",
        "semua_lulus_harga",
    )
    assert pairs(found.regulation) == [("overlays", None, ("pasuruan-2022",))]
    assert [
        (c.participant, str(c.before.verdict), str(c.after.verdict)) for c in found.verdicts
    ] == [("p4", "tidak_dievaluasi", "lulus")]


def test_the_mark_of_a_value_is_a_difference():
    """Read in the text of 2018, and carried on after an amendment that was not read."""
    days = (dt.date(2021, 2, 1), dt.date(2021, 2, 2))
    found = compared(*(under(package(), day) for day in days))
    by_name = {change.name: change for change in found.values}
    award, ceiling = by_name["award.pokja_up_to"], by_name["price.ceiling_share"]

    assert (str(award.before.source), str(award.after.source)) == ("text", "secondary")
    assert (ceiling.before.article, ceiling.after.article) == (
        "Pasal 26 ayat (5) huruf b",
        "Pasal 26 ayat (4) huruf b",
    )
    assert pairs(found.regulation) == [
        ("rulebook", "perpres-16-2018", "perpres-16-2018-jo-12-2021")
    ]
    assert found.outcome == found.verdicts == found.reasons == found.prices == ()


def test_a_finding_that_only_reads_otherwise_is_no_cause():
    """The criterion is met on both days; the validity is what makes the verdict another."""
    asks = {ADMINISTRASI: VALID_FOR_90}
    one, other = (
        package(bidder(facts={ADMINISTRASI: {"bid_validity_days": days}}), asks=asks)
        for days in (90, 89)
    )
    found = compared(under(one, dt.date(2021, 2, 1)), under(other, dt.date(2021, 2, 2)))

    assert len(evaluated(one).stage(ADMINISTRASI).verdicts[0].findings) > 1
    assert found.verdicts[0].stage == ADMINISTRASI
    assert [change.name for change in found.verdicts[0].findings] == ["administration.bid_validity"]


def test_a_value_that_neither_used_is_left_out():
    """The weights of a Seleksi differ between these days too, and no Tender asks for them."""
    days = (dt.date(2021, 6, 1), dt.date(2021, 6, 2))
    found = compared(*(under(package(), day) for day in days))

    assert "proof.scope" in {change.name for change in found.values}
    assert not [change.name for change in found.values if change.name.startswith("weights.")]


def test_entries_are_matched_by_id_and_by_what_they_are_about():
    """A participant that came, an event that went; their order means nothing."""
    one = two_bids(events=[award("p2", "p1")])
    other = package(bidder("p3", "1050000000"), *reversed(two_bids().participants))
    changes = {change.name: change for change in compared(one, other).package}

    assert changes.keys() == {
        "events[penetapan pemilihan]",
        "participants[p3]",
        "participants[p3].price",
    }
    assert changes["events[penetapan pemilihan]"].before["winner"] == "p2"
    assert changes["participants[p3]"].after["name"] == "CV p3 Contoh"
    assert "price" not in changes["participants[p3]"].after
    assert changes["participants[p3].price"].after["stated_total"] == "1050000000"


def test_what_is_absent_is_not_what_is_empty():
    """Unknown and known to be none are two things, and so are two digests."""
    one = with_participant(package(), "p1", officers=None)
    found = compared(one, with_participant(package(), "p1", officers=()))

    assert pairs(found.package) == [("participants[p1].officers", None, [])]


def test_what_is_carried_along_is_one_value():
    """Nobody knows what the order of its lists means."""
    one = evolve(package(), extensions={"x": [{"id": "b"}, {"id": "a"}]})
    other = evolve(package(), extensions={"x": [{"id": "a"}, {"id": "b"}]})

    assert pairs(compared(one, other).package) == [("extensions", one.extensions, other.extensions)]


def test_items_of_one_name_are_paired_only_as_many_on_both_sides():
    """What has its twin is left out; of three and one left, each came or went by itself."""
    name = lambda item: item[0]  # noqa: E731

    assert list(paired(["a1", "a2", "b1"], ["b1", "a2", "a3"], name)) == [Change("a", "a1", "a3")]
    assert list(paired(["a1", "a2"], ["a3"], name)) == [
        Change("a", "a1", None),
        Change("a", "a2", None),
        Change("a", None, "a3"),
    ]


def told(found):
    """Everything that a comparison says, as text."""
    return json.dumps(comparison_dict(found)) + repr(found)


def test_a_sealed_price_is_told_by_nothing_of_it():
    """In two files before the opening: that p2 asks another price, and no more."""
    one = two_files(priced_at="1100000000")
    other = with_participant(one, "p2", price=bidder(total="876543219").price)
    found = compared(one, other)

    assert pairs(found.package) == [("participants[p2].price", Secret.SEALED, Secret.SEALED)]
    assert SEALED not in told(found)
    assert "876543219" not in told(found)
    assert comparison_dict(found)["package"] == [
        {"path": "participants[p2].price", "from": None, "to": None, "sealed": ["from", "to"]}
    ]


def test_what_an_unopened_price_file_says_of_itself_is_told_by_nothing():
    """Its properties are sealed with the price; those of another file are told."""
    files = [
        [FileProperties("harga.xlsx", PropertiesOf.PRICE, author=who) for who in ("Ani", "Beni")],
        [FileProperties("surat.pdf", PropertiesOf.OTHER, author=who) for who in ("Citra", "Dedi")],
    ]
    both = [
        with_participant(two_files(), "p2", file_metadata=(Sealed(price), other))
        for price, other in zip(*files, strict=True)
    ]
    found = compared(*both)

    assert pairs(found.package) == [
        ("participants[p2].file_metadata", Secret.SEALED, Secret.SEALED),
        ("participants[p2].file_metadata[surat.pdf other].author", "Citra", "Dedi"),
    ]
    assert "Ani" not in told(found)
    assert "Beni" not in told(found)


def test_a_price_that_one_side_opened_is_told_whole_on_that_side():
    """Which part of the sealed one differs would tell the rest of it."""
    opened = two_files(price_opening(), priced_at="1100000000")
    sealed = with_participant(
        two_files(priced_at="1100000000"), "p1", price=bidder(total="876543219").price
    )
    found = compared(opened, sealed)
    places = {change.name: (change.before, change.after) for change in found.package}

    assert places["participants[p1].price"] == (
        {
            "stated_total": "1100000000",
            "vat_percent": "11",
            "corrected_total": "1100000000",
            "corrected_by": "spse",
        },
        Secret.SEALED,
    )
    assert "876543219" not in told(found)
    stated = found.prices[0].amounts[0]
    assert (stated.name, stated.before, stated.after) == ("stated_total", 1100000000, None)


def test_a_price_that_came_sealed_with_its_bidder_is_not_told():
    """Not with the entry of the participant either."""
    one = two_files()
    other = evolve(one, participants=(*one.participants, bidder("p3", "876543219")))
    found = compared(one, other)

    assert {change.name for change in found.package} == {
        "participants[p3]",
        "participants[p3].price",
    }
    assert "876543219" not in told(found)


ANALYSIS = FairnessAnalysis((by_parts("L1", part("a", "876543219")),))


def test_what_was_clarified_about_a_sealed_price_is_sealed_with_it():
    """An analysis tells what the price is made of."""
    one = two_files(priced_at="1100000000")
    facts = {HARGA: Facts(kewajaran_harga=Sealed(ANALYSIS))}
    found = compared(one, with_participant(one, "p2", facts=facts))

    place = "participants[p2].facts.evaluasi_harga.kewajaran_harga"
    assert pairs(found.package) == [(place, None, Secret.SEALED)]
    assert "876543219" not in told(found)


def test_what_was_clarified_about_an_open_price_is_told_place_by_place():
    """A line came; the price itself is the same."""
    facts = {HARGA: {"kewajaran_harga": Sealed(ANALYSIS)}}
    found = compared(package(bidder()), package(bidder(facts=facts)))

    assert [change.name for change in found.package] == [
        "participants[p1].facts.evaluasi_harga.kewajaran_harga.lines[L1]"
    ]


def test_what_an_auction_says_of_a_sealed_price_is_not_told():
    """Nobody has opened p2, whatever the event says."""
    decided = [
        ReverseAuction(at(20), False, "Dua penawaran", {"p2": Decimal(n)}) for n in (7654321, 5)
    ]
    base = evaluated(two_files(priced_at="1100000000"))
    # No reader lets such an event through.
    given = (evolve(base.given, events=(*base.given.events, event)) for event in decided)
    found = compare(*(evolve(base, package=changed) for changed in given))

    assert [change.before for change in found.package] == [Secret.SEALED]
    assert "7654321" not in told(found)


def swapped(found):
    """The same with both sides of everything exchanged."""
    if isinstance(found, tuple):
        return tuple(map(swapped, found))
    if not attrs.has(type(found)):
        return found
    names = {field.name for field in attrs.fields(type(found))}
    parts = {name: getattr(found, name) for name in names}
    if "before" in names and "rule" not in names:  # a correction has its own from and to
        parts |= {"before": found.after, "after": found.before}
    inner = names - {"before", "after"}
    return type(found)(**parts | {name: swapped(parts[name]) for name in inner})


ANY = st.one_of(packages(bidders=(0, 3)), procurements(bidders=(0, 3)))


@given(ANY, ANY)
@tries(12)
def test_the_other_way_round_says_the_same_with_sides_exchanged(one, other):
    """Unconditional, of whatever two packages."""
    before, after = evaluated(one), evaluated(other)

    assert compare(after, before) == swapped(compare(before, after))


@given(ANY)
@tries(12)
def test_a_package_compared_with_itself_differs_in_nothing(one):
    """Unconditional, and the answer says so."""
    found = compare(evaluated(one), evaluated(one))

    assert found.same
    assert not any(value for key, value in comparison_dict(found).items() if key != "same")


@given(ANY, st.sampled_from(["2018-06-01", "2021-02-02", "2024-06-01", "2025-06-01"]))
@tries(10)
def test_what_differs_in_a_sealed_price_never_shows(one, day):
    """The comparison knows a price if and only if an evaluation opened it."""
    if one.tender.contract in (Contract.TERIMA_JADI, Contract.PUTAR_KUNCI):
        one = evolve(one, tender=evolve(one.tender, contract=Contract.LUMSUM))  # each has its days
    before, after = evaluated(one), evaluated(under(one, dt.date.fromisoformat(day)))
    found = compare(before, after)
    known = {price.participant for e in (before, after) for price in e.prices}

    assert {change.participant for change in found.prices} <= known


def test_facts_are_compared_member_by_member():
    """A path goes through as many lists as there are."""
    clean, listed = ({ADMINISTRASI: known(kso_agreement=value)} for value in (True, False))
    one = with_participant(package(), "p1", facts=clean)
    found = compared(one, with_participant(package(), "p1", facts=listed))

    assert ("participants[p1].facts.evaluasi_administrasi.kso_agreement", True, False) in pairs(
        found.package
    )
