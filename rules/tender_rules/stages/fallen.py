"""Who has fallen holds nobody up: what was still open about it is lawfully left alone."""

from attrs import evolve

from tender.findings import Verdict
from tender.terms import StageId
from tender.workflow import Case

__all__ = ["leave_the_fallen"]


def leave_the_fallen(case: Case) -> None:
    """Nothing is asked any more about whoever fell at any stage, also before its fall.

    To be called once every stage is settled: until then who is undecided holds its place among
    the lowest bids. Findings and votes stay as they are, so that the record shows what was open.
    """
    fallen = {name: _reason(stages) for name, stages in _falls(case).items()}
    for table in case.verdicts.values():
        for name in fallen.keys() & table.keys():
            if table[name].verdict is Verdict.BELUM_DINILAI:
                alone, reason = Verdict.TIDAK_DIEVALUASI, fallen[name]
                table[name] = evolve(table[name], verdict=alone, reason=reason)
    for item in [item for item in case.awaiting if item.participant in fallen]:
        del case.awaiting[item]


def _falls(case: Case) -> dict[str, list[StageId]]:
    """At which stages each of the fallen fell."""
    falls: dict[str, list[StageId]] = {}
    for stage, table in case.verdicts.items():
        for name, found in table.items():
            if found.verdict is Verdict.GUGUR:
                falls.setdefault(name, []).append(stage)
    return falls


def _reason(stages: list[StageId]) -> str:
    return f"Sudah gugur pada {' dan '.join(stage.replace('_', ' ') for stage in stages)}."
