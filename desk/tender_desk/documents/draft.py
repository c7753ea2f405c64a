"""Whether a record is final: the act of people is there, and no value of the law is in doubt.

A draft has the text of the final record; what it lacks stands in its annex.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from tender_desk.documents import inside
from tender_desk.documents.blocks import Block, Paragraph, Subheading, Titled
from tender_desk.documents.due import announced
from tender_desk.documents.view import View
from tender_desk.documents.wording import reading_said
from tender_engine.events import Award, Cancellation, FailureAct
from tender_engine.findings import Awaiting, Source, UsedValue
from tender_rules.stages.confirming import CONFIRMATION

__all__ = [
    "UNCONFIRMED_TYPING",
    "Standing",
    "code_of",
    "confirmations",
    "standing",
    "standing_of_act",
    "standing_of_answer",
    "standing_of_letter",
    "standing_of_paper",
    "standing_of_stages",
    "standing_once_announced",
    "unconfirmed",
]

# Notices that keep a record from being final, with what it then says of itself.
_DOUBTS: Mapping[str, str] = {
    "URUTAN_WAKTU": "urutan waktu yang tercatat tidak wajar; lihat Keterangan Lain",
    "KONFIRMASI_BERBEDA": (
        "konfirmasi nilai yang tercatat berbeda dari nilai yang dipakai; lihat Keterangan Lain"
    ),
}


# Values that come after what a paper tells: minutes of stages tell of no objection and no appeal,
# and the answer to an objection is older than what an appeal came to.
_AFTER_STAGES = ("objection.", "appeal.")
_AFTER_ANSWER = ("appeal.granted",)
_NOT_HELD = "evaluasi ulang ini belum diperiksa terhadap paket sebelumnya"
UNCONFIRMED_TYPING = (
    "terdapat isian harga yang pengetikannya belum dikonfirmasi atau diperbaiki Pokja Pemilihan"
)


@frozen
class Standing:
    """Why a record is only a draft, nothing where it is final; and the values in doubt, told.

    `what` is what the draft does not count as yet, `unread` what was not read of the law in force.
    """

    reasons: tuple[str, ...]
    unconfirmed: tuple[tuple[str, ...], ...]
    what: str = "berita acara"
    unread: str = ""

    @property
    def draft(self) -> bool:
        """Whether the record is a KONSEP."""
        return bool(self.reasons)

    def annex(self) -> tuple[Titled, ...]:
        """What a draft has beyond the final text: what it lacks, and what is to be confirmed."""
        if not self.draft:
            return ()
        words = f"Dokumen ini belum berlaku sebagai {self.what}, karena:"
        reasons = (f"{n}. {_sentence(reason)}" for n, reason in enumerate(self.reasons, 1))
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
    "butirnya. Kode ialah yang dicatat pada konfirmasi nilai."
)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _told(number: int, what: str, value: str, read: str, code: str) -> str:
    """What is to be confirmed, in sentences: the value, what was read of it, and its code."""
    return " ".join(filter(None, (f"{number}. {what}: {value}.", read, f"Kode: {code}.")))


def standing(view: View) -> Standing:
    """Whether the record of this evaluation is final, and if not why.

    Of a procurement that was called off it is the decision alone, which has to have a number.
    """
    if view.kind.cancelled:
        return Standing(tuple(_unnumbered(view)), ())
    told = {notice.code for notice in view.evaluation.notices}
    undone = [*_undetermined(view, differs="TINDAKAN_BERBEDA" in told)]
    talks = view.kind.seleksi and view.evaluation.next == "negosiasi"
    if not undone and talks:
        undone = ["hasil klarifikasi dan negosiasi teknis dan biaya belum dicatat"]
    return _standing(view, undone)


def _unnumbered(view: View) -> Iterator[str]:
    if not all(decision.number for decision in view.events(Cancellation)):
        yield "keputusan pembatalan belum bernomor"


def standing_of_stages(view: View, missing: str = "") -> Standing:
    """The same of minutes that tell only the stages of `view`, which no act has to end.

    They are final once nothing is awaited there and nothing is `missing`.
    """
    awaited = [x.stage for x in _awaited(view) if x.needs != CONFIRMATION]
    open_ = [stage.id for stage in view.stages if stage.id in awaited]
    reasons = [f"{view.stage(stage).lower()} belum selesai" for stage in open_]
    return _standing(view, [*reasons, *([missing] if missing else [])], _AFTER_STAGES)


def standing_of_letter(view: View) -> Standing:
    """The same of a letter to a bidder: the result is secret until it is announced."""
    return standing_once_announced(view, "surat pemberitahuan", "hasilnya belum diumumkan")


def standing_once_announced(view: View, what: str, missing: str) -> Standing:
    """The same of whatever tells a result to others: `missing` says that it is not announced."""
    if view.kind.cancelled:
        undone = [*_unnumbered(view)]
        if not announced(view):
            undone.append(f"pembatalan {view.kind.noun} belum diumumkan")
        return Standing(tuple(undone), (), what=what)
    undone = [*_open(view)]
    if not announced(view):
        undone.append(missing)
    return standing_of_paper(view, undone, what)


def standing_of_act(view: View, what: str) -> Standing:
    """The same of the act itself that determines, and of the proposal of it: nothing is told yet.

    It is final once the act is recorded and agrees with the evaluation.
    """
    return standing_of_paper(view, _open(view), what)


def standing_of_answer(view: View, undone: Iterable[str]) -> Standing:
    """The same of the answer to an objection."""
    return evolve(_standing(view, undone, _AFTER_ANSWER), what="jawaban sanggah")


def standing_of_paper(view: View, undone: Iterable[str], what: str) -> Standing:
    """A draft of a paper called `what` for all that is `undone`, and for whatever is in doubt."""
    return evolve(_standing(view, undone), what=what)


def _open(view: View) -> Iterator[str]:
    """Why nobody has determined this result.

    Once bids are due an evaluation speaks of them; the list before them was determined by then.
    """
    if view.is_past:
        return
    if view.evaluation.state == "menunggu":
        yield "evaluasi belum selesai"
        return
    told = {notice.code for notice in view.evaluation.notices}
    yield from _undetermined(view, differs="TINDAKAN_BERBEDA" in told)


def _standing(view: View, undone: Iterable[str], after: tuple[str, ...] = ()) -> Standing:
    """A draft for what is `undone`, and for whatever of the law or the times is in doubt.

    Values that begin as one of `after` are not its own: what they decide came later.
    """
    doubtful = tuple(
        (*_named(view, used), reading_said(used), code_of(used))
        for used in unconfirmed(view)
        if not used.param.startswith(after)
    )
    told = {notice.code for notice in view.evaluation.notices}
    reasons = [*undone]
    if doubtful:
        reasons.append(
            "terdapat ketentuan yang belum ditegaskan Pokja Pemilihan terhadap Dokumen Pemilihan"
        )
    reasons += [words for code, words in _DOUBTS.items() if code in told]
    if view.repeats_evaluation and view.before is None:
        reasons.append(_NOT_HELD)
    if _unconfirmed_typing(view):
        reasons.append(UNCONFIRMED_TYPING)
    return Standing(tuple(reasons), doubtful, unread=view.evaluation.law.regime.notice)


def _unconfirmed_typing(view: View) -> bool:
    """Whether a figure that may be a slip stands in a stage that this record tells of."""
    told = {stage.id for stage in view.stages}
    return any(x.needs == CONFIRMATION and x.stage in told for x in _awaited(view))


def _awaited(view: View) -> Iterator[Awaiting]:
    """What is awaited of all, or of those whom this record tells of."""
    for item in view.evaluation.awaiting:
        if item.participant is None or view.concerns(item.participant):
            yield item


def unconfirmed(view: View) -> list[UsedValue]:
    """The unverified values that were used and that the panel has not confirmed."""
    unverified = [used for used in view.evaluation.values if used.source is Source.UNVERIFIED]
    later = _used_later(view) if view.is_past else frozenset()
    return [x for x in unverified if x.param not in later and view.confirmed(x) is None]


def _used_later(view: View) -> frozenset[str]:
    """What only stages rest on that came after a qualification that the record looks back at."""
    told, later = set[str](), set[str]()
    for stage in view.evaluation.stages:
        behind = told if view.tells(stage.id) else later
        findings = (finding for verdict in stage.verdicts for finding in verdict.findings)
        behind |= {used.param for finding in findings for used in finding.values}
    return frozenset(later - told)


def _undetermined(view: View, *, differs: bool) -> Iterator[str]:
    """Why nobody has determined this result; `differs` where an act says something else."""
    evaluation = view.evaluation
    if evaluation.state == "menunggu":
        yield "evaluasi belum selesai dan masih menunggu hal-hal yang diuraikan di dalamnya"
    elif differs and (act := _last_act(view)):
        yield f"{act} yang tercatat berbeda dari hasil evaluasi"
    elif evaluation.state != "ditetapkan":
        act = "penetapan hasil kualifikasi" if view.kind.listing else "penetapan pemenang"
        if evaluation.result == "gagal":
            act = _failure_act(view)
        yield f"belum ada {act} yang sesuai dengan hasil evaluasi"


def _last_act(view: View) -> str:
    """The last act on what this record is about; empty where what differs is about another."""
    acts = [*view.about_it(view.events(Award)), *view.about_it(view.events(FailureAct))]
    last = max(acts, key=lambda act: act.at, default=None)
    if last is None:
        return ""
    return "penetapan" if isinstance(last, Award) else _failure_act(view)


def _failure_act(view: View) -> str:
    return f"pernyataan {'prakualifikasi' if view.kind.listing else view.kind.noun} gagal"


def confirmations(view: View) -> list[tuple[str, str, str]]:
    """Each reading that the document or the panel chose: what, the value, and the clause.

    Of one that the panel has still to confirm the clause is a blank.
    """
    return [
        (*_named(view, used), view.value_cited(used.param))
        for used in view.evaluation.values
        if (used.source is Source.UNVERIFIED or used.set_by == "dokumen")
        and used.param not in inside.VALUES
    ]


def code_of(used: UsedValue) -> str:
    """The value as a `konfirmasi_nilai` names it."""
    return f"{used.param} = {used.value}"


def _named(view: View, used: UsedValue) -> tuple[str, str]:
    """What a value of the law is, and the value, in words."""
    return view.kind.said(view.words.param(used.param)), view.kind.said(
        view.value_in_words(used.param, used.value)
    )
