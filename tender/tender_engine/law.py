"""Dated law: provisions with their sources, rules as functions, the law as one tender sees it."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from attrs import define, evolve, field, frozen

from tender_engine.days import DaysOff
from tender_engine.declared import Check
from tender_engine.findings import (
    BELUM_DINILAI,
    DOCUMENT,
    GUGUR,
    LULUS,
    Citation,
    Finding,
    Source,
    UsedValue,
    Verdict,
    said,
)
from tender_engine.renaming import Amendment, Bearings, Instrument, is_there
from tender_engine.thawing import new, thawed

__all__ = [
    "Ask",
    "Law",
    "LawError",
    "Local",
    "Outcome",
    "Provision",
    "Regime",
    "Rule",
    "applied",
    "fails",
    "in_force",
    "passes",
    "rule",
    "waits",
]

F = TypeVar("F")

# Made once: an enumeration is slow to look into, and every question asks.
_SETTING = Source.SETTING
_NOT_CITED = (), None, ()
_THAWED = thawed(Finding)


class LawError(ValueError):
    """The law as written down contradicts itself or has a hole; the message names the places."""


class Local(StrEnum):
    """What an overlay, or the tender's own document, may do with a value.

    `OVERLAY` opens it to an overlay alone: the house decides it, and no document speaks of it.
    """

    NO = "no"
    YES = "yes"
    OVERLAY = "overlay"
    ONLY_LOWER = "only-lower"
    ONLY_HIGHER = "only-higher"

    def allows(self, national: "Provision", value: Decimal | str) -> bool:
        """Whether `value` may replace the national one."""
        if self in (Local.NO, Local.YES, Local.OVERLAY):
            return self is not Local.NO
        if not isinstance(value, Decimal) or not isinstance(national.value, Decimal):
            return False
        lower = value < national.value
        return value == national.value or lower == (self is Local.ONLY_LOWER)


@frozen
class Provision:
    """One value of the law: what it is, which text says so, from when, and how well that was read.

    `place` is file and line; `variant` names one of several readings, of which one is `default`.
    """

    param: str
    value: Decimal | str
    instrument: str
    article: str
    since: dt.date
    source: Source
    checked: dt.date
    local: Local
    place: str
    until: dt.date | None = None
    variant: str | None = None
    default: bool = True
    note: str = ""

    def holds_on(self, day: dt.date) -> bool:
        """Whether the text was in force on `day`."""
        return self.since <= day and (self.until is None or day < self.until)


@frozen
class Regime:
    """The state of the national law from `since` on; an evaluation prints its title.

    `notice` says what was not read of it, where that matters.
    """

    id: str
    title: str
    since: dt.date
    notice: str = ""


@define  # quickly made: every rule answers with one
class Outcome:
    """What a rule function answers. `clause` is the document's; `needs` what a wait is for."""

    verdict: Verdict
    reason: str
    facts: Mapping[str, object] = field(factory=dict)
    clause: str | None = None
    needs: str = ""


def passes(reason: str, clause: str | None = None, /, **facts: object) -> Outcome:
    """The requirement is met."""
    made = new(Outcome)  # nearly all answers, in half the time that calling the class takes
    made.verdict = LULUS
    made.reason = reason
    made.facts = facts
    made.clause = clause
    made.needs = ""
    return made


def fails(reason: str, clause: str | None = None, /, **facts: object) -> Outcome:
    """The requirement is not met: the bidder is out."""
    return Outcome(GUGUR, reason, facts, clause)


def waits(reason: str, needs: str, clause: str | None = None, /, **facts: object) -> Outcome:
    """Something is unknown; `needs` is the stable code of what is missing."""
    return Outcome(BELUM_DINILAI, reason, facts, clause, needs)


