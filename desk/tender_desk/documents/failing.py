"""The statement that a Tender, a Seleksi or a prakualifikasi fails, and what has to follow."""

from collections.abc import Iterator

from tender_desk.documents.blocks import Block, Pairs, Paragraph
from tender_desk.documents.view import View
from tender_engine.evaluation import Failure

__all__ = ["failed"]


def failed(view: View, failure: Failure) -> Iterator[Block]:
    """The statement of failure: the ground, who declares it, from when, and what follows."""
    declared = view.evaluation.state == "ditetapkan"
    how = "dinyatakan gagal" if declared else "memenuhi keadaan untuk dinyatakan gagal"
    ground = _ground(view, failure)
    what, due = view.follow_up(failure.follow_up)
    title = view.package.tender.title
    yield Paragraph(f"{view.kind.fails} {title} {how}, karena {ground}.", strong=True)
    yield Pairs(
        (
            ("Dasar", view.cited(failure.citations)),
            (
                "Dinyatakan oleh" if declared else "Untuk dinyatakan oleh",
                view.term(failure.declared_by),
            ),
            ("Berlaku", _effective(view, failure)),
            ("Tindak lanjut", what),
        )
    )
    yield Paragraph(_first(view, failure, declared=declared) + due)


def _ground(view: View, failure: Failure) -> str:
    """The ground in the regulation's words, which may be others when it is held again."""
    repeat = view.package.tender.qualification_round > 1
    return view.words.within("ground", ("again",) * repeat, failure.ground)


def _effective(view: View, failure: Failure) -> str:
    """From when the failure holds, with the text that puts it off."""
    when = view.words.said("effective", failure.effective)
    if failure.effective == "segera":
        return when
    return f"{when} ({view.value_cited('failure.none_passes_effective')})"


def _first(view: View, failure: Failure, *, declared: bool) -> str:
    """What has to have happened before anything follows."""
    after = ["masa sanggah berakhir"] if failure.effective != "segera" else []
    if not declared:
        after.append(f"{view.kind.fails} dinyatakan gagal")
    return f"Setelah {' dan '.join(after)}, " if after else ""
