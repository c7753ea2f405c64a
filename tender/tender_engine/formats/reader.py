"""Reads a `tender-package/1` of JSON strictly: a package, or every fault with its place."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path as FilePath

from attrs import evolve, field, frozen

from tender_engine.faults import (
    Diagnostic,
    Fault,
    Faults,
    FaultText,
    Places,
    Spot,
    TooManyFaultsError,
)
from tender_engine.faults import Path as KeyPath
from tender_engine.formats.checks import check
from tender_engine.formats.fault_texts import PACKAGE_TEXTS, diagnose
from tender_engine.formats.folder import choice, others_in, packages_in
from tender_engine.formats.measure import measured
from tender_engine.formats.package import FORMAT, package_shape
from tender_engine.formats.positions import Positions, TextPlaces
from tender_engine.formats.shapes import kind
from tender_engine.formats.source import Syntax, parse
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.zones import in_zone

__all__ = [
    "ARCHIVES",
    "EXCEL",
    "LARGEST",
    "FileNameError",
    "Reading",
    "accept",
    "check_read",
    "chosen",
    "content",
    "read",
    "read_json",
    "read_text",
    "read_value",
    "refused",
]

LARGEST = 64 * 1024 * 1024
# How a package without a file of its own is called.
PACKAGE_FILE = "paket.json"
# How a file of Excel begins, of today and of before 2007: no JSON text does.
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
EXCEL = ".xlsx"
_BOM = "\ufeff"


class FileNameError(OSError, ValueError):
    """A name that no file can have, as one with a NUL in it."""


@frozen
class Reading:
    """What reading a file gave.

    Attributes:
        package: the package, if there is no fault at all.
        draft: what could be read, with `None` for what could not; never to be evaluated.
        faults: everything that is wrong.
        name: the name of the file as it is shown.
        unread: those of the faults for which something of the draft is missing.
    """

    package: Package | None
    draft: Package | None
    _found: tuple[Fault, ...] = field(alias="faults")
    name: str
    _places: Places = field(repr=False, eq=False)
    unread: tuple[Fault, ...] = field(default=(), repr=False, eq=False)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """The faults, each with its place in what was read; sought when it is first asked for."""
        return tuple(
            evolve(fault, spot=fault.spot or self._places.spot(fault)) for fault in self._found
        )

    def spot(self, path: KeyPath) -> Spot:
        """Where in the file the value at `path` stands, or the nearest thing above it."""
        return self._places.spot(Fault("", path, {}))

    def diagnose(
        self,
        extra: Iterable[Fault] = (),
        lang: str = "id",
        texts: Mapping[str, FaultText] | None = None,
    ) -> tuple[Diagnostic, ...]:
        """All faults in words, in the order of their places.

        Args:
            extra: further faults that somebody else found in the package or its draft.
            lang: `id` or `en`.
            texts: the words of codes that are not the reader's own.
        """
        told: Iterable[Fault] = self._found if self.draft is None else (*self._found, *extra)
        words = {**PACKAGE_TEXTS, **(texts or {})}
        return diagnose(told, self._places, self.name, lang, words)


def read(source: str | bytes | FilePath, rulebook: Rulebook) -> Reading:
    """Read a package of JSON.

    Args:
        source: the text itself, its bytes, a file, or a folder with a `paket.json`. A workbook is
            refused with `PKT109`, which names the reader that takes it.
        rulebook: whose declarations a package has to fit.

    Raises:
        OSError: the file cannot be read.
    """
    if isinstance(source, str):
        return read_text(source, PACKAGE_FILE, rulebook)
    if isinstance(source, bytes):
        return read_json(source, PACKAGE_FILE, rulebook)
    place = chosen(source)
    if isinstance(place, Reading):
        return place
    if place.suffix.lower() == EXCEL:
        return refused("PKT109", str(place))
    return read_json(content(place), str(place), rulebook)


def chosen(place: FilePath) -> "FilePath | Reading":
    """The file at `place` or, of a folder, the one in it that counts; why there is none."""
    if not place.is_dir():
        return place
    inside = packages_in(place)
    if len(inside) == 1:
        return inside[0]
    if inside:
        return refused("PKT001", str(place), **choice(inside))
    return refused("PKT009", str(place), known=others_in(place))


def content(place: FilePath) -> bytes:
    """What the file at `place` holds; no more of it than tells that it is too much.

    Nothing but reading says how large a pipe or a device is.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        opened = place.open("rb")
    except ValueError as error:
        raise FileNameError(f"no file can have this name: {place!r}") from error
    with opened as file:
        return file.read(LARGEST + 1)


