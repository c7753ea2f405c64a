"""The desk: what a Pokja works with, in Open XML, SPSE's tables, documents and OCDS.

It knows the kernel and the law. What stands in `__all__` is what is promised to whoever embeds it;
a name is loaded when it is first asked for.
"""

from tender_engine.exporting import exported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tender_desk.any_file import read
    from tender_desk.batch.jobs import BatchRow
    from tender_desk.batch.many import evaluate_many
    from tender_desk.batch.published import Published, PublishedError, read_published
    from tender_desk.batch.sources import PackageBytes, PackageLines
    from tender_desk.batch.telling import BatchError
    from tender_desk.documents.as_json import bahp_dict
    from tender_desk.documents.blocks import (
        Align,
        Pairs,
        Paragraph,
        Record,
        Signatory,
        Signatures,
        Subheading,
        Table,
        table,
    )
    from tender_desk.documents.draft import standing, standing_of_stages
    from tender_desk.documents.draft_reasons import Standing
    from tender_desk.documents.markdown import markdown
    from tender_desk.documents.papers import (
        BAHP,
        CLARIFICATION,
        EVALUATION,
        LETTER,
        PAPERS,
        PROOF,
        WORKING_PAPER,
        Audience,
        NothingToTellError,
        Paper,
        paper,
    )
    from tender_desk.documents.pdf.pdf_writer import PdfNotInstalledError, pdf_bytes
    from tender_desk.documents.readback import UnwritableTextError
    from tender_desk.documents.reasons import Reason, reasons
    from tender_desk.documents.report.page import report
    from tender_desk.documents.view import View
    from tender_desk.documents.word.kop_error import KopError
    from tender_desk.documents.word.word_writer import docx_bytes
    from tender_desk.file_reading import FileReading
    from tender_desk.ocds.faults import OCDS_TEXTS, OcdsError
    from tender_desk.ocds.opening import OcdsRefusedError
    from tender_desk.ocds.release import Publication, release_package
    from tender_desk.ocds.taking import OcdsTaken, package_from_ocds
    from tender_desk.spse.comparing import SpseComparison, compare_spse
    from tender_desk.spse.filling import fill_from_spse
    from tender_desk.spse.page_reading import read_spse
    from tender_desk.spse.page_values import SpseReading
    from tender_desk.workbook.drawn.drawing import workbook_bytes
    from tender_desk.workbook.layouts.blank import blank_workbook_bytes
    from tender_desk.worksheet_book.making import worksheet

__all__ = [
    "BAHP", "CLARIFICATION", "EVALUATION", "LETTER", "OCDS_TEXTS", "PAPERS", "PROOF",
    "WORKING_PAPER", "Align", "Audience", "BatchError", "BatchRow", "FileReading", "KopError",
    "NothingToTellError", "OcdsError", "OcdsRefusedError", "OcdsTaken", "PackageBytes",
    "PackageLines", "Pairs", "Paper", "Paragraph", "PdfNotInstalledError", "Publication",
    "Published", "PublishedError", "Reason", "Record", "Signatory", "Signatures", "SpseComparison",
    "SpseReading", "Standing", "Subheading", "Table", "UnwritableTextError", "View",
    "bahp_dict", "blank_workbook_bytes", "compare_spse", "docx_bytes", "evaluate_many",
    "fill_from_spse", "markdown",
    "package_from_ocds", "paper", "pdf_bytes", "read", "read_published", "read_spse", "reasons",
    "release_package", "report", "standing", "standing_of_stages", "table", "workbook_bytes",
    "worksheet",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__, __dir__ = exported(
        __name__,
        {
            "any_file": "read",
            "file_reading": "FileReading",
            "batch.jobs": "BatchRow",
            "batch.many": "evaluate_many",
            "batch.published": "Published PublishedError read_published",
            "batch.sources": "PackageBytes PackageLines",
            "batch.telling": "BatchError",
            "documents.as_json": "bahp_dict",
            "documents.blocks": (
                "Align Pairs Paragraph Record Signatory Signatures Subheading Table table"
            ),
            "documents.draft": "standing standing_of_stages",
            "documents.draft_reasons": "Standing",
            "documents.markdown": "markdown",
            "documents.papers": (
                "BAHP CLARIFICATION EVALUATION LETTER PAPERS PROOF WORKING_PAPER Audience"
                " NothingToTellError Paper paper"
            ),
            "documents.pdf.pdf_writer": "PdfNotInstalledError pdf_bytes",
            "documents.readback": "UnwritableTextError",
            "documents.reasons": "Reason reasons",
            "documents.report.page": "report",
            "documents.view": "View",
            "documents.word.kop_error": "KopError",
            "documents.word.word_writer": "docx_bytes",
            "worksheet_book.making": "worksheet",
            "ocds.faults": "OCDS_TEXTS OcdsError",
            "ocds.opening": "OcdsRefusedError",
            "ocds.release": "Publication release_package",
            "ocds.taking": "OcdsTaken package_from_ocds",
            "spse.comparing": "SpseComparison compare_spse",
            "spse.filling": "fill_from_spse",
            "spse.page_reading": "read_spse",
            "spse.page_values": "SpseReading",
            "workbook.layouts.blank": "blank_workbook_bytes",
            "workbook.drawn.drawing": "workbook_bytes",
        },
    )
