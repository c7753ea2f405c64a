"""Why nobody has determined a result: the act of people is not there, or says something else."""

from collections.abc import Iterator

from tender_desk.documents.draft_reasons import OPEN, WAITING, Reason
from tender_desk.documents.due import announced
from tender_desk.documents.on_record import superseded, written
from tender_desk.documents.view import View
from tender_desk.documents.wording import numbered
from tender_engine.declared import Words
from tender_engine.events import Award, AwardProposal, Cancellation, FailureAct, Negotiation
from tender_rules.words import dated

__all__ = [
    "is_proposed",
    "replaced",
    "told_undeclared",
    "undeclared",
    "undetermined",
    "undetermined_as_yet",
    "unnumbered",
]

_DETERMINED = Reason("penetapan", "the determination", "penetapan")
_LISTED = Reason("penetapan hasil kualifikasi", "a determination of the qualification", "penetapan")
_WON = Reason("penetapan pemenang", "a determination of the winner", "penetapan")


def is_proposed(view: View) -> bool:
    """Whether the panel has proposed to the PA what the PA is to determine: its part is done."""
    open_ = view.evaluation.state == "dihitung" and view.evaluation.winner is not None
    return open_ and bool(view.events(AwardProposal))


def replaced(view: View) -> Iterator[Words]:
    """That there are minutes of a result that is no more, and none as yet of what followed it."""
    older = superseded(view)
    if older is None:
        return
    failed = view.evaluation.failure is not None
    follows = view.kind.failed_name if failed else f"{view.kind.name} yang baru"
    named = f"{view.kind.name} {numbered(older.number)} tanggal {dated(older.at)}"
    yield Reason(
        f"{named} tetap sebagaimana adanya; sesudahnya disusun {follows}",
        f"the minutes {numbered(older.number)} stand as they are; others come after them",
        "berita_acara",
    )


def unnumbered(view: View) -> Iterator[Words]:
    """That the decision to call the procurement off has no number."""
    if not all(decision.number for decision in view.events(Cancellation)):
        yield Reason(
            "keputusan pembatalan belum bernomor",
            "the decision to call it off has no number",
            "pembatalan",
        )


def undetermined_as_yet(view: View) -> Iterator[Words]:
    """Why nobody has determined this result.

    Once bids are due an evaluation speaks of them; the list before them was determined by then.
    """
    if view.is_past:
        return
    if view.evaluation.state == "menunggu":
        yield OPEN
        return
    told = {notice.code for notice in view.evaluation.notices}
    yield from undetermined(view, differs="TINDAKAN_BERBEDA" in told)


def undetermined(view: View, *, differs: bool) -> Iterator[Words]:
    """Why nobody has determined this result; `differs` where an act says something else."""
    evaluation = view.evaluation
    if evaluation.state == "menunggu":
        yield WAITING
    elif told_undeclared(view):
        return
    elif evaluation.state != "ditetapkan" and differs and (act := _differing_act(view)):
        yield Reason(
            f"{act.id} yang tercatat berbeda dari hasil evaluasi",
            f"{act.en} that was recorded differs from what the evaluation came to",
            act.ends,
        )
    elif evaluation.state != "ditetapkan":
        act = _LISTED if view.kind.listing else _WON
        if evaluation.result == "gagal":
            act = _failure_act(view)
        yield _missing(act)


def told_undeclared(view: View) -> bool:
    """Whether a result is told that is declared only later: nobody passed, and one may object.

    It is told once the panel has numbered or announced it; the declaration is another paper's.
    """
    failure = view.evaluation.failure
    if failure is None or failure.holds_at_once or view.evaluation.state != "dihitung":
        return False
    return written(view) is not None or announced(view)


def undeclared(view: View) -> Iterator[Words]:
    """That nobody has declared it failed, where a paper tells the declaration itself."""
    if told_undeclared(view):
        yield _missing(_failure_act(view))


def _missing(act: Reason) -> Reason:
    return Reason(
        f"belum ada {act.id} yang sesuai dengan hasil evaluasi",
        f"nobody has recorded {act.en} that agrees with the evaluation",
        act.ends,
    )


def _differing_act(view: View) -> Reason | None:
    """The last act on what this record is about; nothing where what differs is about another.

    A determination that stood until talks with all failed is not what is to be mended.
    """
    acts = [*view.about_it(view.events(Award)), *view.about_it(view.events(FailureAct))]
    last = max(acts, key=lambda act: act.at, default=None)
    if last is None:
        return None
    failed = isinstance(last, Award) and view.evaluation.failure is not None
    if failed and any(talks.at > last.at for talks in view.events(Negotiation)):
        return None
    return _DETERMINED if isinstance(last, Award) else _failure_act(view)


def _failure_act(view: View) -> Reason:
    what = "prakualifikasi" if view.kind.listing else view.kind.noun
    said = f"pernyataan {what} gagal"
    return Reason(said, "the act that declares a failure", "pernyataan_gagal")
