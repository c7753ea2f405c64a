"""To whom a letter goes, line by line, and who signs one."""

from tender_desk.documents.blocks import Signatory
from tender_desk.documents.closing import line_of
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK

__all__ = ["by_chair", "by_pa", "by_ppk", "to_bidder", "to_pa", "to_ppk"]

_CHAIR = "ketua"


def to_bidder(view: View) -> tuple[str, ...]:
    """The bidder that a letter is about."""
    who = view.participants[view.bidder or ""]
    return (f"Pimpinan {who.name}", *([who.address] if who.address else []))


def to_ppk(view: View) -> tuple[str, ...]:
    """The PPK of the work unit."""
    return "Pejabat Pembuat Komitmen", view.package.tender.work_unit


def to_pa(view: View) -> tuple[str, ...]:
    """The PA or the KPA, who determines what is beyond the Pokja."""
    return "Pengguna Anggaran/Kuasa Pengguna Anggaran", view.package.tender.work_unit


def by_chair(view: View) -> tuple[Signatory, ...]:
    """The chair for the whole panel; every member where none of them is named as its chair."""
    chair = [member for member in view.members if (member.role or "").casefold() == _CHAIR]
    return tuple(
        Signatory(member.name, "Ketua Pokja Pemilihan", member.nip or BLANK) for member in chair
    ) or tuple(map(line_of, view.members))


def by_pa(_: View) -> tuple[Signatory, ...]:
    """The PA or the KPA, whose name the office or a pen fills in."""
    return (Signatory(BLANK, "Pengguna Anggaran/Kuasa Pengguna Anggaran", BLANK),)


def by_ppk(_: View) -> tuple[Signatory, ...]:
    """The PPK, whose name the office or a pen fills in."""
    return (Signatory(BLANK, "Pejabat Pembuat Komitmen", BLANK),)
