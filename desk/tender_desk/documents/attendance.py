"""Who was there, as a list to sign: of the panel, and of those who came for a participant."""

from collections.abc import Iterable, Iterator

from tender_desk.documents.blocks import Block, Signatory, Signatures, Subheading
from tender_desk.documents.closing import line_of
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK
from tender_engine.events import Present

__all__ = ["attendance", "for_the_bidder"]

_HEADERS = ("Nama", "Jabatan", "Mewakili")
# Lines for people whom nobody has recorded yet.
_FREE = 4


def attendance(view: View, present: Iterable[Present]) -> tuple[Block, ...]:
    """A line for each who was there; where nobody is recorded, the panel and free lines.

    Who came for a participant is listed under its name, all others for the panel.
    """
    people = tuple(present)
    if people:
        lines = [Signatory(one.name, one.role, _for(view, one)) for one in people]
    else:
        lines = [Signatory(m.name, line_of(m).role, "Pokja Pemilihan") for m in view.members]
        lines += [Signatory(BLANK, BLANK, view.who(view.bidder) if view.bidder else BLANK)] * _FREE
    return (Signatures(tuple(lines), _HEADERS),)


def for_the_bidder(view: View, present: Iterable[Present] = ()) -> Iterator[Block]:
    """Lines on which those sign who came for the bidder; a free one where nobody is recorded."""
    came = [one for one in present if one.for_ == view.bidder]
    named = [(one.name, one.role) for one in came] or [(BLANK, BLANK)]
    who = view.who(view.bidder)
    headers = ("Nama peserta", "Nama wakil peserta", "Jabatan")
    yield Subheading("Wakil peserta")
    yield Signatures(tuple(Signatory(who, name, role) for name, role in named), headers)


def _for(view: View, one: Present) -> str:
    return view.who(one.for_) if one.for_ else "Pokja Pemilihan"