@frozen
class Law:
    """The law in force for one tender, announced on `day`; `tender` is None where it is for none.

    Every citation passes through `cite`: rules, grounds and values are written with what a text
    was called when it was read. For a tender it says what the passage is called in its papers;
    for none, where it was read, as it is called on that day.

    `days_off` are those of the nation and of the regions of its overlays.
    `instruments` are the texts that have a first or a last day of their own, or several annexes;
    `kind` is the law of all tenders of its day and kind, in which no document has a number yet.
    """

    day: dt.date
    regime: Regime
    overlays: tuple[str, ...]
    values: Mapping[str, UsedValue]
    amendments: tuple[Amendment, ...]
    instruments: Mapping[str, Instrument] = field(factory=dict)
    tender: Bearings | None = None
    kind: "Law | None" = field(default=None, repr=False, eq=False)
    days_off: DaysOff = field(factory=DaysOff, repr=False)
    # The values of which the tender's own document is the basis, once they were looked for.
    _unnumbered: list[tuple[str, ...]] = field(factory=list, init=False, repr=False, eq=False)
    _cited: dict[tuple[tuple[Citation, ...], dt.date], tuple[Citation, ...]] = field(
        factory=dict, init=False, repr=False, eq=False
    )
    _cited_by: dict[str, tuple[tuple[Citation, ...], dt.date, tuple[Citation, ...]]] = field(
        factory=dict, init=False, repr=False, eq=False
    )

    def value(self, param: str) -> UsedValue:
        """The value of `param` in force.

        Raises:
            LawError: no text gives one on this day.
        """
        try:
            return self.values[param]
        except KeyError:
            raise LawError(f"no value of {param} is in force under {self.regime.id}") from None

    def under(self, tender: Bearings) -> "Law":
        """The same law with the number of the document of `tender` where only that is cited."""
        if not self._unnumbered:
            self._unnumbered.append(
                tuple(name for name, used in self.values.items() if used.instrument == DOCUMENT)
            )
        numbered = {
            param: evolve(self.values[param], article=tender.document)
            for param in self._unnumbered[0]
        }
        return evolve(self, values={**self.values, **numbered}, tender=tender, kind=self)

    def cite(self, citation: Citation, since: dt.date = dt.date.min) -> Citation:
        """`citation` as it is called on the day, marked by how well it was read as it stands then.

        `since` is the day from which what cites it holds: what holds from an amendment on is
        written as the amendment has it. A text that has ended, is not there yet, or is about other
        procurements is no basis of an act: the tender's own document stands in its place.
        """
        name, article, source = citation.instrument, citation.article, citation.source
        for text in self.amendments:
            if text.amends == name and since < text.since:
                article, source = text.called(article, source, self.tender)
            elif text.amends == name:
                source = text.read_as(article, source)
        known = self.instruments.get(name)
        if known is not None:
            article, source = known.called(article, source, self.tender)
            basis = known.is_basis_on(self.day) and known.is_for(self.tender)
            if self.tender is not None and not basis:
                name, article = DOCUMENT, self.tender.document
        return Citation(name, article, source, citation.clause)

    def cite_all(
        self, citations: tuple[Citation, ...], since: dt.date = dt.date.min
    ) -> tuple[Citation, ...]:
        """Those whose text was there for the tender, as cited then; all of them if none was."""
        cited = self._cited.get((citations, since))
        if cited is None:
            cited = self._cite_all(citations, since)
            self._cited[citations, since] = cited
        return cited

    def cited_by(self, rule: "Rule[Any]") -> tuple[Citation, ...]:
        """The citations of `rule`, as cited for the tender."""
        # By its id, which is found quickly, and of no other that is called the same.
        cites, since, cited = self._cited_by.get(rule.id, _NOT_CITED)
        if cites is not rule.cites or since is not rule.since:
            cited = self.cite_all(rule.cites, rule.since)
            self._cited_by[rule.id] = rule.cites, rule.since, cited
        return cited

    def _cite_all(self, citations: tuple[Citation, ...], since: dt.date) -> tuple[Citation, ...]:
        if self.kind is not None and self.tender is not None:
            # All tenders of a kind are cited the same, but for the number of their document.
            alike = self.kind.cite_all(citations, since)
            if all(citation.instrument != DOCUMENT for citation in alike):
                return alike
            number = self.tender.document
            numbered = (evolve(c, article=number) if c.instrument == DOCUMENT else c for c in alike)
            return tuple(numbered)
        there = [c for c in citations if self._is_there(c.instrument)]
        return tuple(dict.fromkeys(self.cite(c, since) for c in there or citations))

    def _is_there(self, name: str) -> bool:
        known = self.instruments.get(name)
        about_it = known is None or known.is_for(self.tender)
        return about_it and is_there(self.instruments, name, self.day)


