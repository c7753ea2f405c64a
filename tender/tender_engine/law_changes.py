"""What of the law changed between two days, under one rulebook."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from tender_engine.changes import Change, changes
from tender_engine.findings import Citation, UsedValue
from tender_engine.law import Law, Local, Regime, Rule
from tender_engine.renaming import Amendment, Instrument
from tender_engine.rulebook import Rulebook, live

__all__ = ["LawChanges", "RuleInForce", "StandingValue", "compare_laws"]


@frozen
class StandingValue:
    """A value of the law as it stands on a day, and what may be done with it locally."""

    used: UsedValue
    local: Local


@frozen
class RuleInForce:
    """A rule that holds on a day, under the provisions that can be cited then, as well read."""

    rule: Rule[Any]
    citations: tuple[Citation, ...]


@frozen
class LawChanges:
    """What differs between two states of the law; a side is `None` where it has nothing.

    Attributes:
        regimes: the state of the national law, if it is another.
        amendments: texts that changed others, by the two instruments.
        instruments: texts that an act can rest on, on one of the days only.
        values: values that came, went or changed: what, from which text, how well that was read
            as it stands on the day, which reading, who set it, what is open locally.
        rules: rules that begin or end, or are cited otherwise.
    """

    regimes: tuple[Change[Regime], ...]
    amendments: tuple[Change[Amendment], ...]
    instruments: tuple[Change[Instrument], ...]
    values: tuple[Change[StandingValue], ...]
    rules: tuple[Change[RuleInForce], ...]


def compare_laws(rulebook: Rulebook, before: Law, after: Law) -> LawChanges:
    """What differs between two laws that `rulebook` gave, for two days or under two overlays."""
    laws = (before, after)
    return LawChanges(
        regimes=changes(*({"regime": law.regime} for law in laws)),
        amendments=changes(*(_amendments(law) for law in laws)),
        instruments=changes(*(_instruments(law) for law in laws)),
        values=changes(*(_values(rulebook, law) for law in laws)),
        rules=changes(*(_rules(rulebook, law) for law in laws)),
    )


def _amendments(law: Law) -> Mapping[str, Amendment]:
    return {f"{text.instrument} {text.amends}": text for text in law.amendments}


def _instruments(law: Law) -> Mapping[str, Instrument]:
    return {name: text for name, text in law.instruments.items() if text.is_basis_on(law.day)}


def _values(rulebook: Rulebook, law: Law) -> Mapping[str, StandingValue]:
    """Each value in force; what is open locally is for the national text of the day to say."""
    local = {entry.param: entry.local for entry in live(rulebook.provisions, law.day)}
    return {name: StandingValue(law.value(name), local[name]) for name in law.values}


def _rules(rulebook: Rulebook, law: Law) -> Mapping[str, RuleInForce]:
    return {
        rule.id: RuleInForce(rule, law.cite_all(rule.cites, rule.since))
        for rule in rulebook.rules
        if rule.holds_on(law.day)
    }
