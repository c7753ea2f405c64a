"""Why a record is only a draft, and how a paper and a screen say so.

A draft has the text of the final record; what it lacks stands in its annex.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from tender_desk.documents.blocks import Block, Paragraph, Subheading, Titled
from tender_desk.documents.view import View
from tender_engine.declared import Words
from tender_engine.terms import StageId
from tender_rules.in_english import in_english
from tender_rules.stages.confirming import CONFIRMATION

__all__ = [
    "DOUBTED",
    "DOUBTS",
    "NOT_HELD",
    "NO_TALKS",
    "OPEN",
    "UNANNOUNCED",
    "UNCONFIRMED",
    "UNCONFIRMED_TYPING",
    "WAITING",
    "Reason",
    "Standing",
    "on_screen",
    "unfinished",
]

_UNTIMELY = "URUTAN_WAKTU"


@frozen
class Reason(Words):
    """Why a record is a draft, and what ends that: an act by its type, or what a notice tells.

    Nothing is named where whatever is awaited, or in doubt, is told one by one.
    """

    ends: str = ""


_NO_TIME = Words(
    "waktu penyampaian dokumen tidak tercatat",
    "a time at which documents were handed in is not recorded",
)
# Notices that keep a record from being final, with what it then says of itself; a paper has the
# notices below, and points to them.
_BARE: Mapping[str, Words] = {
    _UNTIMELY: Words(
        "urutan waktu yang tercatat tidak wajar", "the recorded times are out of order"
    ),
    "KONFIRMASI_BERBEDA": Words(
        "konfirmasi nilai yang tercatat berbeda dari nilai yang dipakai",
        "a value was confirmed that differs from the one used",
    ),
    **dict.fromkeys(("HARGA_TANPA_PENAWARAN", "PENILAIAN_TANPA_DOKUMEN"), _NO_TIME),
}
DOUBTS: Mapping[str, Words] = {
    code: Reason(f"{bare.id}; lihat Keterangan Lain", f"{bare.en}; see its last remarks", code)
    for code, bare in _BARE.items()
}
DOUBTED = frozenset(DOUBTS)
# Why a paper is a draft, wherever that is the same; and acts, as such reasons name them.
OPEN = Words("evaluasi belum selesai", "the evaluation is not finished")
WAITING = Words(
    "evaluasi belum selesai dan masih menunggu hal-hal yang diuraikan di dalamnya",
    "the evaluation is not finished, and awaits what is told there",
)
UNANNOUNCED = Words("hasilnya belum diumumkan", "the result is not announced")
NO_TALKS = Reason(
    "hasil klarifikasi dan negosiasi teknis dan biaya belum dicatat",
    "what the technical and cost negotiation came to is not recorded",
    "negosiasi",
)
NOT_HELD = Reason(
    "evaluasi ulang ini belum diperiksa terhadap paket sebelumnya",
    "the evaluation anew was not checked against the package before it",
    "previous",
)
UNCONFIRMED_TYPING = Words(
    "terdapat isian harga yang pengetikannya belum dikonfirmasi atau diperbaiki Pokja Pemilihan",
    "a price may be a slip of typing, and nobody has confirmed or mended it",
)
UNCONFIRMED = Words(
    "terdapat ketentuan yang belum ditegaskan Pokja Pemilihan terhadap Dokumen Pemilihan",
    "the Pokja has not confirmed every provision against the tender document",
)


def _in_words(reasons: Iterable[Words | str]) -> tuple[Words, ...]:
    """Reasons as a paper and a screen say them: one that is only a text is the same on both."""
    return tuple(each if isinstance(each, Words) else Words(each, each) for each in reasons)


# What the commonest reasons are about, where one line tells of a whole tender.
_BRIEFLY: Mapping[Words, Words] = {
    OPEN: Words("evaluasi", "evaluation"),
    WAITING: Words("evaluasi", "evaluation"),
    NO_TALKS: Words("negosiasi", "negotiation"),
    NOT_HELD: Words("paket sebelumnya", "package before"),
    DOUBTS["URUTAN_WAKTU"]: Words("urutan waktu", "order of times"),
    DOUBTS["KONFIRMASI_BERBEDA"]: Words("konfirmasi berbeda", "another value"),
    **{
        DOUBTS[code]: Words("waktu penyampaian", "time of handing in")
        for code, bare in _BARE.items()
        if bare is _NO_TIME
    },
}
_AN_ACT = Words("tindakan", "an act")


def on_screen(view: View, reason: Words) -> Words:
    """A reason away from the paper: what is awaited or to be given, or what the notices say."""
    waiting = next((x.stage for x in view.evaluation.awaiting if x.needs != CONFIRMATION), None)
    if reason == NOT_HELD:
        return Words(f"{reason.id} (--previous LAMA)", f"{reason.en} (--previous OLD)")
    if reason in (OPEN, WAITING) and waiting is not None:
        open_ = unfinished(view, StageId(waiting))
        return Words(f"{OPEN.id}: {open_.id}", f"{OPEN.en}; {open_.en}")
    bare = _BARE.get(reason.ends) if isinstance(reason, Reason) else None
    if bare is None or not isinstance(reason, Reason):
        return reason
    told = [n.message for n in view.evaluation.notices if n.code == reason.ends]
    english = " ".join(map(in_english, told))
    return Words(f"{bare.id}: {' '.join(told)}".rstrip(". "), f"{bare.en}: {english}".rstrip(". "))


@frozen
class Standing:
    """Why a record is only a draft, nothing where it is final; and the values in doubt, told.

    A paper says the reasons in Indonesian, a screen in its own language; one that is given as a
    text is the same on both. `what` is what the draft does not count as yet, `unread` what was not
    read of the law in force.
    """

    reasons: tuple[Words, ...] = field(converter=_in_words)
    unconfirmed: tuple[tuple[str, ...], ...]
    what: str = "berita acara"
    unread: str = ""

    @property
    def draft(self) -> bool:
        """Whether the record is a KONSEP."""
        return bool(self.reasons)

    def briefly(self, doubts: int) -> Iterator[Words]:
        """What each reason is about; of provisions, and of `doubts` about typing, how many.

        What every tender lacks until its end comes last.
        """
        counted = {
            UNCONFIRMED: (len(self.unconfirmed), "ketentuan", "provisions"),
            UNCONFIRMED_TYPING: (doubts, "isian ragu", "doubts"),
        }
        for reason in reversed(self.reasons):
            if reason in counted:
                count, *names = counted[reason]
                yield Words(*(f"{count} {name}" for name in names))
            else:
                yield _BRIEFLY.get(reason, _AN_ACT)

    def annex(self) -> tuple[Titled, ...]:
        """What a draft has beyond the final text: what it lacks, and what is to be confirmed."""
        if not self.draft:
            return ()
        words = f"Dokumen ini belum berlaku sebagai {self.what}, karena:"
        reasons = (f"{n}. {_sentence(reason.id)}" for n, reason in enumerate(self.reasons, 1))
        blocks = (Paragraph(words, strong=True), *map(Paragraph, reasons), *self.doubts())
        return (("Lampiran KONSEP", blocks),)

    def doubts(self) -> tuple[Block, ...]:
        """The values that the panel has to confirm against the tender's document, one by one."""
        blocks: list[Block] = []
        if self.unconfirmed:
            blocks += [Subheading("Ketentuan yang harus ditegaskan"), Paragraph(_TO_CONFIRM)]
            blocks += [Paragraph(_told(n, *row)) for n, row in enumerate(self.unconfirmed, 1)]
        if self.unread:
            blocks.append(Paragraph(self.unread))
        return tuple(blocks)


_TO_CONFIRM = (
    "Pokja Pemilihan menegaskan ketentuan berikut terhadap Dokumen Pemilihan, dengan menyebut "
    "butirnya."
)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _told(number: int, what: str, value: str, read: str) -> str:
    """What is to be confirmed, in sentences: the value, and what was read of it."""
    return f"{number}. {what}: {value}. {read}".rstrip()


def unfinished(view: View, stage: StageId) -> Words:
    """That a stage is not finished, as a reason why minutes of it are a draft."""
    english = view.evaluation.basis.vocabulary("en").said("stage", stage)
    return Words(f"{view.stage(stage).lower()} belum selesai", f"not finished: {english}")
