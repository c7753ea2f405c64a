"""The sheets `Hasil Evaluasi` and `Hasil Alasan`: each participant at each stage, and why."""

from tender_desk.documents.report.bidders_shown import came_to
from tender_desk.documents.results import basis_of, called
from tender_desk.documents.view import View
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet
from tender_engine.evaluation import StageResult, StageVerdict
from tender_engine.trail import root

__all__ = ["INSIDE", "WHO", "reasons_sheet", "verdicts_sheet"]

INSIDE = "Ditulis oleh mesin dan diganti setiap kali tender worksheet dijalankan; tidak dibaca."
# The columns that name a participant.
WHO = (FoundColumn("Kode", 10), FoundColumn("Nama peserta", 36))


def verdicts_sheet(view: View) -> FoundSheet:
    """What became of each participant, and its verdict at each stage."""
    stages = view.evaluation.stages
    columns = (
        *WHO,
        FoundColumn("Kedudukan", 34),
        *(FoundColumn(view.stage(stage.id), 22) for stage in stages),
    )
    rows = [
        (name, who.name, came_to(view, name), *(_at(view, stage, name) for stage in stages))
        for name, who in view.participants.items()
    ]
    title = "Hasil evaluasi per peserta dan tahapan"
    return FoundSheet("Hasil Evaluasi", title, INSIDE, columns, tuple(rows), _standing(view))


def _at(view: View, stage: StageResult, name: str) -> str:
    found = stage.on(name)
    return called(view, stage.id, found) if found else "–"


def _standing(view: View) -> str:
    """How far the evaluation is, and the head of the trail that the record prints too."""
    evaluation = view.evaluation
    result = (evaluation.result or "belum ada").replace("_", " ")
    return f"Keadaan: {evaluation.state}. Hasil: {result}. Akar jejak {root(evaluation)}"


def reasons_sheet(view: View) -> FoundSheet:
    """Every verdict with its reason and the provisions behind it."""
    columns = (
        *WHO,
        FoundColumn("Tahapan", 34),
        FoundColumn("Hasil", 14),
        FoundColumn("Alasan", 48),
        FoundColumn("Dasar", 48),
    )
    rows = [
        _reason(view, stage, found)
        for name in view.participants
        for stage in view.evaluation.stages
        if (found := stage.on(name)) is not None
    ]
    return FoundSheet("Hasil Alasan", "Alasan setiap putusan", INSIDE, columns, tuple(rows))


def _reason(view: View, stage: StageResult, found: StageVerdict) -> tuple[str, ...]:
    return (
        found.participant,
        view.participants[found.participant].name,
        view.stage(stage.id),
        called(view, stage.id, found),
        found.reason,
        basis_of(view, stage, found),
    )
