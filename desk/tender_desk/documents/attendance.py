"""Who was there, as a list to sign: of the panel, and of those who came for a participant."""

from collections.abc import Iterable, Iterator

from tender_desk.documents.blocks import Block, Signatory, Signatures, Subheading
from tender_desk.documents.closing import line_of
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK
from tender_engine.events import Present

__all__ = ["attendance", "for_the_bidder"]

_PANEL = "Pokja Pemilihan"
_HEADERS = ("Nama", "Jabatan", "Mewakili")
# Lines for people whom nobody has recorded yet.
_FREE = 4


def attendance(view: View, present: Iterable[Present]) -> tuple[Block, ...]:
    """A line for each who was there; lines to fill in for a side of which nobody is recorded.

    Who came for a participant is listed under its name, all others for the panel.
    """
    came = [(one, Signatory(one.name, one.role, _for(view, one))) for one in present]
    panel = [line for one, line in came if one.for_ is None]
    others = [line for one, line in came if one.for_ is not None]
    who = view.who(view.bidder) if view.bidder else BLANK
    panel = panel or [Signatory(m.name, line_of(m).role, _PANEL) for m in view.members]
    others = others or [Signatory(BLANK, BLANK, who)] * _FREE
    return (Signatures((*panel, *others), _HEADERS),)


def for_the_bidder(view: View, present: Iterable[Present] = ()) -> Iterator[Block]:
    """Lines on which those sign who came for the bidder; a free one where nobody is recorded."""
    came = [one for one in present if one.for_ == view.bidder]
    named = [(one.name, one.role) for one in came] or [(BLANK, BLANK)]
    who = view.who(view.bidder)
    headers = ("Nama peserta", "Nama wakil peserta", "Jabatan")
    yield Subheading("Wakil peserta")
    yield Signatures(tuple(Signatory(who, name, role) for name, role in named), headers)


def _for(view: View, one: Present) -> str:
    return view.who(one.for_) if one.for_ else _PANEL
