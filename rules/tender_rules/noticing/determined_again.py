"""What was determined again although an objection or an appeal had been right."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime

from tender_engine.events import Award, FailureAct
from tender_engine.findings import Notice
from tender_engine.terms import Subject
from tender_engine.workflow import Case, once
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.made import made
from tender_rules.stages.standing_acts import acts_on
from tender_rules.words import dated

__all__ = ["determined_again"]


def determined_again(case: Case) -> Iterator[Notice]:
    """The same winner after an appeal, a new list after an objection: no text says what follows."""
    yield from _same_winner(case)
    yield from _new_list(case)


def _same_winner(case: Case) -> Iterator[Notice]:
    for each in appealed(case):
        before = each.against.act if each.granted and each.against else None
        again = _next(case, Subject.PEMILIHAN, each.decided_at) if before else None
        if not isinstance(before, Award) or not isinstance(again, Award):
            continue
        if again.winner == before.winner:
            words = (
                f"Penetapan {dated(again.at)} menyebut pemenang yang penetapannya tidak berlaku "
                f"lagi menurut jawaban sanggah banding {dated(each.decided_at)}; akibat sanggah "
                "banding yang benar tidak dibaca dan diputuskan manusia."
            )
            yield Notice("SANGGAH_BANDING", words, each.appeal.participant)


def _new_list(case: Case) -> Iterator[Notice]:
    for each in made(case, Subject.KUALIFIKASI):
        if each.answer is None or not each.upholds:
            continue
        again = _next(case, Subject.KUALIFIKASI, each.answer.at)
        if isinstance(again, Award):
            words = (
                f"Daftar ditetapkan lagi {dated(again.at)} setelah sanggah dinyatakan benar dan "
                f"substansial {dated(each.answer.at)}, tanpa pernyataan prakualifikasi gagal; "
                "akibat sanggah prakualifikasi tidak dibaca dan diputuskan manusia."
            )
            yield Notice("SANGGAH_BENAR_SUBSTANSIAL", words, each.objection.participant)


def _next(case: Case, of: Subject, since: datetime) -> Award | FailureAct | None:
    """The first act on the result `of` after a moment."""
    acts = _by_time(case, of)
    place = bisect_right(acts, since, key=lambda act: act.at)
    return acts[place] if place < len(acts) else None


@once
def _by_time(case: Case, of: Subject) -> list[Award | FailureAct]:
    return sorted(acts_on(case.package, of), key=lambda act: act.at)
