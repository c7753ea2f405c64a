"""The canonical text of a package, over which its digest is taken.

Lists without an order are sorted, numbers normalised, times of a tender that names its zone put
into that, and what says nothing is left out: two packages that say the same have the same text.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tender_engine.declared import Declarations
from tender_engine.formats.containers import ListOf
from tender_engine.formats.fields import ID
from tender_engine.formats.hps_lines import hps_text
from tender_engine.formats.json_bytes import canonical_bytes
from tender_engine.formats.package import FORMAT, package_shape
from tender_engine.formats.package_bids import price_shape
from tender_engine.formats.price_lines import lines_text
from tender_engine.formats.records import Record
from tender_engine.formats.source import canonical_json
from tender_engine.model import Package
from tender_engine.seals import reveal_for_storage
from tender_engine.zones import in_zone

if TYPE_CHECKING:
    from tender_engine.formats.typed_package import PackageDict

__all__ = ["canonical_json", "canonical_package", "package_dict", "package_digest"]


# What named checks say is written by its type, so that no rulebook is asked.
_WHOLE = package_shape(Declarations())
# In the place of lines, which are most of the text and kept as pieces of it. No text that is read
# holds the sign NUL.
_GAP = "\0"
_GAP_WRITTEN = canonical_json(_GAP).encode()


class _Elsewhere(ListOf):
    """Lines, of which only the place is written."""

    def write(self, value: tuple[Any, ...]) -> Any:
        """A gap, unless there are none."""
        return _GAP if value else []


_LINES = _Elsewhere(ID)
_AROUND = package_shape(Declarations(), _LINES, price_shape(_LINES))


def package_dict(package: Package) -> "PackageDict":
    """`package` as the plain values that its canonical text is made of."""
    written: PackageDict = _written(in_zone(package), _WHOLE)
    return written


def _written(package: Package, shape: Record) -> Any:
    return {"format": FORMAT, **shape.write(package)}


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
    """The canonical text in UTF-8: what stands between lines, and these in their order there."""
    package = in_zone(package)
    bids = sorted(package.participants, key=lambda who: who.id)
    prices = [reveal_for_storage(who.price).lines for who in bids if who.price]
    texts = [*map(lines_text, filter(None, prices))]
    if package.tender.hps.lines:
        texts.append(hps_text(package.tender.hps.lines))
    first, *between = canonical_bytes(_written(package, _AROUND)).split(_GAP_WRITTEN)
    yield first
    for text, piece in zip(texts, between, strict=True):
        yield from (text, piece)
