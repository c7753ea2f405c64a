"""The national rulebook: which law applies when, what may be changed, and its digest."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.faults import PackageRefusedError
from tender_engine.findings import Source
from tender_engine.law import LawError
from tender_engine.model import DocumentValue, Regulation
from tender_rules import national
from tender_rules.manifest import manifest_of
from tests.builders import bidder, codes, evaluated, hps, hps_line, line, package, priced

BOOK = national()
REGIMES = [
    ("2018-03-22", "perpres-16-2018"),
    ("2021-02-01", "perpres-16-2018"),
    ("2021-02-02", "perpres-16-2018-jo-12-2021"),
    ("2025-04-29", "perpres-16-2018-jo-12-2021"),
    ("2025-04-30", "perpres-16-2018-jo-46-2025"),
]


@pytest.mark.parametrize(("day", "regime"), REGIMES)
def test_the_announcement_chooses_the_law(day, regime):
    """LN 2018/33 from 22 March 2018, 12/2021 from 2 February 2021, 46/2025 from 30 April 2025."""
    evaluation = evaluated(package(announced_on=dt.date.fromisoformat(day)))

    assert evaluation.law.regime.id == regime
    assert ("REZIM_BELUM_DIBACA" in codes(evaluation)) == (regime.endswith("2025"))


def test_before_the_first_regulation_there_is_none():
    """21 March 2018: Perpres 54/2010 was never read here."""
    day = dt.date(2018, 3, 21)
    with pytest.raises(LawError):
        BOOK.regime_on(day)
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(announced_on=day))

    assert "ATR004" in {fault.code for fault in refused.value.faults}


# PPN on a share of the price begins with PMK 131/2024.
YOUNGER = {
    "schedule.announcement_least",
    "schedule.award_after_proof",
    "schedule.explanation_after",
    "schedule.upload_least",
    "segment.small_up_to",
    "segment.works_medium_up_to",
    "vat.base",
    "vat.rate",
}


def test_every_parameter_has_a_value_on_every_day():
    """From its first text on, mostly the first regime's, there is no hole and no twin."""
    first = {}
    for provision in BOOK.provisions:
        first[provision.param] = min(provision.since, first.get(provision.param, provision.since))
    assert {name for name, day in first.items() if day > min(first.values())} == YOUNGER
    days = {p.since for p in BOOK.provisions} | {dt.date.fromisoformat(d) for d, _ in REGIMES}
    for day in sorted(days):
        assert set(BOOK.law_on(day).values) == {n for n, since in first.items() if since <= day}


# What the regulation says, retyped: the values that decide who wins and who signs.
IN_THE_TEXT = {
    "bond.bid_above": ("10000000000", "Pasal 31 ayat (1)"),
    "bond.bid_least_share": ("0.01", "Pasal 31 ayat (2)"),
    "bond.bid_most_share": ("0.03", "Pasal 31 ayat (2)"),
    "bond.performance_above": ("200000000", "Pasal 33 ayat (1)"),
    "bond.performance_from_share": ("0.8", "Pasal 33 ayat (3)"),
    "bond.performance_share": ("0.05", "Pasal 33 ayat (3)"),
    "price.ceiling_share": ("1", "Pasal 26 ayat (5) huruf b"),
    "award.pokja_up_to": ("100000000000", "Pasal 13 ayat (1) huruf c angka 1"),
    "opening.least_bids": ("1", "Pasal 51 ayat (2) huruf b"),
    "pokja.least_members": ("3", "Pasal 13 ayat (2)"),
}


@pytest.mark.parametrize("param", IN_THE_TEXT)
def test_a_value_is_what_the_regulation_says(param):
    """Perpres 16/2018, read in its own text, in force from its first day and closed to overlays."""
    used = BOOK.law_on(dt.date(2018, 3, 22)).value(param)

    assert (used.value, used.article) == IN_THE_TEXT[param]
    assert (used.instrument, used.source) == ("Perpres 16/2018", "text")
    assert {str(p.local) for p in BOOK.provisions if p.param == param} == {"no"}


def own(param, value):
    """A document that sets one value."""
    return Regulation(values=(DocumentValue(param, value, "LDP K", "ditetapkan dokumen"),))


def refusals(**terms):
    """The codes with which a package is refused."""
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(**terms))
    return [fault.code for fault in refused.value.faults]


def test_a_document_chooses_among_the_readings():
    """PPN by the bid's own rate, and the choice is in the record with its clause."""
    bid = bidder(price=priced("1120", line("L1", "1", "1000"), vat="12"))
    estimate = hps("1200", "11", (hps_line("L1", "1", "1081.081081"),))
    evaluation = evaluated(
        package(bid, hps=estimate, regulation=own("correction.vat_rate", "penawaran"))
    )
    used = next(v for v in evaluation.values if v.param == "correction.vat_rate")

    assert evaluation.price("p1").corrected_total == Decimal(1120)
    assert (used.set_by, used.variant, used.clause) == ("dokumen", "penawaran", "LDP K")


