"""What PA determines, and the proposal that goes before it."""

from collections.abc import Iterator
from datetime import datetime

from tender_engine.events import Award, AwardProposal, Refusal
from tender_engine.findings import Notice
from tender_engine.model import Package
from tender_engine.terms import Decider, Refuser, Subject
from tender_engine.workflow import Case
from tender_rules.stages.rulings import rulings
from tender_rules.words import dated

__all__ = ["resting_on_nothing"]


def resting_on_nothing(case: Case) -> Iterator[Notice]:
    """Determinations of PA whose proposal is not on record."""
    for words in _not_proposed(case.package):
        yield Notice("DASAR_TINDAKAN_TIDAK_TERCATAT", words)


def _not_proposed(package: Package) -> Iterator[str]:
    """PA determines what the Pokja proposes, and after a refusal what it proposes anew."""
    proposed = [e.at for e in package.happened.of(AwardProposal)]
    for act in sorted(_by_pa(package), key=lambda act: act.at):
        refused = _refused(package, Refuser.PA, act.at)
        last = max((at for at in proposed if at <= act.at), default=None)
        if last is None:
            yield f"Penetapan oleh PA {dated(act.at)}: usul Pokja Pemilihan tidak tercatat."
        elif refused and last <= refused[-1]:
            yield (
                f"Penetapan oleh PA {dated(act.at)}: usul baru sesudah penolakan "
                f"{dated(refused[-1])} tidak tercatat."
            )


def _by_pa(package: Package) -> list[Award]:
    acts, ruled = package.happened.of(Award), {id(act) for act in rulings(package)}
    by_pa = [act for act in acts if act.of == Subject.PEMILIHAN and act.by is Decider.PA]
    return [act for act in by_pa if id(act) not in ruled]


def _refused(package: Package, by: Refuser, until: datetime) -> list[datetime]:
    """When the result was refused up to a moment, the last time at the end."""
    return sorted(e.at for e in package.happened.of(Refusal) if e.by is by and e.at <= until)
