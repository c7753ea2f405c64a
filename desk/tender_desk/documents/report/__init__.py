"""The report: one self-contained HTML file to read on a phone, at a desk and on paper."""

from tender_desk.documents.report.page import report

__all__ = ["report"]
