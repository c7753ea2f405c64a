"""The canonical text of a package, over which its digest is taken.

Lists without an order are sorted, numbers normalised, times of a tender that names its zone put
into that, and what says nothing is left out: two packages that say the same have the same text.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import evolve

from tender_engine.declared import Declarations
from tender_engine.formats.package import FORMAT, package_shape
from tender_engine.formats.price_lines import lines_text
from tender_engine.formats.source import canonical_json
from tender_engine.model import Package, Participant, PriceLine
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.zones import in_zone

if TYPE_CHECKING:
    from tender_engine.formats.typed_package import PackageDict

__all__ = ["canonical_json", "canonical_package", "package_dict", "package_digest"]


# What named checks say is written by its type, so that no rulebook is asked.
_WRITTEN = package_shape(Declarations())
# In the place of the lines of a price, which are most of the text and kept as a piece of it. No
# text that is read holds the sign NUL.
_ELSEWHERE = (PriceLine("\0", None, None, None),)
_GAP = lines_text(_ELSEWHERE)


def package_dict(package: Package) -> "PackageDict":
    """`package` as the plain values that its canonical text is made of."""
    written: PackageDict = _written(in_zone(package))
    return written


def _written(package: Package) -> Any:
    return {"format": FORMAT, **_WRITTEN.write(package)}


def canonical_package(package: Package) -> str:
    """`package` as canonical JSON, on one line. Reading it gives the same text again."""
    return b"".join(_pieces(package)).decode()


def package_digest(package: Package) -> str:
    """`sha256:` and the hash of the canonical text's UTF-8 bytes, in hexadecimal.

    It is kept with the package: every output has it.
    """
    digest = package.digest
    if digest is None:
        hashed = sha256()
        for piece in _pieces(package):
            hashed.update(piece)
        digest = f"sha256:{hashed.hexdigest()}"
        object.__setattr__(package, "digest", digest)
    return digest


def _pieces(package: Package) -> Iterator[bytes]:
    """The canonical text in UTF-8: what stands between the lines of prices, and these."""
    package = in_zone(package)
    bids = sorted(package.participants, key=lambda who: who.id)
    lines = [reveal_for_storage(who.price).lines for who in bids if who.price]
    around = evolve(package, participants=tuple(map(_without_lines, bids)))
    between = canonical_json(_written(around)).encode().split(_GAP)
    texts = map(lines_text, filter(None, lines))
    yield between[0]
    for text, piece in zip(texts, between[1:], strict=True):
        yield from (text, piece)


def _without_lines(who: Participant) -> Participant:
    price = who.price and reveal_for_storage(who.price)
    if not (price and price.lines):
        return who
    return evolve(who, price=Sealed(evolve(price, lines=_ELSEWHERE)))
