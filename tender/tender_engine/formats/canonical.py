"""The canonical text of a package, over which its digest is taken.

Lists without an order are sorted, numbers normalised, times of a tender that names its zone put
into that, and what says nothing is left out: two packages that say the same have the same text.
"""

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tender_engine.declared import Declarations
from tender_engine.formats.package import FORMAT, package_shape
from tender_engine.formats.source import canonical_json
from tender_engine.model import Package
from tender_engine.zones import in_zone

if TYPE_CHECKING:
    from tender_engine.formats.typed_package import PackageDict

__all__ = ["canonical_json", "canonical_package", "package_dict", "package_digest"]


# What named checks say is written by its type, so that no rulebook is asked.
_WRITTEN = package_shape(Declarations())


def package_dict(package: Package) -> "PackageDict":
    """`package` as the plain values that its canonical text is made of."""
    written: PackageDict = _written(package)
    return written


def _written(package: Package) -> Any:
    return {"format": FORMAT, **_WRITTEN.write(in_zone(package))}


def canonical_package(package: Package) -> str:
    """`package` as canonical JSON, on one line. Reading it gives the same text again."""
    return canonical_json(package_dict(package))


def package_digest(package: Package) -> str:
    """`sha256:` and the hash of the canonical text's UTF-8 bytes, in hexadecimal."""
    return f"sha256:{sha256(canonical_package(package).encode()).hexdigest()}"
