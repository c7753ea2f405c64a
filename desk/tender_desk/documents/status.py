"""How far a tender is: its stage, what is awaited from whom, why it is a draft, its next days."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from tender_desk.documents.after_award import Stands, stands
from tender_desk.documents.calendar import period_named
from tender_desk.documents.draft import standing
from tender_desk.documents.draft_reasons import on_screen
from tender_desk.documents.view import View
from tender_engine.declared import Vocabulary, Words
from tender_engine.evaluation import AfterAwardState, Evaluation, PeriodState
from tender_engine.faults import AND_AT_LEAST_AS_MANY_MORE, AND_MORE, Diagnostic
from tender_engine.terms import Decider, StageId
from tender_rules.procurement_kind import is_seleksi
from tender_rules.sanggah.facts import to_determine
from tender_rules.stages.confirming import CONFIRMATION
from tender_rules.words import in_english_figures, long_date

__all__ = ["Status", "repeated_in", "status_of"]

_CALLED_OFF = Words("dibatalkan", "called off")
_COMPUTED = Words("selesai dihitung", "computed")
_FAILED = Words("gagal", "failed")
_REPEATED = Words("diulang di", "repeated in")
# The fact that says who determines a winner.
_DETERMINES = "oleh"
# What comes before the award, but of a Seleksi.
_BEFORE_IT = ("negosiasi", "reverse_auction")
# Who is asked, where one line tells of a whole tender.
_WHO = {"pokja": "Pokja", "pa": "PA", "ppk": "PPK"}
_MEMBERS = Words("anggota", "members")


@frozen
class Status:
    """How far one tender is, in words of one language; what ends `_briefly` is for one line.

    Attributes:
        code, title: those of the tender.
        stage: the first stage at which something is awaited, or what became of the result.
        awaited: what is awaited, each once, with those of whom and how often.
        doubts: how many figures may be slips of typing, which nobody has confirmed, and how much
            else on its sheets may be; with `+` where not all of it is told, and nothing for none.
        doubted: the latter, each with its cell; none of it keeps the record a draft.
        reasons: why its record is a draft, nothing where it is final.
        days: the last day of each period that is not over, and whose it is; the next first.
        follows: what the law provides after a failure, as it is awaited; nothing without one.
    """

    code: str
    title: str
    stage: str
    stage_briefly: str
    awaited: tuple[str, ...]
    awaited_briefly: tuple[str, ...]
    doubts: str
    doubted: tuple[str, ...]
    reasons: tuple[str, ...]
    reasons_briefly: tuple[str, ...]
    days: tuple[str, ...]
    follows: str = ""


def repeated_in(status: Status, place: str, lang: str) -> Status:
    """The status of a tender whose repeat lies at `place`: what followed its failure came."""
    failed, said = f"{_FAILED.said(lang)}; ", f"{_REPEATED.said(lang)} {place}"
    return evolve(
        status,
        stage=(failed if status.stage.startswith(failed) else "") + said,
        stage_briefly=said,
        awaited=tuple(text for text in status.awaited if text != status.follows),
        awaited_briefly=tuple(text for text in status.awaited_briefly if text != status.follows),
    )


def status_of(
    evaluation: Evaluation,
    lang: str,
    today: dt.date | None = None,
    *,
    doubted: Iterable[Diagnostic] = (),
    before: Evaluation | None = None,
) -> Status:
    """How far the tender of `evaluation` is, of whose file this is `doubted`.

    Its days are as of the latest that the package records, unless a day is given. A repeat was
    held against the evaluation `before` it, where that is given.
    """
    view = View.of(evaluation, internal=True, before=before)
    words = evaluation.basis.vocabulary(lang)
    found, tender = standing(view), view.package.tender
    doubted = tuple(doubted)
    told = tuple(": ".join(filter(None, (each.cell, each.message))) for each in doubted)
    slips = sum(item.needs == CONFIRMATION for item in evaluation.awaiting)
    stood = stands(evaluation, words, today)
    stage, stage_briefly = _stage(view, words, lang, stood)
    awaited = list(_awaited(view, words, lang, stood))
    return Status(
        code=tender.code,
        title=tender.title,
        stage=stage,
        stage_briefly=stage_briefly,
        awaited=tuple(full for full, _ in awaited),
        awaited_briefly=tuple(brief for _, brief in awaited),
        doubts=_counted(slips, doubted),
        doubted=told,
        reasons=tuple(on_screen(view, reason).said(lang) for reason in found.reasons),
        reasons_briefly=tuple(reason.said(lang) for reason in found.briefly(slips)),
        days=tuple(_days(evaluation, words, lang, today)),
        follows=_follows(view, words, lang),
    )


def _counted(slips: int, doubted: Sequence[Diagnostic]) -> str:
    """How many doubts there are; the last of too many says itself that there are more."""
    listed = sum(each.code not in (AND_MORE, AND_AT_LEAST_AS_MANY_MORE) for each in doubted)
    more = "+" if listed < len(doubted) else ""
    return f"{slips + listed}{more}" if slips + listed else ""


def _stage(view: View, words: Vocabulary, lang: str, stood: Stands) -> tuple[str, str]:
    """The stage in full and briefly, or how a result stands."""
    evaluation = view.evaluation
    if evaluation.state == "menunggu":
        stage = next(x.stage for x in evaluation.awaiting if x.needs != CONFIRMATION)
        full, brief = words.said("stage", stage), words.said("stage.short", stage)
        return _said(view, full, lang), _said(view, brief, lang)
    if view.kind.cancelled:
        return (_CALLED_OFF.said(lang),) * 2
    told = stood.state or _COMPUTED.said(lang)
    if evaluation.failure:
        told = f"{_FAILED.said(lang)}; {told}"
    return told, told


def _awaited(view: View, words: Vocabulary, lang: str, stood: Stands) -> Iterator[tuple[str, str]]:
    """What is awaited, of whom, and how often, in full and briefly; of a result what it waits for.

    Briefly a need is said by its code, which is a word or two of the law.
    """
    evaluation = view.evaluation
    asked = [item for item in evaluation.awaiting if item.needs != CONFIRMATION]
    times = Counter((item.asked, item.needs) for item in asked)
    for (whom, needs), count in times.items():
        full = _said(view, view.kind.awaited(words, needs, evaluation.ranked_by), lang)
        often = f" ({count}×)" if count > 1 else ""
        brief = needs.replace("_", " ") if lang == "id" else full
        in_full, briefly = _whom(view, words, whom, lang)
        yield f"{in_full}: {full}{often}", f"{briefly}: {brief}{often}"
    if not (asked or view.kind.cancelled):
        yield from ((text, text) for text in _after(view, words, lang, stood))


def _after(view: View, words: Vocabulary, lang: str, stood: Stands) -> Iterator[str]:
    """What a result waits for: before anybody acted on it that act, or what comes before it.

    What failed and is told waits for what the law provides after it.
    """
    evaluation = view.evaluation
    if evaluation.after_award is not None:
        yield from stood.waits
        if not stood.waits and (follows := _follows(view, words, lang)):
            yield follows
    elif evaluation.next in _BEFORE_IT and not is_seleksi(view.package.tender):
        yield _said(view, words.within("next", view.kind.contexts, evaluation.next), lang)
    elif evaluation.state == "dihitung":
        by, failure = _decider(evaluation), evaluation.failure
        act = to_determine(fails=failure is not None, by_pa=by == Decider.PA)
        who = by if failure else Decider.POKJA
        yield f"{_WHO[who]}: {words.said('after_award.waits', act)}"


def _follows(view: View, words: Vocabulary, lang: str) -> str:
    """What the law provides after a failure; nothing without one."""
    evaluation = view.evaluation
    if not (evaluation.failure and evaluation.next):
        return ""
    return _said(view, words.within("next", view.kind.contexts, evaluation.next), lang)


def _whom(view: View, words: Vocabulary, asked: Collection[str], lang: str) -> tuple[str, str]:
    """Of whom something is asked, in full and briefly: of all members, of some, or of others."""
    members = {member.id: member.name for member in view.package.pokja.members}
    if members.keys() <= frozenset(asked):
        asked = ("pokja",)
    names = ", ".join(members.get(who) or words.term(who) for who in asked)
    if all(who in members for who in asked):
        return names, f"{len(asked)} {_MEMBERS.said(lang)}"
    return names, ", ".join(_WHO.get(who) or words.term(who) for who in asked)


def _decider(evaluation: Evaluation) -> str:
    """Who determines the result or declares that it failed; a list is the Pokja's to determine."""
    if evaluation.failure is not None:
        return evaluation.failure.declared_by
    verdicts = evaluation.stage(StageId.PENETAPAN).verdicts
    facts = (finding.facts for verdict in verdicts for finding in verdict.findings)
    return next((each[_DETERMINES] for each in facts if _DETERMINES in each), Decider.POKJA)


def _days(
    evaluation: Evaluation, words: Vocabulary, lang: str, today: dt.date | None
) -> Iterator[str]:
    """Each day on which something ends, with what ends then, of however many bidders.

    Nobody waits for one any more once a tender is at its end, nor for one that is settled.
    """
    after = evaluation.after_award
    if after is not None and after.state is AfterAwardState.SELESAI and not after.waits_for:
        return
    ends = {
        (period.until.date(), period_named(words, period)): None
        for period in sorted(evaluation.calendar, key=lambda period: period.until)
        if period.stands(today) in (PeriodState.BELUM, PeriodState.BERJALAN)
    }
    for day, name in ends:
        on = long_date(day)
        yield f"{on if lang == 'id' else in_english_figures(on)} {name}"


def _said(view: View, text: str, lang: str) -> str:
    """Words about a Tender as this kind says them."""
    return view.kind.said(text) if lang == "id" else text
