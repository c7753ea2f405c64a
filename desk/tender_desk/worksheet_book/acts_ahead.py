"""The acts that lie ahead of a tender, as rows that stand ready for their days.

A row says what the procedure makes of every tender: what kind of act, about what, and who decides
by the law. When it was done, its number and what came of it are typed by who did it; without a time
it is no event (`tender_desk.workbook.layouts.laid_out`).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from tender_desk.documents.view import View
from tender_desk.worksheet_book.analyses_asked import who_is_asked
from tender_engine.evaluation import State
from tender_engine.law import Ask
from tender_engine.terms import Decider, Envelope, Phase, StageId, Subject
from tender_rules.stages.award import decider_of

__all__ = ["acts_ahead", "talks_ahead"]

# Called alike as an event and as what is awaited.
_TALKS = "negosiasi"


def acts_ahead(view: View, events: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """What is not among the `events` yet, as it comes; once all is determined talks alone."""
    if view.evaluation.failure is not None or view.kind.cancelled:
        return ()
    known = {_what(event) for event in events}
    over = view.evaluation.state is State.DITETAPKAN
    acts = talks_ahead(view) if over else chain(_acts(view), talks_ahead(view))
    return tuple(act for act in acts if _what(act) not in known)


def _acts(view: View) -> Iterator[Mapping[str, Any]]:
    envelope = view.package.tender.envelope
    if view.kind.before:
        yield from _handing_in(Phase.KUALIFIKASI)
        yield from _result(Subject.KUALIFIKASI, Decider.POKJA, followed=True)
    yield from _handing_in(Phase.PENAWARAN)
    if envelope is Envelope.DUA_TAHAP:
        yield from _handing_in(Phase.PENAWARAN_TAHAP_DUA)
    if envelope is not Envelope.SATU_FILE:
        yield {"type": "pembukaan_harga"}
    for bidder in who_is_asked(view):
        stage = str(StageId.EVALUASI_HARGA)
        yield {"type": "klarifikasi", "participant": bidder, "stage": stage}
    decider = decider_of(view.package.tender, Ask(view.evaluation.law))
    yield from _result(Subject.PEMILIHAN, decider, followed=view.kind.seleksi)


def talks_ahead(view: View) -> list[Mapping[str, Any]]:
    """Talks with whom they are awaited; in a Seleksi with the winner in any case."""
    asked = [item.participant for item in view.evaluation.awaiting if item.needs == _TALKS]
    if view.kind.seleksi and not view.kind.listing:
        asked.append(view.evaluation.winner)
    return [{"type": _TALKS, "participant": bidder} for bidder in dict.fromkeys(asked) if bidder]


def _handing_in(phase: Phase) -> Iterator[Mapping[str, Any]]:
    yield {"type": "batas_pemasukan", "of": str(phase)}
    yield {"type": "penutupan", "of": str(phase)}


def _result(of: Subject, by: Decider, *, followed: bool) -> Iterator[Mapping[str, Any]]:
    """A result; its days of objection have to be over where more is to follow."""
    yield {"type": "penetapan", "of": str(of), "by": str(by)}
    yield {"type": "berita_acara", "of": str(of)}
    yield {"type": "pengumuman", "of": str(of)}
    if followed:
        yield {"type": "akhir_masa_sanggah", "of": str(of)}


def _what(act: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(act.get(key, "")) for key in ("type", "of", "participant", "stage"))