def read_json(data: bytes, name: str, rulebook: Rulebook) -> Reading:
    """Read the bytes of a file of JSON in UTF-8, with or without its mark, shown as `name`."""
    if len(data) > LARGEST:
        return refused("PKT002", name, limit=_MEBIBYTES)
    if data.startswith(ARCHIVES):
        return refused("PKT109", name)
    if too_much := measured(data, rulebook.declarations):
        return Reading(None, None, (too_much,), name, TextPlaces())
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix(_BOM)
        fault = Fault("PKT003", (), {"byte": f"0x{data[error.start]:02X}"}, at=len(before))
        return Reading(None, None, (fault,), name, TextPlaces(before))
    return _read_json(text, name, rulebook)


def read_text(text: str, name: str, rulebook: Rulebook) -> Reading:
    """Read a JSON text that is shown as `name`."""
    if too_much := measured(text.encode("utf-8", "surrogatepass"), rulebook.declarations):
        return Reading(None, None, (too_much,), name, TextPlaces())
    return _read_json(text, name, rulebook)


def _read_json(text: str, name: str, rulebook: Rulebook) -> Reading:
    text = text.removeprefix(_BOM)
    syntax, places = parse(text), TextPlaces(text)
    if syntax.faults:
        return Reading(None, None, syntax.faults, name, places)
    faults = Faults()
    draft = read_value(syntax.value, rulebook, faults)
    unread = tuple(faults.found)
    _tell_repeated(syntax, text, faults)
    draft = check_read(draft, rulebook, faults)
    package = None if faults else accept(draft, rulebook, faults.entries)
    told = faults.found.whole()
    return Reading(package, draft, told, name, places, unread=unread)


def _tell_repeated(syntax: Syntax, text: str, faults: Faults) -> None:
    """Note each key that stands twice in its object."""
    with suppress(TooManyFaultsError):
        for path, at in Positions(text).repeated(syntax.repeated):
            if faults.found.full:
                faults.found.skip()
            else:
                params = {"key": str(path[-1])}
                faults.found.append(Fault("PKT006", path, params, on_key=True, at=at))
        faults.found.skip(syntax.more)


def check_read(
    draft: Package | None, rulebook: Rulebook, faults: Faults, before: Package | None = None
) -> Package | None:
    """The draft after the checks between its parts; none where too much of it is unknown.

    What it shares with a package that was checked `before` is not looked at again where that is
    much.
    """
    if draft is None or faults.found.full:
        return None
    try:
        check(draft, rulebook.declarations, faults, before)
    except TooManyFaultsError:
        return None
    return draft


def accept(
    draft: Package | None, rulebook: Rulebook, entries: Mapping[str, int] | None = None
) -> Package | None:
    """The draft of which no fault was found, marked as checked against what is declared.

    Its times are in the zone of its tender, where that has one. Where the `entries` of its lists
    were counted, it can be amended without being read whole again.
    """
    if draft is None:
        return None
    package = in_zone(draft)
    object.__setattr__(package, "_checked", rulebook.declared)
    object.__setattr__(package, "entries", entries)
    return package


_MEBIBYTES = str(LARGEST // 1024**2)


def read_value(value: object, rulebook: Rulebook, faults: Faults) -> Package | None:
    """The package that plain values, or the objects of one, say; `None` where nothing is known."""
    if type(value) is dict:
        value = dict(value)
        given = value.pop("format", None)
        if given is None:
            faults.at_path("PKT021", (), expected=FORMAT)
        elif type(given) is not str:
            faults.at_path("PKT012", ("format",), expected="string", found=kind(given))
        elif given != FORMAT:
            faults.at_path("PKT028", ("format",), found=given[:40], expected=FORMAT)
    try:
        draft: Package | None = package_shape(rulebook.declarations).read(value, None, "", faults)
    except TooManyFaultsError:
        return None
    return draft


def refused(code: str, name: str, **params: str) -> Reading:
    """A file of which nothing can be read, and why."""
    fault = Fault(code, (), params, at=0)
    return Reading(None, None, (fault,), name, TextPlaces())
