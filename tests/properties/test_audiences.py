"""Papers of random packages, searched for what those may not see whom they are for."""

import json
from collections.abc import Iterator

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.all_papers import planned
from tender_desk.documents.papers import PAPERS
from tender_desk.documents.readback import texts_of
from tender_engine.engine import evaluate
from tender_engine.model import Assessment, Package
from tender_engine.terms import AssessmentVerdict
from tender_rules import national
from tender_rules.testing import acted_on, packages, procurements
from tests.desk.ocds.ocds_standard import faults
from tests.desk.ocds.releases import held_public, published
from tests.properties.drawing import never_seen
from tests.samples.test_audiences import held, people, secrets
from tests.tries import tries

DRAWN = st.one_of(packages(bidders=(2, 3), lines=2), procurements(bidders=(2, 3))).flatmap(acted_on)
OWN_OPINION = "Pendapat tersendiri anggota"
_OTHER = {
    AssessmentVerdict.MEMENUHI: AssessmentVerdict.TIDAK_MEMENUHI,
    AssessmentVerdict.TIDAK_MEMENUHI: AssessmentVerdict.MEMENUHI,
}


def split(package: Package, judged: Assessment) -> Iterator[Assessment]:
    """A judgement of the whole panel, in which its last member is of another mind."""
    *most, last = judged.by
    other = _OTHER.get(judged.verdict)
    if not (judged.criterion and other and 2 * len(most) > len(package.pokja.members)):
        yield judged
        return
    yield evolve(judged, by=tuple(most))
    yield evolve(judged, by=(last,), verdict=other, note=OWN_OPINION)


def marked(package: Package) -> Package:
    """The same in which somebody is outvoted wherever that may be, and with a NIK of many."""
    heard = (each for judged in package.assessments for each in split(package, judged))
    return people(evolve(package, assessments=tuple(heard)))


def kinds_of(package: Package) -> set[str]:
    """What there is to be kept from somebody."""
    found = evaluate(marked(package), national())
    opened = frozenset(price.participant for price in found.prices)
    units, closed, bids, known = secrets(package, opened)
    notes = [each for each in found.package.assessments if each.note == OWN_OPINION]
    there = {"HPS": units - known, "sealed": closed, "bids": bids, "dissent": notes}
    return {name for name, held_back in there.items() if held_back}


def test_every_kind_of_secret_is_drawn() -> None:
    """Else what holds of all that is drawn says nothing of them."""
    assert never_seen({"HPS", "sealed", "bids", "dissent"}, DRAWN, kinds_of) == set()


@given(DRAWN)
@tries(3)
def test_no_release_tells_what_is_internal_or_sealed(given: Package) -> None:
    """As it stands and once all is announced, and each is one of the standard."""
    found = evaluate(marked(given), national())

    for one in (found, published(found)):
        told = held_public(one)
        assert OWN_OPINION not in told
        assert faults(json.loads(told)) == []


@given(DRAWN)
@tries(6)
def test_no_paper_tells_whom_it_is_for_what_they_may_not_see(given: Package) -> None:
    """Unit prices of the estimate and of others, sealed prices, a NIK, who was outvoted."""
    found = evaluate(marked(given), national())

    held(found)
    for one in planned(found, PAPERS, drafts=True).ready:
        assert OWN_OPINION not in "\n".join(texts_of(one.record())), one.stem