class Ask:
    """A rule's questions to the law. What was asked is remembered in `used`, for the record.

    A setting of the house is answered like a value and never remembered: nothing rests on it.
    """

    __slots__ = ("law", "used")

    def __init__(self, law: Law, used: dict[str, UsedValue] | None = None) -> None:
        self.law = law
        self.used: dict[str, UsedValue] = {} if used is None else used

    def decimal(self, param: str) -> Decimal:
        """The number that the law gives for `param`."""
        used = self._ask(param)
        return used.number if used.figure is None else used.figure

    def text(self, param: str) -> str:
        """The term that the law gives for `param`."""
        return self._ask(param).value

    def _ask(self, param: str) -> UsedValue:
        found = self.law.values.get(param) or self.law.value(param)
        if found.source is not _SETTING:
            self.used[param] = found
        return found


@frozen(eq=False)  # each is one of a kind, and found quickly by that
class Rule(Generic[F]):
    """A provision as a function over the file of its stage.

    `check` is the named check that it decides, if it is one; `awaits` is what an evaluation calls
    that which it may wait for, where that is no named check.
    """

    id: str
    title: str
    cites: tuple[Citation, ...]
    since: dt.date
    decide: Callable[[F, Ask], Outcome | None]
    until: dt.date | None = None
    check: Check[Any, Any] | None = None
    awaits: str | None = None

    @property
    def awaited(self) -> str | None:
        """What it may wait for, by the name that an evaluation has for it."""
        return self.check.key if self.check else self.awaits

    def holds_on(self, day: dt.date) -> bool:
        """Whether the rule is in force on `day`."""
        return self.since <= day and (self.until is None or day < self.until)

    def apply(self, file: F, law: Law) -> tuple[Finding, str] | None:
        """The finding and what it waits for; `None` where the rule has nothing to say.

        A rule that is not in force on the day of the law has nothing to say.
        """
        if not self.holds_on(law.day):
            return None
        ask = Ask(law)
        outcome = self.decide(file, ask)
        return None if outcome is None else (self.found(outcome, ask), outcome.needs)

    def found(self, outcome: Outcome, ask: Ask) -> Finding:
        """`outcome` as a finding of this rule."""
        citations = ask.law.cited_by(self)
        facts = {
            name: value if type(value) is str else said(value)  # as most are
            for name, value in outcome.facts.items()
        }
        if outcome.clause:
            first, *others = citations
            # The clause says where in the document; its number need not be told beside it.
            laws = (other for other in others if other.instrument != DOCUMENT)
            citations = (first.at(outcome.clause), *laws)
        made = new(_THAWED)
        made.rule = self.id
        made.verdict = outcome.verdict
        made.reason = outcome.reason
        made.facts = facts
        made.values = tuple(ask.used.values()) if ask.used else ()
        made.citations = citations
        made.__class__ = Finding
        found: Finding = made
        return found


def applied(rules: tuple[Rule[F], ...], file: F, ask: Ask) -> list[tuple[Rule[F], Finding, str]]:
    """Each of `rules` that has something to say of `file`: its finding and what it waits for.

    Each puts its questions through `ask`, of which nothing is left behind.
    """
    found: list[tuple[Rule[F], Finding, str]] = []
    for each in in_force(rules, ask.law.day):
        outcome = each.decide(file, ask)
        if outcome is not None:
            found.append((each, each.found(outcome, ask), outcome.needs))
        if ask.used:
            ask.used = {}  # what one rule asked is none of what the next rests on
    return found


@lru_cache(maxsize=1 << 12)
def in_force(rules: tuple[Rule[F], ...], day: dt.date) -> tuple[Rule[F], ...]:
    """Those of `rules` that are in force on `day`."""
    return tuple(each for each in rules if each.holds_on(day))


def rule(
    id: str,  # noqa: A002
    title: str,
    *cites: Citation,
    since: str,
    until: str | None = None,
    check: Check[Any, Any] | None = None,
    awaits: str | None = None,
) -> Callable[[Callable[[F, Ask], Outcome | None]], Rule[F]]:
    """Mark a function as the rule `id`, which holds from `since` (ISO date) under `cites`."""

    def mark(decide: Callable[[F, Ask], Outcome | None]) -> Rule[F]:
        end = dt.date.fromisoformat(until) if until else None
        return Rule(id, title, cites, dt.date.fromisoformat(since), decide, end, check, awaits)

    return mark
