"""What a paper says of the law: a draft is the final text, the word KONSEP, and its annex."""

import re
from functools import cache

import pytest
from attrs import evolve

from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, PAPERS, WORKING_PAPER, NothingToTellError, paper
from tender_desk.documents.readback import texts_of
from tender_desk.documents.report.page import report
from tender_engine.engine import evaluate
from tender_engine.events import Confirmation
from tender_engine.findings import Source
from tender_rules import national
from tests.reading import read_path
from tests.samples.dossiers import NAMES, SAMPLES, evaluation, samples

BOOK = national()
BLANK = "." * 20
CODES = {provision.param for provision in BOOK.provisions}
CODES |= {p.variant for p in BOOK.provisions if p.variant and "_" in p.variant}
PROFILES = {*BOOK.overlays, *(regime.id for regime in BOOK.regimes)}
MARKS = {BOOK.words[f"source.{mark}"].id for mark in ("text", "secondary", "unverified")}
UNREAD = {
    "belum dibaca",
    "disimpulkan",
    "profil",
    "varian",
    "tanpa teks",
    "catatan Pokja",
    "Paparan",
}
UNREAD |= {"Buku Saku", "Modul pelatihan", "Panduan SPSE", "halaman III-253"}


@cache
def records(name):
    """Every minutes and every letter of a sample."""
    evaluated, found = evaluation(name), []
    for kind in PAPERS:
        people = [who.id for who in evaluated.given.participants] if kind.of_each else [None]
        for one in people:
            try:
                found.append((kind, one, paper(evaluated, kind, one)))
            except NothingToTellError:
                continue
    return found


@samples
def test_a_paper_names_regulations_and_the_document_and_nothing_of_how_they_were_read(name):
    """Neither the final text nor that of a draft; only the annex of a draft does."""
    for kind, one, made in records(name):
        text = "\n".join(texts_of(evolve(made, annex=())))
        told = sorted(word for word in CODES | PROFILES | MARKS | UNREAD if word in text)
        assert told == [], (kind.key, one)


def test_a_report_for_the_public_tells_no_marks_either():
    """Those inside see how well each value was read."""
    evaluated = evaluation("jalan-kabupaten")

    assert not any(mark in report(evaluated, public=True) for mark in MARKS)
    assert BOOK.words["source.secondary"].id in report(evaluated)


@samples
def test_a_draft_is_the_final_text_with_the_word_and_an_annex(name):
    """The same evaluation, declared final, draws the same but for these."""
    for kind, one, made in records(name):
        declared = evolve(kind, when=lambda _: Standing((), ()), growing=False)
        final = paper(evaluation(name), declared, one)
        assert not final.annex
        if not made.draft:
            assert final == made
            continue
        assert (
            evolve(made, draft=False, annex=(), lacks=(), title=made.title.removeprefix("KONSEP "))
            == final
        )
        text = markdown(made)
        assert text.startswith(f"# KONSEP {markdown(final)[2:].rstrip()}")
        assert "\n\n## Lampiran KONSEP\n\n" in text.removeprefix(
            f"# KONSEP {markdown(final)[2:]}"[:-1]
        )


CONFIRMED = [
    name
    for name in NAMES
    if any(isinstance(e, Confirmation) for e in evaluation(name).given.events)
]


@pytest.mark.parametrize("name", CONFIRMED)
def test_a_final_paper_has_the_clause_where_its_draft_has_a_blank(name):
    """Nothing else of the law differs between what the panel signs and what it had before."""
    given = read_path(SAMPLES / name).package
    before = tuple(event for event in given.events if not isinstance(event, Confirmation))
    clauses = {event.clause for event in given.events if isinstance(event, Confirmation)}
    final = paper(evaluation(name), BAHP)
    draft = paper(evaluate(evolve(given, events=before), BOOK), BAHP)

    assert draft.draft
    shown = [blanked(part, clauses) for part in texts_of(evolve(final, root=draft.root))]
    kept = evolve(draft, annex=(), title=final.title)
    differing = [
        (mine, theirs)
        for mine, theirs in zip(shown, [blanked(t, clauses) for t in texts_of(kept)], strict=True)
        if mine != theirs and "sha256" not in mine
    ]
    assert differing == []


def blanked(text, clauses):
    """`text` with a blank for each clause that the panel named, and each passage once."""
    for clause in clauses:
        named = rf"Dokumen Pemilihan {re.escape(clause)}(?=$|;|\)|\.$)"
        text = re.sub(named, f"Dokumen Pemilihan {BLANK}", text)
    return "; ".join(dict.fromkeys(text.split("; ")))


def test_the_annex_lists_what_is_to_be_confirmed_in_sentences():
    """Each value that no text was read of, once and without its code; the working paper has it."""
    evaluated = evaluation("mebel-sekolah")
    doubtful = [used for used in evaluated.values if used.source is Source.UNVERIFIED]
    (annex,) = paper(evaluated, BAHP).annex
    told = [block.text for block in annex.blocks if block.text.endswith(" belum dibaca.")]

    assert doubtful
    assert len(told) == len(doubtful)
    for sentence, used in zip(told, doubtful, strict=True):
        assert used.param not in sentence
        assert used.param in markdown(paper(evaluated, WORKING_PAPER)).replace("\\", "")
    inside = markdown(paper(evaluated, WORKING_PAPER))
    assert "belum terverifikasi" in inside
    assert evaluated.law.regime.id in inside


def test_what_was_not_read_of_the_law_in_force_stands_in_the_annex_alone():
    """A tender of June 2025: the final text names the regulation, and the draft says the rest."""
    given = read_path(SAMPLES / "mebel-sekolah").package
    day = BOOK.regimes[-1].since
    made = paper(evaluate(evolve(given, tender=evolve(given.tender, announced_on=day)), BOOK), BAHP)
    notice = BOOK.regimes[-1].notice

    assert notice
    assert notice in [block.text for block in made.annex[0].blocks if hasattr(block, "text")]
    assert notice not in "\n".join(texts_of(evolve(made, annex=())))
