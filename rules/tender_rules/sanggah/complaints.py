"""Which objections and appeals are but a *pengaduan*, and which answers undid a result."""

from tender_engine.declared import Words
from tender_engine.evaluation import Evaluation
from tender_engine.events import Event
from tender_engine.terms import Subject
from tender_engine.workflow import Case, Conclusion, Procedure
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.made import made

__all__ = ["acts_alone", "complaints", "upholding"]

_ACTS_ALONE = Procedure(
    "tindakan", Words("Tindakan", "Acts"), (), (), lambda _: Conclusion("menunggu", None)
)


def acts_alone(evaluation: Evaluation) -> Case:
    """A table on which the acts of a package are looked at again, and nobody is evaluated."""
    case = Case.of(evaluation.counted, evaluation.law, _ACTS_ALONE, evaluation.seats)
    case.grounds = evaluation.basis.grounds
    return case


def complaints(evaluation: Evaluation) -> list[Event]:
    """Objections and appeals that do not count, with what was answered to them."""
    case = acts_alone(evaluation)
    found: list[Event | None] = []
    for of in Subject:
        for each in made(case, of):
            found += () if each.counts else (each.objection, each.answer)
    for sent in appealed(case):
        found += () if sent.why is None else (sent.appeal, sent.answer)
    return [event for event in found if event is not None]


def upholding(evaluation: Evaluation, of: Subject) -> list[Event]:
    """What undid the result `of`: the answers to objections and appeals that count and were right.

    An appeal that has its answer with it stands for that.
    """
    case = acts_alone(evaluation)
    found: list[Event] = [each.answer for each in made(case, of) if each.answer and each.upholds]
    if of == Subject.PEMILIHAN:
        granted = (each for each in appealed(case) if each.granted and each.against)
        found += (each.answer or each.appeal for each in granted)
    return found
