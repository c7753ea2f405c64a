"""What each passage is called from which day on, by the kind of procurement, and what has ended."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import Closing, Extension
from tender_engine.faults import PackageRefusedError
from tender_engine.findings import Citation, Source
from tender_engine.model import Document
from tender_engine.renaming import Bearings
from tender_engine.terms import Category, Contract, Phase, ProcedureName
from tender_rules import national
from tests.amended import AGAIN, AMENDED, BEFORE, BEGUN, ENDED, PERPRES, STILL
from tests.builders import at, bidder, evaluated, line, package, priced

BOOK = national()


def cited(article, day, category=Category.BARANG, instrument="Perpres 16/2018"):
    """A passage as it is called for a tender of `day`, with its mark."""
    tender = Bearings(category, ProcedureName.PASCAKUALIFIKASI, "027/1")
    law = BOOK.law_on(day, tender=tender)
    found = law.cite(Citation(instrument, article, Source.TEXT))
    return f"{found.article} {found.source}"


@pytest.mark.parametrize(("first", "second", "third"), PERPRES)
def test_a_passage_of_perpres_16_2018_on_each_side_of_its_amendments(first, second, third):
    days = (dt.date(2018, 3, 22), BEFORE, AMENDED, STILL, AGAIN)
    called = [cited(f"Pasal {first}", day) for day in days]

    names = (f"{first} text", f"{first} text", second, second, third)
    assert called == [f"Pasal {name}" for name in names]


@pytest.mark.parametrize(
    ("category", "called"),
    [
        (Category.BARANG, "Pasal 27 ayat (1) text"),
        (Category.JASA_LAINNYA, "Pasal 27 ayat (1) text"),
        (Category.PEKERJAAN_KONSTRUKSI, "Pasal 27 ayat (2) text"),
        (Category.JASA_KONSULTANSI_BADAN_USAHA, "Pasal 27 secondary"),
    ],
)
def test_the_kinds_of_contract_are_listed_by_the_kind_of_procurement(category, called):
    """Since 2 February 2021 goods and other services in (1), works in (2), consultants apart."""
    assert cited("Pasal 27 ayat (1)", AMENDED, category) == called
    assert cited("Pasal 27 ayat (1)", BEFORE, category) == "Pasal 27 ayat (1) text"


@pytest.mark.parametrize(
    ("day", "article", "source"),
    [
        (dt.date(2018, 3, 22), "Pasal 26 ayat (5) huruf b", "text"),
        (BEFORE, "Pasal 26 ayat (5) huruf b", "text"),
        (AMENDED, "Pasal 26 ayat (4) huruf b", "text"),
        (AGAIN, "Pasal 26 ayat (4) huruf b", "secondary"),
    ],
)
def test_a_bid_above_the_hps_falls_by_the_letter_of_its_day(day, article, source):
    """HPS 1.108.890.000 and a bid of 1.154.400.000: the finding, and the value that it used.

    Neither text says that the corrected price is meant, so the finding is never `text`.
    """
    bid = bidder(price=priced("1154400000", line("L1", "1", "1040000000"), vat="11"))
    evaluation = evaluated(package(bid, announced_on=day))
    found = next(
        finding
        for stage in evaluation.stages
        for verdict in stage.verdicts
        for finding in verdict.findings
        if finding.rule == "price.ceiling"
    )

    assert [(c.article, c.source) for c in found.citations] == [(article, "secondary")]
    used = next(value for value in evaluation.values if value.param == "price.ceiling_share")
    assert (used.article, used.source) == (article, source)


@pytest.mark.parametrize(
    ("day", "articles"),
    [
        (BEFORE, ["Pasal 51 ayat (2) huruf b", "Pasal 51 ayat (3)", "Pasal 51 ayat (9)"]),
        (AMENDED, ["Pasal 51 ayat (2) huruf b", "Pasal 51 ayat (4)", "Pasal 51"]),
    ],
)
def test_a_tender_without_a_bid_fails_by_the_paragraphs_of_its_day(day, articles):
    """Who declares it is the fourth paragraph now; that of what follows was not read."""
    over = (Extension(at(12), Phase.PENAWARAN, at(15)), Closing(at(15), Phase.PENAWARAN))
    evaluation = evaluated(package(bidder(submitted=False), events=over, announced_on=day))

    assert [c.article for c in evaluation.failure.citations] == articles


@pytest.mark.parametrize(
    ("day", "article"),
    [(BEFORE, "Pasal 27 ayat (1)"), (AMENDED, "Pasal 27 ayat (2)"), (AGAIN, "Pasal 27")],
)
def test_a_fault_names_the_paragraph_of_its_day(day, article):
    """Works by persons and months, which no list of contracts of works has."""
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(contract=Contract.WAKTU_PENUGASAN, announced_on=day))

    assert [f.params["article"] for f in refused.value.faults if f.code == "ATR015"] == [article]


@pytest.mark.parametrize(
    ("category", "procedure", "annex", "section"),
    [
        ("barang", "pascakualifikasi", "Lampiran I angka", "4.1.2"),
        ("jasa_lainnya", "prakualifikasi", "Lampiran I angka", "4.1.1"),
        ("pekerjaan_konstruksi", "pascakualifikasi", "Lampiran II angka", "4.1.2"),
        ("pekerjaan_konstruksi", "prakualifikasi", "Lampiran II angka", "4.1.1"),
        ("jasa_konsultansi_badan_usaha", "prakualifikasi", "angka", "4.1.1"),
        ("jasa_konsultansi_perorangan", "pascakualifikasi", "angka", "4.1.2"),
    ],
)
def test_peraturan_lkpp_12_2021_is_cited_by_its_annex_and_section(
    category, procedure, annex, section
):
    """Lampiran II for works, I for goods and other services, none for consultants."""
    tender = Bearings(Category(category), ProcedureName(procedure), "027/1")
    law = BOOK.law_on(dt.date(2022, 5, 2), tender=tender)
    called = [
        law.cite(Citation("Peraturan LKPP 12/2021", f"Lampiran I angka {number}", Source.SECONDARY))
        for number in ("4.1.2", "4.2.14 huruf a.k")
    ]

    expected = [f"{annex} {section}", f"{annex} 4.2.14 huruf a.k"]
    assert [cite.article for cite in called] == expected
    assert {cite.source for cite in called} == {"secondary"}


@pytest.mark.parametrize(("instrument", "last", "first"), ENDED)
def test_an_ended_text_is_cited_to_its_last_day_and_looked_up_for_ever(instrument, last, first):
    """For a tender its own document stands in its place, by number; `tender rules` has the text."""
    tender = Bearings(Category.BARANG, ProcedureName.PASCAKUALIFIKASI, "027/1")
    asked = Citation(instrument, "halaman 1", Source.SECONDARY)
    days = [dt.date.fromisoformat(day) for day in (last, first)]

    for_tender = [BOOK.law_on(day, tender=tender).cite(asked) for day in days]
    assert for_tender == [asked, Citation("Dokumen Pemilihan", "027/1", Source.SECONDARY)]
    assert [BOOK.law_on(day).cite(asked) for day in days] == [asked, asked]


@pytest.mark.parametrize(("instrument", "eve", "first"), BEGUN)
def test_a_text_is_cited_from_its_first_day_on(instrument, eve, first):
    """Before it a tender's own document stands in its place; each for a kind that it is about."""
    goods = instrument == "Kepdep LKPP 3/2018"
    kind = Category.BARANG if goods else Category.PEKERJAAN_KONSTRUKSI
    tender = Bearings(kind, ProcedureName.PASCAKUALIFIKASI, "027/1")
    asked = Citation(instrument, "halaman 1", Source.SECONDARY)
    cites = [
        BOOK.law_on(dt.date.fromisoformat(day), tender=tender).cite(asked) for day in (eve, first)
    ]

    assert cites == [Citation("Dokumen Pemilihan", "027/1", Source.SECONDARY), asked]


