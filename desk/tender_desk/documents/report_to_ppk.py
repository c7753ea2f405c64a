"""The report of the result to the PPK: the result, a page a stage, and a table a bidder.

It tells what the minutes tell, arranged for whoever has to decide whether to appoint. What members
voted, and unit prices, are not in it.
"""

from collections.abc import Iterator

from tender_desk.documents.acts import acts_on
from tender_desk.documents.addressing import by_chair, to_ppk
from tender_desk.documents.after_award import stands
from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading, Table, Titled, table
from tender_desk.documents.closing import THANKS
from tender_desk.documents.determined import candidates, package_told
from tender_desk.documents.draft import standing_of_act
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import READY, Due, waits
from tender_desk.documents.failing import failed
from tender_desk.documents.on_record import superseded, written
from tender_desk.documents.outcome import decider_told, offered, outcome
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import basis_of, called, is_told_of, words_on_fairness
from tender_desk.documents.stood import on_its_day
from tender_desk.documents.story import listed_words
from tender_desk.documents.telling import acts_of, result_of, told_together
from tender_desk.documents.view import View
from tender_desk.documents.wording import numbered
from tender_engine.declared import Words
from tender_engine.evaluation import StageResult, StageVerdict
from tender_engine.events import Cancellation, Minutes
from tender_engine.findings import Verdict
from tender_engine.terms import Subject
from tender_rules.words import dated

__all__ = ["REPORT"]


def _due(view: View) -> Due:
    ended = view.kind.alone or view.evaluation.winner or view.evaluation.failure
    if not ended:
        return waits("hasil pemilihan", "the result of the procurement")
    return READY


def _when(view: View) -> Standing:
    return standing_of_act(view, "laporan hasil pemilihan")


def _opening(view: View) -> str:
    tender, noun, act = view.package.tender, view.kind.noun, written(view)
    minutes = view.kind.name
    if superseded(view) and not view.kind.cancelled:
        minutes = view.kind.failed_name
    if act is not None:
        minutes += f" {numbered(act.number)} tanggal {dated(act.at)}"
    return (
        f"Bersama ini Pokja Pemilihan yang ditetapkan dengan {view.package.pokja.decree} "
        f"melaporkan hasil pemilihan penyedia melalui {noun} paket {tender.title}. Laporan ini "
        f"meringkas {minutes}."
    )


def _parts(view: View) -> Iterator[Titled]:
    yield "Hasil", tuple(_result(view))
    told = [result for result in view.results if result.verdicts and is_told_of(view, result)]
    told = [] if view.kind.cancelled else told
    for result in told:
        yield view.stage(result.id), tuple(_stage(view, result))
    if told:
        yield "Hasil Setiap Peserta", tuple(_bidders(view))
    history = acts_on(view, view.kind.ends, later=True)
    yield "Penetapan, Pengumuman, dan Sanggah", (*history, *_complaints(view), *_stands(view))
    yield "", (Paragraph(THANKS.replace("Saudara", "Bapak/Ibu")),)


def _complaints(view: View) -> Iterator[Block]:
    """What was sent in as an objection or an appeal and is no more than a *pengaduan*, and why."""
    for notice in view.evaluation.notices:
        if notice.code == "SANGGAH_SEBAGAI_PENGADUAN":
            yield Paragraph(f"{view.who(notice.participant)}: {notice.message}")


def _stands(view: View) -> Iterator[Block]:
    """Where it stands once people acted on it, and what it waits for."""
    found = stands(view.evaluation, view.words)
    if found.state:
        also = f" Yang ditunggu: {listed_words(found.untold)}." if found.untold else ""
        yield Paragraph(f"Keadaan menurut catatan: {found.state}.{also}")


def _result(view: View) -> Iterator[Block]:
    """Who is determined and at which price, or the failure and what follows."""
    yield package_told(view)
    if view.evaluation.failure is not None:
        yield from failed(view, view.evaluation.failure)
        return
    if view.kind.alone:
        yield from outcome(view)[1]
        return
    # Before whom they are told: a sentence alone on a page of its own says nothing.
    yield from decider_told(view)
    yield from candidates(view, bond=True, talks=True)
    if view.evaluation.next:
        yield Paragraph(view.follow_up(view.evaluation.next)[1])


def _stage(view: View, result: StageResult) -> Iterator[Block]:
    """How many entered and what came of them; then each of them with the reason."""
    counts = [("Peserta", sum(found.entered for found in result.verdicts))]
    counts += [(view.term(verdict), len(result.of(verdict))) for verdict in Verdict]
    yield Pairs(tuple((label, f"{count}") for label, count in counts))
    rows = [(view.who(f.participant), *_came_of(view, result, f)) for f in result.verdicts]
    yield table({"Nama peserta": "<", "Hasil": "<", "Alasan": "<", "Dasar": "<"}, rows)


def _bidders(view: View) -> Iterator[Block]:
    """Whoever entered a stage, each with its table."""
    for who in view.invited:
        if any(result.on(who.id) for result in view.results):
            yield Subheading(view.who(who.id))
            yield _bidder(view, who.id)


def _bidder(view: View, name: str) -> Table:
    """One table: its price and scores, then every stage with what came of it and why."""
    told = () if view.kind.listing else offered(view, name).items
    rows = [item for item in told if item[0] != "Nama peserta"]
    undone = view.evaluation.failure is not None
    for result in view.results:
        found = result.on(name)
        # Who was determined before it failed is told with what undid that.
        if found is not None and not (undone and not is_told_of(view, result)):
            how, reason, basis = _came_of(view, result, found)
            also = "" if basis == "–" else f" Dasar: {basis}."
            rows.append((view.stage(result.id), f"{how}. {reason}{also}"))
    return table({"Uraian": "<", "Keterangan": "<"}, rows)


def _came_of(view: View, result: StageResult, found: StageVerdict) -> tuple[str, str, str]:
    """The verdict, the reason, and of what was not passed the provision."""
    how = called(view, result.id, found)
    if found.verdict is not Verdict.LULUS:
        return how, found.reason, basis_of(view, result, found)
    fair = words_on_fairness(found)
    return how, found.reason if fair == "–" else f"{found.reason} {fair}", "–"


REPORT = Paper(
    "laporan",
    Words("Laporan Hasil Pemilihan", "Report of the result to the PPK"),
    Audience.OFFICIAL,
    _when,
    _parts,
    scope=on_its_day("laporan"),
    opening=_opening,
    due=_due,
    tells=told_together(result_of(*Subject), acts_of(Cancellation, Minutes)),
    addressed_to=to_ppk,
    signed_by=by_chair,
    growing=True,
    paged=True,
)
