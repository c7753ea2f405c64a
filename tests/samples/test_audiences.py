"""Each paper of each sample, searched for what those may not see whom it is for."""

import re
from decimal import Decimal
from itertools import chain

import pytest
from attrs import evolve

from tender_desk.documents.all_papers import planned
from tender_desk.documents.blocks import Paragraph
from tender_desk.documents.papers import BAHP, PAPERS
from tender_desk.documents.readback import texts_of
from tender_desk.documents.report import report
from tender_engine.engine import evaluate
from tender_engine.model import Person
from tender_engine.seals import reveal_for_storage
from tender_rules import flips, national
from tender_rules.similar.finding import kinds_called, similarities_of
from tests.samples.dossiers import NAMES, evaluation, samples

NIK, NPWP = "3514010101800001", "0123456789010007"
AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|(?<![\d.,/])\d{5,}(?:,\d+)?")
# A smaller figure may be a volume, a year or a share as well.
LEAST = 10_000


def amounts(texts):
    """Every figure that may be an amount of money."""
    found = (figure for text in texts for figure in AMOUNT.findall(text))
    return {Decimal(figure.replace(".", "").replace(",", ".")) for figure in found}


def price_of(who):
    """What lies in the envelope, open or not."""
    return None if who.price is None else reveal_for_storage(who.price)


def totals_of(price):
    """The totals of a bid."""
    parts = price.stated_parts and (price.stated_parts.harga_satuan, price.stated_parts.lumsum)
    known = [price.stated_total, price.schedule_total, price.corrected_total]
    return {x for x in known if x is not None} | {*(parts or ())}


def units_of(price):
    """What stands in the lines of a bid."""
    lines = price.lines or ()
    return {x for line in lines for x in (line.unit_price, line.amount) if x is not None}


def secrets(package, opened):
    """What no paper may tell, and by participant what no other's letter may, and what is its own.

    A figure that is also known otherwise, as a total that equals a line, is no secret.
    """
    hps = package.tender.hps
    bids = {who.id: price for who in package.participants if (price := price_of(who))}
    known = {hps.total, package.tender.pagu, *(x for p in bids.values() for x in totals_of(p))}
    units = {line.unit_price for line in hps.lines or ()}
    closed = {
        n for name, p in bids.items() if name not in opened for n in totals_of(p) | units_of(p)
    }
    of_open = {n for name in opened if name in bids for n in totals_of(bids[name])}
    return units, closed - of_open - {hps.total, package.tender.pagu}, bids, known


def of_inside(evaluated):
    """How what bidders share, and what would have turned a result, is told: never in a paper."""
    yield from ("similar.", "Yang Sama antara", "1 : 10^", "participants[", "assessments[")
    yield "Apa yang Akan Mengubah Hasil"
    yield from (words.id for words in kinds_called().values() if " " in words.id)
    for fact in similarities_of(evaluated):
        yield from filter(None, [fact.facts.get("dibandingkan_sebagai")])


def tells_of_inside(told, evaluated):
    """Which of these texts `told` holds."""
    text = "\n".join(told)
    return [mark for mark in of_inside(evaluated) if mark in text]


def held(evaluated, kinds=PAPERS):
    """Hold every paper that can be made of an evaluation, drafts too, to whom it is for."""
    package = evaluated.package
    opened = frozenset(price.participant for price in evaluated.prices)
    estimate, closed, bids, known = secrets(package, opened)
    for one in planned(evaluated, kinds, drafts=True).ready:
        told = [*texts_of(one.record())]
        figures = {figure for figure in amounts(told) if figure >= LEAST}
        own = bids.get(one.view.bidder)
        mine = units_of(own) | totals_of(own) if own and one.view.bidder in opened else set()
        others = {n for name, p in bids.items() if name != one.view.bidder for n in units_of(p)}
        assert not figures & (estimate - known - mine), (one.stem, "HPS")
        assert not figures & (closed - mine), (one.stem, "sealed")
        assert not figures & (others - known - mine), (one.stem, "unit price of another")
        text = re.sub(r"[^\d\n]", "", "\n".join(told))
        assert not tells_of_inside(told, evaluated), one.stem
        assert NIK not in text, one.stem
        assert NPWP not in text, one.stem


def people(package):
    """The same with a NIK and a whole NPWP wherever they may stand."""
    somebody = (Person("Rudi", nik=NIK, npwp=NPWP),)

    def known(who):
        members = tuple(evolve(member, npwp=NPWP) for member in who.members or ())
        return evolve(
            who,
            npwp=NPWP,
            officers=somebody,
            shareholders=somebody,
            key_personnel=somebody,
            members=members or who.members,
        )

    return evolve(package, participants=tuple(map(known, package.participants)))


@samples
def test_no_paper_tells_whom_it_is_for_what_they_may_not_see(name):
    """Unit prices of the estimate and of others, sealed prices, a NIK, a whole NPWP."""
    held(evaluate(people(evaluation(name).given), national()))


@samples
def test_no_public_report_tells_what_bidders_share_or_what_would_turn_a_result(name):
    evaluated = evaluation(name)

    assert not tells_of_inside([report(evaluated, public=True)], evaluated)


def test_what_bidders_share_names_no_price_of_the_estimate():
    """Inside it is a ratio."""
    for name in NAMES:
        estimate = {line.unit_price for line in evaluation(name).package.tender.hps.lines or ()}
        facts = (fact.facts.values() for fact in similarities_of(evaluation(name)))
        figures = {part for value in chain.from_iterable(facts) for part in value.split("; ")}
        assert not figures & {str(price) for price in estimate}, name


def test_the_walk_would_find_what_it_looks_for():
    """Figures as papers write them; each sample has secrets of each kind to look for."""
    evaluated = evaluation("jalan-kabupaten")
    estimate, closed, bids, known = secrets(evaluated.package, frozenset())

    assert amounts(["Rp10.000.003,37 (sepuluh juta)", "nomor 5/2022", "1250000"]) == {
        Decimal("10000003.37"),
        Decimal(1250000),
    }
    assert estimate - known
    assert {n for price in bids.values() for n in units_of(price)} - known
    assert closed > {price.stated_total for price in bids.values()} - known
    copied = evaluation("saluran-dua-salinan")
    inside = report(copied, what_if=flips(copied.given, national()))
    assert {"meja3", "1 : 10^", "harga satuan yang sama", "participants["} < {
        *tells_of_inside([inside], copied)
    }
    with pytest.raises(AssertionError, match="HPS"):
        held(evaluated, (evolve(BAHP, sections=telling(max(estimate))),))


def telling(amount):
    """The sections of a paper that tells an amount that it should not."""
    return lambda view: [("Bocor", (Paragraph(view.money(amount)),))]
