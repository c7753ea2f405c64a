"""Every citation that a paper of a sample can print, on each side of the days that change it.

Each sample is announced anew on the eve and on the day of every amendment, and of every end of a
text. What its findings, its failure and its values cite on the day is what they cited on the eve,
as the table retyped in `tests.amended` turns it; and what a paper prints, in whatever words, is
among the names that the passages of amended articles have in that time.
"""

import datetime as dt
import re
from functools import cache

import pytest
from attrs import evolve

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, PAPERS, WORKING_PAPER, NothingToTellError, paper
from tender_engine.engine import evaluate
from tender_engine.findings import Source
from tender_rules import national
from tests.amended import AGAIN, AMENDED, BEFORE, ENDED, PERPRES, STILL
from tests.reading import read_path
from tests.samples.dossiers import NAMES, SAMPLES, samples

EVE, NEW_YEAR = dt.date(2018, 12, 31), dt.date(2019, 1, 1)
LAST, LKPP = dt.date(2021, 6, 1), dt.date(2021, 6, 2)
DAYS = (EVE, NEW_YEAR, BEFORE, AMENDED, LAST, LKPP, STILL, AGAIN)
# A local standard of 2022, and grounds that Peraturan LKPP 12/2021 brought.
STANDARD, YOUNGER = dt.date(2022, 1, 1), {"rencana-induk-wisata": LKPP}
PERPRES_16 = "Perpres 16/2018"
ARTICLE = re.compile(
    r"Pasal (\d+[A-Z]?(?: ayat \(\d+[a-z]?\))?(?: huruf [a-z](?![a-z]|\.\w))?(?: angka \d+[a-z]?)?)"
)
# Of which articles the amendments are known to have changed something.
CHANGED = ("1", "9", "13", "26", "27", "30", "31", "32", "51", "65", "66", "67")


def bare(cell):
    """A cell of the table without its mark."""
    return cell.removesuffix(" text").removesuffix(" secondary")


FIRST, SECOND, THIRD = ({bare(row[turn]) for row in PERPRES} for turn in range(3))
# What values that hold from an amendment on cite, beside what older ones are called then.
SECOND |= {"67 ayat (2)", "67 ayat (3)", "67 ayat (3) huruf a", "67 ayat (3) huruf b"}
SECOND |= {"67 ayat (3) huruf d", "27 ayat (1)", "27 ayat (2)"}
FIRST |= {"27 ayat (1)", "67 ayat (2)", "67 ayat (3)", "67 ayat (4)", "67 ayat (7)"}
LETTERS = {f"51 ayat (2) huruf {letter}" for letter in "abcdefghi"}
LETTERS |= {"51 ayat (1)", "51 ayat (2)", "51 ayat (1) huruf a"}


@cache
def redated(name, day):
    """The evaluation of a sample announced on `day`; None where its law had not been made."""
    given = read_path(SAMPLES / name).package
    tender = given.tender
    if day < YOUNGER.get(name, day):
        return None
    regulation = tender.regulation
    if regulation is not None and day < STANDARD:
        regulation = evolve(regulation, overlays=())
    return evaluate(
        evolve(given, tender=evolve(tender, announced_on=day, regulation=regulation)), national()
    )


def findings(evaluation):
    """Each finding by where it stands."""
    return {
        (stage.id, verdict.participant, finding.rule): finding.citations
        for stage in evaluation.stages
        for verdict in stage.verdicts
        for finding in verdict.findings
    }


def turned(citations, turn, number):
    """The citations of an eve as the table turns them on the day; `turn` is the table's column."""
    clause = citations[0].clause if citations else None
    ended = {name for name, _, first in ENDED if first == str(NEW_YEAR)}
    found = []
    for citation in citations:
        if turn is None:
            if citation.instrument in ended:
                if clause and citation is not citations[0]:
                    continue
                citation = evolve(citation, instrument="Dokumen Pemilihan", article=number)
        elif citation.instrument == PERPRES_16:
            citation = as_amended(citation, turn)
        found.append(citation)
    return tuple(dict.fromkeys(found))


