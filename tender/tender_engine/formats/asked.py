# ruff: noqa: D102 - the three methods of every shape are described once, in `Shape`
"""What a document asks at a stage: the clause of what is asked stands in one place."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from tender_engine.faults import Chain, Faults
from tender_engine.formats.either import BoolOr
from tender_engine.formats.records import Record

__all__ = ["AskedRecord"]


class AskedRecord(Record):
    """Requirements of a stage, in which an asked object may carry its own `clause`.

    It is moved to `clauses`, so that whoever writes it there has the same package; what then asks
    no more than `true` does is that. Where another one stands there, both stay, and are refused.
    """

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        if type(value) is self.made:
            return super().read(self._moved(value), at, key, faults)
        made = super().read(value, at, key, faults)
        return None if made is None else self._moved(made)

    def _moved(self, made: Any) -> Any:
        named = made.named if isinstance(made.named, Mapping) else {}
        among = made.clauses or {}
        own = {
            name: clause
            for name, asked in named.items()
            if (clause := getattr(asked, "clause", None)) and among.get(name, clause) == clause
        }
        if not own:
            return made
        rest = {name: self._without(name, named[name]) for name in own}
        return evolve(made, named={**named, **rest}, clauses={**among, **own})

    def _without(self, name: str, asked: Any) -> Any:
        """What is asked, without its clause; `True` where that says it all."""
        rest = evolve(asked, clause=None)
        shape = next((key.shape for key in self.keys if key.name == name), None)
        return True if isinstance(shape, BoolOr) and rest == type(asked)() else rest
