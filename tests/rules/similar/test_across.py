"""Bidders of several tenders: who is who, what joins them, who met whom, what is offered twice."""

import datetime as dt
import json
from fractions import Fraction
from itertools import combinations

import pytest
from attrs import evolve

from tender_engine.formats.canonical import package_digest
from tender_engine.model import Contact, Equipment, FileProperties, Member, Person, Previous
from tender_engine.seals import Sealed
from tender_engine.similarity import Strength
from tender_engine.terms import Envelope, PreviousKind, PropertiesOf
from tender_rules.similar.across.joined import edges_of, groups_of
from tender_rules.similar.across.overview import overview_of
from tender_rules.similar.across.overview_writing import MOST_PAIRS, overview_dict
from tender_rules.similar.finding import kinds_called, similarities_of
from tender_rules.stages.skp import PackagesRun
from tests.builders import ADMINISTRASI, KUALIFIKASI, asked, at, bidder, evaluated, known, package
from tests.happenings import award, deadline
from tests.rules.similar.tenders import determined, given, overview
from tests.rules.similar.test_identity import bonded
from tests.rules.similar.test_opened import BIDS, tender

OLD, NEW, OTHER = "01.234.567.8-901.000", "0012345678901000", "0098765432109000"
NIK = "3174010203040005"


def called(name, id="p1", **more):  # noqa: A002
    """A bidder of this name, of which nothing else is known but `more`."""
    return evolve(bidder(id), name=name, **more)


def ids(*packages):
    """Each bidder with all of its bids."""
    who = overview(*packages).who
    return {name: one.bids for name, one in who.bidders.items()}


def joined(*packages):
    """The pairs that anything joins, and by what."""
    found = [met for met in overview(*packages).pairs if met.edge is not None]
    return {met.bidders: (*met.edge.strong, *met.edge.weak) for met in found}


def kinds(*packages):
    return {fact.kind for fact in overview(*packages).similarities}


def one_of(**more):
    """A tender of one bidder that has `more`."""
    return package(called("PT Satu", **more))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (OLD, NEW, True),
        (OLD, f"{NEW}000123", True),
        (OLD, "0012345678901001", False),
        ("01.2**.***.*-***.000", "01.2**.***.*-***.000", False),
        (None, None, False),
    ],
)
def test_a_whole_number_tells_who_bids_again_and_a_name_does_not(first, second, same):
    found = ids(one_of(npwp=first), one_of(npwp=second))

    assert found == (
        {"1/p1": ((1, "p1"), (2, "p1"))} if same else {"1/p1": ((1, "p1"),), "2/p1": ((2, "p1"),)}
    )


def test_a_kso_is_known_by_all_of_its_members():
    """In any order; its leader alone is another bidder, and shares a number with it."""
    lead, partner = Member("a", "PT A", npwp=OLD), Member("b", "PT B", npwp=OTHER)
    agreed = {ADMINISTRASI: known(kso_agreement=True)}
    joint = package(called("KSO", members=(lead, partner), facts=agreed))
    again = package(called("KSO", members=(evolve(partner, id="x"), lead), facts=agreed))
    alone = one_of(npwp=NEW)

    assert ids(joint, again, alone) == {
        "1/p1": ((1, "p1"), (2, "p1")),
        "3/p1": ((3, "p1"),),
    }
    assert joined(joint, alone) == {("1/p1", "2/p1"): ("npwp",)}


def test_a_number_of_two_bidders_of_one_tender_tells_nobody():
    """All three stand for themselves, and share it."""
    twice = package(called("PT Satu", npwp=OLD), called("PT Dua", "p2", npwp=OLD))
    once = package(called("PT Tiga", npwp=OLD))

    assert len(ids(twice, once)) == 3
    assert {*joined(twice, once).values()} == {("npwp",)}


PHONE = {"contact": Contact(phone=("0812 3456 7890",))}
HOME = {"address": "Jalan Melati 5"}


@pytest.mark.parametrize(
    ("shared", "by"),
    [
        ({"officers": (Person("Budi", nik=NIK),)}, ("nik",)),
        (PHONE, None),
        (PHONE | HOME, ("alamat", "telepon")),
        ({"contact": Contact(phone=("0812 3456 7890", "0812 3456 7891"))}, None),
    ],
)
def test_a_strong_fact_joins_and_so_do_two_weak_ones_of_different_kind(shared, by):
    """Across tenders; one weak fact alone does not, and neither do two of one kind."""
    found = joined(one_of(**shared), package(called("PT Dua", **shared)))

    assert found == ({("1/p1", "2/p1"): by} if by else {})


