"""The words of every code that reading a package can end in, whatever its file is."""

from collections.abc import Mapping

from tender.faults import FaultText
from tender.formats import fault_texts
from tender.formats.excel import guard_texts, pasted_texts
from tender.formats.excel import texts as workbook_texts
from tender.formats.excel.growing import filling_texts
from tender.formats.excel.growing import texts as growing_texts
from tender.formats.schedules import texts as schedule_texts

__all__ = ["TEXTS"]

TEXTS: Mapping[str, FaultText] = {
    **fault_texts.TEXTS,
    **guard_texts.TEXTS,
    **workbook_texts.TEXTS,
    **pasted_texts.TEXTS,
    **growing_texts.TEXTS,
    **filling_texts.TEXTS,
    **schedule_texts.TEXTS,
}
