"""How a result stands at a moment: what has happened to it so far, and in which state that is."""

from collections.abc import Collection
from datetime import datetime

from attrs import frozen

from tender_engine.evaluation import AfterAwardState as S
from tender_engine.events import Award, FailureAct

__all__ = ["Facts", "Setting", "named", "state_of", "to_determine", "waited_for"]

# What has to follow, by what undid an act.
_FOLLOWS = {
    "sanggah_benar": "pernyataan_gagal",
    "penolakan_pa": "pernyataan_gagal",
    "sanggah_banding_benar": "tindak_lanjut_sanggah_banding",
}


@frozen
class Facts:
    """What has happened to a result.

    Args:
        act: the latest on it.
        told: when the result was announced, from which its masa sanggah runs.
        announced: whether the act itself has been: that nobody passes is told before it is
            declared.
        over: whether the masa sanggah has ended.
        asked: the objections that are unanswered, by their places among all.
        heard: those whose answer may still be appealed against.
        appealed: the appeals that are unanswered; `clarified` those whose bond is valid.
        void: by what it was undone.
        causes: the grounds of the objections that were right.
        proposed: whether the Pokja has proposed it to the PA.
        agreed: whether the talks of a Seleksi came to an agreement.
        refused: whether the PPK has refused it.
        done: by what it has come to its end: an appointment, or a decision that calls it off.
    """

    act: Award | FailureAct | None = None
    told: datetime | None = None
    announced: bool = False
    over: bool = False
    asked: frozenset[int] = frozenset()
    heard: frozenset[int] = frozenset()
    appealed: frozenset[int] = frozenset()
    clarified: frozenset[int] = frozenset()
    void: str = ""
    causes: frozenset[str] = frozenset()
    proposed: bool = False
    agreed: bool = False
    refused: bool = False
    done: str = ""

    @property
    def is_open(self) -> bool:
        """Whether anybody waits for an answer, or may still ask for one."""
        return bool(self.asked or self.heard or self.appealed)

    def is_ended_by(self, then: "Facts") -> bool:
        """Whether what stands here, an act or what was announced before any, does not `then`."""
        stands = (self.act is not None or self.told is not None) and not (self.void or self.done)
        off = bool(then.void) or then.done == "pembatalan"
        return stands and (off or then.act is not self.act)


@frozen
class Setting:
    """What does not change while acts follow each other.

    Args:
        listing: whether it is about the list of a prakualifikasi.
        talks: whether it is talked over before an appointment.
        fails: whether the computation has found a failure.
        told_first: whether one that is announced before it is declared.
        by_pa: whether the PA determines, and nobody has yet.
        tenders: whether bids are asked for after a list: who passed a repeat alone is on none.
        talks_due: whether talks are awaited, or the opening of the price that is talked over.
        at_once: the grounds of failure that hold without a masa sanggah.
        differing: the determinations of another winner than the computed one, by identity.
    """

    listing: bool
    talks: bool
    fails: bool
    told_first: bool
    by_pa: bool
    tenders: bool
    talks_due: bool
    at_once: frozenset[str]
    differing: frozenset[int]


def state_of(facts: Facts, given: Setting) -> S:
    """Where it stands: what is first in order that is still open."""
    if facts.done:
        return S.SELESAI
    if facts.void:
        declared = isinstance(facts.act, FailureAct) and facts.told is not None
        return S.SELESAI if declared else S.PENETAPAN_BATAL
    if facts.told is None or (facts.act is None and not given.told_first):
        return S.BELUM_DIUMUMKAN
    if isinstance(facts.act, FailureAct) and facts.act.ground in given.at_once:
        return S.SELESAI
    if facts.asked:
        return S.MENUNGGU_JAWABAN
    if not facts.over:
        return S.MASA_SANGGAH
    return _heard(facts, given)


