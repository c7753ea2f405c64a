"""What each member of the panel said, with dissent: for the working paper only."""

from collections.abc import Iterator
from typing import Any

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View
from tender_engine.evaluation import StageVerdict
from tender_engine.events import RankingDecision
from tender_engine.findings import Verdict, natural
from tender_engine.judgement import Vote
from tender_engine.terms import AssessmentVerdict
from tender_rules.words import date_and_clock, number

__all__ = ["settled_by", "votes"]

_ANSWERS = {
    Verdict.LULUS: AssessmentVerdict.MEMENUHI,
    Verdict.GUGUR: AssessmentVerdict.TIDAK_MEMENUHI,
}


def votes(view: View) -> Block:
    """Every word on every question; a joint decision is one row."""
    said: dict[tuple[str, ...], list[str]] = {}
    for result in view.evaluation.stages:
        for found in result.verdicts:
            for vote in sorted(found.votes, key=_in_order):
                row = _vote_row(view, str(result.id), found, vote)
                said.setdefault(row, []).append(view.member(vote.member))
    if not said:
        return Paragraph("Tidak ada penilaian anggota yang dicatat.")
    headers = {
        "Tahapan": "<",
        "Nama peserta": "<",
        "Kriteria": "<",
        "Penilaian": "<",
        "Kedudukan": "<",
        "Catatan": "<",
        "Waktu": "<",
        "Anggota": "<",
    }
    return table(headers, [(*row, ", ".join(dict.fromkeys(who))) for row, who in said.items()])


def _in_order(vote: Vote) -> tuple[Any, ...]:
    return vote.criterion, natural(vote.member), vote.entry.at, vote.entry.note


def _vote_row(view: View, stage: str, found: StageVerdict, vote: Vote) -> tuple[str, ...]:
    return (
        view.stage(stage),
        view.who(found.participant),
        view.criterion(stage, vote.criterion),
        _word(view, vote),
        _weight(found, vote),
        vote.entry.note or "–",
        date_and_clock(vote.entry.at),
    )


def _word(view: View, vote: Vote) -> str:
    """A verdict, or the score that a member gave."""
    if vote.verdict is not None:
        return view.term(vote.verdict)
    return "–" if vote.score is None else number(vote.score)


def settled_by(view: View) -> Iterator[Paragraph]:
    """Who settled equal bids, and when."""
    for event in view.events(RankingDecision):
        who = ", ".join(view.member(member) for member in sorted(event.by, key=natural))
        yield Paragraph(f"Keputusan peringkat pada {date_and_clock(event.at)} oleh {who}.")


def _weight(found: StageVerdict, vote: Vote) -> str:
    """Whether a vote counts, and whether it differs from the panel's answer."""
    if not vote.counts:
        return "digantikan penilaian kemudian"
    if vote.verdict is None:
        return "berlaku"
    answers = [
        _ANSWERS.get(finding.verdict)
        for finding in found.findings
        if finding.facts.get("kriteria") == vote.criterion
    ]
    if answers and answers[0] is not None and answers[0] is not vote.verdict:
        return "pendapat berbeda"
    return "berlaku"
