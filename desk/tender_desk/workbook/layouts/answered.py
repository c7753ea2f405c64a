"""Confirmations of a package as rows of the sheet `Konfirmasi`, where these say the very same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from tender_desk.documents.kind import as_seleksi
from tender_desk.documents.wording import reading_said
from tender_desk.workbook.kinds import CellError
from tender_desk.workbook.layouts.provisions import Provisions, provisions_of
from tender_desk.workbook.layouts.tables_confirmed import AGREED, CONFIRMED
from tender_desk.workbook.reading.confirmed import REASON
from tender_engine.faults import Path
from tender_engine.rulebook import Rulebook
from tender_rules.procurement_kind import CONSULTANCY

__all__ = ["Answered", "answered_in"]

Said: TypeAlias = Mapping[str, Any]

_TYPE = CONFIRMED.constant["type"]
_KEYS = {"type", "at", "param", "value", "clause"}
_VALUES: Path = ("tender", "regulation", "values")


@frozen
class Answered:
    """A row by the keys of its columns, and the places of the package that it says all of."""

    row: Said
    places: tuple[Path, ...]


def answered_in(value: Said, rulebook: Rulebook) -> tuple[Answered, ...]:
    """The rows that say what the package `value` confirms; what none says stands elsewhere."""
    tender = value["tender"]
    regulation = tender.get("regulation") or {}
    full = provisions_of(value, rulebook)
    without = {**tender, "regulation": {**regulation, "values": []}}
    bare = provisions_of({"tender": without}, rulebook)
    if full is None or bare is None:
        return ()
    made = _Answers(full, bare, regulation.get("values") or (), tender.get("category"))
    return tuple(made.of(value.get("events", ())))


@frozen
class _Answers:
    """Makes rows under the law `full`, and that without what the document sets, `bare`."""

    _full: Provisions
    _bare: Provisions
    _values: Sequence[Said]
    _category: str | None

    def of(self, events: Sequence[Said]) -> Iterator[Answered]:
        """The rows of these events."""
        named = Counter(event.get("param") for event in events if event["type"] == _TYPE)
        for index, event in enumerate(events):
            if event["type"] == _TYPE and event.keys() == _KEYS and named[event["param"]] == 1:
                place: Path = ("events", index)
                if row := self._own(event, place) or self._agreed(event, place):
                    yield row

    def _own(self, event: Said, place: Path) -> Answered | None:
        """A value that the document sets, with its confirmation."""
        found = [n for n, one in enumerate(self._values) if one.get("param") == event["param"]]
        if len(found) != 1:
            return None
        said = self._values[found[0]]
        param, value = event["param"], event["value"]
        if any(said.get(key) != event[key] for key in ("value", "clause")):
            return None
        law = self._bare
        words = law.in_words(param, value)
        if not (_means(law, param, words, value) and law.may_set(param, value)):
            return None
        row = self._row(law, event, words)
        row |= {} if said.get("reason") == REASON else {"reason": said.get("reason")}
        stands = law.law.value(param).value
        places = (place, (*_VALUES, found[0]))
        return None if stands == value else Answered(row, places)

    def _agreed(self, event: Said, place: Path) -> Answered | None:
        """A value that is in force, confirmed."""
        law, param = self._full, event["param"]
        known = law.law.values.get(param)
        if known is None or known.value != event["value"]:
            return None
        if not _means(law, param, law.in_force(param), known.value):
            return None
        return Answered(self._row(law, event, AGREED), (place,))

    def _row(self, law: Provisions, event: Said, answer: str) -> dict[str, Any]:
        param = event["param"]
        told = {"what": law.called(param), "stands": law.in_force(param)}
        if self._category in CONSULTANCY:
            told = {key: as_seleksi(text) for key, text in told.items()}
        read = reading_said(law.law.value(param))
        told |= {"value": answer, "clause": event["clause"], "at": event["at"], "param": param}
        return {**told, "read": read} if read else told


def _means(law: Provisions, param: str, words: str, value: str) -> bool:
    """Whether these words are read as the very value."""
    if param not in law.law.values:
        return False
    try:
        return law.value_of(param, words) == value
    except CellError:
        return False