def _heard(facts: Facts, given: Setting) -> S:
    """Where it stands once the masa sanggah is over and every objection answered."""
    if facts.appealed:
        return S.MENUNGGU_JAWABAN_BANDING
    if facts.heard:
        return S.MASA_SANGGAH_BANDING
    if isinstance(facts.act, FailureAct) or (given.listing and facts.act is not None):
        return S.SELESAI
    if facts.act is None or id(facts.act) in given.differing:
        return S.MASA_SANGGAH
    ready = facts.agreed or not given.talks
    return S.SIAP_SPPBJ if ready else S.MASA_SANGGAH


def waited_for(facts: Facts, given: Setting) -> tuple[str, ...]:
    """What has to come for it to go on, by stable codes."""
    match state_of(facts, given):
        case S.BELUM_DIUMUMKAN:
            by_pa = given.by_pa and not facts.proposed
            first = to_determine(fails=given.fails, by_pa=by_pa)
            return (first if facts.act is None else "pengumuman",)
        case S.MASA_SANGGAH:
            return ("akhir_masa_sanggah" if not facts.over else _before_sppbj(facts, given),)
        case S.MENUNGGU_JAWABAN:
            return ("jawaban_sanggah", *(() if facts.over else ("akhir_masa_sanggah",)))
        case S.MASA_SANGGAH_BANDING:
            return ("akhir_masa_sanggah_banding",)
        case S.MENUNGGU_JAWABAN_BANDING:
            return _of_appeals(facts)
        case S.PENETAPAN_BATAL:
            return _once_undone(facts, given)
        case S.SIAP_SPPBJ:
            return ("keputusan_pa" if facts.refused else "sppbj",)
        case _:
            stands = isinstance(facts.act, Award) and not (facts.void or facts.done)
            return ("pemasukan_penawaran",) if stands and given.tenders else ()


def _of_appeals(facts: Facts) -> tuple[str, ...]:
    open_ = ("klarifikasi_jaminan",) if facts.appealed - facts.clarified else ()
    due = ("jawaban_sanggah_banding",) if facts.appealed & facts.clarified else ()
    return (*open_, *due)


def _once_undone(facts: Facts, given: Setting) -> tuple[str, ...]:
    """What follows where the act does not stand any more; before a new one all are answered.

    So they are once it has failed, which is announced all the same.
    """
    asked = ("jawaban_sanggah",) if facts.asked else ()
    if isinstance(facts.act, FailureAct):
        return (*asked, *_of_appeals(facts), "pengumuman")
    follows = _FOLLOWS.get(facts.void, "penetapan")
    if facts.void == "penolakan_pa" and facts.proposed:
        follows = "penetapan"
    if follows != "penetapan":
        return (follows,)
    if given.fails:
        follows = "pernyataan_gagal"
    elif given.talks_due and facts.void == "negosiasi_gagal":
        follows = "negosiasi"
    return (*asked, *_of_appeals(facts)) or (follows,)


def to_determine(*, fails: bool, by_pa: bool) -> str:
    """What a result waits for on which nobody has acted; what the PA determines is proposed."""
    if fails:
        return "pernyataan_gagal"
    return "usul_penetapan" if by_pa else "penetapan"


def _before_sppbj(facts: Facts, given: Setting) -> str:
    """What keeps a result from the appointment once nobody can object any more."""
    if facts.act is None:
        return "pernyataan_gagal"
    return "negosiasi" if given.talks and not facts.agreed else "tindakan_sesuai"


def named(state: S, waits: Collection[str]) -> str:
    """By which code of the words a state is told: of one masa sanggah it is said that it is over.

    The format knows no state of its own for what comes between its end and what has to follow, nor
    for a list after which bids are asked for: of a tender that goes on nobody says that it ended.
    """
    if state is S.MASA_SANGGAH and "akhir_masa_sanggah" not in waits:
        return "masa_sanggah_berakhir"
    return "hasil_kualifikasi_berlaku" if state is S.SELESAI and waits else state
