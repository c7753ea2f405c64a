"""Minutes of a failure: the ground, the facts behind it, who declares it, and what follows.

What was called off did not fail, and has minutes of its own.
"""

from collections.abc import Iterator

from attrs import evolve

from tender_desk.documents.acts import acts_on
from tender_desk.documents.addressing import by_pa
from tender_desk.documents.blocks import Block, Pairs, Signatures, Titled
from tender_desk.documents.closing import remarks, signed
from tender_desk.documents.draft import standing
from tender_desk.documents.draft_reasons import Standing
from tender_desk.documents.due import failure_due
from tender_desk.documents.entries import entries
from tender_desk.documents.failing import failed
from tender_desk.documents.on_record import superseded, written
from tender_desk.documents.particulars import Particulars, of_event
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import stages
from tender_desk.documents.subject import introduced
from tender_desk.documents.telling import acts_of
from tender_desk.documents.undetermined import undeclared
from tender_desk.documents.view import View
from tender_desk.documents.wording import shown
from tender_engine.declared import Words
from tender_engine.evaluation import Failure
from tender_engine.events import FailureAct
from tender_engine.terms import Decider

__all__ = ["FAILED"]

_OF_OFFICE = ("Nama", "Jabatan", "NIP")


def _act(view: View) -> FailureAct | None:
    """The act that declared this failure, if people have."""
    failure = view.evaluation.failure
    if failure is None:
        return None
    key = failure.ground, failure.declared_by
    found = [act for act in view.events(FailureAct) if (act.ground, act.by) == key]
    return found[-1] if found else None


def _told_by(view: View) -> Particulars:
    """The minutes that follow the act, where those of a result are older; else the act itself."""
    act, minutes = _act(view), written(view)
    own = superseded(view) and act and minutes and minutes.at >= act.at
    return of_event(minutes if own else act)


def _parts(view: View) -> Iterator[Titled]:
    failure = view.evaluation.failure
    yield from introduced(view, _told(view, failure) if failure else ())
    by_panel = failure is None or failure.declared_by == Decider.POKJA
    lines = signed(view) if by_panel else (Signatures(by_pa(view), _OF_OFFICE),)
    yield "Penutup dan Tanda Tangan", lines


def _told(view: View, failure: Failure) -> Iterator[Titled]:
    """What came in, what it rests on, the statement, and what people did before and after it."""
    yield entries(view)
    if facts := tuple(_facts(view, failure)):
        yield "Fakta yang Mendasari", facts
    yield f"Pernyataan {view.kind.fails} Gagal", tuple(failed(view, failure))
    told = acts_on(view, view.kind.ends, later=True, day=_told_by(view).at)
    yield "Tindakan yang Dicatat", told
    yield "Keterangan Lain", remarks(view)


def _facts(view: View, failure: Failure) -> Iterator[Block]:
    """What the stages came to where figures show the ground; else what people named as proof."""
    act = _act(view)
    if act is not None and (proof := shown(act.evidence)):
        yield Pairs((("Bukti", proof),))
    if view.evaluation.basis.grounds[failure.ground].computed and not view.nothing_came_in:
        yield from stages(view)


def _standing(view: View) -> Standing:
    """Until people have declared it these are a draft, whatever is told of it before."""
    found = standing(view)
    return evolve(found, reasons=(*found.reasons, *undeclared(view)))


FAILED = Paper(
    "gagal",
    Words("Berita Acara Tender Gagal", "Minutes of a failure"),
    Audience.PUBLIC,
    _standing,
    _parts,
    name=lambda view: view.kind.failed_name,
    due=failure_due,
    tells=acts_of(FailureAct),
    held=lambda view: filter(None, [_told_by(view).at]),
    told_by=_told_by,
)
