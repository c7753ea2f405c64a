"""Every sentence that the law can make has its English, whether a sample makes it or not."""

import itertools
import re

import pytest

from tender_engine.events import TYPES
from tender_engine.terms import Phase, StageId
from tender_rules.in_english import English, sentences
from tender_rules.words import event_named
from tests.indonesian import left_over
from tests.rules.sentences.law_texts import TYPED
from tests.rules.sentences.made import sentences_made, texts_written

WORD, PLACE = re.compile(r"[^\W\d_]{2,}"), re.compile(r"\{\w+\}")
# What a fault names as the format does, and a passage of the law.
CODE = re.compile(rf"[a-z0-9_.:(){TYPED}-]+|Pasal \d+")
KEY = re.compile(r"[a-z]_[a-z]")
# A place of a text that is filled with `format`.
HOLE = re.compile(r"\{\w*\}")
# What people typed, and what they may have typed where figures stand.
NAME = "Zq"
# Texts that stand on no screen of a result: on sheets and papers, in a citation, in an error of a
# programmer, or nowhere, for they are keys of what was worked out once.
ELSEWHERE = frozenset({
    "Words", "Key", "Check", "Record", "Citation", "perpres", "lkpp", "secondary", "unverified",
    "LawError", "ValueError", "TypeError", "RulebookChangedError", "once", "until_decided",
    "_reads", "_reads_bond", "_reads_sizes", "WantedPaper",
})  # fmt: skip
# What the two shortcomings of a bond come to together.
BONDS = (
    "Jaminan penawaran bernilai 7, diminta paling kurang 7 dan berlaku sampai 7, "
    "diminta paling kurang sampai 7 (...)"
)
# How the law joins its words.
JOINTS = frozenset({" dan ", " atau ", ", ", "; ", ". "})


@pytest.fixture(scope="module")
def english() -> English:
    return English(sentences(), {})


@pytest.fixture(scope="module")
def known_words() -> frozenset[str]:
    sides = (PLACE.sub("", side) for side in sentences().values())
    return frozenset(word.lower() for side in sides for word in WORD.findall(side))


def filled(text: str) -> list[str]:
    """A sentence with what people may have typed in its places, or figures."""
    places = text.count(TYPED)
    ways = itertools.product((NAME, "7"), repeat=min(places, 5))
    return ["".join(_woven(text.split(TYPED), way)) for way in ways]


def _woven(parts, way):
    yield parts[0]
    for part, said in itertools.zip_longest(parts[1:], way, fillvalue=NAME):
        yield said + part


def stays(text: str, english: English, known_words: frozenset[str]) -> list[str]:
    """The words of a sentence that are not told in English; the sentence where none of it is."""
    told = english.said(text)
    if told == text and text not in sentences():
        return [text]
    return [word for word in WORD.findall(told) if word.lower() not in known_words and word != NAME]


def test_every_sentence_has_its_english(english, known_words):
    lacking = {}
    for said in sentences_made():
        if CODE.fullmatch(said.text) or not re.search("[a-z]{3}", said.text):
            continue
        left = min((stays(text, english, known_words) for text in filled(said.text)), key=len)
        if left:
            lacking[said.text.replace(TYPED, "...")] = (said.place, left)
    assert not lacking


def test_no_sentence_names_what_only_a_program_calls_so():
    """No key of the format stands in what people read: `(vat_base)` is of no sheet and no form."""
    shown = [said.text for said in sentences_made() if not CODE.fullmatch(said.text)]
    assert not [text for text in [*shown, *sentences()] if KEY.search(text)]


def test_every_text_of_the_law_is_part_of_a_sentence_or_known():
    """A sentence that is made in a way that is not followed here would else go unseen."""
    made = "\n".join([*(said.text for said in sentences_made()), *sentences()])
    unseen = [
        (part, said.place)
        for said, within in texts_written()
        if said.text not in JOINTS and ELSEWHERE.isdisjoint(within)
        for part in HOLE.split(said.text)
        if " " in part.strip() and left_over(part) and part.strip() not in made
    ]
    assert not unseen


def test_a_sentence_is_followed_through_branches_joins_and_helpers():
    """By hand from the text of the law: what the test above rests on."""
    made = {said.text.replace(TYPED, "...") for said in sentences_made()}
    assert {
        BONDS,
        "Penawaran diminta 7; sanggah 7 atas hasil kualifikasi belum dijawab.",
        "Berkas biaya belum dimasukkan",
        "Penetapan oleh PA 7: usul Pokja Pemilihan tidak tercatat.",
        "Mengundurkan diri dengan alasan yang belum dinilai",
        "Kemampuan Dasar",
    } <= made


@pytest.mark.parametrize("words", [TYPES, Phase, StageId], ids=["events", "phases", "stages"])
def test_what_is_named_by_its_code_has_its_english(words, english, known_words):
    """A notice or a fault names these as they are called, whatever they are."""
    named = [str(each).replace("_", " ") for each in words]
    if words is TYPES:
        named = [event_named(kind) for kind in TYPES.values()]
    assert not {each: left for each in named if (left := stays(each, english, known_words))}