@pytest.mark.parametrize(
    ("param", "value", "code"),
    [
        ("correction.vat_rate", "campuran", "ATR007"),
        ("proof.scope", "siapa_saja", "ATR007"),
        ("price.ceiling_share", "1.1", "ATR007"),
        ("award.pokja_up_to", "200000000000", "ATR007"),
        ("minutes.least_signatures_share", "0.499999", "ATR007"),
        ("minutes.least_signatures_share", "NaN", "ATR007"),
        ("tidak.ada", "1", "ATR006"),
    ],
)
def test_a_document_sets_only_what_is_open(param, value, code):
    """Closed values, unknown readings, the wrong side of a bound, names that do not exist."""
    assert refusals(regulation=own(param, value)) == [code]


@pytest.mark.parametrize("value", ["0.5", "0.500001"])
def test_a_document_may_go_to_the_open_side(value):
    """`only-higher`: the same or more."""
    evaluation = evaluated(package(regulation=own("minutes.least_signatures_share", value)))

    assert evaluation.law.value("minutes.least_signatures_share").value == value


def test_a_value_set_twice_is_an_error():
    """The order of the list would decide."""
    values = own("proof.scope", "semua_lulus_harga").values
    other = own("proof.scope", "calon_pemenang_dan_cadangan").values

    assert refusals(regulation=Regulation(values=values + other)) == ["ATR011"]


def test_an_overlay_must_exist():
    """A local standard that does not ship is refused by name."""
    assert refusals(regulation=Regulation(overlays=("pasuruan-2021",))) == ["ATR005"]


def other(file, ask):
    """Another rule."""


def test_the_digest_is_over_values_rules_regimes_and_edges():
    """Each of them changes it; nothing else does."""
    graph = BOOK.procedures["pascakualifikasi"]
    value, regime, one = BOOK.provisions[0], BOOK.regimes[0], BOOK.rules[0]
    changed = [
        evolve(BOOK, provisions=(evolve(value, value=Decimal(9)), *BOOK.provisions[1:])),
        evolve(BOOK, provisions=(evolve(value, source=Source.TEXT), *BOOK.provisions[1:])),
        evolve(BOOK, provisions=BOOK.provisions[1:]),
        evolve(BOOK, overlays={}),
        evolve(BOOK, regimes=(evolve(regime, since=dt.date(2018, 3, 23)), *BOOK.regimes[1:])),
        evolve(BOOK, amendments=BOOK.amendments[1:]),
        evolve(BOOK, rules=(evolve(one, since=dt.date(2019, 1, 1)), *BOOK.rules[1:])),
        evolve(BOOK, rules=(evolve(one, cites=()), *BOOK.rules[1:])),
        evolve(BOOK, rules=(evolve(one, decide=other), *BOOK.rules[1:])),
        evolve(BOOK, rules=BOOK.rules[1:]),
        evolve(BOOK, procedures={graph.id: evolve(graph, edges=graph.edges[1:])}),
    ]
    digests = [book.described_by(manifest_of(book)).digest for book in changed]

    assert BOOK.digest not in digests
    assert len(set(digests)) == len(digests)


def test_a_rulebook_keeps_no_law_for_every_day_it_was_asked():
    """A server that runs for years holds as much after ten thousand tenders as after some."""
    book, tender = evolve(BOOK), package().tender
    for day in range(600):
        book.law_for(evolve(tender, announced_on=tender.announced_on + dt.timedelta(days=day)))

    assert 0 < len(book._laws) < 300
    assert book.law_for(tender).day == tender.announced_on


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_digest_is_the_same_in_every_process(seed):
    """Whatever the hash seed, and whatever else was imported."""
    program = "from tender_rules import national; print(national().digest)"
    told = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".:rules:cli"},
    )

    assert told.stdout.strip() == BOOK.digest


@pytest.mark.parametrize(
    ("day", "rule", "cited"),
    [
        ("2020-05-30", "award.proposed", ["Model Dokumen Pemilihan"]),
        ("2020-05-31", "award.proposed", ["Model Dokumen Pemilihan", "Permen PUPR 14/2020"]),
        ("2021-06-01", "proof.criteria", ["Perpres 16/2018"]),
        ("2021-06-02", "proof.criteria", ["Peraturan LKPP 12/2021", "Perpres 16/2018"]),
    ],
)
def test_a_text_is_cited_from_the_day_it_was_there(day, rule, cited):
    """A tender of 2019 cites no rule of 2021."""
    law = BOOK.law_on(dt.date.fromisoformat(day))
    (found,) = [each for each in BOOK.rules if each.id == rule]

    assert [citation.instrument for citation in law.cite_all(found.cites)] == cited
