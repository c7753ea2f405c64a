"""The desk: what a Pokja works with, in Open XML, SPSE's tables, and documents.

It knows the kernel and the law. What stands in `__all__` is what is promised to whoever embeds it;
a name is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tender_desk.documents.as_json import bahp_dict
    from tender_desk.documents.markdown import markdown
    from tender_desk.documents.pdf.pdf_writer import pdf_bytes
    from tender_desk.documents.reasons import reasons
    from tender_desk.documents.record import Paper, paper
    from tender_desk.documents.report.page import report
    from tender_desk.documents.word.word_writer import docx_bytes
    from tender_desk.documents.worksheet.making import worksheet
    from tender_desk.spse.comparing import compare_spse
    from tender_desk.spse.filling import filled
    from tender_desk.spse.page_reading import read_spse
    from tender_desk.workbook.drawing import workbook_bytes

__all__ = [
    "Paper",
    "bahp_dict",
    "compare_spse",
    "docx_bytes",
    "filled",
    "markdown",
    "paper",
    "pdf_bytes",
    "read_spse",
    "reasons",
    "report",
    "workbook_bytes",
    "worksheet",
]

_FROM = {
    "Paper": "documents.record",
    "bahp_dict": "documents.as_json",
    "compare_spse": "spse.comparing",
    "docx_bytes": "documents.word.writer",
    "filled": "spse.filling",
    "markdown": "documents.markdown",
    "paper": "documents.record",
    "pdf_bytes": "documents.pdf.writer",
    "read_spse": "spse.page_reading",
    "reasons": "documents.reasons",
    "report": "documents.report.page",
    "workbook_bytes": "workbook.drawing",
    "worksheet": "documents.worksheet.making",
}


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
