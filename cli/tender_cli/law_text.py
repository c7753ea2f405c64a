"""The law as people look it up: its values with all their entries, and its rules, as JSON."""

import datetime as dt
import inspect
from collections.abc import Iterable, Mapping
from typing import Any

from tender_engine.declared import Check, Ground
from tender_engine.findings import Citation, UsedValue, said
from tender_engine.law import Law, Local, Provision, Rule
from tender_engine.rulebook import Rulebook, live
from tender_engine.terms import Canceller, Subject
from tender_rules.stages.failure import CANCELLED
from tender_rules.uses import entries_of, params_of

__all__ = [
    "cancelled_dict",
    "law_dict",
    "named_dict",
    "value_dict",
]


def law_dict(rulebook: Rulebook, law: Law) -> dict[str, Any]:
    """The law in force on a day: its values, and the rules that hold."""
    base = {provision.param: provision for provision in live(rulebook.provisions, law.day)}
    values = [value_dict(law.values[name], base[name].local) for name in sorted(law.values)]
    return {
        "rulebook": law.regime.id,
        "title": law.regime.title,
        "since": law.regime.since.isoformat(),
        "version": rulebook.version,
        "digest": rulebook.digest,
        "overlays": list(law.overlays),
        "values": values,
        "rules": [_rule_dict(rule, law) for rule in rulebook.rules if rule.holds_on(law.day)],
    }


def named_dict(rulebook: Rulebook, name: str) -> dict[str, Any]:
    """All that the rulebook has under one name; a rule and a value that it turns on may share it.

    Empty where it has nothing.
    """
    told: dict[str, Any] = {}
    for rule in (rule for rule in rulebook.rules if rule.id == name):
        told |= _rule_dict(rule)
    if entries := entries_of(rulebook, name):
        made = [_provision_dict(set_by, entry) for set_by, entry in entries]
        told |= {"param": name, "entries": made}
    if ground := rulebook.grounds.get(name):
        told |= _ground_dict(ground)
    for check in (check for check in rulebook.declarations.checks if check.key == name):
        told |= _check_dict(rulebook, check)
    return told


def value_dict(value: UsedValue, local: Local) -> dict[str, Any]:
    """A value in force as JSON; `local` is what may be done with it locally."""
    return {
        "param": value.param,
        "value": value.value,
        "variant": value.variant,
        "instrument": value.instrument,
        "article": value.article,
        "since": value.since.isoformat(),
        "source": value.source.value,
        "local": local.value,
        "set_by": value.set_by,
    }


def _provision_dict(set_by: str, entry: Provision) -> dict[str, Any]:
    """One dated entry as JSON, with the place where it is written."""
    return {
        "param": entry.param,
        "value": said(entry.value),
        "variant": entry.variant,
        "default": entry.default,
        "instrument": entry.instrument,
        "article": entry.article,
        "since": entry.since.isoformat(),
        "until": _day(entry.until),
        "source": entry.source.value,
        "checked": entry.checked.isoformat(),
        "local": entry.local.value,
        "set_by": set_by,
        "place": entry.place,
        "note": entry.note,
    }


def _rule_dict(rule: Rule[Any], law: Law | None = None) -> Mapping[str, Any]:
    """A rule as JSON, with the values it may use; cited as written, or as it is under `law`."""
    cites = rule.cites if law is None else [law.cite(cite, rule.since) for cite in rule.cites]
    return {
        "rule": rule.id,
        "title": rule.title,
        "meaning": inspect.getdoc(rule.decide),
        "since": rule.since.isoformat(),
        "until": _day(rule.until),
        "check": rule.check.key if rule.check else None,
        "citations": _citations(cites),
        "values": list(params_of(rule)),
    }


def _ground_dict(ground: Ground) -> Mapping[str, Any]:
    """A ground of failure as JSON."""
    return {
        "ground": ground.id,
        "title": ground.words.id,
        "of": ground.of.value,
        "declared_by": ground.declared_by.value,
        "effective": ground.effective or "segera",
        "next": ground.follow_up,
        "computed": ground.computed,
        "citations": _citations(ground.citations),
    }


def cancelled_dict(rulebook: Rulebook) -> Mapping[str, Any]:
    """The end by a decision as JSON: who may decide it in `declared_by`, and no text behind it."""
    return {
        "ground": CANCELLED,
        "title": rulebook.words[f"ground.{CANCELLED}"].id,
        "of": Subject.PEMILIHAN.value,
        "declared_by": [who.value for who in Canceller],
        "effective": "segera",
        "next": None,
        "computed": False,
        "citations": [],
    }


def _check_dict(rulebook: Rulebook, check: Check[Any, Any]) -> Mapping[str, Any]:
    """A named check as JSON, with the rules that it is decided by."""
    return {
        "check": check.key,
        "title": check.words.id,
        "stage": check.stage.value,
        "rules": [_rule_dict(rule) for rule in rulebook.deciding(check)],
    }


def _citations(cites: Iterable[Citation]) -> list[Mapping[str, str]]:
    return [
        {"instrument": c.instrument, "article": c.article, "source": c.source.value} for c in cites
    ]


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
