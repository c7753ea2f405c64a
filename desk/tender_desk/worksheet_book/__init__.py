"""The kertas kerja: the panel's workbook with what the engine found beside what was given."""

from tender_desk.worksheet_book.making import worksheet
from tender_desk.worksheet_book.refreshing import Refreshed, refreshed

__all__ = ["Refreshed", "refreshed", "worksheet"]
