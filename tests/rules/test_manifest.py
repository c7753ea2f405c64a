"""The manifest of the rulebook: what the law says and does by id, and nothing besides."""

import ast
import functools
import operator
import subprocess
import sys
from decimal import Decimal

import pytest
from attrs import evolve

from docs.remake import MANIFEST, manifest_now
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, paper
from tender_engine.engine import evaluate
from tender_engine.findings import Source
from tender_engine.law import LawError
from tender_engine.manifest import Manifest, RulebookChangedError
from tender_rules import national
from tender_rules.manifest import manifest_of
from tender_rules.rulebook import assembled
from tender_rules.syntax import canonical
from tests.builders import package

BOOK = national()


def test_the_manifest_in_the_package_is_that_of_the_law():
    """`python docs/remake.py` would change nothing."""
    assert MANIFEST.read_text("utf-8") == manifest_now().text()


def test_every_value_rule_stage_edge_and_conclusion_is_in_it():
    """By id, whatever it is that the rulebook holds."""
    held = {f"rule:{rule.id}" for rule in BOOK.rules}
    held |= {
        f"value:{p.param}/{p.since}" + (f"/{p.variant}" if p.variant else "")
        for p in BOOK.provisions
    }
    for graph in BOOK.procedures.values():
        held |= {f"stage:{graph.id}/{stage.id}" for stage in graph.stages}
        held |= {f"edge:{graph.id}/{'/'.join(edge)}" for edge in graph.edges}
        held.add(f"conclusion:{graph.id}")

    assert held <= BOOK.manifest.entries.keys()


