"""How a record closes: other remarks, who signs and how many must, and the decision root."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from tender_desk.documents.blocks import (
    Block,
    Pairs,
    Paragraph,
    Signatory,
    Signatures,
    Subheading,
    table,
)
from tender_desk.documents.draft_reasons import DOUBTED
from tender_desk.documents.on_record import told, written
from tender_desk.documents.stood import until
from tender_desk.documents.unconfirmed import confirmations
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK
from tender_engine.evaluation import Evaluation
from tender_engine.events import Announcement
from tender_engine.model import PokjaMember

__all__ = [
    "THANKS",
    "WITHOUT_MANIFEST",
    "line_of",
    "remarks",
    "signatures",
    "signed",
    "trail",
]


# In the place of the digest of a rulebook that nobody has described.
WITHOUT_MANIFEST = "tanpa manifes"
THANKS = "Demikian disampaikan. Atas perhatian Saudara diucapkan terima kasih."


def remarks(view: View) -> tuple[Block, ...]:
    """Keterangan lain yang dianggap perlu: what may be public and decides nothing."""
    blocks = [*_notices(view), *_confirmed(view), *_confidential(view)]
    return tuple(blocks) or (Paragraph("Tidak ada keterangan lain."),)


def _notices(view: View) -> Iterator[Paragraph]:
    """What was known when they were written, and whatever makes them a draft."""
    act = None if view.internal else written(view)
    then = frozenset((until(view, act.at) if act else view).evaluation.notices)
    for notice in view.evaluation.notices:
        if notice.audience == "publik" and (notice in then or notice.code in DOUBTED):
            about = f"{view.who(notice.participant)}: " if notice.participant else ""
            yield Paragraph(f"{about}{notice.message}")


def _confirmed(view: View) -> Iterator[Block]:
    rows = confirmations(view)
    if rows:
        yield Subheading("Ketentuan yang ditetapkan atau ditegaskan menurut Dokumen Pemilihan")
        yield table({"Ketentuan": "<", "Nilai": "<", "Dasar": "<"}, rows)


def _confidential(view: View) -> Iterator[Paragraph]:
    """Secret until the announcement (read in Perka LKPP 14/2012, halaman III-253)."""
    if not view.about_it(told(view, Announcement)):
        what = "pemenang" if view.evaluation.winner else f"hasil {view.kind.ends}"
        yield Paragraph(f"Berita acara ini bersifat rahasia sampai dengan pengumuman {what}.")


_TRUE = (
    "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
)


def signatures(view: View) -> tuple[Block, ...]:
    """A line for every member, and how many must sign at least."""
    param = "minutes.least_signatures_share"
    count = len(view.members)
    least = ceil(Fraction(view.value(param).value) * count)
    words = (
        f"{_TRUE} Berita acara ini ditandatangani paling kurang oleh {least} dari "
        f"{count} anggota Pokja Pemilihan ({view.value_cited(param)})."
    )
    return Paragraph(words), Signatures(tuple(map(line_of, view.members)))


def signed(view: View) -> tuple[Block, ...]:
    """A line for every member."""
    return Paragraph(_TRUE), Signatures(tuple(map(line_of, view.members)))


def line_of(member: PokjaMember) -> Signatory:
    """A member of the panel as one who signs."""
    return Signatory(member.name, _titled(member.role or "anggota"), member.nip or BLANK)


def _titled(role: str) -> str:
    return role[:1].upper() + role[1:]


def trail(head: str, evaluation: Evaluation) -> tuple[Block, ...]:
    """The head of the decision trail, which the signed paper anchors, and under which rulebook."""
    words = (
        "Nilai berikut mengikat seluruh keputusan dalam dokumen ini pada jejak keputusan yang "
        "dapat diperiksa dan dihitung ulang."
    )
    pairs = ("Akar jejak keputusan", head), ("Himpunan ketentuan", _rulebook(evaluation))
    return Paragraph(words), Pairs(pairs)


def _rulebook(evaluation: Evaluation) -> str:
    """The version and the digest of the rulebook that was used; what nobody described says so."""
    version, digest = evaluation.basis.version, evaluation.basis.digest
    named = f"versi {version}" if version else "tanpa versi"
    return f"{named}, {digest or WITHOUT_MANIFEST}"
