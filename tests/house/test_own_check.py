"""A named check that only this test knows: one declaration and its rule, and all else follows."""

import json
from collections import defaultdict

import pytest
from attrs import evolve
from hypothesis import find

from docs.making.rules import rules_section
from docs.making.sources import Sources
from tender_cli.commands.rules import explain_law, law_named
from tender_cli.messages import speak
from tender_desk.any_file import read_bytes
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import EVALUATION, WORKING_PAPER, paper
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.workbook.layouts.tables import layout_of
from tender_engine.declared import Check, Examples, Words
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import canonical_package
from tender_engine.formats.reader import read_text
from tender_engine.formats.schema import package_schema
from tender_engine.formats.shapes import Whole
from tender_engine.law import fails, passes, rule, waits
from tender_engine.model import Member
from tender_engine.terms import StageId
from tender_rules import national
from tender_rules.citations import DOCUMENT
from tender_rules.manifest import manifest_of
from tender_rules.rulebook import assembled
from tender_rules.testing import packages
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    bidder,
    package,
)
from tests.house.finding import AT_ONCE

ROOM: Check[int, int] = Check(
    "sisa_paket_desa",
    StageId.EVALUASI_KUALIFIKASI,
    Words("sisa kemampuan paket desa", "room for village works"),
    demand=Whole(0, 99),
    fact=Whole(0, 99),
    unit="paket",
    hint="paling kurang",
    examples=Examples(asked=(2,), met=(2, 5), unmet=(1,)),
)


@rule("village.room", "Sisa kemampuan paket desa", DOCUMENT, since="2018-03-22", check=ROOM)
def room(file, _ask):
    """Who bids has room for as many works as the document asks."""
    least, left = file.asked.of(ROOM), file.facts.of(ROOM)
    if least is None:
        return None
    if left is None:
        return waits("Sisa kemampuan paket desa belum diketahui", "fakta", file.clause(ROOM))
    answer = passes if left >= least else fails
    return answer(f"Sisa {left} paket, diminta {least}", file.clause(ROOM), sisa=left)


def with_rule(procedure, own):
    """A procedure that asks `own` as well at the stage of its check."""
    stages = (
        evolve(stage, rules=(*stage.rules, own)) if stage.id is own.check.stage else stage
        for stage in procedure.stages
    )
    return evolve(procedure, stages=tuple(stages))


PLAIN = assembled()


def book_with(own):
    """The national rulebook with one rule more, and the check that it decides."""
    return evolve(
        PLAIN,
        rules=(*PLAIN.rules, own),
        procedures={name: with_rule(known, own) for name, known in PLAIN.procedures.items()},
        declarations=evolve(PLAIN.declarations, checks=(*PLAIN.declarations.checks, own.check)),
    )


BOOK = book_with(room)


def given(left):
    """A bid of which it is known how many works it has room for."""
    facts = {} if left is None else {KUALIFIKASI: {ROOM.key: left}}
    terms = asked(KUALIFIKASI, **{ROOM.key: 2}, clauses={ROOM.key: "LDK huruf Z"})
    return package(bidder("p1", facts=facts), asks=terms)


def test_the_reader_takes_it_under_this_rulebook_alone():
    """Under another it is a key that nobody knows."""
    text = canonical_package(given(3))
    made = read_text(text, "paket.json", BOOK)

    assert made.package is not None
    assert made.package.participants[0].known(ROOM) == 3
    assert {f.code for f in read_text(text, "paket.json", national()).faults} == {"PKT010"}
    wrong = read_text(text.replace(f'"{ROOM.key}":3', f'"{ROOM.key}":100'), "paket.json", BOOK)
    assert [fault.code for fault in wrong.faults] == ["PKT014"]


def test_the_schema_has_it():
    """What is asked, its clause, and what is known of a bidder and of a member; no national one."""
    told, national_one = (json.dumps(package_schema(book)) for book in (BOOK, national()))

    key = f'"{ROOM.key}": {{'
    assert (told.count(key), national_one.count(ROOM.key)) == (4, 0)


def test_the_workbook_has_a_row_and_a_column_and_reads_back():
    """Named by its words and its unit."""
    layout = layout_of(BOOK.declarations)
    (field,) = (f for form in layout.forms for f in form.fields if ROOM.key in (f.key or ()))
    columns = [column.title for column in layout.table("Peserta").columns]
    again = read_bytes(workbook_bytes(given(3), BOOK), "paket.xlsx", BOOK)

    assert (field.title, field.note) == ("Sisa kemampuan paket desa (paket)", "paling kurang")
    assert columns.index("Sisa kemampuan paket desa (paket)") < columns.index("Bukti kualifikasi")
    assert again.package is not None
    assert canonical_package(again.package) == canonical_package(given(3))


