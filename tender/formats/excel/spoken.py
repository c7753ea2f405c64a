"""Terms of the format in messages as a workbook writes them: with spaces, or in its own words."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from tender.faults import Fault
from tender.formats.excel.forms import PACKAGE_FORM, REQUIREMENTS_FORM
from tender.formats.excel.kinds import Choice
from tender.formats.excel.tables import PRICES, TABLES

__all__ = ["spoken"]


def _words() -> Iterator[tuple[str, str]]:
    fields = (*PACKAGE_FORM.fields, *REQUIREMENTS_FORM.fields)
    columns = (c for table in (*TABLES, PRICES) for c in (*table.parents, *table.columns))
    for kind in (*(field.kind for field in fields), *(column.kind for column in columns)):
        if isinstance(kind, Choice):
            yield from kind.words.items()


# Terms of one word are the same in both, and may be anybody's code.
_WORDS: Mapping[str, str] = {term: word for term, word in _words() if "_" in term}


def spoken(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The `faults` with their terms as people choose them in the workbook."""
    for fault in faults:
        said = {name: _said(text) for name, text in fault.params.items()}
        yield evolve(fault, params=said) if said != fault.params else fault


def _said(text: str) -> str:
    return ", ".join(_WORDS.get(part, part) for part in text.split(", "))
