"""How was evaluated: the method, what was looked at stage by stage, and the formulas."""

from tender_desk.documents.blocks import Block, Paragraph, Subheading, Table, table
from tender_desk.documents.elements import elements
from tender_desk.documents.formulae import formulae
from tender_desk.documents.view import View

__all__ = ["looked_at", "method", "method_title"]


def method_title(view: View) -> str:
    """The title of the section."""
    what = "Metode Evaluasi Kualifikasi" if view.kind.listing else "Metode Evaluasi"
    if view.nothing_opened:
        return f"{what} dan Unsur yang Dievaluasi"
    return f"{what}, Unsur yang Dievaluasi, dan Rumus"


def method(view: View) -> tuple[Block, ...]:
    """Metode evaluasi, unsur yang dievaluasi dan rumus yang dipergunakan."""
    how = (
        Paragraph(_of_list(view) if view.kind.listing else _of_bids(view)),
        Subheading("Unsur yang dievaluasi"),
        looked_at(view),
    )
    if view.nothing_opened:
        # No formula was used on anything.
        return how
    return (
        *how,
        Subheading("Rumus yang dipergunakan"),
        table({"Penghitungan": "<", "Rumus": "<", "Dasar": "<"}, list(formulae(view))),
    )


def looked_at(view: View) -> Table:
    """What was asked at each stage that the record tells, and where it is asked."""
    rows = [
        (view.stage(stage.id), what, basis)
        for stage in view.stages
        for what, basis in elements(view, stage)
    ]
    return table({"Tahapan": "<", "Unsur": "<", "Dasar": "<"}, rows)


def _of_list(view: View) -> str:
    how, letter = "sistem gugur", "a"
    if view.kind.seleksi:
        how, letter = "sistem pembobotan dengan ambang batas", "b"
    return (
        f"Kualifikasi dilakukan sebelum pemasukan penawaran dengan metode {how} "
        f"({view.article(f'Pasal 44 ayat (6) huruf {letter}')})."
    )


def _of_bids(view: View) -> str:
    tender = view.package.tender
    return (
        f"Metode evaluasi yang dipergunakan adalah {view.term(tender.method)}, dengan penyampaian "
        f"{view.term(tender.envelope).lower()}, {view.term(tender.procedure).lower()}, dan kontrak "
        f"{view.term(tender.contract)}."
    )