def test_every_text_with_a_first_day_is_among_them():
    """What has none was there from the first regime on."""
    begun = {n: str(known.since) for n, known in BOOK.instruments.items() if known.since.year > 1}

    assert begun == {name: first for name, _, first in BEGUN}


@pytest.mark.parametrize("day", ["2018-05-31", "2018-06-01"])
def test_a_value_of_a_text_to_come_rests_on_the_document(day):
    """The weights of the unsur were read in Peraturan LKPP 9/2018, of June 2018."""
    made = package(announced_on=dt.date.fromisoformat(day))
    used = BOOK.law_for(made.tender).value("weights.unsur_pengalaman_least")
    expected = {
        "2018-05-31": ("Dokumen Pemilihan", made.tender.document.number),
        "2018-06-01": ("Peraturan LKPP 9/2018", "Lampiran angka 3.6.3"),
    }

    assert (used.value, used.instrument, used.article) == ("10", *expected[day])


def test_what_is_a_reading_stays_one_under_every_number():
    """Putar kunci: no text says that its total binds, whatever the paragraph is called."""
    tender = Bearings(Category.PEKERJAAN_KONSTRUKSI, ProcedureName.PASCAKUALIFIKASI, "027/1")
    called = [
        BOOK.law_on(day, tender=tender).value("correction.terima_jadi").article
        for day in (AMENDED, STILL, AGAIN)
    ]

    letter = "Pasal 27 ayat (2) huruf d (disimpulkan)"
    assert called == [letter, letter, "Pasal 27 (disimpulkan)"]


