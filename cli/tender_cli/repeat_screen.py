"""A repeat on a screen: of what it is one, what it judged anew, and what it is instead of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import evolve

from tender_cli.messages import say
from tender_cli.output import tell
from tender_cli.words import names_of, spoken, stage_title
from tender_desk.documents.kind import Kind
from tender_desk.documents.view import View
from tender_engine.evaluation import Evaluation
from tender_engine.model import Package
from tender_engine.terms import PreviousKind, StageId
from tender_rules.repeats.causes import objector_of
from tender_rules.repeats.changes import judged_anew
from tender_rules.repeats.naming import named_anew
from tender_rules.repeats.new_bids import others

__all__ = ["repeat_lines", "tell_otherwise"]

# What follows a failure, and the kind of repeat that it is, if it is one.
_FOLLOWS = {
    "evaluasi_penawaran_ulang": "evaluasi_ulang",
    "evaluasi_kualifikasi_ulang": "evaluasi_ulang",
    "penyampaian_penawaran_ulang": "penawaran_ulang",
    "tender_ulang": "tender_ulang",
    "prakualifikasi_ulang": "prakualifikasi_ulang",
    "penyampaian_kualifikasi_ulang": "prakualifikasi_ulang",
    "penunjukan_langsung": None,
    "cari_penyebab": None,
}


def repeat_lines(evaluation: Evaluation, before: Evaluation | None) -> Iterator[str]:
    """Of what kind of repeat it is, whether somebody looked, and what was judged anew.

    Nothing where it is none; `before` is the evaluation that it was held against.
    """
    previous = evaluation.package.previous
    if previous is None:
        return
    kind, words = Kind.of_evaluation(evaluation), spoken(evaluation.basis.words)
    what = kind.repeats(words, evaluation.package)
    what = what[:1].upper() + what[1:]
    instead = _otherwise(before, evaluation.given) if before else None
    if before is not None and _leads_nowhere(before):
        yield say("previous.nowhere", what=what)
    elif instead is not None:
        yield say("previous.otherwise", what=what, follows=instead[0])
    else:
        yield say("previous.held" if before else "previous.not_held", what=what)
    if before is not None and previous.kind is PreviousKind.PENAWARAN_ULANG:
        yield from _differing(before, evaluation)
    if before is None or previous.kind is not PreviousKind.EVALUASI_ULANG:
        return
    everybody, named = say("previous.everybody"), named_anew(evaluation.package) or ()
    those = [(one.stage, one.participant or everybody) for one in named]
    yield say("previous.named", what=_listed(evaluation, those) or say("none"))
    anew = judged_anew(before, evaluation)
    yield say("previous.anew", what=_listed(evaluation, anew) or say("none"))
    objector = objector_of(before)
    apart = tuple(one for one in anew if one[1] != objector)
    if objector is not None and apart:
        who = names_of(evaluation.package)[objector]
        yield say("previous.of_others", who=who, what=_listed(evaluation, apart))


def _differing(before: Evaluation, evaluation: Evaluation) -> Iterator[str]:
    """What of new bids may differ from the package before and does, if anything."""
    told = [
        say(f"other.{one.key.rpartition('.')[2] or 'participant'}")
        + (f" {one.who}" if one.who else "")
        for one in others(before, evaluation)
    ]
    if told:
        yield say("previous.differs", what="; ".join(told))


def _listed(evaluation: Evaluation, whom: Iterable[tuple[StageId, str]]) -> str:
    """Each stage, and who there."""
    kind, words = Kind.of_evaluation(evaluation), spoken(evaluation.basis.words)
    found: dict[StageId, list[str]] = defaultdict(list)
    for stage, who in whom:
        found[stage].append(who)
    return "; ".join(
        f"{stage_title(words, kind, stage)}: {', '.join(people)}" for stage, people in found.items()
    )


def tell_otherwise(old: Evaluation, new: Package) -> None:
    """Tell where another thing than the repeat `new` follows what the old package records."""
    what = Kind.of_evaluation(old).repeats(spoken(old.basis.words), new)
    instead = _otherwise(old, new)
    if _leads_nowhere(old):
        tell(say("ulang.nowhere", what=what))
    elif instead is not None:
        named, due = instead
        tell(say("ulang.otherwise", what=what, follows=named, due=due))


def _leads_nowhere(old: Evaluation) -> bool:
    """Whether nothing that the old package records is followed by any repeat."""
    return old.failure is None and old.next not in _FOLLOWS


def _otherwise(old: Evaluation, new: Package) -> tuple[str, str] | None:
    """What follows the old package where that is not the repeat `new`, and what there is to do."""
    after = old.failure.follow_up if old.failure else old.next
    if new.previous is None or _FOLLOWS.get(after or "", new.previous.kind) == new.previous.kind:
        return None
    return evolve(View.of(old), words=spoken(old.basis.words)).follow_up(after or "")