@pytest.mark.parametrize(("count", "pairs"), [(5, 10), (6, 0)])
def test_what_many_share_joins_nobody(count, pairs):
    """Five may share a weak value (`similar.weak_shared_most`), six of a building do not join."""
    bidders = [called(f"PT Nama {n}", f"p{n}", **PHONE, **HOME) for n in range(count)]

    assert len(joined(package(*bidders))) == pairs
    assert {"alamat", "telepon"} <= kinds(package(*bidders))


ENGINEER = {"key_personnel": (Person("Ani", nik=NIK),)}
MACHINE = {"equipment": (Equipment("a1", "Ekskavator", serial="KMT-001"),)}


def later(first, *, days):
    """A tender of PT Dua so many days after 12 May, the day of the bids of the other."""
    when = evolve(bidder("p1").submitted, penawaran=at(12) + dt.timedelta(days))
    return package(called("PT Dua", submitted=when, **first))


def valid_for(days):
    return {"facts": {ADMINISTRASI: known(bid_validity_days=days)}}


@pytest.mark.parametrize(("offered", "kind"), [(ENGINEER, "nik"), (MACHINE, "nomor_seri")])
@pytest.mark.parametrize(("days", "at_once"), [(30, True), (31, False)])
def test_people_and_machines_join_two_tenders_only_while_both_bids_hold(
    offered, kind, days, at_once
):
    """Valid for 30 days, the first holds on the thirtieth and not on the day after."""
    first = one_of(**offered, **valid_for(30))

    assert joined(first, later(offered, days=days)) == (
        {("1/p1", "2/p1"): (kind,)} if at_once else {}
    )
    assert kind in kinds(first, later(offered, days=days))


@pytest.mark.parametrize("bid", [True, False])
def test_people_join_two_bidders_of_one_tender(bid):
    """Whether they have bid yet or were only registered."""
    both = [evolve(bidder(name, submitted=bid), name=name, **ENGINEER) for name in ("p1", "p2")]

    assert joined(package(*both)) == {("p1", "p2"): ("nik",)}


def test_bonds_follow_each_other_within_one_tender_alone():
    """An issuer gives its next number to whoever asks next."""
    one, other = (bonded(f"BG-007{n}")["facts"] for n in (1, 2))
    first, second = called("PT Satu", facts=one), called("PT Dua", "p2", facts=other)

    assert "nomor_jaminan_berurutan" in kinds(package(first, second))
    assert "nomor_jaminan_berurutan" not in kinds(package(first), package(second))


@pytest.mark.parametrize(
    ("events", "days", "at_once"),
    [
        ((), 0, True),
        ((), 1, False),
        ((award("p1"),), 8 + 90, True),
        ((award("p1"),), 8 + 91, False),
        ((award("p2"),), 8, True),
        ((award("p2"),), 9, False),
    ],
)
def test_what_one_offers_in_packages_at_once(events, days, at_once):
    """Until the award on the 20th, eight days on; the winner's 90 days of work go on from there.

    Where neither an award nor the validity is known a bid holds on its own day.
    """
    mine = {"npwp": OLD, "facts": {ADMINISTRASI: known(completion_days=90)}}
    first = package(called("PT Satu", **ENGINEER, **mine), called("PT Lain", "p2"), events=events)
    found = [
        fact
        for fact in overview(first, later(ENGINEER | {"npwp": OLD}, days=days)).similarities
        if fact.kind == "nik_bersamaan"
    ]

    assert [(fact.participants, fact.count, fact.compared) for fact in found] == (
        [(("1/p1",), 1, 1)] if at_once else []
    )
    assert all(NIK not in str(fact.facts) for fact in found)


def test_what_is_offered_in_the_same_packages_is_one_fact():
    """Two of three people are in both; the packages are told once, with their days."""

    def naming(*niks):
        people = tuple(Person(f"Ahli {nik}", nik=nik) for nik in niks)
        return package(called("PT Satu", npwp=OLD, key_personnel=people))

    facts = overview(naming("001", "002"), naming("001", "002", "003")).similarities
    (found,) = [fact for fact in facts if fact.kind == "nik_bersamaan"]

    assert (found.count, found.compared) == (2, 3)
    assert found.facts["paket"] == "1 (2022-05-12/2022-05-12); 2 (2022-05-12/2022-05-12)"


