"""A file of Office Open XML as bytes that depend on nothing but its parts."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any, Protocol

__all__ = ["Savable", "packed", "parcel", "repacked"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


class Savable(Protocol):
    """What can be saved to a stream: a workbook, a document."""

    def save(self, filename: Any) -> Any:
        """Save."""


def parcel(made: Savable) -> bytes:
    """`made` saved without the time of saving: the same content gives the same bytes."""
    stream = io.BytesIO()
    made.save(stream)
    return repacked(stream.getvalue())


def repacked(data: bytes) -> bytes:
    """The parts of a zip file in a fixed order, with fixed times."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    if _CORE in parts:
        parts[_CORE] = _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", parts[_CORE])
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of these parts, in a fixed order and with fixed times."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 0
            target.writestr(info, parts[name])
    return stream.getvalue()
