"""What an office sets for its papers: `extensions.kantor` of a package, which no evaluation reads.

How it numbers each kind of paper, who gets a copy, and who signs. Only the desk knows its shape.
"""

import re
from datetime import date
from typing import Any

from attrs import frozen

from tender_engine.faults import Faults
from tender_engine.formats.containers import ListOf
from tender_engine.formats.fields import NAME, SAID
from tender_engine.formats.records import Key, Record
from tender_engine.model import Package, Tender

__all__ = ["EVERY_KIND", "OFFICE", "PLACES", "Office", "OfficePaper", "Signer", "unknown_places"]

# What an office sets under this name goes for every kind of paper that it does not name.
EVERY_KIND = "*"
_AT = ("extensions", "kantor")
_UNSAID = "...."
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# The places of a pattern, as people write them.
PLACES = ("urut", "bulan", "tahun", "kode")
_PLACE = re.compile(r"\{([^{}]*)\}")


@frozen
class Signer:
    """Who signs a kind of paper, as it is printed under it."""

    name: str
    role: str
    nip: str | None = None


@frozen
class OfficePaper:
    """What an office sets for the kind of paper `of`: all of it may be left out.

    `number` is a pattern: `027/{urut}/POKJA/{bulan}/{tahun}`; `copies` are who gets one.
    """

    of: str
    number: str | None = None
    copies: tuple[str, ...] = ()
    signatories: tuple[Signer, ...] = ()


@frozen
class Office:
    """What an office sets: where its papers are written, and the rest by kind of paper."""

    place: str = ""
    papers: tuple[OfficePaper, ...] = ()

    @classmethod
    def of(cls, package: Package) -> "Office":
        """The office of `package`; one that sets nothing where it has none.

        Raises:
            ValueError: `extensions.kantor` is not what the desk reads, which its reader refuses.
        """
        given = package.extensions
        if not isinstance(given, dict) or given.get(_AT[1]) is None:
            return cls()
        faults = Faults()
        office: Office | None = OFFICE.read(given[_AT[1]], (None, _AT[0]), _AT[1], faults)
        if office is None or faults:
            raise ValueError("extensions.kantor is not what an office may set")
        return office

    def number(self, key: str, tender: Tender, dated: date | None) -> str:
        """The number that the pattern gives a paper of the kind `key`; empty without a pattern.

        What nobody knows yet, such as the number in the register, is a place to write on.
        """
        pattern = next(filter(None, (one.number for one in self._for(key))), "")
        said = {
            "bulan": _UNSAID if dated is None else _ROMAN[dated.month - 1],
            "tahun": (tender.fiscal_year or _UNSAID) if dated is None else f"{dated.year}",
            "kode": tender.code,
        }
        return _PLACE.sub(lambda found: said.get(found[1], _UNSAID), pattern)

    def copies(self, key: str) -> tuple[str, ...]:
        """Who gets a copy of a paper of the kind `key`."""
        return next(filter(None, (one.copies for one in self._for(key))), ())

    def signatories(self, key: str) -> tuple[Signer, ...]:
        """Who signs a paper of the kind `key`; nobody where that is left to the paper."""
        return next(filter(None, (one.signatories for one in self._for(key))), ())

    def _for(self, key: str) -> list[OfficePaper]:
        """What is set for `key`, then what is set for every kind."""
        return [one for of in (key, EVERY_KIND) for one in self.papers if one.of == of]


def unknown_places(pattern: str) -> list[str]:
    """What stands in braces in a pattern and is none of its places; a brace alone as well."""
    known = _PLACE.sub(lambda found: "" if found[1] in PLACES else found[0], pattern)
    return [found[0] for found in _PLACE.finditer(known)] or [
        sign for sign in "{}" if sign in known
    ]


_SIGNER: Any = Record(Signer, Key("name", NAME, True), Key("role", NAME, True), Key("nip", NAME))
OFFICE: Any = Record(
    Office,
    Key("place", SAID),
    Key(
        "papers",
        ListOf(
            Record(
                OfficePaper,
                Key("of", NAME, True),
                Key("number", SAID),
                Key("copies", ListOf(NAME, kept=True)),
                Key("signatories", ListOf(_SIGNER, kept=True)),
            )
        ),
    ),
)
