"""A price file that a package holds but nobody may open shows in nothing that is made of it."""

import json

import pytest

from samples.remake import outputs
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import WORKING_PAPER, paper
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.trail import decision_lines
from tests.rules.pages.reading import written
from tests.samples.dossiers import NAMES, dossier, evaluation, readme
from tests.samples.test_whole_output import content

# By sample, whose price stays sealed: by hand from what their READMEs tell.
SEALED = {"bendung-irigasi": "p4", "keamanan-jaringan": "p4", "pengawasan-rumah-sakit": "p4"}
sealed = pytest.mark.parametrize(("name", "bidder"), SEALED.items())


def shown(name):
    """The texts of what the program makes of a sample, but for the package itself in Excel."""
    for file, data in outputs(name).items():
        if file == "bahp.docx":
            yield from (part.decode() for part in content(data).values())
        elif file != "buku-kerja.xlsx":
            yield data.decode()


def figures(value):
    """Every number from a thousand up in a price file; smaller ones stand for other things too."""
    if isinstance(value, dict):
        return {number for part in value.values() for number in figures(part)}
    if isinstance(value, list):
        return {number for part in value for number in figures(part)}
    return {value} if value.isdigit() and int(value) >= 1000 else set()


def price_of(name, bidder):
    prices = {who["id"]: who.get("price") for who in dossier(name)["participants"]}
    return prices.pop(bidder), prices


@sealed
def test_a_price_is_there_to_be_sealed(name, bidder):
    """The package holds that price, lines and all, and no figure of it is anybody else's."""
    own, others = price_of(name, bidder)
    elsewhere = figures([price for price in others.values() if price])
    volumes = {line["quantity"] for line in own["lines"]}

    assert len(figures(own) - volumes) > len(own["lines"])
    assert (figures(own) - volumes).isdisjoint(elsewhere)


@pytest.mark.parametrize("name", NAMES)
def test_only_those_stay_sealed(name):
    """Everybody else who handed in a price has it in the evaluation."""
    priced = {who["id"] for who in dossier(name)["participants"] if who.get("price")}
    opened = {price.participant for price in evaluation(name).prices}

    assert priced - opened == ({SEALED[name]} if name in SEALED else set())


@sealed
def test_it_shows_nowhere(name, bidder):
    """Not in the evaluation, its trail, the BAHP or the working paper, and not in the README."""
    own, _ = price_of(name, bidder)
    volumes = {line["quantity"] for line in own["lines"]}
    found = evaluation(name)
    made = [
        json.dumps(evaluation_dict(found)),
        *decision_lines(found),
        markdown(paper(found, WORKING_PAPER)),
        *shown(name),
        readme(name),
    ]
    forms = {form for number in figures(own) - volumes for form in (number, written(int(number)))}

    assert {form for form in forms for text in made if form in text} == set()
