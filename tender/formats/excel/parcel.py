"""A file of Office Open XML as bytes that depend on nothing but its parts."""

import io
import re
import zipfile
from typing import Any, Protocol

__all__ = ["Savable", "parcel", "repacked"]

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
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            part = source.read(name)
            if name == _CORE:
                part = _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", part)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 0
            target.writestr(info, part)
    return stream.getvalue()