@pytest.mark.parametrize(
    ("left", "verdict"), [(None, "belum_dinilai"), (1, "gugur"), (2, "lulus"), (3, "lulus")]
)
def test_its_rule_decides_and_waits(left, verdict):
    """What is unknown is asked of the Pokja by the key of the check."""
    found = evaluate(given(left), BOOK)
    (finding,) = (f for f in found.stage(KUALIFIKASI).verdicts[0].findings if f.rule == room.id)
    awaited = [item.criterion for item in found.awaiting if item.needs == "fakta"]

    assert finding.verdict == verdict
    assert awaited == ([ROOM.key] if left is None else [])


@pytest.mark.parametrize(("left", "verdict"), [(None, "belum_dinilai"), (1, "gugur"), (2, "lulus")])
@pytest.mark.parametrize("stage", [ADMINISTRASI, TEKNIS, HARGA, PEMBUKTIAN])
def test_it_is_decided_wherever_a_bid_is_looked_at(stage, left, verdict):
    """Read and asked at a stage and decided by nobody, it would be met in silence."""
    moved = evolve(room, check=evolve(ROOM, stage=stage))
    facts = {} if left is None else {stage: {ROOM.key: left}}
    one = package(bidder("p1", facts=facts), asks=asked(stage, criteria=(), **{ROOM.key: 2}))
    found = evaluate(one, book_with(moved))

    assert found.stage(stage).verdicts[0].verdict == verdict


def test_papers_say_what_is_asked_and_what_is_awaited_in_its_words():
    """The element of the evaluation with its clause, and in an open evaluation what is missing."""
    minutes = markdown(paper(evaluate(given(3), BOOK), EVALUATION))
    waiting = markdown(paper(evaluate(given(None), BOOK), WORKING_PAPER))

    assert "Sisa kemampuan paket desa: 2 paket" in minutes
    assert "LDK huruf Z" in minutes
    assert "sisa kemampuan paket desa" in waiting


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_is_explained_with_its_rule(capsys, lang):
    """The check by its stage and its rule, the rule by the check, in both languages."""
    speak(lang)
    explain_law(BOOK, ROOM.key)
    by_check = capsys.readouterr().out
    explain_law(BOOK, room.id)
    by_rule = capsys.readouterr().out
    words = ROOM.words.said(lang)

    assert by_check.startswith(f"{ROOM.key}: {words}\n")
    assert BOOK.words[f"stage.{ROOM.stage}"].said(lang) in by_check
    assert by_check.endswith(by_rule)
    assert f"{ROOM.key} ({words})" in by_rule


def test_it_is_explained_as_json():
    """With its rule, which names it."""
    told = law_named(BOOK, ROOM.key)

    assert (told["check"], told["title"]) == (ROOM.key, ROOM.words.id)
    assert [(rule["rule"], rule["check"]) for rule in told["rules"]] == [(room.id, ROOM.key)]


def test_the_page_of_the_regulation_and_the_manifest_have_it():
    """The rule with the check that it decides, by its words."""
    sources = Sources(BOOK, {}, defaultdict(dict))
    page = "\n".join(rules_section(sources, "evaluasi-kualifikasi", (room,)))

    assert f"decides the named check `{ROOM.key}`, {ROOM.words.id}." in page
    assert f"check:{ROOM.key}" in manifest_of(BOOK).entries


def test_random_packages_ask_it_and_know_it():
    """With what meets it and what does not."""
    made = find(
        packages(rulebook=BOOK, bidders=(1, 2)),
        lambda one: bool(
            one.tender.asks(KUALIFIKASI).of(ROOM)
            and any(who.known(ROOM) == 1 for who in one.participants)
        ),
        settings=AT_ONCE,
    )

    assert read_text(canonical_package(made), "paket.json", BOOK).package is not None


def test_a_fact_of_a_kso_is_told_where_its_members_are_asked():
    """By the checks of the rulebook that evaluates, whoever declared them."""
    each = evolve(ROOM, of_each=True)
    own = evolve(room, check=each)
    kso = bidder("p1", members=(Member("a", "CV a"),), facts={KUALIFIKASI: {ROOM.key: 3}})
    found = evaluate(package(kso, asks=asked(KUALIFIKASI, **{ROOM.key: 2})), book_with(own))
    told = {notice.code: notice.message for notice in found.notices}

    assert ROOM.words.id in told["FAKTA_KSO_TIDAK_DIPAKAI"]
