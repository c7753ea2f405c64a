"""Who passed what: one row a participant, one column an evaluation, and no reason."""

from collections.abc import Iterator, Mapping

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View
from tender_engine.terms import StageId

__all__ = ["recap"]

# What a stage is called at the head of a column.
_SHORT: Mapping[StageId, str] = {
    StageId.EVALUASI_ADMINISTRASI: "Administrasi",
    StageId.EVALUASI_KUALIFIKASI: "Kualifikasi",
    StageId.EVALUASI_TEKNIS: "Teknis",
    StageId.PENYETARAAN_TEKNIS: "Penyetaraan",
    StageId.EVALUASI_HARGA: "Harga",
    StageId.PEMBUKTIAN_KUALIFIKASI: "Pembuktian",
}


def recap(view: View) -> Iterator[Block]:
    """The stages that this record tells of, with the verdict on each who entered one of them."""
    columns = [stage.id for stage in view.stages if stage.id in _SHORT]
    found = {
        stage: {v.participant: view.term(v.verdict) for v in view.evaluation.stage(stage).verdicts}
        for stage in columns
    }
    rows = [
        (str(index), view.who(name), *(found[stage].get(name, "–") for stage in columns))
        for index, name in enumerate(_entered(view), 1)
    ]
    if not rows:
        yield Paragraph("Tidak ada peserta yang dievaluasi.")
        return
    names = {view.kind.said(_SHORT[stage]): "^" for stage in columns}
    yield table({"No.": ">", "Nama peserta": "<"} | names, rows)


def _entered(view: View) -> list[str]:
    """Whoever has a verdict at one of the stages told, in the order of the participants."""
    entered = {v.participant for result in view.results for v in result.verdicts}
    return [name for name in view.participants if name in entered]
