"""What looks like another: copies of a file beside it, bidders of one name, numbers told twice.

So are numbers that cannot be whole. None of it refuses anything; who typed it looks.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tender_cli.messages import say

if TYPE_CHECKING:
    from tender_engine.formats.reader import Reading
    from tender_engine.model import Member, Package, Participant

__all__ = ["copies_told", "namesakes_told", "numbers_told", "odd_numbers_told"]

# What Windows, macOS, a browser and an office put before or behind the name of a copy, and what
# people put behind that of a later state.
_BEFORE = re.compile(r"^(?:salinan(?: dari)?|copy of)\s+", re.I)
_BEHIND = re.compile(
    r"(?:\s*\(\d+\)|\s+-\s+(?:copy|salin|salinan)|\s+(?:copy|salinan)(?:\s+\d+)?"
    r"|[\s_-]+(?:(?:rev|revisi|final|fix)[\s._-]*\d*|v\d+)|\.xlsx)$",
    re.I,
)
# Digits of a number, and what hides one.
_DIGITS = "0123456789*xX"


def copies_told(file: Path) -> Iterator[str]:
    """That another file beside the one that was read is probably a copy of it, or this of that."""
    plain = _plain(file.stem)
    alike = [
        other
        for other in sorted(file.parent.glob(f"*{file.suffix}"))
        if other.name != file.name and _plain(other.stem) == plain and other.is_file()
    ]
    if not alike:
        return
    originals = [other for other in alike if other.stem.casefold() == plain]
    key = "file.is_copy" if originals else "file.copies"
    yield say(key, path=file, others=", ".join(one.name for one in originals or alike))


def _plain(stem: str) -> str:
    """The name of the file that was copied.

    >>> [_plain(name) for name in ("paket (1)", "paket - Copy (2)", "Salinan paket", "Paket")]
    ['paket', 'paket', 'paket', 'paket']
    >>> [_plain(name) for name in ("paket_final", "paket rev.2", "paket.xlsx", "paket final FIX")]
    ['paket', 'paket', 'paket', 'paket']
    >>> [_plain(name) for name in ("gedung V", "renovasi", "paket-final-2 (1)", "drev 1")]
    ['gedung v', 'renovasi', 'paket', 'drev 1']
    """
    name, before = stem, ""
    while name != before:
        before = name
        name = _BEHIND.sub("", _BEFORE.sub("", name))
    return name.casefold()


def namesakes_told(path: str, package: "Package") -> Iterator[str]:
    """Each name that two or more bidders have, whatever dress and legal form it is written in."""
    from tender_rules.similar.companies import company_name

    bearers: dict[str, dict[str, str]] = {}
    for who in package.participants:
        if core := company_name(who.name).core:
            bearers.setdefault(core, {})[who.id] = who.name
    for named in bearers.values():
        if len(named) > 1:
            names = "; ".join(named.values())
            yield say("names.same", path=path, codes=", ".join(named), names=names)


def numbers_told(path: str, package: "Package") -> Iterator[str]:
    """Each NPWP that stands twice, and each member of a KSO that bids besides by its number.

    A KSO may have the number of its leader.
    """
    from tender_rules.similar.taxpayers import masked, whole_npwp

    bearers: dict[str, list[tuple[Participant, Member | None]]] = {}
    for who in package.participants:
        for member in (None, *who.members):
            if number := whole_npwp((member or who).npwp):
                bearers.setdefault(number, []).append((who, member))
    for number, named in bearers.items():
        bidders = {who.id for who, _ in named}
        members = [member for _, member in named if member is not None]
        if len(bidders) > 1 or len(members) > 1:
            key = (
                "similar.member_besides" if members and len(bidders) > 1 else "similar.same_number"
            )
            places = ", ".join(_place(who, member) for who, member in named)
            yield say(key, path=path, who=places, number=masked(number))


def odd_numbers_told(reading: "Reading", package: "Package") -> Iterator[str]:
    """Each NPWP that has not as many digits as one has, a hidden digit counted, with its place.

    Check digits are not looked at: no text has them checked.
    """
    from tender_rules.similar.taxpayers import LENGTHS, sixteen

    odd: list[str] = []
    for index, who in enumerate(package.participants):
        for at, member in enumerate((None, *who.members)):
            number = (member or who).npwp
            if number and not sixteen(number):
                below = ("members", at - 1) if member else ()
                cell = reading.spot(("participants", index, *below, "npwp")).cell
                digits = sum(sign in _DIGITS for sign in number)
                where = f", {cell}" if cell else ""
                odd.append(say("similar.digits", who=_place(who, member), n=digits, where=where))
    if odd:
        old, new, placed = LENGTHS
        told = {"old": old, "new": new, "placed": placed, "who": "; ".join(odd)}
        yield say("similar.odd_number", path=reading.name, **told)


def _place(who: "Participant", member: "Member | None") -> str:
    return who.id if member is None else say("similar.member", of=who.id, member=member.id)
