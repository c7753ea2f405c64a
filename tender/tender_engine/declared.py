"""What a rulebook declares: its named checks, and the words of what it names.

The kernel has the means and names none. From one `Check` follow the keys that a package may have,
their JSON Schema, the workbook's rows and columns, the labels, and the random packages of tests.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import field, frozen

from tender_engine.findings import Citation
from tender_engine.terms import Decider, StageId, Subject

if TYPE_CHECKING:
    from tender_engine.formats.shapes import Shape

__all__ = [
    "Check",
    "Declarations",
    "Examples",
    "Ground",
    "Parameter",
    "StageWords",
    "Unit",
    "Vocabulary",
    "Words",
]

Demand = TypeVar("Demand")
Fact = TypeVar("Fact")


@frozen
class Words:
    """What something is called: in Indonesian, as a record prints it, and in English."""

    id: str
    en: str

    def said(self, lang: str) -> str:
        """The words in `lang`; English for any language that is not Indonesian."""
        return self.id if lang == "id" else self.en


@frozen
class StageWords:
    """What a stage is called.

    `short` is its title over a narrow column, `passed` what passing is called where nobody is
    judged, and `score` the score that a panel gives here.
    """

    title: Words
    short: Words
    passed: Words | None = None
    score: Words | None = None


class Unit(StrEnum):
    """What a figure of the law counts; `kata` is none, but a term."""

    BAGIAN = "bagian"
    PERSEN = "persen"
    RUPIAH = "rupiah"
    ANGKA = "angka"
    KATA = "kata"


@frozen
class Parameter:
    """A value that the law gives, whatever it is from one date to the next.

    Args:
        words: what it is called.
        unit: what a figure of it counts.
        terms: what a term means as this value, where the words of the law are not enough.
        place: file and line.
    """

    words: Words
    unit: Unit
    terms: Mapping[str, Words] = field(factory=dict)
    place: str = field(default="", eq=False)


@frozen
class Ground:
    """A ground on which a procurement, or its qualification, is declared to have failed.

    Args:
        id: as an act names it.
        words: what is so.
        of: which result fails.
        declared_by: who may declare it.
        follow_up: what follows, by its code.
        citations: the texts for all of it; of the ground itself the first, with which it begins.
        computed: figures show it; else it is people's to find, and their act stands.
        of_tender: whether a Tender can fail on it.
        of_seleksi: whether a Seleksi can.
        effective: the value of the law that says from when it holds, if not at once.
        again: what is so of a prakualifikasi that is held again, where that is something else.
        objected: whether an objection that is found right may show it.
        letters: the letters under which the lists of the law have it, which may be several.
    """

    id: str
    words: Words
    of: Subject
    declared_by: Decider
    follow_up: str
    citations: tuple[Citation, ...]
    computed: bool = False
    of_tender: bool = True
    of_seleksi: bool = True
    effective: str | None = None
    again: Words | None = None
    objected: bool = False
    letters: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """As an act names it, and what it says."""
        return f"{self.id}: {self.words.id}"

    @property
    def passage(self) -> str:
        """Where it stands in the text that it begins with, as papers print it."""
        return self.citations[0].article


@frozen
class Vocabulary:
    """All that a rulebook names, in one language, by key: `param.vat.rate`, `stage.pembukaan`."""

    texts: Mapping[str, str]

    @classmethod
    def of(cls, words: Mapping[str, Words], lang: str) -> "Vocabulary":
        """`words` as `lang` has them."""
        return cls({key: each.said(lang) for key, each in words.items()})

    def said(self, group: str, code: str) -> str:
        """The words for `code`; a code without words is said as it is, with spaces."""
        return self.texts.get(f"{group}.{code}") or code.replace("_", " ")

    def within(self, group: str, contexts: Iterable[str], code: str) -> str:
        """The words that `code` has in the first of `contexts` in which it has its own, or in none.

        >>> words = Vocabulary({"next.negosiasi": "talks", "next.seleksi.negosiasi": "later talks"})
        >>> words.within("next", ["list", "seleksi"], "negosiasi")
        'later talks'
        """
        groups = (f"{group}.{context}" for context in contexts)
        own = next((each for each in groups if f"{each}.{code}" in self.texts), group)
        return self.said(own, code)

    def term(self, word: str) -> str:
        """A term of the law."""
        return self.said("term", word)

    def param(self, param: str) -> str:
        """What a value of the law is called."""
        return self.texts.get(f"param.{param}", param)


@frozen
class Examples(Generic[Demand, Fact]):
    """What a document may ask of a check, and facts that meet any of it or none."""

    asked: tuple[Demand, ...] = ()
    met: tuple[Fact, ...] = ()
    unmet: tuple[Fact, ...] = ()


@frozen(eq=False)
class Check(Generic[Demand, Fact]):
    """A named check: what a document may ask at a stage, and what has to be known for it.

    Attributes:
        key: its name in the format, where it is asked, known, judged or awaited.
        stage: where it is asked and decided.
        words: what a record calls it.
        demand: what the document may ask; None where only its clause can be given.
        fact: what can be known of a bidder; None where people judge it.
        asked_as: what forms call the demand, where its `words` would mislead.
        known_as: what forms call the fact, likewise.
        unit: what its figures count, in the words of a form.
        so: what a form may say of one for whom the fact is true, `tidak` before it where it is not.
        hint: what a form says beside the demand.
        reads: the demand as an element of the evaluation, in the words of a record.
        of_each: whether each business of a KSO is asked, and not the KSO as one.
        on_business: whether the fact stands at the business itself and not among those of `stage`.
        by_law: whether the law asks it by itself of whom it concerns, so that a document that
            repeats it asks nothing more.
        unasked: whether it may be due though no document asks it, for the law does; a check that
            is neither runs where its key is asked.
        of_kso: whether only a KSO is asked, so that a document that asks it alone asks nothing of
            the others.
        judged: whether people judge it like a criterion, though no document lists it.
        beside: the check whose rule reads this fact as well; it has no rule of its own.
        order: where its fact stands among those of its stage; equal ones stand as they are listed.
        examples: for random packages.
    """

    key: str
    stage: StageId
    words: Words
    demand: "Shape | None" = None
    fact: "Shape | None" = None
    asked_as: str = ""
    known_as: str = ""
    unit: str = ""
    so: str = ""
    hint: str = ""
    reads: Callable[[Demand], str] | None = None
    of_each: bool = False
    on_business: bool = False
    by_law: bool = False
    unasked: bool = False
    of_kso: bool = False
    judged: bool = False
    beside: "Check[Any, Any] | None" = None
    order: int = 0
    examples: Examples[Demand, Fact] = field(factory=Examples)

    @property
    def name(self) -> str:
        """Its words, as a heading has them."""
        return self.words.id[0].upper() + self.words.id[1:]

    def said(self, demand: Demand) -> str:
        """What the document asks, in the words of a record."""
        if self.reads is not None:
            return self.reads(demand)
        title = self.asked_as or self.name
        return title if demand is True else f"{title}: {demand} {self.unit}".rstrip()


@frozen(eq=False)
class Declarations:
    """What a rulebook adds to the format of a package.

    Attributes:
        checks: the named checks, in the order in which a form has them.
        refused: kinds of procurement that are known by name and not evaluated.
        refused_checks: checks that are known by name and not built, by their stage.
        grounds: on which a procurement fails, by id.
        answered_at: where in a package the answer to each need is written, by the need's code.
        words: what the schema says of the objects that its checks have, as the kernel's own file
            of words says it of the others.
        shared: what each kind of thing is called that bidders may share, by its code; asked where
            a schema is made, and by nothing that evaluates.
    """

    checks: tuple[Check[Any, Any], ...] = ()
    refused: tuple[str, ...] = ()
    refused_checks: Mapping[StageId, tuple[str, ...]] = field(factory=dict)
    grounds: Mapping[str, Ground] = field(factory=dict)
    answered_at: Mapping[str, tuple[str, ...]] = field(factory=dict)
    words: Mapping[str, dict[str, Any]] = field(factory=dict)
    shared: Callable[[], Mapping[str, Words]] = dict

    def at(self, stage: StageId) -> tuple[Check[Any, Any], ...]:
        """The checks of `stage`."""
        return tuple(check for check in self.checks if check.stage is stage)

    @cached_property
    def judged(self) -> Mapping[StageId, frozenset[str]]:
        """What people judge at a stage though no document lists it."""
        return {
            check.stage: frozenset(c.key for c in self.at(check.stage) if c.judged)
            for check in self.checks
            if check.judged
        }

    @cached_property
    def on_business(self) -> tuple[Check[Any, Any], ...]:
        """The checks whose fact stands at the business itself."""
        return tuple(check for check in self.checks if check.on_business)
