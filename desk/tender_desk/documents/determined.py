"""Who was determined, by which act and at what price: what several papers say alike."""

from collections.abc import Iterator

from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading
from tender_desk.documents.outcome import bond_of, offered
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK, masked, numbered
from tender_engine.events import Award
from tender_engine.law import Ask
from tender_engine.terms import Decider
from tender_rules.stages.award import decider_of
from tender_rules.words import amount_in_full, dated

__all__ = [
    "award_of",
    "candidates",
    "decided_by_pa",
    "determined_by",
    "package_told",
    "undone_result",
    "winner_told",
]


def package_told(view: View) -> Pairs:
    """What was procured, for whom, and up to which amount."""
    tender = view.package.tender
    items = (
        (f"Kode {view.kind.noun.lower()}", tender.code),
        ("Nama paket", tender.title),
        ("Kementerian/Lembaga/Pemerintah Daerah", tender.buyer),
        ("Satuan kerja", tender.work_unit),
        ("Nilai Pagu Anggaran", amount_in_full(tender.pagu)),
        ("Nilai total HPS (termasuk PPN)", amount_in_full(tender.hps.total)),
        ("Tahun anggaran", tender.fiscal_year),
        (f"{view.kind.noun} ke-", str(tender.round) if tender.round > 1 else None),
    )
    return Pairs(tuple((label, said) for label, said in items if said))


def winner_told(view: View) -> str:
    """Whose winner it is, and whether that comes of a second evaluation of the same bids."""
    again = ""
    if view.evaluated_anew:
        again = f", hasil {view.kind.repeats(view.words, view.package)},"
    return f"pemenang {view.kind.noun}{again}"


def award_of(view: View) -> Award | None:
    """The last act that determined the result of this record."""
    acts = view.about_it(view.events(Award))
    return acts[-1] if acts else None


def undone_result(view: View) -> str:
    """What an objection or an appeal undid: who was determined, or what was announced of nobody."""
    if award_of(view) is None:
        return f"hasil {'kualifikasi' if view.kind.listing else 'pemilihan'}"
    return f"penetapan {'hasil kualifikasi' if view.kind.listing else 'pemenang'}"


def determined_by(view: View) -> str:
    """On which act it rests, with its number and day; blanks where it is still to come."""
    act, what = award_of(view), "hasil kualifikasi" if view.kind.listing else "pemenang"
    if act is None:
        return f"Berdasarkan penetapan {what} {numbered(BLANK)} tanggal {BLANK}"
    by, when = view.term(act.by), dated(act.at)
    return f"Berdasarkan penetapan {what} oleh {by} {numbered(act.number)} tanggal {when}"


def decided_by_pa(view: View) -> bool:
    """Whether the winner is the PA's to determine, and the panel's only to propose."""
    return decider_of(view.package.tender, Ask(view.evaluation.law)) is Decider.PA


def candidates(view: View, *, bond: bool = False, talks: bool = False) -> Iterator[Block]:
    """Winner and reserves with their price and scores; with the `bond` that the winner owes.

    In a Seleksi `talks` are held after the announcement: what is older does not tell of them.
    """
    evaluation = view.evaluation
    called = "Pemenang" if evaluation.state == "ditetapkan" else "Calon pemenang"
    names = [name for name in (evaluation.winner, *evaluation.reserves) if name]
    for place, name in enumerate(names):
        yield Subheading(f"{called} cadangan {place}" if place else called)
        told = offered(view, name, talks=talks or not view.kind.seleksi)
        owed = bond_of(view, name) if bond else ()
        yield _with_tax_number(view, name, Pairs((*told.items, *owed)))
    if len(names) == 1:
        yield Paragraph("Tidak ada pemenang cadangan.")


def _with_tax_number(view: View, name: str, told: Pairs) -> Pairs:
    """What is told of a participant, with its NPWP after its name: digits hidden, but for a few."""
    npwp = view.participants[name].npwp
    if not npwp:
        return told
    first, *rest = told.items
    return Pairs((first, ("NPWP", masked(npwp)), *rest))
