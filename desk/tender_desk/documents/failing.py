"""The statement that a Tender, a Seleksi or a prakualifikasi fails, and what has to follow.

One that was called off has a decision in the place of a ground.
"""

from collections.abc import Iterator

from tender_desk.documents.blocks import Block, Pairs, Paragraph
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK, numbered, shown
from tender_engine.evaluation import AfterAwardState, Failure
from tender_engine.events import Announcement, Cancellation
from tender_rules.words import day_and_date

__all__ = [
    "called_off",
    "called_off_in_words",
    "effective_said",
    "failed",
    "follows",
    "ground_of",
    "how_failed",
    "since_called_off",
]

_AFTER_OBJECTIONS = (
    str(AfterAwardState.MASA_SANGGAH),
    "pernyataan_gagal",
    str(AfterAwardState.SELESAI),
)


def failed(view: View, failure: Failure) -> Iterator[Block]:
    """The statement of failure: the ground, who declares it, from when, and what follows."""
    if view.kind.cancelled:
        yield from called_off(view)
        return
    declared = view.evaluation.state == "ditetapkan"
    ground = ground_of(view, failure)
    what, _ = view.follow_up(failure.follow_up or "")
    title = view.package.tender.title
    yield Paragraph(f"{view.kind.fails} {title} {how_failed(view)}, karena {ground}.", strong=True)
    yield Pairs(
        (
            ("Dasar", view.cited(failure.citations)),
            (
                "Dinyatakan oleh" if declared else "Untuk dinyatakan oleh",
                view.term(failure.declared_by),
            ),
            ("Berlaku", effective_said(view, failure)),
            ("Tindak lanjut", what),
        )
    )
    yield Paragraph(follows(view, failure))


def how_failed(view: View) -> str:
    """That it was declared failed, or that it has come to where it can be."""
    declared = view.evaluation.state == "ditetapkan"
    return "dinyatakan gagal" if declared else "memenuhi keadaan untuk dinyatakan gagal"


def follows(view: View, failure: Failure) -> str:
    """What follows, after whatever has to have happened before."""
    declared = view.evaluation.state == "ditetapkan"
    return _first(view, failure, declared=declared) + view.follow_up(failure.follow_up or "")[1]


def called_off(view: View) -> Iterator[Block]:
    """The decision that ended it: whose it is, its number and reason. No text is cited for it."""
    (decision,) = view.events(Cancellation)
    noun, by = view.kind.noun, view.words.said("term.canceller", decision.by)
    title = view.package.tender.title
    yield Paragraph(f"{noun} {title} dibatalkan.", strong=True)
    rows = (
        ("Dasar", "keputusan yang tercatat"),
        ("Dibatalkan oleh", by),
        ("Nomor keputusan", decision.number or ""),
        ("Dicatat", day_and_date(decision.at)),
        ("Alasan", decision.reason),
        ("Bukti", shown(decision.evidence)),
        ("Berlaku", view.words.said("effective", "segera")),
    )
    yield Pairs(tuple((label, said) for label, said in rows if said))


def called_off_in_words(view: View) -> Paragraph:
    """The same in one sentence; on which papers it rests stays with the panel."""
    (decision,) = view.events(Cancellation)
    by = view.words.said("term.canceller", decision.by)
    words = (
        f"{view.kind.noun} ini dibatalkan oleh {by} dengan keputusan "
        f"{numbered(decision.number or BLANK)}, dengan alasan: {decision.reason}"
    )
    return Paragraph(words if words.endswith(".") else f"{words}.", strong=True)


def since_called_off(view: View) -> tuple[Block, ...]:
    """What minutes of an earlier part of the work say of it; nothing where none was called off.

    Nor where a result had been announced before: they went out with that, and stay as they were.
    """
    if not view.kind.cancelled:
        return ()
    (decision,) = view.events(Cancellation)
    if any(told.at < decision.at for told in view.about_it(view.events(Announcement))):
        return ()
    number = f"keputusan {numbered(decision.number)}, " if decision.number else ""
    by = view.words.said("term.canceller", decision.by)
    words = (
        f"{view.kind.noun} ini dibatalkan oleh {by} ({number}dicatat {day_and_date(decision.at)}); "
        "berita acara ini menguraikan keadaan sebelum pembatalan."
    )
    return (Paragraph(words, strong=True),)


def ground_of(view: View, failure: Failure) -> str:
    """The ground in the regulation's words, which may be others when it is held again."""
    repeat = view.package.tender.qualification_round > 1
    return view.words.within("ground", ("again",) * repeat, failure.ground)


def effective_said(view: View, failure: Failure) -> str:
    """From when the failure holds, with the text that puts it off."""
    when = view.words.said("effective", failure.effective)
    if failure.holds_at_once:
        return when
    return f"{when} ({view.value_cited('failure.none_passes_effective')})"


def _declared_then(view: View) -> bool:
    """Whether nobody could object any more when it was declared."""
    acted = view.evaluation.after_award
    return acted is not None and _AFTER_OBJECTIONS in acted.taken


def _first(view: View, failure: Failure, *, declared: bool) -> str:
    """What has to have happened before anything follows."""
    after = [] if failure.holds_at_once or _declared_then(view) else ["masa sanggah berakhir"]
    if not declared:
        after.append(f"{view.kind.fails} dinyatakan gagal")
    return f"Setelah {' dan '.join(after)}, " if after else ""