def skp(running, day, **more):
    """A tender that asks SKP, its bid by a small business handed in on `day`."""
    facts = {
        KUALIFIKASI: known(skp=PackagesRun(running)),
        ADMINISTRASI: known(bid_validity_days=60),
    }
    who = called("PT Satu", npwp=OLD, named={"business_size": "kecil"}, facts=facts)
    when = evolve(who.submitted, penawaran=at(day))
    return package(evolve(who, submitted=when), asks=asked(KUALIFIKASI, skp=True), **more)


@pytest.mark.parametrize(
    ("running", "day", "left"), [(4, 12, "0"), (3, 12, None), (4, 21, None), (5, 12, None)]
)
def test_skp_is_counted_over_the_packages_given(running, day, left):
    """KP 5 less four that run less one that was won since on the 20th is none.

    With three one is left; a bid of the 21st could count what was won; five had nothing left.
    """
    won = skp(0, 12, events=(award("p1"),))
    facts = overview(won, skp(running, day)).similarities
    found = [fact.facts for fact in facts if fact.kind == "skp_terhitung"]

    assert [(fact["skp"], fact["paket"], fact["dimenangkan"]) for fact in found] == (
        [(left, "2", "1")] if left is not None else []
    )


def test_who_met_whom_at_which_ranks_how_far_apart_and_who_won():
    """1.100 is 10 percent above 1.000; p3 was there once, and nothing joins it to anybody."""

    def met_in(one, two, *more, winner):
        bids = (
            evolve(bidder("p1", one), npwp=OLD),
            evolve(bidder("p2", two), npwp=OTHER),
            *more,
        )
        return determined(*bids, winner=winner)

    third = bidder("p3", "1200000000")
    (met,) = overview(
        met_in("1000000000", "1100000000", third, winner="p1"),
        met_in("1100000000", "1050000000", winner="p2"),
    ).pairs

    assert (met.bidders, met.won, met.edge) == (("1/p1", "1/p2"), (1, 1), None)
    assert [(each.ranks, each.distance, each.winner) for each in met.encounters] == [
        ((1, 2), Fraction(1, 10), "1/p1"),
        ((2, 1), Fraction(1, 21), "1/p2"),
    ]


def test_a_price_that_was_not_opened_has_no_distance_and_no_file_of_it_says_anything():
    """In two files nobody has opened a price: neither the price nor what its file says enters."""
    made = FileProperties("harga", PropertiesOf.PRICE, author="Rudi H", company="Toko Z")
    files = {"file_metadata": (Sealed(made),)}

    def filed(**terms):
        bids = (called("PT Satu", npwp=OLD, **files), called("PT Dua", "p2", npwp=OTHER, **files))
        return package(*bids, **terms)

    sealed = {"envelope": Envelope.DUA_FILE}
    opened, closed = (
        overview(filed(**more), filed(**more, fiscal_year="2023")) for more in ({}, sealed)
    )

    assert {"penulis_berkas", "perusahaan_berkas"} <= {one.kind for one in opened.similarities}
    assert not closed.similarities
    assert [each.distance for met in closed.pairs for each in met.encounters] == [None, None]
    assert "Rudi" not in json.dumps(overview_dict(closed))


def test_prices_are_compared_inside_one_tender_alone():
    """What would be a copy in one tender is nothing in two."""
    together = overview(tender(*BIDS), one_of())
    apart = overview(*(tender(bid) for bid in BIDS))

    assert {fact.facts["paket"] for fact in together.similarities} == {"1"}
    assert ("1/p1", "1/p2") in {fact.participants for fact in together.similarities}
    assert {fact.kind for fact in apart.similarities} <= {"rasio_hps"}


