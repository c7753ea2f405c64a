"""The sheet `Hasil Pemberitahuan`: what is to be known, inside as well."""

from tender.formats.canonical import package_digest
from tender.formats.excel.growing.found import FoundColumn, FoundSheet
from tender_rules.documents.view import View
from tender_rules.documents.worksheet.verdicts import INSIDE

__all__ = ["notices_sheet"]


def notices_sheet(view: View) -> FoundSheet:
    """Every notice of the evaluation."""
    columns = (
        FoundColumn("Kode", 34),
        FoundColumn("Nama peserta", 30),
        FoundColumn("Pemberitahuan", 80),
        FoundColumn("Untuk", 14),
    )
    rows = [
        (notice.code, view.who(notice.participant), notice.message, notice.audience)
        for notice in view.evaluation.notices
    ]
    about = f"Nilai hash paket yang dievaluasi: {package_digest(view.package)}"
    return FoundSheet("Hasil Pemberitahuan", "Pemberitahuan", INSIDE, columns, tuple(rows), about)
