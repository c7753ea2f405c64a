"""What is typed of a KSO, or of who does not lead it, where others of it are asked."""

from collections.abc import Iterator

from tender_engine.findings import Notice
from tender_engine.model import Participant
from tender_engine.workflow import Case
from tender_rules.stages.files import bid_file
from tender_rules.stages.kd import KD
from tender_rules.stages.leading import lead_of
from tender_rules.stages.qualification import BLACKLIST

__all__ = ["unused_of_kso"]

_CODE = "FAKTA_KSO_TIDAK_DIPAKAI"


def unused_of_kso(case: Case) -> Iterator[Notice]:
    """Facts that decide nothing, so that nobody believes that they were looked at."""
    for who in case.participants.values():
        if who.members:
            yield from _of_itself(case, who)
            yield from _of_who_does_not_lead(case, who)


def _of_itself(case: Case, who: Participant) -> Iterator[Notice]:
    """Of whatever the rulebook asks of each member, its own checks included.

    A KSO that is listed itself falls by it: that is the one fact of its own that counts.
    """
    asked = [check for check in case.checks if check.of_each and check is not BLACKLIST]
    given = [check.words.id for check in asked if who.known(check) is not None]
    if given:
        words = f"Dicatat pada KSO dan tidak dipakai: {', '.join(given)}; yang dinilai anggotanya."
        yield Notice(_CODE, words, who.id)


def _of_who_does_not_lead(case: Case, who: Participant) -> Iterator[Notice]:
    """Kemampuan Dasar is asked of the leadfirm alone."""
    lead = lead_of(bid_file(case, KD.stage, who))
    given = [m.name for m in who.members if m is not lead and m.known(KD) is not None]
    if given:
        words = f"{KD.words.id} dicatat pada {', '.join(given)} dan tidak dipakai"
        yield Notice(_CODE, f"{words}; yang dinilai leadfirm.", who.id)
