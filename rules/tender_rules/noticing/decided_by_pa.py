"""What PA does with a result, and the proposal or refusal that goes before it."""

from collections.abc import Iterator
from datetime import datetime

from tender_engine.events import Award, AwardProposal, FailureAct, Refusal
from tender_engine.findings import Notice
from tender_engine.model import Package
from tender_engine.terms import Decider, Refuser, Subject
from tender_engine.workflow import Case
from tender_rules.stages.award import decider
from tender_rules.stages.failure import NOT_DETERMINED, REFUSED_BY_PPK
from tender_rules.stages.rulings import rulings
from tender_rules.words import dated

__all__ = ["resting_on_nothing"]

_REFUSED = {REFUSED_BY_PPK: (Refuser.PPK, "PPK"), NOT_DETERMINED: (Refuser.PA, "PA/KPA")}


def resting_on_nothing(case: Case) -> Iterator[Notice]:
    """Acts of PA whose proposal or refusal is not on record, or that are not for PA here."""
    for words in (*_not_proposed(case.package), *_not_refused(case)):
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


def _not_refused(case: Case) -> Iterator[str]:
    for act in sorted(case.package.happened.of(FailureAct), key=lambda act: act.at):
        if act.ground not in _REFUSED:
            continue
        by, name = _REFUSED[act.ground]
        said = f"Pernyataan gagal {dated(act.at)}"
        if not _refused(case.package, by, act.at):
            yield f"{said}: penolakan oleh {name} yang menjadi dasarnya tidak tercatat."
        if act.ground == NOT_DETERMINED and decider(case) is not Decider.PA:
            yield f"{said}: menurut pagu pemenang ditetapkan oleh Pokja Pemilihan, bukan PA/KPA."


def _refused(package: Package, by: Refuser, until: datetime) -> list[datetime]:
    """When the result was refused up to a moment, the last time at the end."""
    return sorted(e.at for e in package.happened.of(Refusal) if e.by is by and e.at <= until)
