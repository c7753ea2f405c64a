"""How a record names provisions and values of the law, as far as they may leave the panel."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve, frozen

from tender_desk.documents.naming import Naming
from tender_desk.documents.wording import (
    BLANK,
    cited,
    document_clause,
    is_law,
    numbered,
    value_said,
)
from tender_engine.declared import Unit
from tender_engine.events import Confirmation
from tender_engine.findings import DOCUMENT, Citation, Finding, Source, UsedValue
from tender_engine.law import Rule
from tender_engine.numbers import same_value
from tender_rules.citations import DOCUMENT as BY_DOCUMENT
from tender_rules.citations import perpres

__all__ = ["Citing"]

Told = TypeVar("Told", Citation, UsedValue)


@frozen(kw_only=True)
class Citing(Naming):
    """The same with what it rests on: an `internal` one names every source as it is."""

    internal: bool

    def follow_up(self, code: str) -> tuple[str, str]:
        """What follows, and the sentence that it is due."""
        names = (code, f"{code}.due")
        what, due = (self.words.within("next", self.kind.contexts, name) for name in names)
        return self.kind.said(what), self.filled(self.kind.said(due))

    def value(self, param: str) -> UsedValue:
        """A value of the law in force for this tender."""
        return self.evaluation.law.value(param)

    def value_said(self, param: str) -> str:
        """A value of the law in force for this tender, as a record writes it."""
        return self.value_in_words(param, self.value(param).value)

    def value_in_words(self, param: str, value: str) -> str:
        """`value` of the law, as a record writes it."""
        told = self.evaluation.basis.parameters.get(param)
        return value_said(self.words, told.unit if told else Unit.KATA, param, value)

    def value_cited(self, param: str) -> str:
        """The text behind a value of the law; the document's own where it takes a text's place."""
        used = self.value(param)
        confirmed = self.confirmed(used)
        if confirmed:
            return document_clause(confirmed.clause)
        asked = [used] if used in self.evaluation.values else []
        return cited([self.outside(used, asked)])

    def cited(self, citations: Iterable[Citation]) -> str:
        """Provisions as this record names them."""
        return cited(map(self.outside, citations))

    def behind(self, *findings: Finding) -> str:
        """The provisions behind findings, as this record names them.

        What rests on the tender's document alone names it, and not only what the law calls so.
        """
        return cited(source for finding in findings for source in self._behind(finding))

    def _behind(self, finding: Finding) -> Iterator[Citation]:
        rule = self.evaluation.basis.rules.get(finding.rule)
        by_document = rule is not None and rule.cites == (BY_DOCUMENT,)
        for citation in finding.citations:
            if by_document and not (citation.clause or self.internal):
                number = self.package.tender.document.number
                yield evolve(citation, instrument=DOCUMENT, article=number)
            else:
                yield self.outside(citation, finding.values)

    def outside(self, source: Told, values: Iterable[UsedValue] = ()) -> Told:
        """`source` as it may leave the panel: a regulation, the local standard, or the document.

        Where no text of the law was read, the tender's document is what binds: the clause with
        which the panel confirmed one of `values`, a blank for it where that is still to come, and
        else the document by its number. Inside, the source is told as it is.
        """
        binding = {*map(self.evaluation.basis.overlays.get, self.evaluation.law.overlays), DOCUMENT}
        law = is_law(source.instrument) or source.instrument in binding
        if self.internal or (law and source.source is not Source.UNVERIFIED):
            return source
        doubtful = [used for used in values if used.source is Source.UNVERIFIED]
        clauses = [event.clause if (event := self.confirmed(x)) else BLANK for x in doubtful]
        clause = source.clause or next(iter(clauses), None)
        number = self.package.tender.document.number
        return evolve(source, instrument=DOCUMENT, article=number, clause=clause)

    def document(self, clause: str | None = None) -> str:
        """Where the tender's own document says it: the clause, or the document by its number."""
        return document_clause(clause or numbered(self.package.tender.document.number))

    def ruled(self, rule: Rule[Any]) -> str:
        """The provisions behind a rule, as this record names them on the day of this tender."""
        return self.cited(self.evaluation.law.cite_all(rule.cites, rule.since))

    def article(self, article: str) -> str:
        """An article of Perpres 16/2018, as it is called on the day of this tender."""
        return cited([self.evaluation.law.cite(perpres(article))])

    def filled(self, text: str, **places: object) -> str:
        """`text` with its places filled; one that is an article, with what it is called.

        `{Pasal 51 ayat (3)}` becomes `Perpres 16/2018 Pasal 51 ayat (4)` in 2022.
        """
        return text.format_map(_Places(self, places))

    def confirmed(self, used: UsedValue) -> Confirmation | None:
        """The panel's last word on a value without a text, if it agrees with what was used."""
        if used.source is not Source.UNVERIFIED:
            return None
        spoken = [event for event in self.events(Confirmation) if event.param == used.param]
        agreed = spoken and same_value(spoken[-1].value, used.value)
        return spoken[-1] if agreed else None


class _Places(dict[str, object]):
    """What the places of a text are filled with; any other name is that of an article."""

    def __init__(self, view: Citing, places: Mapping[str, object]) -> None:
        super().__init__(places)
        self._view = view

    def __missing__(self, article: str) -> str:
        return self._view.article(article)