def test_who_hangs_together_and_who_all_with_all():
    """A triangle with a tail, and two by themselves."""
    pairs = [("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("x", "y")]
    edges = edges_of((pair, Strength.KUAT, "nik") for pair in pairs)
    groups = groups_of(edges, overview(one_of()).ask)

    assert [(group.bidders, group.edges, group.cliques) for group in groups] == [
        (("a", "b", "c", "d"), 4, (("a", "b", "c"),)),
        (("x", "y"), 1, ()),
    ]


@pytest.mark.parametrize(("bidders", "looked"), [(40, True), (41, False)])
def test_in_a_large_group_nobody_looks_for_cliques(bidders, looked):
    """Forty in a row (`similar.clique_within`)."""
    edges = edges_of(((f"p{n}", f"p{n + 1}"), Strength.KUAT, "nik") for n in range(1, bidders))
    (group,) = groups_of(edges, overview(one_of()).ask)

    assert (len(group.bidders), group.cliques) == (bidders, () if looked else None)


def test_cliques_that_are_not_told_or_not_looked_through_are_marked():
    """In threes, of which nobody knows another: 3^8 sets of eight, 3^9 of nine are too many."""

    def group(threes):
        names = [(f"p{three}a", f"p{three}b", f"p{three}c") for three in range(threes)]
        pairs = [(a, b) for x, y in combinations(names, 2) for a in x for b in y]
        (made,) = groups_of(
            edges_of((pair, Strength.KUAT, "nik") for pair in pairs), overview(one_of()).ask
        )
        return made

    whole, cut = group(8), group(9)

    assert (len(whole.cliques), whole.cliques_left_out, whole.cliques_all) == (20, 6561 - 20, True)
    assert (len(cut.cliques), cut.cliques_left_out, cut.cliques_all) == (20, 9_980, False)


def test_a_tender_and_its_repeat_are_one_occasion_to_meet():
    """Both are looked at, and of both together the two have met once."""
    first = determined(called("PT Satu", npwp=OLD), called("PT Dua", "p2", npwp=OTHER))
    (made,) = given(first)
    anew = Previous(PreviousKind.TENDER_ULANG, package_digest(made.evaluation.given), "gagal")
    second = evolve(first, previous=anew, tender=evolve(first.tender, round=2))
    again = evolve(made, n=2, evaluation=evaluated(second))
    third = evolve(given(first, first)[1], n=3)
    once, apart = overview_of([made, again]), overview_of([made, again, third])
    answer = overview_dict(apart)

    assert [one.n for one in once.tenders] == [1, 2]
    assert once.pairs == ()
    assert [(met["together"], len(met["encounters"])) for met in answer["pairs"]] == [(2, 3)]
    assert answer["repeats"] == [{"n": 2, "of": 1, "kind": "tender_ulang"}]


def test_a_copy_and_what_was_evaluated_anew_count_once():
    """The first of two copies, and the later evaluation of the same bids."""
    first = determined(called("PT Satu", npwp=OLD), called("PT Dua", "p2", npwp=OTHER))
    (made,) = given(first)
    anew = Previous(PreviousKind.EVALUASI_ULANG, package_digest(made.evaluation.given), "sanggah")
    again = evolve(made, n=2, evaluation=evaluated(evolve(made.evaluation.given, previous=anew)))
    copied = overview_of([made, evolve(made, n=2)])
    found = overview_of([made, again])

    assert [(n, gone.n, str(gone.why)) for n, gone in copied.left_out.items()] == [
        (2, 1, "salinan")
    ]
    assert [(n, gone.n, str(gone.why)) for n, gone in found.left_out.items()] == [
        (1, 2, "evaluasi_ulang")
    ]
    assert [one.n for one in copied.tenders] == [1]
    assert {*found.who.bidders} == {"2/p1", "2/p2"}


def test_of_one_tender_the_facts_are_those_that_an_evaluation_tells():
    """Under the names of its own participants."""
    shared = PHONE | {"officers": (Person("Budi", nik=NIK),)}
    both = package(called("PT Satu", **shared), called("PT Dua", "p2", **shared))

    assert list(overview(both).similarities) == similarities_of(evaluated(both)) != []


def test_a_hundred_identical_bidders_are_told_in_a_megabyte():
    """Each of them is joined to each; of five thousand pairs a thousand are told."""
    everything = {"npwp": NEW, "officers": (Person("Budi", nik=NIK),), **PHONE, **HOME}
    bidders = [evolve(bidder(f"p{n}"), name=f"Nama {n}", **everything) for n in range(1, 101)]
    answer = overview_dict(overview(package(*bidders)))

    assert (len(answer["pairs"]), answer["pairs_left_out"]) == (MOST_PAIRS, 4950 - MOST_PAIRS)
    assert answer["groups"][0]["edges"] == 4950
    assert len(json.dumps(answer, indent=2)) < 1_000_000


def test_every_kind_has_its_words():
    """Those that only several tenders show as well."""
    assert {"nik_bersamaan", "sertifikat_bersamaan", "nomor_seri_bersamaan", "skp_terhitung"} <= {
        *kinds_called()
    }


def test_no_deadline_is_needed():
    """A bid without a time handed in nothing, and meets nobody."""
    absent = bidder("p2", submitted=False)

    assert overview(package(bidder("p1"), absent, events=(deadline(),))).pairs == ()
