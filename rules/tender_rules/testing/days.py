"""On which day a tender was announced: under any state of the law, with all that happened then."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tender_engine.model import Package
from tender_rules.rulebook import national

__all__ = ["any_regime", "moved"]

_LATEST = dt.date(2026, 11, 2)


def any_regime() -> SearchStrategy[dt.date]:
    """A day of announcement under each state of the national law, the first and last day of it."""
    first = [regime.since for regime in national().regimes]
    last = [since - dt.timedelta(days=1) for since in first[1:]] + [_LATEST]
    return st.sampled_from([*first[::-1], *last])


def moved(package: Package, days: dt.timedelta) -> Package:
    """`package` with all that happened in it so many days later, but for its announcement."""
    later: Package = _later(package, days)
    announced_on = package.tender.announced_on
    return attrs.evolve(later, tender=attrs.evolve(later.tender, announced_on=announced_on))


def _later(value: Any, days: dt.timedelta) -> Any:
    if isinstance(value, dt.date):
        return value + days
    if isinstance(value, tuple):
        return tuple(_later(inside, days) for inside in value)
    if isinstance(value, Mapping):
        return {key: _later(inside, days) for key, inside in value.items()}
    if not attrs.has(type(value)):
        return value
    fields = (field.name for field in attrs.fields(type(value)) if field.init)
    inside = {name: _later(getattr(value, name), days) for name in fields}
    return attrs.evolve(value, **inside)
