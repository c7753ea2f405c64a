"""The order of the bids that passed, by what they were ordered, and how equal ones were settled."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View
from tender_engine.evaluation import Rank
from tender_engine.events import RankingDecision
from tender_engine.terms import StageId
from tender_rules.words import apart, date_and_clock

__all__ = ["decisions_on_list", "order", "ranked_by"]


def order(view: View) -> tuple[Block, ...]:
    """The order of the bids that passed, and how equal ones were settled."""
    evaluation = view.evaluation
    if not evaluation.ranking:
        waiting = evaluation.state == "menunggu"
        why = (
            "belum dapat disusun"
            if waiting
            else "tidak disusun, karena tidak ada penawaran yang lulus"
        )
        return (Paragraph(f"Urutan peringkat {why}."),)
    headers = {
        "Peringkat": ">",
        "Nama peserta": "<",
        "Dasar pemeringkatan": "<",
        "Nilai": ">",
    }
    # After a prakualifikasi nothing is left to prove.
    proven = view.has(StageId.PEMBUKTIAN_KUALIFIKASI)
    if proven:
        headers["Pembuktian kualifikasi"] = "<"
    rows = [_place(view, place, proven=proven) for place in evaluation.ranking]
    return (table(headers, rows), *_settled(view))


def ranked_by(view: View, place: Rank) -> tuple[str, str]:
    """By what a bid has its place, and its figure: a score with what parts it from the others."""
    figure = place.figure
    by = view.kind.said(view.term(place.by))
    if isinstance(figure, Decimal):
        return by, view.money(figure)
    scores = (x.figure for x in view.evaluation.ranking if isinstance(x.figure, Fraction))
    return by, view.score(figure, apart(scores))


def _place(view: View, place: Rank, *, proven: bool) -> tuple[str, ...]:
    return (
        str(place.rank),
        view.who(place.participant),
        *ranked_by(view, place),
        *([_proof(view, place.participant)] if proven else []),
    )


def _proof(view: View, name: str) -> str:
    found = view.evaluation.stage(StageId.PEMBUKTIAN_KUALIFIKASI).on(name)
    return view.term(found.verdict) if found else "–"


def _settled(view: View) -> Iterator[Paragraph]:
    figures = {place.participant: place.figure for place in view.evaluation.ranking}
    tied = view.kind.said(view.words.said("tied", view.evaluation.ranking[0].by))
    yield from _decisions(view, figures, f"Penawaran dengan {tied} yang sama")


def decisions_on_list(view: View) -> Iterator[Paragraph]:
    """How equal qualification scores were settled."""
    figures = {score.participant: score.qualification for score in view.evaluation.scores}
    known = {name: figure for name, figure in figures.items() if figure is not None}
    yield from _decisions(view, known, "Peserta dengan nilai kualifikasi yang sama")


def _decisions(
    view: View, figures: Mapping[str, Decimal | Fraction], which: str
) -> Iterator[Paragraph]:
    """How ties were settled and why: of decisions on the same ones the last counts.

    A decision that is about ties of the other record is left to it.
    """
    last = {frozenset(event.order): event for event in view.events(RankingDecision)}
    for names, event in last.items():
        if names <= figures.keys() and len({figures[name] for name in names}) == 1:
            reason = event.reason if event.reason.endswith(".") else f"{event.reason}."
            yield Paragraph(
                f"{which} diurutkan dengan keputusan Pokja Pemilihan "
                f"pada {date_and_clock(event.at)}: {view.all_of(event.order)}. Alasan: {reason}"
            )
