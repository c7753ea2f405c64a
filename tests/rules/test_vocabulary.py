"""What the law names: each term once, in both languages."""

import re

import pytest
from attrs import evolve

from tender_engine.declared import Words
from tender_engine.findings import Source, Verdict
from tender_engine.law import LawError
from tender_engine.terms import (
    AssessmentVerdict,
    BusinessSize,
    Category,
    ComponentKind,
    Contract,
    Decider,
    Doubt,
    Envelope,
    Method,
    NegotiationOutcome,
    ObjectionDecision,
    PreviousKind,
    ProcedureName,
    ProofScope,
    UnbalancedOutcome,
    Unsur,
)
from tender_rules import national
from tender_rules.rulebook import assembled
from tender_rules.vocabulary import read_vocabulary

SAID = (
    AssessmentVerdict,
    BusinessSize,
    Category,
    ComponentKind,
    Contract,
    Decider,
    Doubt,
    Envelope,
    Method,
    NegotiationOutcome,
    ObjectionDecision,
    PreviousKind,
    ProcedureName,
    ProofScope,
    UnbalancedOutcome,
    Unsur,
    Verdict,
)


@pytest.mark.parametrize("terms", SAID, ids=lambda terms: terms.__name__)
def test_every_term_of_the_kernel_that_a_record_prints_has_words(terms):
    """Its code stands in none."""
    assert {f"term.{term}" for term in terms} <= national().words.keys()


def test_every_mark_of_a_source_has_words():
    """How well a text was read."""
    assert {f"source.{mark}" for mark in Source} <= national().words.keys()


def test_everything_that_the_law_names_has_words_in_both_languages():
    """None is empty, and none is a slip of both into one."""
    for key, words in national().words.items():
        assert words.id.strip(), key
        assert words.en.strip(), key


def test_one_stage_has_one_name():
    """Two procedures that call it by other words are refused, with both."""
    plain = assembled().procedures["pascakualifikasi"]
    opening, *others = plain.stages
    named = evolve(opening, words=evolve(opening.words, title=Words("Buka peti", "Chests open")))
    other = evolve(plain, id="lain", stages=(named, *others))
    book = evolve(assembled(), procedures={**assembled().procedures, "lain": other})

    with pytest.raises(LawError, match=r"stage\.pembukaan is .*penawaran.* and .*Buka peti"):
        _ = book.words


def test_a_key_is_the_tables_and_the_name():
    """An entry may have others below it."""
    text = """
        [next.negosiasi]
        id = "Negosiasi"
        en = "talks"
        due = { id = "Dinegosiasikan.", en = "There are talks." }
        [next.seleksi]
        negosiasi = { id = "Negosiasi biaya", en = "talks on costs" }
    """

    assert read_vocabulary(text) == {
        "next.negosiasi": Words("Negosiasi", "talks"),
        "next.negosiasi.due": Words("Dinegosiasikan.", "There are talks."),
        "next.seleksi.negosiasi": Words("Negosiasi biaya", "talks on costs"),
    }


@pytest.mark.parametrize("entry", ['{ id = "a" }', '{ id = "a", en = "b", de = "c" }', '"a"'])
def test_words_are_in_both_languages_and_no_other(entry):
    """The key is named."""
    with pytest.raises(LawError, match=re.escape("words are id and en")):
        read_vocabulary(f"[term]\nx = {entry}")
