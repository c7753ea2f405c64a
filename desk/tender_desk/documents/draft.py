"""Whether a record is final: the act of people is there, and no value of the law is in doubt.

A draft has the text of the final record; what it lacks stands in its annex.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from tender_desk.documents.blocks import Block, Paragraph, Subheading, Titled
from tender_desk.documents.due import announced
from tender_desk.documents.on_record import superseded, written
from tender_desk.documents.unconfirmed import named_value, unconfirmed
from tender_desk.documents.view import View
from tender_desk.documents.wording import numbered, reading_said
from tender_engine.declared import Words
from tender_engine.events import Award, AwardProposal, Cancellation, FailureAct, Negotiation
from tender_engine.findings import Awaiting
from tender_engine.terms import StageId
from tender_rules.in_english import in_english
from tender_rules.stages.confirming import CONFIRMATION
from tender_rules.words import dated

__all__ = [
    "DOUBTED",
    "OPEN",
    "UNCONFIRMED_TYPING",
    "Reason",
    "Standing",
    "on_screen",
    "replaced",
    "standing",
    "standing_of_act",
    "standing_of_answer",
    "standing_of_letter",
    "standing_of_paper",
    "standing_of_stages",
    "standing_once_announced",
    "told_undeclared",
    "undeclared",
    "unfinished",
]

_UNTIMELY = "URUTAN_WAKTU"


@frozen
class Reason(Words):
    """Why a record is a draft, and what ends that: an act by its type, or what a notice tells.

    Nothing is named where whatever is awaited, or in doubt, is told one by one.
    """

    ends: str = ""


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
}
_DOUBTS: Mapping[str, Words] = {
    code: Reason(f"{bare.id}; lihat Keterangan Lain", f"{bare.en}; see its last remarks", code)
    for code, bare in _BARE.items()
}

DOUBTED = frozenset(_DOUBTS)

# Why a paper is a draft, wherever that is the same; and acts, as such reasons name them.
OPEN = Words("evaluasi belum selesai", "the evaluation is not finished")
_WAITING = Words(
    "evaluasi belum selesai dan masih menunggu hal-hal yang diuraikan di dalamnya",
    "the evaluation is not finished, and awaits what is told there",
)
_UNANNOUNCED = Words("hasilnya belum diumumkan", "the result is not announced")
_NO_TALKS = Reason(
    "hasil klarifikasi dan negosiasi teknis dan biaya belum dicatat",
    "what the technical and cost negotiation came to is not recorded",
    "negosiasi",
)
_DETERMINED = Reason("penetapan", "the determination", "penetapan")
_LISTED = Reason("penetapan hasil kualifikasi", "a determination of the qualification", "penetapan")
_WON = Reason("penetapan pemenang", "a determination of the winner", "penetapan")

# Values that come after what a paper tells: minutes of stages tell of no objection and no appeal,
# and the answer to an objection is older than what an appeal came to.
_AFTER_STAGES = ("objection.", "appeal.")
_AFTER_ANSWER = ("appeal.granted",)
_NOT_HELD = Reason(
    "evaluasi ulang ini belum diperiksa terhadap paket sebelumnya",
    "the evaluation anew was not checked against the package before it",
    "previous",
)
UNCONFIRMED_TYPING = Words(
    "terdapat isian harga yang pengetikannya belum dikonfirmasi atau diperbaiki Pokja Pemilihan",
    "a price may be a slip of typing, and nobody has confirmed or mended it",
)
_UNCONFIRMED = Words(
    "terdapat ketentuan yang belum ditegaskan Pokja Pemilihan terhadap Dokumen Pemilihan",
    "the Pokja has not confirmed every provision against the tender document",
)


def _in_words(reasons: Iterable[Words | str]) -> tuple[Words, ...]:
    """Reasons as a paper and a screen say them: one that is only a text is the same on both."""
    return tuple(each if isinstance(each, Words) else Words(each, each) for each in reasons)


# What the commonest reasons are about, where one line tells of a whole tender.
_BRIEFLY: Mapping[Words, Words] = {
    OPEN: Words("evaluasi", "evaluation"),
    _WAITING: Words("evaluasi", "evaluation"),
    _NO_TALKS: Words("negosiasi", "negotiation"),
    _NOT_HELD: Words("paket sebelumnya", "package before"),
    _DOUBTS["URUTAN_WAKTU"]: Words("urutan waktu", "order of times"),
    _DOUBTS["KONFIRMASI_BERBEDA"]: Words("konfirmasi berbeda", "another value"),
}
_AN_ACT = Words("tindakan", "an act")


def on_screen(view: View, reason: Words) -> Words:
    """A reason away from the paper: what is awaited there, or what the notices say."""
    waiting = next((x.stage for x in view.evaluation.awaiting if x.needs != CONFIRMATION), None)
    if reason in (OPEN, _WAITING) and waiting is not None:
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
            _UNCONFIRMED: (len(self.unconfirmed), "ketentuan", "provisions"),
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


def standing(view: View) -> Standing:
    """Whether the record of this evaluation is final, and if not why.

    Of a procurement that was called off it is the decision alone, which has to have a number.
    """
    if view.kind.cancelled:
        return Standing(tuple(_unnumbered(view)), ())
    told = {notice.code for notice in view.evaluation.notices}
    undone = [*_undetermined(view, differs="TINDAKAN_BERBEDA" in told)]
    if _is_proposed(view) and "TINDAKAN_BERBEDA" not in told:
        undone = []
    talks = view.kind.seleksi and view.evaluation.next == "negosiasi"
    if not undone and talks:
        undone = [_NO_TALKS]
    if view.evaluation.failure is None and written(view) is None:
        undone += replaced(view)
    return _standing(view, undone)


def _is_proposed(view: View) -> bool:
    """Whether the panel has proposed to the PA what the PA is to determine: its part is done."""
    open_ = view.evaluation.state == "dihitung" and view.evaluation.winner is not None
    return open_ and bool(view.events(AwardProposal))


def replaced(view: View) -> Iterator[Words]:
    """That there are minutes of a result that is no more, and none as yet of what followed it."""
    older = superseded(view)
    if older is None:
        return
    failed = view.evaluation.failure is not None
    follows = view.kind.failed_name if failed else f"{view.kind.name} yang baru"
    named = f"{view.kind.name} {numbered(older.number)} tanggal {dated(older.at)}"
    yield Reason(
        f"{named} tetap sebagaimana adanya; sesudahnya disusun {follows}",
        f"the minutes {numbered(older.number)} stand as they are; others come after them",
        "berita_acara",
    )


def _unnumbered(view: View) -> Iterator[Words]:
    if not all(decision.number for decision in view.events(Cancellation)):
        yield Reason(
            "keputusan pembatalan belum bernomor",
            "the decision to call it off has no number",
            "pembatalan",
        )


def unfinished(view: View, stage: StageId) -> Words:
    """That a stage is not finished, as a reason why minutes of it are a draft."""
    english = view.evaluation.basis.vocabulary("en").said("stage", stage)
    return Words(f"{view.stage(stage).lower()} belum selesai", f"not finished: {english}")


def standing_of_stages(view: View, missing: Words | None = None) -> Standing:
    """The same of minutes that tell only the stages of `view`, which no act has to end.

    They are final once nothing is awaited there and nothing is `missing`.
    """
    awaited = [x.stage for x in _awaited(view) if x.needs != CONFIRMATION]
    open_ = [stage.id for stage in view.stages if stage.id in awaited]
    reasons = [unfinished(view, stage) for stage in open_]
    return _standing(view, [*reasons, *([missing] if missing else [])], _AFTER_STAGES)


def standing_of_letter(view: View) -> Standing:
    """The same of a letter to a bidder: the result is secret until it is announced."""
    return standing_once_announced(view, "surat pemberitahuan", _UNANNOUNCED)


def standing_once_announced(view: View, what: str, missing: Words) -> Standing:
    """The same of whatever tells a result to others: `missing` says that it is not announced."""
    if view.kind.cancelled:
        undone = [*_unnumbered(view)]
        if not announced(view):
            noun = view.kind.noun
            undone.append(
                Words(f"pembatalan {noun} belum diumumkan", "it is not announced as called off")
            )
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


def standing_of_answer(view: View, undone: Iterable[Words]) -> Standing:
    """The same of the answer to an objection."""
    return evolve(_standing(view, undone, _AFTER_ANSWER), what="jawaban sanggah")


def standing_of_paper(view: View, undone: Iterable[Words], what: str) -> Standing:
    """A draft of a paper called `what` for all that is `undone`, and for whatever is in doubt."""
    return evolve(_standing(view, undone), what=what)


def _open(view: View) -> Iterator[Words]:
    """Why nobody has determined this result.

    Once bids are due an evaluation speaks of them; the list before them was determined by then.
    """
    if view.is_past:
        return
    if view.evaluation.state == "menunggu":
        yield OPEN
        return
    told = {notice.code for notice in view.evaluation.notices}
    yield from _undetermined(view, differs="TINDAKAN_BERBEDA" in told)


def _standing(
    view: View,
    undone: Iterable[Words],
    after: tuple[str, ...] = (),
) -> Standing:
    """A draft for what is `undone`, and for whatever of the law or the times is in doubt.

    Values that begin as one of `after` are not its own: what they decide came later.
    """
    doubtful = tuple(
        (*named_value(view, used), reading_said(used))
        for used in unconfirmed(view)
        if not used.param.startswith(after)
    )
    told = {notice.code for notice in view.evaluation.notices}
    reasons = [*undone]
    if doubtful:
        reasons.append(_UNCONFIRMED)
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


def _undetermined(view: View, *, differs: bool) -> Iterator[Words]:
    """Why nobody has determined this result; `differs` where an act says something else."""
    evaluation = view.evaluation
    if evaluation.state == "menunggu":
        yield _WAITING
    elif told_undeclared(view):
        return
    elif evaluation.state != "ditetapkan" and differs and (act := _differing_act(view)):
        yield Reason(
            f"{act.id} yang tercatat berbeda dari hasil evaluasi",
            f"{act.en} that was recorded differs from what the evaluation came to",
            act.ends,
        )
    elif evaluation.state != "ditetapkan":
        act = _LISTED if view.kind.listing else _WON
        if evaluation.result == "gagal":
            act = _failure_act(view)
        yield _missing(act)


def told_undeclared(view: View) -> bool:
    """Whether a result is told that is declared only later: nobody passed, and one may object.

    It is told once the panel has numbered or announced it; the declaration is another paper's.
    """
    failure = view.evaluation.failure
    if failure is None or failure.holds_at_once or view.evaluation.state != "dihitung":
        return False
    return written(view) is not None or announced(view)


def undeclared(view: View) -> Iterator[Words]:
    """That nobody has declared it failed, where a paper tells the declaration itself."""
    if told_undeclared(view):
        yield _missing(_failure_act(view))


def _missing(act: Reason) -> Reason:
    return Reason(
        f"belum ada {act.id} yang sesuai dengan hasil evaluasi",
        f"nobody has recorded {act.en} that agrees with the evaluation",
        act.ends,
    )


def _differing_act(view: View) -> Reason | None:
    """The last act on what this record is about; nothing where what differs is about another.

    A determination that stood until talks with all failed is not what is to be mended.
    """
    acts = [*view.about_it(view.events(Award)), *view.about_it(view.events(FailureAct))]
    last = max(acts, key=lambda act: act.at, default=None)
    if last is None:
        return None
    failed = isinstance(last, Award) and view.evaluation.failure is not None
    if failed and any(talks.at > last.at for talks in view.events(Negotiation)):
        return None
    return _DETERMINED if isinstance(last, Award) else _failure_act(view)


def _failure_act(view: View) -> Reason:
    what = "prakualifikasi" if view.kind.listing else view.kind.noun
    said = f"pernyataan {what} gagal"
    return Reason(said, "the act that declares a failure", "pernyataan_gagal")
