"""Values of the law that the panel chose, or has still to confirm against the tender's document."""

from tender_desk.documents import inside
from tender_desk.documents.view import View
from tender_engine.findings import Source, UsedValue

__all__ = ["confirmations", "named_value", "unconfirmed"]


def unconfirmed(view: View) -> list[UsedValue]:
    """The unverified values that were used and that the panel has not confirmed.

    Of a part of the work those that only later stages rest on are none.
    """
    unverified = [used for used in view.evaluation.values if used.source is Source.UNVERIFIED]
    told, later = _used(view)
    apart = view.is_past or view.scope is not None
    not_its_own = later - told if apart else frozenset[str]()
    return [x for x in unverified if x.param not in not_its_own and view.confirmed(x) is None]


def _used(view: View) -> tuple[frozenset[str], frozenset[str]]:
    """What stages rest on up to the last of those that the record tells; what later ones do."""
    told, later = set[str](), set[str]()
    stages = view.evaluation.stages
    last = max((n for n, stage in enumerate(stages) if view.tells(stage.id)), default=-1)
    for number, stage in enumerate(stages):
        behind = told if number <= last else later
        findings = (finding for verdict in stage.verdicts for finding in verdict.findings)
        behind |= {used.param for finding in findings for used in finding.values}
    return frozenset(told), frozenset(later)


def confirmations(view: View) -> list[tuple[str, str, str]]:
    """Each reading that the document or the panel chose: what, the value, and the clause.

    Of one that the panel has still to confirm the clause is a blank.
    """
    return [
        (*named_value(view, used), view.value_cited(used.param))
        for used in view.evaluation.values
        if (used.source is Source.UNVERIFIED or used.set_by == "dokumen")
        and used.param not in inside.VALUES
    ]


def named_value(view: View, used: UsedValue) -> tuple[str, str]:
    """What a value of the law is, and the value, in words."""
    return view.kind.said(view.words.param(used.param)), view.kind.said(
        view.value_in_words(used.param, used.value)
    )
