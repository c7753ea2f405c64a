"""Records as Word and PDF: what can go wrong there, told as people read it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import InvalidPackageError
from tender_cli.messages import language, say

if TYPE_CHECKING:
    from tender_desk.documents.blocks import Record
    from tender_desk.documents.readback import UnwritableTextError
    from tender_desk.documents.word.kop import KopError

__all__ = ["as_docx", "as_pdf", "lost_in_pdf"]


class UnwritableError(click.ClickException):
    """A package with a text that the document cannot hold."""

    exit_code = 1


def as_docx(record: "Record", kop: Path | None) -> bytes:
    """The record as a Word document, on the letterhead at `kop` where one is named.

    Raises:
        UnusableError: the letterhead is not there, or cannot be read.
        InvalidPackageError: the letterhead is refused.
        UnwritableError: a text cannot be written.
    """
    from tender_desk.documents.readback import UnwritableTextError
    from tender_desk.documents.word.kop import KopError
    from tender_desk.documents.word.word_writer import docx_bytes

    try:
        return docx_bytes(record, None if kop is None else _letterhead(kop))
    except KopError as error:
        raise _refused(error, kop) from error
    except UnwritableTextError as error:
        raise _unwritable(error) from error
    except OSError as error:
        raise unusable(error, kop) from error


def _letterhead(kop: Path) -> bytes:
    """A letterhead, and no more of it than is needed to see that it is too large."""
    from tender_desk.documents.word.kop import LARGEST

    with kop.open("rb") as file:
        return file.read(LARGEST + 1)


def as_pdf(record: "Record", kop: Path | None) -> bytes:
    """The record as a PDF, on the letterhead at `kop` where one is named.

    Raises:
        UnusableError: what draws it is not installed, or the letterhead is not there.
        InvalidPackageError: the letterhead is refused.
        UnwritableError: a text cannot be drawn.
    """
    from tender_desk.documents.pdf.pdf_writer import PdfNotInstalledError, pdf_bytes
    from tender_desk.documents.readback import UnwritableTextError
    from tender_desk.documents.word.kop import KopError

    try:
        return pdf_bytes(record, None if kop is None else _letterhead(kop))
    except KopError as error:
        raise _refused(error, kop) from error
    except PdfNotInstalledError as error:
        raise UnusableError(say("bahp.no_pdf")) from error
    except UnwritableTextError as error:
        raise _unwritable(error) from error
    except OSError as error:
        raise unusable(error, kop) from error


def lost_in_pdf(kop: Path | None) -> str:
    """What of the letterhead at `kop`, on which a PDF was drawn, that PDF does not show."""
    from tender_desk.documents.pdf.pdf_writer import lost_of

    lost = () if kop is None else lost_of(_letterhead(kop))
    return say("bahp.kop_lost", what="; ".join(w.said(language()) for w in lost)) if lost else ""


def _refused(error: "KopError", kop: Path | None) -> InvalidPackageError:
    from tender_desk.documents.word.kop_error import KOP_TEXTS
    from tender_engine.faults import Diagnostic

    words = KOP_TEXTS[error.code]
    message = words.message(language()).format(**error.params).strip()
    hint = words.hint(language()).format(**error.params)
    return InvalidPackageError(
        [Diagnostic(error.code, str(kop), 1, 1, error.params["part"], message, hint)]
    )


def _unwritable(error: "UnwritableTextError") -> UnwritableError:
    return UnwritableError(say("bahp.unwritable", text=error.text, signs=error.signs))
