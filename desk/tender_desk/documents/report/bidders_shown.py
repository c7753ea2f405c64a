"""Who is named first, and where the way of a participant came to its end."""

from tender_desk.documents.results import called
from tender_desk.documents.view import View
from tender_engine.findings import Verdict, natural

__all__ = ["came_to", "ended_at", "in_order"]


def in_order(view: View) -> list[str]:
    """Everybody: the ranked, who is on the list, then by price, then by id.

    Where it was called off there is no order, and they stand by id.
    """
    if view.kind.cancelled:
        return [*view.participants]
    evaluation = view.evaluation
    first = [rank.participant for rank in evaluation.ranking] or list(evaluation.shortlist)
    prices = {p.participant: p.compared or p.stated_total for p in evaluation.prices}
    priced = sorted(prices, key=lambda name: (prices[name], natural(name)))
    return list(dict.fromkeys([*first, *priced, *view.participants]))


def ended_at(view: View, participant: str, verdict: Verdict) -> str:
    """At which stage `participant` has `verdict` first, in words; empty where at none."""
    for stage, found in view.evaluation.verdicts_of(participant):
        if found.verdict is verdict:
            title = view.stage(stage)
            return f"{called(view, stage, found)} pada {title[:1].lower()}{title[1:]}"
    return ""


def came_to(view: View, participant: str) -> str:
    """What became of a participant, in a few words."""
    evaluation = view.evaluation
    called = "Pemenang" if evaluation.state == "ditetapkan" else "Calon pemenang"
    if participant == evaluation.winner:
        return called
    if participant in evaluation.reserves:
        return f"{called} cadangan {evaluation.reserves.index(participant) + 1}"
    for verdict in (Verdict.GUGUR, Verdict.BELUM_DINILAI, Verdict.TIDAK_DIEVALUASI):
        if ended := ended_at(view, participant, verdict):
            return ended
    if view.kind.listing and participant in evaluation.shortlist:
        return "Lulus" if view.kind.alone else f"Masuk {view.kind.list_name}"
    if evaluation.failure is not None and evaluation.verdicts_of(participant):
        return f"{view.kind.fails} {'dibatalkan' if view.kind.cancelled else 'gagal'}"
    if evaluation.verdicts_of(participant):
        return "Masih dievaluasi" if evaluation.state == "menunggu" else "Tidak diusulkan"
    handed_in = view.participants[participant].submitted
    if handed_in.penawaran is None and handed_in.kualifikasi is None:
        return "Mendaftar, tidak menyampaikan dokumen"
    return "Belum dievaluasi"
