"""Terms of the format in messages as a workbook writes them: with spaces, or in its own words."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from tender_desk.workbook.kinds import Choice
from tender_desk.workbook.layout import Form
from tender_desk.workbook.tables import Layout
from tender_engine.faults import Fault

__all__ = ["spoken"]


def spoken(faults: Iterable[Fault], layout: Layout) -> Iterator[Fault]:
    """The `faults` with their terms as people choose them in the workbook."""
    # Terms of one word are the same in both, and may be anybody's code.
    words = {term: word for term, word in _words(layout) if not term.isalnum()}
    for fault in faults:
        said = {name: _said(text, words) for name, text in fault.params.items()}
        yield evolve(fault, params=said) if said != fault.params else fault


def _words(layout: Layout) -> Iterator[tuple[str, str]]:
    for sheet in layout.sheets:
        if isinstance(sheet, Form):
            kinds = [field.kind for field in sheet.fields]
        else:
            kinds = [column.kind for column in (*sheet.parents, *sheet.columns)]
        for kind in kinds:
            if isinstance(kind, Choice):
                yield from kind.words.items()


def _said(text: str, words: Mapping[str, str]) -> str:
    return ", ".join(words.get(part, part) for part in text.split(", "))
