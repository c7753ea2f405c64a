"""The kertas kerja: the panel's workbook with what the engine found beside what was given."""

from tender_desk.worksheet_book.making import worksheet

__all__ = ["worksheet"]