CHANGES = {
    "a value": (
        lambda: {"provisions": (evolve(BOOK.provisions[0], value=Decimal(9)), *BOOK.provisions[1:])}
    ),
    "a mark": (
        lambda: {
            "provisions": (
                evolve(BOOK.provisions[0], source=Source.SECONDARY),
                *BOOK.provisions[1:],
            )
        }
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_value_is_named_and_nothing_else(change):
    """The id says which."""
    value = BOOK.provisions[0]
    changed = manifest_of(evolve(assembled(), **CHANGES[change]()))

    (name,) = changed.differing(BOOK.manifest)

    assert name.startswith(f"value:{value.param}/{value.since}")


def test_a_changed_rulebook_has_no_manifest_any_more():
    """It would say what is no longer so; the digest is null until somebody describes it."""
    changed = evolve(BOOK, rules=BOOK.rules[1:])

    assert (changed.manifest, changed.digest) == (None, None)
    assert changed.described_by(manifest_of(changed)).digest not in (None, BOOK.digest)


def test_a_rulebook_without_manifest_evaluates_and_prints():
    """The paper says that it has none."""
    evaluation = evaluate(package(), assembled())

    assert evaluation.basis.digest is None
    assert "Himpunan ketentuan: versi 2026.11, tanpa manifes" in markdown(paper(evaluation, BAHP))


def test_the_record_prints_version_and_digest():
    """One line, beside the root."""
    text = markdown(paper(evaluate(package(), BOOK), BAHP))

    assert f"- Himpunan ketentuan: versi {BOOK.version}, {BOOK.digest}\n" in text


def test_an_overlay_is_digested_as_it_is_read():
    """It is in no manifest; another one is another law."""
    (name, values), *_ = BOOK.overlays.items()
    other = evolve(BOOK, overlays={name: (evolve(values[0], value="lain"), *values[1:])})

    assert other.described_by(BOOK.manifest).digest != BOOK.digest
    assert evolve(BOOK).described_by(BOOK.manifest).digest == BOOK.digest


def test_who_expects_this_rulebook_gets_it():
    """By its digest or by its manifest."""
    assert national(expect=BOOK.digest) is BOOK
    assert national(expect=BOOK.manifest) is BOOK


def test_another_digest_is_refused_with_both_digests_and_versions():
    """A digest that was released says of which version it was."""
    with pytest.raises(RulebookChangedError) as caught:
        national(expect="sha256:" + "0" * 64)

    for told in (BOOK.digest, BOOK.version, "sha256:" + "0" * 64, "unknown"):
        assert told in str(caught.value)


def test_another_manifest_is_refused_with_the_ids_that_differ():
    """What is missing, added or changed; nothing else."""
    entries = dict(BOOK.manifest.entries)
    entries.pop("choice")
    entries |= {"rule:own": "sha256:1", "conclusion:pascakualifikasi": "sha256:2"}

    with pytest.raises(RulebookChangedError) as caught:
        national(expect=Manifest("2025.01", entries))

    assert str(caught.value).endswith(": choice, conclusion:pascakualifikasi, rule:own")
    assert "2025.01" in str(caught.value)


PLAIN = """
def f(a, b=None):
    return [g(a), f"{a}-{b:>3}", b"x", -1.5, *a, {**b}]
"""
SAME = {
    "a docstring": PLAIN.replace("\n    return", '\n    """Says."""\n    return'),
    "a comment and positions": PLAIN.replace("[g(a),", "[  # why\n        g(\n            a),"),
    "an import": PLAIN.replace("\n    return", "\n    from x import g\n    return"),
    "an f-string in parts": PLAIN.replace('f"{a}-{b:>3}"', 'f"{a}" "-" f"{b:>3}"'),
}
OTHER = {
    "a number": PLAIN.replace("1.5", "1.25"),
    "a name": PLAIN.replace("g(a)", "h(a)"),
    "a text": PLAIN.replace("}-{", "}+{"),
    "a default": PLAIN.replace("=None", "=0"),
    "an empty text": PLAIN.replace("=None", '=""'),
    "a kind of text": PLAIN.replace('b"x"', '"x"'),
    "an order": PLAIN.replace("*a, {**b}", "{**b}, *a"),
}


def tree(text):
    """The canonical tree of a text."""
    return canonical(ast.parse(text))


@pytest.mark.parametrize("what", SAME)
def test_what_does_nothing_is_not_in_the_tree(what):
    """Nobody's law changes by it."""
    assert SAME[what] != PLAIN
    assert tree(SAME[what]) == tree(PLAIN)


@pytest.mark.parametrize("what", OTHER)
def test_what_does_something_is_in_the_tree(what):
    """However small."""
    assert OTHER[what] != PLAIN
    assert tree(OTHER[what]) != tree(PLAIN)


def test_words_for_people_are_not_in_the_tree():
    """A label is worded anew without a new law."""
    assert tree('x = Check("skp", Words("a", "b"))') == tree('x = Check("skp", Words("c"))')
    assert tree('x = rule("a.b", "A", P, since=D)') == tree('x = rule("a.b", "B", P, since=D)')
    assert tree('x = rule("a.b", "A", P)') != tree('x = rule("a.b", "A", Q)')


def one(file, depth):
    """One of two that call each other."""
    return two(file, depth - 1) if depth else "one"


def two(file, depth):
    """The other."""
    return one(file, depth - 1) if depth else "two"


nameless = lambda file, ask: None  # noqa: E731, ARG005


def with_decision(decide):
    """The digest of the first rule, were it decided so."""
    first, *others = assembled().rules
    book = evolve(assembled(), rules=(evolve(first, decide=decide), *others))
    return manifest_of(book).entries[f"rule:{first.id}"]


def test_two_functions_that_reach_the_same_are_two():
    """Which of them decides is part of what a rule does."""
    assert with_decision(one) != with_decision(two)


@pytest.mark.parametrize("decide", [nameless, operator.itemgetter(0), functools.cache(one)])
def test_what_has_no_text_to_be_found_is_refused(decide):
    """Its digest would be the same whatever it does, or another in every process."""
    with pytest.raises(LawError):
        with_decision(decide)


LAW = '''
from decimal import Decimal
from law_of_the_test_helper import bound, unused

LEAST = Decimal(3)

def decide(file, ask):
    """Says."""
    return bound(file) >= LEAST
'''
HELPER = """
import law_of_the_test_deep as deep

def bound(file: "deep.Kept | None"):
    return deep.twice(file)

def unused(file):
    return 1
"""
DEEP = """
class Twice:
    factor = 2

def twice(file) -> "int":
    return file * Twice.factor

class Kept:
    size = 5

def other():
    return 0
"""
# In which module, what for what, and whether it is another law.
EDITS = {
    "the function": ("law_of_the_test", ">=", ">", True),
    "a constant": ("law_of_the_test", "Decimal(3)", "Decimal(4)", True),
    "a helper in another module": ("law_of_the_test_helper", "deep.twice(file)", "file", True),
    "a class behind two modules": ("law_of_the_test_deep", "factor = 2", "factor = 3", True),
    "a class named in a quoted annotation": ("law_of_the_test_deep", "size = 5", "size = 6", True),
    "a docstring": ("law_of_the_test", "Says.", "Says more.", False),
    "what it takes and does not use": ("law_of_the_test_helper", "return 1", "return 2", False),
    "what nobody takes": ("law_of_the_test_deep", "return 0", "return 1", False),
}
PROGRAM = """
import datetime as dt
from attrs import evolve
from tender_engine.law import Rule
from tender_rules.manifest import manifest_of
from tender_rules.rulebook import assembled
from law_of_the_test import decide
rule = Rule("own.rule", "Title", (), dt.date(2020, 1, 1), decide)
book = evolve(assembled(), rules=(rule,), procedures={}, objections=())
print(manifest_of(book).entries["rule:own.rule"])
"""


def digest_of_rule(folder, edit=None):
    """The digest of a rule in modules of its own, in a process of its own, after `edit`."""
    texts = {"law_of_the_test": LAW, "law_of_the_test_helper": HELPER, "law_of_the_test_deep": DEEP}
    if edit:
        module, before, after, _ = edit
        assert before in texts[module]
        texts[module] = texts[module].replace(before, after)
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
    told = subprocess.run(
        [sys.executable, "-B", "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": f"{folder}:.:rules:cli"},
    )
    return told.stdout


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory):
    """The digest of the rule as it stands above."""
    return digest_of_rule(tmp_path_factory.mktemp("law"))


@pytest.mark.parametrize("what", EDITS)
def test_a_rule_is_what_it_reaches(what, unchanged, tmp_path):
    """Through modules, names and classes; not what stands beside them."""
    changed = digest_of_rule(tmp_path, EDITS[what]) != unchanged

    assert changed is EDITS[what][3]
