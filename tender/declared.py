"""What a rulebook declares of itself: the words of each thing that it names."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import field, frozen

from tender.findings import Citation
from tender.terms import Decider, Subject

__all__ = ["Ground", "Parameter", "StageWords", "Unit", "Vocabulary", "Words"]


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
