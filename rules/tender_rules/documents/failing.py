"""The statement that a Tender, a Seleksi or a prakualifikasi fails, and what has to follow."""

from collections.abc import Iterator

from tender.evaluation import Failure
from tender_rules.documents.blocks import Block, Pairs, Paragraph
from tender_rules.documents.labels import EFFECTIVE, FEWER_THAN_THREE, GROUNDS, TERMS
from tender_rules.documents.view import View
from tender_rules.documents.wording import cited

__all__ = ["failed"]


def failed(view: View, failure: Failure) -> Iterator[Block]:
    """The statement of failure: the ground, who declares it, from when, and what follows."""
    declared = view.evaluation.state == "ditetapkan"
    how = "dinyatakan gagal" if declared else "memenuhi keadaan untuk dinyatakan gagal"
    ground = _ground(view, failure)
    what, due = view.kind.follow_up(failure.follow_up)
    title = view.package.tender.title
    yield Paragraph(f"{view.kind.fails} {title} {how}, karena {ground}.", strong=True)
    yield Pairs(
        (
            ("Dasar", cited(failure.citations)),
            (
                "Dinyatakan oleh" if declared else "Untuk dinyatakan oleh",
                TERMS[failure.declared_by],
            ),
            ("Berlaku", _effective(view, failure)),
            ("Tindak lanjut", what),
        )
    )
    yield Paragraph(_first(view, failure, declared=declared) + due)


def _ground(view: View, failure: Failure) -> str:
    """The ground in the regulation's words; a repeat fails only when nobody passes it."""
    repeat = view.package.tender.qualification_round > 1
    if repeat and failure.ground == FEWER_THAN_THREE:
        return "tidak ada peserta yang lulus prakualifikasi ulang"
    return GROUNDS.get(failure.ground, failure.ground)


def _effective(view: View, failure: Failure) -> str:
    """From when the failure holds, with the text that puts it off."""
    when = EFFECTIVE[failure.effective]
    if failure.effective == "segera":
        return when
    return f"{when} ({view.value_cited('failure.none_passes_effective')})"


def _first(view: View, failure: Failure, *, declared: bool) -> str:
    """What has to have happened before anything follows."""
    after = ["masa sanggah berakhir"] if failure.effective != "segera" else []
    if not declared:
        after.append(f"{view.kind.fails} dinyatakan gagal")
    return f"Setelah {' dan '.join(after)}, " if after else ""
