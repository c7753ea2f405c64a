"""Puts the worksheet together: the workbook as it was given, and what is added to it."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from tender_desk.any_file import read_bytes
from tender_desk.documents.blocks import ended_once
from tender_desk.documents.view import View
from tender_desk.file_reading import FileReading
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet
from tender_desk.workbook.growing.grown import Additions, grown
from tender_desk.workbook.growing.offered import offered_anew
from tender_desk.workbook.layouts.added_rows import (
    act_rows,
    analysis_rows,
    judged_rows,
    kso_rows,
    laid_out,
    matrices_laid_out,
)
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.layouts.listed_order import as_listed
from tender_desk.workbook.layouts.provisions import Provisions
from tender_desk.workbook.layouts.tables import Layout, layout_of
from tender_desk.workbook.matrices.content import Matrix
from tender_desk.workbook.reading.trees import MISSING, get
from tender_desk.workbook.since_refresh.last_state import (
    SheetState,
    State,
    laid_then,
    state_of,
    with_state,
)
from tender_desk.workbook.since_refresh.staleness import made_of, watching
from tender_desk.worksheet_book.acts_ahead import acts_ahead
from tender_desk.worksheet_book.alike import alike_sheet
from tender_desk.worksheet_book.analyses_asked import analyses_asked
from tender_desk.worksheet_book.asked import asked_rows
from tender_desk.worksheet_book.awaited import awaited_sheet
from tender_desk.worksheet_book.corrected import COLUMNS, beside, corrected_sheet
from tender_desk.worksheet_book.members_asked import members_asked
from tender_desk.worksheet_book.ranked import ranked_sheet
from tender_desk.worksheet_book.scored import scored_sheets
from tender_desk.worksheet_book.status_sheets import status_sheet
from tender_desk.worksheet_book.verdicts import INSIDE, reasons_sheet, verdicts_sheet
from tender_engine.evaluation import Evaluation
from tender_engine.findings import Verdict, natural
from tender_engine.formats.canonical import package_digest
from tender_engine.model import Package
from tender_engine.numbers import exact
from tender_engine.rulebook import Rulebook

__all__ = ["worksheet", "worksheet_knowing"]

_LINES = ("price", "lines")
_NAME = "paket.xlsx"
# What is awaited of who judges.
_JUDGED = ("penilaian", "penilaian_tahap", "catatan_pembuktian", "nilai")


def worksheet(
    evaluation: Evaluation,
    reading: FileReading,
    rulebook: Rulebook,
    at: dt.datetime | None = None,
    repeated: Evaluation | None = None,
) -> bytes:
    """The workbook of `evaluation`, whose package `reading` read, with what the engine found.

    What was read from a workbook is that workbook, with sheets and columns added and nothing else
    changed; for another file the workbook of the package is made first. Reading the result gives
    the same package again. The same evaluation and file give the same bytes. What is typed in it
    is kept on a sheet that nobody is shown, for the next time to be held against. The time `at` of
    making stands on the engine's sheets and nowhere else. A repeat was held against the evaluation
    that it `repeated`, where that is given.

    Raises:
        PackageRefusedError: nothing can be added to this workbook; the fault says why.
    """
    return worksheet_knowing(evaluation, reading, rulebook, at, {}, repeated=repeated)


def worksheet_knowing(
    evaluation: Evaluation,
    reading: FileReading,
    rulebook: Rulebook,
    at: dt.datetime | None,
    known: dict[bytes, SheetState],
    before: State | None = None,
    repeated: Evaluation | None = None,
) -> bytes:
    """The same, where what is typed in sheets is `known` by their parts (`state_of`).

    What was laid for the eye is known by the last state, `before`.
    """
    data = reading.workbook
    if data is None:
        data = workbook_bytes(_package_of(reading), rulebook)
        reading = read_bytes(data, _NAME, rulebook)
    layout = layout_of(rulebook.declarations)
    with exact():
        view = View.of(evaluation, internal=True, before=repeated)
        made, value = made_of(_package_of(reading), at), as_listed(_package_of(reading))
        additions = Additions(
            sheets=tuple(evolve(sheet, made=made) for sheet in _sheets(view, reading, rulebook)),
            columns=COLUMNS,
            beside=beside(view, reading, _package_of(reading)),
            prices=tuple(_price_sheets(view, _package_of(reading))),
            asked=(asked_rows(view), Provisions(evaluation.law, rulebook)),
            judged=judged_rows(value, layout, reading.kept),
            ahead=(
                *act_rows(value, layout, acts_ahead(view, value.get("events", ()))),
                *analysis_rows(value, layout, analyses_asked(view, value)),
                *kso_rows(value, layout, members_asked(value)),
            ),
            matrices=tuple(_matrices(view, reading, layout)),
            known=reading.matrices,
            names={who.id: who.name for who in _package_of(reading).participants},
            laid=laid_then(before or {}),
        )
    done = watching(grown(offered_anew(data, layout), additions), layout)
    return with_state(done, state_of(done, layout, known))


def _sheets(view: View, reading: FileReading, rulebook: Rulebook) -> Iterator[FoundSheet]:
    yield status_sheet(view, reading.doubted())
    yield verdicts_sheet(view)
    yield reasons_sheet(view)
    yield corrected_sheet(view)
    yield ranked_sheet(view)
    yield from scored_sheets(view)
    yield awaited_sheet(view, rulebook.declarations)
    yield alike_sheet(view)
    yield notices_sheet(view)


def _package_of(reading: FileReading) -> Package:
    """The package as its file lists it.

    Raises:
        ValueError: the file has faults.
    """
    if reading.package is None:
        raise ValueError("a file that has faults has no worksheet")
    return reading.package


def _price_sheets(view: View, package: Package) -> Iterator[Filled]:
    """One for each whose price may still be written down: who bids, is not out, and has no lines.

    A price that nobody may open any more is asked of nobody.
    """
    if view.kind.listing or not package.tender.hps.lines:
        return
    value = as_listed(package)
    # Whether a price has lines is asked of the file, and not of a price that may be sealed.
    written = {
        who["id"] for who in value.get("participants", ()) if get(who, _LINES) is not MISSING
    }
    for who in sorted(package.participants, key=lambda who: natural(who.id)):
        verdicts = [found.verdict for _, found in view.evaluation.verdicts_of(who.id)]
        out = who.id in written or Verdict.GUGUR in verdicts
        if who.submitted.penawaran is not None and not out:
            yield laid_out(value, (who.id, who.name))


def _matrices(view: View, reading: FileReading, layout: Layout) -> Iterator[Matrix]:
    """The matrices that the tender needs: where nothing is to be judged any more, those it has."""
    asked = [item for item in view.evaluation.awaiting if item.needs in _JUDGED]
    questions = [(str(item.stage), item.criterion) for item in asked]
    value = as_listed(_package_of(reading))
    for matrix in matrices_laid_out(value, layout, questions):
        if asked or matrix.title in reading.matrices:
            yield matrix


def notices_sheet(view: View) -> FoundSheet:
    """Every notice of the evaluation."""
    columns = (
        FoundColumn("Kode", 34),
        FoundColumn("Nama peserta", 30),
        FoundColumn("Pemberitahuan", 80),
        FoundColumn("Untuk", 14),
    )
    rows = [
        (notice.code, view.who(notice.participant), ended_once(notice.message), notice.audience)
        for notice in view.evaluation.notices
    ]
    about = f"Nilai hash paket yang dievaluasi: {package_digest(view.package)}"
    return FoundSheet("Hasil Pemberitahuan", "Pemberitahuan", INSIDE, columns, tuple(rows), about)
