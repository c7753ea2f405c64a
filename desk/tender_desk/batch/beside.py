"""Files beside a package: where its folder is seen they are read there, else sent along by name."""

import io
import posixpath
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Literal

from tender_engine.formats.reader import LARGEST

__all__ = ["MOST", "Sent", "TooMuchError", "read_beside"]

# So many bytes may be sent beside one package.
MOST = 4 * LARGEST


class TooMuchError(Exception):
    """The files that a package names are more than is sent."""


class Sent:
    """A folder, or a file in it, of which only what was sent is known; it keeps what is `wanted`.

    What was looked for and is not there was sent as `None`.
    """

    def __init__(self, place: str, files: Mapping[str, bytes | None]) -> None:
        self._place, self._files, self._name = place, files, ""
        self.wanted: dict[str, None] = {}

    def __truediv__(self, name: str, /) -> "Sent":
        found = Sent(posixpath.join(self._place, name), self._files)
        found._name, found.wanted = name, self.wanted
        return found

    def __str__(self) -> str:
        return self._place

    def is_file(self) -> bool:
        """Whether it is there; one that was not sent yet is not, and is wanted."""
        if self._name not in self._files:
            self.wanted[self._name] = None
        return self._files.get(self._name) is not None

    def open(self, _: Literal["rb"], /) -> IO[bytes]:
        """The bytes of the file.

        Raises:
            FileNotFoundError: it is not there, or was not sent yet.
        """
        if not self.is_file():
            raise FileNotFoundError(self._place)
        return io.BytesIO(self._files[self._name] or b"")


def read_beside(folder: str, names: Iterable[str]) -> dict[str, bytes | None]:
    """The files of these names in `folder`, to be sent.

    Raises:
        TooMuchError: they are more than is sent.
    """
    found: dict[str, bytes | None] = {}
    left = MOST
    for name in names:
        try:
            with (Path(folder) / name).open("rb") as file:
                found[name] = data = file.read(min(left, LARGEST) + 1)
        except (OSError, ValueError):
            found[name] = None
            continue
        left -= len(data)
        if left < 0:
            raise TooMuchError
    return found