def as_amended(citation, turn):
    """A passage of Perpres 16/2018 by the row that names it; without a row only its mark falls."""
    article = citation.article.removeprefix("Pasal ")
    rows = {bare(row[turn - 1]): row[turn] for row in PERPRES}
    rows |= {f"51 ayat (2) huruf {x}": f"51 ayat (2) huruf {x} text" for x in "abcdefghi"}
    if turn > 1:
        rows = {old: new.replace(" text", " secondary") for old, new in rows.items()}
    name, _, mark = rows.get(article, f"{article} secondary").rpartition(" ")
    worse = citation.source if citation.source is not Source.TEXT else Source(mark)
    return evolve(citation, article=f"Pasal {name}", source=worse)


TURNS = ((EVE, NEW_YEAR, None), (BEFORE, AMENDED, 1), (STILL, AGAIN, 2))


@samples
@pytest.mark.parametrize(("eve", "day", "turn"), TURNS)
def test_what_a_rule_cites_turns_with_the_text(name, eve, day, turn):
    """Finding by finding, and the failure, from the eve to the day."""
    before, after = redated(name, eve), redated(name, day)
    if before is None:
        pytest.skip("its ground is younger")
    number = read_path(SAMPLES / name).package.tender.document.number
    then, now = findings(before), findings(after)

    assert len(then.keys() & now.keys()) >= len(then) / 2
    for place in then.keys() & now.keys():
        assert turned(then[place], turn, number) == now[place], place
    if before.failure and after.failure and before.failure.ground == after.failure.ground:
        assert turned(before.failure.citations, turn, number) == after.failure.citations


def allowed(day):
    """The names that passages of changed articles have on `day`."""
    names = FIRST if day < AMENDED else SECOND if day < AGAIN else THIRD
    return names | LETTERS


def held(text, evaluation, day):
    """Hold everything that reads as a citation to the day."""
    for article in set(ARTICLE.findall(text)):
        if article.split()[0] in CHANGED:
            assert article in allowed(day), (article, day)
    if day >= AMENDED and "Pasal 51 ayat (5)" in text:
        assert evaluation.failure.declared_by == "pa"
    for instrument, _, first in ENDED:
        assert day < dt.date.fromisoformat(first) or instrument not in text, (instrument, day)
    if day < LKPP:
        assert "Peraturan LKPP 12/2021" not in text
    annexes = set(re.findall(r"Peraturan LKPP 12/2021,? (?:(Lampiran I+)|(?:angka|\w))", text))
    category = evaluation.given.tender.category
    works, consultants = category == "pekerjaan_konstruksi", category.startswith("jasa_konsultansi")
    assert annexes <= {"" if consultants else "Lampiran II" if works else "Lampiran I"}, annexes


@samples
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_the_minutes_print_is_of_their_day(name, day):
    """Whatever the words around it, and wherever in the text it comes from."""
    evaluation = redated(name, day)
    if evaluation is None:
        pytest.skip("its ground is younger")
    held(markdown(paper(evaluation, BAHP)), evaluation, day)
    for used in evaluation.values:
        held(f"{used.instrument} {used.article}", evaluation, day)


@samples
def test_what_every_other_paper_prints_is_of_its_day(name):
    """The letters too; on the day that renumbered most."""
    evaluation = redated(name, AMENDED)
    if evaluation is None:
        pytest.skip("its ground is younger")
    for kind in (*PAPERS, WORKING_PAPER):
        people = [who.id for who in evaluation.given.participants] if kind.of_each else [None]
        for one in people:
            try:
                text = markdown(paper(evaluation, kind, one))
            except NothingToTellError:
                continue
            held(text, evaluation, AMENDED)


def test_the_walk_meets_what_it_looks_for():
    """Old names before, new ones after: a walk that reads nothing would find nothing wrong."""
    texts = {
        day: "".join(
            markdown(paper(redated(name, day), BAHP)) for name in NAMES if name not in YOUNGER
        )
        for day in (EVE, AMENDED, LKPP)
    }

    for words in ("Perka LKPP 14/2012", "Pasal 26 ayat (5) huruf b", "Pasal 51 ayat (3)"):
        assert words in texts[EVE]
        assert words not in texts[AMENDED]
    for words in ("Pasal 26 ayat (4) huruf b", "Pasal 51 ayat (4)", "Pasal 51 ayat (6) huruf a"):
        assert words in texts[AMENDED]
        assert words not in texts[EVE]
    for annex in ("Lampiran I angka 4.1.2", "Lampiran II angka 4.1.2", "Lampiran II angka 4.1.1"):
        assert f"Peraturan LKPP 12/2021 {annex}" in texts[LKPP]