def test_every_text_with_an_end_is_among_them():
    """And each says why it ended."""
    ended = {name: known for name, known in BOOK.instruments.items() if known.until}

    assert {name: str(known.until) for name, known in ended.items()} == {
        name: first for name, _, first in ENDED
    }
    assert all(known.why for known in ended.values())


@pytest.mark.parametrize("day", ["2018-12-31", "2019-01-01"])
def test_a_value_lives_on_when_its_text_has_ended(day):
    """How many members sign is read in Perka LKPP 14/2012, and half of them sign in 2022 too."""
    made = package(announced_on=dt.date.fromisoformat(day))
    used = BOOK.law_for(made.tender).value("minutes.least_signatures_share")
    expected = {
        "2018-12-31": ("Perka LKPP 14/2012", "halaman III-253"),
        "2019-01-01": ("Dokumen Pemilihan", made.tender.document.number),
    }

    assert (used.value, used.source) == ("0.5", "secondary")
    assert (used.instrument, used.article) == expected[day]
    assert BOOK.law_on(dt.date(2022, 5, 2)).value(used.param).instrument == "Perka LKPP 14/2012"


def test_each_tender_cites_its_own_document():
    """What a rulebook keeps of a day and a kind has no number of its own."""
    tenders = [
        evolve(package().tender, document=Document(number, dt.date(2022, 4, 25)))
        for number in ("027/1", "027/2", "027/1")
    ]
    used = [BOOK.law_for(each).value("minutes.least_signatures_share") for each in tenders]
    asked = Citation("Perka LKPP 14/2012", "halaman 1", Source.SECONDARY)

    assert [value.article for value in used] == ["027/1", "027/2", "027/1"]
    assert [BOOK.law_for(each).cite(asked).article for each in tenders] == [
        "027/1",
        "027/2",
        "027/1",
    ]


@pytest.mark.parametrize(
    ("day", "article", "source"),
    [
        (BEFORE, "Pasal 33 ayat (3)", "text"),
        (AMENDED, "Pasal 26 ayat (4) huruf c", "text"),
        (AGAIN, "Pasal 26 ayat (4) huruf c", "secondary"),
    ],
)
def test_the_80_percent_are_text_for_the_bond_alone(day, article, source):
    """That of the kewajaran harga was never read in its own words."""
    law = BOOK.law_on(day)
    bond, fairness = (
        law.value(f"{name}_share") for name in ("bond.performance_from", "price.fairness_below")
    )

    assert (bond.article, bond.source, bond.value) == (article, source, "0.8")
    assert (fairness.source, fairness.value) == ("secondary", "0.8")
