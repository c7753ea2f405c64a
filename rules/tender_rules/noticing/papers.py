"""Papers that have to be valid on the day of the determination, which fell or fells nobody."""

from collections.abc import Iterator

from tender_engine.events import Award
from tender_engine.findings import Notice, Verdict
from tender_engine.terms import StageId, Subject
from tender_engine.workflow import Case
from tender_rules.stages.files import bid_file
from tender_rules.stages.papers import PaperDay, on_day, wanted_on
from tender_rules.stages.standing_acts import last_act

__all__ = ["not_valid_at_award"]


def not_valid_at_award(case: Case) -> Iterator[Notice]:
    """A winner or reserve of the act whose paper is not known to be valid on its day."""
    act = last_act(case, Subject.PEMILIHAN)
    asked = wanted_on(case.package.tender, PaperDay.PENETAPAN)
    if not asked or not isinstance(act, Award):
        return
    day = act.at.date()
    for name in (act.winner, *(act.reserves or ())):
        who = case.participants.get(name or "")
        if who is None:
            continue
        file = bid_file(case, StageId.EVALUASI_KUALIFIKASI, who)
        found = on_day(file, asked, day, case.ask)
        if found.verdict is not Verdict.LULUS:
            yield Notice("SURAT_PADA_PENETAPAN", f"{found.reason}.", who.id)
