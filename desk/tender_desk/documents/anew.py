"""The same bids evaluated anew beside the evaluation before: what changed, for whom, and why.

It tells verdicts, their reasons, scores, places and the result, and no price: one that was opened
then may be sealed now.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading, Titled, table
from tender_desk.documents.scores import scores_compared
from tender_desk.documents.view import View, about
from tender_desk.documents.wording import BLANK, sentence
from tender_engine.comparing import Comparison, VerdictChange, compare
from tender_engine.evaluation import Evaluation, StageVerdict
from tender_engine.events import Award
from tender_engine.findings import Verdict, natural
from tender_engine.judgement import Vote
from tender_engine.terms import StageId
from tender_engine.trail import root
from tender_rules.repeats.changes import judged_anew
from tender_rules.repeats.naming import named_anew

__all__ = ["compared"]

_DETERMINED = (StageId.PENETAPAN, StageId.PENETAPAN_HASIL_KUALIFIKASI)
_LIST = "Daftar peserta"
_SAME = "Evaluasi ulang tidak mengubah putusan, urutan peringkat, dan hasil."


def compared(view: View) -> Iterator[Titled]:
    """Of what was evaluated anew the section beside what it was held against; else nothing."""
    if view.evaluated_anew and view.before is not None:
        yield "Perbandingan dengan Evaluasi Sebelumnya", _side_by_side(view, view.before)


def _side_by_side(view: View, before: Evaluation) -> tuple[Block, ...]:
    """What was judged anew and why, and both evaluations, each with its root."""
    found = compare(before, view.evaluation)
    changed = [
        *_verdicts(view, found),
        *scores_compared(view, before),
        *_places(view, found),
        *_result(view, before),
    ]
    return (*_reason(view, before), *(changed or [Paragraph(_SAME)]))


def _reason(view: View, before: Evaluation) -> Iterator[Block]:
    previous = view.package.previous
    rows = (
        ("Alasan evaluasi ulang", previous.reason if previous else BLANK),
        ("Yang disebut untuk dinilai ulang", _named(view)),
        ("Akar jejak evaluasi sebelumnya", root(before)),
        ("Akar jejak evaluasi ulang", root(view.evaluation)),
    )
    yield Pairs(rows)
    judged = [
        (view.who(who), view.stage(stage), _why(view, stage, who))
        for stage, who in judged_anew(before, view.evaluation)
    ]
    if judged:
        yield Subheading("Yang dinilai ulang")
        yield table({"Nama peserta": "<", "Tahapan": "<", "Alasan penilaian": "<"}, judged)


def _named(view: View) -> str:
    """What was named to be judged anew, stage by stage."""
    found: dict[StageId, list[str]] = defaultdict(list)
    for one in named_anew(view.package) or ():
        found[one.stage].append(view.who(one.participant) if one.participant else "semua peserta")
    said = (f"{view.stage(stage)}: {', '.join(people)}" for stage, people in found.items())
    return "; ".join(said) or "tidak ada"


def _why(view: View, stage: StageId, who: str) -> str:
    """What the majority wrote of each question at a stage; who was of another mind stays inside."""
    found = view.evaluation.stage(stage).on(who)
    votes: dict[str, list[Vote]] = {}
    for vote in found.votes if found else ():
        if vote.counts:
            votes.setdefault(vote.criterion, []).append(vote)
    notes = (vote.entry.note for each in votes.values() for vote in _majority(view, each))
    return " ".join(dict.fromkeys(sentence(note) for note in notes if note)) or "–"


def _majority(view: View, votes: list[Vote]) -> Iterator[Vote]:
    given = Counter(vote.verdict for vote in votes if vote.verdict)
    agreed = (word for word, count in given.items() if 2 * count > len(view.members))
    answer = next(agreed, None)
    return (vote for vote in votes if answer is not None and vote.verdict == answer)


def _verdicts(view: View, found: Comparison) -> Iterator[Block]:
    """Each verdict that differs, or that stands for another reason, in the order of the stages."""
    order = {stage.id: place for place, stage in enumerate(view.evaluation.stages)}
    changes = [made for made in (*found.verdicts, *found.reasons) if _is_told(view, made)]
    changes.sort(key=lambda made: (order.get(made.stage, 0), natural(made.participant)))
    rows = []
    for made in changes:
        sides = [_verdict(view, side) for side in (made.before, made.after)]
        if sides[0] != sides[1]:
            rows.append((view.who(made.participant), view.stage(made.stage), *sides))
    if rows:
        yield Subheading("Putusan yang berbeda")
        headers = {"Nama peserta": "<", "Tahapan": "<", "Semula": "<", "Menjadi": "<"}
        yield table(headers, rows)


def _is_told(view: View, made: VerdictChange) -> bool:
    """Whether a stage is told of here: who is determined is the result, and stands below."""
    return view.tells(made.stage) and made.stage not in _DETERMINED


def _verdict(view: View, side: StageVerdict | None) -> str:
    """A verdict; of who did not pass with the reason, as the stage itself tells it."""
    if side is None:
        return "Tidak memasuki tahapan ini"
    said = view.term(side.verdict)
    return said if side.verdict is Verdict.LULUS else f"{said}: {side.reason}"


def _places(view: View, found: Comparison) -> Iterator[Block]:
    """Each place in the order that differs, whatever figure made it."""
    rows = []
    for made in found.ranking:
        places = [str(side.rank) if side else "–" for side in (made.before, made.after)]
        if places[0] != places[1]:
            rows.append((view.who(made.name), *places))
    if rows:
        yield Subheading("Urutan peringkat yang berbeda")
        yield table({"Nama peserta": "<", "Semula": ">", "Menjadi": ">"}, rows)


def _result(view: View, before: Evaluation) -> Iterator[Block]:
    """Who wins, who is in reserve or on the list, or why it failed: what of it differs."""
    sides = [dict(_determined(view, before)), dict(_proposed(view, view.evaluation))]
    rows = [
        (what, *(side.get(what, "–") for side in sides))
        for what in {**sides[0], **sides[1]}
        if sides[0].get(what) != sides[1].get(what)
    ]
    if rows:
        yield Subheading("Hasil yang berbeda")
        yield table({"Hal": "<", "Semula": "<", "Menjadi": "<"}, rows)


def _determined(view: View, before: Evaluation) -> Iterator[tuple[str, str]]:
    """What came of the evaluation before: whom the act named that was undone, if there was one."""
    acts = about(view.kind.ends, before.package.happened.of(Award))
    last = max(acts, key=lambda act: act.at, default=None)
    if last is None:
        yield from _proposed(view, before)
    elif view.kind.listing:
        yield _LIST, view.all_of(last.listed or ())
    else:
        yield from _winner(view, last.winner, last.reserves or ())


def _proposed(view: View, evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    if evaluation.winner is not None:
        yield from _winner(view, evaluation.winner, evaluation.reserves)
    if view.kind.listing and evaluation.shortlist:
        yield _LIST, view.all_of(evaluation.shortlist)
    if evaluation.failure is not None:
        yield f"{view.kind.fails} gagal", view.words.said("ground", evaluation.failure.ground)


def _winner(view: View, winner: str | None, reserves: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "Calon pemenang", view.who(winner)
    yield "Calon pemenang cadangan", view.all_of(reserves) or "tidak ada"
