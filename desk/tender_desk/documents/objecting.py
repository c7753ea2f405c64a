"""What a paper says of the time and the way to object, as far as the calendar knows it."""

from tender_desk.documents.blocks import Paragraph
from tender_desk.documents.due import announced
from tender_desk.documents.kind import Kind
from tender_desk.documents.view import View
from tender_engine.evaluation import AfterAwardState, Period
from tender_engine.findings import Source
from tender_rules.words import date_and_clock

__all__ = ["can_object", "may_object", "opened", "until"]

_PAST = (AfterAwardState.PENETAPAN_BATAL, AfterAwardState.SELESAI)
_WHO = "peserta yang menyampaikan dokumen dapat mengajukan sanggah melalui SPSE"


def _period_of(view: View, name: str, participant: str | None = None) -> Period | None:
    """The period called `name` of the result that this record is about, of its last round."""
    found = [
        period
        for period in view.evaluation.calendar
        if (period.id, period.of, period.participant) == (name, view.kind.ends, participant)
    ]
    return found[-1] if found else None


def until(view: View, name: str, participant: str | None = None) -> str:
    """Until when, in words, with what that rests on; empty where only the document may say it.

    So it is where the calendar has no such period, or its days rest on what was not read: a paper
    that goes out states no day that may be another.
    """
    period = _period_of(view, name, participant)
    if period is None or any(cited.source is Source.UNVERIFIED for cited in period.citations):
        return ""
    basis = f" ({view.cited(period.citations)})" if period.citations else ""
    return f"paling lambat {date_and_clock(period.until)}{basis}"


def opened(view: View) -> bool:
    """Whether the last announcement of this result opened a *masa sanggah*, as far as is known.

    None does that only ends what was undone before. What became of the list before bids is not
    told once these are in: it was objected to in its time.
    """
    if not announced(view) or _period_of(view, "masa_sanggah") is None:
        return False
    after = view.evaluation.after_award
    if after is None or view.kind.of != Kind.of_evaluation(view.evaluation).of:
        return True
    led = [target for _, cause, target in after.taken if cause == "pengumuman"]
    return not led or led[-1] == AfterAwardState.MASA_SANGGAH


def can_object(view: View) -> bool:
    """Whether who is told this result may object to it: its days run, or its announcement is due.

    Of what only ends a result that was undone, holds at once, or is declared once its days are
    over, the announcement begins none.
    """
    if announced(view) and _period_of(view, "masa_sanggah") is not None:
        return opened(view)
    after, failure = view.evaluation.after_award, view.evaluation.failure
    past = after is not None and after.state in _PAST
    return not past and (failure is None or not failure.holds_at_once)


def may_object(view: View) -> Paragraph:
    """Who may object to this result, how, and until when."""
    last = until(view, "masa_sanggah") if opened(view) else ""
    how = f"{last}, dengan tata cara" if last else "dengan tata cara dan dalam waktu"
    words = f"Apabila berkeberatan atas hasil ini, {_WHO}, {how} yang ditetapkan Dokumen Pemilihan."
    return Paragraph(words)
